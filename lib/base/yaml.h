/* Reads a YAML file into a tree with positions (libyaml inside), strictly: no duplicate keys, anchors, tags or second documents. */
#ifndef XY_BASE_YAML_H
#define XY_BASE_YAML_H

#include "base/str.h"

typedef enum xy_yaml_kind { XY_YAML_SCALAR, XY_YAML_LIST, XY_YAML_MAP } xy_yaml_kind;

typedef struct xy_yaml xy_yaml;
struct xy_yaml {
    uint8_t kind;    /**< xy_yaml_kind */
    bool quoted;     /**< scalar in quotes or a block (| or >) */
    uint16_t column; /**< from 1, like the line */
    uint32_t line;
    xy_str text;     /**< of a scalar */
    xy_yaml **keys;  /**< of a map: scalars */
    xy_yaml **items; /**< of a list or map */
    uint32_t count, capacity;
};

/** Null with `error` = "file:line:column: message" when the text is not what we read. An empty file gives an empty map. */
xy_yaml *xy_yaml_parse(xy_arena *arena, xy_str file, xy_str text, xy_str *error);
/** The tree of a file that xy_gen read when the library was built (embedded.h): reading YAML at each start would take most of its time.
 *  Texts stay where they are. */
xy_yaml *xy_yaml_read(xy_arena *arena, const char *data, size_t size);
/** The value of a key, or null. */
const xy_yaml *xy_yaml_get(const xy_yaml *map, const char *key);
/** "file:line:column: " and the message. */
xy_str xy_yaml_error(xy_arena *arena, xy_str file, const xy_yaml *at, const char *format, ...) __attribute__((format(printf, 4, 5)));

#endif
