/* Units and declarations: routines, packages, triggers, types, and the expressions and names in DDL. */
#include "sema/walk.h"

/* ---- declarations ---- */

static void walk_default(sema *s, xy_node *value, const xy_type *type)
{
    sema_walk(s, value);
    if (value)
        sema_convert_to_type(s, value, type);
}

static void walk_params(sema *s, xy_nodes params, xy_symbol *const *symbols, uint32_t count)
{
    uint32_t next = 0;
    for (uint32_t i = 0; i < params.count; i++) {
        if (params.items[i]->kind != XY_NODE_PARAMETER || next == count)
            continue;
        xy_symbol *symbol = symbols[next++];
        s->infos[params.items[i]->id].symbol = symbol;
        s->infos[params.items[i]->id].type = symbol->type;
        walk_default(s, XY_AS(parameter, params.items[i])->default_, symbol->type);
    }
}

static void walk_cursor_decl(sema *s, xy_node *node, xy_symbol *symbol)
{
    const xy_cursor_decl *c = XY_AS(cursor_decl, node);
    walk_params(s, c->params, symbol->params, symbol->param_count);
    if (!c->query)
        return;
    sema_scope *scope = sema_enter(s, SEMA_SCOPE_DECLS, node);
    scope->self = symbol; /* its parameters may be qualified: c.p */
    sema_of(symbol)->inner = scope;
    for (uint32_t i = 0; i < symbol->param_count; i++)
        sema_declare_in(s, scope, symbol->params[i]);
    sema_walk_select(s, c->query);
    sema_leave(s);
    const sema_scope *query = sema_query_scope(s, c->query);
    if (query && query->columns_known && !c->returns) {
        symbol->type = sema_row_type(s->arena, symbol, query->columns.items, query->columns.count);
        symbol->columns = query->columns.items;
        symbol->column_count = query->columns.count;
        symbol->columns_known = true;
    }
    s->infos[node->id].type = symbol->type;
}

static void walk_variable(sema *s, xy_node *node, xy_symbol *symbol)
{
    xy_node *value = XY_AS(variable_decl, node)->default_;
    sema_walk(s, value);
    if (value)
        sema_convert_stored(s, value, symbol->type, false);
    if (symbol->kind == XY_SYM_CONSTANT && value && s->infos[value->id].nullability == XY_NULL_NEVER)
        symbol->nullability = XY_NULL_NEVER;
    if (symbol->kind != XY_SYM_VARIABLE)
        return;
    sema_assignment initial = {symbol, value};
    xy_vec_push(s->arena, &s->assignments, initial);
    xy_vec_push(s->arena, &s->variables, symbol);
}

static void walk_type_decl(sema *s, xy_node *node)
{
    xy_node *definition = XY_AS(type_decl, node)->definition;
    if (!definition || definition->kind != XY_NODE_RECORD_TYPE)
        return;
    xy_nodes fields = XY_AS(record_type, definition)->fields;
    for (uint32_t i = 0; i < fields.count; i++) {
        if (fields.items[i]->kind == XY_NODE_VARIABLE_DECL)
            sema_walk(s, XY_AS(variable_decl, fields.items[i])->default_);
    }
}

static void walk_declaration(sema *s, xy_node *node, xy_symbol *symbol)
{
    s->infos[node->id].symbol = symbol;
    s->infos[node->id].type = symbol->type;
    switch (node->kind) {
    case XY_NODE_VARIABLE_DECL: walk_variable(s, node, symbol); break;
    case XY_NODE_CURSOR_DECL: walk_cursor_decl(s, node, symbol); break;
    case XY_NODE_TYPE_DECL: walk_type_decl(s, node); break;
    case XY_NODE_SUBTYPE_DECL:
        sema_walk(s, XY_AS(subtype_decl, node)->range_low);
        sema_walk(s, XY_AS(subtype_decl, node)->range_high);
        break;
    default: break;
    }
}

/* A cursor declared before without query, or in the specification: the same cursor. */
static xy_symbol *former_cursor(sema *s, const xy_symbol *symbol)
{
    xy_symbol *former = s->env.scope->names ? xy_map_get(s->env.scope->names, symbol->name) : NULL;
    return former && former->kind == XY_SYM_CURSOR && symbol->kind == XY_SYM_CURSOR ? former : NULL;
}

/* ---- routines ---- */

static bool is_body(const xy_node *node)
{
    return XY_AS(routine, node)->body != NULL;
}

/* The public declaration of a routine in a package specification. */
static const xy_symbol *specified(const sema *s, const xy_symbol *symbol)
{
    const xy_symbol *package = symbol->owner;
    if (!package || package->kind != XY_SYM_PACKAGE || !package->members)
        return NULL;
    xy_symbol *first = xy_map_get(package->members, symbol->name);
    xy_symbol *same = first && (first->kind == XY_SYM_FUNCTION || first->kind == XY_SYM_PROCEDURE) ? sema_same_routine(first, symbol) : NULL;
    (void)s;
    return same && same->is_public ? same : NULL;
}

static void note_params(sema *s, const xy_node *node, const xy_symbol *symbol)
{
    walk_params(s, XY_AS(routine, node)->params, symbol->params, symbol->param_count);
}

/* The body of a routine that was declared before takes that symbol over, so that earlier calls mean the same one. */
static void complete_forward(xy_symbol *forward, const xy_symbol *body)
{
    forward->params = body->params;
    for (uint32_t i = 0; i < forward->param_count; i++)
        forward->params[i]->owner = forward;
    forward->node = body->node;
    sema_of(forward)->forward = false;
}

static void declare_routine(sema *s, xy_node *node, xy_symbol *owner)
{
    xy_symbol *symbol = sema_declare_routine(&s->declarer, node, owner);
    xy_symbol *first = s->env.scope->names ? xy_map_get(s->env.scope->names, symbol->name) : NULL;
    xy_symbol *forward = first && (first->kind == XY_SYM_FUNCTION || first->kind == XY_SYM_PROCEDURE) ? sema_same_routine(first, symbol) : NULL;
    for (uint32_t i = 0; i < symbol->param_count; i++)
        sema_of(symbol->params[i])->local = true;
    if (forward && sema_of(forward)->forward && is_body(node)) {
        complete_forward(forward, symbol);
        symbol = forward;
    } else {
        const xy_symbol *public = specified(s, symbol);
        symbol->is_public = public != NULL;
        symbol->nested = !s->package_level;
        if (public) {
            symbol->deterministic |= public->deterministic;
            symbol->pipelined |= public->pipelined;
            for (uint32_t i = 0; i < symbol->param_count; i++) {
                symbol->params[i]->has_default |= public->params[i]->has_default;
                if (!symbol->params[i]->default_text.length)
                    symbol->params[i]->default_text = public->params[i]->default_text;
            }
        }
        sema_declare_in(s, s->env.scope, symbol);
        xy_vec_push(s->arena, &s->routines, symbol);
    }
    s->infos[node->id].symbol = symbol;
    s->infos[node->id].type = symbol->type;
    s->infos[XY_AS(routine, node)->name->id].symbol = symbol;
    note_params(s, node, symbol);
}

static void walk_routine_body(sema *s, xy_node *node)
{
    const xy_routine *r = XY_AS(routine, node);
    xy_symbol *symbol = s->infos[node->id].symbol, *outer = s->routine;
    bool package_level = s->package_level;
    if (!symbol || !r->body)
        return;
    s->routine = symbol;
    s->package_level = false;
    sema_scope *scope = sema_enter(s, SEMA_SCOPE_DECLS, node);
    scope->self = symbol;
    sema_of(symbol)->inner = scope;
    for (uint32_t i = 0; i < symbol->param_count; i++)
        sema_declare_in(s, scope, symbol->params[i]);
    if (symbol->owner && symbol->owner->kind == XY_SYM_TYPE && !(scope->names && xy_map_get(scope->names, XY_STR("SELF")))) {
        xy_symbol *self = sema_local(s, XY_SYM_PARAMETER, XY_STR("SELF"), symbol->owner->type, NULL);
        sema_declare_in(s, scope, self);
    }
    if (r->body->kind == XY_NODE_BLOCK) { /* its declarations share the routine's scope: f.x names a local of f */
        const xy_block *b = XY_AS(block, r->body);
        s->extra[r->body->id] = scope;
        sema_walk_decls(s, b->decls, symbol);
        sema_walk_list(s, b->stmts);
        sema_walk_list(s, b->handlers);
    }
    sema_leave(s);
    s->routine = outer;
    s->package_level = package_level;
}

void sema_walk_decls(sema *s, xy_nodes decls, xy_symbol *owner)
{
    for (uint32_t i = 0; i < decls.count; i++) {
        xy_node *node = decls.items[i];
        s->infos[node->id].in_sql = s->in_sql;
        if (node->kind == XY_NODE_ROUTINE) {
            declare_routine(s, node, owner);
            continue;
        }
        if (node->kind == XY_NODE_PRAGMA) {
            sema_declare_exception_init(&s->declarer, node, s->env.scope->names);
            continue;
        }
        xy_symbol *symbol = sema_declare(&s->declarer, node, owner);
        if (!symbol) {
            sema_walk(s, node);
            continue;
        }
        xy_symbol *former = former_cursor(s, symbol);
        if (former && sema_of(former)->forward) {
            former->node = symbol->node;
            former->params = symbol->params;
            sema_of(former)->forward = false;
            symbol = former;
        } else {
            sema_declare_in(s, s->env.scope, symbol);
        }
        walk_declaration(s, node, symbol);
    }
    for (uint32_t i = 0; i < decls.count; i++) {
        if (decls.items[i]->kind == XY_NODE_ROUTINE)
            walk_routine_body(s, decls.items[i]);
    }
}

/* ---- units ---- */

static void set_schema(sema *s, const xy_node *name, xy_str *object)
{
    xy_str schema;
    *object = (xy_str){0};
    if (sema_object_name(&s->declarer, name, &schema, object))
        s->env.schema = schema;
}

static xy_symbol *catalog_object(sema *s, const xy_node *name)
{
    xy_str object;
    set_schema(s, name, &object);
    xy_symbol *symbol = s->catalog && object.length ? xy_catalog_find(s->catalog, s->env.schema, object, false) : NULL;
    s->infos[name->id].symbol = symbol;
    return symbol;
}

static void walk_create_routine(sema *s, xy_node *node)
{
    xy_node *routine = XY_AS(create_routine, node)->routine;
    xy_str object;
    if (routine->kind != XY_NODE_ROUTINE)
        return;
    set_schema(s, XY_AS(routine, routine)->name, &object);
    declare_routine(s, routine, NULL);
    xy_symbol *symbol = s->infos[routine->id].symbol;
    symbol->schema = s->env.schema;
    symbol->nested = false;
    symbol->is_public = true;
    s->infos[node->id].symbol = symbol;
    walk_routine_body(s, routine);
}

/* The package as the catalog knows it; one of our own when it does not. */
static xy_symbol *enter_package(sema *s, xy_node *node, xy_node *name)
{
    xy_symbol *package = catalog_object(s, name);
    if (!package || package->kind != XY_SYM_PACKAGE) {
        xy_str object;
        set_schema(s, name, &object);
        package = sema_local(s, XY_SYM_PACKAGE, object, NULL, node);
        package->schema = s->env.schema;
        s->infos[name->id].symbol = package;
    }
    s->infos[node->id].symbol = package;
    s->env.package = package;
    s->package_level = true;
    sema_enter(s, SEMA_SCOPE_DECLS, node)->self = package;
    return package;
}

static void make_public(sema_scope *scope)
{
    for (xy_map_entry *e = scope->names ? xy_map_first(scope->names) : NULL; e; e = xy_map_next(e)) {
        for (xy_symbol *symbol = xy_map_value(e); symbol; symbol = symbol->next_overload)
            symbol->is_public = true;
    }
}

static void walk_package(sema *s, xy_node *node)
{
    const xy_create_package *p = XY_AS(create_package, node);
    xy_symbol *package = enter_package(s, node, p->name);
    sema_walk_decls(s, p->decls, package);
    make_public(s->env.scope);
    sema_leave(s);
}

static void walk_package_body(sema *s, xy_node *node)
{
    const xy_create_package_body *b = XY_AS(create_package_body, node);
    xy_symbol *package = enter_package(s, node, b->name);
    sema_walk_decls(s, b->decls, package);
    s->package_level = false;
    sema_walk_list(s, b->stmts);
    sema_walk_list(s, b->handlers);
    sema_leave(s);
}

static void walk_type(sema *s, xy_node *node)
{
    const xy_create_type *t = XY_AS(create_type, node);
    xy_symbol *known = catalog_object(s, t->name);
    xy_symbol *symbol = sema_local(s, XY_SYM_TYPE, known ? known->name : (xy_str){0}, NULL, node);
    if (t->definition)
        symbol->type = sema_declare_definition(&s->declarer, t->definition, symbol); /* types of the attributes are noted by it */
    s->infos[node->id].symbol = known ? known : symbol;
}

static void walk_type_body(sema *s, xy_node *node)
{
    const xy_create_type_body *b = XY_AS(create_type_body, node);
    xy_symbol *type = catalog_object(s, b->name);
    bool object = type && type->kind == XY_SYM_TYPE && type->type;
    sema_scope *scope = sema_enter(s, SEMA_SCOPE_DECLS, node);
    for (uint32_t i = 0; object && i < type->type->field_count; i++) {
        const xy_record_field *f = &type->type->fields[i];
        xy_symbol *attribute = sema_local(s, XY_SYM_FIELD, f->name, f->type, NULL);
        attribute->owner = type;
        attribute->nullability = XY_NULL_MAYBE;
        sema_of(attribute)->package_level = true;
        sema_scope_declare(s->arena, scope, attribute);
    }
    s->infos[node->id].symbol = type;
    sema_walk_decls(s, b->decls, type);
    sema_leave(s);
}

/* ---- triggers ---- */

typedef struct trigger_events {
    bool insert, update, delete;
} trigger_events;

static trigger_events events_of(const sema *s, xy_nodes events)
{
    trigger_events result = {false, false, false};
    for (uint32_t i = 0; i < events.count; i++) {
        if (events.items[i]->kind != XY_NODE_TRIGGER_EVENT)
            continue;
        uint32_t word = XY_AS(trigger_event, events.items[i])->event;
        result.insert |= sema_token_is(s->source, word, "INSERT");
        result.update |= sema_token_is(s->source, word, "UPDATE");
        result.delete |= sema_token_is(s->source, word, "DELETE");
    }
    return result;
}

/* The record behind :NEW or :OLD. Its columns may be null even if the table's are not: OLD of an insert, NEW before the check. */
static xy_symbol *correlation(sema *s, xy_str name, const xy_symbol *table, bool constrained)
{
    xy_symbol *symbol = sema_local(s, XY_SYM_VARIABLE, name, sema_type(XY_FAMILY_UNKNOWN), NULL);
    sema_of(symbol)->package_level = true;
    if (!table)
        return symbol;
    xy_type *row = (xy_type *)(uintptr_t)sema_row_type(s->arena, NULL, table->columns, table->column_count);
    row->row_of = sema_of(table)->s.kind == XY_SYM_ALIAS ? table->target : (xy_symbol *)(uintptr_t)table;
    row->rowtype = false; /* nullability is said field by field */
    for (uint32_t i = 0; !constrained && i < row->field_count; i++)
        ((xy_record_field *)(uintptr_t)row->fields)[i].nullability = XY_NULL_MAYBE;
    symbol->type = row;
    return symbol;
}

static void declare_correlations(sema *s, const xy_create_trigger *t, const xy_symbol *table, sema_scope *scope)
{
    static const xy_str names[] = {{"NEW", 3}, {"OLD", 3}, {"PARENT", 6}};
    const xy_referencing *r = t->referencing ? XY_AS(referencing, t->referencing) : NULL;
    const uint32_t renamed[] = {r ? r->new : XY_NO_TOKEN, r ? r->old : XY_NO_TOKEN, r ? r->parent : XY_NO_TOKEN};
    trigger_events events = events_of(s, t->events);
    const bool constrained[] = {t->timing == XY_CREATE_TRIGGER_TIMING_AFTER && !events.delete, !events.insert, false};
    s->binds = XY_NEW(s->arena, xy_map);
    xy_map_init(s->binds, s->arena);
    for (int i = 0; i < 3; i++) {
        xy_str name = renamed[i] != XY_NO_TOKEN ? sema_token_name(&s->declarer, renamed[i]) : names[i];
        xy_symbol *symbol = correlation(s, name, table, constrained[i]);
        xy_map_put(s->binds, name, symbol);
        sema_scope_declare(s->arena, scope, symbol); /* WHEN (new.x > 0) has no colon */
    }
}

static xy_symbol *trigger_table(sema *s, const xy_create_trigger *t)
{
    if (!t->on)
        return NULL;
    sema_state state = sema_inside_sql(s);
    sema_scope *scope = sema_enter(s, SEMA_SCOPE_QUERY, NULL);
    xy_node *on = t->on;
    xy_symbol *table = NULL;
    if (on->kind == XY_NODE_NAME) {
        xy_str parts[SEMA_MAX_PARTS];
        uint32_t n = sema_name_parts(&s->declarer, on, parts);
        table = sema_find_table(&s->env, parts, n);
        s->infos[on->id].symbol = table;
        s->a->name_count++;
        s->a->name_known += table != NULL;
    } else if (xy_node_in_group(on->kind, "Table")) {
        sema_walk_table(s, scope, on);
        table = scope->tables.count ? scope->tables.items[0]->target : NULL;
    }
    sema_leave(s);
    sema_restore(s, state);
    return table;
}

static void walk_trigger(sema *s, xy_node *node)
{
    const xy_create_trigger *t = XY_AS(create_trigger, node);
    xy_str object;
    set_schema(s, t->name, &object);
    xy_symbol *symbol = sema_local(s, XY_SYM_TRIGGER, object, NULL, node);
    xy_symbol *table = trigger_table(s, t);
    symbol->schema = s->env.schema;
    symbol->target = table;
    s->infos[node->id].symbol = symbol;
    sema_scope *scope = sema_enter(s, SEMA_SCOPE_DECLS, node);
    scope->self = symbol;
    sema_of(symbol)->inner = scope;
    declare_correlations(s, t, table, scope);
    sema_walk(s, t->when);
    sema_walk(s, t->body);
    sema_leave(s);
}

static void walk_compound(sema *s, xy_node *node)
{
    const xy_compound_trigger *c = XY_AS(compound_trigger, node);
    sema_enter(s, SEMA_SCOPE_DECLS, node);
    s->package_level = true; /* shared by the sections, like package items */
    sema_walk_decls(s, c->decls, NULL);
    s->package_level = false;
    sema_walk_list(s, c->sections);
    sema_leave(s);
}

/* ---- DDL ---- */

static void walk_type_node(sema *s, xy_node *node)
{
    const xy_type *type;
    sema_declare_type(&s->declarer, &type, node);
    s->infos[node->id].type = type;
}

static void walk_object_name(sema *s, xy_node *name)
{
    xy_str parts[SEMA_MAX_PARTS];
    uint32_t n = sema_name_parts(&s->declarer, name, parts);
    if (n == 0 || n > 2 || !s->catalog)
        return;
    s->infos[name->id].symbol = xy_catalog_find(s->catalog, n == 2 ? parts[0] : s->env.schema, parts[n - 1], false);
}

/* Expressions of columns, checks and indexes see the columns of their table. */
static sema_scope *enter_table(sema *s, xy_node *node, xy_node *name)
{
    walk_object_name(s, name);
    sema_scope *scope = sema_enter(s, SEMA_SCOPE_QUERY, node);
    xy_symbol *table = s->infos[name->id].symbol;
    s->in_sql = true;
    if (table && table->kind != XY_SYM_SYNONYM)
        sema_add_alias(s, scope, table, table->name, NULL);
    else
        scope->has_unknown = true;
    return scope;
}

static void walk_column_def(sema *s, xy_node *node)
{
    const xy_column_def *c = XY_AS(column_def, node);
    xy_symbol *table = s->env.scope->tables.count ? s->env.scope->tables.items[0] : NULL;
    xy_symbol *column = table ? sema_find_column(table, sema_token_name(&s->declarer, c->name)) : NULL;
    s->infos[node->id].symbol = column;
    s->infos[node->id].in_sql = true;
    sema_walk(s, c->type);
    s->infos[node->id].type = c->type ? sema_type_at(s, c->type) : column ? column->type : NULL;
    sema_walk(s, c->default_);
    if (c->default_ && s->infos[node->id].type)
        sema_convert_to_type(s, c->default_, s->infos[node->id].type);
    sema_walk(s, c->virtual);
    sema_walk(s, c->identity);
    sema_walk_list(s, c->constraints);
}

static void walk_constraint(sema *s, xy_node *node)
{
    const xy_constraint *c = XY_AS(constraint, node);
    sema_walk(s, c->condition);
    if (c->references)
        walk_object_name(s, c->references);
}

static void walk_create_table(sema *s, xy_node *node)
{
    const xy_create_table *t = XY_AS(create_table, node);
    xy_str object;
    set_schema(s, t->name, &object);
    if (t->query)
        sema_walk_select(s, t->query);
    enter_table(s, node, t->name);
    s->infos[node->id].symbol = s->infos[t->name->id].symbol;
    sema_walk_list(s, t->items);
    sema_walk(s, t->partitioning);
    sema_leave(s);
    s->in_sql = false;
}

static void walk_alter_table(sema *s, xy_node *node)
{
    const xy_alter_table *a = XY_AS(alter_table, node);
    enter_table(s, node, a->name);
    s->infos[node->id].symbol = s->infos[a->name->id].symbol;
    sema_walk_list(s, a->actions);
    sema_leave(s);
    s->in_sql = false;
}

static void walk_create_index(sema *s, xy_node *node)
{
    const xy_create_index *i = XY_AS(create_index, node);
    sema_scope *scope = sema_enter(s, SEMA_SCOPE_QUERY, node);
    s->in_sql = true;
    if (i->table)
        sema_walk_table(s, scope, i->table);
    sema_walk_list(s, i->columns);
    sema_leave(s);
    s->in_sql = false;
}

static void walk_create_view(sema *s, xy_node *node)
{
    const xy_create_view *v = XY_AS(create_view, node);
    xy_symbol *view = catalog_object(s, v->name);
    s->infos[node->id].symbol = view;
    sema_walk_select(s, v->query);
}

static void walk_create_mview(sema *s, xy_node *node)
{
    const xy_create_materialized_view *v = XY_AS(create_materialized_view, node);
    s->infos[node->id].symbol = catalog_object(s, v->name);
    sema_walk_select(s, v->query);
}

static void walk_create_synonym(sema *s, xy_node *node)
{
    walk_object_name(s, XY_AS(create_synonym, node)->target);
}

static void walk_truncate(sema *s, xy_node *node)
{
    walk_object_name(s, XY_AS(truncate, node)->name);
}

static void walk_drop(sema *s, xy_node *node)
{
    if (XY_AS(drop, node)->name)
        walk_object_name(s, XY_AS(drop, node)->name);
}

static void walk_grant(sema *s, xy_node *node)
{
    if (XY_AS(grant, node)->on)
        walk_object_name(s, XY_AS(grant, node)->on);
}

static void walk_comment(sema *s, xy_node *node)
{
    const xy_comment_on *c = XY_AS(comment_on, node);
    xy_str parts[SEMA_MAX_PARTS];
    uint32_t n = sema_name_parts(&s->declarer, c->name, parts);
    if (c->kind != XY_COMMENT_ON_KIND_COLUMN) {
        walk_object_name(s, c->name);
    } else if (n >= 2) {
        xy_symbol *table = sema_find_table(&s->env, parts, n - 1);
        s->infos[c->name->id].symbol = table ? sema_find_column(table, parts[n - 1]) : NULL;
    }
    sema_walk(s, c->text);
}

static void walk_rename(sema *s, xy_node *node)
{
    walk_object_name(s, XY_AS(rename_object, node)->old);
}

static void walk_alter_object(sema *s, xy_node *node)
{
    if (XY_AS(alter_object, node)->name)
        walk_object_name(s, XY_AS(alter_object, node)->name);
}

static void walk_none(sema *s, xy_node *node)
{
    (void)s;
    (void)node;
}

const sema_walker sema_unit_walkers[XY_NODE_COUNT] = {
    [XY_NODE_CREATE_ROUTINE] = walk_create_routine,
    [XY_NODE_CREATE_PACKAGE] = walk_package,
    [XY_NODE_CREATE_PACKAGE_BODY] = walk_package_body,
    [XY_NODE_CREATE_TYPE] = walk_type,
    [XY_NODE_CREATE_TYPE_BODY] = walk_type_body,
    [XY_NODE_CREATE_TRIGGER] = walk_trigger,
    [XY_NODE_COMPOUND_TRIGGER] = walk_compound,
    [XY_NODE_DATA_TYPE] = walk_type_node,
    [XY_NODE_COLUMN_DEF] = walk_column_def,
    [XY_NODE_CONSTRAINT] = walk_constraint,
    [XY_NODE_CREATE_TABLE] = walk_create_table,
    [XY_NODE_ALTER_TABLE] = walk_alter_table,
    [XY_NODE_CREATE_INDEX] = walk_create_index,
    [XY_NODE_CREATE_VIEW] = walk_create_view,
    [XY_NODE_CREATE_MATERIALIZED_VIEW] = walk_create_mview,
    [XY_NODE_CREATE_SYNONYM] = walk_create_synonym,
    [XY_NODE_TRUNCATE] = walk_truncate,
    [XY_NODE_DROP] = walk_drop,
    [XY_NODE_GRANT] = walk_grant,
    [XY_NODE_COMMENT_ON] = walk_comment,
    [XY_NODE_RENAME_OBJECT] = walk_rename,
    [XY_NODE_ALTER_OBJECT] = walk_alter_object,
    [XY_NODE_CREATE_SEQUENCE] = walk_none,
    [XY_NODE_CREATE_OTHER] = walk_none,
    [XY_NODE_ADMIN_STATEMENT] = walk_none,
};
