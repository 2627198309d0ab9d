/* PIVOT and UNPIVOT (trap E07).
 *
 * PIVOT groups by all columns that it does not name: it becomes a grouped inline view with FILTER on each aggregate. UNPIVOT becomes a
 * lateral VALUES list, without the rows that have no value unless INCLUDE NULLS is given. */
#include "pass/quotient.h"
#include "pass/sql.h"

static xy_node *expr_of(const xy_node *item)
{
    return item->kind == XY_NODE_SELECT_ITEM ? XY_AS(select_item, item)->expr : (xy_node *)(uintptr_t)item;
}

typedef struct uses {
    xy_context *ctx;
    xy_sql_names names;
} uses;

static bool enter_use(xy_node *node, void *data)
{
    uses *u = data;
    if (node->kind == XY_NODE_NAME && !(node->parent && node->parent->kind == XY_NODE_CALL && XY_AS(call, node->parent)->callee == node)) {
        xy_str name = xy_sql_last_part(u->ctx, node);
        xy_vec_push(u->ctx->arena, &u->names, name);
    }
    return true;
}

static bool holds(const xy_sql_names *names, xy_str name)
{
    for (uint32_t i = 0; i < names->count; i++)
        if (xy_str_equal(names->items[i], name))
            return true;
    return false;
}

static xy_str target_alias(xy_context *ctx, const xy_node *node, const char *stem)
{
    uint32_t as, alias = xy_sql_alias_token(node, &as);
    return alias != XY_NO_TOKEN ? xy_pass_target_name(ctx, xy_token_name(ctx->source, alias, ctx->arena)) : xy_pass_fresh_name(ctx, stem);
}

/* Name of a source column in front of the tables inside the parentheses: they have an alias of their own there, or none is needed. */
static void source_of(xy_context *ctx, xy_rope *rope, const xy_node *table)
{
    xy_rope_node(ctx->edits, rope, table);
}

/* ------------------------------------------------------------------ PIVOT */

/* Values of one IN item: one, or as many as there are columns. */
static xy_nodes values_of(xy_node **single, const xy_node *item)
{
    xy_node *expr = expr_of(item);
    xy_node *bare = xy_sql_bare(expr);
    if (bare->kind == XY_NODE_ROW)
        return XY_AS(row, bare)->items;
    *single = bare;
    return (xy_nodes){single, 1};
}

/* Oracle names a column after the value as it is written when there is no alias: 'A', 1. */
static xy_str value_name(xy_context *ctx, const xy_node *item)
{
    if (item->kind == XY_NODE_SELECT_ITEM && XY_AS(select_item, item)->alias != XY_NO_TOKEN)
        return xy_token_name(ctx->source, XY_AS(select_item, item)->alias, ctx->arena);
    return xy_sql_text(ctx, expr_of(item));
}

static void write_condition(xy_context *ctx, xy_rope *rope, const xy_pivot *pivot, const xy_node *item)
{
    xy_node *single;
    xy_nodes values = values_of(&single, item);
    for (uint32_t i = 0; i < pivot->columns.count && i < values.count; i++) {
        bool null = xy_sql_is_null_literal(ctx, values.items[i]);
        xy_rope_build(ctx->edits, rope, i ? " AND %n" : "%n", pivot->columns.items[i]);
        if (null)
            xy_rope_text(ctx->edits, rope, " IS NULL");
        else
            xy_rope_build(ctx->edits, rope, " = %o", values.items[i], XY_PREC_OTHER);
    }
}

static bool has_query_values(const xy_pivot *pivot)
{
    for (uint32_t i = 0; i < pivot->values.count; i++) {
        uint16_t kind = expr_of(pivot->values.items[i])->kind;
        if (kind == XY_NODE_SELECT || kind == XY_NODE_SUBQUERY || kind == XY_NODE_OPAQUE || kind == XY_NODE_QUANTIFIED)
            return true;
    }
    return pivot->values.count == 0;
}

void xy_pass_pivot(xy_context *ctx, xy_node *node)
{
    const xy_pivot *pivot = XY_AS(pivot, node);
    if (pivot->xml != XY_NO_TOKEN || has_query_values(pivot)) {
        xy_sql_flag(ctx, node, "xml");
        return;
    }
    uses used = {.ctx = ctx};
    for (uint32_t i = 0; i < pivot->aggregates.count; i++)
        xy_sql_walk(pivot->aggregates.items[i], enter_use, &used);
    for (uint32_t i = 0; i < pivot->columns.count; i++)
        xy_sql_walk(pivot->columns.items[i], enter_use, &used);
    xy_sql_names columns = {0};
    if (!xy_sql_table_columns(ctx, pivot->table, &columns)) {
        xy_sql_flag(ctx, node, "columns");
        return;
    }
    xy_rope rope = {0}, groups = {0};
    bool any = false;
    xy_rope_text(ctx->edits, &rope, "(SELECT ");
    for (uint32_t i = 0; i < columns.count; i++) {
        if (holds(&used.names, columns.items[i]))
            continue;
        xy_str name = xy_pass_target_name(ctx, columns.items[i]);
        xy_rope_build(ctx->edits, &rope, any ? ", %S" : "%S", name);
        xy_rope_build(ctx->edits, &groups, any ? ", %S" : " GROUP BY %S", name);
        any = true;
    }
    for (uint32_t i = 0; i < pivot->values.count; i++) {
        for (uint32_t a = 0; a < pivot->aggregates.count; a++) {
            const xy_select_item *aggregate = XY_AS(select_item, pivot->aggregates.items[a]);
            xy_str name = value_name(ctx, pivot->values.items[i]);
            if (aggregate->alias != XY_NO_TOKEN)
                name = xy_str_format(ctx->arena, "%.*s_%.*s", XY_STR_ARG(name), XY_STR_ARG(xy_token_name(ctx->source, aggregate->alias, ctx->arena)));
            xy_rope filter = {0};
            xy_rope_text(ctx->edits, &filter, " FILTER (WHERE ");
            write_condition(ctx, &filter, pivot, pivot->values.items[i]);
            xy_rope_text(ctx->edits, &filter, ")");
            xy_rope_text(ctx->edits, &rope, any ? ", " : "");
            if (xy_average_is_exact(ctx, aggregate->expr)) {
                xy_average_write(ctx, &rope, aggregate->expr, &filter);
            } else {
                xy_rope_node(ctx->edits, &rope, aggregate->expr);
                for (uint32_t k = 0; k < filter.count; k++)
                    xy_vec_push(ctx->arena, &rope, filter.items[k]);
            }
            xy_rope_build(ctx->edits, &rope, " AS %S", xy_pass_target_name(ctx, name));
            any = true;
        }
    }
    xy_rope_text(ctx->edits, &rope, " FROM ");
    source_of(ctx, &rope, pivot->table);
    for (uint32_t i = 0; i < groups.count; i++)
        xy_vec_push(ctx->arena, &rope, groups.items[i]);
    xy_rope_build(ctx->edits, &rope, ") AS %S", target_alias(ctx, node, "xy_pivot"));
    xy_edit_replace_node(ctx->edits, node, XY_LAYER_OWN, rope, xy_sql_rule(ctx));
}

/* ------------------------------------------------------------------ UNPIVOT */

static bool shows_star(const xy_node *unpivot)
{
    const xy_node *block = xy_node_enclosing(unpivot, XY_NODE_QUERY_BLOCK);
    for (uint32_t i = 0; block && i < XY_AS(query_block, block)->items.count; i++)
        if (expr_of(XY_AS(query_block, block)->items.items[i])->kind == XY_NODE_STAR)
            return true;
    return false;
}

/* One row of VALUES: the names' literals (by default the column's name), then the values. */
static void write_row(xy_context *ctx, xy_rope *rope, const xy_unpivot *unpivot, const xy_unpivot_item *item)
{
    xy_rope_text(ctx->edits, rope, "(");
    for (uint32_t i = 0; i < unpivot->names.count; i++) {
        xy_rope_text(ctx->edits, rope, i ? ", " : "");
        if (i < item->literals.count)
            xy_rope_node(ctx->edits, rope, item->literals.items[i]);
        else {
            xy_buffer name;
            xy_buffer_init(&name, ctx->arena);
            for (uint32_t c = 0; c < item->columns.count; c++) {
                if (c)
                    xy_buffer_add_char(&name, '_');
                xy_buffer_add_str(&name, xy_sql_last_part(ctx, item->columns.items[c]));
            }
            xy_rope_build(ctx->edits, rope, "%S", xy_sql_quote(ctx, xy_buffer_str(&name)));
        }
    }
    for (uint32_t i = 0; i < item->columns.count; i++)
        xy_rope_build(ctx->edits, rope, ", %n", item->columns.items[i]);
    xy_rope_text(ctx->edits, rope, ")");
}

static void write_columns(xy_context *ctx, xy_rope *rope, xy_nodes columns, bool *any)
{
    for (uint32_t i = 0; i < columns.count; i++) {
        xy_rope_build(ctx->edits, rope, *any ? ", %S" : "%S", xy_pass_target_name(ctx, xy_sql_last_part(ctx, columns.items[i])));
        *any = true;
    }
}

void xy_pass_unpivot(xy_context *ctx, xy_node *node)
{
    const xy_unpivot *unpivot = XY_AS(unpivot, node);
    uses used = {.ctx = ctx};
    for (uint32_t i = 0; i < unpivot->values.count; i++)
        for (uint32_t c = 0; c < XY_AS(unpivot_item, unpivot->values.items[i])->columns.count; c++)
            xy_sql_walk(XY_AS(unpivot_item, unpivot->values.items[i])->columns.items[c], enter_use, &used);
    xy_sql_names columns = {0};
    bool known = xy_sql_table_columns(ctx, unpivot->table, &columns), any = false;
    if (!known && shows_star(node))
        xy_sql_flag(ctx, node, "columns");
    xy_rope rope = {0};
    xy_rope_text(ctx->edits, &rope, "(SELECT ");
    for (uint32_t i = 0; known && i < columns.count; i++) {
        if (holds(&used.names, columns.items[i]))
            continue;
        xy_rope_build(ctx->edits, &rope, any ? ", %S" : "%S", xy_pass_target_name(ctx, columns.items[i]));
        any = true;
    }
    if (!known) {
        xy_rope_text(ctx->edits, &rope, "*");
    } else {
        xy_rope_text(ctx->edits, &rope, any ? ", " : "");
        any = false;
        write_columns(ctx, &rope, unpivot->names, &any);
        write_columns(ctx, &rope, unpivot->columns, &any);
    }
    xy_rope_text(ctx->edits, &rope, " FROM ");
    source_of(ctx, &rope, unpivot->table);
    xy_rope_text(ctx->edits, &rope, " CROSS JOIN LATERAL (VALUES ");
    for (uint32_t i = 0; i < unpivot->values.count; i++) {
        xy_rope_text(ctx->edits, &rope, i ? ", " : "");
        write_row(ctx, &rope, unpivot, XY_AS(unpivot_item, unpivot->values.items[i]));
    }
    xy_str rows = xy_pass_fresh_name(ctx, "xy_values");
    xy_rope_build(ctx->edits, &rope, ") AS %S(", rows);
    any = false;
    write_columns(ctx, &rope, unpivot->names, &any);
    write_columns(ctx, &rope, unpivot->columns, &any);
    xy_rope_text(ctx->edits, &rope, ")");
    for (uint32_t i = 0; unpivot->include_nulls == XY_NO_TOKEN && i < unpivot->columns.count; i++)
        xy_rope_build(ctx->edits, &rope, i ? " OR %S.%S IS NOT NULL" : " WHERE %S.%S IS NOT NULL", rows,
                      xy_pass_target_name(ctx, xy_sql_last_part(ctx, unpivot->columns.items[i])));
    xy_rope_build(ctx->edits, &rope, ") AS %S", target_alias(ctx, node, "xy_unpivot"));
    xy_edit_replace_node(ctx->edits, node, XY_LAYER_OWN, rope, xy_sql_rule(ctx));
}
