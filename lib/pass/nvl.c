/* NVL, NVL2, COALESCE (trap A06): the result has the type of the first value, the others are converted to it. NVL evaluates both. */
#include "pass/convert.h"

/* A result of one of these functions may decide nothing when it is NULL. */
static xy_family leading_family(const xy_context *ctx, const xy_node *call, uint32_t from)
{
    for (uint32_t i = from; i < XY_AS(call, call)->args.count; i++) {
        xy_family family = xy_convert_family(ctx, xy_sql_arg(call, i));
        if (family != XY_FAMILY_NULL)
            return family;
    }
    return XY_FAMILY_UNKNOWN;
}

static void convert_to_first(xy_context *ctx, const xy_node *call, uint32_t from)
{
    xy_family to = leading_family(ctx, call, from);
    if (to == XY_FAMILY_CHAR && xy_sql_family(ctx, call) == XY_FAMILY_VARCHAR)
        to = XY_FAMILY_VARCHAR; /* with its blanks, which the target's type would lose */
    for (uint32_t i = from; i < XY_AS(call, call)->args.count && to != XY_FAMILY_UNKNOWN; i++)
        if (xy_convert_family(ctx, xy_sql_arg(call, i)) != XY_FAMILY_UNKNOWN)
            xy_convert_operand(ctx, xy_sql_arg(call, i), to);
}

static void rename_callee(xy_context *ctx, const xy_node *call, const char *name)
{
    uint32_t token = XY_AS(call, call)->callee->first;
    xy_rope rope = {0};
    xy_rope_str(ctx->edits, &rope, xy_edit_case(ctx->edits, token, xy_str_from(name)));
    xy_edit_replace(ctx->edits, token, XY_AS(call, call)->callee->last, XY_LAYER_OWN, rope, xy_sql_rule(ctx));
}

static const char *evaluating_nvl(const xy_context *ctx, const xy_node *node)
{
    xy_family family = xy_convert_family(ctx, xy_sql_arg(node, 0));
    (void)family;
    (void)ctx;
    return "nvl";
}

static void nvl(xy_context *ctx, xy_node *node)
{
    if (XY_AS(call, node)->args.count != 2)
        return;
    convert_to_first(ctx, node, 0);
    if (xy_sql_is_repeatable(ctx, xy_sql_arg(node, 1)) || xy_node_in_group(xy_sql_bare(xy_sql_arg(node, 1))->kind, "Query")
        || xy_sql_bare(xy_sql_arg(node, 1))->kind == XY_NODE_SUBQUERY)
        rename_callee(ctx, node, "coalesce");
    else /* a routine of the author's: it is called whether its value is needed or not */
        xy_edit_token(ctx->edits, XY_AS(call, node)->callee->first, xy_pass_runtime(ctx, evaluating_nvl(ctx, node)), xy_sql_rule(ctx));
}

static void nvl2(xy_context *ctx, xy_node *node)
{
    if (XY_AS(call, node)->args.count != 3)
        return;
    convert_to_first(ctx, node, 1);
    xy_rope rope = {0};
    xy_rope_build(ctx->edits, &rope, "CASE WHEN %o IS NOT NULL THEN %n ELSE %n END", xy_sql_arg(node, 0), XY_PREC_COMPARE, xy_sql_arg(node, 1),
                  xy_sql_arg(node, 2));
    xy_edit_replace_expr(ctx->edits, node, XY_LAYER_OWN, rope, XY_PREC_PRIMARY, xy_sql_rule(ctx));
}

void xy_pass_nvl(xy_context *ctx, xy_node *node)
{
    xy_str name = xy_sql_builtin(ctx, node);
    if (xy_str_equal(name, XY_STR("NVL")))
        nvl(ctx, node);
    else if (xy_str_equal(name, XY_STR("NVL2")))
        nvl2(ctx, node);
    else if (xy_str_equal(name, XY_STR("COALESCE")))
        convert_to_first(ctx, node, 0);
}

/* ------------------------------------------------------------------ GREATEST, LEAST (trap A05) */

static bool all_known(const xy_context *ctx, const xy_node *call)
{
    for (uint32_t i = 0; i < XY_AS(call, call)->args.count; i++)
        if (xy_sql_maybe_null(ctx, xy_sql_arg(call, i)))
            return false;
    return true;
}

static bool all_repeatable(const xy_context *ctx, const xy_node *call)
{
    for (uint32_t i = 0; i < XY_AS(call, call)->args.count; i++)
        if (!xy_sql_is_repeatable(ctx, xy_sql_arg(call, i)))
            return false;
    return true;
}

/* CASE WHEN a IS NOT NULL AND b IS NOT NULL THEN greatest(a, b) END: PostgreSQL's function leaves NULLs out. */
static void guard_nulls(xy_context *ctx, xy_node *node)
{
    const xy_call *call = XY_AS(call, node);
    xy_rope rope = {0};
    xy_rope_text(ctx->edits, &rope, "CASE WHEN ");
    bool first = true;
    for (uint32_t i = 0; i < call->args.count; i++) {
        if (!xy_sql_maybe_null(ctx, xy_sql_arg(node, i)))
            continue;
        xy_rope_build(ctx->edits, &rope, first ? "%o IS NOT NULL" : " AND %o IS NOT NULL", xy_sql_arg(node, i), XY_PREC_COMPARE);
        first = false;
    }
    xy_rope_build(ctx->edits, &rope, " THEN %n END", node);
    xy_edit_replace_expr(ctx->edits, node, XY_LAYER_OWN, rope, XY_PREC_PRIMARY, xy_sql_rule(ctx));
}

/* Each argument evaluated once. */
static void select_extreme(xy_context *ctx, xy_node *node, bool greatest)
{
    const xy_call *call = XY_AS(call, node);
    xy_rope rope = {0};
    xy_rope_format(ctx->edits, &rope, "(SELECT CASE WHEN bool_and(xy_value IS NOT NULL) THEN %s(xy_value) END FROM (VALUES ", greatest ? "max" : "min");
    for (uint32_t i = 0; i < call->args.count; i++)
        xy_rope_build(ctx->edits, &rope, i ? ", (%n)" : "(%n)", xy_sql_arg(node, i));
    xy_rope_text(ctx->edits, &rope, ") AS xy_values(xy_value))");
    xy_edit_replace_expr(ctx->edits, node, XY_LAYER_OWN, rope, XY_PREC_PRIMARY, xy_sql_rule(ctx));
}

void xy_pass_extremes(xy_context *ctx, xy_node *node)
{
    xy_str name = xy_sql_builtin(ctx, node);
    bool greatest = xy_str_equal(name, XY_STR("GREATEST"));
    if (!greatest && !xy_str_equal(name, XY_STR("LEAST")))
        return;
    xy_family first = xy_convert_family(ctx, xy_sql_arg(node, 0));
    if (first == XY_FAMILY_CHAR)
        first = XY_FAMILY_VARCHAR; /* the result's type, and values are compared without padding */
    for (uint32_t i = first == XY_FAMILY_VARCHAR ? 0 : 1; i < XY_AS(call, node)->args.count && first != XY_FAMILY_UNKNOWN && first != XY_FAMILY_NULL; i++)
        if (xy_convert_family(ctx, xy_sql_arg(node, i)) != XY_FAMILY_UNKNOWN)
            xy_convert_operand(ctx, xy_sql_arg(node, i), first);
    if (all_known(ctx, node))
        return;
    if (all_repeatable(ctx, node))
        guard_nulls(ctx, node);
    else
        select_extreme(ctx, node, greatest);
}
