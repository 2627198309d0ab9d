/* Aggregate and analytic functions that PostgreSQL lacks or computes otherwise (trap E06). */
#include "pass/convert.h"
#include "pass/quotient.h"

static const char whole_frame[] = " ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING";

static void replace(xy_context *ctx, const xy_node *node, xy_rope rope, xy_precedence precedence)
{
    xy_edit_replace_expr(ctx->edits, node, XY_LAYER_OWN, rope, precedence, xy_sql_rule(ctx));
}

static void rename_function(xy_context *ctx, const xy_node *node, const char *name)
{
    const xy_node *callee = XY_AS(call, node)->callee;
    xy_rope rope = {0};
    xy_rope_str(ctx->edits, &rope, xy_edit_case(ctx->edits, callee->first, xy_str_from(name)));
    xy_edit_replace_node(ctx->edits, callee, XY_LAYER_OWN, rope, xy_sql_rule(ctx));
}

/* ---- parts of windows ---- */

/* Orders rows the other way round for `reverse`, NULLs included. */
static void write_order(xy_context *ctx, xy_rope *rope, const xy_order_by *order, bool reverse)
{
    for (uint32_t i = 0; i < order->items.count; i++) {
        const xy_order_item *item = XY_AS(order_item, order->items.items[i]);
        if (i)
            xy_rope_text(ctx->edits, rope, ", ");
        if (!reverse) {
            xy_rope_node(ctx->edits, rope, &item->node);
            continue;
        }
        bool descending = xy_sql_word(ctx, item->direction, "DESC");
        xy_rope_build(ctx->edits, rope, descending ? "%n" : "%n DESC", item->expr);
        if (item->nulls != XY_NO_TOKEN)
            xy_rope_text(ctx->edits, rope, xy_sql_word(ctx, item->nulls, "FIRST") ? " NULLS LAST" : " NULLS FIRST");
    }
}

/* OVER (PARTITION BY … ORDER BY … frame); order and frame of the author when null. */
static void write_over(xy_context *ctx, xy_rope *rope, const xy_window *window, const xy_order_by *order, const char *frame)
{
    xy_edits *edits = ctx->edits;
    xy_rope_text(edits, rope, " OVER (");
    if (window->name != XY_NO_TOKEN)
        xy_rope_build(edits, rope, "%t ", window->name);
    for (uint32_t i = 0; i < window->partition.count; i++)
        xy_rope_build(edits, rope, i ? ", %n" : "PARTITION BY %n", window->partition.items[i]);
    if (!order && window->order)
        order = XY_AS(order_by, window->order);
    if (order) {
        xy_rope_text(edits, rope, window->partition.count ? " ORDER BY " : "ORDER BY ");
        write_order(ctx, rope, order, false);
    }
    if (frame)
        xy_rope_text(edits, rope, frame);
    else if (window->frame)
        xy_rope_build(edits, rope, " %n", window->frame);
    xy_rope_text(edits, rope, ")");
}

/* ---- LISTAGG ---- */

static void write_value(xy_context *ctx, xy_rope *rope, const xy_node *value)
{
    xy_family family = xy_sql_family(ctx, value);
    if (family == XY_FAMILY_VARCHAR || family == XY_FAMILY_CLOB || xy_info_of(ctx->analysis, value)->convert_to)
        xy_rope_node(ctx->edits, rope, value);
    else
        xy_convert_to_text(ctx, rope, value, false);
}

static void write_distinct_order(xy_context *ctx, xy_rope *rope, const xy_node *value, const xy_order_by *order)
{
    for (uint32_t i = 0; i < order->items.count; i++) {
        const xy_order_item *item = XY_AS(order_item, order->items.items[i]);
        if (i || !xy_node_equal(ctx->source, item->expr, ctx->source, value)) {
            xy_sql_flag(ctx, &item->node, "distinct-order");
            return;
        }
        xy_rope_text(ctx->edits, rope, " ORDER BY (");
        write_value(ctx, rope, value);
        xy_rope_text(ctx->edits, rope, ")::text");
        if (item->direction != XY_NO_TOKEN)
            xy_rope_build(ctx->edits, rope, " %t", item->direction);
        if (item->nulls != XY_NO_TOKEN)
            xy_rope_build(ctx->edits, rope, " NULLS %t", item->nulls);
    }
}

static void listagg(xy_context *ctx, xy_node *node)
{
    const xy_call *call = XY_AS(call, node);
    const xy_node *value = xy_sql_arg(node, 0), *separator = xy_sql_arg(node, 1);
    const xy_order_by *order = call->within ? XY_AS(order_by, XY_AS(within_group, call->within)->order) : NULL;
    xy_rope rope = {0};
    if (!value)
        return;
    if (call->overflow && XY_AS(listagg_overflow, call->overflow)->mode == XY_LISTAGG_OVERFLOW_MODE_TRUNCATE)
        xy_sql_flag(ctx, call->overflow, "overflow");
    bool distinct = call->quantifier != XY_NO_TOKEN && !xy_sql_word(ctx, call->quantifier, "ALL");
    xy_rope_text(ctx->edits, &rope, distinct ? "string_agg(DISTINCT (" : "string_agg(");
    write_value(ctx, &rope, value);
    xy_rope_text(ctx->edits, &rope, distinct ? ")::text, " : ", ");
    if (separator)
        xy_rope_node(ctx->edits, &rope, separator);
    else
        xy_rope_text(ctx->edits, &rope, xy_sql_is_builtin(ctx, node, "WM_CONCAT") ? "','" : "''");
    if (call->over) {
        xy_rope_text(ctx->edits, &rope, ")");
        write_over(ctx, &rope, XY_AS(window, call->over), order, order ? whole_frame : NULL);
    } else {
        if (order && distinct) {
            write_distinct_order(ctx, &rope, value, order);
        } else if (order) {
            xy_rope_text(ctx->edits, &rope, " ORDER BY ");
            write_order(ctx, &rope, order, false);
        }
        xy_rope_text(ctx->edits, &rope, ")");
    }
    replace(ctx, node, rope, XY_PREC_PRIMARY);
}

/* ---- KEEP (DENSE_RANK FIRST | LAST ORDER BY …) ---- */

/* Sorting the value itself after the keys makes the first element the extreme one of the rows that share the first key. */
static void keep_extreme(xy_context *ctx, xy_node *node, bool maximum)
{
    const xy_call *call = XY_AS(call, node);
    const xy_keep *keep = XY_AS(keep, call->keep);
    bool last = keep->which == XY_KEEP_WHICH_LAST;
    const xy_node *value = xy_sql_arg(node, 0);
    xy_rope rope = {0}, order = {0};
    write_order(ctx, &order, XY_AS(order_by, keep->order), last);
    xy_rope_build(ctx->edits, &order, maximum ? ", %n DESC NULLS LAST" : ", %n", value);
    xy_rope_build(ctx->edits, &rope, call->over ? "first_value(%n) OVER (" : "(array_agg(%n ", value);
    if (call->over) {
        const xy_window *window = XY_AS(window, call->over);
        for (uint32_t i = 0; i < window->partition.count; i++)
            xy_rope_build(ctx->edits, &rope, i ? ", %n" : "PARTITION BY %n", window->partition.items[i]);
        xy_rope_text(ctx->edits, &rope, window->partition.count ? " " : "");
    }
    xy_rope_text(ctx->edits, &rope, "ORDER BY ");
    for (uint32_t i = 0; i < order.count; i++)
        xy_vec_push(ctx->arena, &rope, order.items[i]);
    xy_rope_text(ctx->edits, &rope, call->over ? whole_frame : ")");
    xy_rope_text(ctx->edits, &rope, call->over ? ")" : ")[1]");
    replace(ctx, node, rope, XY_PREC_PRIMARY);
}

static void sorted_array(xy_context *ctx, xy_rope *rope, const xy_node *value, const xy_keep *keep)
{
    xy_rope_build(ctx->edits, rope, "array_agg(%n ORDER BY ", value);
    write_order(ctx, rope, XY_AS(order_by, keep->order), keep->which == XY_KEEP_WHICH_LAST);
    xy_rope_text(ctx->edits, rope, ")");
}

/* function(DISTINCT ; the call's own function when none is given */
static void write_head(xy_context *ctx, xy_rope *rope, const xy_call *call, const char *function)
{
    if (function)
        xy_rope_text(ctx->edits, rope, function);
    else
        xy_rope_node(ctx->edits, rope, call->callee);
    xy_rope_text(ctx->edits, rope, "(");
    if (call->quantifier != XY_NO_TOKEN)
        xy_rope_build(ctx->edits, rope, "%t ", call->quantifier);
}

static void kept_part(xy_context *ctx, xy_rope *rope, const xy_call *call, const char *function, const char *rest)
{
    write_head(ctx, rope, call, function);
    xy_rope_text(ctx->edits, rope, rest);
}

/* Any other aggregate: over the elements whose keys are those of the first one. */
static void keep_other(xy_context *ctx, xy_node *node)
{
    const xy_call *call = XY_AS(call, node);
    const xy_keep *keep = XY_AS(keep, call->keep);
    xy_nodes keys = XY_AS(order_by, keep->order)->items;
    const xy_node *value = xy_sql_arg(node, 0);
    bool star = !value || value->kind == XY_NODE_STAR;
    xy_rope rope = {0};
    if (call->over || call->args.count > 1) {
        xy_sql_flag(ctx, node, "keep");
        return;
    }
    xy_rope_text(ctx->edits, &rope, "(SELECT ");
    if (xy_average_is_exact(ctx, node)) {
        xy_rope_format(ctx->edits, &rope, "%s(", xy_pass_runtime(ctx, "div"));
        kept_part(ctx, &rope, call, "sum", "xy_kept.v), ");
        kept_part(ctx, &rope, call, "count", "xy_kept.v)) FROM unnest(");
    } else {
        kept_part(ctx, &rope, call, NULL, star ? "*) FROM unnest(" : "xy_kept.v) FROM unnest(");
    }
    if (!star) {
        sorted_array(ctx, &rope, value, keep);
        xy_rope_text(ctx->edits, &rope, ", ");
    }
    for (uint32_t i = 0; i < keys.count; i++) {
        xy_rope_text(ctx->edits, &rope, i ? ", " : "");
        sorted_array(ctx, &rope, XY_AS(order_item, keys.items[i])->expr, keep);
    }
    xy_rope_text(ctx->edits, &rope, star ? ") AS xy_kept(" : ") AS xy_kept(v, ");
    for (uint32_t i = 0; i < keys.count; i++)
        xy_rope_format(ctx->edits, &rope, i ? ", k%u" : "k%u", i + 1);
    for (uint32_t i = 0; i < keys.count; i++) {
        xy_rope_format(ctx->edits, &rope, i ? " AND xy_kept.k%u IS NOT DISTINCT FROM (" : ") WHERE xy_kept.k%u IS NOT DISTINCT FROM (", i + 1);
        sorted_array(ctx, &rope, XY_AS(order_item, keys.items[i])->expr, keep);
        xy_rope_text(ctx->edits, &rope, ")[1]");
    }
    xy_rope_text(ctx->edits, &rope, ")");
    replace(ctx, node, rope, XY_PREC_PRIMARY);
}

/* ---- IGNORE NULLS ---- */

static void write_array(xy_context *ctx, xy_rope *rope, const xy_node *value, const xy_window *window, const char *frame)
{
    xy_rope_build(ctx->edits, rope, "(array_agg(%n) FILTER (WHERE %o IS NOT NULL)", value, value, XY_PREC_COMPARE);
    write_over(ctx, rope, window, NULL, frame);
    xy_rope_text(ctx->edits, rope, ")");
}

static void write_count(xy_context *ctx, xy_rope *rope, const xy_node *value, const xy_window *window, const char *frame)
{
    xy_rope_build(ctx->edits, rope, "count(%n)", value);
    write_over(ctx, rope, window, NULL, frame);
}

static void ignore_nulls(xy_context *ctx, xy_node *node, xy_str name)
{
    static const char before[] = " ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING", after[] = " ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING";
    const xy_call *call = XY_AS(call, node);
    const xy_node *value = xy_sql_arg(node, 0), *offset = xy_sql_arg(node, 1), *otherwise = xy_sql_arg(node, 2);
    const xy_window *window = call->over ? XY_AS(window, call->over) : NULL;
    bool lag = xy_str_equal(name, XY_STR("LAG")), lead = xy_str_equal(name, XY_STR("LEAD")), nth = xy_str_equal(name, XY_STR("NTH_VALUE"));
    if (!window || !value || (nth && call->from_last != XY_NO_TOKEN && xy_sql_word(ctx, call->from_last, "LAST"))) {
        xy_sql_flag(ctx, node, "window");
        return;
    }
    xy_rope rope = {0};
    xy_rope_text(ctx->edits, &rope, otherwise ? "coalesce(" : "");
    write_array(ctx, &rope, value, window, lag ? before : lead ? after : NULL);
    xy_rope_text(ctx->edits, &rope, "[");
    if (lag || xy_str_equal(name, XY_STR("LAST_VALUE"))) {
        write_count(ctx, &rope, value, window, lag ? before : NULL);
        if (lag && offset)
            xy_rope_build(ctx->edits, &rope, " - %o + 1", offset, XY_PREC_MULTIPLY);
    } else if ((lead || nth) && offset) {
        xy_rope_node(ctx->edits, &rope, offset);
    } else {
        xy_rope_text(ctx->edits, &rope, "1");
    }
    xy_rope_text(ctx->edits, &rope, "]");
    if (otherwise)
        xy_rope_build(ctx->edits, &rope, ", %n)", otherwise);
    replace(ctx, node, rope, XY_PREC_PRIMARY);
}

/* ---- single functions ---- */

/* Half of the sum of the two middle values, or twice the one: percentile_cont computes in double precision. */
static void median_of(xy_context *ctx, xy_node *node, const xy_node *value)
{
    const xy_call *call = XY_AS(call, node);
    static const char middle[] = "percentile_disc(0.5) WITHIN GROUP (ORDER BY %n";
    if (call->over || !value || xy_is_datetime_family(xy_sql_family(ctx, value))) {
        xy_sql_flag(ctx, node, "median");
        return;
    }
    xy_rope rope = {0};
    xy_rope_text(ctx->edits, &rope, "(");
    xy_rope_build(ctx->edits, &rope, middle, value);
    xy_rope_text(ctx->edits, &rope, ") + ");
    xy_rope_build(ctx->edits, &rope, middle, value);
    xy_rope_text(ctx->edits, &rope, " DESC)) * 0.5");
    replace(ctx, node, rope, XY_PREC_MULTIPLY);
}

static void median(xy_context *ctx, xy_node *node)
{
    median_of(ctx, node, xy_sql_arg(node, 0));
}

/* What PostgreSQL computes in double precision is made a numeric, as which it is used further. */
static void in_double_precision(xy_context *ctx, xy_node *node)
{
    xy_rope rope = {0};
    if ((xy_sql_arg(node, 0) && xy_sql_family(ctx, xy_sql_arg(node, 0)) == XY_FAMILY_FLOAT) || xy_pass_option(ctx, "number-digits", "native"))
        return;
    xy_sql_flag(ctx, node, "double");
    xy_rope_build(ctx->edits, &rope, "%n::numeric", node);
    replace(ctx, node, rope, XY_PREC_CAST);
}

/* PERCENTILE_CONT(0.5) is the median, which has an exact form. */
static void percentile_cont(xy_context *ctx, xy_node *node)
{
    const xy_call *call = XY_AS(call, node);
    const xy_order_by *order = call->within ? XY_AS(order_by, XY_AS(within_group, call->within)->order) : NULL;
    const xy_node *value = order && order->items.count == 1 ? XY_AS(order_item, order->items.items[0])->expr : NULL;
    const xy_node *share = xy_sql_arg(node, 0);
    if (!value || !share)
        return;
    bool half = share->kind == XY_NODE_NUMBER_LITERAL && xy_sql_in_words("0.5 .5 0.50 .50", xy_sql_text(ctx, share));
    if ((half && xy_sql_family(ctx, value) != XY_FAMILY_FLOAT && !call->over) || xy_is_datetime_family(xy_sql_family(ctx, value)))
        median_of(ctx, node, value);
    else if (xy_sql_family(ctx, value) != XY_FAMILY_FLOAT)
        in_double_precision(ctx, node);
}

static void stats_mode(xy_context *ctx, xy_node *node)
{
    xy_rope rope = {0};
    xy_rope_build(ctx->edits, &rope, "mode() WITHIN GROUP (ORDER BY %n)", xy_sql_arg(node, 0));
    replace(ctx, node, rope, XY_PREC_PRIMARY);
}

static bool is_number(const xy_context *ctx, const xy_node *value)
{
    return xy_sql_family(ctx, value) != XY_FAMILY_FLOAT;
}

static void ratio_to_report(xy_context *ctx, xy_node *node)
{
    const xy_call *call = XY_AS(call, node);
    const xy_node *value = xy_sql_arg(node, 0);
    xy_rope rope = {0};
    if (!call->over || !value)
        return;
    bool exact = is_number(ctx, value) && !xy_pass_option(ctx, "number-digits", "native");
    bool cast = exact ? xy_sql_family(ctx, value) == XY_FAMILY_UNKNOWN : xy_sql_integral(ctx, value) != XY_INTEGRAL_NO;
    if (exact)
        xy_rope_format(ctx->edits, &rope, "%s(", xy_pass_runtime(ctx, "div"));
    xy_rope_build(ctx->edits, &rope, cast ? "%o::numeric" : "%o", value, cast ? XY_PREC_CAST : exact ? XY_PREC_OTHER : XY_PREC_MULTIPLY);
    xy_rope_build(ctx->edits, &rope, exact ? ", nullif(sum(%n)" : " / nullif(sum(%n)", value);
    write_over(ctx, &rope, XY_AS(window, call->over), NULL, NULL);
    xy_rope_text(ctx->edits, &rope, exact ? ", 0))" : ", 0)");
    replace(ctx, node, rope, exact ? XY_PREC_PRIMARY : XY_PREC_MULTIPLY);
}

static void average(xy_context *ctx, xy_node *node)
{
    const xy_call *call = XY_AS(call, node);
    xy_rope rope = {0}, over = {0};
    if (!xy_average_is_exact(ctx, node))
        return;
    if (call->over)
        write_over(ctx, &over, XY_AS(window, call->over), NULL, NULL);
    xy_average_write(ctx, &rope, node, &over);
    replace(ctx, node, rope, XY_PREC_PRIMARY);
}

/* Statistics of numbers with 40 decimals have as many, which are then cut to Oracle's. */
static void add_statistic(xy_context *ctx, xy_rope *rope, xy_node *node, const char *function, const xy_rope *over)
{
    const xy_call *call = XY_AS(call, node);
    const xy_node *value = xy_sql_arg(node, 0);
    bool exact = is_number(ctx, value) && !xy_pass_option(ctx, "number-digits", "native");
    if (exact)
        xy_rope_format(ctx->edits, rope, "%s(", xy_pass_runtime(ctx, "num_round"));
    write_head(ctx, rope, call, function);
    xy_rope_build(ctx->edits, rope, exact ? "round(%n" : "%n", value);
    xy_rope_text(ctx->edits, rope, exact ? ", 40))" : ")");
    for (uint32_t i = 0; i < over->count; i++)
        xy_vec_push(ctx->arena, rope, over->items[i]);
    if (exact)
        xy_rope_text(ctx->edits, rope, ")");
}

/* STDDEV_POP, VAR_SAMP … are PostgreSQL's too. */
static void statistic(xy_context *ctx, xy_node *node)
{
    const xy_call *call = XY_AS(call, node);
    xy_rope rope = {0}, over = {0};
    if (!xy_sql_arg(node, 0) || !is_number(ctx, xy_sql_arg(node, 0)) || xy_pass_option(ctx, "number-digits", "native"))
        return;
    if (call->over)
        write_over(ctx, &over, XY_AS(window, call->over), NULL, NULL);
    add_statistic(ctx, &rope, node, NULL, &over);
    replace(ctx, node, rope, XY_PREC_PRIMARY);
}

/* STDDEV and VARIANCE of one row are 0; the _SAMP functions give NULL in both. */
static void deviation(xy_context *ctx, xy_node *node, const char *function)
{
    const xy_call *call = XY_AS(call, node);
    const xy_node *value = xy_sql_arg(node, 0);
    xy_rope rope = {0}, over = {0};
    if (call->over)
        write_over(ctx, &over, XY_AS(window, call->over), NULL, NULL);
    xy_str distinct = call->quantifier != XY_NO_TOKEN ? XY_STR("DISTINCT ") : (xy_str){0};
    xy_rope_build(ctx->edits, &rope, "CASE WHEN count(%S%n)", distinct, value);
    for (uint32_t i = 0; i < over.count; i++)
        xy_vec_push(ctx->arena, &rope, over.items[i]);
    xy_rope_text(ctx->edits, &rope, " = 1 THEN 0 ELSE ");
    add_statistic(ctx, &rope, node, function, &over);
    xy_rope_text(ctx->edits, &rope, " END");
    replace(ctx, node, rope, XY_PREC_PRIMARY);
}

static void count_distinct(xy_context *ctx, xy_node *node)
{
    xy_rope rope = {0};
    xy_rope_build(ctx->edits, &rope, "count(DISTINCT %n)", xy_sql_arg(node, 0));
    replace(ctx, node, rope, XY_PREC_PRIMARY);
}

/* ---- COUNT(DISTINCT x) OVER, CUME_DIST, PERCENT_RANK ---- */

static void write_partition(xy_context *ctx, xy_rope *rope, const xy_window *window, const xy_node *order, const char *direction)
{
    xy_rope_text(ctx->edits, rope, " OVER (");
    for (uint32_t i = 0; i < window->partition.count; i++)
        xy_rope_build(ctx->edits, rope, i ? ", %n" : "PARTITION BY %n", window->partition.items[i]);
    if (order)
        xy_rope_build(ctx->edits, rope, window->partition.count ? " ORDER BY %n%s" : "ORDER BY %n%s", order, direction);
    xy_rope_text(ctx->edits, rope, ")");
}

/* The ranks from both ends add up to the number of values and one; NULL has a rank too, but is not counted. */
static void count_distinct_over(xy_context *ctx, xy_node *node)
{
    const xy_window *window = XY_AS(window, XY_AS(call, node)->over);
    const xy_node *value = xy_sql_arg(node, 0);
    xy_rope rope = {0};
    xy_rope_text(ctx->edits, &rope, "(dense_rank()");
    write_partition(ctx, &rope, window, value, "");
    xy_rope_text(ctx->edits, &rope, " + dense_rank()");
    write_partition(ctx, &rope, window, value, " DESC");
    xy_rope_text(ctx->edits, &rope, " - 1");
    if (xy_sql_maybe_null(ctx, value)) {
        xy_rope_build(ctx->edits, &rope, " - CASE WHEN count(%n)", value);
        write_partition(ctx, &rope, window, NULL, "");
        xy_rope_text(ctx->edits, &rope, " < count(*)");
        write_partition(ctx, &rope, window, NULL, "");
        xy_rope_text(ctx->edits, &rope, " THEN 1 ELSE 0 END");
    }
    xy_rope_text(ctx->edits, &rope, ")");
    replace(ctx, node, rope, XY_PREC_PRIMARY);
}

/* DISTINCT in a window: the target has none. */
static bool distinct_over(xy_context *ctx, xy_node *node, xy_str name)
{
    const xy_call *call = XY_AS(call, node);
    if (!call->over || call->quantifier == XY_NO_TOKEN || xy_sql_word(ctx, call->quantifier, "ALL"))
        return false;
    bool plain = XY_AS(window, call->over)->name == XY_NO_TOKEN && call->args.count == 1;
    if (xy_sql_in_words("MAX MIN", name))
        xy_edit_delete(ctx->edits, call->quantifier, call->quantifier + 1, xy_sql_rule(ctx));
    else if (xy_str_equal(name, XY_STR("COUNT")) && plain)
        count_distinct_over(ctx, node);
    else
        xy_sql_flag(ctx, node, "window");
    return true;
}

/* The target computes both in double precision; the quotient of the counts has Oracle's digits. */
static void distribution(xy_context *ctx, xy_node *node, bool percent)
{
    const xy_call *call = XY_AS(call, node);
    const xy_window *window = call->over ? XY_AS(window, call->over) : NULL;
    xy_rope rope = {0};
    if (!window || window->name != XY_NO_TOKEN || !window->order || xy_pass_option(ctx, "number-digits", "native")) {
        in_double_precision(ctx, node);
        return;
    }
    xy_rope_format(ctx->edits, &rope, percent ? "coalesce(%s(rank()" : "%s(count(*)", xy_pass_runtime(ctx, "div"));
    write_over(ctx, &rope, window, NULL, NULL);
    xy_rope_text(ctx->edits, &rope, percent ? " - 1, nullif(count(*)" : ", count(*)");
    write_partition(ctx, &rope, window, NULL, "");
    xy_rope_text(ctx->edits, &rope, percent ? " - 1, 0)), 0)" : ")");
    replace(ctx, node, rope, XY_PREC_PRIMARY);
}

void xy_pass_aggregate(xy_context *ctx, xy_node *node)
{
    const xy_call *call = XY_AS(call, node);
    xy_str name = xy_sql_builtin(ctx, node);
    if (name.length == 0)
        return;
    if (call->keep) {
        bool maximum = xy_str_equal(name, XY_STR("MAX"));
        if (maximum || xy_str_equal(name, XY_STR("MIN")))
            keep_extreme(ctx, node, maximum);
        else
            keep_other(ctx, node);
    } else if (call->nulls && XY_AS(null_treatment, call->nulls)->mode == XY_NULL_TREATMENT_MODE_IGNORE) {
        ignore_nulls(ctx, node, name);
    } else if (call->nulls) { /* RESPECT NULLS is what PostgreSQL does */
        xy_edit_delete(ctx->edits, call->nulls->first, call->nulls->last, xy_sql_rule(ctx));
    } else if (distinct_over(ctx, node, name)) {
        return;
    } else if (xy_sql_in_words("CUME_DIST PERCENT_RANK", name)) {
        distribution(ctx, node, xy_str_equal(name, XY_STR("PERCENT_RANK")));
    } else if (xy_str_equal(name, XY_STR("LISTAGG")) || xy_str_equal(name, XY_STR("WM_CONCAT"))) {
        listagg(ctx, node);
    } else if (xy_str_equal(name, XY_STR("MEDIAN"))) {
        median(ctx, node);
    } else if (xy_str_equal(name, XY_STR("STATS_MODE"))) {
        stats_mode(ctx, node);
    } else if (xy_str_equal(name, XY_STR("RATIO_TO_REPORT"))) {
        ratio_to_report(ctx, node);
    } else if (xy_str_equal(name, XY_STR("AVG"))) {
        average(ctx, node);
    } else if (xy_sql_in_words("STDDEV_POP STDDEV_SAMP VAR_POP VAR_SAMP", name)) {
        statistic(ctx, node);
    } else if (xy_sql_in_words("CORR COVAR_POP COVAR_SAMP REGR_SLOPE REGR_INTERCEPT REGR_R2 REGR_AVGX REGR_AVGY REGR_SXX REGR_SYY REGR_SXY", name)) {
        in_double_precision(ctx, node);
    } else if (xy_str_equal(name, XY_STR("PERCENTILE_CONT"))) {
        percentile_cont(ctx, node);
    } else if (xy_str_equal(name, XY_STR("STDDEV"))) {
        deviation(ctx, node, "stddev_samp");
    } else if (xy_str_equal(name, XY_STR("VARIANCE"))) {
        deviation(ctx, node, "var_samp");
    } else if (xy_str_equal(name, XY_STR("GROUPING_ID"))) {
        rename_function(ctx, node, "grouping");
    } else if (xy_str_equal(name, XY_STR("APPROX_COUNT_DISTINCT"))) {
        count_distinct(ctx, node);
    } else if (xy_str_equal(name, XY_STR("GROUP_ID"))) {
        xy_sql_flag(ctx, node, "no-equivalent");
    }
    if (call->from_last != XY_NO_TOKEN && !xy_sql_word(ctx, call->from_last, "FIRST") && !call->nulls)
        xy_sql_flag(ctx, node, "window");
}

/* ---- aggregates of aggregates ---- */

typedef struct nested {
    xy_context *ctx;
    xy_sql_nodes outer;
} nested;

static bool is_aggregate(const xy_context *ctx, const xy_node *node)
{
    return xy_sql_is_aggregate(ctx, node);
}

static bool enter_outer(xy_node *node, void *data)
{
    nested *n = data;
    if (!xy_sql_is_aggregate(n->ctx, node))
        return true;
    for (uint32_t i = 0; i < XY_AS(call, node)->args.count; i++)
        if (xy_sql_any(n->ctx, xy_sql_arg(node, i), true, is_aggregate)) {
            xy_vec_push(n->ctx->arena, &n->outer, node);
            return false;
        }
    return true;
}

/* SELECT MAX(SUM(a)) FROM t GROUP BY b: the inner aggregates become columns of an inline view. */
void xy_pass_nested_aggregate(xy_context *ctx, xy_node *node)
{
    const xy_query_block *block = XY_AS(query_block, node);
    if (!block->group_by || block->from.count == 0)
        return;
    nested n = {.ctx = ctx};
    for (uint32_t i = 0; i < block->items.count; i++)
        xy_sql_walk_block(block->items.items[i], enter_outer, &n);
    if (n.outer.count == 0)
        return;
    xy_rope head = {0}, tail = {0};
    xy_rope_text(ctx->edits, &head, "(SELECT ");
    uint32_t column = 0;
    for (uint32_t i = 0; i < n.outer.count; i++) {
        xy_node *call = n.outer.items[i];
        xy_rope rope = {0};
        uint32_t from = call->first;
        if (xy_average_is_exact(ctx, call) && !XY_AS(call, call)->over && !XY_AS(call, call)->keep) {
            const char *quantifier = XY_AS(call, call)->quantifier == XY_NO_TOKEN ? "" : "DISTINCT ";
            xy_rope_format(ctx->edits, &head, "%s", column ? ", " : "");
            xy_rope_build(ctx->edits, &head, "%n AS xy_aggregate_%d", xy_sql_arg(call, 0), (int)++column);
            xy_rope_format(ctx->edits, &rope, "%s(sum(%sxy_aggregate_%u), count(%sxy_aggregate_%u))", xy_pass_runtime(ctx, "div"), quantifier, column,
                           quantifier, column);
            xy_edit_replace_expr(ctx->edits, call, XY_LAYER_WRAP, rope, XY_PREC_PRIMARY, xy_sql_rule(ctx));
            continue;
        }
        for (uint32_t a = 0; a < XY_AS(call, call)->args.count; a++) {
            const xy_node *arg = xy_sql_arg(call, a);
            xy_rope_format(ctx->edits, &head, "%s", column ? ", " : "");
            xy_rope_build(ctx->edits, &head, "%n AS xy_aggregate_%d", arg, (int)++column);
            xy_rope_tokens(ctx->edits, &rope, from, arg->first);
            xy_rope_format(ctx->edits, &rope, "xy_aggregate_%u", column);
            from = arg->last;
        }
        xy_rope_tokens(ctx->edits, &rope, from, call->last);
        xy_edit_replace_expr(ctx->edits, call, XY_LAYER_WRAP, rope, XY_PREC_PRIMARY, xy_sql_rule(ctx));
    }
    xy_rope_text(ctx->edits, &head, " FROM ");
    xy_rope_build(ctx->edits, &tail, ") AS %S", xy_pass_fresh_name(ctx, "xy_groups"));
    xy_edit_insert(ctx->edits, block->from.items[0]->first, XY_BEFORE, head, xy_sql_rule(ctx));
    xy_edit_insert(ctx->edits, node->last - 1, XY_AFTER, tail, xy_sql_rule(ctx));
}
