/* Two columns of one name in an inline view (pass `duplicate-columns`): Oracle minds only when the name is used, other servers refuse the view. */
#include "pass/sql.h"

/* Name of the column that the item gives: its alias, else the last part of its name; empty for others. */
static xy_str column_name(xy_context *ctx, const xy_node *node)
{
    if (node->kind != XY_NODE_SELECT_ITEM)
        return (xy_str){0};
    const xy_select_item *item = XY_AS(select_item, node);
    if (item->alias != XY_NO_TOKEN)
        return xy_token_name(ctx->source, item->alias, ctx->arena);
    const xy_node *expr = xy_sql_bare(item->expr);
    if (expr->kind != XY_NODE_NAME)
        return (xy_str){0};
    xy_token_list parts = XY_AS(name, expr)->parts;
    return xy_token_name(ctx->source, parts.items[parts.count - 1], ctx->arena);
}

void xy_pass_duplicate_columns(xy_context *ctx, xy_node *node)
{
    const xy_derived_table *table = XY_AS(derived_table, node);
    const xy_node *body = table->query ? XY_AS(select, table->query)->body : NULL;
    if (!body || body->kind != XY_NODE_QUERY_BLOCK || table->columns.count > 0)
        return;
    xy_nodes items = XY_AS(query_block, body)->items;
    xy_map seen;
    xy_map_init(&seen, ctx->arena);
    for (uint32_t i = 0; i < items.count; i++) {
        xy_str name = column_name(ctx, items.items[i]);
        if (name.length > 0 && xy_map_get(&seen, name)) {
            xy_pass_flag(ctx, items.items[i], "duplicate", "name", xy_arena_copy(ctx->arena, name.data, name.length), NULL);
            return;
        }
        if (name.length > 0)
            xy_map_put(&seen, name, items.items[i]);
    }
}
