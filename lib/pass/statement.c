/* Statements that differ in a word or two: SELECT INTO (`plsql-select-into`),
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
