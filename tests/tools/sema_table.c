/* Checks tables of names and types:  sema_table FILE…
 *
 * `%types` … `%end` holds a script with {} for an expression; the lines that follow, up to the next section, are rows
 *     expression ; type ; nullability ; conversions
 * where type is as in `xinyi parse --types` (BINARY_FLOAT and the local time zone told apart, number(*,2) when only the scale is known, ` integral`
 * behind it), nullability one of
 * never, maybe, always and ?, and conversions, which may be missing, `operand>family` with commas, for the operands that Oracle converts.
 *
 * `%name what it shows` begins a script with a mark; `%is kind OWNER.NAME ; type ; nullability` ends it (`%is ?`: not known). After the mark
 * `^` the smallest node with a symbol or type is meant, after `^^` the largest expression. Lines that begin with # are comments.
 *
 * `%does NAME ; effects` or `%does PACKAGE.NAME ; effects` ends a script too: what the routine does as the catalog knows it. The analysis of the
 * routine's own unit must say the same of routines that are no members. */
#include "sema/sema.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct table {
    const char *path;
    xy_arena *kept;  /* the table's text and template */
    xy_arena *arena; /* one script */
    xy_str script;   /* `%types` … `%end`, or a `%name` script being read */
    xy_str title;
    uint32_t line, title_line;
    unsigned passed, failed;
} table;

/* ---- one script ---- */

typedef struct script {
    xy_source source;
    xy_units units;
    xy_diags diags;
    xy_catalog *catalog;
    xy_analysis *analysis;
} script;

static void load(script *s, xy_arena *arena, xy_str text)
{
    memset(s, 0, sizeof *s);
    xy_diags_init(&s->diags, arena);
    s->catalog = xy_catalog_new(arena, NULL);
    xy_source_decode(&s->source, arena, XY_STR("table"), text, XY_ENCODING_UTF8, &s->diags);
    xy_syntax_lex(&s->source, arena, &s->diags);
    xy_syntax_parse(&s->source, arena, &s->units, &s->diags);
    for (uint32_t i = 0; i < s->units.count; i++)
        xy_catalog_add_unit(s->catalog, &s->source, &s->units.items[i]);
    xy_catalog_finish(s->catalog);
}

typedef struct search {
    const xy_analysis *a;
    uint32_t token;
    bool largest;
    const xy_node *found;
} search;

static bool visit_marked(xy_node *node, void *data)
{
    search *s = data;
    const xy_info *info = xy_info_of(s->a, node);
    bool shown = s->largest ? info->type && xy_node_in_group(node->kind, "Expr") : info->symbol || info->type;
    if (node->first == s->token && shown && !(s->largest && s->found))
        s->found = node;
    xy_node_each_child(node, visit_marked, data);
    return true;
}

static const xy_node *marked(script *s, xy_arena *arena)
{
    search found = {.token = XY_NO_TOKEN};
    for (uint32_t t = 0; t < s->source.token_count; t++) {
        xy_str text = xy_token_text(&s->source, t);
        bool small = xy_str_equal(text, XY_STR("/*^*/")), large = xy_str_equal(text, XY_STR("/*^^*/"));
        if (small || large) {
            found.token = xy_token_next(&s->source, t);
            found.largest = large;
        }
    }
    for (uint32_t u = 0; u < s->units.count && !found.found; u++) {
        const xy_unit *unit = &s->units.items[u];
        if (found.token < unit->first || found.token >= unit->last || !unit->tree)
            continue;
        s->analysis = xy_sema_analyse(arena, &s->source, unit, s->catalog, NULL);
        found.a = s->analysis;
        visit_marked(unit->tree, &found);
    }
    return found.found;
}

/* ---- what was found ---- */

static void add_type(xy_buffer *out, xy_arena *arena, const xy_info *info)
{
    const xy_type *type = info->type;
    if (type && type->family == XY_FAMILY_FLOAT)
        xy_buffer_add_text(out, type->binary_float ? "binary_float" : "binary_double");
    else if (type && type->family == XY_FAMILY_TIMESTAMPTZ && type->local_zone)
        xy_buffer_add_text(out, "timestampltz");
    else
        xy_buffer_add_str(out, xy_type_text(arena, type));
    if (type && type->family == XY_FAMILY_NUMBER && type->precision < 0 && type->scale != INT32_MIN)
        xy_buffer_format(out, "(*,%d)", (int)type->scale);
    if (info->integral)
        xy_buffer_add_text(out, " integral");
}

typedef struct conversions {
    const script *s;
    xy_buffer *out;
    const char *separator;
} conversions;

static bool visit_conversion(xy_node *node, void *data)
{
    conversions *c = data;
    const xy_info *info = xy_info_of(c->s->analysis, node);
    if (info->convert_to) {
        const xy_source *source = &c->s->source;
        uint32_t from = source->tokens[node->first].offset, to = source->tokens[node->last - 1].offset + source->tokens[node->last - 1].length;
        xy_buffer_format(c->out, "%s%.*s>%s", c->separator, (int)(to - from), source->text.data + from, xy_family_name((xy_family)info->convert_to));
        c->separator = ", ";
    }
    xy_node_each_child(node, visit_conversion, data);
    return true;
}

static const char *null_name(xy_nullability nullability)
{
    static const char *const names[] = {"?", "never", "maybe", "always"};
    return names[nullability];
}

static xy_str describe_value(script *s, xy_arena *arena, const xy_node *node)
{
    xy_buffer out;
    xy_buffer_init(&out, arena);
    const xy_info *info = xy_info_of(s->analysis, node);
    add_type(&out, arena, info);
    xy_buffer_format(&out, " ; %s", null_name(info->nullability));
    conversions c = {s, &out, " ; "};
    xy_node_each_child((xy_node *)(uintptr_t)node, visit_conversion, &c);
    return xy_buffer_str(&out);
}

static xy_str describe_name(script *s, xy_arena *arena, const xy_node *node)
{
    xy_buffer out;
    xy_buffer_init(&out, arena);
    const xy_info *info = xy_info_of(s->analysis, node);
    const xy_symbol *symbol = info->symbol;
    if (!symbol)
        return XY_STR("?");
    xy_buffer_format(&out, "%s ", xy_symbol_kind_name(symbol->kind));
    if (symbol->owner && symbol->owner->name.length)
        xy_buffer_format(&out, "%.*s.", XY_STR_ARG(symbol->owner->name));
    xy_buffer_format(&out, "%.*s ; ", XY_STR_ARG(symbol->name));
    add_type(&out, arena, info);
    xy_buffer_format(&out, " ; %s", null_name(info->nullability));
    return xy_buffer_str(&out);
}

/* ---- effects ---- */

static xy_symbol *routine_named(const script *s, xy_str name)
{
    const char *dot = memchr(name.data, '.', name.length);
    if (!dot)
        return xy_catalog_find(s->catalog, (xy_str){0}, name, true);
    xy_str package = {name.data, (uint32_t)(dot - name.data)}, member = {dot + 1, name.length - package.length - 1};
    const xy_symbol *owner = xy_catalog_find(s->catalog, (xy_str){0}, package, true);
    return owner && owner->members ? xy_map_get(owner->members, member) : NULL;
}

/* Effects by the analysis of the unit that creates it; `known` where no unit does. */
static uint32_t effects_at_home(script *s, xy_arena *arena, const xy_symbol *routine, uint32_t known)
{
    for (uint32_t u = 0; u < s->units.count; u++) {
        const xy_node *tree = s->units.items[u].tree;
        if (!tree || tree->kind != XY_NODE_CREATE_ROUTINE)
            continue;
        const xy_analysis *a = xy_sema_analyse(arena, &s->source, &s->units.items[u], s->catalog, NULL);
        const xy_symbol *own = xy_info_of(a, tree)->symbol;
        if (own && xy_str_equal(own->name, routine->name))
            return own->effects;
    }
    return known;
}

static xy_str describe_effects(script *s, xy_arena *arena, xy_str name)
{
    const xy_symbol *routine = routine_named(s, name);
    if (!routine)
        return XY_STR("(no such routine)");
    xy_buffer out;
    xy_buffer_init(&out, arena);
    uint32_t home = effects_at_home(s, arena, routine, routine->effects);
    xy_sema_effects_text(&out, routine->effects);
    if (home != routine->effects) {
        xy_buffer_add_text(&out, " / its own unit: ");
        xy_sema_effects_text(&out, home);
    }
    return xy_buffer_str(&out);
}

/* ---- the table ---- */

static void verdict(table *t, xy_str what, xy_str expected, xy_str found, uint32_t line)
{
    if (xy_str_equal(expected, found)) {
        t->passed++;
        return;
    }
    t->failed++;
    printf("%s:%u: %.*s\n    expected %.*s\n    found    %.*s\n", t->path, line, XY_STR_ARG(what), XY_STR_ARG(expected), XY_STR_ARG(found));
}

static xy_str trimmed(xy_str text)
{
    while (text.length && text.data[0] == ' ')
        text = (xy_str){text.data + 1, text.length - 1};
    while (text.length && text.data[text.length - 1] == ' ')
        text.length--;
    return text;
}

/* The script with the marked expression in the place of {}. */
static xy_str filled(xy_arena *arena, xy_str text, xy_str expression)
{
    xy_buffer out;
    xy_buffer_init(&out, arena);
    for (uint32_t i = 0; i < text.length; i++) {
        if (i + 1 < text.length && text.data[i] == '{' && text.data[i + 1] == '}') {
            xy_buffer_add_text(&out, "/*^^*/");
            xy_buffer_add_str(&out, expression);
            i++;
        } else {
            xy_buffer_add_char(&out, text.data[i]);
        }
    }
    return xy_buffer_str(&out);
}

static void check_row(table *t, xy_str line)
{
    const char *end = NULL;
    for (uint32_t i = 0; i + 2 < line.length && !end; i++) {
        if (memcmp(line.data + i, " ; ", 3) == 0)
            end = line.data + i;
    }
    if (!end) {
        verdict(t, line, XY_STR("expression ; type ; nullability"), XY_STR("no row"), t->line);
        return;
    }
    xy_str expression = {line.data, (uint32_t)(end - line.data)};
    xy_str expected = trimmed((xy_str){end + 3, line.length - expression.length - 3});
    script s;
    load(&s, t->arena, filled(t->arena, t->script, trimmed(expression)));
    const xy_node *node = marked(&s, t->arena);
    verdict(t, expression, expected, node ? describe_value(&s, t->arena, node) : XY_STR("(no such node)"), t->line);
}

static void check_name(table *t, xy_str expected)
{
    script s;
    load(&s, t->arena, t->script);
    const xy_node *node = marked(&s, t->arena);
    verdict(t, t->title, expected, node ? describe_name(&s, t->arena, node) : XY_STR("(no such node)"), t->title_line);
}

static void check_effects(table *t, xy_str row)
{
    const char *end = memchr(row.data, ';', row.length);
    xy_str name = trimmed(end ? (xy_str){row.data, (uint32_t)(end - row.data)} : row);
    script s;
    load(&s, t->arena, t->script);
    xy_str expected = end ? trimmed((xy_str){end + 1, row.length - (uint32_t)(end + 1 - row.data)}) : XY_STR("");
    verdict(t, t->title, expected, describe_effects(&s, t->arena, name), t->title_line);
}

static bool begins(xy_str line, const char *word, xy_str *rest)
{
    xy_str start = xy_str_from(word);
    if (line.length < start.length || memcmp(line.data, start.data, start.length) != 0)
        return false;
    *rest = trimmed((xy_str){line.data + start.length, line.length - start.length});
    return true;
}

typedef enum section { ROWS, TYPES_SCRIPT, NAME_SCRIPT } section;

static section take_line(table *t, section in, xy_str line, const char *script_start)
{
    xy_str rest;
    if (in == TYPES_SCRIPT && begins(line, "%end", &rest)) {
        t->script = (xy_str){t->script.data, (uint32_t)(line.data - t->script.data)};
        return ROWS;
    }
    if (in == NAME_SCRIPT && begins(line, "%is", &rest)) {
        t->script = (xy_str){t->script.data, (uint32_t)(line.data - t->script.data)};
        check_name(t, rest);
        return ROWS;
    }
    if (in == NAME_SCRIPT && begins(line, "%does", &rest)) {
        t->script = (xy_str){t->script.data, (uint32_t)(line.data - t->script.data)};
        check_effects(t, rest);
        return ROWS;
    }
    if (in != ROWS)
        return in;
    if (begins(line, "%types", &rest) || begins(line, "%name", &t->title)) {
        t->script.data = script_start;
        t->title_line = t->line;
        return line.data[1] == 't' ? TYPES_SCRIPT : NAME_SCRIPT;
    }
    if (line.length && line.data[0] != '#')
        check_row(t, line);
    return ROWS;
}

static void check_table(table *t, xy_str text)
{
    section in = ROWS;
    const char *end = text.data + text.length;
    for (const char *p = text.data; p < end;) {
        const char *newline = memchr(p, '\n', (size_t)(end - p));
        const char *stop = newline ? newline : end;
        t->line++;
        in = take_line(t, in, (xy_str){p, (uint32_t)(stop - p)}, stop + (newline != NULL));
        xy_arena_reset(t->arena);
        p = stop + 1;
    }
    if (in != ROWS)
        verdict(t, t->title, XY_STR("the end of its script"), XY_STR("the end of the file"), t->title_line);
}

static bool read_file(xy_arena *arena, const char *path, xy_str *text)
{
    FILE *file = fopen(path, "rb");
    if (!file)
        return false;
    xy_buffer out;
    xy_buffer_init(&out, arena);
    char block[65536];
    size_t length;
    while ((length = fread(block, 1, sizeof block, file)) > 0)
        xy_buffer_add(&out, block, length);
    fclose(file);
    *text = xy_buffer_str(&out);
    return true;
}

int main(int argc, char **argv)
{
    xy_guard guard;
    xy_arena kept, arena;
    volatile unsigned passed = 0, failed = 0; /* kept over longjmp */
    xy_arena_init(&kept, &guard, NULL);
    xy_arena_init(&arena, &guard, NULL);
    if (setjmp(guard.jump))
        return 2;
    for (int i = 1; i < argc; i++) {
        xy_str text;
        table t = {.path = argv[i], .kept = &kept, .arena = &arena};
        if (!read_file(&kept, argv[i], &text)) {
            fprintf(stderr, "%s: cannot be read\n", argv[i]);
            return 2;
        }
        check_table(&t, text);
        passed += t.passed;
        failed += t.failed;
    }
    printf("%u passed, %u failed\n", passed, failed);
    xy_arena_free(&arena);
    xy_arena_free(&kept);
    return failed != 0;
}
