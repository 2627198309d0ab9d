/* ALTER TABLE: every action in the target's words. What PostgreSQL has no action for (states of constraints, partitions) becomes a
 * statement of its own, in the order of the actions. (Traps G02, G03, G10.) */
#include "pass/ddl.h"
#include "pass/sql.h"
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

static void added_column(xy_context *ctx, const xy_node *table_name, const xy_node *node)
{
    const xy_column_def *column = XY_AS(column_def, node);
    xy_ddl_column(ctx, table_name, node);
    for (uint32_t i = 0; i < column->constraints.count; i++)
        xy_ddl_constraint_states(ctx, column->constraints.items[i]);
}

static void add_items(xy_context *ctx, xy_node *node, const xy_node *table_name, const xy_symbol *table)
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
        if (column)
            added_column(ctx, table_name, item);
        if (item->kind == XY_NODE_CONSTRAINT) {
            if (xy_ddl_constraint_needs_index(ctx, table, item))
                xy_pass_flag(ctx, item, "partly-null-key", NULL);
            xy_ddl_constraint_states(ctx, item);
        }
    }
}

/* ---- MODIFY ---- */

static void alter_column(xy_context *ctx, xy_rope *rope, xy_str column, const char *what)
{
    xy_rope_format(ctx->edits, rope, "%sALTER COLUMN %.*s %s", rope->count ? ", " : "", XY_STR_ARG(column), what);
}

static bool has_state(const xy_constraint *c, uint8_t kind)
{
    for (uint32_t i = 0; i < c->state.count; i++)
        if (XY_AS(constraint_state, c->state.items[i])->kind == kind)
            return true;
    return false;
}

static void modify_null(xy_context *ctx, xy_rope *rope, xy_str column, const xy_node *node)
{
    const xy_constraint *c = XY_AS(constraint, node);
    bool not_null = c->kind == XY_CONSTRAINT_KIND_NOT_NULL;
    if (not_null && (has_state(c, XY_CONSTRAINT_STATE_KIND_DISABLE) || has_state(c, XY_CONSTRAINT_STATE_KIND_NOVALIDATE)))
        xy_pass_flag(ctx, node, "modify-constraint", NULL);
    else
        alter_column(ctx, rope, column, not_null ? "SET NOT NULL" : "DROP NOT NULL");
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
            modify_null(ctx, rope, name, item);
        else
            xy_pass_flag(ctx, item, "modify-constraint", NULL);
    }
    if (column->identity || column->virtual)
        xy_pass_flag(ctx, node, "modify-generated", NULL);
}

static void modify_items(xy_context *ctx, xy_node *node)
{
    const xy_modify_items *modify = XY_AS(modify_items, node);
    xy_rope rope = {0};
    for (uint32_t i = 0; i < modify->items.count; i++)
        if (modify->items.items[i]->kind == XY_NODE_COLUMN_DEF)
            modify_column(ctx, &rope, modify->items.items[i]);
        else
            xy_pass_flag(ctx, modify->items.items[i], "modify-constraint", NULL);
    if (rope.count)
        xy_edit_replace_node(ctx->edits, node, XY_LAYER_OWN, rope, xy_rule_id(ctx->rule));
}

/* ---- DROP ---- */

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

static void drop_items(xy_context *ctx, xy_node *node)
{
    switch (XY_AS(drop_items, node)->kind) {
    case XY_DROP_ITEMS_KIND_COLUMN:
    case XY_DROP_ITEMS_KIND_UNUSED: drop_columns(ctx, node); break;
    default: xy_pass_flag(ctx, node, "alter-action", NULL);
    }
}

/* ---- the constraint that words mean: a name, PRIMARY KEY, UNIQUE (a, b) ---- */

static xy_str unique_words(xy_context *ctx, const xy_token_list *columns)
{
    xy_buffer out;
    xy_buffer_init(&out, ctx->arena);
    xy_buffer_add_text(&out, "UNIQUE (");
    for (uint32_t i = 0; i < columns->count; i++) {
        xy_buffer_add_text(&out, i ? ", " : "");
        xy_buffer_add_str(&out, xy_pass_target_name(ctx, xy_token_name(ctx->source, columns->items[i], ctx->arena)));
    }
    xy_buffer_add_char(&out, ')');
    return xy_buffer_str(&out);
}

static xy_str named(xy_context *ctx, uint32_t token)
{
    return xy_pass_target_name(ctx, xy_token_name(ctx->source, token, ctx->arena));
}

static bool names_word(const xy_context *ctx, const xy_node *node, const char *word)
{
    for (uint32_t i = node->first; i < node->last; i++)
        if (xy_ddl_is_word(ctx, i, word))
            return true;
    return false;
}

/* CALL xinyi.entry('his.bill', 'bill_ck'[, flag]) */
static void add_call(xy_context *ctx, xy_rope *rope, const char *entry, const xy_node *table, xy_str words, const char *flag)
{
    xy_rope_build(ctx->edits, rope, "CALL %s(%S, %S%s)", xy_pass_runtime(ctx, entry), xy_sql_quote(ctx, xy_ddl_name(ctx, table)), xy_sql_quote(ctx, words),
                  flag);
}

/* ---- states ---- */

static bool is_constraint_state(const xy_node *node)
{
    uint8_t what = XY_AS(state_item, node)->what;
    return what == XY_STATE_ITEM_WHAT_CONSTRAINT || what == XY_STATE_ITEM_WHAT_PRIMARY_KEY || what == XY_STATE_ITEM_WHAT_UNIQUE;
}

static xy_str state_words(xy_context *ctx, const xy_state_item *item)
{
    if (item->what == XY_STATE_ITEM_WHAT_PRIMARY_KEY)
        return XY_STR("PRIMARY KEY");
    return item->what == XY_STATE_ITEM_WHAT_UNIQUE ? unique_words(ctx, &item->columns) : named(ctx, item->name);
}

static void add_state(xy_context *ctx, xy_rope *rope, const xy_node *table, const xy_node *node)
{
    const xy_state_item *item = XY_AS(state_item, node);
    if (!is_constraint_state(node)) { /* ROW MOVEMENT */
        xy_rope_build(ctx->edits, rope, "CALL %s(%S, %s)", xy_pass_runtime(ctx, "row_movement"), xy_sql_quote(ctx, xy_ddl_name(ctx, table)),
                      item->enable ? "true" : "false");
        return;
    }
    if (names_word(ctx, node, "EXCEPTIONS"))
        xy_pass_flag(ctx, node, "constraint-state", NULL);
    const char *flag = item->enable ? item->validate == XY_STATE_ITEM_VALIDATE_NOVALIDATE ? ", false" : "" : names_word(ctx, node, "CASCADE") ? ", true" : "";
    add_call(ctx, rope, item->enable ? "enable_constraint" : "disable_constraint", table, state_words(ctx, item), flag);
}

/* MODIFY CONSTRAINT c ENABLE | DISABLE | VALIDATE | NOVALIDATE …, MODIFY PRIMARY KEY … */
static void add_modified_state(xy_context *ctx, xy_rope *rope, const xy_node *table, const xy_node *node)
{
    const xy_modify_items *modify = XY_AS(modify_items, node);
    bool disable = names_word(ctx, node, "DISABLE"), enable = names_word(ctx, node, "ENABLE") || names_word(ctx, node, "VALIDATE");
    bool primary = modify->constraint == XY_NO_TOKEN && names_word(ctx, node, "PRIMARY");
    if ((!disable && !enable) || (modify->constraint == XY_NO_TOKEN && !primary)) {
        xy_pass_flag(ctx, node, "constraint-state", NULL);
        return;
    }
    const char *flag = disable ? names_word(ctx, node, "CASCADE") ? ", true" : "" : names_word(ctx, node, "NOVALIDATE") ? ", false" : "";
    add_call(ctx, rope, disable ? "disable_constraint" : "enable_constraint", table, primary ? XY_STR("PRIMARY KEY") : named(ctx, modify->constraint), flag);
}

static void add_dropped(xy_context *ctx, xy_rope *rope, const xy_node *table, const xy_node *node)
{
    const xy_drop_items *drop = XY_AS(drop_items, node);
    xy_str words = drop->kind == XY_DROP_ITEMS_KIND_PRIMARY_KEY ? XY_STR("PRIMARY KEY")
                   : drop->kind == XY_DROP_ITEMS_KIND_UNIQUE    ? unique_words(ctx, &drop->names)
                                                                : named(ctx, drop->names.items[0]);
    add_call(ctx, rope, "drop_constraint", table, words, names_word(ctx, node, "CASCADE") ? ", true" : "");
}

/* ALTER TABLE … DROP CONSTRAINT is PostgreSQL's too, where the constraint is known to stand as one there. */
static bool drops_natively(xy_context *ctx, const xy_symbol *table)
{
    if (!table || !table->columns_known || ctx->fragment)
        return false;
    for (uint32_t i = 0; i < table->key_count; i++) {
        const struct xy_key *key = &table->keys[i];
        for (uint32_t c = 0; !key->primary && !key->index && key->column_count > 1 && c < key->column_count; c++)
            if (key->columns[c]->nullability != XY_NULL_NEVER)
                return false;
    }
    for (uint32_t i = 0; i < ctx->units->count; i++) { /* a constraint of the file that is, or was, disabled */
        const xy_unit *unit = &ctx->units->items[i];
        if (unit->tree && (unit->tree->kind == XY_NODE_CREATE_TABLE || unit->tree->kind == XY_NODE_ALTER_TABLE) && names_word(ctx, unit->tree, "DISABLE"))
            return false;
    }
    return true;
}

/* ---- one statement or several ---- */

static bool is_apart(xy_context *ctx, const xy_symbol *table, const xy_node *action)
{
    switch (action->kind) {
    case XY_NODE_STATE_ITEM: return is_constraint_state(action) || names_word(ctx, action, "MOVEMENT");
    case XY_NODE_MODIFY_ITEMS: return XY_AS(modify_items, action)->items.count == 0;
    case XY_NODE_DROP_ITEMS:
        switch (XY_AS(drop_items, action)->kind) {
        case XY_DROP_ITEMS_KIND_CONSTRAINT: return !drops_natively(ctx, table);
        case XY_DROP_ITEMS_KIND_PRIMARY_KEY:
        case XY_DROP_ITEMS_KIND_UNIQUE:
        case XY_DROP_ITEMS_KIND_PARTITION: return true;
        default: return false;
        }
    case XY_NODE_RENAME_ITEM: return XY_AS(rename_item, action)->kind == XY_RENAME_ITEM_KIND_PARTITION;
    case XY_NODE_OPAQUE: return true;
    case XY_NODE_ADD_ITEMS:
        for (uint32_t i = 0; i < XY_AS(add_items, action)->items.count; i++) {
            const xy_node *item = XY_AS(add_items, action)->items.items[i];
            if (item->kind == XY_NODE_CONSTRAINT && xy_ddl_constraint_is_apart(ctx, table, item))
                return true;
        }
        return false;
    default: return false;
    }
}

static void write_action(xy_context *ctx, xy_node *action, const xy_node *table_name, const xy_symbol *table)
{
    switch (action->kind) {
    case XY_NODE_ADD_ITEMS: add_items(ctx, action, table_name, table); break;
    case XY_NODE_MODIFY_ITEMS: modify_items(ctx, action); break;
    case XY_NODE_DROP_ITEMS:
        if (XY_AS(drop_items, action)->kind != XY_DROP_ITEMS_KIND_CONSTRAINT)
            drop_items(ctx, action);
        break;
    case XY_NODE_RENAME_ITEM: break;
    case XY_NODE_STATE_ITEM: {
        bool triggers = XY_AS(state_item, action)->what == XY_STATE_ITEM_WHAT_ALL_TRIGGERS;
        xy_rope rope = {0};
        if (!triggers) {
            xy_pass_flag(ctx, action, "alter-action", NULL);
            break;
        }
        xy_rope_text(ctx->edits, &rope, XY_AS(state_item, action)->enable ? "ENABLE TRIGGER USER" : "DISABLE TRIGGER USER");
        xy_edit_replace_node(ctx->edits, action, XY_LAYER_OWN, rope, xy_rule_id(ctx->rule));
        break;
    }
    default: xy_pass_flag(ctx, action, "alter-action", NULL);
    }
}

typedef struct statements {
    xy_context *ctx;
    const xy_node *name;
    const xy_symbol *table;
    xy_rope text, pending; /* whole statements; actions of the ALTER TABLE that is being collected */
} statements;

static void begin_statement(statements *s)
{
    if (s->text.count)
        xy_rope_text(s->ctx->edits, &s->text, ";\n");
}

static void flush(statements *s)
{
    if (!s->pending.count)
        return;
    begin_statement(s);
    xy_rope_build(s->ctx->edits, &s->text, "ALTER TABLE %S ", xy_ddl_name(s->ctx, s->name));
    xy_rope_join(s->ctx->edits, &s->text, s->pending);
    s->pending = (xy_rope){0};
}

static void collect_items(statements *s, const xy_add_items *add)
{
    for (uint32_t i = 0; i < add->items.count; i++) {
        const xy_node *item = add->items.items[i];
        if (item->kind == XY_NODE_CONSTRAINT && xy_ddl_constraint_is_apart(s->ctx, s->table, item)) {
            flush(s);
            begin_statement(s);
            xy_ddl_constraint_apart(s->ctx, &s->text, s->name, item, NULL);
            continue;
        }
        if (item->kind == XY_NODE_CONSTRAINT)
            xy_ddl_constraint_states(s->ctx, item);
        else if (item->kind == XY_NODE_COLUMN_DEF)
            added_column(s->ctx, s->name, item);
        xy_rope_build(s->ctx->edits, &s->pending, "%sADD %s%n", s->pending.count ? ", " : "", item->kind == XY_NODE_COLUMN_DEF ? "COLUMN " : "", item);
    }
}

static void collect(statements *s, xy_node *action)
{
    xy_context *ctx = s->ctx;
    if (action->kind == XY_NODE_ADD_ITEMS) {
        collect_items(s, XY_AS(add_items, action));
        return;
    }
    if (!is_apart(ctx, s->table, action)) {
        write_action(ctx, action, s->name, s->table);
        xy_rope_build(ctx->edits, &s->pending, "%s%n", s->pending.count ? ", " : "", action);
        return;
    }
    flush(s);
    xy_rope one = {0};
    if (action->kind == XY_NODE_STATE_ITEM)
        add_state(ctx, &one, s->name, action);
    else if (action->kind == XY_NODE_MODIFY_ITEMS)
        add_modified_state(ctx, &one, s->name, action);
    else if (action->kind == XY_NODE_DROP_ITEMS && XY_AS(drop_items, action)->kind != XY_DROP_ITEMS_KIND_PARTITION)
        add_dropped(ctx, &one, s->name, action);
    else
        xy_ddl_partition_action(ctx, &one, s->name, action);
    if (one.count) {
        begin_statement(s);
        xy_rope_join(ctx->edits, &s->text, one);
    }
}

static void write_several(xy_context *ctx, xy_node *node, const xy_symbol *table)
{
    const xy_alter_table *alter = XY_AS(alter_table, node);
    statements s = {.ctx = ctx, .name = alter->name, .table = table};
    for (uint32_t i = 0; i < alter->actions.count; i++)
        collect(&s, alter->actions.items[i]);
    flush(&s);
    if (!s.text.count) { /* nothing to do on the target */
        xy_ddl_comment_out(ctx, node);
        return;
    }
    xy_edit_replace_node(ctx->edits, node, XY_LAYER_OWN, s.text, xy_rule_id(ctx->rule));
}

/* Columns that need a trigger when a row is inserted: named after the first one, for the table may have a trigger of its CREATE TABLE. */
static void add_insert_triggers(xy_context *ctx, const xy_alter_table *alter)
{
    for (uint32_t i = 0; i < alter->actions.count; i++) {
        if (alter->actions.items[i]->kind != XY_NODE_ADD_ITEMS)
            continue;
        xy_nodes items = XY_AS(add_items, alter->actions.items[i])->items;
        if (items.count == 0 || items.items[0]->kind != XY_NODE_COLUMN_DEF)
            continue;
        xy_str column = xy_token_name(ctx->source, XY_AS(column_def, items.items[0])->name, ctx->arena);
        xy_str suffix = xy_str_format(ctx->arena, "_%.*s_NULL_DEFAULTS%c", XY_STR_ARG(column), 0);
        xy_ddl_insert_trigger(ctx, alter->name, items, suffix.data);
    }
}

/* Does the statement change what a view over the table rests on: a column's type, or its being there? */
static bool disturbs_views(const xy_alter_table *alter)
{
    for (uint32_t i = 0; i < alter->actions.count; i++) {
        const xy_node *action = alter->actions.items[i];
        if (action->kind == XY_NODE_DROP_ITEMS
            && (XY_AS(drop_items, action)->kind == XY_DROP_ITEMS_KIND_COLUMN || XY_AS(drop_items, action)->kind == XY_DROP_ITEMS_KIND_UNUSED))
            return true;
        for (uint32_t k = 0; action->kind == XY_NODE_MODIFY_ITEMS && k < XY_AS(modify_items, action)->items.count; k++) {
            const xy_node *item = XY_AS(modify_items, action)->items.items[k];
            if (item->kind == XY_NODE_COLUMN_DEF && XY_AS(column_def, item)->type)
                return true;
        }
    }
    return false;
}

void xy_pass_alter_table(xy_context *ctx, xy_node *node)
{
    const xy_alter_table *alter = XY_AS(alter_table, node);
    if (disturbs_views(alter) && xy_ddl_has_views(ctx, alter->name)) {
        xy_ddl_views_away(ctx, alter->name);
        xy_ddl_views_back(ctx);
    }
    const xy_symbol *table = xy_catalog_find(ctx->catalog, (xy_str){0}, xy_ddl_last_part(ctx, alter->name), true);
    add_insert_triggers(ctx, alter);
    for (uint32_t i = 0; i < alter->actions.count; i++)
        if (is_apart(ctx, table, alter->actions.items[i])) {
            write_several(ctx, node, table);
            return;
        }
    for (uint32_t i = 0; i < alter->actions.count; i++) {
        xy_node *action = alter->actions.items[i];
        if (i > 0) {
            uint32_t before = xy_token_previous(ctx->source, action->first);
            if (ctx->source->tokens[before].kind != XY_TOKEN_COMMA)
                xy_edit_insert_text(ctx->edits, before, XY_AFTER, ",", xy_rule_id(ctx->rule));
        }
        write_action(ctx, action, alter->name, table);
    }
}
