/* Implicit conversions made explicit (traps B05, C06, E16; SQL Language Reference, "Data Conversion"): sema tells at each operand what
 * Oracle converts it to; here the operand gets the cast that gives the same value. */
#include "pass/convert.h"

xy_family xy_convert_family(const xy_context *ctx, const xy_node *node)
{
    return xy_sql_is_null_literal(ctx, node) ? XY_FAMILY_NULL : xy_sql_family(ctx, node);
}

/* The literal as a number when it is written like one ('5', '1.50', '-3'). */
static bool number_text(const xy_context *ctx, const xy_node *node, xy_str *text)
{
    node = xy_sql_bare(node);
    if (node->kind != XY_NODE_STRING_LITERAL)
        return false;
    *text = xy_token_string(ctx->source, XY_AS(string_literal, node)->value, ctx->arena);
    uint32_t i = text->length && text->data[0] == '-' ? 1 : 0, digits = 0, points = 0;
    for (; i < text->length; i++) {
        char c = text->data[i];
        if (c == '.')
            points++;
        else if (c >= '0' && c <= '9')
            digits++;
        else
            return false;
    }
    return digits > 0 && points < 2;
}

void xy_convert_to_number(xy_context *ctx, xy_rope *rope, const xy_node *node)
{
    xy_str text;
    if (number_text(ctx, node, &text))
        xy_rope_build(ctx->edits, rope, "%n::numeric", xy_sql_bare(node));
    else
        xy_rope_build(ctx->edits, rope, "%s(%n)", xy_pass_runtime(ctx, "to_number"), node);
}

void xy_convert_to_text(xy_context *ctx, xy_rope *rope, const xy_node *node, bool in_concat)
{
    xy_family family = xy_convert_family(ctx, node);
    if (family == XY_FAMILY_INTERVAL_DS) {
        const xy_type *type = xy_info_of(ctx->analysis, node)->type;
        int fraction = type && type->scale >= 0 ? type->scale : 6, lead = type && type->precision >= 0 ? type->precision : 2;
        xy_rope_build(ctx->edits, rope, "%s(%n, %d, %d)", xy_pass_runtime(ctx, "interval_to_text"), node, lead, fraction);
        return;
    }
    if (xy_sql_integral(ctx, node) == XY_INTEGRAL_YES) {
        if (in_concat)
            xy_rope_node(ctx->edits, rope, node);
        else
            xy_rope_build(ctx->edits, rope, "%o::text", node, XY_PREC_CAST);
        return;
    }
    const char *function = family == XY_FAMILY_TIMESTAMP ? "timestamp_to_text"
                           : family == XY_FAMILY_DATE    ? "date_to_text"
                           : family == XY_FAMILY_NUMBER  ? "num_to_text"
                                                         : "to_text";
    xy_rope_build(ctx->edits, rope, "%s(%n)", xy_pass_runtime(ctx, function), node);
}

static bool same_kind(xy_family a, xy_family b)
{
    return a == b || (xy_is_number_family(a) && xy_is_number_family(b)) || (xy_is_char_family(a) && xy_is_char_family(b));
}

bool xy_convert_to_family(xy_context *ctx, xy_rope *rope, const xy_node *node, xy_family to)
{
    xy_family from = xy_convert_family(ctx, node);
    if (from == XY_FAMILY_CHAR && to == XY_FAMILY_VARCHAR) { /* the target would cut the blanks off (trap D05) */
        xy_rope_build(ctx->edits, rope, "%s(%n)", xy_pass_runtime(ctx, "char_to_text"), node);
        return true;
    }
    if (from == XY_FAMILY_NULL || same_kind(from, to))
        return false;
    if (xy_is_char_family(to)) {
        xy_convert_to_text(ctx, rope, node, false);
        return true;
    }
    if (xy_is_number_family(to) && (xy_is_char_family(from) || from == XY_FAMILY_UNKNOWN)) {
        xy_convert_to_number(ctx, rope, node);
        return true;
    }
    if (to == XY_FAMILY_DATE && xy_is_char_family(from)) {
        xy_rope_build(ctx->edits, rope, "%s(%n)", xy_pass_runtime(ctx, "to_date"), node);
        return true;
    }
    if (to == XY_FAMILY_DATE && (from == XY_FAMILY_TIMESTAMP || from == XY_FAMILY_TIMESTAMPTZ)) {
        xy_rope_build(ctx->edits, rope, from == XY_FAMILY_TIMESTAMP ? "date_trunc('second', %n)" : "date_trunc('second', %n)::timestamp", node);
        return true;
    }
    if ((to == XY_FAMILY_TIMESTAMP || to == XY_FAMILY_TIMESTAMPTZ) && xy_is_char_family(from)) {
        xy_rope_build(ctx->edits, rope, "%s(%n)", xy_pass_runtime(ctx, to == XY_FAMILY_TIMESTAMP ? "to_timestamp" : "to_timestamp_tz"), node);
        return true;
    }
    if ((to == XY_FAMILY_RAW || to == XY_FAMILY_BLOB) && xy_is_char_family(from)) {
        xy_rope_build(ctx->edits, rope, "%s(%n)", xy_pass_runtime(ctx, "hextoraw"), node);
        return true;
    }
    return false;
}

void xy_convert_operand(xy_context *ctx, const xy_node *node, xy_family to)
{
    xy_rope rope = {0};
    if (xy_info_of(ctx->analysis, node)->convert_to == 0 && xy_convert_to_family(ctx, &rope, node, to))
        xy_edit_replace_node(ctx->edits, node, XY_LAYER_WRAP, rope, xy_sql_rule(ctx));
}

/* Is the operand's conversion the business of the pass for its parent: concat.c, or arithmetic.c for days that meet a date? */
static bool parent_converts(const xy_context *ctx, const xy_node *node, xy_family to)
{
    const xy_node *parent = node->parent;
    if (!parent || parent->kind != XY_NODE_BINARY)
        return false;
    const xy_binary *binary = XY_AS(binary, parent);
    if (binary->op == XY_BINARY_OP_CONCAT)
        return true;
    const xy_node *other = binary->left == node ? binary->right : binary->left;
    return binary->op <= XY_BINARY_OP_SUB && xy_is_number_family(to) && xy_is_datetime_family(xy_sql_family(ctx, other));
}

/* Text of a pattern or key that is a date written out: depends on the session's format. */
static bool uses_session_format(xy_family from, xy_family to)
{
    return (xy_is_datetime_family(to) && xy_is_char_family(from)) || (xy_is_char_family(to) && xy_is_datetime_family(from));
}

/* Does an earlier unit of the file set the format, so that it is known at run time? */
static bool format_is_set(const xy_context *ctx)
{
    for (const xy_unit *unit = NULL; (unit = xy_units_of_kind(ctx->units, XY_NODE_ALTER_OBJECT, unit)) && unit < ctx->unit;) {
        for (uint32_t t = unit->tree->first; t < unit->tree->last; t++)
            if (xy_sql_word(ctx, t, "NLS_DATE_FORMAT"))
                return true;
    }
    return false;
}

void xy_pass_conversion(xy_context *ctx, xy_node *node)
{
    xy_family to = (xy_family)xy_info_of(ctx->analysis, node)->convert_to;
    if (to == XY_FAMILY_UNKNOWN || node->kind == XY_NODE_PAREN)
        return;
    xy_family from = xy_convert_family(ctx, node);
    if (uses_session_format(from, to) && !format_is_set(ctx))
        xy_sql_flag(ctx, node, "session-format");
    if (parent_converts(ctx, node, to))
        return;
    xy_rope rope = {0};
    if (xy_convert_to_family(ctx, &rope, node, to))
        xy_edit_replace_node(ctx->edits, node, XY_LAYER_WRAP, rope, xy_sql_rule(ctx));
}
