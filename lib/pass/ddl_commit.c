/* DDL in PL/SQL ends Oracle's transaction twice, before it runs and after it (`plsql-ddl-commit`, trap F03). Where other work of the same body
 * could be rolled back with it on the target, COMMIT is written round the statement, or the statement is flagged when no COMMIT may stand there. */
#include "pass/plpgsql.h"

typedef struct search {
    xy_context *ctx;
    const xy_node *own; /* the statement that runs DDL */
    bool work;          /* something else may be pending, or is rolled back */
    bool cursor;        /* a cursor is opened, which COMMIT would close */
} search;

static bool visit(xy_node *node, void *data)
{
    search *s = data;
    uint32_t effects;
    if (node == s->own)
        return true;
    switch (node->kind) {
    case XY_NODE_INSERT:
    case XY_NODE_UPDATE:
    case XY_NODE_DELETE:
    case XY_NODE_MERGE:
    case XY_NODE_INSERT_MULTI:
    case XY_NODE_ROLLBACK: s->work = true; return true;
    case XY_NODE_OPEN:
    case XY_NODE_OPEN_FOR: s->cursor = true; return true;
    case XY_NODE_EXECUTE_IMMEDIATE:
    case XY_NODE_PROCEDURE_CALL:
    case XY_NODE_ASSIGN:
        effects = xy_sema_effects(s->ctx->analysis, node);
        s->work |= (effects & (XY_EFFECT_WRITES | XY_EFFECT_ROLLS_BACK)) && !(effects & XY_EFFECT_DDL);
        return true;
    default: return xy_node_each_child(node, visit, s);
    }
}

/* In a block with handlers the target refuses COMMIT. */
static bool is_under_handlers(const xy_node *node, const xy_body *body)
{
    for (; node && node != body->owner; node = node->parent)
        if (node->kind == XY_NODE_BLOCK && XY_AS(block, node)->handlers.count > 0)
            return true;
    return false;
}

void xy_pass_ddl_commit(xy_context *ctx, xy_node *node)
{
    const xy_body *body = xy_plpgsql_body(ctx, node);
    search s = {.ctx = ctx, .own = node};
    xy_rope before = {0}, after = {0};
    if (!body || !body->block || body->autonomous || !(xy_sema_effects(ctx->analysis, node) & XY_EFFECT_DDL))
        return;
    xy_node_each_child((xy_node *)(uintptr_t)body->block, visit, &s);
    if (!s.work)
        return;
    if (s.cursor || (body->kind != XY_BODY_PROCEDURE && body->kind != XY_BODY_ANONYMOUS) || body->outer || is_under_handlers(node, body)) {
        xy_pass_flag(ctx, node, "no-commit-here", NULL);
        return;
    }
    xy_rope_text(ctx->edits, &before, "COMMIT;");
    xy_rope_text(ctx->edits, &after, "COMMIT;");
    xy_plpgsql_before(ctx, node, before);
    xy_plpgsql_after(ctx, node, XY_AFTER_REST, after);
}
