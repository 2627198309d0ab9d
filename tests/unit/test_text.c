#include "text/caret.h"
#include "unit.h"

static void decode(xy_source *source, xy_arena *arena, xy_diags *diags, const char *bytes, size_t length)
{
    xy_diags_init(diags, arena);
    xy_source_decode(source, arena, XY_STR("t.sql"), (xy_str){bytes, (uint32_t)length}, XY_ENCODING_AUTO, diags);
}

#define DECODE(bytes) decode(&source, &arena, &diags, bytes, sizeof(bytes) - 1)

typedef struct detection {
    const char *bytes, *text, *encoding;
    unsigned diags;
} detection;

static const detection detections[] = {
    {"select 1", "select 1", "utf-8", 0},
    {"\xEF\xBB\xBFselect '\xE5\x8C\xBB'", "select '\xE5\x8C\xBB'", "utf-8-bom", 0},
    /* GBK: 患者姓名 */
    {"-- \xBB\xBC\xD5\xDF\xD0\xD5\xC3\xFB\n", "-- \xE6\x82\xA3\xE8\x80\x85\xE5\xA7\x93\xE5\x90\x8D\n", "gb18030", 0},
    /* GBK 联通: the classic of detection by luck; C1 can begin nothing in UTF-8 */
    {"-- \xC1\xAA\xCD\xA8", "-- \xE8\x81\x94\xE9\x80\x9A", "gb18030", 0},
    /* GBK 一: two bytes that are valid UTF-8 for a letter of Bashkir */
    {"v := '\xD2\xBB';", "v := '\xE4\xB8\x80';", "gb18030", 0},
    /* UTF-8 é and а: two-byte sequences of one script */
    {"-- caf\xC3\xA9 \xC3\xA8", "-- caf\xC3\xA9 \xC3\xA8", "utf-8", 0},
    {"-- \xD0\xB4\xD0\xB0", "-- \xD0\xB4\xD0\xB0", "utf-8", 0},
    /* Latin-1: été, café */
    {"-- \xE9t\xE9 au caf\xE9 la f\xEAte", "-- \xC3\xA9t\xC3\xA9 au caf\xC3\xA9 la f\xC3\xAAte", "iso-8859-1", 0},
    /* Latin-1: two letters in a row are no hanzi inside of a word: DESCRIÇÃO, Größe; a quote of Windows in a word */
    {"DESCRI\xC7\xC3O VARCHAR2(9)", "DESCRI\xC3\x87\xC3\x83O VARCHAR2(9)", "iso-8859-1", 0},
    {"Gr\xF6\xDF"
     "e NUMBER",
     "Gr\xC3\xB6\xC3\x9F"
     "e NUMBER",
     "iso-8859-1", 0},
    {"-- don\x92t, n\xBA", "-- don\xE2\x80\x99t, n\xC2\xBA", "iso-8859-1", 0},
    /* GBK: one hanzi at letters on one side, as names have it: 病人id, x男 */
    {"\xB2\xA1\xC8\xCBid, x\xC4\xD0", "\xE7\x97\x85\xE4\xBA\xBAid, x\xE7\x94\xB7", "gb18030", 0},
    /* one UTF-8 line between GBK lines: 患者 three times */
    {"\xBB\xBC\xD5\xDF\n\xE6\x82\xA3\xE8\x80\x85\n\xBB\xBC\xD5\xDF\n", "\xE6\x82\xA3\xE8\x80\x85\n\xE6\x82\xA3\xE8\x80\x85\n\xE6\x82\xA3\xE8\x80\x85\n",
     "gb18030", 1},
    /* a four-byte character of GB18030: U+20087 */
    {"\xBB\xBC\x95\x32\x90\x31\xD5\xDF", "\xE6\x82\xA3\xF0\xA0\x82\x87\xE8\x80\x85", "gb18030", 0},
    /* UTF-8 with a byte cut off at the end */
    {"\xE6\x82\xA3\xE8\x80\x85\n\xE6\x82\xA3\n\xE6\x82\xA3\xE8\x80", "\xE6\x82\xA3\xE8\x80\x85\n\xE6\x82\xA3\n\xE6\x82\xA3\xEF\x9F\xA8\xEF\x9E\x80", "utf-8",
     1},
    /* UTF-8 with a character cut in two: a lone rare hanzi proves no GBK; the bytes are kept */
    {"\xE6\x82\xA3\xE8\x80\x85 '\xE6\x82' x", "\xE6\x82\xA3\xE8\x80\x85 '\xEF\x9F\xA6\xEF\x9E\x82' x", "utf-8", 1},
    /* UTF-8 and GBK on one line */
    {"\xE6\x82\xA3\xE8\x80\x85 \xBB\xBC\xD5\xDF", "\xE6\x82\xA3\xE8\x80\x85 \xE6\x82\xA3\xE8\x80\x85", "utf-8", 1},
    {"", "", "utf-8", 0},
};

Test(text, detection)
{
    UNIT_ARENA(arena);
    for (size_t i = 0; i < sizeof detections / sizeof *detections; i++) {
        const detection *d = &detections[i];
        xy_source source;
        xy_diags diags;
        decode(&source, &arena, &diags, d->bytes, strlen(d->bytes));
        UNIT_STR(source.text, d->text);
        cr_expect_str_eq(xy_encoding_name(source.encoding), d->encoding, "case %zu", i);
        cr_expect_eq(diags.list.count, d->diags, "case %zu: %u diagnostics", i, diags.list.count);
    }
    xy_arena_free(&arena);
}

Test(text, utf16_with_mark)
{
    UNIT_ARENA(arena);
    xy_source source;
    xy_diags diags;
    DECODE("\xFF\xFE"
           "a\0\xA3\x60\x40\xD8\x87\xDC");
    UNIT_STR(source.text, "a\xE6\x82\xA3\xF0\xA0\x82\x87");
    cr_expect_eq(source.encoding, XY_ENCODING_UTF16LE);
    DECODE("\xFE\xFF\0a\x60\xA3\xD8\x40");
    UNIT_STR(source.text, "a\xE6\x82\xA3\xEF\x9F\x98\xEF\x9D\x80");
    cr_expect(source.has_kept_bytes);
    cr_expect_eq(diags.list.count, 1u);
    UNIT_STR(diags.list.items[0].code, "XY1001");
    xy_arena_free(&arena);
}

Test(text, forced_encoding)
{
    UNIT_ARENA(arena);
    xy_source source;
    xy_diags diags;
    xy_diags_init(&diags, &arena);
    xy_source_decode(&source, &arena, XY_STR("t"), XY_STR("\xA4\xA4\xA4\xE5"), XY_ENCODING_BIG5, &diags);
    UNIT_STR(source.text, "\xE4\xB8\xAD\xE6\x96\x87");
    xy_source_decode(&source, &arena, XY_STR("t"), XY_STR("\xEF\xBB\xBFx"), XY_ENCODING_UTF8, &diags);
    UNIT_STR(source.text, "x");
    xy_source_decode(&source, &arena, XY_STR("t"), XY_STR("\x80 5"), XY_ENCODING_LATIN1, &diags);
    UNIT_STR(source.text, "\xE2\x82\xAC 5");
    cr_expect_eq(diags.list.count, 0u);
    xy_arena_free(&arena);
}

Test(text, binary)
{
    UNIT_ARENA(arena);
    xy_source source;
    xy_diags diags;
    DECODE("\x7F"
           "ELF\0\0\0");
    cr_expect_eq(diags.list.count, 1u);
    UNIT_STR(diags.list.items[0].code, "XY1004");
    UNIT_STR(diags.list.items[0].message_en, "this does not look like text: the line holds 3 NUL byte(s)");
    xy_arena_free(&arena);
}

Test(text, lines_and_positions)
{
    UNIT_ARENA(arena);
    xy_source source;
    xy_diags diags;
    DECODE("a\r\n\xE6\x82\xA3 b\r\nc\rd\ne");
    cr_expect_eq(source.line_count, 5u);
    cr_expect(!source.crlf); /* 2 of 4 is not most */
    UNIT_STR(xy_source_line(&source, 2), "\xE6\x82\xA3 b");
    UNIT_STR(xy_source_line(&source, 5), "e");
    UNIT_STR(xy_source_line(&source, 6), "");
    xy_position at = xy_source_position(&source, 7);
    cr_expect_eq(at.line, 2u);
    cr_expect_eq(at.column, 3u);
    at = xy_source_position(&source, 1000);
    cr_expect_eq(at.line, 5u);
    cr_expect_eq(at.column, 2u);
    DECODE("a\r\nb\r\n");
    cr_expect(source.crlf);
    DECODE("");
    cr_expect_eq(source.line_count, 1u);
    cr_expect(!source.crlf);
    xy_arena_free(&arena);
}

Test(text, encoding_names)
{
    xy_encoding encoding;
    cr_expect(xy_encoding_parse(XY_STR("GBK"), &encoding));
    cr_expect_eq(encoding, XY_ENCODING_GB18030);
    cr_expect(xy_encoding_parse(XY_STR("utf-16le"), &encoding));
    cr_expect_not(xy_encoding_parse(XY_STR("ebcdic"), &encoding));
}

static xy_str caret(xy_arena *arena, const xy_source *source, uint32_t offset, uint32_t length)
{
    xy_buffer out;
    xy_buffer_init(&out, arena);
    xy_source_caret(&out, source, offset, length);
    return xy_buffer_str(&out);
}

Test(text, caret)
{
    UNIT_ARENA(arena);
    xy_source source;
    xy_diags diags;
    DECODE("\xE6\x82\xA3\tfoo\nab");
    UNIT_STR(caret(&arena, &source, 4, 3), "    1 | \xE6\x82\xA3\tfoo\n      |   \t^~~\n");
    UNIT_STR(caret(&arena, &source, 0, 3), "    1 | \xE6\x82\xA3\tfoo\n      | ^~\n");
    UNIT_STR(caret(&arena, &source, 4, 100), "    1 | \xE6\x82\xA3\tfoo\n      |   \t^~~\n");
    UNIT_STR(caret(&arena, &source, 10, 0), "    2 | ab\n      |   ^\n");
    UNIT_STR(caret(&arena, &source, 99, 5), "    2 | ab\n      |   ^\n");
    xy_arena_free(&arena);
}

Test(text, caret_in_a_long_line)
{
    UNIT_ARENA(arena);
    char bytes[1001];
    memset(bytes, 'x', 1000);
    bytes[500] = 'y';
    bytes[1000] = '\0';
    xy_source source;
    xy_diags diags;
    decode(&source, &arena, &diags, bytes, 1000);
    xy_str text = caret(&arena, &source, 500, 1);
    cr_expect_eq(text.length, 8 + 3 + 60 + 100 + 3 + 1 + 8 + 3 + 60 + 1 + 1u);
    xy_arena_free(&arena);
}

Test(text, width)
{
    cr_expect_eq(xy_display_width(XY_STR("ab")), 2u);
    cr_expect_eq(xy_display_width(XY_STR("\xE6\x82\xA3\xEF\xBC\x88")), 4u); /* 患（ */
    cr_expect_eq(xy_display_width(XY_STR("e\xCC\x81")), 1u);                /* e and a combining acute accent */
}
