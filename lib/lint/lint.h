/* Findings about the Oracle source itself, whatever the target: for `xinyi check`. */
#ifndef XY_LINT_LINT_H
#define XY_LINT_LINT_H

#include "diag/diag.h"
#include "sema/sema.h"

enum { XY_LINT_COUNT = 12 };

/** Which findings are wanted, and how bad each is. */
typedef struct xy_lint {
    bool on;
    bool complete;         /**< the files and the catalog together declare all names */
    xy_str select, ignore; /**< lists of names and beginnings of codes */
    bool given[XY_LINT_COUNT];
    int level[XY_LINT_COUNT]; /**< where given: xy_severity, or -1 for off */
} xy_lint;

/** Sets one finding by its name ("equals-null"): off, info, warning or error. False when one of both is not known. */
bool xy_lint_set(xy_lint *lint, xy_str name, xy_str level);
/** Is every word of the list the name of a finding or the beginning of a code? */
bool xy_lint_list_known(xy_str list);
/** Adds what is found in the unit. */
void xy_lint_unit(const xy_lint *lint, const xy_analysis *a, xy_arena *arena, xy_diags *diags);

#endif
