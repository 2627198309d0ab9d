/* Sessions: options, target, catalog. */
#include "api/api.h"
#include "api/catalog_json.h"

#include <stdlib.h>
#include <string.h>

typedef struct option_spec {
    const char *name;
    const char *const *values; /**< allowed values, ended by null; null: any text */
} option_spec;

static const char *const languages[] = {"en", "zh", NULL};
static const char *const runtimes[] = {"orafce", "inline", NULL};
static const char *const package_states[] = {"exact", "guc", NULL};
static const char *const empty_strings[] = {"absent", "possible", NULL};
static const char *const number_digits[] = {"exact", "native", NULL};
static const char *const number_mappings[] = {"exact", "integer", NULL};
static const char *const char_semantics[] = {"char", "byte", NULL};
static const char *const switches[] = {"on", "off", NULL};

/* Every option of the library; documented in docs/options.md. */
static const option_spec options[] = {
    {"target", NULL},
    {"lang", languages},
    {"encoding", NULL},
    {"runtime", runtimes},
    {"package-state", package_states},
    {"empty-strings", empty_strings},
    {"number-mapping", number_mappings},
    {"number-digits", number_digits},
    {"char-semantics", char_semantics},
    {"plsql-ccflags", NULL},
    {"nls-date-format", NULL},
    {"nls-timestamp-format", NULL},
    {"diagnostics-in-output", switches},
    {"preamble", switches},
    {"settled", NULL},
    {"lint", switches},
    {"lint-select", NULL},
    {"lint-ignore", NULL},
    {"catalog-complete", switches},
};

static const option_spec *find_option(const char *name)
{
    for (size_t i = 0; i < sizeof options / sizeof *options; i++)
        if (strcmp(options[i].name, name) == 0)
            return &options[i];
    return NULL;
}

static bool value_allowed(const option_spec *spec, const char *value)
{
    if (!spec->values)
        return true;
    for (const char *const *allowed = spec->values; *allowed; allowed++)
        if (strcmp(*allowed, value) == 0)
            return true;
    return false;
}

xy_status xy_session_new(xy_session **out, const xy_rules *rules)
{
    if (!out || !rules)
        return XY_ERR_USAGE;
    *out = NULL;
    xy_session *session = calloc(1, sizeof *session);
    if (!session)
        return XY_ERR_MEMORY;
    session->rules = rules;
    session->encoding = XY_ENCODING_AUTO;
    xy_arena_init(&session->arena, &session->guard, NULL);
    if (setjmp(session->guard.jump)) {
        xy_arena_free(&session->arena);
        free(session);
        return XY_ERR_MEMORY;
    }
    xy_map_init(&session->options, &session->arena);
    session->target_name = XY_STR("postgres");
    *out = session;
    return XY_OK;
}

void xy_session_free(xy_session *session)
{
    if (!session)
        return;
    xy_arena_free(&session->arena);
    free(session);
}

static xy_status usage_error(xy_session *session, xy_str text)
{
    session->error = xy_arena_copy(&session->arena, text.data, text.length);
    return XY_ERR_USAGE;
}

/* Options that the session itself reads; the rest goes to the target. */
static bool apply_own_option(xy_session *session, const char *name, xy_str value)
{
    if (strcmp(name, "target") == 0) {
        session->target_name = value;
    } else if (strcmp(name, "lang") == 0) {
        session->chinese = xy_str_equal(value, XY_STR("zh"));
    } else if (strcmp(name, "plsql-ccflags") == 0) {
        session->ccflags = value;
    } else if (strncmp(name, "lint.", 5) == 0) {
        return xy_lint_set(&session->lint, xy_str_from(name + 5), value);
    } else if (strcmp(name, "lint") == 0) {
        session->lint.on = xy_str_equal(value, XY_STR("on"));
    } else if (strcmp(name, "catalog-complete") == 0) {
        session->lint.complete = xy_str_equal(value, XY_STR("on"));
    } else if (strcmp(name, "lint-select") == 0) {
        session->lint.select = value;
        return xy_lint_list_known(value);
    } else if (strcmp(name, "lint-ignore") == 0) {
        session->lint.ignore = value;
        return xy_lint_list_known(value);
    } else if (strcmp(name, "encoding") == 0) {
        return xy_encoding_parse(value, &session->encoding);
    }
    return true;
}

xy_status xy_session_set(xy_session *session, const char *name, const char *value)
{
    if (!session || !name || !value)
        return XY_ERR_USAGE;
    if (setjmp(session->guard.jump))
        return (xy_status)session->guard.status;
    const option_spec *spec = find_option(name);
    const bool of_target = strchr(name, '.') != NULL; /* dameng.CALC_AS_DECIMAL: the target's file knows it */
    if (!spec && !of_target)
        return usage_error(session, xy_str_format(&session->arena, "unknown option '%s'", name));
    xy_str copy = xy_str_copy(&session->arena, xy_str_from(value));
    if ((spec && !value_allowed(spec, value)) || !apply_own_option(session, name, copy))
        return usage_error(session, xy_str_format(&session->arena, "option '%s' does not take the value '%s'", name, value));
    if (strncmp(name, "lint", 4) == 0) /* no matter of the target */
        return XY_OK;
    xy_str *stored = XY_NEW(&session->arena, xy_str);
    *stored = copy;
    xy_map_put(&session->options, xy_str_copy(&session->arena, xy_str_from(name)), stored);
    session->target_ready = false;
    return XY_OK;
}

const char *xy_session_error(const xy_session *session)
{
    return session ? session->error : NULL;
}

xy_status xy_session_prepare(xy_session *session)
{
    if (session->target_ready)
        return XY_OK;
    xy_str error = {0};
    if (!xy_rules_target(session->rules, &session->arena, session->target_name, &session->options, &session->target, &error))
        return usage_error(session, error);
    session->target_ready = true;
    return XY_OK;
}

xy_status xy_session_check_target(xy_session *session)
{
    if (!session)
        return XY_ERR_USAGE;
    if (setjmp(session->guard.jump))
        return (xy_status)session->guard.status;
    return xy_session_prepare(session);
}

const xy_catalog *xy_session_catalog(const xy_session *session)
{
    return session->catalog ? session->catalog : session->shared;
}

xy_status xy_session_share_catalog(xy_session *session, const xy_session *from)
{
    if (!session || !from)
        return XY_ERR_USAGE;
    session->shared = xy_session_catalog(from);
    return XY_OK;
}

/* ---- declarations ---- */

typedef struct declaring {
    xy_session *session;
    xy_result *result;
    const char *path;
} declaring;

static void declare_units(xy_session *session, xy_result *result)
{
    for (uint32_t i = 0; i < result->units.count; i++)
        xy_catalog_add_unit(session->catalog, &result->source, &result->units.items[i]);
}

static void declare_source(xy_session *session, xy_result *result, const char *path, const char *bytes, size_t length)
{
    xy_diags diags;
    xy_diags_init(&diags, &result->arena);
    xy_result_parse(result, session, path, bytes, length, &diags);
    session->has_variables = session->has_variables || result->has_variables;
    declare_units(session, result);
}

/* The text is no file: no encoding is to be found out, no variable to be replaced. Was it understood as a whole? */
static bool parse_ddl(xy_result *result, xy_str text)
{
    xy_arena *arena = &result->scratch;
    xy_diags diags;
    xy_arena_reset(arena);
    xy_diags_init(&diags, arena);
    result->source = (xy_source){0};
    result->units = (xy_units){0};
    xy_source_decode(&result->source, arena, XY_STR("-"), text, XY_ENCODING_UTF8, &diags);
    xy_syntax_lex(&result->source, arena, &diags);
    xy_syntax_parse(&result->source, arena, &result->units, &diags);
    for (uint32_t i = 0; i < diags.list.count; i++)
        if (diags.list.items[i].severity == XY_ERROR)
            return false;
    return true;
}

/* The first wording that is understood; of the last one what there is of it. */
static void declare_object(void *data, const xy_catalog_ddl *ddl)
{
    const declaring *d = data;
    bool understood = false;
    for (uint32_t i = 0; i < ddl->count && !understood; i++)
        understood = parse_ddl(d->result, ddl->texts[i]);
    xy_catalog_set_owner(d->session->catalog, ddl->owner);
    if (ddl->count)
        declare_units(d->session, d->result);
}

static xy_status declare_json(xy_session *session, xy_result *result, const char *path, xy_str text)
{
    declaring d = {session, result, path};
    xy_str error;
    bool fine = xy_catalog_json_read(&result->arena, xy_str_from(path), text, declare_object, &d, &error);
    xy_catalog_set_owner(session->catalog, (xy_str){0});
    return fine ? XY_OK : usage_error(session, error);
}

static xy_status declare(xy_session *session, xy_result *result, const char *path, const char *bytes, size_t length, bool any_format)
{
    xy_status status = xy_session_prepare(session); /* the target decides how a script's variables are read */
    if (status != XY_OK)
        return status;
    if (!session->catalog)
        session->catalog = xy_catalog_new(&session->arena, session->shared);
    if (any_format) {
        xy_source source = {0};
        xy_diags diags;
        xy_diags_init(&diags, &result->arena);
        xy_source_decode(&source, &result->arena, xy_str_from(path), (xy_str){bytes, (uint32_t)length}, session->encoding, &diags);
        if (xy_catalog_is_json(source.text))
            return declare_json(session, result, path, source.text);
    }
    declare_source(session, result, path, bytes, length);
    return XY_OK;
}

/* The caller frees `result`, which an error of its own memory leaves half filled. */
static xy_status declare_in(xy_session *session, xy_result *result, const char *path, const char *bytes, size_t length, bool any_format)
{
    if (setjmp(result->guard.jump))
        return (xy_status)result->guard.status;
    return declare(session, result, path, bytes, length, any_format);
}

xy_status xy_session_declare_now(xy_session *session, const char *path, const char *bytes, size_t length)
{
    xy_result *result = xy_result_new();
    if (!result)
        return XY_ERR_MEMORY;
    xy_status status = declare_in(session, result, path, bytes, length, true);
    xy_result_free(result);
    return status;
}

static xy_status declare_guarded(xy_session *session, const char *path, const char *bytes, size_t length, bool any_format)
{
    if (!session || !path || (!bytes && length))
        return XY_ERR_USAGE;
    if (length > INT32_MAX)
        return XY_ERR_LIMIT;
    xy_result *volatile result = xy_result_new();
    if (!result)
        return XY_ERR_MEMORY;
    volatile xy_status status;
    if (setjmp(session->guard.jump))
        status = (xy_status)session->guard.status;
    else
        status = declare_in(session, result, path, bytes, length, any_format);
    xy_result_free(result);
    return status;
}

xy_status xy_session_declare(xy_session *session, const char *path, const char *bytes, size_t length)
{
    return declare_guarded(session, path, bytes, length, false);
}

xy_status xy_session_declare_catalog(xy_session *session, const char *path, const char *bytes, size_t length)
{
    return declare_guarded(session, path, bytes, length, true);
}

static bool same_text(const xy_session *a, const xy_session *b, bool has_variables)
{
    static const char substitute[] = "substitute_defines";
    return a->encoding == b->encoding && xy_str_equal(a->ccflags, b->ccflags)
           && (!has_variables || xy_target_has(&a->target, substitute) == xy_target_has(&b->target, substitute));
}

bool xy_session_same_reading(const xy_session *a, const xy_session *b, bool has_variables)
{
    return xy_session_catalog(a) == xy_session_catalog(b) && same_text(a, b, has_variables);
}

bool xy_session_may_share(const xy_session *session, const xy_session *from)
{
    return session && from && session->target_ready && from->target_ready && same_text(session, from, from->has_variables);
}

xy_status xy_session_declared(xy_session *session)
{
    if (!session)
        return XY_ERR_USAGE;
    if (setjmp(session->guard.jump))
        return (xy_status)session->guard.status;
    if (session->catalog)
        xy_catalog_finish(session->catalog);
    xy_session_look_up_missing(session);
    return XY_OK;
}
