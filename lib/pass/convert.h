/* Conversions between types as text of the target: used by the passes that know what Oracle converts to what. */
#ifndef XY_PASS_CONVERT_H
#define XY_PASS_CONVERT_H

#include "pass/sql.h"

/** Adds the expression as Oracle converts it to text (TO_CHAR without a format). `in_concat`: the place takes integers as they are. */
void xy_convert_to_text(xy_context *ctx, xy_rope *rope, const xy_node *node, bool in_concat);
/** Adds the expression converted to a number. */
void xy_convert_to_number(xy_context *ctx, xy_rope *rope, const xy_node *node);
/** Adds the expression converted to the family; false, and nothing added, when no conversion is needed. */
bool xy_convert_to_family(xy_context *ctx, xy_rope *rope, const xy_node *node, xy_family to);
/** Family that decides about the conversion of a value: XY_FAMILY_UNKNOWN when it is not known, XY_FAMILY_NULL for NULL and ''. */
xy_family xy_convert_family(const xy_context *ctx, const xy_node *node);
/** Does the conversion between a date and a text depend on the session's format, which no statement of the file sets? */
bool xy_convert_by_session(const xy_context *ctx, xy_family from, xy_family to);
/** Wraps the node (layer WRAP) in the conversion to the family, unless the conversion pass does or none is needed. */
void xy_convert_operand(xy_context *ctx, const xy_node *node, xy_family to);

#endif
