/* Writes JSON: commas, indentation and escapes come out right by themselves.
 *
 *     xy_json json;
 *     xy_json_init(&json, &buffer);
 *     xy_json_begin_object(&json);
 *     xy_json_key_str(&json, "path", path);
 *     xy_json_end_object(&json); */
#ifndef XY_BASE_JSON_H
#define XY_BASE_JSON_H

#include "base/str.h"

typedef struct xy_json {
    xy_buffer *out;
    uint32_t indent; /**< blanks per level; 0 (as initialised): everything on one line */
    uint32_t depth;
    bool comma; /**< the next value or key needs one */
    bool keyed; /**< a key was written and waits for its value */
} xy_json;

void xy_json_init(xy_json *json, xy_buffer *out);
void xy_json_begin_object(xy_json *json);
void xy_json_end_object(xy_json *json);
void xy_json_begin_array(xy_json *json);
void xy_json_end_array(xy_json *json);
void xy_json_key(xy_json *json, const char *key);
/** Text; bytes that are no UTF-8 become U+FFFD. */
void xy_json_str(xy_json *json, xy_str value);
void xy_json_text(xy_json *json, const char *value);
void xy_json_number(xy_json *json, int64_t value);
void xy_json_bool(xy_json *json, bool value);
void xy_json_null(xy_json *json);
/** Key and value in one. */
void xy_json_key_str(xy_json *json, const char *key, xy_str value);
void xy_json_key_text(xy_json *json, const char *key, const char *value);
void xy_json_key_number(xy_json *json, const char *key, int64_t value);
void xy_json_key_bool(xy_json *json, const char *key, bool value);
/** The text as a JSON string, for output that is no JSON as a whole. */
void xy_json_write_string(xy_buffer *out, xy_str value);

#endif
