/* xinyi rules list|test|doc: the rule set as seen by its authors. */
#include "cli.h"

#include <string.h>

static const char *const allowed[] = {"rules", "no-rules", NULL};

static int list(const cli_options *options, xy_rules *rules)
{
    for (size_t i = 0; i < xy_rules_count(rules); i++) {
        xy_rule_info info;
        if (xy_rules_info(rules, i, &info) != XY_OK)
            return EXIT_TROUBLE;
        printf("%-8s %-32s %-24s %-12s %s\n", info.code, info.id, info.targets, info.status, options->chinese ? info.message_zh : info.message_en);
    }
    return EXIT_CONVERTED;
}

static int doc(const cli_options *options, xy_rules *rules)
{
    const char *area = "";
    for (size_t i = 0; i < xy_rules_count(rules); i++) {
        xy_rule_info info;
        if (xy_rules_info(rules, i, &info) != XY_OK)
            return EXIT_TROUBLE;
        if (strcmp(area, info.area) != 0)
            printf("\n## %s\n", area = info.area);
        printf("\n### %s `%s`\n%s\n\n%s\n", info.code, info.id, options->chinese ? info.message_zh : info.message_en,
               options->chinese ? info.doc_zh : info.doc_en);
    }
    return EXIT_CONVERTED;
}

static void report_failure(void *user, const char *rule, const char *text)
{
    (void)user;
    fprintf(stderr, "%s: %s\n", rule, text);
}

static int test(const cli_options *options, xy_rules *rules)
{
    (void)options;
    size_t passed = 0, failed = 0;
    if (xy_rules_test(rules, report_failure, NULL, &passed, &failed) != XY_OK)
        return EXIT_TROUBLE;
    printf("%zu passed, %zu failed\n", passed, failed);
    return failed ? EXIT_NEEDS_WORK : EXIT_CONVERTED;
}

static const struct {
    const char *name;
    int (*run)(const cli_options *options, xy_rules *rules);
} actions[] = {
    {"list", list},
    {"test", test},
    {"doc", doc},
};

int cli_rules(int argc, char **argv, cli_options *options)
{
    if (!cli_parse_arguments(argc, argv, allowed, options))
        return EXIT_TROUBLE;
    const char *name = options->paths.count ? options->paths.items[0] : "list";
    for (size_t i = 0; i < sizeof actions / sizeof *actions; i++)
        if (strcmp(actions[i].name, name) == 0) {
            xy_rules *rules = cli_load_rules(options);
            int code = rules ? actions[i].run(options, rules) : EXIT_TROUBLE;
            xy_rules_free(rules);
            return code;
        }
    cli_error(options->chinese, "unknown option '%s'; try 'xinyi --help'", name);
    return EXIT_TROUBLE;
}
