#include "sema_helper.h"

#include <stdio.h>

static void parse(sema_script *script, const char *text, xy_source *source, xy_units *units)
{
    xy_source_decode(source, &script->arena, XY_STR("test"), xy_str_from(text), XY_ENCODING_UTF8, &script->diags);
    xy_syntax_lex(source, &script->arena, &script->diags);
    xy_syntax_parse(source, &script->arena, units, &script->diags);
}

static void declare(sema_script *script, const xy_source *source, const xy_units *units)
{
    for (uint32_t i = 0; i < units->count; i++)
        xy_catalog_add_unit(script->catalog, source, &units->items[i]);
}

void sema_load(sema_script *script, const char *other, const char *text)
{
    memset(script, 0, sizeof *script);
    xy_arena_init(&script->arena, &script->guard, NULL);
    if (setjmp(script->guard.jump))
        cr_assert_fail("guard: status %d in %s", script->guard.status, text);
    xy_diags_init(&script->diags, &script->arena);
    script->catalog = xy_catalog_new(&script->arena, NULL);
    if (other) {
        xy_source source = {0};
        xy_units units = {0};
        parse(script, other, &source, &units);
        declare(script, &source, &units);
    }
    parse(script, text, &script->source, &script->units);
    declare(script, &script->source, &script->units);
    xy_catalog_finish(script->catalog);
}

xy_analysis *sema_analyse_unit(sema_script *script, uint32_t index)
{
    return xy_sema_analyse(&script->arena, &script->source, &script->units.items[index], script->catalog, NULL);
}

void sema_free(sema_script *script)
{
    xy_arena_free(&script->arena);
}

typedef struct search {
    const xy_analysis *a;
    uint32_t token;
    bool largest;
    const xy_node *found;
} search;

static bool visit(xy_node *node, void *data)
{
    search *s = data;
    const xy_info *info = xy_info_of(s->a, node);
    bool shown = info->symbol || info->type;
    if (s->largest)
        shown = info->type && xy_node_in_group(node->kind, "Expr");
    if (node->first == s->token && shown && !(s->largest && s->found))
        s->found = node;
    xy_node_each_child(node, visit, data);
    return true;
}

const xy_node *sema_marked(sema_script *script, xy_analysis **analysis)
{
    const xy_source *source = &script->source;
    search s = {.token = XY_NO_TOKEN};
    for (uint32_t t = 0; t < source->token_count; t++) {
        xy_str text = xy_token_text(source, t);
        bool small = xy_str_equal(text, XY_STR("/*^*/")), large = xy_str_equal(text, XY_STR("/*^^*/"));
        if (small || large) {
            s.token = xy_token_next(source, t);
            s.largest = large;
        }
    }
    for (uint32_t u = 0; u < script->units.count && !s.found; u++) {
        const xy_unit *unit = &script->units.items[u];
        if (s.token < unit->first || s.token >= unit->last || !unit->tree)
            continue;
        *analysis = sema_analyse_unit(script, u);
        s.a = *analysis;
        visit(unit->tree, &s);
    }
    return s.found;
}

static xy_str describe(sema_script *script, const xy_analysis *a, const xy_node *node)
{
    static const char *const nulls[] = {"?", "never", "maybe", "always"};
    const xy_info *info = xy_info_of(a, node);
    xy_buffer out;
    xy_buffer_init(&out, &script->arena);
    const xy_symbol *symbol = info->symbol;
    if (!symbol)
        xy_buffer_add_char(&out, '?');
    else if (symbol->owner && symbol->owner->name.length)
        xy_buffer_format(&out, "%s %.*s.%.*s", xy_symbol_kind_name(symbol->kind), XY_STR_ARG(symbol->owner->name), XY_STR_ARG(symbol->name));
    else
        xy_buffer_format(&out, "%s %.*s", xy_symbol_kind_name(symbol->kind), XY_STR_ARG(symbol->name));
    xy_buffer_format(&out, " | %.*s | %s", XY_STR_ARG(xy_type_text(&script->arena, info->type)), nulls[info->nullability]);
    if (info->convert_to)
        xy_buffer_format(&out, " | to %s", xy_family_name((xy_family)info->convert_to));
    if (info->integral)
        xy_buffer_add_text(&out, " | integral");
    return xy_buffer_str(&out);
}

void sema_check(const sema_case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        sema_script script;
        xy_analysis *a = NULL;
        sema_load(&script, NULL, cases[i].text);
        const xy_node *node = sema_marked(&script, &a);
        xy_str found = node ? describe(&script, a, node) : XY_STR("(no such node)");
        cr_expect(xy_str_equal(found, xy_str_from(cases[i].expected)), "line %d: %s\n    expected %s\n    found    %.*s", cases[i].line, cases[i].text,
                  cases[i].expected, XY_STR_ARG(found));
        sema_free(&script);
    }
}
