/* Row triggers of one table whose effects meet. Oracle fires BEFORE ROW and AFTER ROW for one row before it touches the next; a target that
 * fires all AFTER ROW triggers at the end of the statement shows when one of them writes what the other reads or writes. */
#include "sema/flow.h"

enum {
    CHANGES = XY_EFFECT_WRITES | XY_EFFECT_PACKAGE_STATE | XY_EFFECT_DYNAMIC | XY_EFFECT_UNKNOWN_CALL,
    TOUCHES = CHANGES | XY_EFFECT_READS,
    HIDDEN = XY_EFFECT_DYNAMIC | XY_EFFECT_UNKNOWN_CALL
};

typedef struct touched {
    xy_str name;
    bool sure; /* a table or a variable of the compound trigger; else the first part of a dotted name */
} touched;
typedef XY_VEC(touched) touched_names;

/** What is known of a DML trigger that fires for each row. */
struct sema_row_trigger {
    bool before, after, compound;
    unsigned events;
    touched_names before_names, after_names;
};

/* ---- collecting ---- */

typedef struct collector {
    xy_catalog *catalog;
    const sema_declarer *d;
    const xy_compound_trigger *compound;
    touched_names *names;
} collector;

static void note(collector *c, uint32_t token, bool sure)
{
    xy_str name = sema_token_name(c->d, token);
    for (uint32_t i = 0; i < c->names->count; i++)
        if (xy_str_equal(c->names->items[i].name, name) && c->names->items[i].sure == sure)
            return;
    touched entry = {xy_str_copy(c->catalog->arena, name), sure};
    xy_vec_push(c->catalog->arena, c->names, entry);
}

static bool is_shared_variable(const collector *c, uint32_t token)
{
    for (uint32_t i = 0; c->compound && i < c->compound->decls.count; i++) {
        const xy_node *decl = c->compound->decls.items[i];
        if (decl->kind != XY_NODE_VARIABLE_DECL || XY_AS(variable_decl, decl)->constant != XY_NO_TOKEN)
            continue;
        if (xy_str_equal(sema_token_name(c->d, XY_AS(variable_decl, decl)->name), sema_token_name(c->d, token)))
            return true;
    }
    return false;
}

static bool collect(xy_node *node, void *data)
{
    collector *c = data;
    if (node->kind == XY_NODE_NAME && XY_AS(name, node)->parts.count) {
        xy_token_list parts = XY_AS(name, node)->parts;
        bool table = node->parent && node->parent->kind == XY_NODE_TABLE_NAME, shared = is_shared_variable(c, parts.items[0]);
        if (table)
            note(c, parts.items[parts.count - 1], true);
        else if (shared)
            note(c, parts.items[0], true);
        for (uint32_t i = 0; !table && !shared && i + 1 < parts.count; i++) /* a sequence or a package, perhaps behind its schema */
            note(c, parts.items[i], false);
    }
    return xy_node_each_child(node, collect, data);
}

static unsigned events_of(const sema_declarer *d, xy_nodes events)
{
    static const char *const words[] = {"INSERT", "UPDATE", "DELETE"};
    unsigned bits = 0;
    for (uint32_t i = 0; i < events.count; i++)
        for (unsigned w = 0; w < 3 && events.items[i]->kind == XY_NODE_TRIGGER_EVENT; w++)
            if (sema_token_is(d->source, XY_AS(trigger_event, events.items[i])->event, words[w]))
                bits |= 1u << w;
    return bits;
}

static void collect_sections(collector *c, sema_row_trigger *row)
{
    row->compound = true;
    for (uint32_t i = 0; i < c->compound->sections.count; i++) {
        xy_node *section = c->compound->sections.items[i];
        bool before = XY_AS(timing_point, section)->timing == XY_TIMING_POINT_TIMING_BEFORE_ROW;
        if (!before && XY_AS(timing_point, section)->timing != XY_TIMING_POINT_TIMING_AFTER_ROW)
            continue;
        *(before ? &row->before : &row->after) = true;
        c->names = before ? &row->before_names : &row->after_names;
        collect(section, c);
    }
}

void sema_note_row_trigger(xy_catalog *catalog, sema_declarer *d, xy_symbol *symbol, const xy_create_trigger *t)
{
    bool compound = t->body && t->body->kind == XY_NODE_COMPOUND_TRIGGER;
    unsigned events = events_of(d, t->events);
    if (!t->body || !events || (!compound && t->for_each_row == XY_NO_TOKEN))
        return;
    sema_row_trigger *row = XY_NEW(catalog->arena, sema_row_trigger);
    *row = (sema_row_trigger){.events = events};
    collector c = {catalog, d, compound ? XY_AS(compound_trigger, t->body) : NULL, &row->before_names};
    if (compound) {
        collect_sections(&c, row);
    } else {
        row->before = t->timing == XY_CREATE_TRIGGER_TIMING_BEFORE;
        row->after = t->timing == XY_CREATE_TRIGGER_TIMING_AFTER;
        c.names = row->before ? &row->before_names : &row->after_names;
        collect(t->body, &c);
    }
    sema_of(symbol)->row_trigger = row;
}

/* ---- comparing ---- */

/* Calls something that touches data in a way the names do not tell. */
static bool is_hidden(const xy_symbol *trigger)
{
    const sema_calls *calls = sema_of(trigger)->calls;
    bool hidden = trigger->effects & HIDDEN;
    for (uint32_t i = 0; calls && i < calls->count; i++)
        hidden |= calls->items[i].callee && (calls->items[i].callee->effects & TOUCHES);
    return hidden;
}

/* A sequence, a package, or the output: they change by being used. */
static bool is_state(const xy_catalog *catalog, const touched *t)
{
    const xy_symbol *symbol = t->sure ? NULL : xy_catalog_find(catalog, (xy_str){0}, t->name, true);
    return (symbol && (symbol->kind == XY_SYM_SEQUENCE || symbol->kind == XY_SYM_PACKAGE)) || (!t->sure && xy_str_equal(t->name, XY_STR("DBMS_OUTPUT")));
}

static bool share_name(const xy_catalog *catalog, const touched_names *a, const touched_names *b, bool changes)
{
    for (uint32_t i = 0; i < a->count; i++)
        for (uint32_t j = 0; j < b->count; j++) {
            const touched *x = &a->items[i], *y = &b->items[j];
            if (!xy_str_equal(x->name, y->name) || xy_str_equal(x->name, XY_STR("DUAL")))
                continue;
            if ((x->sure && y->sure && changes) || is_state(catalog, x))
                return true;
        }
    return false;
}

static bool meet(const xy_catalog *catalog, const xy_symbol *after, const xy_symbol *before)
{
    const sema_row_trigger *a = sema_of(after)->row_trigger, *b = sema_of(before)->row_trigger;
    bool changes = ((after->effects | before->effects) & CHANGES) || (after == before);
    if (share_name(catalog, &a->after_names, &b->before_names, changes))
        return true;
    if (after == before || !changes || !(after->effects & TOUCHES) || !(before->effects & TOUCHES))
        return false; /* the sections of one compound trigger: their effects are not told apart */
    return is_hidden(after) || is_hidden(before) || (after->effects & before->effects & XY_EFFECT_PACKAGE_STATE);
}

static const xy_symbol *trigger_named(const xy_catalog *catalog, xy_str name)
{
    for (uint32_t i = catalog->objects.count; i-- > 0;)
        if (catalog->objects.items[i]->kind == XY_SYM_TRIGGER && xy_str_equal(catalog->objects.items[i]->name, name))
            return catalog->objects.items[i];
    return NULL;
}

const xy_symbol *xy_sema_before_trigger_met(const xy_catalog *catalog, xy_str name)
{
    const xy_symbol *after = NULL;
    for (const xy_catalog *c = catalog; c && !after; c = c->parent)
        after = trigger_named(c, name);
    const sema_row_trigger *a = after ? sema_of(after)->row_trigger : NULL;
    if (!a || !a->after)
        return NULL;
    for (const xy_catalog *c = catalog; c; c = c->parent)
        for (uint32_t i = 0; i < c->objects.count; i++) {
            const xy_symbol *before = c->objects.items[i];
            const sema_row_trigger *b = before->kind == XY_SYM_TRIGGER ? sema_of(before)->row_trigger : NULL;
            if (b && b->before && (a->events & b->events) && xy_str_equal(after->target_name, before->target_name) && meet(catalog, after, before))
                return before;
        }
    return NULL;
}

bool xy_catalog_may_fire(const xy_catalog *catalog, const xy_symbol *table)
{
    if (!table || table->kind != XY_SYM_TABLE)
        return true;
    for (; catalog; catalog = catalog->parent)
        if (xy_map_get(&catalog->triggered, table->name))
            return true;
    return false;
}

const xy_symbol *xy_catalog_trigger(const xy_catalog *catalog, xy_str schema, xy_str name, xy_str *table_schema)
{
    for (; catalog; catalog = catalog->parent)
        for (uint32_t i = catalog->objects.count; i-- > 0;) {
            const xy_symbol *symbol = catalog->objects.items[i];
            if (symbol->kind != XY_SYM_TRIGGER || !xy_str_equal(symbol->name, name) || (schema.length && !xy_str_equal(symbol->schema, schema)))
                continue;
            *table_schema = sema_of(symbol)->target_schema;
            return symbol;
        }
    return NULL;
}
