/* Which findings there are, which are wanted, and the walk over the unit. */
#include "lint/check.h"

static const int checks[XY_LINT_COUNT] = {
    XY_MSG_EQUALS_NULL,         XY_MSG_EQUALS_EMPTY,          XY_MSG_UNKNOWN_NAME,    XY_MSG_WRONG_ARGUMENTS,  XY_MSG_COMPARED_TYPES, XY_MSG_SHADOWED_VARIABLE,
    XY_MSG_UNREACHABLE_HANDLER, XY_MSG_UNREACHABLE_STATEMENT, XY_MSG_UNUSED_VARIABLE, XY_MSG_UNUSED_PARAMETER, XY_MSG_UNUSED_CURSOR,  XY_MSG_INTO_COUNT,
};

typedef void (*looker)(lint_unit *u, const xy_node *node);

static const looker lookers[XY_NODE_COUNT] = {
    [XY_NODE_BINARY] = lint_comparison,
    [XY_NODE_SET_ITEM] = lint_shadowed,
    [XY_NODE_CALL] = lint_call,
    [XY_NODE_PROCEDURE_CALL] = lint_procedure_call,
    [XY_NODE_QUERY_BLOCK] = lint_into,
    [XY_NODE_FETCH] = lint_into,
    [XY_NODE_HANDLER] = lint_statements,
    [XY_NODE_IF] = lint_statements,
    [XY_NODE_IF_BRANCH] = lint_statements,
    [XY_NODE_CASE_STATEMENT] = lint_statements,
    [XY_NODE_CASE_BRANCH] = lint_statements,
    [XY_NODE_LOOP] = lint_statements,
    [XY_NODE_WHILE_LOOP] = lint_statements,
    [XY_NODE_FOR_LOOP] = lint_statements,
    [XY_NODE_CURSOR_LOOP] = lint_statements,
    [XY_NODE_ITERATOR_LOOP] = lint_statements,
    [XY_NODE_BLOCK] = lint_handlers,
    [XY_NODE_CREATE_PACKAGE_BODY] = lint_handlers,
    [XY_NODE_VARIABLE_DECL] = lint_declarations,
    [XY_NODE_CURSOR_DECL] = lint_declarations,
    [XY_NODE_PARAMETER] = lint_declarations,
};

/* The name of a finding is its message's with dashes. */
static bool is_name(int message, xy_str name)
{
    const char *id = xy_messages[message].id;
    if (strlen(id) != name.length)
        return false;
    for (uint32_t i = 0; i < name.length; i++)
        if (name.data[i] != (id[i] == '_' ? '-' : id[i]))
            return false;
    return true;
}

static bool word_matches(int message, xy_str word)
{
    xy_str code = xy_str_from(xy_messages[message].code);
    return is_name(message, word) || (word.length && word.length <= code.length && memcmp(word.data, code.data, word.length) == 0);
}

/* The next word of a list of words between commas or blanks; empty at the end. */
static xy_str next_word(xy_str *rest)
{
    uint32_t from = 0, to;
    while (from < rest->length && (rest->data[from] == ',' || xy_char_is_blank(rest->data[from])))
        from++;
    for (to = from; to < rest->length && rest->data[to] != ',' && !xy_char_is_blank(rest->data[to]);)
        to++;
    xy_str word = {rest->data + from, to - from};
    *rest = (xy_str){rest->data + to, rest->length - to};
    return word;
}

static bool list_has(xy_str list, int message)
{
    for (xy_str word = next_word(&list); word.length; word = next_word(&list))
        if (word_matches(message, word))
            return true;
    return false;
}

bool xy_lint_list_known(xy_str list)
{
    for (xy_str word = next_word(&list); word.length; word = next_word(&list)) {
        bool known = false;
        for (int i = 0; i < XY_LINT_COUNT; i++)
            known = known || word_matches(checks[i], word);
        if (!known)
            return false;
    }
    return true;
}

bool xy_lint_set(xy_lint *lint, xy_str name, xy_str level)
{
    static const struct {
        const char *name;
        int level;
    } levels[] = {{"off", -1}, {"info", XY_NOTE}, {"warning", XY_WARNING}, {"error", XY_ERROR}};
    for (int i = 0; i < XY_LINT_COUNT; i++)
        for (size_t l = 0; is_name(checks[i], name) && l < sizeof levels / sizeof *levels; l++)
            if (xy_str_is(level, levels[l].name)) {
                lint->given[i] = true;
                lint->level[i] = levels[l].level;
                return true;
            }
    return false;
}

/* What is set for itself wins over the lists. */
static int level_of(const xy_lint *lint, int message)
{
    for (int i = 0; i < XY_LINT_COUNT; i++)
        if (checks[i] == message && lint->given[i])
            return lint->level[i];
    if (list_has(lint->ignore, message) || (lint->select.length && !list_has(lint->select, message)))
        return -1;
    return (int)xy_messages[message].severity;
}

void lint_report(const lint_unit *u, int message, const xy_node *at, const char *name, xy_str text, const char *name2, xy_str text2)
{
    int level = level_of(u->lint, message);
    const xy_source *source = u->a->source;
    if (level < 0)
        return;
    uint32_t last = at->last > at->first ? at->last - 1 : at->first;
    while (last > at->first && xy_token_is_trivia(source->tokens[last].kind))
        last--;
    uint32_t from = source->tokens[at->first].offset, to = source->tokens[last].offset + source->tokens[last].length;
    const char *first = xy_arena_copy(u->arena, text.data, text.length), *second = xy_arena_copy(u->arena, text2.data, text2.length);
    xy_diags_add(u->diags, message, from, to - from, name, first, name2, second, NULL);
    u->diags->list.items[u->diags->list.count - 1].severity = (xy_severity)level;
}

xy_str lint_text(const lint_unit *u, const xy_node *node)
{
    const xy_source *source = u->a->source;
    uint32_t last = node->last - 1;
    while (last > node->first && xy_token_is_trivia(source->tokens[last].kind))
        last--;
    uint32_t from = source->tokens[node->first].offset;
    return (xy_str){source->text.data + from, source->tokens[last].offset + source->tokens[last].length - from};
}

const xy_node *lint_plain(const xy_node *node)
{
    while (node && node->kind == XY_NODE_PAREN)
        node = XY_AS(paren, node)->inner;
    return node;
}

static bool visit(xy_node *node, void *data)
{
    if (node->kind == XY_NODE_BOGUS)
        return true;
    if (lookers[node->kind])
        lookers[node->kind](data, node);
    return xy_node_each_child(node, visit, data);
}

void xy_lint_unit(const xy_lint *lint, const xy_analysis *a, xy_arena *arena, xy_diags *diags)
{
    lint_unit u = {.lint = lint, .a = a, .arena = arena, .diags = diags};
    if (!lint->on || !a->unit->tree || a->unit->state != XY_UNIT_PARSED || (a->unit->tree->flags & XY_FLAG_BROKEN))
        return;
    xy_map_init(&u.loose, arena);
    lint_note_loose(&u);
    visit(a->unit->tree, &u);
    xy_map_init(&u.unknown, arena);
    if (lint->complete)
        lint_unknown_names(&u);
}
