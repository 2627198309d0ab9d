/* Blocks: the pass `plsql-block`. An anonymous block becomes DO $$ … $$; names behind END stay only where they repeat a label. */
#include "pass/plpgsql_state.h"

void xy_body_translate(xy_context *ctx, const xy_node *block, const char *head, const char *tail, xy_str prologue)
{
    xy_plpgsql *state = xy_plpgsql_state(ctx);
    const xy_node *outermost = block;
    while (outermost->parent && outermost->parent->kind == XY_NODE_LABELED)
        outermost = outermost->parent;
    xy_plpgsql_text *text = state->texts[block->id] = XY_NEW(ctx->arena, xy_plpgsql_text);
    *text = (xy_plpgsql_text){block, outermost->first, head, tail, prologue};
}

/* Is `name` the label that stands before this statement? */
static bool repeats_label(const xy_context *ctx, const xy_node *statement, uint32_t name)
{
    xy_str text = xy_token_name(ctx->source, name, ctx->arena);
    for (const xy_node *node = statement->parent; node && node->kind == XY_NODE_LABELED; node = node->parent)
        return xy_str_equal(xy_token_name(ctx->source, XY_AS(labeled, node)->label, ctx->arena), text);
    return false;
}

static uint32_t end_name_of(const xy_node *node)
{
    switch (node->kind) {
    case XY_NODE_BLOCK: return XY_AS(block, node)->end_name;
    case XY_NODE_LOOP: return XY_AS(loop, node)->end_label;
    case XY_NODE_WHILE_LOOP: return XY_AS(while_loop, node)->end_label;
    case XY_NODE_FOR_LOOP: return XY_AS(for_loop, node)->end_label;
    case XY_NODE_CURSOR_LOOP: return XY_AS(cursor_loop, node)->end_label;
    default: return XY_NO_TOKEN;
    }
}

void xy_pass_block(xy_context *ctx, xy_node *node)
{
    uint32_t name = end_name_of(node);
    if (name != XY_NO_TOKEN && !repeats_label(ctx, node, name))
        xy_edit_delete(ctx->edits, name, name + 1, xy_rule_id(ctx->rule));
    const xy_body *body = xy_plpgsql_body(ctx, node);
    if (node->kind == XY_NODE_BLOCK && body && body->kind == XY_BODY_ANONYMOUS && body->block == node)
        xy_body_translate(ctx, node, ctx->block_head ? ctx->block_head : "DO ", ctx->block_tail ? ctx->block_tail : ";", (xy_str){0});
}
