/* messages.yml -> gen/messages.h, gen/messages.c: the catalogue of messages in English and Chinese. */
#include "gen.h"

#include <ctype.h>
#include <string.h>

typedef struct message {
    const char *id, *code, *severity;
    const char *texts[6]; /* en, zh, advice en, zh, doc en, zh */
} message;

static const char *const severities[] = {"note", "warning", "review", "unsupported", "error", NULL};

static bool one_of(const char *const *list, const char *text)
{
    for (; *list; list++) {
        if (strcmp(*list, text) == 0)
            return true;
    }
    return false;
}

static void read_pair(gen_yaml *yaml, gen_node at, const char *key, const char **texts)
{
    static const char *const keys[] = {"en", "zh", NULL};
    gen_node pair = gen_get(yaml, at, key);
    if (!pair) {
        gen_error(yaml, at, "missing key `%s`", key);
    } else if (gen_check_mapping(yaml, pair, keys)) {
        texts[0] = gen_get_text(yaml, pair, "en", true);
        texts[1] = gen_get_text(yaml, pair, "zh", true);
    }
}

/* {name} in the Chinese text must be an argument of the English text too, and the other way round. */
static void check_arguments(gen_yaml *yaml, gen_node at, const char *from, const char *to)
{
    for (const char *p = strchr(from, '{'); p; p = strchr(p + 1, '{')) {
        const char *end = strchr(p, '}');
        if (!end) {
            gen_error(yaml, at, "`{` without `}` in \"%s\"", from);
            return;
        }
        char *argument = gen_copy(p, (size_t)(end - p) + 1);
        if (!strstr(to, argument))
            gen_error(yaml, at, "argument %s is missing in \"%s\"", argument, to);
    }
}

static bool is_code(const char *code)
{
    return strlen(code) == 6 && code[0] == 'X' && code[1] == 'Y' && strspn(code + 2, "0123456789") == 4;
}

static void check_unique(gen_yaml *yaml, const message *messages, const message *m, gen_node at)
{
    for (const message *other = messages; other < m; other++) {
        if (other->id && m->id && strcmp(other->id, m->id) == 0)
            gen_error(yaml, at, "id `%s` occurs twice", m->id);
        if (other->code && m->code && strcmp(other->code, m->code) == 0)
            gen_error(yaml, at, "code %s occurs twice", m->code);
    }
}

static void read_message(gen_yaml *yaml, const message *messages, message *m, gen_node at)
{
    static const char *const keys[] = {"id", "code", "severity", "en", "zh", "advice", "doc", NULL};
    if (!gen_check_mapping(yaml, at, keys))
        return;
    m->id = gen_get_text(yaml, at, "id", true);
    m->code = gen_get_text(yaml, at, "code", true);
    m->severity = gen_get_text(yaml, at, "severity", true);
    m->texts[0] = gen_get_text(yaml, at, "en", true);
    m->texts[1] = gen_get_text(yaml, at, "zh", true);
    read_pair(yaml, at, "advice", m->texts + 2);
    read_pair(yaml, at, "doc", m->texts + 4);
    if (m->code && !is_code(m->code))
        gen_error(yaml, gen_get(yaml, at, "code"), "code must be XY and four digits");
    if (m->severity && !one_of(severities, m->severity))
        gen_error(yaml, gen_get(yaml, at, "severity"), "unknown severity `%s`", m->severity);
    if (m->id && (!islower((unsigned char)*m->id) || m->id[strspn(m->id, "abcdefghijklmnopqrstuvwxyz0123456789_")]))
        gen_error(yaml, gen_get(yaml, at, "id"), "id must be in lower case with _");
    if (m->texts[0] && m->texts[1]) {
        check_arguments(yaml, at, m->texts[0], m->texts[1]);
        check_arguments(yaml, at, m->texts[1], m->texts[0]);
    }
    check_unique(yaml, messages, m, at);
}

static void print_header(FILE *out, const message *messages, size_t count)
{
    fputs("/* Made from grammar/messages.yml by xy_gen: do not edit. */\n"
          "#ifndef XY_GEN_MESSAGES_H\n#define XY_GEN_MESSAGES_H\n\nenum xy_message_id {\n",
          out);
    for (size_t i = 0; i < count; i++)
        fprintf(out, "    XY_MSG_%s = %zu, /**< %s: %s */\n", gen_upper(messages[i].id), i, messages[i].code, messages[i].texts[0]);
    fputs("};\n\n#endif\n", out);
}

static void print_source(FILE *out, const message *messages, size_t count)
{
    fputs("/* Made from grammar/messages.yml by xy_gen: do not edit. */\n#include \"diag/diag.h\"\n\n"
          "const xy_message xy_messages[] = {\n",
          out);
    for (size_t i = 0; i < count; i++) {
        fprintf(out, "    {\"%s\", \"%s\", XY_%s", messages[i].id, messages[i].code, gen_upper(messages[i].severity));
        for (size_t t = 0; t < sizeof messages[i].texts / sizeof *messages[i].texts; t++) {
            fputs(",\n     ", out);
            gen_print_string(out, messages[i].texts[t]);
        }
        fputs("},\n", out);
    }
    fprintf(out, "};\nconst unsigned xy_message_count = %zu;\n", count);
}

int gen_messages(int argc, char **argv)
{
    static const char *const keys[] = {"messages", NULL};
    gen_yaml yaml;
    (void)argc;
    gen_yaml_load(&yaml, argv[0]);
    gen_node root = gen_yaml_root(&yaml);
    gen_node list = gen_check_mapping(&yaml, root, keys) ? gen_get_sequence(&yaml, root, "messages", true) : NULL;
    size_t count = gen_count(list);
    message *messages = gen_alloc((count + 1) * sizeof *messages);
    for (size_t i = 0; i < count; i++)
        read_message(&yaml, messages, &messages[i], gen_item(&yaml, list, i));
    if (gen_error_count() == 0) {
        print_header(gen_output_open(argv[1], "messages.h"), messages, count);
        print_source(gen_output_open(argv[1], "messages.c"), messages, count);
    }
    return gen_finish();
}
