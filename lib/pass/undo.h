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

/** Decides how the block with handlers is written and asks for the groups; flags what is not exact. Once per block. */
void xy_undo_decide(xy_context *ctx, const xy_node *block);
/** Lines behind the last statement of a handler, at the indentation of the handler. */
void xy_undo_after_handler(xy_context *ctx, const xy_handler *handler, xy_str lines);

#endif
