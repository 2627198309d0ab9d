/* Inside of the pass `plsql-nested`: what a nested subprogram uses of its surroundings. For nested.c and nested_loss.c. */
#ifndef XY_PASS_NESTED_H
#define XY_PASS_NESTED_H

#include "pass/plpgsql_state.h"

/** A variable around a nested subprogram that it uses. */
typedef struct xy_capture {
    xy_symbol *variable;
    bool written;
} xy_capture;

/** A nested subprogram of the unit that has a body. */
typedef struct xy_nested xy_nested;
struct xy_nested {
    const xy_node *node; /**< Routine */
    xy_symbol *symbol;
    xy_str name; /**< on the target, with its schema */
    XY_VEC(xy_capture) captures;
    XY_VEC(xy_nested *) calls;
    const xy_symbol *in_default;       /**< a variable around it that the default of one of its own parameters reads, or null */
    XY_VEC(xy_nested *) default_calls; /**< of such defaults */
    enum { XY_LOSS_UNKNOWN, XY_LOSS_ASKED, XY_LOSS_NONE, XY_LOSS_SOME } loss; /**< may an error leave it after it has written a capture? */
};

struct xy_nested_set {
    XY_VEC(xy_nested *) items;
};

/** The subprogram of the set that the name or call means, or null. */
xy_nested *xy_nested_find(const xy_nested_set *set, const xy_symbol *symbol);
bool xy_nested_writes(const xy_nested *n);
/** Does the name denote a variable around the subprogram that it changes here? */
bool xy_nested_writes_at(xy_context *ctx, const xy_nested *n, const xy_node *name);
/** Flags the calls of the subprogram after whose failure its changes of outer variables would be seen (nested_loss.c). */
void xy_nested_check_loss(xy_context *ctx, const xy_nested_set *set, xy_nested *n);

#endif
