/* Files -> a C array of their bytes, YAML files -> one of their trees (read by xy_yaml_read); grammar fragments -> one file. */
#include "gen.h"

#include <stdlib.h>
#include <string.h>

static char *read_file(const char *path, size_t *size)
{
    FILE *file = fopen(path, "rb");
    if (!file) {
        gen_error_plain("%s cannot be opened", path);
        return NULL;
    }
    size_t capacity = 1 << 16;
    char *data = gen_alloc(capacity);
    *size = 0;
    for (size_t n; (n = fread(data + *size, 1, capacity - *size, file)) > 0;) {
        *size += n;
        if (*size < capacity)
            continue;
        char *larger = gen_alloc(capacity * 2);
        memcpy(larger, data, *size);
        free(data);
        data = larger;
        capacity *= 2;
    }
    if (ferror(file))
        gen_error_plain("%s cannot be read", path);
    fclose(file);
    return data;
}

/* ------------------------------------------------------------------ YAML trees */

typedef struct bytes {
    char *data;
    size_t size, capacity;
} bytes;

static void add_bytes(bytes *b, const void *data, size_t size)
{
    if (b->size + size > b->capacity) {
        size_t capacity = 2 * (b->capacity + size) + 4096;
        char *larger = gen_alloc(capacity);
        if (b->size > 0)
            memcpy(larger, b->data, b->size);
        free(b->data);
        b->data = larger;
        b->capacity = capacity;
    }
    memcpy(b->data + b->size, data, size);
    b->size += size;
}

static void add_number(bytes *b, size_t number)
{
    unsigned char little[4] = {(unsigned char)number, (unsigned char)(number >> 8), (unsigned char)(number >> 16), (unsigned char)(number >> 24)};
    add_bytes(b, little, sizeof little);
}

enum { MAX_TREE_DEPTH = 64 };

/** A node in the form that xy_yaml_read expects: tag, line, column, count or length; then the text with a NUL, or the parts. */
static void add_node(bytes *b, gen_yaml *yaml, gen_node node, int depth)
{
    bool map = node->type == YAML_MAPPING_NODE, list = node->type == YAML_SEQUENCE_NODE;
    bool quoted = !map && !list && node->data.scalar.style != YAML_PLAIN_SCALAR_STYLE;
    char tag = map ? 3 : list ? 2 : quoted ? 1 : 0;
    if (depth > MAX_TREE_DEPTH) {
        gen_error(yaml, node, "too many levels");
        return;
    }
    add_bytes(b, &tag, 1);
    add_number(b, node->start_mark.line + 1);
    add_number(b, node->start_mark.column + 1);
    if (!map && !list) {
        add_number(b, node->data.scalar.length);
        add_bytes(b, node->data.scalar.value, node->data.scalar.length);
        add_bytes(b, "", 1);
        return;
    }
    if (map)
        gen_check_mapping(yaml, node, NULL);
    add_number(b, gen_count(node));
    for (size_t i = 0; i < gen_count(node); i++) {
        if (map)
            add_node(b, yaml, gen_key(yaml, node, i), depth + 1);
        add_node(b, yaml, map ? gen_value(yaml, node, i) : gen_item(yaml, node, i), depth + 1);
    }
}

static bool is_yaml(const char *path)
{
    size_t length = strlen(path);
    return length > 4 && strcmp(path + length - 4, ".yml") == 0;
}

static char *read_tree(const char *path, size_t *size)
{
    gen_yaml yaml;
    bytes b = {0};
    gen_yaml_load(&yaml, path);
    add_node(&b, &yaml, gen_yaml_root(&yaml), 0);
    *size = b.size;
    return b.data;
}

/* ------------------------------------------------------------------ what rule files are about */

typedef struct words {
    const char **items;
    size_t count, capacity;
} words;

static void add_word(words *list, const char *word)
{
    for (size_t i = 0; i < list->count; i++)
        if (strcmp(list->items[i], word) == 0)
            return;
    if (list->count == list->capacity) {
        size_t capacity = 2 * list->capacity + 8;
        const char **larger = gen_alloc(capacity * sizeof *larger);
        if (list->count > 0)
            memcpy(larger, list->items, list->count * sizeof *larger);
        free(list->items);
        list->items = larger;
        list->capacity = capacity;
    }
    list->items[list->count++] = word;
}

static void add_words(gen_yaml *yaml, gen_node node, words *list)
{
    if (node->type == YAML_SCALAR_NODE)
        add_word(list, gen_text(yaml, node));
    for (size_t i = 0; node->type == YAML_SEQUENCE_NODE && i < gen_count(node); i++)
        add_words(yaml, gen_item(yaml, node, i), list);
    for (size_t i = 0; node->type == YAML_MAPPING_NODE && i < gen_count(node); i++)
        add_words(yaml, gen_key(yaml, node, i), list);
}

/** Everything under the keys of that name, wherever they stand: too much does no harm, it only has the file read where it is not needed. */
static void find_words(gen_yaml *yaml, gen_node node, const char *name, words *list)
{
    for (size_t i = 0; node->type == YAML_SEQUENCE_NODE && i < gen_count(node); i++)
        find_words(yaml, gen_item(yaml, node, i), name, list);
    for (size_t i = 0; node->type == YAML_MAPPING_NODE && i < gen_count(node); i++) {
        gen_node value = gen_value(yaml, node, i);
        if (strcmp(gen_text(yaml, gen_key(yaml, node, i)), name) == 0)
            add_words(yaml, value, list);
        find_words(yaml, value, name, list);
    }
}

static void print_words(FILE *out, const char *path, const char *name, int number)
{
    gen_yaml yaml;
    words list = {0};
    gen_yaml_load(&yaml, path);
    find_words(&yaml, gen_yaml_root(&yaml), name, &list);
    fprintf(out, "static const char *const %s_%d[] = {", name, number);
    for (size_t i = 0; i < list.count; i++)
        fprintf(out, "\"%s\", ", list.items[i]);
    fputs("0};\n", out);
}

/* ------------------------------------------------------------------ arrays */

static void print_bytes(FILE *out, const char *data, size_t size)
{
    for (size_t i = 0; i < size; i++)
        fprintf(out, "%s%u,", i % 32 == 0 ? "\n    " : "", (unsigned char)data[i]);
    fputs("\n    0};\n", out); /* a final NUL, not counted */
}

/* Arguments: NAME ROOT FILE... OUT.c */
int gen_embed(int argc, char **argv)
{
    const char *name = argv[0], *root = argv[1];
    FILE *out = gen_output_open(NULL, argv[argc - 1]);
    int count = argc - 3;
    size_t *sizes = gen_alloc(((size_t)count + 1) * sizeof *sizes);
    fprintf(out, "/* Made by xy_gen from files below %s: do not edit. */\n#include \"base/embedded.h\"\n\n", root);
    for (int i = 0; i < count; i++) {
        const char *path = gen_format("%s/%s", root, argv[2 + i]);
        char *data = is_yaml(path) ? read_tree(path, &sizes[i]) : read_file(path, &sizes[i]);
        if (!data)
            continue;
        fprintf(out, "static const unsigned char file_%d[] = { /* %s */", i, argv[2 + i]);
        print_bytes(out, data, sizes[i]);
        if (!is_yaml(path))
            continue;
        print_words(out, path, "targets", i);
        print_words(out, path, "flags", i);
    }
    fprintf(out, "\nconst xy_embedded %s_files[] = {\n", name);
    for (int i = 0; i < count; i++)
        fprintf(out,
                is_yaml(argv[2 + i]) ? "    {\"%s\", (const char *)file_%d, %zu, true, targets_%d, flags_%d},\n"
                                     : "    {\"%s\", (const char *)file_%d, %zu, false, 0, 0},\n",
                argv[2 + i], i, sizes[i], i, i);
    fprintf(out, "    {0, 0, 0, false, 0, 0},\n};\nconst unsigned %s_count = %d;\n", name, count);
    return gen_finish();
}

/* Arguments: OUT FILE... */
int gen_join(int argc, char **argv)
{
    FILE *out = gen_output_open(NULL, argv[0]);
    for (int i = 1; i < argc; i++) {
        size_t size = 0;
        char *data = read_file(argv[i], &size);
        if (!data)
            continue;
        fprintf(out, "#line 1 \"%s\"\n", argv[i]);
        fwrite(data, 1, size, out);
        if (size > 0 && data[size - 1] != '\n')
            fputc('\n', out);
    }
    return gen_finish();
}
