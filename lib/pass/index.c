/* CREATE INDEX. (Traps G06, A07.) */
#include "pass/ddl.h"
#include "syntax/keyword.h"

static bool is_column(const xy_node *expr)
{
    return expr->kind == XY_NODE_NAME;
}

/* An expression that is neither a column nor a function call stands in parentheses. */
static void parenthesise(xy_context *ctx, const xy_node *expr)
{
    if (is_column(expr) || expr->kind == XY_NODE_PAREN)
        return;
    xy_edit_insert_text(ctx->edits, expr->first, XY_BEFORE, "(", xy_rule_id(ctx->rule));
    xy_edit_insert_text(ctx->edits, xy_token_previous(ctx->source, expr->last), XY_AFTER, ")", xy_rule_id(ctx->rule));
}

static bool may_be_null(const xy_context *ctx, const xy_node *expr)
{
    return xy_null_of(ctx->analysis, expr) != XY_NULL_NEVER;
}

/* Oracle's unique index over several columns compares rows that are partly null, and holds no row that is all null. */
static void composite_nulls(xy_context *ctx, const xy_create_index *index)
{
    uint32_t nullable = 0;
    for (uint32_t i = 0; i < index->columns.count; i++)
        nullable += may_be_null(ctx, XY_AS(order_item, index->columns.items[i])->expr);
    if (index->columns.count < 2 || nullable == 0)
        return;
    if (!xy_target_has(ctx->target, "nulls_not_distinct")) {
        xy_pass_flag(ctx, index->name, "partly-null-key", NULL);
        return;
    }
    xy_rope rope = {0};
    xy_rope_text(ctx->edits, &rope, " NULLS NOT DISTINCT");
    for (uint32_t i = 0; nullable == index->columns.count && i < index->columns.count; i++) {
        xy_rope_text(ctx->edits, &rope, i ? " OR " : " WHERE ");
        xy_rope_text(ctx->edits, &rope, "(");
        xy_rope_node(ctx->edits, &rope, XY_AS(order_item, index->columns.items[i])->expr);
        xy_rope_text(ctx->edits, &rope, ") IS NOT NULL");
    }
    uint32_t closing = xy_token_next(ctx->source, index->columns.items[index->columns.count - 1]->last - 1);
    xy_edit_insert(ctx->edits, closing, XY_AFTER, rope, xy_rule_id(ctx->rule));
}

void xy_pass_create_index(xy_context *ctx, xy_node *node)
{
    const xy_create_index *index = XY_AS(create_index, node);
    bool unique = index->modifier != XY_NO_TOKEN && xy_ddl_is_word(ctx, index->modifier, "UNIQUE");
    if (!index->table) {
        xy_pass_flag(ctx, node, "cluster-index", NULL);
        return;
    }
    for (uint32_t i = 0; i < index->properties.count; i++)
        if (xy_ddl_is_word(ctx, index->properties.items[i]->first, "INDEXTYPE")) {
            xy_pass_flag(ctx, index->properties.items[i], "domain-index", "text", xy_pass_node_text(ctx, index->properties.items[i]), NULL);
            return;
        }
    if (index->modifier != XY_NO_TOKEN && !unique) {
        xy_pass_flag_token(ctx, index->modifier, "bitmap", NULL);
        xy_edit_delete(ctx->edits, index->modifier, index->modifier + 1, xy_rule_id(ctx->rule));
    }
    const xy_name *name = XY_AS(name, index->name);
    if (name->parts.count > 1) /* an index lies in its table's schema and takes no other */
        xy_edit_delete(ctx->edits, name->parts.items[0], name->parts.items[name->parts.count - 1], xy_rule_id(ctx->rule));
    for (uint32_t i = 0; i < index->columns.count; i++)
        parenthesise(ctx, XY_AS(order_item, index->columns.items[i])->expr);
    if (unique)
        composite_nulls(ctx, index);
    xy_ddl_drop_all(ctx, index->properties);
}
