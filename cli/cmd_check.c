/* xinyi check: diagnostics only, for editors and CI; several targets in one run. */
#include "cli.h"

#include <stdlib.h>
#include <string.h>

static const char *const allowed[] = {"to",
                                      "format",
                                      "fail-on",
                                      "catalog",
                                      "rules",
                                      "runtime",
                                      "encoding",
                                      "set",
                                      "jobs",
                                      "nls-date-format",
                                      "package-state",
                                      "empty-strings",
                                      "number-mapping",
                                      "number-digits",
                                      "char-semantics",
                                      "lint-select",
                                      "lint-ignore",
                                      "catalog-complete",
                                      NULL};

/* The mildest status that makes the check fail. */
static bool parse_threshold(const cli_options *options, xy_unit_status *threshold)
{
    static const struct {
        const char *name;
        xy_unit_status status;
    } names[] = {{"review", XY_NEEDS_REVIEW}, {"unsupported", XY_UNSUPPORTED_UNIT}, {"unparsed", XY_UNPARSED}};
    *threshold = XY_NEEDS_REVIEW;
    if (!options->fail_on)
        return true;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(options->fail_on, names[i].name) == 0) {
            *threshold = names[i].status;
            return true;
        }
    if (strcmp(options->fail_on, "warning") == 0)
        return true;
    cli_error(options->chinese, "option '%s' does not take the value '%s'", "fail-on", options->fail_on);
    return false;
}

/* Findings about the source itself, unless they are switched off. */
static void switch_lint_on(cli_options *options)
{
    for (size_t i = 0; i < options->settings.count; i += 2)
        if (strcmp(options->settings.items[i], "lint") == 0)
            return;
    cli_list_add(&options->settings, "lint");
    cli_list_add(&options->settings, "on");
}

/* Does one of the findings about the source make the check fail? */
static bool fails_by_lint(const cli_options *options, const cli_batch *batch)
{
    bool warnings = options->fail_on && strcmp(options->fail_on, "warning") == 0;
    for (size_t i = 0; i < batch->count; i++)
        for (size_t d = 0; d < batch->items[i].diag_count; d++) {
            const char *severity = batch->items[i].diags[d].severity;
            if (strcmp(severity, "error") == 0 || (warnings && strcmp(severity, "warning") == 0))
                return true;
        }
    return false;
}

static bool format_known(const cli_options *options)
{
    static const char *const formats[] = {"text", "json", "github"};
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        if (!options->format || strcmp(options->format, formats[i]) == 0)
            return true;
    cli_error(options->chinese, "option '%s' does not take the value '%s'", "format", options->format);
    return false;
}

/* Encodings and names that nothing declares are the same for all targets: people see them once. */
static void print(const cli_options *options, const cli_batch *batch, bool first)
{
    const char *format = options->format ? options->format : "text";
    if (strcmp(format, "json") == 0) {
        cli_print_json(stdout, batch);
    } else if (strcmp(format, "github") == 0) {
        cli_print_github(stdout, batch);
    } else if (!options->quiet) {
        if (first)
            cli_print_encodings(options, stderr, batch);
        cli_print_diagnostics(options, stderr, batch);
        if (first)
            cli_print_unresolved(options, stderr, batch);
        cli_print_summary(options, stderr, batch);
    }
}

static int check(const cli_options *options, const xy_rules *rules, const cli_files *files, xy_unit_status threshold)
{
    cli_batch *batches = calloc(options->targets.count + 1, sizeof *batches);
    bool fine = cli_run_batches(options, rules, &options->targets, files, false, batches);
    int code = fine ? EXIT_CONVERTED : EXIT_TROUBLE;
    for (size_t i = 0; i < options->targets.count; i++) {
        if (fine)
            print(options, &batches[i], i == 0);
        /* XY_NEEDS_REVIEW < XY_UNSUPPORTED_UNIT < XY_UNPARSED in the public enumeration. */
        if (fine && (cli_worst(&batches[i]) >= threshold || fails_by_lint(options, &batches[i])))
            code = EXIT_NEEDS_WORK;
        cli_batch_free(&batches[i]);
    }
    free(batches);
    return code;
}

int cli_check(int argc, char **argv, cli_options *options)
{
    cli_files files = {0};
    xy_unit_status threshold;
    if (!cli_parse_arguments(argc, argv, allowed, options) || !cli_read_config(options) || !parse_threshold(options, &threshold) || !format_known(options))
        return EXIT_TROUBLE;
    free(options->output); /* of a configuration file: check writes nothing */
    options->output = NULL;
    if (options->targets.count == 0)
        cli_list_add(&options->targets, "postgres");
    switch_lint_on(options);
    xy_rules *rules = cli_load_rules(options);
    int code = rules && cli_collect(options, &files) ? check(options, rules, &files, threshold) : EXIT_TROUBLE;
    cli_files_free(&files);
    xy_rules_free(rules);
    return code;
}
