/* Tokens of patterns and templates. A template is text of the target, which our parser does not know; how its operators bind is
 * found from its tokens and the table of precedence.c. */
#include "edit/template.h"

#include "syntax/keyword.h"
#include <string.h>

int xy_hole_index(xy_str token, const xy_str *names, uint32_t count)
{
    xy_str name = {token.data + 1, token.length - 1};
    if (name.length > 3 && memcmp(name.data, "...", 3) == 0)
        name = (xy_str){name.data + 3, name.length - 3};
    for (uint32_t i = 0; i < count; i++)
        if (xy_str_equal(names[i], name))
            return (int)i;
    return -1;
}

/** The comma that goes when the list at `index` is empty: the one before it, or else the one after it. */
static void mark_comma(xy_piece_tokens tokens, uint32_t index)
{
    if (index > 0 && tokens.items[index - 1].kind == XY_TOKEN_COMMA)
        tokens.items[index - 1].comma_of = tokens.items[index].hole;
    else if (index + 1 < tokens.count && tokens.items[index + 1].kind == XY_TOKEN_COMMA)
        tokens.items[index + 1].comma_of = tokens.items[index].hole;
}

xy_piece_tokens xy_template_tokens(xy_arena *arena, const xy_source *source, uint32_t first, uint32_t last, const xy_str *names, uint32_t count)
{
    xy_piece_tokens tokens = {XY_NEW_ARRAY(arena, xy_piece_token, last - first + 1), 0};
    for (uint32_t i = first; i < last; i++) {
        const xy_token *token = &source->tokens[i];
        if (xy_token_is_trivia(token->kind))
            continue;
        bool is_list = token->kind == XY_TOKEN_HOLES, is_hole = is_list || token->kind == XY_TOKEN_HOLE;
        xy_piece_token *piece = &tokens.items[tokens.count++];
        *piece = (xy_piece_token){.offset = token->offset, .end = token->offset + token->length, .kind = token->kind, .hole = -1, .comma_of = -1};
        piece->is_list = is_list;
        if (is_hole)
            piece->hole = (int16_t)xy_hole_index(xy_token_text(source, i), names, count);
    }
    for (uint32_t i = 0; i < tokens.count; i++)
        if (tokens.items[i].is_list)
            mark_comma(tokens, i);
    return tokens;
}

/* ---- operators ---- */

static xy_str text_of(const xy_source *source, const xy_piece_token *token)
{
    return (xy_str){source->text.data + token->offset, token->end - token->offset};
}

static bool is_operator_char(char c)
{
    return c != 0 && strchr("+-*/<>=~!@#%^&|?:", c);
}

/** Tokens from `first` that together are one operator of the target (`::` may come as `:` and `:numeric`): returns the end. */
static uint32_t operator_end(const xy_source *source, xy_piece_tokens tokens, uint32_t first, xy_str *text)
{
    uint32_t i = first, end = tokens.items[first].offset;
    *text = (xy_str){source->text.data + end, 0};
    while (i < tokens.count && tokens.items[i].offset == end) {
        uint32_t at = end;
        while (at < tokens.items[i].end && is_operator_char(source->text.data[at]))
            at++;
        if (at == end)
            break;
        end = at;
        i++;
        if (at < tokens.items[i - 1].end) /* only its start is operator: `:numeric` */
            break;
    }
    text->length = end - tokens.items[first].offset;
    return i;
}

enum { MAX_DEPTH = 64 };
/** State of the scan for operators. */
typedef struct binder {
    const xy_source *source;
    xy_piece_tokens tokens;
    bool operand_next; /**< an operand may come here: + and - are signs, NOT is a prefix */
    uint32_t depth;
    uint32_t betweens[MAX_DEPTH]; /**< BETWEEN without its AND, by depth */
    xy_precedence loosest;
} binder;

static void set_binding(binder *b, uint32_t index, xy_precedence binding, bool prefix)
{
    b->tokens.items[index].binding = (uint8_t)binding;
    b->tokens.items[index].prefix = prefix;
    if (binding != XY_PREC_ANY && b->depth == 0 && binding < b->loosest)
        b->loosest = binding;
    b->operand_next = true;
}

static bool is_word(const binder *b, uint32_t index, const char *word)
{
    return index < b->tokens.count && xy_str_equal_nocase(text_of(b->source, &b->tokens.items[index]), xy_str_from(word));
}

/** Words after which the operator goes on: the second word binds like the first one. */
static const char *const compound_operators[][2] = {{"DISTINCT", "FROM"}, {"TIME", "ZONE"}, {"SIMILAR", "TO"}};
static const uint8_t compound_bindings[] = {XY_PREC_IS, XY_PREC_AT_ZONE, XY_PREC_RANGE};

static bool bind_compound(binder *b, uint32_t index)
{
    for (size_t i = 0; index > 0 && i < sizeof compound_bindings; i++)
        if (is_word(b, index - 1, compound_operators[i][0]) && is_word(b, index, compound_operators[i][1])) {
            set_binding(b, index, (xy_precedence)compound_bindings[i], false);
            return true;
        }
    return false;
}

static void bind_word(binder *b, uint32_t index)
{
    uint32_t level = b->depth < MAX_DEPTH ? b->depth : MAX_DEPTH - 1;
    xy_str text = text_of(b->source, &b->tokens.items[index]);
    if (bind_compound(b, index))
        return;
    if (is_word(b, index, "CASE")) {
        b->depth++;
        b->operand_next = true;
    } else if (is_word(b, index, "END") && b->depth > 0) {
        b->depth--;
        b->operand_next = false;
    } else if (is_word(b, index, "AND") && b->betweens[level] > 0) {
        b->betweens[level]--;
        set_binding(b, index, XY_PREC_RANGE, false);
    } else if (is_word(b, index, "NOT") && (!b->operand_next || (index > 0 && is_word(b, index - 1, "IS")))) {
        /* of NOT LIKE, IS NOT NULL: the operator stands beside it */
    } else {
        xy_precedence infix = xy_precedence_of_operator(text, false), prefix = xy_precedence_of_operator(text, true);
        if (b->operand_next && prefix != XY_PREC_ANY)
            set_binding(b, index, prefix, true);
        else if (!b->operand_next && infix != XY_PREC_ANY)
            set_binding(b, index, infix, false);
        else /* another key word lets an operand follow (THEN, FROM), a name does not */
            b->operand_next = b->tokens.items[index].kind >= XY_TOKEN_FIRST_KEYWORD && !is_word(b, index, "NULL");
        b->betweens[level] += is_word(b, index, "BETWEEN");
    }
}

static uint32_t bind_symbol(binder *b, uint32_t index)
{
    xy_str text;
    uint32_t end = operator_end(b->source, b->tokens, index, &text);
    bool prefix = b->operand_next;
    if (xy_str_equal(text, XY_STR(":=")) || xy_str_equal(text, XY_STR("=>"))) {
        b->operand_next = true;
        return end;
    }
    if (prefix && xy_str_equal(text, XY_STR("*"))) { /* count(*) */
        b->operand_next = false;
        return end;
    }
    xy_precedence binding = xy_precedence_of_operator(text, prefix);
    if (binding == XY_PREC_ANY)
        binding = XY_PREC_OTHER;
    for (uint32_t i = index; i < end; i++)
        set_binding(b, i, binding, prefix);
    b->operand_next = binding != XY_PREC_CAST || b->tokens.items[end - 1].kind != XY_TOKEN_BIND; /* `::` and its type in one token */
    return end;
}

/** Binds the token at `index`; returns the next one to look at. */
static uint32_t bind_token(binder *b, uint32_t index)
{
    const xy_piece_token *token = &b->tokens.items[index];
    char first = b->source->text.data[token->offset];
    switch (token->kind) {
    case XY_TOKEN_LPAREN:
    case XY_TOKEN_LBRACKET:
        b->depth++;
        b->operand_next = true;
        return index + 1;
    case XY_TOKEN_RPAREN:
    case XY_TOKEN_RBRACKET:
        b->depth -= b->depth > 0;
        b->operand_next = false;
        return index + 1;
    case XY_TOKEN_COMMA:
    case XY_TOKEN_SEMICOLON: b->operand_next = true; return index + 1;
    case XY_TOKEN_BIND:
        if (index > 0 && b->tokens.items[index - 1].end == token->offset && b->tokens.items[index - 1].kind == XY_TOKEN_COLON)
            break;
        b->operand_next = false;
        return index + 1;
    case XY_TOKEN_HOLE:
    case XY_TOKEN_HOLES:
    case XY_TOKEN_NUMBER:
    case XY_TOKEN_STRING:
    case XY_TOKEN_QUOTED_WORD:
    case XY_TOKEN_DOT: b->operand_next = false; return index + 1;
    default: break;
    }
    if (is_operator_char(first))
        return bind_symbol(b, index);
    bind_word(b, index);
    return index + 1;
}

xy_precedence xy_template_bind(const xy_source *source, xy_piece_tokens tokens)
{
    binder b = {.source = source, .tokens = tokens, .operand_next = true, .loosest = XY_PREC_PRIMARY};
    for (uint32_t i = 0; i < tokens.count;)
        i = bind_token(&b, i);
    return b.loosest;
}

static xy_precedence needed_by_right(const xy_piece_token *token) /* an operator that stands right of the operand */
{
    bool repeats = token->binding != XY_PREC_COMPARE && token->binding != XY_PREC_RANGE && token->binding != XY_PREC_IS;
    return (xy_precedence)(token->binding + !repeats);
}

static xy_precedence needed_by_left(const xy_piece_token *token)
{
    bool repeats = token->binding == XY_PREC_AND || token->binding == XY_PREC_OR || token->binding == XY_PREC_NOT;
    return (xy_precedence)(token->binding + !repeats);
}

xy_precedence xy_template_needed(const xy_source *source, xy_piece_tokens tokens, uint32_t index)
{
    xy_precedence needed = XY_PREC_ANY;
    if (index > 0 && tokens.items[index - 1].binding)
        needed = needed_by_left(&tokens.items[index - 1]);
    if (index + 1 < tokens.count) {
        const xy_piece_token *next = &tokens.items[index + 1];
        char first = source->text.data[next->offset];
        if (first == '.' || first == '[' || (first == '(' && next->offset == tokens.items[index].end))
            needed = XY_PREC_PRIMARY;
        else if (next->binding && needed_by_right(next) > needed)
            needed = needed_by_right(next);
        else if (xy_str_equal_nocase(text_of(source, next), XY_STR("NOT")) && needed <= XY_PREC_RANGE)
            needed = (xy_precedence)(XY_PREC_RANGE + 1); /* NOT IN, NOT LIKE, NOT BETWEEN */
    }
    return needed > XY_PREC_PRIMARY ? XY_PREC_PRIMARY : needed;
}
