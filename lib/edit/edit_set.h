/* Inside of the edit set, shared by edit.c, rope.c, render.c and map.c. Not for other folders. */
#ifndef XY_EDIT_EDIT_SET_H
#define XY_EDIT_EDIT_SET_H

#include "edit/edit.h"

typedef struct xy_edit xy_edit;
/** A replacement (first < last) or an insertion (first == last). Nodes of two search trees (treaps), one for each. */
struct xy_edit {
    uint32_t key[3];      /**< order: replacements by (first, ~last, WRAP before OWN), insertions by (token, side, serial) */
    uint32_t first, last; /**< an insertion has the token in both */
    uint32_t serial;      /**< order of addition */
    uint32_t max_last;    /**< largest `last` in this subtree */
    uint32_t priority;    /**< heap order of the treap */
    xy_edit *left, *right;
    xy_rope rope;
    const char *rule;
    xy_token_list comments; /**< inside the range and in no rendered range: written after the text */
    uint8_t layer, side, precedence;
    bool active;  /**< being rendered: not applied again inside itself */
    bool applied; /**< came out in a whole rendering */
    bool helper;  /**< blanks around a deletion: neither reported nor counted */
};

typedef struct xy_render_frame xy_render_frame;

struct xy_edits {
    xy_arena *arena;
    const xy_source *source;
    xy_edit *replacements, *insertions; /**< roots */
    XY_VEC(xy_edit *) all;              /**< in order of addition, for rollback */
    XY_VEC(xy_conflict) conflicts;
    XY_VEC(xy_render_frame) frames; /**< stack of the renderer, kept for reuse */
    xy_span deleted;                /**< the deletion before, with those that it adjoins: they share their line */
    xy_str newline;
    size_t output_limit; /**< bytes of one rendering */
};

/** First node whose key is not less than `key`, or null. */
xy_edit *xy_edit_lower_bound(xy_edit *root, const uint32_t key[3]);
/** The replacement that the renderer has to consider next: starts at or after `token`, ends at or before `last`, is not active. */
xy_edit *xy_edit_next(const xy_edits *edits, uint32_t token, uint32_t last);
/** The first insertion at or after the position (token, side) that is not beyond `last`. */
xy_edit *xy_edit_next_insertion(const xy_edits *edits, uint32_t token, xy_side side, uint32_t last);
/** The replacement that comes out for exactly this range now, or null. */
xy_edit *xy_edit_exact(const xy_edits *edits, uint32_t first, uint32_t last);
/** Comment of any sort, hints included. */
bool xy_edit_is_comment(uint16_t kind);

/** Adds a run to the map; joins it with the run before where they continue each other. */
void xy_source_map_add(xy_arena *arena, xy_source_map *map, xy_map_run run);

#endif
