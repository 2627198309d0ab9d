/* The most frequent tokens without the automaton: blanks, line ends, words, plain numbers and signs of which one or two bytes decide. What needs more (a byte
 * beyond ASCII, a variable inside a word, a number with a point) is left to grammar/lexer.re, which has the last word: tests/unit/test_lexer.c compares the two
 * over all short texts. */
#ifndef XY_SYNTAX_QUICK_H
#define XY_SYNTAX_QUICK_H

#include "syntax/lexer.h"

#include <string.h>

/* Eight bytes at a time: tests leave the highest bit of each byte that passes. */
#define XY_EACH_BYTE(value) (UINT64_C(0x0101010101010101) * (value))
#define XY_HIGH_BITS XY_EACH_BYTE(0x80)

static inline uint64_t xy_quick_load(const char *at)
{
    uint64_t bytes;
    memcpy(&bytes, at, sizeof bytes);
    return bytes;
}

/* Number of bytes before the first that is marked; `marks` is not 0. */
static inline unsigned xy_quick_first(uint64_t marks)
{
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    return (unsigned)__builtin_ctzll(marks) / 8;
#else
    return (unsigned)__builtin_clzll(marks) / 8;
#endif
}

/* Bytes (all below 0x80) from `low` to `high`; the others have their highest bit clear. */
static inline uint64_t xy_quick_between(uint64_t bytes, unsigned low, unsigned high)
{
    return (bytes + XY_EACH_BYTE(0x80 - low)) & ~(bytes + XY_EACH_BYTE(0x7F - high)) & XY_HIGH_BITS;
}

/* Letters, digits, `_`, `$` and `#`. */
static inline uint64_t xy_quick_word_bytes(uint64_t bytes)
{
    uint64_t ascii = bytes & ~XY_HIGH_BITS;
    uint64_t found = xy_quick_between(ascii & XY_EACH_BYTE(0xDF), 'A', 'Z') | xy_quick_between(ascii, '0', '9') | xy_quick_between(ascii, '#', '$')
                     | xy_quick_between(ascii, '_', '_');
    return found & ~bytes;
}

static inline bool xy_quick_is_word(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '$' || c == '#';
}

static inline const char *xy_quick_word_end(const char *at, const char *limit)
{
    while (limit - at >= 8) {
        uint64_t others = ~xy_quick_word_bytes(xy_quick_load(at)) & XY_HIGH_BITS;
        if (others)
            return at + xy_quick_first(others);
        at += 8;
    }
    while (at < limit && xy_quick_is_word(*at))
        at++;
    return at;
}

static inline const char *xy_quick_blank_end(const char *at, const char *limit)
{
    while (limit - at >= 8) {
        uint64_t others = xy_quick_load(at) ^ XY_EACH_BYTE(' ');
        if (others) {
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
            at += (unsigned)__builtin_ctzll(others) / 8;
#else
            at += (unsigned)__builtin_clzll(others) / 8;
#endif
            break;
        }
        at += 8;
    }
    while (at < limit && (*at == ' ' || *at == '\t'))
        at++;
    return at;
}

static inline const char *xy_quick_line_end(const char *at, const char *limit)
{
    const char *end = memchr(at, '\n', (size_t)(limit - at));
    end = end ? end : limit;
    const char *lone = memchr(at, '\r', (size_t)(end - at));
    return lone ? lone : end;
}

/* The token at `start` as xy_lexer_token would say, or EOF for "ask the automaton". *limit is a NUL byte, so that one byte more can be looked at. */
static inline unsigned xy_quick_token(const char *start, const char *limit, const char **end)
{
    const char *at = start + 1;
    switch (*start) {
    case ' ':
    case '\t': *end = at = xy_quick_blank_end(at, limit); return *at == '\v' || *at == '\f' || *at == '\x1A' || *at & 0x80 ? XY_TOKEN_EOF : XY_TOKEN_WHITESPACE;
    case '\n': *end = at; return XY_TOKEN_NEWLINE;
    case '\r': *end = at + (*at == '\n'); return XY_TOKEN_NEWLINE;
    case ',': *end = at; return XY_TOKEN_COMMA;
    case ';': *end = at; return XY_TOKEN_SEMICOLON;
    case ')': *end = at; return XY_TOKEN_RPAREN;
    case '(': /* not `(+)`, with blanks inside */
        *end = at;
        while (*at == ' ' || *at == '\t' || *at == '\n' || *at == '\r')
            at++;
        return *at == '+' || *at == '\v' || *at == '\f' || *at == '\x1A' || *at & 0x80 ? XY_TOKEN_EOF : XY_TOKEN_LPAREN;
    case '.': *end = at; return *at == '.' || (*at >= '0' && *at <= '9') ? XY_TOKEN_EOF : XY_TOKEN_DOT;
    case '=': *end = at; return *at == '>' ? XY_TOKEN_EOF : XY_TOKEN_EQ;
    case ':': *end = at + 1; return *at == '=' ? XY_TOKEN_ASSIGN : XY_TOKEN_EOF;
    case '|': *end = at + 1; return *at == '|' ? XY_TOKEN_CONCAT : XY_TOKEN_EOF;
    case '\'': *end = at; return XY_LEXER_OPEN_STRING;
    case '-':
        *end = at;
        if (*at != '-')
            return XY_TOKEN_MINUS;
        *end = xy_quick_line_end(at, limit);
        return at[1] == '+' ? XY_TOKEN_EOF : XY_TOKEN_LINE_COMMENT;
    default: break;
    }
    if (*start >= '0' && *start <= '9') {
        while (*at >= '0' && *at <= '9')
            at++;
        *end = at;
        return *at == '.' || (*at && strchr("eEfFdD", *at)) ? XY_TOKEN_EOF : XY_TOKEN_NUMBER;
    }
    if (!xy_quick_is_word(*start) || *start == '$' || *start == '#')
        return XY_TOKEN_EOF;
    *end = at = xy_quick_word_end(at, limit);
    return *at & 0x80 || *at == '&' || *at == '{' || *at == '\'' ? XY_TOKEN_EOF : XY_TOKEN_WORD;
}

#endif
