/* Asks the caller for objects that neither the sources nor the catalog declare (xy_session_set_lookup). What it answers is declared in the
 * session's catalog, under that of the file, and may miss other objects, which are asked for in turn. */
#include "api/api.h"

enum { MAX_ROUNDS = 16 }; /* an object that misses an object that misses … */

typedef struct asking {
    xy_session *session;
    xy_result *result;
    const xy_analysis *analysis;
    xy_names answered; /* names of this round, for whom waits for them */
} asking;

/* True when the caller knows it. Nothing is asked for twice. */
static bool ask(asking *a, xy_str owner, xy_str name)
{
    xy_session *session = a->session;
    xy_arena *arena = &session->arena;
    xy_str key = xy_str_format(arena, "%.*s.%.*s", XY_STR_ARG(owner), XY_STR_ARG(name));
    size_t length = 0;
    if (!name.length || xy_map_get(&session->asked, key))
        return false;
    xy_map_put(&session->asked, key, session);
    const char *name_text = xy_arena_copy(arena, name.data, name.length);
    const char *text = session->lookup(session->lookup_user, xy_arena_copy(arena, owner.data, owner.length), name_text, &length);
    if (!text || length > INT32_MAX)
        return false;
    if (xy_session_declare_now(session, "lookup", text, length) != XY_OK)
        return false; /* the session's error says what is wrong with the answer */
    xy_vec_push(arena, &a->answered, name_text);
    return true;
}

/* One part is an object; of several, the first is an object or the owner of the second. */
static void ask_for_name(void *data, const xy_node *name, xy_unresolved_kind kind)
{
    asking *a = data;
    const xy_token_list *tokens = &XY_AS(name, name)->parts;
    xy_str parts[2] = {{0}, {0}};
    for (uint32_t i = 0; i < tokens->count && i < 2; i++)
        parts[i] = xy_token_name(a->analysis->source, tokens->items[i], &a->session->arena);
    if (kind == XY_UNRESOLVED_TABLE && tokens->count > 1)
        ask(a, parts[0], parts[1]);
    else if (!ask(a, (xy_str){0}, parts[0]) && tokens->count > 1)
        ask(a, parts[0], parts[1]);
}

static void ask_for_missing(void *data, xy_str name)
{
    ask(data, (xy_str){0}, name);
}

static void ask_for_units(asking *a, const xy_catalog *catalog)
{
    xy_result *r = a->result;
    for (uint32_t i = 0; i < r->units.count; i++) {
        if (!r->units.items[i].tree)
            continue;
        a->analysis = xy_sema_analyse(&r->scratch, &r->source, &r->units.items[i], catalog, NULL);
        xy_sema_each_unresolved(a->analysis, ask_for_name, a);
        xy_arena_reset(&r->scratch);
    }
}

static void look_up(xy_session *session, xy_result *result, xy_catalog *catalog)
{
    for (int round = 0; round < MAX_ROUNDS; round++) {
        asking a = {.session = session, .result = result};
        if (result)
            ask_for_units(&a, catalog);
        xy_catalog_each_missing(catalog, ask_for_missing, &a);
        if (catalog != session->catalog)
            xy_catalog_each_missing(session->catalog, ask_for_missing, &a);
        if (!a.answered.count)
            return;
        xy_catalog_finish(session->catalog);
        for (uint32_t i = 0; i < a.answered.count; i++)
            xy_catalog_wake(catalog, xy_str_from(a.answered.items[i]));
        xy_catalog_finish(catalog);
    }
}

void xy_session_look_up_missing(xy_session *session)
{
    if (session->lookup && session->catalog)
        look_up(session, NULL, session->catalog);
}

void xy_session_look_up(xy_session *session, xy_result *result, xy_catalog *catalog)
{
    if (!session->lookup)
        return;
    if (setjmp(session->guard.jump)) /* the session's memory ran out: the caller waits at the result's guard */
        xy_guard_fail(&result->guard, session->guard.status);
    look_up(session, result, catalog);
}

void xy_session_prepare_lookup(xy_session *session, xy_result *result)
{
    if (!session->lookup || session->catalog)
        return;
    if (setjmp(session->guard.jump))
        xy_guard_fail(&result->guard, session->guard.status);
    session->catalog = xy_catalog_new(&session->arena, session->shared);
}

xy_status xy_session_set_lookup(xy_session *session, xy_lookup lookup, void *user)
{
    if (!session)
        return XY_ERR_USAGE;
    if (setjmp(session->guard.jump))
        return (xy_status)session->guard.status;
    session->lookup = lookup;
    session->lookup_user = user;
    xy_map_init(&session->asked, &session->arena);
    return XY_OK;
}
