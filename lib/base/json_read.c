/* JSON reader: see json_read.h. */
#include "base/json_read.h"

#include "base/utf8.h"
#include "base/vec.h"

#include <stdio.h>

enum { MAX_DEPTH = 64 };

typedef struct reader {
    xy_arena *arena;
    xy_str file;
    const char *at, *end, *line_start;
    uint32_t line;
    xy_str *error;
    bool failed;
} reader;

static uint32_t column_of(const reader *r)
{
    uint32_t column = 1, step;
    for (const char *c = r->line_start; c < r->at; c += step, column++)
        xy_utf8_decode(c, r->at, &step);
    return column;
}

static void fail(reader *r, const char *message)
{
    if (!r->failed)
        *r->error = xy_str_format(r->arena, "%.*s:%u:%u: %s", XY_STR_ARG(r->file), r->line, column_of(r), message);
    r->failed = true;
}

static void skip_blanks(reader *r)
{
    for (; r->at < r->end && xy_char_is_blank(*r->at); r->at++) {
        if (*r->at == '\n') {
            r->line++;
            r->line_start = r->at + 1;
        }
    }
}

static bool take(reader *r, char c)
{
    skip_blanks(r);
    if (r->at == r->end || *r->at != c)
        return false;
    r->at++;
    return true;
}

static xy_json_value *new_value(reader *r, xy_json_kind kind)
{
    xy_json_value *value = XY_NEW(r->arena, xy_json_value);
    value->kind = kind;
    value->line = r->line;
    value->column = column_of(r);
    return value;
}

/* ---- strings ---- */

/* The four digits of \uXXXX; -1 when they are none. */
static int32_t hex4(reader *r)
{
    int32_t code = 0;
    for (int i = 0; i < 4; i++, r->at++) {
        char c = r->at < r->end ? *r->at : '\0';
        int digit = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
        if (digit < 0)
            return -1;
        code = code * 16 + digit;
    }
    return code;
}

static bool is_high(int32_t code)
{
    return code >= 0xD800 && code < 0xDC00;
}

static bool is_low(int32_t code)
{
    return code >= 0xDC00 && code < 0xE000;
}

/* Behind `\u`. Half a pair becomes U+FFFD, as Oracle may hold such text. */
static void add_unicode(reader *r, xy_buffer *out)
{
    char bytes[4];
    int32_t code = hex4(r);
    if (code < 0) {
        fail(r, "four hexadecimal digits are expected behind \\u");
        return;
    }
    if (is_high(code) && r->end - r->at >= 6 && r->at[0] == '\\' && r->at[1] == 'u') {
        const char *back = r->at;
        r->at += 2;
        int32_t low = hex4(r);
        if (is_low(low))
            code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
        else
            r->at = back;
    }
    if (is_high(code) || is_low(code))
        code = XY_UTF8_REPLACEMENT;
    xy_buffer_add(out, bytes, xy_utf8_encode((uint32_t)code, bytes));
}

static void add_escape(reader *r, xy_buffer *out)
{
    static const char letters[] = "\"\\/bfnrt", meant[] = "\"\\/\b\f\n\r\t";
    const char *letter = r->at < r->end && *r->at ? strchr(letters, *r->at) : NULL;
    if (letter) {
        xy_buffer_add_char(out, meant[letter - letters]);
        r->at++;
    } else if (r->at < r->end && *r->at == 'u') {
        r->at++;
        add_unicode(r, out);
    } else {
        fail(r, "unknown escape in a string");
    }
}

static xy_str read_string(reader *r)
{
    xy_buffer out;
    xy_buffer_init(&out, r->arena);
    r->at++;
    while (!r->failed) {
        uint32_t step = 0;
        if (r->at == r->end) {
            fail(r, "the string is not closed");
        } else if (*r->at == '"') {
            r->at++;
            break;
        } else if (*r->at == '\\') {
            r->at++;
            add_escape(r, &out);
        } else if ((unsigned char)*r->at < 0x20) {
            fail(r, "a control character or line end inside a string must be escaped");
        } else if (xy_utf8_decode(r->at, r->end, &step) == XY_UTF8_INVALID) {
            fail(r, "the text is not UTF-8");
        } else {
            xy_buffer_add(&out, r->at, step);
            r->at += step;
        }
    }
    return xy_buffer_str(&out);
}

/* ---- values ---- */

static uint32_t skip_digits(reader *r)
{
    const char *from = r->at;
    while (r->at < r->end && *r->at >= '0' && *r->at <= '9')
        r->at++;
    return (uint32_t)(r->at - from);
}

static bool skip_one(reader *r, const char *characters)
{
    if (r->at == r->end || !*r->at || !strchr(characters, *r->at))
        return false;
    r->at++;
    return true;
}

static xy_json_value *read_number(reader *r)
{
    xy_json_value *value = new_value(r, XY_JSON_NUMBER);
    const char *from = r->at;
    skip_one(r, "-");
    const char *digits = r->at;
    bool good = skip_digits(r) > 0 && (*digits != '0' || r->at - digits == 1);
    if (good && skip_one(r, "."))
        good = skip_digits(r) > 0;
    if (good && skip_one(r, "eE")) {
        skip_one(r, "+-");
        good = skip_digits(r) > 0;
    }
    if (!good)
        fail(r, "this is not a number");
    value->text = (xy_str){from, (uint32_t)(r->at - from)};
    return value;
}

static xy_json_value *read_word(reader *r)
{
    static const struct {
        const char *word;
        xy_json_kind kind;
        bool truth;
    } words[] = {{"true", XY_JSON_BOOL, true}, {"false", XY_JSON_BOOL, false}, {"null", XY_JSON_NULL, false}};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t length = strlen(words[i].word);
        if ((size_t)(r->end - r->at) < length || memcmp(r->at, words[i].word, length) != 0)
            continue;
        xy_json_value *value = new_value(r, words[i].kind);
        value->truth = words[i].truth;
        r->at += length;
        return value;
    }
    fail(r, "a value is expected");
    return NULL;
}

static const xy_json_value *read_value(reader *r, int depth);

static const xy_json_value *read_array(reader *r, int depth)
{
    xy_json_value *value = new_value(r, XY_JSON_ARRAY);
    XY_VEC(const xy_json_value *) items = {0};
    r->at++;
    bool more = !take(r, ']');
    while (more && !r->failed) {
        const xy_json_value *item = read_value(r, depth + 1);
        xy_vec_push(r->arena, &items, item);
        more = take(r, ',');
        if (!more && !take(r, ']'))
            fail(r, "',' or ']' is expected");
    }
    value->items = items.items;
    value->count = items.count;
    return value;
}

static const xy_json_value *read_object(reader *r, int depth)
{
    xy_json_value *value = new_value(r, XY_JSON_OBJECT);
    XY_VEC(const xy_json_value *) items = {0};
    XY_VEC(xy_str) names = {0};
    r->at++;
    bool more = !take(r, '}');
    while (more && !r->failed) {
        skip_blanks(r);
        if (r->at == r->end || *r->at != '"') {
            fail(r, "a name in double quotes is expected");
            break;
        }
        const char *start = r->at;
        xy_str name = read_string(r);
        for (uint32_t i = 0; i < names.count && !r->failed; i++)
            if (xy_str_equal(names.items[i], name)) {
                r->at = start;
                fail(r, "this name stands in the object already");
            }
        if (!r->failed && !take(r, ':'))
            fail(r, "':' is expected");
        const xy_json_value *item = r->failed ? NULL : read_value(r, depth + 1);
        xy_vec_push(r->arena, &names, name);
        xy_vec_push(r->arena, &items, item);
        more = !r->failed && take(r, ',');
        if (!more && !r->failed && !take(r, '}'))
            fail(r, "',' or '}' is expected");
    }
    value->items = items.items;
    value->names = names.items;
    value->count = items.count;
    return value;
}

static const xy_json_value *read_value(reader *r, int depth)
{
    skip_blanks(r);
    char c = r->at < r->end ? *r->at : '\0';
    if (depth > MAX_DEPTH) {
        fail(r, "values are nested too deep");
        return NULL;
    }
    if (c == '{')
        return read_object(r, depth);
    if (c == '[')
        return read_array(r, depth);
    if (c == '"') {
        xy_json_value *value = new_value(r, XY_JSON_STRING);
        value->text = read_string(r);
        return value;
    }
    return c == '-' || (c >= '0' && c <= '9') ? read_number(r) : read_word(r);
}

const xy_json_value *xy_json_parse(xy_arena *arena, xy_str file, xy_str text, xy_str *error)
{
    reader r = {.arena = arena, .file = file, .at = text.data, .end = text.data + text.length, .line_start = text.data, .line = 1, .error = error};
    const xy_json_value *value = read_value(&r, 0);
    skip_blanks(&r);
    if (!r.failed && r.at < r.end)
        fail(&r, "nothing may follow the value");
    return r.failed ? NULL : value;
}

const xy_json_value *xy_json_get(const xy_json_value *object, const char *name)
{
    for (uint32_t i = 0; object && object->kind == XY_JSON_OBJECT && i < object->count; i++)
        if (xy_str_is(object->names[i], name))
            return object->items[i];
    return NULL;
}

const char *xy_json_kind_name(xy_json_kind kind)
{
    static const char *const names[] = {"null", "true or false", "number", "string", "array", "object"};
    return names[kind];
}

xy_str xy_json_error(xy_arena *arena, xy_str file, const xy_json_value *at, const char *format, ...)
{
    char message[512];
    va_list arguments;
    va_start(arguments, format);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
    vsnprintf(message, sizeof message, format, arguments);
#pragma GCC diagnostic pop
    va_end(arguments);
    return xy_str_format(arena, "%.*s:%u:%u: %s", XY_STR_ARG(file), at->line, at->column, message);
}
