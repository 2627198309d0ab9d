/* DECODE (trap A04) becomes CASE: two NULLs are equal, values are compared in the type of the first one, and the result has the type of
 * the first result (text when that is NULL). */
#include "pass/convert.h"

typedef struct decode {
    const xy_node *node;
    uint32_t pairs;
    const xy_node *operand, *otherwise;
} decode;

static bool is_literal_key(const xy_context *ctx, const xy_node *key)
{
    key = xy_sql_bare(key);
    int64_t value;
    return !xy_sql_is_null_literal(ctx, key)
           && (key->kind == XY_NODE_STRING_LITERAL || key->kind == XY_NODE_NUMBER_LITERAL || key->kind == XY_NODE_DATETIME_LITERAL
               || xy_sql_integer(ctx, key, &value));
}

static bool read(const xy_node *node, decode *d)
{
    uint32_t count = XY_AS(call, node)->args.count;
    if (count < 3)
        return false;
    d->node = node;
    d->pairs = (count - 1) / 2;
    d->operand = xy_sql_arg(node, 0);
    d->otherwise = count % 2 == 0 ? xy_sql_arg(node, count - 1) : NULL;
    return true;
}

static const xy_node *key_of(const decode *d, uint32_t i)
{
    return xy_sql_arg(d->node, 1 + 2 * i);
}

static const xy_node *result_of(const decode *d, uint32_t i)
{
    return xy_sql_arg(d->node, 2 + 2 * i);
}

/* "automatically converts expr and each search value to the data type of the first search value" */
static void convert_keys(xy_context *ctx, const decode *d)
{
    xy_family to = XY_FAMILY_NULL;
    for (uint32_t i = 0; i < d->pairs && to == XY_FAMILY_NULL; i++)
        to = xy_convert_family(ctx, key_of(d, i));
    if (to == XY_FAMILY_UNKNOWN || to == XY_FAMILY_NULL)
        return;
    if (xy_convert_family(ctx, d->operand) != XY_FAMILY_UNKNOWN)
        xy_convert_operand(ctx, d->operand, to);
    for (uint32_t i = 0; i < d->pairs; i++)
        if (xy_convert_family(ctx, key_of(d, i)) != XY_FAMILY_UNKNOWN)
            xy_convert_operand(ctx, key_of(d, i), to);
}

static void convert_result(xy_context *ctx, const xy_node *result, xy_family to)
{
    xy_family from = xy_convert_family(ctx, result);
    if (from != XY_FAMILY_UNKNOWN || xy_is_char_family(to))
        xy_convert_operand(ctx, result, to);
}

static void convert_results(xy_context *ctx, const decode *d)
{
    xy_family to = xy_convert_family(ctx, result_of(d, 0));
    if (to == XY_FAMILY_UNKNOWN)
        return;
    if (to == XY_FAMILY_NULL)
        to = XY_FAMILY_VARCHAR;
    for (uint32_t i = 0; i < d->pairs; i++)
        convert_result(ctx, result_of(d, i), to);
    if (d->otherwise)
        convert_result(ctx, d->otherwise, to);
}

static bool all_literal_keys(const xy_context *ctx, const decode *d)
{
    for (uint32_t i = 0; i < d->pairs; i++)
        if (!is_literal_key(ctx, key_of(d, i)))
            return false;
    return true;
}

static void write_condition(xy_context *ctx, xy_rope *rope, const decode *d, uint32_t i)
{
    const xy_node *key = key_of(d, i);
    if (xy_sql_is_null_literal(ctx, key))
        xy_rope_build(ctx->edits, rope, "%o IS NULL", d->operand, XY_PREC_COMPARE);
    else if (is_literal_key(ctx, key))
        xy_rope_build(ctx->edits, rope, "%o = %o", d->operand, XY_PREC_OTHER, key, XY_PREC_OTHER);
    else
        xy_rope_build(ctx->edits, rope, "%o IS NOT DISTINCT FROM %o", d->operand, XY_PREC_OTHER, key, XY_PREC_OTHER);
}

void xy_pass_decode(xy_context *ctx, xy_node *node)
{
    decode d;
    if (!xy_sql_is_builtin(ctx, node, "DECODE") || !read(node, &d))
        return;
    convert_keys(ctx, &d);
    convert_results(ctx, &d);
    bool simple = all_literal_keys(ctx, &d);
    if (!simple && d.pairs > 1 && !xy_sql_is_repeatable(ctx, d.operand))
        xy_sql_flag(ctx, d.operand, "repeated");
    xy_rope rope = {0};
    xy_rope_text(ctx->edits, &rope, "CASE");
    if (simple)
        xy_rope_build(ctx->edits, &rope, " %n", d.operand);
    for (uint32_t i = 0; i < d.pairs; i++) {
        xy_rope_text(ctx->edits, &rope, " WHEN ");
        if (simple)
            xy_rope_node(ctx->edits, &rope, key_of(&d, i));
        else
            write_condition(ctx, &rope, &d, i);
        xy_rope_build(ctx->edits, &rope, " THEN %n", result_of(&d, i));
    }
    if (d.otherwise)
        xy_rope_build(ctx->edits, &rope, " ELSE %n", d.otherwise);
    xy_rope_text(ctx->edits, &rope, " END");
    xy_edit_replace_expr(ctx->edits, node, XY_LAYER_OWN, rope, XY_PREC_PRIMARY, xy_sql_rule(ctx));
}
