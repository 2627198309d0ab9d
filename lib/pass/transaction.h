/* Savepoints at the start of blocks, for the decision about handlers (undo.c). */
#ifndef XY_PASS_TRANSACTION_H
#define XY_PASS_TRANSACTION_H

#include "pass/plpgsql_state.h"

/** The SAVEPOINT directly before or at the start of the block in whose handler `rollback` is the first statement and goes back to it; null for
 *  anything else. Such a block needs no more than the target's own handling. */
const xy_node *xy_transaction_block_savepoint(const xy_context *ctx, const xy_node *rollback);

#endif
