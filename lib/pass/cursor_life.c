/* What may be said of an explicit cursor at each place of a body: closed, open, fetched here or elsewhere. An attribute of a cursor that is not open
 * raises INVALID_CURSOR, and a cursor of a package that is left open goes on in the next call. Both are found by following the body. */
#include "pass/cursor.h"
#include "pass/flow.h"

#include "syntax/keyword.h"

/** Of one cursor in one body; the states are XY_CURSOR_… bits. */
typedef struct life {
    xy_context *ctx;
    const xy_symbol *symbol;
    unsigned char *states; /* by id of an attribute */
} life;

static bool is_this(const life *l, const xy_node *cursor)
{
    return xy_cursor_symbol(l->ctx, cursor) == l->symbol;
}

static unsigned closed(unsigned state)
{
    return state ? XY_CURSOR_CLOSED : 0;
}

/* FOR … IN cursor: open inside, closed however it is left. */
static bool visit_cursor_loop(xy_flow *flow, const xy_node *node)
{
    xy_flow outer = *flow;
    if (!is_this(flow->data, XY_AS(cursor_loop, node)->source))
        return false;
    flow->thrown = flow->left = flow->next = flow->jumped = flow->returned = 0;
    flow->state = XY_CURSOR_OPEN;
    for (int round = 0; round < 3; round++) {
        xy_flow_list(flow, XY_AS(cursor_loop, node)->stmts);
        flow->state |= XY_CURSOR_OPEN | flow->next;
    }
    flow->state = XY_CURSOR_CLOSED;
    flow->thrown = outer.thrown | outer.state | closed(flow->thrown);
    flow->left = outer.left | closed(flow->left);
    flow->next = outer.next | closed(flow->next);
    flow->jumped = outer.jumped | closed(flow->jumped);
    flow->returned = outer.returned | closed(flow->returned);
    return true;
}

/* May the routine open, fetch or close the cursor? */
static bool reaches_cursor(const life *l, const xy_symbol *routine)
{
    enum { OTHERS = XY_EFFECT_READS | XY_EFFECT_FETCHES | XY_EFFECT_PACKAGE_STATE | XY_EFFECT_DYNAMIC | XY_EFFECT_UNKNOWN_CALL };
    bool packaged = l->symbol->owner && l->symbol->owner->kind == XY_SYM_PACKAGE;
    return routine && (l->symbol->is_captured || (packaged && (routine->owner == l->symbol->owner || (routine->effects & OTHERS))));
}

static bool visit_expression(xy_flow *flow, const xy_node *node)
{
    const life *l = flow->data;
    xy_flow_children(flow, node);
    if (reaches_cursor(l, xy_flow_callee(flow, node)) || xy_cursor_is_given(flow->ctx, node, l->symbol))
        flow->state = XY_CURSOR_ELSEWHERE;
    flow->thrown |= flow->state;
    return true;
}

static bool visit_attribute(xy_flow *flow, const xy_node *node)
{
    const life *l = flow->data;
    if (is_this(l, XY_AS(cursor_attribute, node)->cursor))
        l->states[node->id] |= (unsigned char)flow->state;
    flow->thrown |= flow->state;
    return true;
}

static void open_cursor(xy_flow *flow, const xy_node *cursor)
{
    if (is_this(flow->data, cursor))
        flow->state = XY_CURSOR_OPEN;
}

static void close_cursor(xy_flow *flow, const xy_node *cursor)
{
    const life *l = flow->data;
    if (is_this(l, cursor))
        flow->state = XY_CURSOR_CLOSED;
    else if (l->symbol->kind != XY_SYM_CURSOR) /* it may be the same one under another name */
        flow->state |= XY_CURSOR_ELSEWHERE;
}

/* It was open, or the FETCH has failed. */
static void fetch_cursor(xy_flow *flow, const xy_node *cursor)
{
    if (!is_this(flow->data, cursor))
        return;
    unsigned open = flow->state & (XY_CURSOR_OPEN | XY_CURSOR_FETCHED);
    if (flow->state & XY_CURSOR_ELSEWHERE)
        open |= XY_CURSOR_FETCHED;
    flow->state = open || !flow->state ? open : XY_CURSOR_OPEN;
}

/* A statement that may fail before it has done its part, and behind it. */
static bool visit_statement(xy_flow *flow, const xy_node *node, void (*does)(xy_flow *, const xy_node *), const xy_node *cursor)
{
    flow->thrown |= flow->state;
    xy_flow_children(flow, node);
    does(flow, cursor);
    flow->thrown |= flow->state;
    return true;
}

static bool visit(xy_flow *flow, const xy_node *node)
{
    const life *l = flow->data;
    switch (node->kind) {
    case XY_NODE_CURSOR_DECL:
        if (xy_info_of(flow->ctx->analysis, node)->symbol == l->symbol)
            flow->state = XY_CURSOR_CLOSED;
        return true;
    case XY_NODE_CURSOR_LOOP: return visit_cursor_loop(flow, node);
    case XY_NODE_CURSOR_ATTRIBUTE: return visit_attribute(flow, node);
    case XY_NODE_NAME:
    case XY_NODE_FIELD:
    case XY_NODE_CALL: return visit_expression(flow, node);
    case XY_NODE_OPEN: return visit_statement(flow, node, open_cursor, XY_AS(open, node)->cursor);
    case XY_NODE_OPEN_FOR: return visit_statement(flow, node, open_cursor, XY_AS(open_for, node)->cursor);
    case XY_NODE_FETCH: return visit_statement(flow, node, fetch_cursor, XY_AS(fetch, node)->cursor);
    case XY_NODE_CLOSE: return visit_statement(flow, node, close_cursor, XY_AS(close, node)->cursor);
    default: return false;
    }
}

static unsigned state_at_start(xy_context *ctx, const xy_symbol *symbol, const xy_body *body)
{
    bool own = symbol->node && xy_plpgsql_body(ctx, symbol->node) == body && !xy_cursor_is_packaged(symbol);
    bool fresh = symbol->kind == XY_SYM_CURSOR || (symbol->kind == XY_SYM_VARIABLE && !symbol->has_default && !xy_package_is_state(symbol));
    return (own && fresh) || (symbol->kind == XY_SYM_PARAMETER && symbol->mode == XY_MODE_OUT) ? XY_CURSOR_CLOSED : XY_CURSOR_ELSEWHERE;
}

unsigned xy_cursor_life(xy_context *ctx, const xy_symbol *symbol, const xy_body *body, unsigned char *states)
{
    life l = {.ctx = ctx, .symbol = symbol, .states = states};
    xy_flow flow = {.ctx = ctx, .visit = visit, .data = &l};
    xy_flow_body(&flow, body, state_at_start(ctx, symbol, body));
    return flow.returned | flow.state;
}
