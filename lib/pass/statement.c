/* Statements that differ in a word or two: SELECT INTO (`plsql-select-into`), the count of rows (`plsql-rowcount`, `plsql-sql-attribute`),
 * RETURN of functions with OUT parameters (`plsql-return`). */
#include "pass/plpgsql_state.h"
#include "pass/routine.h"

#include "syntax/keyword.h"

/* SELECT … INTO raises NO_DATA_FOUND and TOO_MANY_ROWS (trap F01). */
void xy_pass_select_into(xy_context *ctx, xy_node *node)
{
    const xy_into *into = XY_AS(into, node);
    if (into->bulk != XY_NO_TOKEN || !node->parent || node->parent->kind != XY_NODE_QUERY_BLOCK)
        return;
    xy_str word = xy_edit_case(ctx->edits, node->first, XY_STR(" STRICT"));
    xy_edit_insert_text(ctx->edits, node->first, XY_AFTER, xy_arena_copy(ctx->arena, word.data, word.length), xy_rule_id(ctx->rule));
}

/* ---- SQL%ROWCOUNT and its kin: a variable that is set behind each SQL statement of a body that reads one (trap F05) ---- */

void xy_pass_rowcount(xy_context *ctx, xy_node *node)
{
    xy_body *body = xy_plpgsql_body(ctx, node);
    if (!body || !body->uses_rowcount || xy_plpgsql_statement(ctx, node) != node)
        return;
    xy_plpgsql_count_rows(ctx, node, xy_plpgsql_rowcount(ctx, body));
}

void xy_pass_sql_attribute(xy_context *ctx, xy_node *node)
{
    static const struct { const char *word, *test; xy_precedence binds; } attributes[] = {
        {"ROWCOUNT", "", XY_PREC_PRIMARY}, {"FOUND", " > 0", XY_PREC_COMPARE}, {"NOTFOUND", " = 0", XY_PREC_COMPARE}};
    const xy_cursor_attribute *attribute = XY_AS(cursor_attribute, node);
    xy_body                   *body = xy_plpgsql_body(ctx, node);
    xy_rope                    rope = {0};
    if (!body || !xy_plpgsql_is_implicit_cursor(ctx, attribute->cursor))
        return;
    if (xy_plpgsql_word_is(ctx, attribute->attribute, "ISOPEN")) {
        xy_rope_text(ctx->edits, &rope, "FALSE");
        xy_edit_replace_node(ctx->edits, node, XY_LAYER_OWN, rope, xy_rule_id(ctx->rule));
        return;
    }
    for (size_t i = 0; i < sizeof attributes / sizeof *attributes; i++) {
        if (!xy_plpgsql_word_is(ctx, attribute->attribute, attributes[i].word))
            continue;
        xy_rope_build(ctx->edits, &rope, "%S%s", xy_plpgsql_rowcount(ctx, body), attributes[i].test);
        xy_edit_replace_expr(ctx->edits, node, XY_LAYER_OWN, rope, attributes[i].binds, xy_rule_id(ctx->rule));
    }
}

/* ---- RETURN ---- */

void xy_pass_return(xy_context *ctx, xy_node *node)
{
    const xy_body *body = xy_plpgsql_body(ctx, node);
    if (!body || !body->returns_by_out || !XY_AS(return, node)->value)
        return;
    xy_rope head = {0}, line = {0};
    xy_rope_build(ctx->edits, &head, "%S :=", xy_routine_result_name());
    xy_edit_replace(ctx->edits, node->first, node->first + 1, XY_LAYER_OWN, head, xy_rule_id(ctx->rule));
    xy_rope_text(ctx->edits, &line, "RETURN;");
    xy_plpgsql_after(ctx, node, XY_AFTER_REST, line);
}
