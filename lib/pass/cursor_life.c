/* What may be said of an explicit cursor at each place of a body: closed, open, fetched here or elsewhere. An attribute of a cursor that is not open
 * raises INVALID_CURSOR, and a cursor of a package that is left open goes on in the next call. Both are found by following the body. */
#include "pass/cursor.h"

#include "syntax/keyword.h"

/** Of one cursor in one body. `state`, `thrown` …: XY_CURSOR_… bits; no bit: the place is never reached. */
typedef struct walk {
    xy_context *ctx;
    const xy_symbol *symbol;
    unsigned char *states;
    unsigned state, thrown, left /* by EXIT */, next /* by CONTINUE */, jumped /* by GOTO */, returned;
} walk;

static void follow(walk *w, const xy_node *node);

static void follow_list(walk *w, xy_nodes list)
{
    for (uint32_t i = 0; i < list.count; i++)
        follow(w, list.items[i]);
}

static bool follow_child(xy_node *node, void *data)
{
    follow(data, node);
    return true;
}

static bool is_this(const walk *w, const xy_node *cursor)
{
    return xy_cursor_symbol(w->ctx, cursor) == w->symbol;
}

/* Each of the lists alone, from the same state. */
static void branch(walk *w, unsigned start, xy_nodes list, unsigned *end)
{
    w->state = start;
    follow_list(w, list);
    *end |= w->state;
}

static void follow_if(walk *w, const xy_node *node)
{
    const xy_if *i = XY_AS(if, node);
    unsigned end = 0, start = w->state;
    for (uint32_t b = 0; b < i->branches.count; b++) {
        if (i->branches.items[b]->kind != XY_NODE_IF_BRANCH)
            continue;
        w->state = start;
        follow(w, XY_AS(if_branch, i->branches.items[b])->condition);
        start = w->state;
        branch(w, start, XY_AS(if_branch, i->branches.items[b])->stmts, &end);
    }
    branch(w, start, i->otherwise, &end);
    w->state = end;
}

static void follow_case(walk *w, const xy_node *node)
{
    const xy_case_statement *c = XY_AS(case_statement, node);
    unsigned end = 0;
    if (c->operand)
        follow(w, c->operand);
    for (uint32_t b = 0; b < c->branches.count; b++) {
        if (c->branches.items[b]->kind != XY_NODE_CASE_BRANCH)
            continue;
        follow_list(w, XY_AS(case_branch, c->branches.items[b])->conditions);
        unsigned start = w->state;
        branch(w, start, XY_AS(case_branch, c->branches.items[b])->stmts, &end);
        w->state = start;
    }
    branch(w, w->state, c->otherwise, &end);
    w->state = end;
}

/* Three rounds: a bit that one round makes may make another in the next. */
static void follow_rounds(walk *w, const xy_node *node)
{
    unsigned outer = w->left, outer_next = w->next, start = w->state;
    w->left = w->next = 0;
    for (int round = 0; round < 3; round++) {
        xy_node_each_child(node, follow_child, w);
        w->state |= start | w->next;
    }
    if (node->kind == XY_NODE_LOOP)
        w->state = w->left;
    else
        w->state |= w->left;
    w->left |= outer; /* EXIT may name a loop further out */
    w->next |= outer_next;
}

static unsigned closed(unsigned state)
{
    return state ? XY_CURSOR_CLOSED : 0;
}

/* FOR … IN cursor: open inside, closed however it is left. */
static void follow_cursor_loop(walk *w, const xy_node *node)
{
    walk outer = *w;
    if (!is_this(w, XY_AS(cursor_loop, node)->source)) {
        follow_rounds(w, node);
        return;
    }
    w->thrown = w->left = w->next = w->jumped = w->returned = 0;
    w->state = XY_CURSOR_OPEN;
    for (int round = 0; round < 3; round++) {
        follow_list(w, XY_AS(cursor_loop, node)->stmts);
        w->state |= XY_CURSOR_OPEN | w->next;
    }
    w->state = XY_CURSOR_CLOSED;
    w->thrown = outer.thrown | outer.state | closed(w->thrown);
    w->left = outer.left | closed(w->left);
    w->next = outer.next | closed(w->next);
    w->jumped = outer.jumped | closed(w->jumped);
    w->returned = outer.returned | closed(w->returned);
}

static void follow_block(walk *w, const xy_node *node)
{
    const xy_block *b = XY_AS(block, node);
    unsigned outer = w->thrown, end;
    w->thrown = w->state;
    follow_list(w, b->decls);
    follow_list(w, b->stmts);
    end = w->state;
    unsigned thrown = w->thrown;
    for (uint32_t i = 0; i < b->handlers.count; i++)
        if (b->handlers.items[i]->kind == XY_NODE_HANDLER)
            branch(w, thrown, XY_AS(handler, b->handlers.items[i])->stmts, &end);
    w->state = end;
    w->thrown |= outer;
}

/* May the routine open, fetch or close the cursor? */
static bool reaches_cursor(const walk *w, const xy_symbol *routine)
{
    enum { OTHERS = XY_EFFECT_READS | XY_EFFECT_FETCHES | XY_EFFECT_PACKAGE_STATE | XY_EFFECT_DYNAMIC | XY_EFFECT_UNKNOWN_CALL };
    if (!routine || (routine->kind != XY_SYM_PROCEDURE && routine->kind != XY_SYM_FUNCTION))
        return false;
    bool packaged = w->symbol->owner && w->symbol->owner->kind == XY_SYM_PACKAGE;
    return w->symbol->is_captured || (packaged && (routine->owner == w->symbol->owner || (routine->effects & OTHERS)));
}

static void follow_expression(walk *w, const xy_node *node)
{
    const xy_info *info = xy_info_of(w->ctx->analysis, node);
    xy_node_each_child(node, follow_child, w);
    bool call = node->kind == XY_NODE_CALL || info->is_call || (node->parent && node->parent->kind == XY_NODE_PROCEDURE_CALL);
    const xy_symbol *symbol = info->symbol;
    if (node->kind == XY_NODE_CALL && !symbol)
        symbol = xy_info_of(w->ctx->analysis, XY_AS(call, node)->callee)->symbol;
    if ((call && reaches_cursor(w, symbol)) || xy_cursor_is_given(w->ctx, node, w->symbol))
        w->state = XY_CURSOR_ELSEWHERE;
    w->thrown |= w->state;
}

static void leave(walk *w, const xy_node *when, unsigned *where)
{
    if (when)
        follow(w, when);
    *where |= w->state;
    if (!when)
        w->state = 0;
}

static void close(walk *w, const xy_node *cursor)
{
    if (is_this(w, cursor))
        w->state = XY_CURSOR_CLOSED;
    else if (w->symbol->kind != XY_SYM_CURSOR) /* it may be the same one under another name */
        w->state |= XY_CURSOR_ELSEWHERE;
}

/* It was open, or the FETCH has failed. */
static void fetch(walk *w)
{
    unsigned open = w->state & (XY_CURSOR_OPEN | XY_CURSOR_FETCHED);
    if (w->state & XY_CURSOR_ELSEWHERE)
        open |= XY_CURSOR_FETCHED;
    w->state = open || !w->state ? open : XY_CURSOR_OPEN;
}

static void follow(walk *w, const xy_node *node)
{
    switch (node->kind) {
    case XY_NODE_ROUTINE:
    case XY_NODE_DATA_TYPE: return;
    case XY_NODE_CURSOR_DECL: w->state = xy_info_of(w->ctx->analysis, node)->symbol == w->symbol ? XY_CURSOR_CLOSED : w->state; return;
    case XY_NODE_IF: follow_if(w, node); return;
    case XY_NODE_CASE_STATEMENT: follow_case(w, node); return;
    case XY_NODE_LOOP:
    case XY_NODE_WHILE_LOOP:
    case XY_NODE_FOR_LOOP:
    case XY_NODE_ITERATOR_LOOP: follow_rounds(w, node); return;
    case XY_NODE_CURSOR_LOOP: follow_cursor_loop(w, node); return;
    case XY_NODE_BLOCK: follow_block(w, node); return;
    case XY_NODE_EXIT: leave(w, XY_AS(exit, node)->when, &w->left); return;
    case XY_NODE_CONTINUE: leave(w, XY_AS(continue, node)->when, &w->next); return;
    case XY_NODE_GOTO: leave(w, NULL, &w->jumped); return;
    case XY_NODE_RAISE: leave(w, NULL, &w->thrown); return;
    case XY_NODE_RETURN:
        xy_node_each_child(node, follow_child, w);
        leave(w, NULL, &w->returned);
        return;
    case XY_NODE_LABELED: w->state |= w->jumped; break;
    case XY_NODE_CURSOR_ATTRIBUTE:
        if (is_this(w, XY_AS(cursor_attribute, node)->cursor))
            w->states[node->id] |= (unsigned char)w->state;
        w->thrown |= w->state;
        return;
    case XY_NODE_NAME:
    case XY_NODE_FIELD:
    case XY_NODE_CALL: follow_expression(w, node); return;
    default: break;
    }
    w->thrown |= w->state;
    xy_node_each_child(node, follow_child, w);
    if (node->kind == XY_NODE_OPEN && is_this(w, XY_AS(open, node)->cursor))
        w->state = XY_CURSOR_OPEN;
    else if (node->kind == XY_NODE_OPEN_FOR && is_this(w, XY_AS(open_for, node)->cursor))
        w->state = XY_CURSOR_OPEN;
    else if (node->kind == XY_NODE_FETCH && is_this(w, XY_AS(fetch, node)->cursor))
        fetch(w);
    else if (node->kind == XY_NODE_CLOSE)
        close(w, XY_AS(close, node)->cursor);
    w->thrown |= w->state;
}

static unsigned state_at_start(xy_context *ctx, const xy_symbol *symbol, const xy_body *body)
{
    bool own = symbol->node && xy_plpgsql_body(ctx, symbol->node) == body && !xy_cursor_is_packaged(symbol);
    bool fresh = symbol->kind == XY_SYM_CURSOR || (symbol->kind == XY_SYM_VARIABLE && !symbol->has_default && !xy_package_is_state(symbol));
    return (own && fresh) || (symbol->kind == XY_SYM_PARAMETER && symbol->mode == XY_MODE_OUT) ? XY_CURSOR_CLOSED : XY_CURSOR_ELSEWHERE;
}

unsigned xy_cursor_life(xy_context *ctx, const xy_symbol *symbol, const xy_body *body, unsigned char *states)
{
    walk w = {.ctx = ctx, .symbol = symbol, .states = states};
    for (int round = 0; round < 2; round++) { /* a second time for jumps back */
        w.state = state_at_start(ctx, symbol, body);
        if (body->block)
            follow(&w, body->block);
        else
            follow_list(&w, XY_AS(create_package_body, body->owner)->stmts);
    }
    return w.returned | w.state;
}
