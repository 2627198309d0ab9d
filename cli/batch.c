/* A batch: declare all files, then translate them with several threads. Outputs do not depend on the number of threads:
 * every thread has its own session, the catalog and the rules are shared and read only. */
#define _GNU_SOURCE
#include "cli.h"

#include <errno.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

typedef struct job {
    const cli_options *options;
    const xy_rules *rules;
    const cli_list *targets;
    const cli_files *files;
    xy_session **sessions;       /* one for each target: what is asked of the whole batch */
    const xy_session **catalogs; /* for each target the session that holds the declarations, or null; targets that read alike have one */
    bool keep_text, common_runtime;
    cli_batch *batches; /* one for each target */
    atomic_size_t next, done;
    atomic_bool failed;
} job;

static char *copy(const char *text)
{
    char *result = strdup(text ? text : "");
    if (!result)
        abort();
    return result;
}

const char *cli_status_name(xy_unit_status status)
{
    static const char *const names[] = {"converted", "review", "unsupported", "unparsed", "skipped"};
    return names[status];
}

/* ---- keeping what the report needs ---- */

static void keep_diag(const xy_result *result, size_t unit, size_t index, cli_diag *out)
{
    xy_diagnostic d;
    xy_result_diagnostic(result, unit, index, &d);
    *out = (cli_diag){copy(d.code), copy(d.rule), copy(d.severity), copy(d.message), copy(d.advice), copy(d.caret), d.line, d.column, d.end_column, d.effort};
}

static void keep_units(const xy_result *result, cli_outcome *out)
{
    out->unit_count = xy_result_unit_count(result);
    out->units = calloc(out->unit_count + 1, sizeof *out->units);
    size_t total = 0;
    for (size_t i = 0; i < out->unit_count; i++) {
        xy_unit_info info;
        xy_result_unit(result, i, &info);
        out->units[i] = (cli_unit){copy(info.kind),      copy(info.name), info.status,          info.line, info.end_line, info.target_line,
                                   info.target_end_line, total,           info.diagnostic_count};
        total += info.diagnostic_count;
    }
    out->diags = calloc(total + 1, sizeof *out->diags);
    out->diag_count = total;
    for (size_t i = 0; i < out->unit_count; i++)
        for (size_t d = 0; d < out->units[i].diag_count; d++)
            keep_diag(result, i, d, &out->diags[out->units[i].first_diag + d]);
}

static void keep_names(const xy_result *result, cli_outcome *out)
{
    for (size_t i = 0; i < xy_result_declared_count(result); i++)
        cli_list_add(&out->declared, xy_result_declared(result, i));
    for (size_t i = 0; i < xy_result_needed_count(result); i++)
        cli_list_add(&out->needed, xy_result_needed(result, i));
    out->needed_early = xy_result_needed_early_count(result);
    for (size_t i = 0; i < xy_result_runtime_count(result); i++)
        cli_list_add(&out->runtime, xy_result_runtime(result, i));
    out->needs_orafce = xy_result_needs_orafce(result);
}

/* ---- one file ---- */

static bool same_file(const char *a, const char *b)
{
    struct stat x, y;
    return stat(a, &x) == 0 && stat(b, &y) == 0 && x.st_dev == y.st_dev && x.st_ino == y.st_ino;
}

static char *output_path(const job *j, const cli_batch *batch, const cli_file *file)
{
    struct stat status;
    bool into_folder =
        j->files->any_directory || j->files->count > 1 || j->targets->count > 1 || (stat(batch->output, &status) == 0 && S_ISDIR(status.st_mode));
    return into_folder ? cli_join(batch->output, file->relative) : copy(batch->output);
}

/* The output would lack a character, or hold another one. */
static void report_character(const job *j, const char *path, const char *encoding, const char *text, size_t bad)
{
    unsigned line = 1, column = 1;
    size_t length = 1;
    for (size_t i = 0; i < bad; i++) {
        column = text[i] == '\n' ? 1 : column + ((text[i] & 0xC0) != 0x80);
        line += text[i] == '\n';
    }
    while ((text[bad + length] & 0xC0) == 0x80)
        length++;
    char character[8] = {0};
    memcpy(character, text + bad, length < sizeof character ? length : 1);
    cli_error(j->options->chinese, "%s: the output has a character that %s cannot hold, at line %u, column %u: %s", path, encoding, line, column, character);
}

/* In the encoding asked for; without rules the output is the input in its own encoding, byte for byte. Null after printing an error. */
static const char *output_bytes(const job *j, xy_result *result, const char *path, const char *input, size_t input_length, size_t *length)
{
    const char *encoding = j->options->out_encoding, *bytes;
    bool own = !encoding || strcmp(encoding, "input") == 0;
    if (own && j->options->no_rules && xy_result_unchanged(result)) {
        *length = input_length;
        return input;
    }
    if (!encoding && strncmp(xy_result_encoding(result), "utf-8", 5) != 0)
        return xy_result_text(result, length);
    if (!encoding) /* bytes that are no text are written as they were */
        encoding = "utf-8";
    size_t bad;
    xy_status status = xy_result_encode(result, encoding, &bytes, length, &bad);
    if (status == XY_OK)
        return bytes;
    if (status == XY_ERR_ENCODING)
        report_character(j, path, own ? xy_result_encoding(result) : encoding, xy_result_text(result, NULL), bad);
    else if (status == XY_ERR_USAGE)
        cli_error(j->options->chinese, "unknown encoding '%s'", encoding);
    else
        cli_error(j->options->chinese, "%s: internal error: %s", path, xy_status_text(status));
    return NULL;
}

static bool write_output(const job *j, const cli_batch *batch, xy_result *result, const char *input, size_t input_length, cli_outcome *out)
{
    size_t length;
    const char *text = output_bytes(j, result, out->file->path, input, input_length, &length);
    if (!text)
        return false;
    if (j->keep_text) {
        out->text = malloc(length + 1);
        if (!out->text)
            abort();
        memcpy(out->text, text, length);
        out->text[length] = '\0';
        out->text_length = length;
    }
    if (!j->options->output)
        return true;
    out->output = output_path(j, batch, out->file);
    if (same_file(out->file->path, out->output)) {
        cli_error(j->options->chinese, "%s: the output would overwrite the input", out->file->path);
        return false;
    }
    if (!cli_write(out->output, text, length)) {
        cli_error(j->options->chinese, "cannot write '%s': %s", out->output, strerror(errno));
        return false;
    }
    return true;
}

static bool keep_result(const job *j, const cli_batch *batch, xy_result *result, const char *text, size_t length, cli_outcome *out)
{
    out->encoding = copy(xy_result_encoding(result));
    keep_units(result, out);
    keep_names(result, out);
    cli_keep_places(result, out);
    return write_output(j, batch, result, text, length, out);
}

/* Translates the file for all targets; `results` has room for them. */
static bool translate_file(const job *j, xy_session *const *sessions, size_t index, xy_result **results)
{
    const char *path = j->files->items[index].path;
    size_t length;
    char *text = cli_read(path, &length);
    if (!text) {
        cli_error(j->options->chinese, "cannot read '%s': %s", path, strerror(errno));
        return false;
    }
    xy_status status = xy_translate_all(sessions, j->targets->count, path, text, length, results);
    bool fine = status == XY_OK;
    if (!fine)
        cli_error(j->options->chinese, "%s: internal error: %s", path, xy_status_text(status));
    for (size_t t = 0; t < j->targets->count; t++) {
        fine = fine && keep_result(j, &j->batches[t], results[t], text, length, &j->batches[t].items[index]);
        xy_result_free(results[t]);
    }
    free(text);
    return fine;
}

static void free_sessions(xy_session **sessions, size_t count)
{
    for (size_t i = 0; i < count; i++)
        xy_session_free(sessions[i]);
    free(sessions);
}

/* One for each target; null after printing an error. */
static xy_session **new_sessions(const job *j)
{
    xy_session **sessions = calloc(j->targets->count + 1, sizeof *sessions);
    for (size_t t = 0; t < j->targets->count; t++) {
        sessions[t] = cli_new_session(j->options, j->rules, j->targets->items[t]);
        if (!sessions[t]) {
            free_sessions(sessions, t);
            return NULL;
        }
        if (t > 0) /* findings about the source are the same for all targets */
            xy_session_set(sessions[t], "lint", "off");
    }
    return sessions;
}

static bool prepare_thread(const job *j, xy_session *const *sessions)
{
    for (size_t t = 0; t < j->targets->count; t++) {
        if (j->catalogs[t] && xy_session_share_catalog(sessions[t], j->catalogs[t]) != XY_OK)
            return false;
        if (j->common_runtime && xy_session_set(sessions[t], "preamble", "off") != XY_OK)
            return false;
    }
    return true;
}

static void *work(void *argument)
{
    job *j = argument;
    xy_session **sessions = new_sessions(j);
    xy_result **results = calloc(j->targets->count + 1, sizeof(xy_result *));
    bool fine = sessions && prepare_thread(j, sessions);
    if (!fine)
        atomic_store(&j->failed, true);
    for (size_t i; fine && (i = atomic_fetch_add(&j->next, 1)) < j->files->count; atomic_fetch_add(&j->done, 1))
        if (!translate_file(j, sessions, i, results))
            atomic_store(&j->failed, true);
    if (sessions)
        free_sessions(sessions, j->targets->count);
    free(results);
    return NULL;
}

/* ---- progress: only on a terminal and only when a batch takes over a second ---- */

static double seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void draw_progress(size_t done, size_t count)
{
    enum { WIDTH = 40 };
    int filled = (int)(done * WIDTH / (count ? count : 1));
    fprintf(stderr, "\r[");
    for (int i = 0; i < WIDTH; i++)
        fputc(i < filled ? '#' : '.', stderr);
    fprintf(stderr, "] %zu/%zu", done, count);
    fflush(stderr);
}

static void *show_progress(void *argument)
{
    job *j = argument;
    double start = seconds();
    bool drawn = false;
    while (atomic_load(&j->done) < j->files->count && !atomic_load(&j->failed)) {
        struct timespec pause = {0, 100000000};
        nanosleep(&pause, NULL);
        if (seconds() - start > 1) {
            draw_progress(atomic_load(&j->done), j->files->count);
            drawn = true;
        }
    }
    if (drawn)
        fprintf(stderr, "\r\033[K");
    return NULL;
}

static void run_threads(job *j)
{
    unsigned count = j->options->jobs > j->files->count ? (unsigned)j->files->count : j->options->jobs;
    pthread_t *threads = calloc(count + 1, sizeof *threads);
    pthread_t watcher;
    bool watch = isatty(STDERR_FILENO) && !j->options->quiet && j->files->count > 1;
    watch = watch && pthread_create(&watcher, NULL, show_progress, j) == 0;
    unsigned started = 0;
    while (started + 1 < count && pthread_create(&threads[started], NULL, work, j) == 0)
        started++;
    work(j);
    for (unsigned i = 0; i < started; i++)
        pthread_join(threads[i], NULL);
    if (watch)
        pthread_join(watcher, NULL);
    free(threads);
}

/* ---- the batch ---- */

static bool declare_all(const job *j, xy_session *session)
{
    for (size_t i = 0; i < j->files->count; i++) {
        if (strcmp(j->files->items[i].path, "-") == 0)
            continue;
        size_t length;
        char *text = cli_read(j->files->items[i].path, &length);
        if (!text) {
            cli_error(j->options->chinese, "cannot read '%s': %s", j->files->items[i].path, strerror(errno));
            return false;
        }
        xy_status status = xy_session_declare(session, j->files->items[i].path, text, length);
        free(text);
        if (status != XY_OK) {
            cli_error(j->options->chinese, "%s: internal error: %s", j->files->items[i].path, xy_status_text(status));
            return false;
        }
    }
    return true;
}

static void collect_runtime(const job *j, xy_session *session, cli_batch *batch)
{
    cli_list names = {0};
    bool orafce = false;
    for (size_t i = 0; i < batch->count; i++) {
        const cli_outcome *one = &batch->items[i];
        orafce = orafce || one->needs_orafce;
        for (size_t n = 0; n < one->runtime.count; n++) {
            bool known = false;
            for (size_t k = 0; k < names.count && !known; k++)
                known = strcmp(names.items[k], one->runtime.items[n]) == 0;
            if (!known)
                cli_list_add(&names, one->runtime.items[n]);
        }
    }
    const char *text = NULL;
    batch->install_include = copy(xy_session_target_fact(session, "install_include"));
    batch->install_command = copy(xy_session_target_fact(session, "install_command"));
    if (xy_runtime_text(session, (const char *const *)names.items, names.count, orafce, &text) == XY_OK)
        batch->runtime_text = copy(text);
    if (j->options->preflight && xy_preflight_text(session, (const char *const *)names.items, names.count, orafce, &text) == XY_OK)
        batch->preflight_text = copy(text);
    cli_list_free(&names);
}

/* The declarations of --catalog and of the batch, read once for all targets that read them alike. */
static bool declare_for(job *j, size_t target)
{
    xy_session *session = j->sessions[target];
    for (size_t t = 0; t < target; t++)
        if (j->catalogs[t] == j->sessions[t] && xy_session_may_share(session, j->sessions[t])) {
            j->catalogs[target] = j->sessions[t];
            return true;
        }
    bool whole = j->files->count > 1;
    if (!cli_declare_catalogs(j->options, session) || (whole && !declare_all(j, session)))
        return false;
    j->catalogs[target] = session;
    return xy_session_declared(session) == XY_OK;
}

static bool declare(job *j)
{
    for (size_t t = 0; t < j->targets->count && (j->files->count > 1 || j->options->catalogs.count); t++)
        if (!declare_for(j, t))
            return false;
    return true;
}

static void begin_batches(const job *j)
{
    memset(j->batches, 0, j->targets->count * sizeof *j->batches);
    for (size_t t = 0; t < j->targets->count; t++) {
        cli_batch *batch = &j->batches[t];
        batch->target = j->targets->items[t];
        if (j->options->output)
            batch->output = cli_target_path(j->options->output, batch->target, j->targets->count > 1, true);
        batch->count = j->files->count;
        batch->items = calloc(batch->count + 1, sizeof *batch->items);
        for (size_t i = 0; i < batch->count; i++)
            batch->items[i].file = &j->files->items[i];
    }
}

bool cli_run_batches(const cli_options *options, const xy_rules *rules, const cli_list *targets, const cli_files *files, bool keep_text, cli_batch *batches)
{
    job j = {.options = options, .rules = rules, .targets = targets, .files = files, .keep_text = keep_text, .batches = batches};
    begin_batches(&j);
    j.common_runtime = files->any_directory && options->output;
    j.sessions = new_sessions(&j);
    j.catalogs = calloc(targets->count + 1, sizeof(const xy_session *));
    bool fine = j.sessions && declare(&j);
    if (fine) {
        run_threads(&j);
        fine = !atomic_load(&j.failed);
        for (size_t t = 0; t < targets->count; t++) {
            collect_runtime(&j, j.sessions[t], &batches[t]);
            cli_collect_unresolved(&batches[t]);
        }
    }
    if (j.sessions)
        free_sessions(j.sessions, targets->count);
    free(j.catalogs);
    return fine;
}

void cli_diag_free(cli_diag *diag)
{
    char *texts[] = {diag->code, diag->rule, diag->severity, diag->message, diag->advice, diag->caret};
    for (size_t t = 0; t < sizeof texts / sizeof *texts; t++)
        free(texts[t]);
}

static void free_outcome(cli_outcome *one)
{
    for (size_t i = 0; i < one->unit_count; i++) {
        free(one->units[i].kind);
        free(one->units[i].name);
    }
    for (size_t i = 0; i < one->diag_count; i++)
        cli_diag_free(&one->diags[i]);
    free(one->units);
    free(one->diags);
    free(one->encoding);
    free(one->output);
    free(one->text);
    cli_list_free(&one->declared);
    cli_list_free(&one->needed);
    cli_list_free(&one->runtime);
    for (size_t i = 0; i < one->place_count; i++)
        free(one->places[i].name);
    free(one->places);
}

void cli_batch_free(cli_batch *batch)
{
    for (size_t i = 0; i < batch->count; i++)
        free_outcome(&batch->items[i]);
    cli_free_unresolved(batch);
    free(batch->items);
    free(batch->output);
    free(batch->runtime_text);
    free(batch->install_include);
    free(batch->install_command);
    free(batch->preflight_text);
}

void cli_count(const cli_batch *batch, size_t counts[5])
{
    memset(counts, 0, 5 * sizeof *counts);
    for (size_t i = 0; i < batch->count; i++)
        for (size_t u = 0; u < batch->items[i].unit_count; u++)
            counts[batch->items[i].units[u].status]++;
}

xy_unit_status cli_worst(const cli_batch *batch)
{
    size_t counts[5];
    cli_count(batch, counts);
    return counts[XY_UNPARSED] ? XY_UNPARSED : counts[XY_UNSUPPORTED_UNIT] ? XY_UNSUPPORTED_UNIT : counts[XY_NEEDS_REVIEW] ? XY_NEEDS_REVIEW : XY_CONVERTED;
}
