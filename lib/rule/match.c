/* Matching patterns on trees: one recursive comparison over the field table. */
#include "rule/rule_set.h"
#include "syntax/keyword.h"

#include <string.h>

typedef struct matcher {
    const xy_scene *scene;
    const xy_pattern *pattern;
    xy_bindings *bindings;
} matcher;

static bool match_node(const matcher *m, const xy_node *p, const xy_node *code);

const xy_node *xy_without_parens(const xy_node *node)
{
    while (node->kind == XY_NODE_PAREN)
        node = XY_AS(paren, node)->inner;
    return node;
}

/* ---- names ---- */

const xy_node *xy_name_node(const xy_node *node)
{
    switch (node->kind) {
    case XY_NODE_NAME: return node;
    case XY_NODE_CALL: return xy_name_node(XY_AS(call, node)->callee);
    case XY_NODE_PROCEDURE_CALL: return xy_name_node(XY_AS(procedure_call, node)->call);
    case XY_NODE_TABLE_NAME: return XY_AS(table_name, node)->name;
    case XY_NODE_DATA_TYPE: return XY_AS(data_type, node)->name;
    default: return NULL;
    }
}

xy_str xy_name_of(const xy_scene *scene, const xy_node *node, const xy_node **name)
{
    const xy_node *found = xy_name_node(node);
    if (name)
        *name = found;
    if (!found || found->kind != XY_NODE_NAME)
        return (xy_str){0};
    xy_token_list parts = XY_AS(name, found)->parts;
    xy_buffer text;
    if (parts.count == 1)
        return xy_token_name(scene->source, parts.items[0], scene->arena);
    xy_buffer_init(&text, scene->arena);
    for (uint32_t i = 0; i < parts.count; i++) {
        if (i > 0)
            xy_buffer_add_char(&text, '.');
        xy_buffer_add_str(&text, xy_token_name(scene->source, parts.items[i], scene->arena));
    }
    return xy_buffer_str(&text);
}

static bool is_brought_by_oracle(const xy_symbol *symbol)
{
    return symbol->kind == XY_SYM_BUILTIN || symbol->kind == XY_SYM_PSEUDOCOLUMN || symbol->supplied || xy_str_equal(symbol->schema, XY_STR("SYS"));
}

bool xy_is_oracles(const xy_scene *scene, const xy_node *name)
{
    if (!scene->analysis)
        return true;
    const xy_symbol *symbol = xy_info_of(scene->analysis, name)->symbol;
    const xy_node *parent = name->parent;
    if (!symbol && parent && parent->kind == XY_NODE_CALL && XY_AS(call, parent)->callee == name)
        symbol = xy_info_of(scene->analysis, parent)->symbol;
    return !symbol || is_brought_by_oracle(symbol);
}

static const xy_str oracle_schemas[] = {{"SYS", 3}, {"STANDARD", 8}};

bool xy_name_fits(xy_str name, xy_str pattern)
{
    for (size_t i = 0; i < sizeof oracle_schemas / sizeof *oracle_schemas; i++) {
        uint32_t length = oracle_schemas[i].length;
        if (name.length > length + 1 && name.data[length] == '.' && memcmp(name.data, oracle_schemas[i].data, length) == 0) {
            name.data += length + 1;
            name.length -= length + 1;
        }
    }
    bool any = pattern.length > 2 && memcmp(pattern.data + pattern.length - 2, ".*", 2) == 0;
    if (!any)
        return xy_str_equal_nocase(name, pattern);
    pattern.length -= 1; /* with the dot */
    name.length = name.length > pattern.length ? pattern.length : 0;
    return xy_str_equal_nocase(name, pattern);
}

/* ---- variables ---- */

static bool same_tokens(const xy_source *source, xy_span a, xy_span b)
{
    uint32_t i = a.first, j = b.first;
    for (;;) {
        while (i < a.last && xy_token_is_trivia(source->tokens[i].kind))
            i++;
        while (j < b.last && xy_token_is_trivia(source->tokens[j].kind))
            j++;
        if (i >= a.last || j >= b.last)
            return i >= a.last && j >= b.last;
        if (!xy_token_equal(source, i++, source, j++))
            return false;
    }
}

static bool bind(const matcher *m, int variable, xy_hole_value value, xy_nodes list)
{
    if (variable >= XY_RULE_MAX_VARIABLES) /* $_ */
        return true;
    xy_bindings *b = m->bindings;
    xy_hole_value *old = &b->values[variable];
    if (b->bound >> variable & 1) {
        const xy_source *source = m->scene->source;
        if (old->node && value.node)
            return xy_node_equal(source, xy_without_parens(old->node), source, xy_without_parens(value.node));
        return same_tokens(source, old->span, value.span);
    }
    b->bound |= UINT32_C(1) << variable;
    *old = value;
    b->lists[variable] = list;
    return true;
}

static bool bind_node(const matcher *m, int variable, const xy_node *code)
{
    return bind(m, variable, (xy_hole_value){.node = code, .span = {code->first, code->last}}, (xy_nodes){0});
}

/** Number of the variable that is this token of the pattern; XY_RULE_MAX_VARIABLES for `$_`. */
static int variable_of(const matcher *m, uint32_t pattern_token)
{
    int index = xy_hole_index(xy_token_text(m->pattern->source, pattern_token), m->pattern->names, *m->pattern->name_count);
    return index < 0 ? XY_RULE_MAX_VARIABLES : index;
}

static bool bind_span(const matcher *m, uint32_t pattern_token, uint32_t first, uint32_t last)
{
    return bind(m, variable_of(m, pattern_token), (xy_hole_value){.span = {first, last}}, (xy_nodes){0});
}

static bool bind_list(const matcher *m, int variable, xy_node **items, uint32_t count)
{
    xy_span span = {0, 0};
    if (count > 0)
        span = (xy_span){items[0]->first, items[count - 1]->last};
    return bind(m, variable, (xy_hole_value){.span = span}, (xy_nodes){items, count});
}

/* ---- comparison ---- */

static bool is_hole_token(const matcher *m, uint32_t token)
{
    uint16_t kind = m->pattern->source->tokens[token].kind;
    return kind == XY_TOKEN_HOLE || kind == XY_TOKEN_HOLES;
}

static bool same_name(const matcher *m, uint32_t p, uint32_t code)
{
    return xy_token_equal(m->pattern->source, p, m->scene->source, code);
}

static bool is_schema_of_oracle(const matcher *m, uint32_t code)
{
    for (size_t i = 0; i < sizeof oracle_schemas / sizeof *oracle_schemas; i++)
        if (xy_token_name_is(m->scene->source, code, oracle_schemas[i]))
            return true;
    return false;
}

/** A variable as first part stands for one or more parts; without variables the name must be one that Oracle brings. */
static bool match_name(const matcher *m, const xy_node *p, const xy_node *code)
{
    const xy_name *pattern = XY_AS(name, p), *name = XY_AS(name, code);
    if (!pattern->dblink != !name->dblink || (pattern->dblink && !match_node(m, pattern->dblink, name->dblink)))
        return false;
    xy_token_list want = pattern->parts, have = name->parts;
    bool holes = false;
    if (have.count < want.count)
        return false;
    uint32_t extra = have.count - want.count;
    if (extra > 0 && !is_hole_token(m, want.items[0])) {
        if (extra > 1 || !is_schema_of_oracle(m, have.items[0]))
            return false;
    }
    for (uint32_t i = want.count; i-- > 0;) {
        uint32_t token = have.items[i + extra], first = i == 0 ? have.items[0] : token;
        if (!is_hole_token(m, want.items[i])) {
            if (!same_name(m, want.items[i], token))
                return false;
            continue;
        }
        holes = true;
        if (!bind_span(m, want.items[i], first, token + 1))
            return false;
    }
    return holes || xy_is_oracles(m->scene, code);
}

/** Tokens that make no difference: the pattern need not have them. */
static bool is_optional_word(const xy_field_info *field)
{
    static const char *const words[] = {"as", "hint", "end_name", "end_label", "assign", "is"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcmp(field->name, words[i]) == 0)
            return true;
    return false;
}

static bool match_token(const matcher *m, uint32_t p, uint32_t code, const xy_field_info *field)
{
    if (is_optional_word(field) && (p == XY_NO_TOKEN || !is_hole_token(m, p)))
        return true;
    if (p == XY_NO_TOKEN || code == XY_NO_TOKEN)
        return p == code;
    if (is_hole_token(m, p))
        return bind_span(m, p, code, code + 1);
    return xy_token_equal(m->pattern->source, p, m->scene->source, code);
}

static bool match_tokens(const matcher *m, xy_token_list p, xy_token_list code, const xy_field_info *field)
{
    if (p.count != code.count)
        return false;
    for (uint32_t i = 0; i < p.count; i++)
        if (!match_token(m, p.items[i], code.items[i], field))
            return false;
    return true;
}

static bool match_list(const matcher *m, xy_nodes p, xy_nodes code)
{
    uint32_t at = 0; /* of `$...xs` */
    while (at < p.count && !m->pattern->lists[p.items[at]->id])
        at++;
    if (at == p.count ? code.count != p.count : code.count + 1 < p.count)
        return false;
    for (uint32_t i = 0; i < at; i++)
        if (!match_node(m, p.items[i], code.items[i]))
            return false;
    if (at == p.count)
        return true;
    uint32_t after = p.count - at - 1, middle = code.count - at - after;
    for (uint32_t i = 0; i < after; i++)
        if (!match_node(m, p.items[at + 1 + i], code.items[at + middle + i]))
            return false;
    return bind_list(m, m->pattern->holes[p.items[at]->id], code.items + at, middle);
}

static bool match_field(const matcher *m, const xy_field_info *field, const xy_node *p, const xy_node *code)
{
    switch ((xy_field_type)field->type) {
    case XY_FIELD_NODE: {
        const xy_node *pattern = xy_field_node(p, field), *node = xy_field_node(code, field);
        if (pattern && !node)
            return m->pattern->lists[pattern->id] && bind_list(m, m->pattern->holes[pattern->id], NULL, 0);
        return pattern ? match_node(m, pattern, node) : !node;
    }
    case XY_FIELD_LIST: return match_list(m, xy_field_list(p, field), xy_field_list(code, field));
    case XY_FIELD_TOKEN: return match_token(m, xy_field_token(p, field), xy_field_token(code, field), field);
    case XY_FIELD_TOKENS: return match_tokens(m, xy_field_tokens(p, field), xy_field_tokens(code, field), field);
    case XY_FIELD_ENUM:
    case XY_FIELD_FLAG: return xy_field_byte(p, field) == xy_field_byte(code, field);
    }
    return false;
}

static bool match_node(const matcher *m, const xy_node *p, const xy_node *code)
{
    int variable = m->pattern->holes[p->id];
    if (variable >= 0) {
        xy_node *node = (xy_node *)(uintptr_t)code;
        if (!m->pattern->lists[p->id])
            return bind_node(m, variable, code);
        xy_node **one = XY_NEW(m->scene->arena, xy_node *);
        *one = node;
        return bind_list(m, variable, one, 1);
    }
    if (p->kind != XY_NODE_PAREN)
        code = xy_without_parens(code);
    if (p->kind != code->kind)
        return false;
    xy_vec_push(m->scene->arena, &m->bindings->structure, (xy_node *)(uintptr_t)code);
    if (p->kind == XY_NODE_NAME)
        return match_name(m, p, code);
    const xy_node_info *info = &xy_node_infos[p->kind];
    for (uint16_t i = 0; i < info->field_count; i++)
        if (!match_field(m, &info->fields[i], p, code))
            return false;
    return xy_node_loose_equal(m->pattern->source, p, m->scene->source, code);
}

bool xy_pattern_match(const xy_scene *scene, const xy_pattern *pattern, const xy_node *code, xy_bindings *bindings)
{
    matcher m = {scene, pattern, bindings};
    return code->kind == pattern->root->kind && !(code->flags & XY_FLAG_BROKEN) && match_node(&m, pattern->root, code);
}
