/* Probes: rules/<target>/probe.sql holds small statements that print `xinyi-probe: NAME=ANSWER`, under headers `--@ NAME`. A name with a dot is an
 * option of the target, and the answer its value; another name is a rule's id, and the answer `same` says that the server does as Oracle does, so
 * that the rule has nothing to report (option `settled`). */
#include "api/api.h"
#include "base/embedded.h"

#include <string.h>

static const char mark[] = "xinyi-probe: ";

static xy_str probe_file(const xy_target *target)
{
    for (const xy_target *t = target; t; t = t->base)
        for (unsigned i = 0; i < xy_embedded_count; i++) {
            const char *name = xy_embedded_files[i].name;
            if (strncmp(name, t->name.data, t->name.length) == 0 && strcmp(name + t->name.length, "/probe.sql") == 0)
                return (xy_str){xy_embedded_files[i].data, (uint32_t)xy_embedded_files[i].size};
        }
    return (xy_str){0};
}

/* The next line of the text without its end; false behind the last. */
static bool next_line(xy_str *text, xy_str *line)
{
    if (text->length == 0)
        return false;
    const char *end = memchr(text->data, '\n', text->length);
    uint32_t length = end ? (uint32_t)(end - text->data) : text->length;
    *line = (xy_str){text->data, length};
    length += end != NULL;
    *text = (xy_str){text->data + length, text->length - length};
    return true;
}

/* The name in a header line; empty for other lines. */
static xy_str header(xy_str line)
{
    return line.length > 4 && memcmp(line.data, "--@ ", 4) == 0 ? xy_str_trim((xy_str){line.data + 4, line.length - 4}) : (xy_str){0};
}

/* `head` and `end` are no questions. */
static bool is_question(xy_str name)
{
    return name.length > 0 && !xy_str_equal(name, XY_STR("head")) && !xy_str_equal(name, XY_STR("end"));
}

xy_status xy_probe_text(xy_session *session, const char **text)
{
    if (!session || !text)
        return XY_ERR_USAGE;
    if (setjmp(session->guard.jump))
        return (xy_status)session->guard.status;
    xy_status status = xy_session_prepare(session);
    if (status != XY_OK)
        return status;
    xy_buffer out;
    xy_str file = probe_file(&session->target), line;
    xy_buffer_init(&out, &session->arena);
    while (next_line(&file, &line)) {
        xy_str name = header(line);
        if (is_question(name))
            xy_buffer_format(&out, "-- %.*s\n", XY_STR_ARG(name));
        else if (name.length == 0)
            xy_buffer_format(&out, "%.*s\n", XY_STR_ARG(line));
    }
    xy_buffer_add_char(&out, '\0');
    *text = xy_buffer_str(&out).data;
    return XY_OK;
}

/* What the server printed for the question: "" when nothing. The last answer counts. */
static xy_str answer_of(xy_str result, xy_str name)
{
    xy_str line, answer = {0};
    while (next_line(&result, &line)) {
        for (uint32_t at = 0; at + sizeof mark - 1 + name.length < line.length; at++) {
            if (memcmp(line.data + at, mark, sizeof mark - 1) != 0 || memcmp(line.data + at + sizeof mark - 1, name.data, name.length) != 0)
                continue;
            uint32_t from = at + (uint32_t)sizeof mark - 1 + name.length;
            if (line.data[from] != '=')
                continue;
            uint32_t to = ++from;
            while (to < line.length && !xy_char_is_blank(line.data[to]) && line.data[to] != '|' && line.data[to] != '\'')
                to++;
            bool echo = to < line.length && line.data[to] == '\''; /* the statement itself, in the client's echo or a message */
            if (to > from && !echo)
                answer = (xy_str){line.data + from, to - from};
        }
    }
    return answer;
}

/* Does the target take this value? */
static bool is_valid(xy_session *session, xy_str name, xy_str value)
{
    xy_map options;
    xy_target target;
    xy_str error = {0};
    xy_map_init(&options, &session->arena);
    xy_map_put(&options, name, &value);
    return xy_rules_target(session->rules, &session->arena, session->target_name, &options, &target, &error);
}

xy_status xy_probe_read(xy_session *session, const char *result, size_t length, const char **config)
{
    if (!session || !config || (!result && length))
        return XY_ERR_USAGE;
    if (length > INT32_MAX)
        return XY_ERR_LIMIT;
    if (setjmp(session->guard.jump))
        return (xy_status)session->guard.status;
    xy_status status = xy_session_prepare(session);
    if (status != XY_OK)
        return status;
    xy_buffer out, settled, open;
    xy_str file = probe_file(&session->target), answers = {result, (uint32_t)length}, line;
    xy_buffer_init(&out, &session->arena);
    xy_buffer_init(&settled, &session->arena);
    xy_buffer_init(&open, &session->arena);
    xy_buffer_format(&out, "# Answers of a server, read by `xinyi probe --read`.\nto: \"%.*s\"\n", XY_STR_ARG(session->target_name));
    while (next_line(&file, &line)) {
        xy_str name = header(line);
        if (!is_question(name))
            continue;
        xy_str answer = answer_of(answers, name);
        bool option = memchr(name.data, '.', name.length) != NULL;
        if (option && answer.length > 0 && is_valid(session, name, answer))
            xy_buffer_format(&out, "%.*s: \"%.*s\"\n", XY_STR_ARG(name), XY_STR_ARG(answer));
        else if (!option && xy_str_equal(answer, XY_STR("same")))
            xy_buffer_format(&settled, "%s%.*s", settled.length > 0 ? " " : "", XY_STR_ARG(name));
        else
            xy_buffer_format(&open, "# %.*s: %.*s\n", XY_STR_ARG(name), XY_STR_ARG(answer.length > 0 ? answer : XY_STR("refused, or not run")));
    }
    if (settled.length > 0)
        xy_buffer_format(&out, "settled: \"%.*s\"\n", XY_STR_ARG(xy_buffer_str(&settled)));
    xy_buffer_add_str(&out, xy_buffer_str(&open));
    xy_buffer_add_char(&out, '\0');
    *config = xy_buffer_str(&out).data;
    return XY_OK;
}
