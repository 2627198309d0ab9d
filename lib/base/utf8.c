/* UTF-8: see utf8.h. */
#include "base/utf8.h"

#include <string.h>

static bool is_continuation(char c)
{
    return ((unsigned char)c & 0xC0) == 0x80;
}

int32_t xy_utf8_decode(const char *p, const char *end, uint32_t *length)
{
    static const int32_t smallest[] = {0, 0, 0x80, 0x800, 0x10000};
    unsigned char first = (unsigned char)*p;
    *length = 1;
    if (first < 0x80)
        return first;
    uint32_t need = first >= 0xF5 ? 0 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 0;
    if (need == 0 || (size_t)(end - p) < need)
        return XY_UTF8_INVALID;
    int32_t code = first & (0x7F >> need);
    for (uint32_t i = 1; i < need; i++) {
        if (!is_continuation(p[i]))
            return XY_UTF8_INVALID;
        code = code << 6 | ((unsigned char)p[i] & 0x3F);
    }
    if (code < smallest[need] || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF))
        return XY_UTF8_INVALID;
    *length = need;
    return code;
}

uint32_t xy_utf8_encode(uint32_t code, char out[4])
{
    static const unsigned char marks[] = {0, 0, 0xC0, 0xE0, 0xF0};
    uint32_t length = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    for (uint32_t i = length; i-- > 1;) {
        out[i] = (char)(0x80 | (code & 0x3F));
        code >>= 6;
    }
    out[0] = (char)(marks[length] | code);
    return length;
}

/* Eight bytes at a time where there are eight. */
static const uint64_t high_bits = 0x8080808080808080u;

size_t xy_utf8_ascii_prefix(const char *data, size_t length)
{
    size_t i = 0;
    for (uint64_t eight; length - i >= 8; i += 8) {
        memcpy(&eight, data + i, 8);
        if (eight & high_bits)
            break;
    }
    while (i < length && (unsigned char)data[i] < 0x80)
        i++;
    return i;
}

size_t xy_utf8_high_bytes(const char *data, size_t length)
{
    size_t i = 0, count = 0;
    for (uint64_t eight; length - i >= 8; i += 8) {
        memcpy(&eight, data + i, 8);
        /* the eight bits, moved to the bottom of their bytes, add up in the top byte of the product */
        count += (size_t)((eight & high_bits) >> 7) * 0x0101010101010101u >> 56;
    }
    for (; i < length; i++)
        count += (unsigned char)data[i] >= 0x80;
    return count;
}

size_t xy_utf8_valid_prefix(const char *data, size_t length)
{
    size_t i = 0;
    while (i < length) {
        uint32_t step;
        if ((unsigned char)data[i] < 0x80) {
            i += xy_utf8_ascii_prefix(data + i, length - i);
            continue;
        }
        if (xy_utf8_decode(data + i, data + length, &step) == XY_UTF8_INVALID)
            return i;
        i += step;
    }
    return length;
}

/* ------------------------------------------------------------------ width */

typedef struct code_range {
    int32_t first, last;
} code_range;

/* Unicode Standard Annex 11: East Asian wide and full-width characters. */
static const code_range wide[] = {
    {0x1100, 0x115F},   {0x231A, 0x231B},   {0x2329, 0x232A},   {0x23E9, 0x23EC},   {0x25FD, 0x25FE},   {0x2614, 0x2615},
    {0x26AA, 0x26AB},   {0x26BD, 0x26BE},   {0x2705, 0x2705},   {0x274C, 0x274C},   {0x2753, 0x2755},   {0x2757, 0x2757},
    {0x2B1B, 0x2B1C},   {0x2E80, 0x303E},   {0x3041, 0x33FF},   {0x3400, 0x4DBF},   {0x4E00, 0xA4CF},   {0xA960, 0xA97F},
    {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},   {0xFE30, 0xFE6F},   {0xFF01, 0xFF60},   {0xFFE0, 0xFFE6},   {0x16FE0, 0x18CFF},
    {0x1B000, 0x1B2FF}, {0x1F300, 0x1F64F}, {0x1F680, 0x1F6FF}, {0x1F900, 0x1F9FF}, {0x1FA70, 0x1FAFF}, {0x20000, 0x3FFFD},
};

/* Combining marks and characters without a width of their own. */
static const code_range zero[] = {
    {0x0300, 0x036F}, {0x0483, 0x0489}, {0x200B, 0x200F}, {0x202A, 0x202E}, {0x2060, 0x2064},
    {0x20D0, 0x20F0}, {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}, {0xFEFF, 0xFEFF}, {0xE0100, 0xE01EF},
};

static bool in_ranges(const code_range *ranges, size_t count, int32_t code)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (code > ranges[middle].last)
            low = middle + 1;
        else
            high = middle;
    }
    return low < count && code >= ranges[low].first;
}

uint32_t xy_utf8_width(int32_t code)
{
    if (code < zero[0].first)
        return 1;
    if (in_ranges(zero, sizeof zero / sizeof *zero, code))
        return 0;
    return in_ranges(wide, sizeof wide / sizeof *wide, code) ? 2 : 1;
}

uint32_t xy_utf8_columns(xy_str text)
{
    uint32_t columns = 0;
    for (uint32_t i = 0, step; i < text.length; i += step)
        columns += xy_utf8_width(xy_utf8_decode(text.data + i, text.data + text.length, &step));
    return columns;
}

/* ------------------------------------------------------------------ case */

/* Lower-case letters first to last become upper by adding `change`; with pairs, every second one is lower (the odd
 * ones counted from `first`, which is upper). */
typedef struct case_range {
    uint32_t first, last;
    int32_t change;
    bool pairs;
} case_range;

static const case_range cases[] = {
    {'a', 'z', -32, false},       {0xE0, 0xF6, -32, false},   {0xF8, 0xFE, -32, false},   {0xFF, 0xFF, 0x79, false},  {0x100, 0x12F, 0, true},
    {0x132, 0x137, 0, true},      {0x139, 0x148, 0, true},    {0x14A, 0x177, 0, true},    {0x179, 0x17E, 0, true},    {0x3AC, 0x3AC, -38, false},
    {0x3AD, 0x3AF, -37, false},   {0x3B1, 0x3C1, -32, false}, {0x3C3, 0x3CB, -32, false}, {0x3CC, 0x3CC, -64, false}, {0x3CD, 0x3CE, -63, false},
    {0x430, 0x44F, -32, false},   {0x450, 0x45F, -80, false}, {0x460, 0x481, 0, true},    {0x48A, 0x4BF, 0, true},    {0x4D0, 0x52F, 0, true},
    {0xFF41, 0xFF5A, -32, false},
};

static uint32_t shift(uint32_t code, int32_t change)
{
    return (uint32_t)((int32_t)code + change);
}

uint32_t xy_utf8_upper(uint32_t code)
{
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const case_range *range = &cases[i];
        if (code < range->first || code > range->last)
            continue;
        if (range->pairs)
            return (code - range->first) % 2 == 1 ? code - 1 : code;
        return shift(code, range->change);
    }
    return code;
}

uint32_t xy_utf8_lower(uint32_t code)
{
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const case_range *range = &cases[i];
        if (code < shift(range->first, range->change) || code > shift(range->last, range->change))
            continue;
        if (range->pairs)
            return (code - range->first) % 2 == 0 ? code + 1 : code;
        return shift(code, -range->change);
    }
    return code;
}
