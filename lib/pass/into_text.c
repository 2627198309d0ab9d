/* Values of other types that go into text (trap B05, D05), the pass `into-text`: INTO converts as Oracle does only where the select item can be converted in
 * its place (lib/sema/statement.c). Elsewhere (FETCH, sorted and combined queries) PostgreSQL makes the text: 0.50 for .5, and no blanks of CHAR. */
#include "pass/into_text.h"
#include "pass/cursor.h"

bool xy_into_has_another_text(const xy_type *from, const xy_type *to)
{
    if (!from || !to || !xy_is_char_family(to->family))
        return false;
    switch (from->family) {
    case XY_FAMILY_CHAR: return to->family != XY_FAMILY_CHAR;
    case XY_FAMILY_NUMBER: return from->scale != 0;
    case XY_FAMILY_INTERVAL_DS:
    case XY_FAMILY_INTERVAL_YM: return true;
    case XY_FAMILY_INTEGER: return false;
    default: return xy_is_number_family(from->family) || xy_is_datetime_family(from->family);
    }
}

static void check(xy_context *ctx, const xy_into *into, const xy_type *from, uint32_t i, uint32_t count)
{
    const xy_node *target = xy_into_target(into, i, count);
    if (target && xy_into_has_another_text(from, xy_into_type(into, xy_info_of(ctx->analysis, target)->type, i, count)))
        xy_pass_flag(ctx, target, "text", "text", xy_pass_node_text(ctx, target), "type", xy_type_text(ctx->arena, from).data, NULL);
}

static void check_query(xy_context *ctx, const xy_into *into, const xy_query_block *block)
{
    const xy_node *query = &block->node;
    xy_symbol *const *columns;
    uint32_t count;
    while (query->parent && (query->parent->kind == XY_NODE_SET_OPERATION || query->parent->kind == XY_NODE_SELECT))
        query = query->parent;
    if (!xy_sema_query_columns(ctx->analysis, query, &columns, &count))
        return;
    for (uint32_t i = 0; i < count; i++) {
        const xy_node *item = block->items.count == count ? block->items.items[i] : NULL;
        bool converted = item && item->kind == XY_NODE_SELECT_ITEM && xy_info_of(ctx->analysis, XY_AS(select_item, item)->expr)->convert_to;
        if (!converted)
            check(ctx, into, columns[i]->type, i, count);
    }
}

static void check_fetch(xy_context *ctx, const xy_into *into, const xy_fetch *fetch)
{
    const xy_symbol *cursor = xy_cursor_symbol(ctx, fetch->cursor);
    const xy_type *row = cursor ? cursor->type : NULL;
    if (row && row->family == XY_FAMILY_CURSOR) /* a cursor variable */
        row = row->element;
    for (uint32_t i = 0; row && row->family == XY_FAMILY_RECORD && i < row->field_count; i++)
        check(ctx, into, row->fields[i].type, i, row->field_count);
}

void xy_pass_into_text(xy_context *ctx, xy_node *node)
{
    const xy_into *into = XY_AS(into, node);
    if (!node->parent || !into->targets.count)
        return;
    if (node->parent->kind == XY_NODE_QUERY_BLOCK)
        check_query(ctx, into, XY_AS(query_block, node->parent));
    else if (node->parent->kind == XY_NODE_FETCH)
        check_fetch(ctx, into, XY_AS(fetch, node->parent));
}
