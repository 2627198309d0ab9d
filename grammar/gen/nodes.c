/* nodes.yml -> gen/nodes.h, gen/nodes.c: kinds, structs, constructors and the field table. */
#include "gen.h"

#include <ctype.h>
#include <string.h>

typedef enum field_type { NODE, LIST, TOKEN, TOKENS, ENUM, FLAG } field_type;

typedef struct field {
    const char *name;   /* as in the YAML file */
    const char *c_name; /* with `_` appended to a C keyword */
    field_type type;
    bool optional;
    const char *kind; /* of NODE and LIST: node or group name */
    char **values;    /* of ENUM */
    size_t value_count;
    gen_node at;
} field;

typedef struct node {
    const char *name, *snake, *upper, *group, *doc, *example, *start;
    char **words; /* keywords of its own that say nothing beyond kind and fields, ended by null */
    bool any_word;
    field *fields;
    size_t field_count;
    gen_node at;
} node;

typedef struct grammar {
    gen_yaml yaml;
    node *nodes;
    size_t count;
} grammar;

static const struct {
    const char *group, *start; /* start symbol that parses the examples; null: the node must say */
} groups[] = {
    {"Any", NULL},      {"Expr", "expression"}, {"Clause", NULL},        {"Query", "query"},
    {"Table", "table"}, {"Stmt", "statement"},  {"Decl", "declaration"}, {"Unit", "unit"},
};
static const char *const starts[] = {"unit", "expression", "statement", "query", "table", "type", "declaration", NULL};

static int group_index(const char *name)
{
    for (size_t i = 0; i < sizeof groups / sizeof *groups; i++) {
        if (strcmp(groups[i].group, name) == 0)
            return (int)i;
    }
    return -1;
}

static const node *find_node(const grammar *g, const char *name)
{
    for (size_t i = 0; i < g->count; i++) {
        if (g->nodes[i].name && strcmp(g->nodes[i].name, name) == 0)
            return &g->nodes[i];
    }
    return NULL;
}

/* ------------------------------------------------------------------ reading */

static bool is_lower_name(const char *name)
{
    if (!islower((unsigned char)*name))
        return false;
    for (; *name; name++) {
        if (!islower((unsigned char)*name) && !isdigit((unsigned char)*name) && *name != '_')
            return false;
    }
    return true;
}

static void read_values(grammar *g, field *f, const char *type)
{
    f->type = ENUM;
    f->values = gen_alloc((strlen(type) + 1) * sizeof *f->values);
    for (const char *p = type;;) {
        size_t length = strcspn(p, "|");
        char *value = gen_copy(p, length);
        if (!is_lower_name(value))
            gen_error(&g->yaml, f->at, "`%s` is not a value in lower case", value);
        for (size_t i = 0; i < f->value_count; i++) {
            if (strcmp(f->values[i], value) == 0)
                gen_error(&g->yaml, f->at, "value `%s` occurs twice", value);
        }
        f->values[f->value_count++] = value;
        if (!p[length])
            break;
        p += length + 1;
    }
    if (f->value_count > 255)
        gen_error(&g->yaml, f->at, "more than 255 values");
}

static void read_type(grammar *g, field *f, const char *type)
{
    static const struct {
        const char *text;
        field_type type;
        bool optional;
    } simple[] = {{"token", TOKEN, false}, {"token?", TOKEN, true}, {"token[]", TOKENS, false}, {"flag", FLAG, false}};
    size_t length = strlen(type);
    for (size_t i = 0; i < sizeof simple / sizeof *simple; i++) {
        if (strcmp(simple[i].text, type) == 0) {
            f->type = simple[i].type;
            f->optional = simple[i].optional;
            return;
        }
    }
    if (strchr(type, '|')) {
        read_values(g, f, type);
        return;
    }
    f->type = NODE;
    if (length > 1 && type[length - 1] == '?') {
        f->optional = true;
        length--;
    } else if (length > 2 && strcmp(type + length - 2, "[]") == 0) {
        f->type = LIST;
        length -= 2;
    }
    f->kind = gen_copy(type, length);
}

static void read_fields(grammar *g, node *n, gen_node fields)
{
    static const char *const reserved[] = {"node", "span", "builder", NULL};
    if (!gen_check_mapping(&g->yaml, fields, NULL))
        return;
    n->field_count = gen_count(fields);
    n->fields = gen_alloc((n->field_count + 1) * sizeof *n->fields);
    for (size_t i = 0; i < n->field_count; i++) {
        field *f = &n->fields[i];
        const char *type = gen_text(&g->yaml, gen_value(&g->yaml, fields, i));
        f->at = gen_value(&g->yaml, fields, i);
        f->name = gen_text(&g->yaml, gen_key(&g->yaml, fields, i));
        if (!f->name || !type)
            continue;
        if (!is_lower_name(f->name))
            gen_error(&g->yaml, gen_key(&g->yaml, fields, i), "field name `%s` is not in lower case", f->name);
        for (const char *const *word = reserved; *word; word++) {
            if (strcmp(*word, f->name) == 0)
                gen_error(&g->yaml, gen_key(&g->yaml, fields, i), "field name `%s` is reserved", f->name);
        }
        f->c_name = gen_is_c_keyword(f->name) ? gen_format("%s_", f->name) : f->name;
        read_type(g, f, type);
    }
}

static void read_start(grammar *g, node *n, gen_node at)
{
    int group = n->group ? group_index(n->group) : -1;
    n->start = gen_get_text(&g->yaml, at, "start", false);
    if (n->group && group < 0)
        gen_error(&g->yaml, gen_get(&g->yaml, at, "group"), "unknown group `%s`", n->group);
    if (!n->start) {
        n->start = group >= 0 ? groups[group].start : NULL;
        if (group >= 0 && !n->start)
            gen_error(&g->yaml, at, "missing key `start`: group %s has no start symbol of its own", n->group);
        return;
    }
    for (const char *const *start = starts; *start; start++) {
        if (strcmp(*start, n->start) == 0)
            return;
    }
    gen_error(&g->yaml, gen_get(&g->yaml, at, "start"), "unknown start symbol `%s`", n->start);
}

/* `words: SELECT FROM` or `words: any`. */
static void read_words(grammar *g, node *n, gen_node at)
{
    const char *text = gen_get_text(&g->yaml, at, "words", false);
    size_t count = 0;
    n->any_word = text && strcmp(text, "any") == 0;
    n->words = gen_alloc(((text ? strlen(text) : 0) + 1) * sizeof *n->words);
    for (size_t length; text && !n->any_word && *text; text += length + (text[length] != 0)) {
        length = strcspn(text, " ");
        char *word = gen_copy(text, length);
        if (length == 0 || word[strspn(word, "ABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789")])
            gen_error(&g->yaml, gen_get(&g->yaml, at, "words"), "`%s` is no keyword in capitals", word);
        for (size_t i = 0; i < count; i++)
            if (strcmp(n->words[i], word) == 0)
                gen_error(&g->yaml, gen_get(&g->yaml, at, "words"), "`%s` occurs twice", word);
        n->words[count++] = word;
    }
}

static void read_node(grammar *g, node *n, gen_node at)
{
    static const char *const keys[] = {"name", "group", "doc", "example", "start", "words", "fields", NULL};
    n->at = at;
    if (!gen_check_mapping(&g->yaml, at, keys))
        return;
    const char *name = gen_get_text(&g->yaml, at, "name", true);
    n->group = gen_get_text(&g->yaml, at, "group", true);
    n->doc = gen_get_text(&g->yaml, at, "doc", true);
    n->example = gen_get_text(&g->yaml, at, "example", true);
    read_start(g, n, at);
    read_words(g, n, at);
    gen_node fields = gen_get(&g->yaml, at, "fields");
    if (fields)
        read_fields(g, n, fields);
    else
        gen_error(&g->yaml, at, "missing key `fields`");
    if (!name)
        return;
    if (!isupper((unsigned char)*name) || name[strspn(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")])
        gen_error(&g->yaml, at, "node name `%s` is not in camel case", name);
    if (find_node(g, name) || group_index(name) >= 0)
        gen_error(&g->yaml, at, "name `%s` occurs twice", name);
    n->name = name;
    n->snake = gen_snake(name);
    n->upper = gen_upper(n->snake);
}

static void check_kinds(grammar *g)
{
    for (size_t i = 0; i < g->count; i++) {
        for (size_t j = 0; j < g->nodes[i].field_count; j++) {
            const field *f = &g->nodes[i].fields[j];
            if (f->kind && group_index(f->kind) < 0 && !find_node(g, f->kind))
                gen_error(&g->yaml, f->at, "unknown field type `%s`", f->kind);
        }
    }
}

static void read_grammar(grammar *g, const char *path)
{
    static const char *const keys[] = {"nodes", NULL};
    gen_yaml_load(&g->yaml, path);
    gen_node root = gen_yaml_root(&g->yaml);
    gen_node list = gen_check_mapping(&g->yaml, root, keys) ? gen_get_sequence(&g->yaml, root, "nodes", true) : NULL;
    g->nodes = gen_alloc((gen_count(list) + 1) * sizeof *g->nodes);
    g->count = gen_count(list);
    for (size_t i = 0; i < g->count; i++)
        read_node(g, &g->nodes[i], gen_item(&g->yaml, list, i));
    check_kinds(g);
}

/* ------------------------------------------------------------------ writing the header */

static const char *c_type(const field *f)
{
    static const char *const types[] = {
        [NODE] = "xy_node *", [LIST] = "xy_nodes ", [TOKEN] = "uint32_t ", [TOKENS] = "xy_token_list ", [ENUM] = "uint8_t ", [FLAG] = "bool ",
    };
    return types[f->type];
}

static const char *type_comment(const field *f)
{
    const char *suffix = f->type == LIST ? "[]" : f->optional ? "?" : "";
    if (f->kind)
        return gen_format("%s%s", f->kind, suffix);
    return f->optional ? "or XY_NO_TOKEN" : NULL;
}

static void print_enums(FILE *out, const node *n)
{
    for (size_t i = 0; i < n->field_count; i++) {
        const field *f = &n->fields[i];
        if (f->type != ENUM)
            continue;
        fputs("enum {", out);
        for (size_t v = 0; v < f->value_count; v++)
            fprintf(out, "%s XY_%s_%s_%s", v ? "," : "", n->upper, gen_upper(f->name), gen_upper(f->values[v]));
        fputs(" };\n", out);
    }
}

static void print_signature(FILE *out, const node *n)
{
    fprintf(out, "xy_node *xy_make_%s(struct xy_builder *builder, xy_span span", n->snake);
    for (size_t i = 0; i < n->field_count; i++)
        fprintf(out, ", %s%s", c_type(&n->fields[i]), n->fields[i].c_name);
    fputs(")", out);
}

static void print_struct(FILE *out, const node *n)
{
    fprintf(out, "/** %s: %s\n *  Example: %s */\n", n->name, n->doc, n->example);
    print_enums(out, n);
    fprintf(out, "typedef struct xy_%s {\n    xy_node node;\n", n->snake);
    for (size_t i = 0; i < n->field_count; i++) {
        const char *comment = type_comment(&n->fields[i]);
        fprintf(out, "    %s%s;", c_type(&n->fields[i]), n->fields[i].c_name);
        if (comment)
            fprintf(out, " /**< %s */", comment);
        fputc('\n', out);
    }
    fprintf(out, "} xy_%s;\n", n->snake);
    print_signature(out, n);
    fprintf(out,
            ";\nstatic inline xy_%s *xy_as_%s(const xy_node *node)\n{\n"
            "    assert(node && node->kind == XY_NODE_%s);\n    return (xy_%s *)(uintptr_t)node;\n}\n\n",
            n->snake, n->snake, n->upper, n->snake);
}

static void print_header(FILE *out, const grammar *g)
{
    fputs("/* Made from grammar/nodes.yml by xy_gen: do not edit. */\n"
          "#ifndef XY_GEN_NODES_H\n#define XY_GEN_NODES_H\n\n"
          "#include \"syntax/node.h\"\n#include <assert.h>\n\nstruct xy_builder; /* syntax/builder.h */\n\n"
          "/** Cast to a node struct: XY_AS(query_block, node)->from. In debug builds xy_as_query_block checks the kind. */\n"
          "#define XY_AS(type, node) xy_as_##type(node)\n\nenum xy_node_kind {\n    XY_NODE_NONE = 0,\n",
          out);
    for (size_t i = 0; i < g->count; i++)
        fprintf(out, "    XY_NODE_%s = %zu,\n", g->nodes[i].upper, i + 1);
    fprintf(out, "    XY_NODE_COUNT = %zu\n};\n\n", g->count + 1);
    for (size_t i = 0; i < g->count; i++)
        print_struct(out, &g->nodes[i]);
    fputs("#endif\n", out);
}

/* ------------------------------------------------------------------ writing the tables */

/* Kinds that a field of this type may hold: the members of a group and Bogus, or the one kind. */
static void print_kind_list(FILE *out, const grammar *g, const char *name)
{
    fprintf(out, "static const uint16_t kinds_%s[] = {", name);
    if (group_index(name) >= 0) {
        for (size_t i = 0; i < g->count; i++) {
            if (strcmp(g->nodes[i].group, name) == 0)
                fprintf(out, "XY_NODE_%s, ", g->nodes[i].upper);
        }
        if (find_node(g, "Bogus"))
            fputs("XY_NODE_BOGUS, ", out);
    } else {
        fprintf(out, "XY_NODE_%s, ", find_node(g, name)->upper);
    }
    fputs("0};\n", out);
}

static bool kind_seen_before(const grammar *g, size_t node_index, size_t field_index)
{
    const char *kind = g->nodes[node_index].fields[field_index].kind;
    for (size_t i = 0; i <= node_index; i++) {
        size_t end = i == node_index ? field_index : g->nodes[i].field_count;
        for (size_t j = 0; j < end; j++) {
            if (g->nodes[i].fields[j].kind && strcmp(g->nodes[i].fields[j].kind, kind) == 0)
                return true;
        }
    }
    return false;
}

static void print_kind_lists(FILE *out, const grammar *g)
{
    for (size_t i = 0; i < g->count; i++) {
        for (size_t j = 0; j < g->nodes[i].field_count; j++) {
            const char *kind = g->nodes[i].fields[j].kind;
            if (kind && strcmp(kind, "Any") != 0 && !kind_seen_before(g, i, j))
                print_kind_list(out, g, kind);
        }
    }
    fputc('\n', out);
}

static void print_field_table(FILE *out, const node *n)
{
    static const char *const types[] = {"NODE", "LIST", "TOKEN", "TOKENS", "ENUM", "FLAG"};
    for (size_t i = 0; i < n->field_count; i++) {
        const field *f = &n->fields[i];
        if (f->type != ENUM)
            continue;
        fprintf(out, "static const char *const values_%s_%s[] = {", n->snake, f->name);
        for (size_t v = 0; v < f->value_count; v++)
            fprintf(out, "\"%s\", ", f->values[v]);
        fputs("NULL};\n", out);
    }
    if (n->field_count == 0)
        return;
    fprintf(out, "static const xy_field_info fields_%s[] = {\n", n->snake);
    for (size_t i = 0; i < n->field_count; i++) {
        const field *f = &n->fields[i];
        const char *kinds = f->kind && strcmp(f->kind, "Any") != 0 ? gen_format("kinds_%s", f->kind) : "NULL";
        const char *names = f->type == ENUM ? gen_format("values_%s_%s", n->snake, f->name) : "NULL";
        fprintf(out, "    {\"%s\", offsetof(xy_%s, %s), XY_FIELD_%s, %d, %s, %s},\n", f->name, n->snake, f->c_name, types[f->type], f->optional, kinds, names);
    }
    fputs("};\n", out);
}

static bool is_child(const field *f)
{
    return f->type == NODE || f->type == LIST;
}

static size_t child_count(const node *n)
{
    size_t count = 0;
    for (size_t i = 0; i < n->field_count; i++)
        count += is_child(&n->fields[i]);
    return count;
}

static void print_children(FILE *out, const node *n)
{
    if (child_count(n) == 0)
        return;
    fprintf(out, "static const xy_child_place children_%s[] = {", n->snake);
    for (size_t i = 0; i < n->field_count; i++) {
        if (is_child(&n->fields[i]))
            fprintf(out, "{offsetof(xy_%s, %s), %d}, ", n->snake, n->fields[i].c_name, n->fields[i].type == LIST);
    }
    fputs("};\n", out);
}

static void print_words(FILE *out, const node *n)
{
    if (n->any_word || !n->words[0])
        return;
    fprintf(out, "static const uint16_t words_%s[] = {", n->snake);
    for (char **word = n->words; *word; word++)
        fprintf(out, "XY_TOKEN_KW_%s, ", *word);
    fputs("0};\n", out);
}

static void print_info(FILE *out, const node *n)
{
    const char *words = n->any_word ? "&any_word" : n->words[0] ? gen_format("words_%s", n->snake) : "no_words";
    const char *const texts[] = {n->name, n->group, n->doc, n->example, n->start};
    fprintf(out, "    [XY_NODE_%s] = {", n->upper);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        gen_print_string(out, texts[i]);
        fputs(", ", out);
    }
    size_t children = child_count(n);
    fprintf(out, "sizeof(xy_%s), %zu, %s%s, %zu, %s%s, %s},\n", n->snake, n->field_count, n->field_count ? "fields_" : "NULL", n->field_count ? n->snake : "",
            children, children ? "children_" : "NULL", children ? n->snake : "", words);
}

static void print_constructor(FILE *out, const node *n)
{
    fputc('\n', out);
    print_signature(out, n);
    fprintf(out, "\n{\n    xy_%s *n = (xy_%s *)xy_node_new(builder, XY_NODE_%s, sizeof *n, span);\n", n->snake, n->snake, n->upper);
    for (size_t i = 0; i < n->field_count; i++)
        fprintf(out, "    n->%s = %s;\n", n->fields[i].c_name, n->fields[i].c_name);
    fputs("    return xy_node_checked(&n->node);\n}\n", out);
}

static void print_source(FILE *out, const grammar *g)
{
    fputs("/* Made from grammar/nodes.yml by xy_gen: do not edit. */\n"
          "#include \"syntax/builder.h\"\n#include \"syntax/keyword.h\"\n#include <stddef.h>\n\n"
          "static const uint16_t any_word = XY_ANY_WORD, no_words[] = {0};\n",
          out);
    print_kind_lists(out, g);
    for (size_t i = 0; i < g->count; i++)
        print_field_table(out, &g->nodes[i]);
    for (size_t i = 0; i < g->count; i++)
        print_children(out, &g->nodes[i]);
    for (size_t i = 0; i < g->count; i++)
        print_words(out, &g->nodes[i]);
    fprintf(out, "\nconst uint16_t xy_node_kind_count = %zu;\n\nconst xy_node_info xy_node_infos[] = {\n", g->count + 1);
    fputs("    [XY_NODE_NONE] = {\"\", \"\", \"\", \"\", \"\", 0, 0, NULL, 0, NULL, no_words},\n", out);
    for (size_t i = 0; i < g->count; i++)
        print_info(out, &g->nodes[i]);
    fputs("};\n", out);
    for (size_t i = 0; i < g->count; i++)
        print_constructor(out, &g->nodes[i]);
}

int gen_nodes(int argc, char **argv)
{
    grammar g = {0};
    (void)argc;
    read_grammar(&g, argv[0]);
    if (gen_error_count() == 0) {
        print_header(gen_output_open(argv[1], "nodes.h"), &g);
        print_source(gen_output_open(argv[1], "nodes.c"), &g);
    }
    return gen_finish();
}
