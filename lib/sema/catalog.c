/* The catalog: objects by name over all units of a batch. What tables, packages and so on are made of is in tables.c and packages.c;
 * what needs other objects (types by name, view columns, effects) is completed by xy_catalog_finish (complete.c, summary.c). */
#include "sema/internal.h"

xy_catalog *xy_catalog_new(xy_arena *arena, const xy_catalog *parent)
{
    xy_catalog *catalog = XY_NEW(arena, xy_catalog);
    catalog->arena = arena;
    catalog->parent = parent;
    xy_map_init(&catalog->names, arena);
    xy_map_init(&catalog->waiting, arena);
    xy_map_init(&catalog->keeping, arena);
    xy_map_init(&catalog->sql_names, arena);
    xy_map_init(&catalog->triggered, arena);
    xy_map_init(&catalog->deleting, arena);
    if (parent) {
        catalog->builtins = parent->builtins;
    } else {
        catalog->builtins = XY_NEW(arena, sema_builtins);
        sema_builtins_init(catalog->builtins, arena);
    }
    return catalog;
}

xy_symbol *sema_catalog_builtin(const xy_catalog *catalog, xy_str name)
{
    return catalog ? xy_map_get(&catalog->builtins->items, name) : NULL;
}

/* ---- finding ---- */

/* Triggers and indexes have name spaces of their own and are not found by name. */
static bool is_nameable(const xy_symbol *symbol)
{
    return symbol->kind != XY_SYM_TRIGGER && symbol->kind != XY_SYM_INDEX;
}

static bool schema_fits(const xy_symbol *symbol, xy_str schema)
{
    return !schema.length || !symbol->schema.length || xy_str_equal(symbol->schema, schema) || xy_str_equal(symbol->schema, XY_STR("PUBLIC"));
}

/* The object of exactly this schema, else one whose schema was not written. When several schemas have the name and none is asked for,
 * it is not known which is meant. */
static xy_symbol *find_here(const xy_catalog *catalog, xy_str schema, xy_str name)
{
    xy_symbol *fitting = NULL;
    uint32_t schemas = 0;
    for (xy_symbol *s = xy_map_get(&catalog->names, name); s; s = sema_of(s)->next_same_name) {
        if (!is_nameable(s))
            continue;
        if (xy_str_equal(s->schema, schema))
            return s;
        if (!schema_fits(s, schema))
            continue;
        bool better = !s->schema.length || !fitting;
        schemas += s->schema.length > 0 && s->kind != XY_SYM_SYNONYM;
        if (better)
            fitting = s;
    }
    return fitting && schemas > 1 && fitting->schema.length ? NULL : fitting;
}

static xy_symbol *follow_synonyms(xy_symbol *symbol)
{
    for (int i = 0; symbol && symbol->kind == XY_SYM_SYNONYM; i++)
        symbol = i < 16 ? symbol->target : NULL;
    return symbol;
}

xy_symbol *xy_catalog_find(const xy_catalog *catalog, xy_str schema, xy_str name, bool follow)
{
    for (; catalog; catalog = catalog->parent) {
        xy_symbol *symbol = find_here(catalog, schema, name);
        if (symbol)
            return follow ? follow_synonyms(symbol) : symbol;
    }
    return NULL;
}

xy_symbol *const *xy_catalog_objects(const xy_catalog *catalog, uint32_t *count)
{
    *count = catalog->objects.count;
    return catalog->objects.items;
}

/* ---- changing ---- */

void sema_catalog_incomplete(xy_catalog *catalog, xy_symbol *symbol)
{
    xy_vec_push(catalog->arena, &catalog->incomplete, symbol);
}

void sema_catalog_wake(xy_catalog *catalog, xy_str name)
{
    sema_symbols *list = name.length ? xy_map_get(&catalog->waiting, name) : NULL;
    if (!list)
        return;
    for (uint32_t i = 0; i < list->count; i++)
        sema_catalog_incomplete(catalog, list->items[i]);
    list->count = 0;
}

void xy_catalog_wake(xy_catalog *catalog, xy_str name)
{
    sema_catalog_wake(catalog, name);
}

void xy_catalog_each_missing(const xy_catalog *catalog, void (*found)(void *data, xy_str name), void *data)
{
    for (xy_map_entry *e = xy_map_first(&catalog->waiting); e; e = xy_map_next(e)) {
        const sema_symbols *list = xy_map_value(e);
        if (list->count && !xy_catalog_find(catalog, (xy_str){0}, xy_map_key(e), false))
            found(data, xy_map_key(e));
    }
}

void sema_catalog_wait(xy_catalog *catalog, xy_symbol *symbol, xy_str name)
{
    sema_symbols *list = xy_map_get(&catalog->waiting, name);
    if (!list) {
        list = XY_NEW(catalog->arena, sema_symbols);
        xy_map_put(&catalog->waiting, xy_str_copy(catalog->arena, name), list);
    }
    if (!list->count || list->items[list->count - 1] != symbol)
        xy_vec_push(catalog->arena, list, symbol);
}

static xy_symbol *find_exact(const xy_catalog *catalog, bool nameable, xy_str schema, xy_str name)
{
    for (xy_symbol *s = xy_map_get(&catalog->names, name); s; s = sema_of(s)->next_same_name) {
        if (is_nameable(s) == nameable && xy_str_equal(s->schema, schema))
            return s;
    }
    return NULL;
}

static void link_name(xy_catalog *catalog, xy_symbol *symbol)
{
    sema_of(symbol)->next_same_name = xy_map_get(&catalog->names, symbol->name);
    xy_map_put(&catalog->names, symbol->name, symbol);
    xy_vec_push(catalog->arena, &catalog->objects, symbol);
    sema_catalog_wake(catalog, symbol->name);
    sema_catalog_wake(catalog, symbol->schema);
}

/* The name of an object that RENAME gave another one is about to be given to something else: from now on the object is what its newest name
 * denotes, and its names in between lead there. */
static void move_to_new_name(xy_catalog *catalog, const xy_symbol *symbol)
{
    xy_symbol *own = sema_of(symbol)->renamed;
    if (!own || own->kind != XY_SYM_SYNONYM || own->target != symbol)
        return;
    sema_symbol moved = *sema_of(symbol);
    moved.s.name = own->name;
    moved.s.schema = own->schema;
    moved.next_same_name = sema_of(own)->next_same_name;
    moved.home = sema_of(own)->home;
    moved.renamed = NULL;
    for (xy_symbol *former = sema_of(own)->renamed; former; former = sema_of(former)->renamed)
        if (former->kind == XY_SYM_SYNONYM && former->target == symbol)
            former->target = own;
    *sema_of(own) = moved;
    for (uint32_t i = 0; i < own->column_count; i++)
        own->columns[i]->owner = own;
    if (own->type && own->type->rowtype) { /* the one that others hold belongs to the name */
        own->type = NULL;
        sema_row_type_update(catalog->arena, own);
    }
    sema_catalog_incomplete(catalog, own);
    sema_catalog_wake(catalog, own->name);
}

xy_symbol *sema_catalog_put(xy_catalog *catalog, xy_symbol_kind kind, xy_str schema, xy_str name)
{
    bool nameable = kind != XY_SYM_TRIGGER && kind != XY_SYM_INDEX;
    xy_symbol *symbol = find_exact(catalog, nameable, schema, name);
    if (symbol) { /* CREATE OR REPLACE, or created again after DROP: the later one counts */
        move_to_new_name(catalog, symbol);
        sema_symbol fresh = {.s = {.kind = kind, .name = symbol->name, .schema = symbol->schema}};
        fresh.next_same_name = sema_of(symbol)->next_same_name;
        fresh.home = catalog;
        fresh.callers = sema_of(symbol)->callers; /* they call the new one */
        fresh.s.declared_again = true;
        const xy_type *type = symbol->type;
        bool row = type && type->rowtype && type->row_of == symbol;
        *sema_of(symbol) = fresh;
        if (row && (kind == XY_SYM_TABLE || kind == XY_SYM_VIEW || kind == XY_SYM_MVIEW))
            symbol->type = type; /* others may hold its row type: it is updated in place */
        sema_catalog_wake(catalog, name);
        return symbol;
    }
    symbol = sema_symbol_new(catalog->arena, kind, name);
    symbol->schema = schema;
    sema_of(symbol)->home = catalog;
    link_name(catalog, symbol);
    return symbol;
}

/* The copy's own columns in place of the original's. */
static xy_symbol **own_columns(xy_catalog *catalog, const xy_symbol *copy, const xy_symbol *original, xy_symbol *const *columns, uint32_t count)
{
    xy_symbol **own = count ? XY_NEW_ARRAY(catalog->arena, xy_symbol *, count) : NULL;
    for (uint32_t i = 0; i < count; i++) {
        for (uint32_t c = 0; c < original->column_count; c++) {
            if (original->columns[c] == columns[i])
                own[i] = copy->columns[c];
        }
        if (!own[i]) /* dropped since */
            own[i] = sema_column_new(catalog->arena, NULL, columns[i]->name, columns[i]->type, columns[i]->nullability);
    }
    return own;
}

static void copy_constraints(xy_catalog *catalog, sema_symbol *copy, const sema_symbol *original)
{
    copy->s.keys = copy->s.key_count ? XY_NEW_ARRAY(catalog->arena, struct xy_key, copy->s.key_count) : NULL;
    for (uint32_t i = 0; i < copy->s.key_count; i++) {
        const struct xy_key *key = &original->s.keys[i];
        copy->s.keys[i] = *key;
        copy->s.keys[i].columns = own_columns(catalog, &copy->s, &original->s, key->columns, key->column_count);
    }
    copy->constraints.items = NULL;
    copy->constraints.count = copy->constraints.capacity = 0;
    for (uint32_t i = 0; i < original->constraints.count; i++) {
        sema_constraint c = original->constraints.items[i];
        c.columns = own_columns(catalog, &copy->s, &original->s, c.columns, c.count);
        xy_vec_push(catalog->arena, &copy->constraints, c);
    }
}

static xy_symbol *copy_from_parent(xy_catalog *catalog, const xy_symbol *original)
{
    sema_symbol *copy = XY_NEW(catalog->arena, sema_symbol);
    *copy = *sema_of(original);
    copy->home = catalog;
    copy->pending = NULL;
    if (original->columns) {
        copy->s.columns = XY_NEW_ARRAY(catalog->arena, xy_symbol *, original->column_count);
        for (uint32_t i = 0; i < original->column_count; i++) {
            sema_symbol *column = XY_NEW(catalog->arena, sema_symbol);
            *column = *sema_of(original->columns[i]);
            column->s.owner = &copy->s;
            copy->s.columns[i] = &column->s;
        }
        copy->s.type = NULL;
        copy_constraints(catalog, copy, sema_of(original));
        sema_row_type_update(catalog->arena, &copy->s);
    }
    if (original->members) {
        copy->s.members = NULL;
        if (original->columns) {
            for (uint32_t i = 0; i < copy->s.column_count; i++)
                sema_add_member(catalog->arena, &copy->s.members, copy->s.columns[i]);
        } else {
            /* Items are copied too: overloads are chained through them, and the parent's chains must not lead into this catalog. */
            for (xy_map_entry *e = xy_map_first(original->members); e; e = xy_map_next(e))
                for (const xy_symbol *item = xy_map_value(e); item; item = item->next_overload) {
                    sema_symbol *own = XY_NEW(catalog->arena, sema_symbol);
                    *own = *sema_of(item);
                    own->s.next_overload = NULL;
                    sema_add_member(catalog->arena, &copy->s.members, &own->s);
                }
        }
    }
    link_name(catalog, &copy->s);
    return &copy->s;
}

xy_symbol *sema_catalog_own(xy_catalog *catalog, xy_str schema, xy_str name)
{
    xy_symbol *symbol = xy_catalog_find(catalog, schema, name, true);
    if (symbol && sema_of(symbol)->home != catalog)
        symbol = copy_from_parent(catalog, symbol);
    return symbol;
}

/* ---- units ---- */

bool sema_object_name(sema_declarer *d, const xy_node *name, xy_str *schema, xy_str *object)
{
    xy_str parts[SEMA_MAX_PARTS];
    uint32_t count = sema_name_parts(d, name, parts);
    *schema = d->env->writable ? d->env->writable->owner : (xy_str){0};
    if (count == 0 || count > 2)
        return false;
    if (count == 2)
        *schema = parts[0];
    *object = parts[count - 1];
    return object->length > 0;
}

static void add_sequence(xy_catalog *catalog, sema_declarer *d, const xy_node *tree)
{
    xy_str schema, name;
    if (sema_object_name(d, XY_AS(create_sequence, tree)->name, &schema, &name))
        sema_catalog_put(catalog, XY_SYM_SEQUENCE, schema, name);
}

static void add_synonym(xy_catalog *catalog, sema_declarer *d, const xy_node *tree)
{
    const xy_create_synonym *s = XY_AS(create_synonym, tree);
    xy_str schema, name, parts[SEMA_MAX_PARTS];
    if (!sema_object_name(d, s->name, &schema, &name))
        return;
    if (s->public != XY_NO_TOKEN)
        schema = XY_STR("PUBLIC");
    uint32_t count = sema_name_parts(d, s->target, parts);
    if (!count)
        return;
    bool same = xy_str_equal(parts[count - 1], name) && (count == 1 || schema.length == 0);
    if (same && s->public != XY_NO_TOKEN && xy_catalog_find(catalog, count > 1 ? parts[0] : (xy_str){0}, name, false))
        return; /* a public synonym of the object's own name adds nothing */
    if (same && s->public == XY_NO_TOKEN && xy_catalog_find(catalog, (xy_str){0}, name, false))
        return;
    xy_symbol *symbol = sema_catalog_put(catalog, XY_SYM_SYNONYM, schema, name);
    symbol->target_name = parts[count - 1];
    if (count > 1)
        sema_of(symbol)->target_schema = parts[count - 2];
    const xy_node *link = XY_AS(name, s->target)->dblink;
    if (link)
        symbol->dblink = xy_str_copy(catalog->arena, sema_node_text(d->source, link));
    sema_catalog_incomplete(catalog, symbol);
}

void sema_catalog_add_unique_index(xy_catalog *catalog, sema_declarer *d, const xy_node *tree);

static void add_index(xy_catalog *catalog, sema_declarer *d, const xy_node *tree)
{
    const xy_create_index *i = XY_AS(create_index, tree);
    xy_str schema, name;
    if (sema_object_name(d, i->name, &schema, &name))
        sema_catalog_put(catalog, XY_SYM_INDEX, schema, name);
    if (i->modifier != XY_NO_TOKEN && xy_str_equal_nocase(xy_token_text(d->source, i->modifier), XY_STR("UNIQUE")))
        sema_catalog_add_unique_index(catalog, d, tree);
}

typedef void (*adder)(xy_catalog *catalog, sema_declarer *d, const xy_node *tree);
void sema_catalog_add_table(xy_catalog *catalog, sema_declarer *d, const xy_node *tree);
void sema_catalog_alter_table(xy_catalog *catalog, sema_declarer *d, const xy_node *tree);
void sema_catalog_add_view(xy_catalog *catalog, sema_declarer *d, const xy_node *tree);
void sema_catalog_add_mview(xy_catalog *catalog, sema_declarer *d, const xy_node *tree);
void sema_catalog_rename(xy_catalog *catalog, sema_declarer *d, const xy_node *tree);

static const adder adders[XY_NODE_COUNT] = {
    [XY_NODE_CREATE_TABLE] = sema_catalog_add_table,
    [XY_NODE_ALTER_TABLE] = sema_catalog_alter_table,
    [XY_NODE_CREATE_VIEW] = sema_catalog_add_view,
    [XY_NODE_CREATE_MATERIALIZED_VIEW] = sema_catalog_add_mview,
    [XY_NODE_CREATE_SEQUENCE] = add_sequence,
    [XY_NODE_CREATE_SYNONYM] = add_synonym,
    [XY_NODE_CREATE_INDEX] = add_index,
    [XY_NODE_RENAME_OBJECT] = sema_catalog_rename,
    [XY_NODE_CREATE_ROUTINE] = sema_catalog_add_routine,
    [XY_NODE_CREATE_PACKAGE] = sema_catalog_add_package,
    [XY_NODE_CREATE_PACKAGE_BODY] = sema_catalog_add_package_body,
    [XY_NODE_CREATE_TYPE] = sema_catalog_add_type,
    [XY_NODE_CREATE_TYPE_BODY] = sema_catalog_add_type_body,
    [XY_NODE_CREATE_TRIGGER] = sema_catalog_add_trigger,
    [XY_NODE_BLOCK] = sema_catalog_add_block,
    [XY_NODE_LABELED] = sema_catalog_add_block,
};

void xy_catalog_set_owner(xy_catalog *catalog, xy_str owner)
{
    catalog->owner = owner.length ? xy_str_copy(catalog->arena, owner) : owner;
}

void xy_catalog_add_unit(xy_catalog *catalog, const xy_source *source, const xy_unit *unit)
{
    if (!unit->tree || unit->tree->kind >= XY_NODE_COUNT)
        return;
    sema_catalog_note_sql(catalog, source, unit->tree);
    sema_catalog_note_deletions(catalog, source, unit);
    if (!adders[unit->tree->kind])
        return;
    sema_env env = {.catalog = catalog, .writable = catalog, .arena = catalog->arena};
    sema_declarer d = {.env = &env, .source = source, .catalog = true};
    adders[unit->tree->kind](catalog, &d, unit->tree);
}
