/* Concatenation (traps A03, B05, B07, D05): || leaves NULL operands out and is NULL only when all are; numbers and dates become text.
 *
 * A chain a || b || c is treated as a whole. It stays when no operand can be NULL and all are text; otherwise it becomes
 * concat(a, b, c), in nullif(…, '') when all operands may be NULL. Where a function must be immutable (index expressions, generated
 * columns) concat() is not allowed: coalesce(a, '') || … stands there. */
#include "pass/convert.h"

enum { MAX_ARGUMENTS = 90 }; /* PostgreSQL takes 100 arguments */

typedef struct chain {
    xy_sql_nodes operands;
    XY_VEC(uint32_t) operators; /* token of the || before operand i + 1 */
} chain;

static bool is_concat(const xy_node *node)
{
    return node->kind == XY_NODE_BINARY && XY_AS(binary, node)->op == XY_BINARY_OP_CONCAT;
}

static void flatten(xy_context *ctx, xy_node *node, chain *out)
{
    while (is_concat(node)) {
        xy_vec_push(ctx->arena, &out->operands, XY_AS(binary, node)->right);
        xy_vec_push(ctx->arena, &out->operators, XY_AS(binary, node)->op_token);
        node = XY_AS(binary, node)->left;
    }
    xy_vec_push(ctx->arena, &out->operands, node);
    for (uint32_t i = 0, j = out->operands.count - 1; i < j; i++, j--) {
        xy_node *swap = out->operands.items[i];
        out->operands.items[i] = out->operands.items[j];
        out->operands.items[j] = swap;
    }
    for (uint32_t i = 0, j = out->operators.count - 1; i < j; i++, j--) {
        uint32_t swap = out->operators.items[i];
        out->operators.items[i] = out->operators.items[j];
        out->operators.items[j] = swap;
    }
}

static bool must_be_immutable(const xy_node *node)
{
    return xy_node_enclosing(node, XY_NODE_CREATE_INDEX)
           || (xy_node_enclosing(node, XY_NODE_COLUMN_DEF) && !xy_node_enclosing(node, XY_NODE_CONSTRAINT)
               && XY_AS(column_def, xy_node_enclosing(node, XY_NODE_COLUMN_DEF))->virtual);
}

static bool is_plain_text(const xy_context *ctx, const xy_node *operand)
{
    xy_family family = xy_convert_family(ctx, operand);
    return family == XY_FAMILY_VARCHAR || family == XY_FAMILY_CLOB || xy_sql_bare(operand)->kind == XY_NODE_STRING_LITERAL;
}

/* Puts an operand's conversion to text around it; CHAR keeps its blanks only as an argument of concat(). */
static void convert_operand(xy_context *ctx, const xy_node *operand, bool in_function)
{
    xy_family family = xy_convert_family(ctx, operand);
    if (is_plain_text(ctx, operand) || family == XY_FAMILY_NULL || (family == XY_FAMILY_CHAR && in_function) || is_concat(xy_sql_bare(operand)))
        return;
    if (in_function && xy_sql_integral(ctx, operand) == XY_INTEGRAL_YES)
        return;
    xy_rope rope = {0};
    xy_convert_to_text(ctx, &rope, operand, in_function);
    xy_edit_replace_node(ctx->edits, operand, XY_LAYER_WRAP, rope, xy_sql_rule(ctx));
}

static bool blanks_only(const xy_context *ctx, uint32_t first, uint32_t last)
{
    for (uint32_t i = first; i < last; i++) {
        xy_str text = xy_token_text(ctx->source, i);
        for (uint32_t j = 0; j < text.length; j++)
            if (text.data[j] != ' ' && text.data[j] != '\t')
                return false;
    }
    return true;
}

/* The || before an operand becomes a comma. */
static void operator_to_comma(xy_context *ctx, uint32_t previous_end, uint32_t operator_token)
{
    xy_rope rope = {0};
    xy_rope_text(ctx->edits, &rope, ",");
    uint32_t first = blanks_only(ctx, previous_end, operator_token) ? previous_end : operator_token;
    xy_edit_replace(ctx->edits, first, operator_token + 1, XY_LAYER_OWN, rope, xy_sql_rule(ctx));
}

/* Takes the operands that are NULL or '' out of the chain. False when none or one is left. */
static bool drop_nulls(xy_context *ctx, xy_node *node, chain *c)
{
    const char *rule = xy_sql_rule(ctx);
    chain kept = {0};
    uint32_t first = 0;
    while (first < c->operands.count && xy_sql_is_null_literal(ctx, c->operands.items[first]))
        first++;
    if (first == c->operands.count) {
        xy_rope rope = {0};
        xy_rope_text(ctx->edits, &rope, "NULL");
        xy_edit_replace_node(ctx->edits, node, XY_LAYER_OWN, rope, rule);
        return false;
    }
    if (first)
        xy_edit_delete(ctx->edits, c->operands.items[0]->first, c->operands.items[first]->first, rule);
    xy_vec_push(ctx->arena, &kept.operands, c->operands.items[first]);
    for (uint32_t i = first + 1; i < c->operands.count; i++) {
        if (xy_sql_is_null_literal(ctx, c->operands.items[i])) {
            xy_edit_delete(ctx->edits, c->operators.items[i - 1], c->operands.items[i]->last, rule);
            continue;
        }
        xy_vec_push(ctx->arena, &kept.operands, c->operands.items[i]);
        xy_vec_push(ctx->arena, &kept.operators, c->operators.items[i - 1]);
    }
    *c = kept;
    return true;
}

static void keep_operator(xy_context *ctx, xy_node *node, const chain *c, bool coalesce)
{
    bool text_first = is_plain_text(ctx, c->operands.items[0]) || is_plain_text(ctx, c->operands.items[1]);
    for (uint32_t i = 0; i < c->operands.count; i++) {
        const xy_node *operand = c->operands.items[i];
        if (text_first && xy_sql_integral(ctx, operand) == XY_INTEGRAL_YES && !xy_sql_maybe_null(ctx, operand))
            continue; /* text || integer is text there, too */
        if (!coalesce || !xy_sql_maybe_null(ctx, operand)) {
            convert_operand(ctx, operand, false);
            continue;
        }
        xy_rope rope = {0};
        xy_rope_text(ctx->edits, &rope, "coalesce(");
        if (is_plain_text(ctx, operand))
            xy_rope_node(ctx->edits, &rope, operand);
        else
            xy_convert_to_text(ctx, &rope, operand, false);
        xy_rope_text(ctx->edits, &rope, ", '')");
        xy_edit_replace_node(ctx->edits, operand, XY_LAYER_WRAP, rope, xy_sql_rule(ctx));
    }
    (void)node;
}

static bool all_maybe_null(const xy_context *ctx, const chain *c)
{
    for (uint32_t i = 0; i < c->operands.count; i++)
        if (!xy_sql_maybe_null(ctx, c->operands.items[i]))
            return false;
    return true;
}

static bool may_stay(const xy_context *ctx, const chain *c)
{
    bool text = false;
    for (uint32_t i = 0; i < c->operands.count; i++) {
        const xy_node *operand = c->operands.items[i];
        if (xy_sql_maybe_null(ctx, operand) || xy_convert_family(ctx, operand) == XY_FAMILY_CHAR)
            return false;
        text = text || is_plain_text(ctx, operand);
    }
    return text;
}

/* concat(a, b, c); nested when there are very many operands. */
static void use_function(xy_context *ctx, xy_node *node, const chain *c)
{
    const char *rule = xy_sql_rule(ctx);
    bool null = all_maybe_null(ctx, c);
    for (uint32_t i = 0; i < c->operands.count; i++) {
        bool group_start = i && i % MAX_ARGUMENTS == 0;
        convert_operand(ctx, c->operands.items[i], true);
        if (i)
            operator_to_comma(ctx, c->operands.items[i - 1]->last, c->operators.items[i - 1]);
        if (group_start)
            xy_edit_insert_text(ctx->edits, c->operands.items[i]->first, XY_BEFORE, "concat(", rule);
    }
    xy_rope head = {0}, tail = {0};
    xy_rope_text(ctx->edits, &head, null ? "nullif(concat(" : "concat(");
    for (uint32_t i = MAX_ARGUMENTS; i < c->operands.count; i += MAX_ARGUMENTS)
        xy_rope_text(ctx->edits, &tail, ")");
    xy_rope_text(ctx->edits, &tail, null ? "), '')" : ")");
    xy_rope whole = {0};
    for (uint32_t i = 0; i < head.count; i++)
        xy_vec_push(ctx->arena, &whole, head.items[i]);
    xy_rope_tokens(ctx->edits, &whole, node->first, node->last);
    for (uint32_t i = 0; i < tail.count; i++)
        xy_vec_push(ctx->arena, &whole, tail.items[i]);
    xy_edit_replace_expr(ctx->edits, node, XY_LAYER_OWN, whole, XY_PREC_PRIMARY, rule);
}

void xy_pass_concat(xy_context *ctx, xy_node *node)
{
    if (!is_concat(node) || (node->parent && is_concat(node->parent) && XY_AS(binary, node->parent)->left == node))
        return;
    chain c = {0};
    flatten(ctx, node, &c);
    if (!drop_nulls(ctx, node, &c))
        return;
    if (c.operands.count == 1) {
        convert_operand(ctx, c.operands.items[0], false);
        return;
    }
    if (may_stay(ctx, &c)) {
        keep_operator(ctx, node, &c, false);
        return;
    }
    if (must_be_immutable(node)) {
        keep_operator(ctx, node, &c, true);
        if (all_maybe_null(ctx, &c)) {
            xy_rope rope = {0};
            xy_rope_build(ctx->edits, &rope, "nullif(%n, '')", node);
            xy_edit_replace_expr(ctx->edits, node, XY_LAYER_OWN, rope, XY_PREC_PRIMARY, xy_sql_rule(ctx));
        }
        return;
    }
    use_function(ctx, node, &c);
}

/* CONCAT(a, b) is a || b. PostgreSQL's concat() leaves NULLs out too, but gives '' when all are NULL. */
void xy_pass_concat_call(xy_context *ctx, xy_node *node)
{
    if (!xy_sql_is_builtin(ctx, node, "CONCAT"))
        return;
    bool null = true;
    for (uint32_t i = 0; i < XY_AS(call, node)->args.count; i++) {
        const xy_node *arg = xy_sql_arg(node, i);
        null = null && xy_sql_maybe_null(ctx, arg);
        if (xy_info_of(ctx->analysis, arg)->convert_to == 0)
            convert_operand(ctx, arg, true);
    }
    if (!null)
        return;
    xy_rope rope = {0};
    xy_rope_build(ctx->edits, &rope, "nullif(%n, '')", node);
    xy_edit_replace_expr(ctx->edits, node, XY_LAYER_OWN, rope, XY_PREC_PRIMARY, xy_sql_rule(ctx));
}
