/* A function that runs off its end raises ORA-06503; on targets where it returns NULL it is made to raise (pass `function-end`). */
#include "pass/ddl.h"
#include "pass/sql.h"
#include "syntax/keyword.h"

static bool ends(xy_context *ctx, xy_nodes stmts);

static bool branches_end(xy_context *ctx, xy_nodes branches, bool is_case)
{
    for (uint32_t i = 0; i < branches.count; i++) {
        const xy_node *branch = branches.items[i];
        if (!ends(ctx, is_case ? XY_AS(case_branch, branch)->stmts : XY_AS(if_branch, branch)->stmts))
            return false;
    }
    return true;
}

static bool handlers_end(xy_context *ctx, xy_nodes handlers)
{
    for (uint32_t i = 0; i < handlers.count; i++)
        if (!ends(ctx, XY_AS(handler, handlers.items[i])->stmts))
            return false;
    return true;
}

static bool is_raise_call(xy_context *ctx, const xy_node *node)
{
    const xy_node *call = XY_AS(procedure_call, node)->call, *name = call->kind == XY_NODE_CALL ? XY_AS(call, call)->callee : call;
    return name->kind == XY_NODE_NAME && xy_str_equal(xy_sql_last_part(ctx, name), XY_STR("RAISE_APPLICATION_ERROR"));
}

static bool has_exit(xy_node *node, void *found)
{
    if (node->kind == XY_NODE_EXIT)
        *(bool *)found = true;
    return !*(bool *)found && xy_node_each_child(node, has_exit, found);
}

static bool is_endless(xy_node *loop)
{
    bool exits = false;
    has_exit(loop, &exits);
    return !exits;
}

/* Does control never come out behind the statement? */
static bool statement_ends(xy_context *ctx, xy_node *node)
{
    switch (node->kind) {
    case XY_NODE_RETURN:
    case XY_NODE_RAISE:
    case XY_NODE_GOTO: return true;
    case XY_NODE_PROCEDURE_CALL: return is_raise_call(ctx, node);
    case XY_NODE_LABELED: return XY_AS(labeled, node)->statement && statement_ends(ctx, XY_AS(labeled, node)->statement);
    case XY_NODE_BLOCK: return ends(ctx, XY_AS(block, node)->stmts) && handlers_end(ctx, XY_AS(block, node)->handlers);
    case XY_NODE_IF:
        return XY_AS(if, node)->else_token != XY_NO_TOKEN && branches_end(ctx, XY_AS(if, node)->branches, false) && ends(ctx, XY_AS(if, node)->otherwise);
    case XY_NODE_CASE_STATEMENT: /* without ELSE it raises */
        return branches_end(ctx, XY_AS(case_statement, node)->branches, true)
               && (XY_AS(case_statement, node)->else_token == XY_NO_TOKEN || ends(ctx, XY_AS(case_statement, node)->otherwise));
    case XY_NODE_LOOP: return is_endless(node);
    default: return false;
    }
}

static bool ends(xy_context *ctx, xy_nodes stmts)
{
    return stmts.count > 0 && statement_ends(ctx, stmts.items[stmts.count - 1]);
}

static bool is_pipelined(const xy_context *ctx, const xy_routine *routine)
{
    for (uint32_t i = 0; i < routine->clauses.count; i++)
        if (xy_ddl_is_word(ctx, XY_AS(routine_clause, routine->clauses.items[i])->head, "PIPELINED"))
            return true;
    return false;
}

void xy_pass_function_end(xy_context *ctx, xy_node *node)
{
    const xy_routine *routine = XY_AS(routine, node);
    if (!routine->body || is_pipelined(ctx, routine))
        return;
    const xy_block *block = XY_AS(block, routine->body);
    xy_nodes stmts = block->stmts;
    bool end = ends(ctx, stmts), handled = block->handlers.count > 0;
    if (end && handlers_end(ctx, block->handlers))
        return;
    if (handled || !stmts.count) { /* its own handlers would catch what is raised among its statements */
        xy_pass_flag(ctx, node, "handled", "name", xy_pass_node_text(ctx, routine->name), NULL);
        return;
    }
    xy_rope rope = {0};
    xy_rope_text(ctx->edits, &rope, "RAISE_APPLICATION_ERROR(-20503, 'ORA-06503');");
    xy_rope_str(ctx->edits, &rope, xy_edit_newline(ctx->edits));
    const xy_token *before = ctx->source->tokens + block->end; /* END stays where it was on its line */
    if (block->end > 1 && before[-1].kind == XY_TOKEN_WHITESPACE && before[-2].kind == XY_TOKEN_NEWLINE)
        xy_rope_str(ctx->edits, &rope, xy_token_text(ctx->source, block->end - 1));
    xy_edit_insert(ctx->edits, block->end, XY_BEFORE, rope, xy_rule_id(ctx->rule));
    xy_pass_flag(ctx, node, "raises", "name", xy_pass_node_text(ctx, routine->name), NULL);
}
