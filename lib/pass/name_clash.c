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

/* One namespace for all kinds, or only for tables and what is stored like them (fact `one_namespace: all | relations`). */
void xy_pass_name_clash(xy_context *ctx, xy_node *node)
{
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
