/* Edits on the token array: the only way to produce output.
 *
 * An edit replaces tokens [first, end) by a rope: literal text and "render tokens [a, b)". first == end inserts.
 * Rendering a range copies its tokens and applies the edits inside, so nested rewrites compose without reparsing. */
#ifndef XY_EDIT_EDIT_H
#define XY_EDIT_EDIT_H

#include "syntax/node.h"

/** Layers order edits on the same range: a WRAP (a conversion asked for by the context) encloses an OWN rewrite. */
typedef enum xy_layer { XY_LAYER_OWN, XY_LAYER_WRAP } xy_layer;
typedef enum xy_side { XY_BEFORE, XY_AFTER } xy_side;

typedef struct xy_rope_piece { xy_str text; xy_span range; bool is_range; } xy_rope_piece;
/** Built with xy_rope_text / xy_rope_node; belongs to the edit set's arena. */
typedef struct xy_rope { xy_rope_piece *items; uint32_t count, capacity; } xy_rope;

typedef struct xy_edits xy_edits;

xy_edits *xy_edits_new(xy_arena *arena, const xy_source *source);
void xy_rope_text(xy_edits *edits, xy_rope *rope, const char *text);
void xy_rope_str(xy_edits *edits, xy_rope *rope, xy_str text);
void xy_rope_format(xy_edits *edits, xy_rope *rope, const char *format, ...) __attribute__((format(printf, 3, 4)));
/** Renders the node's tokens at this place, with the edits inside it (and on it, except the edit being built). */
void xy_rope_node(xy_edits *edits, xy_rope *rope, const xy_node *node);
void xy_rope_tokens(xy_edits *edits, xy_rope *rope, uint32_t first, uint32_t last);
/** xy_rope_build(e, &rope, "COALESCE(%n, %s)", node, "0"): %n node, %s char*, %S xy_str (by value), %t token range of one token (uint32_t), %d int, %% percent. */
void xy_rope_build(xy_edits *edits, xy_rope *rope, const char *format, ...);

/** Replaces tokens [first, last) by the rope. Comments inside that no rendered range covers are kept (moved after the text).
 *  Returns false, and records the conflict, when it overlaps an edit it neither contains nor lies in, or ties with one. */
bool xy_edit_replace(xy_edits *edits, uint32_t first, uint32_t last, xy_layer layer, xy_rope rope, const char *rule);
bool xy_edit_replace_node(xy_edits *edits, const xy_node *node, xy_layer layer, xy_rope rope, const char *rule);
/** Shorthands. Deleting takes the blanks before the range along when the line would keep none. */
bool xy_edit_token(xy_edits *edits, uint32_t token, const char *text, const char *rule);
bool xy_edit_delete(xy_edits *edits, uint32_t first, uint32_t last, const char *rule);
/** Inserts at the start or end of a token; several at one place come out in the order they were added
 *  (for XY_AFTER of a token and XY_BEFORE of the next significant one: the former first). */
bool xy_edit_insert(xy_edits *edits, uint32_t token, xy_side side, xy_rope rope, const char *rule);
bool xy_edit_insert_text(xy_edits *edits, uint32_t token, xy_side side, const char *text, const char *rule);
bool xy_edits_any_in(const xy_edits *edits, uint32_t first, uint32_t last);

/** One run of the source map: target bytes [target, target+length) come from source offset `source` (copied) or replace it (not copied). */
typedef struct xy_map_run { uint32_t target, length, source; bool copied; const char *rule; } xy_map_run;
typedef struct xy_source_map { xy_map_run *items; uint32_t count, capacity; } xy_source_map;

/** Renders tokens [first, last) with all edits into out; map may be null. With no edits the text comes out byte for byte. */
void xy_edits_render(xy_edits *edits, uint32_t first, uint32_t last, xy_buffer *out, xy_source_map *map);
/** Rendered text of a node alone (for passes that must look at it, and for diagnostics). */
xy_str xy_edits_render_node(xy_edits *edits, const xy_node *node);

/** Indentation (blanks before the first token of its line) of a token, and the file's line end. */
xy_str xy_edit_indent(const xy_edits *edits, uint32_t token);
xy_str xy_edit_newline(const xy_edits *edits);

typedef struct xy_conflict { uint32_t first, last; const char *winner, *loser; } xy_conflict;
/** Conflicts for --explain. */
const xy_conflict *xy_edits_conflicts(const xy_edits *edits, uint32_t *count);

#endif
