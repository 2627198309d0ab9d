/* What tokens mean: neighbours, names, literal values, equality. */
#include "base/utf8.h"
#include "syntax/keyword.h"
#include "syntax/parse.h"

bool xy_token_is_word(uint16_t kind)
{
    return kind == XY_TOKEN_WORD || kind == XY_TOKEN_QUOTED_WORD || kind == XY_TOKEN_SUBSTITUTION || kind == XY_TOKEN_HOLE
           || (kind >= XY_TOKEN_FIRST_KEYWORD && kind < XY_TOKEN_COUNT);
}

uint32_t xy_token_next(const xy_source *source, uint32_t token)
{
    for (uint32_t i = token == XY_NO_TOKEN ? 0 : token + 1; i < source->token_count; i++) {
        if (!xy_token_is_trivia(source->tokens[i].kind))
            return i;
    }
    return XY_NO_TOKEN;
}

uint32_t xy_token_previous(const xy_source *source, uint32_t token)
{
    for (uint32_t i = token < source->token_count ? token : source->token_count; i-- > 0;) {
        if (!xy_token_is_trivia(source->tokens[i].kind))
            return i;
    }
    return XY_NO_TOKEN;
}

/* Blanks and line ends keep their sense where conditional compilation leaves the text out. */
static bool is_inactive(const xy_source *source, uint32_t token, const char *first)
{
    return source->tokens[token].kind == XY_TOKEN_INACTIVE && strchr(first, source->text.data[source->tokens[token].offset]);
}

static bool is_blanks(const xy_source *source, uint32_t token)
{
    return source->tokens[token].kind == XY_TOKEN_WHITESPACE || is_inactive(source, token, " \t");
}

static bool is_line_end(const xy_source *source, uint32_t token)
{
    return source->tokens[token].kind == XY_TOKEN_NEWLINE || is_inactive(source, token, "\r\n");
}

bool xy_token_starts_line(const xy_source *source, uint32_t token)
{
    uint32_t i = token;
    while (i > 0 && is_blanks(source, i - 1))
        i--;
    return i == 0 || is_line_end(source, i - 1);
}

/* `END;/` at the end of a line means the same. */
static bool follows_semicolon(const xy_source *source, uint32_t token)
{
    uint32_t i = token;
    while (i > 0 && source->tokens[i - 1].kind == XY_TOKEN_WHITESPACE)
        i--;
    return i > 0 && source->tokens[i - 1].kind == XY_TOKEN_SEMICOLON;
}

bool xy_token_is_lone_slash(const xy_source *source, uint32_t token)
{
    if (source->tokens[token].kind != XY_TOKEN_SLASH || !(xy_token_starts_line(source, token) || follows_semicolon(source, token)))
        return false;
    uint32_t i = token + 1;
    while (source->tokens[i].kind == XY_TOKEN_WHITESPACE)
        i++;
    return source->tokens[i].kind == XY_TOKEN_NEWLINE || source->tokens[i].kind == XY_TOKEN_EOF;
}

/* ------------------------------------------------------------------ names */

static bool is_quoted(xy_str text)
{
    return text.length >= 2 && text.data[0] == '"' && text.data[text.length - 1] == '"';
}

static xy_str unquoted(xy_str text)
{
    return (xy_str){text.data + 1, text.length - 2};
}

xy_str xy_token_name(const xy_source *source, uint32_t token, xy_arena *arena)
{
    xy_str text = xy_token_text(source, token);
    return is_quoted(text) ? unquoted(text) : xy_str_upper(arena, text);
}

static unsigned char upper_ascii(char c)
{
    return (unsigned char)(c >= 'a' && c <= 'z' ? c - 32 : c);
}

bool xy_token_name_is(const xy_source *source, uint32_t token, xy_str name)
{
    xy_str text = xy_token_text(source, token);
    if (is_quoted(text))
        return xy_str_equal(unquoted(text), name);
    if (text.length != name.length)
        return false;
    for (uint32_t i = 0, step; i < text.length; i += step) {
        step = 1;
        if ((unsigned char)text.data[i] < 0x80 && upper_ascii(text.data[i]) != (unsigned char)name.data[i])
            return false;
        if ((unsigned char)text.data[i] < 0x80)
            continue;
        int32_t code = xy_utf8_decode(text.data + i, text.data + text.length, &step), other = xy_utf8_decode(name.data + i, name.data + name.length, &step);
        if (code == XY_UTF8_INVALID ? text.data[i] != name.data[i] : other == XY_UTF8_INVALID || xy_utf8_upper((uint32_t)code) != (uint32_t)other)
            return false;
    }
    return true;
}

xy_str xy_token_bind(const xy_source *source, uint32_t token)
{
    xy_str text = xy_token_text(source, token);
    uint32_t colon = (uint8_t)text.data[0] >= 0x80 ? 3 : 1; /* the full-width colon has three bytes */
    while (colon < text.length && (text.data[colon] == ' ' || text.data[colon] == '\t'))
        colon++;
    return colon < text.length ? (xy_str){text.data + colon, text.length - colon} : (xy_str){text.data + text.length, 0};
}

/* ------------------------------------------------------------------ string literals */

/* Reads the value of a literal byte by byte. */
typedef struct string_reader {
    const char *at, *end;
    bool doubled; /* two quotes stand for one */
} string_reader;

/* Unterminated literals end where the text ends. */
static string_reader read_string(xy_str text)
{
    string_reader r = {text.data, text.data + text.length, true};
    while (r.at < r.end && *r.at != '\'') {
        if (*r.at == 'q' || *r.at == 'Q')
            r.doubled = false;
        r.at++;
    }
    uint32_t quotes = 1;
    if (!r.doubled && r.at + 1 < r.end) {
        uint8_t delimiter = (uint8_t)r.at[1];
        quotes += delimiter >= 0xF0 ? 4 : delimiter >= 0xE0 ? 3 : delimiter >= 0xC0 ? 2 : 1;
    }
    if (r.end - r.at >= 2 * (ptrdiff_t)quotes && r.end[-1] == '\'')
        r.end -= quotes;
    r.at = r.end - r.at >= (ptrdiff_t)quotes ? r.at + quotes : r.end;
    return r;
}

/* The next byte, or -1. */
static int read_byte(string_reader *r)
{
    if (r->at >= r->end)
        return -1;
    char c = *r->at++;
    if (r->doubled && c == '\'' && r->at < r->end && *r->at == '\'')
        r->at++;
    return (uint8_t)c;
}

xy_str xy_token_string(const xy_source *source, uint32_t token, xy_arena *arena)
{
    string_reader reader = read_string(xy_token_text(source, token));
    char *value = xy_arena_alloc(arena, (size_t)(reader.end - reader.at) + 1);
    uint32_t length = 0;
    for (int c = read_byte(&reader); c >= 0; c = read_byte(&reader))
        value[length++] = (char)c;
    return (xy_str){value, length};
}

/* ------------------------------------------------------------------ equality */

static bool is_national(xy_str text)
{
    return text.length && (text.data[0] == 'n' || text.data[0] == 'N');
}

static bool strings_equal(xy_str a, xy_str b)
{
    string_reader ra = read_string(a), rb = read_string(b);
    if (is_national(a) != is_national(b))
        return false;
    for (;;) {
        int ca = read_byte(&ra), cb = read_byte(&rb);
        if (ca != cb || ca < 0)
            return ca == cb;
    }
}

/* A quoted name equals an unquoted one when it is written as Oracle stores that: in upper case. */
static bool names_equal(xy_str a, xy_str b)
{
    if (is_quoted(a) && is_quoted(b))
        return xy_str_equal(a, b);
    if (!is_quoted(a) && !is_quoted(b))
        return xy_str_equal_nocase(a, b);
    xy_str quoted = unquoted(is_quoted(a) ? a : b);
    if (!xy_str_equal_nocase(quoted, is_quoted(a) ? b : a))
        return false;
    for (uint32_t i = 0; i < quoted.length; i++) {
        if (quoted.data[i] >= 'a' && quoted.data[i] <= 'z')
            return false;
    }
    return true;
}

bool xy_token_equal(const xy_source *sa, uint32_t a, const xy_source *sb, uint32_t b)
{
    uint16_t ka = sa->tokens[a].kind, kb = sb->tokens[b].kind;
    xy_str ta = xy_token_text(sa, a), tb = xy_token_text(sb, b);
    if (xy_token_is_word(ka) && xy_token_is_word(kb))
        return names_equal(ta, tb);
    if (ka != kb)
        return false;
    if (ka == XY_TOKEN_STRING)
        return strings_equal(ta, tb);
    bool has_text = ka < XY_TOKEN_LPAREN || ka == XY_TOKEN_SQLPLUS || ka == XY_TOKEN_BAD; /* keywords.yml: words and literals come first */
    return !has_text || xy_str_equal_nocase(ta, tb);
}
