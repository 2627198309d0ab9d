/* A program outside the project that uses the installed library: translates its standard input's worth of text. */
#include <xinyi/xinyi.h>

#include <stdio.h>
#include <string.h>

int main(void)
{
    static const char source[] = "SELECT NVL(a, 0) FROM t;\n";
    xy_rules *rules = NULL;
    xy_session *session = NULL;
    xy_result *result = NULL;
    size_t length = 0;
    if (strcmp(xy_version(), XY_VERSION_TEXT) != 0)
        return 1;
    if (xy_rules_new(&rules) != XY_OK || xy_session_new(&session, rules) != XY_OK)
        return 2;
    if (xy_session_set(session, "target", "postgres:15") != XY_OK)
        return 3;
    if (xy_translate(session, "example.sql", source, strlen(source), &result) != XY_OK)
        return 4;
    const char *text = xy_result_text(result, &length);
    printf("%zu unit(s)\n%.*s", xy_result_unit_count(result), (int)length, text);
    xy_result_free(result);
    xy_session_free(session);
    xy_rules_free(rules);
    return 0;
}
