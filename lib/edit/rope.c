/* Building ropes: text, tokens, nodes, operands; and the case of inserted words. */
#include "edit/edit_set.h"

#include "base/status.h"

#include <stdio.h>
#include <string.h>

static void add_piece(xy_edits *edits, xy_rope *rope, xy_rope_piece piece)
{
    xy_vec_push(edits->arena, rope, piece);
}

void xy_rope_str(xy_edits *edits, xy_rope *rope, xy_str text)
{
    if (text.length > 0)
        add_piece(edits, rope, (xy_rope_piece){.kind = XY_PIECE_TEXT, .text = text});
}

/** Text of the program with its line feeds turned into the file's line ends. */
static void add_program_text(xy_edits *edits, xy_rope *rope, xy_str text)
{
    if (edits->newline.length > 1 && text.length > 0 && memchr(text.data, '\n', text.length)) {
        xy_buffer lines;
        xy_buffer_init(&lines, edits->arena);
        for (uint32_t i = 0; i < text.length; i++) {
            if (text.data[i] == '\n' && (i == 0 || text.data[i - 1] != '\r'))
                xy_buffer_add_str(&lines, edits->newline);
            else
                xy_buffer_add_char(&lines, text.data[i]);
        }
        text = xy_buffer_str(&lines);
    }
    xy_rope_str(edits, rope, text);
}

void xy_rope_text(xy_edits *edits, xy_rope *rope, const char *text)
{
    add_program_text(edits, rope, xy_str_copy(edits->arena, xy_str_from(text)));
}

void xy_rope_format(xy_edits *edits, xy_rope *rope, const char *format, ...)
{
    va_list arguments, again;
    va_start(arguments, format);
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    if (length > 0) {
        char *text = xy_arena_alloc(edits->arena, (size_t)length + 1);
        vsnprintf(text, (size_t)length + 1, format, again);
        add_program_text(edits, rope, (xy_str){text, (uint32_t)length});
    }
    va_end(again);
}

void xy_rope_tokens(xy_edits *edits, xy_rope *rope, uint32_t first, uint32_t last)
{
    if (first < last)
        add_piece(edits, rope, (xy_rope_piece){.kind = XY_PIECE_RANGE, .range = {first, last}});
}

void xy_rope_node(xy_edits *edits, xy_rope *rope, const xy_node *node)
{
    xy_rope_tokens(edits, rope, node->first, node->last);
}

void xy_rope_operand(xy_edits *edits, xy_rope *rope, const xy_node *node, xy_precedence needed)
{
    if (node->first < node->last)
        add_piece(
            edits, rope,
            (xy_rope_piece){.kind = XY_PIECE_RANGE, .range = {node->first, node->last}, .needed = (uint8_t)needed, .own = (uint8_t)xy_precedence_of(node)});
}

void xy_rope_separator(xy_edits *edits, xy_rope *rope)
{
    add_piece(edits, rope, (xy_rope_piece){.kind = XY_PIECE_SEPARATOR});
}

void xy_rope_join(xy_edits *edits, xy_rope *rope, xy_rope more)
{
    for (uint32_t i = 0; i < more.count; i++)
        add_piece(edits, rope, more.items[i]);
}

/** Adds what the directive stands for, taking its arguments. */
static void add_directive(xy_edits *edits, xy_rope *rope, char directive, va_list *arguments)
{
    switch (directive) {
    case 'n': xy_rope_node(edits, rope, va_arg(*arguments, const xy_node *)); break;
    case 's': xy_rope_str(edits, rope, xy_str_copy(edits->arena, xy_str_from(va_arg(*arguments, const char *)))); break;
    case 'S': xy_rope_str(edits, rope, xy_str_copy(edits->arena, va_arg(*arguments, xy_str))); break;
    case 'd': xy_rope_str(edits, rope, xy_str_format(edits->arena, "%d", va_arg(*arguments, int))); break;
    case '%': xy_rope_str(edits, rope, XY_STR("%")); break;
    case 't': {
        uint32_t token = va_arg(*arguments, uint32_t);
        xy_rope_tokens(edits, rope, token, token + 1);
        break;
    }
    case 'o': {
        const xy_node *node = va_arg(*arguments, const xy_node *);
        xy_rope_operand(edits, rope, node, (xy_precedence)va_arg(*arguments, int));
        break;
    }
    default: xy_guard_fail(edits->arena->guard, XY_ERR_INTERNAL); /* a bug in the calling pass */
    }
}

void xy_rope_build(xy_edits *edits, xy_rope *rope, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    while (*format) {
        size_t length = strcspn(format, "%");
        if (length > 0)
            add_program_text(edits, rope, (xy_str){xy_arena_copy(edits->arena, format, length), (uint32_t)length});
        format += length;
        if (*format == '%') {
            add_directive(edits, rope, format[1], &arguments);
            format += format[1] ? 2 : 1;
        }
    }
    va_end(arguments);
}

/* ---- letter case ---- */

/** Length of the string, quoted name or dollar-quoted text that starts at `i`; 0 when none does. */
static uint32_t quoted_length(xy_str text, uint32_t i)
{
    char quote = text.data[i];
    if (quote == '\'' || quote == '"') {
        uint32_t end = i + 1; /* a doubled quote ends one part and begins the next */
        while (end < text.length && text.data[end] != quote)
            end++;
        return end < text.length ? end - i + 1 : end - i;
    }
    if (quote != '$')
        return 0;
    uint32_t tag = i + 1;
    while (tag < text.length && text.data[tag] != '$' && (text.data[tag] == '_' || (text.data[tag] | 32) >= 'a'))
        tag++;
    if (tag >= text.length || text.data[tag] != '$')
        return 0;
    tag = tag - i + 1; /* length of $tag$ */
    for (uint32_t end = i + tag; end + tag <= text.length; end++)
        if (memcmp(text.data + end, text.data + i, tag) == 0)
            return end + tag - i;
    return text.length - i;
}

static bool is_word_byte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '$' || c == '#' || (unsigned char)c >= 0x80;
}

static void fold(char *text, uint32_t first, uint32_t last, bool upper)
{
    for (uint32_t i = first; i < last; i++) {
        if (upper && text[i] >= 'a' && text[i] <= 'z')
            text[i] = (char)(text[i] - 32);
        else if (!upper && text[i] >= 'A' && text[i] <= 'Z')
            text[i] = (char)(text[i] + 32);
    }
}

xy_str xy_edit_case(xy_edits *edits, uint32_t model, xy_str text)
{
    xy_str word = xy_token_text(edits->source, model);
    bool small = false, capital = false;
    for (uint32_t i = 0; i < word.length; i++) {
        small |= word.data[i] >= 'a' && word.data[i] <= 'z';
        capital |= word.data[i] >= 'A' && word.data[i] <= 'Z';
    }
    if (!small && !capital)
        return text;
    char *out = xy_arena_copy(edits->arena, text.data, text.length);
    for (uint32_t i = 0, end; i < text.length; i = end) {
        uint32_t quoted = quoted_length(text, i);
        end = i + (quoted ? quoted : 1);
        if (quoted || !is_word_byte(text.data[i]))
            continue;
        while (end < text.length && is_word_byte(text.data[end]))
            end++;
        bool dotted = (i > 0 && text.data[i - 1] == '.') || (end < text.length && text.data[end] == '.');
        if (!dotted) /* schema.name is somebody's own name */
            fold(out, i, end, capital);
    }
    return (xy_str){out, text.length};
}
