/* Aliases of the select list inside expressions of ORDER BY (and of HAVING and GROUP BY, 23ai): Oracle knows them there, PostgreSQL only where an alias stands
 * alone in ORDER BY. The expression that the alias names takes its place. (Trap E13.) */
#include "pass/sql.h"

/* Alone in ORDER BY, where both know it. */
static bool stands_alone(const xy_node *name)
{
    return name->parent && name->parent->kind == XY_NODE_ORDER_ITEM;
}

typedef struct column_search {
    xy_context *ctx;
    xy_str name;
    bool found;
} column_search;

/* A table of the FROM has a column of the alias's name. */
static bool look_for_column(xy_node *node, void *data)
{
    column_search *search = data;
    if (node->kind == XY_NODE_SELECT)
        return true;
    const xy_symbol *table = xy_info_of(search->ctx->analysis, node)->symbol;
    for (uint32_t i = 0; table && table->kind == XY_SYM_ALIAS && i < table->column_count; i++)
        search->found = search->found || xy_str_equal(table->columns[i]->name, search->name);
    return xy_node_each_child(node, look_for_column, data);
}

static bool hides_column(xy_context *ctx, const xy_node *item, xy_str name)
{
    const xy_node *block = item->parent;
    column_search search = {.ctx = ctx, .name = name};
    if (block && block->kind == XY_NODE_QUERY_BLOCK)
        xy_node_each_child((xy_node *)block, look_for_column, &search);
    return search.found;
}

/* `a AS a`: the column and the alias are the same. */
static bool is_own_name(xy_context *ctx, const xy_node *expression, xy_str name)
{
    if (expression->kind != XY_NODE_NAME)
        return false;
    xy_token_list parts = XY_AS(name, expression)->parts;
    return xy_str_equal(xy_token_name(ctx->source, parts.items[parts.count - 1], ctx->arena), name);
}

/* The query whose ORDER BY it is joins several by UNION: only its columns can be named, no expression. */
static bool is_set_operation(const xy_node *name)
{
    const xy_node *at = name;
    while (at && at->kind != XY_NODE_SELECT && at->kind != XY_NODE_QUERY_BLOCK)
        at = at->parent;
    return at && at->kind == XY_NODE_SELECT && XY_AS(select, at)->body->kind != XY_NODE_QUERY_BLOCK;
}

void xy_pass_select_alias(xy_context *ctx, xy_node *node)
{
    const xy_symbol *symbol = xy_info_of(ctx->analysis, node)->symbol;
    if (!symbol || symbol->kind != XY_SYM_SELECT_ALIAS || stands_alone(node) || !symbol->node || symbol->node->kind != XY_NODE_SELECT_ITEM)
        return;
    const xy_node *expression = XY_AS(select_item, symbol->node)->expr;
    if (is_own_name(ctx, expression, symbol->name))
        return;
    if (is_set_operation(node)) {
        xy_sql_flag(ctx, node, "set-operation");
        return;
    }
    bool hides = hides_column(ctx, symbol->node, symbol->name);
    if (hides && xy_str_equal(xy_target_fact(ctx->target, "plsql"), XY_STR("native"))) { /* what the target takes is not known: no text is right either way */
        xy_sql_flag(ctx, node, "hides-column");
        return;
    }
    xy_rope rope = {0};
    xy_rope_operand(ctx->edits, &rope, expression, XY_PREC_PRIMARY);
    xy_edit_replace_expr(ctx->edits, node, XY_LAYER_OWN, rope, XY_PREC_PRIMARY, xy_sql_rule(ctx));
    if (hides)
        xy_sql_flag(ctx, node, "hides-column");
}
