/* Conditional compilation on a target without it: the pass `conditional` takes the directives and the branches that are not compiled out of
 * the unit, the pass `inquiry` writes the value of $$name. Which branch is compiled was decided when the file was read
 * (syntax/conditional.c). */
#include "pass/sql.h"

#include "syntax/keyword.h"

/* ---- branches ---- */

static bool is_dead(const xy_context *ctx, uint32_t token)
{
    uint16_t kind = ctx->source->tokens[token].kind;
    return kind == XY_TOKEN_CONDITIONAL || kind == XY_TOKEN_INACTIVE;
}

void xy_pass_conditional_apply(xy_context *ctx, xy_node *node)
{
    (void)ctx;
    (void)node;
}

void xy_pass_conditional_finish(xy_context *ctx)
{
    for (uint32_t i = ctx->unit->first; i < ctx->unit->last; i++) {
        uint32_t end = i;
        while (end < ctx->unit->last && is_dead(ctx, end))
            end++;
        if (end > i) {
            xy_edit_delete(ctx->edits, i, end, xy_rule_id(ctx->rule));
            i = end;
        }
    }
}

/* ---- $$name ---- */

/* Line of the token, counted from the one where the unit's source starts in the dictionary: behind CREATE OR REPLACE. */
static uint32_t unit_line(const xy_context *ctx, uint32_t token)
{
    static const char *const prefix[] = {"CREATE", "OR", "REPLACE", "EDITIONABLE", "NONEDITIONABLE"};
    uint32_t start = ctx->unit->start;
    for (bool skipped = true; skipped;) {
        skipped = false;
        for (size_t i = 0; i < sizeof prefix / sizeof *prefix && !skipped; i++)
            skipped = xy_sql_word(ctx, start, prefix[i]);
        if (skipped)
            start = xy_token_next(ctx->source, start);
    }
    return xy_source_position(ctx->source, ctx->source->tokens[token].offset).line - xy_source_position(ctx->source, ctx->source->tokens[start].offset).line
           + 1;
}

static bool is_anonymous(const xy_context *ctx)
{
    return ctx->unit->tree->kind == XY_NODE_BLOCK || ctx->unit->tree->kind == XY_NODE_LABELED;
}

static xy_str text_or_null(xy_context *ctx, xy_str text)
{
    return text.length ? xy_sql_quote(ctx, text) : XY_STR("NULL");
}

/* Name without its schema, or the schema alone. */
static xy_str unit_name(xy_context *ctx, bool owner)
{
    xy_str name = is_anonymous(ctx) ? (xy_str){0} : xy_unit_name(ctx->unit, ctx->source, ctx->arena);
    uint32_t dot = name.length;
    while (dot > 0 && name.data[dot - 1] != '.')
        dot--;
    if (owner)
        return (xy_str){name.data, dot ? dot - 1 : 0};
    return (xy_str){name.data + dot, name.length - dot};
}

static xy_str flag_value(xy_context *ctx, const xy_node *node, uint32_t token)
{
    xy_inquiry_value i = xy_source_inquiry(ctx->source, token);
    if (i.kind == XY_INQUIRY_NUMBER)
        return xy_str_format(ctx->arena, "%ld", i.number);
    if (i.kind == XY_INQUIRY_BOOLEAN)
        return i.number ? XY_STR("TRUE") : XY_STR("FALSE");
    xy_sql_flag(ctx, node, "unset");
    return XY_STR("NULL");
}

void xy_pass_inquiry(xy_context *ctx, xy_node *node)
{
    uint32_t token = XY_AS(inquiry, node)->name;
    xy_str text;
    xy_rope rope = {0};
    if (xy_sql_word(ctx, token, "$$PLSQL_LINE")) {
        text = xy_str_format(ctx->arena, "%u", unit_line(ctx, token));
    } else if (xy_sql_word(ctx, token, "$$PLSQL_UNIT")) {
        text = text_or_null(ctx, unit_name(ctx, false));
    } else if (xy_sql_word(ctx, token, "$$PLSQL_UNIT_TYPE")) {
        text = xy_sql_quote(ctx, is_anonymous(ctx) ? XY_STR("ANONYMOUS BLOCK") : xy_str_upper(ctx->arena, xy_unit_kind(ctx->unit, ctx->source)));
    } else if (xy_sql_word(ctx, token, "$$PLSQL_UNIT_OWNER")) {
        xy_str owner = unit_name(ctx, true);
        if (!owner.length)
            xy_sql_flag(ctx, node, "owner");
        text = owner.length ? xy_sql_quote(ctx, owner) : XY_STR("upper(current_schema)");
    } else {
        text = flag_value(ctx, node, token);
    }
    xy_rope_str(ctx->edits, &rope, text);
    xy_edit_replace_node(ctx->edits, node, XY_LAYER_OWN, rope, xy_rule_id(ctx->rule));
}
