/* State that the PL/pgSQL passes of a unit share, and the one place that puts their lines in. See plpgsql.h. */
#include "pass/plpgsql_state.h"

#include "syntax/keyword.h"
#include <string.h>

xy_plpgsql *xy_plpgsql_state(xy_context *ctx)
{
    if (!ctx->routine) {
        xy_plpgsql *state = XY_NEW(ctx->arena, xy_plpgsql);
        state->bodies = XY_NEW_ARRAY(ctx->arena, xy_body *, ctx->unit->node_count + 1);
        state->dropped = XY_NEW_ARRAY(ctx->arena, bool, ctx->unit->node_count + 1);
        state->handlings = XY_NEW_ARRAY(ctx->arena, xy_handling *, ctx->unit->node_count + 1);
        state->counted = XY_NEW_ARRAY(ctx->arena, bool, ctx->unit->node_count + 1);
        state->texts = XY_NEW_ARRAY(ctx->arena, xy_plpgsql_text *, ctx->unit->node_count + 1);
        state->declared = XY_NEW_ARRAY(ctx->arena, xy_plpgsql_declarations *, ctx->unit->node_count + 1);
        ctx->routine = state;
    }
    return ctx->routine;
}

/* ---- finding bodies, blocks and statements ---- */

bool xy_plpgsql_owns_body(const xy_node *node)
{
    return node->kind == XY_NODE_ROUTINE || node->kind == XY_NODE_CREATE_TRIGGER || node->kind == XY_NODE_TIMING_POINT
           || node->kind == XY_NODE_CREATE_PACKAGE_BODY;
}

/* The node that owns the body in which `node` lies: the nearest routine, trigger … or the unit's outermost block. */
static const xy_node *owner_of(const xy_node *node)
{
    const xy_node *block = NULL;
    for (; node; node = node->parent) {
        if (xy_plpgsql_owns_body(node))
            return node->kind == XY_NODE_CREATE_PACKAGE_BODY && !block ? node : node;
        if (node->kind == XY_NODE_BLOCK)
            block = node;
    }
    return block;
}

static const xy_node *block_of_owner(const xy_node *owner)
{
    switch (owner->kind) {
    case XY_NODE_ROUTINE: return XY_AS(routine, owner)->body ? (const xy_node *)XY_AS(routine, owner)->body : NULL;
    case XY_NODE_TIMING_POINT: return (const xy_node *)XY_AS(timing_point, owner)->body;
    case XY_NODE_CREATE_TRIGGER: {
        const xy_node *body = XY_AS(create_trigger, owner)->body;
        return body && body->kind == XY_NODE_BLOCK ? body : NULL;
    }
    case XY_NODE_BLOCK: return owner;
    default: return NULL;
    }
}

static xy_body_kind kind_of_owner(const xy_node *owner)
{
    switch (owner->kind) {
    case XY_NODE_ROUTINE: return XY_AS(routine, owner)->kind == XY_ROUTINE_KIND_FUNCTION ? XY_BODY_FUNCTION : XY_BODY_PROCEDURE;
    case XY_NODE_BLOCK: return XY_BODY_ANONYMOUS;
    case XY_NODE_CREATE_PACKAGE_BODY: return XY_BODY_PACKAGE_INIT;
    default: return XY_BODY_TRIGGER;
    }
}

bool xy_plpgsql_word_is(const xy_context *ctx, uint32_t token, const char *upper)
{
    return token != XY_NO_TOKEN && xy_token_name_is(ctx->source, token, xy_str_from(upper));
}

static bool is_sql_attribute(const xy_context *ctx, const xy_node *node)
{
    static const char *const read[] = {"ROWCOUNT", "FOUND", "NOTFOUND"};
    if (node->kind != XY_NODE_CURSOR_ATTRIBUTE || !xy_plpgsql_is_implicit_cursor(ctx, XY_AS(cursor_attribute, node)->cursor))
        return false;
    for (size_t i = 0; i < sizeof read / sizeof *read; i++)
        if (xy_plpgsql_word_is(ctx, XY_AS(cursor_attribute, node)->attribute, read[i]))
            return true;
    return false;
}

bool xy_plpgsql_is_implicit_cursor(const xy_context *ctx, const xy_node *cursor)
{
    if (cursor->kind != XY_NODE_NAME || XY_AS(name, cursor)->parts.count != 1)
        return false;
    return xy_plpgsql_word_is(ctx, XY_AS(name, cursor)->parts.items[0], "SQL");
}

/* What a look over a body's own nodes finds; subprograms nested in it are bodies of their own. */
typedef struct survey {
    xy_context *ctx;
    const xy_node *owner;
    bool rowcount, autonomous, out;
} survey;

static bool survey_node(xy_node *node, void *data)
{
    survey *s = data;
    if (xy_plpgsql_owns_body(node) && node != s->owner)
        return true;
    if (is_sql_attribute(s->ctx, node))
        s->rowcount = true;
    if (node->kind == XY_NODE_PRAGMA && xy_plpgsql_word_is(s->ctx, XY_AS(pragma, node)->name, "AUTONOMOUS_TRANSACTION"))
        s->autonomous = true;
    if (node->kind == XY_NODE_PARAMETER && node->parent == s->owner && XY_AS(parameter, node)->out != XY_NO_TOKEN)
        s->out = true;
    return xy_node_each_child(node, survey_node, s);
}

static xy_body *new_body(xy_context *ctx, const xy_node *owner)
{
    xy_body *body = XY_NEW(ctx->arena, xy_body);
    survey s = {.ctx = ctx, .owner = owner};
    body->kind = kind_of_owner(owner);
    body->owner = owner;
    body->block = block_of_owner(owner);
    body->outer = owner->parent ? xy_plpgsql_body(ctx, owner->parent) : NULL;
    if (owner->kind == XY_NODE_ROUTINE)
        body->symbol = xy_info_of(ctx->analysis, (const xy_node *)XY_AS(routine, owner)->name)->symbol;
    xy_node_each_child(owner, survey_node, &s);
    body->uses_rowcount = s.rowcount;
    body->autonomous = s.autonomous;
    body->returns_by_out = s.out && body->kind == XY_BODY_FUNCTION;
    return body;
}

xy_body *xy_plpgsql_body(xy_context *ctx, const xy_node *node)
{
    const xy_node *owner = owner_of(node);
    if (!owner)
        return NULL;
    xy_plpgsql *state = xy_plpgsql_state(ctx);
    if (!state->bodies[owner->id])
        state->bodies[owner->id] = new_body(ctx, owner);
    return state->bodies[owner->id];
}

const xy_node *xy_plpgsql_block(const xy_node *node)
{
    while (node && node->kind != XY_NODE_BLOCK)
        node = node->parent;
    return node;
}

/* Does the node hold a list of statements, so that lines can be put between them? */
static bool holds_statements(const xy_node *node)
{
    switch (node->kind) {
    case XY_NODE_BLOCK:
    case XY_NODE_HANDLER:
    case XY_NODE_IF:
    case XY_NODE_IF_BRANCH:
    case XY_NODE_CASE_STATEMENT:
    case XY_NODE_CASE_BRANCH:
    case XY_NODE_LOOP:
    case XY_NODE_WHILE_LOOP:
    case XY_NODE_FOR_LOOP:
    case XY_NODE_CURSOR_LOOP:
    case XY_NODE_ITERATOR_LOOP:
    case XY_NODE_CREATE_PACKAGE_BODY: return true;
    default: return false;
    }
}

static bool is_statement(const xy_node *node)
{
    return xy_node_in_group(node->kind, "Stmt") || (node->kind == XY_NODE_SELECT && node->parent && holds_statements(node->parent));
}

/* Lines are put before the label of a loop or block, but behind a label that is the target of GOTO. */
static bool label_belongs(const xy_node *labeled)
{
    const xy_node *inner = XY_AS(labeled, labeled)->statement;
    while (inner && inner->kind == XY_NODE_LABELED)
        inner = XY_AS(labeled, inner)->statement;
    return inner && (inner->kind == XY_NODE_BLOCK || holds_statements(inner)) && inner->kind != XY_NODE_IF && inner->kind != XY_NODE_CASE_STATEMENT;
}

const xy_node *xy_plpgsql_statement(xy_context *ctx, const xy_node *node)
{
    (void)ctx;
    for (; node && node->parent; node = node->parent) {
        if (!is_statement(node))
            continue;
        const xy_node *parent = node->parent;
        if (holds_statements(parent) || (parent->kind == XY_NODE_LABELED && !label_belongs(parent)))
            return node;
    }
    return NULL;
}

static xy_nodes loop_body(const xy_node *node)
{
    switch (node->kind) {
    case XY_NODE_LOOP: return XY_AS(loop, node)->stmts;
    case XY_NODE_WHILE_LOOP: return XY_AS(while_loop, node)->stmts;
    case XY_NODE_FOR_LOOP: return XY_AS(for_loop, node)->stmts;
    case XY_NODE_CURSOR_LOOP: return XY_AS(cursor_loop, node)->stmts;
    default: return (xy_nodes){0};
    }
}

static bool holds(const xy_nodes *list, const xy_node *node, uint32_t *index)
{
    for (uint32_t i = 0; i < list->count; i++)
        if (list->items[i] == node) {
            *index = i;
            return true;
        }
    return false;
}

bool xy_plpgsql_list(const xy_node *node, xy_nodes *list, uint32_t *index)
{
    const xy_node *parent = node->parent;
    xy_nodes candidates[2] = {{0}, {0}};
    if (!parent)
        return false;
    switch (parent->kind) {
    case XY_NODE_BLOCK: candidates[0] = XY_AS(block, parent)->stmts; break;
    case XY_NODE_HANDLER: candidates[0] = XY_AS(handler, parent)->stmts; break;
    case XY_NODE_IF: candidates[0] = XY_AS(if, parent)->otherwise; break;
    case XY_NODE_IF_BRANCH: candidates[0] = XY_AS(if_branch, parent)->stmts; break;
    case XY_NODE_CASE_STATEMENT: candidates[0] = XY_AS(case_statement, parent)->otherwise; break;
    case XY_NODE_CASE_BRANCH: candidates[0] = XY_AS(case_branch, parent)->stmts; break;
    case XY_NODE_CREATE_PACKAGE_BODY: candidates[0] = XY_AS(create_package_body, parent)->stmts; break;
    default: candidates[0] = loop_body(parent);
    }
    *list = candidates[0];
    return holds(list, node, index);
}

uint32_t xy_plpgsql_semicolon(const xy_context *ctx, const xy_node *node)
{
    uint32_t last = node->last;
    while (last > node->first && xy_token_is_trivia(ctx->source->tokens[last - 1].kind))
        last--;
    if (last > node->first && ctx->source->tokens[last - 1].kind == XY_TOKEN_SEMICOLON)
        return last - 1;
    uint32_t next = last > node->first ? xy_token_next(ctx->source, last - 1) : XY_NO_TOKEN;
    return next != XY_NO_TOKEN && ctx->source->tokens[next].kind == XY_TOKEN_SEMICOLON ? next : XY_NO_TOKEN;
}

/* Is `child` a part of `parent` that is evaluated whenever the parent is, once? */
static bool always_evaluated(const xy_node *parent, const xy_node *child)
{
    switch (parent->kind) {
    case XY_NODE_BINARY:
        return (XY_AS(binary, parent)->op != XY_BINARY_OP_AND && XY_AS(binary, parent)->op != XY_BINARY_OP_OR) || XY_AS(binary, parent)->left == child;
    case XY_NODE_PAREN:
    case XY_NODE_UNARY:
    case XY_NODE_LIKE:
    case XY_NODE_IS_NULL:
    case XY_NODE_CALL:
    case XY_NODE_NAMED_ARGUMENT:
    case XY_NODE_ASSIGN:
    case XY_NODE_PROCEDURE_CALL:
    case XY_NODE_RETURN:
    case XY_NODE_EXIT:
    case XY_NODE_CONTINUE:
    case XY_NODE_FOR_LOOP:
    case XY_NODE_PIPE_ROW: return true;
    case XY_NODE_BETWEEN: return XY_AS(between, parent)->operand == child;
    case XY_NODE_IN: return XY_AS(in, parent)->operand == child;
    case XY_NODE_CASE: return XY_AS(case, parent)->operand == child;
    case XY_NODE_CASE_STATEMENT: return XY_AS(case_statement, parent)->operand == child;
    case XY_NODE_IF_BRANCH: return XY_AS(if_branch, parent)->condition == child;
    case XY_NODE_IF: return XY_AS(if, parent)->branches.count > 0 && XY_AS(if, parent)->branches.items[0] == child;
    default: return false;
    }
}

bool xy_plpgsql_is_unconditional(xy_context *ctx, const xy_node *expr)
{
    const xy_node *statement = xy_plpgsql_statement(ctx, expr);
    if (!statement || xy_info_of(ctx->analysis, expr)->in_sql)
        return false;
    for (const xy_node *node = expr; node != statement; node = node->parent)
        if (!node->parent || (node->parent->kind != XY_NODE_LABELED && !always_evaluated(node->parent, node)))
            return false;
    return true;
}

const xy_node *xy_plpgsql_while(xy_context *ctx, const xy_node *expr)
{
    const xy_node *statement = xy_plpgsql_statement(ctx, expr), *node = expr;
    if (!statement || xy_info_of(ctx->analysis, expr)->in_sql)
        return NULL;
    for (; node->parent && node->parent->kind != XY_NODE_WHILE_LOOP; node = node->parent)
        if (node == statement || !always_evaluated(node->parent, node))
            return NULL;
    return node->parent && XY_AS(while_loop, node->parent)->condition == node ? node->parent : NULL;
}

const xy_node *xy_plpgsql_elsif(xy_context *ctx, const xy_node *expr)
{
    const xy_node *statement = xy_plpgsql_statement(ctx, expr), *node = expr;
    if (!statement || xy_info_of(ctx->analysis, expr)->in_sql)
        return NULL;
    for (; node->parent && node->parent->kind != XY_NODE_IF_BRANCH; node = node->parent)
        if (node == statement || !always_evaluated(node->parent, node))
            return NULL;
    const xy_node *branch = node->parent, *whole = branch ? branch->parent : NULL;
    if (!branch || XY_AS(if_branch, branch)->condition != node || !whole || whole->kind != XY_NODE_IF || XY_AS(if, whole)->branches.items[0] == branch)
        return NULL;
    return branch;
}

/* ---- requests ---- */

void xy_plpgsql_append(xy_context *ctx, xy_rope *rope, const xy_rope *more)
{
    for (uint32_t i = 0; i < more->count; i++)
        xy_vec_push(ctx->arena, rope, more->items[i]);
}

void xy_plpgsql_declare(xy_context *ctx, const xy_node *at, bool outermost, xy_str name, xy_str rest)
{
    xy_plpgsql *state = xy_plpgsql_state(ctx);
    const xy_body *body = xy_plpgsql_body(ctx, at);
    const xy_node *block = outermost && body ? body->block : xy_plpgsql_block(at);
    if (!block && body)
        block = body->block ? body->block : body->owner;
    if (!block)
        return;
    xy_plpgsql_declarations *declared = state->declared[block->id];
    if (!declared)
        declared = state->declared[block->id] = XY_NEW(ctx->arena, xy_plpgsql_declarations);
    for (uint32_t i = 0; i < declared->count; i++)
        if (xy_str_equal(declared->items[i].name, name))
            return;
    xy_vec_push(ctx->arena, declared, ((xy_plpgsql_declaration){name, rest}));
}

xy_str xy_plpgsql_temp(xy_context *ctx, const xy_node *at, const char *stem, const xy_type *type, const char *type_text)
{
    xy_str name = xy_pass_fresh_name(ctx, stem);
    xy_str text = type ? xy_pass_target_type(ctx, type) : xy_str_from(type_text);
    if (!text.length) { /* text takes any value in its written form and gives it back */
        xy_pass_report(ctx, at, XY_MSG_UNTYPED_VARIABLE, name);
        text = XY_STR("text");
    }
    xy_plpgsql_declare(ctx, at, false, name, text);
    return name;
}

void xy_plpgsql_drop_declaration(xy_context *ctx, const xy_node *decl)
{
    xy_plpgsql *state = xy_plpgsql_state(ctx);
    uint32_t end = xy_plpgsql_semicolon(ctx, decl);
    if (state->dropped[decl->id])
        return;
    state->dropped[decl->id] = true;
    xy_edit_delete(ctx->edits, decl->first, end == XY_NO_TOKEN ? decl->last : end + 1, xy_rule_id(ctx->rule));
}

void xy_plpgsql_mark_dropped(xy_context *ctx, const xy_node *decl)
{
    xy_plpgsql_state(ctx)->dropped[decl->id] = true;
}

static void add_line(xy_context *ctx, xy_plpgsql_lines *lines, const xy_node *node, unsigned order, xy_rope rope)
{
    const xy_node *statement = xy_plpgsql_statement(ctx, node);
    if (statement)
        xy_vec_push(ctx->arena, lines, ((xy_plpgsql_line){statement, order, rope, xy_rule_id(ctx->rule), false}));
}

void xy_plpgsql_before(xy_context *ctx, const xy_node *node, xy_rope line)
{
    add_line(ctx, &xy_plpgsql_state(ctx)->before, node, 0, line);
}

void xy_plpgsql_after(xy_context *ctx, const xy_node *node, xy_after order, xy_rope line)
{
    add_line(ctx, &xy_plpgsql_state(ctx)->after, node, order, line);
}

xy_str xy_plpgsql_rowcount(xy_context *ctx, xy_body *body)
{
    if (body->rowcount.length == 0 && body->uses_rowcount) {
        body->rowcount = xy_pass_fresh_name(ctx, "xy_rowcount");
        xy_plpgsql_declare(ctx, body->owner, true, body->rowcount, XY_STR("bigint"));
    }
    return body->rowcount;
}

void xy_plpgsql_count_rows(xy_context *ctx, const xy_node *statement, xy_str variable)
{
    xy_rope line = {0};
    xy_rope_build(ctx->edits, &line, "GET DIAGNOSTICS %S = ROW_COUNT;", variable);
    xy_vec_push(ctx->arena, &xy_plpgsql_state(ctx)->after, ((xy_plpgsql_line){statement, XY_AFTER_COUNT, line, xy_rule_id(ctx->rule), true}));
}

void xy_plpgsql_set_rowcount(xy_context *ctx, const xy_node *stmt, xy_rope value)
{
    xy_body *body = xy_plpgsql_body(ctx, stmt);
    if (!body)
        return;
    xy_plpgsql_state(ctx)->counted[stmt->id] = true;
    if (!body->uses_rowcount)
        return;
    xy_rope line = {0};
    xy_rope_build(ctx->edits, &line, "%S := ", xy_plpgsql_rowcount(ctx, body));
    xy_plpgsql_append(ctx, &line, &value);
    xy_rope_text(ctx->edits, &line, ";");
    xy_plpgsql_after(ctx, stmt, XY_AFTER_COUNT, line);
}

void xy_plpgsql_before_unit(xy_context *ctx, xy_rope statement)
{
    xy_vec_push(ctx->arena, &xy_plpgsql_state(ctx)->before_unit, statement);
}

void xy_plpgsql_after_unit(xy_context *ctx, xy_rope statement)
{
    xy_vec_push(ctx->arena, &xy_plpgsql_state(ctx)->after_unit, statement);
}

/* ---- names ---- */

xy_str xy_plpgsql_label(xy_context *ctx, xy_body *body)
{
    if (body->label.length == 0)
        body->label = body->symbol ? xy_pass_target_name(ctx, body->symbol->name) : xy_pass_fresh_name(ctx, "xy_block");
    return body->label;
}

/* "HIS.FEE" -> "his." and "fee"; empty for an anonymous block. */
static xy_str unit_name(xy_context *ctx, xy_str *schema)
{
    xy_str name = xy_unit_name(ctx->unit, ctx->source, ctx->arena);
    *schema = (xy_str){0};
    for (uint32_t i = name.length; i-- > 0;)
        if (name.data[i] == '.') {
            *schema = (xy_str){name.data, i};
            return (xy_str){name.data + i + 1, name.length - i - 1};
        }
    return name;
}

xy_str xy_plpgsql_unit_object(xy_context *ctx, xy_str oracle_name)
{
    xy_str schema, unit = unit_name(ctx, &schema);
    bool anonymous = unit.length == 0 || ctx->unit->tree->kind == XY_NODE_BLOCK || ctx->unit->tree->kind == XY_NODE_LABELED;
    if (anonymous)
        return xy_str_format(ctx->arena, "pg_temp.%.*s", XY_STR_ARG(xy_pass_target_name(ctx, oracle_name)));
    xy_str joined = xy_str_format(ctx->arena, "%.*s__%.*s", XY_STR_ARG(unit), XY_STR_ARG(oracle_name));
    xy_str name = xy_pass_target_name(ctx, joined);
    if (schema.length == 0)
        return name;
    return xy_str_format(ctx->arena, "%.*s.%.*s", XY_STR_ARG(xy_pass_target_name(ctx, schema)), XY_STR_ARG(name));
}
