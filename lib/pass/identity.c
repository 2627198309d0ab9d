/* GENERATED ALWAYS AS IDENTITY as IDENTITY(seed, increment) (pass `identity`), for targets that write it so. */
#include "pass/ddl.h"

typedef struct options {
    const xy_node *seed, *step;
    bool others; /* that the target has not */
} options;

static options read_options(const xy_identity *identity)
{
    options o = {0};
    for (uint32_t i = 0; i < identity->options.count; i++) {
        const xy_sequence_option *option = XY_AS(sequence_option, identity->options.items[i]);
        switch (option->kind) {
        case XY_SEQUENCE_OPTION_KIND_START_WITH: o.seed = option->value; break;
        case XY_SEQUENCE_OPTION_KIND_INCREMENT_BY: o.step = option->value; break;
        case XY_SEQUENCE_OPTION_KIND_CACHE:
        case XY_SEQUENCE_OPTION_KIND_NOCACHE:
        case XY_SEQUENCE_OPTION_KIND_ORDER:
        case XY_SEQUENCE_OPTION_KIND_NOORDER:
        case XY_SEQUENCE_OPTION_KIND_NOCYCLE:
        case XY_SEQUENCE_OPTION_KIND_NOMAXVALUE:
        case XY_SEQUENCE_OPTION_KIND_NOMINVALUE: break; /* how numbers are kept ready */
        default: o.others = true;
        }
    }
    return o;
}

void xy_pass_identity(xy_context *ctx, xy_node *node)
{
    options o = read_options(XY_AS(identity, node));
    if (o.others)
        xy_pass_flag(ctx, node, "options", NULL);
    xy_rope rope = {0};
    xy_rope_text(ctx->edits, &rope, "IDENTITY(");
    xy_rope_text(ctx->edits, &rope, o.seed ? xy_pass_node_text(ctx, o.seed) : "1");
    xy_rope_text(ctx->edits, &rope, ", ");
    xy_rope_text(ctx->edits, &rope, o.step ? xy_pass_node_text(ctx, o.step) : "1");
    xy_rope_text(ctx->edits, &rope, ")");
    xy_edit_replace_node(ctx->edits, node, XY_LAYER_OWN, rope, xy_rule_id(ctx->rule));
}
