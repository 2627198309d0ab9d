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

/* Digits of a moment's fraction: as declared, 6 of the clock, 9 of a literal and of TO_TIMESTAMP. */
static int fraction_digits(const xy_context *ctx, const xy_node *node)
{
    const xy_type *type = xy_info_of(ctx->analysis, node)->type;
    if (type && type->family == XY_FAMILY_DATE)
        return 0;
    if (type && type->precision >= 0)
        return type->precision;
    return xy_sql_bare(node)->kind == XY_NODE_NAME ? 6 : 9;
}

/* Digits of an interval that is computed: nine, but the difference of two moments in SQL has the finer one's. */
static int computed_fraction(const xy_context *ctx, const xy_node *node)
{
    node = xy_sql_bare(node);
    if (node->kind != XY_NODE_BINARY || XY_AS(binary, node)->op != XY_BINARY_OP_SUB || !xy_info_of(ctx->analysis, node)->in_sql)
        return 9;
    const xy_node *left = XY_AS(binary, node)->left, *right = XY_AS(binary, node)->right;
    if (!xy_is_datetime_family(xy_sql_family(ctx, left)) || !xy_is_datetime_family(xy_sql_family(ctx, right)))
        return 9;
    int a = fraction_digits(ctx, left), b = fraction_digits(ctx, right);
    return a > b ? a : b;
}

/* Days or years have the digits that were declared, and nine when the interval is computed. */
static void interval_to_text(xy_context *ctx, xy_rope *rope, const xy_node *node, bool months)
{
    const xy_type *type = xy_info_of(ctx->analysis, node)->type;
    bool computed = xy_sql_bare(node)->kind == XY_NODE_BINARY;
    int lead = !computed && type && type->precision >= 0 ? type->precision : 9;
    if (months)
        xy_rope_build(ctx->edits, rope, "%s(%n, %d)", xy_pass_runtime(ctx, "interval_ym_to_text"), node, lead);
    else
        xy_rope_build(ctx->edits, rope, "%s(%n, %d, %d)", xy_pass_runtime(ctx, "interval_to_text"), node, lead,
                      !computed && type && type->scale >= 0 ? type->scale : computed_fraction(ctx, node));
}

void xy_convert_to_text(xy_context *ctx, xy_rope *rope, const xy_node *node, bool in_concat)
{
    xy_family family = xy_convert_family(ctx, node);
    if (family == XY_FAMILY_INTERVAL_DS || family == XY_FAMILY_INTERVAL_YM) {
        interval_to_text(ctx, rope, node, family == XY_FAMILY_INTERVAL_YM);
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
    if ((to == XY_FAMILY_INTERVAL_DS || to == XY_FAMILY_INTERVAL_YM) && xy_is_char_family(from)) {
        xy_rope_build(ctx->edits, rope, "%s(%n)", xy_pass_runtime(ctx, to == XY_FAMILY_INTERVAL_DS ? "to_dsinterval" : "to_yminterval"), node);
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

bool xy_convert_by_session(const xy_context *ctx, xy_family from, xy_family to)
{
    return uses_session_format(from, to) && !format_is_set(ctx);
}

void xy_pass_conversion(xy_context *ctx, xy_node *node)
{
    xy_family to = (xy_family)xy_info_of(ctx->analysis, node)->convert_to;
    if (to == XY_FAMILY_UNKNOWN)
        return;
    xy_family from = xy_convert_family(ctx, node);
    if (xy_convert_by_session(ctx, from, to))
        xy_sql_flag(ctx, node, "session-format");
    if (parent_converts(ctx, node, to))
        return;
    xy_rope rope = {0};
    if (from == XY_FAMILY_NULL && xy_is_number_family(to)) { /* which of several functions of one name is called */
        xy_rope_build(ctx->edits, &rope, "%n::numeric", node);
        xy_edit_replace_node(ctx->edits, node, XY_LAYER_WRAP, rope, xy_sql_rule(ctx));
        return;
    }
    if (!xy_convert_to_family(ctx, &rope, node, to))
        return;
    if (node->kind == XY_NODE_NAME && xy_sql_names_column(node)) /* the column keeps its name */
        xy_rope_build(ctx->edits, &rope, " AS %t", node->last - 1);
    xy_edit_replace_node(ctx->edits, node, XY_LAYER_WRAP, rope, xy_sql_rule(ctx));
}

/* A conversion to text that the target does by itself with another result: TO_CHAR says it. */
void xy_pass_number_to_char(xy_context *ctx, xy_node *node)
{
    xy_rope rope = {0};
    xy_rope_build(ctx->edits, &rope, "TO_CHAR(%n)", node);
    if (node->kind == XY_NODE_NAME && xy_sql_names_column(node)) /* the column keeps its name */
        xy_rope_build(ctx->edits, &rope, " AS %t", node->last - 1);
    xy_edit_replace_expr(ctx->edits, node, XY_LAYER_WRAP, rope, XY_PREC_PRIMARY, xy_sql_rule(ctx));
}

/* TO_CHAR(interval) */
void xy_pass_interval_text(xy_context *ctx, xy_node *node)
{
    xy_rope rope = {0};
    xy_convert_to_text(ctx, &rope, xy_sql_arg(node, 0), false);
    xy_edit_replace_expr(ctx->edits, node, XY_LAYER_OWN, rope, XY_PREC_PRIMARY, xy_sql_rule(ctx));
}

/* INTERVAL '400' DAY(3): the target has no precision of the first field, and no limit either. That of the fraction rounds, and stays. */
void xy_pass_interval_literal(xy_context *ctx, xy_node *node)
{
    const xy_interval_literal *literal = XY_AS(interval_literal, node);
    uint32_t last = literal->precisions.count ? literal->precisions.items[literal->precisions.count - 1] : XY_NO_TOKEN;
    if (last == XY_NO_TOKEN)
        return;
    xy_rope rope = {0};
    xy_rope_build(ctx->edits, &rope, "%t %t %t", node->first, literal->value, literal->from);
    if (literal->to != XY_NO_TOKEN)
        xy_rope_build(ctx->edits, &rope, " TO %t", literal->to);
    if (literal->precisions.count > 1 || (literal->to != XY_NO_TOKEN && last > literal->to))
        xy_rope_build(ctx->edits, &rope, "(%t)", last);
    xy_edit_replace_expr(ctx->edits, node, XY_LAYER_OWN, rope, XY_PREC_PRIMARY, xy_sql_rule(ctx));
}

/* FF without a digit has as many digits as the value's type: the text with the digit written out; empty when there is no such element. */
static xy_str with_digits(xy_context *ctx, xy_str format, int digits)
{
    xy_buffer out;
    bool quoted = false, found = false;
    xy_buffer_init(&out, ctx->arena);
    for (uint32_t i = 0; i < format.length; i++) {
        quoted ^= format.data[i] == '"';
        xy_buffer_add_char(&out, format.data[i]);
        bool second = !quoted && i > 0 && (format.data[i] & 0xDF) == 'F' && (format.data[i - 1] & 0xDF) == 'F';
        bool digit = i + 1 < format.length && format.data[i + 1] >= '1' && format.data[i + 1] <= '9';
        if (!second || digit)
            continue;
        xy_buffer_add_char(&out, (char)('0' + digits));
        found = true;
    }
    return found ? xy_buffer_str(&out) : (xy_str){0};
}

/* Does the model have FF or an element of the zone, outside of its quoted text? */
static bool beyond_date(xy_str format)
{
    bool quoted = false;
    for (uint32_t i = 1; i < format.length; i++) {
        char first = (char)(format.data[i - 1] & 0xDF), second = (char)(format.data[i] & 0xDF);
        quoted ^= format.data[i - 1] == '"';
        if (!quoted && ((first == 'F' && second == 'F') || (first == 'T' && second == 'Z')))
            return true;
    }
    return false;
}

void xy_pass_fraction_format(xy_context *ctx, xy_node *node)
{
    const xy_node *format = xy_sql_bare(xy_sql_arg(node, 1));
    if (xy_sql_family(ctx, xy_sql_arg(node, 0)) == XY_FAMILY_DATE) {
        if (format->kind == XY_NODE_STRING_LITERAL && beyond_date(xy_token_text(ctx->source, XY_AS(string_literal, format)->value)))
            xy_sql_flag(ctx, node, "date");
        return;
    }
    int digits = fraction_digits(ctx, xy_sql_arg(node, 0));
    if (format->kind != XY_NODE_STRING_LITERAL || digits == 6 || digits < 1 || digits > 9)
        return;
    uint32_t token = XY_AS(string_literal, format)->value;
    xy_str text = with_digits(ctx, xy_token_text(ctx->source, token), digits);
    if (text.length)
        xy_edit_token(ctx->edits, token, xy_arena_copy(ctx->arena, text.data, text.length), xy_sql_rule(ctx));
}
