/* Variables, parameters and cursors that nothing in their unit uses; names that nothing declares. */
#include "lint/check.h"

/* ---- words that may mean a variable although no symbol says so ---- */

static void note_words(lint_unit *u, const xy_node *node)
{
    const xy_source *source = u->a->source;
    for (uint32_t i = node->first; i < node->last; i++) {
        if (!xy_token_is_word(source->tokens[i].kind))
            continue;
        xy_str word = xy_token_name(source, i, u->arena);
        xy_map_put(&u->loose, word, (void *)(uintptr_t)node);
    }
}

/* Clauses that are kept as tokens, types and anchors, names that are not known or may mean a column as well. */
static bool visit_loose(xy_node *node, void *data)
{
    lint_unit *u = data;
    const xy_info *info = xy_info_of(u->a, node);
    bool leaf = xy_node_infos[node->kind].child_count == 0;
    bool unsure = (node->kind == XY_NODE_NAME || node->kind == XY_NODE_FIELD) && (!info->symbol || info->maybe_column || info->symbol->kind == XY_SYM_COLUMN);
    bool tokens = leaf && node->kind != XY_NODE_NUMBER_LITERAL && node->kind != XY_NODE_STRING_LITERAL;
    if (unsure || node->kind == XY_NODE_DATA_TYPE || node->kind == XY_NODE_OPAQUE || node->kind == XY_NODE_FORALL || (tokens && node->kind != XY_NODE_NULL))
        note_words(u, node);
    return xy_node_each_child(node, visit_loose, u);
}

void lint_note_loose(lint_unit *u)
{
    visit_loose(u->a->unit->tree, u);
}

static bool is_used(const lint_unit *u, const xy_symbol *symbol)
{
    return symbol->use_count > 0 || symbol->is_written || symbol->is_captured || xy_map_get(&u->loose, symbol->name);
}

/* ---- declarations ---- */

/* A routine that does nothing yet, or only says so, leaves its parameters alone. */
static bool does_something(const xy_node *routine)
{
    const xy_node *body = XY_AS(routine, routine)->body;
    if (!body || body->kind != XY_NODE_BLOCK)
        return false;
    xy_nodes stmts = XY_AS(block, body)->stmts;
    return stmts.count > 1 || (stmts.count == 1 && stmts.items[0]->kind != XY_NODE_NULL && stmts.items[0]->kind != XY_NODE_RAISE);
}

/* The parameters of an SQL macro stand in the text that it returns. */
static bool is_sql_macro(const lint_unit *u, const xy_node *routine)
{
    xy_nodes clauses = XY_AS(routine, routine)->clauses;
    for (uint32_t i = 0; i < clauses.count; i++)
        if (clauses.items[i]->kind == XY_NODE_ROUTINE_CLAUSE
            && xy_str_equal_nocase(xy_token_text(u->a->source, XY_AS(routine_clause, clauses.items[i])->head), XY_STR("SQL_MACRO")))
            return true;
    return false;
}

/* What the specification of a package declares is for others. */
static bool is_public(const xy_symbol *symbol)
{
    const xy_symbol *declared = symbol->owner && symbol->owner->members ? xy_map_get(symbol->owner->members, symbol->name) : NULL;
    return symbol->is_public || (declared && declared->is_public);
}

static bool is_of_type_body(const xy_node *node)
{
    return xy_node_enclosing(node, XY_NODE_CREATE_TYPE_BODY) != NULL;
}

static bool may_be_unused(const lint_unit *u, const xy_node *node)
{
    const xy_node *parent = node->parent;
    if (!parent)
        return false;
    if (node->kind == XY_NODE_PARAMETER)
        return parent->kind == XY_NODE_CURSOR_DECL
                   ? XY_AS(cursor_decl, parent)->query != NULL
                   : parent->kind == XY_NODE_ROUTINE && does_something(parent) && !is_of_type_body(parent) && !is_sql_macro(u, parent);
    return parent->kind == XY_NODE_BLOCK || parent->kind == XY_NODE_CREATE_PACKAGE_BODY;
}

void lint_declarations(lint_unit *u, const xy_node *node)
{
    static const struct {
        uint16_t kind;
        int message;
    } messages[] = {{XY_NODE_VARIABLE_DECL, XY_MSG_UNUSED_VARIABLE}, {XY_NODE_PARAMETER, XY_MSG_UNUSED_PARAMETER}, {XY_NODE_CURSOR_DECL, XY_MSG_UNUSED_CURSOR}};
    const xy_symbol *symbol = xy_info_of(u->a, node)->symbol;
    if (!symbol || !may_be_unused(u, node) || is_public(symbol) || is_used(u, symbol))
        return;
    for (size_t i = 0; i < sizeof messages / sizeof *messages; i++)
        if (messages[i].kind == node->kind)
            lint_report(u, messages[i].message, node, "name", symbol->name, "kind", xy_str_from(xy_symbol_kind_name(symbol->kind)));
}

/* ---- names that are not known ---- */

static void report_unknown(void *data, const xy_node *name, xy_unresolved_kind kind)
{
    static const char *const kinds[] = {"table or view", "routine", "type", "name"};
    lint_unit *u = data;
    xy_str text = xy_str_upper(u->arena, lint_text(u, name));
    if (xy_map_get(&u->unknown, text))
        return;
    xy_map_put(&u->unknown, text, u);
    lint_report(u, XY_MSG_UNKNOWN_NAME, name, "name", lint_text(u, name), "kind", xy_str_from(kinds[kind]));
}

void lint_unknown_names(lint_unit *u)
{
    xy_sema_each_unresolved(u->a, report_unknown, u);
}
