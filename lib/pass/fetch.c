/* FETCH past the end leaves its variables as they are in Oracle; in PL/pgSQL they become NULL. So the row goes to temporary variables that are
 * copied when there was one:
 *
 *     FETCH c INTO xy_v;
 *     IF FOUND THEN
 *       v := xy_v;
 *     END IF;
 *
 * unless the difference cannot be seen: all that reads the variable runs only when the row was found, or the variable was NULL before. */
#include "pass/cursor.h"

/* ---- where the variable is read ---- */

/* Tokens from which reading is harmless. */
typedef struct region {
    uint32_t first, last;
} region;

typedef struct reading {
    xy_context *ctx;
    const xy_symbol *variable;
    const xy_node *own;   /* the Into of the FETCH */
    XY_VEC(region) found; /* statements that run only when a FETCH has just stored a row into the variable */
    uint32_t fetch;       /* first token of the FETCH */
    bool outside;         /* read where nothing tells that there was a row */
    bool before;          /* mentioned before the FETCH */
    bool jumps;           /* GOTO: what stands before may come after */
} reading;

static const xy_symbol *base_of(const xy_symbol *symbol)
{
    while (symbol && symbol->kind == XY_SYM_FIELD)
        symbol = symbol->owner;
    return symbol;
}

static bool is_inside(const reading *r, const xy_node *node)
{
    for (uint32_t i = 0; i < r->found.count; i++)
        if (node->first >= r->found.items[i].first && node->last <= r->found.items[i].last)
            return true;
    return false;
}

/* A whole variable that a statement stores into is not read there. */
static bool is_stored(const reading *r, const xy_node *node)
{
    return node->parent && node->parent->kind == XY_NODE_INTO && xy_info_of(r->ctx->analysis, node)->symbol == r->variable;
}

static bool visit(xy_node *node, void *data)
{
    reading *r = data;
    if (node == r->own || node->kind == XY_NODE_DATA_TYPE)
        return true;
    r->jumps |= node->kind == XY_NODE_GOTO;
    if (node->kind == XY_NODE_NAME && base_of(xy_info_of(r->ctx->analysis, node)->symbol) == r->variable) {
        r->before |= node->first < r->fetch;
        r->outside |= !is_stored(r, node) && !is_inside(r, node);
    }
    return xy_node_each_child(node, visit, r);
}

/* ---- what the statement behind the FETCH tells ---- */

static bool is_attribute(xy_context *ctx, const xy_node *expr, const xy_symbol *cursor, const char *word)
{
    expr = xy_sql_bare(expr);
    return expr->kind == XY_NODE_CURSOR_ATTRIBUTE && xy_plpgsql_word_is(ctx, XY_AS(cursor_attribute, expr)->attribute, word)
           && xy_cursor_symbol(ctx, XY_AS(cursor_attribute, expr)->cursor) == cursor;
}

/* Does the condition hold whenever the attribute does (joined by OR), or only when it does (AND)? */
static bool tells(xy_context *ctx, const xy_node *expr, const xy_symbol *cursor, const char *word, uint8_t join)
{
    expr = xy_sql_bare(expr);
    if (expr->kind == XY_NODE_BINARY && XY_AS(binary, expr)->op == join)
        return tells(ctx, XY_AS(binary, expr)->left, cursor, word, join) || tells(ctx, XY_AS(binary, expr)->right, cursor, word, join);
    if (expr->kind == XY_NODE_UNARY && xy_plpgsql_word_is(ctx, expr->first, "NOT"))
        return is_attribute(ctx, XY_AS(unary, expr)->operand, cursor, word[0] == 'N' ? "FOUND" : "NOTFOUND");
    return is_attribute(ctx, expr, cursor, word);
}

static bool when_missed(xy_context *ctx, const xy_node *condition, const xy_symbol *cursor)
{
    return tells(ctx, condition, cursor, "NOTFOUND", XY_BINARY_OP_OR);
}

static bool when_found(xy_context *ctx, const xy_node *condition, const xy_symbol *cursor)
{
    return tells(ctx, condition, cursor, "FOUND", XY_BINARY_OP_AND);
}

static bool leaves(xy_nodes stmts)
{
    const xy_node *last = stmts.count ? stmts.items[stmts.count - 1] : NULL;
    return last
           && ((last->kind == XY_NODE_EXIT && !XY_AS(exit, last)->when) || (last->kind == XY_NODE_CONTINUE && !XY_AS(continue, last)->when)
               || last->kind == XY_NODE_RETURN || last->kind == XY_NODE_RAISE);
}

static void add_list(reading *r, xy_nodes list, uint32_t from)
{
    if (from < list.count)
        xy_vec_push(r->ctx->arena, &r->found, ((region){list.items[from]->first, list.items[list.count - 1]->last}));
}

static void by_if(reading *r, const xy_node *node, const xy_symbol *cursor, xy_nodes list, uint32_t next)
{
    const xy_if *i = XY_AS(if, node);
    const xy_node *branch = i->branches.count ? i->branches.items[0] : NULL;
    if (!branch || branch->kind != XY_NODE_IF_BRANCH)
        return;
    const xy_if_branch *first = XY_AS(if_branch, branch);
    if (when_found(r->ctx, first->condition, cursor)) {
        add_list(r, first->stmts, 0);
    } else if (when_missed(r->ctx, first->condition, cursor)) {
        add_list(r, i->branches, 1);
        add_list(r, i->otherwise, 0);
        if (leaves(first->stmts))
            add_list(r, list, next);
    }
}

static const xy_node *bare_statement(const xy_node *statement)
{
    while (statement && statement->kind == XY_NODE_LABELED && XY_AS(labeled, statement)->statement)
        statement = XY_AS(labeled, statement)->statement;
    return statement;
}

static void find_regions(reading *r, const xy_node *fetch, const xy_symbol *cursor)
{
    xy_nodes list;
    uint32_t at;
    if (!xy_plpgsql_list(fetch, &list, &at))
        return;
    const xy_node *next = at + 1 < list.count ? bare_statement(list.items[at + 1]) : NULL;
    if (!next && fetch->parent->kind == XY_NODE_WHILE_LOOP && when_found(r->ctx, XY_AS(while_loop, fetch->parent)->condition, cursor))
        add_list(r, XY_AS(while_loop, fetch->parent)->stmts, 0);
    else if (next && next->kind == XY_NODE_EXIT && XY_AS(exit, next)->when && when_missed(r->ctx, XY_AS(exit, next)->when, cursor))
        add_list(r, list, at + 2);
    else if (next && next->kind == XY_NODE_WHILE_LOOP && when_found(r->ctx, XY_AS(while_loop, next)->condition, cursor))
        add_list(r, XY_AS(while_loop, next)->stmts, 0);
    else if (next && next->kind == XY_NODE_IF)
        by_if(r, next, cursor, list, at + 2);
}

/* Of all FETCHes into the variable. */
static bool visit_fetch(xy_node *node, void *data)
{
    reading *r = data;
    if (node->kind != XY_NODE_FETCH)
        return xy_node_each_child(node, visit_fetch, r);
    xy_nodes targets = XY_AS(into, XY_AS(fetch, node)->into)->targets;
    for (uint32_t i = 0; i < targets.count; i++)
        if (xy_info_of(r->ctx->analysis, targets.items[i])->symbol == r->variable)
            find_regions(r, node, xy_cursor_symbol(r->ctx, XY_AS(fetch, node)->cursor));
    return true;
}

/* ---- may the variable become NULL? ---- */

static bool in_loop(const xy_node *node, const xy_node *owner)
{
    for (; node && node != owner; node = node->parent)
        if (node->kind == XY_NODE_LOOP || node->kind == XY_NODE_WHILE_LOOP || node->kind == XY_NODE_FOR_LOOP || node->kind == XY_NODE_CURSOR_LOOP
            || node->kind == XY_NODE_ITERATOR_LOOP)
            return true;
    return false;
}

static bool starts_null(const xy_symbol *variable)
{
    if (variable->kind == XY_SYM_PARAMETER)
        return variable->mode == XY_MODE_OUT;
    const xy_node *node = variable->node;
    return node && node->kind == XY_NODE_VARIABLE_DECL && !XY_AS(variable_decl, node)->default_ && !xy_record_has_defaults(variable->type);
}

static bool is_unseen(xy_context *ctx, const xy_node *fetch, const xy_node *target)
{
    const xy_body *body = xy_plpgsql_body(ctx, fetch);
    const xy_symbol *variable = base_of(xy_info_of(ctx->analysis, target)->symbol);
    if (!variable || !body || variable->is_captured || (variable->kind != XY_SYM_VARIABLE && variable->kind != XY_SYM_PARAMETER)
        || (variable->owner && variable->owner->kind == XY_SYM_PACKAGE))
        return false;
    reading r = {.ctx = ctx, .variable = variable, .own = XY_AS(fetch, fetch)->into, .fetch = fetch->first};
    find_regions(&r, fetch, xy_cursor_symbol(ctx, XY_AS(fetch, fetch)->cursor));
    visit_fetch((xy_node *)(uintptr_t)body->owner, &r);
    visit((xy_node *)(uintptr_t)body->owner, &r);
    if (!r.outside && (variable->kind == XY_SYM_VARIABLE || variable->mode == XY_MODE_IN))
        return true;
    return starts_null(variable) && !r.before && !r.jumps && !in_loop(fetch, body->owner);
}

/* ---- the copy ---- */

static bool is_record(const xy_type *type)
{
    return type && type->family == XY_FAMILY_RECORD;
}

static xy_str temp_for(xy_context *ctx, const xy_node *fetch, const xy_node *target)
{
    const xy_type *type = xy_place_type(ctx, target);
    if (!type)
        type = xy_info_of(ctx->analysis, target)->type;
    if (is_record(type)) { /* what is stored by a call must have the type of its parameter */
        bool typed = !xy_place_is_plain(ctx, target) && xy_pass_target_type(ctx, type).length;
        return xy_plpgsql_temp(ctx, fetch, "xy_row", typed ? type : NULL, typed ? NULL : "record");
    }
    return xy_plpgsql_temp(ctx, fetch, "xy_value", type, type ? NULL : "text");
}

void xy_fetch_keep(xy_context *ctx, const xy_node *fetch)
{
    const xy_node *into = XY_AS(fetch, fetch)->into;
    xy_nodes targets = XY_AS(into, into)->targets;
    xy_rope list = {0}, copies = {0}, line = {0};
    bool untyped = false;
    xy_rope_build(ctx->edits, &list, "%t ", into->first);
    for (uint32_t i = 0; i < targets.count; i++) {
        const xy_node *target = targets.items[i];
        xy_rope_text(ctx->edits, &list, i ? ", " : "");
        if (xy_place_is_plain(ctx, target) && is_unseen(ctx, fetch, target)) {
            xy_rope_node(ctx->edits, &list, target);
            continue;
        }
        xy_str temp = temp_for(ctx, fetch, target);
        xy_rope_str(ctx->edits, &list, temp);
        xy_rope_text(ctx->edits, &copies, "\n  ");
        xy_place_assign(ctx, target, (xy_place_value){.text = temp}, &copies);
        untyped |= targets.count == 1 && xy_record_is_untyped(ctx, target);
    }
    if (!copies.count)
        return;
    xy_edit_replace_node(ctx->edits, into, XY_LAYER_OWN, list, xy_rule_id(ctx->rule));
    if (untyped) /* it has no fields before the first row */
        xy_rope_build(ctx->edits, &line, "IF FOUND OR %n IS NULL THEN", targets.items[0]);
    else
        xy_rope_text(ctx->edits, &line, "IF FOUND THEN");
    xy_rope_join(ctx->edits, &line, copies);
    xy_rope_text(ctx->edits, &line, "\nEND IF;");
    xy_plpgsql_after(ctx, fetch, XY_AFTER_COPY, line);
}
