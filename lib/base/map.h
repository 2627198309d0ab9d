/* Map from text to pointer, in an arena. Iteration order is insertion order. */
#ifndef XY_BASE_MAP_H
#define XY_BASE_MAP_H

#include "base/str.h"

typedef struct xy_map_entry xy_map_entry;
typedef struct xy_map_table xy_map_table;
typedef struct xy_map {
    xy_arena *arena;
    xy_map_table *table; /**< null until something is put; shared by copies of the struct made after that */
} xy_map;

void xy_map_init(xy_map *map, xy_arena *arena);
/** The value, or null. */
void *xy_map_get(const xy_map *map, xy_str key);
/** Adds or replaces; the key is not copied. Returns the former value or null. */
void *xy_map_put(xy_map *map, xy_str key, void *value);
uint32_t xy_map_count(const xy_map *map);
/** Iteration: entry = xy_map_first(m); entry; entry = xy_map_next(entry). */
xy_map_entry *xy_map_first(const xy_map *map);
xy_map_entry *xy_map_next(const xy_map_entry *entry);
xy_str xy_map_key(const xy_map_entry *entry);
void *xy_map_value(const xy_map_entry *entry);

#endif
