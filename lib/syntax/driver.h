/* The parts of the driver: driver.c feeds the parser, resolve.c tells keywords from names, unit.c knows the heads of units,
 * recover.c reports errors and finds the next unit. */
#ifndef XY_SYNTAX_DRIVER_H
#define XY_SYNTAX_DRIVER_H

#include "syntax/keyword.h"
#include "syntax/parser.h"

/** Kind as which token `token` is to be pushed. `previous` is the resolved kind before it (0 at the start), `next` the kind of the
 *  next significant token. */
uint16_t xy_resolve(xy_parser *parser, uint32_t token, uint16_t previous, uint16_t next);

/* ------------------------------------------------------------------ unit.c */
/** The text of the token is this word (upper case). */
bool xy_token_is(const xy_source *source, uint32_t token, const char *word);
/** The tokens from `token` on are these words, separated by blanks: the token after them, else XY_NO_TOKEN. */
uint32_t xy_tokens_match(const xy_source *source, uint32_t token, const char *words);
/** As xy_token_next, but the EOF token instead of none. */
uint32_t xy_token_after(const xy_source *source, uint32_t token);
/** The unit that begins at `start` is PL/SQL: it ends with its END or at a lone slash, not at the first `;`. */
bool xy_unit_is_plsql(const xy_source *source, uint32_t start);
/** Administration statement kept as a run of tokens. */
bool xy_unit_is_admin(const xy_source *source, uint32_t start);
/** A unit that only Oracle can read: wrapped source, Java. It ends at a lone slash. */
bool xy_unit_is_foreign(const xy_source *source, uint32_t start);
/** A word that begins a unit, at the start of a line. */
bool xy_token_may_start_unit(const xy_source *source, uint32_t token);
/** A word that begins a unit and can stand in none, at the start of a line after `;`. */
bool xy_token_must_start_unit(const xy_source *source, uint32_t token);
/** The SQL*Plus command on the line of `token`, which is the first significant one of its line: token after its last, else XY_NO_TOKEN. */
uint32_t xy_sqlplus_tokens(const xy_source *source, uint32_t token);
/** Tree of a unit that is kept as tokens [start, last): AdminStatement, or CreateOther for foreign source. */
xy_node *xy_unit_token_run(xy_builder *builder, uint32_t start, uint32_t last);

/* ------------------------------------------------------------------ recover.c */
/** First token after the broken unit that begins at `start` and failed at `failed`; *slash is set to the lone slash that ends it. */
uint32_t xy_recover(const xy_source *source, uint32_t start, uint32_t failed, uint32_t *slash);

/* ------------------------------------------------------------------ opener.c */
/** Something that the text opens and does not close: its first token, how its end is written, and whether it holds statements. */
typedef struct xy_unclosed {
    uint32_t token;
    const char *closer;
    bool statements;
} xy_unclosed;
/** What is missing at the token that does not fit is the end of something open. */
bool xy_find_unclosed(xy_parser *parser, bool at_end, xy_unclosed *found);

/* ------------------------------------------------------------------ balance.c */
/** Long chains of one associative operator become balanced trees. Children may be anything; the tree has to be linked again. */
void xy_tree_balance(xy_node *root, xy_arena *arena, xy_link_stack *stack);

#endif
