/* Is the native `/` exact enough? (trap B01)
 *
 * Oracle rounds a quotient to 39 or 40 significant digits, PostgreSQL to `s` decimals: 16 or more significant digits (select_div_scale in numeric.c).
 * What is printed or stored without a scale shows the difference, so it takes xinyi.div. Where the quotient is rounded, cut, stored in a column with a
 * scale, or compared with a number of few decimals, the difference may not matter. This is the proof, on which the answer rests.
 *
 * Let Q = x / y, where x is a multiple of 10^-a with |x| < 10^w, and y = Y * 10^-b, Y an integer of at most D digits. Let the context look only at
 * whether V = Q * 10^n + z (n >= 0, z a multiple of 10^-m) is above, at or below certain points T: for ROUND(V, k) the odd multiples of half of 10^-k, for
 * TRUNC, FLOOR and CEIL and for comparisons the multiples of 10^-k. That is the same as asking where Q lies to T' = (T - z) * 10^-n.
 *   1. Q = T'. T' has at most K + 1 decimals, K = max(k + n, m + n'), n' being the shift made before z was added. If s > K, PostgreSQL has Q exactly.
 *   2. Q <> T'. Then |Q - T'| = |integer| / (2 * Y * 10^max(K, a - b)), at least half of 10^-(max(K, a - b) + d) for Y < 10^d. PostgreSQL is wrong by at most
 *      half of 10^-s, so with s >= max(K, a - b) + d its quotient lies on the same side of T' as Q does, or at T' only if Y = 10^d, which is excluded.
 * Oracle's own quotient has more digits and so lies there too. Both conditions follow from s >= max(K, a - b) + d, d >= 1.
 * PostgreSQL takes s = 16 - 4 * g, g being the position of the first group of four digits of Q at the most (floor((W - 1) / 4) for |Q| < 10^W), at least 0.
 * For Y of d digits, |Q| < 10^(w + b - d + 1): the condition is checked for each d = 1 … D.
 *
 * x may also be a fraction with a denominator R < 10^r that was rounded to Oracle's digits: a difference of dates (R = 86400) or of months (31 * 86400).
 * Then |Q - T'| has R in its denominator too, and s >= max(K, a - b) + d + r takes care of it; x is exact where Q = T', a finite decimal.
 *
 * AVG is SUM / COUNT. |Q| < 10^w then holds whatever the count; a count is taken to have at most COUNT_DIGITS digits.
 * A divisor without prime factors but 2 and 5 gives a finite Q of a + e decimals, exact if s >= a + e, whatever is made of it. */
#include "pass/quotient.h"

enum { COUNT_DIGITS = 10, INTEGER_DIGITS = 10, LENGTH_DIGITS = 10, MOST_PLACES = 10, NOT_NATIVE = -1 };

/** |v| < 10^whole, v a multiple of 10^-scale. */
typedef struct digits {
    int whole, scale;
} digits;

static int max(int a, int b)
{
    return a > b ? a : b;
}

/* ---- operands ---- */

static bool literal_digits(const xy_context *ctx, const xy_node *node, digits *d)
{
    xy_str text = xy_token_text(ctx->source, XY_AS(number_literal, node)->value);
    bool point = false, leading = true;
    *d = (digits){0, 0};
    for (uint32_t i = 0; i < text.length; i++) {
        if (text.data[i] == '.' && !point) {
            point = true;
            continue;
        }
        if (text.data[i] < '0' || text.data[i] > '9')
            return false; /* 1e3, 1.5f */
        leading = leading && text.data[i] == '0';
        d->scale += point;
        d->whole += !point && !leading;
    }
    return true;
}

static bool type_digits(const xy_type *type, digits *d)
{
    if (!type)
        return false;
    if (type->family == XY_FAMILY_INTEGER) {
        *d = (digits){INTEGER_DIGITS, 0};
        return true;
    }
    if (type->family != XY_FAMILY_NUMBER || type->precision <= 0)
        return false;
    *d = (digits){0, type->scale == INT32_MIN ? 0 : type->scale};
    d->whole = type->precision - d->scale;
    return true;
}

/* Only what keeps its declared digits: a table's column, a variable. A parameter takes any number, an expression of a view too. */
static bool symbol_digits(const xy_symbol *symbol, digits *d)
{
    if (!symbol)
        return false;
    bool column = symbol->kind == XY_SYM_COLUMN && symbol->owner && symbol->owner->kind == XY_SYM_TABLE;
    bool variable = symbol->kind == XY_SYM_VARIABLE || symbol->kind == XY_SYM_CONSTANT;
    bool integer = symbol->kind == XY_SYM_PARAMETER || symbol->kind == XY_SYM_LOOP_INDEX;
    if (integer)
        return symbol->type && symbol->type->family == XY_FAMILY_INTEGER && type_digits(symbol->type, d);
    return (column || variable) && type_digits(symbol->type, d);
}

static bool exact_digits(const xy_context *ctx, const xy_node *node, digits *d);

static bool binary_digits(const xy_context *ctx, const xy_binary *binary, digits *d)
{
    digits l, r;
    if (binary->op > XY_BINARY_OP_MUL || !exact_digits(ctx, binary->left, &l) || !exact_digits(ctx, binary->right, &r))
        return false;
    *d = binary->op == XY_BINARY_OP_MUL ? (digits){l.whole + r.whole, l.scale + r.scale} : (digits){max(l.whole, r.whole) + 1, max(l.scale, r.scale)};
    return true;
}

static bool arguments_digits(const xy_context *ctx, const xy_node *call, digits *d)
{
    *d = (digits){0, 0};
    for (uint32_t i = 0; i < XY_AS(call, call)->args.count; i++) {
        digits one;
        if (!exact_digits(ctx, xy_sql_arg(call, i), &one))
            return false;
        *d = (digits){max(d->whole, one.whole), max(d->scale, one.scale)};
    }
    return XY_AS(call, call)->args.count > 0;
}

static bool call_digits(const xy_context *ctx, const xy_node *call, digits *d)
{
    xy_str name = xy_sql_builtin(ctx, call);
    const xy_node *arg = xy_sql_arg(call, 0);
    int64_t places = 0;
    if (!name.length)
        return false;
    if (xy_str_equal(name, XY_STR("COUNT"))) {
        *d = (digits){COUNT_DIGITS, 0};
        return true;
    }
    if (xy_sql_in_words("LENGTH LENGTHB INSTR ASCII", name)) {
        *d = (digits){LENGTH_DIGITS, 0};
        return true;
    }
    if (xy_sql_in_words("NVL COALESCE GREATEST LEAST", name))
        return arguments_digits(ctx, call, d);
    if (!arg || !exact_digits(ctx, arg, d))
        return false;
    if (xy_sql_in_words("ABS MIN MAX", name))
        return true;
    if (xy_str_equal(name, XY_STR("SUM"))) {
        d->whole += COUNT_DIGITS;
        return true;
    }
    bool cuts = xy_sql_in_words("ROUND TRUNC", name) && (!xy_sql_arg(call, 1) || xy_sql_integer(ctx, xy_sql_arg(call, 1), &places));
    if (!cuts && !xy_sql_in_words("FLOOR CEIL", name))
        return false;
    *d = (digits){d->whole + 1, places > 0 && places < d->scale ? (int)places : places > 0 ? d->scale : 0};
    return true;
}

/* Bounds of a value that the target computes without any rounding. */
static bool exact_digits(const xy_context *ctx, const xy_node *node, digits *d)
{
    const xy_node *bare = xy_sql_bare(node);
    const xy_info *info = xy_info_of(ctx->analysis, bare);
    if (info->convert_to || xy_info_of(ctx->analysis, node)->convert_to)
        return false;
    switch (bare->kind) {
    case XY_NODE_NUMBER_LITERAL: return literal_digits(ctx, bare, d);
    case XY_NODE_NAME: return symbol_digits(info->symbol, d);
    case XY_NODE_BINARY: return binary_digits(ctx, XY_AS(binary, bare), d);
    case XY_NODE_CALL: return call_digits(ctx, bare, d);
    case XY_NODE_UNARY: return XY_AS(unary, bare)->op <= XY_UNARY_OP_MINUS && exact_digits(ctx, XY_AS(unary, bare)->operand, d);
    default: return false;
    }
}

/* n for a literal 10^n. */
static bool power_of_ten(const xy_context *ctx, const xy_node *node, int *n)
{
    int64_t value;
    if (!xy_sql_integer(ctx, node, &value) || value <= 0)
        return false;
    for (*n = 0; value % 10 == 0; value /= 10)
        ++*n;
    return value == 1;
}

/* ---- what is made of the quotient ---- */

/** The way from the quotient outwards. */
typedef struct way {
    const xy_node *at;
    int shift, fixed;
} way;

/* The node that the value goes into, parentheses left out. */
static const xy_node *next(const xy_node *node)
{
    while (node->parent && node->parent->kind == XY_NODE_PAREN)
        node = node->parent;
    return node->parent;
}

static const xy_node *other_side(const xy_binary *binary, const xy_node *at)
{
    while (at->parent != &binary->node)
        at = at->parent;
    return binary->left == at ? binary->right : binary->left;
}

static int by_type(const xy_type *type)
{
    digits d;
    return type_digits(type, &d) ? max(d.scale, 0) : NOT_NATIVE;
}

static bool is_argument(const xy_node *call, uint32_t i, const xy_node *at)
{
    const xy_node *arg = xy_sql_arg(call, i);
    return arg && xy_sql_bare(arg) == xy_sql_bare(at);
}

/* Decimals of a TO_CHAR model of digits, commas and a point. */
static int format_places(const xy_context *ctx, const xy_node *format)
{
    int places = 0;
    bool point = false;
    format = xy_sql_bare(format);
    if (!format || format->kind != XY_NODE_STRING_LITERAL)
        return NOT_NATIVE;
    xy_str text = xy_token_string(ctx->source, XY_AS(string_literal, format)->value, ctx->arena);
    for (uint32_t i = 0; i < text.length; i++) {
        char c = text.data[i];
        if (c == '.' || c == 'D' || c == 'd')
            point = true;
        else if (c == '0' || c == '9')
            places += point;
        else if (c != ',' && c != 'G' && c != 'g' && c != 'F' && c != 'f' && c != 'M' && c != 'm')
            return NOT_NATIVE;
    }
    return places;
}

static int call_places(const xy_context *ctx, const xy_node *call, const xy_node *at)
{
    xy_str name = xy_sql_builtin(ctx, call);
    int64_t places = 0;
    if (!name.length || !is_argument(call, 0, at))
        return NOT_NATIVE;
    if (xy_sql_in_words("FLOOR CEIL", name))
        return 0;
    if (xy_sql_in_words("ROUND TRUNC", name))
        return !xy_sql_arg(call, 1) || (xy_sql_integer(ctx, xy_sql_arg(call, 1), &places) && places <= MOST_PLACES) ? max((int)places, 0) : NOT_NATIVE;
    if (xy_str_equal(name, XY_STR("TO_CHAR")) && XY_AS(call, call)->args.count == 2)
        return format_places(ctx, xy_sql_arg(call, 1));
    return NOT_NATIVE;
}

static int values_places(const xy_context *ctx, const xy_node *row, const xy_node *at)
{
    const xy_node *values = row->parent, *insert = values ? values->parent : NULL;
    if (!insert || values->kind != XY_NODE_VALUES)
        return NOT_NATIVE;
    xy_nodes columns = insert->kind == XY_NODE_INSERT         ? XY_AS(insert, insert)->columns
                       : insert->kind == XY_NODE_INSERT_INTO  ? XY_AS(insert_into, insert)->columns
                       : insert->kind == XY_NODE_MERGE_INSERT ? XY_AS(merge_insert, insert)->columns
                                                              : (xy_nodes){0};
    for (uint32_t i = 0; i < XY_AS(row, row)->items.count && i < columns.count; i++)
        if (xy_sql_bare(XY_AS(row, row)->items.items[i]) == xy_sql_bare(at)) {
            const xy_symbol *symbol = xy_info_of(ctx->analysis, columns.items[i])->symbol;
            return symbol ? by_type(symbol->type) : NOT_NATIVE;
        }
    return NOT_NATIVE;
}

static int set_places(const xy_context *ctx, const xy_set_item *set)
{
    const xy_symbol *symbol = set->targets.count == 1 ? xy_info_of(ctx->analysis, set->targets.items[0])->symbol : NULL;
    return symbol && symbol->kind == XY_SYM_COLUMN ? by_type(symbol->type) : NOT_NATIVE;
}

static int assigned_places(const xy_context *ctx, const xy_node *target)
{
    const xy_symbol *symbol = xy_info_of(ctx->analysis, target)->symbol;
    return symbol && symbol->kind == XY_SYM_VARIABLE ? by_type(symbol->type) : NOT_NATIVE;
}

static int declared_places(const xy_context *ctx, const xy_variable_decl *decl)
{
    return decl->type && decl->type->kind == XY_NODE_DATA_TYPE ? by_type(xy_sema_type_of(ctx->analysis, decl->type)) : NOT_NATIVE;
}

/* Does the operator put the value beside another one, so that only their order counts? */
static bool compares(const xy_context *ctx, const xy_node *parent, const xy_node *at, int *places)
{
    digits d, low, high;
    if (parent->kind == XY_NODE_BINARY && XY_AS(binary, parent)->op >= XY_BINARY_OP_EQ && XY_AS(binary, parent)->op <= XY_BINARY_OP_GE) {
        if (!exact_digits(ctx, other_side(XY_AS(binary, parent), at), &d))
            return false;
        *places = max(d.scale, 0);
        return true;
    }
    if (parent->kind != XY_NODE_BETWEEN || xy_sql_bare(XY_AS(between, parent)->operand) != xy_sql_bare(at))
        return false;
    if (!exact_digits(ctx, XY_AS(between, parent)->low, &low) || !exact_digits(ctx, XY_AS(between, parent)->high, &high))
        return false;
    *places = max(0, max(low.scale, high.scale));
    return true;
}

/* Decimals that count in the end, or NOT_NATIVE when all do. */
static int final_places(const xy_context *ctx, const xy_node *parent, const xy_node *at)
{
    int places;
    if (compares(ctx, parent, at, &places))
        return places;
    switch (parent->kind) {
    case XY_NODE_CALL: return call_places(ctx, parent, at);
    case XY_NODE_CAST: return by_type(xy_sema_type_of(ctx->analysis, XY_AS(cast, parent)->type));
    case XY_NODE_ROW: return values_places(ctx, parent, at);
    case XY_NODE_SET_ITEM: return set_places(ctx, XY_AS(set_item, parent));
    case XY_NODE_ASSIGN: return assigned_places(ctx, XY_AS(assign, parent)->target);
    case XY_NODE_VARIABLE_DECL: return declared_places(ctx, XY_AS(variable_decl, parent));
    default: return NOT_NATIVE;
    }
}

/* Goes one step outwards if the operation keeps the quotient apart from decimals that are known: * 10^n, + z, -q, NVL(q, z). */
static bool step(const xy_context *ctx, way *w)
{
    const xy_node *parent = next(w->at);
    digits z;
    int n;
    if (parent->kind == XY_NODE_BINARY) {
        const xy_binary *binary = XY_AS(binary, parent);
        const xy_node *other = other_side(binary, w->at);
        if (binary->op == XY_BINARY_OP_MUL && power_of_ten(ctx, other, &n))
            w->shift += n;
        else if (binary->op <= XY_BINARY_OP_SUB && exact_digits(ctx, other, &z))
            w->fixed = max(w->fixed, z.scale + w->shift);
        else
            return false;
    } else if (parent->kind == XY_NODE_UNARY) {
        if (XY_AS(unary, parent)->op > XY_UNARY_OP_MINUS)
            return false;
    } else if (parent->kind == XY_NODE_CALL) {
        bool second = XY_AS(call, parent)->args.count == 2 && is_argument(parent, 0, w->at) && exact_digits(ctx, xy_sql_arg(parent, 1), &z);
        bool keeps = (second && xy_sql_in_words("NVL COALESCE", xy_sql_builtin(ctx, parent))) || xy_sql_is_builtin(ctx, parent, "ABS");
        if (!keeps)
            return false;
    } else {
        return false;
    }
    w->at = parent;
    return true;
}

/* K of the proof, or NOT_NATIVE. */
static int decimals_that_count(const xy_context *ctx, const xy_node *quotient)
{
    way w = {quotient, 0, 0};
    while (next(w.at) && step(ctx, &w))
        continue;
    const xy_node *parent = next(w.at);
    int places = parent ? final_places(ctx, parent, w.at) : NOT_NATIVE;
    return places == NOT_NATIVE ? NOT_NATIVE : max(places + w.shift, w.fixed);
}

/* ---- the condition ---- */

/* s of the proof for |Q| < 10^whole. */
static int target_scale(int whole)
{
    int group = whole > 0 ? (whole - 1) / 4 : -((4 - whole) / 4);
    return max(16 - 4 * group, 0);
}

static bool proven(digits x, digits y, int places, int fraction)
{
    int most = y.whole + y.scale; /* digits of Y */
    for (int d = 1; d <= max(most, 1); d++)
        if (target_scale(x.whole + y.scale - d + 1) < max(places, x.scale - y.scale) + d + fraction)
            return false;
    return true;
}

/* Is the quotient finite, and does the target keep all of it? */
static bool finite(const xy_context *ctx, digits x, const xy_node *divisor)
{
    int64_t value;
    int twos = 0, fives = 0;
    if (!xy_sql_integer(ctx, divisor, &value) || value == 0)
        return false;
    for (value = value < 0 ? -value : value; value % 2 == 0; value /= 2)
        twos++;
    for (; value % 5 == 0; value /= 5)
        fives++;
    return value == 1 && target_scale(x.whole) >= max(x.scale, 0) + max(twos, fives);
}

static bool is_division(const xy_context *ctx, const xy_node *node)
{
    (void)ctx;
    return node->kind == XY_NODE_BINARY && XY_AS(binary, node)->op == XY_BINARY_OP_DIV;
}

/* A quotient to group by must be written everywhere as it is there. */
static bool is_grouped(const xy_context *ctx, const xy_node *node)
{
    for (; node; node = node->parent)
        if (node->kind == XY_NODE_QUERY_BLOCK)
            return XY_AS(query_block, node)->group_by && xy_sql_any(ctx, XY_AS(query_block, node)->group_by, true, is_division);
    return false;
}

/* DATE + x/y: the sum is rounded to seconds, of which 16 digits leave no doubt. */
static bool is_days(const xy_context *ctx, const xy_node *node)
{
    const xy_node *parent = next(node);
    if (!parent || parent->kind != XY_NODE_BINARY || XY_AS(binary, parent)->op > XY_BINARY_OP_SUB)
        return false;
    return xy_is_datetime_family(xy_sql_family(ctx, other_side(XY_AS(binary, parent), node)));
}

static bool is_date_difference(const xy_context *ctx, const xy_node *node)
{
    if (node->kind != XY_NODE_BINARY || XY_AS(binary, node)->op != XY_BINARY_OP_SUB)
        return false;
    return xy_sql_family(ctx, XY_AS(binary, node)->left) == XY_FAMILY_DATE && xy_sql_family(ctx, XY_AS(binary, node)->right) == XY_FAMILY_DATE;
}

/* r of the proof: days between two dates are below 10^7, months below 10^6; 0 for other dividends. */
static int time_fraction(const xy_context *ctx, const xy_node *dividend, digits *x)
{
    dividend = xy_sql_bare(dividend);
    if (is_date_difference(ctx, dividend)) {
        *x = (digits){7, 0};
        return 5;
    }
    if (!xy_sql_is_builtin(ctx, dividend, "MONTHS_BETWEEN"))
        return 0;
    *x = (digits){6, 0};
    return 7;
}

bool xy_quotient_is_native(xy_context *ctx, const xy_node *node)
{
    digits x, y;
    if (xy_pass_option(ctx, "number-digits", "native"))
        return true;
    if (node->kind == XY_NODE_CALL) {
        int places = xy_sql_arg(node, 0) && exact_digits(ctx, xy_sql_arg(node, 0), &x) ? decimals_that_count(ctx, node) : NOT_NATIVE;
        return places != NOT_NATIVE && target_scale(x.whole) >= max(places, x.scale) + COUNT_DIGITS;
    }
    const xy_binary *binary = XY_AS(binary, node);
    bool known = exact_digits(ctx, binary->left, &x);
    int fraction = known ? 0 : time_fraction(ctx, binary->left, &x);
    if (is_days(ctx, node) || (known && finite(ctx, x, binary->right)))
        return true;
    if ((!known && !fraction) || !exact_digits(ctx, binary->right, &y) || is_grouped(ctx, node))
        return false;
    int places = decimals_that_count(ctx, node);
    return places != NOT_NATIVE && proven(x, y, places, fraction);
}

/* ---- AVG ---- */

bool xy_average_is_exact(xy_context *ctx, const xy_node *call)
{
    const xy_node *value = xy_sql_arg(call, 0);
    if (!value || !xy_sql_is_builtin(ctx, call, "AVG") || xy_sql_family(ctx, value) == XY_FAMILY_FLOAT)
        return false;
    return !xy_quotient_is_native(ctx, call);
}

static void write_part(xy_context *ctx, xy_rope *rope, const char *function, const xy_node *call, const xy_rope *suffix)
{
    const xy_call *c = XY_AS(call, call);
    xy_rope_str(ctx->edits, rope, xy_edit_case(ctx->edits, c->callee->first, xy_str_from(function)));
    xy_rope_text(ctx->edits, rope, "(");
    if (c->quantifier != XY_NO_TOKEN)
        xy_rope_build(ctx->edits, rope, "%t ", c->quantifier);
    xy_rope_build(ctx->edits, rope, "%n)", xy_sql_arg(call, 0));
    for (uint32_t i = 0; suffix && i < suffix->count; i++)
        xy_vec_push(ctx->arena, rope, suffix->items[i]);
}

void xy_average_write(xy_context *ctx, xy_rope *rope, const xy_node *call, const xy_rope *suffix)
{
    bool known = xy_sql_family(ctx, xy_sql_arg(call, 0)) != XY_FAMILY_UNKNOWN;
    xy_rope_format(ctx->edits, rope, "%s(", xy_pass_runtime(ctx, "div"));
    write_part(ctx, rope, "SUM", call, suffix);
    xy_rope_text(ctx->edits, rope, known ? ", " : "::numeric, ");
    write_part(ctx, rope, "COUNT", call, suffix);
    xy_rope_text(ctx->edits, rope, ")");
}

/* ---- products ---- */

/* A value of more digits than its operands have. */
static bool is_rounded(xy_context *ctx, const xy_node *node)
{
    node = xy_sql_bare(node);
    if (is_division(ctx, node))
        return xy_sql_family(ctx, node) != XY_FAMILY_FLOAT && !xy_is_datetime_family(xy_sql_family(ctx, node)) && !xy_quotient_is_native(ctx, node);
    if (node->kind == XY_NODE_BINARY && XY_AS(binary, node)->op == XY_BINARY_OP_MUL)
        return is_rounded(ctx, XY_AS(binary, node)->left) || is_rounded(ctx, XY_AS(binary, node)->right);
    if (node->kind == XY_NODE_UNARY)
        return XY_AS(unary, node)->op <= XY_UNARY_OP_MINUS && is_rounded(ctx, XY_AS(unary, node)->operand);
    return is_date_difference(ctx, node) || xy_average_is_exact(ctx, node);
}

/* Product of the literals of a chain a * 24 * 60; 0 when it has other factors than one. */
static int64_t literal_factor(const xy_context *ctx, const xy_node *node, const xy_node **rest)
{
    int64_t value;
    node = xy_sql_bare(node);
    if (xy_sql_integer(ctx, node, &value))
        return value > 0 && value < 1000000 ? value : 0;
    if (node->kind == XY_NODE_BINARY && XY_AS(binary, node)->op == XY_BINARY_OP_MUL) {
        int64_t l = literal_factor(ctx, XY_AS(binary, node)->left, rest), r = literal_factor(ctx, XY_AS(binary, node)->right, rest);
        return l && r && l < INT64_MAX / r ? l * r : 0;
    }
    if (*rest)
        return 0;
    *rest = node;
    return 1;
}

/* ROUND((d1 - d2) * 86400): the value is a whole number but for 30 decimals, far from the halves at which ROUND decides. */
static bool is_whole_seconds(const xy_context *ctx, const xy_node *product)
{
    const xy_node *rest = NULL, *top = product;
    for (const xy_node *up = next(top); up && up->kind == XY_NODE_BINARY && XY_AS(binary, up)->op == XY_BINARY_OP_MUL; up = next(top))
        top = up;
    const xy_node *call = next(top);
    int64_t factor = literal_factor(ctx, top, &rest);
    if (!rest || !is_date_difference(ctx, rest) || factor <= 0 || factor % 86400 != 0)
        return false;
    return call && xy_sql_is_builtin(ctx, call, "ROUND") && is_argument(call, 0, top) && call_places(ctx, call, top) == 0;
}

bool xy_product_is_rounded(xy_context *ctx, const xy_node *product)
{
    const xy_binary *binary = XY_AS(binary, product);
    int n;
    if (xy_pass_option(ctx, "number-digits", "native") || power_of_ten(ctx, binary->left, &n) || power_of_ten(ctx, binary->right, &n))
        return false;
    if (xy_sql_family(ctx, product) == XY_FAMILY_FLOAT || !(is_rounded(ctx, binary->left) || is_rounded(ctx, binary->right)))
        return false;
    return !is_days(ctx, product) && !is_whole_seconds(ctx, product);
}
