/* What the DDL passes share. See ddl.h. */
#include "pass/ddl.h"
#include "syntax/keyword.h"

void xy_ddl_drop(xy_context *ctx, const xy_node *node)
{
    if (node && node->last > node->first)
        xy_edit_delete(ctx->edits, node->first, node->last, xy_rule_id(ctx->rule));
}

void xy_ddl_drop_all(xy_context *ctx, xy_nodes nodes)
{
    for (uint32_t i = 0; i < nodes.count; i++)
        xy_ddl_drop(ctx, nodes.items[i]);
}

uint32_t xy_ddl_last_token(const xy_context *ctx)
{
    uint32_t token = ctx->unit->terminator != XY_NO_TOKEN ? ctx->unit->terminator : ctx->unit->last;
    do
        token--;
    while (token > ctx->unit->start && xy_token_is_trivia(ctx->source->tokens[token].kind));
    return token;
}

void xy_ddl_join(xy_context *ctx, xy_rope *rope, const xy_rope *more)
{
    for (uint32_t i = 0; i < more->count; i++)
        xy_vec_push(ctx->arena, rope, more->items[i]);
}

void xy_ddl_append(xy_context *ctx, xy_rope rope)
{
    xy_rope whole = {0};
    uint32_t end = ctx->unit->terminator != XY_NO_TOKEN ? ctx->unit->terminator : xy_ddl_last_token(ctx);
    bool ended = ctx->unit->terminator != XY_NO_TOKEN; /* a lone slash comes out as a semicolon too */
    xy_rope_text(ctx->edits, &whole, ended ? "" : ";");
    xy_rope_str(ctx->edits, &whole, xy_edit_newline(ctx->edits));
    xy_ddl_join(ctx, &whole, &rope);
    if (ended)
        xy_rope_text(ctx->edits, &whole, ";");
    xy_edit_insert(ctx->edits, end, XY_AFTER, whole, xy_rule_id(ctx->rule));
}

void xy_ddl_prepend(xy_context *ctx, xy_rope rope)
{
    xy_rope_text(ctx->edits, &rope, ";");
    xy_rope_str(ctx->edits, &rope, xy_edit_newline(ctx->edits));
    xy_edit_insert(ctx->edits, ctx->unit->start, XY_BEFORE, rope, xy_rule_id(ctx->rule));
}

/* The first `count` parts of the name with the schema that it needs, each followed by `.` */
static void add_parts(xy_context *ctx, xy_buffer *out, const xy_node *node, uint32_t count)
{
    const xy_name *name = XY_AS(name, node);
    xy_str schema = xy_pass_owner_schema(ctx, xy_info_of(ctx->analysis, node)->symbol, name->parts.count);
    xy_buffer_init(out, ctx->arena);
    if (schema.length > 0) {
        xy_buffer_add_str(out, xy_pass_target_name(ctx, schema));
        xy_buffer_add_char(out, '.');
    }
    for (uint32_t i = 0; i < count; i++) {
        xy_str variable = xy_pass_script_variable_text(ctx, name->parts.items[i]);
        xy_buffer_add_str(out, variable.length ? variable : xy_pass_target_name(ctx, xy_token_name(ctx->source, name->parts.items[i], ctx->arena)));
        xy_buffer_add_char(out, '.');
    }
}

xy_str xy_ddl_name(xy_context *ctx, const xy_node *node)
{
    xy_buffer out;
    add_parts(ctx, &out, node, XY_AS(name, node)->parts.count);
    out.length--;
    return xy_buffer_str(&out);
}

xy_str xy_ddl_beside(xy_context *ctx, const xy_node *node, xy_str other)
{
    xy_buffer out;
    add_parts(ctx, &out, node, XY_AS(name, node)->parts.count - 1);
    xy_buffer_add_str(&out, other);
    return xy_buffer_str(&out);
}

xy_str xy_ddl_last_part(xy_context *ctx, const xy_node *node)
{
    const xy_name *name = XY_AS(name, node);
    return xy_token_name(ctx->source, name->parts.items[name->parts.count - 1], ctx->arena);
}

xy_str xy_ddl_schema_part(xy_context *ctx, const xy_node *node)
{
    const xy_name *name = XY_AS(name, node);
    return name->parts.count > 1 ? xy_token_name(ctx->source, name->parts.items[name->parts.count - 2], ctx->arena) : (xy_str){0};
}

bool xy_ddl_is_word(const xy_context *ctx, uint32_t token, const char *word)
{
    return xy_str_equal_nocase(xy_token_text(ctx->source, token), xy_str_from(word));
}

/* Words that only Oracle has between CREATE and the object's kind. */
static bool is_foreign_word(const xy_context *ctx, uint32_t token)
{
    static const char *const words[] = {"EDITIONABLE", "NONEDITIONABLE", "FORCE",      "NOFORCE",   "NO",
                                        "EDITIONING",  "SHARDED",        "DUPLICATED", "IMMUTABLE", "BLOCKCHAIN"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (xy_ddl_is_word(ctx, token, words[i]))
            return true;
    return false;
}

void xy_ddl_clean_prefix(xy_context *ctx, const xy_node *node)
{
    const xy_create_prefix *prefix = XY_AS(create_prefix, node);
    for (uint32_t i = 0; i < prefix->words.count; i++) {
        uint32_t token = prefix->words.items[i];
        if (is_foreign_word(ctx, token))
            xy_edit_delete(ctx->edits, token, token + 1, xy_rule_id(ctx->rule));
    }
}

xy_str xy_ddl_derived_name(xy_context *ctx, xy_str oracle_name, const char *suffix)
{
    return xy_pass_target_name(ctx, xy_str_format(ctx->arena, "%.*s%s", XY_STR_ARG(oracle_name), suffix));
}

static uint32_t significant(const xy_context *ctx, uint32_t token, uint32_t end)
{
    while (token < end && xy_token_is_trivia(ctx->source->tokens[token].kind))
        token++;
    return token;
}

bool xy_ddl_same_words(const xy_context *ctx, uint32_t a, uint32_t a_end, uint32_t b, uint32_t b_end)
{
    a = significant(ctx, a, a_end);
    b = significant(ctx, b, b_end);
    while (a < a_end && b < b_end) {
        if (!xy_str_equal_nocase(xy_token_text(ctx->source, a), xy_token_text(ctx->source, b)))
            return false;
        a = significant(ctx, a + 1, a_end);
        b = significant(ctx, b + 1, b_end);
    }
    return a == a_end && b == b_end;
}

const xy_unit *xy_ddl_earlier(xy_context *ctx, uint16_t kind, xy_str name)
{
    const xy_unit *found = NULL, *next = NULL;
    while ((next = xy_units_named(ctx->units, kind, name, found)) && next < ctx->unit)
        found = next;
    return found;
}

/* A comment or a string of several lines within what is commented out. */
static void comment_out_lines(xy_context *ctx, uint32_t token)
{
    xy_str text = xy_token_text(ctx->source, token);
    xy_buffer out;
    xy_rope rope = {0};
    xy_buffer_init(&out, ctx->arena);
    for (uint32_t i = 0; i < text.length; i++) {
        bool ends = text.data[i] == '\n' || (text.data[i] == '\r' && !(i + 1 < text.length && text.data[i + 1] == '\n'));
        xy_buffer_add_char(&out, text.data[i]);
        if (ends)
            xy_buffer_add_text(&out, "-- ");
    }
    if (out.length == text.length)
        return;
    xy_rope_str(ctx->edits, &rope, xy_buffer_str(&out));
    xy_edit_replace(ctx->edits, token, token + 1, XY_LAYER_OWN, rope, xy_rule_id(ctx->rule));
}

void xy_ddl_comment_out(xy_context *ctx, const xy_node *node)
{
    xy_edit_insert_text(ctx->edits, node->first, XY_BEFORE, "-- ", xy_rule_id(ctx->rule));
    for (uint32_t i = node->first; i < node->last; i++)
        if (ctx->source->tokens[i].kind != XY_TOKEN_NEWLINE)
            comment_out_lines(ctx, i);
    for (uint32_t i = node->first; i < ctx->unit->last; i++)
        if (ctx->source->tokens[i].kind == XY_TOKEN_NEWLINE && i + 1 < node->last)
            xy_edit_insert_text(ctx->edits, i, XY_AFTER, "-- ", xy_rule_id(ctx->rule));
}
