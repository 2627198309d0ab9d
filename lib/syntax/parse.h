/* From text to units and trees. */
#ifndef XY_SYNTAX_PARSE_H
#define XY_SYNTAX_PARSE_H

#include "base/map.h"
#include "syntax/node.h"

/** Fills source->tokens of a script: lines with SQL*Plus commands are one token each. Unterminated strings and comments become
 *  tokens to the end of file with a diagnostic. Branches of $IF that are not taken become XY_TOKEN_INACTIVE. */
void xy_syntax_lex(xy_source *source, xy_arena *arena, xy_diags *diags);
/** As xy_syntax_lex for a fragment (dynamic SQL, an expression): no SQL*Plus commands. */
void xy_syntax_lex_fragment(xy_source *source, xy_arena *arena, xy_diags *diags);

typedef enum xy_unit_state {
    XY_UNIT_PARSED,
    XY_UNIT_RECOVERED /* Bogus inside */,
    XY_UNIT_UNPARSED,
    XY_UNIT_SCRIPT /* SQL*Plus */,
    XY_UNIT_BLANK /* trivia at end */
} xy_unit_state;

/** A unit: a statement, PL/SQL unit or SQL*Plus line with the trivia before it and its terminator. Units cover the file. */
typedef struct xy_unit {
    uint32_t first, last; /**< tokens [first, last) with leading trivia */
    uint32_t start;       /**< first significant token */
    uint32_t terminator;  /**< the final `;` of an SQL statement, or the lone `/`, or XY_NO_TOKEN */
    uint32_t slash;       /**< the lone `/` that ends it, or XY_NO_TOKEN */
    xy_unit_state state;
    xy_node *tree;       /**< null when unparsed or blank; a Stmt, Unit or Query (Select) node */
    uint32_t node_count; /**< ids are below this */
} xy_unit;

/** Numbers of units in file order. */
typedef struct xy_unit_numbers {
    uint32_t *items;
    uint32_t count, capacity;
} xy_unit_numbers;
typedef struct xy_units {
    xy_unit *items;
    uint32_t count, capacity;
    /* Filled by xy_units_index: */
    xy_map by_name;           /**< last part of the declared name -> xy_unit_numbers */
    xy_unit_numbers *by_kind; /**< by the tree's kind */
} xy_units;

/** Cuts the file into units and parses each. Every token is in exactly one unit. */
void xy_syntax_parse(const xy_source *source, xy_arena *arena, xy_units *units, xy_diags *diags);

typedef enum xy_start {
    XY_START_UNIT,
    XY_START_EXPRESSION,
    XY_START_STATEMENT /* PL/SQL or SQL statement with ; */,
    XY_START_QUERY,
    XY_START_TABLE,
    XY_START_TYPE,
    XY_START_DECLARATION
} xy_start;

/** Parses the whole source as one fragment (patterns, dynamic SQL, examples). Null with diagnostics when it does not fit.
 *  Accepts `$name` and `$...name` holes when the source was lexed with xy_syntax_lex_pattern. */
xy_node *xy_syntax_parse_fragment(const xy_source *source, xy_arena *arena, xy_start start, uint32_t *node_count, xy_diags *diags);
/** As xy_syntax_lex, and `$x`, `$...xs` are tokens XY_TOKEN_HOLE, XY_TOKEN_HOLES (parsed as Name; flag XY_FLAG_HOLE is set). */
void xy_syntax_lex_pattern(xy_source *source, xy_arena *arena, xy_diags *diags);

/** Notes the kinds of the trees and which unit declares which name (trees with a field `name`). xy_syntax_parse does it itself. */
void xy_units_index(const xy_source *source, xy_arena *arena, xy_units *units);
/** The first unit behind `after` (null: of the file) whose tree is of that kind and declares a name with this last part; null for none. */
const xy_unit *xy_units_named(const xy_units *units, uint16_t kind, xy_str name, const xy_unit *after);
/** The first unit behind `after` whose tree is of that kind, or null. */
const xy_unit *xy_units_of_kind(const xy_units *units, uint16_t kind, const xy_unit *after);

/** Kind of a unit in Oracle's words in lower case ("package body", "create table" is "table", "select", "anonymous block", "sqlplus"). */
xy_str xy_unit_kind(const xy_unit *unit, const xy_source *source);
/** Declared or affected object, folded and dotted ("HIS.FEE"); empty for none. */
xy_str xy_unit_name(const xy_unit *unit, const xy_source *source, xy_arena *arena);

/** A name token as Oracle stores it: unquoted folded to upper case, quotes removed. */
xy_str xy_token_name(const xy_source *source, uint32_t token, xy_arena *arena);
/** Is it this name, given as Oracle stores it? */
bool xy_token_name_is(const xy_source *source, uint32_t token, xy_str name);
/** The name of a bind variable as it is written, without colon and blanks. */
xy_str xy_token_bind(const xy_source *source, uint32_t token);
/** The value of a string literal token (quotes, q-quotes, doubled quotes removed). */
xy_str xy_token_string(const xy_source *source, uint32_t token, xy_arena *arena);

/** Value of an inquiry directive. */
typedef struct xy_inquiry_value {
    enum { XY_INQUIRY_NULL, XY_INQUIRY_BOOLEAN, XY_INQUIRY_NUMBER } kind;
    long number;
} xy_inquiry_value;
/** What PLSQL_CCFLAGS says about the directive `$$name` at the token: null when it is not set there. */
xy_inquiry_value xy_source_inquiry(const xy_source *source, uint32_t token);

/** Nesting limit of expressions, queries and blocks; beyond it a unit is unparsed with XY_MSG_TOO_DEEP. */
enum { XY_LIMIT_DEPTH = 5000 };

#endif
