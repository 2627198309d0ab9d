/* String views and growing text. Text is UTF-8 and not NUL-terminated unless a function says so. */
#ifndef XY_BASE_STR_H
#define XY_BASE_STR_H

#include "base/arena.h"
#include <stdarg.h>
#include <string.h>

/** A view of bytes owned by somebody else (a source, an arena, a literal). */
typedef struct xy_str {
    const char *data;
    uint32_t length;
} xy_str;

#define XY_STR(literal) ((xy_str){(literal), (uint32_t)(sizeof(literal) - 1)})
#define XY_STR_ARG(s) (int)(s).length, (s).data /* for "%.*s" */

static inline bool xy_str_equal(xy_str a, xy_str b)
{
    return a.length == b.length && (a.length == 0 || memcmp(a.data, b.data, a.length) == 0);
}
/** Is it exactly this text? Quick where most are not: for looking a name up in a list. */
static inline bool xy_str_is(xy_str s, const char *text)
{
    return s.length ? s.data[0] == text[0] && strncmp(s.data, text, s.length) == 0 && !text[s.length] : !text[0];
}
/** Equal when ASCII letters are folded. */
bool xy_str_equal_nocase(xy_str a, xy_str b);
/** <0, 0, >0 in byte order. */
int xy_str_compare(xy_str a, xy_str b);
static inline xy_str xy_str_from(const char *text)
{
    return (xy_str){text, text ? (uint32_t)strlen(text) : 0};
}
xy_str xy_str_copy(xy_arena *arena, xy_str s);
/** Formats into the arena (printf rules). */
xy_str xy_str_format(xy_arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));
/** Upper-case copy as Oracle folds an unquoted name (ASCII, Latin-1, Greek, Cyrillic letters). */
xy_str xy_str_upper(xy_arena *arena, xy_str s);
xy_str xy_str_lower(xy_arena *arena, xy_str s);
uint32_t xy_str_hash(xy_str s);
/** Blank, tab, carriage return, line feed. */
static inline bool xy_char_is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}
/** The view without the blanks at its ends. */
xy_str xy_str_trim(xy_str s);
/** A copy between two `quote` characters, those inside doubled; a NUL follows it. */
xy_str xy_str_quote(xy_arena *arena, xy_str s, char quote);

/** Growing bytes in an arena (grown by doubling; the old copy stays in the arena). */
typedef struct xy_buffer {
    xy_arena *arena;
    char *data;
    size_t length, capacity;
} xy_buffer;

void xy_buffer_init(xy_buffer *buffer, xy_arena *arena);
void xy_buffer_add(xy_buffer *buffer, const char *data, size_t length);
void xy_buffer_add_str(xy_buffer *buffer, xy_str s);
void xy_buffer_add_text(xy_buffer *buffer, const char *text);
/** Makes room for `more` bytes and a NUL where there is none. */
void xy_buffer_enlarge(xy_buffer *buffer, size_t more);
static inline void xy_buffer_reserve(xy_buffer *buffer, size_t more)
{
    if (more >= buffer->capacity - buffer->length)
        xy_buffer_enlarge(buffer, more);
}
static inline void xy_buffer_add_char(xy_buffer *buffer, char c)
{
    xy_buffer_reserve(buffer, 1);
    buffer->data[buffer->length++] = c;
    buffer->data[buffer->length] = '\0';
}
void xy_buffer_format(xy_buffer *buffer, const char *format, ...) __attribute__((format(printf, 2, 3)));
/** View of the content; valid until the next addition. */
xy_str xy_buffer_str(const xy_buffer *buffer);

#endif
