/* Compound triggers (trap F21): a function and a trigger for each timing point. The variables that they share live in the session's state, as those of
 * a package do; a statement trigger that fires before all others sets them to their initial values. */
#include "pass/ddl.h"
#include "pass/package.h"
#include "pass/plpgsql_state.h"
#include "pass/trigger.h"
#include "syntax/keyword.h"

bool xy_trigger_is_compound(const xy_create_trigger *node)
{
    return node->body && node->body->kind == XY_NODE_COMPOUND_TRIGGER && node->on && node->on->kind == XY_NODE_NAME;
}

static const struct {
    const char *suffix, *timing;
    bool row;
} points[] = {
    [XY_TIMING_POINT_TIMING_BEFORE_STATEMENT] = {"before_statement", "BEFORE", false},
    [XY_TIMING_POINT_TIMING_BEFORE_ROW] = {"before_row", "BEFORE", true},
    [XY_TIMING_POINT_TIMING_AFTER_ROW] = {"after_row", "AFTER", true},
    [XY_TIMING_POINT_TIMING_AFTER_STATEMENT] = {"after_statement", "AFTER", false},
    [XY_TIMING_POINT_TIMING_INSTEAD_OF_ROW] = {"instead_of_row", "INSTEAD OF", true},
};

static void replace(xy_context *ctx, uint32_t first, uint32_t last, xy_rope rope)
{
    xy_edit_replace(ctx->edits, first, last, XY_LAYER_OWN, rope, xy_rule_id(ctx->rule));
}

static const char *result_of(const xy_trigger *t, uint8_t timing)
{
    if (timing != XY_TIMING_POINT_TIMING_BEFORE_ROW && timing != XY_TIMING_POINT_TIMING_INSTEAD_OF_ROW)
        return "NULL";
    if (!t->deletes)
        return "NEW";
    return t->inserts || t->updates ? "COALESCE(NEW, OLD)" : "OLD";
}

static xy_str name_of(xy_context *ctx, const xy_trigger *t, const char *suffix)
{
    return xy_ddl_derived_name(ctx, xy_ddl_last_part(ctx, t->node->name),
                               xy_str_format(ctx->arena, "_%.*s", XY_STR_ARG(xy_str_upper(ctx->arena, xy_str_from(suffix)))).data);
}

/* One timing point: its function where it stands, its trigger behind the unit. */
static void section(xy_context *ctx, xy_trigger t, const xy_timing_point *point, xy_str schema, bool state)
{
    const xy_node *body = point->body;
    bool first = point->timing == XY_TIMING_POINT_TIMING_BEFORE_STATEMENT;
    xy_rope head = {0}, none = {0};
    t.row = points[point->timing].row;
    t.result = result_of(&t, point->timing);
    xy_trigger_translate_body(ctx, &t, body);
    xy_str function = xy_str_format(ctx->arena, "%.*s.%s", XY_STR_ARG(schema), points[point->timing].suffix);
    xy_rope_build(ctx->edits, &head, "CREATE OR REPLACE FUNCTION %S() RETURNS trigger ", function);
    replace(ctx, point->node.first, body->first, head);
    uint32_t words = body->last, semicolon = xy_plpgsql_semicolon(ctx, &point->node);
    if (semicolon == XY_NO_TOKEN)
        semicolon = xy_token_next(ctx->source, point->node.last - 1);
    replace(ctx, words, semicolon + 1, none);
    xy_str prologue = first && state ? xy_str_format(ctx->arena, "PERFORM %.*s.xy_init();", XY_STR_ARG(schema)) : (xy_str){0};
    xy_body_translate(ctx, body, "AS ", " LANGUAGE plpgsql;", prologue);
    xy_trigger_create(ctx, &t, name_of(ctx, &t, points[point->timing].suffix), points[point->timing].timing, t.row, function);
}

static bool has_point(const xy_compound_trigger *c, uint8_t timing)
{
    for (uint32_t i = 0; i < c->sections.count; i++)
        if (XY_AS(timing_point, c->sections.items[i])->timing == timing)
            return true;
    return false;
}

/* xy_init() gives the variables their initial values; NULL when they have none. */
static void initialisation(xy_context *ctx, const xy_compound_trigger *c, xy_str schema, xy_rope *rope)
{
    xy_rope_build(ctx->edits, rope, "CREATE OR REPLACE FUNCTION %S.xy_init() RETURNS void AS $$\nBEGIN\n", schema);
    for (uint32_t i = 0; i < c->decls.count; i++) {
        const xy_symbol *symbol = xy_info_of(ctx->analysis, c->decls.items[i])->symbol;
        if (c->decls.items[i]->kind == XY_NODE_VARIABLE_DECL && symbol && symbol->kind == XY_SYM_VARIABLE && !XY_AS(variable_decl, c->decls.items[i])->default_)
            xy_rope_build(ctx->edits, rope, "  PERFORM %S(NULL);\n", xy_package_setter(ctx, symbol));
    }
    xy_package_add_initial_values(ctx, c->decls, rope);
    xy_rope_text(ctx->edits, rope, "END;\n$$ LANGUAGE plpgsql;");
}

/* A trigger that only resets the variables, when there is no BEFORE STATEMENT section. */
static void reset_trigger(xy_context *ctx, const xy_trigger *t, xy_str schema)
{
    xy_rope rope = {0};
    xy_rope_build(
        ctx->edits, &rope,
        "CREATE OR REPLACE FUNCTION %S.before_statement() RETURNS trigger AS $$\nBEGIN\n  PERFORM %S.xy_init();\n  RETURN NULL;\nEND;\n$$ LANGUAGE plpgsql;",
        schema, schema);
    xy_plpgsql_after_unit(ctx, rope);
    xy_trigger_create(ctx, t, name_of(ctx, t, "before_statement"), "BEFORE", false, xy_str_format(ctx->arena, "%.*s.before_statement", XY_STR_ARG(schema)));
}

void xy_trigger_translate_compound(xy_context *ctx, const xy_node *node)
{
    xy_trigger t = {.node = XY_AS(create_trigger, node), .table = XY_AS(create_trigger, node)->on};
    const xy_compound_trigger *c = XY_AS(compound_trigger, t.node->body);
    xy_str schema = xy_pass_package_schema(ctx, xy_info_of(ctx->analysis, node)->symbol);
    xy_rope head = {0}, tail = {0};
    bool state = false;
    if (!c->sections.count)
        return;
    xy_trigger_read_events(ctx, &t);
    xy_trigger_check_rows(ctx, t.node);
    if (t.node->when || t.node->ordering)
        xy_pass_flag(ctx, t.node->name, "compound", NULL);
    for (uint32_t i = 0; i < c->decls.count; i++) {
        const xy_node *decl = c->decls.items[i];
        if (decl->kind == XY_NODE_VARIABLE_DECL) {
            xy_package_variable(ctx, decl);
            state = true;
        } else if (decl->kind == XY_NODE_ROUTINE) {
            xy_pass_flag(ctx, decl, "compound", NULL);
        }
    }
    uint32_t first = c->decls.count ? c->decls.items[0]->first : c->sections.items[0]->first;
    uint32_t before = first;
    while (before > node->first && xy_token_is_trivia(ctx->source->tokens[before - 1].kind))
        before--;
    xy_rope_build(ctx->edits, &head, "CREATE SCHEMA IF NOT EXISTS %S;", schema);
    replace(ctx, node->first, before, head);
    for (uint32_t i = 0; i < c->sections.count; i++)
        section(ctx, t, XY_AS(timing_point, c->sections.items[i]), schema, state);
    if (state)
        initialisation(ctx, c, schema, &tail);
    uint32_t end = xy_token_next(ctx->source, c->sections.items[c->sections.count - 1]->last - 1), last = xy_plpgsql_semicolon(ctx, node);
    if (ctx->source->tokens[end].kind == XY_TOKEN_SEMICOLON)
        end = xy_token_next(ctx->source, end);
    replace(ctx, end, last == XY_NO_TOKEN ? node->last : last + 1, tail);
    if (state && !has_point(c, XY_TIMING_POINT_TIMING_BEFORE_STATEMENT))
        reset_trigger(ctx, &t, schema);
}
