/* CREATE TABLE: columns, constraints, storage, temporary tables. (Oracle SQL reference, CREATE TABLE; traps G01, G02, G04, G05, A07.) */
#include "pass/ddl.h"
#include "syntax/keyword.h"

#include <string.h>

/* ---- constraint states ---- */

/* What is left of a state in the target: most only repeat the default. */
static bool state_is_kept(uint8_t kind)
{
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
        if (!state_is_kept(XY_AS(constraint_state, constraint->state.items[i])->kind))
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

/* A column that a trigger must fill when NULL is inserted: DEFAULT ON NULL and identity BY DEFAULT ON NULL. */
static void null_default(xy_context *ctx, xy_rope *body, const xy_create_table *table, const xy_column_def *column)
{
    xy_str name = xy_pass_target_name(ctx, xy_token_name(ctx->source, column->name, ctx->arena));
    xy_rope_format(ctx->edits, body, "  IF NEW.%.*s IS NULL THEN NEW.%.*s := ", XY_STR_ARG(name), XY_STR_ARG(name));
    if (column->identity) {
        xy_str owner = xy_ddl_name(ctx, table->name);
        xy_rope_format(ctx->edits, body, "nextval(pg_get_serial_sequence('%.*s', '%.*s'))", XY_STR_ARG(owner), XY_STR_ARG(name));
    } else {
        xy_rope_node(ctx->edits, body, column->default_);
    }
    xy_rope_text(ctx->edits, body, "; END IF;\n");
}

static bool fills_null(const xy_column_def *column)
{
    bool identity = column->identity && XY_AS(identity, column->identity)->mode == XY_IDENTITY_MODE_BY_DEFAULT_ON_NULL;
    return identity || (column->on_null != XY_NO_TOKEN && column->default_);
}

static void add_null_trigger(xy_context *ctx, const xy_create_table *table)
{
    xy_rope body = {0};
    bool any = false;
    for (uint32_t i = 0; i < table->items.count; i++) {
        const xy_node *item = table->items.items[i];
        if (item->kind == XY_NODE_COLUMN_DEF && fills_null(XY_AS(column_def, item))) {
            null_default(ctx, &body, table, XY_AS(column_def, item));
            any = true;
        }
    }
    if (!any)
        return;
    xy_str stored = xy_ddl_last_part(ctx, table->name), name = xy_ddl_name(ctx, table->name);
    xy_str function = xy_ddl_derived_name(ctx, stored, "_NULL_DEFAULTS");
    xy_rope rope = {0};
    xy_rope_format(ctx->edits, &rope, "CREATE OR REPLACE FUNCTION %.*s() RETURNS trigger AS $$\nBEGIN\n", XY_STR_ARG(function));
    xy_ddl_join(ctx, &rope, &body);
    xy_rope_format(ctx->edits, &rope,
                   "  RETURN NEW;\nEND;\n$$ LANGUAGE plpgsql;\nCREATE TRIGGER %.*s BEFORE INSERT ON %.*s FOR EACH ROW EXECUTE FUNCTION %.*s()",
                   XY_STR_ARG(function), XY_STR_ARG(name), XY_STR_ARG(function));
    xy_ddl_append(ctx, rope);
}

static void identity_column(xy_context *ctx, const xy_column_def *column)
{
    const xy_identity *identity = XY_AS(identity, column->identity);
    xy_str type = xy_target_fact(ctx->target, "type_identity");
    if (column->type && type.length) {
        xy_rope rope = {0};
        xy_rope_str(ctx->edits, &rope, xy_edit_case(ctx->edits, column->type->first, type));
        xy_edit_replace_node(ctx->edits, column->type, XY_LAYER_WRAP, rope, xy_rule_id(ctx->rule));
    }
    for (uint32_t i = column->identity->first; identity->mode == XY_IDENTITY_MODE_BY_DEFAULT_ON_NULL && i < column->identity->last; i++)
        if (xy_ddl_is_word(ctx, i, "ON")) {
            uint32_t null = xy_token_next(ctx->source, i);
            xy_edit_delete(ctx->edits, i, null + 1, xy_rule_id(ctx->rule));
            break;
        }
}

static void virtual_column(xy_context *ctx, const xy_node *node)
{
    const xy_column_def *column = XY_AS(column_def, node);
    xy_rope rope = {0};
    xy_edits *edits = ctx->edits;
    if (!column->type) {
        xy_str type = xy_pass_target_type(ctx, xy_info_of(ctx->analysis, column->virtual)->type);
        if (!type.length) {
            xy_pass_flag(ctx, node, "virtual-type", NULL);
            type = xy_target_fact(ctx->target, "type_number");
        }
        xy_rope_str(edits, &rope, type);
        xy_rope_text(edits, &rope, " ");
    }
    xy_rope_text(edits, &rope, "GENERATED ALWAYS AS (");
    xy_rope_node(edits, &rope, column->virtual);
    xy_rope_format(edits, &rope, ") %s", xy_target_has(ctx->target, "virtual_columns") ? "VIRTUAL" : "STORED");
    uint32_t first = xy_token_next(ctx->source, column->type ? column->type->last - 1 : column->name), last = column->virtual->last;
    for (uint32_t next = last; next < node->last && next != XY_NO_TOKEN; next = xy_token_next(ctx->source, next)) {
        uint16_t kind = ctx->source->tokens[next].kind;
        bool inside = kind == XY_TOKEN_RPAREN || xy_ddl_is_word(ctx, next, "VIRTUAL") || xy_ddl_is_word(ctx, next, "STORED") || xy_token_is_trivia(kind);
        if (!inside)
            break;
        if (!xy_token_is_trivia(kind))
            last = next + 1;
    }
    xy_edit_replace(edits, first, last, XY_LAYER_OWN, rope, xy_rule_id(ctx->rule));
}

/* On targets that take a column as Oracle writes it but for this. */
void xy_pass_virtual_column(xy_context *ctx, xy_node *node)
{
    virtual_column(ctx, node);
}

static void column(xy_context *ctx, const xy_create_table *table, const xy_node *node)
{
    const xy_column_def *c = XY_AS(column_def, node);
    if (c->visibility != XY_NO_TOKEN) {
        xy_pass_flag_token(ctx, c->visibility, "invisible", NULL);
        xy_edit_delete(ctx->edits, c->visibility, c->visibility + 1, xy_rule_id(ctx->rule));
    }
    if (c->on_null != XY_NO_TOKEN && c->default_)
        xy_edit_delete(ctx->edits, c->on_null, xy_token_next(ctx->source, c->on_null) + 1, xy_rule_id(ctx->rule));
    if (c->identity)
        identity_column(ctx, c);
    if (c->virtual)
        virtual_column(ctx, node);
    for (uint32_t i = 0; i < c->constraints.count; i++)
        constraint(ctx, table, c->constraints.items[i], node, false);
    xy_ddl_drop_all(ctx, c->properties);
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
    add_null_trigger(ctx, table);
}
