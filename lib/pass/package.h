/* What package.c and package_state.c share. */
#ifndef XY_PASS_PACKAGE_H
#define XY_PASS_PACKAGE_H

#include "pass/place.h"

/** The package of a CreatePackage or CreatePackageBody unit. */
const xy_symbol *xy_package_symbol(xy_context *ctx, const xy_node *unit);
/** Replaces a variable or constant declaration by the functions that stand for it. */
void xy_package_variable(xy_context *ctx, const xy_node *decl);
/** Is the package variable's initial value set by the initialisation (it is no plain constant)? */
bool xy_package_is_initialised(xy_context *ctx, const xy_symbol *symbol, const xy_node *decl);
/** Adds the statements that give the declared variables their initial values, one a line. */
void xy_package_add_initial_values(xy_context *ctx, xy_nodes decls, xy_rope *rope);
/** "IF … THEN RETURN; END IF;" and the mark that the package is initialised. */
void xy_package_add_guard(xy_context *ctx, const xy_symbol *package, xy_rope *rope);

#endif
