/* Dumps for `xinyi parse`: tokens, units, tree, types. */
#include "api/api.h"
#include "base/json.h"
#include "syntax/keyword.h"

#include <string.h>

typedef void (*dump_writer)(xy_result *result, xy_session *session, bool json);

static void dump_tokens(xy_result *r, xy_session *session, bool json)
{
    (void)session;
    xy_json writer;
    xy_json_init(&writer, &r->text);
    if (json)
        xy_json_begin_array(&writer);
    for (uint32_t i = 0; i < r->source.token_count; i++) {
        const xy_token *token = &r->source.tokens[i];
        xy_position at = xy_source_position(&r->source, token->offset);
        const char *kind = xy_token_infos[token->kind].name, *taken = xy_token_infos[token->resolved].name;
        if (json) {
            xy_json_begin_object(&writer);
            xy_json_key_text(&writer, "kind", kind);
            if (token->resolved && token->resolved != token->kind)
                xy_json_key_text(&writer, "as", taken);
            xy_json_key_number(&writer, "line", at.line);
            xy_json_key_number(&writer, "column", at.column);
            xy_json_key_number(&writer, "offset", token->offset);
            xy_json_key_str(&writer, "text", xy_token_text(&r->source, i));
            xy_json_end_object(&writer);
            continue;
        }
        xy_buffer_format(&r->text, "%u:%u\t%s", at.line, at.column, kind);
        if (token->resolved && token->resolved != token->kind)
            xy_buffer_format(&r->text, " as %s", taken);
        xy_buffer_add_char(&r->text, '\t');
        xy_json_write_string(&r->text, xy_token_text(&r->source, i));
        xy_buffer_add_char(&r->text, '\n');
    }
    if (json)
        xy_json_end_array(&writer);
}

static const char *unit_state_name(xy_unit_state state)
{
    static const char *const names[] = {[XY_UNIT_PARSED] = "parsed",
                                        [XY_UNIT_RECOVERED] = "recovered",
                                        [XY_UNIT_UNPARSED] = "unparsed",
                                        [XY_UNIT_SCRIPT] = "script",
                                        [XY_UNIT_BLANK] = "blank"};
    return names[state];
}

static void dump_units(xy_result *r, xy_session *session, bool json)
{
    (void)session;
    xy_json writer;
    xy_json_init(&writer, &r->text);
    if (json)
        xy_json_begin_array(&writer);
    for (uint32_t i = 0; i < r->units.count; i++) {
        const xy_unit *unit = &r->units.items[i];
        uint32_t line = xy_source_position(&r->source, r->source.tokens[unit->start].offset).line;
        uint32_t end = xy_source_position(&r->source, r->source.tokens[unit->last].offset).line;
        xy_str kind = xy_unit_kind(unit, &r->source), name = xy_unit_name(unit, &r->source, &r->arena);
        if (json) {
            xy_json_begin_object(&writer);
            xy_json_key_str(&writer, "kind", kind);
            xy_json_key_str(&writer, "name", name);
            xy_json_key_text(&writer, "state", unit_state_name(unit->state));
            xy_json_key_number(&writer, "line", line);
            xy_json_key_number(&writer, "end_line", end);
            xy_json_key_number(&writer, "nodes", unit->node_count);
            xy_json_end_object(&writer);
        } else {
            xy_buffer_format(&r->text, "%u-%u\t%s\t%.*s\t%.*s\n", line, end, unit_state_name(unit->state), XY_STR_ARG(kind), XY_STR_ARG(name));
        }
    }
    if (json)
        xy_json_end_array(&writer);
}

static void dump_tree(xy_result *r, xy_session *session, bool json)
{
    (void)session;
    const char *separator = "";
    if (json)
        xy_buffer_add_char(&r->text, '[');
    for (uint32_t i = 0; i < r->units.count; i++) {
        if (!r->units.items[i].tree)
            continue;
        if (json) {
            xy_buffer_add_text(&r->text, separator);
            xy_node_dump_json(&r->text, &r->source, r->units.items[i].tree);
            separator = ",\n";
        } else {
            xy_node_dump(&r->text, &r->source, r->units.items[i].tree);
        }
    }
    if (json)
        xy_buffer_add_text(&r->text, "]\n");
}

/* The file's own declarations before those of the session. */
static xy_catalog *own_catalog(xy_result *r, const xy_session *session)
{
    xy_catalog *catalog = xy_catalog_new(&r->arena, xy_session_catalog(session));
    for (uint32_t i = 0; i < r->units.count; i++)
        xy_catalog_add_unit(catalog, &r->source, &r->units.items[i]);
    xy_catalog_finish(catalog);
    return catalog;
}

static void dump_deps_as(xy_result *r, const xy_session *session, xy_depend_format format)
{
    const xy_catalog *catalog = own_catalog(r, session);
    const char *separator = "";
    bool json = format == XY_DEPEND_JSON;
    if (json)
        xy_buffer_add_char(&r->text, '[');
    for (uint32_t i = 0; i < r->units.count; i++) {
        const xy_unit *unit = &r->units.items[i];
        if (!unit->tree)
            continue;
        xy_analysis *analysis = xy_sema_analyse(&r->arena, &r->source, unit, catalog, NULL);
        xy_result_note_unresolved(r, analysis);
        xy_buffer one;
        xy_buffer_init(&one, &r->arena);
        xy_sema_depend(&one, analysis, xy_unit_kind(unit, &r->source), xy_unit_name(unit, &r->source, &r->arena), format);
        if (!one.length)
            continue;
        xy_buffer_add_text(&r->text, separator);
        xy_buffer_add_str(&r->text, xy_buffer_str(&one));
        separator = json ? ",\n" : "";
    }
    if (json)
        xy_buffer_add_text(&r->text, "]\n");
}

static void dump_deps(xy_result *r, xy_session *session, bool json)
{
    dump_deps_as(r, session, json ? XY_DEPEND_JSON : XY_DEPEND_TEXT);
}

static void dump_deps_dot(xy_result *r, xy_session *session, bool json)
{
    (void)json;
    dump_deps_as(r, session, XY_DEPEND_DOT);
}

static void dump_deps_users(xy_result *r, xy_session *session, bool json)
{
    (void)json;
    dump_deps_as(r, session, XY_DEPEND_USERS);
}

static void dump_types(xy_result *r, xy_session *session, bool json)
{
    const xy_catalog *catalog = own_catalog(r, session);
    const char *separator = "";
    if (json)
        xy_buffer_add_char(&r->text, '[');
    for (uint32_t i = 0; i < r->units.count; i++) {
        if (!r->units.items[i].tree)
            continue;
        xy_analysis *analysis = xy_sema_analyse(&r->arena, &r->source, &r->units.items[i], catalog, NULL);
        if (json) {
            xy_buffer_add_text(&r->text, separator);
            xy_sema_dump_json(&r->text, analysis);
            separator = ",\n";
        } else {
            xy_sema_dump(&r->text, analysis);
        }
    }
    if (json)
        xy_buffer_add_text(&r->text, "]\n");
}

static const struct {
    const char *what;
    dump_writer write;
} dumps[] = {
    {"tokens", dump_tokens},     {"units", dump_units},           {"tree", dump_tree}, {"types", dump_types}, {"deps", dump_deps},
    {"deps-dot", dump_deps_dot}, {"deps-users", dump_deps_users},
};

static dump_writer find_dump(const char *what)
{
    for (size_t i = 0; i < sizeof dumps / sizeof *dumps; i++)
        if (strcmp(dumps[i].what, what) == 0)
            return dumps[i].write;
    return NULL;
}

/* All findings of the file as one nameless unit, so that the caller can print them. */
static void add_findings(xy_result *r, xy_session *session, const xy_diags *found)
{
    xy_unit_result unit = {.info = {.kind = "", .name = "", .status = XY_SKIPPED, .line = 1, .end_line = r->source.line_count}};
    unit.diags = *found;
    xy_result_publish(r, &unit, session->chinese);
    xy_vec_push(&r->arena, &r->unit_results, unit);
}

xy_status xy_dump(xy_session *session, const char *path, const char *bytes, size_t length, const char *what, const char *format, xy_result **out)
{
    if (!session || !path || !what || !format || !out || (!bytes && length))
        return XY_ERR_USAGE;
    *out = NULL;
    dump_writer write = find_dump(what);
    bool json = strcmp(format, "json") == 0;
    if (!write || (!json && strcmp(format, "text") != 0))
        return XY_ERR_USAGE;
    if (length > INT32_MAX)
        return XY_ERR_LIMIT;
    xy_result *result = xy_result_new();
    if (!result)
        return XY_ERR_MEMORY;
    if (setjmp(result->guard.jump)) {
        xy_status status = (xy_status)result->guard.status;
        xy_result_free(result);
        return status;
    }
    xy_diags found;
    xy_diags_init(&found, &result->arena);
    xy_buffer_init(&result->text, &result->arena);
    result->as_written = write == dump_tokens; /* every byte of the file is in one token */
    xy_result_parse(result, session, path, bytes, length, &found);
    write(result, session, json);
    add_findings(result, session, &found);
    xy_result_finish_text(result);
    *out = result;
    return XY_OK;
}
