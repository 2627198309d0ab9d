/* Catalogs as JSON (docs/catalog.md): each object becomes the Oracle DDL that makes it, which the catalog then reads like any other. */
#ifndef XY_API_CATALOG_JSON_H
#define XY_API_CATALOG_JSON_H

#include "base/json_read.h"

/** The DDL of one object in several wordings, best first: its own source, all that the file says, what is left without expressions. */
typedef struct xy_catalog_ddl {
    xy_str owner;
    xy_str texts[3];
    uint32_t count;
    const xy_json_value *at;
} xy_catalog_ddl;

/** Is the file a catalog in JSON? Oracle's own text never begins with a brace. */
bool xy_catalog_is_json(xy_str text);
/** Calls `declare` for each object of the file. False with `error` = "file:line:column: message" when the file is no JSON or not such a one;
 *  nothing has been declared then. */
bool xy_catalog_json_read(xy_arena *arena, xy_str file, xy_str text, void (*declare)(void *data, const xy_catalog_ddl *ddl), void *data, xy_str *error);

#endif
