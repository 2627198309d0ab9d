/* Inside of the shared state: for plpgsql.c, flush.c and the passes of routines and exceptions. Other passes use plpgsql.h. */
#ifndef XY_PASS_PLPGSQL_STATE_H
#define XY_PASS_PLPGSQL_STATE_H

#include "pass/plpgsql.h"

typedef struct xy_plpgsql_declaration {
    xy_str name, rest;
} xy_plpgsql_declaration;
typedef XY_VEC(xy_plpgsql_declaration) xy_plpgsql_declarations;
typedef struct xy_plpgsql_line {
    const xy_node *statement;
    unsigned order;
    xy_rope rope;
    const char *rule;
    bool diagnostics;
} xy_plpgsql_line;
typedef XY_VEC(xy_plpgsql_line) xy_plpgsql_lines;

/** Statements `first` to `last` of one list that get their own sub-block: text before the first and after the last, `indent` for their lines. */
typedef struct xy_plpgsql_group {
    const xy_node *first, *last;
    xy_str begin, end; /**< whole lines without the outer indentation; line ends inside are "\n" */
    xy_rope tail;      /**< put before `end`: what was a condition, for example */
    uint32_t blanks;   /**< by which its lines move to the right; 0 is one step */
    bool silent;       /**< only tells how far lines move */
    bool only_before;  /**< begin, tail and end all come before `first`, which stays outside */
} xy_plpgsql_group;

/** Where an error goes whose handlers stand behind the body (undo.h): it is saved in variables, and the body's block is left. */
typedef struct xy_rescue {
    xy_str label; /**< empty: the routine returns */
    xy_str state, message, context /**< empty: not kept */;
} xy_rescue;

/** How the handlers of one block are written. */
typedef struct xy_handling {
    bool done;         /**< decided */
    bool guarded;      /**< WHEN OTHERS with tests instead of conditions */
    bool split;        /**< the body keeps its work: handlers stand behind it (undo.h) */
    xy_str context;    /**< variable with the error's context; empty: not needed */
    xy_rescue *rescue; /**< of this block's body, when split */
    xy_rescue *escape; /**< where errors go that no handler takes; null: out of the block */
} xy_handling;

/** Lines behind a statement, at the indentation of `model`. */
typedef struct xy_plpgsql_tail {
    const xy_node *statement, *model;
    xy_str lines;
} xy_plpgsql_tail;

/** A call of a routine that returns its error (undo.h). */
typedef struct xy_plpgsql_kept {
    const xy_node *call;
    const xy_rescue *rescue;
} xy_plpgsql_kept;

/** Statements behind a routine that is one of several of its unit. */
typedef struct xy_plpgsql_behind {
    const xy_node *node;
    xy_rope rope;
} xy_plpgsql_behind;

/** A FORALL whose turns are groups of their own, each ended by `end` ("EXCEPTION … END;"). */
typedef struct xy_plpgsql_rescued {
    const xy_node *forall;
    xy_str end;
} xy_plpgsql_rescued;

/** A body or block that is put in quotes. */
typedef struct xy_plpgsql_text {
    const xy_node *block;
    uint32_t start; /**< token before which (or in whose place) the text starts */
    const char *head, *tail;
    xy_str prologue;
} xy_plpgsql_text;

typedef struct xy_nested_set xy_nested_set;

typedef struct xy_plpgsql {
    xy_body **bodies;                   /**< by id of the owner */
    bool *dropped;                      /**< by id of a declaration */
    xy_handling **handlings;            /**< by id of a block with handlers */
    bool *counted;                      /**< by id of a statement whose rows are counted in another way */
    xy_plpgsql_declarations **declared; /**< by id of the block: those that were added */
    xy_plpgsql_lines before, after;
    XY_VEC(xy_rope) before_unit, after_unit;
    XY_VEC(xy_plpgsql_group) groups;       /**< outer ones before inner ones */
    uint32_t filed_groups;                 /**< so many of them are noted in their bodies */
    XY_VEC(const xy_node *) builtin_calls; /**< ProcedureCalls of Oracle's packages */
    XY_VEC(xy_plpgsql_tail) tails;
    XY_VEC(const xy_node *) dynamic_values;  /**< texts of dynamic SQL that were translated where they are assigned */
    XY_VEC(struct xy_dynamic_built *) built; /**< texts that bodies build step by step */
    XY_VEC(const xy_node *) lifted;          /**< nested subprograms, outer ones first */
    xy_nested_set *nested;                   /**< of nested.c */
    XY_VEC(const xy_node *) split_blocks;    /**< blocks whose handlers stand behind the body */
    XY_VEC(xy_plpgsql_rescued) rescued;
    xy_plpgsql_text **texts; /**< by id of the block */
    unsigned savepoint_serial;
    XY_VEC(xy_plpgsql_kept) kept;
    xy_str kept_state, kept_message; /**< parameters of routines that return their error */
    XY_VEC(xy_plpgsql_behind) behind;
    bool quotes_inside; /**< texts with dollar quotes of their own are put into a body */
    bool flushed;
} xy_plpgsql;

xy_plpgsql *xy_plpgsql_state(xy_context *ctx);

/** How the handlers of the block are written (exception.c); decided by the first who asks. */
xy_handling *xy_handling_of(xy_context *ctx, const xy_node *block);
/** Statement that keeps the current error and leaves the body: "GET STACKED DIAGNOSTICS …;\nEXIT label;". */
xy_str xy_rescue_text(xy_context *ctx, const xy_rescue *rescue);

/** Indentation of the node's line, with the steps of the groups around it that are known so far. */
xy_str xy_plpgsql_indent(xy_context *ctx, const xy_node *node);
/** By how much the handlers of a split block move to the right. */
uint32_t xy_split_blanks(xy_context *ctx, const xy_block *block);

/** Is the token this word (given in capitals), quoted or not? */
bool xy_plpgsql_word_is(const xy_context *ctx, uint32_t token, const char *upper);
/** Is it the name SQL, the implicit cursor? */
bool xy_plpgsql_is_implicit_cursor(const xy_context *ctx, const xy_node *cursor);
/** The body's row count variable, declared when it is used; empty when the body does not read one. */
xy_str xy_plpgsql_rowcount(xy_context *ctx, xy_body *body);
/** Puts GET DIAGNOSTICS behind the statement, unless its rows are counted in another way. */
void xy_plpgsql_count_rows(xy_context *ctx, const xy_node *statement, xy_str variable);
/** Could PL/pgSQL take a column for a variable somewhere in the body? (conflict.c) */
bool xy_plpgsql_names_clash(xy_context *ctx, xy_body *body);
/** Routine, trigger, timing point or package body: the nodes that a body's text is made of, besides anonymous blocks. */
bool xy_plpgsql_owns_body(const xy_node *node);
/** Names with the routine before them: labels where the target needs one, the name of a lifted routine where it has another. (conflict.c) */
void xy_plpgsql_qualify(xy_context *ctx, xy_body *body);
/** Notes that a declaration is gone, without an edit. */
void xy_plpgsql_mark_dropped(xy_context *ctx, const xy_node *decl);

#endif
