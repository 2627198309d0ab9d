/* Routines, packages, types and triggers of the catalog. */
#include "sema/internal.h"

/* A member of a package or type, or a standalone routine, whose types (or cursor query) are looked up later. */
static void register_symbol(xy_catalog *catalog, xy_symbol *symbol)
{
    sema_of(symbol)->home = catalog;
    if (sema_of(symbol)->pending || sema_of(symbol)->query)
        sema_catalog_incomplete(catalog, symbol);
}

static void copy_routine(xy_symbol *object, const xy_symbol *routine)
{
    object->params = routine->params;
    object->param_count = routine->param_count;
    object->type = routine->type;
    object->nullability = routine->nullability;
    object->deterministic = routine->deterministic;
    object->pipelined = routine->pipelined;
    object->is_public = true;
    sema_of(object)->pending = sema_of(routine)->pending;
    for (uint32_t i = 0; i < object->param_count; i++)
        object->params[i]->owner = object;
    for (sema_pending *p = sema_of(object)->pending; p; p = p->next) {
        if (p->slot == &routine->type)
            p->slot = &object->type;
    }
}

void sema_catalog_add_routine(xy_catalog *catalog, sema_declarer *d, const xy_node *tree)
{
    const xy_node *node = XY_AS(create_routine, tree)->routine;
    if (node->kind != XY_NODE_ROUTINE)
        return;
    xy_str schema, name;
    if (!sema_object_name(d, XY_AS(routine, node)->name, &schema, &name))
        return;
    d->env->schema = schema;
    xy_symbol *routine = sema_declare_routine(d, node, NULL);
    xy_symbol *object = sema_catalog_put(catalog, routine->kind, schema, name);
    copy_routine(object, routine);
    register_symbol(catalog, object);
    sema_catalog_summarise(catalog, d->source, object, node);
}

/* ---- packages ---- */

static xy_symbol *package_symbol(xy_catalog *catalog, xy_str schema, xy_str name)
{
    xy_symbol *package = xy_catalog_find(catalog, schema, name, false);
    if (package && package->kind == XY_SYM_PACKAGE && xy_str_equal(package->schema, schema))
        return sema_catalog_own(catalog, schema, name);
    return sema_catalog_put(catalog, XY_SYM_PACKAGE, schema, name);
}

/* The symbol of one declaration; null when it declares nothing. */
static xy_symbol *declare_item(sema_declarer *d, const xy_node *decl, xy_symbol *package)
{
    if (decl->kind == XY_NODE_ROUTINE)
        return sema_declare_routine(d, decl, package);
    return sema_declare(d, decl, package);
}

static bool is_initialised(const xy_symbol *symbol)
{
    return symbol->kind == XY_SYM_VARIABLE && symbol->default_text.length > 0;
}

static bool is_routine(const xy_symbol *symbol)
{
    return symbol->kind == XY_SYM_PROCEDURE || symbol->kind == XY_SYM_FUNCTION;
}

/* Private items of a body that was read before the specification come back behind the public ones. */
static void keep_private(xy_catalog *catalog, xy_symbol *package, const xy_map *former)
{
    for (xy_map_entry *e = former ? xy_map_first(former) : NULL; e; e = xy_map_next(e)) {
        for (xy_symbol *next, *item = xy_map_value(e); item; item = next) {
            next = item->next_overload;
            item->next_overload = NULL;
            if (item->is_public && sema_of(item)->calls == NULL)
                continue;
            xy_symbol *same = package->members ? xy_map_get(package->members, item->name) : NULL;
            xy_symbol *spec = same && is_routine(same) && is_routine(item) ? sema_same_routine(same, item) : NULL;
            if (spec)
                sema_of(spec)->calls = sema_of(item)->calls;
            else if (!item->is_public && (!same || (is_routine(same) && is_routine(item))))
                sema_add_member(catalog->arena, &package->members, item);
        }
    }
}

void sema_catalog_add_package(xy_catalog *catalog, sema_declarer *d, const xy_node *tree)
{
    const xy_create_package *p = XY_AS(create_package, tree);
    xy_str schema, name;
    if (!sema_object_name(d, p->name, &schema, &name))
        return;
    xy_symbol *package = package_symbol(catalog, schema, name);
    xy_map *former = package->members;
    d->env->package = package;
    d->env->schema = schema;
    package->members = NULL;
    sema_of(package)->has_spec = true;
    for (uint32_t i = 0; i < p->decls.count; i++) {
        const xy_node *decl = p->decls.items[i];
        if (decl->kind == XY_NODE_PRAGMA)
            sema_declare_exception_init(d, decl, package->members);
        xy_symbol *item = declare_item(d, decl, package);
        if (!item)
            continue;
        item->is_public = true;
        package->has_init |= is_initialised(item);
        sema_add_member(catalog->arena, &package->members, item);
        register_symbol(catalog, item);
    }
    keep_private(catalog, package, former);
}

static void add_body_routine(xy_catalog *catalog, sema_declarer *d, xy_symbol *package, const xy_node *node)
{
    xy_symbol *item = sema_declare_routine(d, node, package);
    xy_symbol *first = package->members ? xy_map_get(package->members, item->name) : NULL;
    xy_symbol *known = first && is_routine(first) ? sema_same_routine(first, item) : NULL;
    if (!known) {
        sema_add_member(catalog->arena, &package->members, item);
        register_symbol(catalog, item);
        known = item;
    }
    if (sema_of(known)->home != catalog)
        return; /* declared by the parent catalog: not to be written */
    if (!sema_of(item)->forward) {
        sema_of(known)->forward = false;
        known->deterministic |= item->deterministic;
        known->pipelined |= item->pipelined;
        sema_catalog_summarise(catalog, d->source, known, node);
    }
}

void sema_catalog_add_package_body(xy_catalog *catalog, sema_declarer *d, const xy_node *tree)
{
    const xy_create_package_body *b = XY_AS(create_package_body, tree);
    xy_str schema, name;
    if (!sema_object_name(d, b->name, &schema, &name))
        return;
    xy_symbol *package = package_symbol(catalog, schema, name);
    d->env->package = package;
    d->env->schema = schema;
    package->has_init |= b->stmts.count > 0;
    for (uint32_t i = 0; i < b->decls.count; i++) {
        const xy_node *decl = b->decls.items[i];
        if (decl->kind == XY_NODE_ROUTINE) {
            add_body_routine(catalog, d, package, decl);
            continue;
        }
        if (decl->kind == XY_NODE_PRAGMA)
            sema_declare_exception_init(d, decl, package->members);
        xy_symbol *item = sema_declare(d, decl, package);
        if (!item)
            continue;
        xy_symbol *first = package->members ? xy_map_get(package->members, item->name) : NULL;
        if (first && first->kind == XY_SYM_CURSOR && item->kind == XY_SYM_CURSOR)
            continue;                /* the body of a public cursor */
        sema_of(item)->query = NULL; /* nobody outside asks for the columns of a private cursor */
        package->has_init |= is_initialised(item);
        sema_add_member(catalog->arena, &package->members, item);
        register_symbol(catalog, item);
    }
}

/* ---- types ---- */

/* Attributes and methods of the supertype come first; its own attributes keep their place in the pending list. */
void sema_catalog_inherit(xy_catalog *catalog, xy_symbol *symbol, const xy_symbol *super)
{
    const xy_type *base = super->type;
    xy_type *type = (xy_type *)(uintptr_t)symbol->type;
    uint32_t total = base->field_count + type->field_count;
    xy_record_field *fields = total ? XY_NEW_ARRAY(catalog->arena, xy_record_field, total) : NULL;
    for (uint32_t i = 0; i < total; i++) {
        bool own = i >= base->field_count;
        fields[i] = own ? type->fields[i - base->field_count] : base->fields[i];
        for (sema_pending *p = own ? sema_of(symbol)->pending : NULL; p; p = p->next) {
            if (p->slot == &((xy_record_field *)(uintptr_t)type->fields)[i - base->field_count].type)
                p->slot = &fields[i].type;
        }
    }
    type->fields = fields;
    type->field_count = total;
    for (xy_map_entry *e = super->members ? xy_map_first(super->members) : NULL; e; e = xy_map_next(e)) {
        if (symbol->members && xy_map_get(symbol->members, xy_map_key(e)))
            continue;
        if (!symbol->members) {
            symbol->members = XY_NEW(catalog->arena, xy_map);
            xy_map_init(symbol->members, catalog->arena);
        }
        xy_map_put(symbol->members, xy_map_key(e), xy_map_value(e));
    }
}

static void keep_supertype(sema_declarer *d, xy_symbol *symbol, const xy_node *under)
{
    sema_spec *spec = XY_NEW(d->env->arena, sema_spec);
    spec->part_count = (uint8_t)sema_name_parts(d, under, spec->parts);
    if (spec->part_count)
        sema_of(symbol)->under = spec;
}

static void register_methods(xy_catalog *catalog, xy_symbol *symbol)
{
    for (xy_map_entry *e = symbol->members ? xy_map_first(symbol->members) : NULL; e; e = xy_map_next(e)) {
        for (xy_symbol *m = xy_map_value(e); m; m = m->next_overload) {
            if (m->owner == symbol)
                register_symbol(catalog, m);
        }
    }
}

void sema_catalog_add_type(xy_catalog *catalog, sema_declarer *d, const xy_node *tree)
{
    const xy_create_type *t = XY_AS(create_type, tree);
    xy_str schema, name;
    if (!sema_object_name(d, t->name, &schema, &name))
        return;
    xy_symbol *known = xy_catalog_find(catalog, schema, name, false);
    if (!t->definition && known && known->kind == XY_SYM_TYPE)
        return; /* an incomplete declaration after the full one */
    d->env->schema = schema;
    xy_symbol *symbol = sema_catalog_put(catalog, XY_SYM_TYPE, schema, name);
    d->holder = symbol;
    symbol->is_public = true;
    symbol->type = sema_declare_definition(d, t->definition, symbol);
    if (t->definition && t->definition->kind == XY_NODE_OBJECT_TYPE && XY_AS(object_type, t->definition)->under)
        keep_supertype(d, symbol, XY_AS(object_type, t->definition)->under);
    register_methods(catalog, symbol);
    if (sema_of(symbol)->pending || sema_of(symbol)->under)
        sema_catalog_incomplete(catalog, symbol);
}

void sema_catalog_add_type_body(xy_catalog *catalog, sema_declarer *d, const xy_node *tree)
{
    const xy_create_type_body *b = XY_AS(create_type_body, tree);
    xy_str schema, name;
    if (!sema_object_name(d, b->name, &schema, &name))
        return;
    xy_symbol *type = xy_catalog_find(catalog, schema, name, false);
    if (!type || type->kind != XY_SYM_TYPE || sema_of(type)->home != catalog)
        return;
    d->env->schema = schema;
    for (uint32_t i = 0; i < b->decls.count; i++) {
        if (b->decls.items[i]->kind != XY_NODE_ROUTINE)
            continue;
        xy_symbol *item = sema_declare_routine(d, b->decls.items[i], type);
        xy_symbol *first = type->members ? xy_map_get(type->members, item->name) : NULL;
        xy_symbol *known = first ? sema_same_routine(first, item) : NULL;
        if (known && sema_of(known)->home == catalog)
            sema_catalog_summarise(catalog, d->source, known, b->decls.items[i]);
    }
}

/* ---- triggers ---- */

/* An anonymous block has no name; what it calls and catches counts. */
void sema_catalog_add_block(xy_catalog *catalog, sema_declarer *d, const xy_node *tree)
{
    xy_symbol *symbol = sema_symbol_new(catalog->arena, XY_SYM_PROCEDURE, (xy_str){0});
    sema_of(symbol)->home = catalog;
    sema_catalog_summarise(catalog, d->source, symbol, tree);
    sema_catalog_add_dynamic(catalog, d->source, tree);
}

void sema_catalog_add_trigger(xy_catalog *catalog, sema_declarer *d, const xy_node *tree)
{
    const xy_create_trigger *t = XY_AS(create_trigger, tree);
    xy_str schema, name, table_schema, table_name;
    if (!sema_object_name(d, t->name, &schema, &name))
        return;
    xy_symbol *symbol = sema_catalog_put(catalog, XY_SYM_TRIGGER, schema, name);
    const xy_node *on = t->on;
    if (on && on->kind == XY_NODE_TABLE_NAME)
        on = XY_AS(table_name, on)->name;
    if (on && sema_object_name(d, on, &table_schema, &table_name)) {
        symbol->target_name = table_name;
        if (!xy_map_get(&catalog->triggered, table_name))
            xy_map_put(&catalog->triggered, xy_str_copy(catalog->arena, table_name), symbol);
        sema_of(symbol)->target_schema = table_schema.length ? table_schema : schema;
    }
    sema_note_row_trigger(catalog, d, symbol, t);
    sema_catalog_summarise(catalog, d->source, symbol, tree);
}
