/* CREATE VIEW and CREATE MATERIALIZED VIEW. (Trap G08.) */
#include "pass/ddl.h"
#include "syntax/keyword.h"

/* PostgreSQL only replaces a view by one that begins with the same columns: an earlier one of this file is dropped first. */
static void drop_earlier(xy_context *ctx, const xy_node *name, bool or_replace)
{
    if (!or_replace || !xy_ddl_earlier(ctx, XY_NODE_CREATE_VIEW, xy_ddl_last_part(ctx, name)))
        return;
    xy_rope rope = {0};
    xy_str target = xy_ddl_name(ctx, name);
    xy_rope_format(ctx->edits, &rope, "DROP VIEW IF EXISTS %.*s", XY_STR_ARG(target));
    xy_ddl_prepend(ctx, rope);
}

/* Objects that the query names and that only a later unit of this file creates. */
static bool created_later(xy_context *ctx, xy_str name)
{
    return xy_units_named(ctx->units, XY_NODE_CREATE_TABLE, name, ctx->unit) || xy_units_named(ctx->units, XY_NODE_CREATE_VIEW, name, ctx->unit);
}

static bool flag_later_table(xy_node *node, void *data)
{
    xy_context *ctx = data;
    if (node->kind == XY_NODE_TABLE_NAME) {
        xy_str name = xy_ddl_last_part(ctx, XY_AS(table_name, node)->name);
        bool earlier = xy_ddl_earlier(ctx, XY_NODE_CREATE_TABLE, name) || xy_ddl_earlier(ctx, XY_NODE_CREATE_VIEW, name);
        if (!earlier && created_later(ctx, name))
            xy_pass_flag(ctx, node, "before-table", NULL);
    }
    return xy_node_each_child(node, flag_later_table, data);
}

static void read_only(xy_context *ctx, const xy_create_view *view)
{
    xy_str name = xy_ddl_name(ctx, view->name);
    xy_str trigger = xy_ddl_derived_name(ctx, xy_ddl_last_part(ctx, view->name), "_READ_ONLY");
    xy_rope rope = {0};
    xy_rope_format(ctx->edits, &rope, "CREATE TRIGGER %.*s INSTEAD OF INSERT OR UPDATE OR DELETE ON %.*s FOR EACH ROW EXECUTE FUNCTION %s()", XY_STR_ARG(trigger),
                   XY_STR_ARG(name), xy_pass_runtime(ctx, "read_only_view"));
    xy_ddl_append(ctx, rope);
}

static void drop_restriction(xy_context *ctx, const xy_create_view *view)
{
    uint32_t first = xy_token_next(ctx->source, view->query->last - 1), last = xy_ddl_last_token(ctx);
    if (first != XY_NO_TOKEN && first <= last)
        xy_edit_delete(ctx->edits, first, last + 1, xy_rule_id(ctx->rule));
}

/* WITH CHECK OPTION CONSTRAINT name: the name goes. */
static void drop_restriction_name(xy_context *ctx, const xy_create_view *view)
{
    if (view->restriction_name != XY_NO_TOKEN)
        xy_edit_delete(ctx->edits, xy_token_previous(ctx->source, view->restriction_name), view->restriction_name + 1, xy_rule_id(ctx->rule));
}

void xy_pass_create_view(xy_context *ctx, xy_node *node)
{
    const xy_create_view *view = XY_AS(create_view, node);
    const xy_create_prefix *prefix = XY_AS(create_prefix, view->prefix);
    xy_ddl_clean_prefix(ctx, view->prefix);
    drop_earlier(ctx, view->name, prefix->or_replace != XY_NO_TOKEN);
    xy_ddl_drop_all(ctx, view->properties);
    flag_later_table(view->query, ctx);
    if (view->restriction == XY_CREATE_VIEW_RESTRICTION_READ_ONLY) {
        drop_restriction(ctx, view);
        read_only(ctx, view);
    } else if (view->restriction == XY_CREATE_VIEW_RESTRICTION_CHECK_OPTION) {
        drop_restriction_name(ctx, view);
    }
}

static bool names_word(xy_context *ctx, const xy_node *clause, const char *word)
{
    for (uint32_t i = clause->first; i < clause->last; i++)
        if (xy_ddl_is_word(ctx, i, word))
            return true;
    return false;
}

void xy_pass_materialized_view(xy_context *ctx, xy_node *node)
{
    const xy_create_materialized_view *view = XY_AS(create_materialized_view, node);
    xy_ddl_clean_prefix(ctx, view->prefix);
    bool deferred = false;
    for (uint32_t i = 0; i < view->properties.count; i++) {
        const xy_node *clause = view->properties.items[i];
        if (names_word(ctx, clause, "COMMIT") || names_word(ctx, clause, "NEXT") || names_word(ctx, clause, "FAST"))
            xy_pass_flag(ctx, clause, "refresh", NULL);
        deferred = deferred || names_word(ctx, clause, "DEFERRED");
    }
    xy_ddl_drop_all(ctx, view->properties);
    if (deferred)
        xy_edit_insert_text(ctx->edits, xy_ddl_last_token(ctx), XY_AFTER, " WITH NO DATA", xy_rule_id(ctx->rule));
}
