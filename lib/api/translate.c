/* The road of one file: decode, lex, parse, analyse, apply the rules, render, assemble. */
#include "api/api.h"
#include "base/utf8.h"
#include "syntax/driver.h"
#include "syntax/keyword.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

typedef struct translation {
    xy_session *session;
    xy_result *result;
    const xy_catalog *catalog;
    xy_map runtime;                   /* names of runtime functions used in the file */
    xy_map needed, early, declared;   /* names noted so far */
    xy_names late;                    /* needed, but not when the file is installed; some may have turned out to be early since */
    uint32_t next_diag;               /* of those found by lexer and parser, in order of place: the first that no unit has yet */
    bool rules_apply;                 /* false with an empty rule set: nothing may change */
    bool slash_ends;                  /* at the end of result->text the client reads up to a lone slash */
    uint32_t line;                    /* of the output, from 1, at the end of result->text */
    const uint32_t *order;            /* of the units in the output */
    const struct translation *leader; /* the first target of the group with this order */
    bool moved;                       /* a unit came out elsewhere than it stood */
} translation;

/* The targets of one reading of a source. */
typedef struct group {
    xy_result *reading;
    translation *items;
    size_t count;
    const xy_catalog *catalog;
    xy_diags found;        /* by lexer and parser */
    xy_analysis *analysis; /* of the unit under way, made when the first target asks for it */
} group;

/* ---- text of one unit ---- */

static void count_lines(translation *t, size_t from)
{
    const xy_buffer *text = &t->result->text;
    const char *end = text->data + text->length;
    for (const char *c = text->data + from; from < text->length && (c = memchr(c, '\n', (size_t)(end - c))); c++)
        t->line++;
}

/* Output line of the first byte after `from` that is no blank. */
static uint32_t first_line(const translation *t, size_t from)
{
    const xy_buffer *text = &t->result->text;
    uint32_t line = t->line;
    for (size_t i = from; i < text->length; i++) {
        if (text->data[i] == '\n')
            line++;
        else if (text->data[i] != ' ' && text->data[i] != '\t' && text->data[i] != '\r')
            break;
    }
    return line;
}

static const char *newline_of(const translation *t)
{
    return t->result->source.crlf ? "\r\n" : "\n";
}

/* The unit's tokens as a line comment each line, so that block comments inside do no harm. */
static void add_commented(translation *t, uint32_t first, uint32_t last)
{
    const xy_source *source = &t->result->source;
    uint32_t start = source->tokens[first].offset, end = source->tokens[last].offset;
    bool ended = true;
    for (uint32_t at = start, next; at < end; at = next) {
        const char *line = source->text.data + at, *newline = memchr(line, '\n', end - at);
        ended = newline != NULL;
        next = ended ? at + (uint32_t)(newline - line) + 1 : end;
        xy_buffer_add_text(&t->result->text, "-- ");
        xy_buffer_add(&t->result->text, line, next - at);
    }
    if (!ended)
        xy_buffer_add_text(&t->result->text, newline_of(t));
}

static void add_map_run(translation *t, xy_map_run run)
{
    xy_vec_push(&t->result->runs, &t->result->map, run);
}

static void add_copied(translation *t, uint32_t first, uint32_t last)
{
    const xy_source *source = &t->result->source;
    uint32_t start = source->tokens[first].offset, end = source->tokens[last].offset;
    if (start == end)
        return;
    add_map_run(t, (xy_map_run){(uint32_t)t->result->text.length, end - start, start, true, NULL});
    xy_buffer_add(&t->result->text, source->text.data + start, end - start);
}

/* "-- xinyi XY2103 review (line 77): message" for each finding that a person must see. */
static void add_notes(translation *t, const xy_unit_result *unit)
{
    if (xy_target_option_is(&t->session->target, "diagnostics-in-output", "off"))
        return;
    for (uint32_t i = 0; i < unit->info.diagnostic_count; i++) {
        const xy_diagnostic *d = &unit->public_diags[i];
        if (strcmp(d->severity, "note") == 0 || strcmp(d->severity, "warning") == 0)
            continue;
        xy_buffer_format(&t->result->text, "-- xinyi %s %s (%s:%u): ", d->code, d->severity, t->session->chinese ? "行" : "line", d->line);
        for (const char *c = d->message; *c; c++)
            xy_buffer_add_char(&t->result->text, *c == '\n' || *c == '\r' ? ' ' : *c);
        xy_buffer_add_text(&t->result->text, newline_of(t));
    }
}

/* ---- status ---- */

static xy_unit_status worse(xy_unit_status a, xy_unit_status b)
{
    static const int rank[] = {[XY_SKIPPED] = 0, [XY_CONVERTED] = 1, [XY_NEEDS_REVIEW] = 2, [XY_UNSUPPORTED_UNIT] = 3, [XY_UNPARSED] = 4};
    return rank[b] > rank[a] ? b : a;
}

static xy_unit_status status_of_diags(const xy_diags *diags)
{
    static const xy_unit_status by_severity[] = {
        [XY_NOTE] = XY_SKIPPED, [XY_WARNING] = XY_SKIPPED, [XY_REVIEW] = XY_NEEDS_REVIEW, [XY_UNSUPPORTED] = XY_UNSUPPORTED_UNIT, [XY_ERROR] = XY_UNPARSED};
    xy_unit_status status = XY_SKIPPED;
    for (uint32_t i = 0; i < diags->list.count; i++)
        status = worse(status, by_severity[diags->list.items[i].severity]);
    return status;
}

/* ---- one unit ---- */

static void note_dependencies(translation *t, const xy_analysis *analysis, const xy_unit *unit);

/* The lone slash that runs a unit in SQL*Plus. As the only terminator of a statement it becomes the semicolon, and so does the sign of
 * SET SQLTERMINATOR. */
static void drop_slash(translation *t, const xy_unit *unit, xy_edits *edits)
{
    const xy_source *source = &t->result->source;
    uint32_t end = unit->terminator;
    if (end != XY_NO_TOKEN && end != unit->slash && ispunct((unsigned char)source->text.data[source->tokens[end].offset])
        && !xy_str_equal(xy_token_text(source, end), XY_STR(";")))
        xy_edit_token(edits, end, ";", "slash");
    if (unit->slash == XY_NO_TOKEN || !xy_str_equal(xy_target_fact(&t->session->target, "slash"), XY_STR("drop")))
        return;
    if (unit->terminator == unit->slash)
        xy_edit_token(edits, unit->slash, ";", "slash");
    else
        xy_edit_delete(edits, unit->slash, unit->slash + 1, "slash");
}

/* The `-` with which SQL*Plus continues lines: no other client takes one in SQL. */
static void drop_continuations(translation *t, const xy_unit *unit, xy_edits *edits)
{
    const xy_source *source = &t->result->source;
    if (unit->state == XY_UNIT_SCRIPT)
        return;
    for (uint32_t i = unit->start; i < unit->last; i++) {
        if (source->tokens[i].kind == XY_TOKEN_CONTINUATION)
            xy_edit_delete(edits, i, i + 1, "continuation");
    }
}

static void report_variable(translation *t, xy_context *ctx, bool expected, uint32_t offset, uint32_t length)
{
    xy_str name = {t->result->source.text.data + offset, length};
    xy_diags_add(ctx->diags, expected ? XY_MSG_UNKNOWN_VARIABLE : XY_MSG_VARIABLE_IN_STRING, offset, length, "name",
                 xy_arena_copy(ctx->diags->arena, name.data, name.length), NULL);
    if (expected)
        ctx->status = worse((xy_unit_status)ctx->status, XY_NEEDS_REVIEW);
}

/* Variables of SQL*Plus inside strings of [start, end), each name once. */
static void report_in_strings(translation *t, xy_context *ctx, uint32_t start, uint32_t end, xy_map *seen)
{
    const xy_open_variables *open = &t->result->open_variables;
    for (uint32_t i = 0; i < open->count; i++) {
        const xy_open_variable *variable = &open->items[i];
        xy_str text = {t->result->source.text.data + variable->offset, variable->length};
        if (variable->offset < start || variable->offset >= end || xy_map_get(seen, text))
            continue;
        xy_map_put(seen, text, t);
        report_variable(t, ctx, variable->expected, variable->offset, variable->length);
    }
}

/* A variable whose value is not known stands for text that was not translated; where no name can stand it was not even read. What has become a
 * variable of the target's client (pass script-variable) is not one of them. */
static void report_variables(translation *t, const xy_unit *unit, xy_context *ctx)
{
    const xy_source *source = &t->result->source;
    xy_map seen;
    if (!xy_target_has(ctx->target, "substitute_defines"))
        return;
    xy_map_init(&seen, ctx->arena);
    for (uint32_t i = unit->start; i < unit->last; i++) {
        const xy_token *token = &source->tokens[i];
        xy_str text = xy_token_text(source, i);
        if (token->kind != XY_TOKEN_SUBSTITUTION || xy_map_get(&seen, text) || xy_edits_has_own(ctx->edits, i))
            continue;
        xy_map_put(&seen, text, t);
        report_variable(t, ctx, true, token->offset, token->length);
    }
    if (unit->state != XY_UNIT_SCRIPT && unit->last > unit->start)
        report_in_strings(t, ctx, source->tokens[unit->start].offset, source->tokens[unit->last - 1].offset + source->tokens[unit->last - 1].length, &seen);
}

/* Full-width punctuation, which only Oracle takes for its ASCII twin: for others `a，b` is one name. */
static const struct {
    const char *wide, *twin;
} twins[] = {
    {"\xE3\x80\x80", " "}, {"\xEF\xBC\x8C", ","}, {"\xE3\x80\x81", ","}, {"\xEF\xBC\x88", "("}, {"\xEF\xBC\x89", ")"},
    {"\xEF\xBC\x9B", ";"}, {"\xEF\xBC\x9A", ":"}, {"\xEF\xBC\x9D", "="}, {"\xC2\x85", " "},
};

/* The ASCII text for the character at `p`; null for one that has none. Blanks hold others beside those above: what has no width goes, the rest become one. */
static const char *twin_of(const char *p, const char *end, bool blank, uint32_t *length)
{
    int32_t code = xy_utf8_decode(p, end, length);
    for (size_t i = 0; code >= 0x80 && i < sizeof twins / sizeof *twins; i++) {
        if (*length == strlen(twins[i].wide) && memcmp(p, twins[i].wide, *length) == 0)
            return twins[i].twin;
    }
    if (!blank || code < 0x80)
        return NULL;
    return xy_utf8_width(code) == 0 || code == 0xAD || (code >= 0x2060 && code <= 0x206F) ? "" : " ";
}

/* Nothing may stand between these two tokens only if they do not become one. */
static bool would_join(const xy_source *source, uint32_t token)
{
    if (token == 0 || token + 1 >= source->token_count)
        return false;
    return source->tokens[token - 1].kind != XY_TOKEN_NEWLINE && source->tokens[token + 1].kind != XY_TOKEN_NEWLINE;
}

/* The token with ASCII twins; null for one that has none. */
static const char *ascii_twin(const xy_source *source, uint32_t token, xy_arena *arena)
{
    uint16_t kind = source->tokens[token].kind;
    xy_str text = xy_token_text(source, token);
    bool may_be_wide = kind == XY_TOKEN_WHITESPACE || kind == XY_TOKEN_BIND || (kind >= XY_TOKEN_LPAREN && kind < XY_TOKEN_MODE_UNIT);
    if (!may_be_wide || xy_utf8_high_bytes(text.data, text.length) == 0)
        return NULL;
    xy_buffer out;
    xy_buffer_init(&out, arena);
    for (uint32_t i = 0, length; i < text.length; i += length) {
        const char *twin = twin_of(text.data + i, text.data + text.length, kind == XY_TOKEN_WHITESPACE, &length);
        if (twin)
            xy_buffer_add_text(&out, twin);
        else
            xy_buffer_add(&out, text.data + i, length);
    }
    if (out.length == 0 && would_join(source, token))
        xy_buffer_add_char(&out, ' ');
    xy_buffer_add_char(&out, '\0');
    return xy_buffer_str(&out).data;
}

/* After the rules: what they have rewritten is gone. */
static void narrow_punctuation(translation *t, const xy_unit *unit, xy_edits *edits)
{
    const xy_source *source = &t->result->source;
    for (uint32_t i = unit->first; unit->state != XY_UNIT_SCRIPT && i < unit->last; i++) {
        const char *twin = (uint8_t)source->text.data[source->tokens[i].offset] < 0x80 && source->tokens[i].kind != XY_TOKEN_WHITESPACE
                               ? NULL
                               : ascii_twin(source, i, &t->result->scratch);
        if (!twin || xy_edits_has_own(edits, i))
            continue;
        uint32_t mark = xy_edits_mark(edits);
        if (!xy_edit_token(edits, i, twin, "full-width"))
            xy_edits_rollback(edits, mark); /* a rule has rewritten it */
    }
}

/* A statement of SQL that ends because another unit begins: clients would read on. */
static bool lacks_end(const translation *t, const xy_unit *unit)
{
    const xy_units *units = &t->result->units;
    const xy_unit *next = unit + 1, *end = units->items + units->count;
    return unit->state == XY_UNIT_PARSED && unit->terminator == XY_NO_TOKEN && unit->slash == XY_NO_TOKEN && next < end && next->state != XY_UNIT_BLANK
           && !xy_unit_is_plsql(&t->result->source, unit->start);
}

/* A statement without an end gets a semicolon; so does one that the slash ends, where the target's client knows the slash as the end of PL/SQL alone. */
static void end_statement(translation *t, const xy_unit *unit, const xy_context *ctx)
{
    if (lacks_end(t, unit)) {
        xy_rope semicolon = {0};
        xy_rope_text(ctx->edits, &semicolon, ";");
        xy_edit_insert(ctx->edits, unit->last - 1, XY_AFTER, semicolon, "slash");
        return;
    }
    if (unit->slash == XY_NO_TOKEN || unit->terminator != unit->slash || ctx->ended_by_slash || unit->state == XY_UNIT_SCRIPT
        || !xy_str_equal(xy_target_fact(&t->session->target, "slash"), XY_STR("keep")))
        return;
    xy_edit_token(ctx->edits, unit->slash, ";", "slash");
}

/* The first token of the unit's line when only blanks stand before the unit there, else XY_NO_TOKEN. */
static uint32_t start_of_line(const xy_source *source, const xy_unit *unit)
{
    uint32_t at = unit->start;
    while (at > unit->first && source->tokens[at - 1].kind == XY_TOKEN_WHITESPACE)
        at--;
    uint32_t offset = source->tokens[at].offset;
    return offset == 0 || source->text.data[offset - 1] == '\n' ? at : XY_NO_TOKEN;
}

/* The client must be told when it has to read up to a slash and when up to a semicolon. */
static void switch_terminator(translation *t, const xy_unit *unit, xy_edits *edits, bool slash_ends)
{
    xy_str words = xy_target_fact(&t->session->target, slash_ends ? "plsql_terminator" : "sql_terminator");
    if (words.length == 0 || slash_ends == t->slash_ends)
        return;
    xy_rope rope = {0};
    xy_rope_str(edits, &rope, words);
    xy_rope_text(edits, &rope, newline_of(t));
    uint32_t line = start_of_line(&t->result->source, unit);
    xy_edit_insert(edits, line == XY_NO_TOKEN ? unit->start : line, XY_BEFORE, rope, "script-terminator");
    t->slash_ends = slash_ends;
}

static const xy_analysis *analyse(group *g, const xy_unit *unit)
{
    if (!g->analysis)
        g->analysis = xy_sema_analyse(&g->reading->scratch, &g->reading->source, unit, g->catalog, NULL);
    return g->analysis;
}

/* `lint` gets what is found about the source itself: it does not change what the unit is. */
static xy_edits *apply_rules(translation *t, const xy_unit *unit, const xy_analysis *analysis, xy_unit_result *out, xy_diags *lint)
{
    xy_result *r = t->result;
    xy_arena *arena = &r->scratch;
    note_dependencies(t, analysis, unit);
    if (unit->state == XY_UNIT_PARSED && unit->tree && !(unit->tree->flags & XY_FLAG_BROKEN))
        xy_result_note_unresolved(r, analysis);
    xy_lint_unit(&t->session->lint, analysis, arena, lint);
    xy_context *ctx = XY_NEW(arena, xy_context);
    *ctx = (xy_context){
        .arena = arena,
        .source = &r->source,
        .units = &r->units,
        .unit = unit,
        .analysis = analysis,
        .catalog = t->catalog,
        .target = &t->session->target,
        .rules = t->session->rules,
        .edits = xy_edits_new(arena, &r->source),
        .diags = &out->diags,
        .status = unit->state == XY_UNIT_SCRIPT ? XY_SKIPPED : XY_CONVERTED,
        .runtime = t->runtime,
        .needs_orafce = &r->needs_orafce,
    };
    xy_map_init(&ctx->fresh_names, arena);
    drop_slash(t, unit, ctx->edits);
    drop_continuations(t, unit, ctx->edits);
    xy_rules_run(t->session->rules, ctx);
    end_statement(t, unit, ctx);
    out->ended_by_slash = ctx->ended_by_slash;
    report_variables(t, unit, ctx);
    narrow_punctuation(t, unit, ctx->edits);
    t->runtime = ctx->runtime;
    out->info.status = worse(out->info.status, (xy_unit_status)ctx->status);
    return ctx->edits;
}

static void render_unit(translation *t, const xy_unit *unit, xy_edits *edits)
{
    xy_source_map map = {0};
    uint32_t base = (uint32_t)t->result->text.length;
    xy_edits_render(edits, unit->first, unit->last, &t->result->text, &map);
    for (uint32_t i = 0; i < map.count; i++) {
        map.items[i].target += base;
        add_map_run(t, map.items[i]);
    }
}

static void describe_unit(translation *t, const xy_unit *unit, xy_unit_result *out)
{
    xy_result *r = t->result;
    xy_str kind = xy_unit_kind(unit, &r->source), name = xy_unit_name(unit, &r->source, &r->arena);
    uint32_t last = unit->last;
    while (last > unit->start && xy_token_is_trivia(r->source.tokens[last - 1].kind))
        last--;
    uint32_t end = last > unit->start ? r->source.tokens[last - 1].offset : r->source.tokens[unit->start].offset;
    out->info.kind = xy_arena_copy(&r->arena, kind.data, kind.length);
    out->info.name = xy_arena_copy(&r->arena, name.data, name.length);
    out->info.line = xy_source_position(&r->source, r->source.tokens[unit->start].offset).line;
    out->info.end_line = xy_source_position(&r->source, end).line;
}

/* Text that stays a comment: leading trivia as it was, the findings, the unit behind "-- ". */
static void add_refused(translation *t, const xy_unit *unit, const xy_unit_result *out)
{
    add_copied(t, unit->first, unit->start);
    size_t length = t->result->text.length;
    if (length && t->result->text.data[length - 1] != '\n')
        xy_buffer_add_text(&t->result->text, newline_of(t));
    add_notes(t, out);
    add_commented(t, unit->start, unit->last);
}

/* The notes stand directly above the unit, below the comments before it; on a line of their own in any case. */
static void add_translated(translation *t, const xy_unit *unit, const xy_unit_result *out, xy_edits *edits)
{
    xy_buffer *text = &t->result->text;
    bool notes = out->info.status != XY_CONVERTED && out->info.status != XY_SKIPPED;
    uint32_t line = start_of_line(&t->result->source, unit);
    size_t from = text->length;
    if (notes && line == XY_NO_TOKEN && from > 0 && text->data[from - 1] != '\n')
        xy_buffer_add_text(text, newline_of(t));
    if (notes)
        add_notes(t, out);
    if (line != XY_NO_TOKEN && line > unit->first && text->length > from) {
        xy_rope rope = {0};
        xy_rope_str(edits, &rope, xy_str_copy(&t->result->scratch, (xy_str){text->data + from, (uint32_t)(text->length - from)}));
        xy_edit_insert(edits, line, XY_BEFORE, rope, "notes");
        text->length = from;
    }
    render_unit(t, unit, edits);
}

static int by_offset(const void *a, const void *b)
{
    const xy_diag *x = a, *y = b;
    return x->offset < y->offset ? -1 : x->offset > y->offset;
}

/* Gives the unit what was found in its text; units come in order, and so do the findings. */
static void move_diags(translation *t, const xy_diags *found, const xy_unit *unit, xy_diags *to)
{
    const xy_source *source = &t->result->source;
    bool last_unit = unit->last == source->token_count;
    for (; t->next_diag < found->list.count; t->next_diag++) {
        const xy_diag *d = &found->list.items[t->next_diag];
        if (d->offset >= source->tokens[unit->last].offset && !last_unit)
            break;
        xy_vec_push(to->arena, &to->list, *d);
    }
}

static void translate_unit(translation *t, group *g, const xy_unit *unit)
{
    xy_result *r = t->result;
    size_t from = r->text.length;
    xy_unit_result *out = XY_NEW(&r->arena, xy_unit_result);
    xy_diags_init(&out->diags, &r->arena);
    move_diags(t, &g->found, unit, &out->diags);
    describe_unit(t, unit, out);
    bool broken = unit->state == XY_UNIT_UNPARSED || unit->state == XY_UNIT_RECOVERED;
    out->info.status = broken ? XY_UNPARSED : XY_SKIPPED;
    xy_edits *edits = NULL;
    xy_diags lint;
    xy_diags_init(&lint, &r->arena);
    if (t->rules_apply && !broken && unit->state != XY_UNIT_BLANK)
        edits = apply_rules(t, unit, analyse(g, unit), out, &lint);
    out->info.status = worse(out->info.status, status_of_diags(&out->diags));
    for (uint32_t i = 0; i < lint.list.count; i++)
        xy_vec_push(&r->arena, &out->diags.list, lint.list.items[i]);
    xy_result_publish(r, out, t->session->chinese);
    bool refused = out->info.status == XY_UNPARSED || out->info.status == XY_UNSUPPORTED_UNIT;
    if (!t->rules_apply || unit->state == XY_UNIT_BLANK)
        add_copied(t, unit->first, unit->last);
    else if (refused)
        add_refused(t, unit, out);
    else {
        switch_terminator(t, unit, edits, out->ended_by_slash);
        add_translated(t, unit, out, edits);
    }
    out->info.target_line = first_line(t, from);
    count_lines(t, from);
    out->info.target_end_line = t->line;
    if (unit->state != XY_UNIT_BLANK || out->info.diagnostic_count)
        xy_vec_push(&r->arena, &r->unit_results, *out);
    if (r != g->reading) /* whose scratch memory holds the analysis for the others too */
        xy_arena_reset(&r->scratch);
}

/* A unit that comes out elsewhere than it stood begins on a line of its own. */
static void begin_line(translation *t)
{
    xy_buffer *text = &t->result->text;
    if (text->length && text->data[text->length - 1] != '\n') {
        xy_buffer_add_text(text, newline_of(t));
        t->line++;
    }
}

static int by_line(const void *a, const void *b)
{
    uint32_t first = ((const xy_unit_result *)a)->info.line, second = ((const xy_unit_result *)b)->info.line;
    return first < second ? -1 : first > second;
}

/* The first target that wants the units in the order that `t` wants. */
static const translation *leader_of(const group *g, const translation *t)
{
    const translation *first = g->items;
    while (first < t && memcmp(first->order, t->order, t->result->units.count * sizeof *t->order) != 0)
        first++;
    return first;
}

/* All targets that want the units in the order of `first`: each unit is analysed once for them. */
static void translate_in_order(group *g, const translation *first)
{
    for (uint32_t i = 0; i < g->reading->units.count; i++) {
        uint32_t unit = first->order[i];
        for (translation *t = g->items; t < g->items + g->count; t++) {
            if (t->leader != first)
                continue;
            if (i > 0 && unit != t->order[i - 1] + 1) {
                begin_line(t);
                t->moved = true;
            }
            translate_unit(t, g, &t->result->units.items[unit]);
        }
        g->analysis = NULL;
        xy_arena_reset(&g->reading->scratch);
    }
}

static void translate_units(group *g)
{
    for (translation *t = g->items; t < g->items + g->count; t++) {
        t->order = xy_unit_order(t->result, t->rules_apply ? &t->session->target : NULL);
        t->leader = leader_of(g, t);
    }
    for (translation *t = g->items; t < g->items + g->count; t++) {
        if (t->leader == t)
            translate_in_order(g, t);
    }
    for (translation *t = g->items; t < g->items + g->count; t++) {
        if (t->moved) /* the report follows the source */
            qsort(t->result->unit_results.items, t->result->unit_results.count, sizeof *t->result->unit_results.items, by_line);
    }
}

/* ---- what the file declares and needs, for the order of a batch ---- */

static bool is_object(const xy_symbol *symbol)
{
    return xy_symbol_is_object(symbol->kind) && !symbol->owner;
}

/* Adds the object's name to the list; `noted` has the names that it holds. */
static void add_name_once(xy_arena *arena, xy_names *names, xy_map *noted, xy_str text)
{
    if (xy_map_get(noted, text))
        return;
    const char *name = xy_arena_copy(arena, text.data, text.length);
    xy_map_put(noted, (xy_str){name, text.length}, noted);
    xy_vec_push(arena, names, name);
}

/* What the body of a package or type is called in these lists. */
static xy_str body_name(xy_arena *arena, xy_str name)
{
    return xy_str_format(arena, "%.*s BODY", XY_STR_ARG(name));
}

typedef struct needs {
    translation *t;
    const xy_analysis *analysis;
    bool late; /* within the body of a routine: looked up when it runs, but for the types of its variables */
} needs;

static void add_need(const needs *n, xy_str name)
{
    translation *t = n->t;
    if (n->late)
        add_name_once(&t->result->arena, &t->late, &t->needed, name);
    else
        add_name_once(&t->result->arena, &t->result->needed, &t->early, name);
}

static void note_need(const needs *n, const xy_symbol *symbol)
{
    const xy_symbol *object = symbol;
    while (object && object->owner)
        object = object->owner;
    if (!object || !is_object(object))
        return;
    add_need(n, object->name);
    if (symbol != object && (symbol->kind == XY_SYM_FUNCTION || symbol->kind == XY_SYM_PROCEDURE))
        add_need(n, body_name(&n->t->result->scratch, object->name));
}

static bool is_body(const xy_node *node)
{
    const xy_node *parent = node->parent;
    if (node->kind != XY_NODE_BLOCK || !parent)
        return false;
    return parent->kind == XY_NODE_ROUTINE || parent->kind == XY_NODE_CREATE_TRIGGER;
}

static bool note_needs(xy_node *node, void *data)
{
    needs n = *(const needs *)data;
    if (is_body(node))
        n.late = true;
    else if (node->kind == XY_NODE_DATA_TYPE)
        n.late = false;
    note_need(&n, n.analysis->infos[node->id].symbol);
    return xy_node_each_child(node, note_needs, &n);
}

static void note_dependencies(translation *t, const xy_analysis *analysis, const xy_unit *unit)
{
    needs n = {t, analysis, false};
    note_needs(unit->tree, &n);
}

/* The early names come first. */
static void join_needed(translation *t)
{
    xy_result *r = t->result;
    r->needed_early = r->needed.count;
    for (uint32_t i = 0; i < t->late.count; i++)
        if (!xy_map_get(&t->early, xy_str_from(t->late.items[i])))
            xy_vec_push(&r->arena, &r->needed, t->late.items[i]);
}

/* Does some file of the batch hold the specification that a body is for? */
static bool has_specification(const translation *t, const xy_symbol *symbol)
{
    const xy_symbol *whole = xy_catalog_find(xy_session_catalog(t->session), symbol->schema, symbol->name, false);
    if (!whole || whole->kind == XY_SYM_TYPE)
        return whole && whole->type;
    for (xy_map_entry *e = whole->members ? xy_map_first(whole->members) : NULL; e; e = xy_map_next(e))
        if (((const xy_symbol *)xy_map_value(e))->is_public)
            return true;
    return false;
}

/* What the file only alters, or gives a body, is made by another one. */
static bool is_made_elsewhere(const translation *t, const xy_symbol *symbol)
{
    const xy_units *units = &t->result->units;
    const xy_unit_numbers *named = xy_map_get(&units->by_name, symbol->name);
    bool body = false;
    if (!named || !named->count)
        return false; /* by RENAME, or in a literal */
    for (uint32_t i = 0; i < named->count; i++) {
        uint16_t kind = units->items[named->items[i]].tree->kind;
        body |= kind == XY_NODE_CREATE_PACKAGE_BODY || kind == XY_NODE_CREATE_TYPE_BODY;
        if (kind != XY_NODE_ALTER_TABLE && kind != XY_NODE_CREATE_PACKAGE_BODY && kind != XY_NODE_CREATE_TYPE_BODY)
            return false;
    }
    return !body || has_specification(t, symbol);
}

static bool has_body_here(const translation *t, const xy_symbol *symbol)
{
    const xy_units *units = &t->result->units;
    return (symbol->kind == XY_SYM_PACKAGE && xy_units_named(units, XY_NODE_CREATE_PACKAGE_BODY, symbol->name, NULL))
           || (symbol->kind == XY_SYM_TYPE && xy_units_named(units, XY_NODE_CREATE_TYPE_BODY, symbol->name, NULL));
}

static void note_declared(translation *t)
{
    uint32_t count;
    xy_symbol *const *objects = xy_catalog_objects(t->catalog, &count);
    for (uint32_t i = 0; i < count; i++)
        if (is_object(objects[i]) && !is_made_elsewhere(t, objects[i]))
            add_name_once(&t->result->arena, &t->result->declared, &t->declared, objects[i]->name);
    for (uint32_t i = 0; i < count; i++)
        if (has_body_here(t, objects[i]))
            add_name_once(&t->result->arena, &t->result->declared, &t->declared, body_name(&t->result->scratch, objects[i]->name));
}

/* ---- the file ---- */

static void add_preamble(translation *t)
{
    xy_result *r = t->result;
    for (xy_map_entry *e = xy_map_first(&t->runtime); e; e = xy_map_next(e)) {
        xy_str key = xy_map_key(e);
        const char *name = xy_arena_copy(&r->arena, key.data, key.length);
        xy_vec_push(&r->arena, &r->runtime, name);
    }
    if (xy_target_option_is(&t->session->target, "preamble", "off"))
        return;
    xy_str preamble = xy_runtime_preamble(&r->arena, &t->session->target, &r->runtime, r->needs_orafce);
    if (preamble.length == 0)
        return;
    xy_buffer whole;
    xy_buffer_init(&whole, &r->arena);
    xy_buffer_add_str(&whole, preamble);
    xy_buffer_add(&whole, r->text.data, r->text.length);
    uint32_t lines = 0;
    for (uint32_t i = 0; i < preamble.length; i++)
        lines += preamble.data[i] == '\n';
    for (uint32_t i = 0; i < r->unit_results.count; i++) {
        r->unit_results.items[i].info.target_line += lines;
        r->unit_results.items[i].info.target_end_line += lines;
    }
    for (uint32_t i = 0; i < r->map.count; i++)
        r->map.items[i].target += preamble.length;
    r->text = whole;
}

static void reset_terminator(translation *t)
{
    xy_buffer *text = &t->result->text;
    if (!t->slash_ends)
        return;
    if (text->length && text->data[text->length - 1] != '\n')
        xy_buffer_add_text(text, newline_of(t));
    xy_buffer_add_str(text, xy_target_fact(&t->session->target, "sql_terminator"));
    xy_buffer_add_text(text, newline_of(t));
}

static void begin_target(group *g, translation *t)
{
    xy_result *r = t->result;
    xy_buffer_init(&r->text, &r->texts);
    xy_map_init(&t->runtime, &r->arena);
    xy_map_init(&t->needed, &r->arena);
    xy_map_init(&t->early, &r->arena);
    xy_map_init(&t->declared, &r->arena);
    t->catalog = g->catalog;
    note_declared(t);
}

static void end_target(translation *t)
{
    join_needed(t);
    xy_result *r = t->result;
    reset_terminator(t);
    xy_arena_free(&r->scratch);
    add_preamble(t);
    xy_result_finish_text(r);
}

static void read_source(group *g, xy_session *session, const char *path, const char *bytes, size_t length)
{
    xy_result *r = g->reading;
    xy_diags_init(&g->found, &r->arena);
    xy_result_parse(r, session, path, bytes, length, &g->found);
    xy_session_prepare_lookup(session, r);
    xy_catalog *catalog = xy_catalog_new(&r->arena, xy_session_catalog(session));
    for (uint32_t i = 0; i < r->units.count; i++)
        xy_catalog_add_unit(catalog, &r->source, &r->units.items[i]);
    xy_catalog_finish(catalog);
    xy_session_look_up(session, r, catalog);
    g->catalog = catalog;
    if (g->found.list.count > 1)
        qsort(g->found.list.items, g->found.list.count, sizeof *g->found.list.items, by_offset);
}

/* The sessions that have no result yet and would read the source as the first of them did. */
static xy_status add_targets(group *g, xy_session *const *sessions, size_t count, xy_result **results)
{
    xy_session *leader = NULL;
    g->items = XY_NEW_ARRAY(&g->reading->arena, translation, count);
    for (size_t i = 0; i < count; i++) {
        if (results[i] || (leader && !xy_session_same_reading(leader, sessions[i], g->reading->has_variables)))
            continue;
        results[i] = leader ? xy_result_new_reader(g->reading) : g->reading;
        if (!results[i])
            return XY_ERR_MEMORY;
        leader = leader ? leader : sessions[i];
        g->items[g->count++] = (translation){.session = sessions[i], .result = results[i], .rules_apply = xy_rules_any(sessions[i]->rules), .line = 1};
    }
    return XY_OK;
}

/* Reads the source for the first session that has no result, and translates it for all that read it so. */
static xy_status translate_group(xy_session *const *sessions, size_t count, const char *path, const char *bytes, size_t length, xy_result **results)
{
    size_t first = 0;
    while (results[first])
        first++;
    xy_result *reading = xy_result_new();
    if (!reading)
        return XY_ERR_MEMORY;
    if (setjmp(reading->guard.jump)) {
        xy_status failure = (xy_status)reading->guard.status;
        if (!results[first]) /* else it is freed with the others */
            xy_result_free(reading);
        return failure;
    }
    group g = {.reading = reading};
    read_source(&g, sessions[first], path, bytes, length);
    xy_status status = add_targets(&g, sessions, count, results);
    if (status != XY_OK)
        return status;
    for (size_t i = 0; i < g.count; i++)
        begin_target(&g, &g.items[i]);
    translate_units(&g);
    for (size_t i = 0; i < g.count; i++)
        end_target(&g.items[i]);
    return XY_OK;
}

static bool all_done(xy_result *const *results, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (!results[i])
            return false;
    return true;
}

xy_status xy_translate_all(xy_session *const *sessions, size_t count, const char *path, const char *bytes, size_t length, xy_result **results)
{
    xy_status status = XY_OK;
    if (!sessions || !path || !results || (!bytes && length))
        return XY_ERR_USAGE;
    memset(results, 0, count * sizeof *results);
    if (length > INT32_MAX)
        return XY_ERR_LIMIT;
    for (size_t i = 0; i < count && status == XY_OK; i++)
        status = xy_session_check_target(sessions[i]);
    while (status == XY_OK && !all_done(results, count))
        status = translate_group(sessions, count, path, bytes, length, results);
    for (size_t i = 0; i < count && status != XY_OK; i++) {
        xy_result_free(results[i]);
        results[i] = NULL;
    }
    return status;
}

xy_status xy_translate(xy_session *session, const char *path, const char *bytes, size_t length, xy_result **out)
{
    return out ? xy_translate_all(&session, 1, path, bytes, length, out) : XY_ERR_USAGE;
}
