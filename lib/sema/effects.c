/* Effects of routines over the call graph: of the catalog (by a work list, from callees to callers) and of the unit under analysis. */
#include "sema/flow.h"

/* ---- summaries ---- */

static xy_nodes params_of(const xy_node *tree)
{
    return tree->kind == XY_NODE_ROUTINE ? XY_AS(routine, tree)->params : (xy_nodes){0};
}

static void declare_params(flow_walk *w, xy_nodes params)
{
    if (w->s)
        return;
    w->locals = sema_scope_new(w->scratch, w->locals, SEMA_SCOPE_DECLS, NULL);
    for (uint32_t i = 0; i < params.count; i++) {
        if (params.items[i]->kind != XY_NODE_PARAMETER)
            continue;
        xy_str name = xy_token_name(w->source, XY_AS(parameter, params.items[i])->name, w->scratch);
        xy_symbol *symbol = sema_symbol_new(w->scratch, XY_SYM_VARIABLE, name);
        sema_scope_declare(w->scratch, w->locals, symbol);
    }
}

static flow of_body(flow_walk *w, const xy_node *tree)
{
    switch (tree->kind) {
    case XY_NODE_ROUTINE: return sema_flow(w, XY_AS(routine, tree)->body);
    case XY_NODE_CREATE_TRIGGER: return sema_flow(w, XY_AS(create_trigger, tree)->body);
    default: return sema_flow(w, tree);
    }
}

void sema_summarise_body(flow_walk *w, xy_symbol *routine, const xy_node *tree)
{
    sema_scope *outer = w->locals;
    declare_params(w, params_of(tree));
    flow body = of_body(w, tree);
    sema_calls *calls = XY_NEW(w->arena, sema_calls);
    calls->bits = body.bits;
    calls->count = w->calls.count;
    calls->items = calls->count ? XY_NEW_ARRAY(w->arena, sema_call, calls->count) : NULL;
    if (calls->count)
        memcpy(calls->items, w->calls.items, calls->count * sizeof *calls->items);
    calls->names = w->names.items;
    calls->name_count = w->names.count;
    sema_of(routine)->calls = calls;
    w->locals = outer;
    if (w->catalog)
        xy_vec_push(w->catalog->arena, &w->catalog->routines, routine);
}

/* ---- catalog ---- */

/* Each name once, in the catalog's arena. */
static void keep_names(xy_catalog *catalog, const xy_symbol *routine, const sema_calls *calls, sema_calls *kept)
{
    for (uint32_t i = 0; i < calls->name_count; i++) {
        if (calls->names[i]->seen_in == routine)
            continue;
        calls->names[i]->seen_in = routine;
        calls->names[kept->name_count++] = calls->names[i];
    }
    if (kept->name_count) {
        kept->names = XY_NEW_ARRAY(catalog->arena, sema_sql_name *, kept->name_count);
        memcpy(kept->names, calls->names, kept->name_count * sizeof *kept->names);
    }
}

/* One entry per name is enough: calls of the same name are merged. Names and entries go to the catalog's arena. */
static void keep_calls(xy_catalog *catalog, xy_arena *scratch, xy_symbol *routine)
{
    xy_map by_name, by_callee; /* a callee is found by the bytes of its address */
    xy_map_init(&by_name, scratch);
    xy_map_init(&by_callee, scratch);
    sema_calls *calls = sema_of(routine)->calls, *kept = XY_NEW(catalog->arena, sema_calls);
    kept->bits = calls->bits;
    kept->items = calls->count ? XY_NEW_ARRAY(catalog->arena, sema_call, calls->count) : NULL;
    for (uint32_t i = 0; i < calls->count; i++) {
        const sema_call *c = &calls->items[i];
        xy_map *seen = c->callee ? &by_callee : &by_name;
        xy_str key = c->callee ? (xy_str){(const char *)&c->callee, sizeof c->callee} : c->name;
        sema_call *same = xy_map_get(seen, key);
        if (same) {
            same->followed |= c->followed;
            same->handled |= c->handled;
            same->certain |= c->certain;
            same->unsure |= c->unsure;
            same->quiet &= c->quiet;
            continue;
        }
        kept->items[kept->count] = *c;
        if (c->name.length)
            kept->items[kept->count].name = xy_str_copy(catalog->arena, c->name);
        xy_map_put(seen, key, &kept->items[kept->count]);
        kept->count++;
    }
    keep_names(catalog, routine, calls, kept);
    sema_of(routine)->calls = kept;
}

typedef struct summary {
    const xy_source *source;
    xy_symbol *routine;
    const xy_node *tree;
} summary;

static void summarise(xy_catalog *catalog, xy_arena *scratch, void *data)
{
    const summary *of = data;
    sema_env env = {.catalog = catalog, .arena = scratch};
    uint32_t first = catalog->routines.count;
    flow_walk w = {.arena = scratch, .scratch = scratch, .source = of->source, .catalog = catalog};
    w.declarer = (sema_declarer){.env = &env, .source = of->source};
    sema_summarise_body(&w, of->routine, of->tree);
    for (uint32_t i = first; i < catalog->routines.count; i++) {
        keep_calls(catalog, scratch, catalog->routines.items[i]);
        sema_of(catalog->routines.items[i])->package = of->routine->owner;
    }
}

void sema_catalog_summarise(xy_catalog *catalog, const xy_source *source, xy_symbol *routine, const xy_node *tree)
{
    summary of = {source, routine, tree};
    if (tree->kind == XY_NODE_ROUTINE && !XY_AS(routine, tree)->body)
        return;
    if (tree->kind == XY_NODE_CREATE_TRIGGER && !XY_AS(create_trigger, tree)->body)
        return;
    sema_with_scratch(catalog, summarise, &of);
}

/* Splits "A.B" again; names with dots in quotes are rare enough to stay unknown. */
static uint32_t split(xy_str name, xy_str parts[SEMA_MAX_PARTS])
{
    uint32_t n = 0, from = 0;
    for (uint32_t i = 0; i <= name.length && n < SEMA_MAX_PARTS; i++) {
        if (i == name.length || name.data[i] == '.') {
            parts[n++] = (xy_str){name.data + from, i - from};
            from = i + 1;
        }
    }
    return n;
}

static void add_caller(xy_catalog *catalog, xy_symbol *callee, xy_symbol *caller)
{
    sema_symbol *own = sema_of(callee);
    if (own->home != catalog)
        return; /* final already */
    if (!own->callers)
        own->callers = XY_NEW(catalog->arena, sema_symbols);
    xy_vec_push(catalog->arena, own->callers, caller);
}

static bool needs_no_argument(const xy_symbol *function)
{
    for (uint32_t i = 0; i < function->param_count; i++)
        if (!function->params[i]->has_default)
            return false;
    return true;
}

/* The function that a simple name in SQL would mean if no table there has such a column; null when there is none. */
static xy_symbol *function_in_sql(const xy_catalog *catalog, const xy_symbol *routine, xy_str name)
{
    const xy_symbol *package = sema_of(routine)->package;
    xy_symbol *found = package && package->kind == XY_SYM_PACKAGE && package->members ? xy_map_get(package->members, name) : NULL;
    if (!found)
        found = xy_catalog_find(catalog, routine->schema, name, true);
    if (!found && routine->schema.length)
        found = xy_catalog_find(catalog, (xy_str){0}, name, true);
    for (const xy_symbol *o = found; o; o = o->next_overload)
        if (o->kind == XY_SYM_FUNCTION && needs_no_argument(o))
            return found;
    return NULL;
}

/* Which tables the statement has is not known any more: a function of the name of one of their columns is taken for called too, which is too much
 * rather than too little. */
static void resolve_names(xy_catalog *catalog, xy_symbol *routine, sema_calls *calls)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < calls->name_count; i++) {
        xy_symbol *function = function_in_sql(catalog, routine, calls->names[i]->name);
        if (!function) {
            calls->names[kept++] = calls->names[i];
            continue;
        }
        sema_call *grown = XY_NEW_ARRAY(catalog->arena, sema_call, calls->count + 1);
        if (calls->count)
            memcpy(grown, calls->items, calls->count * sizeof *grown);
        grown[calls->count++] = (sema_call){.callee = function, .linked = true, .quiet = true};
        calls->items = grown;
        for (xy_symbol *o = function; o; o = o->next_overload)
            add_caller(catalog, o, routine);
    }
    calls->name_count = kept;
}

static void resolve_calls(xy_catalog *catalog, xy_symbol *routine)
{
    sema_calls *calls = sema_of(routine)->calls;
    sema_env env = {.catalog = catalog, .arena = catalog->arena, .schema = routine->schema};
    xy_symbol *package = sema_of(routine)->package;
    if (package && package->kind == XY_SYM_PACKAGE) {
        env.package = package;
        env.schema = package->schema;
    }
    resolve_names(catalog, routine, calls);
    for (uint32_t i = 0; i < calls->count; i++) {
        sema_call *c = &calls->items[i];
        xy_str parts[SEMA_MAX_PARTS];
        if (c->callee) {
            if (!c->linked)
                add_caller(catalog, c->callee, routine);
            c->linked = true;
            continue;
        }
        uint32_t n = split(c->name, parts);
        sema_found found = sema_find(&env, parts, n, c->certain ? SEMA_FIND_CALLEE : 0);
        xy_symbol *symbol = found.symbol && found.symbol->kind == XY_SYM_FIELD ? found.base : found.symbol;
        if (!symbol) {
            sema_of(routine)->waits = true;
            sema_catalog_wait(catalog, routine, parts[0]);
            continue;
        }
        if (symbol->kind == XY_SYM_FUNCTION || symbol->kind == XY_SYM_PROCEDURE) {
            c->callee = symbol; /* an overload stands for all: their effects are joined below */
            for (xy_symbol *o = symbol; o; o = o->next_overload)
                add_caller(catalog, o, routine);
            c->linked = true;
        } else {
            if ((symbol->kind == XY_SYM_VARIABLE || symbol->kind == XY_SYM_CURSOR) && symbol->owner && symbol->owner->kind == XY_SYM_PACKAGE)
                calls->bits |= XY_EFFECT_PACKAGE_STATE | (c->certain && !c->quiet ? XY_EFFECT_NO_DATA : 0); /* an element */
            c->unsure = false;
            c->certain = false; /* a variable, type or collection: no call */
        }
    }
}

/* ---- routines whose work must be kept ---- */

/* "PKG.NAME" or "NAME". */
static xy_str keeping_name(xy_arena *arena, const xy_symbol *routine)
{
    const xy_symbol *owner = routine->owner;
    if (owner && owner->kind == XY_SYM_PACKAGE)
        return xy_str_format(arena, "%.*s.%.*s", XY_STR_ARG(owner->name), XY_STR_ARG(routine->name));
    return routine->name;
}

/* May its work be kept by returning the error instead of raising it? */
static bool can_keep(const xy_symbol *routine)
{
    enum {
        NEEDS = XY_EFFECT_WRITES_MANY | XY_EFFECT_COMMITS | XY_EFFECT_ROLLS_BACK,
        FORBIDS = XY_EFFECT_AUTONOMOUS | XY_EFFECT_SAVEPOINT | XY_EFFECT_UNKNOWN_CALL
    };
    if (!(routine->effects & NEEDS) || (routine->effects & FORBIDS) || routine->pipelined || routine->nested)
        return false;
    if (routine->owner && routine->owner->kind != XY_SYM_PACKAGE)
        return false;
    if (routine->kind == XY_SYM_PROCEDURE)
        return true;
    for (uint32_t i = 0; i < routine->param_count; i++)
        if (routine->params[i]->mode != XY_MODE_IN)
            return false;
    return routine->kind == XY_SYM_FUNCTION && !(routine->effects & (XY_EFFECT_COMMITS | XY_EFFECT_ROLLS_BACK));
}

static bool note_keeping(xy_catalog *catalog, xy_symbol *callee)
{
    bool changed = false;
    for (xy_symbol *o = callee; o; o = o->next_overload) {
        xy_str name = keeping_name(catalog->arena, o);
        if (sema_of(o)->home != catalog || !can_keep(o) || xy_map_get(&catalog->keeping, name))
            continue;
        xy_map_put(&catalog->keeping, name, callee); /* the first overload */
        changed = true;
    }
    return changed;
}

static void find_keeping(xy_catalog *catalog)
{

    for (bool changed = true; changed;) {
        changed = false;
        for (uint32_t i = 0; i < catalog->summarised.count; i++) {
            const xy_symbol *routine = catalog->summarised.items[i];
            const sema_calls *calls = sema_of(routine)->calls;
            bool keeps = xy_map_get(&catalog->keeping, keeping_name(catalog->arena, routine)) != NULL;
            for (uint32_t c = 0; calls && c < calls->count; c++)
                if (calls->items[c].callee && (keeps || calls->items[c].handled))
                    changed |= note_keeping(catalog, calls->items[c].callee);
        }
    }
}

bool xy_sema_keeps_work(const xy_catalog *catalog, xy_arena *arena, const xy_symbol *routine)
{
    if (!routine || (routine->kind != XY_SYM_PROCEDURE && routine->kind != XY_SYM_FUNCTION) || routine->nested)
        return false;
    xy_str name = keeping_name(arena, routine);
    for (; catalog; catalog = catalog->parent) {
        xy_symbol *first = xy_map_get(&catalog->keeping, name), *same = first ? sema_same_routine(first, routine) : NULL;
        for (xy_symbol *o = first; o && !same; o = o->next_overload)
            same = o == routine ? o : NULL;
        if (same)
            return can_keep(same);
    }
    return false;
}

static uint32_t close_over_overloads(const sema_calls *calls)
{
    uint32_t bits = sema_flow_close(calls);
    for (uint32_t i = 0; i < calls->count; i++) {
        for (const xy_symbol *o = calls->items[i].callee ? calls->items[i].callee->next_overload : NULL; o; o = o->next_overload)
            bits |= sema_call_effects(o->effects) & ~(uint32_t)(calls->items[i].quiet ? XY_EFFECT_NO_DATA : 0);
    }
    return bits;
}

/* Functions that came since may be what names in SQL mean. */
static void look_again_at_names(xy_catalog *catalog)
{
    bool fresh = false;
    for (uint32_t i = catalog->effects_seen; i < catalog->objects.count && !fresh; i++)
        fresh = catalog->objects.items[i]->kind == XY_SYM_FUNCTION || catalog->objects.items[i]->kind == XY_SYM_PACKAGE;
    catalog->effects_seen = catalog->objects.count;
    for (uint32_t i = 0; fresh && i < catalog->summarised.count; i++) {
        xy_symbol *routine = catalog->summarised.items[i];
        if (sema_of(routine)->calls && sema_of(routine)->calls->name_count)
            xy_vec_push(catalog->arena, &catalog->routines, routine);
    }
}

void sema_catalog_effects(xy_catalog *catalog)
{
    sema_symbols work = {0};
    look_again_at_names(catalog);
    for (uint32_t i = 0; i < catalog->routines.count; i++) { /* those that are new or were waiting for a name */
        xy_symbol *routine = catalog->routines.items[i];
        if (!sema_of(routine)->calls || sema_of(routine)->queued)
            continue; /* replaced by something else since */
        resolve_calls(catalog, routine);
        sema_of(routine)->queued = true;
        xy_vec_push(catalog->arena, &work, routine);
    }
    for (uint32_t i = 0; i < catalog->routines.count; i++) {
        if (!sema_of(catalog->routines.items[i])->listed)
            xy_vec_push(catalog->arena, &catalog->summarised, catalog->routines.items[i]);
        sema_of(catalog->routines.items[i])->listed = true;
    }
    catalog->routines.count = 0;
    for (uint32_t i = 0; i < work.count; i++) {
        xy_symbol *routine = work.items[i];
        sema_of(routine)->queued = false;
        uint32_t bits = close_over_overloads(sema_of(routine)->calls);
        if (bits == routine->effects)
            continue;
        routine->effects = bits;
        const sema_symbols *callers = sema_of(routine)->callers;
        for (uint32_t c = 0; callers && c < callers->count; c++) {
            if (sema_of(callers->items[c])->queued)
                continue;
            sema_of(callers->items[c])->queued = true;
            xy_vec_push(catalog->arena, &work, callers->items[c]);
        }
    }
    find_keeping(catalog);
}

/* ---- the unit under analysis ---- */

static flow_walk unit_walk(sema *s)
{
    flow_walk w = {.arena = s->arena, .scratch = s->arena, .source = s->source, .s = s};
    w.declarer = s->declarer;
    return w;
}

/* Routines of the unit call each other: their effects only grow, so repeating ends. */
static void close_routines(const sema *s)
{
    for (bool changed = true; changed;) {
        changed = false;
        for (uint32_t i = 0; i < s->routines.count; i++) {
            xy_symbol *routine = s->routines.items[i];
            if (!sema_of(routine)->calls)
                continue;
            uint32_t bits = sema_flow_close(sema_of(routine)->calls);
            changed |= bits != routine->effects;
            routine->effects = bits;
        }
    }
}

static bool is_bodiless(const xy_symbol *routine)
{
    return !routine->node || routine->node->kind != XY_NODE_ROUTINE || !XY_AS(routine, routine->node)->body;
}

/* A routine of a package specification: its body is in another unit, its effects in the catalog. */
static void take_from_catalog(xy_symbol *routine)
{
    const xy_symbol *package = routine->owner;
    routine->effects = XY_EFFECT_UNKNOWN_CALL | XY_EFFECT_MAY_FAIL;
    if (!package || package->kind != XY_SYM_PACKAGE || !package->members)
        return;
    xy_symbol *first = xy_map_get(package->members, routine->name);
    xy_symbol *same = first ? sema_same_routine(first, routine) : NULL;
    if (same && sema_of(same)->calls)
        routine->effects = same->effects;
}

/* Each node's own effects, now that all routines are known: the summaries of the bodies, closed. */
static void note_bodies(sema *s, flow_walk *w)
{
    w->memo = s->effects;
    for (uint32_t i = 0; i < s->routines.count; i++) {
        if (!is_bodiless(s->routines.items[i]))
            sema_flow(w, XY_AS(routine, s->routines.items[i]->node)->body);
    }
}

void sema_unit_effects(sema *s)
{
    for (uint32_t i = 0; i < s->routines.count; i++) {
        xy_symbol *routine = s->routines.items[i];
        if (is_bodiless(routine)) {
            take_from_catalog(routine);
            continue;
        }
        flow_walk w = unit_walk(s);
        sema_summarise_body(&w, routine, routine->node);
    }
    close_routines(s);
    flow_walk w = unit_walk(s);
    note_bodies(s, &w);
    if (s->unit->tree)
        sema_flow(&w, s->unit->tree);
}

/* ---- questions ---- */

uint32_t xy_sema_effects(const xy_analysis *a, const xy_node *stmt)
{
    return ((const sema *)a->details)->effects[stmt->id];
}

bool xy_sema_is_harmless(const xy_analysis *a, const xy_node *expr)
{
    return (xy_sema_effects(a, expr) & ~(uint32_t)(XY_EFFECT_PACKAGE_STATE | XY_EFFECT_SESSION)) == 0;
}
