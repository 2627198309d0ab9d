/* CREATE SEQUENCE, ALTER SEQUENCE and identity options. (Trap G07.) */
#include "pass/ddl.h"
#include "syntax/keyword.h"

static const char limit_high[] = "9223372036854775807";
static const char limit_low[] = "9223372036854775808";

/* Compares the digits of a number literal with a limit of 19 digits. */
static bool beyond(xy_str digits, const char *limit)
{
    while (digits.length > 1 && digits.data[0] == '0')
        digits.data++, digits.length--;
    xy_str bound = xy_str_from(limit);
    return digits.length != bound.length ? digits.length > bound.length : xy_str_compare(digits, bound) > 0;
}

static void clamp(xy_context *ctx, const xy_node *value)
{
    bool negative = value->kind == XY_NODE_UNARY;
    const xy_node *number = negative ? XY_AS(unary, value)->operand : value;
    if (number->kind != XY_NODE_NUMBER_LITERAL)
        return;
    uint32_t token = XY_AS(number_literal, number)->value;
    const char *limit = negative ? limit_low : limit_high;
    if (beyond(xy_token_text(ctx->source, token), limit))
        xy_edit_token(ctx->edits, token, limit, xy_rule_id(ctx->rule));
}

/* NOMAXVALUE -> NO MAXVALUE */
static void split_word(xy_context *ctx, const xy_node *node, const char *words)
{
    xy_rope rope = {0};
    xy_rope_str(ctx->edits, &rope, xy_edit_case(ctx->edits, node->first, xy_str_from(words)));
    xy_edit_replace_node(ctx->edits, node, XY_LAYER_OWN, rope, xy_rule_id(ctx->rule));
}

bool xy_ddl_keeps_sequence_option(const xy_node *node)
{
    switch (XY_AS(sequence_option, node)->kind) {
    case XY_SEQUENCE_OPTION_KIND_NOMAXVALUE:
    case XY_SEQUENCE_OPTION_KIND_NOMINVALUE:
    case XY_SEQUENCE_OPTION_KIND_NOCYCLE:
    case XY_SEQUENCE_OPTION_KIND_CYCLE:
    case XY_SEQUENCE_OPTION_KIND_RESTART:
    case XY_SEQUENCE_OPTION_KIND_START_WITH:
    case XY_SEQUENCE_OPTION_KIND_INCREMENT_BY:
    case XY_SEQUENCE_OPTION_KIND_MAXVALUE:
    case XY_SEQUENCE_OPTION_KIND_MINVALUE: return true;
    default: return false;
    }
}

void xy_pass_sequence_option(xy_context *ctx, xy_node *node)
{
    const xy_sequence_option *option = XY_AS(sequence_option, node);
    switch (option->kind) {
    case XY_SEQUENCE_OPTION_KIND_NOMAXVALUE: split_word(ctx, node, "NO MAXVALUE"); break;
    case XY_SEQUENCE_OPTION_KIND_NOMINVALUE: split_word(ctx, node, "NO MINVALUE"); break;
    case XY_SEQUENCE_OPTION_KIND_NOCYCLE: split_word(ctx, node, "NO CYCLE"); break;
    default:
        if (!xy_ddl_keeps_sequence_option(node))
            xy_ddl_drop(ctx, node);
        else if (option->value)
            clamp(ctx, option->value);
    }
}
