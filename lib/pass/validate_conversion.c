/* VALIDATE_CONVERSION(value AS type [, format [, parameters]]) (`validate-conversion`): a runtime function that tries it. */
#include "pass/sql.h"

void xy_pass_validate_conversion(xy_context *ctx, xy_node *node)
{
    const xy_nodes operands = XY_AS(function_syntax, node)->operands;
    const xy_node *type = operands.count > 1 && operands.items[1]->kind == XY_NODE_DATA_TYPE ? operands.items[1] : NULL;
    const xy_type *to = type ? xy_sema_type_of(ctx->analysis, type) : NULL;
    bool text = type && xy_is_char_family(xy_family_of(ctx->analysis, operands.items[0]));
    for (uint32_t i = 2; i < operands.count; i++)
        text = text && operands.items[i]->kind == XY_NODE_STRING_LITERAL;
    bool number = to && to->family == XY_FAMILY_NUMBER && XY_AS(data_type, type)->args.count == 0;
    bool date = to && to->family == XY_FAMILY_DATE && operands.count > 2;
    if (!text || (!number && !date)) {
        xy_sql_flag(ctx, node, "form");
        return;
    }
    xy_rope rope = {0};
    xy_rope_build(ctx->edits, &rope, "%s(%n", xy_pass_runtime(ctx, number ? "validate_number" : "validate_date"), operands.items[0]);
    for (uint32_t i = 2; i < operands.count; i++)
        xy_rope_build(ctx->edits, &rope, ", %n", operands.items[i]);
    xy_rope_text(ctx->edits, &rope, ")");
    xy_edit_replace_expr(ctx->edits, node, XY_LAYER_OWN, rope, XY_PREC_PRIMARY, xy_sql_rule(ctx));
}
