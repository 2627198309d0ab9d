/* SQL%ROWCOUNT and its kin (trap F05): a variable of the body that is set behind each SQL statement (`plsql-rowcount`) and read in their place
 * (`plsql-sql-attribute`).
 *
 * Oracle's implicit cursor is that of the session: after a call it tells of the last SQL statement of the callee, at the start of a routine of
 * the caller's, and after a statement that failed there are no rows. Which of these an attribute may read is found by following the body;
 * the last is kept by setting the variable before such statements, the others are flagged. */
#include "pass/plpgsql_state.h"
#include "pass/sql.h"

#include "syntax/keyword.h"

/** Whose statement was the last one. No bit: the place is never reached. */
enum { NONE = 1, OWN = 2, FOREIGN = 4, FAILED = 8 };

/** Of one unit. */
typedef struct counts {
    unsigned char *reads;            /* by id of an attribute: what it may read */
    XY_VEC(const xy_body *) bodies;  /* that were followed */
    XY_VEC(const xy_body *) failing; /* of these, where an attribute may read what a failed statement left */
} counts;

typedef struct walk {
    xy_context *ctx;
    counts *counts;
    bool failed;
    unsigned state, thrown, left /* by EXIT */, jumped /* by GOTO */;
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

static void follow_loop(walk *w, const xy_node *node)
{
    unsigned outer = w->left, start = w->state;
    w->left = 0;
    for (int round = 0; round < 2; round++) {
        xy_node_each_child(node, follow_child, w);
        w->state |= start;
    }
    if (node->kind == XY_NODE_LOOP)
        w->state = w->left;
    else
        w->state |= w->left;
    w->left |= outer; /* EXIT may name a loop further out */
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

/* Does the routine run SQL statements, so that the session's implicit cursor is another one after it? */
static bool runs_sql(const xy_symbol *symbol)
{
    enum {
        SQL = XY_EFFECT_READS | XY_EFFECT_WRITES | XY_EFFECT_DYNAMIC | XY_EFFECT_AUTONOMOUS | XY_EFFECT_COMMITS | XY_EFFECT_ROLLS_BACK | XY_EFFECT_UNKNOWN_CALL
    };
    return symbol && (symbol->kind == XY_SYM_PROCEDURE || symbol->kind == XY_SYM_FUNCTION) && (symbol->effects & SQL);
}

static void follow_expression(walk *w, const xy_node *node)
{
    const xy_info *info = xy_info_of(w->ctx->analysis, node);
    xy_node_each_child(node, follow_child, w);
    bool call = node->kind == XY_NODE_CALL || info->is_call || (node->parent && node->parent->kind == XY_NODE_PROCEDURE_CALL);
    const xy_symbol *symbol = info->symbol;
    if (node->kind == XY_NODE_CALL && !symbol)
        symbol = xy_info_of(w->ctx->analysis, XY_AS(call, node)->callee)->symbol;
    if (call && !info->in_sql && runs_sql(symbol)) {
        w->state = FOREIGN;
        w->thrown |= FOREIGN;
    }
}

static void read_attribute(walk *w, const xy_node *node)
{
    if (!xy_plpgsql_is_implicit_cursor(w->ctx, XY_AS(cursor_attribute, node)->cursor)
        || xy_plpgsql_word_is(w->ctx, XY_AS(cursor_attribute, node)->attribute, "ISOPEN"))
        return;
    w->counts->reads[node->id] |= (unsigned char)w->state;
    w->failed |= (w->state & FAILED) != 0;
}

static void own_statement(walk *w)
{
    w->thrown |= w->state | FAILED;
    w->state = OWN;
}

static void leave(walk *w, const xy_node *when, unsigned *where)
{
    if (when)
        follow(w, when);
    *where |= w->state;
    if (!when)
        w->state = 0;
}

static void follow(walk *w, const xy_node *node)
{
    unsigned nowhere = 0;
    switch (node->kind) {
    case XY_NODE_ROUTINE:
    case XY_NODE_CURSOR_DECL:
    case XY_NODE_DATA_TYPE: return;
    case XY_NODE_IF: follow_if(w, node); return;
    case XY_NODE_CASE_STATEMENT: follow_case(w, node); return;
    case XY_NODE_LOOP:
    case XY_NODE_WHILE_LOOP:
    case XY_NODE_FOR_LOOP:
    case XY_NODE_CURSOR_LOOP:
    case XY_NODE_ITERATOR_LOOP: follow_loop(w, node); return;
    case XY_NODE_BLOCK: follow_block(w, node); return;
    case XY_NODE_CURSOR_ATTRIBUTE: read_attribute(w, node); return;
    case XY_NODE_EXIT: leave(w, XY_AS(exit, node)->when, &w->left); return;
    case XY_NODE_CONTINUE: leave(w, XY_AS(continue, node)->when, &w->left); return;
    case XY_NODE_GOTO: leave(w, NULL, &w->jumped); return;
    case XY_NODE_RAISE: leave(w, NULL, &w->thrown); return;
    case XY_NODE_RETURN:
        xy_node_each_child(node, follow_child, w);
        leave(w, NULL, &nowhere);
        return;
    case XY_NODE_LABELED: w->state |= w->jumped; break;
    case XY_NODE_SELECT:
        if (xy_plpgsql_statement(w->ctx, node) == node)
            own_statement(w);
        return; /* a cursor's or loop's query */
    case XY_NODE_INSERT:
    case XY_NODE_INSERT_MULTI:
    case XY_NODE_UPDATE:
    case XY_NODE_DELETE:
    case XY_NODE_MERGE:
    case XY_NODE_COMMIT:
    case XY_NODE_ROLLBACK: own_statement(w); return;
    case XY_NODE_EXECUTE_IMMEDIATE:
        xy_node_each_child(node, follow_child, w);
        own_statement(w);
        return;
    case XY_NODE_NAME:
    case XY_NODE_FIELD:
    case XY_NODE_CALL: follow_expression(w, node); return;
    default: break;
    }
    xy_node_each_child(node, follow_child, w);
    w->thrown |= w->state;
}

/* ---- of a body ---- */

static bool holds(const xy_body *const *list, uint32_t count, const xy_body *body)
{
    for (uint32_t i = 0; i < count; i++)
        if (list[i] == body)
            return true;
    return false;
}

static counts *counts_of(xy_context *ctx, const xy_body *body)
{
    counts *c = ctx->states[XY_STATE_ROWCOUNTS];
    if (!c) {
        c = ctx->states[XY_STATE_ROWCOUNTS] = XY_NEW(ctx->arena, counts);
        c->reads = XY_NEW_ARRAY(ctx->arena, unsigned char, ctx->unit->node_count + 1);
    }
    if (holds(c->bodies.items, c->bodies.count, body))
        return c;
    xy_vec_push(ctx->arena, &c->bodies, body);
    walk w = {.ctx = ctx, .counts = c};
    for (int round = 0; round < 2; round++) { /* a second time for jumps back */
        w.state = body->kind == XY_BODY_ANONYMOUS ? NONE : FOREIGN;
        if (body->block)
            follow(&w, body->block);
        else
            follow_list(&w, XY_AS(create_package_body, body->owner)->stmts);
    }
    if (w.failed)
        xy_vec_push(ctx->arena, &c->failing, body);
    return c;
}

/* ---- the passes ---- */

static void put_before(xy_context *ctx, const xy_node *node, const char *format, xy_str variable)
{
    xy_rope line = {0};
    xy_rope_build(ctx->edits, &line, format, variable);
    xy_plpgsql_before(ctx, node, line);
}

static bool in_block_with_handlers(const xy_node *node)
{
    for (; node; node = node->parent)
        if (node->kind == XY_NODE_BLOCK && XY_AS(block, node)->handlers.count)
            return true;
    return false;
}

static bool reads_failed(xy_context *ctx, const xy_body *body)
{
    const counts *c = counts_of(ctx, body);
    return holds(c->failing.items, c->failing.count, body);
}

void xy_pass_rowcount(xy_context *ctx, xy_node *node)
{
    xy_body *body = xy_plpgsql_body(ctx, node);
    if (!body || !body->uses_rowcount || xy_plpgsql_statement(ctx, node) != node)
        return;
    xy_str variable = xy_plpgsql_rowcount(ctx, body);
    if (reads_failed(ctx, body) && in_block_with_handlers(node))
        put_before(ctx, node, "%S := 0;", variable);
    xy_plpgsql_count_rows(ctx, node, variable);
}

/* COMMIT and ROLLBACK are statements of the implicit cursor too, of no rows. */
void xy_pass_rowcount_end(xy_context *ctx, xy_node *node)
{
    xy_body *body = xy_plpgsql_body(ctx, node);
    xy_rope line = {0};
    if (!body || !body->uses_rowcount || (node->kind == XY_NODE_ROLLBACK && XY_AS(rollback, node)->savepoint != XY_NO_TOKEN))
        return;
    xy_rope_build(ctx->edits, &line, "%S := 0;", xy_plpgsql_rowcount(ctx, body));
    xy_plpgsql_after(ctx, node, XY_AFTER_REST, line);
}

/* A SELECT INTO that finds too many rows has fetched one. */
void xy_pass_rowcount_handler(xy_context *ctx, xy_node *node)
{
    const xy_handler *handler = XY_AS(handler, node);
    xy_body *body = xy_plpgsql_body(ctx, node);
    bool many = false, others = false;
    for (uint32_t i = 0; i < handler->exceptions.count; i++) {
        others |= xy_sql_word(ctx, handler->exceptions.items[i]->first, "OTHERS") || handler->exceptions.count > 1;
        many |= xy_sql_word(ctx, handler->exceptions.items[i]->first, "TOO_MANY_ROWS");
    }
    if (!body || !body->uses_rowcount || !(many || others) || !handler->stmts.count || !reads_failed(ctx, body))
        return;
    put_before(ctx, handler->stmts.items[0], others ? "IF SQLSTATE = 'P0003' THEN\n  %S := 1;\nEND IF;" : "%S := 1;", xy_plpgsql_rowcount(ctx, body));
}

void xy_pass_sql_attribute(xy_context *ctx, xy_node *node)
{
    static const struct {
        const char *word, *test;
        xy_precedence binds;
    } attributes[] = {{"ROWCOUNT", "", XY_PREC_PRIMARY}, {"FOUND", " > 0", XY_PREC_COMPARE}, {"NOTFOUND", " = 0", XY_PREC_COMPARE}};
    const xy_cursor_attribute *attribute = XY_AS(cursor_attribute, node);
    xy_body *body = xy_plpgsql_body(ctx, node);
    xy_rope rope = {0};
    if (!body || !xy_plpgsql_is_implicit_cursor(ctx, attribute->cursor))
        return;
    if (xy_plpgsql_word_is(ctx, attribute->attribute, "ISOPEN")) {
        xy_rope_text(ctx->edits, &rope, "FALSE");
        xy_edit_replace_node(ctx->edits, node, XY_LAYER_OWN, rope, xy_rule_id(ctx->rule));
        return;
    }
    for (size_t i = 0; i < sizeof attributes / sizeof *attributes; i++) {
        if (!xy_plpgsql_word_is(ctx, attribute->attribute, attributes[i].word))
            continue;
        xy_rope_build(ctx->edits, &rope, "%S%s", xy_plpgsql_rowcount(ctx, body), attributes[i].test);
        xy_edit_replace_expr(ctx->edits, node, XY_LAYER_OWN, rope, attributes[i].binds, xy_rule_id(ctx->rule));
        if (counts_of(ctx, body)->reads[node->id] & FOREIGN)
            xy_pass_flag(ctx, node, "foreign", NULL);
    }
}
