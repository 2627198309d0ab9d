/* The pass `owner-schema`: in a stored unit whose name is written with a schema, Oracle looks names up in that schema. The target looks them
 * up in the search path of whoever calls, so references to the schema's own objects get its name. (Trap F25; DBMS_METADATA and the
 * exports of PL/SQL Developer write such units.) */
#include "pass/ddl.h"

static bool is_stored(const xy_node *unit)
{
    switch (unit->kind) {
    case XY_NODE_CREATE_ROUTINE:
    case XY_NODE_CREATE_PACKAGE:
    case XY_NODE_CREATE_PACKAGE_BODY:
    case XY_NODE_CREATE_TYPE:
    case XY_NODE_CREATE_TYPE_BODY:
    case XY_NODE_CREATE_TRIGGER:
    case XY_NODE_CREATE_VIEW:
    case XY_NODE_CREATE_MATERIALIZED_VIEW: return true;
    default: return false;
    }
}

static bool is_object(const xy_symbol *symbol)
{
    switch (symbol->kind) {
    case XY_SYM_TABLE:
    case XY_SYM_VIEW:
    case XY_SYM_MVIEW:
    case XY_SYM_SEQUENCE:
    case XY_SYM_TYPE:
    case XY_SYM_FUNCTION:
    case XY_SYM_PROCEDURE: return !symbol->owner;
    default: return false;
    }
}

xy_str xy_pass_owner_schema(const xy_context *ctx, const xy_symbol *symbol, uint32_t parts)
{
    bool own = parts == 1 && symbol && is_object(symbol) && is_stored(ctx->unit->tree) && ctx->analysis->schema.length > 0;
    return own && xy_str_equal(symbol->schema, ctx->analysis->schema) ? symbol->schema : (xy_str){0};
}

/* What the first part of the name denotes: the object itself, or the table of a column (table.column%TYPE) outside of SQL. */
static const xy_symbol *object_of(const xy_context *ctx, const xy_node *node, uint32_t *parts)
{
    const xy_info *info = xy_info_of(ctx->analysis, node);
    const xy_symbol *symbol = info->symbol;
    const xy_node *parent = node->parent;
    *parts = XY_AS(name, node)->parts.count;
    if (!symbol && parent && parent->kind == XY_NODE_CALL && XY_AS(call, parent)->callee == node)
        symbol = xy_info_of(ctx->analysis, parent)->symbol;
    if (symbol && symbol->kind == XY_SYM_COLUMN && *parts == 2 && !info->in_sql) {
        *parts = 1;
        return symbol->owner;
    }
    return symbol;
}

void xy_pass_owner_schema_apply(xy_context *ctx, xy_node *node)
{
    uint32_t parts, first = XY_AS(name, node)->parts.items[0];
    const xy_symbol *symbol = object_of(ctx, node, &parts);
    xy_str schema = xy_pass_owner_schema(ctx, symbol, parts);
    if (schema.length == 0 || !xy_token_name_is(ctx->source, first, symbol->name) || xy_edits_has_own(ctx->edits, first))
        return;
    xy_rope rope = {0};
    xy_rope_build(ctx->edits, &rope, "%S.%S", xy_pass_target_name(ctx, schema), xy_pass_target_name(ctx, symbol->name));
    xy_edit_replace(ctx->edits, first, first + 1, XY_LAYER_OWN, rope, xy_rule_id(ctx->rule));
}
