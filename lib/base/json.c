/* JSON writer: see json.h. */
#include "base/json.h"
#include "base/utf8.h"

#include <inttypes.h>

void xy_json_init(xy_json *json, xy_buffer *out)
{
    *json = (xy_json){.out = out};
}

static void new_line(xy_json *json)
{
    if (json->indent == 0)
        return;
    xy_buffer_add_char(json->out, '\n');
    for (uint32_t i = 0; i < json->indent * json->depth; i++)
        xy_buffer_add_char(json->out, ' ');
}

/* What stands before a value or a key. */
static void separate(xy_json *json)
{
    if (json->keyed) {
        json->keyed = false;
        return;
    }
    if (json->comma)
        xy_buffer_add_char(json->out, ',');
    if (json->depth > 0)
        new_line(json);
    json->comma = true;
}

static void begin(xy_json *json, char bracket)
{
    separate(json);
    xy_buffer_add_char(json->out, bracket);
    json->depth++;
    json->comma = false;
}

static void end(xy_json *json, char bracket)
{
    json->depth--;
    if (json->comma)
        new_line(json);
    xy_buffer_add_char(json->out, bracket);
    json->comma = true;
}

void xy_json_begin_object(xy_json *json)
{
    begin(json, '{');
}

void xy_json_end_object(xy_json *json)
{
    end(json, '}');
}

void xy_json_begin_array(xy_json *json)
{
    begin(json, '[');
}

void xy_json_end_array(xy_json *json)
{
    end(json, ']');
}

static void add_escaped(xy_buffer *out, int32_t code, const char *bytes, uint32_t length)
{
    static const char shorts[] = {['\b'] = 'b', ['\t'] = 't', ['\n'] = 'n', ['\f'] = 'f', ['\r'] = 'r', ['"'] = '"', ['\\'] = '\\'};
    if (code == XY_UTF8_INVALID) {
        xy_buffer_add_text(out, "\xEF\xBF\xBD");
    } else if (code < (int32_t)sizeof shorts && shorts[code]) {
        xy_buffer_add_char(out, '\\');
        xy_buffer_add_char(out, shorts[code]);
    } else if (code < 0x20) {
        xy_buffer_format(out, "\\u%04x", (unsigned)code);
    } else {
        xy_buffer_add(out, bytes, length);
    }
}

void xy_json_write_string(xy_buffer *out, xy_str value)
{
    xy_buffer_add_char(out, '"');
    for (uint32_t i = 0, step; i < value.length; i += step) {
        int32_t code = xy_utf8_decode(value.data + i, value.data + value.length, &step);
        add_escaped(out, code, value.data + i, step);
    }
    xy_buffer_add_char(out, '"');
}

void xy_json_key(xy_json *json, const char *key)
{
    separate(json);
    xy_json_write_string(json->out, xy_str_from(key));
    xy_buffer_add_text(json->out, json->indent ? ": " : ":");
    json->keyed = true;
}

void xy_json_str(xy_json *json, xy_str value)
{
    separate(json);
    xy_json_write_string(json->out, value);
}

void xy_json_text(xy_json *json, const char *value)
{
    if (value)
        xy_json_str(json, xy_str_from(value));
    else
        xy_json_null(json);
}

void xy_json_number(xy_json *json, int64_t value)
{
    separate(json);
    xy_buffer_format(json->out, "%" PRId64, value);
}

void xy_json_bool(xy_json *json, bool value)
{
    separate(json);
    xy_buffer_add_text(json->out, value ? "true" : "false");
}

void xy_json_null(xy_json *json)
{
    separate(json);
    xy_buffer_add_text(json->out, "null");
}

void xy_json_key_str(xy_json *json, const char *key, xy_str value)
{
    xy_json_key(json, key);
    xy_json_str(json, value);
}

void xy_json_key_text(xy_json *json, const char *key, const char *value)
{
    xy_json_key(json, key);
    xy_json_text(json, value);
}

void xy_json_key_number(xy_json *json, const char *key, int64_t value)
{
    xy_json_key(json, key);
    xy_json_number(json, value);
}

void xy_json_key_bool(xy_json *json, const char *key, bool value)
{
    xy_json_key(json, key);
    xy_json_bool(json, value);
}
