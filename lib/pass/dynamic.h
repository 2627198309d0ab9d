/* What dynamic.c, dynamic_block.c and dynamic_built.c share. */
#ifndef XY_PASS_DYNAMIC_H
#define XY_PASS_DYNAMIC_H

#include "pass/plpgsql.h"

/** A piece of the text that is executed. */
typedef struct xy_dynamic_part {
    const xy_node *node;
    bool literal;
    bool fixed;  /**< … with a text that is known, but is not written as a literal: CHR(10) */
    xy_str text; /**< of a literal: its value; of another part: the marker that stands for it */
} xy_dynamic_part;

typedef XY_VEC(xy_dynamic_part) xy_dynamic_parts;

/** A target of INTO that takes a value of another type as text; null: none. */
typedef struct xy_dynamic_text_value {
    const xy_node *target;
    const xy_type *type;
} xy_dynamic_text_value;

/** A statement that executes text, and all texts that can reach it. */
typedef struct xy_dynamic_use {
    const xy_node *sql, *using; /**< its expression and its USING, if any */
    XY_VEC(xy_dynamic_parts *) texts;
    bool unknown;    /**< not all of them are known */
    bool built;      /**< its literals stand in several places, or not always */
    bool translated; /**< … and were translated there */
    bool open_part, block, binds, ends;
    uint32_t returned;
    xy_dynamic_text_value as_text;
    const char *shown; /**< a text, for messages */
} xy_dynamic_use;

/** All such statements of a body. */
typedef struct xy_dynamic_built {
    const xy_body *body;
    XY_VEC(xy_dynamic_use *) uses;
    XY_VEC(const xy_symbol *) variables; /**< that hold texts */
    bool done;                           /**< translated */
} xy_dynamic_built;

/** Follows the body once; afterwards the same answer. */
xy_dynamic_built *xy_dynamic_built_texts(xy_context *ctx, const xy_body *body);
/** The text of CHR with the number of a blank or a line's end; empty for other expressions. */
xy_str xy_dynamic_fixed_text(xy_context *ctx, const xy_node *expr);
/** May the variable get another value here, other than by an assignment? */
bool xy_dynamic_is_written(xy_context *ctx, const xy_node *name);
/** Does the variable of this declaration take a text of any length, because it holds translated SQL? Known when the unit was walked. */
bool xy_dynamic_is_widened(xy_context *ctx, const xy_node *declaration);

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
