/* Where PostgreSQL's own division gives what Oracle's gives. */
#ifndef XY_PASS_QUOTIENT_H
#define XY_PASS_QUOTIENT_H

#include "pass/sql.h"

/** Division (Binary) or AVG (Call): true when the target's operator, which keeps 16 or more digits, leads to the same result as 40 digits do,
 *  by the types of the operands and by what is made of the quotient: see quotient.c. */
bool xy_quotient_is_native(xy_context *ctx, const xy_node *node);
/** Is the call an AVG of numbers that needs more digits than the target's? */
bool xy_average_is_exact(xy_context *ctx, const xy_node *call);
/** Adds such an AVG as quotient of SUM and COUNT, each followed by `suffix` (OVER (…), FILTER (…)). */
void xy_average_write(xy_context *ctx, xy_rope *rope, const xy_node *call, const xy_rope *suffix);
/** Product of a value that was rounded to Oracle's digits (a quotient, a difference of dates): Oracle rounds it again, which may bring back a whole
 *  number: 5/24 * 24 is 5. */
bool xy_product_is_rounded(xy_context *ctx, const xy_node *product);

#endif
