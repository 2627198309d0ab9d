/* Data types as the target writes them, and the pass `data-type` that rewrites DataType nodes. */
#include "pass/types.h"
#include "pass/place.h"

#include <string.h>

static xy_str with_length(xy_context *ctx, xy_str name, int32_t length)
{
    return length > 0 ? xy_str_format(ctx->arena, "%.*s(%d)", XY_STR_ARG(name), length) : name;
}

static xy_str fact(xy_context *ctx, const char *name)
{
    return xy_target_fact(ctx->target, name);
}

/* Only with the option: the ranges of integers are wider than p digits. */
xy_str xy_pass_integer_type(const xy_context *ctx, const xy_type *type)
{
    static const struct {
        int32_t digits;
        const char *fact;
    } sizes[] = {{4, "type_smallint"}, {9, "type_integer"}, {18, "type_bigint"}};
    bool whole = type->family == XY_FAMILY_NUMBER && type->precision >= 0 && (type->scale == INT32_MIN || type->scale == 0);
    if (!whole || !xy_pass_option(ctx, "number-mapping", "integer"))
        return (xy_str){0};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++)
        if (type->precision <= sizes[i].digits)
            return xy_target_fact(ctx->target, sizes[i].fact);
    return (xy_str){0};
}

static xy_str number_type(xy_context *ctx, const xy_type *type)
{
    xy_str name = fact(ctx, "type_number");
    bool has_scale = type->scale != INT32_MIN;
    if (type->precision < 0)
        return has_scale ? xy_str_format(ctx->arena, "%.*s(38,%d)", XY_STR_ARG(name), type->scale) : name;
    int32_t scale = has_scale ? type->scale : 0;
    if (scale == 0) {
        xy_str integer = xy_pass_integer_type(ctx, type);
        return integer.length ? integer : with_length(ctx, name, type->precision);
    }
    bool odd = scale < 0 || scale > type->precision;
    if (odd && !xy_target_has(ctx->target, "numeric_any_scale"))
        return scale < 0 ? name : xy_str_format(ctx->arena, "%.*s(%d,%d)", XY_STR_ARG(name), scale, scale);
    return xy_str_format(ctx->arena, "%.*s(%d,%d)", XY_STR_ARG(name), type->precision, scale);
}

static xy_str timestamp_type(xy_context *ctx, const xy_type *type, const char *name)
{
    int most = xy_target_number(ctx->target, "timestamp_digits", 6);
    bool native_default = type->precision < 0 || type->precision >= most;
    return native_default ? fact(ctx, name) : xy_str_format(ctx->arena, "%.*s(%d)", XY_STR_ARG(fact(ctx, name)), type->precision);
}

static xy_str zoned_type(xy_context *ctx, const xy_type *type)
{
    int most = xy_target_number(ctx->target, "timestamp_digits", 6);
    if (type->precision < 0 || type->precision >= most)
        return fact(ctx, "type_timestamptz");
    return xy_str_format(ctx->arena, "timestamp(%d) with time zone", type->precision);
}

/* The digits of the first field have no counterpart; those of the fraction round. Six is what both have unless told. */
static xy_str interval_type(xy_context *ctx, const xy_type *type)
{
    enum { DIGITS = 6 };
    xy_str name = fact(ctx, "type_interval_ds");
    return type->scale >= 0 && type->scale < DIGITS ? xy_str_format(ctx->arena, "%.*s(%d)", XY_STR_ARG(name), type->scale) : name;
}

static xy_str char_type(xy_context *ctx, const xy_type *type)
{
    return type->precision > 0 ? with_length(ctx, fact(ctx, "type_char"), type->precision) : fact(ctx, "type_char_free");
}

static xy_str row_type(xy_context *ctx, const xy_type *type)
{
    bool table = type->row_of && type->row_of->kind != XY_SYM_CURSOR;
    if (table)
        return xy_pass_symbol_name(ctx, type->row_of);
    if (xy_record_is_cursor_row(type))
        return xy_record_cursor_row_type(ctx, type);
    return type->symbol ? xy_record_type_name(ctx, type) : (xy_str){0};
}

xy_str xy_pass_target_type(xy_context *ctx, const xy_type *type)
{
    if (!type)
        return (xy_str){0};
    switch (type->family) {
    case XY_FAMILY_INTEGER: return fact(ctx, "type_integer");
    case XY_FAMILY_NUMBER: return number_type(ctx, type);
    case XY_FAMILY_FLOAT: return fact(ctx, type->binary_float ? "type_float4" : "type_float8");
    case XY_FAMILY_VARCHAR: return with_length(ctx, fact(ctx, "type_varchar"), type->precision);
    case XY_FAMILY_CHAR: return char_type(ctx, type);
    case XY_FAMILY_CLOB: return fact(ctx, "type_clob");
    case XY_FAMILY_DATE: return fact(ctx, "type_date");
    case XY_FAMILY_TIMESTAMP: return timestamp_type(ctx, type, "type_timestamp");
    case XY_FAMILY_TIMESTAMPTZ: return zoned_type(ctx, type);
    case XY_FAMILY_INTERVAL_DS: return interval_type(ctx, type);
    case XY_FAMILY_INTERVAL_YM: return fact(ctx, "type_interval_ym");
    case XY_FAMILY_RAW: return fact(ctx, "type_raw");
    case XY_FAMILY_BLOB: return fact(ctx, "type_blob");
    case XY_FAMILY_BOOLEAN: return fact(ctx, "type_boolean");
    case XY_FAMILY_CURSOR: return fact(ctx, "type_cursor");
    case XY_FAMILY_ROWID: return fact(ctx, "type_rowid");
    case XY_FAMILY_XML: return fact(ctx, "type_xml");
    case XY_FAMILY_JSON: return fact(ctx, "type_json");
    case XY_FAMILY_RECORD:
    case XY_FAMILY_OBJECT: return row_type(ctx, type);
    case XY_FAMILY_COLLECTION: return xy_pass_collection_type_name(ctx, type);
    case XY_FAMILY_UNKNOWN:
    case XY_FAMILY_NULL:
    case XY_FAMILY_EXCEPTION:
    case XY_FAMILY_COUNT: break;
    }
    return (xy_str){0};
}

/* ---- the pass ---- */

static bool is_anchored(const xy_node *node)
{
    return XY_AS(data_type, node)->anchor != XY_DATA_TYPE_ANCHOR_NONE;
}

/* A routine's parameters and result: the target resolves an anchor there when the routine is created, and says so; lengths do not count. */
static bool in_signature(const xy_node *node)
{
    return node->parent && (node->parent->kind == XY_NODE_PARAMETER || node->parent->kind == XY_NODE_ROUTINE);
}

/* The type that Oracle brings along and no target has: itself, or what a collection holds of it. */
static const xy_symbol *supplied_type(const xy_type *type)
{
    for (int depth = 0; type && depth < 8; depth++) {
        if (type->symbol && type->symbol->supplied)
            return type->symbol;
        if (type->family != XY_FAMILY_COLLECTION)
            return NULL;
        type = type->element;
    }
    return NULL;
}

/* An anchor that the target understands inside a body: `t.c%TYPE` and `t%ROWTYPE` of tables, `v%TYPE` of variables. */
static bool keeps_anchor(xy_context *ctx, const xy_node *node)
{
    const xy_data_type *d = XY_AS(data_type, node);
    const xy_symbol *symbol = xy_info_of(ctx->analysis, d->name)->symbol;
    if (!symbol)
        return true;
    bool rowtype = d->anchor == XY_DATA_TYPE_ANCHOR_ROWTYPE;
    if (rowtype)
        return symbol->kind == XY_SYM_TABLE || symbol->kind == XY_SYM_VIEW || symbol->kind == XY_SYM_MVIEW;
    if (symbol->kind == XY_SYM_COLUMN) /* not of a dictionary view, whose columns have no lengths here */
        return !(symbol->owner && symbol->owner->kind == XY_SYM_VIEW && xy_str_equal(symbol->owner->schema, XY_STR("SYS")));
    bool local = symbol->kind == XY_SYM_VARIABLE || symbol->kind == XY_SYM_PARAMETER || symbol->kind == XY_SYM_CONSTANT;
    return local && !(symbol->owner && symbol->owner->kind == XY_SYM_PACKAGE) && !in_signature(node);
}

static bool is_named_type(const xy_type *type)
{
    return type->family == XY_FAMILY_RECORD || type->family == XY_FAMILY_OBJECT;
}

static xy_type without_length(const xy_type *type)
{
    xy_type plain = *type;
    plain.precision = -1;
    plain.scale = INT32_MIN;
    return plain;
}

void xy_pass_data_type(xy_context *ctx, xy_node *node)
{
    const xy_type *type = xy_sema_type_of(ctx->analysis, node);
    xy_str domain = xy_pass_domain(ctx, node);
    if (domain.length) {
        xy_rope rope = {0};
        xy_rope_str(ctx->edits, &rope, domain);
        xy_edit_replace_node(ctx->edits, node, XY_LAYER_OWN, rope, xy_rule_id(ctx->rule));
        return;
    }
    if (!type || type->family == XY_FAMILY_UNKNOWN) {
        if (!is_anchored(node))
            xy_pass_flag(ctx, node, "unknown-type", "type",
                         xy_arena_copy(ctx->arena, xy_token_text(ctx->source, node->first).data, xy_token_text(ctx->source, node->first).length), NULL);
        return;
    }
    if (!is_anchored(node) && supplied_type(type)) {
        xy_pass_flag(ctx, node, "supplied-type", "type", xy_pass_node_text(ctx, node), NULL);
        return;
    }
    bool signature = in_signature(node);
    if (is_anchored(node) && !signature && xy_record_is_cursor_row(type))
        return; /* a record: record.c */
    if (is_anchored(node) && !signature && keeps_anchor(ctx, node))
        return;
    xy_type plain = signature && !is_named_type(type) ? without_length(type) : *type;
    xy_str text = xy_pass_target_type(ctx, &plain);
    if (!text.length)
        return;
    xy_rope rope = {0};
    xy_rope_str(ctx->edits, &rope, is_named_type(type) ? text : xy_edit_case(ctx->edits, node->first, text));
    xy_edit_replace_node(ctx->edits, node, XY_LAYER_OWN, rope, xy_rule_id(ctx->rule));
}
