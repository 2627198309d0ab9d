/* Arenas: see arena.h. */
#include "base/arena.h"
#include "base/status.h"

#include <stdlib.h>
#include <string.h>

struct xy_arena_block {
    xy_arena_block *next;
    size_t          size; /* of the whole block */
};

enum {
    ALIGNMENT = 16,
    HEADER = (sizeof(xy_arena_block) + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT,
    FIRST_BLOCK = 8 * 1024,
    LARGEST_BLOCK = 1024 * 1024, /* of the regular ones; a larger request gets a block of its own */
};

_Noreturn void xy_guard_fail(xy_guard *guard, int status)
{
    guard->status = status;
    longjmp(guard->jump, 1);
}

void xy_arena_init(xy_arena *arena, xy_guard *guard, const xy_allocator *allocator)
{
    *arena = (xy_arena){.guard = guard, .allocator = allocator};
}

static bool has_allocator(const xy_arena *arena)
{
    return arena->allocator && arena->allocator->allocate;
}

static void release_block(xy_arena *arena, xy_arena_block *block)
{
    arena->total -= block->size;
    if (has_allocator(arena))
        arena->allocator->release(arena->allocator->user, block);
    else
        free(block);
}

static xy_arena_block *take_block(xy_arena *arena, size_t size)
{
    xy_arena_block *block =
        has_allocator(arena) ? arena->allocator->allocate(arena->allocator->user, size) : malloc(size);
    if (!block)
        xy_guard_fail(arena->guard, XY_ERR_MEMORY);
    block->next = NULL;
    block->size = size;
    arena->total += size;
    return block;
}

static void open_block(xy_arena *arena, xy_arena_block *block)
{
    arena->next = (char *)block + HEADER;
    arena->end = (char *)block + block->size;
}

static size_t regular_size(const xy_arena *arena)
{
    size_t size = arena->blocks ? arena->blocks->size * 2 : FIRST_BLOCK;
    return size > LARGEST_BLOCK ? LARGEST_BLOCK : size;
}

/* A request too large for the free range: from a new block, or from one of its own that goes behind the newest,
 * so that the newest keeps its free range. */
static void *alloc_slow(xy_arena *arena, size_t size)
{
    size_t          regular = regular_size(arena);
    xy_arena_block *block;
    if (arena->blocks && size > regular / 4) {
        block = take_block(arena, size + HEADER);
        block->next = arena->blocks->next;
        arena->blocks->next = block;
        return (char *)block + HEADER;
    }
    block = take_block(arena, size + HEADER > regular ? size + HEADER : regular);
    block->next = arena->blocks;
    arena->blocks = block;
    open_block(arena, block);
    void *result = arena->next;
    arena->next += size;
    return result;
}

static void *alloc_raw(xy_arena *arena, size_t size)
{
    if (size > SIZE_MAX / 2)
        xy_guard_fail(arena->guard, XY_ERR_MEMORY);
    size = (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    if (size > (size_t)(arena->end - arena->next) || !arena->blocks)
        return alloc_slow(arena, size);
    void *result = arena->next;
    arena->next += size;
    return result;
}

void *xy_arena_alloc(xy_arena *arena, size_t size)
{
    return memset(alloc_raw(arena, size), 0, size);
}

char *xy_arena_copy(xy_arena *arena, const char *data, size_t length)
{
    char *copy = alloc_raw(arena, length + 1);
    if (length > 0)
        memcpy(copy, data, length);
    copy[length] = '\0';
    return copy;
}

void *xy_arena_grow(xy_arena *arena, void *block, size_t old_size, size_t new_size)
{
    size_t rounded = (old_size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    bool   last = block && arena->next && (char *)block + rounded == arena->next;
    if (last && new_size >= old_size && new_size < SIZE_MAX / 2 &&
        new_size + ALIGNMENT <= (size_t)(arena->end - (char *)block)) {
        arena->next = (char *)block + (new_size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        return block;
    }
    void *larger = alloc_raw(arena, new_size);
    if (old_size > 0)
        memcpy(larger, block, old_size);
    return larger;
}

void xy_arena_reset(xy_arena *arena)
{
    xy_arena_block *kept = arena->blocks;
    if (!kept)
        return;
    while (kept->next) {
        xy_arena_block *next = kept->next->next;
        release_block(arena, kept->next);
        kept->next = next;
    }
    open_block(arena, kept);
}

void xy_arena_free(xy_arena *arena)
{
    while (arena->blocks) {
        xy_arena_block *next = arena->blocks->next;
        release_block(arena, arena->blocks);
        arena->blocks = next;
    }
    arena->next = arena->end = NULL;
}
