/* ROWID (trap E18) is ctid: it addresses the row until the row is changed. */
#include "pass/sql.h"

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
}
