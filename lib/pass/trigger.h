/* What the files for triggers share. */
#ifndef XY_PASS_TRIGGER_H
#define XY_PASS_TRIGGER_H

#include "pass/plpgsql.h"

typedef struct xy_trigger {
    const xy_create_trigger *node;
    const xy_node *table; /**< Name of the table or view */
    bool row, inserts, updates, deletes;
    const char *result; /**< what RETURN returns */
} xy_trigger;

void xy_trigger_read_events(xy_context *ctx, xy_trigger *t);
/** Adds "INSERT OR UPDATE OF a". */
void xy_trigger_add_events(xy_context *ctx, xy_rope *rope, const xy_trigger *t);
/** Correlation names, INSERTING …, and RETURN on every way through the body. */
void xy_trigger_translate_body(xy_context *ctx, const xy_trigger *t, const xy_node *body);
/** Flags an AFTER ROW trigger that meets a BEFORE ROW trigger: the target fires it only when all rows are done. */
void xy_trigger_check_rows(xy_context *ctx, const xy_create_trigger *node);
/** Puts CREATE TRIGGER behind the unit. */
void xy_trigger_create(xy_context *ctx, const xy_trigger *t, xy_str name, const char *timing, bool row, xy_str function);
/** The trigger's name on the target: behind the names of those that it follows. */
xy_str xy_trigger_name(xy_context *ctx, xy_str oracle_name);

/** The table of the catalog's trigger of this name, as the target names it; empty when it is not known. */
xy_str xy_trigger_table(xy_context *ctx, const xy_node *named);

/* compound_trigger.c */
bool xy_trigger_is_compound(const xy_create_trigger *node);
void xy_trigger_translate_compound(xy_context *ctx, const xy_node *node);

#endif
