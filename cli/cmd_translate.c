/* xinyi translate: text out, diagnostics to standard error, report and install script on request. */
#include "cli.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

static const char *const allowed[] = {
    "to",  "output", "report",          "preflight",     "catalog",       "rules",          "no-rules",      "runtime",        "encoding", "out-encoding",
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

/* Writes to the path, or with several targets to the target's file beside it. */
static bool write_extra(const cli_options *options, const char *path, const cli_batch *batch, bool (*write)(const char *path, const cli_batch *batch))
{
    if (!path)
        return true;
    char *own = cli_target_path(path, batch->target, options->targets.count > 1, false);
    bool fine = write(own, batch);
    if (!fine)
        cli_error(options->chinese, "cannot write '%s': %s", own, strerror(errno));
    free(own);
    return fine;
}

static bool write_preflight(const char *path, const cli_batch *batch)
{
    const char *checks = batch->preflight_text ? batch->preflight_text : "";
    return cli_write(path, checks, strlen(checks));
}

static bool write_extras(const cli_options *options, const cli_files *files, const cli_batch *batch)
{
    return write_texts(options, batch) && (!options->output || !files->any_directory || cli_write_install(options, batch))
           && write_extra(options, options->report, batch, cli_write_report) && write_extra(options, options->preflight, batch, write_preflight);
}

/* Their outputs would have the same names: gbase:8s and gbase-8s are one. */
static bool same_target(const char *a, const char *b)
{
    char *first = cli_target_path("", a, true, true), *second = cli_target_path("", b, true, true);
    bool same = strcmp(first, second) == 0;
    free(first);
    free(second);
    return same;
}

/* What several inputs or targets ask of the command line. */
static bool outputs_known(const cli_options *options, const cli_files *files)
{
    const cli_list *targets = &options->targets;
    for (size_t i = 0; i < targets->count; i++)
        for (size_t k = 0; k < i; k++)
            if (same_target(targets->items[i], targets->items[k])) {
                cli_error(options->chinese, "the target '%s' is given twice", targets->items[i]);
                return false;
            }
    if (options->output || (files->count == 1 && !files->any_directory && targets->count == 1))
        return true;
    cli_error(options->chinese, targets->count > 1 ? "several targets need -o DIRECTORY" : "several inputs need -o DIRECTORY");
    return false;
}

/* An index of files, by the name of their outputs. */
static int by_relative(const void *a, const void *b)
{
    const cli_file *const *x = a, *const *y = b;
    return strcmp((*x)->relative, (*y)->relative);
}

/* Files of several PATHs may have one name: then one output would replace another. (The same file given twice is no matter.) */
static bool outputs_differ(const cli_options *options, const cli_files *files)
{
    const cli_file **sorted = calloc(files->count + 1, sizeof *sorted);
    if (!sorted)
        abort();
    for (size_t i = 0; i < files->count; i++)
        sorted[i] = &files->items[i];
    qsort(sorted, files->count, sizeof *sorted, by_relative);
    bool differ = true;
    for (size_t i = 1; i < files->count && differ; i++) {
        differ = strcmp(sorted[i - 1]->relative, sorted[i]->relative) != 0 || strcmp(sorted[i - 1]->path, sorted[i]->path) == 0;
        if (!differ)
            cli_error(options->chinese, "'%s' and '%s' would be written to the same file; give the folder that holds both", sorted[i - 1]->path,
                      sorted[i]->path);
    }
    free(sorted);
    return differ;
}

static void show(const cli_options *options, const cli_files *files, const cli_batch *batch)
{
    cli_print_diagnostics(options, stderr, batch);
    if (files->count > 1 || options->output)
        cli_print_summary(options, stderr, batch);
}

static int translate(const cli_options *options, const xy_rules *rules, const cli_files *files)
{
    const size_t count = options->targets.count;
    if (!outputs_known(options, files) || (options->output && !outputs_differ(options, files)))
        return EXIT_TROUBLE;
    cli_batch *batches = calloc(count + 1, sizeof *batches);
    bool fine = cli_run_batches(options, rules, &options->targets, files, !options->output, batches);
    int code = EXIT_CONVERTED;
    for (size_t i = 0; i < count; i++) {
        fine = fine && write_extras(options, files, &batches[i]);
        if (fine && !options->quiet)
            show(options, files, &batches[i]);
        if (fine && cli_worst(&batches[i]) != XY_CONVERTED)
            code = EXIT_NEEDS_WORK;
        cli_batch_free(&batches[i]);
    }
    free(batches);
    return fine ? code : EXIT_TROUBLE;
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
    if (options->targets.count == 0)
        cli_list_add(&options->targets, "postgres");
    xy_rules *rules = cli_load_rules(options);
    int code = rules && cli_collect(options, &files) ? translate(options, rules, &files) : EXIT_TROUBLE;
    cli_files_free(&files);
    xy_rules_free(rules);
    return code;
}
