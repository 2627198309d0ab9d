/* Map from text to pointer: see map.h. */
#include "base/map.h"

/* uthash takes its tables from the map's arena; nothing is freed singly. Every function that adds has `map` in scope. */
#define uthash_malloc(size) xy_arena_alloc(map->arena, size)
#define uthash_free(block, size) ((void)0)
#include <uthash.h>

struct xy_map_entry {
    xy_str key;
    void *value;
    UT_hash_handle hh;
};

void xy_map_init(xy_map *map, xy_arena *arena)
{
    *map = (xy_map){.arena = arena};
}

static xy_map_entry *find(const xy_map *map, xy_str key)
{
    xy_map_entry *entry = NULL;
    HASH_FIND(hh, map->head, key.data, key.length, entry);
    return entry;
}

void *xy_map_get(const xy_map *map, xy_str key)
{
    xy_map_entry *entry = find(map, key);
    return entry ? entry->value : NULL;
}

void *xy_map_put(xy_map *map, xy_str key, void *value)
{
    xy_map_entry *entry = find(map, key);
    if (entry) {
        void *former = entry->value;
        entry->value = value;
        return former;
    }
    entry = XY_NEW(map->arena, xy_map_entry);
    entry->key = key;
    entry->value = value;
    HASH_ADD_KEYPTR(hh, map->head, entry->key.data, entry->key.length, entry);
    return NULL;
}

uint32_t xy_map_count(const xy_map *map)
{
    return HASH_COUNT(map->head);
}

xy_map_entry *xy_map_first(const xy_map *map)
{
    return map->head;
}

xy_map_entry *xy_map_next(const xy_map_entry *entry)
{
    return entry->hh.next;
}

xy_str xy_map_key(const xy_map_entry *entry)
{
    return entry->key;
}

void *xy_map_value(const xy_map_entry *entry)
{
    return entry->value;
}
