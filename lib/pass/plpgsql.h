/* What the PL/pgSQL passes of one unit share: bodies, texts to insert, names made up.
 *
 * The passes do not insert lines into a body themselves: they ask here, and everything is put in place once, after the walk, in an
 * order that does not depend on the order of the requests (see xy_plpgsql_flush). All requests must come from a pass's `apply`.
 *
 * A body is a block that becomes one dollar-quoted text on the target: of a routine, a trigger, a timing point, a package's
 * initialisation, or an anonymous block. A nested subprogram is a body of its own, because it is lifted out. */
#ifndef XY_PASS_PLPGSQL_H
#define XY_PASS_PLPGSQL_H

#include "pass/pass.h"

typedef enum xy_body_kind { XY_BODY_FUNCTION, XY_BODY_PROCEDURE, XY_BODY_TRIGGER, XY_BODY_ANONYMOUS, XY_BODY_PACKAGE_INIT } xy_body_kind;

typedef struct xy_body xy_body;
struct xy_body {
    xy_body_kind kind;
    const xy_node *owner;    /**< Routine, CreateTrigger, TimingPoint, CreatePackageBody, or the outermost Block itself */
    const xy_node *block;    /**< Block; null for a package's initialisation (its statements belong to the owner) */
    xy_body *outer;          /**< body of the routine that this subprogram is nested in, or null */
    xy_symbol *symbol;       /**< the routine, or null */
    bool autonomous;         /**< PRAGMA AUTONOMOUS_TRANSACTION */
    bool uses_rowcount;      /**< reads SQL%ROWCOUNT, SQL%FOUND or SQL%NOTFOUND */
    xy_str rowcount;         /**< its variable then, else empty */
    xy_str label;            /**< label of the outermost block, or empty */
    bool use_column;         /**< needs #variable_conflict use_column */
    struct xy_rescue *keeps; /**< a routine that returns its error (undo.h), or null */
    bool returns_by_out;     /**< a function whose result is its last OUT parameter */
    xy_map variables;        /**< names declared in it, nested subprograms left out (conflict.c) */
    XY_VEC(uint32_t) groups; /**< numbers of its groups (flush.c) */
};

/** The body that the node lies in; null outside PL/SQL code. */
xy_body *xy_plpgsql_body(xy_context *ctx, const xy_node *node);
/** The statement that holds the expression (or the node itself when it is one): something that text can be put before and after.
 *  A labelled statement counts with its labels. Null when the node is in a declaration or in a header. */
const xy_node *xy_plpgsql_statement(xy_context *ctx, const xy_node *node);
/** Innermost Block that holds the node, or null. */
const xy_node *xy_plpgsql_block(const xy_node *node);
/** The list of statements that holds the statement, and where; false when it is in none. */
bool xy_plpgsql_list(const xy_node *statement, xy_nodes *list, uint32_t *index);
/** Token of the `;` that ends a statement, declaration or unit. */
uint32_t xy_plpgsql_semicolon(const xy_context *ctx, const xy_node *node);
/** True when the expression is evaluated exactly once whenever its statement runs, before anything else of it can be seen: not in a
 *  loop's condition, not behind AND, OR, CASE, ELSIF, not inside SQL. Text that computes it may then be put before the statement. */
bool xy_plpgsql_is_unconditional(xy_context *ctx, const xy_node *expr);
/** The WHILE loop whose condition evaluates the expression exactly once in each turn; or null. */
const xy_node *xy_plpgsql_while(xy_context *ctx, const xy_node *expr);
/** The branch of an IF statement, not its first, whose condition evaluates the expression exactly once when the branches before it were not taken. */
const xy_node *xy_plpgsql_elsif(xy_context *ctx, const xy_node *expr);

/* ---- declarations ---- */

/** Adds `name rest;` (rest: "bigint", "text := 'x'") to the declarations of the innermost block around `at`, or of the body's outermost
 *  block. The same name in the same block is added once. */
void xy_plpgsql_declare(xy_context *ctx, const xy_node *at, bool outermost, xy_str name, xy_str rest);
/** A fresh variable of that type in the innermost block around `at`; null type: text of the type is given in `type_text`. */
xy_str xy_plpgsql_temp(xy_context *ctx, const xy_node *at, const char *stem, const xy_type *type, const char *type_text);
/** Takes a declaration out (with its comments kept). When none is left, so goes the word DECLARE. */
void xy_plpgsql_drop_declaration(xy_context *ctx, const xy_node *decl);

/* ---- statements ---- */

/** Order of what is put after a statement: first the counts that the next statement would overwrite. */
typedef enum xy_after { XY_AFTER_COUNT, XY_AFTER_COPY /* out arguments to their places */, XY_AFTER_REST } xy_after;
/** Puts a line of its own before or after the statement that holds `node`. `line` ends with its `;` and may have line ends inside. */
void xy_plpgsql_before(xy_context *ctx, const xy_node *node, xy_rope line);
void xy_plpgsql_after(xy_context *ctx, const xy_node *node, xy_after order, xy_rope line);
/** The body's row count variable is now `rope` (an expression): for statements that are not one SQL statement any more, such as FORALL.
 *  Does nothing when the body does not read it. A statement given here gets no GET DIAGNOSTICS. */
void xy_plpgsql_set_rowcount(xy_context *ctx, const xy_node *stmt, xy_rope value);

/** Adds to `statement` the text that assigns `value` to the place that the expression denotes. Passes for places that are no variables of the
 *  target (elements, packaged variables) enter themselves in the table of assign.c. */
void xy_assign_text(xy_context *ctx, const xy_node *place, xy_str value, xy_rope *statement);
/** Adds the pieces of `more` to `rope`. */
void xy_plpgsql_append(xy_context *ctx, xy_rope *rope, const xy_rope *more);

/* ---- around the unit ---- */

/** Statements of their own before or after the unit (CREATE TYPE …; lifted subprograms), each ended by `;`, in order of the requests. */
void xy_plpgsql_before_unit(xy_context *ctx, xy_rope statement);
void xy_plpgsql_after_unit(xy_context *ctx, xy_rope statement);

/* ---- names ---- */

/** Label of the outermost block of the body; made up when there is none. */
xy_str xy_plpgsql_label(xy_context *ctx, xy_body *body);
/** Name of an object that belongs to a unit but has no name of its own on the target, "<unit>__<name>", in the unit's schema; in pg_temp for an
 *  anonymous block. */
xy_str xy_plpgsql_unit_object(xy_context *ctx, xy_str oracle_name);

/* ---- routines (routine.c) ---- */

/** How a routine is written on the target. */
typedef struct xy_routine_form {
    const char *create;  /**< "CREATE OR REPLACE " to be put before PROCEDURE or FUNCTION; null when the source has it */
    xy_str name;         /**< replaces the name, schema and all; empty: stays */
    xy_str first_params; /**< parameters before the author's ("INOUT v numeric"); empty: none */
    xy_str last_params;  /**< parameters after them */
    xy_str returns;      /**< replaces the return type ("trigger", "SETOF t"); empty: by the source */
    xy_str prologue;     /**< statements at the start of the body, each ended by `;` */
    bool result_first;   /**< first_params hold the result (it may not follow a parameter with a default) */
    bool as_procedure;   /**< a function that is written as a procedure */
} xy_routine_form;

/** Translates a Routine node in place: header, body, language. The text from the node's first token to its last is then one statement for
 *  the target, ended by `;`. A routine without a body (a declaration ahead) is not emitted: the caller drops it. */
void xy_routine_translate(xy_context *ctx, const xy_node *routine, const xy_routine_form *form);
/** Turns a Block into a dollar-quoted body in place: `head` (for example "AS ") before `$$`, `tail` (" LANGUAGE plpgsql;") after it. The block's
 *  `declare` token (IS, AS, DECLARE), if any, becomes DECLARE or nothing. */
void xy_body_translate(xy_context *ctx, const xy_node *block, const char *head, const char *tail, xy_str prologue);

/* ---- calls (call.c) ---- */

/** How the routine is called on the target: a function in a query, a procedure by CALL, a function with OUT parameters by SELECT INTO. */
typedef enum xy_call_form { XY_CALL_FUNCTION, XY_CALL_PROCEDURE, XY_CALL_FUNCTION_WITH_OUT } xy_call_form;
xy_call_form xy_call_form_of(const xy_symbol *routine);

/* ---- dynamic SQL (dynamic.c) ---- */

/** Translates the text that the expression gives to EXECUTE or OPEN … FOR, in place, with $1 … for placeholders. Flags (ids unknown-text,
 *  not-understood, open-part, block-binds of the calling rule) what it cannot. */
bool xy_dynamic_translate(xy_context *ctx, const xy_node *sql);
/** As xy_dynamic_translate, for targets that run EXECUTE IMMEDIATE themselves: placeholders stay. `seen` is called with the text's own context. */
void xy_dynamic_translate_native(xy_context *ctx, const xy_node *sql, void (*seen)(xy_context *inner, void *data), void *data);

/* ---- exceptions (exception.c, errors.c) ---- */

/** SQLSTATE of a user-defined exception: by its EXCEPTION_INIT number, else made of its qualified name ("PKG.E", "UNIT.BLOCK.E"). */
xy_str xy_exception_sqlstate(xy_context *ctx, const xy_symbol *exception);

/** Puts everything in place. Called once, by the finish function of the routine pass. */
void xy_plpgsql_flush(xy_context *ctx);

#endif
