/* Units that a client reads up to a lone slash, since they hold semicolons of their own: PL/SQL. The slash is written where it lacks. Clients that
 * must be told so are told by what calls this pass (facts `plsql_terminator`, `sql_terminator`: api/translate.c), which knows what went before. */
#include "pass/ddl.h"
#include "syntax/keyword.h"

static const xy_node *unlabelled(const xy_node *node)
{
    while (node && node->kind == XY_NODE_LABELED)
        node = XY_AS(labeled, node)->statement;
    return node;
}

/* CREATE JAVA SOURCE, and wrapped PL/SQL: text with semicolons of its own, kept as it is. */
static bool is_foreign_source(const xy_context *ctx, const xy_node *node)
{
    static const char *const words[] = {"JAVA", "PACKAGE", "FUNCTION", "PROCEDURE", "TYPE", "TRIGGER"};
    xy_token_list kind = XY_AS(create_other, node)->kind;
    for (size_t i = 0; kind.count > 0 && i < sizeof words / sizeof *words; i++)
        if (xy_ddl_is_word(ctx, kind.items[0], words[i]))
            return true;
    return false;
}

static bool is_ended_by_slash(const xy_context *ctx, const xy_node *node)
{
    node = unlabelled(node);
    switch (node ? node->kind : XY_NODE_NULL) {
    case XY_NODE_BLOCK:
    case XY_NODE_CREATE_ROUTINE:
    case XY_NODE_CREATE_PACKAGE:
    case XY_NODE_CREATE_PACKAGE_BODY:
    case XY_NODE_CREATE_TRIGGER:
    case XY_NODE_CREATE_TYPE:
    case XY_NODE_CREATE_TYPE_BODY: return true;
    case XY_NODE_CREATE_OTHER: return is_foreign_source(ctx, node);
    case XY_NODE_SELECT: return XY_AS(select, node)->with && XY_AS(with, XY_AS(select, node)->with)->routines.count > 0;
    default: return false;
    }
}

void xy_pass_script_terminator(xy_context *ctx, xy_node *node)
{
    if (ctx->fragment || node != ctx->unit->tree || !is_ended_by_slash(ctx, node))
        return;
    ctx->ended_by_slash = true;
    if (ctx->unit->slash != XY_NO_TOKEN)
        return;
    xy_rope tail = {0};
    xy_rope_str(ctx->edits, &tail, xy_edit_newline(ctx->edits));
    xy_rope_text(ctx->edits, &tail, "/");
    uint32_t end = ctx->unit->terminator != XY_NO_TOKEN ? ctx->unit->terminator : xy_ddl_last_token(ctx);
    xy_edit_insert(ctx->edits, end, XY_AFTER, tail, xy_rule_id(ctx->rule));
}
