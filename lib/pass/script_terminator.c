/* Clients that end a statement at the first `;` must be told to wait for the lone slash round a PL/SQL unit. What to write is a fact of
 * the target: `plsql_terminator` before the unit, `sql_terminator` after it. */
#include "pass/ddl.h"
#include "syntax/keyword.h"

void xy_pass_script_terminator(xy_context *ctx, xy_node *node)
{
    xy_str before = xy_target_fact(ctx->target, "plsql_terminator"), after = xy_target_fact(ctx->target, "sql_terminator");
    if (node != ctx->unit->tree || before.length == 0)
        return;
    const char *rule = xy_rule_id(ctx->rule);
    xy_str newline = xy_edit_newline(ctx->edits);
    xy_rope head = {0}, tail = {0};
    xy_rope_str(ctx->edits, &head, before);
    xy_rope_str(ctx->edits, &head, newline);
    xy_edit_insert(ctx->edits, ctx->unit->start, XY_BEFORE, head, rule);
    bool slash = ctx->unit->slash != XY_NO_TOKEN;
    xy_rope_str(ctx->edits, &tail, newline);
    if (!slash) {
        xy_rope_text(ctx->edits, &tail, "/");
        xy_rope_str(ctx->edits, &tail, newline);
    }
    xy_rope_str(ctx->edits, &tail, after);
    uint32_t end = slash ? ctx->unit->slash : ctx->unit->terminator != XY_NO_TOKEN ? ctx->unit->terminator : xy_ddl_last_token(ctx);
    xy_edit_insert(ctx->edits, end, XY_AFTER, tail, rule);
}
