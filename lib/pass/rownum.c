/* ROWNUM (trap E01; SQL Language Reference, "ROWNUM Pseudocolumn"): it numbers the rows that pass the WHERE clause of its block, before
 * grouping and ordering.
 *
 * Conditions on it that stand alone in the WHERE clause become LIMIT, inside an inline view when the block groups or orders. The value
 * itself becomes row_number() OVER (), which is computed before ORDER BY too. UPDATE and DELETE choose their rows by ctid (plan.c). */
#include "pass/plan.h"

static bool is_rownum(const xy_context *ctx, const xy_node *node)
{
    return xy_sql_is_pseudo(ctx, node, "ROWNUM");
}

static bool mentions_rownum(const xy_context *ctx, const xy_node *node)
{
    return node && xy_sql_any(ctx, node, true, is_rownum);
}

/* ---- conditions ---- */

/* What a condition lets through: rows up to a bound, all rows, or none. The bound is `value` + `add`, cut to a whole number. */
typedef struct bound {
    enum { UP_TO, ALWAYS, NEVER, IF_TRUE /* condition with 1 for ROWNUM */, OTHER } kind;
    const xy_node *value;
    int add;
    bool equal;
} bound;

static uint8_t mirrored(uint8_t op)
{
    switch (op) {
    case XY_BINARY_OP_LT: return XY_BINARY_OP_GT;
    case XY_BINARY_OP_LE: return XY_BINARY_OP_GE;
    case XY_BINARY_OP_GT: return XY_BINARY_OP_LT;
    case XY_BINARY_OP_GE: return XY_BINARY_OP_LE;
    default: return op;
    }
}

static bound compare(const xy_context *ctx, uint8_t op, const xy_node *value)
{
    int64_t n = 0;
    bool literal = xy_sql_integer(ctx, value, &n);
    switch (op) {
    case XY_BINARY_OP_LE: return (bound){.kind = UP_TO, .value = value};
    case XY_BINARY_OP_LT: return (bound){.kind = UP_TO, .value = value, .add = -1};
    case XY_BINARY_OP_EQ:
        if (literal)
            return n == 1 ? (bound){.kind = UP_TO, .value = value} : (bound){.kind = NEVER};
        return (bound){.kind = UP_TO, .value = value, .equal = true};
    case XY_BINARY_OP_NE: /* the row that would be number n is refused, and so is every later one */
        if (literal)
            return n < 1 ? (bound){.kind = ALWAYS} : (bound){.kind = UP_TO, .value = value, .add = -1};
        return (bound){.kind = OTHER};
    case XY_BINARY_OP_GT: /* when row 1 passes all do, when it does not none does */
        return literal ? (bound){.kind = n < 1 ? ALWAYS : NEVER} : (bound){.kind = IF_TRUE};
    case XY_BINARY_OP_GE: return literal ? (bound){.kind = n <= 1 ? ALWAYS : NEVER} : (bound){.kind = IF_TRUE};
    default: return (bound){.kind = OTHER};
    }
}

static bound read_condition(const xy_context *ctx, const xy_node *node, bound *second)
{
    *second = (bound){.kind = ALWAYS};
    node = xy_sql_bare(node);
    if (node->kind == XY_NODE_BINARY && XY_AS(binary, node)->op >= XY_BINARY_OP_EQ && XY_AS(binary, node)->op <= XY_BINARY_OP_GE) {
        const xy_binary *binary = XY_AS(binary, node);
        if (binary->quantifier != XY_NO_TOKEN)
            return (bound){.kind = OTHER};
        if (is_rownum(ctx, xy_sql_bare(binary->left)) && !mentions_rownum(ctx, binary->right))
            return compare(ctx, binary->op, binary->right);
        if (is_rownum(ctx, xy_sql_bare(binary->right)) && !mentions_rownum(ctx, binary->left))
            return compare(ctx, mirrored(binary->op), binary->left);
    }
    if (node->kind == XY_NODE_BETWEEN && XY_AS(between, node)->not == XY_NO_TOKEN) {
        const xy_between *between = XY_AS(between, node);
        if (is_rownum(ctx, xy_sql_bare(between->operand)) && !mentions_rownum(ctx, between->low) && !mentions_rownum(ctx, between->high)) {
            *second = compare(ctx, XY_BINARY_OP_LE, between->high);
            bound low = compare(ctx, XY_BINARY_OP_GE, between->low);
            return low.kind == IF_TRUE ? (bound){.kind = OTHER} : low;
        }
    }
    return (bound){.kind = OTHER};
}

/* The bound as an expression of LIMIT: a literal, or one that is 0 for NULL and for less. */
static void write_bound(xy_context *ctx, xy_rope *rope, bound b)
{
    xy_edits *edits = ctx->edits;
    int64_t n;
    if (xy_sql_integer(ctx, b.value, &n)) {
        n += b.add;
        xy_rope_format(edits, rope, "%lld", (long long)(n < 0 ? 0 : n));
        return;
    }
    if (b.equal) {
        xy_rope_build(edits, rope, "CASE WHEN %o = 1 THEN 1 ELSE 0 END", b.value, XY_PREC_OTHER);
        return;
    }
    bool whole = xy_sql_integral(ctx, b.value) == XY_INTEGRAL_YES;
    xy_rope_text(edits, rope, "greatest(");
    if (whole)
        xy_rope_operand(edits, rope, b.value, b.add ? XY_PREC_ADD : XY_PREC_ANY);
    else
        xy_rope_build(edits, rope, b.add ? "ceil(%n)" : "floor(%n)", b.value);
    xy_rope_text(edits, rope, b.add ? " - 1, 0)" : ", 0)");
}

static void add_limit(xy_context *ctx, xy_plan *plan, bound b)
{
    xy_rope bound_rope = {0}, whole = {0};
    write_bound(ctx, &bound_rope, b);
    if (plan->has_limit) { /* two limits: the smaller one */
        xy_rope_text(ctx->edits, &whole, "least(");
        for (uint32_t i = 0; i < plan->limit.count; i++)
            xy_vec_push(ctx->arena, &whole, plan->limit.items[i]);
        xy_rope_text(ctx->edits, &whole, ", ");
        for (uint32_t i = 0; i < bound_rope.count; i++)
            xy_vec_push(ctx->arena, &whole, bound_rope.items[i]);
        xy_rope_text(ctx->edits, &whole, ")");
        bound_rope = whole;
    }
    plan->limit = bound_rope;
    plan->has_limit = true;
}

static void take_bound(xy_context *ctx, xy_plan *plan, bound b)
{
    if (b.kind == UP_TO)
        add_limit(ctx, plan, b);
    else if (b.kind == NEVER)
        plan->never = true;
}

static bool refers_to_block(const xy_context *ctx, const xy_plan *plan, const xy_node *value);

static bool take_condition(xy_context *ctx, xy_plan *plan, xy_plan_conjunct *conjunct)
{
    bound second, first = read_condition(ctx, conjunct->node, &second);
    if (first.kind == IF_TRUE)
        return true; /* stays; the ROWNUM in it becomes 1 */
    bool depends = (first.value && refers_to_block(ctx, plan, first.value)) || (second.value && refers_to_block(ctx, plan, second.value));
    if (first.kind == OTHER || depends) {
        xy_sql_flag(ctx, conjunct->node, "condition");
        return false;
    }
    conjunct->dropped = true;
    take_bound(ctx, plan, first);
    take_bound(ctx, plan, second);
    return true;
}

/* LIMIT must not depend on the rows it limits. */
typedef struct dependence {
    const xy_context *ctx;
    const xy_plan *plan;
    bool found;
} dependence;

static bool enter_dependence(xy_node *node, void *data)
{
    dependence *d = data;
    bool known;
    if (node->kind == XY_NODE_NAME && xy_sql_table_of(d->ctx, node, d->plan->from, &known) >= 0)
        d->found = true;
    return true;
}

static bool refers_to_block(const xy_context *ctx, const xy_plan *plan, const xy_node *value)
{
    dependence d = {ctx, plan, false};
    xy_sql_walk((xy_node *)(uintptr_t)value, enter_dependence, &d);
    return d.found;
}

static bool take_conditions(xy_context *ctx, xy_plan *plan)
{
    bool any = false;
    for (uint32_t i = 0; i < plan->conjuncts.count; i++) {
        if (plan->conjuncts.items[i].dropped || !mentions_rownum(ctx, plan->conjuncts.items[i].node))
            continue;
        any = take_condition(ctx, plan, &plan->conjuncts.items[i]) || any;
    }
    return any;
}

/* ---- blocks ---- */

static bool is_aggregate(const xy_context *ctx, const xy_node *node)
{
    return xy_sql_is_aggregate(ctx, node);
}

static bool is_analytic(const xy_context *ctx, const xy_node *node)
{
    (void)ctx;
    return node->kind == XY_NODE_CALL && XY_AS(call, node)->over;
}

static bool has_in_items(const xy_context *ctx, const xy_query_block *block, bool (*test)(const xy_context *, const xy_node *))
{
    for (uint32_t i = 0; i < block->items.count; i++)
        if (xy_sql_any(ctx, block->items.items[i], true, test))
            return true;
    return false;
}

static bool groups(const xy_context *ctx, const xy_query_block *block)
{
    return block->group_by || block->having || has_in_items(ctx, block, is_aggregate);
}

/* Must the rows be counted in an inline view, because the block does something with them before LIMIT would? */
static bool needs_inner(const xy_context *ctx, const xy_query_block *block)
{
    const xy_select *select = xy_sql_select_of(&block->node);
    return groups(ctx, block) || block->quantifier != XY_NO_TOKEN || block->windows.count || has_in_items(ctx, block, is_analytic)
           || (select && (select->order || select->limit) && !(select->order && XY_AS(order_by, select->order)->siblings != XY_NO_TOKEN && !select->limit));
}

static bool rownum_in_list(const xy_context *ctx, const xy_query_block *block)
{
    const xy_select *select = xy_sql_select_of(&block->node);
    return has_in_items(ctx, block, is_rownum) || mentions_rownum(ctx, block->group_by) || (select && mentions_rownum(ctx, select->order));
}

/* A set operation's arm that gets a LIMIT of its own must stand in parentheses. */
static void enclose_arm(xy_context *ctx, xy_node *block)
{
    if (!block->parent || block->parent->kind != XY_NODE_SET_OPERATION)
        return;
    xy_edit_insert_text(ctx->edits, block->first, XY_BEFORE, "(", xy_sql_rule(ctx));
    xy_edit_insert_text(ctx->edits, block->last - 1, XY_AFTER, ")", xy_sql_rule(ctx));
}

void xy_pass_rownum(xy_context *ctx, xy_node *node)
{
    xy_query_block *block = XY_AS(query_block, node);
    bool in_where = block->where && mentions_rownum(ctx, block->where), in_list = rownum_in_list(ctx, block);
    if ((!in_where && !in_list) || block->from.count == 0)
        return;
    if (block->hierarchy && mentions_rownum(ctx, block->hierarchy))
        return; /* a row generator: connect_by.c */
    xy_plan *plan = xy_plan_of(ctx, node);
    if (in_where && take_conditions(ctx, plan))
        xy_plan_touch(ctx, plan);
    if (plan->has_limit && needs_inner(ctx, block)) {
        plan->inner_limit = true;
    } else if (plan->has_limit) {
        enclose_arm(ctx, node);
    }
    if (in_list && groups(ctx, block)) { /* row_number() cannot stand inside an aggregate */
        plan->inner_limit = plan->number_rows = true;
        plan->row_number = xy_pass_fresh_name(ctx, "xy_rownum");
        xy_plan_touch(ctx, plan);
    }
    if (in_list && block->quantifier != XY_NO_TOKEN && plan->has_limit) {
        plan->number_rows = true;
        plan->row_number = xy_pass_fresh_name(ctx, "xy_rownum");
    }
}

/* ---- UPDATE and DELETE ---- */

static bool sets_rownum(const xy_context *ctx, const xy_update *update)
{
    for (uint32_t i = 0; i < update->sets.count; i++)
        if (mentions_rownum(ctx, update->sets.items[i]))
            return true;
    return false;
}

/* UPDATE t SET a = ROWNUM: the numbers come from a numbered copy of the rows' addresses. */
static void number_update(xy_context *ctx, xy_plan *plan, const xy_update *update)
{
    xy_edits *edits = ctx->edits;
    xy_str rows = xy_pass_fresh_name(ctx, "xy_rows"), alias = xy_sql_table_alias(ctx, update->target);
    plan->row_number = xy_str_format(ctx->arena, "%.*s.xy_rownum", XY_STR_ARG(rows));
    xy_rope rope = {0}, where = {0};
    xy_rope_build(edits, &rope, " FROM (SELECT %S.ctid AS xy_ctid, row_number() OVER () AS xy_rownum FROM %n", alias, update->target);
    if (xy_plan_conditions(ctx, plan, &where)) {
        xy_rope_text(edits, &rope, " WHERE ");
        for (uint32_t i = 0; i < where.count; i++)
            xy_vec_push(ctx->arena, &rope, where.items[i]);
    }
    if (plan->has_limit) {
        xy_rope_text(edits, &rope, " LIMIT ");
        for (uint32_t i = 0; i < plan->limit.count; i++)
            xy_vec_push(ctx->arena, &rope, plan->limit.items[i]);
    }
    xy_rope_build(edits, &rope, ") AS %S WHERE %S.ctid = %S.xy_ctid", rows, alias, rows);
    const xy_node *last = update->sets.items[update->sets.count - 1];
    if (update->where)
        xy_edit_replace(edits, last->last, update->where->last, XY_LAYER_OWN, rope, xy_sql_rule(ctx));
    else
        xy_edit_insert(edits, last->last - 1, XY_AFTER, rope, xy_sql_rule(ctx));
}

void xy_pass_rownum_dml(xy_context *ctx, xy_node *node)
{
    bool update = node->kind == XY_NODE_UPDATE;
    bool numbered = update && sets_rownum(ctx, XY_AS(update, node));
    const xy_node *target = update ? XY_AS(update, node)->target : XY_AS(delete, node)->target;
    const xy_node *where = update ? XY_AS(update, node)->where : XY_AS(delete, node)->where;
    if (!numbered && !mentions_rownum(ctx, where))
        return;
    if (target->kind != XY_NODE_TABLE_NAME) {
        xy_sql_flag(ctx, node, "condition");
        return;
    }
    xy_plan *plan = xy_plan_of(ctx, node);
    bool changed = take_conditions(ctx, plan);
    if (numbered)
        number_update(ctx, plan, XY_AS(update, node));
    else if (changed)
        xy_plan_touch(ctx, plan);
}

/* ---- the value ---- */

static xy_node *owner_of(xy_node *node)
{
    for (xy_node *at = node->parent; at; at = at->parent) {
        if (at->kind == XY_NODE_QUERY_BLOCK || at->kind == XY_NODE_UPDATE || at->kind == XY_NODE_DELETE || at->kind == XY_NODE_MERGE)
            return at;
        if (at->kind == XY_NODE_SELECT && XY_AS(select, at)->body->kind == XY_NODE_QUERY_BLOCK)
            return XY_AS(select, at)->body; /* its ORDER BY */
    }
    return NULL;
}

static bool lies_in(const xy_node *node, const xy_node *outer)
{
    return outer && node->first >= outer->first && node->last <= outer->last;
}

void xy_pass_rownum_value(xy_context *ctx, xy_node *node)
{
    if (!is_rownum(ctx, node) || xy_edits_replaces(ctx->edits, node->first, node->last))
        return; /* connect_by.c numbers the rows of its own query */
    xy_node *owner = owner_of(node);
    if (!owner || owner->kind == XY_NODE_MERGE) {
        xy_sql_flag(ctx, node, "condition");
        return;
    }
    xy_plan *plan = xy_plan_of(ctx, owner);
    bool generator = plan->hierarchy && plan->from.count == 1 && plan->has_tables && !plan->build;
    if (generator || (plan->hierarchy && mentions_rownum(ctx, plan->hierarchy)))
        return;                       /* connect_by.c */
    if (lies_in(node, plan->where)) { /* a dropped condition does not come out; in a kept one the first row is meant */
        xy_edit_token(ctx->edits, node->first, "1", xy_sql_rule(ctx));
        return;
    }
    xy_rope rope = {0};
    if (plan->row_number.length)
        xy_rope_str(ctx->edits, &rope, plan->row_number);
    else
        xy_rope_text(ctx->edits, &rope, "row_number() OVER ()");
    if (xy_sql_names_column(node))
        xy_rope_text(ctx->edits, &rope, " AS rownum"); /* the column keeps its name */
    xy_edit_replace_node(ctx->edits, node, XY_LAYER_OWN, rope, xy_sql_rule(ctx));
}
