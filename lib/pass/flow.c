/* Control flow of a body, followed forwards: see flow.h. */
#include "pass/flow.h"
#include "pass/sql.h"

void xy_flow_list(xy_flow *flow, xy_nodes list)
{
    for (uint32_t i = 0; i < list.count; i++)
        xy_flow_node(flow, list.items[i]);
}

static bool follow_child(xy_node *node, void *data)
{
    xy_flow_node(data, node);
    return true;
}

void xy_flow_children(xy_flow *flow, const xy_node *node)
{
    xy_node_each_child(node, follow_child, flow);
}

/* The list alone, from `start`; where it ends is added to `end`. */
static void branch(xy_flow *flow, unsigned start, xy_nodes list, unsigned *end)
{
    flow->state = start;
    xy_flow_list(flow, list);
    *end |= flow->state;
}

static void follow_if(xy_flow *flow, const xy_node *node)
{
    const xy_if *i = XY_AS(if, node);
    unsigned end = 0, start = flow->state;
    for (uint32_t b = 0; b < i->branches.count; b++) {
        if (i->branches.items[b]->kind != XY_NODE_IF_BRANCH)
            continue;
        flow->state = start;
        xy_flow_node(flow, XY_AS(if_branch, i->branches.items[b])->condition);
        start = flow->state;
        branch(flow, start, XY_AS(if_branch, i->branches.items[b])->stmts, &end);
    }
    branch(flow, start, i->otherwise, &end);
    flow->state = end;
}

static void follow_case(xy_flow *flow, const xy_node *node)
{
    const xy_case_statement *c = XY_AS(case_statement, node);
    unsigned end = 0;
    if (c->operand)
        xy_flow_node(flow, c->operand);
    for (uint32_t b = 0; b < c->branches.count; b++) {
        if (c->branches.items[b]->kind != XY_NODE_CASE_BRANCH)
            continue;
        xy_flow_list(flow, XY_AS(case_branch, c->branches.items[b])->conditions);
        unsigned start = flow->state;
        branch(flow, start, XY_AS(case_branch, c->branches.items[b])->stmts, &end);
        flow->state = start;
    }
    branch(flow, flow->state, c->otherwise, &end);
    flow->state = end;
}

/* Three rounds: a bit that one round makes may make another in the next. */
static void follow_loop(xy_flow *flow, const xy_node *node)
{
    unsigned outer_left = flow->left, outer_next = flow->next, start = flow->state;
    flow->left = flow->next = 0;
    for (int round = 0; round < 3; round++) {
        xy_flow_children(flow, node);
        flow->state |= start | flow->next;
    }
    if (node->kind == XY_NODE_LOOP)
        flow->state = flow->left;
    else
        flow->state |= flow->left;
    flow->left |= outer_left; /* EXIT and CONTINUE may name a loop further out */
    flow->next |= outer_next;
}

static bool takes_all(xy_flow *flow, const xy_node *handler)
{
    xy_nodes exceptions = XY_AS(handler, handler)->exceptions;
    return exceptions.count == 1 && xy_sql_word(flow->ctx, exceptions.items[0]->first, "OTHERS");
}

/* An error that a handler of OTHERS takes does not leave the block; one in a handler does. */
static void follow_block(xy_flow *flow, const xy_node *node)
{
    const xy_block *b = XY_AS(block, node);
    unsigned outer = flow->thrown, end;
    flow->thrown = flow->state;
    xy_flow_list(flow, b->decls);
    xy_flow_list(flow, b->stmts);
    end = flow->state;
    unsigned thrown = flow->thrown, leaving = thrown;
    flow->thrown = 0;
    for (uint32_t i = 0; i < b->handlers.count; i++) {
        if (b->handlers.items[i]->kind != XY_NODE_HANDLER)
            continue;
        leaving = takes_all(flow, b->handlers.items[i]) ? 0 : leaving;
        branch(flow, thrown, XY_AS(handler, b->handlers.items[i])->stmts, &end);
    }
    flow->thrown |= leaving;
    flow->state = end;
    flow->thrown |= outer;
}

/* Goes on at `where`, and here only if there is a condition. */
static void leave(xy_flow *flow, const xy_node *when, unsigned *where)
{
    if (when)
        xy_flow_node(flow, when);
    *where |= flow->state;
    if (!when)
        flow->state = 0;
}

void xy_flow_node(xy_flow *flow, const xy_node *node)
{
    if (flow->visit(flow, node))
        return;
    switch (node->kind) {
    case XY_NODE_ROUTINE:
    case XY_NODE_CURSOR_DECL:
    case XY_NODE_DATA_TYPE: return;
    case XY_NODE_IF: follow_if(flow, node); return;
    case XY_NODE_CASE_STATEMENT: follow_case(flow, node); return;
    case XY_NODE_LOOP:
    case XY_NODE_WHILE_LOOP:
    case XY_NODE_FOR_LOOP:
    case XY_NODE_CURSOR_LOOP:
    case XY_NODE_ITERATOR_LOOP: follow_loop(flow, node); return;
    case XY_NODE_BLOCK: follow_block(flow, node); return;
    case XY_NODE_EXIT: leave(flow, XY_AS(exit, node)->when, &flow->left); return;
    case XY_NODE_CONTINUE: leave(flow, XY_AS(continue, node)->when, &flow->next); return;
    case XY_NODE_GOTO: leave(flow, NULL, &flow->jumped); return;
    case XY_NODE_RAISE: leave(flow, NULL, &flow->thrown); return;
    case XY_NODE_RETURN:
        xy_flow_children(flow, node);
        leave(flow, NULL, &flow->returned);
        return;
    case XY_NODE_LABELED: flow->state |= flow->jumped; break;
    default: break;
    }
    flow->thrown |= flow->state;
    xy_flow_children(flow, node);
    flow->thrown |= flow->state;
}

void xy_flow_body(xy_flow *flow, const xy_body *body, unsigned start)
{
    for (int round = 0; round < 2; round++) { /* a second time for jumps back */
        flow->state = start;
        if (body->block)
            xy_flow_node(flow, body->block);
        else
            xy_flow_list(flow, XY_AS(create_package_body, body->owner)->stmts);
    }
}

const xy_symbol *xy_flow_callee(const xy_flow *flow, const xy_node *node)
{
    const xy_info *info = xy_info_of(flow->ctx->analysis, node);
    bool is_call = node->kind == XY_NODE_CALL || info->is_call || (node->parent && node->parent->kind == XY_NODE_PROCEDURE_CALL);
    const xy_symbol *symbol = info->symbol;
    if (node->kind == XY_NODE_CALL && !symbol)
        symbol = xy_info_of(flow->ctx->analysis, XY_AS(call, node)->callee)->symbol;
    bool routine = symbol && (symbol->kind == XY_SYM_PROCEDURE || symbol->kind == XY_SYM_FUNCTION);
    return is_call && routine ? symbol : NULL;
}
