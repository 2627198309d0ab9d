/* Command-line options and .xinyi.yml. One table says everything about an option. */
#define _GNU_SOURCE
#include "cli.h"

#include <limits.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <yaml.h>

typedef enum option_kind { TEXT, LIST, FLAG, WHAT, SETTING, PAIR, JOBS, LANGUAGE, RULE_FREE } option_kind;
typedef struct option_row {
    const char *name; /* long name; config key as well */
    char letter;      /* or 0 */
    option_kind kind;
    size_t offset; /* in cli_options */
} option_row;

#define AT(field) offsetof(cli_options, field)
static const option_row rows[] = {
    {"to", 0, LIST, AT(targets)},
    {"output", 'o', TEXT, AT(output)},
    {"report", 0, TEXT, AT(report)},
    {"preflight", 0, TEXT, AT(preflight)},
    {"read", 0, TEXT, AT(read)},
    {"settled", 0, SETTING, 0},
    {"catalog", 0, LIST, AT(catalogs)},
    {"rules", 0, LIST, AT(rules_dirs)},
    {"format", 0, TEXT, AT(format)},
    {"baseline", 0, TEXT, AT(baseline)},
    {"fail-on", 0, TEXT, AT(fail_on)},
    {"json", 0, FLAG, AT(json)},
    {"quiet", 'q', FLAG, AT(quiet)},
    {"no-rules", 0, FLAG, AT(no_rules)},
    {"tokens", 0, WHAT, 0},
    {"tree", 0, WHAT, 0},
    {"types", 0, WHAT, 0},
    {"deps", 0, WHAT, 0},
    {"dot", 0, FLAG, AT(dot)},
    {"units", 0, WHAT, 0},
    {"runtime", 0, SETTING, 0},
    {"encoding", 0, SETTING, 0},
    {"out-encoding", 0, TEXT, AT(out_encoding)},
    {"set", 0, PAIR, 0},
    {"jobs", 'j', JOBS, AT(jobs)},
    {"lang", 0, LANGUAGE, 0},
    {"nls-date-format", 0, SETTING, 0},
    {"package-state", 0, SETTING, 0},
    {"empty-strings", 0, SETTING, 0},
    {"number-mapping", 0, SETTING, 0},
    {"char-semantics", 0, SETTING, 0},
    {"number-digits", 0, SETTING, 0},
    {"catalog-complete", 0, SETTING, 0},
    {"lint-ignore", 0, SETTING, 0},
    {"lint-select", 0, SETTING, 0},
    {"lint", 0, SETTING, 0},
};

static char *copy(const char *text, size_t length)
{
    char *result = malloc(length + 1);
    if (!result)
        abort();
    memcpy(result, text, length);
    result[length] = '\0';
    return result;
}

void cli_list_add(cli_list *list, const char *text)
{
    if (list->count == list->capacity) {
        list->capacity = list->capacity ? list->capacity * 2 : 8;
        list->items = realloc(list->items, list->capacity * sizeof *list->items);
        if (!list->items)
            abort();
    }
    list->items[list->count++] = copy(text, strlen(text));
}

void cli_list_free(cli_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        free(list->items[i]);
    free(list->items);
}

void cli_options_free(cli_options *options)
{
    cli_list_free(&options->targets);
    cli_list_free(&options->catalogs);
    cli_list_free(&options->rules_dirs);
    cli_list_free(&options->paths);
    cli_list_free(&options->settings);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (rows[i].kind == TEXT)
            free(*(char **)(void *)((char *)options + rows[i].offset));
}

static const option_row *find_row(const char *name, size_t length)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (strlen(rows[i].name) == length && strncmp(rows[i].name, name, length) == 0)
            return &rows[i];
    return NULL;
}

static const option_row *find_letter(char letter)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (rows[i].letter == letter)
            return &rows[i];
    return NULL;
}

static bool needs_value(const option_row *row)
{
    return row->kind != FLAG && row->kind != WHAT;
}

/* The last one counts. */
static void set_text(char **text, const char *value)
{
    free(*text);
    *text = copy(value, strlen(value));
}

static bool set_pair(cli_options *options, const char *value)
{
    const char *equals = strchr(value, '=');
    if (!equals)
        return false;
    char *name = copy(value, (size_t)(equals - value));
    cli_list_add(&options->settings, name);
    cli_list_add(&options->settings, equals + 1);
    free(name);
    return true;
}

static bool set_jobs(cli_options *options, const char *value)
{
    char *end;
    unsigned long number = strtoul(value, &end, 10);
    if (*end || end == value || number == 0 || number > 1024) {
        cli_error(options->chinese, "'%s' is not a number of threads", value);
        return false;
    }
    options->jobs = (unsigned)number;
    return true;
}

static bool set_language(cli_options *options, const char *value)
{
    options->chinese = strcmp(value, "zh") == 0;
    options->language_given = true;
    return options->chinese || strcmp(value, "en") == 0;
}

static bool bad_value(const cli_options *options, const option_row *row, const char *value)
{
    cli_error(options->chinese, "option '%s' does not take the value '%s'", row->name, value);
    return false;
}

static bool apply(cli_options *options, const option_row *row, const char *value)
{
    char *base = (char *)options;
    switch (row->kind) {
    case TEXT: set_text((char **)(void *)(base + row->offset), value); return true;
    case LIST: cli_list_add((cli_list *)(void *)(base + row->offset), value); return true;
    case FLAG: *(bool *)(base + row->offset) = true; return true;
    case WHAT: options->what = row->name; return true;
    case SETTING:
        cli_list_add(&options->settings, row->name);
        cli_list_add(&options->settings, value);
        return true;
    case PAIR: return set_pair(options, value) || bad_value(options, row, value);
    case JOBS: return set_jobs(options, value);
    case LANGUAGE: return set_language(options, value) || bad_value(options, row, value);
    case RULE_FREE: break;
    }
    return false;
}

static bool is_allowed(const option_row *row, const char *const *allowed)
{
    for (; *allowed; allowed++)
        if (strcmp(*allowed, row->name) == 0)
            return true;
    return strcmp(row->name, "lang") == 0 || strcmp(row->name, "quiet") == 0;
}

/* One argument that begins with '-'. *index moves over a separate value. */
static bool parse_option(int argc, char **argv, int *index, const char *const *allowed, cli_options *options)
{
    const char *argument = argv[*index], *value = NULL;
    const option_row *row;
    if (argument[1] == '-') {
        const char *equals = strchr(argument, '=');
        size_t length = equals ? (size_t)(equals - argument - 2) : strlen(argument + 2);
        row = find_row(argument + 2, length);
        value = equals ? equals + 1 : NULL;
    } else {
        row = find_letter(argument[1]);
        value = argument[2] ? argument + 2 : NULL;
    }
    if (!row) {
        cli_error(options->chinese, "unknown option '%s'; try 'xinyi --help'", argument);
        return false;
    }
    if (!is_allowed(row, allowed)) {
        cli_error(options->chinese, "option '%s' is not for this command; try 'xinyi --help'", argument);
        return false;
    }
    if (needs_value(row) && !value) {
        if (*index + 1 >= argc) {
            cli_error(options->chinese, "option '%s' needs a value", argument);
            return false;
        }
        value = argv[++*index];
    }
    return apply(options, row, value);
}

static bool locale_is_chinese(void)
{
    const char *name = setlocale(LC_MESSAGES, NULL);
    return name && strncmp(name, "zh", 2) == 0;
}

static bool color_wanted(void)
{
    const char *no_color = getenv("NO_COLOR");
    return isatty(STDERR_FILENO) && !(no_color && *no_color);
}

bool cli_parse_arguments(int argc, char **argv, const char *const *allowed, cli_options *options)
{
    memset(options, 0, sizeof *options);
    options->chinese = locale_is_chinese();
    options->color = color_wanted();
    options->jobs = 1;
    bool only_paths = false;
    for (int i = 1; i < argc; i++) {
        if (!only_paths && strcmp(argv[i], "--") == 0)
            only_paths = true;
        else if (!only_paths && argv[i][0] == '-' && argv[i][1])
            if (parse_option(argc, argv, &i, allowed, options))
                continue;
            else
                return false;
        else
            cli_list_add(&options->paths, argv[i]);
    }
    return true;
}

/* ---- .xinyi.yml: the same options by their long names; a list gives several values ---- */

static char *find_config(const char *from)
{
    char *path = realpath(strcmp(from, "-") == 0 ? "." : from, NULL);
    while (path) {
        size_t length = strlen(path);
        char *candidate = malloc(length + sizeof "/.xinyi.yml");
        if (!candidate)
            abort();
        memcpy(candidate, path, length + 1);
        strcat(candidate, "/.xinyi.yml");
        if (access(candidate, R_OK) == 0) {
            free(path);
            return candidate;
        }
        free(candidate);
        char *slash = strrchr(path, '/');
        if (!slash || slash == path)
            break;
        *slash = '\0';
    }
    free(path);
    return NULL;
}

static bool already_given(const cli_options *options, const option_row *row)
{
    const char *base = (const char *)options;
    if (row->kind == TEXT)
        return *(const char *const *)(const void *)(base + row->offset) != NULL;
    if (row->kind == LIST)
        return ((const cli_list *)(const void *)(base + row->offset))->count > 0;
    if (row->kind == LANGUAGE)
        return options->language_given;
    for (size_t i = 0; row->kind == SETTING && i < options->settings.count; i += 2)
        if (strcmp(options->settings.items[i], row->name) == 0)
            return true;
    return false;
}

static bool config_error(const char *file, yaml_mark_t mark, const char *text)
{
    fprintf(stderr, "%s:%zu:%zu: %s\n", file, mark.line + 1, mark.column + 1, text);
    return false;
}

static bool apply_config_node(yaml_document_t *document, const char *file, yaml_node_t *key, yaml_node_t *value, cli_options *options)
{
    const char *name = (const char *)key->data.scalar.value;
    const option_row *row = key->type == YAML_SCALAR_NODE ? find_row(name, strlen(name)) : NULL;
    if (!row && key->type == YAML_SCALAR_NODE && value->type == YAML_SCALAR_NODE && strchr(name, '.')) { /* an option of one target */
        for (size_t i = 0; i < options->settings.count; i += 2)
            if (strcmp(options->settings.items[i], name) == 0)
                return true;
        cli_list_add(&options->settings, name);
        cli_list_add(&options->settings, (const char *)value->data.scalar.value);
        return true;
    }
    if (!row || row->kind == WHAT || row->kind == PAIR)
        return config_error(file, key->start_mark, "unknown option");
    if (already_given(options, row))
        return true;
    if (value->type == YAML_SCALAR_NODE)
        return apply(options, row, (const char *)value->data.scalar.value) || config_error(file, value->start_mark, "wrong value");
    if (value->type != YAML_SEQUENCE_NODE || row->kind != LIST)
        return config_error(file, value->start_mark, "expected a plain value");
    for (yaml_node_item_t *i = value->data.sequence.items.start; i < value->data.sequence.items.top; i++) {
        yaml_node_t *item = yaml_document_get_node(document, *i);
        if (item->type != YAML_SCALAR_NODE)
            return config_error(file, item->start_mark, "expected a plain value");
        apply(options, row, (const char *)item->data.scalar.value);
    }
    return true;
}

static bool read_config_file(const char *file, cli_options *options)
{
    size_t length;
    char *text = cli_read(file, &length);
    if (!text)
        return true;
    yaml_parser_t parser;
    yaml_document_t document;
    yaml_parser_initialize(&parser);
    yaml_parser_set_input_string(&parser, (const unsigned char *)text, length);
    bool fine = true;
    if (!yaml_parser_load(&parser, &document)) {
        fine = config_error(file, parser.problem_mark, parser.problem ? parser.problem : "not YAML");
    } else {
        yaml_node_t *root = yaml_document_get_root_node(&document);
        if (root && root->type != YAML_MAPPING_NODE)
            fine = config_error(file, root->start_mark, "expected option: value lines");
        for (yaml_node_pair_t *p = root ? root->data.mapping.pairs.start : NULL; fine && p && p < root->data.mapping.pairs.top; p++)
            fine = apply_config_node(&document, file, yaml_document_get_node(&document, p->key), yaml_document_get_node(&document, p->value), options);
        yaml_document_delete(&document);
    }
    yaml_parser_delete(&parser);
    free(text);
    return fine;
}

bool cli_read_config(cli_options *options)
{
    char *file = find_config(options->paths.count ? options->paths.items[0] : ".");
    bool fine = !file || read_config_file(file, options);
    free(file);
    return fine;
}
