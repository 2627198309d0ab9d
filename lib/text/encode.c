/* UTF-8 text -> bytes of another encoding: see xy_text_encode in source.h. */
#include "base/utf8.h"
#include "text/detect.h"

#include <iconv.h>
#include <string.h>

/* Encodings to write, by the names that reports and Oracle's NLS_LANG have for them. `iconv` is null for those of our own. */
typedef struct writer {
    const char *name;
    xy_encoding encoding;
    const char *iconv;
} writer;

static const writer writers[] = {
    {"utf-8", XY_ENCODING_UTF8, NULL},
    {"utf8", XY_ENCODING_UTF8, NULL},
    {"al32utf8", XY_ENCODING_UTF8, NULL},
    {"utf-8-bom", XY_ENCODING_UTF8_BOM, NULL},
    {"utf-16le", XY_ENCODING_UTF16LE, NULL},
    {"utf-16be", XY_ENCODING_UTF16BE, NULL},
    {"iso-8859-1", XY_ENCODING_LATIN1, NULL},
    {"latin1", XY_ENCODING_LATIN1, NULL},
    {"windows-1252", XY_ENCODING_LATIN1, NULL},
    {"we8mswin1252", XY_ENCODING_LATIN1, NULL},
    {"we8iso8859p1", XY_ENCODING_LATIN1, NULL},
    {"gb18030", XY_ENCODING_GB18030, "GB18030"},
    {"zhs32gb18030", XY_ENCODING_GB18030, "GB18030"},
    {"gbk", XY_ENCODING_GB18030, "GBK"},
    {"cp936", XY_ENCODING_GB18030, "CP936"},
    {"zhs16gbk", XY_ENCODING_GB18030, "GBK"},
    {"gb2312", XY_ENCODING_GB18030, "GB2312"},
    {"big5", XY_ENCODING_BIG5, "BIG5-HKSCS"},
    {"zht16big5", XY_ENCODING_BIG5, "BIG5"},
    {"zht16mswin950", XY_ENCODING_BIG5, "CP950"},
};

static const writer *find_writer(xy_str name)
{
    for (size_t i = 0; i < sizeof writers / sizeof *writers; i++) {
        if (xy_str_equal_nocase(name, xy_str_from(writers[i].name)))
            return &writers[i];
    }
    return NULL;
}

/* ------------------------------------------------------------------ one function per way; each says whether all of [0, *done) was written */

static void add_unit(xy_buffer *out, uint32_t unit, bool big)
{
    xy_buffer_add_char(out, (char)(big ? unit >> 8 : unit & 0xFF));
    xy_buffer_add_char(out, (char)(big ? unit & 0xFF : unit >> 8));
}

static void encode_utf16(xy_buffer *out, xy_str text, bool big)
{
    for (uint32_t i = 0, step; i < text.length; i += step) {
        uint32_t code = (uint32_t)xy_utf8_decode(text.data + i, text.data + text.length, &step);
        if (code >= 0x10000)
            add_unit(out, 0xD800 + ((code - 0x10000) >> 10), big);
        add_unit(out, code >= 0x10000 ? 0xDC00 + ((code - 0x10000) & 0x3FF) : code, big);
    }
}

/* The byte of Windows-1252, or -1. */
static int latin1_byte(uint32_t code)
{
    if (code < 0x80 || (code >= 0xA0 && code <= 0xFF))
        return (int)code;
    for (int i = 0; i < 32; i++) {
        if (xy_latin1_c1[i] == code)
            return 0x80 + i;
    }
    return -1;
}

static bool encode_latin1(xy_buffer *out, xy_str text, uint32_t *done)
{
    for (uint32_t step; *done < text.length; *done += step) {
        int byte = latin1_byte((uint32_t)xy_utf8_decode(text.data + *done, text.data + text.length, &step));
        if (byte < 0)
            return false;
        xy_buffer_add_char(out, (char)byte);
    }
    return true;
}

/* Bytes are taken through a block of our own: growing the buffer may jump, and would leave iconv open. */
static bool encode_iconv(xy_buffer *out, xy_str text, const char *name, uint32_t *done)
{
    enum { MOST = 4 }; /* bytes of a character */
    char *block = xy_arena_alloc(out->arena, (size_t)text.length * 2 + MOST), *next = block;
    size_t room = (size_t)text.length * 2 + MOST, left = text.length;
    char *in = (char *)(uintptr_t)text.data; /* iconv takes char ** and does not write there */
    iconv_t converter = iconv_open(name, "UTF-8");
    if (converter == (iconv_t)-1)
        return false;
    bool good = iconv(converter, &in, &left, &next, &room) == 0 && iconv(converter, NULL, NULL, &next, &room) != (size_t)-1;
    iconv_close(converter);
    *done = text.length - (uint32_t)left;
    xy_buffer_add(out, block, (size_t)(next - block));
    return good;
}

static void add_mark(xy_buffer *out, xy_encoding encoding)
{
    if (encoding == XY_ENCODING_UTF8_BOM)
        xy_buffer_add_text(out, "\xEF\xBB\xBF");
    else if (encoding == XY_ENCODING_UTF16LE || encoding == XY_ENCODING_UTF16BE)
        add_unit(out, 0xFEFF, encoding == XY_ENCODING_UTF16BE);
}

static bool encode_with(const writer *w, xy_buffer *out, xy_str text, uint32_t *done)
{
    if (w->iconv)
        return encode_iconv(out, text, w->iconv, done);
    switch (w->encoding) {
    case XY_ENCODING_LATIN1: return encode_latin1(out, text, done);
    case XY_ENCODING_UTF16LE:
    case XY_ENCODING_UTF16BE: encode_utf16(out, text, w->encoding == XY_ENCODING_UTF16BE); return true;
    default: break;
    }
    xy_buffer_add_str(out, text);
    return true;
}

bool xy_encoding_writable(xy_str name)
{
    return find_writer(name) != NULL;
}

/* Up to each kept byte, and the byte. */
static bool encode_kept(const writer *w, xy_buffer *out, xy_str text, uint32_t *done)
{
    const char *end = text.data + text.length;
    for (const char *p = text.data; p < end;) {
        uint32_t written = 0, length;
        const char *kept = xy_text_find_kept(p, end), *stop = kept ? kept : end;
        bool good = encode_with(w, out, (xy_str){p, (uint32_t)(stop - p)}, &written);
        *done = (uint32_t)(p - text.data) + written;
        if (!good)
            return false;
        p = stop;
        if (kept) {
            xy_buffer_add_char(out, (char)(xy_utf8_decode(kept, end, &length) - XY_KEPT_BYTE));
            p += length;
        }
    }
    return true;
}

bool xy_text_encode(xy_arena *arena, xy_str text, xy_str name, bool has_kept_bytes, xy_str *bytes, uint32_t *bad)
{
    const writer *w = find_writer(name);
    *bad = 0;
    *bytes = text;
    if (w && w->encoding == XY_ENCODING_UTF8 && !has_kept_bytes)
        return true;
    xy_buffer out;
    xy_buffer_init(&out, arena);
    if (w)
        add_mark(&out, w->encoding);
    bool good = w && (has_kept_bytes ? encode_kept(w, &out, text, bad) : encode_with(w, &out, text, bad));
    xy_buffer_add_char(&out, '\0');
    *bytes = xy_buffer_str(&out);
    bytes->length--;
    return good;
}

xy_str xy_text_show_kept(xy_arena *arena, xy_str text)
{
    char *shown = xy_arena_copy(arena, text.data, text.length);
    const char *end = shown + text.length;
    for (const char *p = shown; (p = xy_text_find_kept(p, end)) != NULL; p++)
        memcpy(shown + (p - shown), "\xEF\xBF\xBD", 3);
    return (xy_str){shown, text.length};
}
