/* YAML documents with positions, read strictly. */
#include "gen.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

static unsigned error_count;

static void report(const char *path, size_t line, size_t column, const char *format, va_list arguments)
{
    fprintf(stderr, "%s:%zu:%zu: error: ", path, line + 1, column + 1);
    vfprintf(stderr, format, arguments);
    fputc('\n', stderr);
    error_count++;
}

static void report_mark(const char *path, yaml_mark_t mark, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    report(path, mark.line, mark.column, format, arguments);
    va_end(arguments);
}

void gen_error(const gen_yaml *yaml, gen_node node, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    report(yaml->path, node ? node->start_mark.line : 0, node ? node->start_mark.column : 0, format, arguments);
    va_end(arguments);
}

void gen_error_plain(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    fputs("xy_gen: error: ", stderr);
    vfprintf(stderr, format, arguments);
    fputc('\n', stderr);
    va_end(arguments);
    error_count++;
}

unsigned gen_error_count(void)
{
    return error_count;
}

void gen_yaml_load(gen_yaml *yaml, const char *path)
{
    yaml_parser_t parser;
    FILE *file = fopen(path, "rb");
    yaml->path = path;
    if (!file) {
        perror(path);
        exit(1);
    }
    if (!yaml_parser_initialize(&parser)) {
        fputs("xy_gen: out of memory\n", stderr);
        exit(1);
    }
    yaml_parser_set_input_file(&parser, file);
    if (!yaml_parser_load(&parser, &yaml->document)) {
        report_mark(path, parser.problem_mark, "%s", parser.problem ? parser.problem : "not YAML");
        exit(1);
    }
    yaml_parser_delete(&parser);
    fclose(file);
    if (!yaml_document_get_root_node(&yaml->document)) {
        report_mark(path, (yaml_mark_t){0, 0, 0}, "the file is empty");
        exit(1);
    }
}

gen_node gen_yaml_root(gen_yaml *yaml)
{
    return yaml_document_get_root_node(&yaml->document);
}

static gen_node by_index(gen_yaml *yaml, int index)
{
    return yaml_document_get_node(&yaml->document, index);
}

size_t gen_count(gen_node node)
{
    if (node && node->type == YAML_SEQUENCE_NODE)
        return (size_t)(node->data.sequence.items.top - node->data.sequence.items.start);
    if (node && node->type == YAML_MAPPING_NODE)
        return (size_t)(node->data.mapping.pairs.top - node->data.mapping.pairs.start);
    return 0;
}

gen_node gen_item(gen_yaml *yaml, gen_node sequence, size_t i)
{
    return by_index(yaml, sequence->data.sequence.items.start[i]);
}

gen_node gen_key(gen_yaml *yaml, gen_node mapping, size_t i)
{
    return by_index(yaml, mapping->data.mapping.pairs.start[i].key);
}

gen_node gen_value(gen_yaml *yaml, gen_node mapping, size_t i)
{
    return by_index(yaml, mapping->data.mapping.pairs.start[i].value);
}

static const char *scalar(gen_node node)
{
    return node->type == YAML_SCALAR_NODE ? (const char *)node->data.scalar.value : NULL;
}

const char *gen_text(gen_yaml *yaml, gen_node node)
{
    const char *text = scalar(node);
    if (!text)
        gen_error(yaml, node, "expected a text");
    else if (strlen(text) != node->data.scalar.length)
        gen_error(yaml, node, "NUL byte in a text");
    return text;
}

static bool key_known(const char *const *keys, const char *key)
{
    for (; *keys; keys++) {
        if (strcmp(*keys, key) == 0)
            return true;
    }
    return false;
}

bool gen_check_mapping(gen_yaml *yaml, gen_node node, const char *const *keys)
{
    if (node->type != YAML_MAPPING_NODE) {
        gen_error(yaml, node, "expected a mapping");
        return false;
    }
    for (size_t i = 0; i < gen_count(node); i++) {
        gen_node key = gen_key(yaml, node, i);
        const char *name = gen_text(yaml, key);
        if (!name)
            return false;
        if (keys && !key_known(keys, name))
            gen_error(yaml, key, "unknown key `%s`", name);
        for (size_t j = 0; j < i; j++) {
            const char *other = scalar(gen_key(yaml, node, j));
            if (other && strcmp(other, name) == 0)
                gen_error(yaml, key, "key `%s` occurs twice", name);
        }
    }
    return true;
}

gen_node gen_get(gen_yaml *yaml, gen_node mapping, const char *key)
{
    for (size_t i = 0; i < gen_count(mapping); i++) {
        const char *name = scalar(gen_key(yaml, mapping, i));
        if (name && strcmp(name, key) == 0)
            return gen_value(yaml, mapping, i);
    }
    return NULL;
}

const char *gen_get_text(gen_yaml *yaml, gen_node mapping, const char *key, bool required)
{
    gen_node node = gen_get(yaml, mapping, key);
    if (!node) {
        if (required)
            gen_error(yaml, mapping, "missing key `%s`", key);
        return NULL;
    }
    const char *text = gen_text(yaml, node);
    if (text && !*text) {
        gen_error(yaml, node, "`%s` is empty", key);
        return NULL;
    }
    return text;
}

gen_node gen_get_sequence(gen_yaml *yaml, gen_node mapping, const char *key, bool required)
{
    gen_node node = gen_get(yaml, mapping, key);
    if (!node) {
        if (required)
            gen_error(yaml, mapping, "missing key `%s`", key);
        return NULL;
    }
    if (node->type == YAML_SCALAR_NODE && node->data.scalar.length == 0)
        return NULL; /* `key:` with nothing after it: an empty list */
    if (node->type != YAML_SEQUENCE_NODE) {
        gen_error(yaml, node, "`%s` must be a list", key);
        return NULL;
    }
    return node;
}
