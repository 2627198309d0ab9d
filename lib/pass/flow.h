/** Control flow of a body, followed forwards: what may be true at each of its places.
 *
 * A state is a set of bits that the pass chooses, each something that may be true; no bit: the place is never reached. Branches and loops join
 * states, a handler starts with all that its block may have thrown in, GOTO and EXIT with a label are taken to arrive wherever one could. So a bit
 * may be one too many and is never one too few. Nested routines are not entered: they are bodies of their own. */
#ifndef XY_PASS_FLOW_H
#define XY_PASS_FLOW_H

#include "pass/plpgsql_state.h"

typedef struct xy_flow xy_flow;

struct xy_flow {
    xy_context *ctx;
    /** The pass's own part: reads and changes `state` at the node, and answers whether it has followed what lies below (by `xy_flow_children`, or by
     * meaning to leave it out). Asked before the flow's own reading of IF, LOOP, block …, so that it may read those its own way. */
    bool (*visit)(xy_flow *flow, const xy_node *node);
    void *data;
    unsigned state;    /* here */
    unsigned thrown;   /* where an exception may have left the block */
    unsigned left;     /* where EXIT has left a loop */
    unsigned next;     /* where CONTINUE has left a round */
    unsigned jumped;   /* at a GOTO */
    unsigned returned; /* at a RETURN */
};

/** The whole body, from the state `start`. Afterwards `state` is what holds at its end, `returned` at its RETURNs. */
void xy_flow_body(xy_flow *flow, const xy_body *body, unsigned start);

/** A statement or expression from `state` to the state behind it. */
void xy_flow_node(xy_flow *flow, const xy_node *node);

/** One after the other. */
void xy_flow_list(xy_flow *flow, xy_nodes list);

/** What lies below the node, in the order of the source. */
void xy_flow_children(xy_flow *flow, const xy_node *node);

/** The routine that a name or a call calls; null if it calls none, or none that is known. */
const xy_symbol *xy_flow_callee(const xy_flow *flow, const xy_node *node);

#endif
