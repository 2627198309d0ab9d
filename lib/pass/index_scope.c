/* An index on a partitioned table without LOCAL or GLOBAL is global in Oracle: it is said where the target takes it for local (pass `index-scope`). */
#include "pass/ddl.h"

static bool says_scope(const xy_context *ctx, const xy_create_index *index)
{
    for (uint32_t i = 0; i < index->properties.count; i++) {
        uint32_t head = XY_AS(opaque, index->properties.items[i])->head;
        if (head != XY_NO_TOKEN && (xy_ddl_is_word(ctx, head, "LOCAL") || xy_ddl_is_word(ctx, head, "GLOBAL")))
            return true;
    }
    return false;
}

void xy_pass_index_scope(xy_context *ctx, xy_node *node)
{
    const xy_create_index *index = XY_AS(create_index, node);
    if (!index->table || index->table->kind != XY_NODE_TABLE_NAME || says_scope(ctx, index))
        return;
    const xy_unit *unit = xy_ddl_earlier(ctx, XY_NODE_CREATE_TABLE, xy_ddl_last_part(ctx, XY_AS(table_name, index->table)->name));
    if (unit && XY_AS(create_table, unit->tree)->partitioning)
        xy_edit_insert_text(ctx->edits, xy_ddl_last_token(ctx), XY_AFTER, " GLOBAL", xy_rule_id(ctx->rule));
}
