/* Hierarchical queries (trap E03; SQL Language Reference, "Hierarchical Queries") become WITH RECURSIVE in the FROM clause.
 *
 *   (WITH RECURSIVE xy_tree AS (
 *      SELECT t.*, 1 AS level, ARRAY[row_number() OVER (ORDER BY siblings)] AS xy_path, … FROM source WHERE start
 *      UNION ALL
 *      SELECT t.*, xy_prior.level + 1, xy_prior.xy_path || row_number() OVER (ORDER BY siblings), …
 *      FROM (SELECT …, <prior expression> AS xy_prior_1 FROM xy_tree AS t) AS xy_prior JOIN source ON condition)
 *    SELECT * FROM xy_tree ORDER BY xy_path) AS t
 *
 * xy_path, the numbers of the row and its ancestors among their siblings, sorts the rows depth first. xy_keys holds what PRIOR named in
 * the ancestors: a row whose own is among them closes a cycle. What PRIOR, CONNECT_BY_ROOT and SYS_CONNECT_BY_PATH name in the select
 * list are columns of their own. The rest of the block stays as it is, because LEVEL is a column of that name. WHERE is applied after
 * the hierarchy, except the predicates that join tables, which come before it. */
#include "pass/plan.h"

#include "syntax/keyword.h"
#include <string.h>

enum { HIERARCHY_STATE = XY_STATE_HIERARCHIES };

typedef struct extra {
    enum { EXTRA_PRIOR, EXTRA_ROOT, EXTRA_PATH } kind;
    xy_node *node, *value, *separator;
    xy_str column;
} extra;

typedef struct hierarchy {
    xy_plan *plan;
    xy_query_block *block;
    xy_hierarchy *clause;
    const char *rule;
    xy_str tree, prior, alias;
    bool derived;   /* source is one inline view or table function: no address of its own */
    bool joined;    /* several tables: handed on as whole rows */
    bool whole_row; /* one table, but `*` must not show our columns */
    xy_sql_names aliases;
    xy_sql_names columns; /* of an inline view without a name, which the pass table-alias names as it likes */
    xy_sql_nodes join_predicates;
    xy_sql_nodes priors; /* Unary PRIOR of the condition */
    XY_VEC(xy_str) prior_columns;
    XY_VEC(extra) extras;
    xy_node *siblings; /* OrderBy or null */
    bool nocycle, keys, leaf, cycle_mark;
    bool ordered; /* the block hands its rows on in the order in which it gets them */
    xy_str leaf_column, cycle_column;
} hierarchy;

typedef struct hierarchies {
    XY_VEC(hierarchy *) list;
} hierarchies;

static bool is_prior(const xy_context *ctx, const xy_node *node)
{
    (void)ctx;
    return node->kind == XY_NODE_UNARY && XY_AS(unary, node)->op == XY_UNARY_OP_PRIOR;
}

static bool is_counter(const xy_context *ctx, const xy_node *node)
{
    return xy_sql_is_pseudo(ctx, node, "LEVEL") || xy_sql_is_pseudo(ctx, node, "ROWNUM");
}

/* ------------------------------------------------------------------ row generators */

/* FROM dual CONNECT BY LEVEL <= n: the bound, when that is all there is. */
static const xy_node *generator_bound(const xy_context *ctx, const xy_hierarchy *clause, bool *less)
{
    const xy_node *condition = xy_sql_bare(clause->connect_by);
    if (condition->kind != XY_NODE_BINARY || clause->start_with)
        return NULL;
    const xy_binary *binary = XY_AS(binary, condition);
    bool left = is_counter(ctx, xy_sql_bare(binary->left)), right = is_counter(ctx, xy_sql_bare(binary->right));
    const xy_node *bound = left ? binary->right : binary->left;
    if (left == right || xy_sql_any(ctx, bound, true, is_counter))
        return NULL;
    *less = binary->op == (left ? XY_BINARY_OP_LT : XY_BINARY_OP_GT);
    return *less || binary->op == (left ? XY_BINARY_OP_LE : XY_BINARY_OP_GE) ? bound : NULL;
}

static void write_series(xy_context *ctx, xy_rope *rope, const xy_node *bound, bool less)
{
    int64_t n;
    if (xy_sql_integer(ctx, bound, &n)) {
        n -= less;
        xy_rope_format(ctx->edits, rope, "generate_series(1, %lld) AS xy_rows(level)", (long long)(n < 1 ? 1 : n));
        return;
    }
    /* at least the root, also for NULL */
    xy_rope_text(ctx->edits, rope, "generate_series(1, greatest(");
    if (xy_sql_integral(ctx, bound) == XY_INTEGRAL_YES)
        xy_rope_operand(ctx->edits, rope, bound, less ? XY_PREC_ADD : XY_PREC_ANY);
    else
        xy_rope_build(ctx->edits, rope, less ? "ceil(%n)::integer" : "floor(%n)::integer", bound);
    xy_rope_text(ctx->edits, rope, less ? " - 1, 1)) AS xy_rows(level)" : ", 1)) AS xy_rows(level)");
}

/* Any other condition on LEVEL: the next number is tried until the condition fails. */
static void write_search(xy_context *ctx, xy_rope *rope, const xy_hierarchy *clause)
{
    xy_rope_build(ctx->edits, rope,
                  "(WITH RECURSIVE xy_tree(xy_level) AS (SELECT 1 UNION ALL SELECT xy_next.level FROM xy_tree "
                  "CROSS JOIN LATERAL (SELECT xy_tree.xy_level + 1 AS level) AS xy_next WHERE %n) SELECT xy_level AS level FROM xy_tree) AS xy_rows",
                  clause->connect_by);
}

/* Names of the row counter: in the condition and in the block ROWNUM is LEVEL. */
static bool enter_counter(xy_node *node, void *data)
{
    xy_context *ctx = data;
    if (xy_sql_is_pseudo(ctx, node, "ROWNUM")) {
        bool item = xy_sql_names_column(node);
        xy_edit_token(ctx->edits, node->first, item ? "level AS rownum" : "level", xy_sql_rule(ctx));
    }
    return true;
}

static bool generate_rows(xy_context *ctx, xy_query_block *block)
{
    const xy_hierarchy *clause = XY_AS(hierarchy, block->hierarchy);
    if (block->from.count != 1 || !xy_sql_is_dual(ctx, block->from.items[0]) || xy_sql_any(ctx, clause->connect_by, true, is_prior) || clause->start_with)
        return false;
    xy_plan *plan = xy_plan_of(ctx, &block->node);
    bool less = false;
    const xy_node *bound = generator_bound(ctx, clause, &less);
    if (bound)
        write_series(ctx, &plan->tables, bound, less);
    else
        write_search(ctx, &plan->tables, clause);
    plan->has_tables = true;
    xy_plan_touch(ctx, plan);
    const xy_select *select = xy_sql_select_of(&block->node);
    xy_sql_walk_block(select && select->order ? select->order : NULL, enter_counter, ctx);
    for (uint32_t i = 0; i < block->items.count; i++)
        xy_sql_walk_block(block->items.items[i], enter_counter, ctx);
    xy_sql_walk_block(block->hierarchy, enter_counter, ctx);
    xy_edit_delete(ctx->edits, block->hierarchy->first, block->hierarchy->last, xy_sql_rule(ctx));
    return true;
}

/* ------------------------------------------------------------------ reading the block */

static uint32_t tables_of(const xy_context *ctx, const xy_plan *plan, xy_node *condition);

typedef struct table_set {
    const xy_context *ctx;
    const xy_plan *plan;
    uint64_t tables;
} table_set;

static bool enter_table(xy_node *node, void *data)
{
    table_set *set = data;
    bool known;
    int table = node->kind == XY_NODE_NAME ? xy_sql_table_of(set->ctx, node, set->plan->from, &known) : -1;
    if (table >= 0 && table < 64)
        set->tables |= UINT64_C(1) << table;
    return true;
}

static uint32_t tables_of(const xy_context *ctx, const xy_plan *plan, xy_node *condition)
{
    table_set set = {ctx, plan, 0};
    uint32_t count = 0;
    xy_sql_walk(condition, enter_table, &set);
    for (; set.tables; set.tables &= set.tables - 1)
        count++;
    return count;
}

static void take_join_predicates(xy_context *ctx, hierarchy *h)
{
    for (uint32_t i = 0; h->plan->from.count > 1 && i < h->plan->conjuncts.count; i++) {
        xy_plan_conjunct *conjunct = &h->plan->conjuncts.items[i];
        if (conjunct->dropped || tables_of(ctx, h->plan, conjunct->node) < 2)
            continue;
        conjunct->dropped = true;
        xy_vec_push(ctx->arena, &h->join_predicates, conjunct->node);
    }
}

typedef struct collector {
    xy_context *ctx;
    hierarchy *h;
} collector;

static bool enter_condition(xy_node *node, void *data)
{
    collector *c = data;
    if (is_prior(c->ctx, node)) {
        xy_str column = xy_str_format(c->ctx->arena, "xy_prior_%u", c->h->priors.count + 1);
        xy_vec_push(c->ctx->arena, &c->h->priors, node);
        xy_vec_push(c->ctx->arena, &c->h->prior_columns, column);
        xy_rope rope = {0};
        xy_rope_build(c->ctx->edits, &rope, "%S.%S", c->h->prior, column);
        xy_edit_replace_expr(c->ctx->edits, node, XY_LAYER_OWN, rope, XY_PREC_PRIMARY, c->h->rule);
        return false;
    }
    if (xy_sql_is_pseudo(c->ctx, node, "LEVEL")) {
        xy_rope rope = {0};
        xy_rope_build(c->ctx->edits, &rope, "(%S.level + 1)", c->h->prior);
        xy_edit_replace_expr(c->ctx->edits, node, XY_LAYER_OWN, rope, XY_PREC_PRIMARY, c->h->rule);
    }
    return true;
}

static bool is_root(const xy_node *node)
{
    return node->kind == XY_NODE_UNARY && XY_AS(unary, node)->op == XY_UNARY_OP_CONNECT_BY_ROOT;
}

static void replace_by_column(xy_context *ctx, hierarchy *h, xy_node *node, xy_str column)
{
    xy_rope rope = {0};
    xy_rope_str(ctx->edits, &rope, column);
    if (node->kind == XY_NODE_NAME && xy_sql_names_column(node))
        xy_rope_build(ctx->edits, &rope, " AS %S", xy_pass_target_name(ctx, xy_sql_last_part(ctx, node)));
    xy_edit_replace_expr(ctx->edits, node, XY_LAYER_OWN, rope, XY_PREC_PRIMARY, h->rule);
}

/* Equal expressions share a column: GROUP BY CONNECT_BY_ROOT a is what the select list shows. */
static const extra *find_extra(const xy_context *ctx, const hierarchy *h, const extra *e)
{
    for (uint32_t i = 0; i < h->extras.count; i++)
        if (h->extras.items[i].kind == e->kind && xy_node_equal(ctx->source, h->extras.items[i].node, ctx->source, e->node))
            return &h->extras.items[i];
    return NULL;
}

static void add_extra(xy_context *ctx, hierarchy *h, extra e)
{
    static const char *const stems[] = {[EXTRA_PRIOR] = "xy_parent", [EXTRA_ROOT] = "xy_root", [EXTRA_PATH] = "xy_text"};
    const extra *same = find_extra(ctx, h, &e);
    if (same) {
        replace_by_column(ctx, h, e.node, same->column);
        return;
    }
    e.column = xy_str_format(ctx->arena, "%s_%u", stems[e.kind], h->extras.count + 1);
    replace_by_column(ctx, h, e.node, e.column);
    xy_vec_push(ctx->arena, &h->extras, e);
}

/* PRIOR, CONNECT_BY_ROOT … outside the CONNECT BY condition. */
static bool enter_value(xy_node *node, void *data)
{
    collector *c = data;
    hierarchy *h = c->h;
    if (is_prior(c->ctx, node)) {
        add_extra(c->ctx, h, (extra){.kind = EXTRA_PRIOR, .node = node, .value = XY_AS(unary, node)->operand});
        return false;
    }
    if (is_root(node)) {
        add_extra(c->ctx, h, (extra){.kind = EXTRA_ROOT, .node = node, .value = XY_AS(unary, node)->operand});
        return false;
    }
    if (node->kind == XY_NODE_CALL && xy_sql_is_builtin(c->ctx, node, "SYS_CONNECT_BY_PATH")) {
        add_extra(c->ctx, h, (extra){.kind = EXTRA_PATH, .node = node, .value = xy_sql_arg(node, 0), .separator = xy_sql_arg(node, 1)});
        return false;
    }
    if (xy_sql_is_pseudo(c->ctx, node, "CONNECT_BY_ISLEAF")) {
        h->leaf = true;
        replace_by_column(c->ctx, h, node, h->leaf_column);
    } else if (xy_sql_is_pseudo(c->ctx, node, "CONNECT_BY_ISCYCLE")) {
        h->cycle_mark = true;
        replace_by_column(c->ctx, h, node, h->cycle_column);
    }
    return true;
}

static bool shows_star(const xy_query_block *block)
{
    for (uint32_t i = 0; i < block->items.count; i++) {
        const xy_node *item = block->items.items[i];
        const xy_node *expr = item->kind == XY_NODE_SELECT_ITEM ? XY_AS(select_item, item)->expr : item;
        if (expr->kind == XY_NODE_STAR)
            return true;
    }
    return false;
}

static void collect_values(xy_context *ctx, hierarchy *h)
{
    collector c = {ctx, h};
    const xy_select *select = xy_sql_select_of(&h->block->node);
    xy_sql_walk_block(h->clause->connect_by, enter_condition, &c);
    for (uint32_t i = 0; i < h->block->items.count; i++)
        xy_sql_walk_block(h->block->items.items[i], enter_value, &c);
    xy_sql_walk_block(h->block->where, enter_value, &c);
    xy_sql_walk_block(h->block->group_by, enter_value, &c);
    xy_sql_walk_block(h->block->having, enter_value, &c);
    if (select && select->order && !h->siblings)
        xy_sql_walk_block(select->order, enter_value, &c);
}

/* ------------------------------------------------------------------ writing */

/* The source of rows with the author's names: FROM clause of the start and of the step. */
static void write_source(xy_context *ctx, const hierarchy *h, xy_rope *rope)
{
    if (!h->joined) {
        xy_plan_tables(ctx, h->plan, rope);
        return;
    }
    xy_rope_text(ctx->edits, rope, "xy_source");
    for (uint32_t i = 0; i < h->aliases.count; i++)
        xy_rope_build(ctx->edits, rope, " CROSS JOIN LATERAL (SELECT (xy_source.%S).*) AS %S", h->aliases.items[i], h->aliases.items[i]);
}

static void write_row(xy_context *ctx, const hierarchy *h, xy_rope *rope)
{
    if (h->columns.count) {
        for (uint32_t i = 0; i < h->columns.count; i++)
            xy_rope_build(ctx->edits, rope, i ? ", %S" : "%S", xy_pass_target_name(ctx, h->columns.items[i]));
        return;
    }
    if (!h->joined && !h->whole_row) {
        xy_rope_build(ctx->edits, rope, "%S.*", h->alias);
        return;
    }
    for (uint32_t i = 0; i < h->aliases.count; i++)
        xy_rope_build(ctx->edits, rope, i ? ", %S" : "%S", h->aliases.items[i]);
}

static void write_order(xy_context *ctx, const hierarchy *h, xy_rope *rope)
{
    xy_rope_text(ctx->edits, rope, "row_number() OVER (");
    if (h->siblings) {
        xy_nodes items = XY_AS(order_by, h->siblings)->items;
        xy_rope_text(ctx->edits, rope, "ORDER BY ");
        xy_rope_tokens(ctx->edits, rope, items.items[0]->first, items.items[items.count - 1]->last);
    }
    xy_rope_text(ctx->edits, rope, ")");
}

/* ROW of what PRIOR names, in the row at hand. */
static void write_key(xy_context *ctx, const hierarchy *h, xy_rope *rope)
{
    xy_rope_text(ctx->edits, rope, "ROW(");
    bool any = false;
    for (uint32_t i = 0; i < h->priors.count; i++) {
        const xy_node *operand = XY_AS(unary, h->priors.items[i])->operand;
        if (xy_sql_is_pseudo(ctx, xy_sql_bare(operand), "LEVEL"))
            continue;
        xy_rope_build(ctx->edits, rope, any ? ", %n" : "%n", operand);
        any = true;
    }
    xy_rope_text(ctx->edits, rope, ")");
}

static bool is_text(const xy_context *ctx, const xy_node *node)
{
    return xy_sql_family(ctx, node) == XY_FAMILY_VARCHAR || xy_sql_family(ctx, node) == XY_FAMILY_CLOB;
}

static void write_path_step(xy_context *ctx, xy_rope *rope, const extra *e)
{
    if (is_text(ctx, e->value))
        xy_rope_build(ctx->edits, rope, "%n, %n)", e->separator, e->value);
    else
        xy_rope_build(ctx->edits, rope, "%n, %s(%n))", e->separator, xy_pass_runtime(ctx, "to_text"), e->value);
}

static void write_extra_start(xy_context *ctx, xy_rope *rope, const extra *e)
{
    switch (e->kind) {
    case EXTRA_PRIOR: /* a NULL of the right type */ xy_rope_build(ctx->edits, rope, ", nullif(%n, %n) AS %S", e->value, e->value, e->column); break;
    case EXTRA_ROOT: xy_rope_build(ctx->edits, rope, ", %n AS %S", e->value, e->column); break;
    case EXTRA_PATH:
        xy_rope_text(ctx->edits, rope, ", concat(");
        write_path_step(ctx, rope, e);
        xy_rope_build(ctx->edits, rope, " AS %S", e->column);
        break;
    }
}

static void write_extra_step(xy_context *ctx, const hierarchy *h, xy_rope *rope, const extra *e)
{
    if (e->kind == EXTRA_PATH) {
        xy_rope_build(ctx->edits, rope, ", concat(%S.%S, ", h->prior, e->column);
        write_path_step(ctx, rope, e);
    } else {
        xy_rope_build(ctx->edits, rope, ", %S.%S", h->prior, e->column);
    }
}

static void write_start(xy_context *ctx, const hierarchy *h, xy_rope *rope)
{
    xy_edits *edits = ctx->edits;
    xy_rope_text(edits, rope, "SELECT ");
    write_row(ctx, h, rope);
    xy_rope_text(edits, rope, ", 1 AS level, ARRAY[");
    write_order(ctx, h, rope);
    xy_rope_text(edits, rope, "] AS xy_path");
    if (h->keys) {
        xy_rope_text(edits, rope, ", ARRAY[");
        write_key(ctx, h, rope);
        xy_rope_text(edits, rope, h->nocycle ? "] AS xy_keys, false AS xy_cycle" : "] AS xy_keys");
    }
    for (uint32_t i = 0; i < h->extras.count; i++)
        write_extra_start(ctx, rope, &h->extras.items[i]);
    xy_rope_text(edits, rope, " FROM ");
    write_source(ctx, h, rope);
    if (h->clause->start_with)
        xy_rope_build(edits, rope, " WHERE %n", h->clause->start_with);
}

/* The row before, with what PRIOR names in it. */
static void write_prior(xy_context *ctx, const hierarchy *h, xy_rope *rope)
{
    xy_edits *edits = ctx->edits;
    xy_str from = h->joined || h->whole_row ? h->tree : h->alias;
    xy_rope_build(edits, rope, "(SELECT %S.level, %S.xy_path", from, from);
    if (h->keys)
        xy_rope_build(edits, rope, ", %S.xy_keys", from);
    for (uint32_t i = 0; i < h->extras.count; i++) {
        const extra *e = &h->extras.items[i];
        if (e->kind == EXTRA_PRIOR)
            xy_rope_build(edits, rope, ", %n AS %S", e->value, e->column);
        else
            xy_rope_build(edits, rope, ", %S.%S", from, e->column);
    }
    for (uint32_t i = 0; i < h->priors.count; i++)
        xy_rope_build(edits, rope, ", %n AS %S", XY_AS(unary, h->priors.items[i])->operand, h->prior_columns.items[i]);
    xy_rope_build(edits, rope, " FROM %S", h->tree);
    if (h->joined || h->whole_row) {
        for (uint32_t i = 0; i < h->aliases.count; i++)
            xy_rope_build(edits, rope, " CROSS JOIN LATERAL (SELECT (%S.%S).*) AS %S", h->tree, h->aliases.items[i], h->aliases.items[i]);
    } else {
        xy_rope_build(edits, rope, " AS %S", h->alias);
    }
    if (h->nocycle && h->keys)
        xy_rope_build(edits, rope, " WHERE NOT %S.xy_cycle", from);
    xy_rope_build(edits, rope, ") AS %S", h->prior);
}

static void write_step(xy_context *ctx, const hierarchy *h, xy_rope *rope)
{
    xy_edits *edits = ctx->edits;
    xy_rope_text(edits, rope, "SELECT ");
    write_row(ctx, h, rope);
    xy_rope_build(edits, rope, ", %S.level + 1, %S.xy_path || ", h->prior, h->prior);
    write_order(ctx, h, rope);
    if (h->keys) {
        xy_rope_build(edits, rope, ", %S.xy_keys || ", h->prior);
        write_key(ctx, h, rope);
        if (h->nocycle) {
            xy_rope_text(edits, rope, ", ");
            write_key(ctx, h, rope);
            xy_rope_build(edits, rope, " = ANY (%S.xy_keys)", h->prior);
        }
    }
    for (uint32_t i = 0; i < h->extras.count; i++)
        write_extra_step(ctx, h, rope, &h->extras.items[i]);
    xy_rope_text(edits, rope, " FROM ");
    write_prior(ctx, h, rope);
    xy_rope_text(edits, rope, " CROSS JOIN ");
    write_source(ctx, h, rope);
    xy_rope_build(edits, rope, " WHERE %o", h->clause->connect_by, XY_PREC_AND);
    if (h->keys && !h->nocycle) {
        xy_rope_build(edits, rope, " AND %s(", xy_pass_runtime(ctx, "connect_by_step"));
        write_key(ctx, h, rope);
        xy_rope_build(edits, rope, " = ANY (%S.xy_keys))", h->prior);
    }
}

/* The finished tree with the columns that the block reads. */
static void write_result(xy_context *ctx, const hierarchy *h, xy_rope *rope)
{
    xy_edits *edits = ctx->edits;
    xy_rope_text(edits, rope, "SELECT *");
    if (h->leaf) /* in depth-first order a row's first child follows it at once */
        xy_rope_build(edits, rope, ", CASE WHEN lead(level) OVER (ORDER BY xy_path) > level THEN 0 ELSE 1 END AS %S", h->leaf_column);
    if (h->cycle_mark)
        xy_rope_build(edits, rope,
                      ", CASE WHEN EXISTS (SELECT 1 FROM %S AS xy_child WHERE xy_child.xy_cycle AND xy_child.level = %S.level + 1 AND "
                      "xy_child.xy_path[1:%S.level] = %S.xy_path) THEN 1 ELSE 0 END AS %S",
                      h->tree, h->tree, h->tree, h->tree, h->cycle_column);
    xy_rope_build(edits, rope, " FROM %S", h->tree);
    if (h->nocycle && h->keys)
        xy_rope_text(edits, rope, " WHERE NOT xy_cycle");
    if (h->ordered)
        xy_rope_text(edits, rope, " ORDER BY xy_path");
}

static void line(xy_context *ctx, const hierarchy *h, xy_rope *rope, const char *indent)
{
    xy_rope_text(ctx->edits, rope, "\n");
    xy_rope_str(ctx->edits, rope, xy_edit_indent(ctx->edits, h->plan->from.items[0]->first));
    xy_rope_text(ctx->edits, rope, indent);
}

static void build(xy_context *ctx, xy_plan *plan)
{
    hierarchies *all = ctx->states[HIERARCHY_STATE];
    hierarchy *h = NULL;
    for (uint32_t i = 0; i < all->list.count; i++)
        if (all->list.items[i]->plan == plan)
            h = all->list.items[i];
    xy_rope rope = {0};
    xy_rope_text(ctx->edits, &rope, "(WITH RECURSIVE ");
    if (h->joined) {
        xy_rope_text(ctx->edits, &rope, "xy_source AS (SELECT ");
        for (uint32_t i = 0; i < h->aliases.count; i++)
            xy_rope_build(ctx->edits, &rope, i ? ", %S" : "%S", h->aliases.items[i]);
        xy_rope_text(ctx->edits, &rope, " FROM ");
        xy_plan_tables(ctx, plan, &rope);
        for (uint32_t i = 0; i < h->join_predicates.count; i++)
            xy_rope_build(ctx->edits, &rope, i ? " AND %o" : " WHERE %o", h->join_predicates.items[i], XY_PREC_AND);
        xy_rope_text(ctx->edits, &rope, "), ");
    }
    xy_rope_build(ctx->edits, &rope, "%S AS (", h->tree);
    line(ctx, h, &rope, "    ");
    write_start(ctx, h, &rope);
    line(ctx, h, &rope, "    ");
    xy_rope_text(ctx->edits, &rope, "UNION ALL");
    line(ctx, h, &rope, "    ");
    write_step(ctx, h, &rope);
    xy_rope_text(ctx->edits, &rope, ")");
    line(ctx, h, &rope, "  ");
    write_result(ctx, h, &rope);
    bool rows = h->joined || h->whole_row;
    xy_rope_build(ctx->edits, &rope, ") AS %S", rows ? h->tree : h->alias);
    for (uint32_t i = 0; rows && i < h->aliases.count; i++)
        xy_rope_build(ctx->edits, &rope, " CROSS JOIN LATERAL (SELECT (%S.%S).*) AS %S", h->tree, h->aliases.items[i], h->aliases.items[i]);
    plan->tables = rope;
    plan->has_tables = true;
    plan->expand_star = plan->expand_star || rows;
}

/* ------------------------------------------------------------------ the pass */

static bool is_simple_source(const xy_node *table)
{
    return table->kind == XY_NODE_TABLE_NAME || table->kind == XY_NODE_DERIVED_TABLE || table->kind == XY_NODE_TABLE_FUNCTION;
}

static bool read_source(xy_context *ctx, hierarchy *h)
{
    xy_plan_aliases(ctx, h->plan->from, &h->aliases);
    const xy_node *first = h->plan->from.items[0];
    h->joined = h->plan->from.count > 1 || !is_simple_source(first);
    h->derived = !h->joined && first->kind != XY_NODE_TABLE_NAME;
    h->alias = h->aliases.count ? h->aliases.items[0] : xy_pass_fresh_name(ctx, "xy_rows");
    h->whole_row = !h->joined && !h->derived && shows_star(h->block);
    if (h->derived && h->aliases.count == 0 && !xy_sql_table_columns(ctx, first, &h->columns)) {
        xy_sql_flag(ctx, first, "inline-view");
        return false;
    }
    if (h->derived && shows_star(h->block)) {
        xy_sql_flag(ctx, &h->block->node, "star");
        return true;
    }
    for (uint32_t i = 0; h->joined && i < h->plan->from.count; i++) {
        if (h->plan->from.items[i]->kind == XY_NODE_DERIVED_TABLE || h->plan->from.items[i]->kind == XY_NODE_TABLE_FUNCTION) {
            xy_sql_flag(ctx, h->plan->from.items[i], "inline-view");
            return false;
        }
    }
    return true;
}

static bool only_aggregates(const xy_context *ctx, const xy_query_block *block)
{
    for (uint32_t i = 0; i < block->items.count; i++) {
        const xy_node *item = block->items.items[i];
        if (item->kind == XY_NODE_SELECT_ITEM && xy_sql_is_aggregate(ctx, xy_sql_bare(XY_AS(select_item, item)->expr)))
            return true;
    }
    return false;
}

void xy_pass_connect_by(xy_context *ctx, xy_node *node)
{
    xy_query_block *block = XY_AS(query_block, node);
    if (!block->hierarchy || block->from.count == 0)
        return;
    if (generate_rows(ctx, block))
        return;
    hierarchies *all = ctx->states[HIERARCHY_STATE];
    if (!all)
        all = ctx->states[HIERARCHY_STATE] = XY_NEW(ctx->arena, hierarchies);
    hierarchy *h = XY_NEW(ctx->arena, hierarchy);
    const xy_select *select = xy_sql_select_of(node);
    h->block = block;
    h->clause = XY_AS(hierarchy, block->hierarchy);
    h->plan = xy_plan_of(ctx, node);
    h->rule = xy_sql_rule(ctx);
    h->tree = XY_STR("xy_tree"); /* inner ones hide outer ones, as they should */
    h->prior = XY_STR("xy_prior");
    h->leaf_column = XY_STR("xy_isleaf");
    h->cycle_column = XY_STR("xy_iscycle");
    h->nocycle = h->clause->nocycle != XY_NO_TOKEN;
    if (select && select->order && XY_AS(order_by, select->order)->siblings != XY_NO_TOKEN)
        h->siblings = select->order;
    h->ordered = h->plan->has_limit || !(block->group_by || (select && select->order && !h->siblings) || only_aggregates(ctx, block));
    if (!read_source(ctx, h))
        return;
    take_join_predicates(ctx, h);
    collect_values(ctx, h);
    h->keys = h->priors.count > 0;
    if (h->siblings)
        xy_edit_delete(ctx->edits, h->siblings->first, h->siblings->last, h->rule);
    h->plan->build = build;
    xy_plan_touch(ctx, h->plan);
    xy_vec_push(ctx->arena, &all->list, h);
}
