/* Outer joins written with (+) become LEFT JOIN (trap E02; SQL Language Reference, "Outer Joins").
 *
 * A table with marked columns is optional: it is joined, on all predicates that mark it, to a tree of tables in which every name of
 * those predicates is visible. Trees are merged by CROSS JOIN where a predicate needs tables of several; the plain predicates stay in
 * WHERE. Tables keep their order as far as that allows; where not, `*` is written out. */
#include "pass/plan.h"

typedef struct joined {
    xy_node *table;
    bool optional, placed, lateral;
    uint64_t needs; /* tables that must be visible before it */
    bool needs_all; /* a name of unknown table: everything else comes first */
    xy_sql_nodes on;
    uint32_t next; /* next table in its tree */
    uint32_t tree;
    bool cross; /* first of a tree that was merged into another */
} joined;

enum { MAX_TABLES = 64, NONE = UINT32_MAX };

typedef struct joins {
    xy_context *ctx;
    xy_plan *plan;
    joined tables[MAX_TABLES];
    uint32_t count;
    uint32_t heads[MAX_TABLES], tails[MAX_TABLES]; /* of each tree */
} joins;

static bool is_mark(const xy_context *ctx, const xy_node *node)
{
    (void)ctx;
    return node->kind == XY_NODE_OUTER_JOIN;
}

/* ---- what a predicate refers to ---- */

typedef struct references {
    joins *joins;
    uint64_t tables, marked;
    bool unknown, unknown_mark;
} references;

static bool enter_reference(xy_node *node, void *data)
{
    references *r = data;
    if (node->kind != XY_NODE_NAME)
        return true;
    bool known;
    int table = xy_sql_table_of(r->joins->ctx, node, r->joins->plan->from, &known);
    bool marked = node->parent && node->parent->kind == XY_NODE_OUTER_JOIN;
    if (table >= 0)
        *(marked ? &r->marked : &r->tables) |= UINT64_C(1) << table;
    else if (marked)
        r->unknown_mark = true;
    else if (!known && !(node->parent && node->parent->kind == XY_NODE_CALL && XY_AS(call, node->parent)->callee == node))
        r->unknown = true;
    return true;
}

static references refer(joins *j, xy_node *node)
{
    references r = {.joins = j};
    xy_sql_walk(node, enter_reference, &r);
    return r;
}

static int only_bit(uint64_t set)
{
    for (int i = 0; i < MAX_TABLES; i++)
        if (set == UINT64_C(1) << i)
            return i;
    return -1;
}

/* Marked columns of unknown table: the one other table, when there are two and the predicate names one of them. */
static int guess_marked(const joins *j, const references *r)
{
    int other = only_bit(r->tables);
    return j->count == 2 && other >= 0 && !r->unknown ? 1 - other : -1;
}

/* Puts a marked predicate to its optional table. False when it cannot be told which that is. */
static bool take_predicate(joins *j, xy_plan_conjunct *conjunct)
{
    if (!xy_sql_any(j->ctx, conjunct->node, true, is_mark))
        return true;
    references r = refer(j, conjunct->node);
    int optional = r.marked ? only_bit(r.marked) : guess_marked(j, &r);
    if (optional < 0 || (r.unknown_mark && r.marked)) {
        xy_sql_flag(j->ctx, conjunct->node, "unknown-table");
        return false;
    }
    joined *table = &j->tables[optional];
    table->optional = true;
    table->needs |= r.tables & ~(UINT64_C(1) << optional);
    table->needs_all = table->needs_all || r.unknown;
    xy_vec_push(j->ctx->arena, &table->on, conjunct->node);
    conjunct->dropped = true;
    return true;
}

/* ---- placing ---- */

static void new_tree(joins *j, uint32_t i)
{
    j->tables[i].placed = true;
    j->tables[i].tree = i;
    j->tables[i].next = NONE;
    j->heads[i] = j->tails[i] = i;
}

/* Appends tree b to tree a. */
static uint32_t merge(joins *j, uint32_t a, uint32_t b)
{
    if (a == b)
        return a;
    j->tables[j->heads[b]].cross = true;
    j->tables[j->tails[a]].next = j->heads[b];
    j->tails[a] = j->tails[b];
    for (uint32_t i = j->heads[b]; i != NONE; i = j->tables[i].next)
        j->tables[i].tree = a;
    j->heads[b] = NONE;
    return a;
}

static bool ready(const joins *j, const joined *table)
{
    for (uint32_t i = 0; i < j->count; i++) {
        bool needed = table->needs >> i & 1;
        bool waits_for_all = table->needs_all && &j->tables[i] != table && !j->tables[i].needs_all;
        if ((needed || waits_for_all) && !j->tables[i].placed)
            return false;
    }
    return true;
}

static void place(joins *j, uint32_t i)
{
    joined *table = &j->tables[i];
    uint32_t tree = NONE;
    for (uint32_t k = 0; k < j->count; k++)
        if (k != i && j->tables[k].placed && (table->needs_all || table->needs >> k & 1))
            tree = tree == NONE ? j->tables[k].tree : merge(j, tree, j->tables[k].tree);
    for (uint32_t k = 0; tree == NONE && k < j->count; k++) /* only constants: joined to whatever is there */
        if (j->tables[k].placed)
            tree = j->tables[k].tree;
    table->placed = true;
    table->tree = tree;
    table->next = NONE;
    j->tables[j->tails[tree]].next = i;
    j->tails[tree] = i;
}

static bool place_all(joins *j)
{
    uint32_t left = 0;
    for (uint32_t i = 0; i < j->count; i++) {
        if (j->tables[i].optional)
            left++;
        else
            new_tree(j, i);
    }
    while (left) {
        uint32_t before = left;
        for (uint32_t i = 0; i < j->count; i++) {
            if (!j->tables[i].placed && ready(j, &j->tables[i])) {
                place(j, i);
                left--;
            }
        }
        if (left == before)
            return false;
    }
    return true;
}

/* ---- writing ---- */

static void write_on(joins *j, xy_rope *rope, const joined *table)
{
    xy_edits *edits = j->ctx->edits;
    if (table->on.count == 0)
        xy_rope_text(edits, rope, " ON true");
    for (uint32_t i = 0; i < table->on.count; i++) {
        xy_rope_text(edits, rope, i ? " AND " : " ON ");
        xy_rope_operand(edits, rope, table->on.items[i], table->on.count > 1 ? XY_PREC_AND : XY_PREC_ANY);
    }
}

static void line_break(joins *j, xy_rope *rope)
{
    uint32_t token = j->plan->from.items[0]->first;
    xy_rope_text(j->ctx->edits, rope, "\n");
    xy_rope_str(j->ctx->edits, rope, xy_edit_indent(j->ctx->edits, token));
    xy_rope_text(j->ctx->edits, rope, "  ");
}

static void write_tables(joins *j)
{
    xy_edits *edits = j->ctx->edits;
    xy_rope *rope = &j->plan->tables;
    uint32_t expected = 0;
    bool first = true;
    for (uint32_t tree = 0; tree < j->count; tree++) {
        if (j->tables[tree].optional || j->heads[tree] == NONE)
            continue;
        for (uint32_t i = j->heads[tree]; i != NONE; i = j->tables[i].next) {
            const joined *table = &j->tables[i];
            j->plan->order_changed = j->plan->order_changed || i != expected++;
            if (i == j->heads[tree]) {
                xy_rope_text(edits, rope, first ? "" : ", ");
                first = false;
            } else {
                line_break(j, rope);
                xy_rope_text(edits, rope, table->optional ? "LEFT JOIN " : "CROSS JOIN ");
            }
            if (table->optional && table->lateral && xy_target_has(j->ctx->target, "collection_lateral"))
                xy_rope_text(edits, rope, "LATERAL ");
            xy_rope_node(edits, rope, table->table);
            if (table->optional)
                write_on(j, rope, table);
        }
    }
    j->plan->has_tables = true;
}

static void collect_tables(joins *j)
{
    j->count = j->plan->from.count;
    for (uint32_t i = 0; i < j->count; i++) {
        joined *table = &j->tables[i];
        table->table = j->plan->from.items[i];
        if (table->table->kind != XY_NODE_TABLE_FUNCTION || XY_AS(table_function, table->table)->outer == XY_NO_TOKEN)
            continue;
        const xy_table_function *function = XY_AS(table_function, table->table); /* TABLE(x)(+) */
        table->optional = table->lateral = true;
        table->needs = refer(j, function->call).tables & ~(UINT64_C(1) << i);
        xy_edit_delete(j->ctx->edits, function->outer, function->outer + 1, xy_sql_rule(j->ctx));
    }
}

static bool has_mark(const xy_context *ctx, const xy_query_block *block)
{
    for (uint32_t i = 0; i < block->from.count; i++)
        if (block->from.items[i]->kind == XY_NODE_TABLE_FUNCTION && XY_AS(table_function, block->from.items[i])->outer != XY_NO_TOKEN)
            return true;
    return block->where && xy_sql_any(ctx, block->where, true, is_mark);
}

void xy_pass_outer_join(xy_context *ctx, xy_node *node)
{
    if (!has_mark(ctx, XY_AS(query_block, node)))
        return;
    xy_plan *plan = xy_plan_of(ctx, node);
    joins *j = XY_NEW(ctx->arena, joins);
    j->ctx = ctx;
    j->plan = plan;
    if (plan->from.count > MAX_TABLES) {
        xy_sql_flag(ctx, node, "too-many-tables");
        return;
    }
    if (plan->from.count < 2) /* nothing to join to: the mark means nothing */
        return;
    collect_tables(j);
    for (uint32_t i = 0; i < plan->conjuncts.count; i++)
        if (!take_predicate(j, &plan->conjuncts.items[i]))
            return;
    bool base = false;
    for (uint32_t i = 0; i < j->count; i++)
        base = base || !j->tables[i].optional;
    if (!base || !place_all(j)) {
        xy_sql_flag(ctx, XY_AS(query_block, node)->where ? XY_AS(query_block, node)->where : node, "cycle");
        return;
    }
    write_tables(j);
    xy_plan_touch(ctx, plan);
}

/* The mark itself goes wherever the predicate ends up. */
void xy_pass_outer_join_mark(xy_context *ctx, xy_node *node)
{
    xy_edit_delete(ctx->edits, XY_AS(outer_join, node)->column->last, node->last, xy_sql_rule(ctx));
}
