/* xinyi parse: what the front end sees in one file. */
#include "cli.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

static const char *const allowed[] = {"tokens", "tree", "types", "units", "deps", "json", "dot", "encoding", "set", "catalog", NULL};

static bool print_findings(const cli_options *options, const char *path, const xy_result *result)
{
    bool errors = false;
    for (size_t u = 0; u < xy_result_unit_count(result); u++) {
        xy_unit_info info;
        xy_result_unit(result, u, &info);
        for (size_t i = 0; i < info.diagnostic_count; i++) {
            xy_diagnostic d;
            xy_result_diagnostic(result, u, i, &d);
            errors = errors || strcmp(d.severity, "error") == 0;
            if (!options->quiet)
                fprintf(stderr, "%s:%u:%u: %s: %s [%s]\n%s", path, d.line, d.column, d.severity, d.message, d.code, d.caret);
        }
    }
    return errors;
}

/* The graph is over all files together: each is declared before the first is shown. */
static bool declare_all(const cli_options *options, xy_session *session)
{
    for (size_t i = 0; i < options->paths.count; i++) {
        size_t length;
        char *text = cli_read(options->paths.items[i], &length);
        if (!text) {
            cli_error(options->chinese, "cannot read '%s': %s", options->paths.items[i], strerror(errno));
            return false;
        }
        xy_status status = xy_session_declare(session, options->paths.items[i], text, length);
        free(text);
        if (status != XY_OK) {
            cli_error(options->chinese, "%s: internal error: %s", options->paths.items[i], xy_status_text(status));
            return false;
        }
    }
    return true;
}

static bool is_deps(const cli_options *options)
{
    return options->what && strcmp(options->what, "deps") == 0;
}

/* The lines of a text; it is changed. */
static void add_lines(cli_list *list, char *text)
{
    for (char *end; (end = strchr(text, '\n')); text = end + 1) {
        *end = '\0';
        cli_list_add(list, text);
    }
}

static int compare_lines(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* Who uses what, by what is used: each line of "deps-users" has it before the tab. */
static void print_users(cli_list *lines)
{
    size_t former = 0;
    qsort(lines->items, lines->count, sizeof *lines->items, compare_lines);
    for (size_t i = 0; i < lines->count; i++) {
        const char *line = lines->items[i];
        size_t key = strcspn(line, "\t");
        bool same = i && key == former && strncmp(line, lines->items[i - 1], key) == 0;
        if (same)
            printf(",%s", line + key + 1);
        else
            printf("%s{%.*s,\"by\":[%s", i ? "]}," : "", (int)key, line, line + key + 1);
        former = key;
    }
    printf("%s]", lines->count ? "]}" : "");
}

static bool collect_users(xy_session *session, const char *path, const char *bytes, size_t length, cli_list *lines)
{
    xy_result *result = NULL;
    if (xy_dump(session, path, bytes, length, "deps-users", "text", &result) != XY_OK)
        return false;
    size_t written;
    const char *out = xy_result_text(result, &written);
    char *copy = malloc(written + 1);
    if (!copy)
        abort();
    memcpy(copy, out, written);
    copy[written] = '\0';
    add_lines(lines, copy);
    free(copy);
    xy_result_free(result);
    return true;
}

/* Of a batch the units of all files stand in one array: the brackets of each file's are left out. */
static void print_units(const char *array, size_t length, bool *any)
{
    size_t end = length;
    while (end && array[end - 1] != ']')
        end--;
    if (end < 3)
        return;
    printf("%s%.*s", *any ? "," : "", (int)(end - 2), array + 1);
    *any = true;
}

/* `users` (of a batch as JSON, else null) gets the lines for print_users. */
static int dump(const cli_options *options, xy_session *session, const char *path, cli_list *users, bool *any)
{
    size_t length, written;
    const char *what = options->dot ? "deps-dot" : options->what ? options->what : "tree";
    char *text = cli_read(path, &length);
    if (!text) {
        cli_error(options->chinese, "cannot read '%s': %s", path, strerror(errno));
        return EXIT_TROUBLE;
    }
    xy_result *result = NULL;
    xy_status status = xy_dump(session, path, text, length, what, options->json ? "json" : "text", &result);
    if (status == XY_OK && users && !collect_users(session, path, text, length, users))
        status = XY_ERR_INTERNAL;
    free(text);
    if (status != XY_OK) {
        cli_error(options->chinese, "%s: internal error: %s", path, xy_status_text(status));
        return EXIT_TROUBLE;
    }
    const char *out = xy_result_text(result, &written);
    if (users)
        print_units(out, written, any);
    else
        fwrite(out, 1, written, stdout);
    bool errors = print_findings(options, path, result);
    xy_result_free(result);
    return errors ? EXIT_NEEDS_WORK : EXIT_CONVERTED;
}

int cli_parse(int argc, char **argv, cli_options *options)
{
    if (!cli_parse_arguments(argc, argv, allowed, options))
        return EXIT_TROUBLE;
    if (options->paths.count == 0) {
        cli_error(options->chinese, "no input given; try 'xinyi --help'");
        return EXIT_TROUBLE;
    }
    if (options->dot && (!is_deps(options) || options->json)) {
        cli_error(options->chinese, "option '%s' is not for this command; try 'xinyi --help'", "--dot");
        return EXIT_TROUBLE;
    }
    xy_rules *rules = cli_load_rules(options);
    xy_session *session = rules ? cli_new_session(options, rules, "postgres") : NULL;
    int code = session && cli_declare_catalogs(options, session) ? EXIT_CONVERTED : EXIT_TROUBLE;
    bool several = is_deps(options) && options->paths.count > 1;
    if (code == EXIT_CONVERTED && several && !declare_all(options, session))
        code = EXIT_TROUBLE;
    if (code == EXIT_CONVERTED && (options->catalogs.count || several))
        xy_session_declared(session);
    if (options->dot && code != EXIT_TROUBLE)
        printf("digraph xinyi {\n");
    cli_list users = {0};
    bool joined = several && options->json, any = false;
    if (joined && code != EXIT_TROUBLE)
        printf("{\"units\":[");
    for (size_t i = 0; code != EXIT_TROUBLE && i < options->paths.count; i++) {
        int one = dump(options, session, options->paths.items[i], joined ? &users : NULL, &any);
        code = one > code ? one : code;
    }
    if (joined && code != EXIT_TROUBLE) {
        printf("],\"used\":[");
        print_users(&users);
        printf("}\n");
    }
    cli_list_free(&users);
    if (options->dot && code != EXIT_TROUBLE)
        printf("}\n");
    xy_session_free(session);
    xy_rules_free(rules);
    return code;
}
