/* Pipelined functions (trap F17): RETURNS SETOF, PIPE ROW is RETURN NEXT. */
#include "pass/place.h"
#include "syntax/keyword.h"

void xy_pass_pipelined(xy_context *ctx, xy_node *node)
{
    const xy_routine *r = XY_AS(routine, node);
    const xy_symbol *symbol = xy_info_of(ctx->analysis, r->name)->symbol;
    bool packaged = node->parent && node->parent->kind == XY_NODE_CREATE_PACKAGE_BODY;
    if (!symbol || !symbol->pipelined || packaged || !r->returns)
        return;
    xy_str element = symbol->type && symbol->type->element ? xy_place_plain_type(ctx, symbol->type->element) : (xy_str){0};
    xy_rope rope = {0};
    if (element.length == 0) {
        xy_pass_flag(ctx, r->returns, "row-type", NULL);
        return;
    }
    xy_rope_build(ctx->edits, &rope, "SETOF %S", element);
    xy_edit_replace_node(ctx->edits, r->returns, XY_LAYER_WRAP, rope, xy_rule_id(ctx->rule));
}

void xy_pass_pipe_row(xy_context *ctx, xy_node *node)
{
    const xy_pipe_row *pipe = XY_AS(pipe_row, node);
    xy_rope rope = {0};
    xy_rope_build(ctx->edits, &rope, "%S %n", xy_edit_case(ctx->edits, node->first, XY_STR("RETURN NEXT")), pipe->value);
    xy_edit_replace_node(ctx->edits, node, XY_LAYER_OWN, rope, xy_rule_id(ctx->rule));
}
