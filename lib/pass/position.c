/* Constants in GROUP BY and ORDER BY. In GROUP BY Oracle groups by the constant; PostgreSQL takes an integer for the position of a select item and refuses
 * other constants, in ORDER BY too, where Oracle orders by nothing. With a cast it is an expression in both. */
#include "pass/sql.h"

/* The type of a constant, a negative number among them; null for anything else. */
static const char *constant_type(const xy_node *node)
{
    if (node->kind == XY_NODE_UNARY && XY_AS(unary, node)->operand->kind == XY_NODE_NUMBER_LITERAL)
        return "numeric";
    return node->kind == XY_NODE_NUMBER_LITERAL ? "numeric" : node->kind == XY_NODE_STRING_LITERAL || node->kind == XY_NODE_NULL_LITERAL ? "text" : NULL;
}

static void cast(xy_context *ctx, const xy_node *node, const char *type)
{
    xy_rope rope = {0};
    xy_rope_build(ctx->edits, &rope, "%o::%s", node, XY_PREC_CAST, type);
    xy_edit_replace_expr(ctx->edits, node, XY_LAYER_WRAP, rope, XY_PREC_CAST, xy_sql_rule(ctx));
}

static void cast_keys(xy_context *ctx, xy_nodes items);

static void cast_key(xy_context *ctx, const xy_node *item)
{
    const char *type = constant_type(item);
    const xy_node *callee = item->kind == XY_NODE_CALL ? XY_AS(call, item)->callee : NULL;
    if (type)
        cast(ctx, item, type);
    else if (item->kind == XY_NODE_PAREN)
        cast_key(ctx, XY_AS(paren, item)->inner);
    else if (item->kind == XY_NODE_ROW)
        cast_keys(ctx, XY_AS(row, item)->items);
    else if (item->kind == XY_NODE_GROUPING_SETS)
        cast_keys(ctx, XY_AS(grouping_sets, item)->items);
    else if (callee && callee->kind == XY_NODE_NAME && (xy_sql_word(ctx, callee->first, "ROLLUP") || xy_sql_word(ctx, callee->first, "CUBE")))
        cast_keys(ctx, XY_AS(call, item)->args);
}

static void cast_keys(xy_context *ctx, xy_nodes items)
{
    for (uint32_t i = 0; i < items.count; i++)
        cast_key(ctx, items.items[i]);
}

void xy_pass_group_position(xy_context *ctx, xy_node *node)
{
    cast_keys(ctx, XY_AS(group_by, node)->items);
}

/* A position: digits alone. */
static bool is_position(const xy_context *ctx, const xy_node *node)
{
    if (node->kind != XY_NODE_NUMBER_LITERAL)
        return false;
    xy_str text = xy_token_text(ctx->source, node->first);
    for (uint32_t i = 0; i < text.length; i++)
        if (text.data[i] < '0' || text.data[i] > '9')
            return false;
    return true;
}

/* Of a query; in a window's ORDER BY a constant is one on both sides. */
void xy_pass_order_position(xy_context *ctx, xy_node *node)
{
    if (!node->parent || node->parent->kind != XY_NODE_SELECT)
        return;
    xy_nodes items = XY_AS(order_by, node)->items;
    for (uint32_t i = 0; i < items.count; i++) {
        const xy_node *expr = items.items[i]->kind == XY_NODE_ORDER_ITEM ? XY_AS(order_item, items.items[i])->expr : items.items[i];
        const char *type = constant_type(expr);
        if (type && !is_position(ctx, expr))
            cast(ctx, expr, type);
    }
}
