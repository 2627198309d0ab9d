/* Limits of declared types where the target does not see them: inside jsonb, in parameters, in explicit casts, which cut texts without a word. */
#include "pass/place.h"
#include "pass/sql.h"

static uint32_t characters(xy_str text)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < text.length; i++)
        count += ((unsigned char)text.data[i] & 0xC0) != 0x80;
    return count;
}

/* Does the expression's own type, or the literal, keep within n characters? */
static bool text_fits(xy_context *ctx, const xy_node *node, int32_t n)
{
    const xy_node *bare = xy_sql_bare(node);
    const xy_info *info = xy_info_of(ctx->analysis, bare);
    if (bare->kind == XY_NODE_NULL_LITERAL)
        return true;
    if (bare->kind == XY_NODE_STRING_LITERAL)
        return characters(xy_token_string(ctx->source, XY_AS(string_literal, bare)->value, ctx->arena)) <= (uint32_t)n;
    const xy_symbol *symbol = info->symbol;
    if (bare->kind != XY_NODE_NAME || !symbol || !symbol->type || info->convert_to)
        return false;
    bool column = symbol->kind == XY_SYM_COLUMN && symbol->owner && symbol->owner->kind == XY_SYM_TABLE;
    bool keeps = column || symbol->kind == XY_SYM_VARIABLE || symbol->kind == XY_SYM_CONSTANT; /* a parameter takes texts of any length */
    return keeps && (symbol->type->family == XY_FAMILY_VARCHAR || symbol->type->family == XY_FAMILY_CHAR) && symbol->type->precision > 0
           && symbol->type->precision <= n;
}

static bool is_sized_text(const xy_type *type)
{
    return type && (type->family == XY_FAMILY_VARCHAR || type->family == XY_FAMILY_CHAR) && type->precision > 0;
}

static bool is_sized_number(const xy_type *type)
{
    return type && (type->family == XY_FAMILY_INTEGER || (type->family == XY_FAMILY_NUMBER && (type->precision >= 0 || type->scale != INT32_MIN)));
}

bool xy_limit_applies(xy_context *ctx, const xy_type *type, const xy_node *node)
{
    if (is_sized_text(type))
        return type->family == XY_FAMILY_CHAR || !node || !text_fits(ctx, node, type->precision);
    return is_sized_number(type);
}

void xy_limit_value(xy_context *ctx, xy_rope *out, const xy_type *type, const xy_node *node)
{
    if (!xy_limit_applies(ctx, type, node)) {
        xy_rope_node(ctx->edits, out, node);
        return;
    }
    if (is_sized_number(type)) {
        xy_rope_build(ctx->edits, out, "%o::%S", node, XY_PREC_CAST, xy_pass_target_type(ctx, type));
        return;
    }
    bool pads = type->family == XY_FAMILY_CHAR, fits = text_fits(ctx, node, type->precision);
    xy_family family = xy_family_of(ctx->analysis, node);
    bool known = xy_is_char_family(family) || xy_info_of(ctx->analysis, node)->convert_to || xy_sql_bare(node)->kind == XY_NODE_STRING_LITERAL;
    if (fits)
        xy_rope_operand(ctx->edits, out, node, XY_PREC_CAST);
    else if (known)
        xy_rope_build(ctx->edits, out, "%s(%n, %d)", xy_pass_runtime(ctx, "fit"), node, (int)type->precision);
    else
        xy_rope_build(ctx->edits, out, "%s(%o::text, %d)", xy_pass_runtime(ctx, "fit"), node, XY_PREC_CAST, (int)type->precision);
    if (pads)
        xy_rope_build(ctx->edits, out, "::%S", xy_pass_target_type(ctx, type));
}

void xy_limit_array(xy_context *ctx, xy_rope *out, const xy_type *element, const xy_rope *array)
{
    if (is_sized_text(element)) {
        xy_rope_format(ctx->edits, out, "%s(", xy_pass_runtime(ctx, "fit"));
        xy_place_append(ctx, out, array);
        xy_rope_format(ctx->edits, out, ", %d)", (int)element->precision);
        if (element->family == XY_FAMILY_CHAR)
            xy_rope_build(ctx->edits, out, "::%S[]", xy_pass_target_type(ctx, element));
        return;
    }
    xy_place_append(ctx, out, array);
    if (is_sized_number(element))
        xy_rope_build(ctx->edits, out, "::%S[]", xy_pass_target_type(ctx, element));
}
