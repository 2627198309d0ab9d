/* The whole translation through the public API. With an empty rule set, valid UTF-8 comes out as it went in. */
#include "base/utf8.h"
#include "fuzz.h"
#include "xinyi/xinyi.h"

#include <string.h>

static xy_rules *rules, *no_rules;

static void check_diagnostics(const xy_result *result)
{
    for (size_t unit = 0; unit < xy_result_unit_count(result); unit++) {
        xy_unit_info info;
        xy_result_unit(result, unit, &info);
        for (size_t i = 0; i < info.diagnostic_count; i++) {
            xy_diagnostic diagnostic;
            xy_result_diagnostic(result, unit, i, &diagnostic);
            FUZZ_CHECK(diagnostic.line > 0 && diagnostic.column > 0 && diagnostic.code && diagnostic.message && diagnostic.caret);
        }
    }
}

static void translate(const xy_rules *with, const char *target, const char *text, size_t size)
{
    xy_session *session;
    xy_result *result;
    FUZZ_CHECK(xy_session_new(&session, with) == XY_OK);
    if (target)
        FUZZ_CHECK(xy_session_set(session, "target", target) == XY_OK);
    xy_status status = xy_translate(session, "fuzz.sql", text, size, &result);
    FUZZ_CHECK(status == XY_OK || status == XY_ERR_LIMIT);
    if (status == XY_OK) {
        size_t length;
        const char *output = xy_result_text(result, &length);
        bool marked = size >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0;
        if (!target && !marked && xy_utf8_valid_prefix(text, size) == size && strcmp(xy_result_encoding(result), "utf-8") == 0)
            FUZZ_CHECK(length == size && memcmp(output, text, size) == 0);
        check_diagnostics(result);
        xy_result_free(result);
    }
    xy_session_free(session);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const targets[] = {"postgres", "postgres:12", "kingbase", "dameng"};
    if (!rules)
        FUZZ_CHECK(xy_rules_new(&rules) == XY_OK && xy_rules_new_empty(&no_rules) == XY_OK);
    if (size < 1)
        return 0;
    translate(no_rules, NULL, (const char *)data + 1, size - 1);
    translate(rules, targets[data[0] % 4], (const char *)data + 1, size - 1);
    return 0;
}
