/* Caret display: see caret.h. */
#include "text/caret.h"
#include "base/utf8.h"

/* Of a longer line a part around the place is shown. */
enum { SHOWN_BEFORE = 60, SHOWN_AFTER = 100 };

static bool is_start(char c)
{
    return ((unsigned char)c & 0xC0) != 0x80;
}

/* Moves back over at most `count` characters, not before `low`. */
static uint32_t back(const char *data, uint32_t low, uint32_t from, uint32_t count)
{
    while (from > low && count > 0) {
        do
            from--;
        while (from > low && !is_start(data[from]));
        count--;
    }
    return from;
}

static uint32_t forward(const char *data, uint32_t from, uint32_t high, uint32_t count)
{
    while (from < high && count > 0) {
        do
            from++;
        while (from < high && !is_start(data[from]));
        count--;
    }
    return from;
}

/* Control characters would move the terminal's cursor; a tab stays, so that the line looks as in an editor. */
static void add_visible(xy_buffer *out, xy_str text)
{
    for (uint32_t i = 0; i < text.length; i++) {
        unsigned char c = (unsigned char)text.data[i];
        if ((c < 0x20 && c != '\t') || c == 0x7F)
            xy_buffer_add_char(out, '?');
        else
            xy_buffer_add_char(out, text.data[i]);
    }
}

static void add_repeated(xy_buffer *out, char c, uint32_t count)
{
    while (count-- > 0)
        xy_buffer_add_char(out, c);
}

/* As wide as the text, whatever the width of a tab is. */
static void add_padding(xy_buffer *out, xy_str text)
{
    for (uint32_t i = 0, step; i < text.length; i += step) {
        int32_t code = xy_utf8_decode(text.data + i, text.data + text.length, &step);
        if (code == '\t')
            xy_buffer_add_char(out, '\t');
        else
            add_repeated(out, ' ', xy_utf8_width(code));
    }
}

void xy_source_caret(xy_buffer *out, const xy_source *source, uint32_t offset, uint32_t length)
{
    xy_position at = xy_source_position(source, offset);
    xy_str line = xy_source_line(source, at.line);
    const char *data = line.data;
    uint32_t place = offset - source->lines[at.line - 1];
    if (place > line.length)
        place = line.length;
    uint32_t first = back(data, 0, place, SHOWN_BEFORE), last = forward(data, place, line.length, SHOWN_AFTER);
    uint32_t end = length > last - place ? last : place + length;
    uint32_t columns = xy_utf8_columns((xy_str){data + place, end - place});

    xy_buffer_format(out, "%5u | %s", at.line, first > 0 ? "..." : "");
    add_visible(out, (xy_str){data + first, last - first});
    xy_buffer_add_text(out, last < line.length ? "...\n" : "\n");
    xy_buffer_add_text(out, first > 0 ? "      |    " : "      | ");
    add_padding(out, (xy_str){data + first, place - first});
    xy_buffer_add_char(out, '^');
    add_repeated(out, '~', columns > 1 ? columns - 1 : 0);
    xy_buffer_add_char(out, '\n');
}
