/* The tokens of a fix template and what they mean as operators. Inside of edit/: used by align.c. */
#ifndef XY_EDIT_TEMPLATE_H
#define XY_EDIT_TEMPLATE_H

#include "edit/align.h"

/** A significant token of a pattern or template. */
typedef struct xy_piece_token {
    uint32_t offset, end; /**< bytes of its source */
    uint16_t kind;
    int16_t hole;    /**< number of the variable, or -1 */
    uint8_t binding; /**< xy_precedence of an operator, else XY_PREC_ANY */
    bool prefix;
    bool is_list;     /**< `$...xs` */
    int16_t comma_of; /**< a comma that goes when this list is empty, or -1 */
} xy_piece_token;

typedef struct xy_piece_tokens {
    xy_piece_token *items;
    uint32_t count;
} xy_piece_tokens;

/** Significant tokens [first, last) of the source. */
xy_piece_tokens xy_template_tokens(xy_arena *arena, const xy_source *source, uint32_t first, uint32_t last, const xy_str *names, uint32_t count);
/** Fills in `binding` and `prefix`; returns how the whole binds. */
xy_precedence xy_template_bind(const xy_source *source, xy_piece_tokens tokens);
/** What the place of token `index` needs of an expression put there. */
xy_precedence xy_template_needed(const xy_source *source, xy_piece_tokens tokens, uint32_t index);

#endif
