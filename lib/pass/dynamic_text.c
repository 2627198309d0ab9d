/* Dynamic SQL of targets that have EXECUTE IMMEDIATE themselves (`dynamic-text`): only the text is translated, with the rules for plain statements. DDL
 * on a table that static statements of the same block use too is flagged where the target refuses them then (fact ddl_then_dml_fails). */
#include "pass/plpgsql.h"

#include "syntax/keyword.h"

/* ---- DDL, then static statements on the same table ---- */

static const xy_node *changed_table(const xy_node *tree)
{
    switch (tree->kind) {
    case XY_NODE_CREATE_TABLE: return XY_AS(create_table, tree)->name;
    case XY_NODE_ALTER_TABLE: return XY_AS(alter_table, tree)->name;
    case XY_NODE_DROP: return XY_AS(drop, tree)->name;
    case XY_NODE_TRUNCATE: return XY_AS(truncate, tree)->name;
    default: return NULL;
    }
}

static xy_str last_part(const xy_context *ctx, const xy_node *name)
{
    if (!name || name->kind != XY_NODE_NAME)
        return (xy_str){0};
    xy_token_list parts = XY_AS(name, name)->parts;
    return xy_token_name(ctx->source, parts.items[parts.count - 1], ctx->arena);
}

typedef struct search {
    xy_context *ctx;
    xy_str table; /* that the text makes, alters, drops or truncates */
    bool truncate;
    bool used;
} search;

static bool find_use(xy_node *node, void *data)
{
    search *s = data;
    const xy_node *name = NULL;
    if (node->kind == XY_NODE_TABLE_NAME)
        name = XY_AS(table_name, node)->name;
    s->used |= name && xy_str_equal(last_part(s->ctx, name), s->table);
    return xy_node_each_child(node, find_use, s);
}

static void note_table(xy_context *inner, void *data)
{
    search *s = data;
    const xy_node *name = changed_table(inner->unit->tree);
    if (name)
        s->table = last_part(inner, name);
    s->truncate = inner->unit->tree->kind == XY_NODE_TRUNCATE;
}

/* ---- the statement ---- */

static const xy_node *text_of(const xy_node *node)
{
    switch (node->kind) {
    case XY_NODE_EXECUTE_IMMEDIATE: return XY_AS(execute_immediate, node)->sql;
    case XY_NODE_OPEN_FOR: return XY_AS(open_for, node)->source;
    case XY_NODE_CALL: return XY_AS(call, node)->args.items[1]; /* DBMS_SQL.PARSE(cursor, text, …) */
    default: return NULL;
    }
}

void xy_pass_dynamic_text(xy_context *ctx, xy_node *node)
{
    const xy_node *sql = text_of(node);
    search s = {.ctx = ctx};
    if (!sql || sql->kind == XY_NODE_SELECT)
        return;
    xy_dynamic_translate_native(ctx, sql, note_table, &s);
    if (!s.table.length || !xy_target_has(ctx->target, "ddl_then_dml_fails"))
        return;
    const xy_body *body = xy_plpgsql_body(ctx, node);
    if (body && body->block)
        xy_node_each_child((xy_node *)(uintptr_t)body->block, find_use, &s);
    if (s.used)
        xy_pass_flag(ctx, node, s.truncate ? "truncate-then-dml" : "ddl-then-dml", "table", xy_arena_copy(ctx->arena, s.table.data, s.table.length), NULL);
}
