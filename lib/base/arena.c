/* Arenas: see arena.h. */
#define _DEFAULT_SOURCE /* madvise */
#include "base/arena.h"
#include "base/status.h"

#include <stdlib.h>
#include <string.h>
#ifdef __linux__
#include <sys/mman.h>
#endif

struct xy_arena_block {
    xy_arena_block *next;
    size_t size; /* of the whole block */
};

enum {
    ALIGNMENT = XY_ARENA_ALIGNMENT,
    HEADER = (sizeof(xy_arena_block) + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT,
    FIRST_BLOCK = 8 * 1024,
    LARGEST_BLOCK = 2 * 1024 * 1024, /* of the regular ones; a larger request gets a block of its own */
    HUGE_PAGE = 2 * 1024 * 1024,
    PAGE = 4096,
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

static size_t round_up(size_t size)
{
    return (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
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

/* A tree touches its memory once and page by page: the kernel gives large blocks in large pages, where it has some. */
static void prefer_huge_pages(void *block, size_t size)
{
#ifdef __linux__
    uintptr_t start = ((uintptr_t)block + PAGE - 1) / PAGE * PAGE, end = ((uintptr_t)block + size) / PAGE * PAGE;
    if (size >= HUGE_PAGE && end > start)
        (void)madvise((void *)start, end - start, MADV_HUGEPAGE); /* advice: nothing depends on its success */
#else
    (void)block;
    (void)size;
#endif
}

/* Regular large blocks begin at a large page's start. */
static void *new_block(size_t size, bool zeroed)
{
    if (size == LARGEST_BLOCK && !zeroed)
        return aligned_alloc(HUGE_PAGE, size);
    return zeroed ? calloc(1, size) : malloc(size);
}

/* Zeroed when asked for: for a large block the C library knows that fresh pages are zero already. */
static xy_arena_block *take_block(xy_arena *arena, size_t size, bool zeroed)
{
    xy_arena_block *block;
    if (has_allocator(arena)) {
        block = arena->allocator->allocate(arena->allocator->user, size);
        if (block && zeroed)
            memset(block, 0, size);
    } else {
        block = new_block(size, zeroed);
        if (block)
            prefer_huge_pages(block, size);
    }
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

/* A request that does not fit the free range and gets a block of its own. It goes behind the newest block, which keeps
 * its free range. */
static bool is_large(const xy_arena *arena, size_t size)
{
    return arena->blocks && size > regular_size(arena) / 4;
}

static void *alloc_large(xy_arena *arena, size_t size, bool zeroed)
{
    xy_arena_block *block = take_block(arena, size + HEADER, zeroed);
    block->next = arena->blocks->next;
    arena->blocks->next = block;
    return (char *)block + HEADER;
}

static void *alloc_from_new_block(xy_arena *arena, size_t size)
{
    size_t regular = regular_size(arena);
    xy_arena_block *block = take_block(arena, size + HEADER > regular ? size + HEADER : regular, false);
    block->next = arena->blocks;
    arena->blocks = block;
    open_block(arena, block);
    void *result = arena->next;
    arena->next += size;
    return result;
}

void xy_arena_begin_large(xy_arena *arena)
{
    if (arena->blocks)
        return;
    arena->blocks = take_block(arena, LARGEST_BLOCK, false);
    open_block(arena, arena->blocks);
}

void *xy_arena_alloc_slowly(xy_arena *arena, size_t size, bool zeroed)
{
    if (size > SIZE_MAX / 2)
        xy_guard_fail(arena->guard, XY_ERR_MEMORY);
    size_t rounded = round_up(size);
    void *result = arena->next;
    if (arena->blocks && rounded <= (size_t)(arena->end - arena->next))
        arena->next += rounded;
    else if (is_large(arena, rounded))
        return alloc_large(arena, rounded, zeroed);
    else
        result = alloc_from_new_block(arena, rounded);
    return zeroed ? memset(result, 0, size) : result;
}

char *xy_arena_copy(xy_arena *arena, const char *data, size_t length)
{
    char *copy = xy_arena_alloc_raw(arena, length + 1);
    if (length > 0)
        memcpy(copy, data, length);
    copy[length] = '\0';
    return copy;
}

/* The C library may enlarge a block without copying. */
static void *grow_large(xy_arena *arena, size_t new_size)
{
    size_t size = round_up(new_size) + HEADER, old_size = arena->blocks->next->size;
    xy_arena_block *block = realloc(arena->blocks->next, size);
    if (!block)
        xy_guard_fail(arena->guard, XY_ERR_MEMORY);
    prefer_huge_pages(block, size);
    arena->total += size - old_size;
    block->size = size;
    arena->blocks->next = block;
    return (char *)block + HEADER;
}

/* Is this allocation all that the block behind the newest one holds? */
static bool is_newest_large(const xy_arena *arena, const void *block, size_t size)
{
    const xy_arena_block *candidate = arena->blocks ? arena->blocks->next : NULL;
    return candidate && (const char *)candidate + HEADER == (const char *)block && candidate->size == round_up(size) + HEADER && !has_allocator(arena);
}

void *xy_arena_grow(xy_arena *arena, void *block, size_t old_size, size_t new_size)
{
    bool last = block && arena->next && (char *)block + round_up(old_size) == arena->next;
    if (new_size > SIZE_MAX / 2)
        xy_guard_fail(arena->guard, XY_ERR_MEMORY);
    if (last && new_size >= old_size && round_up(new_size) <= (size_t)(arena->end - (char *)block)) {
        arena->next = (char *)block + round_up(new_size);
        return block;
    }
    if (block && new_size > old_size && is_newest_large(arena, block, old_size))
        return grow_large(arena, new_size);
    void *larger = xy_arena_alloc_raw(arena, new_size);
    if (old_size > 0)
        memcpy(larger, block, old_size);
    return larger;
}

void xy_arena_reset(xy_arena *arena)
{
    xy_arena_block *kept = arena->blocks;
    if (!kept)
        return;
#ifdef XY_CHECK_LIFETIMES
    xy_arena_free(arena); /* so that a use after the reset is found */
    return;
#endif
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
