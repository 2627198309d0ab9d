/* A dynamic block with placeholders. DO takes no parameters, so the block becomes a procedure that lives for one call:
 *
 *     EXECUTE IMMEDIATE 'BEGIN p(:x, :y); END;' USING 7, IN OUT v;
 *
 *     EXECUTE 'CREATE OR REPLACE PROCEDURE pg_temp.xy_block(xy_x numeric, INOUT xy_y numeric) AS $$ BEGIN CALL p(xy_x, xy_y); END; $$ LANGUAGE plpgsql;';
 *     EXECUTE 'CALL pg_temp.xy_block($1, $2)' INTO v USING 7, v;
 *     DROP PROCEDURE IF EXISTS pg_temp.xy_block;
 *
 * In a block equal names are one placeholder; each takes the USING argument of its first place. */
#include "pass/dynamic.h"
#include "pass/place.h"
#include "pass/plpgsql_state.h"
#include "pass/sql.h"

#include "syntax/keyword.h"

/* ---- placeholders ---- */

static bool begins_block(const xy_source *source)
{
    uint32_t first = 0;
    while (first < source->token_count && xy_token_is_trivia(source->tokens[first].kind))
        first++;
    xy_str word = first < source->token_count ? xy_token_text(source, first) : (xy_str){0};
    return xy_str_equal_nocase(word, XY_STR("BEGIN")) || xy_str_equal_nocase(word, XY_STR("DECLARE")) || xy_str_equal(word, XY_STR("<<"));
}

/* "xy_x" for :x and :X, "xy_1" for :1. */
xy_str xy_dynamic_block_parameter(xy_context *ctx, const xy_source *source, uint32_t placeholder)
{
    xy_str name = xy_token_bind(source, placeholder);
    return xy_pass_target_name(ctx, xy_str_upper(ctx->arena, xy_str_format(ctx->arena, "xy_%.*s", XY_STR_ARG(name))));
}

static void add_name(xy_context *ctx, xy_dynamic_block *b, xy_str name)
{
    for (uint32_t i = 0; i < b->names.count; i++)
        if (xy_str_equal(b->names.items[i], name))
            return;
    xy_vec_push(ctx->arena, &b->names, name);
}

static void read_names(xy_context *ctx, xy_str text, xy_dynamic_block *b)
{
    xy_source source = {0};
    xy_diags diags;
    xy_diags_init(&diags, ctx->arena);
    xy_source_decode(&source, ctx->arena, ctx->source->path, text, XY_ENCODING_UTF8, &diags);
    xy_syntax_lex_fragment(&source, ctx->arena, &diags);
    if (!begins_block(&source))
        return;
    for (uint32_t i = 0; i < source.token_count; i++)
        if (source.tokens[i].kind == XY_TOKEN_BIND)
            add_name(ctx, b, xy_dynamic_block_parameter(ctx, &source, i));
}

/* ---- arguments ---- */

const xy_type *xy_dynamic_argument_type(xy_context *ctx, const xy_node *value)
{
    const xy_type *type = xy_place_type(ctx, value);
    if (!type)
        type = xy_info_of(ctx->analysis, value)->type;
    return type && type->family != XY_FAMILY_UNKNOWN && type->family != XY_FAMILY_NULL ? type : NULL;
}

static xy_str type_of(xy_context *ctx, const xy_node *value)
{
    const xy_type *type = xy_dynamic_argument_type(ctx, value);
    if (!type && xy_family_of(ctx->analysis, value) == XY_FAMILY_NULL)
        return XY_STR("text");
    switch (type ? type->family : XY_FAMILY_UNKNOWN) {
    case XY_FAMILY_UNKNOWN: return (xy_str){0};
    case XY_FAMILY_INTEGER: return value->kind == XY_NODE_NAME ? xy_place_plain_type(ctx, type) : XY_STR("numeric");
    default: return xy_place_plain_type(ctx, type);
    }
}

static bool is_out(const xy_using_argument *arg)
{
    return arg->out != XY_NO_TOKEN;
}

/* "pg_temp.xy_block(xy_x numeric, INOUT xy_y numeric)"; false when a type is not known. */
static bool add_header(xy_context *ctx, const xy_nodes *args, xy_dynamic_block *b)
{
    xy_buffer out;
    xy_buffer_init(&out, ctx->arena);
    xy_buffer_format(&out, "CREATE OR REPLACE PROCEDURE %.*s(", XY_STR_ARG(b->procedure));
    for (uint32_t i = 0; i < args->count; i++) {
        const xy_using_argument *arg = XY_AS(using_argument, args->items[i]);
        xy_str type = type_of(ctx, arg->value);
        if (type.length == 0)
            return false;
        xy_buffer_format(&out, "%s%s%.*s %.*s", i ? ", " : "", is_out(arg) ? "INOUT " : "", XY_STR_ARG(b->names.items[i]), XY_STR_ARG(type));
    }
    xy_buffer_add_text(&out, ") AS ");
    b->head = xy_buffer_str(&out);
    return true;
}

bool xy_dynamic_block_begin(xy_context *ctx, const xy_node *using, xy_str text, xy_dynamic_block *b)
{
    const xy_nodes *args = using ? &XY_AS(using, using)->args : NULL;
    read_names(ctx, text, b);
    if (b->names.count == 0 || !args || args->count != b->names.count)
        return false;
    b->procedure = xy_str_format(ctx->arena, "pg_temp.%.*s", XY_STR_ARG(xy_pass_fresh_name(ctx, "xy_block")));
    return add_header(ctx, args, b);
}

/* ---- the call ---- */

static void add_values(xy_context *ctx, const xy_nodes *args, xy_rope *rope)
{
    for (uint32_t i = 0; i < args->count; i++) {
        const xy_using_argument *arg = XY_AS(using_argument, args->items[i]);
        xy_rope_text(ctx->edits, rope, i ? ", " : " USING ");
        if (is_out(arg) && arg->in == XY_NO_TOKEN)
            xy_rope_build(ctx->edits, rope, "NULL::%S", type_of(ctx, arg->value));
        else
            xy_rope_node(ctx->edits, rope, arg->value);
    }
}

static void add_targets(xy_context *ctx, const xy_nodes *args, xy_rope *rope)
{
    bool any = false;
    for (uint32_t i = 0; i < args->count; i++) {
        const xy_using_argument *arg = XY_AS(using_argument, args->items[i]);
        if (!is_out(arg))
            continue;
        xy_rope_text(ctx->edits, rope, any ? ", " : " INTO ");
        if (xy_place_is_plain(ctx, arg->value))
            xy_rope_node(ctx->edits, rope, arg->value);
        else
            xy_rope_str(ctx->edits, rope, xy_place_temp(ctx, arg->value));
        any = true;
    }
}

void xy_dynamic_block_call(xy_context *ctx, const xy_execute_immediate *execute, const xy_dynamic_block *b)
{
    const xy_nodes *args = &XY_AS(using, execute->using)->args;
    xy_str indent = xy_plpgsql_indent(ctx, &execute->node);
    xy_rope rope = {0};
    xy_rope_build(ctx->edits, &rope, "EXECUTE %n;\n%SEXECUTE 'CALL %S(", execute->sql, indent, b->procedure);
    for (uint32_t i = 0; i < args->count; i++)
        xy_rope_format(ctx->edits, &rope, "%s$%u", i ? ", " : "", i + 1);
    xy_rope_text(ctx->edits, &rope, ")'");
    add_targets(ctx, args, &rope);
    add_values(ctx, args, &rope);
    xy_rope_build(ctx->edits, &rope, ";\n%SDROP PROCEDURE IF EXISTS %S", indent, b->procedure);
    uint32_t semicolon = xy_plpgsql_semicolon(ctx, &execute->node);
    xy_edit_replace(ctx->edits, execute->node.first, semicolon == XY_NO_TOKEN ? execute->node.last : semicolon, XY_LAYER_OWN, rope, xy_rule_id(ctx->rule));
}
