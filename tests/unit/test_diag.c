#include "diag/diag.h"
#include "unit.h"

#include <ctype.h>

Test(diag, fills_arguments)
{
    UNIT_ARENA(arena);
    const xy_str pairs[][2] = {{XY_STR("a"), XY_STR("1")}, {XY_STR("name"), XY_STR("{a}")}};
    UNIT_STR(xy_message_fill(&arena, "x {a}{name} y {a}", pairs, 2), "x 1{a} y 1");
    UNIT_STR(xy_message_fill(&arena, "{", pairs, 2), "{");
    UNIT_STR(xy_message_fill(&arena, "{unknown} {a", pairs, 2), "{unknown} {a");
    UNIT_STR(xy_message_fill(&arena, "{ {a}", pairs, 2), "{ 1");
    UNIT_STR(xy_message_fill(&arena, "", NULL, 0), "");
    xy_arena_free(&arena);
}

Test(diag, list)
{
    UNIT_ARENA(arena);
    xy_diags diags;
    xy_diags_init(&diags, &arena);
    xy_diags_add(&diags, XY_MSG_UNEXPECTED_TOKEN, 7, 3, "found", "END", "expected", "`;`", NULL);
    xy_diags_add(&diags, XY_MSG_UNTERMINATED_STRING, 9, 1, NULL);
    cr_assert_eq(diags.list.count, 2u);
    const xy_diag *d = diags.list.items;
    UNIT_STR(d->message_en, "END does not fit here; expected `;`");
    UNIT_STR(d->code, "XY1201");
    cr_expect_eq(d->offset, 7u);
    cr_expect_eq(d->length, 3u);
    cr_expect_eq(d->severity, XY_ERROR);
    cr_expect_gt(d->advice_zh.length, 0u);
    xy_arena_free(&arena);
}

Test(diag, catalogue_is_in_the_range_of_the_front_end)
{
    for (unsigned i = 0; i < xy_message_count; i++) {
        const char *code = xy_messages[i].code;
        cr_expect(strncmp(code, "XY1", 3) == 0 && strlen(code) == 6, "%s", code);
        cr_expect(isalpha((unsigned char)xy_messages[i].id[0]));
    }
}
