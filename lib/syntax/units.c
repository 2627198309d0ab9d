/* Looking units up: by the kind of their tree, by the name that they declare. */
#include "syntax/parse.h"

/* The field `name` of a CREATE: all of them call it so; that of a routine is in its head. Null for other trees. */
static const xy_name *declared_name(const xy_node *tree)
{
    if (tree->kind == XY_NODE_CREATE_ROUTINE)
        tree = XY_AS(create_routine, tree)->routine;
    const xy_node_info *info = &xy_node_infos[tree->kind];
    for (uint16_t i = 0; i < info->field_count; i++) {
        const xy_field_info *f = &info->fields[i];
        if (f->type != XY_FIELD_NODE || !xy_str_equal(xy_str_from(f->name), XY_STR("name")))
            continue;
        const xy_node *name = xy_field_node(tree, f);
        return name && name->kind == XY_NODE_NAME && XY_AS(name, name)->parts.count ? XY_AS(name, name) : NULL;
    }
    return NULL;
}

void xy_units_index(const xy_source *source, xy_arena *arena, xy_units *units)
{
    xy_map_init(&units->by_name, arena);
    units->by_kind = XY_NEW_ARRAY(arena, xy_unit_numbers, xy_node_kind_count);
    for (uint32_t i = 0; i < units->count; i++) {
        const xy_node *tree = units->items[i].tree;
        const xy_name *name = tree ? declared_name(tree) : NULL;
        if (tree)
            xy_vec_push(arena, &units->by_kind[tree->kind], i);
        if (!name)
            continue;
        xy_str last = xy_token_name(source, name->parts.items[name->parts.count - 1], arena);
        xy_unit_numbers *numbers = xy_map_get(&units->by_name, last);
        if (!numbers)
            xy_map_put(&units->by_name, last, numbers = XY_NEW(arena, xy_unit_numbers));
        xy_vec_push(arena, numbers, i);
    }
}

/* Place in `numbers` of the first unit behind `after`. */
static uint32_t first_behind(const xy_unit_numbers *numbers, const xy_units *units, const xy_unit *after)
{
    uint32_t low = 0, high = numbers->count, from = after ? (uint32_t)(after - units->items) + 1 : 0;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (numbers->items[middle] < from)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

const xy_unit *xy_units_named(const xy_units *units, uint16_t kind, xy_str name, const xy_unit *after)
{
    const xy_unit_numbers *numbers = units ? xy_map_get(&units->by_name, name) : NULL;
    for (uint32_t i = numbers ? first_behind(numbers, units, after) : 0; numbers && i < numbers->count; i++) {
        const xy_unit *unit = &units->items[numbers->items[i]];
        if (unit->tree->kind == kind)
            return unit;
    }
    return NULL;
}

const xy_unit *xy_units_of_kind(const xy_units *units, uint16_t kind, const xy_unit *after)
{
    const xy_unit_numbers *numbers = units && units->by_kind ? &units->by_kind[kind] : NULL;
    uint32_t i = numbers ? first_behind(numbers, units, after) : 0;
    return numbers && i < numbers->count ? &units->items[numbers->items[i]] : NULL;
}
