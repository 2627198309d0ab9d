/* Growing arrays: see vec.h. */
#include "base/vec.h"
#include "base/status.h"

enum { FIRST_CAPACITY = 8 };

void *xy_vec_grow(xy_arena *arena, void *items, uint32_t count, uint32_t *capacity, size_t item_size)
{
    if (*capacity > UINT32_MAX / 2)
        xy_guard_fail(arena->guard, XY_ERR_LIMIT);
    *capacity = *capacity ? *capacity * 2 : FIRST_CAPACITY;
    return xy_arena_grow(arena, items, count * item_size, *capacity * item_size);
}
