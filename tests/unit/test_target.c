/* YAML trees and target files: lib/base/yaml.c, lib/target. */
#include "base/yaml.h"
#include "target/target.h"

#include <criterion/criterion.h>
#include <string.h>

static xy_guard guard;
static xy_arena arena;
static xy_str error;

static void setup(void)
{
    if (setjmp(guard.jump))
        cr_assert_fail("out of memory or limit");
    xy_arena_init(&arena, &guard, NULL);
    error = (xy_str){0};
}

static void teardown(void)
{
    xy_arena_free(&arena);
}

TestSuite(target, .init = setup, .fini = teardown);

static const xy_yaml *parse(const char *text)
{
    error = (xy_str){0};
    return xy_yaml_parse(&arena, XY_STR("f.yml"), xy_str_from(text), &error);
}

#define EXPECT_ERROR(text)                                                                                                                                     \
    do {                                                                                                                                                       \
        cr_expect(xy_str_equal(error, xy_str_from(text)), "%.*s", XY_STR_ARG(error));                                                                          \
    } while (0)

Test(target, yaml_tree_with_places)
{
    const xy_yaml *root = parse("a: 1\nb: [x, \"y z\"]\nc:\n  d: |-\n    two\n    lines\n");
    cr_assert_not_null(root);
    cr_expect_eq(root->count, 3u);
    cr_expect(xy_str_equal(xy_yaml_get(root, "a")->text, XY_STR("1")));
    const xy_yaml *list = xy_yaml_get(root, "b");
    cr_expect_eq(list->kind, XY_YAML_LIST);
    cr_expect_eq(list->items[1]->line, 2u);
    cr_expect_eq(list->items[1]->column, 8u);
    cr_expect(list->items[1]->quoted);
    cr_expect_not(list->items[0]->quoted);
    cr_expect(xy_str_equal(xy_yaml_get(xy_yaml_get(root, "c"), "d")->text, XY_STR("two\nlines")));
    cr_expect_null(xy_yaml_get(root, "e"));
    cr_expect_eq(parse("")->count, 0u);
}

Test(target, yaml_is_strict)
{
    cr_expect_null(parse("a: 1\nb: 2\na: 3\n"));
    EXPECT_ERROR("f.yml:3:1: the key `a` occurs twice");
    cr_expect_null(parse("a: &x 1\n"));
    EXPECT_ERROR("f.yml:1:4: anchors and tags are not used in these files");
    cr_expect_null(parse("a: *x\n"));
    EXPECT_ERROR("f.yml:1:4: aliases are not used in these files");
    cr_expect_null(parse("a: !!int 1\n"));
    cr_expect_null(parse("? [a]\n: 1\n"));
    cr_expect_null(parse("a: 1\n---\nb: 2\n"));
    EXPECT_ERROR("f.yml:3:1: a file holds one document");
    cr_expect_null(parse("a: [1\n"));
    cr_expect_null(parse("a: \"\xff\"\n"));
    char deep[300];
    memset(deep, '[', 200);
    deep[200] = 0;
    cr_expect_null(parse(deep));
}

static const xy_target_file *read_target(const char *text)
{
    error = (xy_str){0};
    const xy_yaml *root = xy_yaml_parse(&arena, XY_STR("t.yml"), xy_str_from(text), &error);
    return root ? xy_target_file_read(&arena, XY_STR("t.yml"), root, &error) : NULL;
}

Test(target, target_file_errors)
{
    static const struct {
        const char *text, *error;
    } cases[] = {
        {"target: a\n", "t.yml:1:1: a target file needs the keys target and versions"},
        {"target: a\nversions: {min: 1}\n", "t.yml:2:11: versions need a default"},
        {"target: a\nversions: {default: x}\n", "t.yml:2:21: a number is expected"},
        {"target: a\ncolour: b\n", "t.yml:2:1: unknown key `colour` in a target file"},
        {"target: a\nfacts: {merge: {from: 3}}\n", "t.yml:2:17: unknown key `from`; known are since, value, before"},
        {"target: a\noptions: {o: {default: x, doc: {en: x}}}\n", "t.yml:2:32: {en: …, zh: …} is expected"},
        {"target: a\nreserved: all\n", "t.yml:2:11: a list of words is expected"},
        {"target: a\nreserved: [{since: 3}]\n", "t.yml:2:12: a word from a version on is written {word: X, since: N}"},
        {"target: [a]\n", "t.yml:1:9: a text is expected"},
        {"[a]\n", "t.yml:1:1: keys and values are expected"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cr_expect_null(read_target(cases[i].text), "%s", cases[i].text);
        EXPECT_ERROR(cases[i].error);
    }
}

Test(target, inheritance_versions_and_options)
{
    const xy_target_file *base = read_target("target: base\nversions: {default: 15, min: 12, max: 18}\n"
                                             "facts: {bytes: 63, merge: {since: 15}, odd: {since: 14, value: new, before: old}}\n"
                                             "options: {runtime: {default: a, values: [a, b]}, free: x}\nreserved: [All, {word: user, since: 16}]\n");
    cr_assert_not_null(base, "%.*s", XY_STR_ARG(error));
    const xy_target_file *child = read_target("target: child\nextends: base\nbase_version: 13\nversions: {default: 9}\nfacts: {bytes: 127}\n");
    cr_assert_not_null(child, "%.*s", XY_STR_ARG(error));
    xy_map files, options;
    xy_target target;
    xy_map_init(&files, &arena);
    xy_map_put(&files, XY_STR("base"), (void *)(uintptr_t)base);
    xy_map_put(&files, XY_STR("child"), (void *)(uintptr_t)child);
    cr_assert(xy_target_prepare(&arena, &files, XY_STR("base:16"), NULL, &target, &error));
    cr_expect(xy_target_has(&target, "merge"));
    cr_expect_not_null(xy_map_get(&target.reserved, XY_STR("USER")));
    cr_assert(xy_target_prepare(&arena, &files, XY_STR("child"), NULL, &target, &error));
    cr_expect_eq(target.version, 9u);
    cr_expect_eq(xy_target_number(&target, "bytes", 0), 127);
    cr_expect_eq(xy_target_number(&target, "odd", 7), 7);
    cr_expect_not(xy_target_has(&target, "merge"));
    cr_expect(xy_str_equal(xy_target_fact(&target, "odd"), XY_STR("old")));
    cr_expect_not_null(xy_map_get(&target.reserved, XY_STR("ALL")));
    cr_expect_null(xy_map_get(&target.reserved, XY_STR("USER")));
    cr_expect(xy_target_is_a(&target, XY_STR("base")));
    cr_expect(xy_target_matches(&target, XY_STR("base"), 12, 13));
    cr_expect_not(xy_target_matches(&target, XY_STR("base"), 14, 0));
    cr_expect_not(xy_target_is_a(&target, XY_STR("other")));
    xy_str value = XY_STR("c");
    xy_map_init(&options, &arena);
    xy_map_put(&options, XY_STR("runtime"), &value);
    cr_expect_not(xy_target_prepare(&arena, &files, XY_STR("child"), &options, &target, &error));
    EXPECT_ERROR("option 'runtime' of target child does not take the value 'c'");
    value = XY_STR("b");
    cr_expect(xy_target_prepare(&arena, &files, XY_STR("child"), &options, &target, &error));
    cr_expect(xy_target_option_is(&target, "runtime", "b"));
    cr_expect(xy_str_equal(xy_target_option(&target, "free"), XY_STR("x")));
}

Test(target, a_target_that_extends_itself)
{
    const xy_target_file *loop = read_target("target: loop\nextends: loop\nversions: {default: 1}\n");
    xy_map files;
    xy_target target;
    cr_assert_not_null(loop);
    xy_map_init(&files, &arena);
    xy_map_put(&files, XY_STR("loop"), (void *)(uintptr_t)loop);
    cr_expect_not(xy_target_prepare(&arena, &files, XY_STR("loop"), NULL, &target, &error));
    EXPECT_ERROR("target loop extends itself");
}

Test(target, variants_stand_for_another_target)
{
    const xy_target_file *whole = read_target("target: gb\nversions: {default: 8}\nvariants: {8c: gb-c, \"gb.mode=pg\": gb-pg}\n"
                                              "options: {gb.mode: {default: own, values: [own, pg]}}\n");
    cr_assert_not_null(whole, "%.*s", XY_STR_ARG(error));
    const xy_target_file *c = read_target("target: gb-c\nversions: {default: 3}\n"), *pg = read_target("target: gb-pg\nversions: {default: 4}\n");
    xy_map files, options;
    xy_target target;
    xy_str mode = XY_STR("pg");
    xy_map_init(&files, &arena);
    xy_map_init(&options, &arena);
    xy_map_put(&files, XY_STR("gb"), (void *)(uintptr_t)whole);
    xy_map_put(&files, XY_STR("gb-c"), (void *)(uintptr_t)c);
    xy_map_put(&files, XY_STR("gb-pg"), (void *)(uintptr_t)pg);
    cr_assert(xy_target_prepare(&arena, &files, XY_STR("gb"), &options, &target, &error));
    cr_expect(xy_str_equal(target.name, XY_STR("gb")));
    cr_assert(xy_target_prepare(&arena, &files, XY_STR("gb:8C"), &options, &target, &error));
    cr_expect(xy_str_equal(target.name, XY_STR("gb-c")));
    cr_expect_eq(target.version, 3u);
    cr_expect_not(xy_target_prepare(&arena, &files, XY_STR("gb:8x"), &options, &target, &error));
    xy_map_put(&options, XY_STR("gb.mode"), &mode);
    cr_assert(xy_target_prepare(&arena, &files, XY_STR("gb"), &options, &target, &error), "%.*s", XY_STR_ARG(error));
    cr_expect(xy_str_equal(target.name, XY_STR("gb-pg")));
}
