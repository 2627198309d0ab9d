/* Files that mix encodings, and broken ones: see detect.h.
 *
 * Editors have saved GBK and UTF-8 into one file, line by line or string by string, and tools have cut characters in two. What no single encoding fits is
 * looked at run by run, a run being bytes beyond ASCII in a row: most of them tell the usual encoding, the others are judged on their own. UTF-8 that is
 * exact proves itself; GB18030 accepts most byte pairs, so there the share of common characters decides. What fits nothing well stays in the usual encoding:
 * the decoder keeps its bad bytes and reports them. */
#include "base/utf8.h"
#include "text/detect.h"

#include <string.h>

typedef struct run {
    uint32_t start, end;
    xy_utf8_count utf8;
    xy_gb_count gb;
} run;

/* The first run at or behind `at`; false when there is none. */
static bool next_run(xy_str bytes, uint32_t at, run *found)
{
    uint32_t start = at + (uint32_t)xy_utf8_ascii_prefix(bytes.data + at, bytes.length - at), end = start;
    while (end < bytes.length && (unsigned char)bytes.data[end] >= 0x80)
        end++;
    *found = (run){.start = start, .end = end};
    if (start == end)
        return false;
    found->utf8 = xy_detect_utf8((xy_str){bytes.data + start, end - start});
    if (found->utf8.bad == 0) /* a character that is cut off at the end of a run is no exact UTF-8 */
        found->utf8.bad = end - start - (uint32_t)xy_utf8_valid_prefix(bytes.data + start, end - start);
    found->gb = xy_detect_gb(bytes, start, end);
    return true;
}

/* UTF-8 with a character of three bytes or more, which other encodings hardly ever look like. */
static bool is_exact_utf8(const run *r)
{
    return r->utf8.bad == 0 && r->utf8.more > 0;
}

static bool is_common_gb(const run *r)
{
    return r->gb.bad == 0 && r->gb.common * 2 >= r->gb.characters;
}

static bool is_mostly_utf8(const run *r)
{
    return r->utf8.more * 6 > r->end - r->start;
}

/* Two bytes that are one accented letter in UTF-8 and two odd signs in Latin-1. */
static bool is_accented_utf8(xy_str bytes, const run *r)
{
    for (uint32_t i = r->start; i < r->end; i += 2) {
        if ((unsigned char)bytes.data[i] != 0xC2 && (unsigned char)bytes.data[i] != 0xC3)
            return false;
    }
    return r->utf8.bad == 0;
}

/* Letters of two bytes and of scripts that do not go together, as no text has them: GBK's 住院 is Hebrew and Armenian. */
static bool is_odd_utf8(xy_str bytes, const run *r)
{
    return r->utf8.bad == 0 && r->utf8.more == 0 && !xy_detect_one_script((xy_str){bytes.data + r->start, r->end - r->start});
}

static xy_encoding run_encoding(xy_str bytes, const run *r, xy_encoding usual)
{
    bool exact = is_exact_utf8(r), common = is_common_gb(r);
    if (usual == XY_ENCODING_GB18030)
        return !common && (exact || (r->gb.bad && is_mostly_utf8(r))) ? XY_ENCODING_UTF8 : usual;
    if (usual == XY_ENCODING_LATIN1)
        return exact || is_accented_utf8(bytes, r) ? XY_ENCODING_UTF8 : usual;
    return (r->utf8.bad || is_odd_utf8(bytes, r)) && common && !is_mostly_utf8(r) ? XY_ENCODING_GB18030 : usual;
}

/* ------------------------------------------------------------------ the usual encoding */

typedef struct votes {
    uint64_t utf8, gb, latin;    /* bytes that speak for an encoding */
    uint64_t characters, gb2312; /* as GB18030 */
    bool cut;                    /* all runs that are no UTF-8 are the first two bytes of a character of three */
} votes;

static uint32_t line_end(xy_str bytes, uint32_t at)
{
    const char *end = memchr(bytes.data + at, '\n', bytes.length - at);
    return end ? (uint32_t)(end - bytes.data) + 1 : bytes.length;
}

static bool is_cut(xy_str bytes, const run *r)
{
    return r->end - r->start == 2 && ((unsigned char)bytes.data[r->start] & 0xF0) == 0xE0 && ((unsigned char)bytes.data[r->start + 1] & 0xC0) == 0x80;
}

static void vote_runs(xy_str bytes, votes *v)
{
    run r;
    for (uint32_t at = 0; next_run(bytes, at, &r); at = r.end > r.gb.end ? r.end : r.gb.end) {
        bool exact = is_exact_utf8(&r), common = is_common_gb(&r);
        v->utf8 += exact && !common ? r.end - r.start : 0;
        v->gb += common && r.utf8.bad ? r.end - r.start : 0;
        v->characters += r.gb.characters;
        v->gb2312 += r.gb.gb2312;
        v->cut = v->cut && (r.utf8.bad == 0 || is_cut(bytes, &r));
    }
}

/* Start of the first line at or behind `at`, which is one, with bytes beyond ASCII; the end when there is none. */
static uint32_t first_line_beyond_ascii(xy_str bytes, uint32_t at)
{
    uint32_t place = at + (uint32_t)xy_utf8_ascii_prefix(bytes.data + at, bytes.length - at);
    while (place > at && place < bytes.length && bytes.data[place - 1] != '\n')
        place--;
    return place;
}

/* A line of Western words votes for Latin-1 alone: some pairs of its letters are common hanzi. */
static votes count_votes(xy_str bytes, bool latin)
{
    votes v = {.cut = true};
    if (!latin) {
        vote_runs(bytes, &v);
        return v;
    }
    for (uint32_t at = first_line_beyond_ascii(bytes, 0), end; at < bytes.length; at = first_line_beyond_ascii(bytes, end)) {
        end = line_end(bytes, at);
        xy_str line = {bytes.data + at, end - at};
        if (xy_detect_fit(line) == XY_FIT_LATIN)
            v.latin += xy_utf8_high_bytes(line.data, line.length);
        else
            vote_runs(line, &v);
    }
    return v;
}

static xy_encoding usual_encoding(const votes *v, xy_fit fit)
{
    if (v->latin > v->gb && v->latin > v->utf8)
        return XY_ENCODING_LATIN1;
    if (v->utf8 != v->gb)
        return v->utf8 > v->gb ? XY_ENCODING_UTF8 : XY_ENCODING_GB18030;
    return fit == XY_FIT_GB && !v->cut ? XY_ENCODING_GB18030 : XY_ENCODING_UTF8;
}

/* ------------------------------------------------------------------ pieces */

static bool same_line(xy_str bytes, uint32_t from, uint32_t to)
{
    return !memchr(bytes.data + from, '\n', to - from);
}

/* `doubt`: all that is not UTF-8 is, as nothing tells the encoding. */
static void find_segments(xy_arena *arena, xy_str bytes, xy_encoding usual, bool doubt, xy_segments *segments)
{
    run r;
    bool joined = false; /* nothing but ASCII stands between the last segment and this run */
    for (uint32_t at = 0; next_run(bytes, at, &r);) {
        xy_encoding encoding = run_encoding(bytes, &r, usual);
        bool gb = encoding == XY_ENCODING_GB18030, doubtful = gb && encoding == usual && (doubt || is_exact_utf8(&r));
        xy_segment *last = segments->count ? &segments->items[segments->count - 1] : NULL;
        at = gb && r.gb.end > r.end ? r.gb.end : r.end;
        if (encoding != usual && joined && last->encoding == encoding) {
            last->end = at;
        } else if (encoding != usual || (doubtful && !(last && last->doubt && same_line(bytes, last->start, r.start)))) {
            xy_segment segment = {.start = r.start, .end = at, .encoding = encoding, .doubt = doubtful};
            xy_vec_push(arena, segments, segment);
        }
        joined = encoding != usual;
    }
}

void xy_detect_segments(xy_arena *arena, xy_str bytes, xy_encoding usual, xy_segments *segments)
{
    find_segments(arena, bytes, usual, false, segments);
}

xy_encoding xy_detect_file(xy_arena *arena, xy_str bytes, xy_segments *segments)
{
    xy_fit fit = xy_detect_fit(bytes);
    votes v = {0};
    xy_encoding usual = XY_ENCODING_LATIN1;
    switch (fit) {
    case XY_FIT_ASCII:
    case XY_FIT_UTF8: return XY_ENCODING_UTF8;
    case XY_FIT_EITHER: return xy_detect_one_script(bytes) ? XY_ENCODING_UTF8 : XY_ENCODING_GB18030;
    case XY_FIT_LATIN: break;
    case XY_FIT_GB:
    case XY_FIT_NEITHER:
        v = count_votes(bytes, fit == XY_FIT_NEITHER);
        usual = usual_encoding(&v, fit);
        break;
    }
    find_segments(arena, bytes, usual, usual == XY_ENCODING_GB18030 && v.gb2312 * 2 < v.characters, segments);
    return usual;
}
