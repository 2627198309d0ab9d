/* Views over an object that is changed, replaced or dropped. Oracle takes the change and compiles them again when they are read; PostgreSQL
 * refuses it. The runtime takes such views away before and puts them back behind. Only views that this file creates before are known. (Traps G08, G10.) */
#include "pass/ddl.h"
#include "pass/sql.h"

typedef struct search {
    xy_context *ctx;
    xy_str name;
    bool found;
} search;

static bool reads_object(xy_node *node, void *data)
{
    search *s = data;
    if (node->kind == XY_NODE_TABLE_NAME && xy_str_equal(xy_ddl_last_part(s->ctx, XY_AS(table_name, node)->name), s->name))
        s->found = true;
    return !s->found;
}

bool xy_ddl_has_views(xy_context *ctx, const xy_node *name)
{
    search s = {.ctx = ctx, .name = xy_ddl_last_part(ctx, name)};
    for (uint32_t i = 0; i < ctx->units->count && &ctx->units->items[i] != ctx->unit && !s.found; i++) {
        xy_node *tree = ctx->units->items[i].tree;
        if (tree && tree->kind == XY_NODE_CREATE_VIEW)
            xy_sql_walk(XY_AS(create_view, tree)->query, reads_object, &s);
    }
    return s.found;
}

void xy_ddl_views_away(xy_context *ctx, const xy_node *name)
{
    xy_rope rope = {0};
    xy_rope_build(ctx->edits, &rope, "CALL %s(%S)", xy_pass_runtime(ctx, "views_away"), xy_sql_quote(ctx, xy_ddl_name(ctx, name)));
    xy_ddl_prepend(ctx, rope);
}

void xy_ddl_views_back(xy_context *ctx)
{
    xy_rope rope = {0};
    xy_rope_build(ctx->edits, &rope, "CALL %s()", xy_pass_runtime(ctx, "views_back"));
    xy_ddl_append(ctx, rope);
}
