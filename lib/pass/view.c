/* CREATE VIEW and CREATE MATERIALIZED VIEW. (Trap G08.) */
#include "pass/ddl.h"
#include "pass/sql.h"
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

/* Views over the one that is replaced stand aside meanwhile. */
static bool replaces_below_views(xy_context *ctx, const xy_node *name, bool or_replace)
{
    return or_replace && xy_ddl_earlier(ctx, XY_NODE_CREATE_VIEW, xy_ddl_last_part(ctx, name)) && xy_ddl_has_views(ctx, name);
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
    xy_rope_format(ctx->edits, &rope, "CREATE TRIGGER %.*s INSTEAD OF INSERT OR UPDATE OR DELETE ON %.*s FOR EACH ROW EXECUTE FUNCTION %s()",
                   XY_STR_ARG(trigger), XY_STR_ARG(name), xy_pass_runtime(ctx, "read_only_view"));
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

/* Constraints of views only tell the optimizer something (Oracle takes them DISABLE NOVALIDATE only): they go. */
static void drop_constraints(xy_context *ctx, const xy_create_view *view)
{
    bool kept = false;
    for (uint32_t i = 0; i < view->columns.count; i++) {
        const xy_node *item = view->columns.items[i];
        bool column = item->kind == XY_NODE_COLUMN_DEF;
        uint32_t first = item->first, last = item->last;
        if (column && XY_AS(column_def, item)->constraints.count)
            first = XY_AS(column_def, item)->constraints.items[0]->first;
        else if (column)
            first = last;
        else if (kept)
            first = xy_token_previous(ctx->source, first); /* the comma */
        else if (i + 1 < view->columns.count)
            last = xy_token_next(ctx->source, last - 1) + 1;
        else { /* the list holds nothing else */
            first = xy_token_previous(ctx->source, view->columns.items[0]->first);
            last = xy_token_next(ctx->source, last - 1) + 1;
        }
        kept = kept || column;
        if (first < last)
            xy_edit_delete(ctx->edits, first, last, xy_rule_id(ctx->rule));
    }
}

void xy_pass_create_view(xy_context *ctx, xy_node *node)
{
    const xy_create_view *view = XY_AS(create_view, node);
    const xy_create_prefix *prefix = XY_AS(create_prefix, view->prefix);
    xy_ddl_clean_prefix(ctx, view->prefix);
    bool below = replaces_below_views(ctx, view->name, prefix->or_replace != XY_NO_TOKEN);
    if (below)
        xy_ddl_views_away(ctx, view->name);
    drop_earlier(ctx, view->name, prefix->or_replace != XY_NO_TOKEN);
    xy_ddl_drop_all(ctx, view->properties);
    drop_constraints(ctx, view);
    flag_later_table(view->query, ctx);
    if (view->restriction == XY_CREATE_VIEW_RESTRICTION_READ_ONLY) {
        drop_restriction(ctx, view);
        read_only(ctx, view);
    } else if (view->restriction == XY_CREATE_VIEW_RESTRICTION_CHECK_OPTION) {
        drop_restriction_name(ctx, view);
    }
    if (below)
        xy_ddl_views_back(ctx);
}

static bool names_word(xy_context *ctx, const xy_node *clause, const char *word)
{
    for (uint32_t i = clause->first; i < clause->last; i++)
        if (xy_ddl_is_word(ctx, i, word))
            return true;
    return false;
}

/* ---- REFRESH ON COMMIT: a deferred trigger on each table ---- */

typedef struct commit_tables {
    xy_context *ctx;
    const xy_create_materialized_view *view;
    xy_sql_nodes seen;
} commit_tables;

static bool add_commit_trigger(xy_node *node, void *data)
{
    commit_tables *t = data;
    xy_context *ctx = t->ctx;
    if (node->kind == XY_NODE_TABLE_NAME) {
        const xy_node *name = XY_AS(table_name, node)->name;
        const xy_symbol *table = xy_catalog_find(ctx->catalog, (xy_str){0}, xy_ddl_last_part(ctx, name), true);
        for (uint32_t i = 0; i < t->seen.count; i++)
            if (xy_str_equal(xy_ddl_last_part(ctx, XY_AS(table_name, t->seen.items[i])->name), xy_ddl_last_part(ctx, name)))
                return true;
        xy_vec_push(ctx->arena, &t->seen, node);
        if (!table || table->kind != XY_SYM_TABLE) {
            if (!xy_sql_is_dual(ctx, node))
                xy_pass_flag(ctx, node, "commit-table", "table", xy_arena_copy(ctx->arena, xy_ddl_name(ctx, name).data, xy_ddl_name(ctx, name).length), NULL);
            return true;
        }
        xy_rope rope = {0};
        xy_str view = xy_ddl_name(ctx, t->view->name);
        xy_str suffix = xy_str_format(ctx->arena, "_%.*s", XY_STR_ARG(xy_ddl_last_part(ctx, t->view->name)));
        xy_rope_build(ctx->edits, &rope,
                      "CREATE CONSTRAINT TRIGGER %S AFTER INSERT OR UPDATE OR DELETE ON %S DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION %s(%S)",
                      xy_ddl_derived_name(ctx, xy_ddl_last_part(ctx, name), xy_arena_copy(ctx->arena, suffix.data, suffix.length)), xy_ddl_name(ctx, name),
                      xy_pass_runtime(ctx, "refresh_on_commit"), xy_sql_quote(ctx, view));
        xy_ddl_append(ctx, rope);
    }
    return xy_node_each_child(node, add_commit_trigger, data);
}

/* BUILD DEFERRED: Oracle's view is empty until it is refreshed, where one WITH NO DATA would refuse to be read. */
static void build_empty(xy_context *ctx, const xy_create_materialized_view *view)
{
    xy_rope before = {0}, after = {0}, restore = {0};
    xy_rope_text(ctx->edits, &before, "SET xinyi.build = 'deferred'");
    xy_ddl_prepend(ctx, before);
    xy_edit_insert_text(ctx->edits, view->query->first, XY_BEFORE, "SELECT * FROM (", xy_rule_id(ctx->rule));
    xy_rope_text(ctx->edits, &after, ") AS xy_rows WHERE current_setting('xinyi.build', true) IS DISTINCT FROM 'deferred'");
    xy_edit_insert(ctx->edits, xy_token_previous(ctx->source, view->query->last), XY_AFTER, after, xy_rule_id(ctx->rule));
    xy_rope_text(ctx->edits, &restore, "RESET xinyi.build");
    xy_ddl_append(ctx, restore);
}

void xy_pass_materialized_view(xy_context *ctx, xy_node *node)
{
    const xy_create_materialized_view *view = XY_AS(create_materialized_view, node);
    bool deferred = false, commit = false;
    xy_ddl_clean_prefix(ctx, view->prefix);
    for (uint32_t i = 0; i < view->properties.count; i++) {
        const xy_node *clause = view->properties.items[i];
        if (names_word(ctx, clause, "PREBUILT"))
            xy_pass_flag(ctx, clause, "prebuilt", NULL);
        if (names_word(ctx, clause, "NEXT") || names_word(ctx, clause, "START"))
            xy_pass_flag(ctx, clause, "refresh", NULL);
        commit = commit || names_word(ctx, clause, "COMMIT");
        deferred = deferred || (names_word(ctx, clause, "BUILD") && names_word(ctx, clause, "DEFERRED"));
    }
    xy_ddl_drop_all(ctx, view->properties);
    if (deferred)
        build_empty(ctx, view);
    commit_tables tables = {.ctx = ctx, .view = view};
    if (commit)
        xy_node_each_child(view->query, add_commit_trigger, &tables);
}
