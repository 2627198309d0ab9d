/* Changes that a nested subprogram made before it failed: Oracle has made them in the variables themselves, the target hands them back only when the
 * routine returns. It shows where a handler around the call lets the variable be read again. */
#include "pass/flow.h"
#include "pass/nested.h"
#include "pass/sql.h"

/* ---- may it fail after a change? ---- */

/** The only bit of the flow's state: a captured variable has been changed. */
enum { REACHED = 1, CHANGED = 2 };

typedef struct losing {
    const xy_nested_set *set;
    xy_nested *n;
} losing;

static bool loses(xy_context *ctx, const xy_nested_set *set, xy_nested *n);

typedef struct contents {
    xy_context *ctx;
    const losing *of;
    bool changes, callee_loses;
} contents;

static bool look_inside(xy_node *node, void *data)
{
    contents *c = data;
    if (node->kind == XY_NODE_NAME) {
        xy_nested *callee = xy_nested_find(c->of->set, xy_info_of(c->ctx->analysis, node)->symbol);
        c->changes |= xy_nested_writes_at(c->ctx, c->of->n, node);
        if (callee) {
            c->changes |= xy_nested_writes(callee);
            c->callee_loses |= loses(c->ctx, c->of->set, callee);
        }
    }
    return xy_node_each_child(node, look_inside, c);
}

static bool has_parts_in_order(const xy_node *node)
{
    switch (node->kind) {
    case XY_NODE_IF:
    case XY_NODE_CASE_STATEMENT:
    case XY_NODE_LOOP:
    case XY_NODE_WHILE_LOOP:
    case XY_NODE_FOR_LOOP:
    case XY_NODE_CURSOR_LOOP:
    case XY_NODE_ITERATOR_LOOP:
    case XY_NODE_BLOCK:
    case XY_NODE_LABELED:
    case XY_NODE_EXIT:
    case XY_NODE_CONTINUE:
    case XY_NODE_GOTO:
    case XY_NODE_RAISE:
    case XY_NODE_RETURN: return true;
    default: return false;
    }
}

static bool visit(xy_flow *flow, const xy_node *node)
{
    if (node->kind == XY_NODE_ROUTINE || has_parts_in_order(node))
        return false;
    contents c = {.ctx = flow->ctx, .of = flow->data};
    look_inside((xy_node *)node, &c);
    if (xy_sema_effects(flow->ctx->analysis, node) & (XY_EFFECT_RAISES | XY_EFFECT_MAY_FAIL))
        flow->thrown |= flow->state;
    if (c.callee_loses)
        flow->thrown |= CHANGED;
    if (c.changes)
        flow->state |= CHANGED;
    return true;
}

/* While it is asked, a subprogram that calls itself is taken to lose. */
static bool loses(xy_context *ctx, const xy_nested_set *set, xy_nested *n)
{
    if (!xy_nested_writes(n))
        return false;
    if (n->loss == XY_LOSS_UNKNOWN) {
        losing of = {set, n};
        xy_flow flow = {.ctx = ctx, .visit = visit, .data = &of};
        n->loss = XY_LOSS_ASKED;
        xy_flow_body(&flow, xy_plpgsql_body(ctx, n->node), REACHED);
        n->loss = flow.thrown & CHANGED ? XY_LOSS_SOME : XY_LOSS_NONE;
    }
    return n->loss != XY_LOSS_NONE;
}

/* ---- is the variable read after the error? ---- */

typedef struct reading {
    xy_context *ctx;
    const xy_nested_set *set;
    const xy_symbol *variable;
    const xy_node *except; /* what lies in it does not count; may be null */
    bool found;
} reading;

static bool find_reading(xy_node *node, void *data)
{
    reading *r = data;
    if (node == r->except)
        return true;
    if (node->kind == XY_NODE_NAME) {
        const xy_symbol *symbol = xy_info_of(r->ctx->analysis, node)->symbol;
        const xy_nested *callee = xy_nested_find(r->set, symbol);
        r->found |= symbol == r->variable;
        for (uint32_t i = 0; callee && i < callee->captures.count; i++)
            r->found |= callee->captures.items[i].variable == r->variable;
        if (XY_AS(name, node)->parts.count > 1) { /* a field of a record */
            xy_str first = xy_token_name(r->ctx->source, XY_AS(name, node)->parts.items[0], r->ctx->arena);
            r->found |= xy_sema_lookup(r->ctx->analysis, node, &first, 1) == r->variable;
        }
    }
    return !r->found && xy_node_each_child(node, find_reading, r);
}

static bool reads(xy_context *ctx, const xy_nested_set *set, const xy_node *node, const xy_node *except, const xy_symbol *variable)
{
    reading r = {ctx, set, variable, except, false};
    if (node)
        find_reading((xy_node *)node, &r);
    return r.found;
}

static bool is_in(const xy_nodes list, const xy_node *node)
{
    for (uint32_t i = 0; i < list.count; i++)
        if (list.items[i] == node)
            return true;
    return false;
}

static bool raises(xy_context *ctx, const xy_node *statement)
{
    if (statement->kind == XY_NODE_RAISE)
        return true;
    if (statement->kind != XY_NODE_PROCEDURE_CALL)
        return false;
    const xy_node *call = XY_AS(procedure_call, statement)->call;
    const xy_node *name = call->kind == XY_NODE_CALL ? XY_AS(call, call)->callee : call;
    return name->kind == XY_NODE_NAME && xy_str_equal(xy_sql_last_part(ctx, name), XY_STR("RAISE_APPLICATION_ERROR"));
}

/* Does the routine go on behind the handler's block, or return to its caller? */
static bool goes_on(xy_context *ctx, const xy_node *handler, bool *returns)
{
    xy_nodes stmts = XY_AS(handler, handler)->stmts;
    const xy_node *last = stmts.count ? stmts.items[stmts.count - 1] : NULL;
    if (last && raises(ctx, last))
        return false;
    *returns = true;
    return !last || last->kind != XY_NODE_RETURN;
}

static bool is_within(const xy_node *node, const xy_node *outer)
{
    return outer->first <= node->first && node->last <= outer->last;
}

static bool in_loop(const xy_node *node, const xy_node *outer)
{
    for (; node && node != outer; node = node->parent) {
        switch (node->kind) {
        case XY_NODE_LOOP:
        case XY_NODE_WHILE_LOOP:
        case XY_NODE_FOR_LOOP:
        case XY_NODE_CURSOR_LOOP:
        case XY_NODE_ITERATOR_LOOP:
        case XY_NODE_GOTO: return true;
        default: break;
        }
    }
    return false;
}

/* `scope`: what declares the variable. */
static bool block_shows(xy_context *ctx, const xy_nested_set *set, const xy_node *block, const xy_node *scope, const xy_symbol *variable)
{
    xy_nodes handlers = XY_AS(block, block)->handlers;
    bool on = false, returns = false;
    for (uint32_t i = 0; i < handlers.count; i++) {
        if (handlers.items[i]->kind != XY_NODE_HANDLER)
            continue;
        if (reads(ctx, set, handlers.items[i], NULL, variable))
            return true;
        on |= goes_on(ctx, handlers.items[i], &returns);
    }
    bool handed_back = variable->kind == XY_SYM_PARAMETER && variable->mode != XY_MODE_IN;
    if (handed_back)
        return returns;
    return on && block != scope && (in_loop(block, scope) || reads(ctx, set, scope, block, variable));
}

/* Is the variable, changed by the call that then fails, read again? */
static bool call_shows(xy_context *ctx, const xy_nested_set *set, const xy_node *call, const xy_symbol *variable)
{
    const xy_node *scope = call;
    while (scope->parent && !is_within(variable->node, scope))
        scope = scope->parent;
    for (const xy_node *node = call; node != scope && node->parent; node = node->parent) {
        const xy_node *parent = node->parent;
        if (parent->kind == XY_NODE_BLOCK && is_in(XY_AS(block, parent)->stmts, node) && block_shows(ctx, set, parent, scope, variable))
            return true;
    }
    return false;
}

typedef struct calls {
    xy_context *ctx;
    const xy_nested_set *set;
    const xy_nested *n;
} calls;

static bool check_call(xy_node *node, void *data)
{
    const calls *c = data;
    if (node->kind == XY_NODE_NAME && xy_nested_find(c->set, xy_info_of(c->ctx->analysis, node)->symbol) == c->n) {
        for (uint32_t i = 0; i < c->n->captures.count; i++) {
            const xy_symbol *variable = c->n->captures.items[i].variable;
            if (!c->n->captures.items[i].written || !call_shows(c->ctx, c->set, node, variable))
                continue;
            xy_pass_flag(c->ctx, node, "writes-lost", "name", xy_arena_copy(c->ctx->arena, variable->name.data, variable->name.length), NULL);
            break;
        }
    }
    return xy_node_each_child(node, check_call, data);
}

void xy_nested_check_loss(xy_context *ctx, const xy_nested_set *set, xy_nested *n)
{
    if (loses(ctx, set, n))
        check_call(ctx->unit->tree, &(calls){ctx, set, n});
}
