/* Comparisons whose rules differ: '' (trap A01), LIKE without ESCAPE (D03), CHAR as an argument (D05; CHAR against VARCHAR2: char_compare.c). */
#include "pass/convert.h"

#include <string.h>

static bool is_comparison(const xy_node *node)
{
    return node && node->kind == XY_NODE_BINARY && XY_AS(binary, node)->op >= XY_BINARY_OP_EQ && XY_AS(binary, node)->op <= XY_BINARY_OP_GE;
}

static const xy_node *context_of(const xy_node *node)
{
    const xy_node *parent = node->parent;
    while (parent && parent->kind == XY_NODE_PAREN)
        parent = parent->parent;
    return parent;
}

/* '' is NULL. As an operand of || it is dropped by the concat pass; here every other one becomes NULL. */
void xy_pass_empty_string(xy_context *ctx, xy_node *node)
{
    if (xy_token_string(ctx->source, XY_AS(string_literal, node)->value, ctx->arena).length)
        return;
    const xy_node *context = context_of(node);
    if (context && context->kind == XY_NODE_COMMENT_ON)
        return;
    if (is_comparison(context) || (context && context->kind == XY_NODE_IN))
        xy_sql_flag(ctx, node, "compared");
    if (context && context->kind == XY_NODE_BINARY && XY_AS(binary, context)->op == XY_BINARY_OP_CONCAT && context == node->parent)
        return;
    xy_edit_token(ctx->edits, node->first, "NULL", xy_sql_rule(ctx));
}

static bool has_backslash(const xy_context *ctx, const xy_node *pattern)
{
    pattern = xy_sql_bare(pattern);
    if (pattern->kind != XY_NODE_STRING_LITERAL)
        return true;
    xy_str text = xy_token_string(ctx->source, XY_AS(string_literal, pattern)->value, ctx->arena);
    return memchr(text.data, '\\', text.length) != NULL;
}

void xy_pass_like(xy_context *ctx, xy_node *node)
{
    const xy_like *like = XY_AS(like, node);
    if (!xy_sql_word(ctx, like->op_token, "LIKE"))
        xy_edit_token(ctx->edits, like->op_token, "LIKE", xy_sql_rule(ctx)); /* LIKEC, LIKE2, LIKE4 */
    if (!like->escape && has_backslash(ctx, like->pattern))
        xy_edit_insert_text(ctx->edits, node->last - 1, XY_AFTER, " ESCAPE ''", xy_sql_rule(ctx));
}

/* CHAR as an argument of a string function keeps its blanks in Oracle. */
void xy_pass_char_argument(xy_context *ctx, xy_node *node)
{
    static const char names[] =
        "SUBSTR INSTR REPLACE TRANSLATE LPAD RPAD LTRIM ASCII INITCAP REGEXP_REPLACE REGEXP_SUBSTR REGEXP_INSTR REGEXP_COUNT UPPER LOWER LENGTHB SUBSTRB";
    const xy_node *arg = xy_sql_arg(node, 0);
    xy_str name = xy_sql_builtin(ctx, node);
    if (!arg || !name.length || !xy_sql_in_words(names, name) || xy_sql_family(ctx, arg) != XY_FAMILY_CHAR || xy_sql_bare(arg)->kind == XY_NODE_STRING_LITERAL)
        return;
    xy_rope rope = {0};
    xy_rope_build(ctx->edits, &rope, "%s(%n)", xy_pass_runtime(ctx, "to_text"), arg);
    xy_edit_replace_node(ctx->edits, arg, XY_LAYER_WRAP, rope, xy_sql_rule(ctx));
}

/* The sign as one token that every target reads: Oracle takes `< =`, `! =` and `<` and `=` with a comment between for one operator, and has ^= and ~= for <>.
 */
void xy_pass_comparison_sign(xy_context *ctx, xy_node *node)
{
    static const char *const signs[] = {[XY_BINARY_OP_EQ] = "=",  [XY_BINARY_OP_NE] = "<>", [XY_BINARY_OP_LT] = "<",
                                        [XY_BINARY_OP_LE] = "<=", [XY_BINARY_OP_GT] = ">",  [XY_BINARY_OP_GE] = ">="};
    const xy_binary *binary = XY_AS(binary, node);
    xy_str text = xy_token_text(ctx->source, binary->op_token);
    uint32_t second = xy_token_next(ctx->source, binary->op_token);
    bool split = second < binary->right->first, strange = text.data[0] == '^' || text.data[0] == '~' || memchr(text.data, ' ', text.length);
    if (!split && !strange)
        return;
    xy_edit_token(ctx->edits, binary->op_token, signs[binary->op], xy_sql_rule(ctx));
    if (split)
        xy_edit_delete(ctx->edits, second, second + 1, xy_sql_rule(ctx));
}
