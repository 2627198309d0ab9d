/* String views and growing text: see str.h. */
#include "base/str.h"
#include "base/status.h"
#include "base/utf8.h"

#include <stdio.h>
#include <string.h>

static char fold(char c)
{
    return c >= 'a' && c <= 'z' ? (char)(c - 32) : c;
}

bool xy_str_equal_nocase(xy_str a, xy_str b)
{
    if (a.length != b.length)
        return false;
    for (uint32_t i = 0; i < a.length; i++) {
        if (fold(a.data[i]) != fold(b.data[i]))
            return false;
    }
    return true;
}

int xy_str_compare(xy_str a, xy_str b)
{
    uint32_t shorter = a.length < b.length ? a.length : b.length;
    int order = shorter ? memcmp(a.data, b.data, shorter) : 0;
    return order ? order : (a.length > b.length) - (a.length < b.length);
}

xy_str xy_str_copy(xy_arena *arena, xy_str s)
{
    return (xy_str){xy_arena_copy(arena, s.data, s.length), s.length};
}

static uint32_t checked_length(xy_arena *arena, size_t length)
{
    if (length >= UINT32_MAX)
        xy_guard_fail(arena->guard, XY_ERR_LIMIT);
    return (uint32_t)length;
}

/* Most formatted texts are short: they are made here and copied, longer ones are formatted a second time where there is room. */
enum { SHORT_TEXT = 256 };

xy_str xy_str_format(xy_arena *arena, const char *format, ...)
{
    char text[SHORT_TEXT];
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    if (length < 0)
        xy_guard_fail(arena->guard, XY_ERR_INTERNAL);
    if (length < SHORT_TEXT)
        return (xy_str){xy_arena_copy(arena, text, (size_t)length), (uint32_t)length};
    char *whole = xy_arena_alloc_raw(arena, (size_t)length + 1);
    va_start(arguments, format);
    vsnprintf(whole, (size_t)length + 1, format, arguments);
    va_end(arguments);
    return (xy_str){whole, (uint32_t)length};
}

/* Changes the case of the ASCII letters from `first` to `last` in eight bytes at once. For each byte without its top bit: adding
 * 128 - first sets the top bit from `first` on, adding 127 - last sets it behind `last`; where only the first does, bit 5 is turned. */
static uint64_t map_word(uint64_t word, unsigned char first, unsigned char last)
{
    const uint64_t ones = UINT64_C(0x0101010101010101), tops = ones * 0x80;
    uint64_t low = word & ~tops;
    uint64_t letters = ((low + ones * (0x80u - first)) ^ (low + ones * (0x7Fu - last))) & ~word & tops;
    return word ^ letters >> 2;
}

/* Up to eight bytes in one word; the two halves of four to seven overlap. */
static uint64_t map_short(char *copy, const char *text, uint32_t length, char first, char last)
{
    enum { HALF = sizeof(uint32_t) };
    uint32_t low = 0, high = 0;
    if (length < HALF) {
        uint64_t word = 0;
        for (uint32_t i = 0; i < length; i++)
            word |= (uint64_t)(unsigned char)text[i] << 8 * i;
        uint64_t mapped = map_word(word, (unsigned char)first, (unsigned char)last);
        for (uint32_t i = 0; i < length; i++)
            copy[i] = (char)(mapped >> 8 * i);
        return word;
    }
    memcpy(&low, text, HALF);
    memcpy(&high, text + length - HALF, HALF);
    uint64_t word = low | (uint64_t)high << 32, mapped = map_word(word, (unsigned char)first, (unsigned char)last);
    low = (uint32_t)mapped;
    high = (uint32_t)(mapped >> 32);
    memcpy(copy, &low, HALF);
    memcpy(copy + length - HALF, &high, HALF);
    return word;
}

/* Copies with the case of ASCII letters changed; true when all bytes are ASCII. The last eight bytes may overlap those before. */
static bool map_ascii(char *copy, const char *text, uint32_t length, char first, char last)
{
    uint64_t word, seen = 0;
    if (length < sizeof word)
        return (map_short(copy, text, length, first, last) & UINT64_C(0x8080808080808080)) == 0;
    for (uint32_t i = 0;; i = i + 2 * sizeof word <= length ? i + (uint32_t)sizeof word : length - (uint32_t)sizeof word) {
        memcpy(&word, text + i, sizeof word);
        seen |= word;
        word = map_word(word, (unsigned char)first, (unsigned char)last);
        memcpy(copy + i, &word, sizeof word);
        if (i + sizeof word == length)
            return (seen & UINT64_C(0x8080808080808080)) == 0;
    }
}

/* The mappings of utf8.h keep the length of a character, so the copy is changed in place. ASCII needs no decoding. */
static inline xy_str map_letters(xy_arena *arena, xy_str s, char first, char last, uint32_t (*map)(uint32_t))
{
    char *copy = xy_arena_alloc_raw(arena, (size_t)s.length + 1);
    copy[s.length] = '\0';
    if (map_ascii(copy, s.data, s.length, first, last))
        return (xy_str){copy, s.length};
    for (uint32_t i = 0, step; i < s.length; i += step) {
        step = 1;
        if ((unsigned char)copy[i] < 0x80)
            continue;
        int32_t code = xy_utf8_decode(copy + i, copy + s.length, &step);
        if (code != XY_UTF8_INVALID)
            xy_utf8_encode(map((uint32_t)code), copy + i);
    }
    return (xy_str){copy, s.length};
}

xy_str xy_str_upper(xy_arena *arena, xy_str s)
{
    return map_letters(arena, s, 'a', 'z', xy_utf8_upper);
}

xy_str xy_str_lower(xy_arena *arena, xy_str s)
{
    return map_letters(arena, s, 'A', 'Z', xy_utf8_lower);
}

uint32_t xy_str_hash(xy_str s)
{
    uint32_t hash = 2166136261u; /* FNV-1a */
    for (uint32_t i = 0; i < s.length; i++)
        hash = (hash ^ (unsigned char)s.data[i]) * 16777619u;
    return hash;
}

/* ------------------------------------------------------------------ growing text */

void xy_buffer_init(xy_buffer *buffer, xy_arena *arena)
{
    *buffer = (xy_buffer){.arena = arena};
}

void xy_buffer_enlarge(xy_buffer *buffer, size_t more)
{
    enum { FIRST_CAPACITY = 64 };
    if (more > SIZE_MAX / 4)
        xy_guard_fail(buffer->arena->guard, XY_ERR_MEMORY);
    size_t need = buffer->length + more + 1;
    size_t capacity = buffer->capacity ? buffer->capacity * 2 : FIRST_CAPACITY;
    if (capacity < need)
        capacity = need;
    buffer->data = xy_arena_grow(buffer->arena, buffer->data, buffer->capacity, capacity);
    buffer->capacity = capacity;
}

void xy_buffer_add(xy_buffer *buffer, const char *data, size_t length)
{
    xy_buffer_reserve(buffer, length);
    if (length > 0)
        memcpy(buffer->data + buffer->length, data, length);
    buffer->length += length;
    buffer->data[buffer->length] = '\0';
}

void xy_buffer_add_str(xy_buffer *buffer, xy_str s)
{
    xy_buffer_add(buffer, s.data, s.length);
}

void xy_buffer_add_text(xy_buffer *buffer, const char *text)
{
    xy_buffer_add(buffer, text, strlen(text));
}

void xy_buffer_format(xy_buffer *buffer, const char *format, ...)
{
    char text[SHORT_TEXT];
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    if (length < 0)
        xy_guard_fail(buffer->arena->guard, XY_ERR_INTERNAL);
    if (length < SHORT_TEXT) {
        xy_buffer_add(buffer, text, (size_t)length);
        return;
    }
    xy_buffer_reserve(buffer, (size_t)length);
    va_start(arguments, format);
    vsnprintf(buffer->data + buffer->length, (size_t)length + 1, format, arguments);
    va_end(arguments);
    buffer->length += (size_t)length;
}

xy_str xy_buffer_str(const xy_buffer *buffer)
{
    return (xy_str){buffer->data ? buffer->data : "", checked_length(buffer->arena, buffer->length)};
}

xy_str xy_str_trim(xy_str s)
{
    while (s.length && xy_char_is_blank(s.data[0]))
        s.data++, s.length--;
    while (s.length && xy_char_is_blank(s.data[s.length - 1]))
        s.length--;
    return s;
}

xy_str xy_str_quote(xy_arena *arena, xy_str s, char quote)
{
    xy_buffer out;
    xy_buffer_init(&out, arena);
    xy_buffer_add_char(&out, quote);
    for (uint32_t i = 0; i < s.length; i++) {
        if (s.data[i] == quote)
            xy_buffer_add_char(&out, quote);
        xy_buffer_add_char(&out, s.data[i]);
    }
    xy_buffer_add_char(&out, quote);
    xy_str view = xy_buffer_str(&out);
    xy_buffer_add_char(&out, 0);
    view.data = out.data;
    return view;
}
