/* NUMBER(p,s) on a target whose numbers have 0 <= s <= p <= 38 (pass `number-scale`): a scale above the precision widens the type, a negative one
 * gives up the rounding, either with the digits that it stands for (fact `negative_scale: widen`) or without a precision. */
#include "pass/sql.h"

#include <stdlib.h>

/* A literal with its sign; false for anything else. */
static bool literal(xy_context *ctx, const xy_node *node, int *value)
{
    int sign = 1;
    while (node && (node->kind == XY_NODE_UNARY || node->kind == XY_NODE_PAREN)) {
        if (node->kind == XY_NODE_UNARY)
            sign = XY_AS(unary, node)->op == XY_UNARY_OP_MINUS ? -sign : sign;
        node = node->kind == XY_NODE_UNARY ? XY_AS(unary, node)->operand : XY_AS(paren, node)->inner;
    }
    if (!node || node->kind != XY_NODE_NUMBER_LITERAL)
        return false;
    xy_str text = xy_token_text(ctx->source, XY_AS(number_literal, node)->value);
    *value = sign * atoi(xy_arena_copy(ctx->arena, text.data, text.length));
    return true;
}

void xy_pass_number_scale(xy_context *ctx, xy_node *node)
{
    const xy_data_type *type = XY_AS(data_type, node);
    int precision = 38, scale;
    if (type->args.count != 2 || !literal(ctx, type->args.items[1], &scale))
        return;
    bool star = !literal(ctx, type->args.items[0], &precision), odd = scale < 0 || scale > precision;
    if (!star && !odd)
        return;
    xy_str name = xy_token_text(ctx->source, type->name->first), text;
    bool widen = xy_str_equal(xy_target_fact(ctx->target, "negative_scale"), XY_STR("widen"));
    if (scale >= 0)
        text = xy_str_format(ctx->arena, "%.*s(%d,%d)", XY_STR_ARG(name), scale > precision ? scale : precision, scale);
    else
        text = widen && precision - scale <= 38 ? xy_str_format(ctx->arena, "%.*s(%d,0)", XY_STR_ARG(name), precision - scale) : name;
    xy_rope rope = {0};
    xy_rope_str(ctx->edits, &rope, text);
    xy_edit_replace_node(ctx->edits, node, XY_LAYER_OWN, rope, xy_rule_id(ctx->rule));
    if (odd)
        xy_pass_flag(ctx, node, scale < 0 ? "rounding" : "range", "type", xy_pass_node_text(ctx, node), NULL);
}
