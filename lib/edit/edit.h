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

/** How tightly PostgreSQL binds; a slot that needs at least X takes everything that is not below X without parentheses. */
typedef enum xy_precedence {
    XY_PREC_ANY,
    XY_PREC_OR,
    XY_PREC_AND,
    XY_PREC_NOT,
    XY_PREC_IS,
    XY_PREC_COMPARE,
    XY_PREC_RANGE /* BETWEEN IN LIKE */,
    XY_PREC_OTHER /* || and all operators not named here */,
    XY_PREC_ADD,
    XY_PREC_MULTIPLY,
    XY_PREC_POWER,
    XY_PREC_AT_ZONE,
    XY_PREC_COLLATE,
    XY_PREC_UNARY,
    XY_PREC_CAST /* :: */,
    XY_PREC_PRIMARY
} xy_precedence;

typedef enum xy_piece_kind { XY_PIECE_TEXT, XY_PIECE_RANGE, XY_PIECE_SEPARATOR } xy_piece_kind;
typedef struct xy_rope_piece {
    xy_piece_kind kind;
    xy_str text;
    xy_span range;
    uint8_t needed, own; /**< xy_precedence of the slot and of the node in it: decides on parentheses */
} xy_rope_piece;
/** Built with xy_rope_text / xy_rope_node; belongs to the edit set's arena. */
typedef struct xy_rope {
    xy_rope_piece *items;
    uint32_t count, capacity;
} xy_rope;

typedef struct xy_edits xy_edits;

xy_edits *xy_edits_new(xy_arena *arena, const xy_source *source);
/** Text of the program: a line feed in it comes out as the file's line end. */
void xy_rope_text(xy_edits *edits, xy_rope *rope, const char *text);
/** Text that comes out as it is (it must last as long as the edits). */
void xy_rope_str(xy_edits *edits, xy_rope *rope, xy_str text);
void xy_rope_format(xy_edits *edits, xy_rope *rope, const char *format, ...) __attribute__((format(printf, 3, 4)));
/** Renders the node's tokens at this place, with the edits inside it (and on it, except the edit being built). */
void xy_rope_node(xy_edits *edits, xy_rope *rope, const xy_node *node);
void xy_rope_tokens(xy_edits *edits, xy_rope *rope, uint32_t first, uint32_t last);
/** As xy_rope_node, in parentheses when the node (or what an edit makes of it) binds looser than the slot needs. */
void xy_rope_operand(xy_edits *edits, xy_rope *rope, const xy_node *node, xy_precedence needed);
/** A blank, if what comes before and after it would otherwise grow together into one token. */
void xy_rope_separator(xy_edits *edits, xy_rope *rope);
/** Adds the pieces of `more`. */
void xy_rope_join(xy_edits *edits, xy_rope *rope, xy_rope more);
/** xy_rope_build(e, &rope, "COALESCE(%n, %s)", node, "0"): %n node, %s char*, %S xy_str (by value), %t token range of one token (uint32_t), %d int, %% percent;
 *  %o node as operand, followed by its xy_precedence: two arguments. A line feed in the format comes out as the file's line end. */
void xy_rope_build(xy_edits *edits, xy_rope *rope, const char *format, ...);

/** Replaces tokens [first, last) by the rope. Comments inside that no rendered range covers are kept (moved after the text).
 *  Returns false, and records the conflict, when it overlaps an edit it neither contains nor lies in, or ties with one. */
bool xy_edit_replace(xy_edits *edits, uint32_t first, uint32_t last, xy_layer layer, xy_rope rope, const char *rule);
bool xy_edit_replace_node(xy_edits *edits, const xy_node *node, xy_layer layer, xy_rope rope, const char *rule);
/** As xy_edit_replace_node for an expression whose new text binds as `precedence` tells: it is put in parentheses when the place where
 *  the node stands needs them, and remembered for xy_rope_operand. (Without this the new text counts as binding like the node did.) */
bool xy_edit_replace_expr(xy_edits *edits, const xy_node *node, xy_layer layer, xy_rope rope, xy_precedence precedence, const char *rule);
/** Shorthands. Deleting takes the blanks before the range along when the line would keep none. */
bool xy_edit_token(xy_edits *edits, uint32_t token, const char *text, const char *rule);
bool xy_edit_delete(xy_edits *edits, uint32_t first, uint32_t last, const char *rule);
/** Takes tokens out that are rendered in another place: their comments are not kept here. */
bool xy_edit_take(xy_edits *edits, uint32_t first, uint32_t last, xy_rope rope, const char *rule);
/** Inserts at the start or end of a token; several at one place come out in the order they were added
 *  (for XY_AFTER of a token and XY_BEFORE of the next significant one: the former first). */
bool xy_edit_insert(xy_edits *edits, uint32_t token, xy_side side, xy_rope rope, const char *rule);
bool xy_edit_insert_text(xy_edits *edits, uint32_t token, xy_side side, const char *text, const char *rule);
/** True when a replacement of exactly this range was added. */
bool xy_edits_replaces(const xy_edits *edits, uint32_t first, uint32_t last);
bool xy_edits_any_in(const xy_edits *edits, uint32_t first, uint32_t last);
/** True when just this token is replaced already; what is put round it or beside it does not count. */
bool xy_edits_has_own(const xy_edits *edits, uint32_t token);

/** Does a replacement leave the token out? One that renders it again (a conversion round its expression) does not. */
bool xy_edits_drops(const xy_edits *edits, uint32_t token);
/** True when the token does not come out as it stands: a replacement around it does not render it, or text is put beside it. */
bool xy_edits_changes(const xy_edits *edits, uint32_t token);

/** Several edits that make sense only together: take a mark, and roll back to it when one is refused. */
uint32_t xy_edits_mark(const xy_edits *edits);
void xy_edits_rollback(xy_edits *edits, uint32_t mark);
/** Edits that never came out in a whole rendering, because they lie in replaced text that was not rendered. */
uint32_t xy_edits_dropped(const xy_edits *edits);

/** How the node binds as it stands in the source. */
xy_precedence xy_precedence_of(const xy_node *node);
/** What the place where the node stands needs, by its parent: XY_PREC_ANY between brackets, commas and key words. */
xy_precedence xy_precedence_needed(const xy_node *node);
/** What a token of target text means as an operator: binding of an infix (or, with `prefix`, a prefix) operator; XY_PREC_ANY for others. */
xy_precedence xy_precedence_of_operator(xy_str token, bool prefix);

/** `text` (target language) with its words in the case of the token `model`: lower when the token has small letters only, upper when it
 *  has a capital, unchanged when it has no letters. Strings, quoted and dotted names (xinyi.substr) and dollar-quoted text stay. */
xy_str xy_edit_case(xy_edits *edits, uint32_t model, xy_str text);

/** One run of the source map: target bytes [target, target+length) come from source offset `source` (copied) or replace it (not copied). */
typedef struct xy_map_run {
    uint32_t target, length, source;
    bool copied;
    const char *rule;
} xy_map_run;
typedef struct xy_source_map {
    xy_map_run *items;
    uint32_t count, capacity;
} xy_source_map;

/** Renders tokens [first, last) with all edits, adding to out; map may be null, its target offsets count from where the new text starts. With no edits the text
 * comes out byte for byte. */
void xy_edits_render(xy_edits *edits, uint32_t first, uint32_t last, xy_buffer *out, xy_source_map *map);
/** Rendered text of a node alone (for passes that must look at it, and for diagnostics). */
xy_str xy_edits_render_node(xy_edits *edits, const xy_node *node);

/** Indentation (blanks before the first token of its line) of a token, and the file's line end. */
xy_str xy_edit_indent(const xy_edits *edits, uint32_t token);
xy_str xy_edit_newline(const xy_edits *edits);

/** Source offset of a target offset; *run (may be null) gets the run. False beyond the end of the map. */
bool xy_source_map_find(const xy_source_map *map, uint32_t target, uint32_t *source, const xy_map_run **run);
/** The first target offset whose source offset is at or after `source`; the end of the text when there is none. */
uint32_t xy_source_map_target(const xy_source_map *map, uint32_t source);

typedef struct xy_conflict {
    uint32_t first, last;
    const char *winner, *loser;
} xy_conflict;
/** Conflicts for --explain. */
const xy_conflict *xy_edits_conflicts(const xy_edits *edits, uint32_t *count);

#endif
