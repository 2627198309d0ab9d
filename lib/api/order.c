/* The order in which the units of a file come out. Oracle takes a view before the tables and functions that it reads (CREATE FORCE VIEW, and
 * exports that sort by name); a target that does not gets it behind the last of them, with the comments and grants on it. (Trap G08.) */
#include "api/api.h"
#include "syntax/keyword.h"

#include <stdlib.h>

typedef struct place {
    uint32_t first, last;
} place; /* units that create the object, as indexes */

/* A unit comes out behind the unit `root` (itself when it stays), among others of that root by rank, then in its own order. */
typedef struct slot {
    uint32_t root, rank, unit;
} slot;

typedef struct ordering {
    xy_result *result;
    xy_map places; /* name -> place */
    slot *slots;   /* [units] */
    uint32_t unit; /* under way */
    bool moved;
} ordering;

enum { MAX_PASSES = 16 }; /* views over views over views; circles end here */

static bool creates(const xy_unit *unit)
{
    if (unit->state != XY_UNIT_PARSED || !unit->tree)
        return false;
    switch (unit->tree->kind) {
    case XY_NODE_CREATE_TABLE:
    case XY_NODE_CREATE_VIEW:
    case XY_NODE_CREATE_MATERIALIZED_VIEW:
    case XY_NODE_CREATE_SYNONYM:
    case XY_NODE_CREATE_SEQUENCE:
    case XY_NODE_CREATE_PACKAGE:
    case XY_NODE_CREATE_PACKAGE_BODY:
    case XY_NODE_CREATE_ROUTINE:
    case XY_NODE_CREATE_TYPE: return true;
    default: return false;
    }
}

/* May the unit be put behind others? Views, and what only says something about an object. */
static bool may_move(const xy_unit *unit)
{
    if (unit->state != XY_UNIT_PARSED || !unit->tree)
        return false;
    switch (unit->tree->kind) {
    case XY_NODE_CREATE_VIEW:
    case XY_NODE_COMMENT_ON:
    case XY_NODE_GRANT:
    case XY_NODE_CREATE_TRIGGER:
    case XY_NODE_CREATE_SYNONYM: return true;
    default: return false;
    }
}

static xy_str object_of(ordering *o, const xy_unit *unit)
{
    xy_str name = xy_unit_name(unit, &o->result->source, &o->result->arena);
    for (uint32_t i = name.length; i > 0; i--)
        if (name.data[i - 1] == '.')
            return (xy_str){name.data + i, name.length - i};
    return name;
}

static void note_declared(ordering *o)
{
    const xy_units *units = &o->result->units;
    for (uint32_t i = 0; i < units->count; i++) {
        xy_str name = creates(&units->items[i]) ? object_of(o, &units->items[i]) : (xy_str){0};
        if (!name.length)
            continue;
        place *p = xy_map_get(&o->places, name);
        if (!p) {
            p = XY_NEW(&o->result->arena, place);
            p->first = i;
            xy_map_put(&o->places, name, p);
        }
        p->last = i;
    }
}

static void follow(ordering *o, xy_str name)
{
    const place *p = xy_map_get(&o->places, name);
    if (!p)
        return;
    bool later = p->first > o->unit, view = o->result->units.items[o->unit].tree->kind == XY_NODE_CREATE_VIEW;
    const slot *needed = &o->slots[later ? p->last : p->first];
    slot *own = &o->slots[o->unit];
    if (needed == own || (later && !view)) /* a comment follows only an object that was moved */
        return;
    if (needed->root < own->root || (needed->root == own->root && needed->rank < own->rank))
        return;
    if (needed->root == own->root && needed->rank == own->rank && needed->unit < own->unit)
        return;
    own->root = needed->root;
    own->rank = needed->rank + 1;
    o->moved = true;
}

static bool follow_names(xy_node *node, void *data)
{
    ordering *o = data;
    if (node->kind == XY_NODE_NAME) {
        xy_token_list parts = XY_AS(name, node)->parts;
        for (uint32_t i = 0; i < parts.count; i++)
            follow(o, xy_token_name(&o->result->source, parts.items[i], &o->result->arena));
    }
    return xy_node_each_child(node, follow_names, o);
}

/* The object's own name says nothing about where it belongs. */
static void place_unit(ordering *o, const xy_unit *unit)
{
    if (unit->tree->kind == XY_NODE_CREATE_VIEW)
        follow_names(XY_AS(create_view, unit->tree)->query, o);
    else
        xy_node_each_child(unit->tree, follow_names, o);
}

static int compare(const void *a, const void *b)
{
    const slot *x = a, *y = b;
    if (x->root != y->root)
        return x->root < y->root ? -1 : 1;
    if (x->rank != y->rank)
        return x->rank < y->rank ? -1 : 1;
    return x->unit < y->unit ? -1 : x->unit > y->unit;
}

static bool move_units(ordering *o)
{
    o->moved = false;
    for (o->unit = 0; o->unit < o->result->units.count; o->unit++)
        if (may_move(&o->result->units.items[o->unit]))
            place_unit(o, &o->result->units.items[o->unit]);
    return o->moved;
}

const uint32_t *xy_unit_order(xy_result *result, const xy_target *target)
{
    uint32_t n = result->units.count;
    uint32_t *order = XY_NEW_ARRAY(&result->arena, uint32_t, n + 1);
    ordering o = {.result = result, .slots = XY_NEW_ARRAY(&result->arena, slot, n + 1)};
    for (uint32_t i = 0; i < n; i++)
        o.slots[i] = (slot){i, 0, i};
    xy_map_init(&o.places, &result->arena);
    if (target && xy_target_has(target, "views_need_tables")) {
        note_declared(&o);
        for (int pass = 0; pass < MAX_PASSES && move_units(&o);)
            pass++;
    }
    qsort(o.slots, n, sizeof *o.slots, compare);
    for (uint32_t i = 0; i < n; i++)
        order[i] = o.slots[i].unit;
    return order;
}
