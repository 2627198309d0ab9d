/* Arithmetic (traps B01, B04, B07, B08, C02): NUMBER has no integer division, dates add and subtract days. */
#include "pass/convert.h"
#include "pass/quotient.h"

static bool is_interval(xy_family family)
{
    return family == XY_FAMILY_INTERVAL_DS || family == XY_FAMILY_INTERVAL_YM;
}

static bool is_date(xy_family family)
{
    return family == XY_FAMILY_DATE;
}

static xy_family family_of(const xy_context *ctx, const xy_node *operand)
{
    uint8_t converted = xy_info_of(ctx->analysis, operand)->convert_to;
    return converted ? (xy_family)converted : xy_sql_family(ctx, operand);
}

static void replace(xy_context *ctx, const xy_node *node, xy_rope rope, xy_precedence precedence)
{
    xy_edit_replace_expr(ctx->edits, node, XY_LAYER_OWN, rope, precedence, xy_sql_rule(ctx));
}

static void wrap(xy_context *ctx, const xy_node *operand, xy_rope rope)
{
    xy_edit_replace_node(ctx->edits, operand, XY_LAYER_WRAP, rope, xy_sql_rule(ctx));
}

/* ---- numbers ---- */

static void cast_operand(xy_context *ctx, const xy_node *operand)
{
    xy_rope rope = {0};
    xy_rope_build(ctx->edits, &rope, "%o::numeric", operand, XY_PREC_CAST);
    wrap(ctx, operand, rope);
}

/* What is not known to be a number is made one: a float column would find no function. */
static void add_number(xy_context *ctx, xy_rope *rope, const xy_node *operand)
{
    if (family_of(ctx, operand) == XY_FAMILY_UNKNOWN)
        xy_rope_build(ctx->edits, rope, "%o::numeric", operand, XY_PREC_CAST);
    else
        xy_rope_node(ctx->edits, rope, operand);
}

static void divide_exactly(xy_context *ctx, xy_node *node)
{
    const xy_binary *binary = XY_AS(binary, node);
    xy_rope rope = {0};
    xy_rope_format(ctx->edits, &rope, "%s(", xy_pass_runtime(ctx, "div"));
    add_number(ctx, &rope, binary->left);
    xy_rope_text(ctx->edits, &rope, ", ");
    add_number(ctx, &rope, binary->right);
    xy_rope_text(ctx->edits, &rope, ")");
    replace(ctx, node, rope, XY_PREC_PRIMARY);
}

static void divide(xy_context *ctx, xy_node *node)
{
    const xy_binary *binary = XY_AS(binary, node);
    xy_family left = family_of(ctx, binary->left), right = family_of(ctx, binary->right);
    if (left == XY_FAMILY_FLOAT || right == XY_FAMILY_FLOAT) { /* IEEE: x/0 is infinity, not an error */
        xy_rope rope = {0};
        xy_rope_build(ctx->edits, &rope, "%s(%n, %n)", xy_pass_runtime(ctx, "div_double"), binary->left, binary->right);
        replace(ctx, node, rope, XY_PREC_PRIMARY);
        return;
    }
    if (is_interval(left))
        return;
    if (!xy_quotient_is_native(ctx, node)) {
        divide_exactly(ctx, node);
        return;
    }
    if (xy_sql_integral(ctx, binary->left) == XY_INTEGRAL_NO || xy_sql_integral(ctx, binary->right) == XY_INTEGRAL_NO)
        return;
    cast_operand(ctx, binary->left);
}

/* Oracle rounds a product of a quotient as it rounds the quotient. */
static void multiply(xy_context *ctx, xy_node *node)
{
    const xy_binary *binary = XY_AS(binary, node);
    xy_rope rope = {0};
    if (!xy_product_is_rounded(ctx, node))
        return;
    xy_rope_build(ctx->edits, &rope, "%s(%n, %n)", xy_pass_runtime(ctx, "mul"), binary->left, binary->right);
    replace(ctx, node, rope, XY_PREC_PRIMARY);
}

/* Value of an expression of integer literals; false when it is none or leaves 63 bits. */
static bool fold(const xy_context *ctx, const xy_node *node, int64_t *value)
{
    int64_t a, b;
    node = xy_sql_bare(node);
    if (xy_sql_integer(ctx, node, value))
        return true;
    if (node->kind != XY_NODE_BINARY || XY_AS(binary, node)->op > XY_BINARY_OP_MUL)
        return false;
    const xy_binary *binary = XY_AS(binary, node);
    if (!fold(ctx, binary->left, &a) || !fold(ctx, binary->right, &b))
        return false;
    switch (binary->op) {
    case XY_BINARY_OP_ADD: return !__builtin_add_overflow(a, b, value);
    case XY_BINARY_OP_SUB: return !__builtin_sub_overflow(a, b, value);
    default: return !__builtin_mul_overflow(a, b, value);
    }
}

static bool all_literals(const xy_context *ctx, const xy_node *node)
{
    int64_t value;
    node = xy_sql_bare(node);
    return xy_sql_integer(ctx, node, &value)
           || (node->kind == XY_NODE_BINARY && XY_AS(binary, node)->op <= XY_BINARY_OP_MUL && all_literals(ctx, XY_AS(binary, node)->left)
               && all_literals(ctx, XY_AS(binary, node)->right));
}

/* 24 * 60 * 60 * 1000000 leaves PostgreSQL's integer: one operand becomes numeric there. Inner operators that fit stay. */
static void widen_literals(xy_context *ctx, xy_node *node)
{
    const xy_binary *binary = XY_AS(binary, node);
    int64_t value;
    bool fits = fold(ctx, node, &value) && value <= INT32_MAX && value >= INT32_MIN;
    if (fits || !all_literals(ctx, node))
        return;
    if (fold(ctx, binary->left, &value) && value <= INT32_MAX && value >= INT32_MIN) /* else the left side is numeric already */
        cast_operand(ctx, binary->left);
}

/* ---- dates ---- */

static bool is_whole(const xy_context *ctx, const xy_node *days)
{
    const xy_type *type = xy_info_of(ctx->analysis, days)->type;
    return xy_sql_integral(ctx, days) == XY_INTEGRAL_YES || (type && type->family == XY_FAMILY_NUMBER && type->scale == 0 && type->precision > 0);
}

/* `n` becomes `n * interval '1 day'`; whole is false when the sum may then have fractions of a second, which a DATE has not. */
static bool days_to_interval(xy_context *ctx, const xy_node *days)
{
    int64_t n;
    xy_rope rope = {0};
    if (xy_is_char_family(xy_sql_family(ctx, days))) {
        xy_convert_to_number(ctx, &rope, days);
        xy_rope_text(ctx->edits, &rope, " * interval '1 day'");
    } else if (xy_sql_integer(ctx, days, &n) && n >= 0)
        xy_rope_format(ctx->edits, &rope, "interval '%lld day'", (long long)n);
    else
        xy_rope_build(ctx->edits, &rope, "%o * interval '1 day'", days, XY_PREC_MULTIPLY);
    wrap(ctx, days, rope);
    return is_whole(ctx, days);
}

static void add_days(xy_context *ctx, xy_node *node, const xy_node *date, const xy_node *days)
{
    if (family_of(ctx, date) == XY_FAMILY_TIMESTAMP || family_of(ctx, date) == XY_FAMILY_TIMESTAMPTZ) { /* becomes a DATE */
        xy_rope rope = {0};
        xy_rope_build(ctx->edits, &rope, family_of(ctx, date) == XY_FAMILY_TIMESTAMP ? "date_trunc('second', %n)" : "date_trunc('second', %n)::timestamp",
                      date);
        wrap(ctx, date, rope);
    }
    if (days_to_interval(ctx, days))
        return;
    xy_rope rope = {0};
    xy_rope_build(ctx->edits, &rope, "(%n)::timestamp(0)", node);
    replace(ctx, node, rope, XY_PREC_CAST);
}

static void add_months(xy_context *ctx, xy_node *node, const xy_node *date, const xy_node *interval, bool subtract)
{
    xy_rope rope = {0};
    xy_rope_build(ctx->edits, &rope, subtract ? "%s(%n, -(%n))" : "%s(%n, %n)", xy_pass_runtime(ctx, "add_ym"), date, interval);
    replace(ctx, node, rope, XY_PREC_PRIMARY);
}

static void add(xy_context *ctx, xy_node *node)
{
    const xy_binary *binary = XY_AS(binary, node);
    const xy_node *date = binary->left, *other = binary->right;
    if (!xy_is_datetime_family(family_of(ctx, date))) {
        date = binary->right;
        other = binary->left;
    }
    if (!xy_is_datetime_family(family_of(ctx, date)))
        return;
    xy_family family = family_of(ctx, other);
    if (family == XY_FAMILY_INTERVAL_YM)
        add_months(ctx, node, date, other, false);
    else if (xy_is_number_family(family))
        add_days(ctx, node, date, other);
    else if (family == XY_FAMILY_UNKNOWN) {
        xy_sql_flag(ctx, node, "unknown-operand");
        add_days(ctx, node, date, other);
    }
}

static void days_between(xy_context *ctx, xy_node *node)
{
    const xy_binary *binary = XY_AS(binary, node);
    xy_rope rope = {0};
    xy_rope_build(ctx->edits, &rope, "%s(%n, %n)", xy_pass_runtime(ctx, "date_diff"), binary->left, binary->right);
    replace(ctx, node, rope, XY_PREC_PRIMARY);
}

static void subtract(xy_context *ctx, xy_node *node)
{
    const xy_binary *binary = XY_AS(binary, node);
    xy_family left = family_of(ctx, binary->left), right = family_of(ctx, binary->right);
    if (is_date(left) && is_date(right))
        days_between(ctx, node);
    else if (xy_is_datetime_family(left) && xy_is_number_family(right))
        add_days(ctx, node, binary->left, binary->right);
    else if (xy_is_datetime_family(left) && right == XY_FAMILY_INTERVAL_YM)
        add_months(ctx, node, binary->left, binary->right, true);
    else if ((is_date(left) && right == XY_FAMILY_UNKNOWN) || (left == XY_FAMILY_UNKNOWN && is_date(right))) {
        xy_sql_flag(ctx, node, "unknown-operand");
        if (left == XY_FAMILY_UNKNOWN) /* only a date can lose a date */
            days_between(ctx, node);
    }
}

static bool is_sum(const xy_node *node)
{
    return node && node->kind == XY_NODE_BINARY && (XY_AS(binary, node)->op == XY_BINARY_OP_ADD || XY_AS(binary, node)->op == XY_BINARY_OP_SUB);
}

/* Dynamic SQL over a table that is not known (its name is joined, the text made it): a + 1 may be days that are added to a date. Whether the
 * tables of the file itself are known is seen from its declarations; here nobody can tell before the text runs. */
static void check_dynamic_sum(xy_context *ctx, const xy_node *node)
{
    const xy_binary *binary = XY_AS(binary, node);
    const xy_node *parent = node->parent;
    while (parent && parent->kind == XY_NODE_PAREN)
        parent = parent->parent;
    if (!ctx->fragment || is_sum(parent))
        return;
    xy_family left = family_of(ctx, binary->left), right = family_of(ctx, binary->right);
    bool may_be_date = left == XY_FAMILY_UNKNOWN && (right == XY_FAMILY_UNKNOWN || xy_is_number_family(right));
    bool mirrored = binary->op == XY_BINARY_OP_ADD && right == XY_FAMILY_UNKNOWN && xy_is_number_family(left);
    if (may_be_date || mirrored)
        xy_sql_flag(ctx, node, "dynamic-operand");
}

/* a ** b binds tighter than unary minus, as a call does. */
static void raise_to_power(xy_context *ctx, xy_node *node)
{
    const xy_binary *binary = XY_AS(binary, node);
    xy_rope rope = {0};
    xy_rope_build(ctx->edits, &rope, "%s(%n, %n)", xy_pass_runtime(ctx, "power"), binary->left, binary->right);
    replace(ctx, node, rope, XY_PREC_PRIMARY);
}

/* a || b + c is (a || b) + c: PostgreSQL binds + tighter. */
static void protect_concat(xy_context *ctx, const xy_binary *binary)
{
    const xy_node *left = binary->left;
    if (left->kind != XY_NODE_BINARY || XY_AS(binary, left)->op != XY_BINARY_OP_CONCAT || xy_info_of(ctx->analysis, left)->convert_to)
        return;
    xy_rope rope = {0};
    xy_convert_to_number(ctx, &rope, left);
    wrap(ctx, left, rope);
}

void xy_pass_arithmetic(xy_context *ctx, xy_node *node)
{
    const xy_binary *binary = XY_AS(binary, node);
    switch (binary->op) {
    case XY_BINARY_OP_DIV: divide(ctx, node); break;
    case XY_BINARY_OP_ADD:
        protect_concat(ctx, binary);
        widen_literals(ctx, node);
        check_dynamic_sum(ctx, node);
        add(ctx, node);
        break;
    case XY_BINARY_OP_SUB:
        protect_concat(ctx, binary);
        widen_literals(ctx, node);
        check_dynamic_sum(ctx, node);
        subtract(ctx, node);
        break;
    case XY_BINARY_OP_MUL:
        widen_literals(ctx, node);
        multiply(ctx, node);
        break;
    case XY_BINARY_OP_POWER: raise_to_power(ctx, node); break;
    default: break;
    }
}

/* Functions that PostgreSQL computes in double precision when it is given integers: ROUND(count / 3), CEIL(5) … */
void xy_pass_numeric_function(xy_context *ctx, xy_node *node)
{
    static const char names[] = "ROUND TRUNC CEIL FLOOR SIGN";
    xy_str name = xy_sql_builtin(ctx, node);
    const xy_node *arg = xy_sql_arg(node, 0);
    if (!arg || !name.length || !xy_sql_in_words(names, name) || xy_info_of(ctx->analysis, arg)->convert_to)
        return;
    if (xy_sql_integral(ctx, arg) == XY_INTEGRAL_YES && !xy_is_datetime_family(xy_sql_family(ctx, arg)))
        cast_operand(ctx, arg);
}

/* MOD(a, b): PostgreSQL refuses 0 as divisor, Oracle returns a. */
void xy_pass_mod(xy_context *ctx, xy_node *node)
{
    int64_t divisor;
    if (!xy_sql_is_builtin(ctx, node, "MOD") || XY_AS(call, node)->args.count != 2)
        return;
    xy_family family = family_of(ctx, xy_sql_arg(node, 0));
    if (xy_sql_integer(ctx, xy_sql_arg(node, 1), &divisor) && divisor != 0 && (family == XY_FAMILY_NUMBER || family == XY_FAMILY_INTEGER))
        return;
    xy_edit_token(ctx->edits, XY_AS(call, node)->callee->first, xy_pass_runtime(ctx, "mod"), xy_sql_rule(ctx));
}

/* DATE '2024-01-31' is a timestamp, for a DATE has a time of day; TIMESTAMP '… +08:00' has a time zone, which PostgreSQL would ignore. */
static bool before_christ(xy_context *ctx, const xy_datetime_literal *literal)
{
    xy_str text = xy_token_string(ctx->source, literal->value, ctx->arena);
    uint32_t i = 0;
    while (i < text.length && text.data[i] == ' ')
        i++;
    return i < text.length && text.data[i] == '-';
}

void xy_pass_datetime_literal(xy_context *ctx, xy_node *node)
{
    const xy_datetime_literal *literal = XY_AS(datetime_literal, node);
    xy_rope rope = {0};
    if (before_christ(ctx, literal))
        xy_sql_flag(ctx, node, "before-christ");
    if (xy_sql_word(ctx, literal->type, "DATE")) {
        xy_rope_str(ctx->edits, &rope, xy_edit_case(ctx->edits, literal->type, XY_STR("timestamp")));
    } else {
        xy_str text = xy_token_string(ctx->source, literal->value, ctx->arena);
        bool zone = false;
        for (uint32_t i = 11; i < text.length; i++) /* behind the date */
            zone = zone || text.data[i] == '+' || text.data[i] == '-' || (text.data[i] >= 'A' && text.data[i] <= 'z');
        if (!zone)
            return;
        xy_rope_str(ctx->edits, &rope, xy_edit_case(ctx->edits, literal->type, XY_STR("timestamptz")));
    }
    xy_edit_replace(ctx->edits, literal->type, literal->type + 1, XY_LAYER_OWN, rope, xy_sql_rule(ctx));
}

/* ---- RANGE n PRECEDING over dates ---- */

static void bound_to_interval(xy_context *ctx, const xy_node *bound)
{
    const xy_node *offset = bound ? XY_AS(frame_bound, bound)->offset : NULL;
    if (offset && !is_interval(family_of(ctx, offset)))
        days_to_interval(ctx, offset);
}

void xy_pass_range_frame(xy_context *ctx, xy_node *node)
{
    const xy_window *window = XY_AS(window, node);
    const xy_frame *frame = XY_AS(frame, window->frame);
    bool offsets = XY_AS(frame_bound, frame->from)->offset || (frame->to && XY_AS(frame_bound, frame->to)->offset);
    if (frame->unit != XY_FRAME_UNIT_RANGE || !offsets || !window->order)
        return;
    const xy_order_by *order = XY_AS(order_by, window->order);
    xy_family family = order->items.count == 1 ? family_of(ctx, XY_AS(order_item, order->items.items[0])->expr) : XY_FAMILY_UNKNOWN;
    if (family == XY_FAMILY_UNKNOWN)
        xy_sql_flag(ctx, window->frame, "range-type");
    if (!xy_is_datetime_family(family))
        return;
    bound_to_interval(ctx, frame->from);
    bound_to_interval(ctx, frame->to);
}
