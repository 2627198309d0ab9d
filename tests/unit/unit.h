/* Shared by the unit tests: a guarded arena per test, and comparisons of xy_str. */
#ifndef XY_TESTS_UNIT_H
#define XY_TESTS_UNIT_H

#include "base/str.h"
#include <criterion/criterion.h>
#include <string.h>

/** An arena whose guard fails the test. Call in the test function itself: the guard is in its frame. */
#define UNIT_ARENA(arena)                                                                                                                                      \
    xy_guard unit_guard;                                                                                                                                       \
    xy_arena arena;                                                                                                                                            \
    if (setjmp(unit_guard.jump))                                                                                                                               \
        cr_assert_fail("guard: status %d", unit_guard.status);                                                                                                 \
    xy_arena_init(&arena, &unit_guard, NULL)

/** The text equals the literal. */
#define UNIT_STR(actual, expected) unit_compare((actual), (expected), __FILE__, __LINE__)
void unit_compare(xy_str actual, const char *expected, const char *file, int line);

#endif
