/* Constraints that stand as statements of their own: those that are disabled, which wait in the runtime for ENABLE, and unique keys that
 * only an index can be, because PostgreSQL's own do not compare NULLs as Oracle does. (Traps A07, G02.) */
#include "pass/ddl.h"
#include "pass/sql.h"
#include "syntax/keyword.h"

static bool is_disabled(const xy_constraint *c)
{
    for (uint32_t i = 0; i < c->state.count; i++)
        if (XY_AS(constraint_state, c->state.items[i])->kind == XY_CONSTRAINT_STATE_KIND_DISABLE)
            return true;
    return false;
}

static bool is_key(const xy_constraint *c)
{
    return c->kind == XY_CONSTRAINT_KIND_PRIMARY_KEY || c->kind == XY_CONSTRAINT_KIND_UNIQUE;
}

/* ---- unique keys ---- */

static const xy_symbol *find_column(const xy_symbol *table, xy_str name)
{
    for (uint32_t i = 0; table && i < table->column_count; i++)
        if (xy_str_equal(table->columns[i]->name, name))
            return table->columns[i];
    return NULL;
}

/* Columns of the key that may be null, as far as the catalog knows; *all is whether every one may. */
static uint32_t nullable_columns(const xy_context *ctx, const xy_symbol *table, const xy_constraint *key, bool *all)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < key->columns.count; i++) {
        const xy_symbol *column = find_column(table, xy_token_name(ctx->source, key->columns.items[i], ctx->arena));
        count += !column || column->nullability != XY_NULL_NEVER;
    }
    *all = count == key->columns.count;
    return count;
}

static bool needs_index(const xy_context *ctx, const xy_symbol *table, const xy_constraint *key, bool *all)
{
    return key->kind == XY_CONSTRAINT_KIND_UNIQUE && key->columns.count >= 2 && nullable_columns(ctx, table, key, all) > 0;
}

static void add_columns(xy_context *ctx, xy_rope *rope, xy_token_list columns, const char *between, const char *after)
{
    for (uint32_t i = 0; i < columns.count; i++) {
        xy_str name = xy_pass_target_name(ctx, xy_token_name(ctx->source, columns.items[i], ctx->arena));
        xy_rope_format(ctx->edits, rope, "%s%.*s%s", i ? between : "", XY_STR_ARG(name), after);
    }
}

/* CREATE UNIQUE INDEX … NULLS NOT DISTINCT WHERE a IS NOT NULL OR b IS NOT NULL has exactly the meaning of Oracle's key. */
static void add_index(xy_context *ctx, xy_rope *rope, const xy_node *table_name, const xy_constraint *key, bool all_nullable)
{
    xy_str table = xy_ddl_name(ctx, table_name);
    xy_str index = key->name != XY_NO_TOKEN ? xy_pass_target_name(ctx, xy_token_name(ctx->source, key->name, ctx->arena))
                                            : xy_ddl_derived_name(ctx, xy_ddl_last_part(ctx, table_name), "_key");
    xy_rope_format(ctx->edits, rope, "CREATE UNIQUE INDEX %.*s ON %.*s (", XY_STR_ARG(index), XY_STR_ARG(table));
    add_columns(ctx, rope, key->columns, ", ", "");
    xy_rope_text(ctx->edits, rope, ") NULLS NOT DISTINCT");
    if (all_nullable) {
        xy_rope_text(ctx->edits, rope, " WHERE ");
        add_columns(ctx, rope, key->columns, " OR ", " IS NOT NULL");
    }
}

/* ---- keys over an index that is there: CREATE UNIQUE INDEX pk …; ADD CONSTRAINT pk PRIMARY KEY … USING INDEX ---- */

/* The index of the key's own name stands before it in the file. */
static bool takes_index(xy_context *ctx, const xy_constraint *c)
{
    return is_key(c) && c->name != XY_NO_TOKEN && xy_ddl_earlier(ctx, XY_NODE_CREATE_INDEX, xy_token_name(ctx->source, c->name, ctx->arena));
}

static void drop_index(xy_context *ctx, xy_rope *rope, const xy_node *table_name, const xy_constraint *c)
{
    const xy_name *name = XY_AS(name, table_name);
    xy_str index = xy_pass_target_name(ctx, xy_token_name(ctx->source, c->name, ctx->arena)), schema = {0};
    if (name->parts.count > 1)
        schema = xy_str_format(ctx->arena, "%.*s.", XY_STR_ARG(xy_pass_target_name(ctx, xy_token_name(ctx->source, name->parts.items[0], ctx->arena))));
    xy_rope_format(ctx->edits, rope, "DROP INDEX %.*s%.*s;\n", XY_STR_ARG(schema), XY_STR_ARG(index));
}

/* ---- disabled ones ---- */

static void add_column_list(xy_context *ctx, xy_rope *rope, const xy_constraint *c, const xy_node *column)
{
    xy_rope_text(ctx->edits, rope, "(");
    if (c->columns.count == 0 && column) {
        xy_str name = xy_pass_target_name(ctx, xy_token_name(ctx->source, XY_AS(column_def, column)->name, ctx->arena));
        xy_rope_str(ctx->edits, rope, name);
    }
    add_columns(ctx, rope, c->columns, ", ", "");
    xy_rope_text(ctx->edits, rope, ")");
}

static void add_reference(xy_context *ctx, xy_rope *rope, const xy_constraint *c)
{
    xy_rope_build(ctx->edits, rope, " REFERENCES %S", xy_ddl_name(ctx, c->references));
    if (c->ref_columns.count) {
        xy_rope_text(ctx->edits, rope, " (");
        add_columns(ctx, rope, c->ref_columns, ", ", "");
        xy_rope_text(ctx->edits, rope, ")");
    }
    static const char *const actions[] = {[XY_CONSTRAINT_ON_DELETE_CASCADE] = " ON DELETE CASCADE", [XY_CONSTRAINT_ON_DELETE_SET_NULL] = " ON DELETE SET NULL"};
    if (c->on_delete != XY_CONSTRAINT_ON_DELETE_NONE)
        xy_rope_text(ctx->edits, rope, actions[c->on_delete]);
}

static void add_definition(xy_context *ctx, xy_rope *rope, const xy_constraint *c, const xy_node *column)
{
    switch (c->kind) {
    case XY_CONSTRAINT_KIND_CHECK: xy_rope_build(ctx->edits, rope, "CHECK (%n)", c->condition); break;
    case XY_CONSTRAINT_KIND_PRIMARY_KEY:
        xy_rope_text(ctx->edits, rope, "PRIMARY KEY ");
        add_column_list(ctx, rope, c, column);
        break;
    case XY_CONSTRAINT_KIND_UNIQUE:
        xy_rope_text(ctx->edits, rope, "UNIQUE ");
        add_column_list(ctx, rope, c, column);
        break;
    default:
        xy_rope_text(ctx->edits, rope, "FOREIGN KEY ");
        add_column_list(ctx, rope, c, column);
        add_reference(ctx, rope, c);
    }
}

static void add_disabled(xy_context *ctx, xy_rope *rope, const xy_node *table_name, const xy_constraint *c, const xy_node *column)
{
    xy_str name = c->name != XY_NO_TOKEN ? xy_sql_quote(ctx, xy_token_name(ctx->source, c->name, ctx->arena)) : XY_STR("NULL");
    if (c->name != XY_NO_TOKEN) { /* as the catalog of the target stores it */
        xy_str target = xy_pass_target_name(ctx, xy_token_name(ctx->source, c->name, ctx->arena));
        bool quoted = target.data[0] == '"';
        name = xy_sql_quote(ctx, quoted ? (xy_str){target.data + 1, target.length - 2} : target);
    }
    xy_rope_build(ctx->edits, rope, "CALL %s(%S, %S, $xy$", xy_pass_runtime(ctx, "add_disabled_constraint"), xy_sql_quote(ctx, xy_ddl_name(ctx, table_name)),
                  name);
    add_definition(ctx, rope, c, column);
    xy_rope_text(ctx->edits, rope, "$xy$)");
}

/* ---- for CREATE TABLE and ALTER TABLE ---- */

bool xy_ddl_constraint_is_apart(xy_context *ctx, const xy_symbol *table, const xy_node *node)
{
    const xy_constraint *c = XY_AS(constraint, node);
    bool all;
    if (c->kind == XY_CONSTRAINT_KIND_NOT_NULL || c->kind == XY_CONSTRAINT_KIND_NULL || c->kind == XY_CONSTRAINT_KIND_SCOPE)
        return false;
    if (is_disabled(c) && !xy_target_has(ctx->target, "disabled_constraints"))
        return true;
    return takes_index(ctx, c) || (needs_index(ctx, table, c, &all) && xy_target_has(ctx->target, "nulls_not_distinct"));
}

void xy_ddl_constraint_apart(xy_context *ctx, xy_rope *rope, const xy_node *table_name, const xy_node *node, const xy_node *column)
{
    const xy_constraint *c = XY_AS(constraint, node);
    const xy_symbol *table = xy_catalog_find(ctx->catalog, (xy_str){0}, xy_ddl_last_part(ctx, table_name), true);
    bool all = false;
    if (is_disabled(c) && !xy_target_has(ctx->target, "disabled_constraints")) {
        add_disabled(ctx, rope, table_name, c, column);
        return;
    }
    if (takes_index(ctx, c))
        drop_index(ctx, rope, table_name, c);
    if (needs_index(ctx, table, c, &all) && xy_target_has(ctx->target, "nulls_not_distinct")) {
        add_index(ctx, rope, table_name, c, all);
        return;
    }
    xy_ddl_constraint_states(ctx, node);
    xy_rope_build(ctx->edits, rope, "ALTER TABLE %S ADD %n", xy_ddl_name(ctx, table_name), node);
}

bool xy_ddl_constraint_needs_index(xy_context *ctx, const xy_symbol *table, const xy_node *node)
{
    bool all;
    return needs_index(ctx, table, XY_AS(constraint, node), &all);
}
