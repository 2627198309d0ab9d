/* Names as the target writes them, and the pass `identifiers` that quotes what needs quoting everywhere in a unit.
 *
 * Oracle folds unquoted names to upper case, PostgreSQL to lower case. So the Oracle name EMP, quoted or not, is emp there; a name
 * with lower-case letters of its own was quoted and stays quoted. Names that are reserved in the target, hold characters that it
 * does not take, or are too long are quoted or shortened, the same way at every place. */
#include "pass/pass.h"
#include "syntax/keyword.h"

#include <string.h>

static bool has_lower_ascii(xy_str s)
{
    for (uint32_t i = 0; i < s.length; i++)
        if (s.data[i] >= 'a' && s.data[i] <= 'z')
            return true;
    return false;
}

static bool is_plain(xy_str s)
{
    for (uint32_t i = 0; i < s.length; i++) {
        unsigned char c = (unsigned char)s.data[i];
        bool letter = (c >= 'a' && c <= 'z') || c == '_' || c >= 0x80;
        if (!letter && !(i && ((c >= '0' && c <= '9') || c == '$')))
            return false;
    }
    return s.length > 0;
}

/* Shortened to the target's limit: a readable head and a hash of the whole, so that different names stay different. */
static xy_str shortened(xy_context *ctx, xy_str name)
{
    int limit = xy_target_number(ctx->target, "identifier_bytes", 63);
    if (name.length <= (uint32_t)limit)
        return name;
    uint32_t head = (uint32_t)limit - 9;
    while (head && ((unsigned char)name.data[head] & 0xC0) == 0x80)
        head--;
    return xy_str_format(ctx->arena, "%.*s_%08x", (int)head, name.data, xy_str_hash(name));
}

/* `upper` has no small letters of ASCII, and reserved words have no others. */
static bool is_reserved(const xy_context *ctx, xy_str upper)
{
    for (const xy_target *t = ctx->target; t; t = t->base)
        if (xy_map_get(&t->reserved, upper))
            return true;
    return false;
}

static bool folds_upper(const xy_context *ctx)
{
    return xy_str_equal(xy_target_fact(ctx->target, "fold"), XY_STR("upper"));
}

xy_str xy_pass_target_name(xy_context *ctx, xy_str oracle_name)
{
    bool own_case = has_lower_ascii(oracle_name);
    xy_str lower = xy_str_lower(ctx->arena, oracle_name);
    xy_str name = shortened(ctx, own_case || folds_upper(ctx) ? oracle_name : lower);
    return own_case || !is_plain(lower) || is_reserved(ctx, oracle_name) ? xy_str_quote(ctx->arena, name, '"') : name;
}

xy_str xy_pass_package_schema(xy_context *ctx, const xy_symbol *package)
{
    if (package->schema.length == 0)
        return xy_pass_target_name(ctx, package->name);
    return xy_pass_target_name(ctx, xy_str_format(ctx->arena, "%.*s_%.*s", XY_STR_ARG(package->schema), XY_STR_ARG(package->name)));
}

xy_str xy_pass_symbol_name(xy_context *ctx, const xy_symbol *symbol)
{
    xy_str name = xy_pass_target_name(ctx, symbol->name);
    xy_str schema = {0};
    if (symbol->owner && symbol->owner->kind == XY_SYM_PACKAGE)
        schema = xy_pass_package_schema(ctx, symbol->owner);
    else if (symbol->schema.length)
        schema = xy_pass_target_name(ctx, symbol->schema);
    return schema.length ? xy_str_format(ctx->arena, "%.*s.%.*s", XY_STR_ARG(schema), XY_STR_ARG(name)) : name;
}

/* ---- the pass: runs after all others, on the name tokens that nobody else changed ---- */

static bool is_name_token(const xy_token *token)
{
    return token->kind == XY_TOKEN_QUOTED_WORD || token->resolved == XY_TOKEN_WORD || (token->kind == XY_TOKEN_WORD && token->resolved == 0);
}

static bool too_long(const xy_context *ctx, xy_str name)
{
    return name.length > (uint32_t)xy_target_number(ctx->target, "identifier_bytes", 63);
}

static void rewrite_name(xy_context *ctx, uint32_t token)
{
    xy_str text = xy_token_text(ctx->source, token);
    xy_str stored = xy_token_name(ctx->source, token, ctx->arena);
    xy_str wanted = xy_pass_target_name(ctx, stored);
    bool was_quoted = ctx->source->tokens[token].kind == XY_TOKEN_QUOTED_WORD;
    /* unquoted text is folded by the target itself */
    bool same = was_quoted ? xy_str_equal(text, wanted) : xy_str_equal_nocase(text, wanted);
    bool needless = was_quoted && folds_upper(ctx) && xy_str_equal(stored, wanted); /* the same name, with quotes that do no harm */
    same = same || needless;
    if (same || xy_edits_has_own(ctx->edits, token))
        return;
    xy_edit_token(ctx->edits, token, xy_arena_copy(ctx->arena, wanted.data, wanted.length), xy_rule_id(ctx->rule));
    if (too_long(ctx, stored))
        xy_pass_flag_token(ctx, token, "shortened", "name", xy_arena_copy(ctx->arena, stored.data, stored.length), "short",
                           xy_arena_copy(ctx->arena, wanted.data, wanted.length), NULL);
}

/* Words that are Oracle's own at this place: built-in functions, pseudocolumns, data types, and calls of what is not known. They have other rules,
 * or none; quoting them would make names of them. */
static bool is_oracles_own(const xy_context *ctx, const xy_node *node)
{
    const xy_symbol *symbol = xy_info_of(ctx->analysis, node)->symbol;
    if (symbol)
        return symbol->kind == XY_SYM_BUILTIN || symbol->kind == XY_SYM_PSEUDOCOLUMN;
    const xy_node *parent = node->parent;
    bool callee = parent && parent->kind == XY_NODE_CALL && XY_AS(call, parent)->callee == node;
    return callee || (parent && parent->kind == XY_NODE_DATA_TYPE);
}

/* NEW and OLD in the WHEN of a trigger, where they have no colon. */
static bool is_correlation(const xy_context *ctx, const xy_node *node)
{
    const xy_node *trigger = node;
    while (trigger && trigger->kind != XY_NODE_CREATE_TRIGGER)
        trigger = trigger->parent;
    const xy_node *when = trigger ? XY_AS(create_trigger, trigger)->when : NULL;
    if (!when || node->first < when->first || node->last > when->last)
        return false;
    xy_str first = xy_token_text(ctx->source, XY_AS(name, node)->parts.items[0]);
    return xy_str_equal_nocase(first, XY_STR("NEW")) || xy_str_equal_nocase(first, XY_STR("OLD"));
}

/* Methods of collections and of what is not known. */
static bool is_method(const xy_context *ctx, const xy_node *node)
{
    const xy_node *parent = node->parent;
    return xy_info_of(ctx->analysis, node)->is_method || (parent && parent->kind == XY_NODE_CALL && XY_AS(call, parent)->callee == node);
}

/* Marks the tokens [first, last) as words that are no names. */
static void mark(xy_context *ctx, uint32_t first, uint32_t last)
{
    bool *own = ctx->states[XY_STATE_IDENTIFIERS]; /* a flag for each token of the unit */
    if (!own)
        own = ctx->states[XY_STATE_IDENTIFIERS] = XY_NEW_ARRAY(ctx->arena, bool, ctx->unit->last - ctx->unit->first);
    for (uint32_t i = first; i < last; i++)
        own[i - ctx->unit->first] = true;
}

static void mark_name(xy_context *ctx, const xy_node *node)
{
    xy_token_list parts = XY_AS(name, node)->parts;
    if (is_oracles_own(ctx, node))
        for (uint32_t i = 0; i < parts.count; i++)
            mark(ctx, parts.items[i], parts.items[i] + 1);
    else if (is_correlation(ctx, node))
        mark(ctx, parts.items[0], parts.items[0] + 1);
}

void xy_pass_identifiers_apply(xy_context *ctx, xy_node *node)
{
    switch (node->kind) {
    case XY_NODE_NAME: mark_name(ctx, node); break;
    case XY_NODE_DATA_TYPE: { /* BYTE behind a length is lexed as a name */
        uint32_t unit = XY_AS(data_type, node)->unit;
        if (unit != XY_NO_TOKEN)
            mark(ctx, unit, unit + 1);
        break;
    }
    case XY_NODE_FIELD:
        if (is_method(ctx, node))
            mark(ctx, XY_AS(field, node)->field, XY_AS(field, node)->field + 1);
        break;
    case XY_NODE_PRIVILEGE: { /* EXECUTE is reserved in PL/pgSQL, and no name here */
        xy_token_list words = XY_AS(privilege, node)->words;
        for (uint32_t i = 0; i < words.count; i++)
            mark(ctx, words.items[i], words.items[i] + 1);
        break;
    }
    case XY_NODE_ALTER_OBJECT: /* what follows the name: ENABLE, COMPILE BODY … */
        mark(ctx, XY_AS(alter_object, node)->name ? XY_AS(alter_object, node)->name->last : node->first, node->last);
        break;
    default: break;
    }
}

/* `0.5half`: to Oracle a number and its alias, to PostgreSQL junk behind a number. */
static void separate_number(xy_context *ctx, uint32_t token)
{
    uint16_t next = ctx->source->tokens[token + 1].kind;
    if (xy_token_is_word(next) && !xy_edits_has_own(ctx->edits, token))
        xy_edit_insert_text(ctx->edits, token, XY_AFTER, " ", xy_rule_id(ctx->rule));
}

void xy_pass_identifiers_finish(xy_context *ctx)
{
    const bool *own = ctx->states[XY_STATE_IDENTIFIERS];
    for (uint32_t i = ctx->unit->start; i + 1 < ctx->unit->last; i++)
        if (ctx->source->tokens[i].kind == XY_TOKEN_NUMBER)
            separate_number(ctx, i);
    for (uint32_t i = ctx->unit->start; i < ctx->unit->last; i++)
        if (is_name_token(&ctx->source->tokens[i]) && !(own && own[i - ctx->unit->first]))
            rewrite_name(ctx, i);
}
