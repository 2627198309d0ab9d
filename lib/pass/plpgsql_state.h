/* Inside of the shared state: for plpgsql.c, flush.c and the passes of routines and exceptions. Other passes use plpgsql.h. */
#ifndef XY_PASS_PLPGSQL_STATE_H
#define XY_PASS_PLPGSQL_STATE_H

#include "pass/plpgsql.h"

typedef struct xy_plpgsql_declaration { const xy_node *block; xy_str name, rest; } xy_plpgsql_declaration;
typedef struct xy_plpgsql_line { const xy_node *statement; unsigned order; xy_rope rope; const char *rule; } xy_plpgsql_line;
typedef XY_VEC(xy_plpgsql_line) xy_plpgsql_lines;

/** Statements `first` to `last` of one list that get their own sub-block: text before the first and after the last, `indent` for their lines. */
typedef struct xy_plpgsql_group {
    const xy_node *first, *last;
    xy_str         begin, end;   /**< whole lines without the outer indentation; line ends inside are "\n" */
    xy_rope        tail;         /**< put before `end`: what was a condition, for example */
    bool           only_before;  /**< begin, tail and end all come before `first`, which stays outside */
} xy_plpgsql_group;

/** A body or block that is put in quotes. */
typedef struct xy_plpgsql_text {
    const xy_node *block;
    uint32_t       start;        /**< token before which (or in whose place) the text starts */
    const char    *head, *tail;
    xy_str         prologue;
} xy_plpgsql_text;

typedef struct xy_plpgsql {
    xy_body **bodies;            /**< by id of the owner */
    bool     *dropped;           /**< by id of a declaration */
    bool     *counted;           /**< by id of a statement whose rows are counted in another way */
    XY_VEC(xy_plpgsql_declaration) declarations;
    xy_plpgsql_lines before, after;
    XY_VEC(xy_rope) before_unit, after_unit;
    XY_VEC(xy_plpgsql_group) groups; /**< outer ones before inner ones */
    XY_VEC(xy_plpgsql_text) texts;
    bool quotes_inside;          /**< texts with dollar quotes of their own are put into a body */
    bool flushed;
} xy_plpgsql;

xy_plpgsql *xy_plpgsql_state(xy_context *ctx);

/** Is the token this word (given in capitals), quoted or not? */
bool   xy_plpgsql_word_is(const xy_context *ctx, uint32_t token, const char *upper);
/** Is it the name SQL, the implicit cursor? */
bool   xy_plpgsql_is_implicit_cursor(const xy_context *ctx, const xy_node *cursor);
/** The body's row count variable, declared when it is used; empty when the body does not read one. */
xy_str xy_plpgsql_rowcount(xy_context *ctx, xy_body *body);
/** Notes that a declaration is gone, without an edit. */
void   xy_plpgsql_mark_dropped(xy_context *ctx, const xy_node *decl);

#endif
