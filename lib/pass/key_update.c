/* UPDATE of key columns (trap E10), the pass `key-update`: Oracle checks keys when the statement has ended, PostgreSQL at each row, so that an update which
 * moves values from row to row (no = no + 1) fails half-way. */
#include "pass/sql.h"

static const xy_symbol *table_of(const xy_symbol *table)
{
    for (int depth = 0; table && (table->kind == XY_SYM_ALIAS || table->kind == XY_SYM_SYNONYM) && table->target && depth < 16; depth++)
        table = table->target;
    return table;
}

/* The table that UPDATE or MERGE names; null for an inline view. */
static const xy_symbol *target_table(xy_context *ctx, const xy_node *target)
{
    return target->kind == XY_NODE_TABLE_NAME ? table_of(xy_info_of(ctx->analysis, XY_AS(table_name, target)->name)->symbol) : NULL;
}

/* The column of a table that the name in SET stands for: itself, or what an inline view selects under the name. */
static const xy_symbol *base_column(xy_context *ctx, const xy_node *target, const xy_symbol *table, xy_str name)
{
    xy_symbol *const *columns = table ? table->columns : NULL;
    uint32_t count = table ? table->column_count : 0;
    if (target->kind == XY_NODE_DERIVED_TABLE && !xy_sema_query_columns(ctx->analysis, XY_AS(derived_table, target)->query, &columns, &count))
        return NULL;
    for (uint32_t i = 0; i < count; i++) {
        if (!xy_str_equal(columns[i]->name, name))
            continue;
        const xy_node *item = table ? NULL : columns[i]->node;
        const xy_node *expr = item && item->kind == XY_NODE_SELECT_ITEM ? xy_sql_bare(XY_AS(select_item, item)->expr) : NULL;
        return table ? columns[i] : expr && expr->kind == XY_NODE_NAME ? xy_info_of(ctx->analysis, expr)->symbol : NULL;
    }
    return NULL;
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

/* The columns that the WHERE clause sets equal to one value. True when ROWID is among them. */
static bool fixed_columns(xy_context *ctx, const xy_node *where, xy_sql_names *columns)
{
    xy_sql_nodes conjuncts = {0};
    bool by_rowid = false;
    if (!where)
        return false;
    xy_sql_conjuncts(ctx, XY_AS(where, where)->condition, &conjuncts);
    for (uint32_t i = 0; i < conjuncts.count; i++) {
        const xy_node *condition = xy_sql_bare(conjuncts.items[i]);
        if (condition->kind != XY_NODE_BINARY || XY_AS(binary, condition)->op != XY_BINARY_OP_EQ)
            continue;
        const xy_node *sides[] = {xy_sql_bare(XY_AS(binary, condition)->left), xy_sql_bare(XY_AS(binary, condition)->right)};
        for (int s = 0; s < 2; s++) {
            if (sides[s]->kind != XY_NODE_NAME || differs_by_row(ctx, sides[1 - s]))
                continue;
            by_rowid |= xy_sql_word(ctx, sides[s]->last - 1, "ROWID");
            if (differs_by_row(ctx, sides[s]))
                xy_vec_push(ctx->arena, columns, xy_sql_last_part(ctx, sides[s]));
        }
    }
    return by_rowid;
}

static bool is_key_column(const xy_symbol *column)
{
    const xy_symbol *table = column && column->kind == XY_SYM_COLUMN ? table_of(column->owner) : NULL;
    for (uint32_t k = 0; table && k < table->key_count; k++)
        for (uint32_t c = 0; c < table->keys[k].column_count; c++)
            if (xy_str_equal(table->keys[k].columns[c]->name, column->name))
                return true;
    return false;
}

static void check_sets(xy_context *ctx, xy_nodes sets, const xy_node *target, const xy_symbol *table)
{
    for (uint32_t i = 0; i < sets.count; i++) {
        const xy_set_item *item = sets.items[i]->kind == XY_NODE_SET_ITEM ? XY_AS(set_item, sets.items[i]) : NULL;
        if (!item || !item->value || !differs_by_row(ctx, item->value))
            continue;
        for (uint32_t t = 0; t < item->targets.count; t++) {
            const xy_node *name = item->targets.items[t];
            if (name->kind == XY_NODE_NAME && is_key_column(base_column(ctx, target, table, xy_sql_last_part(ctx, name))))
                xy_sql_flag(ctx, name, "moved");
        }
    }
}

static void check_merge(xy_context *ctx, const xy_merge *merge)
{
    for (uint32_t i = 0; i < merge->branches.count; i++)
        if (merge->branches.items[i]->kind == XY_NODE_MERGE_UPDATE)
            check_sets(ctx, XY_AS(merge_update, merge->branches.items[i])->sets, merge->target, target_table(ctx, merge->target));
}

void xy_pass_key_update(xy_context *ctx, xy_node *node)
{
    if (node->kind == XY_NODE_MERGE) {
        check_merge(ctx, XY_AS(merge, node));
        return;
    }
    const xy_update *update = XY_AS(update, node);
    const xy_symbol *table = target_table(ctx, update->target);
    xy_sql_names fixed = {0};
    if (update->where && XY_AS(where, update->where)->condition->kind == XY_NODE_CURRENT_OF)
        return;
    bool one_row = fixed_columns(ctx, update->where, &fixed) || (table && xy_sql_holds_key(table, &fixed));
    if (!one_row)
        check_sets(ctx, update->sets, update->target, table);
}
