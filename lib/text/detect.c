/* Detection of encodings: see detect.h.
 *
 * Strict UTF-8 is nearly a proof, with one exception: two-byte UTF-8 sequences have the form of common GBK characters
 * (lead C2-DF, trail 80-BF), so a GBK file with three such characters is valid UTF-8 too. GB18030 accepts most byte
 * pairs and proves little; there the share of common characters decides against Latin-1. */
#include "text/detect.h"
#include "base/utf8.h"

#include <ctype.h>
#include <string.h>

static unsigned char byte_at(xy_str bytes, uint32_t i)
{
    return i < bytes.length ? (unsigned char)bytes.data[i] : 0;
}

xy_encoding xy_detect_bom(xy_str bytes, uint32_t *length)
{
    static const struct {
        const char *mark;
        uint32_t length;
        xy_encoding encoding;
    } marks[] = {{"\xEF\xBB\xBF", 3, XY_ENCODING_UTF8_BOM}, {"\xFF\xFE", 2, XY_ENCODING_UTF16LE}, {"\xFE\xFF", 2, XY_ENCODING_UTF16BE}};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        *length = marks[i].length;
        if (bytes.length >= *length && memcmp(bytes.data, marks[i].mark, *length) == 0)
            return marks[i].encoding;
    }
    *length = 0;
    return XY_ENCODING_AUTO;
}

/* ------------------------------------------------------------------ UTF-8 */

/* The file ends inside of a character: its lead byte, and fewer others than it asks for. */
static bool is_cut_off(const char *p, const char *end)
{
    unsigned char lead = (unsigned char)*p;
    ptrdiff_t length = lead >= 0xF0 && lead <= 0xF4 ? 4 : lead >= 0xE0 && lead <= 0xEF ? 3 : 0;
    if (end - p >= length)
        return false;
    for (p++; p < end; p++) {
        if (((unsigned char)*p & 0xC0) != 0x80)
            return false;
    }
    return true;
}

xy_utf8_count xy_detect_utf8(xy_str bytes)
{
    xy_utf8_count counts = {0};
    const char *end = bytes.data + bytes.length;
    for (const char *p = bytes.data; p < end;) {
        uint32_t step;
        if ((unsigned char)*p < 0x80) {
            p += xy_utf8_ascii_prefix(p, (size_t)(end - p));
            continue;
        }
        if (xy_utf8_decode(p, end, &step) == XY_UTF8_INVALID) {
            if (counts.bad == 0 && counts.more > 0 && is_cut_off(p, end))
                break;
            counts.bad++;
        }
        counts.two += step == 2;
        counts.more += step > 2;
        p += step;
    }
    return counts;
}

enum { SCRIPT_NONE, SCRIPT_LATIN, SCRIPT_GREEK, SCRIPT_CYRILLIC, SCRIPT_OTHER };

static int script_of(int32_t code)
{
    if (code < 0xC0)
        return SCRIPT_NONE; /* ASCII, and signs that go with any script */
    if (code < 0x180)
        return SCRIPT_LATIN;
    if (code >= 0x386 && code <= 0x3CE)
        return SCRIPT_GREEK;
    if (code >= 0x401 && code <= 0x45F)
        return SCRIPT_CYRILLIC;
    return SCRIPT_OTHER;
}

bool xy_detect_one_script(xy_str bytes)
{
    int found = SCRIPT_NONE;
    const char *end = bytes.data + bytes.length;
    for (const char *p = bytes.data; p < end;) {
        uint32_t step;
        int script = script_of(xy_utf8_decode(p, end, &step));
        p += step;
        if (script == SCRIPT_OTHER || (script && found && script != found))
            return false;
        found = script ? script : found;
    }
    return true;
}

/* ------------------------------------------------------------------ GB18030 */

/* Length of the GB18030 character at i, 0 when there is none. */
static uint32_t gb_length(xy_str bytes, uint32_t i)
{
    unsigned char second = byte_at(bytes, i + 1), lead = byte_at(bytes, i);
    if (lead < 0x80)
        return 1;
    if (lead < 0x81 || lead > 0xFE)
        return 0;
    if (second >= 0x40 && second <= 0xFE && second != 0x7F)
        return 2;
    unsigned char third = byte_at(bytes, i + 2), fourth = byte_at(bytes, i + 3);
    bool four = second >= 0x30 && second <= 0x39 && third >= 0x81 && third <= 0xFE && fourth >= 0x30 && fourth <= 0x39;
    return four ? 4 : 0;
}

static bool in_range(unsigned char byte, unsigned char first, unsigned char last)
{
    return byte >= first && byte <= last;
}

xy_gb_count xy_detect_gb(xy_str bytes, uint32_t start, uint32_t end)
{
    xy_gb_count counts = {.end = start};
    while (counts.end < end) {
        uint32_t i = counts.end + (uint32_t)xy_utf8_ascii_prefix(bytes.data + counts.end, end - counts.end);
        if (i == end) {
            counts.end = end;
            break;
        }
        uint32_t length = gb_length(bytes, i);
        counts.end = i;
        counts.end += length ? length : 1;
        counts.bad += length == 0;
        if (length < 2)
            continue;
        unsigned char lead = byte_at(bytes, i);
        bool plane = length == 2 && byte_at(bytes, i + 1) >= 0xA1;
        counts.characters++;
        counts.common += plane && (in_range(lead, 0xB0, 0xD7) || in_range(lead, 0xA1, 0xA3));
        counts.gb2312 += plane && (in_range(lead, 0xB0, 0xF7) || in_range(lead, 0xA1, 0xA9));
    }
    return counts;
}

/* ------------------------------------------------------------------ Latin-1 */

static bool is_letter(unsigned char c)
{
    return c < 0x80 && isalpha(c);
}

/* A run of bytes beyond ASCII as Western words have it: one letter at another one (caf\xE9, n\xBA), two inside of a word
 * (Gr\xF6\xDFe, DESCRI\xC7\xC3O, l\x92\xE9t\xE9). A lone hanzi has letters on both sides in no word. */
static bool is_latin_run(xy_str bytes, uint32_t first, uint32_t last)
{
    unsigned char before = first > 0 ? byte_at(bytes, first - 1) : 0, after = byte_at(bytes, last);
    if (last - first == 1 && (after < 0x40 || after == 0x7F)) /* half of no GBK character: \xE0 la carte, \x80 5 */
        return true;
    if (last - first == 1)
        return byte_at(bytes, first) >= 0xA0 ? is_letter(before) || is_letter(after) : is_letter(before) && is_letter(after);
    return last - first == 2 && (byte_at(bytes, first) >= 0xC0 || byte_at(bytes, first) == 0x92) && byte_at(bytes, first + 1) >= 0xC0 && is_letter(before)
           && is_letter(after);
}

static bool is_word_byte(unsigned char c)
{
    return c >= 0x80 || is_letter(c);
}

/* A word of nothing but pairs, a byte beyond ASCII and one of 40 to 7E: how traditional characters look in GBK, \xF3w\x99z. Western words of four letters
 * hardly do, and of six never; those of two (\xE9l) often. Its end, or 0. */
static uint32_t pairs_end(xy_str bytes, uint32_t first)
{
    uint32_t at = first;
    if (first > 0 && is_word_byte(byte_at(bytes, first - 1)))
        return 0;
    while (byte_at(bytes, at) > 0x80 && byte_at(bytes, at) < 0xFF && in_range(byte_at(bytes, at + 1), 0x40, 0x7E))
        at += 2;
    return is_word_byte(byte_at(bytes, at)) ? 0 : at;
}

/* Bytes 80 to 9F are signs in Windows-1252, but for these letters and the apostrophe; none stands between the letters of a word. */
static bool is_letter_of_1252(unsigned char c)
{
    return c >= 0xA0 || strchr("\x8A\x8C\x8E\x92\x9A\x9C\x9E\x9F", c);
}

static bool is_sign_of_1252(unsigned char c)
{
    return !is_letter_of_1252(c) || (c > 0xA0 && c < 0xC0) || c == 0xD7 || c == 0xF7;
}

/* Where such a word ends that is no Western one: three pairs, or two with a sign or a capital letter behind a small one; else 0. */
static uint32_t traditional_end(xy_str bytes, uint32_t first)
{
    uint32_t end = pairs_end(bytes, first);
    if (end < first + 4)
        return 0;
    bool strange = end >= first + 6;
    for (uint32_t i = first; i < end && !strange; i += 2) {
        bool capital = i > first && in_range(byte_at(bytes, i), 0xC0, 0xDE) && islower(byte_at(bytes, i - 1));
        strange = capital || is_sign_of_1252(byte_at(bytes, i)) || !is_letter(byte_at(bytes, i + 1));
    }
    return strange ? end : 0;
}

bool xy_detect_latin(xy_str bytes)
{
    uint32_t high = 0, latin = 0;
    for (uint32_t i = 0, end; i < bytes.length; i = end) {
        end = i + (uint32_t)xy_utf8_ascii_prefix(bytes.data + i, bytes.length - i);
        if (end > i)
            continue;
        uint32_t pairs = traditional_end(bytes, i);
        if (pairs) {
            high += (pairs - i) / 2;
            end = pairs;
            continue;
        }
        while (end < bytes.length && byte_at(bytes, end) >= 0x80)
            end++;
        high += end - i;
        latin += is_latin_run(bytes, i, end) ? end - i : 0;
    }
    return (uint64_t)latin * 10 >= (uint64_t)high * 8;
}

xy_fit xy_detect_fit(xy_str bytes)
{
    xy_utf8_count utf8 = xy_detect_utf8(bytes);
    if (utf8.bad == 0 && utf8.more > 0)
        return XY_FIT_UTF8;
    if (utf8.bad == 0 && utf8.two == 0)
        return XY_FIT_ASCII;
    xy_gb_count gb = xy_detect_gb(bytes, 0, bytes.length);
    if (utf8.bad == 0)
        return gb.bad == 0 && gb.common == gb.characters ? XY_FIT_EITHER : XY_FIT_UTF8;
    if (xy_detect_latin(bytes))
        return XY_FIT_LATIN;
    return gb.bad == 0 ? XY_FIT_GB : XY_FIT_NEITHER;
}

/* ------------------------------------------------------------------ UTF-16 */

/* Half of the bytes of ASCII text are zero, all at even or all at odd places; other text has no zero byte at all. */
xy_encoding xy_detect_wide(xy_str bytes)
{
    enum { LEAST = 4 };
    uint32_t zeros[2] = {0};
    if (bytes.length % 2 != 0 || !memchr(bytes.data, 0, bytes.length))
        return XY_ENCODING_AUTO;
    for (uint32_t i = 0; i < bytes.length; i++)
        zeros[i % 2] += bytes.data[i] == 0;
    uint32_t least = bytes.length / 8 > LEAST ? bytes.length / 8 : LEAST;
    if (zeros[0] == 0 && zeros[1] >= least)
        return XY_ENCODING_UTF16LE;
    return zeros[1] == 0 && zeros[0] >= least ? XY_ENCODING_UTF16BE : XY_ENCODING_AUTO;
}
