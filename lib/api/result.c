/* Results: what the caller reads after a translation. */
#include "api/api.h"
#include "text/caret.h"

#include <stdlib.h>
#include <string.h>

enum { ARENA_COUNT = 4 };

static void arenas_of(xy_result *result, xy_arena *arenas[ARENA_COUNT])
{
    xy_arena *const all[ARENA_COUNT] = {&result->arena, &result->scratch, &result->texts, &result->runs};
    memcpy(arenas, all, sizeof all);
}

static xy_result *result_new(xy_guard *guard)
{
    xy_arena *arenas[ARENA_COUNT];
    xy_result *result = calloc(1, sizeof *result);
    if (!result)
        return NULL;
    arenas_of(result, arenas);
    for (int i = 0; i < ARENA_COUNT; i++)
        xy_arena_init(arenas[i], guard ? guard : &result->guard, NULL);
    return result;
}

xy_result *xy_result_new(void)
{
    return result_new(NULL);
}

xy_result *xy_result_new_reader(xy_result *reading)
{
    xy_result *result = result_new(&reading->guard);
    if (!result)
        return NULL;
    result->reading = reading;
    result->source = reading->source;
    result->units = reading->units;
    result->has_variables = reading->has_variables;
    result->open_variables = reading->open_variables;
    reading->readers++;
    return result;
}

static void free_memory(xy_result *result)
{
    xy_arena *arenas[ARENA_COUNT];
    arenas_of(result, arenas);
    for (int i = 0; i < ARENA_COUNT; i++)
        xy_arena_free(arenas[i]);
    free(result);
}

void xy_result_free(xy_result *result)
{
    if (!result)
        return;
    xy_result *reading = result->reading;
    result->freed = true;
    if (result->readers == 0)
        free_memory(result);
    if (reading && --reading->readers == 0 && reading->freed)
        free_memory(reading);
}

/* The target's client has no substitution variables like SQL*Plus's, so their values, where a DEFINE tells them, become part of the text. */
static void substitute(xy_result *result, const xy_session *session)
{
    xy_source *source = &result->source;
    xy_encoding encoding = source->encoding;
    bool has_kept_bytes = source->has_kept_bytes;
    xy_str text;
    xy_diags none;
    result->has_variables = xy_substitute(&result->arena, source->text, &text, &result->open_variables);
    if (!result->has_variables || result->as_written || !session->target_ready || !xy_target_has(&session->target, "substitute_defines"))
        return;
    xy_diags_init(&none, &result->arena);
    xy_source_decode(source, &result->arena, source->path, text, XY_ENCODING_UTF8, &none);
    source->encoding = encoding;
    source->has_kept_bytes = has_kept_bytes;
}

void xy_result_parse(xy_result *result, const xy_session *session, const char *path, const char *bytes, size_t length, xy_diags *diags)
{
    xy_arena *arena = &result->arena;
    xy_source_decode(&result->source, arena, xy_str_copy(arena, xy_str_from(path)), (xy_str){bytes, (uint32_t)length}, session->encoding, diags);
    substitute(result, session);
    result->source.ccflags = session->ccflags;
    xy_syntax_lex(&result->source, arena, diags);
    xy_syntax_parse(&result->source, arena, &result->units, diags);
}

void xy_result_finish_text(xy_result *result)
{
    xy_buffer *text = &result->text;
    xy_buffer_add_char(text, '\0');
    text->length--;
    if (!result->source.has_kept_bytes)
        return;
    result->text_with_bytes = xy_buffer_str(text);
    text->data = xy_arena_copy(text->arena, text->data, text->length);
    memcpy(text->data, xy_text_show_kept(&result->arena, result->text_with_bytes).data, text->length);
}

const char *xy_result_text(const xy_result *result, size_t *length)
{
    if (length)
        *length = result->text.length;
    return result->text.data ? result->text.data : "";
}

const char *xy_result_encoding(const xy_result *result)
{
    return xy_encoding_name(result->source.encoding);
}

/* What is no text in the one encoding can be written as it was in the other. */
static bool same_family(xy_str name, xy_encoding own)
{
    xy_encoding asked;
    bool known = xy_encoding_parse(name, &asked);
    return known && (asked == own || (own == XY_ENCODING_UTF8_BOM && asked == XY_ENCODING_UTF8) || (own == XY_ENCODING_UTF8 && asked == XY_ENCODING_UTF8_BOM));
}

/* Apart from what finds the name: a variable that changes before setjmp may be lost behind it. */
static xy_status encode_as(xy_result *result, xy_str name, const char **bytes, size_t *length, size_t *bad)
{
    xy_str encoded;
    uint32_t at;
    if (setjmp(result->guard.jump))
        return (xy_status)result->guard.status;
    xy_str text = {result->text.data ? result->text.data : "", (uint32_t)result->text.length};
    bool kept = result->source.has_kept_bytes && same_family(name, result->source.encoding);
    bool good = xy_text_encode(&result->arena, kept ? result->text_with_bytes : text, name, kept, &encoded, &at);
    *bytes = encoded.data;
    *length = encoded.length;
    *bad = at;
    return good ? XY_OK : XY_ERR_ENCODING;
}

xy_status xy_result_encode(xy_result *result, const char *encoding, const char **bytes, size_t *length, size_t *bad)
{
    xy_str name = xy_str_from(strcmp(encoding, "input") == 0 ? xy_encoding_name(result->source.encoding) : encoding);
    return xy_encoding_writable(name) ? encode_as(result, name, bytes, length, bad) : XY_ERR_USAGE;
}

bool xy_result_unchanged(const xy_result *result)
{
    xy_str source = result->source.text, text = result->source.has_kept_bytes ? result->text_with_bytes : xy_buffer_str(&result->text);
    return text.length == source.length && (source.length == 0 || memcmp(text.data, source.data, source.length) == 0);
}

size_t xy_result_unit_count(const xy_result *result)
{
    return result->unit_results.count;
}

void xy_result_unit(const xy_result *result, size_t unit, xy_unit_info *info)
{
    *info = result->unit_results.items[unit].info;
}

void xy_result_diagnostic(const xy_result *result, size_t unit, size_t index, xy_diagnostic *diagnostic)
{
    *diagnostic = result->unit_results.items[unit].public_diags[index];
}

/* The last run that begins at or before the offset; runs are in target order. */
static const xy_map_run *find_run(const xy_source_map *map, size_t offset)
{
    uint32_t low = 0, high = map->count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (map->items[middle].target <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low ? &map->items[low - 1] : NULL;
}

bool xy_result_map(const xy_result *result, size_t target_offset, size_t *source_offset, const char **rule)
{
    const xy_map_run *run = find_run(&result->map, target_offset);
    if (rule)
        *rule = run ? run->rule : NULL;
    if (source_offset)
        *source_offset = !run ? 0 : run->copied ? run->source + (target_offset - run->target) : run->source;
    return run && run->copied;
}

size_t xy_result_declared_count(const xy_result *result)
{
    return result->declared.count;
}
const char *xy_result_declared(const xy_result *result, size_t index)
{
    return result->declared.items[index];
}
size_t xy_result_needed_count(const xy_result *result)
{
    return result->needed.count;
}
const char *xy_result_needed(const xy_result *result, size_t index)
{
    return result->needed.items[index];
}
size_t xy_result_needed_early_count(const xy_result *result)
{
    return result->needed_early;
}
size_t xy_result_runtime_count(const xy_result *result)
{
    return result->runtime.count;
}
const char *xy_result_runtime(const xy_result *result, size_t index)
{
    return result->runtime.items[index];
}
bool xy_result_needs_orafce(const xy_result *result)
{
    return result->needs_orafce;
}

static int by_place(const void *a, const void *b)
{
    const xy_diag *x = a, *y = b;
    if (x->offset != y->offset)
        return x->offset < y->offset ? -1 : 1;
    int order = xy_str_compare(x->code, y->code);
    return order ? order : xy_str_compare(x->message_en, y->message_en);
}

static bool same_finding(const xy_diag *a, const xy_diag *b)
{
    return a->offset == b->offset && xy_str_equal(a->code, b->code) && xy_str_equal(a->message_en, b->message_en);
}

static const char *text_of(xy_result *result, xy_str s)
{
    if (result->source.has_kept_bytes)
        s = xy_text_show_kept(&result->arena, s);
    return xy_arena_copy(&result->arena, s.data, s.length);
}

static void publish_one(xy_result *result, const xy_diag *diag, bool chinese, xy_diagnostic *out)
{
    static const char *const severities[] = {"note", "warning", "review", "unsupported", "error"};
    xy_arena *arena = &result->arena;
    xy_position start = xy_source_position(&result->source, diag->offset);
    xy_position end = xy_source_position(&result->source, diag->offset + diag->length);
    *out = (xy_diagnostic){
        .code = text_of(result, diag->code),
        .rule = text_of(result, diag->rule),
        .severity = severities[diag->severity],
        .message = text_of(result, chinese ? diag->message_zh : diag->message_en),
        .advice = text_of(result, chinese ? diag->advice_zh : diag->advice_en),
        .line = start.line,
        .column = start.column,
        .end_column = end.line == start.line ? end.column : start.column + 1,
        .effort = diag->effort,
    };
    xy_buffer caret;
    xy_buffer_init(&caret, arena);
    xy_source_caret(&caret, &result->source, diag->offset, diag->length);
    out->caret = text_of(result, xy_buffer_str(&caret));
}

void xy_result_publish(xy_result *result, xy_unit_result *unit, bool chinese)
{
    uint32_t count = unit->diags.list.count;
    xy_diag *list = unit->diags.list.items;
    if (count > 1)
        qsort(list, count, sizeof *list, by_place);
    unit->public_diags = XY_NEW_ARRAY(&result->arena, xy_diagnostic, count + 1);
    uint32_t kept = 0;
    for (uint32_t i = 0; i < count; i++)
        if (i == 0 || !same_finding(&list[i - 1], &list[i]))
            publish_one(result, &list[i], chinese, &unit->public_diags[kept++]);
    unit->info.diagnostic_count = kept;
}
