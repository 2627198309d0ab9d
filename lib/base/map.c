/* Map from text to pointer: see map.h. Open addressing with linear probing: a slot holds the hash beside the entry, so that a look-up
 * touches the key of hardly any entry but the right one. Nothing is ever taken out. */
#include "base/map.h"

#include "base/status.h"

#include <string.h>

struct xy_map_entry {
    xy_str key;
    void *value;
    xy_map_entry *next; /* in order of insertion */
};

typedef struct slot {
    xy_map_entry *entry; /* null: free */
    uint32_t hash;
} slot;

struct xy_map_table {
    xy_map_entry *first, *last;
    slot *slots;
    uint32_t count, mask; /* slots are a power of two, of which the mask is one less; at most three quarters are taken */
};

enum { FIRST_SLOTS = 8 };

void xy_map_init(xy_map *map, xy_arena *arena)
{
    *map = (xy_map){.arena = arena};
}

/* ---- hash ---- */

static uint64_t load8(const char *from)
{
    uint64_t word;
    memcpy(&word, from, sizeof word);
    return word;
}

static uint64_t load4(const char *from)
{
    uint32_t word;
    memcpy(&word, from, sizeof word);
    return word;
}

/* One to eight bytes as one number; the loads of longer rests overlap. */
static uint64_t load_rest(const char *from, uint32_t length)
{
    if (length >= 4)
        return load4(from) | load4(from + length - 4) << 32;
    return (uint64_t)(unsigned char)from[0] | (uint64_t)(unsigned char)from[length / 2] << 8 | (uint64_t)(unsigned char)from[length - 1] << 16;
}

/* Eight bytes a step; names are short. */
static uint32_t hash_of(xy_str key)
{
    const uint64_t prime = UINT64_C(0x9E3779B97F4A7C15);
    uint64_t hash = key.length * prime;
    const char *at = key.data;
    uint32_t left = key.length;
    for (; left > 8; at += 8, left -= 8) {
        hash = (hash ^ load8(at)) * prime;
        hash ^= hash >> 29;
    }
    if (left)
        hash = (hash ^ load_rest(at, left)) * prime;
    hash ^= hash >> 32;
    hash *= prime;
    return (uint32_t)(hash >> 32);
}

/* ---- table ---- */

/* The slot with the key, or the free one where it belongs. */
static slot *find(const xy_map_table *table, xy_str key, uint32_t hash)
{
    for (uint32_t i = hash & table->mask;; i = (i + 1) & table->mask) {
        slot *s = &table->slots[i];
        if (!s->entry || (s->hash == hash && xy_str_equal(s->entry->key, key)))
            return s;
    }
}

static xy_map_table *new_table(xy_arena *arena)
{
    xy_map_table *table = XY_NEW(arena, xy_map_table);
    table->slots = XY_NEW_ARRAY(arena, slot, FIRST_SLOTS);
    table->mask = FIRST_SLOTS - 1;
    return table;
}

static void enlarge(xy_map_table *table, xy_arena *arena)
{
    const slot *old = table->slots;
    uint32_t old_count = table->mask + 1;
    if (old_count > UINT32_MAX / 2)
        xy_guard_fail(arena->guard, XY_ERR_LIMIT);
    table->slots = XY_NEW_ARRAY(arena, slot, (size_t)old_count * 2);
    table->mask = old_count * 2 - 1;
    for (uint32_t i = 0; i < old_count; i++)
        if (old[i].entry) {
            uint32_t at = old[i].hash & table->mask;
            while (table->slots[at].entry)
                at = (at + 1) & table->mask;
            table->slots[at] = old[i];
        }
}

static void append(xy_map_table *table, xy_map_entry *entry)
{
    if (table->last)
        table->last->next = entry;
    else
        table->first = entry;
    table->last = entry;
    table->count++;
}

/* ---- what map.h offers ---- */

void *xy_map_get(const xy_map *map, xy_str key)
{
    const xy_map_entry *entry = map->table ? find(map->table, key, hash_of(key))->entry : NULL;
    return entry ? entry->value : NULL;
}

void *xy_map_put(xy_map *map, xy_str key, void *value)
{
    uint32_t hash = hash_of(key);
    if (!map->table)
        map->table = new_table(map->arena);
    slot *s = find(map->table, key, hash);
    if (s->entry) {
        void *former = s->entry->value;
        s->entry->value = value;
        return former;
    }
    xy_map_entry *entry = XY_NEW(map->arena, xy_map_entry);
    *entry = (xy_map_entry){.key = key, .value = value};
    *s = (slot){entry, hash};
    append(map->table, entry);
    if (map->table->count > (map->table->mask + 1) / 4 * 3)
        enlarge(map->table, map->arena);
    return NULL;
}

uint32_t xy_map_count(const xy_map *map)
{
    return map->table ? map->table->count : 0;
}

xy_map_entry *xy_map_first(const xy_map *map)
{
    return map->table ? map->table->first : NULL;
}

xy_map_entry *xy_map_next(const xy_map_entry *entry)
{
    return entry->next;
}

xy_str xy_map_key(const xy_map_entry *entry)
{
    return entry->key;
}

void *xy_map_value(const xy_map_entry *entry)
{
    return entry->value;
}
