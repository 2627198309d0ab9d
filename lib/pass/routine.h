/* Facts about routines that headers and calls must agree on. */
#ifndef XY_PASS_ROUTINE_H
#define XY_PASS_ROUTINE_H

#include "pass/plpgsql.h"

/** True when the parameter's default cannot be written on the target, because one without a default follows: calls that leave it out get it. */
bool xy_routine_drops_default(const xy_symbol *routine, uint32_t index);
/** True when OUT parameters stay OUT; else they are INOUT. */
bool xy_routine_has_out(const xy_context *ctx, const xy_symbol *routine);
/** Name of the OUT parameter that takes the result of a function with OUT parameters: its last one. */
xy_str xy_routine_result_name(void);
/** " IMMUTABLE", " STABLE" or nothing: what the Routine may promise. */
const char *xy_routine_volatility(const xy_context *ctx, const xy_node *routine);

/** Name of the procedure that keeps the routine's work and returns its error (undo.h); `written`: how the routine is named there. */
xy_str xy_routine_kept_name(xy_context *ctx, const xy_symbol *routine, const xy_node *written);

#endif
