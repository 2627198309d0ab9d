/* Assignments to attributes (trap F27): Oracle raises ACCESS_INTO_NULL when the object is NULL, the target makes a row of it. The check stands before the
 * statement, but where the object is known to be there: a variable that starts with a constructor and is never anything but what constructors made. */
#include "pass/place.h"
#include "pass/sql.h"

/* ---- is the variable always an object? ---- */

typedef struct uses {
    xy_context *ctx;
    const xy_symbol *variable;
    bool lost;
} uses;

static bool constructs(const xy_context *ctx, const xy_node *value)
{
    return value && xy_info_of(ctx->analysis, xy_sql_bare(value))->is_constructor;
}

/* The variable as a whole, anywhere but as the target of an assignment of a constructor and where its value is read in an expression. */
static bool look(xy_node *node, void *data)
{
    uses *u = data;
    const xy_node *parent = node->parent;
    if (node->kind != XY_NODE_NAME || XY_AS(name, node)->parts.count != 1 || xy_info_of(u->ctx->analysis, node)->symbol != u->variable || !parent)
        return true;
    if (parent->kind == XY_NODE_ASSIGN && XY_AS(assign, parent)->target == node)
        u->lost = u->lost || !constructs(u->ctx, XY_AS(assign, parent)->value);
    else if (parent->kind == XY_NODE_INTO || parent->kind == XY_NODE_CALL || parent->kind == XY_NODE_NAMED_ARGUMENT || parent->kind == XY_NODE_USING_ARGUMENT)
        u->lost = true;
    return true;
}

bool xy_object_is_there(xy_context *ctx, const xy_symbol *variable)
{
    uses u = {.ctx = ctx, .variable = variable};
    if (!variable)
        return false;
    if (xy_str_equal(variable->name, XY_STR("SELF")))
        return true;
    const xy_node *decl = variable->node;
    if (variable->kind != XY_SYM_VARIABLE || !decl || decl->kind != XY_NODE_VARIABLE_DECL || !constructs(ctx, XY_AS(variable_decl, decl)->default_))
        return false;
    xy_sql_walk(ctx->unit->tree, look, &u);
    return !u.lost;
}

/* ---- the check ---- */

static void check(xy_context *ctx, const xy_symbol *variable, xy_rope value, void *data)
{
    xy_rope line = {0};
    if (xy_object_is_there(ctx, variable))
        return;
    xy_rope_text(ctx->edits, &line, "IF ");
    xy_plpgsql_append(ctx, &line, &value);
    xy_rope_build(ctx->edits, &line, " IS NOT DISTINCT FROM NULL THEN PERFORM %s(6530); END IF;", xy_pass_runtime(ctx, "raise_ora"));
    xy_plpgsql_before(ctx, data, line);
}

void xy_pass_object_target(xy_context *ctx, xy_node *node)
{
    if (node->kind == XY_NODE_ASSIGN) {
        xy_place_objects(ctx, XY_AS(assign, node)->target, check, node);
        return;
    }
    xy_nodes targets = XY_AS(into, node)->targets;
    for (uint32_t i = 0; i < targets.count; i++)
        xy_place_objects(ctx, targets.items[i], check, node);
}
