/* Keys of a partitioned table that lack a column of its partition key (pass `partition-key`): Oracle keeps one global index for them. */
#include "pass/sql.h"

static bool is_key(const xy_node *node)
{
    if (node->kind != XY_NODE_CONSTRAINT)
        return false;
    int kind = XY_AS(constraint, node)->kind;
    return kind == XY_CONSTRAINT_KIND_UNIQUE || kind == XY_CONSTRAINT_KIND_PRIMARY_KEY;
}

static bool has_column(xy_context *ctx, const xy_token_list *columns, uint32_t one, xy_str name)
{
    for (uint32_t i = 0; i < columns->count; i++)
        if (xy_str_equal(xy_token_name(ctx->source, columns->items[i], ctx->arena), name))
            return true;
    return one != XY_NO_TOKEN && xy_str_equal(xy_token_name(ctx->source, one, ctx->arena), name);
}

/* `column` is the token of the column that the constraint stands at, or none. */
static void check(xy_context *ctx, const xy_node *constraint, uint32_t column, xy_nodes key)
{
    for (uint32_t i = 0; i < key.count; i++) {
        const xy_node *part = xy_sql_bare(key.items[i]);
        if (part->kind != XY_NODE_NAME)
            continue;
        xy_token_list parts = XY_AS(name, part)->parts;
        xy_str name = xy_token_name(ctx->source, parts.items[parts.count - 1], ctx->arena);
        if (has_column(ctx, &XY_AS(constraint, constraint)->columns, column, name))
            continue;
        xy_pass_flag(ctx, constraint, "apart", "name", xy_arena_copy(ctx->arena, name.data, name.length), NULL);
        return;
    }
}

void xy_pass_partition_key(xy_context *ctx, xy_node *node)
{
    const xy_create_table *table = XY_AS(create_table, node);
    if (!table->partitioning)
        return;
    xy_nodes key = XY_AS(partitioning, table->partitioning)->columns;
    for (uint32_t i = 0; i < table->items.count; i++) {
        const xy_node *item = table->items.items[i];
        if (is_key(item))
            check(ctx, item, XY_NO_TOKEN, key);
        if (item->kind != XY_NODE_COLUMN_DEF)
            continue;
        xy_nodes constraints = XY_AS(column_def, item)->constraints;
        for (uint32_t c = 0; c < constraints.count; c++)
            if (is_key(constraints.items[c]))
                check(ctx, constraints.items[c], XY_AS(column_def, item)->name, key);
    }
}
