/* All passes by name, sorted. A rule switches one on with `pass: name`. */
#include "pass/pass.h"

#define PASS(name) void name(xy_context *ctx, xy_node *node);
#define FINISH(name) void name(xy_context *ctx);
PASS(xy_pass_data_type)
PASS(xy_pass_identifiers_apply)
FINISH(xy_pass_identifiers_finish)

const xy_pass xy_passes[] = {
    {"data-type", xy_pass_data_type, NULL},
    {"identifiers", xy_pass_identifiers_apply, xy_pass_identifiers_finish},
    {NULL, NULL, NULL},
};
