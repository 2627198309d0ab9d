/* What dynamic.c and dynamic_block.c share. */
#ifndef XY_PASS_DYNAMIC_H
#define XY_PASS_DYNAMIC_H

#include "pass/pass.h"

/** A dynamic block with placeholders on its way to a procedure (dynamic_block.c). */
typedef struct xy_dynamic_block {
    XY_VEC(xy_str) names; /**< of the parameters, in the order of the USING arguments */
    xy_str procedure;     /**< "pg_temp.xy_block" */
    xy_str head;          /**< text before its body: "CREATE OR REPLACE PROCEDURE … AS " */
} xy_dynamic_block;

/** Is the text a block whose placeholders take these USING arguments (may be null), all of a known type? */
bool xy_dynamic_block_begin(xy_context *ctx, const xy_node *using, xy_str text, xy_dynamic_block *block);
/** Name of the parameter that stands for the placeholder. */
xy_str xy_dynamic_block_parameter(xy_context *ctx, const xy_source *source, uint32_t placeholder);
/** Type of a USING argument; null when it is not known or NULL. */
const xy_type *xy_dynamic_argument_type(xy_context *ctx, const xy_node *value);
/** Replaces the statement by the three that create, call and drop the procedure. */
void xy_dynamic_block_call(xy_context *ctx, const xy_execute_immediate *execute, const xy_dynamic_block *block);
/** Does the word of a fragment stand for a part of the text that is joined at run time? */
bool xy_dynamic_is_joined(xy_str word);

#endif
