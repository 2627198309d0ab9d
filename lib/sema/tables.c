/* Tables and views of the catalog: columns, keys, ALTER TABLE. */
#include "sema/internal.h"

void sema_catalog_add_table(xy_catalog *catalog, sema_declarer *d, const xy_node *tree);
void sema_catalog_alter_table(xy_catalog *catalog, sema_declarer *d, const xy_node *tree);
void sema_catalog_add_view(xy_catalog *catalog, sema_declarer *d, const xy_node *tree);
void sema_catalog_add_mview(xy_catalog *catalog, sema_declarer *d, const xy_node *tree);
void sema_catalog_rename(xy_catalog *catalog, sema_declarer *d, const xy_node *tree);
void sema_catalog_add_unique_index(xy_catalog *catalog, sema_declarer *d, const xy_node *tree);

typedef XY_VEC(struct xy_key) key_list;

static sema_symbols columns_of(xy_arena *arena, const xy_symbol *table)
{
    sema_symbols list = {0};
    for (uint32_t i = 0; i < table->column_count; i++)
        xy_vec_push(arena, &list, table->columns[i]);
    return list;
}

static void set_columns(xy_catalog *catalog, xy_symbol *table, sema_symbols columns)
{
    table->columns = columns.items;
    table->column_count = columns.count;
    table->members = NULL;
    for (uint32_t i = 0; i < columns.count; i++)
        sema_add_member(catalog->arena, &table->members, columns.items[i]);
    sema_row_type_update(catalog->arena, table);
}

/* A constraint that is not enforced promises nothing. */
static bool is_enforced(const xy_constraint *c)
{
    for (uint32_t i = 0; i < c->state.count; i++) {
        if (c->state.items[i]->kind != XY_NODE_CONSTRAINT_STATE)
            continue;
        uint8_t kind = XY_AS(constraint_state, c->state.items[i])->kind;
        if (kind == XY_CONSTRAINT_STATE_KIND_DISABLE || kind == XY_CONSTRAINT_STATE_KIND_NOVALIDATE || kind == XY_CONSTRAINT_STATE_KIND_DEFERRABLE
            || kind == XY_CONSTRAINT_STATE_KIND_INITIALLY_DEFERRED)
            return false;
    }
    return true;
}

static struct xy_key *add_key(xy_catalog *catalog, xy_symbol *table, xy_symbol **columns, uint32_t count, bool primary)
{
    struct xy_key *keys = XY_NEW_ARRAY(catalog->arena, struct xy_key, table->key_count + 1);
    if (table->key_count)
        memcpy(keys, table->keys, table->key_count * sizeof *keys);
    keys[table->key_count] = (struct xy_key){.columns = columns, .column_count = count, .primary = primary};
    table->keys = keys;
    return &keys[table->key_count++];
}

/* The constraint makes the columns not null until it is dropped or disabled under its name. */
static void forbid_null(xy_catalog *catalog, xy_symbol *table, xy_str name, xy_symbol **columns, uint32_t count, bool primary)
{
    sema_constraint constraint = {name, columns, count, primary};
    for (uint32_t i = 0; i < count; i++)
        columns[i]->nullability = XY_NULL_NEVER;
    xy_vec_push(catalog->arena, &sema_of(table)->constraints, constraint);
}

static void forbid_one(xy_catalog *catalog, xy_symbol *table, xy_str name, xy_symbol *column)
{
    xy_symbol **columns = XY_NEW_ARRAY(catalog->arena, xy_symbol *, 1);
    columns[0] = column;
    forbid_null(catalog, table, name, columns, 1, false);
}

/* The name that Oracle gives a constraint without one: it may be any of those. */
static bool is_system_name(xy_str name)
{
    return name.length > 5 && memcmp(name.data, "SYS_C", 5) == 0;
}

static bool is_meant(const sema_constraint *c, xy_str name, bool primary)
{
    if (primary)
        return c->primary;
    return c->name.length ? xy_str_equal(c->name, name) : is_system_name(name);
}

/* Null is allowed again where nothing else forbids it. */
static void lift_constraint(xy_symbol *table, xy_str name, bool primary)
{
    sema_symbol *own = sema_of(table);
    uint32_t kept = 0;
    for (uint32_t i = 0; i < own->constraints.count; i++) {
        sema_constraint *c = &own->constraints.items[i];
        if (!is_meant(c, name, primary)) {
            own->constraints.items[kept++] = *c;
            continue;
        }
        for (uint32_t j = 0; j < c->count; j++)
            c->columns[j]->nullability = XY_NULL_MAYBE;
    }
    own->constraints.count = kept;
    for (uint32_t i = 0; i < kept; i++) {
        for (uint32_t j = 0; j < own->constraints.items[i].count; j++)
            own->constraints.items[i].columns[j]->nullability = XY_NULL_NEVER;
    }
}

/* CHECK (c IS NOT NULL) is how some tools write NOT NULL. */
static void apply_check(xy_catalog *catalog, sema_declarer *d, xy_symbol *table, xy_str name, const xy_node *condition)
{
    xy_str parts[SEMA_MAX_PARTS];
    while (condition && condition->kind == XY_NODE_PAREN)
        condition = XY_AS(paren, condition)->inner;
    if (!condition || condition->kind != XY_NODE_IS_NULL || XY_AS(is_null, condition)->not == XY_NO_TOKEN)
        return;
    if (sema_name_parts(d, XY_AS(is_null, condition)->operand, parts) != 1)
        return;
    xy_symbol *column = sema_find_column(table, parts[0]);
    if (column)
        forbid_one(catalog, table, name, column);
}

/* MODIFY (c NULL): a NOT NULL is gone, whatever its name. */
static void allow_null(xy_symbol *table, xy_symbol *column)
{
    sema_symbol *own = sema_of(table);
    uint32_t kept = 0;
    column->nullability = XY_NULL_MAYBE;
    for (uint32_t i = 0; i < own->constraints.count; i++) {
        const sema_constraint *c = &own->constraints.items[i];
        if (c->primary || c->count != 1 || c->columns[0] != column)
            own->constraints.items[kept++] = *c;
    }
    own->constraints.count = kept;
}

static void apply_constraint(xy_catalog *catalog, sema_declarer *d, xy_symbol *table, xy_symbol *column, const xy_node *node)
{
    const xy_constraint *c = XY_AS(constraint, node);
    bool primary = c->kind == XY_CONSTRAINT_KIND_PRIMARY_KEY;
    if (!is_enforced(c))
        return;
    if (c->kind == XY_CONSTRAINT_KIND_CHECK)
        apply_check(catalog, d, table, sema_token_name(d, c->name), c->condition);
    if (c->kind == XY_CONSTRAINT_KIND_NOT_NULL && column)
        forbid_one(catalog, table, sema_token_name(d, c->name), column);
    if (c->kind == XY_CONSTRAINT_KIND_NULL && column)
        allow_null(table, column);
    if (!primary && c->kind != XY_CONSTRAINT_KIND_UNIQUE)
        return;
    uint32_t count = c->columns.count ? c->columns.count : column ? 1 : 0;
    xy_symbol **columns = count ? XY_NEW_ARRAY(catalog->arena, xy_symbol *, count) : NULL;
    for (uint32_t i = 0; i < count; i++) {
        columns[i] = c->columns.count ? sema_find_column(table, sema_token_name(d, c->columns.items[i])) : column;
        if (!columns[i])
            return; /* of a column that is not there: a broken script */
    }
    if (count)
        add_key(catalog, table, columns, count, primary);
    if (count && primary)
        forbid_null(catalog, table, sema_token_name(d, c->name), columns, count, true);
}

static void forget_pending(xy_symbol *table, const xy_type **slot)
{
    for (sema_pending **link = &sema_of(table)->pending; *link;) {
        if ((*link)->slot == slot)
            *link = (*link)->next;
        else
            link = &(*link)->next;
    }
}

static void describe_column(xy_catalog *catalog, sema_declarer *d, xy_symbol *column, const xy_column_def *def)
{
    if (def->type) {
        d->holder = column->owner;
        sema_declare_type(d, &column->type, def->type);
    }
    if (def->default_) {
        column->has_default = true;
        column->default_text = xy_str_copy(catalog->arena, sema_node_text(d->source, def->default_));
    }
    if (def->virtual) {
        column->has_default = true;
        column->default_text = xy_str_copy(catalog->arena, sema_node_text(d->source, def->virtual));
    }
    if (def->identity || def->on_null != XY_NO_TOKEN)
        column->nullability = XY_NULL_NEVER;
    if (def->identity)
        column->has_default = true;
}

static void add_columns(xy_catalog *catalog, sema_declarer *d, xy_symbol *table, sema_symbols *columns, xy_nodes items)
{
    for (uint32_t i = 0; i < items.count; i++) {
        if (items.items[i]->kind != XY_NODE_COLUMN_DEF)
            continue;
        const xy_column_def *def = XY_AS(column_def, items.items[i]);
        xy_symbol *column = sema_column_new(catalog->arena, table, sema_token_name(d, def->name), sema_type(XY_FAMILY_UNKNOWN), XY_NULL_MAYBE);
        xy_vec_push(catalog->arena, columns, column);
        describe_column(catalog, d, column, def);
    }
}

static void apply_constraints(xy_catalog *catalog, sema_declarer *d, xy_symbol *table, xy_nodes items)
{
    for (uint32_t i = 0; i < items.count; i++) {
        const xy_node *item = items.items[i];
        if (item->kind == XY_NODE_CONSTRAINT)
            apply_constraint(catalog, d, table, NULL, item);
        if (item->kind != XY_NODE_COLUMN_DEF)
            continue;
        const xy_column_def *def = XY_AS(column_def, item);
        xy_symbol *column = sema_find_column(table, sema_token_name(d, def->name));
        for (uint32_t j = 0; column && j < def->constraints.count; j++) {
            if (def->constraints.items[j]->kind == XY_NODE_CONSTRAINT)
                apply_constraint(catalog, d, table, column, def->constraints.items[j]);
        }
    }
    sema_row_type_update(catalog->arena, table);
}

static void keep_query(xy_catalog *catalog, sema_declarer *d, xy_symbol *symbol, const xy_node *query)
{
    sema_query_text *text = XY_NEW(catalog->arena, sema_query_text);
    text->text = xy_str_copy(catalog->arena, sema_node_text(d->source, query));
    text->schema = symbol->schema;
    sema_of(symbol)->query = text;
    symbol->columns_known = false;
}

/* Column names of a view's or CREATE TABLE AS's list, to be laid over those of the query. */
static void keep_names(xy_catalog *catalog, sema_declarer *d, xy_symbol *symbol, xy_nodes items)
{
    sema_query_text *text = sema_of(symbol)->query;
    text->column_names = items.count ? XY_NEW_ARRAY(catalog->arena, xy_str, items.count) : NULL;
    for (uint32_t i = 0; i < items.count; i++) {
        xy_str parts[SEMA_MAX_PARTS];
        if (items.items[i]->kind == XY_NODE_COLUMN_DEF)
            text->column_names[text->column_count++] = sema_token_name(d, XY_AS(column_def, items.items[i])->name);
        else if (items.items[i]->kind == XY_NODE_NAME && sema_name_parts(d, items.items[i], parts) == 1)
            text->column_names[text->column_count++] = parts[0];
    }
}

static void add_object_table(xy_catalog *catalog, sema_declarer *d, xy_symbol *table, const xy_node *of_type)
{
    sema_env *env = d->env;
    xy_str parts[SEMA_MAX_PARTS];
    uint32_t count = sema_name_parts(d, of_type, parts);
    sema_found found = sema_find(env, parts, count, 0);
    if (!found.symbol || found.symbol->kind != XY_SYM_TYPE || !found.type)
        return; /* the columns stay unknown */
    sema_symbols columns = {0};
    for (uint32_t i = 0; i < found.type->field_count; i++) {
        const xy_record_field *f = &found.type->fields[i];
        xy_vec_push(catalog->arena, &columns, sema_column_new(catalog->arena, table, f->name, f->type, XY_NULL_MAYBE));
    }
    set_columns(catalog, table, columns);
    table->columns_known = true;
    sema_of(table)->object = found.type;
}

void sema_catalog_add_table(xy_catalog *catalog, sema_declarer *d, const xy_node *tree)
{
    const xy_create_table *t = XY_AS(create_table, tree);
    xy_str schema, name;
    if (!sema_object_name(d, t->name, &schema, &name))
        return;
    d->env->schema = schema;
    xy_symbol *table = sema_catalog_put(catalog, XY_SYM_TABLE, schema, name);
    sema_symbols columns = {0};
    table->temporary = t->temporary != XY_CREATE_TABLE_TEMPORARY_NONE;
    table->columns_known = !(tree->flags & XY_FLAG_BROKEN);
    add_columns(catalog, d, table, &columns, t->items);
    set_columns(catalog, table, columns);
    apply_constraints(catalog, d, table, t->items);
    if (t->query) {
        keep_query(catalog, d, table, t->query);
        keep_names(catalog, d, table, t->items);
    } else if (t->of_type) {
        table->columns_known = false;
        add_object_table(catalog, d, table, t->of_type);
    }
    sema_catalog_incomplete(catalog, table);
}

void sema_catalog_add_view(xy_catalog *catalog, sema_declarer *d, const xy_node *tree)
{
    const xy_create_view *v = XY_AS(create_view, tree);
    xy_str schema, name;
    if (!sema_object_name(d, v->name, &schema, &name))
        return;
    xy_symbol *view = sema_catalog_put(catalog, XY_SYM_VIEW, schema, name);
    sema_row_type_update(catalog->arena, view);
    keep_query(catalog, d, view, v->query);
    keep_names(catalog, d, view, v->columns);
    sema_catalog_incomplete(catalog, view);
}

void sema_catalog_add_mview(xy_catalog *catalog, sema_declarer *d, const xy_node *tree)
{
    const xy_create_materialized_view *v = XY_AS(create_materialized_view, tree);
    xy_str schema, name;
    if (!sema_object_name(d, v->name, &schema, &name))
        return;
    xy_symbol *view = sema_catalog_put(catalog, XY_SYM_MVIEW, schema, name);
    sema_row_type_update(catalog->arena, view);
    if (!v->query)
        return;
    keep_query(catalog, d, view, v->query);
    sema_query_text *text = sema_of(view)->query;
    text->column_names = v->columns.count ? XY_NEW_ARRAY(catalog->arena, xy_str, v->columns.count) : NULL;
    for (uint32_t i = 0; i < v->columns.count; i++)
        text->column_names[text->column_count++] = sema_token_name(d, v->columns.items[i]);
    sema_catalog_incomplete(catalog, view);
}

/* ---- ALTER TABLE ---- */

static void alter_add(xy_catalog *catalog, sema_declarer *d, xy_symbol *table, const xy_node *action)
{
    xy_nodes items = XY_AS(add_items, action)->items;
    sema_symbols columns = columns_of(catalog->arena, table);
    add_columns(catalog, d, table, &columns, items);
    set_columns(catalog, table, columns);
    apply_constraints(catalog, d, table, items);
    sema_catalog_incomplete(catalog, table);
}

/* MODIFY CONSTRAINT c DISABLE, MODIFY PRIMARY KEY NOVALIDATE. */
static void modify_constraint(sema_declarer *d, xy_symbol *table, const xy_modify_items *modify)
{
    bool weaker = false;
    for (uint32_t i = 0; i < modify->state.count; i++) {
        const xy_node *state = modify->state.items[i];
        uint8_t kind = state->kind == XY_NODE_CONSTRAINT_STATE ? XY_AS(constraint_state, state)->kind : XY_CONSTRAINT_STATE_KIND_DISABLE;
        weaker |= kind == XY_CONSTRAINT_STATE_KIND_DISABLE || kind == XY_CONSTRAINT_STATE_KIND_NOVALIDATE;
    }
    if (weaker && modify->constraint == XY_NO_TOKEN)
        lift_constraint(table, (xy_str){0}, true);
    else if (weaker)
        lift_constraint(table, sema_token_name(d, modify->constraint), false);
}

static void alter_modify(xy_catalog *catalog, sema_declarer *d, xy_symbol *table, const xy_node *action)
{
    modify_constraint(d, table, XY_AS(modify_items, action));
    xy_nodes items = XY_AS(modify_items, action)->items;
    for (uint32_t i = 0; i < items.count; i++) {
        if (items.items[i]->kind != XY_NODE_COLUMN_DEF)
            continue;
        const xy_column_def *def = XY_AS(column_def, items.items[i]);
        xy_symbol *column = sema_find_column(table, sema_token_name(d, def->name));
        if (column && def->type)
            forget_pending(table, &column->type);
        if (column)
            describe_column(catalog, d, column, def);
    }
    apply_constraints(catalog, d, table, items);
    sema_catalog_incomplete(catalog, table);
}

static void alter_drop(xy_catalog *catalog, sema_declarer *d, xy_symbol *table, const xy_node *action)
{
    const xy_drop_items *drop = XY_AS(drop_items, action);
    sema_symbols kept = {0};
    if (drop->kind == XY_DROP_ITEMS_KIND_PRIMARY_KEY)
        lift_constraint(table, (xy_str){0}, true);
    for (uint32_t i = 0; drop->kind == XY_DROP_ITEMS_KIND_CONSTRAINT && i < drop->names.count; i++)
        lift_constraint(table, sema_token_name(d, drop->names.items[i]), false);
    sema_row_type_update(catalog->arena, table);
    if (drop->kind != XY_DROP_ITEMS_KIND_COLUMN && drop->kind != XY_DROP_ITEMS_KIND_UNUSED)
        return;
    for (uint32_t i = 0; i < table->column_count; i++) {
        bool gone = false;
        for (uint32_t j = 0; j < drop->names.count && !gone; j++)
            gone = xy_str_equal(table->columns[i]->name, sema_token_name(d, drop->names.items[j]));
        if (!gone)
            xy_vec_push(catalog->arena, &kept, table->columns[i]);
    }
    set_columns(catalog, table, kept);
}

/* Scripts may use both names: the old one stays and the new one is another name of it, until something else gets the old one. */
static void add_name(xy_catalog *catalog, xy_symbol *symbol, xy_str schema, xy_str name)
{
    if (xy_str_equal(symbol->name, name))
        return;
    bool shared = sema_of(symbol)->home != catalog;
    if (shared && xy_catalog_find(catalog->parent, schema, name, false))
        return; /* the catalog of the whole batch went through the same scripts */
    xy_symbol *renamed = sema_catalog_put(catalog, XY_SYM_SYNONYM, schema, name);
    renamed->target = symbol;
    renamed->target_name = symbol->name;
    renamed->new_name = true;
    if (shared)
        return;
    sema_of(renamed)->renamed = sema_of(symbol)->renamed;
    sema_of(symbol)->renamed = renamed;
}

static void alter_rename(xy_catalog *catalog, sema_declarer *d, xy_symbol *table, const xy_node *action)
{
    const xy_rename_item *rename = XY_AS(rename_item, action);
    if (rename->kind == XY_RENAME_ITEM_KIND_COLUMN) {
        xy_symbol *column = sema_find_column(table, sema_token_name(d, rename->old));
        if (column)
            column->name = sema_token_name(d, rename->new);
        set_columns(catalog, table, columns_of(catalog->arena, table));
    }
    if (rename->kind == XY_RENAME_ITEM_KIND_TABLE)
        add_name(catalog, table, table->schema, sema_token_name(d, rename->new));
}

static void alter_state(xy_catalog *catalog, sema_declarer *d, xy_symbol *table, const xy_node *action)
{
    const xy_state_item *state = XY_AS(state_item, action);
    if (state->enable && state->validate != XY_STATE_ITEM_VALIDATE_NOVALIDATE)
        return; /* what it was is not known: nothing is claimed anew */
    if (state->what == XY_STATE_ITEM_WHAT_PRIMARY_KEY)
        lift_constraint(table, (xy_str){0}, true);
    else if (state->what == XY_STATE_ITEM_WHAT_CONSTRAINT && state->name != XY_NO_TOKEN)
        lift_constraint(table, sema_token_name(d, state->name), false);
    sema_row_type_update(catalog->arena, table);
}

/* CREATE UNIQUE INDEX … ON t (a, b): no more than one row for each value, as with a key; not of expressions. */
void sema_catalog_add_unique_index(xy_catalog *catalog, sema_declarer *d, const xy_node *tree)
{
    const xy_create_index *index = XY_AS(create_index, tree);
    xy_str schema, name;
    uint32_t count = index->columns.count;
    if (!index->table || index->table->kind != XY_NODE_TABLE_NAME || !sema_object_name(d, XY_AS(table_name, index->table)->name, &schema, &name))
        return;
    xy_symbol *table = sema_catalog_own(catalog, schema, name);
    if (!table || table->kind != XY_SYM_TABLE || !count)
        return;
    xy_symbol **columns = XY_NEW_ARRAY(catalog->arena, xy_symbol *, count);
    for (uint32_t i = 0; i < count; i++) {
        const xy_node *expr = XY_AS(order_item, index->columns.items[i])->expr;
        if (expr->kind != XY_NODE_NAME || XY_AS(name, expr)->parts.count != 1)
            return;
        columns[i] = sema_find_column(table, sema_token_name(d, XY_AS(name, expr)->parts.items[0]));
        if (!columns[i])
            return;
    }
    add_key(catalog, table, columns, count, false)->index = true;
}

void sema_catalog_alter_table(xy_catalog *catalog, sema_declarer *d, const xy_node *tree)
{
    const xy_alter_table *a = XY_AS(alter_table, tree);
    xy_str schema, name;
    if (!sema_object_name(d, a->name, &schema, &name))
        return;
    xy_symbol *table = sema_catalog_own(catalog, schema, name);
    if (!table || table->kind != XY_SYM_TABLE)
        return;
    d->env->schema = schema;
    for (uint32_t i = 0; i < a->actions.count; i++) {
        const xy_node *action = a->actions.items[i];
        switch (action->kind) {
        case XY_NODE_ADD_ITEMS: alter_add(catalog, d, table, action); break;
        case XY_NODE_MODIFY_ITEMS: alter_modify(catalog, d, table, action); break;
        case XY_NODE_DROP_ITEMS: alter_drop(catalog, d, table, action); break;
        case XY_NODE_RENAME_ITEM: alter_rename(catalog, d, table, action); break;
        case XY_NODE_STATE_ITEM: alter_state(catalog, d, table, action); break;
        default: break;
        }
    }
}

void sema_catalog_rename(xy_catalog *catalog, sema_declarer *d, const xy_node *tree)
{
    const xy_rename_object *r = XY_AS(rename_object, tree);
    xy_str schema, old, other, name;
    if (!sema_object_name(d, r->old, &schema, &old) || !sema_object_name(d, r->new, &other, &name))
        return;
    xy_symbol *symbol = xy_catalog_find(catalog, schema, old, true);
    if (symbol)
        add_name(catalog, symbol, schema, name);
}
