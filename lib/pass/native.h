/* What a target reads as it stands: its fact `native_nodes`, looked up once per target instead of once per node. */
#ifndef XY_PASS_NATIVE_H
#define XY_PASS_NATIVE_H

#include "syntax/node.h"
#include "target/target.h"

/** A field that the target does not take as it stands, or with some values only. */
typedef struct xy_native_part {
    const xy_field_info *field;
    bool limited;    /**< known with some values only; else not known at all */
    uint64_t values; /**< of an enumeration: bit per value */
} xy_native_part;

typedef struct xy_native_kind {
    bool known;
    uint16_t count;
    xy_native_part *parts; /**< the fields that need a look; those that are known with any value are not among them */
} xy_native_kind;

typedef struct xy_native {
    xy_native_kind *kinds; /**< by kind of node */
    xy_map words;          /**< of the fact, for values of tokens: "Kind.field=VALUE" */
} xy_native;

/** Reads the target's fact; null when it has none. */
const xy_native *xy_native_read(xy_arena *arena, const xy_target *target);

#endif
