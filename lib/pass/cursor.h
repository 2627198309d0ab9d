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
/** What a cursor may be at a place of a body (cursor_life.c): closed; opened there; maybe open, by what is done elsewhere; open since elsewhere,
 *  and fetched there. */
enum { XY_CURSOR_CLOSED = 1, XY_CURSOR_OPEN = 2, XY_CURSOR_ELSEWHERE = 4, XY_CURSOR_FETCHED = 8 };
/** Follows the body: adds these bits to `states` by id of an attribute of the cursor, and returns what it may be when the body ends without error. */
unsigned xy_cursor_life(xy_context *ctx, const xy_symbol *symbol, const xy_body *body, unsigned char *states);
/** Does the node hand the cursor variable to something that may put another cursor into it, or fetch from it: an assignment, a call, INTO? */
bool xy_cursor_is_given(const xy_context *ctx, const xy_node *node, const xy_symbol *symbol);
/** Makes FETCH of single rows leave its variables alone when there is no row (fetch.c). */
void xy_fetch_keep(xy_context *ctx, const xy_node *fetch);

#endif
