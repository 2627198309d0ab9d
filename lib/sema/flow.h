/* Effects of statements and routines, computed from the tree by composition: what stands after what, what repeats.
 *
 * Two uses of one algorithm: for a unit under analysis calls are known symbols; for the catalog they are names that are looked up when all
 * units are there. Calls whose effects are not known yet are recorded, with what their place says about them. */
#ifndef XY_SEMA_FLOW_H
#define XY_SEMA_FLOW_H

#include "sema/walk.h"

/** A call whose callee's effects are added later. */
typedef struct sema_call {
    xy_str name; /* dotted, folded; empty when the symbol is known */
    xy_symbol *callee;
    bool followed; /* something that may fail comes after it (or it is repeated) */
    bool linked;   /* the callee knows this caller */
    bool quiet;    /* NO_DATA_FOUND of the callee does not get out: it is called in SQL, or in a block that catches it */
    bool handled;  /* an error of the call may be caught around it by a handler that lets what was done be seen */
    bool unsure;   /* a name of PL/SQL that may be a call without arguments or a variable: while it is not known its value may be another each time */
    bool certain;  /* has arguments or is a statement: a call even if nothing of that name is known */
} sema_call;

struct sema_calls {
    uint32_t bits; /* of the body itself */
    sema_call *items;
    uint32_t count;
    sema_sql_name **names; /* catalog: simple names in SQL, which may be functions called without parentheses */
    uint32_t name_count;
};

typedef struct flow {
    uint32_t bits, first, last; /* calls [first, last) */
} flow;

typedef struct flow_walk {
    xy_arena *arena; /* of the calls */
    xy_arena *scratch;
    const xy_source *source;
    sema *s;        /* null: for the catalog, by names */
    uint32_t *memo; /* by node id, or null */
    sema_declarer declarer;
    sema_scope *locals; /* catalog: names that are no calls of other routines */
    xy_catalog *catalog;
    XY_VEC(sema_call) calls;
    XY_VEC(sema_sql_name *) names; /* catalog: see sema_calls */
    bool in_sql, in_body;
    unsigned handled; /* handlers around, in this body */
} flow_walk;

flow sema_flow(flow_walk *w, const xy_node *node);
/** Effects of a routine: any, when its body is in no unit that is known. */
uint32_t sema_known_effects(const xy_symbol *routine);
/** What calling a routine means for its caller. */
uint32_t sema_call_effects(uint32_t effects);
/** Effects of a body once its callees' effects are known. */
uint32_t sema_flow_close(const struct sema_calls *calls);
/** Stores what the body of a Routine or trigger does in its symbol (effects.c). */
void sema_summarise_body(flow_walk *w, xy_symbol *routine, const xy_node *tree);
/** May SELECT … INTO find no row? (no_data.c) */
bool sema_select_may_miss(const flow_walk *w, const xy_node *select);
/** Do the handlers keep NO_DATA_FOUND from leaving their block? */
bool sema_stops_no_data(const xy_source *source, xy_nodes handlers);
void sema_flow_list(flow_walk *w, flow *total, xy_nodes list);

#endif
