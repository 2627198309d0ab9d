/* UPDATE of key columns (trap E10), the pass `key-update`: Oracle checks keys when the statement has ended, PostgreSQL at each row, so that an update which
 * moves values from row to row (no = no + 1) fails half-way. */
#include "pass/sql.h"

static const xy_symbol *target_table(xy_context *ctx, const xy_node *target)
{
    if (target->kind != XY_NODE_TABLE_NAME)
        return NULL;
    const xy_symbol *table = xy_info_of(ctx->analysis, XY_AS(table_name, target)->name)->symbol;
    for (int depth = 0; table && (table->kind == XY_SYM_ALIAS || table->kind == XY_SYM_SYNONYM) && table->target && depth < 16; depth++)
        table = table->target;
    return table;
}

typedef struct search {
    const xy_analysis *analysis;
    bool found;
} search;

static bool find_column(xy_node *node, void *data)
{
    search *s = data;
    const xy_symbol *symbol = xy_info_of(s->analysis, node)->symbol;
    s->found |= node->kind == XY_NODE_SELECT || (node->kind == XY_NODE_NAME && symbol && symbol->kind == XY_SYM_COLUMN);
    return !s->found && xy_node_each_child(node, find_column, s);
}

/* May it have another value for each row? */
static bool differs_by_row(xy_context *ctx, const xy_node *value)
{
    search s = {ctx->analysis, false};
    find_column((xy_node *)value, &s);
    return s.found;
}

/* The columns that the WHERE clause sets equal to one value. */
static void fixed_columns(xy_context *ctx, const xy_node *where, xy_sql_names *columns)
{
    xy_sql_nodes conjuncts = {0};
    if (!where)
        return;
    xy_sql_conjuncts(ctx, XY_AS(where, where)->condition, &conjuncts);
    for (uint32_t i = 0; i < conjuncts.count; i++) {
        const xy_node *condition = xy_sql_bare(conjuncts.items[i]);
        if (condition->kind != XY_NODE_BINARY || XY_AS(binary, condition)->op != XY_BINARY_OP_EQ)
            continue;
        const xy_node *sides[] = {xy_sql_bare(XY_AS(binary, condition)->left), xy_sql_bare(XY_AS(binary, condition)->right)};
        for (int s = 0; s < 2; s++)
            if (sides[s]->kind == XY_NODE_NAME && differs_by_row(ctx, sides[s]) && !differs_by_row(ctx, sides[1 - s]))
                xy_vec_push(ctx->arena, columns, xy_sql_last_part(ctx, sides[s]));
    }
}

static bool holds(const xy_sql_names *names, xy_str name)
{
    for (uint32_t i = 0; i < names->count; i++)
        if (xy_str_equal(names->items[i], name))
            return true;
    return false;
}

static bool is_one_row(const xy_symbol *table, const xy_sql_names *fixed)
{
    for (uint32_t k = 0; k < table->key_count; k++) {
        uint32_t matched = 0;
        for (uint32_t c = 0; c < table->keys[k].column_count; c++)
            matched += holds(fixed, table->keys[k].columns[c]->name);
        if (matched > 0 && matched == table->keys[k].column_count)
            return true;
    }
    return false;
}

static bool is_key_column(const xy_symbol *table, xy_str name)
{
    for (uint32_t k = 0; k < table->key_count; k++)
        for (uint32_t c = 0; c < table->keys[k].column_count; c++)
            if (xy_str_equal(table->keys[k].columns[c]->name, name))
                return true;
    return false;
}

static void check_item(xy_context *ctx, const xy_symbol *table, const xy_set_item *item)
{
    if (!item->value || !differs_by_row(ctx, item->value))
        return;
    for (uint32_t t = 0; t < item->targets.count; t++) {
        const xy_node *target = item->targets.items[t];
        if (target->kind == XY_NODE_NAME && is_key_column(table, xy_sql_last_part(ctx, target)))
            xy_sql_flag(ctx, target, "moved");
    }
}

void xy_pass_key_update(xy_context *ctx, xy_node *node)
{
    const xy_update *update = XY_AS(update, node);
    const xy_symbol *table = target_table(ctx, update->target);
    xy_sql_names fixed = {0};
    if (!table || !table->key_count || (update->where && XY_AS(where, update->where)->condition->kind == XY_NODE_CURRENT_OF))
        return;
    fixed_columns(ctx, update->where, &fixed);
    if (is_one_row(table, &fixed))
        return;
    for (uint32_t i = 0; i < update->sets.count; i++)
        if (update->sets.items[i]->kind == XY_NODE_SET_ITEM)
            check_item(ctx, table, XY_AS(set_item, update->sets.items[i]));
}
