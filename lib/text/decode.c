/* Bytes of a file -> UTF-8 text: see xy_source_decode in source.h. */
#define _GNU_SOURCE
#include "base/status.h"
#include "base/utf8.h"
#include "text/detect.h"

#include <errno.h>
#include <iconv.h>
#include <stdio.h>
#include <string.h>

/* Text being written. Its memory is taken before iconv is opened: running out of memory jumps, and would leave iconv open. */
typedef struct output {
    char *data;
    size_t length, capacity;
    uint32_t invalid; /* bytes that are no text */
    bool keep;        /* they can be told again from the text */
} output;

static void put(output *out, const char *data, size_t length)
{
    memcpy(out->data + out->length, data, length);
    out->length += length;
}

static void put_code(output *out, uint32_t code)
{
    out->length += xy_utf8_encode(code, out->data + out->length);
}

static void put_invalid(output *out, char byte)
{
    out->invalid++;
    put_code(out, out->keep ? XY_KEPT_BYTE + (unsigned char)byte : XY_UTF8_REPLACEMENT);
}

/* No encoding here needs more than 3 bytes for one byte beyond ASCII, or for one byte of UTF-16 that is no text. */
static void reserve(output *out, xy_arena *arena, xy_str bytes, bool wide)
{
    size_t capacity = wide ? (size_t)bytes.length * 3 + 8 : bytes.length + 2 * xy_utf8_high_bytes(bytes.data, bytes.length) + 4;
    if (capacity >= UINT32_MAX)
        xy_guard_fail(arena->guard, XY_ERR_LIMIT);
    *out = (output){.data = xy_arena_grow(arena, NULL, 0, capacity), .capacity = capacity};
}

/* ------------------------------------------------------------------ one function per encoding */

static void decode_utf8(output *out, xy_str bytes)
{
    const char *p = bytes.data, *end = bytes.data + bytes.length;
    while (p < end) {
        size_t good = xy_utf8_valid_prefix(p, (size_t)(end - p));
        put(out, p, good);
        p += good;
        if (p < end) {
            put_invalid(out, *p);
            p++;
        }
    }
}

/* Windows-1252, which is what files called Latin-1 are in practice; its five holes keep their C1 control characters. */
const uint16_t xy_latin1_c1[32] = {0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
                                   0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
                                   0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

static void decode_latin1(output *out, xy_str bytes)
{
    for (uint32_t i = 0; i < bytes.length; i++) {
        unsigned char c = (unsigned char)bytes.data[i];
        put_code(out, c >= 0x80 && c < 0xA0 ? xy_latin1_c1[c - 0x80] : c);
    }
}

static uint32_t unit_at(xy_str bytes, uint32_t i, bool big)
{
    uint32_t first = (unsigned char)bytes.data[i], second = (unsigned char)bytes.data[i + 1];
    return big ? first << 8 | second : second << 8 | first;
}

static void decode_utf16(output *out, xy_str bytes, bool big)
{
    for (uint32_t i = 0; i < bytes.length; i += 2) {
        if (i + 1 == bytes.length) {
            put_invalid(out, bytes.data[i]);
            return;
        }
        uint32_t unit = unit_at(bytes, i, big);
        uint32_t low = i + 3 < bytes.length ? unit_at(bytes, i + 2, big) : 0;
        if (unit < 0xD800 || unit > 0xDFFF) {
            put_code(out, unit);
        } else if (unit < 0xDC00 && low >= 0xDC00 && low <= 0xDFFF) {
            put_code(out, 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00));
            i += 2;
        } else {
            put_invalid(out, bytes.data[i]);
            put_invalid(out, bytes.data[i + 1]);
        }
    }
}

/* Without iconv only ASCII can be told. */
static void decode_ascii(output *out, xy_str bytes)
{
    for (uint32_t i = 0; i < bytes.length; i++) {
        if ((unsigned char)bytes.data[i] < 0x80)
            put(out, bytes.data + i, 1);
        else
            put_invalid(out, bytes.data[i]);
    }
}

/* False when the C library does not know the encoding. */
static bool decode_iconv(output *out, xy_str bytes, const char *name)
{
    iconv_t converter = iconv_open("UTF-8", name);
    if (converter == (iconv_t)-1) {
        decode_ascii(out, bytes);
        return false;
    }
    char *in = (char *)(uintptr_t)bytes.data; /* iconv takes char ** and does not write there */
    size_t left = bytes.length;
    while (left > 0) {
        char *next = out->data + out->length;
        size_t room = out->capacity - out->length;
        size_t result = iconv(converter, &in, &left, &next, &room);
        out->length = out->capacity - room;
        if (result == (size_t)-1 && left > 0) {
            put_invalid(out, *in);
            in++;
            left--;
        }
    }
    char *next = out->data + out->length;
    size_t room = out->capacity - out->length;
    iconv(converter, NULL, NULL, &next, &room); /* a character that waited for a combining one */
    out->length = out->capacity - room;
    iconv_close(converter);
    return true;
}

static bool decode_as(output *out, xy_str bytes, xy_encoding encoding)
{
    switch (encoding) {
    case XY_ENCODING_LATIN1: decode_latin1(out, bytes); return true;
    case XY_ENCODING_UTF16LE: decode_utf16(out, bytes, false); return true;
    case XY_ENCODING_UTF16BE: decode_utf16(out, bytes, true); return true;
    case XY_ENCODING_GB18030: return decode_iconv(out, bytes, "GB18030");
    case XY_ENCODING_BIG5: return decode_iconv(out, bytes, "BIG5-HKSCS");
    case XY_ENCODING_AUTO:
    case XY_ENCODING_UTF8:
    case XY_ENCODING_UTF8_BOM: break;
    }
    decode_utf8(out, bytes);
    return true;
}

/* ------------------------------------------------------------------ files of several encodings */

/* False when the C library does not know one of the encodings. */
static bool decode_segments(output *out, xy_str bytes, xy_encoding usual, xy_segments *segments)
{
    uint32_t at = 0;
    bool known = true;
    for (uint32_t i = 0; i < segments->count; i++) {
        xy_segment *s = &segments->items[i];
        known = decode_as(out, (xy_str){bytes.data + at, s->start - at}, usual) && known;
        s->offset = (uint32_t)out->length;
        known = decode_as(out, (xy_str){bytes.data + s->start, s->end - s->start}, s->encoding) && known;
        at = s->end;
    }
    return decode_as(out, (xy_str){bytes.data + at, bytes.length - at}, usual) && known;
}

static bool is_kept(const char *p, const char *end)
{
    uint32_t length;
    int32_t code = xy_utf8_decode(p, end, &length);
    return code >= XY_KEPT_BYTE && code <= XY_KEPT_BYTE + 0xFF;
}

/* The first character at or behind `p` that stands for a byte, or null. */
const char *xy_text_find_kept(const char *p, const char *end)
{
    for (; p < end && (p = memchr(p, '\xEF', (size_t)(end - p))) != NULL; p++) {
        if (is_kept(p, end))
            return p;
    }
    return NULL;
}

/* ------------------------------------------------------------------ reports */

static const char *number(xy_arena *arena, uint32_t value)
{
    return xy_str_format(arena, "%u", value).data;
}

static const char *end_of_line(const char *p, const char *end)
{
    const char *found = memchr(p, '\n', (size_t)(end - p));
    return found ? found : end;
}

/* One message for each line that holds zero bytes. */
static void report_nuls(const xy_source *source, xy_diags *diags)
{
    const char *data = source->text.data, *end = data + source->text.length;
    for (const char *p = data; p < end && (p = memchr(p, '\0', (size_t)(end - p))) != NULL;) {
        const char *first = p, *stop = end_of_line(p, end);
        uint32_t count = 0;
        for (; p < stop; p++)
            count += *p == '\0';
        xy_diags_add(diags, XY_MSG_BINARY_FILE, (uint32_t)(first - data), 1, "count", number(diags->arena, count), NULL);
    }
}

/* Adds the byte that the character at `p` stands for. */
static void add_byte(xy_buffer *shown, const char *p, const char *end, uint32_t index)
{
    enum { SHOWN = 8 };
    uint32_t length;
    if (index < SHOWN)
        xy_buffer_format(shown, "%s%02X", index ? " " : "", (unsigned)(xy_utf8_decode(p, end, &length) - XY_KEPT_BYTE));
    else if (index == SHOWN)
        xy_buffer_add_text(shown, " ...");
}

/* One message for each line that holds bytes of no character. */
static void report_invalid(const xy_source *source, xy_diags *diags)
{
    const char *data = source->text.data, *end = data + source->text.length;
    for (const char *p = data; (p = xy_text_find_kept(p, end)) != NULL;) {
        const char *first = p, *stop = end_of_line(p, end);
        uint32_t count = 0, run = 0;
        xy_buffer shown;
        xy_buffer_init(&shown, diags->arena);
        for (; p && p < stop; p = xy_text_find_kept(p + 1, end)) {
            run += (uint32_t)(p - first) == 3 * run;
            add_byte(&shown, p, end, count++);
        }
        xy_buffer_add_char(&shown, '\0');
        xy_diags_add(diags, XY_MSG_INVALID_BYTES, (uint32_t)(first - data), 3 * run, "count", number(diags->arena, count), "encoding",
                     xy_encoding_name(source->encoding), "bytes", xy_buffer_str(&shown).data, NULL);
        if (!p)
            return;
    }
}

/* Where bytes and characters cannot be told apart there is one message for all. */
static void report_lost(const xy_source *source, const output *out, xy_diags *diags)
{
    const char *data = source->text.data;
    const char *first = memmem(data, source->text.length, "\xEF\xBF\xBD", 3);
    xy_diags_add(diags, XY_MSG_LOST_BYTES, first ? (uint32_t)(first - data) : 0, 3, "count", number(diags->arena, out->invalid), "encoding",
                 xy_encoding_name(source->encoding), NULL);
}

static void report_segments(const xy_source *source, const xy_segments *segments, xy_diags *diags)
{
    for (uint32_t i = 0; i < segments->count; i++) {
        const xy_segment *s = &segments->items[i];
        const char *name = xy_encoding_name(source->encoding), *other = xy_encoding_name(s->encoding);
        if (s->doubt)
            xy_diags_add(diags, XY_MSG_UNCERTAIN_ENCODING, s->offset, 1, "encoding", name, NULL);
        else
            xy_diags_add(diags, XY_MSG_MIXED_ENCODINGS, s->offset, 1, "encoding", name, "other", other, NULL);
    }
}

static void report(const xy_source *source, const output *out, const xy_segments *segments, bool known, xy_diags *diags)
{
    if (!known)
        xy_diags_add(diags, XY_MSG_ENCODING_NOT_SUPPORTED, 0, 0, "encoding", xy_encoding_name(source->encoding), NULL);
    if (source->has_kept_bytes)
        report_invalid(source, diags);
    else if (out->invalid > 0)
        report_lost(source, out, diags);
    report_segments(source, segments, diags);
    report_nuls(source, diags);
}

/* ------------------------------------------------------------------ all together */

/* False when the C library does not know the encoding. */
static bool decode(output *out, xy_arena *arena, xy_str bytes, xy_encoding encoding, xy_segments *segments)
{
    bool wide = encoding == XY_ENCODING_UTF16LE || encoding == XY_ENCODING_UTF16BE, known;
    reserve(out, arena, bytes, wide);
    for (out->keep = true;; out->keep = false) {
        out->length = out->invalid = 0;
        known = decode_segments(out, bytes, encoding, segments);
        uint32_t kept = 0;
        for (const char *p = out->data, *end = p + out->length; out->keep && out->invalid && (p = xy_text_find_kept(p, end)) != NULL; p++)
            kept++;
        if (!out->keep || kept == out->invalid) /* else characters of the file look like them */
            break;
    }
    out->data[out->length] = '\0';
    return known;
}

/* The encoding of bytes without a mark. */
static xy_encoding detect(xy_arena *arena, xy_str bytes, xy_segments *segments)
{
    xy_encoding wide = xy_detect_wide(bytes);
    return wide != XY_ENCODING_AUTO ? wide : xy_detect_file(arena, bytes, segments);
}

void xy_source_decode(xy_source *source, xy_arena *arena, xy_str path, xy_str bytes, xy_encoding forced, xy_diags *diags)
{
    uint32_t mark_length;
    xy_encoding marked = xy_detect_bom(bytes, &mark_length), encoding = forced;
    xy_segments segments = {0};
    if (forced == XY_ENCODING_AUTO)
        encoding = marked != XY_ENCODING_AUTO ? marked : detect(arena, bytes, &segments);
    if (encoding == marked || (encoding == XY_ENCODING_UTF8 && marked == XY_ENCODING_UTF8_BOM)) {
        encoding = marked != XY_ENCODING_AUTO ? marked : encoding;
        bytes.data += mark_length;
        bytes.length -= mark_length;
    }
    if (forced == XY_ENCODING_AUTO && encoding == XY_ENCODING_UTF8_BOM && xy_utf8_valid_prefix(bytes.data, bytes.length) < bytes.length)
        xy_detect_segments(arena, bytes, encoding, &segments);
    output out;
    bool known = decode(&out, arena, bytes, encoding, &segments);
    *source = (xy_source){.path = path, .encoding = encoding, .text = {out.data, (uint32_t)out.length}, .has_kept_bytes = out.keep && out.invalid};
    xy_source_find_lines(source, arena);
    report(source, &out, &segments, known, diags);
}
