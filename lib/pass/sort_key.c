/* NLSSORT (trap D10). Its value is a RAW, which only its order and equality make useful: where nothing else is asked of it (ORDER BY, an index, a comparison
 * with another NLSSORT of the same order) the text itself is compared under a collation. The RAW as a value is what no collation gives. */
#include "pass/sql.h"

typedef struct sort_order {
    const char *name, *form; /**< value of NLS_SORT; what the text becomes */
    xy_precedence precedence;
} sort_order;

static const sort_order orders[] = {
    {"BINARY", "%o COLLATE \"C\"", XY_PREC_COLLATE},
    {"BINARY_CI", "lower(%n) COLLATE \"C\"", XY_PREC_COLLATE},
    {"SCHINESE_PINYIN_M", "%o COLLATE \"zh-x-icu\"", XY_PREC_COLLATE},
    {"SCHINESE_PINYIN2_M", "%o COLLATE \"zh-x-icu\"", XY_PREC_COLLATE},
};

/* The value of the literal 'NLS_SORT = x' without blanks, in upper case; empty for anything else. */
static xy_str named_order(xy_context *ctx, const xy_node *call)
{
    static const xy_str key = XY_STR("NLS_SORT=");
    const xy_node *argument = xy_sql_arg(call, 1);
    argument = argument ? xy_sql_bare(argument) : NULL;
    if (!argument || argument->kind != XY_NODE_STRING_LITERAL)
        return (xy_str){0};
    xy_str text = xy_token_string(ctx->source, XY_AS(string_literal, argument)->value, ctx->arena);
    xy_buffer out;
    xy_buffer_init(&out, ctx->arena);
    for (uint32_t i = 0; i < text.length; i++)
        if (text.data[i] != ' ')
            xy_buffer_add_char(&out, text.data[i]);
    text = xy_str_upper(ctx->arena, xy_buffer_str(&out));
    bool known = text.length > key.length && xy_str_equal((xy_str){text.data, key.length}, key);
    return known ? (xy_str){text.data + key.length, text.length - key.length} : (xy_str){0};
}

static const sort_order *order_of(xy_context *ctx, const xy_node *call)
{
    xy_str name = named_order(ctx, call);
    for (size_t i = 0; i < sizeof orders / sizeof *orders; i++)
        if (xy_str_equal(name, xy_str_from(orders[i].name)))
            return &orders[i];
    return NULL;
}

static bool same_key(xy_context *ctx, const xy_node *node, const sort_order *order)
{
    node = xy_sql_bare(node);
    return xy_sql_is_builtin(ctx, node, "NLSSORT") && order_of(ctx, node) == order;
}

/* Is only the order asked for, or equality with a key of the same order? */
static bool only_compared(xy_context *ctx, const xy_node *node, const sort_order *order)
{
    const xy_node *parent = node->parent;
    while (parent && parent->kind == XY_NODE_PAREN)
        parent = parent->parent;
    if (!parent)
        return false;
    if (parent->kind == XY_NODE_BINARY) {
        const xy_binary *b = XY_AS(binary, parent);
        return b->op >= XY_BINARY_OP_EQ && b->op <= XY_BINARY_OP_GE && same_key(ctx, b->left, order) && same_key(ctx, b->right, order);
    }
    if (parent->kind == XY_NODE_BETWEEN) {
        const xy_between *b = XY_AS(between, parent);
        return same_key(ctx, b->operand, order) && same_key(ctx, b->low, order) && same_key(ctx, b->high, order);
    }
    return parent->kind == XY_NODE_ORDER_ITEM;
}

void xy_pass_sort_key(xy_context *ctx, xy_node *node)
{
    const sort_order *order = order_of(ctx, node);
    if (!order) {
        xy_sql_flag(ctx, node, "order");
        return;
    }
    if (!only_compared(ctx, node, order)) {
        xy_sql_flag(ctx, node, "value");
        return;
    }
    xy_rope rope = {0};
    xy_rope_build(ctx->edits, &rope, order->form, xy_sql_arg(node, 0), XY_PREC_COLLATE);
    xy_edit_replace_expr(ctx->edits, node, XY_LAYER_OWN, rope, order->precedence, xy_sql_rule(ctx));
}
