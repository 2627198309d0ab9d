/* The pass `own-names`: names that the target has for itself (target file, `functions` and `variables`).
 *
 * PostgreSQL looks in pg_catalog before it looks for a user's function, so a user's AGE or LEFT would never be called: such a routine gets
 * another name, here and wherever the batch calls it. A variable called FOUND or TG_OP hides the one that translated code reads. */
#include "pass/pass.h"

/* A routine that stands alone: those of packages and types are called with their schema. */
static bool is_hidden_routine(const xy_context *ctx, const xy_symbol *symbol)
{
    bool routine = symbol && (symbol->kind == XY_SYM_FUNCTION || symbol->kind == XY_SYM_PROCEDURE) && !symbol->owner && symbol->schema.length == 0;
    return routine && xy_map_get(&ctx->target->functions, symbol->name);
}

static bool declares_routine(const xy_node *name)
{
    return name->parent && name->parent->kind == XY_NODE_ROUTINE && (const xy_node *)XY_AS(routine, name->parent)->name == name;
}

static const xy_symbol *symbol_of(const xy_context *ctx, const xy_node *name)
{
    const xy_symbol *symbol = xy_info_of(ctx->analysis, name)->symbol;
    const xy_node *parent = name->parent;
    if (!symbol && parent && parent->kind == XY_NODE_CALL && XY_AS(call, parent)->callee == name)
        symbol = xy_info_of(ctx->analysis, parent)->symbol;
    return symbol;
}

static void rename_routine(xy_context *ctx, const xy_node *node)
{
    xy_token_list parts = XY_AS(name, node)->parts;
    const xy_symbol *symbol = symbol_of(ctx, node);
    uint32_t last = parts.items[parts.count - 1];
    if (!is_hidden_routine(ctx, symbol) || !xy_token_name_is(ctx->source, last, symbol->name))
        return;
    xy_str name = xy_str_format(ctx->arena, "%.*s_", XY_STR_ARG(symbol->name));
    xy_str written = xy_pass_target_name(ctx, name);
    xy_edit_token(ctx->edits, last, xy_arena_copy(ctx->arena, written.data, written.length), xy_rule_id(ctx->rule));
    if (declares_routine(node))
        xy_pass_flag(ctx, node, "renamed", "name", xy_arena_copy(ctx->arena, symbol->name.data, symbol->name.length), "new",
                     xy_arena_copy(ctx->arena, written.data, written.length), NULL);
}

/* The token that names what the node declares, or XY_NO_TOKEN. */
static uint32_t declared_token(const xy_node *node)
{
    switch (node->kind) {
    case XY_NODE_PARAMETER: return XY_AS(parameter, node)->name;
    case XY_NODE_VARIABLE_DECL: return XY_AS(variable_decl, node)->name;
    case XY_NODE_CURSOR_DECL: return XY_AS(cursor_decl, node)->name;
    case XY_NODE_FOR_LOOP: return XY_AS(for_loop, node)->index;
    case XY_NODE_CURSOR_LOOP: return XY_AS(cursor_loop, node)->record;
    default: return XY_NO_TOKEN;
    }
}

void xy_pass_own_names(xy_context *ctx, xy_node *node)
{
    uint32_t token = declared_token(node);
    if (node->kind == XY_NODE_NAME) {
        rename_routine(ctx, node);
        return;
    }
    if (token == XY_NO_TOKEN || !xy_map_get(&ctx->target->variables, xy_token_name(ctx->source, token, ctx->arena)))
        return;
    xy_str name = xy_token_text(ctx->source, token);
    xy_pass_flag_token(ctx, token, "variable", "name", xy_arena_copy(ctx->arena, name.data, name.length), NULL);
}
