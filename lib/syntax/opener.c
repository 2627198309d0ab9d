/* What is open where the parser failed: parentheses, IF, LOOP, CASE, BEGIN and PACKAGE whose end is missing. Works on the tokens as the parser took
 * them, for the tree does not exist yet. */
#include "syntax/driver.h"

typedef enum opener_kind { PAREN, CASE_VALUE, IF, LOOP, CASE, BEGIN, CONTAINER } opener_kind;

/* How the end of each is written, in the order of opener_kind. */
static const char *const closers[] = {"`)`", "END", "END IF", "END LOOP", "END CASE", "END", "END"};

typedef struct opener {
    opener_kind kind;
    uint32_t token;
} opener;

typedef struct openers {
    const xy_source *source;
    xy_arena *arena;
    XY_VEC(opener) open;
    uint32_t name; /* of the package or type whose parts the unit holds, or XY_NO_TOKEN */
    opener robbed; /* the first that an END closed which was meant for another one */
    bool is_robbed;
} openers;

/* An END that the parser took for a name, as in an empty block, is an END to the reader. */
static uint16_t taken_as(const xy_source *source, uint32_t token)
{
    const xy_token *t = &source->tokens[token];
    return t->kind == XY_TOKEN_KW_END ? t->kind : t->resolved;
}

/* A statement may begin behind this token. */
static bool before_statement(uint16_t kind)
{
    return kind == XY_TOKEN_SEMICOLON || kind == XY_TOKEN_KW_BEGIN || kind == XY_TOKEN_KW_THEN || kind == XY_TOKEN_KW_ELSE || kind == XY_TOKEN_KW_LOOP
           || kind == XY_TOKEN_LABEL_CLOSE;
}

static const opener *top(const openers *o)
{
    return o->open.count ? &o->open.items[o->open.count - 1] : NULL;
}

/* Within an expression. */
static bool is_inner(const opener *o)
{
    return o && o->kind <= CASE_VALUE;
}

static void open_at(openers *o, opener_kind kind, uint32_t token)
{
    xy_vec_push(o->arena, &o->open, ((opener){kind, token}));
}

/* Blanks before the first word of the token's line. */
static uint32_t indent_of(const xy_source *source, uint32_t token)
{
    uint32_t start = source->tokens[token].offset, at;
    while (start > 0 && source->text.data[start - 1] != '\n' && source->text.data[start - 1] != '\r')
        start--;
    for (at = start; source->text.data[at] == ' ' || source->text.data[at] == '\t';)
        at++;
    return at - start;
}

/* The END is meant for something further out: it has the package's name, or stands where the line of another one begins, and not where that of `closed` does.
 */
static bool is_meant_for_outer(const openers *o, const opener *closed, uint32_t end)
{
    const xy_source *source = o->source;
    uint32_t name = xy_token_after(source, end), indent = indent_of(source, end);
    if (closed->kind == BEGIN && o->name != XY_NO_TOKEN && name < source->token_count
        && xy_str_equal_nocase(xy_token_text(source, name), xy_token_text(source, o->name)))
        return true;
    if (is_inner(closed) || !xy_token_starts_line(source, end) || indent == indent_of(source, closed->token))
        return false;
    for (const opener *outer = o->open.items; outer < closed; outer++) {
        if (!is_inner(outer) && indent_of(source, outer->token) == indent)
            return true;
    }
    return false;
}

/* An END closes the innermost, whatever it is; parentheses within were left open by a mistake that is told already. */
static void take_end(openers *o, uint32_t token)
{
    while (o->open.count && top(o)->kind == PAREN)
        o->open.count--;
    if (!o->open.count)
        return;
    if (!o->is_robbed && is_meant_for_outer(o, top(o), token)) {
        o->robbed = *top(o);
        o->is_robbed = true;
    }
    o->open.count--;
}

/* What lacks its end: the innermost that is open, or the first within it whose end was meant for another one. */
static opener unclosed(const openers *o)
{
    const opener *open = top(o);
    bool same = o->is_robbed && o->robbed.token > open->token && (o->robbed.kind == open->kind || open->kind == CONTAINER);
    return same ? o->robbed : *open;
}

static void take_token(openers *o, uint32_t token, uint16_t previous)
{
    switch (taken_as(o->source, token)) {
    case XY_TOKEN_LPAREN: open_at(o, PAREN, token); break;
    case XY_TOKEN_RPAREN: o->open.count -= top(o) && top(o)->kind == PAREN; break;
    case XY_TOKEN_KW_BEGIN: open_at(o, BEGIN, token); break;
    case XY_TOKEN_KW_END: take_end(o, token); break;
    case XY_TOKEN_SEMICOLON:
        while (is_inner(top(o)))
            o->open.count--;
        break;
    case XY_TOKEN_KW_LOOP:
        if (previous != XY_TOKEN_KW_END)
            open_at(o, LOOP, token);
        break;
    case XY_TOKEN_KW_IF:
        if (before_statement(previous))
            open_at(o, IF, token);
        break;
    case XY_TOKEN_KW_CASE:
        if (previous != XY_TOKEN_KW_END)
            open_at(o, before_statement(previous) && o->open.count && !is_inner(top(o)) ? CASE : CASE_VALUE, token);
        break;
    default: break;
    }
}

/* CREATE PACKAGE [BODY] name, CREATE TYPE BODY name: their END is that of no BEGIN. */
static void open_container(openers *o, uint32_t first, uint32_t last)
{
    enum { HEAD = 8 };
    uint32_t token = first;
    for (unsigned i = 0; i < HEAD && token < last; i++, token = xy_token_after(o->source, token)) {
        uint32_t name = xy_token_after(o->source, token);
        bool body = xy_token_is(o->source, name, "BODY");
        if (!xy_token_is(o->source, token, "PACKAGE") && !(body && xy_token_is(o->source, token, "TYPE")))
            continue;
        name = body ? xy_token_after(o->source, name) : name;
        uint32_t dot = xy_token_after(o->source, name);
        o->name = dot < last && o->source->tokens[dot].kind == XY_TOKEN_DOT ? xy_token_after(o->source, dot) : name;
        open_at(o, CONTAINER, token);
        return;
    }
}

/* A parenthesis or a CASE that opens at `from` has its end further on in the statement, so that something else is wrong. */
static bool closes_later(const xy_source *source, const opener *open, uint32_t failed)
{
    uint32_t depth = 1;
    for (uint32_t i = failed; i < source->token_count && depth; i = xy_token_after(source, i)) {
        uint16_t kind = source->tokens[i].kind;
        if (kind == XY_TOKEN_SEMICOLON || kind == XY_TOKEN_SQLPLUS || xy_token_is_lone_slash(source, i))
            return false;
        if (open->kind == PAREN)
            depth += (kind == XY_TOKEN_LPAREN) - (kind == XY_TOKEN_RPAREN);
        else
            depth += (kind == XY_TOKEN_KW_CASE) - (kind == XY_TOKEN_KW_END);
    }
    return depth == 0;
}

static bool holds(const openers *o, uint32_t below, opener_kind a, opener_kind b)
{
    for (uint32_t i = 0; i < below; i++) {
        if (o->open.items[i].kind == a || o->open.items[i].kind == b)
            return true;
    }
    return false;
}

/* The word belongs to something further out: ELSE behind the statements of a LOOP, EXCEPTION within an IF, PROCEDURE within a body. */
static bool is_of_outer(const openers *o, uint32_t word)
{
    const xy_source *source = o->source;
    opener_kind kind = top(o)->kind;
    uint32_t before = xy_token_previous(source, word);
    if (before == XY_NO_TOKEN || source->tokens[before].kind != XY_TOKEN_SEMICOLON || kind == CONTAINER)
        return false;
    if (xy_token_is(source, word, "ELSE") || xy_token_is(source, word, "ELSIF"))
        return holds(o, o->open.count - 1, IF, CASE);
    if (xy_token_is(source, word, "EXCEPTION"))
        return kind != BEGIN;
    return (xy_token_is(source, word, "PROCEDURE") || xy_token_is(source, word, "FUNCTION")) && xy_token_starts_line(source, word);
}

/* END stands before the token, and IF, LOOP or CASE has to follow. */
static bool awaits_kind(xy_parser *parser, uint32_t failed)
{
    uint32_t before = failed > parser->first ? xy_token_previous(parser->source, failed) : XY_NO_TOKEN;
    return before != XY_NO_TOKEN && taken_as(parser->source, before) == XY_TOKEN_KW_END
           && (xy_parser_accepts(parser, XY_TOKEN_KW_IF) || xy_parser_accepts(parser, XY_TOKEN_KW_LOOP) || xy_parser_accepts(parser, XY_TOKEN_KW_CASE));
}

/* The end of the innermost one is what is missing at the token that does not fit. */
static bool lacks_end(xy_parser *parser, const openers *o, uint32_t failed, bool at_end)
{
    const opener *open = top(o);
    if (open->kind == PAREN)
        return xy_parser_accepts(parser, XY_TOKEN_RPAREN) && (at_end || !closes_later(o->source, open, failed));
    uint32_t before = xy_token_previous(o->source, failed);
    if (awaits_kind(parser, failed))
        return open->kind == IF || open->kind == LOOP || open->kind == CASE;
    if (open->kind != CASE_VALUE && !at_end)
        return is_of_outer(o, failed) || (before != XY_NO_TOKEN && is_of_outer(o, before));
    return xy_parser_accepts(parser, XY_TOKEN_KW_END) && (at_end || !closes_later(o->source, open, failed));
}

bool xy_find_unclosed(xy_parser *parser, bool at_end, xy_unclosed *found)
{
    const xy_source *source = parser->source;
    openers o = {.source = source, .arena = parser->diags->arena, .name = XY_NO_TOKEN};
    uint32_t failed = parser->token, last = awaits_kind(parser, failed) ? xy_token_previous(source, failed) : failed; /* that END closes nothing */
    uint16_t previous = 0;
    open_container(&o, parser->first, failed);
    for (uint32_t i = parser->first; i < last; i = xy_token_after(source, i)) {
        take_token(&o, i, previous);
        previous = taken_as(source, i);
    }
    if (!o.open.count || !lacks_end(parser, &o, failed, at_end))
        return false;
    opener open = unclosed(&o);
    *found = (xy_unclosed){open.token, closers[open.kind], open.kind > CASE_VALUE};
    return true;
}
