/* Functions called in SQL (sql_function.c). */
#ifndef XY_PASS_SQL_FUNCTION_H
#define XY_PASS_SQL_FUNCTION_H

#include "pass/plpgsql.h"

/** Name of the function to be called in SQL in place of `routine`, because NO_DATA_FOUND may leave that; empty: the routine itself. Flags
 *  (id no-data of the calling rule) where there is no such function. */
xy_str xy_sql_function_name(xy_context *ctx, const xy_node *call, const xy_symbol *routine);
/** Puts that function behind the unit that holds the Routine, when it is needed. */
void xy_sql_function_add(xy_context *ctx, const xy_node *routine);

#endif
