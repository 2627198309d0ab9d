/* Oracle's errors and what stands for them on the target: one table for handlers, RAISE and tests (docs/errors.md; the runtime's
 * ora_sqlstate and sqlcode follow the same mapping). */
#ifndef XY_PASS_ERRORS_H
#define XY_PASS_ERRORS_H

#include "base/str.h"

enum { XY_ERROR_STATES = 3 };

typedef struct xy_error_info {
    const char *name; /**< predefined exception (NO_DATA_FOUND), or null */
    int number;       /**< n of ORA-n, positive */
    int sqlcode;      /**< what SQLCODE gives: -n, but 100 for NO_DATA_FOUND */
    struct {
        const char *condition, *state;
    } native[XY_ERROR_STATES]; /**< what PostgreSQL raises for the same fault */
    bool shared;               /**< PostgreSQL raises these for other errors of Oracle too: SQLCODE must be asked */
    const char *text;          /**< Oracle's message without the number */
} xy_error_info;

/** By name of a predefined exception (folded), or null. */
const xy_error_info *xy_error_named(xy_str name);
/** By number, sign ignored (100 is 1403); null when PostgreSQL has nothing like it. */
const xy_error_info *xy_error_numbered(int number);
/** SQLSTATE of ORA-n where it is raised by translated code: the same as xinyi.ora_sqlstate(n). */
xy_str xy_error_state(xy_arena *arena, int number);
/** True for the numbers of RAISE_APPLICATION_ERROR. */
bool xy_error_is_application(int number);
/** 'Uxxxx': four characters from the exception's qualified name, the same in every run. */
xy_str xy_error_user_state(xy_arena *arena, xy_str qualified_name);

#endif
