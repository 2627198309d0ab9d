/* Caret display. See caret.h. */
#include "text/caret.h"

enum { CONTEXT_BYTES = 160 /* shown before the place when a line is longer than twice this */ };

static bool is_continuation(char c)
{
    return ((unsigned char)c & 0xC0) == 0x80;
}

/* The part of the line around `at` that is shown. */
static xy_str window(xy_str line, uint32_t at)
{
    if (line.length <= 2 * CONTEXT_BYTES)
        return line;
    uint32_t start = at > CONTEXT_BYTES ? at - CONTEXT_BYTES : 0;
    while (start && is_continuation(line.data[start]))
        start--;
    uint32_t end = start + 2 * CONTEXT_BYTES < line.length ? start + 2 * CONTEXT_BYTES : line.length;
    while (end < line.length && is_continuation(line.data[end]))
        end++;
    return (xy_str){line.data + start, end - start};
}

static void add_blanks_like(xy_buffer *out, xy_str text)
{
    uint32_t run = 0;
    for (uint32_t i = 0; i <= text.length; i++) {
        if (i < text.length && text.data[i] != '\t')
            continue;
        uint32_t width = xy_display_width((xy_str){text.data + run, i - run});
        for (uint32_t w = 0; w < width; w++)
            xy_buffer_add_char(out, ' ');
        if (i < text.length)
            xy_buffer_add_char(out, '\t');
        run = i + 1;
    }
}

void xy_source_caret(xy_buffer *out, const xy_source *source, uint32_t offset, uint32_t length)
{
    uint32_t number = xy_source_position(source, offset).line;
    xy_str line = xy_source_line(source, number);
    uint32_t at = offset - (uint32_t)(line.data - source->text.data);
    if (at > line.length)
        at = line.length;
    xy_str shown = window(line, at);
    uint32_t before = at - (uint32_t)(shown.data - line.data);
    uint32_t marked = length < shown.length - before ? length : shown.length - before;
    uint32_t width = xy_display_width((xy_str){shown.data + before, marked});
    xy_buffer_format(out, "%5u | %.*s\n      | ", number, XY_STR_ARG(shown));
    add_blanks_like(out, (xy_str){shown.data, before});
    xy_buffer_add_char(out, '^');
    for (uint32_t i = 1; i < width; i++)
        xy_buffer_add_char(out, '~');
    xy_buffer_add_char(out, '\n');
}
