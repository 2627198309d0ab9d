/* Compiling patterns: Oracle text with variables, parsed by the grammar itself. */
#include "rule/rule_set.h"
#include "syntax/keyword.h"

#include <string.h>

static const struct {
    const char *name;
    xy_start start;
} starts[] = {
    {"expression", XY_START_EXPRESSION},   {"statement", XY_START_STATEMENT}, {"query", XY_START_QUERY}, {"table", XY_START_TABLE}, {"type", XY_START_TYPE},
    {"declaration", XY_START_DECLARATION}, {"unit", XY_START_UNIT},
};

typedef struct compiler {
    xy_arena *arena;
    xy_source *source;
    xy_pattern *pattern;
    xy_str *names, *error;
    uint32_t *name_count;
    bool good;
} compiler;

static bool refuse(compiler *c, const char *message, xy_str what)
{
    if (c->good)
        *c->error = xy_str_format(c->arena, message, XY_STR_ARG(what));
    return c->good = false;
}

/* ---- variables ---- */

static void add_variable(compiler *c, uint32_t token)
{
    static const char *const refused[] = {"if", "then", "else", "elsif", "end", "error", "node"};
    xy_str text = xy_token_text(c->source, token);
    xy_str name = {text.data + 1, text.length - 1};
    if (c->source->tokens[token].kind == XY_TOKEN_HOLES)
        name = (xy_str){text.data + 4, text.length - 4};
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
        if (xy_str_equal_nocase(name, xy_str_from(refused[i])))
            refuse(c, "the variable $%.*s has the name of a directive of conditional compilation (or is `node`)", name);
    if (xy_str_equal(name, XY_STR("_")) || xy_hole_index(text, c->names, *c->name_count) >= 0)
        return;
    if (*c->name_count == XY_RULE_MAX_VARIABLES)
        refuse(c, "too many variables: $%.*s", name);
    else
        c->names[(*c->name_count)++] = name;
}

static bool is_hole(const xy_source *source, uint32_t token)
{
    return source->tokens[token].kind == XY_TOKEN_HOLE || source->tokens[token].kind == XY_TOKEN_HOLES;
}

/** Is the node exactly one variable (with the `;` of a statement)? */
static bool is_variable(const compiler *c, const xy_node *node)
{
    if (node->first >= node->last || !is_hole(c->source, node->first))
        return false;
    for (uint32_t i = node->first + 1; i < node->last; i++)
        if (!xy_token_is_trivia(c->source->tokens[i].kind) && c->source->tokens[i].kind != XY_TOKEN_SEMICOLON)
            return false;
    return true;
}

static bool mark_variables(xy_node *node, void *data)
{
    compiler *c = data;
    if (!is_variable(c, node))
        return xy_node_each_child(node, mark_variables, c);
    c->pattern->lists[node->id] = c->source->tokens[node->first].kind == XY_TOKEN_HOLES;
    int index = xy_hole_index(xy_token_text(c->source, node->first), c->names, *c->name_count);
    c->pattern->holes[node->id] = (int8_t)(index < 0 ? XY_RULE_MAX_VARIABLES : index); /* $_: anything, not kept */
    return true;
}

/* ---- parsing ---- */

static const xy_node *parse_as(compiler *c, xy_start start, uint32_t *node_count, xy_diags *diags)
{
    /* The parser notes in the tokens what it took them for: each try starts from fresh ones. */
    xy_syntax_lex_pattern(c->source, c->arena, diags);
    return diags->list.count ? NULL : xy_syntax_parse_fragment(c->source, c->arena, start, node_count, diags);
}

static void explain(compiler *c, const xy_diags *diags)
{
    const xy_diag *first = diags->list.count ? &diags->list.items[0] : NULL;
    xy_str reason = first ? first->message_en : XY_STR("it does not parse");
    if (first)
        reason = xy_str_format(c->arena, "at byte %u: %.*s", first->offset + 1, XY_STR_ARG(reason));
    refuse(c, "this pattern is no Oracle text that fits here: %.*s", reason);
}

static const xy_node *parse(compiler *c, const char *start, uint32_t *node_count)
{
    static const xy_start with_semicolon[] = {XY_START_STATEMENT, XY_START_UNIT}, without[] = {XY_START_EXPRESSION, XY_START_QUERY, XY_START_UNIT};
    xy_diags diags, first_diags = {0};
    xy_str text = c->source->text;
    while (text.length > 0 && strchr(" \t\r\n", text.data[text.length - 1]))
        text.length--;
    bool ends = text.length > 0 && text.data[text.length - 1] == ';';
    const xy_start *tries = ends ? with_semicolon : without;
    size_t count = ends ? 2 : 3;
    xy_start chosen;
    for (size_t i = 0; start && i < sizeof starts / sizeof *starts; i++)
        if (strcmp(starts[i].name, start) == 0) {
            chosen = starts[i].start;
            tries = &chosen;
            count = 1;
        }
    for (size_t i = 0; i < count; i++) {
        xy_diags_init(&diags, c->arena);
        const xy_node *root = parse_as(c, tries[i], node_count, &diags);
        if (root)
            return root;
        if (i == 0)
            first_diags = diags;
    }
    explain(c, &first_diags);
    return NULL;
}

const xy_pattern *xy_pattern_compile(xy_arena *arena, xy_str text, const char *start, xy_str *names, uint32_t *name_count, xy_str *error)
{
    xy_pattern *pattern = XY_NEW(arena, xy_pattern);
    xy_source *source = XY_NEW(arena, xy_source);
    xy_diags diags;
    uint32_t node_count = 0;
    compiler c = {arena, source, pattern, names, error, name_count, true};
    xy_diags_init(&diags, arena);
    xy_source_decode(source, arena, XY_STR("pattern"), text, XY_ENCODING_UTF8, &diags);
    const xy_node *root = parse(&c, start, &node_count);
    if (!root)
        return NULL;
    pattern->source = source;
    pattern->root = root;
    pattern->names = names;
    pattern->name_count = name_count;
    pattern->holes = XY_NEW_ARRAY(arena, int8_t, node_count + 1);
    pattern->lists = XY_NEW_ARRAY(arena, bool, node_count + 1);
    memset(pattern->holes, -1, node_count + 1);
    for (uint32_t i = 0; i < source->token_count; i++) {
        if (is_hole(source, i))
            add_variable(&c, i);
        else
            pattern->weight += !xy_token_is_trivia(source->tokens[i].kind);
    }
    if (is_variable(&c, root))
        refuse(&c, "a pattern that is a variable alone would match everything: %.*s", text);
    mark_variables((xy_node *)(uintptr_t)root, &c);
    return c.good ? pattern : NULL;
}
