/* What the passes for cursors and bulk operations share: cursor.c. */
#ifndef XY_PASS_CURSOR_H
#define XY_PASS_CURSOR_H

#include "pass/place.h"
#include "pass/plpgsql_state.h"
#include "pass/sql.h"

/** The cursor that the Name, or the Call of it with arguments, denotes: XY_SYM_CURSOR, a variable or parameter; or null. */
const xy_symbol *xy_cursor_symbol(const xy_context *ctx, const xy_node *cursor);
/** Is it declared in a package? Then each body has a variable of its own for it, over one portal. */
bool xy_cursor_is_packaged(const xy_symbol *symbol);
/** That variable, declared when needed. */
xy_str xy_cursor_local(xy_context *ctx, const xy_node *cursor);
/** Adds lines that keep the attributes up to date behind a FETCH of `count` (an expression) rows; FOUND tells of the last. */
void xy_cursor_after_bulk(xy_context *ctx, const xy_node *fetch, xy_str count, xy_rope *out);
/** Makes FETCH of single rows leave its variables alone when there is no row (fetch.c). */
void xy_fetch_keep(xy_context *ctx, const xy_node *fetch);

#endif
