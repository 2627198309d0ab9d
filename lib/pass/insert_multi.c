/* INSERT ALL and INSERT FIRST (trap E09) become a chain of WITH queries over one source, or one INSERT when all branches go to one place.
 *
 *   WITH xy_source AS (query), xy_insert_1 AS (INSERT INTO a SELECT … FROM xy_source WHERE …) INSERT INTO b SELECT … FROM xy_source WHERE … */
#include "pass/plpgsql.h"
#include "pass/sql.h"

typedef struct target {
    const xy_insert_into *into;
    const xy_node *condition;
    uint32_t branch;
    bool otherwise;
} target;

typedef struct multi {
    xy_context *ctx;
    xy_insert_multi *node;
    XY_VEC(target) targets;
    bool one_row;      /* FROM dual: no source is needed */
    xy_node *sequence; /* s.NEXTVAL, when all branches take the row's one value of it, which the source then gives */
} multi;

static void collect(multi *m)
{
    for (uint32_t i = 0; i < m->node->branches.count; i++) {
        const xy_insert_branch *branch = XY_AS(insert_branch, m->node->branches.items[i]);
        for (uint32_t j = 0; j < branch->intos.count; j++) {
            target t = {XY_AS(insert_into, branch->intos.items[j]), branch->condition, i, false};
            xy_vec_push(m->ctx->arena, &m->targets, t);
        }
    }
    for (uint32_t i = 0; i < m->node->otherwise.count; i++) {
        target t = {XY_AS(insert_into, m->node->otherwise.items[i]), NULL, m->node->branches.count, true};
        xy_vec_push(m->ctx->arena, &m->targets, t);
    }
}

static bool is_one_row(const multi *m)
{
    const xy_select *select = XY_AS(select, m->node->query);
    if (select->body->kind != XY_NODE_QUERY_BLOCK || select->with)
        return false;
    const xy_query_block *block = XY_AS(query_block, select->body);
    if (block->from.count != 1 || !xy_sql_is_dual(m->ctx, block->from.items[0]) || block->where || block->hierarchy || block->items.count != 1)
        return false;
    const xy_node *item = block->items.items[0];
    if (item->kind == XY_NODE_SELECT_ITEM && XY_AS(select_item, item)->alias != XY_NO_TOKEN)
        return false; /* the branches may name it */
    const xy_node *expr = item->kind == XY_NODE_SELECT_ITEM ? XY_AS(select_item, item)->expr : item;
    return expr->kind == XY_NODE_STAR || expr->kind == XY_NODE_NUMBER_LITERAL || expr->kind == XY_NODE_NULL_LITERAL || expr->kind == XY_NODE_STRING_LITERAL;
}

static bool same_place(const multi *m, const target *a, const target *b)
{
    const xy_source *source = m->ctx->source;
    if (!xy_node_equal(source, a->into->target, source, b->into->target) || a->into->columns.count != b->into->columns.count)
        return false;
    for (uint32_t i = 0; i < a->into->columns.count; i++)
        if (!xy_node_equal(source, a->into->columns.items[i], source, b->into->columns.items[i]))
            return false;
    return a->into->values && b->into->values;
}

static bool one_place(const multi *m)
{
    for (uint32_t i = 1; i < m->targets.count; i++)
        if (!same_place(m, &m->targets.items[0], &m->targets.items[i]))
            return false;
    return m->targets.count > 0 && m->targets.items[0].into->values;
}

static void write_head(multi *m, xy_rope *rope, const target *t)
{
    xy_edits *edits = m->ctx->edits;
    xy_rope_build(edits, rope, "INSERT INTO %n", t->into->target);
    for (uint32_t i = 0; i < t->into->columns.count; i++)
        xy_rope_build(edits, rope, i ? ", %S" : " (%S", xy_pass_target_name(m->ctx, xy_sql_last_part(m->ctx, t->into->columns.items[i])));
    xy_rope_text(edits, rope, t->into->columns.count ? ")" : "");
}

static void write_condition(multi *m, xy_rope *rope, const target *t)
{
    xy_edits *edits = m->ctx->edits;
    bool any = false;
    bool first = m->node->mode == XY_INSERT_MULTI_MODE_FIRST;
    for (uint32_t i = 0; (first || t->otherwise) && i < t->branch && i < m->node->branches.count; i++) {
        xy_rope_build(edits, rope, any ? " AND (%n) IS NOT TRUE" : " WHERE (%n) IS NOT TRUE", XY_AS(insert_branch, m->node->branches.items[i])->condition);
        any = true;
    }
    if (t->condition)
        xy_rope_build(edits, rope, any ? " AND %o" : " WHERE %o", t->condition, any || first ? XY_PREC_AND : XY_PREC_ANY);
}

static void write_values(multi *m, xy_rope *rope, const target *t)
{
    xy_edits *edits = m->ctx->edits;
    if (!t->into->values) {
        xy_rope_text(edits, rope, "*");
        return;
    }
    const xy_row *row = XY_AS(row, XY_AS(values, t->into->values)->rows.items[0]);
    for (uint32_t i = 0; i < row->items.count; i++)
        xy_rope_build(edits, rope, i ? ", %n" : "%n", row->items.items[i]);
}

static void write_select(multi *m, xy_rope *rope, const target *t)
{
    xy_rope_text(m->ctx->edits, rope, "SELECT ");
    write_values(m, rope, t);
    if (!m->one_row || m->sequence)
        xy_rope_text(m->ctx->edits, rope, " FROM xy_source");
    write_condition(m, rope, t);
}

static void line(multi *m, xy_rope *rope)
{
    xy_rope_text(m->ctx->edits, rope, "\n");
    xy_rope_str(m->ctx->edits, rope, xy_edit_indent(m->ctx->edits, m->node->node.first));
}

static bool has_source(const multi *m)
{
    return !m->one_row || m->sequence;
}

static void write_source(multi *m, xy_rope *rope)
{
    xy_edits *edits = m->ctx->edits;
    if (!m->sequence) {
        xy_rope_build(edits, rope, "xy_source AS (%n)", m->node->query);
        return;
    }
    xy_rope_build(edits, rope, "xy_source AS (SELECT %s%S AS xy_nextval", m->one_row ? "" : "xy_row.*, ", xy_sequence_call(m->ctx, m->sequence, true));
    if (!m->one_row)
        xy_rope_build(edits, rope, " FROM (%n) xy_row", m->node->query);
    xy_rope_text(edits, rope, ")");
}

/* One INSERT of all branches: the row count is Oracle's. */
static void write_union(multi *m, xy_rope *rope)
{
    if (has_source(m)) {
        xy_rope_text(m->ctx->edits, rope, "WITH ");
        write_source(m, rope);
        line(m, rope);
    }
    write_head(m, rope, &m->targets.items[0]);
    for (uint32_t i = 0; i < m->targets.count; i++) {
        line(m, rope);
        xy_rope_text(m->ctx->edits, rope, i ? "UNION ALL " : "");
        write_select(m, rope, &m->targets.items[i]);
    }
}

/* The count of all rows, for SQL%ROWCOUNT: the last INSERT is a WITH query too, and a SELECT adds the counts up. */
static void write_total(multi *m, xy_rope *rope, xy_str variable)
{
    xy_edits *edits = m->ctx->edits;
    line(m, rope);
    xy_rope_text(edits, rope, "SELECT ");
    for (uint32_t i = 0; i < m->targets.count; i++)
        xy_rope_format(edits, rope, i ? " + (SELECT count(*) FROM xy_insert_%u)" : "(SELECT count(*) FROM xy_insert_%u)", i + 1);
    xy_rope_build(edits, rope, " INTO %S", variable);
}

static void write_chain(multi *m, xy_rope *rope, xy_str count)
{
    xy_edits *edits = m->ctx->edits;
    bool counted = count.length > 0;
    xy_rope_text(edits, rope, "WITH ");
    if (has_source(m)) {
        write_source(m, rope);
        xy_rope_text(edits, rope, counted || m->targets.count > 1 ? "," : "");
    }
    for (uint32_t i = 0; i < m->targets.count; i++) {
        bool named = counted || i + 1 < m->targets.count, more = i + (counted ? 1 : 2) < m->targets.count;
        line(m, rope);
        if (named)
            xy_rope_format(edits, rope, "xy_insert_%u AS (", i + 1);
        write_head(m, rope, &m->targets.items[i]);
        xy_rope_text(edits, rope, " ");
        write_select(m, rope, &m->targets.items[i]);
        xy_rope_text(edits, rope, counted ? " RETURNING 1" : "");
        xy_rope_text(edits, rope, !named ? "" : more ? ")," : ")");
    }
    if (counted)
        write_total(m, rope, count);
}

/* A variable for the number of rows, when the code reads it. */
static xy_str count_variable(multi *m, xy_node *node)
{
    const xy_body *body = xy_plpgsql_body(m->ctx, node);
    if (!body || !body->uses_rowcount || m->targets.count < 2)
        return (xy_str){0};
    xy_str variable = xy_plpgsql_temp(m->ctx, node, "xy_count", NULL, "bigint");
    xy_rope value = {0};
    xy_rope_str(m->ctx->edits, &value, variable);
    xy_plpgsql_set_rowcount(m->ctx, node, value);
    return variable;
}

/* ---- one value of a sequence for all branches of a row ---- */

typedef struct mentions {
    multi *m;
    xy_node *first; /* s.NEXTVAL */
    bool several, write;
} mentions;

static bool mention(xy_node *node, void *data)
{
    mentions *all = data;
    xy_context *ctx = all->m->ctx;
    bool next;
    if (node->kind != XY_NODE_NAME || !xy_sequence_mention(ctx, node, &next))
        return true;
    if (all->write) {
        xy_rope rope = {0};
        if (xy_same_sequence(ctx, node, all->first)) {
            xy_rope_text(ctx->edits, &rope, "xy_nextval");
            xy_edit_replace_node(ctx->edits, node, XY_LAYER_WRAP, rope, xy_sql_rule(ctx));
        }
    } else if (next) {
        all->several = all->several || (all->first && !xy_same_sequence(ctx, node, all->first));
        all->first = all->first ? all->first : node;
    }
    return true;
}

static void each_mention(mentions *all)
{
    for (uint32_t i = 0; i < all->m->targets.count; i++)
        if (all->m->targets.items[i].into->values)
            xy_sql_walk(all->m->targets.items[i].into->values, mention, all);
}

/* Without conditions each row of the query takes one value. With them Oracle does not say for which rows it takes one: flagged. */
static void share_sequence(multi *m, const xy_node *node)
{
    mentions all = {.m = m};
    bool plain = m->node->mode == XY_INSERT_MULTI_MODE_ALL;
    each_mention(&all);
    if (!all.first || m->targets.count < 2)
        return;
    for (uint32_t i = 0; i < m->targets.count; i++)
        plain = plain && m->targets.items[i].into->values && !m->targets.items[i].condition && !m->targets.items[i].otherwise;
    if (!plain || all.several) {
        xy_sql_flag(m->ctx, node, "sequence");
        return;
    }
    m->sequence = all.first;
    all.write = true;
    each_mention(&all);
}

/* LOG ERRORS has no equivalent: the statement stays, and the pass untouched refuses it. */
static bool logs_errors(const multi *m)
{
    for (uint32_t i = 0; i < m->targets.count; i++)
        if (m->targets.items[i].into->log_errors)
            return true;
    return false;
}

void xy_pass_insert_multi(xy_context *ctx, xy_node *node)
{
    multi *m = XY_NEW(ctx->arena, multi);
    m->ctx = ctx;
    m->node = XY_AS(insert_multi, node);
    m->one_row = is_one_row(m);
    collect(m);
    if (m->targets.count == 0 || logs_errors(m))
        return;
    xy_rope rope = {0};
    share_sequence(m, node);
    if (one_place(m))
        write_union(m, &rope);
    else
        write_chain(m, &rope, count_variable(m, node));
    xy_edit_replace_node(ctx->edits, node, XY_LAYER_OWN, rope, xy_sql_rule(ctx));
}
