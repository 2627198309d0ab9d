/* SQL%ROWCOUNT and its kin (trap F05): a variable of the body that is set behind each SQL statement (`plsql-rowcount`) and read in their place
 * (`plsql-sql-attribute`).
 *
 * Oracle's implicit cursor is that of the session: after a call it tells of the last SQL statement of the callee, at the start of a routine of
 * the caller's, and after a statement that failed there are no rows. Which of these an attribute may read is found by following the body;
 * the last is kept by setting the variable before such statements, the others are flagged. */
#include "pass/flow.h"
#include "pass/sql.h"

#include "syntax/keyword.h"

/** Whose statement was the last one. No bit: the place is never reached. */
enum { NONE = 1, OWN = 2, FOREIGN = 4, FAILED = 8 };

/** Of one unit. */
typedef struct counts {
    unsigned char *reads;            /* by id of an attribute: what it may read */
    XY_VEC(const xy_body *) bodies;  /* that were followed */
    XY_VEC(const xy_body *) failing; /* of these, where an attribute may read what a failed statement left */
    bool reads_failed;               /* so in the body that is being followed */
} counts;

/* Does the routine run SQL statements, so that the session's implicit cursor is another one after it? */
static bool runs_sql(const xy_symbol *symbol)
{
    enum {
        SQL = XY_EFFECT_READS | XY_EFFECT_WRITES | XY_EFFECT_DYNAMIC | XY_EFFECT_AUTONOMOUS | XY_EFFECT_COMMITS | XY_EFFECT_ROLLS_BACK | XY_EFFECT_UNKNOWN_CALL
    };
    return symbol && (symbol->effects & SQL);
}

static bool visit_expression(xy_flow *flow, const xy_node *node)
{
    xy_flow_children(flow, node);
    const xy_symbol *callee = xy_flow_callee(flow, node);
    if (!xy_info_of(flow->ctx->analysis, node)->in_sql && runs_sql(callee))
        flow->state = FOREIGN;
    flow->thrown |= flow->state;
    return true;
}

static bool visit_attribute(xy_flow *flow, const xy_node *node)
{
    counts *c = flow->data;
    if (!xy_plpgsql_is_implicit_cursor(flow->ctx, XY_AS(cursor_attribute, node)->cursor)
        || xy_plpgsql_word_is(flow->ctx, XY_AS(cursor_attribute, node)->attribute, "ISOPEN"))
        return true;
    c->reads[node->id] |= (unsigned char)flow->state;
    c->reads_failed |= (flow->state & FAILED) != 0;
    return true;
}

static bool own_statement(xy_flow *flow)
{
    flow->thrown |= flow->state | FAILED;
    flow->state = OWN;
    return true;
}

static bool visit(xy_flow *flow, const xy_node *node)
{
    switch (node->kind) {
    case XY_NODE_CURSOR_ATTRIBUTE: return visit_attribute(flow, node);
    case XY_NODE_SELECT: return xy_plpgsql_statement(flow->ctx, node) != node || own_statement(flow); /* else a cursor's or a loop's query */
    case XY_NODE_INSERT:
    case XY_NODE_INSERT_MULTI:
    case XY_NODE_UPDATE:
    case XY_NODE_DELETE:
    case XY_NODE_MERGE:
    case XY_NODE_COMMIT:
    case XY_NODE_ROLLBACK: return own_statement(flow);
    case XY_NODE_EXECUTE_IMMEDIATE: xy_flow_children(flow, node); return own_statement(flow);
    case XY_NODE_NAME:
    case XY_NODE_FIELD:
    case XY_NODE_CALL: return visit_expression(flow, node);
    default: return false;
    }
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
    xy_flow flow = {.ctx = ctx, .visit = visit, .data = c};
    c->reads_failed = false;
    xy_flow_body(&flow, body, body->kind == XY_BODY_ANONYMOUS ? NONE : FOREIGN);
    if (c->reads_failed)
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
