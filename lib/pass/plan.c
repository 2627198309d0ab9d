/* Writes FROM and WHERE clauses after the walk: see plan.h. */
#include "pass/plan.h"

enum { PLAN_STATE = XY_STATE_PLANS };

typedef struct plans {
    XY_VEC(xy_plan *) list;
} plans;

static void add_from(xy_plan *plan, xy_node *owner)
{
    switch (owner->kind) {
    case XY_NODE_QUERY_BLOCK:
        plan->from = XY_AS(query_block, owner)->from;
        plan->where = XY_AS(query_block, owner)->where;
        plan->hierarchy = XY_AS(query_block, owner)->hierarchy;
        break;
    case XY_NODE_UPDATE: plan->where = XY_AS(update, owner)->where; break;
    case XY_NODE_DELETE: plan->where = XY_AS(delete, owner)->where; break;
    default: break;
    }
}

xy_plan *xy_plan_of(xy_context *ctx, xy_node *owner)
{
    plans *all = ctx->states[PLAN_STATE];
    if (!all)
        all = ctx->states[PLAN_STATE] = XY_NEW(ctx->arena, plans);
    for (uint32_t i = all->list.count; i > 0; i--) /* the same block is asked for again at once */
        if (all->list.items[i - 1]->owner == owner)
            return all->list.items[i - 1];
    xy_plan *plan = XY_NEW(ctx->arena, xy_plan);
    plan->owner = owner;
    add_from(plan, owner);
    xy_sql_nodes nodes = {0};
    if (plan->where)
        xy_sql_conjuncts(ctx, XY_AS(where, plan->where)->condition, &nodes);
    for (uint32_t i = 0; i < nodes.count; i++) {
        xy_plan_conjunct conjunct = {nodes.items[i], false};
        xy_vec_push(ctx->arena, &plan->conjuncts, conjunct);
    }
    xy_vec_push(ctx->arena, &all->list, plan);
    return plan;
}

void xy_plan_touch(xy_context *ctx, xy_plan *plan)
{
    if (!plan->changed)
        plan->rule = xy_sql_rule(ctx);
    plan->changed = true;
}

static void append(xy_context *ctx, xy_rope *rope, const xy_rope *more)
{
    for (uint32_t i = 0; i < more->count; i++)
        xy_vec_push(ctx->arena, rope, more->items[i]);
}

void xy_plan_tables(xy_context *ctx, const xy_plan *plan, xy_rope *rope)
{
    if (plan->has_tables)
        append(ctx, rope, &plan->tables);
    else
        xy_rope_tokens(ctx->edits, rope, plan->from.items[0]->first, plan->from.items[plan->from.count - 1]->last);
}

bool xy_plan_conditions(xy_context *ctx, const xy_plan *plan, xy_rope *rope)
{
    bool any = plan->never;
    if (plan->never)
        xy_rope_text(ctx->edits, rope, "false");
    for (uint32_t i = 0; i < plan->conjuncts.count; i++) {
        if (plan->conjuncts.items[i].dropped)
            continue;
        uint32_t end = i;
        while (end + 1 < plan->conjuncts.count && !plan->conjuncts.items[end + 1].dropped)
            end++;
        if (any)
            xy_rope_text(ctx->edits, rope, " AND ");
        if (i == end)
            xy_rope_operand(ctx->edits, rope, plan->conjuncts.items[i].node, any ? XY_PREC_AND : XY_PREC_ANY);
        else /* a run keeps its layout */
            xy_rope_tokens(ctx->edits, rope, plan->conjuncts.items[i].node->first, plan->conjuncts.items[end].node->last);
        any = true;
        i = end;
    }
    return any;
}

static bool any_dropped(const xy_plan *plan)
{
    for (uint32_t i = 0; i < plan->conjuncts.count; i++)
        if (plan->conjuncts.items[i].dropped)
            return true;
    return false;
}

/* A line end and the indentation of the token's line when the token begins its line, else a blank. */
static void break_like(xy_context *ctx, xy_rope *rope, uint32_t token)
{
    xy_str indent = xy_edit_indent(ctx->edits, token);
    if (indent.data + indent.length == xy_token_text(ctx->source, token).data) {
        xy_rope_text(ctx->edits, rope, "\n");
        xy_rope_str(ctx->edits, rope, indent);
    } else {
        xy_rope_text(ctx->edits, rope, " ");
    }
}

/* WHERE … LIMIT …; nothing when there is neither. */
static bool add_where(xy_context *ctx, const xy_plan *plan, xy_rope *rope, bool limit)
{
    xy_rope conditions = {0};
    bool any = xy_plan_conditions(ctx, plan, &conditions);
    if (any) {
        xy_rope_text(ctx->edits, rope, plan->where ? "" : "WHERE ");
        if (plan->where)
            xy_rope_build(ctx->edits, rope, "%t ", plan->where->first);
        append(ctx, rope, &conditions);
    }
    if (limit) {
        if (any && plan->where)
            break_like(ctx, rope, plan->where->first);
        else if (any)
            xy_rope_text(ctx->edits, rope, " ");
        xy_rope_text(ctx->edits, rope, "LIMIT ");
        append(ctx, rope, &plan->limit);
    }
    return any || limit;
}

/* (SELECT * FROM tables WHERE … LIMIT …) AS alias: rows are counted before they are grouped or sorted. Several tables are handed out as
 * whole rows and taken apart again, so that every name outside keeps its meaning. */
static void add_inner_limit(xy_context *ctx, const xy_plan *plan, xy_rope *rope)
{
    xy_edits *edits = ctx->edits;
    bool single = plan->from.count == 1 && plan->from.items[0]->kind != XY_NODE_JOIN && plan->from.items[0]->kind != XY_NODE_PAREN_TABLE;
    xy_sql_names aliases = {0};
    xy_plan_aliases(ctx, plan->from, &aliases);
    xy_rope_text(edits, rope, "(SELECT ");
    for (uint32_t i = 0; !single && i < aliases.count; i++)
        xy_rope_build(edits, rope, i ? ", %S" : "%S", aliases.items[i]);
    if (single)
        xy_rope_text(edits, rope, "*");
    if (plan->number_rows)
        xy_rope_build(edits, rope, ", row_number() OVER () AS %S", plan->row_number);
    xy_rope_text(edits, rope, " FROM ");
    xy_plan_tables(ctx, plan, rope);
    xy_rope where = {0};
    if (add_where(ctx, plan, &where, plan->has_limit)) {
        xy_rope_text(edits, rope, " ");
        append(ctx, rope, &where);
    }
    if (single) {
        xy_rope_build(edits, rope, ") AS %S", aliases.count ? aliases.items[0] : xy_pass_fresh_name(ctx, "xy_rows"));
        return;
    }
    xy_str rows = xy_pass_fresh_name(ctx, "xy_rows");
    xy_rope_build(edits, rope, ") AS %S", rows);
    for (uint32_t i = 0; i < aliases.count; i++)
        xy_rope_build(edits, rope, " CROSS JOIN LATERAL (SELECT (%S.%S).*) AS %S", rows, aliases.items[i], aliases.items[i]);
}

void xy_plan_aliases(xy_context *ctx, xy_nodes tables, xy_sql_names *out)
{
    for (uint32_t i = 0; i < tables.count; i++) {
        xy_node *table = tables.items[i];
        if (table->kind == XY_NODE_JOIN) {
            xy_node *sides[] = {XY_AS(join, table)->left, XY_AS(join, table)->right};
            xy_plan_aliases(ctx, (xy_nodes){sides, 2}, out);
        } else if (table->kind == XY_NODE_PAREN_TABLE) {
            xy_plan_aliases(ctx, (xy_nodes){&XY_AS(paren_table, table)->inner, 1}, out);
        } else {
            xy_str alias = xy_sql_table_alias(ctx, table);
            if (alias.length)
                xy_vec_push(ctx->arena, out, alias);
        }
    }
}

void xy_plan_expand_star(xy_context *ctx, const xy_plan *plan)
{
    const xy_query_block *block = XY_AS(query_block, plan->owner);
    xy_sql_names aliases = {0};
    xy_plan_aliases(ctx, plan->from, &aliases);
    for (uint32_t i = 0; i < block->items.count; i++) {
        xy_node *item = block->items.items[i];
        xy_node *expr = item->kind == XY_NODE_SELECT_ITEM ? XY_AS(select_item, item)->expr : item;
        if (expr->kind != XY_NODE_STAR || XY_AS(star, expr)->qualifier || aliases.count == 0)
            continue;
        xy_rope rope = {0};
        for (uint32_t j = 0; j < aliases.count; j++)
            xy_rope_build(ctx->edits, &rope, j ? ", %S.*" : "%S.*", aliases.items[j]);
        xy_edit_replace_node(ctx->edits, expr, XY_LAYER_OWN, rope, plan->rule);
    }
}

static void write_block(xy_context *ctx, xy_plan *plan)
{
    xy_edits *edits = ctx->edits;
    bool hierarchy = plan->build != NULL;
    if (hierarchy)
        plan->build(ctx, plan);
    if (plan->from.count && (plan->order_changed || plan->expand_star))
        xy_plan_expand_star(ctx, plan);
    uint32_t from = plan->from.count ? plan->from.items[0]->first : XY_NO_TOKEN;
    if (plan->inner_limit || hierarchy) {
        xy_node *end = hierarchy ? plan->hierarchy : plan->where ? plan->where : plan->from.items[plan->from.count - 1];
        xy_rope rope = {0};
        if (plan->inner_limit) {
            add_inner_limit(ctx, plan, &rope);
        } else {
            xy_rope where = {0};
            xy_plan_tables(ctx, plan, &rope);
            if (add_where(ctx, plan, &where, plan->has_limit)) {
                break_like(ctx, &rope, plan->where ? plan->where->first : from);
                append(ctx, &rope, &where);
            }
        }
        xy_edit_replace(edits, from, end->last, XY_LAYER_OWN, rope, plan->rule);
        return;
    }
    if (plan->has_tables) {
        xy_rope rope = {0};
        xy_plan_tables(ctx, plan, &rope);
        xy_edit_replace(edits, from, plan->from.items[plan->from.count - 1]->last, XY_LAYER_OWN, rope, plan->rule);
    }
    if (plan->where && (any_dropped(plan) || plan->has_limit)) {
        xy_rope rope = {0};
        if (add_where(ctx, plan, &rope, plan->has_limit))
            xy_edit_replace_node(edits, plan->where, XY_LAYER_OWN, rope, plan->rule);
        else
            xy_edit_delete(edits, plan->where->first, plan->where->last, plan->rule);
    }
}

/* UPDATE and DELETE have no LIMIT: the rows are chosen by their ctid. */
static void write_dml(xy_context *ctx, xy_plan *plan)
{
    xy_edits *edits = ctx->edits;
    xy_rope rope = {0};
    if (!plan->where || !any_dropped(plan))
        return;
    if (plan->has_limit) {
        const xy_node *target = plan->owner->kind == XY_NODE_UPDATE ? XY_AS(update, plan->owner)->target : XY_AS(delete, plan->owner)->target;
        xy_str alias = xy_sql_table_alias(ctx, target);
        xy_rope where = {0};
        bool has_from = plan->owner->kind != XY_NODE_DELETE || XY_AS(delete, plan->owner)->from != XY_NO_TOKEN; /* else the target is rendered with it */
        xy_rope_build(edits, &rope, "%t %S.ctid = ANY (ARRAY(SELECT %S.ctid %s%n ", plan->where->first, alias, alias, has_from ? "FROM " : "", target);
        add_where(ctx, plan, &where, true);
        append(ctx, &rope, &where);
        xy_rope_text(edits, &rope, "))");
    } else if (!add_where(ctx, plan, &rope, false)) {
        xy_edit_delete(edits, plan->where->first, plan->where->last, plan->rule);
        return;
    }
    xy_edit_replace_node(edits, plan->where, XY_LAYER_OWN, rope, plan->rule);
}

void xy_plan_finish(xy_context *ctx)
{
    plans *all = ctx->states[PLAN_STATE];
    if (!all)
        return;
    ctx->states[PLAN_STATE] = NULL; /* the passes that share the plans all call this */
    for (uint32_t i = 0; i < all->list.count; i++) {
        xy_plan *plan = all->list.items[i];
        if (!plan->changed)
            continue;
        if (plan->owner->kind == XY_NODE_QUERY_BLOCK)
            write_block(ctx, plan);
        else
            write_dml(ctx, plan);
    }
}
