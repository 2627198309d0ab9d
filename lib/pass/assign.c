/* Assignment of a computed value to a place in Oracle's terms: an element, a packaged variable, or simply a variable. */
#include "pass/place.h"
#include "pass/plpgsql_state.h"

/* Passes that know places which need more than `place := value` add themselves here; each says whether the place is one of its own. */
static bool (*const assigners[])(xy_context *ctx, const xy_node *place, xy_str value, xy_rope *statement) = {xy_place_assigner, NULL};

void xy_assign_text(xy_context *ctx, const xy_node *place, xy_str value, xy_rope *statement)
{
    for (unsigned i = 0; assigners[i]; i++)
        if (assigners[i](ctx, place, value, statement))
            return;
    xy_rope_build(ctx->edits, statement, "%n := %S;", place, value);
}
