/* The analysis of a unit: set-up, the walk over the tree, and what others ask of the result. */
#include "sema/walk.h"

/* ---- the walk ---- */

void sema_set(sema *s, const xy_node *node, const xy_type *type, xy_symbol *symbol)
{
    s->infos[node->id].type = type;
    if (symbol)
        s->infos[node->id].symbol = symbol;
}

void sema_set_family(sema *s, const xy_node *node, xy_family family)
{
    s->infos[node->id].type = sema_type(family);
}

/* What has no type by its nature is not counted as an expression: procedure calls, stars, rows, DEFAULT. */
static bool is_typeless(const xy_node *node)
{
    if (node->kind == XY_NODE_STAR || node->kind == XY_NODE_ROW || node->kind == XY_NODE_DEFAULT || node->kind == XY_NODE_BOGUS)
        return true;
    const xy_node *parent = node->parent;
    if (parent && parent->kind == XY_NODE_CALL && XY_AS(call, parent)->callee == node)
        parent = parent->parent; /* what is called is no value when the call is a statement */
    return parent && (parent->kind == XY_NODE_PROCEDURE_CALL || parent->kind == XY_NODE_CALL_STATEMENT);
}

static void count(sema *s, const xy_node *node)
{
    const xy_info *info = sema_info(s, node);
    if (node->kind == XY_NODE_NAME) {
        s->a->name_count++;
        s->a->name_known += info->symbol != NULL;
    }
    if (is_typeless(node))
        return;
    s->a->expr_count++;
    s->a->expr_typed += info->type && info->type->family != XY_FAMILY_UNKNOWN;
}

void sema_walk(sema *s, xy_node *node)
{
    static const sema_walker *const tables[] = {sema_expression_walkers, sema_statement_walkers, sema_query_walkers, sema_unit_walkers};
    if (!node)
        return;
    s->infos[node->id].in_sql = s->in_sql;
    sema_walker walker = sema_walk_children;
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        if (tables[i][node->kind]) {
            walker = tables[i][node->kind];
            break;
        }
    }
    walker(s, node);
    if (s->is_expr[node->kind]) {
        if (!s->infos[node->id].type)
            s->infos[node->id].type = sema_type(XY_FAMILY_UNKNOWN);
        s->infos[node->id].integral = sema_type_is_integral(s->infos[node->id].type);
        sema_null_node(s, node);
        count(s, node);
    }
}

void sema_walk_list(sema *s, xy_nodes list)
{
    for (uint32_t i = 0; i < list.count; i++)
        sema_walk(s, list.items[i]);
}

static bool visit(xy_node *child, void *data)
{
    sema_walk(data, child);
    return true;
}

void sema_walk_children(sema *s, xy_node *node)
{
    if (node->kind != XY_NODE_BOGUS)
        xy_node_each_child(node, visit, s);
}

/* ---- scopes ---- */

sema_scope *sema_enter(sema *s, sema_scope_kind kind, const xy_node *node)
{
    sema_scope *scope = sema_scope_new(s->arena, s->env.scope, kind, node);
    if (node)
        s->extra[node->id] = scope;
    s->env.scope = scope;
    if (kind == SEMA_SCOPE_DECLS && s->labels.count) {
        for (uint32_t i = 0; i < s->labels.count; i++)
            sema_of(s->labels.items[i])->inner = scope;
        s->labels.count = 0;
    }
    return scope;
}

void sema_leave(sema *s)
{
    s->env.scope = s->env.scope->parent;
}

xy_symbol *sema_local(sema *s, xy_symbol_kind kind, xy_str name, const xy_type *type, const xy_node *node)
{
    xy_symbol *symbol = sema_symbol_new(s->arena, kind, name);
    symbol->type = type;
    symbol->node = node;
    symbol->owner = s->routine;
    sema_of(symbol)->local = true;
    sema_of(symbol)->routine = s->routine;
    return symbol;
}

void sema_declare_in(sema *s, sema_scope *scope, xy_symbol *symbol)
{
    sema_symbol *own = sema_of(symbol);
    if (!own->home) {
        own->local = true;
        own->routine = s->routine;
        own->package_level = s->package_level;
    }
    sema_scope_declare(s->arena, scope, symbol);
}

sema_state sema_outside_sql(sema *s)
{
    sema_state state = {s->env.scope, s->in_sql};
    while (s->env.scope && s->env.scope->kind != SEMA_SCOPE_DECLS)
        s->env.scope = s->env.scope->parent;
    s->in_sql = false;
    return state;
}

sema_state sema_inside_sql(sema *s)
{
    sema_state state = {s->env.scope, s->in_sql};
    s->in_sql = true;
    return state;
}

void sema_restore(sema *s, sema_state state)
{
    s->env.scope = state.scope;
    s->in_sql = state.in_sql;
}

/* ---- set-up ---- */

sema *sema_new(xy_arena *arena, const xy_source *source, const xy_unit *unit, const xy_catalog *catalog, xy_diags *diags)
{
    sema *s = XY_NEW(arena, sema);
    uint32_t nodes = unit->node_count ? unit->node_count : 1;
    s->arena = arena;
    s->source = source;
    s->unit = unit;
    s->catalog = catalog;
    s->diags = diags;
    s->infos = XY_NEW_ARRAY(arena, xy_info, nodes);
    s->extra = XY_NEW_ARRAY(arena, void *, nodes);
    s->effects = XY_NEW_ARRAY(arena, uint32_t, nodes);
    s->env = (sema_env){.catalog = catalog, .arena = arena};
    s->env.fields = XY_NEW(arena, xy_map);
    xy_map_init(s->env.fields, arena);
    s->declarer = (sema_declarer){.env = &s->env, .source = source, .infos = s->infos};
    for (uint16_t kind = 1; kind < XY_NODE_COUNT; kind++)
        s->is_expr[kind] = xy_node_in_group(kind, "Expr");
    s->a = XY_NEW(arena, xy_analysis);
    *s->a = (xy_analysis){.source = source, .unit = unit, .catalog = catalog, .infos = s->infos, .details = s};
    return s;
}

static xy_analysis *analyse(sema *s, const xy_unit *unit, xy_symbol *package, const xy_type *to)
{
    if (!unit->tree)
        return s->a;
    sema_enter(s, SEMA_SCOPE_DECLS, NULL)->self = package;
    s->env.package = package;
    sema_walk(s, unit->tree);
    if (to && s->is_expr[unit->tree->kind])
        sema_convert_to_type(s, unit->tree, to);
    s->a->schema = s->env.schema;
    sema_null_variables(s, unit->tree);
    sema_unit_effects(s);
    return s->a;
}

xy_analysis *xy_sema_analyse(xy_arena *arena, const xy_source *source, const xy_unit *unit, const xy_catalog *catalog, xy_diags *diags)
{
    return analyse(sema_new(arena, source, unit, catalog, diags), unit, NULL, NULL);
}

xy_analysis *xy_sema_analyse_text(xy_arena *arena, const xy_source *source, const xy_unit *unit, const xy_catalog *catalog, const xy_type *const *bind_types,
                                  xy_symbol *package, const xy_type *to)
{
    sema *s = sema_new(arena, source, unit, catalog, NULL);
    s->bind_types = bind_types;
    return analyse(s, unit, package, to);
}

/* ---- questions ---- */

static const sema *details(const xy_analysis *a)
{
    return a->details;
}

xy_family xy_family_of(const xy_analysis *a, const xy_node *expr)
{
    const xy_type *type = a->infos[expr->id].type;
    return type ? type->family : XY_FAMILY_UNKNOWN;
}

xy_nullability xy_null_of(const xy_analysis *a, const xy_node *expr)
{
    return a->infos[expr->id].nullability;
}

static bool has_scope(uint16_t kind)
{
    return kind != XY_NODE_NAME && kind != XY_NODE_FIELD && kind != XY_NODE_STAR && kind != XY_NODE_TABLE_NAME;
}

sema_scope *sema_scope_at(const sema *s, const xy_node *at)
{
    for (; at; at = at->parent) {
        if (has_scope(at->kind) && s->extra[at->id])
            return s->extra[at->id];
    }
    return NULL;
}

xy_symbol *xy_sema_lookup(const xy_analysis *a, const xy_node *at, const xy_str *parts, uint32_t count)
{
    const sema *s = details(a);
    sema_env env = s->env;
    env.scope = sema_scope_at(s, at);
    return sema_find(&env, parts, count, a->infos[at->id].in_sql ? SEMA_FIND_SQL : 0).symbol;
}

xy_symbol *xy_sema_lookup_plsql(const xy_analysis *a, const xy_node *at, const xy_str *parts, uint32_t count)
{
    const sema *s = details(a);
    sema_env env = s->env;
    env.scope = sema_scope_at(s, at);
    return sema_find(&env, parts, count, 0).symbol;
}

const xy_type *xy_sema_type_of(const xy_analysis *a, const xy_node *data_type)
{
    const xy_type *type = a->infos[data_type->id].type;
    return type ? type : sema_type(XY_FAMILY_UNKNOWN);
}

xy_symbol *const *xy_sema_block_tables(const xy_analysis *a, const xy_node *query_block, uint32_t *count)
{
    const sema_scope *scope = details(a)->extra[query_block->id];
    *count = scope ? scope->tables.count : 0;
    return scope ? scope->tables.items : NULL;
}

bool xy_sema_query_columns(const xy_analysis *a, const xy_node *query, xy_symbol *const **columns, uint32_t *count)
{
    const sema_scope *scope = sema_query_scope(details(a), query);
    *columns = scope ? scope->columns.items : NULL;
    *count = scope ? scope->columns.count : 0;
    return scope && scope->columns_known;
}

xy_symbol *xy_sema_column_table(const xy_analysis *a, const xy_node *name)
{
    return has_scope(name->kind) ? NULL : details(a)->extra[name->id];
}
