/* Hooks between the passes that decide how types are held. */
#ifndef XY_PASS_TYPES_H
#define XY_PASS_TYPES_H

#include "pass/pass.h"

/** Target type of a collection ("numeric[]", "jsonb"): defined by collection.c. */
xy_str xy_pass_collection_type_name(xy_context *ctx, const xy_type *type);

/** The integer type that a NUMBER(p) becomes with number-mapping=integer; empty when it stays a numeric. */
xy_str xy_pass_integer_type(const xy_context *ctx, const xy_type *type);

/** The domain that a data type of a constrained subtype (or NATURAL …) becomes; empty where it becomes none, which is flagged if values go unchecked:
 * subtype.c. */
xy_str xy_pass_domain(xy_context *ctx, const xy_node *data_type);

#endif
