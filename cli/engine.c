/* Rule sets and sessions from the command line's options. */
#include "cli.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

static bool add_rule_files(const cli_options *options, xy_rules *rules, const char *directory)
{
    cli_options one = *options;
    cli_files files;
    char *paths[] = {(char *)(uintptr_t)directory};
    one.paths = (cli_list){paths, 1, 1};
    bool fine = cli_collect_rules(&one, &files);
    for (size_t i = 0; fine && i < files.count; i++) {
        size_t length;
        char *text = cli_read(files.items[i].path, &length);
        if (!text) {
            cli_error(options->chinese, "cannot read '%s': %s", files.items[i].path, strerror(errno));
            fine = false;
        } else if (xy_rules_add(rules, files.items[i].path, text, length) != XY_OK) {
            fprintf(stderr, "%s\n", xy_rules_error(rules) ? xy_rules_error(rules) : files.items[i].path);
            fine = false;
        }
        free(text);
    }
    cli_files_free(&files);
    return fine;
}

xy_rules *cli_load_rules(const cli_options *options)
{
    xy_rules *rules = NULL;
    xy_status status = options->no_rules ? xy_rules_new_empty(&rules) : xy_rules_new(&rules);
    if (status != XY_OK) {
        const char *why = rules ? xy_rules_error(rules) : NULL;
        cli_error(options->chinese, "%s: internal error: %s", "rules", why ? why : xy_status_text(status));
        xy_rules_free(rules);
        return NULL;
    }
    for (size_t i = 0; i < options->rules_dirs.count; i++)
        if (!add_rule_files(options, rules, options->rules_dirs.items[i])) {
            xy_rules_free(rules);
            return NULL;
        }
    return rules;
}

static bool apply_settings(const cli_options *options, xy_session *session)
{
    for (size_t i = 0; i + 1 < options->settings.count; i += 2)
        if (xy_session_set(session, options->settings.items[i], options->settings.items[i + 1]) != XY_OK)
            return false;
    return true;
}

xy_session *cli_new_session(const cli_options *options, const xy_rules *rules, const char *target)
{
    xy_session *session = NULL;
    xy_status status = xy_session_new(&session, rules);
    if (status != XY_OK) {
        cli_error(options->chinese, "%s: internal error: %s", "session", xy_status_text(status));
        return NULL;
    }
    bool fine = apply_settings(options, session) && xy_session_set(session, "lang", options->chinese ? "zh" : "en") == XY_OK
                && xy_session_set(session, "target", target) == XY_OK && xy_session_check_target(session) == XY_OK;
    if (!fine) {
        fprintf(stderr, "xinyi: %s\n", xy_session_error(session) ? xy_session_error(session) : "?");
        xy_session_free(session);
        return NULL;
    }
    return session;
}

static bool declare_file(const cli_options *options, xy_session *session, const char *path)
{
    size_t length;
    char *text = cli_read(path, &length);
    if (!text) {
        cli_error(options->chinese, "cannot read '%s': %s", path, strerror(errno));
        return false;
    }
    xy_status status = xy_session_declare_catalog(session, path, text, length);
    free(text);
    if (status == XY_ERR_USAGE)
        fprintf(stderr, "%s\n", xy_session_error(session));
    else if (status != XY_OK)
        cli_error(options->chinese, "%s: internal error: %s", path, xy_status_text(status));
    return status == XY_OK;
}

bool cli_declare_catalogs(const cli_options *options, xy_session *session)
{
    for (size_t i = 0; i < options->catalogs.count; i++) {
        cli_options one = *options;
        cli_files files;
        one.paths = (cli_list){&options->catalogs.items[i], 1, 1};
        bool fine = cli_collect(&one, &files);
        for (size_t f = 0; fine && f < files.count; f++)
            fine = declare_file(options, session, files.items[f].path);
        cli_files_free(&files);
        if (!fine)
            return false;
    }
    return true;
}
