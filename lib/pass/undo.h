/* What becomes of the work of a block whose handler runs (trap F02).
 *
 * Oracle undoes the failing statement only; PL/pgSQL undoes everything that the block did. Where this can be seen, the body is cut into
 * groups that each change data at most once, as their last step; each group is a block of its own, and the handlers stand behind:
 *
 *     <<xy_body>>
 *     BEGIN
 *       BEGIN  group  EXCEPTION WHEN OTHERS THEN GET STACKED DIAGNOSTICS …; EXIT xy_body; END;
 *       …
 *     END xy_body;
 *     IF xy_sqlstate IS NOT NULL THEN
 *       BEGIN
 *         RAISE EXCEPTION USING ERRCODE = xy_sqlstate, MESSAGE = xy_sqlerrm;
 *       EXCEPTION
 *         handlers
 *       END;
 *     END IF;
 *
 * COMMIT and ROLLBACK stand between groups, where the target allows them. */
#ifndef XY_PASS_UNDO_H
#define XY_PASS_UNDO_H

#include "pass/plpgsql_state.h"

/** A routine whose work must stay when it fails (xy_sema_keeps_work) is written as a procedure that returns the error in its first parameters:
 *
 *     CREATE PROCEDURE p__kept(INOUT xy_sqlstate text, INOUT xy_sqlerrm text, …) …
 *       BEGIN  group  EXCEPTION WHEN OTHERS THEN GET STACKED DIAGNOSTICS …; RETURN; END;
 *
 * and the routine itself calls that one and raises. Where an error is handled, p__kept is called instead. Cuts the body. */
void xy_undo_keep(xy_context *ctx, const xy_node *block, xy_rescue *rescue);
/** Where the error of this call (Call or Name) goes; null: it is raised as usual. */
const xy_rescue *xy_undo_kept_call(xy_context *ctx, const xy_node *call);

/** The state under which a rescued error is raised again or returned: what only its context tells goes into it. */
xy_str xy_undo_raised_state(xy_context *ctx, const xy_rescue *rescue);
/** Do errors of the block's statements need their context? (exception.c) */
bool xy_exception_is_ambiguous(xy_context *ctx, const xy_block *block);

/** Decides how the block with handlers is written and asks for the groups; flags what is not exact. Once per block. */
void xy_undo_decide(xy_context *ctx, const xy_node *block);
/** Lines behind the last statement of a handler, at the indentation of the handler. */
void xy_undo_after_handler(xy_context *ctx, const xy_handler *handler, xy_str lines);

#endif
