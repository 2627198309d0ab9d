/* How much of a code base the analysis understands:  sema_stats [-v] FILE…
 * All files are declared, then each unit is analysed. Prints the share of names resolved and of expressions with a type, the speed and the
 * memory of the catalog; with -v each name and expression that stays unknown, with its place. */
#include "sema/sema.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

typedef struct totals {
    uint64_t bytes, names, known, exprs, typed;
    double parse, declare, analyse;
} totals;

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static bool load(xy_arena *arena, const char *path, xy_source *source, xy_units *units, totals *t)
{
    FILE *file = fopen(path, "rb");
    if (!file)
        return false;
    xy_buffer text;
    xy_buffer_init(&text, arena);
    char block[65536];
    size_t length;
    while ((length = fread(block, 1, sizeof block, file)) > 0)
        xy_buffer_add(&text, block, length);
    fclose(file);
    double start = now();
    xy_diags diags;
    xy_diags_init(&diags, arena);
    xy_source_decode(source, arena, xy_str_from(path), xy_buffer_str(&text), XY_ENCODING_AUTO, &diags);
    xy_syntax_lex(source, arena, &diags);
    xy_syntax_parse(source, arena, units, &diags);
    t->parse += now() - start;
    t->bytes += source->text.length;
    return true;
}

typedef struct reporter {
    const xy_analysis *a;
    const char *path;
} reporter;

static bool report(xy_node *node, void *data)
{
    const reporter *r = data;
    const xy_info *info = xy_info_of(r->a, node);
    bool name = node->kind == XY_NODE_NAME && !info->symbol && (info->type || info->in_sql);
    bool expr = node->kind != XY_NODE_NAME && info->type && info->type->family == XY_FAMILY_UNKNOWN;
    const xy_node *parent = node->parent;
    if (parent && parent->kind == XY_NODE_CALL && XY_AS(call, parent)->callee == node)
        parent = parent->parent;
    bool typeless =
        node->kind == XY_NODE_STAR || node->kind == XY_NODE_ROW || node->kind == XY_NODE_DEFAULT || (parent && parent->kind == XY_NODE_PROCEDURE_CALL);
    if ((name || (expr && !typeless)) && node->first < node->last) {
        const xy_source *s = r->a->source;
        xy_position at = xy_source_position(s, s->tokens[node->first].offset);
        uint32_t from = s->tokens[node->first].offset, to = s->tokens[node->last - 1].offset + s->tokens[node->last - 1].length;
        printf("%s:%u:%u: %s %.*s\n", r->path, at.line, at.column, xy_node_infos[node->kind].name, (int)(to - from < 70 ? to - from : 70), s->text.data + from);
    }
    xy_node_each_child(node, report, data);
    return true;
}

static void analyse(xy_arena *arena, const char *path, const xy_catalog *catalog, bool verbose, totals *t)
{
    xy_source source = {0};
    xy_units units = {0};
    totals ignored = {0};
    if (!load(arena, path, &source, &units, &ignored))
        return;
    for (uint32_t i = 0; i < units.count; i++) {
        double start = now();
        xy_analysis *a = xy_sema_analyse(arena, &source, &units.items[i], catalog, NULL);
        t->analyse += now() - start;
        t->names += a->name_count;
        t->known += a->name_known;
        t->exprs += a->expr_count;
        t->typed += a->expr_typed;
        reporter r = {a, path};
        if (verbose && units.items[i].tree)
            report(units.items[i].tree, &r);
    }
}

int main(int argc, char **argv)
{
    xy_guard guard;
    xy_arena catalog_arena, file_arena;
    bool verbose = argc > 1 && strcmp(argv[1], "-v") == 0;
    totals t = {0};
    if (setjmp(guard.jump))
        return 2;
    xy_arena_init(&catalog_arena, &guard, NULL);
    xy_arena_init(&file_arena, &guard, NULL);
    xy_catalog *catalog = xy_catalog_new(&catalog_arena, NULL);
    for (int i = 1 + verbose; i < argc; i++) {
        xy_source source = {0};
        xy_units units = {0};
        if (!load(&file_arena, argv[i], &source, &units, &t))
            fprintf(stderr, "%s: cannot be read\n", argv[i]);
        double start = now();
        for (uint32_t u = 0; u < units.count; u++)
            xy_catalog_add_unit(catalog, &source, &units.items[u]);
        t.declare += now() - start;
        xy_arena_reset(&file_arena);
    }
    double start = now();
    xy_catalog_finish(catalog);
    double finish = now() - start;
    for (int i = 1 + verbose; i < argc; i++) {
        analyse(&file_arena, argv[i], catalog, verbose, &t);
        xy_arena_reset(&file_arena);
    }
    uint32_t objects;
    xy_catalog_objects(catalog, &objects);
    double mb = (double)t.bytes / 1e6;
    printf("names %llu of %llu (%.2f %%), expressions %llu of %llu (%.2f %%)\n", (unsigned long long)t.known, (unsigned long long)t.names,
           t.names ? 100.0 * (double)t.known / (double)t.names : 100.0, (unsigned long long)t.typed, (unsigned long long)t.exprs,
           t.exprs ? 100.0 * (double)t.typed / (double)t.exprs : 100.0);
    printf("%.1f MB, %u objects, catalog %.1f MB; parse %.1f MB/s, declare %.1f MB/s, finish %.3f s, analyse %.1f MB/s\n", mb, objects,
           (double)catalog_arena.total / 1e6, mb / t.parse, mb / t.declare, finish, mb / t.analyse);
    xy_arena_free(&file_arena);
    xy_arena_free(&catalog_arena);
    return 0;
}
