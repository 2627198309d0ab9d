/* Bytes of a file -> UTF-8 text: see xy_source_decode in source.h. */
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
    uint32_t invalid;       /* bytes replaced */
    char shown[32];         /* the first of them in hexadecimal */
    uint32_t first_invalid; /* offset in the output of the first of them */
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
    enum { SHOWN = 8 };
    if (out->invalid++ == 0)
        out->first_invalid = (uint32_t)out->length;
    size_t used = strlen(out->shown);
    if (out->invalid <= SHOWN)
        snprintf(out->shown + used, sizeof out->shown - used, "%s%02X", used ? " " : "", (unsigned char)byte);
    else if (out->invalid == SHOWN + 1)
        snprintf(out->shown + used, sizeof out->shown - used, " ...");
    put_code(out, XY_UTF8_REPLACEMENT);
}

/* No encoding here needs more than 3 bytes for one byte beyond ASCII, or for a zero byte of UTF-16. */
static void reserve(output *out, xy_arena *arena, xy_str bytes, bool wide)
{
    size_t capacity = wide ? (size_t)bytes.length / 2 * 3 + 8 : bytes.length + 2 * xy_utf8_high_bytes(bytes.data, bytes.length) + 4;
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

static xy_str line_at(xy_str bytes, uint32_t start)
{
    const char *end = memchr(bytes.data + start, '\n', bytes.length - start);
    uint32_t stop = end ? (uint32_t)(end - bytes.data) + 1 : bytes.length;
    return (xy_str){bytes.data + start, stop - start};
}

/* The encoding of most lines that tell theirs. */
static xy_encoding majority(xy_str bytes)
{
    uint32_t utf8 = 0, gb = 0, latin = 0;
    for (uint32_t i = 0; i < bytes.length;) {
        xy_str line = line_at(bytes, i);
        xy_fit fit = xy_detect_fit(line);
        utf8 += fit == XY_FIT_UTF8;
        gb += fit == XY_FIT_GB;
        latin += fit == XY_FIT_LATIN;
        i += line.length;
    }
    if (latin > gb && latin > utf8)
        return XY_ENCODING_LATIN1;
    return gb > utf8 ? XY_ENCODING_GB18030 : XY_ENCODING_UTF8;
}

static xy_encoding line_encoding(xy_str line, xy_encoding usual)
{
    switch (xy_detect_fit(line)) {
    case XY_FIT_UTF8: return XY_ENCODING_UTF8;
    case XY_FIT_GB: return usual == XY_ENCODING_LATIN1 ? usual : XY_ENCODING_GB18030;
    case XY_FIT_EITHER:
    case XY_FIT_ASCII:
    case XY_FIT_LATIN:
    case XY_FIT_NEITHER: break;
    }
    return usual;
}

typedef struct mixture {
    xy_encoding other; /* of the first line that is not in the usual encoding; AUTO: none */
    uint32_t offset;   /* of that line in the output */
    bool known;        /* the C library knows the encodings */
} mixture;

/* Lines of one encoding in a row are converted together. */
static mixture decode_lines(output *out, xy_str bytes, xy_encoding usual)
{
    mixture mix = {.other = XY_ENCODING_AUTO, .known = true};
    uint32_t start = 0, next;
    while (start < bytes.length) {
        xy_str line = line_at(bytes, start);
        xy_encoding encoding = line_encoding(line, usual);
        for (next = start + line.length; next < bytes.length; next += line.length) {
            line = line_at(bytes, next);
            if (line_encoding(line, usual) != encoding)
                break;
        }
        if (encoding != usual && mix.other == XY_ENCODING_AUTO) {
            mix.other = encoding;
            mix.offset = (uint32_t)out->length;
        }
        if (!decode_as(out, (xy_str){bytes.data + start, next - start}, encoding))
            mix.known = false;
        start = next;
    }
    return mix;
}

/* ------------------------------------------------------------------ all together */

/* AUTO: no single encoding fits. */
static xy_encoding whole_file_encoding(xy_str bytes)
{
    switch (xy_detect_fit(bytes)) {
    case XY_FIT_ASCII:
    case XY_FIT_UTF8: return XY_ENCODING_UTF8;
    case XY_FIT_GB: return XY_ENCODING_GB18030;
    case XY_FIT_EITHER: return xy_detect_one_script(bytes) ? XY_ENCODING_UTF8 : XY_ENCODING_GB18030;
    case XY_FIT_LATIN: return XY_ENCODING_LATIN1;
    case XY_FIT_NEITHER: break;
    }
    return XY_ENCODING_AUTO;
}

static void report_nuls(const xy_source *source, xy_diags *diags)
{
    uint32_t count = 0, first = 0;
    const char *data = source->text.data, *end = data + source->text.length;
    for (const char *p = memchr(data, '\0', source->text.length); p; p = memchr(p + 1, '\0', (size_t)(end - p - 1))) {
        if (count++ == 0)
            first = (uint32_t)(p - data);
    }
    if (count > 0) {
        char text[16];
        snprintf(text, sizeof text, "%u", count);
        xy_diags_add(diags, XY_MSG_BINARY_FILE, first, 1, "count", text, NULL);
    }
}

static void report(const xy_source *source, const output *out, const mixture *mix, xy_diags *diags)
{
    const char *name = xy_encoding_name(source->encoding);
    if (!mix->known)
        xy_diags_add(diags, XY_MSG_ENCODING_NOT_SUPPORTED, 0, 0, "encoding", name, NULL);
    if (out->invalid > 0) {
        char text[16];
        snprintf(text, sizeof text, "%u", out->invalid);
        xy_diags_add(diags, XY_MSG_INVALID_BYTES, out->first_invalid, 3, "count", text, "encoding", name, "bytes", out->shown, NULL);
    }
    if (mix->other != XY_ENCODING_AUTO)
        xy_diags_add(diags, XY_MSG_MIXED_ENCODINGS, mix->offset, 1, "encoding", name, "other", xy_encoding_name(mix->other), NULL);
    report_nuls(source, diags);
}

void xy_source_decode(xy_source *source, xy_arena *arena, xy_str path, xy_str bytes, xy_encoding forced, xy_diags *diags)
{
    uint32_t mark_length;
    xy_encoding marked = xy_detect_bom(bytes, &mark_length);
    xy_encoding encoding = forced;
    if (forced == XY_ENCODING_AUTO)
        encoding = marked != XY_ENCODING_AUTO ? marked : whole_file_encoding(bytes);
    if (encoding == marked || (encoding == XY_ENCODING_UTF8 && marked == XY_ENCODING_UTF8_BOM)) {
        encoding = marked != XY_ENCODING_AUTO ? marked : encoding;
        bytes.data += mark_length;
        bytes.length -= mark_length;
    }
    bool by_line = encoding == XY_ENCODING_AUTO;
    bool wide = encoding == XY_ENCODING_UTF16LE || encoding == XY_ENCODING_UTF16BE;
    mixture mix = {.other = XY_ENCODING_AUTO, .known = true};
    output out;
    reserve(&out, arena, bytes, wide);
    *source = (xy_source){.path = path, .encoding = by_line ? majority(bytes) : encoding};
    if (by_line)
        mix = decode_lines(&out, bytes, source->encoding);
    else
        mix.known = decode_as(&out, bytes, encoding);
    out.data[out.length] = '\0';
    source->text = (xy_str){out.data, (uint32_t)out.length};
    xy_source_find_lines(source, arena);
    report(source, &out, &mix, diags);
}
