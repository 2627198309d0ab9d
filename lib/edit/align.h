/* Fix templates: prepared once when a rule is loaded, made into a rope for each match.
 *
 * The template is aligned with the rule's pattern (longest common sequence of tokens, variables equal by name). At a match the common
 * tokens are taken from the code, with their spacing and comments; only what differs becomes new text. When variables were
 * reordered, repeated or dropped, the whole template is written and the variables are rendered in it. */
#ifndef XY_EDIT_ALIGN_H
#define XY_EDIT_ALIGN_H

#include "edit/edit.h"

typedef struct xy_align xy_align;

/** What a variable stands for at a match: a node, the tokens of a list's elements (maybe none), or text. */
typedef struct xy_hole_value {
    const xy_node *node; /**< null for a list */
    xy_span span;        /**< first == last: an empty list, or text */
    xy_str text;
} xy_hole_value;

/** Number of the variable `$name` or `$...name` (a token of a pattern or template) in `names`; -1 when it is not there. */
int xy_hole_index(xy_str token, const xy_str *names, uint32_t count);

/** Prepares `fix` (lexed as a pattern). `pattern` and the root of its tree may be null: then there is nothing to align with.
 *  All variables of both must be in `names`; the values given at a match have the same order. */
xy_align *xy_align_new(xy_arena *arena, const xy_source *pattern, const xy_node *root, const xy_source *fix, const xy_str *names, uint32_t name_count);
/** The template for a match; replaces the node `matched` as a whole. */
xy_rope xy_align_rope(xy_edits *edits, const xy_align *align, const xy_node *matched, const xy_hole_value *values);
/** How the template binds as an expression. */
xy_precedence xy_align_precedence(const xy_align *align);

#endif
