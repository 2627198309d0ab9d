/* Growing arrays in an arena:  XY_VEC(int) v = {0};  xy_vec_push(arena, &v, 3);  v.items[0], v.count */
#ifndef XY_BASE_VEC_H
#define XY_BASE_VEC_H

#include "base/arena.h"

#define XY_VEC(type)                                                                                                                                           \
    struct {                                                                                                                                                   \
        type *items;                                                                                                                                           \
        uint32_t count, capacity;                                                                                                                              \
    }

/** Makes room for one more; used by xy_vec_push. */
void *xy_vec_grow(xy_arena *arena, void *items, uint32_t count, uint32_t *capacity, size_t item_size);

#define xy_vec_push(arena, vec, value)                                                                                                                         \
    do {                                                                                                                                                       \
        if ((vec)->count == (vec)->capacity)                                                                                                                   \
            (vec)->items = xy_vec_grow((arena), (vec)->items, (vec)->count, &(vec)->capacity, sizeof *(vec)->items);                                           \
        (vec)->items[(vec)->count++] = (value);                                                                                                                \
    } while (0)

#endif
