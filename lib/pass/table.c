/* CREATE TABLE: columns, constraints, storage, temporary tables. (Oracle SQL reference, CREATE TABLE; traps G01, G02, G04, G05, A07.) */
#include "pass/ddl.h"
#include "syntax/keyword.h"

#include <string.h>

/* ---- constraint states ---- */

/* What is left of a state in the target: most only repeat the default. */
static bool state_is_kept(const xy_constraint *constraint, uint8_t kind)
{
    if (constraint->kind == XY_CONSTRAINT_KIND_CHECK || constraint->kind == XY_CONSTRAINT_KIND_NOT_NULL)
        return false; /* the target checks them at once, always */
    switch (kind) {
    case XY_CONSTRAINT_STATE_KIND_DEFERRABLE:
    case XY_CONSTRAINT_STATE_KIND_NOT_DEFERRABLE:
    case XY_CONSTRAINT_STATE_KIND_INITIALLY_DEFERRED:
    case XY_CONSTRAINT_STATE_KIND_INITIALLY_IMMEDIATE: return true;
    default: return false;
    }
}

static bool has_state(const xy_constraint *constraint, uint8_t kind)
{
    for (uint32_t i = 0; i < constraint->state.count; i++)
        if (XY_AS(constraint_state, constraint->state.items[i])->kind == kind)
            return true;
    return false;
}

static void drop_states(xy_context *ctx, const xy_constraint *constraint)
{
    for (uint32_t i = 0; i < constraint->state.count; i++)
        if (!state_is_kept(constraint, XY_AS(constraint_state, constraint->state.items[i])->kind))
            xy_ddl_drop(ctx, constraint->state.items[i]);
}

/* ALTER TABLE … ADD CONSTRAINT: NOVALIDATE keeps old rows unchecked; USING INDEX takes an index that is there. */
void xy_ddl_constraint_states(xy_context *ctx, const xy_node *node)
{
    const xy_constraint *c = XY_AS(constraint, node);
    bool checkable = c->kind == XY_CONSTRAINT_KIND_CHECK || c->kind == XY_CONSTRAINT_KIND_FOREIGN_KEY;
    if (has_state(c, XY_CONSTRAINT_STATE_KIND_NOVALIDATE) && checkable)
        xy_edit_insert_text(ctx->edits, xy_token_previous(ctx->source, node->last), XY_AFTER, " NOT VALID", xy_rule_id(ctx->rule));
    else if (has_state(c, XY_CONSTRAINT_STATE_KIND_NOVALIDATE))
        xy_pass_flag(ctx, node, "novalidate-key", NULL);
    drop_states(ctx, c);
}

/* Removes a list item together with one comma beside it. */
static void drop_item(xy_context *ctx, const xy_node *item, bool first)
{
    uint32_t from = item->first, to = item->last;
    if (!first) {
        from = xy_token_previous(ctx->source, from);
    } else {
        uint32_t next = xy_token_next(ctx->source, to - 1);
        if (next != XY_NO_TOKEN && ctx->source->tokens[next].kind == XY_TOKEN_COMMA)
            to = next + 1;
    }
    xy_edit_delete(ctx->edits, from, to, xy_rule_id(ctx->rule));
}

/* ---- constraints ---- */

/* `column` is the column of an inline constraint, or null. */
static void constraint(xy_context *ctx, const xy_create_table *table, const xy_node *node, const xy_node *column, bool first)
{
    const xy_constraint *c = XY_AS(constraint, node);
    const xy_symbol *symbol = xy_catalog_find(ctx->catalog, (xy_str){0}, xy_ddl_last_part(ctx, table->name), true);
    bool not_null = c->kind == XY_CONSTRAINT_KIND_NOT_NULL && has_state(c, XY_CONSTRAINT_STATE_KIND_DISABLE);
    if (not_null && !xy_target_has(ctx->target, "disabled_constraints")) {
        xy_pass_flag(ctx, node, "disabled-constraint", NULL);
        xy_ddl_drop(ctx, node);
        return;
    }
    if (c->kind == XY_CONSTRAINT_KIND_SCOPE)
        xy_pass_flag(ctx, node, "scope", NULL);
    if (xy_ddl_constraint_is_apart(ctx, symbol, node)) {
        xy_rope rope = {0};
        xy_ddl_constraint_apart(ctx, &rope, table->name, node, column);
        xy_ddl_append(ctx, rope);
        if (column)
            xy_ddl_drop(ctx, node);
        else
            drop_item(ctx, node, first);
        return;
    }
    if (xy_ddl_constraint_needs_index(ctx, symbol, node))
        xy_pass_flag(ctx, node, "partly-null-key", NULL);
    drop_states(ctx, c);
}

/* ---- columns ---- */

static void column(xy_context *ctx, const xy_create_table *table, const xy_node *node)
{
    const xy_column_def *c = XY_AS(column_def, node);
    xy_ddl_column(ctx, table->name, node);
    for (uint32_t i = 0; i < c->constraints.count; i++)
        constraint(ctx, table, c->constraints.items[i], node, false);
}

/* ---- the table ---- */

static void temporary(xy_context *ctx, const xy_node *node)
{
    const xy_create_table *table = XY_AS(create_table, node);
    for (uint32_t i = node->first; i < table->name->first; i++) {
        if (xy_ddl_is_word(ctx, i, "GLOBAL") || xy_ddl_is_word(ctx, i, "PRIVATE"))
            xy_edit_delete(ctx->edits, i, i + 1, xy_rule_id(ctx->rule));
    }
    xy_pass_flag(ctx, table->name, "temporary", NULL);
    bool default_commit = table->on_commit == XY_CREATE_TABLE_ON_COMMIT_NONE;
    if (!default_commit)
        return;
    xy_rope rope = {0}; /* Oracle's default is DELETE ROWS, PostgreSQL's PRESERVE ROWS */
    xy_rope_text(ctx->edits, &rope, " ON COMMIT DELETE ROWS");
    xy_edit_insert(ctx->edits, xy_ddl_last_token(ctx), XY_AFTER, rope, xy_rule_id(ctx->rule));
}

void xy_pass_create_table(xy_context *ctx, xy_node *node)
{
    const xy_create_table *table = XY_AS(create_table, node);
    xy_ddl_clean_prefix(ctx, table->prefix);
    if (table->of_type)
        xy_pass_flag(ctx, table->of_type, "object-table", NULL);
    if (table->temporary != XY_CREATE_TABLE_TEMPORARY_NONE)
        temporary(ctx, node);
    for (uint32_t i = 0; i < table->items.count; i++) {
        const xy_node *item = table->items.items[i];
        if (item->kind == XY_NODE_COLUMN_DEF)
            column(ctx, table, item);
        else if (item->kind == XY_NODE_CONSTRAINT)
            constraint(ctx, table, item, NULL, i == 0);
        else
            xy_pass_flag(ctx, item, "table-item", NULL);
    }
    for (uint32_t i = 0; i < table->properties.count; i++) /* ORGANIZATION EXTERNAL: the rows lie in files */
        if (xy_ddl_is_word(ctx, table->properties.items[i]->first, "ORGANIZATION")
            && xy_ddl_is_word(ctx, xy_token_next(ctx->source, table->properties.items[i]->first), "EXTERNAL"))
            xy_pass_flag(ctx, table->properties.items[i], "external", NULL);
    xy_ddl_drop_all(ctx, table->properties);
    if (xy_ddl_earlier(ctx, XY_NODE_CREATE_TABLE, xy_ddl_last_part(ctx, table->name)) && xy_ddl_has_views(ctx, table->name))
        xy_ddl_views_back(ctx); /* it was dropped, and its views were taken away */
    xy_ddl_insert_trigger(ctx, table->name, table->items, "_NULL_DEFAULTS");
}
