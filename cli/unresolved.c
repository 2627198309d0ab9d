/* Names that nothing declares: listed once for the batch, with all their places. */
#include "cli.h"

#include <stdlib.h>
#include <string.h>

static const char unknown_name[] = "XY1503"; /* the finding of the library for one place */

typedef struct located {
    size_t file, place;
    const cli_place *of;
} located;

void cli_keep_places(const xy_result *result, cli_outcome *out)
{
    out->place_count = xy_result_unresolved_count(result);
    out->places = calloc(out->place_count + 1, sizeof *out->places);
    if (!out->places)
        abort();
    for (size_t i = 0; i < out->place_count; i++) {
        static const char *const kinds[] = {"table", "routine", "type", "name"};
        xy_unresolved_name name;
        xy_result_unresolved(result, i, &name);
        size_t kind = 0;
        while (kind + 1 < sizeof kinds / sizeof *kinds && strcmp(kinds[kind], name.kind) != 0)
            kind++;
        out->places[i] = (cli_place){strdup(name.name), kinds[kind], name.line, name.column, false};
    }
}

static int by_name(const void *a, const void *b)
{
    const located *x = a, *y = b;
    int order = strcmp(x->of->name, y->of->name);
    if (!order)
        order = x->file < y->file ? -1 : x->file > y->file;
    return order ? order : x->place < y->place ? -1 : x->place > y->place;
}

static located *all_places(const cli_batch *batch, size_t *count)
{
    size_t total = 0;
    for (size_t i = 0; i < batch->count; i++)
        total += batch->items[i].place_count;
    located *places = calloc(total + 1, sizeof *places);
    if (!places)
        abort();
    *count = 0;
    for (size_t i = 0; i < batch->count; i++)
        for (size_t p = 0; p < batch->items[i].place_count; p++)
            places[(*count)++] = (located){i, p, &batch->items[i].places[p]};
    qsort(places, total, sizeof *places, by_name);
    return places;
}

/* Are both of one name? What it should be, a table or a routine, is told by where it stands: the first place decides. */
static bool same_name(const located *a, const located *b)
{
    return strcmp(a->of->name, b->of->name) == 0;
}

static void add_names(cli_batch *batch, const located *places, size_t count)
{
    batch->unresolved = calloc(count + 1, sizeof *batch->unresolved);
    struct cli_use *uses = calloc(count + 1, sizeof *uses); /* of the first name; the others point into it */
    if (!batch->unresolved || !uses)
        abort();
    batch->unresolved[0].uses = uses;
    for (size_t i = 0; i < count; i++) {
        cli_outcome *file = &batch->items[places[i].file];
        if (i == 0 || !same_name(&places[i - 1], &places[i])) {
            batch->unresolved[batch->unresolved_count++] = (cli_unresolved){places[i].of->name, places[i].of->kind, uses + i, 0};
            file->places[places[i].place].first = true;
        }
        uses[i] = (struct cli_use){file->file->path, places[i].of};
        batch->unresolved[batch->unresolved_count - 1].use_count++;
    }
}

static int by_place(const void *a, const void *b)
{
    const cli_place *x = a, *y = b;
    if (x->line != y->line)
        return x->line < y->line ? -1 : 1;
    return x->column < y->column ? -1 : x->column > y->column;
}

/* The first places among those of the file, sorted. */
static cli_place *first_places(const cli_outcome *file, size_t *count)
{
    cli_place *firsts = calloc(file->place_count + 1, sizeof *firsts);
    if (!firsts)
        abort();
    *count = 0;
    for (size_t i = 0; i < file->place_count; i++)
        if (file->places[i].first)
            firsts[(*count)++] = file->places[i];
    qsort(firsts, *count, sizeof *firsts, by_place);
    return firsts;
}

static bool is_repeated(const cli_diag *diag, const cli_place *firsts, size_t count)
{
    cli_place at = {.line = diag->line, .column = diag->column};
    return strcmp(diag->code, unknown_name) == 0 && !bsearch(&at, firsts, count, sizeof *firsts, by_place);
}

static void drop_repeated(cli_outcome *file)
{
    size_t kept = 0, count_of_firsts;
    cli_place *firsts = first_places(file, &count_of_firsts);
    for (size_t u = 0; u < file->unit_count; u++) {
        cli_unit *unit = &file->units[u];
        size_t first = unit->first_diag, count = unit->diag_count;
        unit->first_diag = kept;
        for (size_t i = first; i < first + count; i++) {
            if (is_repeated(&file->diags[i], firsts, count_of_firsts))
                cli_diag_free(&file->diags[i]);
            else
                file->diags[kept++] = file->diags[i];
        }
        unit->diag_count = kept - unit->first_diag;
    }
    file->diag_count = kept;
    free(firsts);
}

void cli_collect_unresolved(cli_batch *batch)
{
    size_t count;
    located *places = all_places(batch, &count);
    add_names(batch, places, count);
    free(places);
    for (size_t i = 0; i < batch->count; i++)
        drop_repeated(&batch->items[i]);
}

void cli_print_unresolved(const cli_options *options, FILE *out, const cli_batch *batch)
{
    if (!batch->unresolved_count)
        return;
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
    fprintf(out, cli_say(options->chinese, "names that neither the files nor the catalog declare: %zu"), batch->unresolved_count);
#pragma GCC diagnostic pop
    fputc('\n', out);
    for (size_t i = 0; i < batch->unresolved_count; i++) {
        const cli_unresolved *name = &batch->unresolved[i];
        fprintf(out, "  %s %s:", cli_say(options->chinese, strcmp(name->kind, "table") == 0 ? "table or view" : name->kind), name->name);
        for (size_t u = 0; u < name->use_count; u++)
            fprintf(out, "%s %s:%u:%u", u ? "," : "", name->uses[u].path, name->uses[u].place->line, name->uses[u].place->column);
        fputc('\n', out);
    }
}

void cli_print_unresolved_json(FILE *out, const cli_batch *batch)
{
    fputs(",\"unresolved\":[", out);
    for (size_t i = 0; i < batch->unresolved_count; i++) {
        const cli_unresolved *name = &batch->unresolved[i];
        fputs(i ? ",\n  {\"name\":" : "\n  {\"name\":", out);
        cli_json_string(out, name->name);
        fprintf(out, ",\"kind\":\"%s\",\"places\":[", name->kind);
        for (size_t u = 0; u < name->use_count; u++) {
            fputs(u ? ",{\"path\":" : "{\"path\":", out);
            cli_json_string(out, name->uses[u].path);
            fprintf(out, ",\"line\":%u,\"column\":%u}", name->uses[u].place->line, name->uses[u].place->column);
        }
        fputs("]}", out);
    }
    fputs("]", out);
}

void cli_free_unresolved(cli_batch *batch)
{
    if (batch->unresolved)
        free(batch->unresolved[0].uses);
    free(batch->unresolved);
}
