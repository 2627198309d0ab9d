/* What calls.c shares with the passes for nested subprograms and for places that the target cannot assign to. */
#ifndef XY_PASS_CALL_H
#define XY_PASS_CALL_H

#include "pass/plpgsql_state.h"

/** How a call of a nested subprogram reads on the target: its name, the variables that it shares with its surroundings as first
 *  arguments, and whether a function has become a procedure (nested.c). */
void xy_nested_call(xy_context *ctx, const xy_node *node, const xy_symbol *routine, xy_str *name, xy_str *extra, bool *by_call);
/** The declaration ahead of a subprogram that follows this one with nothing but blanks between: it goes when this one is lifted. Null: none. */
const xy_node *xy_nested_ahead(const xy_context *ctx, const xy_node *routine);
/** The name of a lifted subprogram on the target, with its schema; empty for other routines. */
xy_str xy_nested_name(xy_context *ctx, const xy_node *routine);

#endif
