/* GENERATED ALWAYS AS IDENTITY as IDENTITY(seed, increment) (pass `identity`), for targets that write it so; foreign keys to identity columns that become
 * integers (pass `identity-reference`). */
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

/* ---- foreign keys ---- */

/* Of all defaults only that of an identity column has no text. */
static bool is_identity(const xy_symbol *column)
{
    return column->has_default && column->default_text.length == 0;
}

static bool is_primary(const xy_symbol *table, const xy_symbol *column)
{
    for (uint32_t k = 0; k < table->key_count; k++)
        for (uint32_t i = 0; table->keys[k].primary && i < table->keys[k].column_count; i++)
            if (table->keys[k].columns[i] == column)
                return true;
    return false;
}

static bool is_referenced(xy_context *ctx, const xy_constraint *c, const xy_symbol *table, const xy_symbol *column)
{
    for (uint32_t i = 0; i < c->ref_columns.count; i++)
        if (xy_str_equal(xy_token_name(ctx->source, c->ref_columns.items[i], ctx->arena), column->name))
            return true;
    return c->ref_columns.count == 0 && is_primary(table, column);
}

void xy_pass_identity_reference(xy_context *ctx, xy_node *node)
{
    const xy_constraint *c = XY_AS(constraint, node);
    const xy_symbol *table = xy_info_of(ctx->analysis, c->references)->symbol;
    for (uint32_t i = 0; table && i < table->column_count; i++)
        if (is_identity(table->columns[i]) && is_referenced(ctx, c, table, table->columns[i])) {
            xy_pass_flag(ctx, node, "integer-key", NULL);
            return;
        }
}
