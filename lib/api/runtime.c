/* The runtime of a target: rules/<target>/runtime.sql is cut into entries `--@ name [needs: a, b]`; only those used are written. In the same way
 * rules/<target>/preflight.sql holds checks of what those entries rely on: one SELECT of setting, value, what is wanted, and 1 if it is so. */
#include "api/api.h"
#include "base/embedded.h"

#include <string.h>

typedef struct entry {
    xy_str name, needs, text;
    bool always;          /* wanted in any case */
    bool wanted, setting; /* setting: a parameter or remark, no function of schema xinyi */
} entry;
typedef XY_VEC(entry) entries;

/* Cuts `s` at the first `c`: returns what stands before, leaves what follows in *rest. */
static xy_str cut(xy_str s, char c, xy_str *rest)
{
    const char *at = s.length ? memchr(s.data, c, s.length) : NULL;
    if (!at) {
        *rest = (xy_str){0};
        return s;
    }
    uint32_t length = (uint32_t)(at - s.data);
    *rest = (xy_str){at + 1, s.length - length - 1};
    return (xy_str){s.data, length};
}

/* "name [needs: a, b] [always]" of a header line. */
static entry parse_header(xy_str line)
{
    entry e = {0};
    xy_str rest, bracket;
    e.name = xy_str_trim(cut(line, '[', &rest));
    while (rest.length) {
        bracket = xy_str_trim(cut(rest, ']', &rest));
        if (bracket.length > 6 && memcmp(bracket.data, "needs:", 6) == 0)
            e.needs = (xy_str){bracket.data + 6, bracket.length - 6};
        e.always = e.always || xy_str_equal(bracket, XY_STR("always"));
        (void)cut(rest, '[', &rest);
    }
    return e;
}

static void read_entries(xy_arena *arena, xy_str file, bool settings, entries *out)
{
    const uint32_t before = out->count; /* what stands before the first header belongs to no entry */
    while (file.length) {
        xy_str rest, line = cut(file, '\n', &rest);
        if (line.length > 3 && memcmp(line.data, "--@", 3) == 0) {
            entry e = parse_header(xy_str_trim((xy_str){line.data + 3, line.length - 3}));
            e.text = (xy_str){rest.data, 0};
            e.setting = settings;
            xy_vec_push(arena, out, e);
        } else if (out->count > before) {
            out->items[out->count - 1].text.length += (uint32_t)(rest.data ? rest.data - line.data : (ptrdiff_t)line.length);
        }
        file = rest;
    }
}

static void want(entries *all, xy_str name)
{
    for (uint32_t i = 0; i < all->count; i++) {
        entry *e = &all->items[i];
        if (e->wanted || !xy_str_equal(e->name, name))
            continue;
        e->wanted = true;
        for (xy_str rest = e->needs; rest.length;) {
            xy_str one = xy_str_trim(cut(rest, ',', &rest));
            if (one.length)
                want(all, one);
        }
    }
}

/* The entries of the target and of those that it extends, its own first. A target that extends another one, or has no schema for functions,
 * has settings and remarks in its file. */
static void read_all(xy_arena *arena, const xy_target *target, const char *name, entries *out)
{
    for (const xy_target *t = target; t; t = t->base)
        for (unsigned i = 0; i < xy_embedded_count; i++) {
            xy_str rest, folder = cut(xy_str_from(xy_embedded_files[i].name), '/', &rest);
            if (xy_str_equal(folder, t->name) && xy_str_equal(rest, xy_str_from(name)))
                read_entries(arena, (xy_str){xy_embedded_files[i].data, (uint32_t)xy_embedded_files[i].size}, t->base || !xy_target_has(t, "runtime_schema"),
                             out);
        }
}

static bool add_wanted(xy_buffer *out, const entries *all, bool settings)
{
    bool any = false;
    for (uint32_t i = 0; i < all->count; i++) {
        if (!all->items[i].wanted || all->items[i].setting != settings)
            continue;
        any = true;
        if (out)
            xy_buffer_add_str(out, all->items[i].text);
    }
    return any;
}

xy_str xy_runtime_preamble(xy_arena *arena, const xy_target *target, const xy_names *names, bool needs_orafce)
{
    xy_buffer out;
    xy_buffer_init(&out, arena);
    entries all = {0};
    if (names->count)
        read_all(arena, target, "runtime.sql", &all);
    for (uint32_t i = 0; i < names->count; i++)
        want(&all, xy_str_from(names->items[i]));
    add_wanted(&out, &all, true);
    bool functions = add_wanted(NULL, &all, false);
    if (functions || needs_orafce) /* no notices of what exists already */
        xy_buffer_add_text(&out, "SET client_min_messages = warning;\n");
    if (needs_orafce)
        xy_buffer_add_text(&out, "CREATE EXTENSION IF NOT EXISTS orafce;\n");
    if (functions)
        xy_buffer_add_text(&out, "CREATE SCHEMA IF NOT EXISTS xinyi;\n");
    add_wanted(&out, &all, false);
    if (functions || needs_orafce)
        xy_buffer_add_text(&out, "RESET client_min_messages;\n");
    return xy_buffer_str(&out);
}

/* A text of the target's for the names, which stays the session's. */
typedef xy_str (*writer)(xy_arena *arena, const xy_target *target, const xy_names *names, bool needs_orafce);

static xy_status write_text(xy_session *session, writer write, const char *const *names, size_t count, bool needs_orafce, const char **text)
{
    if (!session || !text || (count && !names))
        return XY_ERR_USAGE;
    if (setjmp(session->guard.jump))
        return (xy_status)session->guard.status;
    xy_status status = xy_session_prepare(session);
    if (status != XY_OK)
        return status;
    xy_names list = {0};
    for (size_t i = 0; i < count; i++)
        xy_vec_push(&session->arena, &list, names[i]);
    xy_str written = write(&session->arena, &session->target, &list, needs_orafce);
    *text = xy_arena_copy(&session->arena, written.data ? written.data : "", written.length);
    return XY_OK;
}

xy_status xy_runtime_text(xy_session *session, const char *const *names, size_t count, bool needs_orafce, const char **text)
{
    return write_text(session, xy_runtime_preamble, names, count, needs_orafce, text);
}

const char *xy_session_target_fact(xy_session *session, const char *name)
{
    xy_str value = session && name ? xy_target_fact(&session->target, name) : (xy_str){0};
    return value.length ? xy_arena_copy(&session->arena, value.data, value.length) : "";
}

/* ---- preflight ---- */

/* {version} is the target's, {name} the value of an option. */
static void add_filled(xy_buffer *out, xy_arena *arena, const xy_target *target, xy_str text)
{
    while (text.length) {
        xy_str rest, before = cut(text, '{', &rest);
        xy_buffer_add_str(out, before);
        if (!rest.data)
            return;
        xy_str after, name = cut(rest, '}', &after);
        const xy_str *value = xy_map_get(&target->options, name);
        xy_buffer_add_str(out, xy_str_equal(name, XY_STR("version")) ? xy_str_format(arena, "%u", target->version) : value ? *value : XY_STR("?"));
        text = after;
    }
}

static const entry *find_entry(const entries *all, const char *name)
{
    for (uint32_t i = 0; i < all->count; i++)
        if (xy_str_equal(all->items[i].name, xy_str_from(name)))
            return &all->items[i];
    return NULL;
}

/* The checks are joined to one query between the entries `head` and `tail`, which shows those that fail. */
static xy_str preflight(xy_arena *arena, const xy_target *target, const xy_names *names, bool needs_orafce)
{
    entries all = {0};
    read_all(arena, target, "preflight.sql", &all);
    for (uint32_t i = 0; i < names->count; i++)
        want(&all, xy_str_from(names->items[i]));
    if (needs_orafce)
        want(&all, XY_STR("orafce"));
    xy_buffer out;
    xy_buffer_init(&out, arena);
    const entry *head = find_entry(&all, "head"), *tail = find_entry(&all, "tail");
    bool first = true;
    if (head)
        add_filled(&out, arena, target, head->text);
    for (uint32_t i = 0; i < all.count; i++) {
        const entry *e = &all.items[i];
        if (!(e->wanted || e->always) || find_entry(&all, xy_arena_copy(arena, e->name.data, e->name.length)) != e)
            continue; /* not asked for, or replaced by the target's own check of that name */
        xy_buffer_add_text(&out, first ? "" : "  UNION ALL\n");
        add_filled(&out, arena, target, e->text);
        first = false;
    }
    if (tail)
        add_filled(&out, arena, target, tail->text);
    return xy_buffer_str(&out);
}

xy_status xy_preflight_text(xy_session *session, const char *const *names, size_t count, bool needs_orafce, const char **text)
{
    return write_text(session, preflight, names, count, needs_orafce, text);
}
