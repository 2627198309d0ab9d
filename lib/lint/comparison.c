/* Comparisons that are never true, that convert, or that compare a column with itself. */
#include "lint/check.h"

static bool is_comparison(const xy_node *node)
{
    switch (XY_AS(binary, node)->op) {
    case XY_BINARY_OP_EQ:
    case XY_BINARY_OP_NE:
    case XY_BINARY_OP_LT:
    case XY_BINARY_OP_LE:
    case XY_BINARY_OP_GT:
    case XY_BINARY_OP_GE: return true;
    default: return false;
    }
}

static bool is_empty_string(const lint_unit *u, const xy_node *node)
{
    return node->kind == XY_NODE_STRING_LITERAL && xy_token_string(u->a->source, XY_AS(string_literal, node)->value, u->arena).length == 0;
}

/* A text that stands for a number, as '12' or ' -1.5 '. */
static bool is_numeric_text(xy_str text)
{
    bool digits = false;
    text = xy_str_trim(text);
    for (uint32_t i = 0; i < text.length; i++) {
        char c = text.data[i];
        digits = digits || (c >= '0' && c <= '9');
        if (!(c >= '0' && c <= '9') && c != '.' && !(i == 0 && (c == '-' || c == '+')))
            return false;
    }
    return digits;
}

/* ---- types ---- */

typedef enum class { NO_CLASS, NUMERIC, CHARACTER, DATETIME, TRUTH, INTERVAL } class;

static class class_of(xy_family family)
{
    if (xy_is_number_family(family))
        return NUMERIC;
    if (family == XY_FAMILY_VARCHAR || family == XY_FAMILY_CHAR)
        return CHARACTER;
    if (xy_is_datetime_family(family))
        return DATETIME;
    if (family == XY_FAMILY_INTERVAL_DS || family == XY_FAMILY_INTERVAL_YM)
        return INTERVAL;
    return family == XY_FAMILY_BOOLEAN ? TRUTH : NO_CLASS;
}

/* Texts that are compared with numbers are converted where the number decides; a literal that is a number converts the same everywhere. */
static void report_types(const lint_unit *u, const xy_node *node, const xy_node *left, const xy_node *right)
{
    class a = class_of(xy_family_of(u->a, left)), b = class_of(xy_family_of(u->a, right));
    if (a == NO_CLASS || b == NO_CLASS || a == b)
        return;
    const xy_node *text = a == CHARACTER ? left : b == CHARACTER ? right : NULL, *literal = lint_plain(text);
    if (literal && literal->kind == XY_NODE_STRING_LITERAL && (a == NUMERIC || b == NUMERIC)
        && is_numeric_text(xy_token_string(u->a->source, XY_AS(string_literal, literal)->value, u->arena)))
        return;
    xy_str left_type = xy_type_text(u->arena, xy_info_of(u->a, left)->type), right_type = xy_type_text(u->arena, xy_info_of(u->a, right)->type);
    lint_report(u, XY_MSG_COMPARED_TYPES, node, "left", left_type, "right", right_type);
}

/* ---- a column instead of a variable ---- */

static bool is_variable(const xy_symbol *symbol)
{
    return symbol && (symbol->kind == XY_SYM_VARIABLE || symbol->kind == XY_SYM_CONSTANT || symbol->kind == XY_SYM_PARAMETER);
}

/* The simple name of a column, while PL/SQL around the statement has a variable of that name. */
static bool is_shadowing(const lint_unit *u, const xy_node *name)
{
    if (name->kind != XY_NODE_NAME || XY_AS(name, name)->parts.count != 1 || !xy_info_of(u->a, name)->in_sql)
        return false;
    const xy_symbol *column = xy_info_of(u->a, name)->symbol;
    xy_str part = xy_token_name(u->a->source, XY_AS(name, name)->parts.items[0], u->arena);
    return column && column->kind == XY_SYM_COLUMN && is_variable(xy_sema_lookup_plsql(u->a, name, &part, 1));
}

static void report_shadowed(const lint_unit *u, const xy_node *node, const xy_node *left, const xy_node *right)
{
    const xy_symbol *column = left->kind == XY_NODE_NAME ? xy_info_of(u->a, left)->symbol : NULL;
    if (!column || right->kind != XY_NODE_NAME || xy_info_of(u->a, right)->symbol != column || !is_shadowing(u, right))
        return;
    bool same_table = left->kind == XY_NODE_NAME && xy_sema_column_table(u->a, left) == xy_sema_column_table(u->a, right);
    if (same_table)
        lint_report(u, XY_MSG_SHADOWED_VARIABLE, node, "name", lint_text(u, right), "column", column->name);
}

void lint_shadowed(lint_unit *u, const xy_node *node)
{
    const xy_set_item *set = XY_AS(set_item, node);
    if (set->targets.count != 1 || !set->value)
        return;
    const xy_symbol *column = xy_info_of(u->a, set->targets.items[0])->symbol;
    const xy_node *value = lint_plain(set->value);
    if (column && value->kind == XY_NODE_NAME && xy_info_of(u->a, value)->symbol == column && is_shadowing(u, value))
        lint_report(u, XY_MSG_SHADOWED_VARIABLE, node, "name", lint_text(u, value), "column", column->name);
}

void lint_comparison(lint_unit *u, const xy_node *node)
{
    const xy_binary *b = XY_AS(binary, node);
    if (!is_comparison(node) || b->quantifier != XY_NO_TOKEN)
        return;
    const xy_node *left = lint_plain(b->left), *right = lint_plain(b->right);
    if (left->kind == XY_NODE_NULL_LITERAL || right->kind == XY_NODE_NULL_LITERAL)
        lint_report(u, XY_MSG_EQUALS_NULL, node, "text", lint_text(u, node), "is", b->op == XY_BINARY_OP_NE ? XY_STR("IS NOT NULL") : XY_STR("IS NULL"));
    else if (is_empty_string(u, left) || is_empty_string(u, right))
        lint_report(u, XY_MSG_EQUALS_EMPTY, node, "text", lint_text(u, node), "is", b->op == XY_BINARY_OP_NE ? XY_STR("IS NOT NULL") : XY_STR("IS NULL"));
    else
        report_types(u, node, b->left, b->right);
    if (b->op == XY_BINARY_OP_EQ)
        report_shadowed(u, node, left, right);
}
