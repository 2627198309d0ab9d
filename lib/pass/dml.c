/* Forms of INSERT, UPDATE and DELETE (trap E10): qualified target columns, targets that are inline views. */
#include "pass/plan.h"

/* ------------------------------------------------------------------ target columns */

/* a.col = … or INSERT INTO t (a.col): PostgreSQL takes the bare column. */
/* Which part of `b.total.amount` is a column that holds an object; UINT32_MAX when none is. */
static uint32_t attribute_column(const xy_context *ctx, const xy_node *name)
{
    xy_token_list parts = XY_AS(name, name)->parts;
    xy_str names[2];
    for (uint32_t i = 0; i + 1 < parts.count && i < 2; i++) {
        names[i] = xy_token_name(ctx->source, parts.items[i], ctx->arena);
        const xy_symbol *symbol = xy_sema_lookup(ctx->analysis, name, names, i + 1);
        if (symbol && symbol->kind == XY_SYM_COLUMN && symbol->type && symbol->type->family == XY_FAMILY_OBJECT)
            return i;
    }
    return UINT32_MAX;
}

static void strip_qualifier(xy_context *ctx, const xy_node *column)
{
    if (column->kind != XY_NODE_NAME || XY_AS(name, column)->parts.count < 2)
        return;
    xy_token_list parts = XY_AS(name, column)->parts;
    uint32_t own = attribute_column(ctx, column);
    if (own == 0)
        return;
    xy_edit_replace(ctx->edits, parts.items[0], parts.items[own == UINT32_MAX ? parts.count - 1 : own], XY_LAYER_OWN, (xy_rope){0},
                    xy_sql_rule(ctx)); /* blanks stay */
}

void xy_pass_set_target(xy_context *ctx, xy_node *node)
{
    const xy_set_item *item = XY_AS(set_item, node);
    for (uint32_t i = 0; i < item->targets.count; i++)
        strip_qualifier(ctx, item->targets.items[i]);
}

static void strip_columns(xy_context *ctx, xy_nodes columns)
{
    for (uint32_t i = 0; i < columns.count; i++)
        strip_qualifier(ctx, columns.items[i]);
}

void xy_pass_insert_columns(xy_context *ctx, xy_node *node)
{
    if (node->kind == XY_NODE_MERGE_INSERT) {
        strip_columns(ctx, XY_AS(merge_insert, node)->columns);
        return;
    }
    const xy_insert *insert = XY_AS(insert, node);
    strip_columns(ctx, insert->columns);
    if (insert->log_errors) {
        xy_sql_flag(ctx, insert->log_errors, "log-errors");
        xy_edit_delete(ctx->edits, insert->log_errors->first, insert->log_errors->last, xy_sql_rule(ctx));
    }
    uint32_t as, alias = xy_sql_alias_token(insert->target, &as);
    if (alias != XY_NO_TOKEN && as == XY_NO_TOKEN)
        xy_edit_insert_text(ctx->edits, alias, XY_BEFORE, "AS ", xy_sql_rule(ctx));
}

/* DELETE t */
void xy_pass_delete_from(xy_context *ctx, xy_node *node)
{
    const xy_delete *delete = XY_AS(delete, node);
    if (delete->from == XY_NO_TOKEN) {
        xy_rope rope = {0};
        xy_rope_build(ctx->edits, &rope, "%S ", xy_edit_case(ctx->edits, node->first, XY_STR("from")));
        xy_edit_insert(ctx->edits, delete->target->first, XY_BEFORE, rope, xy_sql_rule(ctx));
    }
}

/* ------------------------------------------------------------------ targets that are inline views */

typedef struct view {
    xy_context *ctx;
    xy_derived_table *table;
    xy_query_block *block;
    int target; /* the table that is changed */
} view;

/* The expression of the view's column, or null. */
static xy_node *view_column(const view *v, xy_str name)
{
    for (uint32_t i = 0; i < v->block->items.count; i++)
        if (xy_str_equal(xy_sql_item_name(v->ctx, v->block->items.items[i]), name))
            return XY_AS(select_item, v->block->items.items[i])->expr;
    return NULL;
}

static bool is_simple_view(const xy_select *select)
{
    if (select->with || select->limit || select->body->kind != XY_NODE_QUERY_BLOCK)
        return false;
    const xy_query_block *block = XY_AS(query_block, select->body);
    if (block->quantifier != XY_NO_TOKEN || block->group_by || block->having || block->hierarchy || block->from.count == 0)
        return false;
    for (uint32_t i = 0; i < block->from.count; i++)
        if (block->from.items[i]->kind != XY_NODE_TABLE_NAME)
            return false;
    return true;
}

static bool is_view_name(const view *v, const xy_node *name)
{
    xy_token_list parts = XY_AS(name, name)->parts;
    if (parts.count == 1)
        return true;
    if (parts.count != 2 || v->table->alias == XY_NO_TOKEN)
        return false;
    xy_str alias = xy_token_name(v->ctx->source, v->table->alias, v->ctx->arena);
    return xy_str_equal(alias, xy_token_name(v->ctx->source, parts.items[0], v->ctx->arena));
}

/* A column of the view in SET values and WHERE becomes the expression behind it. */
static bool enter_use(xy_node *node, void *data)
{
    view *v = data;
    if (node->kind != XY_NODE_NAME || !is_view_name(v, node))
        return true;
    xy_node *expr = view_column(v, xy_sql_last_part(v->ctx, node));
    if (!expr)
        return true;
    xy_rope rope = {0};
    xy_rope_operand(v->ctx->edits, &rope, expr, xy_precedence_needed(node));
    xy_edit_replace_node(v->ctx->edits, node, XY_LAYER_OWN, rope, xy_sql_rule(v->ctx));
    return false;
}

/* Index of the one table that the SET columns belong to, or -1. The columns are written bare. */
static int set_columns(view *v, xy_nodes sets)
{
    int target = -1;
    for (uint32_t i = 0; i < sets.count; i++) {
        const xy_set_item *item = XY_AS(set_item, sets.items[i]);
        for (uint32_t j = 0; j < item->targets.count; j++) {
            const xy_node *column = item->targets.items[j];
            xy_node *expr = column->kind == XY_NODE_NAME ? xy_sql_bare(view_column(v, xy_sql_last_part(v->ctx, column))) : NULL;
            bool known;
            int table = expr && expr->kind == XY_NODE_NAME ? xy_sql_table_of(v->ctx, expr, v->block->from, &known) : -1;
            if (table < 0 && v->block->from.count == 1 && (!expr || expr->kind == XY_NODE_NAME))
                table = 0;
            if (table < 0 || (target >= 0 && table != target))
                return -1;
            target = table;
            if (!expr)
                continue;
            xy_rope rope = {0};
            xy_rope_str(v->ctx->edits, &rope, xy_pass_target_name(v->ctx, xy_sql_last_part(v->ctx, expr)));
            xy_edit_replace_node(v->ctx->edits, column, XY_LAYER_WRAP, rope, xy_sql_rule(v->ctx));
        }
    }
    return target;
}

/* Does at most one row of table `other` meet each row of the rest: is it compared on a whole key of its own? */
static bool is_unique(const view *v, int other)
{
    xy_nodes from = v->block->from;
    const xy_symbol *table = xy_info_of(v->ctx->analysis, XY_AS(table_name, from.items[other])->name)->symbol;
    while (table && (table->kind == XY_SYM_ALIAS || table->kind == XY_SYM_SYNONYM) && table->target)
        table = table->target;
    if (!table || !v->block->where)
        return false;
    xy_sql_nodes conjuncts = {0};
    xy_sql_names columns = {0};
    xy_sql_conjuncts(v->ctx, XY_AS(where, v->block->where)->condition, &conjuncts);
    for (uint32_t i = 0; i < conjuncts.count; i++) {
        const xy_node *condition = xy_sql_bare(conjuncts.items[i]);
        if (condition->kind != XY_NODE_BINARY || XY_AS(binary, condition)->op != XY_BINARY_OP_EQ)
            continue;
        const xy_node *sides[] = {xy_sql_bare(XY_AS(binary, condition)->left), xy_sql_bare(XY_AS(binary, condition)->right)};
        for (int s = 0; s < 2; s++) {
            bool known;
            if (sides[s]->kind == XY_NODE_NAME && xy_sql_table_of(v->ctx, sides[s], from, &known) == other) {
                xy_str name = xy_sql_last_part(v->ctx, sides[s]);
                xy_vec_push(v->ctx->arena, &columns, name);
            }
        }
    }
    return xy_sql_holds_key(table, &columns);
}

static void add_other_tables(view *v, xy_rope *rope, const char *word)
{
    bool first = true;
    for (uint32_t i = 0; i < v->block->from.count; i++) {
        if ((int)i == v->target)
            continue;
        xy_rope_text(v->ctx->edits, rope, first ? word : ", ");
        xy_rope_node(v->ctx->edits, rope, v->block->from.items[i]);
        first = false;
        if (!is_unique(v, (int)i))
            xy_sql_flag(v->ctx, v->block->from.items[i], "not-unique");
    }
}

static void add_where(view *v, xy_rope *rope, const xy_node *outer)
{
    const xy_node *inner = v->block->where;
    if (!inner && !outer)
        return;
    xy_rope_text(v->ctx->edits, rope, " WHERE ");
    if (inner)
        xy_rope_operand(v->ctx->edits, rope, XY_AS(where, inner)->condition, outer ? XY_PREC_AND : XY_PREC_ANY);
    if (inner && outer)
        xy_rope_text(v->ctx->edits, rope, " AND ");
    if (outer)
        xy_rope_operand(v->ctx->edits, rope, XY_AS(where, outer)->condition, inner ? XY_PREC_AND : XY_PREC_ANY);
}

static bool open_view(xy_context *ctx, xy_node *target, view *v)
{
    *v = (view){.ctx = ctx, .target = -1};
    if (target->kind != XY_NODE_DERIVED_TABLE)
        return false;
    v->table = XY_AS(derived_table, target);
    if (!is_simple_view(XY_AS(select, v->table->query))) {
        xy_sql_flag(ctx, target, "view");
        return false;
    }
    v->block = XY_AS(query_block, XY_AS(select, v->table->query)->body);
    return true;
}

/* The alias of the view becomes the alias of its only table, unless that has one. */
static void add_target(view *v, xy_rope *rope)
{
    xy_node *table = v->block->from.items[v->target];
    xy_rope_node(v->ctx->edits, rope, table);
}

void xy_pass_update_view(xy_context *ctx, xy_node *node)
{
    const xy_update *update = XY_AS(update, node);
    view v;
    if (!open_view(ctx, update->target, &v))
        return;
    v.target = set_columns(&v, update->sets);
    if (v.target < 0) {
        xy_sql_flag(ctx, update->target, "view");
        return;
    }
    for (uint32_t i = 0; i < update->sets.count; i++)
        xy_sql_walk(XY_AS(set_item, update->sets.items[i])->value, enter_use, &v);
    xy_sql_walk(update->where, enter_use, &v);
    xy_rope target = {0}, tail = {0};
    add_target(&v, &target);
    xy_edit_replace_node(ctx->edits, update->target, XY_LAYER_OWN, target, xy_sql_rule(ctx));
    add_other_tables(&v, &tail, " FROM ");
    add_where(&v, &tail, update->where);
    const xy_node *last = update->sets.items[update->sets.count - 1];
    if (update->where)
        xy_edit_replace(ctx->edits, last->last, update->where->last, XY_LAYER_OWN, tail, xy_sql_rule(ctx));
    else
        xy_edit_insert(ctx->edits, last->last - 1, XY_AFTER, tail, xy_sql_rule(ctx));
}

void xy_pass_delete_view(xy_context *ctx, xy_node *node)
{
    const xy_delete *delete = XY_AS(delete, node);
    view v;
    if (!open_view(ctx, delete->target, &v))
        return;
    if (v.block->from.count > 1) { /* the first key-preserved table, which we cannot prove */
        xy_sql_flag(ctx, delete->target, "not-unique");
    }
    v.target = 0;
    xy_sql_walk(delete->where, enter_use, &v);
    xy_rope whole = {0};
    add_target(&v, &whole);
    add_other_tables(&v, &whole, " USING ");
    add_where(&v, &whole, delete->where);
    uint32_t last = delete->where ? delete->where->last : delete->target->last;
    xy_edit_replace(ctx->edits, delete->target->first, last, XY_LAYER_OWN, whole, xy_sql_rule(ctx));
}

/* INSERT INTO (SELECT a, b FROM t [WHERE …]) VALUES …: the columns of t. */
void xy_pass_insert_view(xy_context *ctx, xy_node *node)
{
    const xy_insert *insert = XY_AS(insert, node);
    view v;
    if (!open_view(ctx, insert->target, &v))
        return;
    if (v.block->from.count > 1) {
        xy_sql_flag(ctx, insert->target, "view");
        return;
    }
    xy_rope rope = {0};
    v.target = 0;
    add_target(&v, &rope);
    if (insert->columns.count == 0) {
        xy_sql_names names = {0};
        if (!xy_sql_query_columns(ctx, v.table->query, &names)) {
            xy_sql_flag(ctx, insert->target, "view");
            return;
        }
        for (uint32_t i = 0; i < names.count; i++) {
            xy_node *expr = xy_sql_bare(view_column(&v, names.items[i]));
            xy_str column = expr ? xy_sql_last_part(ctx, expr) : names.items[i];
            xy_rope_build(ctx->edits, &rope, i ? ", %S" : " (%S", xy_pass_target_name(ctx, column));
        }
        xy_rope_text(ctx->edits, &rope, ")");
    }
    xy_edit_replace_node(ctx->edits, insert->target, XY_LAYER_OWN, rope, xy_sql_rule(ctx));
}
