/* Names that mean a column to Oracle and could be a variable to PL/pgSQL (trap F20): the body then asks for columns first, as Oracle does. */
#include "pass/call.h"

typedef struct names {
    xy_context *ctx;
    xy_body *body;
    bool clash;
} names;

static void declare(names *n, uint32_t token)
{
    xy_map_put(&n->body->variables, xy_token_name(n->ctx->source, token, n->ctx->arena), n->body);
}

/* Everything that will be a variable in the body's text; nested subprograms are texts of their own. */
static bool collect(xy_node *node, void *data)
{
    names *n = data;
    switch (node->kind) {
    case XY_NODE_PARAMETER: declare(n, XY_AS(parameter, node)->name); break;
    case XY_NODE_VARIABLE_DECL: declare(n, XY_AS(variable_decl, node)->name); break;
    case XY_NODE_CURSOR_DECL: declare(n, XY_AS(cursor_decl, node)->name); break;
    case XY_NODE_FOR_LOOP: declare(n, XY_AS(for_loop, node)->index); break;
    case XY_NODE_CURSOR_LOOP: declare(n, XY_AS(cursor_loop, node)->record); break;
    case XY_NODE_FORALL: declare(n, XY_AS(forall, node)->index); break;
    default: break;
    }
    return xy_plpgsql_owns_body(node) || xy_node_each_child(node, collect, n);
}

static const xy_map *variables_of(xy_context *ctx, xy_body *body)
{
    names n = {.ctx = ctx, .body = body};
    if (!body->variables.arena) {
        xy_map_init(&body->variables, ctx->arena);
        xy_node_each_child(body->owner, collect, &n);
    }
    return &body->variables;
}

/* Is it a variable of the body or of a routine around it, or one that PL/pgSQL declares itself? */
static bool is_declared(xy_context *ctx, xy_body *body, xy_str name)
{
    if (xy_map_get(&ctx->target->variables, name))
        return true;
    for (; body; body = body->outer)
        if (xy_map_get(variables_of(ctx, body), name))
            return true;
    return false;
}

static bool is_variable(const xy_symbol *symbol)
{
    switch (symbol->kind) {
    case XY_SYM_PARAMETER:
    case XY_SYM_VARIABLE:
    case XY_SYM_CONSTANT:
    case XY_SYM_CURSOR:
    case XY_SYM_LOOP_INDEX:
    case XY_SYM_LOOP_RECORD: return true;
    default: return false;
    }
}

/* A name in SQL that is spelled like a variable, but is none there or may be none. */
static bool find_clash(xy_node *node, void *data)
{
    names *n = data;
    if (xy_plpgsql_owns_body(node))
        return true;
    if (node->kind == XY_NODE_NAME && XY_AS(name, node)->parts.count == 1) {
        const xy_info *info = xy_info_of(n->ctx->analysis, node);
        bool column = info->in_sql && (!info->symbol || !is_variable(info->symbol) || info->maybe_column);
        n->clash = column && is_declared(n->ctx, n->body, xy_token_name(n->ctx->source, XY_AS(name, node)->parts.items[0], n->ctx->arena));
    }
    return !n->clash && xy_node_each_child(node, find_clash, n);
}

bool xy_plpgsql_names_clash(xy_context *ctx, xy_body *body)
{
    names n = {.ctx = ctx, .body = body};
    xy_node_each_child(body->owner, find_clash, &n);
    return n.clash;
}

/* ---- variables named with their routine: `settle.total` ---- */

typedef struct qualified {
    xy_context *ctx;
    xy_body *body;
    xy_str lifted;
} qualified;

static xy_symbol *named_variable(xy_context *ctx, const xy_node *node)
{
    const xy_name *name = XY_AS(name, node);
    xy_str parts[2];
    if (name->parts.count < 2)
        return NULL;
    for (int i = 0; i < 2; i++)
        parts[i] = xy_token_name(ctx->source, name->parts.items[i], ctx->arena);
    xy_symbol *symbol = xy_sema_lookup(ctx->analysis, node, parts, 2);
    return symbol && symbol->node && is_variable(symbol) ? symbol : NULL;
}

/* The routine whose name stands first and that declares the variable. */
static const xy_body *qualifying_body(const qualified *q, const xy_node *node, const xy_symbol *variable)
{
    const xy_body *home = xy_plpgsql_body(q->ctx, variable->node);
    xy_str first = xy_token_name(q->ctx->source, XY_AS(name, node)->parts.items[0], q->ctx->arena);
    return home && home->symbol && xy_str_equal(home->symbol->name, first) ? home : NULL;
}

static bool qualify(xy_node *node, void *data)
{
    qualified *q = data;
    if (node->kind == XY_NODE_ROUTINE && node != q->body->owner)
        return true;
    if (node->kind == XY_NODE_NAME) {
        const xy_symbol *variable = named_variable(q->ctx, node);
        const xy_body *home = variable ? qualifying_body(q, node, variable) : NULL;
        bool parameter = home != q->body || (home && variable->kind == XY_SYM_PARAMETER); /* of the routine on the target */
        if (home && parameter && q->lifted.length > 0)
            xy_edit_token(q->ctx->edits, XY_AS(name, node)->parts.items[0], xy_arena_copy(q->ctx->arena, q->lifted.data, q->lifted.length),
                          xy_rule_id(q->ctx->rule));
        else if (home == q->body && home && !parameter)
            xy_plpgsql_label(q->ctx, q->body);
    }
    return xy_node_each_child(node, qualify, q);
}

void xy_plpgsql_qualify(xy_context *ctx, xy_body *body)
{
    qualified q = {.ctx = ctx, .body = body};
    xy_str name = body->outer ? xy_nested_name(ctx, body->owner) : (xy_str){0};
    for (uint32_t i = 0; i < name.length; i++)
        if (name.data[i] == '.')
            q.lifted = (xy_str){name.data + i + 1, name.length - i - 1};
    if (name.length > 0 && q.lifted.length == 0)
        q.lifted = name;
    if (body->symbol)
        xy_node_each_child(body->owner, qualify, &q);
}
