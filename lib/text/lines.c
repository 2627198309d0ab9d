/* Lines, positions and names of encodings: see source.h. */
#include "base/utf8.h"
#include "base/vec.h"
#include "text/source.h"

#include <string.h>

typedef XY_VEC(uint32_t) offsets;

/* Line ends are LF, CR LF and, between them, a CR alone. */
static void add_lone_returns(offsets *lines, xy_arena *arena, const char *data, uint32_t start, uint32_t end)
{
    while (start < end) {
        const char *found = memchr(data + start, '\r', end - start);
        if (!found)
            return;
        start = (uint32_t)(found - data) + 1;
        xy_vec_push(arena, lines, start);
    }
}

void xy_source_find_lines(xy_source *source, xy_arena *arena)
{
    offsets lines = {0};
    uint32_t crlf = 0, start = 0, length = source->text.length;
    const char *data = source->text.data;
    xy_vec_push(arena, &lines, 0);
    while (start < length) {
        const char *found = memchr(data + start, '\n', length - start);
        uint32_t end = found ? (uint32_t)(found - data) : length;
        bool pair = found && end > start && data[end - 1] == '\r';
        add_lone_returns(&lines, arena, data, start, pair ? end - 1 : end);
        crlf += pair;
        start = end + 1;
        if (found)
            xy_vec_push(arena, &lines, start);
    }
    source->lines = lines.items;
    source->line_count = lines.count;
    source->crlf = crlf * 2 > lines.count - 1;
}

uint32_t xy_source_line_index(const xy_source *source, uint32_t offset)
{
    uint32_t low = 0, high = source->line_count;
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (source->lines[middle] <= offset)
            low = middle;
        else
            high = middle;
    }
    return low;
}

/* Where the line of the offset begins, in a text whose lines are not listed: a piece of text that is parsed on its own. */
static uint32_t search_line(const xy_source *source, uint32_t offset, uint32_t *line)
{
    const char *data = source->text.data;
    uint32_t start = 0;
    *line = 0;
    for (uint32_t i = 0; i < offset; i++) {
        if (data[i] == '\n' || (data[i] == '\r' && (i + 1 == source->text.length || data[i + 1] != '\n'))) {
            start = i + 1;
            ++*line;
        }
    }
    return start;
}

xy_position xy_source_position(const xy_source *source, uint32_t offset)
{
    uint32_t line, start, column = 1;
    if (offset > source->text.length)
        offset = source->text.length;
    if (source->line_count) {
        line = xy_source_line_index(source, offset);
        start = source->lines[line];
    } else {
        start = search_line(source, offset, &line);
    }
    for (uint32_t i = start; i < offset; i++)
        column += ((unsigned char)source->text.data[i] & 0xC0) != 0x80;
    return (xy_position){line + 1, column};
}

xy_str xy_source_line(const xy_source *source, uint32_t line)
{
    if (line == 0 || line > source->line_count)
        return (xy_str){"", 0};
    uint32_t start = source->lines[line - 1];
    uint32_t end = line < source->line_count ? source->lines[line] : source->text.length;
    const char *data = source->text.data;
    while (end > start && (data[end - 1] == '\n' || data[end - 1] == '\r'))
        end--;
    return (xy_str){data + start, end - start};
}

uint32_t xy_display_width(xy_str text)
{
    return xy_utf8_columns(text);
}

/* ------------------------------------------------------------------ names of encodings */

static const struct {
    const char *name;
    xy_encoding encoding;
} names[] = {
    /* the first name of each is the one in reports */
    {"auto", XY_ENCODING_AUTO},           {"utf-8", XY_ENCODING_UTF8},           {"utf-8-bom", XY_ENCODING_UTF8_BOM},  {"utf-16le", XY_ENCODING_UTF16LE},
    {"utf-16be", XY_ENCODING_UTF16BE},    {"gb18030", XY_ENCODING_GB18030},      {"iso-8859-1", XY_ENCODING_LATIN1},   {"big5", XY_ENCODING_BIG5},
    {"utf8", XY_ENCODING_UTF8},           {"gbk", XY_ENCODING_GB18030},          {"gb2312", XY_ENCODING_GB18030},      {"cp936", XY_ENCODING_GB18030},
    {"zhs16gbk", XY_ENCODING_GB18030},    {"zhs32gb18030", XY_ENCODING_GB18030}, {"al32utf8", XY_ENCODING_UTF8},       {"latin1", XY_ENCODING_LATIN1},
    {"windows-1252", XY_ENCODING_LATIN1}, {"we8mswin1252", XY_ENCODING_LATIN1},  {"we8iso8859p1", XY_ENCODING_LATIN1}, {"zht16big5", XY_ENCODING_BIG5},
    {"zht16mswin950", XY_ENCODING_BIG5},
};

const char *xy_encoding_name(xy_encoding encoding)
{
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (names[i].encoding == encoding)
            return names[i].name;
    }
    return "?";
}

bool xy_encoding_parse(xy_str name, xy_encoding *encoding)
{
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (xy_str_equal_nocase(name, xy_str_from(names[i].name))) {
            *encoding = names[i].encoding;
            return true;
        }
    }
    return false;
}
