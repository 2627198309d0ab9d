/* Growing arrays: see vec.h. */
#include "base/vec.h"
#include "base/status.h"

enum { FIRST_CAPACITY = 8, FIRST_BYTES = 128 }; /* most lists stay short: many of two large items, few of eight small ones */

void *xy_vec_grow(xy_arena *arena, void *items, uint32_t count, uint32_t *capacity, size_t item_size)
{
    if (*capacity > UINT32_MAX / 2)
        xy_guard_fail(arena->guard, XY_ERR_LIMIT);
    uint32_t first = item_size * FIRST_CAPACITY > FIRST_BYTES ? (uint32_t)(FIRST_BYTES / item_size) : FIRST_CAPACITY;
    *capacity = *capacity ? *capacity * 2 : first ? first : 1;
    return xy_arena_grow(arena, items, count * item_size, *capacity * item_size);
}
