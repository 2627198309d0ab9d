/* The source map: which bytes of the target come from where. Runs are in target order and adjoin. */
#include "edit/edit_set.h"

void xy_source_map_add(xy_arena *arena, xy_source_map *map, xy_map_run run)
{
    if (map->count > 0) {
        xy_map_run *before = &map->items[map->count - 1];
        bool adjoins = before->target + before->length == run.target && before->copied == run.copied && before->rule == run.rule;
        if (adjoins && before->source + (run.copied ? before->length : 0) == run.source) {
            before->length += run.length;
            return;
        }
    }
    xy_vec_push(arena, map, run);
}

bool xy_source_map_find(const xy_source_map *map, uint32_t target, uint32_t *source, const xy_map_run **run)
{
    uint32_t low = 0, high = map->count; /* the first run that ends after target */
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (map->items[middle].target + map->items[middle].length <= target)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == map->count || map->items[low].target > target)
        return false;
    const xy_map_run *found = &map->items[low];
    *source = found->copied ? found->source + (target - found->target) : found->source;
    if (run)
        *run = found;
    return true;
}

uint32_t xy_source_map_target(const xy_source_map *map, uint32_t source)
{
    for (uint32_t i = 0; i < map->count; i++) { /* source offsets are not in order where text was moved */
        const xy_map_run *run = &map->items[i];
        if (run->copied && source >= run->source && source < run->source + run->length)
            return run->target + (source - run->source);
        if (run->source >= source)
            return run->target;
    }
    return map->count ? map->items[map->count - 1].target + map->items[map->count - 1].length : 0;
}
