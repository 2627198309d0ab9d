/* The automaton of grammar/lexer.re, and what lex.c and sqlplus.c know of each other. */
#ifndef XY_SYNTAX_LEXER_H
#define XY_SYNTAX_LEXER_H

#include "syntax/keyword.h"
#include "syntax/parse.h"

/** Openers: the automaton ends after them, lex.c finds the end. A spaced bind and a parameter @name are
 *  such only where an operand may begin. */
enum {
    XY_LEXER_OPEN_STRING = XY_TOKEN_COUNT,
    XY_LEXER_OPEN_QUOTE,
    XY_LEXER_OPEN_COMMENT,
    XY_LEXER_OPEN_HINT,
    XY_LEXER_OPEN_NAME,
    XY_LEXER_OPEN_FOREIGN,
    XY_LEXER_SPACED_BIND,
    XY_LEXER_AT_NAME,
    XY_LEXER_ODD_WORD,
    XY_LEXER_ODD_BLANK, /* with characters that nobody sees */
    XY_LEXER_UNCLOSED   /* a string without its end, of complete() in lex.c */
};

/** One token at `start`: its kind (an xy_token_kind, every word a WORD, or an opener) and its end. *limit must be a NUL byte. */
unsigned xy_lexer_token(const char *start, const char *limit, const char **end);

/** The lexer has given a message for the token (a character that cannot stand there, an unclosed string, a look-alike). */
bool xy_token_is_reported(const xy_source *source, uint32_t token);

/** How sure the caller needs to be that a line is a SQL*Plus command: where a statement may begin, where one may also go on, or
 *  where one does go on. */
typedef enum xy_sqlplus_place { XY_SQLPLUS_AT_START, XY_SQLPLUS_AFTER_END, XY_SQLPLUS_INSIDE } xy_sqlplus_place;

/** If the line at `offset` (blanks skipped) is a SQL*Plus command: offset after its last byte (continuation lines included,
 *  the line end not); else 0. */
uint32_t xy_sqlplus_line(xy_str text, uint32_t offset, xy_sqlplus_place place);

/** Turns the tokens of conditional compilation directives and branches that are not taken into trivia. */
void xy_conditional_apply(xy_source *source, xy_arena *arena, xy_diags *diags);

#endif
