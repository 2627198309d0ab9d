/* Names that Oracle keeps apart by kind of object and the target does not (pass `name-clash`): an index, trigger or constraint named like a table,
 * view, sequence, type, routine or package, or like each other. */
#include "pass/ddl.h"

static bool is_object(const xy_symbol *symbol)
{
    switch (symbol->kind) {
    case XY_SYM_TABLE:
    case XY_SYM_VIEW:
    case XY_SYM_MVIEW:
    case XY_SYM_SEQUENCE:
    case XY_SYM_SYNONYM: return true;
    default: return false;
    }
}

static bool is_code(const xy_symbol *symbol)
{
    return symbol->kind == XY_SYM_TYPE || symbol->kind == XY_SYM_PACKAGE || symbol->kind == XY_SYM_PROCEDURE || symbol->kind == XY_SYM_FUNCTION;
}

static xy_str name_of(xy_context *ctx, const xy_node *node)
{
    switch (node->kind) {
    case XY_NODE_CREATE_INDEX: return xy_ddl_last_part(ctx, XY_AS(create_index, node)->name);
    case XY_NODE_CREATE_TRIGGER: return xy_ddl_last_part(ctx, XY_AS(create_trigger, node)->name);
    case XY_NODE_CONSTRAINT: {
        uint32_t token = XY_AS(constraint, node)->name;
        return token == XY_NO_TOKEN ? (xy_str){0} : xy_token_name(ctx->source, token, ctx->arena);
    }
    default: return (xy_str){0};
    }
}

/* A partition is stored as an object TABLE_PARTITION. */
static void check_partition(xy_context *ctx, const xy_node *node)
{
    const xy_node *table = node->parent;
    uint32_t token = XY_AS(partition, node)->name;
    while (table && table->kind != XY_NODE_CREATE_TABLE)
        table = table->parent;
    if (!table || token == XY_NO_TOKEN)
        return;
    xy_str part = xy_token_name(ctx->source, token, ctx->arena), owner = xy_ddl_last_part(ctx, XY_AS(create_table, table)->name);
    xy_str name = xy_str_format(ctx->arena, "%.*s_%.*s", XY_STR_ARG(owner), XY_STR_ARG(part));
    const xy_symbol *other = xy_catalog_find(ctx->catalog, (xy_str){0}, name, false);
    if (name.length > (uint32_t)xy_target_number(ctx->target, "identifier_bytes", 63))
        xy_pass_flag(ctx, node, "long", "name", name.data, NULL);
    else if (other && (is_object(other) || is_code(other)))
        xy_pass_flag(ctx, node, "clash", "name", name.data, NULL);
}

/* One namespace for all kinds, or only for tables and what is stored like them (fact `one_namespace: all | relations`). */
void xy_pass_name_clash(xy_context *ctx, xy_node *node)
{
    if (node->kind == XY_NODE_PARTITION) {
        check_partition(ctx, node);
        return;
    }
    xy_str name = name_of(ctx, node);
    bool all = xy_str_equal(xy_target_fact(ctx->target, "one_namespace"), XY_STR("all"));
    if (!name.length || (!all && node->kind != XY_NODE_CREATE_INDEX))
        return;
    const xy_symbol *other = xy_catalog_find(ctx->catalog, (xy_str){0}, name, false);
    bool clash = other && (is_object(other) || (all && is_code(other)));
    bool same_file = all
                     && ((node->kind != XY_NODE_CREATE_INDEX && xy_ddl_earlier(ctx, XY_NODE_CREATE_INDEX, name))
                         || (node->kind != XY_NODE_CREATE_TRIGGER && xy_ddl_earlier(ctx, XY_NODE_CREATE_TRIGGER, name)));
    if (clash || same_file)
        xy_pass_flag(ctx, node, "clash", "name", xy_arena_copy(ctx->arena, name.data, name.length), NULL);
}
