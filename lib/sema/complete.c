/* Completion of the catalog once all units were added: declared types by name, columns of views, synonyms.
 *
 * A symbol is completed when something asks for it, so the order of units does not matter; what misses an object waits under its
 * name and is tried again when an object of that name is added. */
#include "sema/walk.h"

static sema_env env_of(xy_catalog *catalog, xy_symbol *package, xy_str schema)
{
    return (sema_env){.catalog = catalog, .writable = catalog, .arena = catalog->arena, .package = package, .schema = schema};
}

static void wait_for(xy_catalog *catalog, xy_symbol *symbol, const sema_spec *spec)
{
    for (uint32_t i = 0; i < spec->part_count && i < 2; i++)
        sema_catalog_wait(catalog, symbol, spec->parts[i]);
}

static void complete_types(xy_catalog *catalog, xy_symbol *symbol)
{
    bool changed = false;
    sema_pending **link = &sema_of(symbol)->pending;
    while (*link) {
        sema_pending *pending = *link;
        sema_env env = env_of(catalog, pending->package, pending->schema);
        const xy_type *type = sema_spec_resolve(&env, &pending->spec);
        if (sema_type_known(type)) {
            *pending->slot = type;
            if (pending->declared)
                sema_take_subtype(pending->declared, env.named);
            *link = pending->next;
            changed = true;
        } else {
            wait_for(catalog, symbol, &pending->spec);
            link = &pending->next;
        }
    }
    bool row = symbol->kind == XY_SYM_TABLE || symbol->kind == XY_SYM_VIEW || symbol->kind == XY_SYM_MVIEW;
    if (changed && row)
        sema_row_type_update(catalog->arena, symbol);
}

/* ---- columns of views and cursors ---- */

static void copy_column(xy_catalog *catalog, sema_symbols *list, xy_symbol *owner, xy_str name, const xy_symbol *from)
{
    const xy_type *type = from->type ? from->type : sema_type(XY_FAMILY_UNKNOWN);
    xy_vec_push(catalog->arena, list, sema_column_new(catalog->arena, owner, xy_str_copy(catalog->arena, name), type, from->nullability));
}

static bool is_plain(const xy_type *type)
{
    return type->family != XY_FAMILY_RECORD && type->family != XY_FAMILY_COLLECTION && type->family != XY_FAMILY_OBJECT && type->family != XY_FAMILY_CURSOR;
}

/* A type that must outlive the analysis of the view's text. Named types belong to the catalog already. */
static const xy_type *lasting_type(xy_catalog *catalog, const xy_type *type)
{
    if (!type || type == sema_type(type->family))
        return type;
    if (!is_plain(type))
        return type->symbol && sema_of(type->symbol)->home                    ? type
               : type->rowtype && type->row_of && sema_of(type->row_of)->home ? type
                                                                              : sema_type(XY_FAMILY_UNKNOWN);
    xy_type *copy = XY_NEW(catalog->arena, xy_type);
    *copy = *type;
    copy->name = type->name.length ? xy_str_copy(catalog->arena, type->name) : type->name;
    copy->symbol = NULL;
    return copy;
}

static void take_columns(xy_catalog *catalog, xy_symbol *symbol, const sema_query_text *query, xy_symbol *const *from, uint32_t count, bool known)
{
    sema_symbols list = {0};
    if (!known && query->column_count) { /* the view's own list is complete even when its query is not */
        for (uint32_t i = 0; i < query->column_count; i++)
            xy_vec_push(catalog->arena, &list, sema_column_new(catalog->arena, symbol, query->column_names[i], sema_type(XY_FAMILY_UNKNOWN), XY_NULL_UNKNOWN));
        known = true;
    } else {
        for (uint32_t i = 0; i < count; i++) {
            xy_str name = i < query->column_count ? query->column_names[i] : from[i]->name;
            copy_column(catalog, &list, symbol, name, from[i]);
            list.items[i]->type = lasting_type(catalog, list.items[i]->type);
        }
    }
    symbol->columns = list.items;
    symbol->column_count = list.count;
    symbol->columns_known = known;
    symbol->members = NULL;
    for (uint32_t i = 0; i < list.count; i++)
        sema_add_member(catalog->arena, &symbol->members, list.items[i]);
    sema_row_type_update(catalog->arena, symbol);
}

static void declare_cursor_params(sema *s, const xy_symbol *cursor)
{
    for (uint32_t i = 0; i < cursor->param_count; i++)
        sema_declare_in(s, s->env.scope, cursor->params[i]);
}

static void derive_in(xy_catalog *catalog, xy_symbol *symbol, xy_arena *arena)
{
    const sema_query_text *query = sema_of(symbol)->query;
    xy_source source = {.text = query->text, .path = XY_STR("-")};
    xy_diags diags;
    uint32_t node_count = 0;
    xy_diags_init(&diags, arena);
    xy_syntax_lex_fragment(&source, arena, &diags);
    xy_node *tree = xy_syntax_parse_fragment(&source, arena, XY_START_QUERY, &node_count, &diags);
    if (!tree || tree->kind != XY_NODE_SELECT)
        return;
    xy_unit unit = {
        .last = source.token_count, .state = XY_UNIT_PARSED, .tree = tree, .node_count = node_count, .terminator = XY_NO_TOKEN, .slash = XY_NO_TOKEN};
    sema *s = sema_new(arena, &source, &unit, catalog, &diags);
    s->env.writable = catalog;
    s->env.package = query->package;
    s->env.schema = query->schema;
    s->env.scope = sema_scope_new(arena, NULL, SEMA_SCOPE_DECLS, NULL);
    declare_cursor_params(s, symbol);
    sema_walk_select(s, tree);
    const sema_scope *scope = sema_query_scope(s, tree);
    if (!scope)
        return;
    take_columns(catalog, symbol, query, scope->columns.items, scope->columns.count, scope->columns_known);
    for (uint32_t i = 0; i < s->missing.count; i++)
        sema_catalog_wait(catalog, symbol, s->missing.items[i]);
    if (!s->missing.count)
        sema_of(symbol)->query = NULL;
    if (symbol->columns_known)
        sema_catalog_wake(catalog, symbol->name);
}

void sema_with_scratch(xy_catalog *catalog, void (*run)(xy_catalog *catalog, xy_arena *scratch, void *data), void *data)
{
    xy_arena scratch;
    xy_guard guard = {0};
    xy_guard *outer = catalog->arena->guard;
    xy_arena_init(&scratch, &guard, catalog->arena->allocator);
    if (setjmp(guard.jump)) {
        xy_arena_free(&scratch);
        catalog->arena->guard = outer;
        xy_guard_fail(outer, guard.status);
    }
    catalog->arena->guard = &guard;
    run(catalog, &scratch, data);
    catalog->arena->guard = outer;
    xy_arena_free(&scratch);
}

static void derive(xy_catalog *catalog, xy_arena *scratch, void *symbol)
{
    derive_in(catalog, symbol, scratch);
}

void sema_catalog_derive(xy_catalog *catalog, xy_symbol *symbol)
{
    sema_with_scratch(catalog, derive, symbol);
}

/* ---- driving ---- */

static bool leads_to(const xy_symbol *from, const xy_symbol *symbol)
{
    while (from && from != symbol && from->kind == XY_SYM_SYNONYM)
        from = from->target;
    return from && from == symbol;
}

static void complete_synonym(xy_catalog *catalog, xy_symbol *symbol)
{
    xy_str schema = sema_of(symbol)->target_schema;
    if (symbol->dblink.length || symbol->target)
        return;
    xy_symbol *target = xy_catalog_find(catalog, schema, symbol->target_name, false);
    if (leads_to(target, symbol)) /* a private synonym of the same name in another schema, or a circle of them */
        target = NULL;
    symbol->target = target;
    if (!target)
        sema_catalog_wait(catalog, symbol, symbol->target_name);
}

static void complete_supertype(xy_catalog *catalog, xy_symbol *symbol)
{
    sema_env env = env_of(catalog, NULL, symbol->schema);
    const sema_spec *spec = sema_of(symbol)->under;
    sema_found found = sema_find(&env, spec->parts, spec->part_count, 0);
    xy_symbol *super = found.symbol;
    if (!super || super->kind != XY_SYM_TYPE || !super->type || super == symbol || sema_of(super)->under) {
        wait_for(catalog, symbol, spec);
        return;
    }
    sema_of(symbol)->under = NULL;
    sema_catalog_inherit(catalog, symbol, super);
    sema_catalog_wake(catalog, symbol->name);
}

void sema_catalog_ensure(sema_env *env, xy_symbol *symbol)
{
    xy_catalog *catalog = env->writable;
    sema_symbol *own = sema_of(symbol);
    if (!catalog || own->home != catalog || own->busy)
        return;
    if (symbol->kind == XY_SYM_SYNONYM)
        complete_synonym(catalog, symbol);
    if (own->calls && own->waits) {
        own->waits = false;
        xy_vec_push(catalog->arena, &catalog->routines, symbol);
    }
    if (!own->pending && !own->query && !own->under)
        return;
    if (catalog->depth >= SEMA_MAX_DEPTH) { /* a very long chain: the rest in another round */
        sema_catalog_incomplete(catalog, symbol);
        return;
    }
    own->busy = 1;
    catalog->depth++;
    if (own->under)
        complete_supertype(catalog, symbol);
    if (own->pending)
        complete_types(catalog, symbol);
    if (own->query)
        sema_catalog_derive(catalog, symbol);
    catalog->depth--;
    own->busy = 0;
}

void xy_catalog_finish(xy_catalog *catalog)
{
    sema_env env = env_of(catalog, NULL, (xy_str){0});
    for (uint32_t i = 0; i < catalog->incomplete.count; i++) /* the list may grow while it is worked off */
        sema_catalog_ensure(&env, catalog->incomplete.items[i]);
    catalog->incomplete.count = 0;
    sema_catalog_complete_deletions(catalog);
    sema_catalog_effects(catalog);
}
