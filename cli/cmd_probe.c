/* xinyi probe: a script that asks a server what no manual says, and a .xinyi.yml from its answers. */
#include "cli.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

static const char *const allowed[] = {"to", "read", "output", "set", "rules", NULL};

/* The script, or the configuration that follows from the answers; null after printing an error. */
static const char *text_for(const cli_options *options, xy_session *session)
{
    const char *text = NULL;
    xy_status status;
    if (options->read) {
        size_t length;
        char *result = cli_read(options->read, &length);
        if (!result) {
            cli_error(options->chinese, "cannot read '%s': %s", options->read, strerror(errno));
            return NULL;
        }
        status = xy_probe_read(session, result, length, &text);
        free(result);
    } else {
        status = xy_probe_text(session, &text);
    }
    if (status != XY_OK)
        cli_error(options->chinese, "%s: internal error: %s", "probe", xy_status_text(status));
    return status == XY_OK ? text : NULL;
}

static int write_text(const cli_options *options, const char *text)
{
    if (*text == '\0') {
        cli_error(options->chinese, "there is nothing to ask of target '%s'", options->targets.items[0]);
        return EXIT_TROUBLE;
    }
    if (!options->output || strcmp(options->output, "-") == 0)
        return fputs(text, stdout) < 0 ? EXIT_TROUBLE : EXIT_CONVERTED;
    if (cli_write(options->output, text, strlen(text)))
        return EXIT_CONVERTED;
    cli_error(options->chinese, "cannot write '%s': %s", options->output, strerror(errno));
    return EXIT_TROUBLE;
}

int cli_probe(int argc, char **argv, cli_options *options)
{
    if (!cli_parse_arguments(argc, argv, allowed, options))
        return EXIT_TROUBLE;
    if (options->targets.count != 1) {
        cli_error(options->chinese, "probe needs one --to TARGET");
        return EXIT_TROUBLE;
    }
    xy_rules *rules = cli_load_rules(options);
    xy_session *session = rules ? cli_new_session(options, rules, options->targets.items[0]) : NULL;
    const char *text = session ? text_for(options, session) : NULL;
    int code = text ? write_text(options, text) : EXIT_TROUBLE;
    xy_session_free(session);
    xy_rules_free(rules);
    return code;
}
