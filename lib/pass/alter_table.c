/* ALTER TABLE: every action in the target's words. (Traps G02, G10.) */
#include "pass/ddl.h"
#include "syntax/keyword.h"

/* ---- ADD ---- */

/* The parentheses of `ADD (a NUMBER, b DATE)`: the target repeats ADD COLUMN instead. */
static void drop_parentheses(xy_context *ctx, const xy_node *action, uint32_t first_item, uint32_t last_item_end)
{
    uint32_t open = xy_token_previous(ctx->source, first_item), close = xy_token_next(ctx->source, last_item_end - 1);
    bool wrapped = open != XY_NO_TOKEN && open >= action->first && ctx->source->tokens[open].kind == XY_TOKEN_LPAREN;
    if (!wrapped || close == XY_NO_TOKEN || ctx->source->tokens[close].kind != XY_TOKEN_RPAREN)
        return;
    xy_edit_delete(ctx->edits, open, open + 1, xy_rule_id(ctx->rule));
    xy_edit_delete(ctx->edits, close, close + 1, xy_rule_id(ctx->rule));
}

static void add_items(xy_context *ctx, xy_node *node)
{
    const xy_add_items *add = XY_AS(add_items, node);
    if (add->items.count == 0)
        return;
    drop_parentheses(ctx, node, add->items.items[0]->first, add->items.items[add->items.count - 1]->last);
    for (uint32_t i = 0; i < add->items.count; i++) {
        const xy_node *item = add->items.items[i];
        bool column = item->kind == XY_NODE_COLUMN_DEF;
        if (i > 0)
            xy_edit_insert_text(ctx->edits, item->first, XY_BEFORE, column ? "ADD COLUMN " : "ADD ", xy_rule_id(ctx->rule));
        else if (column)
            xy_edit_insert_text(ctx->edits, item->first, XY_BEFORE, "COLUMN ", xy_rule_id(ctx->rule));
        if (item->kind == XY_NODE_CONSTRAINT)
            xy_ddl_constraint_states(ctx, item);
    }
}

/* ---- MODIFY ---- */

static void alter_column(xy_context *ctx, xy_rope *rope, xy_str column, const char *what)
{
    xy_rope_format(ctx->edits, rope, "%sALTER COLUMN %.*s %s", rope->count ? ", " : "", XY_STR_ARG(column), what);
}

static void modify_column(xy_context *ctx, xy_rope *rope, const xy_node *node)
{
    const xy_column_def *column = XY_AS(column_def, node);
    xy_str name = xy_pass_target_name(ctx, xy_token_name(ctx->source, column->name, ctx->arena));
    if (column->type) {
        alter_column(ctx, rope, name, "TYPE ");
        xy_rope_node(ctx->edits, rope, column->type);
    }
    if (column->default_) {
        alter_column(ctx, rope, name, "SET DEFAULT ");
        xy_rope_node(ctx->edits, rope, column->default_);
    }
    for (uint32_t i = 0; i < column->constraints.count; i++) {
        const xy_node *item = column->constraints.items[i];
        uint8_t kind = XY_AS(constraint, item)->kind;
        if (kind == XY_CONSTRAINT_KIND_NOT_NULL || kind == XY_CONSTRAINT_KIND_NULL)
            alter_column(ctx, rope, name, kind == XY_CONSTRAINT_KIND_NOT_NULL ? "SET NOT NULL" : "DROP NOT NULL");
        else
            xy_pass_flag(ctx, item, "modify-constraint", NULL);
    }
    if (column->identity || column->virtual)
        xy_pass_flag(ctx, node, "modify-generated", NULL);
}

static void modify_items(xy_context *ctx, xy_node *node)
{
    const xy_modify_items *modify = XY_AS(modify_items, node);
    if (modify->constraint != XY_NO_TOKEN) {
        xy_pass_flag(ctx, node, "constraint-state", NULL);
        return;
    }
    xy_rope rope = {0};
    for (uint32_t i = 0; i < modify->items.count; i++)
        if (modify->items.items[i]->kind == XY_NODE_COLUMN_DEF)
            modify_column(ctx, &rope, modify->items.items[i]);
        else
            xy_pass_flag(ctx, modify->items.items[i], "modify-constraint", NULL);
    if (rope.count)
        xy_edit_replace_node(ctx->edits, node, XY_LAYER_OWN, rope, xy_rule_id(ctx->rule));
}

/* ---- DROP, states ---- */

static void drop_columns(xy_context *ctx, xy_node *node)
{
    const xy_drop_items *drop = XY_AS(drop_items, node);
    xy_rope rope = {0};
    for (uint32_t i = 0; i < drop->names.count; i++) {
        xy_str name = xy_pass_target_name(ctx, xy_token_name(ctx->source, drop->names.items[i], ctx->arena));
        xy_rope_format(ctx->edits, &rope, "%sDROP COLUMN %.*s%s", i ? ", " : "", XY_STR_ARG(name), drop->options.count ? " CASCADE" : "");
    }
    xy_edit_replace_node(ctx->edits, node, XY_LAYER_OWN, rope, xy_rule_id(ctx->rule));
}

/* PostgreSQL names an unnamed key t_pkey. */
static void drop_primary_key(xy_context *ctx, xy_node *node, const xy_node *table)
{
    xy_str name = xy_ddl_derived_name(ctx, xy_ddl_last_part(ctx, table), "_PKEY");
    xy_rope rope = {0};
    xy_rope_format(ctx->edits, &rope, "DROP CONSTRAINT %.*s", XY_STR_ARG(name));
    xy_edit_replace_node(ctx->edits, node, XY_LAYER_OWN, rope, xy_rule_id(ctx->rule));
    xy_pass_flag(ctx, node, "drop-primary-key", NULL);
}

static void drop_items(xy_context *ctx, xy_node *node, const xy_node *table)
{
    const xy_drop_items *drop = XY_AS(drop_items, node);
    switch (drop->kind) {
    case XY_DROP_ITEMS_KIND_COLUMN: case XY_DROP_ITEMS_KIND_UNUSED: drop_columns(ctx, node); break;
    case XY_DROP_ITEMS_KIND_CONSTRAINT: break;
    case XY_DROP_ITEMS_KIND_PRIMARY_KEY: drop_primary_key(ctx, node, table); break;
    default: xy_pass_flag(ctx, node, "alter-action", NULL);
    }
}

static void state_item(xy_context *ctx, xy_node *node)
{
    const xy_state_item *item = XY_AS(state_item, node);
    if (item->what == XY_STATE_ITEM_WHAT_ALL_TRIGGERS) {
        xy_rope rope = {0};
        xy_rope_text(ctx->edits, &rope, item->enable ? "ENABLE TRIGGER USER" : "DISABLE TRIGGER USER");
        xy_edit_replace_node(ctx->edits, node, XY_LAYER_OWN, rope, xy_rule_id(ctx->rule));
        return;
    }
    xy_pass_flag(ctx, node, "constraint-state", NULL);
}

void xy_pass_alter_table(xy_context *ctx, xy_node *node)
{
    const xy_alter_table *alter = XY_AS(alter_table, node);
    for (uint32_t i = 0; i < alter->actions.count; i++) {
        xy_node *action = alter->actions.items[i];
        if (i > 0) {
            uint32_t before = xy_token_previous(ctx->source, action->first);
            if (ctx->source->tokens[before].kind != XY_TOKEN_COMMA)
                xy_edit_insert_text(ctx->edits, before, XY_AFTER, ",", xy_rule_id(ctx->rule));
        }
        switch (action->kind) {
        case XY_NODE_ADD_ITEMS: add_items(ctx, action); break;
        case XY_NODE_MODIFY_ITEMS: modify_items(ctx, action); break;
        case XY_NODE_DROP_ITEMS: drop_items(ctx, action, alter->name); break;
        case XY_NODE_RENAME_ITEM: break;
        case XY_NODE_STATE_ITEM: state_item(ctx, action); break;
        default: xy_pass_flag(ctx, action, "alter-action", NULL);
        }
    }
}
