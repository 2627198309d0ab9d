/* Between the driver (driver.c, resolve.c, recover.c) and the grammar (grammar/parser/ *.y).
 *
 * The grammar's declarations must contain
 *     %require "3.8"
 *     %define api.prefix {xy_yy}
 *     %define api.pure full
 *     %define api.push-pull push
 *     %define parse.lac full
 *     %define parse.error custom
 *     %locations
 *     %define api.location.type {xy_span}
 *     %parse-param {xy_parser *parser}
 * its value union a `uint32_t token` for all tokens, its start rule one alternative for each MODE_ token which sets
 * parser->root, and its epilogue `#include "syntax/parser_glue.h"`, which defines the functions below and the report
 * function that bison asks for. Token codes are the kinds of gen/tokens.h.
 *
 * The start rule of MODE_UNIT takes one unit with its `;` (if it has one); the driver asks after each `;` whether the end is
 * acceptable. A lone `/` and SQL*Plus lines are never pushed. */
#ifndef XY_SYNTAX_PARSER_H
#define XY_SYNTAX_PARSER_H

#include "syntax/builder.h"
#include "syntax/parse.h"

enum { XY_LOOKAHEAD_DEPTH = 2000 /* entries of the stack on which bison tries a token */ };

typedef struct xy_parser {
    xy_builder builder;
    const xy_source *source;
    xy_diags *diags;
    xy_node *root;   /**< set by the start rule */
    uint32_t first;  /**< token with which the unit begins */
    uint32_t end;    /**< after the last token of the source that was pushed: where the end of input stands */
    uint32_t token;  /**< pushed last */
    uint16_t kind;   /**< as which kind it was pushed */
    uint32_t errors; /**< syntax errors reported in this parse */
    bool quiet;      /**< report nothing */
    bool at_end;     /**< the token pushed last stands for the end: what follows belongs to the next unit */
    bool too_deep;
    void *state;                     /**< bison's stacks */
    struct xy_parser_memory *memory; /**< where the stacks begin; null: in the builder's arena */
} xy_parser;

/** Room for the stacks of one short parse: rules are thousands of fragments, whose stacks would fill the arena. */
typedef struct xy_parser_memory {
    _Alignas(16) char state[9 * 1024];
    uint16_t lookahead[XY_LOOKAHEAD_DEPTH];
} xy_parser_memory;

typedef enum xy_push { XY_PUSH_MORE, XY_PUSH_ACCEPTED, XY_PUSH_FAILED, XY_PUSH_TOO_DEEP } xy_push;

/** Starts a parse; the stacks begin in `memory` or in the builder's arena, and grow there. */
void xy_parser_begin(xy_parser *parser);
/** Pushes token `token` of the source as `kind`. MODE_ stands before `token`; EOF right after the token pushed before, so that nodes
 *  take in no trivia; there `token` is only what a message points at. */
xy_push xy_parser_push(xy_parser *parser, uint16_t kind, uint32_t token);
/** Would a token of this kind be shifted now (perhaps after reductions)? */
bool xy_parser_accepts(xy_parser *parser, uint16_t kind);

/** Reports that parser->token does not fit (recover.c). */
void xy_parser_report(xy_parser *parser);

/** Bison calls it only when memory is exhausted, which here means that the depth limit is reached. */
void xy_yyerror(const xy_span *span, xy_parser *parser, const char *message);

/* Bison's stacks grow in the arena and up to a limit: nothing is left behind when memory runs out, and nesting is bounded. The
 * numbers are stack entries; a level of nested parentheses takes one, a level of nested statements about four. */
#define YYINITDEPTH 200
#define YYMAXDEPTH (4 * XY_LIMIT_DEPTH)
#define YYMALLOC(size) ((void)(size), (void *)0)
#define YYFREE(block) ((void)(block))
#define yyoverflow(message, states, state_bytes, values, value_bytes, spans, span_bytes, capacity)                                                             \
    ((void)(message), xy_parser_grow(parser, states, state_bytes, values, value_bytes, spans, span_bytes, capacity))
/** Doubles three stacks of `capacity` entries that are full; each pointer argument is the address of a pointer. */
void xy_parser_grow(xy_parser *parser, void *states, ptrdiff_t state_bytes, void *values, ptrdiff_t value_bytes, void *spans, ptrdiff_t span_bytes,
                    ptrdiff_t *capacity);

#endif
