/* What every pass uses: flags, runtime functions, fresh names, options. */
#include "pass/pass.h"
#include "syntax/keyword.h"

#include <stdarg.h>
#include <string.h>

/* ---- flags ---- */

enum { MAX_ARGUMENTS = 8 };

static int unit_status_of(xy_severity severity)
{
    static const int status[] = {[XY_NOTE] = XY_CONVERTED,
                                 [XY_WARNING] = XY_CONVERTED,
                                 [XY_REVIEW] = XY_NEEDS_REVIEW,
                                 [XY_UNSUPPORTED] = XY_UNSUPPORTED_UNIT,
                                 [XY_ERROR] = XY_UNSUPPORTED_UNIT};
    return status[severity];
}

static int status_rank(int status)
{
    static const int rank[] = {[XY_SKIPPED] = 0, [XY_CONVERTED] = 1, [XY_NEEDS_REVIEW] = 2, [XY_UNSUPPORTED_UNIT] = 3, [XY_UNPARSED] = 4};
    return rank[status];
}

static unsigned read_arguments(va_list arguments, xy_str (*pairs)[2])
{
    unsigned count = 0;
    for (const char *name = va_arg(arguments, const char *); name && count < MAX_ARGUMENTS; name = va_arg(arguments, const char *)) {
        pairs[count][0] = xy_str_from(name);
        pairs[count][1] = xy_str_from(va_arg(arguments, const char *));
        count++;
    }
    return count;
}

static void add_flag(xy_context *ctx, uint32_t offset, uint32_t length, const char *id, va_list arguments)
{
    const xy_rule *rule;
    const xy_rule_flag *flag = xy_rules_find_flag(ctx->rules, ctx->rule, id, &rule);
    if (!flag) /* a pass names a flag that its rule file lacks: a bug of ours that must not pass silently */
        xy_guard_fail(ctx->arena->guard, XY_ERR_INTERNAL);
    xy_str pairs[MAX_ARGUMENTS][2];
    unsigned count = read_arguments(arguments, pairs);
    const xy_str(*filled)[2] = (const xy_str(*)[2])pairs;
    xy_arena *arena = ctx->diags->arena;
    const char *texts[4] = {xy_arena_copy(arena, flag->en.data, flag->en.length), xy_arena_copy(arena, flag->zh.data, flag->zh.length),
                            xy_arena_copy(arena, flag->advice_en.data, flag->advice_en.length),
                            xy_arena_copy(arena, flag->advice_zh.data, flag->advice_zh.length)};
    xy_diag diag = {.code = xy_str_from(flag->code),
                    .rule = xy_str_from(xy_rule_id(rule)),
                    .severity = flag->severity,
                    .offset = offset,
                    .length = length,
                    .message_en = xy_message_fill(arena, texts[0], filled, count),
                    .message_zh = xy_message_fill(arena, texts[1], filled, count),
                    .advice_en = xy_message_fill(arena, texts[2], filled, count),
                    .advice_zh = xy_message_fill(arena, texts[3], filled, count),
                    .effort = flag->effort};
    xy_vec_push(arena, &ctx->diags->list, diag);
    int status = unit_status_of(flag->severity);
    if (status_rank(status) > status_rank(ctx->status))
        ctx->status = status;
}

/* Byte range of a node without trivia at its end. */
static void node_range(const xy_context *ctx, const xy_node *node, uint32_t *offset, uint32_t *length)
{
    const xy_token *tokens = ctx->source->tokens;
    uint32_t last = node->last;
    while (last > node->first + 1 && xy_token_is_trivia(tokens[last - 1].kind))
        last--;
    *offset = tokens[node->first].offset;
    *length = last > node->first ? tokens[last - 1].offset + tokens[last - 1].length - *offset : 0;
}

void xy_pass_flag(xy_context *ctx, const xy_node *node, const char *flag, ...)
{
    uint32_t offset, length;
    va_list arguments;
    node_range(ctx, node, &offset, &length);
    va_start(arguments, flag);
    add_flag(ctx, offset, length, flag, arguments);
    va_end(arguments);
}

const char *xy_pass_node_text(xy_context *ctx, const xy_node *node)
{
    uint32_t offset, length;
    node_range(ctx, node, &offset, &length);
    return xy_arena_copy(ctx->arena, ctx->source->text.data + offset, length);
}

void xy_pass_report(xy_context *ctx, const xy_node *node, int message, xy_str name)
{
    uint32_t offset, length;
    node_range(ctx, node, &offset, &length);
    xy_diags_add(ctx->diags, message, offset, length, "name", xy_arena_copy(ctx->diags->arena, name.data, name.length), NULL);
    int status = unit_status_of(ctx->diags->list.items[ctx->diags->list.count - 1].severity);
    if (status_rank(status) > status_rank(ctx->status))
        ctx->status = status;
}

void xy_pass_flag_token(xy_context *ctx, uint32_t token, const char *flag, ...)
{
    va_list arguments;
    va_start(arguments, flag);
    add_flag(ctx, ctx->source->tokens[token].offset, ctx->source->tokens[token].length, flag, arguments);
    va_end(arguments);
}

/* ---- runtime, options ---- */

const char *xy_pass_runtime(xy_context *ctx, const char *name)
{
    static char used;
    xy_str key = xy_str_from(name);
    if (!xy_map_get(&ctx->runtime, key)) /* the map outlives the unit */
        xy_map_put(&ctx->runtime, xy_str_copy(ctx->runtime.arena, key), &used);
    return xy_str_format(ctx->arena, "xinyi.%s", name).data;
}

void xy_pass_orafce(xy_context *ctx)
{
    *ctx->needs_orafce = true;
}

bool xy_pass_option(const xy_context *ctx, const char *name, const char *value)
{
    return xy_target_option_is(ctx->target, name, value);
}

/* ---- names that nobody uses ---- */

static void collect_words(xy_context *ctx)
{
    xy_map_init(&ctx->words, ctx->arena);
    for (uint32_t i = ctx->unit->first; i < ctx->unit->last; i++) {
        uint16_t kind = ctx->source->tokens[i].kind;
        if (!xy_token_is_word(kind))
            continue;
        xy_str word = xy_str_upper(ctx->arena, xy_token_text(ctx->source, i));
        if (kind == XY_TOKEN_QUOTED_WORD && word.length > 2)
            word = (xy_str){word.data + 1, word.length - 2};
        xy_map_put(&ctx->words, word, ctx);
    }
}

static bool word_is_used(xy_context *ctx, xy_str name)
{
    if (!ctx->words.arena)
        collect_words(ctx);
    return xy_map_get(&ctx->words, xy_str_upper(ctx->arena, name)) != NULL;
}

xy_str xy_pass_fresh_name(xy_context *ctx, const char *stem)
{
    xy_str name = xy_str_format(ctx->arena, "%s", stem);
    while (xy_map_get(&ctx->fresh_names, name) || word_is_used(ctx, name))
        name = xy_str_format(ctx->arena, "%s_%u", stem, ++ctx->name_serial + 1);
    xy_map_put(&ctx->fresh_names, name, ctx);
    return name;
}
