/* ROWID (trap E18) is ctid: it addresses the row until the row is changed. */
#include "pass/sql.h"

typedef XY_VEC(const xy_node *) comparisons;

/* The variable, field or element that ROWID is compared with: rid, r.rid, rids(i). */
static const xy_symbol *compared_with(const xy_context *ctx, const xy_node *node)
{
    const xy_node *parent = node->parent;
    if (!parent || parent->kind != XY_NODE_BINARY || XY_AS(binary, parent)->op != XY_BINARY_OP_EQ)
        return NULL;
    const xy_node *other = xy_sql_bare(XY_AS(binary, parent)->left == node ? XY_AS(binary, parent)->right : XY_AS(binary, parent)->left);
    if (other->kind == XY_NODE_CALL)
        other = XY_AS(call, other)->callee;
    const xy_symbol *symbol = other->kind == XY_NODE_NAME ? xy_info_of(ctx->analysis, other)->symbol : NULL;
    bool value = symbol && (symbol->kind == XY_SYM_VARIABLE || symbol->kind == XY_SYM_PARAMETER || symbol->kind == XY_SYM_FIELD);
    return value ? symbol : NULL;
}

/* An UPDATE gives the row a new ctid: a ROWID that was read before it finds nothing after it. */
static void note_comparison(xy_context *ctx, const xy_node *node)
{
    const xy_symbol *symbol = compared_with(ctx, node);
    comparisons *list = ctx->states[XY_STATE_ROWIDS];
    if (!symbol)
        return;
    if (!list)
        list = ctx->states[XY_STATE_ROWIDS] = XY_NEW(ctx->arena, comparisons);
    for (uint32_t i = 0; i < list->count; i++)
        if (compared_with(ctx, list->items[i]) == symbol && xy_node_enclosing(list->items[i], XY_NODE_UPDATE)) {
            xy_sql_flag(ctx, node, "updated");
            return;
        }
    xy_vec_push(ctx->arena, list, node);
}

void xy_pass_rowid(xy_context *ctx, xy_node *node)
{
    xy_token_list parts = XY_AS(name, node)->parts;
    const xy_symbol *symbol = xy_info_of(ctx->analysis, node)->symbol;
    uint32_t last = parts.items[parts.count - 1];
    if (!xy_sql_word(ctx, last, "ROWID") || !xy_info_of(ctx->analysis, node)->in_sql)
        return;
    if (symbol && symbol->kind != XY_SYM_PSEUDOCOLUMN && symbol->kind != XY_SYM_BUILTIN)
        return; /* a column or variable of that name */
    if (node->parent && node->parent->kind == XY_NODE_CALL && XY_AS(call, node->parent)->callee == node)
        return;
    xy_edit_token(ctx->edits, last, xy_sql_names_column(node) ? "ctid AS rowid" : "ctid", xy_sql_rule(ctx));
    if (xy_node_enclosing(node, XY_NODE_INSERT) || xy_node_enclosing(node, XY_NODE_CREATE_TABLE) || xy_node_enclosing(node, XY_NODE_SET_ITEM))
        xy_sql_flag(ctx, node, "stored");
    note_comparison(ctx, node);
}
