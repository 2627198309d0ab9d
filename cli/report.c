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

void cli_print_json(FILE *out, const cli_batch *batch)
{
    fputs("{", out);
    print_member(out, "xinyi", xy_version());
    fputc(',', out);
    print_member(out, "target", batch->target);
    fputs(",\"files\":[", out);
    for (size_t i = 0; i < batch->count; i++) {
        if (i)
            fputc(',', out);
        print_file(out, &batch->items[i]);
    }
    fputs("]", out);
    cli_print_unresolved_json(out, batch);
    fputs("}\n", out);
}

bool cli_write_report(const char *path, const cli_batch *batch)
{
    char *text = NULL;
    size_t length = 0;
    FILE *memory = open_memstream(&text, &length);
    if (!memory)
        return false;
    cli_print_json(memory, batch);
    bool fine = fclose(memory) == 0 && cli_write(path, text, length);
    free(text);
    return fine;
}

/* ---- install.sql: by "file needs a name that another file declares" ----
 *
 * Files that need each other, whatever for, are found first (Tarjan's strongly connected components, which come out in the order of what they need).
 * Within them only what must be there when a file is installed counts: what the statements of routines use need not be there before they run. */

typedef struct owner {
    const char *name;
    size_t file;
} owner;
typedef struct order {
    const cli_batch *batch;
    owner *owners;
    size_t owner_count;
    char *state;    /* within its circle: 0 new, 1 under way, 2 placed */
    size_t *number; /* of the file in the order of the search, 0: not seen yet */
    size_t *lowest; /* number that can be reached from it and is still on the stack */
    size_t *circle; /* number of the first file of its circle once that is complete, else 0 */
    size_t *stack, stacked, numbers;
    size_t *placed;
    size_t count;
    struct circle {
        size_t file, other; /* `file` needs `name`, which `other` declares, which needs `file` in turn */
        const char *name;
    } * circles;
    size_t circle_count;
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

/* Once for two files: one line tells where the circle is broken. */
static void note_circle(order *o, size_t file, size_t other, const char *name)
{
    for (size_t i = 0; i < o->circle_count; i++)
        if (o->circles[i].file == file && o->circles[i].other == other)
            return;
    struct circle *grown = realloc(o->circles, (o->circle_count + 1) * sizeof *grown);
    if (!grown)
        abort();
    o->circles = grown;
    o->circles[o->circle_count++] = (struct circle){file, other, name};
}

/* A file of a circle, behind those of the circle that must be there before it. */
static void place(order *o, size_t file)
{
    if (o->state[file])
        return;
    o->state[file] = 1;
    const cli_outcome *item = &o->batch->items[file];
    for (size_t i = 0; i < item->needed_early; i++) {
        ptrdiff_t other = declaring_file(o, item->needed.items[i]);
        if (other < 0 || (size_t)other == file || o->circle[other] != o->circle[file])
            continue;
        if (o->state[other] == 1)
            note_circle(o, file, (size_t)other, item->needed.items[i]);
        place(o, (size_t)other);
    }
    o->state[file] = 2;
    o->placed[o->count++] = file;
}

static int by_size(const void *a, const void *b)
{
    const size_t *x = a, *y = b;
    return *x < *y ? -1 : *x > *y;
}

/* The circle that ends with `file` lies on top of the stack. */
static void place_circle(order *o, size_t file)
{
    size_t from = o->stacked;
    do
        from--;
    while (o->stack[from] != file);
    for (size_t i = from; i < o->stacked; i++)
        o->circle[o->stack[i]] = o->number[file];
    qsort(o->stack + from, o->stacked - from, sizeof *o->stack, by_size);
    for (size_t i = from; i < o->stacked; i++)
        place(o, o->stack[i]);
    o->stacked = from;
}

static void search(order *o, size_t file)
{
    o->number[file] = o->lowest[file] = ++o->numbers;
    o->stack[o->stacked++] = file;
    const cli_list *needed = &o->batch->items[file].needed;
    for (size_t i = 0; i < needed->count; i++) {
        ptrdiff_t other = declaring_file(o, needed->items[i]);
        if (other < 0 || o->circle[other])
            continue;
        if (!o->number[other])
            search(o, (size_t)other);
        if (o->lowest[other] < o->lowest[file])
            o->lowest[file] = o->lowest[other];
    }
    if (o->lowest[file] == o->number[file])
        place_circle(o, file);
}

/* A project that brings an install.sql of its own keeps it: its order is right. The runtime functions come before it all the same. */
static bool brings_own_install(const cli_batch *batch)
{
    for (size_t i = 0; i < batch->count; i++)
        if (strcmp(batch->items[i].file->relative, "install.sql") == 0)
            return true;
    return false;
}

/* A client of psql's kind: the name in quotes, a quote inside is doubled. DIsql: the name as it is, in double quotes when it has blanks. A target whose
 * client no text describes gets the names alone, as comments. */
static void print_include(FILE *out, const cli_batch *batch, const char *path)
{
    const char *include = batch->install_include ? batch->install_include : "";
    if (*include != '\\') {
        const char *quote = *include && strpbrk(path, " '") ? "\"" : "";
        fprintf(out, "%s%s%s%s\n", *include ? include : "-- ", quote, path, quote);
        return;
    }
    fprintf(out, "%s '", include);
    for (const char *c = path; *c; c++)
        fputs(*c == '\'' ? "''" : (char[]){*c, '\0'}, out);
    fputs("'\n", out);
}

/* In a comment, so on one line. */
static void print_in_comment(FILE *out, const char *text)
{
    for (const char *c = text; *c; c++)
        fputc(*c == '\n' || *c == '\r' ? ' ' : *c, out);
}

/* What the file needs of files that come later, for these need it. */
static void print_circles(FILE *out, const order *o, size_t file)
{
    for (size_t i = 0; i < o->circle_count; i++) {
        if (o->circles[i].file != file)
            continue;
        fputs("-- circle: the next file needs ", out);
        print_in_comment(out, o->circles[i].name);
        fputs(" of ", out);
        print_in_comment(out, o->batch->items[o->circles[i].other].file->relative);
        fputs(", which comes later because it needs the next file\n", out);
    }
}

static void print_dependency_order(FILE *out, const cli_batch *batch)
{
    size_t n = batch->count + 1;
    order o = {.batch = batch, .state = calloc(n, 1), .placed = calloc(n, sizeof(size_t)), .number = calloc(n, sizeof(size_t))};
    o.lowest = calloc(n, sizeof(size_t));
    o.circle = calloc(n, sizeof(size_t));
    o.stack = calloc(n, sizeof(size_t));
    index_owners(&o);
    for (size_t i = 0; i < batch->count; i++)
        if (!o.number[i])
            search(&o, i);
    for (size_t i = 0; i < o.count; i++) {
        print_circles(out, &o, o.placed[i]);
        print_include(out, batch, batch->items[o.placed[i]].file->relative);
    }
    free(o.circles);
    free(o.owners);
    free(o.state);
    free(o.placed);
    free(o.number);
    free(o.lowest);
    free(o.circle);
    free(o.stack);
}

static bool write_beside(const cli_options *options, const char *directory, const char *name, const char *text, size_t length)
{
    char *path = cli_join(directory, name);
    bool fine = cli_write(path, text, length);
    if (!fine)
        cli_error(options->chinese, "cannot write '%s': %s", path, strerror(errno));
    free(path);
    return fine;
}

bool cli_write_install(const cli_options *options, const cli_batch *batch)
{
    bool own = brings_own_install(batch), runtime = batch->runtime_text && *batch->runtime_text;
    const char *name = own ? "xinyi_install.sql" : "install.sql";
    char *text = NULL;
    size_t length = 0;
    FILE *memory = open_memstream(&text, &length);
    const char *how = own ? "" : " in the order of their dependencies";
    if (batch->install_command && *batch->install_command)
        fprintf(memory, "-- Installs the translated files%s: %s %s\n", how, batch->install_command, name);
    else
        fprintf(memory, "-- The translated files%s; how the client of this server includes a file is not known: run them one by one\n", how);
    if (runtime)
        print_include(memory, batch, "xinyi_runtime.sql");
    if (own)
        print_include(memory, batch, "install.sql");
    else
        print_dependency_order(memory, batch);
    bool fine = fclose(memory) == 0 && write_beside(options, batch->output, name, text, length);
    if (fine && runtime)
        fine = write_beside(options, batch->output, "xinyi_runtime.sql", batch->runtime_text, strlen(batch->runtime_text));
    free(text);
    return fine;
}
