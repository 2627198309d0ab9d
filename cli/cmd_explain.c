/* xinyi explain CODE: what Oracle does, what the target does, what was written, what to do. */
#include "cli.h"

static const char *const allowed[] = {"rules", NULL};

int cli_explain(int argc, char **argv, cli_options *options)
{
    if (!cli_parse_arguments(argc, argv, allowed, options))
        return EXIT_TROUBLE;
    if (options->paths.count == 0) {
        cli_error(options->chinese, "no input given; try 'xinyi --help'");
        return EXIT_TROUBLE;
    }
    xy_rules *rules = cli_load_rules(options);
    int code = rules ? EXIT_CONVERTED : EXIT_TROUBLE;
    for (size_t i = 0; rules && i < options->paths.count; i++) {
        const char *text = xy_explain(rules, options->paths.items[i], options->chinese ? "zh" : "en");
        if (text) {
            printf("%s\n", text);
        } else {
            cli_error(options->chinese, "unknown code or rule '%s'", options->paths.items[i]);
            code = EXIT_TROUBLE;
        }
    }
    xy_rules_free(rules);
    return code;
}
