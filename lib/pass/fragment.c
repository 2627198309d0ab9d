/* Translation of text that is not the file's own. See fragment.h. */
#include "pass/fragment.h"

static bool parse_text(xy_context *ctx, xy_source *source, xy_str text, xy_start start, xy_unit *unit)
{
    xy_diags diags;
    xy_diags_init(&diags, ctx->arena);
    xy_source_decode(source, ctx->arena, ctx->source->path, text, XY_ENCODING_UTF8, &diags);
    xy_syntax_lex_fragment(source, ctx->arena, &diags);
    *unit = (xy_unit){.first = 0, .last = source->token_count, .start = 0, .terminator = XY_NO_TOKEN, .slash = XY_NO_TOKEN, .state = XY_UNIT_PARSED};
    unit->tree = xy_syntax_parse_fragment(source, ctx->arena, start, &unit->node_count, &diags);
    if (!unit->tree || diags.list.count)
        return false;
    unit->start = unit->tree->first;
    return !(unit->tree->flags & XY_FLAG_BROKEN);
}

/* Places inside the fragment mean nothing in the file: its findings stand where the rule that asked for it stands. */
static void move_findings(xy_context *ctx, const xy_diags *found)
{
    for (uint32_t i = 0; i < found->list.count; i++) {
        xy_diag diag = found->list.items[i];
        diag.offset = ctx->source->tokens[ctx->unit->start].offset;
        diag.length = ctx->source->tokens[ctx->unit->start].length;
        xy_vec_push(ctx->diags->arena, &ctx->diags->list, diag);
    }
}

bool xy_pass_translate_text(xy_context *ctx, xy_str text, xy_start start, xy_str *out)
{
    return xy_pass_translate_text_with(ctx, text, start, NULL, NULL, out, NULL);
}

bool xy_pass_translate_default(xy_context *ctx, xy_str text, const xy_symbol *of, const xy_type *to, xy_str *out)
{
    xy_symbol *package = of ? of->owner : NULL, *before = ctx->text_package;
    while (package && package->kind != XY_SYM_PACKAGE)
        package = package->owner;
    ctx->text_package = package;
    ctx->text_type = to;
    bool understood = xy_pass_translate_text(ctx, text, XY_START_EXPRESSION, out);
    ctx->text_package = before;
    ctx->text_type = NULL;
    return understood;
}

bool xy_pass_translate_text_with(xy_context *ctx, xy_str text, xy_start start, void (*inside)(xy_context *inner, void *data), void *data, xy_str *out,
                                 xy_source_map *map)
{
    xy_source *source = XY_NEW(ctx->arena, xy_source);
    xy_unit *unit = XY_NEW(ctx->arena, xy_unit);
    if (!parse_text(ctx, source, text, start, unit))
        return false;
    xy_units *units = XY_NEW(ctx->arena, xy_units);
    xy_vec_push(ctx->arena, units, *unit);
    xy_diags diags;
    xy_diags_init(&diags, ctx->diags->arena);
    xy_context *inner = XY_NEW(ctx->arena, xy_context);
    *inner = (xy_context){
        .arena = ctx->arena,
        .source = source,
        .units = units,
        .fragment = true,
        .unit = &units->items[0],
        .catalog = ctx->catalog,
        .target = ctx->target,
        .rules = ctx->rules,
        .edits = xy_edits_new(ctx->arena, source),
        .diags = &diags,
        .status = ctx->status,
        .runtime = ctx->runtime,
        .needs_orafce = ctx->needs_orafce,
        .block_head = ctx->block_head,
        .block_tail = ctx->block_tail,
    };
    const xy_type **types = XY_NEW_ARRAY(ctx->arena, const xy_type *, source->token_count + 1);
    if (ctx->bind_types)
        ctx->bind_types(ctx, source, types);
    inner->analysis = xy_sema_analyse_text(ctx->arena, source, inner->unit, ctx->catalog, types, ctx->text_package, ctx->text_type);
    xy_map_init(&inner->fresh_names, ctx->arena);
    for (uint32_t i = 0; i < ctx->text_name_count; i++)
        xy_map_put(&inner->fresh_names, ctx->text_names[i], inner);
    xy_rules_run(ctx->rules, inner);
    if (inside)
        inside(inner, data);
    ctx->runtime = inner->runtime;
    ctx->status = inner->status;
    move_findings(ctx, &diags);
    xy_buffer buffer;
    xy_buffer_init(&buffer, ctx->arena);
    xy_edits_render(inner->edits, 0, source->token_count, &buffer, map);
    *out = xy_buffer_str(&buffer);
    return true;
}
