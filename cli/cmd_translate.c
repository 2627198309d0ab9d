/* xinyi translate: text out, diagnostics to standard error, report and install script on request. */
#include "cli.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

static const char *const allowed[] = {
    "to",  "output", "report",          "preflight",     "catalog",       "rules",          "no-rules",      "runtime",        "encoding",
    "set", "jobs",   "nls-date-format", "package-state", "empty-strings", "number-mapping", "number-digits", "char-semantics", NULL};

static bool write_texts(const cli_options *options, const cli_batch *batch)
{
    for (size_t i = 0; i < batch->count && !options->output; i++)
        if (batch->items[i].text && fwrite(batch->items[i].text, 1, batch->items[i].text_length, stdout) != batch->items[i].text_length) {
            cli_error(options->chinese, "cannot write '%s': %s", "-", strerror(errno));
            return false;
        }
    return true;
}

static bool write_extras(const cli_options *options, const char *target, const cli_files *files, const cli_batch *batch)
{
    if (options->output && files->any_directory && !cli_write_install(options, options->output, batch))
        return false;
    if (options->report && !cli_write_report(options->report, target, batch)) {
        cli_error(options->chinese, "cannot write '%s': %s", options->report, strerror(errno));
        return false;
    }
    const char *checks = batch->preflight_text ? batch->preflight_text : "";
    if (options->preflight && !cli_write(options->preflight, checks, strlen(checks))) {
        cli_error(options->chinese, "cannot write '%s': %s", options->preflight, strerror(errno));
        return false;
    }
    return true;
}

static int translate(const cli_options *options, const xy_rules *rules, const cli_files *files)
{
    const char *target = options->targets.count ? options->targets.items[0] : "postgres";
    if (options->targets.count > 1) {
        cli_error(options->chinese, "translate takes one --to TARGET; run it once for each target, each with its own -o");
        return EXIT_TROUBLE;
    }
    if (!options->output && (files->count > 1 || files->any_directory)) {
        cli_error(options->chinese, "several inputs need -o DIRECTORY");
        return EXIT_TROUBLE;
    }
    cli_batch batch;
    bool fine = cli_run_batch(options, rules, target, files, !options->output, &batch);
    fine = fine && write_texts(options, &batch) && write_extras(options, target, files, &batch);
    if (fine && !options->quiet) {
        cli_print_diagnostics(options, stderr, &batch);
        if (files->count > 1 || options->output)
            cli_print_summary(options, stderr, target, &batch);
    }
    int code = !fine ? EXIT_TROUBLE : cli_worst(&batch) == XY_CONVERTED ? EXIT_CONVERTED : EXIT_NEEDS_WORK;
    cli_batch_free(&batch);
    return code;
}

int cli_translate(int argc, char **argv, cli_options *options)
{
    cli_files files = {0};
    if (!cli_parse_arguments(argc, argv, allowed, options) || !cli_read_config(options))
        return EXIT_TROUBLE;
    if (options->output && strcmp(options->output, "-") == 0) { /* standard output, as everywhere */
        free(options->output);
        options->output = NULL;
    }
    xy_rules *rules = cli_load_rules(options);
    int code = rules && cli_collect(options, &files) ? translate(options, rules, &files) : EXIT_TROUBLE;
    cli_files_free(&files);
    xy_rules_free(rules);
    return code;
}
