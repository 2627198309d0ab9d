/* FETCH FIRST n PERCENT ROWS (`row-percent`): the number of rows is counted by the query itself, which then stands twice. */
#include "pass/sql.h"

/* Would the query count other rows the second time, or do something twice? */
static bool find_once_only(xy_node *node, void *data)
{
    struct {
        const xy_context *ctx;
        bool found;
    } *look = data;
    const xy_symbol *symbol =
        node->kind == XY_NODE_NAME || node->kind == XY_NODE_CALL || node->kind == XY_NODE_FIELD ? xy_info_of(look->ctx->analysis, node)->symbol : NULL;
    look->found |= node->kind == XY_NODE_INTO || (symbol && (symbol->kind == XY_SYM_FUNCTION || symbol->kind == XY_SYM_SEQUENCE));
    look->found |= node->kind == XY_NODE_NAME && xy_sql_word(look->ctx, node->first, "DBMS_RANDOM");
    return !look->found && xy_node_each_child(node, find_once_only, data);
}

void xy_pass_row_percent(xy_context *ctx, xy_node *node)
{
    const xy_row_limit *limit = XY_AS(row_limit, node);
    if (limit->percent == XY_NO_TOKEN || !limit->count || limit->offset || !node->parent || node->parent->kind != XY_NODE_SELECT)
        return; /* reported as it stands */
    xy_node *body = XY_AS(select, node->parent)->body;
    struct {
        const xy_context *ctx;
        bool found;
    } look = {ctx, false};
    find_once_only(body, &look);
    if (look.found)
        return;
    bool plain = xy_sql_bare(limit->count)->kind == XY_NODE_NUMBER_LITERAL;
    xy_rope rope = {0};
    xy_rope_build(ctx->edits, &rope,
                  plain ? "(SELECT ceil(count(*) * %n / 100.0)::bigint" : "(SELECT greatest(ceil(count(*) * coalesce(%n, 0) / 100.0), 0)::bigint",
                  limit->count);
    xy_rope_build(ctx->edits, &rope, " FROM (%n) %S)", body, xy_pass_fresh_name(ctx, "xy_rows"));
    xy_edit_replace(ctx->edits, limit->count->first, limit->percent + 1, XY_LAYER_OWN, rope, xy_sql_rule(ctx));
}
