/* Object types (trap F27). */
#include "pass/place.h"

bool xy_object_constructor(xy_context *ctx, const xy_node *call, const xy_type *type)
{
    uint32_t given = XY_AS(call, call)->args.count;
    if (type->family == XY_FAMILY_OBJECT && given != type->field_count)
        xy_pass_flag(ctx, call, "constructor", NULL);
    return false;
}
