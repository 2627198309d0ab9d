/* The JSON report (docs/report.md) and install.sql. */
#define _GNU_SOURCE
#include "cli.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

void cli_json_string(FILE *out, const char *text)
{
    fputc('"', out);
    for (const unsigned char *c = (const unsigned char *)text; *c; c++) {
        if (*c == '"' || *c == '\\')
            fprintf(out, "\\%c", *c);
        else if (*c == '\n')
            fputs("\\n", out);
        else if (*c == '\t')
            fputs("\\t", out);
        else if (*c < 0x20 || *c == 0x7f)
            fprintf(out, "\\u%04x", *c);
        else
            fputc(*c, out);
    }
    fputc('"', out);
}

static void print_member(FILE *out, const char *name, const char *value)
{
    fprintf(out, "\"%s\":", name);
    cli_json_string(out, value);
}

static void print_diag(FILE *out, const cli_diag *d)
{
    fputc('{', out);
    print_member(out, "code", d->code);
    fputc(',', out);
    print_member(out, "rule", d->rule);
    fputc(',', out);
    print_member(out, "severity", d->severity);
    fprintf(out, ",\"line\":%u,\"column\":%u,\"end_column\":%u,", d->line, d->column, d->end_column);
    print_member(out, "message", d->message);
    fputc(',', out);
    print_member(out, "advice", d->advice);
    fprintf(out, ",\"effort\":%u}", d->effort);
}

static void print_unit(FILE *out, const cli_outcome *file, const cli_unit *unit)
{
    fputs("\n   {", out);
    print_member(out, "kind", unit->kind);
    fputc(',', out);
    print_member(out, "name", unit->name);
    fprintf(out, ",\"line\":%u,\"end_line\":%u,", unit->line, unit->end_line);
    print_member(out, "status", cli_status_name(unit->status));
    fprintf(out, ",\"target\":{\"line\":%u,\"end_line\":%u},\"diagnostics\":[", unit->target_line, unit->target_end_line);
    for (size_t i = 0; i < unit->diag_count; i++) {
        if (i)
            fputc(',', out);
        print_diag(out, &file->diags[unit->first_diag + i]);
    }
    fputs("]}", out);
}

static void print_file(FILE *out, const cli_outcome *file)
{
    fputs("\n  {", out);
    print_member(out, "path", file->file->path);
    fputc(',', out);
    print_member(out, "encoding", file->encoding ? file->encoding : "");
    if (file->output) {
        fputc(',', out);
        print_member(out, "output", file->output);
    }
    fputs(",\"units\":[", out);
    for (size_t i = 0; i < file->unit_count; i++) {
        if (i)
            fputc(',', out);
        print_unit(out, file, &file->units[i]);
    }
    fputs("]}", out);
}

void cli_print_json(FILE *out, const char *target, const cli_batch *batch)
{
    fputs("{", out);
    print_member(out, "xinyi", xy_version());
    fputc(',', out);
    print_member(out, "target", target);
    fputs(",\"files\":[", out);
    for (size_t i = 0; i < batch->count; i++) {
        if (i)
            fputc(',', out);
        print_file(out, &batch->items[i]);
    }
    fputs("]}\n", out);
}

bool cli_write_report(const char *path, const char *target, const cli_batch *batch)
{
    char *text = NULL;
    size_t length = 0;
    FILE *memory = open_memstream(&text, &length);
    if (!memory)
        return false;
    cli_print_json(memory, target, batch);
    bool fine = fclose(memory) == 0 && cli_write(path, text, length);
    free(text);
    return fine;
}

/* ---- install.sql: depth first over "file needs a name that another file declares" ---- */

typedef struct owner { const char *name; size_t file; } owner;
typedef struct order {
    const cli_batch *batch;
    owner  *owners; size_t owner_count;
    char   *state;   /* 0 new, 1 under way, 2 placed */
    size_t *placed;  size_t count;
} order;

static int by_name(const void *a, const void *b)
{
    const owner *x = a, *y = b;
    int names = strcmp(x->name, y->name);
    return names ? names : x->file < y->file ? -1 : x->file > y->file;
}

static void index_owners(order *o)
{
    size_t total = 0;
    for (size_t i = 0; i < o->batch->count; i++)
        total += o->batch->items[i].declared.count;
    o->owners = calloc(total + 1, sizeof *o->owners);
    for (size_t i = 0; i < o->batch->count; i++)
        for (size_t n = 0; n < o->batch->items[i].declared.count; n++)
            o->owners[o->owner_count++] = (owner){o->batch->items[i].declared.items[n], i};
    qsort(o->owners, o->owner_count, sizeof *o->owners, by_name);
}

/* The first file that declares the name, or -1. */
static ptrdiff_t declaring_file(const order *o, const char *name)
{
    size_t low = 0, high = o->owner_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (strcmp(o->owners[middle].name, name) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low < o->owner_count && strcmp(o->owners[low].name, name) == 0 ? (ptrdiff_t)o->owners[low].file : -1;
}

static void place(order *o, size_t file)
{
    if (o->state[file])
        return;
    o->state[file] = 1;
    const cli_list *needed = &o->batch->items[file].needed;
    for (size_t i = 0; i < needed->count; i++) {
        ptrdiff_t other = declaring_file(o, needed->items[i]);
        if (other >= 0 && (size_t)other != file)
            place(o, (size_t)other);
    }
    o->state[file] = 2;
    o->placed[o->count++] = file;
}

bool cli_write_install(const cli_options *options, const char *directory, const cli_batch *batch)
{
    order o = {.batch = batch, .state = calloc(batch->count + 1, 1), .placed = calloc(batch->count + 1, sizeof(size_t))};
    index_owners(&o);
    for (size_t i = 0; i < batch->count; i++)
        place(&o, i);
    char *text = NULL;
    size_t length = 0;
    FILE *memory = open_memstream(&text, &length);
    fputs("-- Installs the translated files in the order of their dependencies: psql -f install.sql\n", memory);
    if (batch->runtime_text && *batch->runtime_text)
        fputs("\\ir xinyi_runtime.sql\n", memory);
    for (size_t i = 0; i < o.count; i++)
        fprintf(memory, "\\ir '%s'\n", batch->items[o.placed[i]].file->relative);
    bool fine = fclose(memory) == 0;
    char *path = cli_join(directory, "install.sql"), *runtime = cli_join(directory, "xinyi_runtime.sql");
    fine = fine && cli_write(path, text, length);
    if (fine && batch->runtime_text && *batch->runtime_text)
        fine = cli_write(runtime, batch->runtime_text, strlen(batch->runtime_text));
    if (!fine)
        cli_error(options->chinese, "cannot write '%s': %s", path, strerror(errno));
    free(path);
    free(runtime);
    free(text);
    free(o.owners);
    free(o.state);
    free(o.placed);
    return fine;
}
