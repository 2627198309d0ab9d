/* Reads JSON (RFC 8259) into a tree with positions, strictly: no duplicate names, comments or trailing commas. */
#ifndef XY_BASE_JSON_READ_H
#define XY_BASE_JSON_READ_H

#include "base/str.h"

typedef enum xy_json_kind { XY_JSON_NULL, XY_JSON_BOOL, XY_JSON_NUMBER, XY_JSON_STRING, XY_JSON_ARRAY, XY_JSON_OBJECT } xy_json_kind;

typedef struct xy_json_value xy_json_value;
struct xy_json_value {
    xy_json_kind kind;
    bool truth;            /**< of a bool */
    xy_str text;           /**< of a string, without escapes; of a number, as written */
    uint32_t line, column; /**< from 1; columns count characters */
    const xy_str *names;   /**< of an object */
    const xy_json_value *const *items;
    uint32_t count;
};

/** Null with `error` = "file:line:column: message" when the text is no JSON. */
const xy_json_value *xy_json_parse(xy_arena *arena, xy_str file, xy_str text, xy_str *error);
/** The member of an object, or null. */
const xy_json_value *xy_json_get(const xy_json_value *object, const char *name);
/** "object", "string" … */
const char *xy_json_kind_name(xy_json_kind kind);
/** "file:line:column: " and the message. */
xy_str xy_json_error(xy_arena *arena, xy_str file, const xy_json_value *at, const char *format, ...) __attribute__((format(printf, 4, 5)));

#endif
