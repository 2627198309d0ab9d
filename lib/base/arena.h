/* Arenas: bump allocation by lifetime (batch, file, unit, rules). Nothing is freed singly.
 *
 * Running out of memory does not abort and need not be checked at each call: the arena jumps to the guard
 * that the public entry point set (see xy_guard), which frees the arenas and returns XY_ERR_MEMORY. */
#ifndef XY_BASE_ARENA_H
#define XY_BASE_ARENA_H

#include <setjmp.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/** Where allocation failures and internal limits of one public call end up. */
typedef struct xy_guard {
    jmp_buf jump; /**< set by the entry point with setjmp() */
    int status;   /**< xy_status of the failure, filled in before the jump */
} xy_guard;

/** Caller-supplied allocator; all three null means malloc, realloc and free. */
typedef struct xy_allocator {
    void *(*allocate)(void *user, size_t size);
    void (*release)(void *user, void *block);
    void *user;
} xy_allocator;

typedef struct xy_arena_block xy_arena_block;

typedef struct xy_arena {
    xy_arena_block *blocks;        /**< newest first */
    char *next, *end;              /**< free range of the newest block */
    xy_guard *guard;               /**< never null */
    const xy_allocator *allocator; /**< null: malloc */
    size_t total;                  /**< bytes taken from the allocator */
} xy_arena;

/** Prepares an empty arena; takes no memory yet. */
void xy_arena_init(xy_arena *arena, xy_guard *guard, const xy_allocator *allocator);
/** Lets an empty arena begin with a large block instead of growing to it, for those that will need one: large pages come at once. */
void xy_arena_begin_large(xy_arena *arena);
enum { XY_ARENA_ALIGNMENT = 16 };
/** What the two below do when the free range does not hold the request. */
void *xy_arena_alloc_slowly(xy_arena *arena, size_t size, bool zeroed);
/** The request's bytes from the free range, or null. A size that wraps round to 0 does not fit. */
static inline void *xy_arena_take(xy_arena *arena, size_t size)
{
    size_t rounded = (size + XY_ARENA_ALIGNMENT - 1) / XY_ARENA_ALIGNMENT * XY_ARENA_ALIGNMENT;
    if (rounded - 1 >= (size_t)(arena->end - arena->next))
        return NULL;
    void *result = arena->next;
    arena->next += rounded;
    return result;
}
/** Returns `size` zeroed bytes, aligned for any type; never null (jumps to the guard instead). */
static inline void *xy_arena_alloc(xy_arena *arena, size_t size)
{
    void *block = xy_arena_take(arena, size);
    return block ? memset(block, 0, size) : xy_arena_alloc_slowly(arena, size, true);
}
/** As xy_arena_alloc, but the bytes are not zeroed: for large blocks of which only the start is used. */
static inline void *xy_arena_alloc_raw(xy_arena *arena, size_t size)
{
    void *block = xy_arena_take(arena, size);
    return block ? block : xy_arena_alloc_slowly(arena, size, false);
}
/** Copies `length` bytes and adds a NUL. */
char *xy_arena_copy(xy_arena *arena, const char *data, size_t length);
/** Grows an allocation (null and 0: a new one), in place when it was the last; the added bytes are not zeroed. */
void *xy_arena_grow(xy_arena *arena, void *block, size_t old_size, size_t new_size);
/** Drops everything but keeps one block for reuse. */
void xy_arena_reset(xy_arena *arena);
/** Gives all memory back. */
void xy_arena_free(xy_arena *arena);
/** Stops the current public call with `status` (an xy_status): limits and internal errors. Does not return. */
_Noreturn void xy_guard_fail(xy_guard *guard, int status);

#define XY_NEW(arena, type) ((type *)xy_arena_alloc((arena), sizeof(type)))
#define XY_NEW_ARRAY(arena, type, count) ((type *)xy_arena_alloc((arena), sizeof(type) * (size_t)(count)))

#endif
