#include "base/json.h"
#include "base/map.h"
#include "base/status.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "unit.h"

#include <stdio.h>
#include <stdlib.h>

/* ------------------------------------------------------------------ arenas */

Test(arena, gives_zeroed_aligned_memory)
{
    UNIT_ARENA(arena);
    for (size_t size = 0; size < 3000; size += 7) {
        char *block = xy_arena_alloc(&arena, size);
        cr_assert_eq((uintptr_t)block % 16, 0);
        for (size_t i = 0; i < size; i++)
            cr_assert_eq(block[i], 0);
        memset(block, 0xAA, size);
    }
    xy_arena_free(&arena);
    cr_expect_eq(arena.total, 0);
}

Test(arena, begins_with_a_large_block_when_asked)
{
    UNIT_ARENA(arena);
    xy_arena_begin_large(&arena);
    size_t taken = arena.total;
    cr_expect_geq(taken, 1u << 20);
    for (int i = 0; i < 1000; i++)
        xy_arena_alloc(&arena, 1000);
    cr_expect_eq(arena.total, taken);
    xy_arena_begin_large(&arena); /* not empty any more */
    cr_expect_eq(arena.total, taken);
    xy_arena_free(&arena);
    cr_expect_eq(arena.total, 0);
}

Test(arena, large_requests_leave_the_current_block_in_use)
{
    UNIT_ARENA(arena);
    char *first = xy_arena_alloc(&arena, 16);
    char *large = xy_arena_alloc(&arena, 10u << 20);
    char *second = xy_arena_alloc(&arena, 16);
    large[(10u << 20) - 1] = 1;
    cr_expect_eq(second - first, 16);
    xy_arena_free(&arena);
}

Test(arena, reset_keeps_one_block)
{
    UNIT_ARENA(arena);
    for (int i = 0; i < 1000; i++)
        xy_arena_alloc(&arena, 1000);
    xy_arena_reset(&arena);
    size_t kept = arena.total;
    char *again = xy_arena_alloc(&arena, 1000);
    cr_expect_eq(again[999], 0);
#ifdef XY_CHECK_LIFETIMES
    cr_expect_eq(kept, 0); /* sanitizer builds keep nothing, to find later uses */
#else
    cr_expect_gt(kept, 0);
    cr_expect_eq(arena.total, kept);
#endif
    xy_arena_free(&arena);
}

Test(arena, grow_is_in_place_for_the_last_allocation)
{
    UNIT_ARENA(arena);
    char *block = xy_arena_alloc(&arena, 20);
    strcpy(block, "kept");
    cr_expect_eq(xy_arena_grow(&arena, block, 20, 200), block);
    xy_arena_alloc(&arena, 1);
    char *moved = xy_arena_grow(&arena, block, 200, 400);
    cr_expect_neq(moved, block);
    cr_expect_str_eq(moved, "kept");
    char *big = xy_arena_grow(&arena, moved, 400, 5u << 20);
    cr_expect_str_eq(big, "kept");
    xy_arena_free(&arena);
}

/* Growing a large allocation must not disturb what else the arena holds, whichever block it is in. */
Test(arena, grow_keeps_neighbours)
{
    UNIT_ARENA(arena);
    for (size_t first = 1; first < 200000; first = first * 3 + 1) {
        unsigned char *kept[4];
        size_t size = first;
        unsigned char *grown = xy_arena_alloc(&arena, size);
        memset(grown, 7, size);
        for (int i = 0; i < 4; i++) {
            kept[i] = xy_arena_alloc(&arena, 100);
            memset(kept[i], i, 100);
            grown = xy_arena_grow(&arena, grown, size, size * 4);
            memset(grown + size, 7, size * 3);
            size *= 4;
        }
        for (int i = 0; i < 4; i++)
            cr_assert(kept[i][0] == i && kept[i][99] == i);
        for (size_t i = 0; i < size; i++)
            cr_assert(grown[i] == 7);
    }
    xy_arena_free(&arena);
    cr_expect_eq(arena.total, 0);
}

static void *limited(void *user, size_t size)
{
    size_t *left = user;
    if (size > *left)
        return NULL;
    *left -= size;
    return malloc(size);
}

static void give_back(void *user, void *block)
{
    (void)user;
    free(block);
}

Test(arena, running_out_jumps_to_the_guard)
{
    size_t left = 100000;
    xy_allocator allocator = {limited, give_back, &left};
    xy_guard guard;
    xy_arena arena;
    xy_arena_init(&arena, &guard, &allocator);
    if (setjmp(guard.jump) == 0) {
        for (int i = 0; i < 1000; i++)
            xy_arena_alloc(&arena, 1000);
        cr_assert_fail("the limit was not noticed");
    }
    cr_expect_eq(guard.status, XY_ERR_MEMORY);
    xy_arena_free(&arena);
    cr_expect_eq(arena.total, 0);
}

/* ------------------------------------------------------------------ text */

Test(str, comparison)
{
    cr_expect(xy_str_equal(XY_STR("ab"), XY_STR("ab")));
    cr_expect_not(xy_str_equal(XY_STR("ab"), XY_STR("abc")));
    cr_expect(xy_str_equal((xy_str){0}, XY_STR("")));
    cr_expect(xy_str_equal_nocase(XY_STR("aB_1"), XY_STR("Ab_1")));
    cr_expect_not(xy_str_equal_nocase(XY_STR("a["), XY_STR("A{")));
    cr_expect_lt(xy_str_compare(XY_STR("ab"), XY_STR("abc")), 0);
    cr_expect_gt(xy_str_compare(XY_STR("b"), XY_STR("abc")), 0);
    cr_expect_eq(xy_str_compare(XY_STR(""), (xy_str){0}), 0);
    cr_expect_gt(xy_str_compare(XY_STR("\xE6"), XY_STR("z")), 0);
}

Test(str, case_of_letters)
{
    UNIT_ARENA(arena);
    UNIT_STR(xy_str_upper(&arena, XY_STR("abc_\xE6\x82\xA3$1")), "ABC_\xE6\x82\xA3$1");
    UNIT_STR(xy_str_upper(&arena, XY_STR("stra\xC3\x9F"
                                         "e \xC3\xA9\xC3\xB7\xC3\xBF")),
             "STRA\xC3\x9F"
             "E \xC3\x89\xC3\xB7\xC5\xB8");
    UNIT_STR(xy_str_upper(&arena, XY_STR("\xD0\xB6\xD1\x91 \xCE\xB1\xCF\x8C")), "\xD0\x96\xD0\x81 \xCE\x91\xCE\x8C");
    UNIT_STR(xy_str_lower(&arena, XY_STR("\xD0\x96\xD0\x81 \xCE\x91\xCE\x8C")), "\xD0\xB6\xD1\x91 \xCE\xB1\xCF\x8C");
    UNIT_STR(xy_str_upper(&arena, XY_STR("\xEF\xBD\x81")), "\xEF\xBC\xA1"); /* full-width a */
    UNIT_STR(xy_str_lower(&arena, XY_STR("SELECT \xC4\x80\xC5\xB8")), "select \xC4\x81\xC3\xBF");
    UNIT_STR(xy_str_upper(&arena, XY_STR("\xFF"
                                         "a")),
             "\xFF"
             "A"); /* no UTF-8: kept */
    xy_arena_free(&arena);
}

/* Upper and lower are inverse to each other where they change something, and keep the length. */
Test(str, case_mappings_agree)
{
    char buffer[4];
    for (uint32_t code = 0; code < 0x11000; code++) {
        uint32_t upper = xy_utf8_upper(code), lower = xy_utf8_lower(code);
        cr_assert(upper == code || xy_utf8_lower(upper) == code, "U+%04X", code);
        cr_assert(lower == code || xy_utf8_upper(lower) == code, "U+%04X", code);
        cr_assert_eq(xy_utf8_encode(code, buffer), xy_utf8_encode(upper, buffer), "U+%04X", code);
    }
}

Test(str, buffer)
{
    UNIT_ARENA(arena);
    xy_buffer buffer;
    xy_buffer_init(&buffer, &arena);
    UNIT_STR(xy_buffer_str(&buffer), "");
    for (int i = 0; i < 100; i++)
        xy_buffer_format(&buffer, "%d,", i % 10);
    cr_expect_eq(buffer.length, 200);
    cr_expect_eq(buffer.data[200], '\0');
    xy_buffer_add_char(&buffer, 'x');
    xy_buffer_add(&buffer, "", 0);
    xy_buffer_add_str(&buffer, XY_STR("yz"));
    cr_expect_str_eq(buffer.data + 196, "8,9,xyz");
    UNIT_STR(xy_str_format(&arena, "%s-%d", "a", 5), "a-5");
    xy_arena_free(&arena);
}

/* Letters and their neighbours, in texts shorter and longer than a word of the machine. */
Test(str, changes_the_case_of_each_letter_at_each_place)
{
    UNIT_ARENA(arena);
    for (int c = 1; c < 0x80; c++) {
        for (uint32_t length = 1; length < 20; length++) {
            char text[20], upper[20];
            memset(text, c, length);
            memset(upper, c >= 'a' && c <= 'z' ? c - 32 : c, length);
            xy_str made = xy_str_upper(&arena, (xy_str){text, length});
            cr_assert_eq(made.length, length);
            cr_assert(memcmp(made.data, upper, length) == 0 && !made.data[length], "%d", c);
        }
    }
    UNIT_STR(xy_str_lower(&arena, XY_STR("@AZ[`az{@AZ[`az{Z")), "@az[`az{@az[`az{z");
    UNIT_STR(xy_str_format(&arena, "%0300d", 7), xy_str_format(&arena, "%0150d%0150d", 0, 7).data);
    xy_arena_free(&arena);
}

Test(str, is_compares_the_whole_text)
{
    cr_expect(xy_str_is(XY_STR("match"), "match"));
    cr_expect(xy_str_is(XY_STR(""), ""));
    cr_expect_not(xy_str_is(XY_STR("match"), "matches"));
    cr_expect_not(xy_str_is(XY_STR("matches"), "match"));
    cr_expect_not(xy_str_is(XY_STR(""), "match"));
    cr_expect_not(xy_str_is(XY_STR("match"), ""));
}

/* ------------------------------------------------------------------ UTF-8 */

Test(utf8, strict)
{
    static const char *const invalid[] = {"\xC0\x80",         "\xC1\xBF", "\xE0\x80\x80", "\xED\xA0\x80", "\xF4\x90\x80\x80",
                                          "\xF5\x80\x80\x80", "\x80",     "\xE6\x82",     "\xFF"};
    for (size_t i = 0; i < sizeof invalid / sizeof *invalid; i++) {
        uint32_t length;
        cr_expect_eq(xy_utf8_decode(invalid[i], invalid[i] + strlen(invalid[i]), &length), XY_UTF8_INVALID, "case %zu", i);
        cr_expect_eq(length, 1);
    }
    cr_expect_eq(xy_utf8_high_bytes("\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF"
                                    "a\x80",
                                    10),
                 9);
    cr_expect_eq(xy_utf8_ascii_prefix("0123456789\x80", 11), 10);
    cr_expect_eq(xy_utf8_valid_prefix("12345678\xE6\x82\xA3\xFF", 12), 11);
}

Test(utf8, round_trip)
{
    for (uint32_t code = 0; code <= 0x10FFFF; code += code < 0x3000 ? 1 : 97) {
        char bytes[4];
        uint32_t length, written = xy_utf8_encode(code, bytes);
        bool surrogate = code >= 0xD800 && code <= 0xDFFF;
        cr_assert_eq(xy_utf8_decode(bytes, bytes + written, &length), surrogate ? XY_UTF8_INVALID : (int32_t)code);
        cr_assert_eq(length, surrogate ? 1 : written);
    }
}

/* ------------------------------------------------------------------ maps and vectors */

/* Keys of each length that differ in one byte, at each place. */
Test(map, tells_keys_apart_by_each_byte)
{
    enum { LONGEST = 40 };
    UNIT_ARENA(arena);
    xy_map map;
    xy_map_init(&map, &arena);
    for (uint32_t length = 1; length <= LONGEST; length++) {
        for (uint32_t at = 0; at < length; at++) {
            char *key = xy_arena_copy(&arena, "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", length);
            key[at] = 'b';
            cr_assert_null(xy_map_get(&map, (xy_str){key, length}));
            cr_assert_null(xy_map_put(&map, (xy_str){key, length}, key));
        }
    }
    cr_expect_eq(xy_map_count(&map), LONGEST * (LONGEST + 1) / 2);
    for (xy_map_entry *entry = xy_map_first(&map); entry; entry = xy_map_next(entry))
        cr_expect_eq(xy_map_get(&map, xy_map_key(entry)), xy_map_key(entry).data);
    xy_arena_free(&arena);
}

/* A context hands its map on by value: what the copy gets is in the original. */
Test(map, copies_share_their_entries)
{
    UNIT_ARENA(arena);
    xy_map map, copy;
    int value;
    xy_map_init(&map, &arena);
    xy_map_put(&map, XY_STR("a"), &value);
    copy = map;
    for (int i = 0; i < 100; i++)
        xy_map_put(&copy, xy_str_format(&arena, "k%d", i), &value);
    cr_expect_eq(xy_map_count(&map), 101u);
    cr_expect_eq(xy_map_get(&map, XY_STR("k99")), &value);
    xy_arena_free(&arena);
}

Test(map, keeps_insertion_order)
{
    UNIT_ARENA(arena);
    static int values[500];
    xy_map map;
    xy_map_init(&map, &arena);
    for (int i = 0; i < 500; i++)
        cr_assert_null(xy_map_put(&map, xy_str_format(&arena, "key %d", i), &values[i]));
    cr_expect_eq(xy_map_count(&map), 500u);
    cr_expect_eq(xy_map_put(&map, XY_STR("key 7"), &values[0]), &values[7]);
    cr_expect_eq(xy_map_get(&map, XY_STR("key 7")), &values[0]);
    cr_expect_null(xy_map_get(&map, XY_STR("key")));
    int i = 0;
    for (xy_map_entry *entry = xy_map_first(&map); entry; entry = xy_map_next(entry), i++) {
        char expected[20];
        snprintf(expected, sizeof expected, "key %d", i);
        UNIT_STR(xy_map_key(entry), expected);
    }
    cr_expect_eq(i, 500);
    cr_expect_null(xy_map_put(&map, XY_STR(""), &values[1]));
    cr_expect_eq(xy_map_get(&map, XY_STR("")), &values[1]);
    xy_arena_free(&arena);
}

Test(vec, grows)
{
    UNIT_ARENA(arena);
    XY_VEC(int) vec = {0};
    for (int i = 0; i < 10000; i++)
        xy_vec_push(&arena, &vec, i);
    cr_expect_eq(vec.count, 10000u);
    for (int i = 0; i < 10000; i++)
        cr_assert_eq(vec.items[i], i);
    xy_arena_free(&arena);
}

/* ------------------------------------------------------------------ JSON */

Test(json, nested)
{
    UNIT_ARENA(arena);
    xy_buffer out;
    xy_json json;
    xy_buffer_init(&out, &arena);
    xy_json_init(&json, &out);
    xy_json_begin_object(&json);
    xy_json_key_text(&json, "a", "x\"\\\n\x01\xE6\x82\xA3\xFF");
    xy_json_key(&json, "b");
    xy_json_begin_array(&json);
    xy_json_number(&json, -9007199254740993);
    xy_json_bool(&json, true);
    xy_json_null(&json);
    xy_json_begin_object(&json);
    xy_json_end_object(&json);
    xy_json_end_array(&json);
    xy_json_key_bool(&json, "c", false);
    xy_json_key_text(&json, "d", NULL);
    xy_json_end_object(&json);
    UNIT_STR(xy_buffer_str(&out), "{\"a\":\"x\\\"\\\\\\n\\u0001\xE6\x82\xA3\xEF\xBF\xBD\",\"b\":[-9007199254740993,true,null,{}],\"c\":false,\"d\":null}");
    xy_arena_free(&arena);
}

Test(json, indented)
{
    UNIT_ARENA(arena);
    xy_buffer out;
    xy_json json;
    xy_buffer_init(&out, &arena);
    xy_json_init(&json, &out);
    json.indent = 2;
    xy_json_begin_array(&json);
    xy_json_begin_object(&json);
    xy_json_key_number(&json, "a", 1);
    xy_json_key_number(&json, "b", 2);
    xy_json_end_object(&json);
    xy_json_begin_array(&json);
    xy_json_end_array(&json);
    xy_json_end_array(&json);
    UNIT_STR(xy_buffer_str(&out), "[\n  {\n    \"a\": 1,\n    \"b\": 2\n  },\n  []\n]");
    xy_arena_free(&arena);
}
