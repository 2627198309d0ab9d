/* COMMENT ON TABLE of a view: PostgreSQL names the kind of object. (Trap G09.) */
#include "pass/ddl.h"

void xy_pass_comment_on(xy_context *ctx, xy_node *node)
{
    const xy_comment_on *comment = XY_AS(comment_on, node);
    if (comment->kind != XY_COMMENT_ON_KIND_TABLE)
        return;
    const xy_symbol *object = xy_catalog_find(ctx->catalog, (xy_str){0}, xy_ddl_last_part(ctx, comment->name), true);
    const char *kind = !object ? NULL : object->kind == XY_SYM_VIEW ? "VIEW" : object->kind == XY_SYM_MVIEW ? "MATERIALIZED VIEW" : NULL;
    if (kind)
        xy_edit_token(ctx->edits, xy_token_previous(ctx->source, comment->name->first), kind, xy_rule_id(ctx->rule));
}
