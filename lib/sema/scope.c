/* Scopes and name resolution: which symbol a dotted name denotes at a place.
 *
 * PL/SQL Language Reference, appendix "PL/SQL Name Resolution": from the innermost scope outward; in SQL the columns of the query
 * come before the variables around it; then the package, the schema, and last what package STANDARD and SQL define. */
#include "sema/internal.h"

xy_symbol *sema_symbol_new(xy_arena *arena, xy_symbol_kind kind, xy_str name)
{
    xy_symbol *symbol = &XY_NEW(arena, sema_symbol)->s;
    symbol->kind = kind;
    symbol->name = name;
    return symbol;
}

xy_symbol *sema_column_new(xy_arena *arena, xy_symbol *owner, xy_str name, const xy_type *type, xy_nullability nullability)
{
    xy_symbol *column = sema_symbol_new(arena, XY_SYM_COLUMN, name);
    column->owner = owner;
    column->type = type;
    column->nullability = nullability;
    return column;
}

sema_scope *sema_scope_new(xy_arena *arena, sema_scope *parent, sema_scope_kind kind, const xy_node *node)
{
    sema_scope *scope = XY_NEW(arena, sema_scope);
    scope->kind = kind;
    scope->parent = parent;
    scope->node = node;
    return scope;
}

static bool is_routine(const xy_symbol *symbol)
{
    return symbol->kind == XY_SYM_PROCEDURE || symbol->kind == XY_SYM_FUNCTION || symbol->kind == XY_SYM_BUILTIN;
}

void sema_add_member(xy_arena *arena, xy_map **names, xy_symbol *symbol)
{
    if (!*names) {
        *names = XY_NEW(arena, xy_map);
        xy_map_init(*names, arena);
    }
    xy_symbol *former = xy_map_get(*names, symbol->name);
    if (former && is_routine(former) && is_routine(symbol)) {
        while (former->next_overload)
            former = former->next_overload;
        former->next_overload = symbol;
    } else {
        xy_map_put(*names, symbol->name, symbol);
    }
}

void sema_scope_declare(xy_arena *arena, sema_scope *scope, xy_symbol *symbol)
{
    sema_add_member(arena, symbol->kind == XY_SYM_LABEL ? &scope->labels : &scope->names, symbol);
}

/* ---- columns ---- */

static xy_symbol *find_in(xy_symbol *const *columns, uint32_t count, xy_str name)
{
    for (uint32_t i = 0; i < count; i++) {
        if (xy_str_equal(columns[i]->name, name))
            return columns[i];
    }
    return NULL;
}

xy_symbol *sema_find_column(const xy_symbol *source, xy_str name)
{
    if (source->kind == XY_SYM_ALIAS && source->target)
        source = source->target;
    if ((source->kind == XY_SYM_TABLE || source->kind == XY_SYM_VIEW || source->kind == XY_SYM_MVIEW) && source->members)
        return xy_map_get(source->members, name);
    return find_in(source->columns, source->column_count, name);
}

/* ---- members ---- */

/* A row variable starts with all fields null, whatever the table says of its columns; a loop's record holds a row. */
static xy_nullability field_nullability(const xy_symbol *owner, const xy_type *type, const xy_record_field *field)
{
    bool row = type && type->rowtype && owner->kind != XY_SYM_LOOP_RECORD;
    return row && field->nullability == XY_NULL_NEVER ? XY_NULL_MAYBE : field->nullability;
}

static xy_symbol *field_symbol(sema_env *env, xy_symbol *owner, const xy_type *type, const xy_record_field *field)
{
    char key[sizeof owner + 300];
    uint32_t length = field->name.length < 300 ? field->name.length : 300;
    xy_symbol *found;
    memcpy(key, &owner, sizeof owner);
    memcpy(key + sizeof owner, field->name.data, length);
    xy_str name = {key, (uint32_t)sizeof owner + length};
    if (env->fields && (found = xy_map_get(env->fields, name)))
        return found;
    xy_symbol *symbol = sema_symbol_new(env->arena, XY_SYM_FIELD, field->name);
    symbol->owner = owner;
    symbol->type = field->type;
    symbol->nullability = field_nullability(owner, type, field);
    symbol->node = field->node;
    sema_of(symbol)->local = env->fields != NULL;
    if (env->fields)
        xy_map_put(env->fields, xy_str_copy(env->arena, name), symbol);
    return symbol;
}

static xy_symbol *package_member(sema_env *env, xy_symbol *package, xy_str name)
{
    xy_symbol *found = package->members ? xy_map_get(package->members, name) : NULL;
    if (!found || found->is_public || package == env->package || !sema_of(package)->has_spec)
        return found;
    for (xy_symbol *o = found->next_overload; o; o = o->next_overload) {
        if (o->is_public)
            return o;
    }
    return NULL;
}

static xy_symbol *sequence_member(sema_env *env, xy_symbol *sequence, xy_str name)
{
    xy_symbol *item = sema_catalog_builtin(env->catalog, name);
    if (!item || item->kind != XY_SYM_PSEUDOCOLUMN || !(xy_str_equal(name, XY_STR("NEXTVAL")) || xy_str_equal(name, XY_STR("CURRVAL"))))
        return NULL;
    xy_record_field field = {item->name, item->type, XY_NULL_NEVER, NULL, {0}};
    xy_symbol *symbol = field_symbol(env, sequence, NULL, &field);
    symbol->kind = XY_SYM_PSEUDOCOLUMN;
    symbol->target = sequence;
    symbol->effects = item->effects;
    return symbol;
}

static xy_symbol *row_pseudocolumn(sema_env *env, xy_str name)
{
    xy_symbol *item = sema_catalog_builtin(env->catalog, name);
    return item && item->kind == XY_SYM_PSEUDOCOLUMN ? item : NULL;
}

static xy_symbol *value_member(sema_env *env, xy_symbol *symbol, const xy_type *type, xy_str name)
{
    if (!type)
        return NULL;
    if (type->family == XY_FAMILY_RECORD || type->family == XY_FAMILY_OBJECT) {
        const xy_record_field *field = sema_find_field(type, name);
        if (field)
            return field_symbol(env, symbol, type, field);
        return type->symbol && type->symbol->members ? xy_map_get(type->symbol->members, name) : NULL;
    }
    if (type->family == XY_FAMILY_COLLECTION && env->catalog)
        return xy_map_get(&env->catalog->builtins->methods, name);
    return NULL;
}

xy_symbol *sema_member(sema_env *env, xy_symbol *symbol, const xy_type *type, xy_str name)
{
    xy_symbol *found;
    sema_catalog_ensure(env, symbol);
    switch (symbol->kind) {
    case XY_SYM_PACKAGE: return package_member(env, symbol, name);
    case XY_SYM_SEQUENCE: return sequence_member(env, symbol, name);
    case XY_SYM_SYNONYM: return symbol->target ? sema_member(env, symbol->target, symbol->target->type, name) : NULL;
    case XY_SYM_TABLE:
    case XY_SYM_VIEW:
    case XY_SYM_MVIEW:
    case XY_SYM_CTE:
    case XY_SYM_ALIAS: found = sema_find_column(symbol, name); return found ? found : row_pseudocolumn(env, name);
    case XY_SYM_TYPE: return symbol->members ? xy_map_get(symbol->members, name) : NULL;
    case XY_SYM_PROCEDURE:
    case XY_SYM_FUNCTION:
    case XY_SYM_LABEL:
    case XY_SYM_TRIGGER:
    case XY_SYM_CURSOR:
        if (sema_of(symbol)->inner && sema_of(symbol)->inner->names) {
            found = xy_map_get(sema_of(symbol)->inner->names, name);
            if (found)
                return found;
        }
        return symbol->kind == XY_SYM_CURSOR ? NULL : value_member(env, symbol, type, name);
    default: return value_member(env, symbol, type ? type : symbol->type, name);
    }
}

/* ---- names ---- */

static void start(sema_found *found, xy_symbol *symbol)
{
    *found = (sema_found){.symbol = symbol, .type = symbol->type, .base = symbol};
}

/* Selects parts[from..count) from what was found; false when one is not known. */
static bool select_parts(sema_env *env, sema_found *found, const xy_str *parts, uint32_t from, uint32_t count)
{
    for (uint32_t i = from; i < count; i++) {
        xy_symbol *owner = found->symbol;
        const xy_type *type = found->type;
        if (owner->kind == XY_SYM_SYNONYM && owner->target)
            owner = owner->target;
        xy_symbol *member = sema_member(env, owner, type, parts[i]);
        if (!member)
            return false;
        sema_catalog_ensure(env, member);
        found->container = type;
        found->holder = owner;
        bool value = member->kind == XY_SYM_FIELD || (member->kind == XY_SYM_BUILTIN && type && type->family == XY_FAMILY_COLLECTION);
        if (!value)
            found->base = member;
        if (member->kind == XY_SYM_COLUMN && owner->kind == XY_SYM_ALIAS)
            found->alias = owner;
        found->symbol = member;
        found->type = member->type;
    }
    return true;
}

static bool from_symbol(sema_env *env, sema_found *found, xy_symbol *symbol, const xy_str *parts, uint32_t from, uint32_t count)
{
    sema_found attempt;
    sema_catalog_ensure(env, symbol);
    start(&attempt, symbol);
    if (!select_parts(env, &attempt, parts, from, count))
        return false;
    if (env->types_only && attempt.symbol->kind != XY_SYM_TYPE && attempt.symbol->kind != XY_SYM_SYNONYM)
        return false;
    *found = attempt;
    return true;
}

/* A column of a query by its simple name; the first table that has it (two would be an error, but for USING). */
static bool simple_column(sema_scope *scope, xy_str name, sema_found *found)
{
    for (uint32_t i = 0; i < scope->tables.count; i++) {
        xy_symbol *alias = scope->tables.items[i];
        xy_symbol *column = sema_find_column(alias, name);
        if (column) {
            *found = (sema_found){.symbol = column, .type = column->type, .base = column, .alias = alias, .scope = scope};
            return true;
        }
    }
    return false;
}

static bool same_table(const xy_symbol *alias, xy_str schema, xy_str name)
{
    return alias->target && xy_str_equal(alias->name, name) && alias->target_name.length == 0
           && (alias->target->schema.length == 0 || xy_str_equal(alias->target->schema, schema));
}

/* alias.column, schema.table.column, alias.column.attribute */
static bool qualified_column(sema_env *env, sema_scope *scope, const xy_str *parts, uint32_t count, sema_found *found)
{
    for (uint32_t i = 0; i < scope->tables.count; i++) {
        xy_symbol *alias = scope->tables.items[i];
        uint32_t used = xy_str_equal(alias->name, parts[0]) ? 1 : count > 2 && same_table(alias, parts[0], parts[1]) ? 2 : 0;
        if (!used)
            continue;
        if (from_symbol(env, found, alias, parts, used, count)) {
            found->alias = alias;
            found->scope = scope;
            return true;
        }
        if (!alias->columns_known) {
            *found = (sema_found){.alias = alias, .scope = scope}; /* its table, but the column is not known */
            return true;
        }
    }
    return false;
}

static bool in_query(sema_env *env, sema_scope *scope, const xy_str *parts, uint32_t count, unsigned flags, sema_found *found, bool *unknown)
{
    if (count > 1 && qualified_column(env, scope, parts, count, found))
        return true;
    if (flags & SEMA_FIND_CALLEE)
        return false;
    if (simple_column(scope, parts[0], found)) {
        if (count == 1)
            return true;
        sema_found column = *found; /* a column of an object type: column.attribute */
        if (select_parts(env, found, parts, 1, count))
            return true;
        *found = (sema_found){0};
        if (column.type && column.type->family != XY_FAMILY_OBJECT && column.type->family != XY_FAMILY_UNKNOWN)
            return false;
    }
    *unknown |= scope->has_unknown;
    return false;
}

/* A variable that is found beyond tables with unknown columns may in truth be such a column. */
static bool is_plsql_value(const xy_symbol *symbol)
{
    switch (symbol->kind) {
    case XY_SYM_PARAMETER:
    case XY_SYM_VARIABLE:
    case XY_SYM_CONSTANT:
    case XY_SYM_LOOP_INDEX:
    case XY_SYM_LOOP_RECORD: return true;
    default: return false;
    }
}

/* In SQL a name before arguments is no plain variable: COUNT(*) beside a variable COUNT. */
static bool is_no_callee(const xy_symbol *symbol, uint32_t count, unsigned flags)
{
    const xy_type *type = symbol->type;
    bool plain = type && sema_type_known(type) && type->family != XY_FAMILY_COLLECTION && type->family != XY_FAMILY_OBJECT && type->family != XY_FAMILY_RECORD;
    return count == 1 && (flags & SEMA_FIND_CALLEE) && (flags & SEMA_FIND_SQL) && is_plsql_value(symbol) && plain;
}

/* A variable hides what bears its name further out, also when its fields are not known. */
static bool hides(const xy_symbol *symbol, unsigned flags)
{
    return is_plsql_value(symbol) && !(flags & SEMA_FIND_TABLE) && !sema_type_known(symbol->type);
}

/* f.v and p.f.v within function f of package p. */
static bool in_self(sema_env *env, sema_scope *scope, const xy_str *parts, uint32_t count, sema_found *found)
{
    xy_symbol *self = scope->self;
    if (count < 2 || !self)
        return false;
    if (xy_str_equal(self->name, parts[0]))
        return from_symbol(env, found, self, parts, 1, count);
    bool qualified = count > 2 && self->owner && xy_str_equal(self->owner->name, parts[0]) && xy_str_equal(self->name, parts[1]);
    return qualified && from_symbol(env, found, self, parts, 2, count);
}

static bool in_declarations(sema_env *env, sema_scope *scope, const xy_str *parts, uint32_t count, unsigned flags, sema_found *found)
{
    xy_symbol *symbol = scope->names ? xy_map_get(scope->names, parts[0]) : NULL;
    if (symbol && is_no_callee(symbol, count, flags))
        symbol = NULL;
    if (symbol && from_symbol(env, found, symbol, parts, 1, count))
        return true;
    if (symbol && count > 1 && !env->types_only && hides(symbol, flags))
        return true;
    xy_symbol *label = count > 1 && scope->labels ? xy_map_get(scope->labels, parts[0]) : NULL;
    if (label && from_symbol(env, found, label, parts, 1, count))
        return true;
    return in_self(env, scope, parts, count, found);
}

const xy_symbol *sema_find_alias(const sema_scope *scope, xy_str name)
{
    for (; scope; scope = scope->parent) {
        for (uint32_t i = 0; scope->kind == SEMA_SCOPE_QUERY && i < scope->tables.count; i++)
            if (xy_str_equal(scope->tables.items[i]->name, name))
                return scope->tables.items[i];
    }
    return NULL;
}

static bool in_order(sema_scope *scope, const xy_str *parts, uint32_t count, sema_found *found)
{
    xy_symbol *symbol = count == 1 && scope->names ? xy_map_get(scope->names, parts[0]) : NULL;
    if (symbol)
        *found = (sema_found){.symbol = symbol, .type = symbol->type, .base = symbol, .scope = scope};
    return symbol != NULL;
}

static bool in_scopes(sema_env *env, const xy_str *parts, uint32_t count, unsigned flags, sema_found *found, bool *unknown)
{
    for (sema_scope *scope = env->scope; scope; scope = scope->parent) {
        switch (scope->kind) {
        case SEMA_SCOPE_QUERY:
            if ((flags & SEMA_FIND_SQL) && in_query(env, scope, parts, count, flags, found, unknown))
                return true;
            break;
        case SEMA_SCOPE_ORDER:
            if ((flags & SEMA_FIND_SQL) && !(flags & SEMA_FIND_CALLEE) && in_order(scope, parts, count, found))
                return true;
            break;
        case SEMA_SCOPE_WITH: /* WITH names stand only where tables do, but %ROWTYPE may see them; functions of WITH are callable */
        case SEMA_SCOPE_DECLS:
            if (in_declarations(env, scope, parts, count, flags, found))
                return true;
            break;
        }
    }
    return false;
}

/* A table's name means its columns only in %TYPE and %ROWTYPE; in an expression the table has to be in a FROM clause. */
static bool is_out_of_place(const xy_symbol *object, unsigned flags)
{
    if (object && object->kind == XY_SYM_SYNONYM && object->target)
        object = object->target;
    return object && !(flags & SEMA_FIND_TABLE) && (object->kind == XY_SYM_TABLE || object->kind == XY_SYM_VIEW || object->kind == XY_SYM_MVIEW);
}

static bool in_schema(sema_env *env, const xy_str *parts, uint32_t count, unsigned flags, sema_found *found)
{
    if (env->package) {
        xy_symbol *member = package_member(env, env->package, parts[0]);
        if (member && from_symbol(env, found, member, parts, 1, count))
            return true;
    }
    xy_symbol *builtin = sema_catalog_builtin(env->catalog, parts[0]);
    /* In SQL a built-in function cannot be hidden by a schema object. */
    if (builtin && (flags & SEMA_FIND_SQL) && builtin->kind == XY_SYM_BUILTIN && from_symbol(env, found, builtin, parts, 1, count))
        return true;
    xy_symbol *object = xy_catalog_find(env->catalog, env->schema, parts[0], false);
    if (!object && env->schema.length)
        object = xy_catalog_find(env->catalog, (xy_str){0}, parts[0], false);
    if (is_out_of_place(object, flags))
        object = NULL;
    if (object && !(count == 1 && builtin && object->kind != XY_SYM_FUNCTION && object->kind != XY_SYM_PROCEDURE && !(flags & SEMA_FIND_TABLE))
        && from_symbol(env, found, object, parts, 1, count))
        return true;
    if (count > 1) {
        object = xy_catalog_find(env->catalog, parts[0], parts[1], false);
        if (object && !is_out_of_place(object, flags) && from_symbol(env, found, object, parts, 2, count))
            return true;
        if (!object && xy_str_equal(parts[0], XY_STR("SYS"))) {
            xy_symbol *item = sema_catalog_builtin(env->catalog, parts[1]);
            if (item && from_symbol(env, found, item, parts, 2, count))
                return true;
        }
    }
    if (builtin && from_symbol(env, found, builtin, parts, 1, count))
        return true;
    if (flags & SEMA_FIND_TABLE) {
        xy_symbol *view = xy_map_get(&env->catalog->builtins->dictionary, parts[0]);
        return view && from_symbol(env, found, view, parts, 1, count);
    }
    return false;
}

static void follow_synonym(sema_found *found)
{
    if (found->symbol && found->symbol->kind == XY_SYM_SYNONYM && found->symbol->target) {
        found->symbol = found->symbol->target;
        found->type = found->symbol->type;
        found->base = found->symbol;
    }
}

sema_found sema_find(sema_env *env, const xy_str *parts, uint32_t count, unsigned flags)
{
    sema_found found = {0};
    bool unknown = false;
    if (!count)
        return found;
    if (!in_scopes(env, parts, count, flags, &found, &unknown) && env->catalog)
        in_schema(env, parts, count, flags, &found);
    follow_synonym(&found);
    if (unknown && count == 1 && found.symbol) {
        if (is_plsql_value(found.symbol))
            found.maybe_column = true;
        else if (found.scope)
            found.maybe_column = true; /* an outer query's column */
        else if (found.symbol->kind == XY_SYM_FUNCTION)
            found = (sema_found){0};
    }
    if (found.maybe_column)
        found.type = NULL;
    return found;
}

xy_symbol *sema_find_table(sema_env *env, const xy_str *parts, uint32_t count)
{
    if (count == 1) {
        for (sema_scope *scope = env->scope; scope; scope = scope->parent) {
            xy_symbol *symbol = scope->kind == SEMA_SCOPE_WITH && scope->names ? xy_map_get(scope->names, parts[0]) : NULL;
            if (symbol && symbol->kind == XY_SYM_CTE)
                return symbol;
        }
    }
    if (!env->catalog || count == 0 || count > 2)
        return NULL;
    xy_str schema = count == 2 ? parts[0] : env->schema;
    xy_str name = parts[count - 1];
    xy_symbol *symbol = xy_catalog_find(env->catalog, schema, name, true);
    if (!symbol && count == 1 && schema.length)
        symbol = xy_catalog_find(env->catalog, (xy_str){0}, name, true);
    if (!symbol && (count == 1 || xy_str_equal(schema, XY_STR("SYS"))))
        symbol = xy_map_get(&env->catalog->builtins->dictionary, name);
    if (symbol && symbol->kind != XY_SYM_TABLE && symbol->kind != XY_SYM_VIEW && symbol->kind != XY_SYM_MVIEW)
        symbol = NULL;
    if (symbol)
        sema_catalog_ensure(env, symbol);
    return symbol;
}
