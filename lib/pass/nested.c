/* Nested subprograms (trap F09): lifted out of their routine, the pass `plsql-nested`.
 *
 * PL/pgSQL has none. A nested subprogram becomes a routine of its own; the variables around it that it uses become its first parameters:
 * IN when nobody writes them through it, INOUT otherwise. A function that writes them is written as a procedure with its result as the last
 * parameter; call.c puts its calls before the statement. */
#include "pass/nested.h"
#include "pass/call.h"
#include "pass/routine.h"

#include "syntax/keyword.h"
#include <string.h>

/* ---- finding them ---- */

static bool is_nested(const xy_node *node)
{
    return node->kind == XY_NODE_ROUTINE && node->parent && node->parent->kind == XY_NODE_BLOCK;
}

typedef struct gather {
    xy_context *ctx;
    xy_nested_set *set;
} gather;

static bool gather_node(xy_node *node, void *data)
{
    gather *g = data;
    if (is_nested(node) && XY_AS(routine, node)->body) {
        xy_nested *n = XY_NEW(g->ctx->arena, xy_nested);
        n->node = node;
        n->symbol = xy_info_of(g->ctx->analysis, XY_AS(routine, node)->name)->symbol;
        xy_vec_push(g->ctx->arena, &g->set->items, n);
    }
    return xy_node_each_child(node, gather_node, g);
}

/* By symbol; a forward declaration may have one of its own: then by name and parameters, in the same block. */
xy_nested *xy_nested_find(const xy_nested_set *set, const xy_symbol *symbol)
{
    if (!symbol || !symbol->nested || (symbol->kind != XY_SYM_PROCEDURE && symbol->kind != XY_SYM_FUNCTION))
        return NULL;
    for (uint32_t i = 0; i < set->items.count; i++)
        if (set->items.items[i]->symbol == symbol)
            return set->items.items[i];
    for (uint32_t i = 0; i < set->items.count; i++) {
        const xy_symbol *other = set->items.items[i]->symbol;
        if (other && symbol->owner == other->owner && symbol->param_count == other->param_count && xy_str_equal(symbol->name, other->name))
            return set->items.items[i];
    }
    return NULL;
}

/* ---- what they use of their surroundings ---- */

static bool is_within(const xy_node *node, const xy_node *outer)
{
    return outer->first <= node->first && node->last <= outer->last;
}

/* A variable that is declared in a routine around the subprogram. */
static bool is_outer_variable(xy_context *ctx, const xy_nested *n, const xy_symbol *symbol)
{
    if (!symbol || !symbol->node || is_within(symbol->node, n->node))
        return false;
    switch (symbol->kind) {
    case XY_SYM_VARIABLE:
    case XY_SYM_PARAMETER:
    case XY_SYM_CONSTANT:
    case XY_SYM_LOOP_INDEX:
    case XY_SYM_LOOP_RECORD:
    case XY_SYM_CURSOR: break;
    default: return false;
    }
    const xy_body *body = xy_plpgsql_body(ctx, symbol->node);
    return body && body->kind != XY_BODY_PACKAGE_INIT && body->owner->kind != XY_NODE_CREATE_PACKAGE_BODY;
}

static void add_capture(xy_context *ctx, xy_nested *n, xy_symbol *variable, bool written, bool *changed)
{
    for (uint32_t i = 0; i < n->captures.count; i++)
        if (n->captures.items[i].variable == variable) {
            *changed |= written && !n->captures.items[i].written;
            n->captures.items[i].written |= written;
            return;
        }
    xy_vec_push(ctx->arena, &n->captures, ((xy_capture){variable, written}));
    *changed = true;
}

static bool argument_is_written(xy_context *ctx, const xy_node *call, const xy_node *arg)
{
    const xy_symbol *routine = xy_info_of(ctx->analysis, XY_AS(call, call)->callee)->symbol;
    if (!routine || (routine->kind != XY_SYM_PROCEDURE && routine->kind != XY_SYM_FUNCTION))
        return false;
    const xy_nodes *args = &XY_AS(call, call)->args;
    for (uint32_t i = 0; i < args->count && i < routine->param_count; i++)
        if (args->items[i] == arg)
            return routine->params[i]->mode != XY_MODE_IN;
    return false;
}

static bool named_is_written(xy_context *ctx, const xy_node *named)
{
    const xy_node *call = named->parent;
    const xy_symbol *routine = call && call->kind == XY_NODE_CALL ? xy_info_of(ctx->analysis, XY_AS(call, call)->callee)->symbol : NULL;
    xy_str name = xy_token_name(ctx->source, XY_AS(named_argument, named)->name, ctx->arena);
    for (uint32_t i = 0; routine && i < routine->param_count; i++)
        if (xy_str_equal(routine->params[i]->name, name))
            return routine->params[i]->mode != XY_MODE_IN;
    return false;
}

/* Is the place that the expression denotes, or a part of it, changed here? */
static bool is_written(xy_context *ctx, const xy_node *node)
{
    for (const xy_node *parent = node->parent; parent; node = parent, parent = parent->parent) {
        switch (parent->kind) {
        case XY_NODE_ASSIGN: return XY_AS(assign, parent)->target == node;
        case XY_NODE_INTO: return true;
        case XY_NODE_USING_ARGUMENT: return XY_AS(using_argument, parent)->out != XY_NO_TOKEN;
        case XY_NODE_NAMED_ARGUMENT: return named_is_written(ctx, parent);
        case XY_NODE_PROCEDURE_CALL: return xy_info_of(ctx->analysis, node)->is_method;
        case XY_NODE_OPEN:
        case XY_NODE_OPEN_FOR:
        case XY_NODE_FETCH:
        case XY_NODE_CLOSE: return true;
        case XY_NODE_FIELD: break;
        case XY_NODE_CALL:
            if (XY_AS(call, parent)->callee != node)
                return argument_is_written(ctx, parent, node);
            break;
        default: return false;
        }
    }
    return false;
}

typedef struct look {
    xy_context *ctx;
    xy_nested_set *set;
    xy_nested *n;
    bool changed;
} look;

static xy_symbol *variable_of(xy_context *ctx, const xy_nested *n, const xy_node *node)
{
    xy_symbol *symbol = xy_info_of(ctx->analysis, node)->symbol;
    if (is_outer_variable(ctx, n, symbol))
        return symbol;
    if (node->kind != XY_NODE_NAME || XY_AS(name, node)->parts.count < 2)
        return NULL;
    xy_str first = xy_token_name(ctx->source, XY_AS(name, node)->parts.items[0], ctx->arena);
    symbol = xy_sema_lookup(ctx->analysis, node, &first, 1); /* a field of a record */
    return is_outer_variable(ctx, n, symbol) ? symbol : NULL;
}

bool xy_nested_writes_at(xy_context *ctx, const xy_nested *n, const xy_node *name)
{
    return variable_of(ctx, n, name) && is_written(ctx, name);
}

/* Does it stand in the default of a parameter of the subprogram itself? The target's defaults do not see the parameters. */
static bool is_in_default(const xy_nested *n, const xy_node *node)
{
    for (; node && node != n->node; node = node->parent)
        if (node->kind == XY_NODE_PARAMETER && node->parent == n->node)
            return true;
    return false;
}

static bool look_at_node(xy_node *node, void *data)
{
    look *l = data;
    if (node->kind == XY_NODE_NAME) {
        xy_symbol *variable = variable_of(l->ctx, l->n, node), *symbol = xy_info_of(l->ctx->analysis, node)->symbol;
        if (variable)
            add_capture(l->ctx, l->n, variable, is_written(l->ctx, node), &l->changed);
        if (variable && is_in_default(l->n, node))
            l->n->in_default = variable;
        xy_nested *other = xy_nested_find(l->set, symbol);
        if (other)
            xy_vec_push(l->ctx->arena, &l->n->calls, other);
        if (other && is_in_default(l->n, node))
            xy_vec_push(l->ctx->arena, &l->n->default_calls, other);
    }
    return xy_node_each_child(node, look_at_node, l);
}

/* What a called sibling shares, its caller must share too, unless the variable is the caller's own. */
static void spread(xy_context *ctx, xy_nested_set *set)
{
    bool changed = true;
    while (changed) {
        changed = false;
        for (uint32_t i = 0; i < set->items.count; i++) {
            xy_nested *n = set->items.items[i];
            for (uint32_t j = 0; j < n->calls.count; j++) {
                const xy_nested *other = n->calls.items[j];
                for (uint32_t k = 0; k < other->captures.count; k++)
                    if (!is_within(other->captures.items[k].variable->node, n->node))
                        add_capture(ctx, n, other->captures.items[k].variable, other->captures.items[k].written, &changed);
            }
        }
    }
}

/* ---- names ---- */

/* "outer__inner" in the schema of the routine around; a number when the unit has several of the name. */
static xy_str lifted_name(xy_context *ctx, const xy_nested_set *set, const xy_nested *n)
{
    const xy_body *body = xy_plpgsql_body(ctx, n->node->parent);
    xy_str chain = n->symbol ? n->symbol->name : XY_STR("XY_NESTED"), schema = {0};
    uint32_t serial = 1;
    for (; body; body = body->outer) {
        if (body->symbol)
            chain = xy_str_format(ctx->arena, "%.*s__%.*s", XY_STR_ARG(body->symbol->name), XY_STR_ARG(chain));
        if (!body->outer) {
            const xy_symbol *trigger = body->kind == XY_BODY_TRIGGER ? xy_info_of(ctx->analysis, ctx->unit->tree)->symbol : NULL;
            const xy_symbol *s = trigger ? trigger : body->symbol;
            if (trigger)
                chain = xy_str_format(ctx->arena, "%.*s__%.*s", XY_STR_ARG(trigger->name), XY_STR_ARG(chain));
            if (s && s->owner && s->owner->kind == XY_SYM_PACKAGE)
                schema = xy_pass_package_schema(ctx, s->owner);
            else if (s && s->schema.length)
                schema = xy_pass_target_name(ctx, s->schema);
            else if (body->kind == XY_BODY_ANONYMOUS)
                schema = XY_STR("pg_temp");
        }
    }
    for (uint32_t i = 0; i < set->items.count && set->items.items[i] != n; i++)
        serial += n->symbol && set->items.items[i]->symbol && xy_str_equal(set->items.items[i]->symbol->name, n->symbol->name);
    if (serial > 1)
        chain = xy_str_format(ctx->arena, "%.*s_%u", XY_STR_ARG(chain), serial);
    xy_str name = xy_pass_target_name(ctx, chain);
    return schema.length ? xy_str_format(ctx->arena, "%.*s.%.*s", XY_STR_ARG(schema), XY_STR_ARG(name)) : name;
}

static xy_nested_set *nested_set(xy_context *ctx)
{
    xy_plpgsql *state = xy_plpgsql_state(ctx);
    if (state->nested)
        return state->nested;
    xy_nested_set *set = XY_NEW(ctx->arena, xy_nested_set);
    state->nested = set;
    gather_node(ctx->unit->tree, &(gather){ctx, set});
    for (uint32_t i = 0; i < set->items.count; i++)
        xy_node_each_child(set->items.items[i]->node, look_at_node, &(look){ctx, set, set->items.items[i], false});
    spread(ctx, set);
    for (uint32_t i = 0; i < set->items.count; i++)
        set->items.items[i]->name = lifted_name(ctx, set, set->items.items[i]);
    return set;
}

bool xy_nested_writes(const xy_nested *n)
{
    for (uint32_t i = 0; i < n->captures.count; i++)
        if (n->captures.items[i].written)
            return true;
    return false;
}

static bool becomes_procedure(const xy_nested *n)
{
    return XY_AS(routine, n->node)->kind == XY_ROUTINE_KIND_FUNCTION && xy_nested_writes(n);
}

void xy_nested_call(xy_context *ctx, const xy_node *node, const xy_symbol *routine, xy_str *name, xy_str *extra, bool *by_call)
{
    const xy_nested *n = xy_nested_find(nested_set(ctx), routine);
    xy_buffer list;
    if (!n)
        return;
    xy_buffer_init(&list, ctx->arena);
    for (uint32_t i = 0; i < n->captures.count; i++) {
        const xy_symbol *variable = n->captures.items[i].variable;
        const xy_symbol *seen = xy_sema_lookup(ctx->analysis, node, &variable->name, 1);
        if (seen && seen != variable)
            xy_pass_flag(ctx, node, "hidden-variable", "name", xy_arena_copy(ctx->arena, variable->name.data, variable->name.length), NULL);
        xy_buffer_format(&list, "%s%.*s", i ? ", " : "", XY_STR_ARG(xy_pass_target_name(ctx, variable->name)));
    }
    *name = n->name;
    *extra = xy_buffer_str(&list);
    *by_call = becomes_procedure(n);
}

xy_str xy_nested_name(xy_context *ctx, const xy_node *routine)
{
    const xy_nested_set *set = nested_set(ctx);
    for (uint32_t i = 0; i < set->items.count; i++)
        if (set->items.items[i]->node == routine)
            return set->items.items[i]->name;
    return (xy_str){0};
}

/* ---- declarations ahead ---- */

static const xy_node *sibling(const xy_node *routine, int step)
{
    xy_nodes decls = XY_AS(block, routine->parent)->decls;
    for (uint32_t i = 0; i < decls.count; i++)
        if (decls.items[i] == routine)
            return step < 0 ? (i ? decls.items[i - 1] : NULL) : i + 1 < decls.count ? decls.items[i + 1] : NULL;
    return NULL;
}

static bool only_blanks(const xy_context *ctx, uint32_t first, uint32_t last)
{
    for (; first < last; first++)
        if (ctx->source->tokens[first].kind != XY_TOKEN_WHITESPACE && ctx->source->tokens[first].kind != XY_TOKEN_NEWLINE)
            return false;
    return true;
}

const xy_node *xy_nested_ahead(const xy_context *ctx, const xy_node *routine)
{
    const xy_node *next = sibling(routine, 1);
    uint32_t end = xy_plpgsql_semicolon(ctx, routine);
    bool ahead = next && next->kind == XY_NODE_ROUTINE && !XY_AS(routine, next)->body && end != XY_NO_TOKEN;
    return ahead && only_blanks(ctx, end + 1, next->first) ? next : NULL;
}

/* Is it taken out together with a lifted subprogram before it? */
static bool goes_along(const xy_context *ctx, const xy_node *routine)
{
    const xy_node *before = sibling(routine, -1);
    if (!before || before->kind != XY_NODE_ROUTINE || xy_nested_ahead(ctx, before) != routine)
        return false;
    return XY_AS(routine, before)->body || goes_along(ctx, before);
}

/* ---- the pass ---- */

/* The type of the parameter for it; empty when it has none. The record of a loop is declared as `record`, and cannot be handed back as one. */
static xy_str capture_type(xy_context *ctx, const xy_capture *c)
{
    xy_type plain = c->variable->type ? *c->variable->type : (xy_type){0};
    if (c->variable->kind == XY_SYM_CURSOR)
        return XY_STR("refcursor");
    if (c->variable->kind == XY_SYM_LOOP_RECORD)
        return c->written ? (xy_str){0} : XY_STR("record");
    plain.precision = -1;
    plain.scale = INT32_MIN;
    return xy_pass_target_type(ctx, &plain);
}

static void check_defaults(xy_context *ctx, const xy_nested *n)
{
    const xy_symbol *variable = n->in_default;
    for (uint32_t i = 0; i < n->default_calls.count && !variable; i++)
        variable = n->default_calls.items[i]->captures.count ? n->default_calls.items[i]->captures.items[0].variable : NULL;
    if (variable)
        xy_pass_flag(ctx, n->node, "captured-default", "name", xy_arena_copy(ctx->arena, variable->name.data, variable->name.length), NULL);
}

/* What only the trigger's own function has: its rows, and INSERTING, UPDATING, DELETING. */
typedef struct trigger_use {
    xy_context *ctx;
    xy_str found;
} trigger_use;

static bool find_trigger_use(xy_node *node, void *data)
{
    static const char *const predicates[] = {"INSERTING", "UPDATING", "DELETING"};
    trigger_use *use = data;
    uint32_t token = node->kind == XY_NODE_BIND ? XY_AS(bind, node)->variable : node->kind == XY_NODE_NAME ? XY_AS(name, node)->parts.items[0] : XY_NO_TOKEN;
    bool used = node->kind == XY_NODE_BIND;
    for (size_t i = 0; i < sizeof predicates / sizeof *predicates && node->kind == XY_NODE_NAME; i++)
        used |= xy_plpgsql_word_is(use->ctx, token, predicates[i]);
    if (used && !use->found.length)
        use->found = xy_token_text(use->ctx->source, token);
    return !used && xy_node_each_child(node, find_trigger_use, use);
}

static void check_trigger(xy_context *ctx, const xy_nested *n)
{
    trigger_use use = {.ctx = ctx};
    if (ctx->unit->tree->kind != XY_NODE_CREATE_TRIGGER)
        return;
    xy_node_each_child(n->node, find_trigger_use, &use);
    if (use.found.length)
        xy_pass_flag(ctx, n->node, "captured", "name", xy_arena_copy(ctx->arena, use.found.data, use.found.length), NULL);
}

static xy_str parameters(xy_context *ctx, const xy_nested *n)
{
    xy_buffer out;
    xy_buffer_init(&out, ctx->arena);
    check_defaults(ctx, n);
    check_trigger(ctx, n);
    for (uint32_t i = 0; i < n->captures.count; i++) {
        const xy_capture *c = &n->captures.items[i];
        xy_str type = capture_type(ctx, c);
        if (c->variable->kind == XY_SYM_CURSOR || type.length == 0)
            xy_pass_flag(ctx, n->node, "captured", "name", xy_arena_copy(ctx->arena, c->variable->name.data, c->variable->name.length), NULL);
        xy_buffer_format(&out, "%s%s%.*s %.*s", i ? ", " : "", c->written ? "INOUT " : "", XY_STR_ARG(xy_pass_target_name(ctx, c->variable->name)),
                         XY_STR_ARG(type));
    }
    return xy_buffer_str(&out);
}

void xy_pass_nested(xy_context *ctx, xy_node *node)
{
    const xy_routine *routine = XY_AS(routine, node);
    xy_plpgsql *state = xy_plpgsql_state(ctx);
    if (!is_nested(node))
        return;
    if (!routine->body) {
        if (goes_along(ctx, node))
            xy_plpgsql_mark_dropped(ctx, node);
        else
            xy_plpgsql_drop_declaration(ctx, node);
        return;
    }
    xy_nested_set *set = nested_set(ctx);
    xy_nested *n = NULL;
    for (uint32_t i = 0; i < set->items.count; i++)
        if (set->items.items[i]->node == node)
            n = set->items.items[i];
    xy_routine_form form = {.create = "CREATE OR REPLACE ", .name = n->name, .first_params = parameters(ctx, n), .as_procedure = becomes_procedure(n)};
    if (form.as_procedure)
        xy_plpgsql_body(ctx, node)->returns_by_out = true;
    xy_nested_check_loss(ctx, set, n);
    xy_routine_translate(ctx, node, &form);
    xy_plpgsql_mark_dropped(ctx, node);
    xy_vec_push(ctx->arena, &state->lifted, node);
}
