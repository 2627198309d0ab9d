/* MERGE (trap E08). PostgreSQL has it from version 15, with conditions in WHEN. Before that a chain of WITH queries does the work.
 *
 * DELETE WHERE looks at rows that the statement has updated, with their new values: it becomes a branch of its own before the update,
 * whose condition has the new values in the place of the columns. */
#include "pass/sql.h"

typedef struct merge {
    xy_context *ctx;
    xy_merge *node;
    xy_merge_update *update;
    xy_merge_insert *insert;
    const char *rule;
} merge;

static bool read(xy_context *ctx, xy_node *node, merge *m)
{
    *m = (merge){.ctx = ctx, .node = XY_AS(merge, node), .rule = xy_sql_rule(ctx)};
    for (uint32_t i = 0; i < m->node->branches.count; i++) {
        xy_node *branch = m->node->branches.items[i];
        if (branch->kind == XY_NODE_MERGE_UPDATE)
            m->update = XY_AS(merge_update, branch);
        else if (branch->kind == XY_NODE_MERGE_INSERT)
            m->insert = XY_AS(merge_insert, branch);
    }
    return m->update || m->insert;
}

/* ---- DELETE WHERE sees the new values ---- */

static bool is_target_column(const merge *m, const xy_node *name)
{
    xy_node *tables[] = {m->node->target, m->node->source};
    bool known;
    int table = xy_sql_table_of(m->ctx, name, (xy_nodes){tables, 2}, &known);
    return table == 0 || (table < 0 && !known);
}

static xy_node *new_value(const merge *m, xy_str column)
{
    for (uint32_t i = 0; i < m->update->sets.count; i++) {
        const xy_set_item *item = XY_AS(set_item, m->update->sets.items[i]);
        if (item->targets.count == 1 && xy_str_equal(xy_sql_last_part(m->ctx, item->targets.items[0]), column))
            return item->value;
    }
    return NULL;
}

static bool enter_column(xy_node *node, void *data)
{
    merge *m = data;
    if (node->kind != XY_NODE_NAME || !is_target_column(m, node))
        return true;
    xy_node *value = new_value(m, xy_sql_last_part(m->ctx, node));
    if (!value)
        return true;
    xy_rope rope = {0};
    xy_rope_operand(m->ctx->edits, &rope, value, xy_precedence_needed(node));
    xy_edit_replace_node(m->ctx->edits, node, XY_LAYER_OWN, rope, m->rule);
    return false;
}

static bool sets_from_query(const merge *m)
{
    for (uint32_t i = 0; i < m->update->sets.count; i++)
        if (XY_AS(set_item, m->update->sets.items[i])->targets.count != 1)
            return true;
    return false;
}

/* ---- with MERGE ---- */

static void condition_of(const merge *m, xy_rope *rope, const xy_node *where)
{
    if (where)
        xy_rope_build(m->ctx->edits, rope, " AND %o", XY_AS(where, where)->condition, XY_PREC_AND);
}

/* WHEN [NOT] MATCHED: its last word stands before THEN. */
static uint32_t then_of(const merge *m, const xy_node *branch)
{
    for (uint32_t i = branch->first; i < branch->last; i++)
        if (xy_sql_word(m->ctx, i, "THEN"))
            return i;
    return branch->first;
}

static void keep_merge(merge *m)
{
    xy_edits *edits = m->ctx->edits;
    if (m->update) {
        const xy_node *branch = &m->update->node;
        if (m->update->delete_where) {
            xy_rope rope = {0};
            xy_sql_walk(m->update->delete_where, enter_column, m);
            xy_rope_text(edits, &rope, "WHEN MATCHED");
            condition_of(m, &rope, m->update->where);
            condition_of(m, &rope, m->update->delete_where);
            xy_rope_text(edits, &rope, " THEN DELETE\n");
            xy_rope_str(edits, &rope, xy_edit_indent(edits, branch->first));
            xy_edit_insert(edits, branch->first, XY_BEFORE, rope, m->rule);
            if (sets_from_query(m))
                xy_sql_flag(m->ctx, m->update->delete_where, "delete");
        }
        if (m->update->where) {
            xy_rope rope = {0};
            condition_of(m, &rope, m->update->where);
            xy_edit_insert(edits, xy_token_previous(m->ctx->source, then_of(m, branch)), XY_AFTER, rope, m->rule);
        }
        uint32_t end = m->update->sets.items[m->update->sets.count - 1]->last;
        if (m->update->where || m->update->delete_where)
            xy_edit_delete(edits, xy_token_next(m->ctx->source, end - 1), branch->last, m->rule);
    }
    if (m->insert && m->insert->where) {
        xy_rope rope = {0};
        condition_of(m, &rope, m->insert->where);
        xy_edit_insert(edits, xy_token_previous(m->ctx->source, then_of(m, &m->insert->node)), XY_AFTER, rope, m->rule);
        xy_edit_delete(edits, m->insert->where->first, m->insert->where->last, m->rule);
    }
}

/* ---- without MERGE ---- */

static void write_update(merge *m, xy_rope *rope)
{
    xy_edits *edits = m->ctx->edits;
    xy_nodes sets = m->update->sets;
    xy_rope_build(edits, rope, "UPDATE %n SET ", m->node->target);
    xy_rope_tokens(edits, rope, sets.items[0]->first, sets.items[sets.count - 1]->last);
    xy_rope_build(edits, rope, " FROM %n WHERE %o", m->node->source, m->node->on, XY_PREC_AND);
    condition_of(m, rope, m->update->where);
}

static void write_insert(merge *m, xy_rope *rope)
{
    xy_edits *edits = m->ctx->edits;
    const xy_values *values = XY_AS(values, m->insert->values);
    xy_rope_build(edits, rope, "INSERT INTO %n", m->node->target);
    uint32_t as, alias = xy_sql_alias_token(m->node->target, &as);
    (void)alias;
    for (uint32_t i = 0; i < m->insert->columns.count; i++)
        xy_rope_build(edits, rope, i ? ", %n" : " (%n", m->insert->columns.items[i]);
    xy_rope_text(edits, rope, m->insert->columns.count ? ") SELECT " : " SELECT ");
    const xy_row *row = XY_AS(row, values->rows.items[0]);
    for (uint32_t i = 0; i < row->items.count; i++)
        xy_rope_build(edits, rope, i ? ", %n" : "%n", row->items.items[i]);
    xy_rope_build(edits, rope, " FROM %n WHERE NOT EXISTS (SELECT 1 FROM %n WHERE %n)", m->node->source, m->node->target, m->node->on);
    condition_of(m, rope, m->insert->where);
}

static void without_merge(merge *m)
{
    xy_rope rope = {0};
    xy_edits *edits = m->ctx->edits;
    if (m->update && m->update->delete_where) {
        xy_sql_flag(m->ctx, &m->node->node, "version");
        return;
    }
    if (m->insert && (m->insert->values->kind != XY_NODE_VALUES || XY_AS(values, m->insert->values)->rows.count != 1)) {
        xy_sql_flag(m->ctx, &m->node->node, "version");
        return;
    }
    if (m->update && m->insert) {
        xy_rope_text(edits, &rope, "WITH xy_merged AS (");
        write_update(m, &rope);
        xy_rope_text(edits, &rope, ") ");
        write_insert(m, &rope);
        xy_sql_flag(m->ctx, &m->node->node, "emulated");
    } else if (m->update) {
        write_update(m, &rope);
    } else {
        write_insert(m, &rope);
    }
    uint32_t last = m->node->branches.items[m->node->branches.count - 1]->last;
    xy_edit_replace(edits, m->node->node.first, last, XY_LAYER_OWN, rope, m->rule);
}

void xy_pass_merge(xy_context *ctx, xy_node *node)
{
    merge m;
    if (!read(ctx, node, &m))
        return;
    if (m.node->log_errors) {
        xy_sql_flag(ctx, m.node->log_errors, "log-errors");
        xy_edit_delete(ctx->edits, m.node->log_errors->first, m.node->log_errors->last, m.rule);
    }
    if (xy_target_has(ctx->target, "merge"))
        keep_merge(&m);
    else
        without_merge(&m);
}
