/* The vocabulary of `where`: one table of predicates, how their arguments are written, and what they ask. */
#include "rule/rule_set.h"
#include "syntax/keyword.h"

#include <string.h>

/** One question: about the node (null for something that is only tokens) or about the tokens. */
typedef struct subject {
    const xy_scene *scene;
    const xy_node *node;
    xy_span span;
    xy_nodes list; /**< of a list variable */
    bool is_list;
} subject;

/** How the arguments of a predicate are written. */
typedef enum shape {
    SHAPE_NONE,      /**< `in_sql` */
    SHAPE_VARIABLES, /**< `not_null: a` or `not_null: [a, b]`: each of them */
    SHAPE_TOGETHER,  /**< `same: [a, b]`: all of them together */
    SHAPE_VALUES,    /**< `type: {a: date, b: [number, float]}`, or `type: date` about the matched node */
    SHAPE_NAMED,     /**< `option: {runtime: orafce}` */
    SHAPE_VERSION,   /**< `version: ">= 15"` */
    SHAPE_PARTS      /**< `any: [...]`: predicates */
} shape;
typedef enum value_type { VALUE_TEXT, VALUE_FAMILY, VALUE_SYMBOL, VALUE_KIND, VALUE_RANGE } value_type;

struct xy_predicate_info {
    const char *name;
    shape form;
    value_type values;
    bool (*holds)(const subject *s, const xy_argument *a);
    bool (*together)(const subject *s, uint32_t count);
};

/* ---- types and values ---- */

static xy_family family_of(const subject *s)
{
    return s->node && s->scene->analysis ? xy_family_of(s->scene->analysis, s->node) : XY_FAMILY_UNKNOWN;
}

static bool has_type(const subject *s, const xy_argument *a)
{
    return a->bits >> family_of(s) & 1;
}

static bool converts_to(const subject *s, const xy_argument *a)
{
    uint8_t family = s->node && s->scene->analysis ? xy_info_of(s->scene->analysis, s->node)->convert_to : 0;
    return family != 0 && (a->bits >> family & 1);
}

/** Digits of a NUMBER, of a second, or length of a text, where the type says so. */
static bool precision_is(const subject *s, const xy_argument *a)
{
    const xy_type *type = s->node && s->scene->analysis ? xy_info_of(s->scene->analysis, s->node)->type : NULL;
    return type && type->precision >= 0 && (uint32_t)type->precision >= a->low && (uint32_t)type->precision <= a->high;
}

/** Digits behind the point, where the type says so. */
static bool scale_is(const subject *s, const xy_argument *a)
{
    const xy_type *type = s->node && s->scene->analysis ? xy_info_of(s->scene->analysis, s->node)->type : NULL;
    return type && type->scale >= 0 && (uint32_t)type->scale >= a->low && (uint32_t)type->scale <= a->high;
}

/** Families that mix without a conversion. */
static int group_of(xy_family family)
{
    if (xy_is_char_family(family))
        return XY_FAMILY_VARCHAR;
    return xy_is_number_family(family) ? XY_FAMILY_NUMBER : (int)family;
}

static bool same_family(const subject *s, uint32_t count)
{
    int group = XY_FAMILY_NULL;
    for (uint32_t i = 0; i < count; i++) {
        int one = group_of(family_of(&s[i]));
        if (one == XY_FAMILY_UNKNOWN || (one != XY_FAMILY_NULL && group != XY_FAMILY_NULL && one != group))
            return false;
        if (one != XY_FAMILY_NULL)
            group = one;
    }
    return true;
}

static bool same(const subject *s, uint32_t count)
{
    for (uint32_t i = 1; i < count; i++)
        if (!s[0].node || !s[i].node || !xy_node_equal(s[0].scene->source, xy_without_parens(s[0].node), s[0].scene->source, xy_without_parens(s[i].node)))
            return false;
    return true;
}

static xy_nullability null_of(const subject *s)
{
    return s->node && s->scene->analysis ? xy_null_of(s->scene->analysis, s->node) : XY_NULL_UNKNOWN;
}

static bool not_null(const subject *s, const xy_argument *a)
{
    (void)a;
    return null_of(s) == XY_NULL_NEVER;
}
static bool nullable(const subject *s, const xy_argument *a)
{
    (void)a;
    return null_of(s) != XY_NULL_NEVER;
}
static bool always_null(const subject *s, const xy_argument *a)
{
    (void)a;
    return null_of(s) == XY_NULL_ALWAYS;
}

static bool harmless(const subject *s, const xy_argument *a)
{
    (void)a;
    return s->node && s->scene->analysis && xy_sema_is_harmless(s->scene->analysis, s->node);
}

static bool integral(const subject *s, const xy_argument *a)
{
    (void)a;
    return s->node && s->scene->analysis && xy_info_of(s->scene->analysis, s->node)->integral;
}

/* ---- literals ---- */

/** The number literal below signs and parentheses, or null. */
static const xy_node *number_of(const subject *s, bool *negative)
{
    const xy_node *node = s->node ? xy_without_parens(s->node) : NULL;
    *negative = false;
    while (node && node->kind == XY_NODE_UNARY) {
        const xy_unary *unary = XY_AS(unary, node);
        if (unary->op != XY_UNARY_OP_MINUS && unary->op != XY_UNARY_OP_PLUS)
            return NULL;
        *negative ^= unary->op == XY_UNARY_OP_MINUS;
        node = xy_without_parens(unary->operand);
    }
    return node && node->kind == XY_NODE_NUMBER_LITERAL ? node : NULL;
}

static xy_str number_text(const subject *s, bool *negative)
{
    const xy_node *number = number_of(s, negative);
    return number ? xy_token_text(s->scene->source, XY_AS(number_literal, number)->value) : (xy_str){0};
}

static bool is_number(const subject *s, const xy_argument *a)
{
    bool negative;
    (void)a;
    return number_of(s, &negative) != NULL;
}

static bool is_integer(const subject *s, const xy_argument *a)
{
    bool negative;
    xy_str text = number_text(s, &negative);
    (void)a;
    for (uint32_t i = 0; i < text.length; i++)
        if (text.data[i] < '0' || text.data[i] > '9')
            return false;
    return text.length > 0;
}

static bool has_nonzero_digit(xy_str text)
{
    for (uint32_t i = 0; i < text.length && (text.data[i] | 32) != 'e'; i++)
        if (text.data[i] >= '1' && text.data[i] <= '9')
            return true;
    return false;
}

static bool is_nonzero(const subject *s, const xy_argument *a)
{
    bool negative;
    (void)a;
    return has_nonzero_digit(number_text(s, &negative));
}

static bool is_positive(const subject *s, const xy_argument *a)
{
    bool negative;
    xy_str text = number_text(s, &negative);
    (void)a;
    return !negative && has_nonzero_digit(text);
}

static bool is_literal(const subject *s, const xy_argument *a)
{
    static const uint16_t kinds[] = {XY_NODE_STRING_LITERAL, XY_NODE_DATETIME_LITERAL, XY_NODE_INTERVAL_LITERAL, XY_NODE_NULL_LITERAL, XY_NODE_BOOLEAN_LITERAL};
    const xy_node *node = s->node ? xy_without_parens(s->node) : NULL;
    for (size_t i = 0; node && i < sizeof kinds / sizeof *kinds; i++)
        if (node->kind == kinds[i])
            return true;
    return is_number(s, a);
}

/** Value of a string literal; false for other nodes. */
static bool string_value(const subject *s, xy_str *value)
{
    const xy_node *node = s->node ? xy_without_parens(s->node) : NULL;
    if (!node || node->kind != XY_NODE_STRING_LITERAL)
        return false;
    *value = xy_token_string(s->scene->source, XY_AS(string_literal, node)->value, s->scene->arena);
    return true;
}

static bool among(xy_str text, const xy_argument *a)
{
    for (uint32_t i = 0; i < a->value_count; i++)
        if (xy_str_equal_nocase(text, a->values[i]->text))
            return true;
    return false;
}

static bool literal_value(const subject *s, const xy_argument *a)
{
    xy_str value;
    bool negative;
    if (string_value(s, &value))
        return among(value, a);
    value = number_text(s, &negative);
    return value.length > 0 && among(negative ? xy_str_format(s->scene->arena, "-%.*s", XY_STR_ARG(value)) : value, a);
}

/** A string literal that holds one of these characters. */
static bool literal_has(const subject *s, const xy_argument *a)
{
    xy_str value;
    if (!string_value(s, &value))
        return false;
    for (uint32_t i = 0; i < a->value_count; i++) {
        xy_str wanted = a->values[i]->text;
        for (uint32_t at = 0; wanted.length > 0 && at + wanted.length <= value.length; at++)
            if (xy_str_equal((xy_str){value.data + at, wanted.length}, wanted))
                return true;
    }
    return false;
}

/** Value of a number literal of up to nine digits, its sign apart. */
static bool in_number_range(const subject *s, const xy_argument *a)
{
    bool negative;
    uint32_t value = 0;
    xy_str text = number_text(s, &negative);
    if (text.length > 9 || !is_integer(s, a))
        return false;
    for (uint32_t i = 0; i < text.length; i++)
        value = value * 10 + (uint32_t)(text.data[i] - '0');
    return value >= a->low && value <= a->high;
}

/* ---- format models ---- */

/** Elements of datetime formats, longer ones before those that they begin with. */
static const char *const format_elements[] = {
    "SYYYY", "SYEAR", "YYYY", "YEAR", "YYY",  "YY",   "Y,YYY", "Y",   "RRRR", "RR",   "IYYY", "IYY",   "IY",  "I",   "MONTH", "MON",  "MM", "MI",
    "RM",    "DAY",   "DDD",  "DD",   "DY",   "DL",   "DS",    "D",   "HH24", "HH12", "HH",   "SSSSS", "SS",  "SCC", "CC",    "A.D.", "AD", "A.M.",
    "AM",    "B.C.",  "BC",   "P.M.", "PM",   "FF1",  "FF2",   "FF3", "FF4",  "FF5",  "FF6",  "FF7",   "FF8", "FF9", "FF",    "FM",   "FX", "TZH",
    "TZM",   "TZR",   "TZD",  "TS",   "THSP", "SPTH", "TH",    "SP",  "EE",   "E",    "WW",   "W",     "IW",  "Q",   "J",     "X",
};

/** Length of the element at the front of `format`, or of what stands for itself: quoted text, a sign. */
static uint32_t element_length(xy_str format)
{
    for (size_t i = 0; i < sizeof format_elements / sizeof *format_elements; i++) {
        xy_str element = xy_str_from(format_elements[i]);
        if (format.length >= element.length && xy_str_equal_nocase((xy_str){format.data, element.length}, element))
            return element.length;
    }
    const char *end = format.data[0] == '"' ? memchr(format.data + 1, '"', format.length - 1) : NULL;
    return end ? (uint32_t)(end - format.data) + 1 : 1;
}

/** A literal format model that has one of these elements. */
static bool format_has(const subject *s, const xy_argument *a)
{
    xy_str format;
    if (!string_value(s, &format))
        return false;
    while (format.length > 0) {
        uint32_t length = element_length(format);
        if (among((xy_str){format.data, length}, a))
            return true;
        format.data += length;
        format.length -= length;
    }
    return false;
}

static bool empty_string(const subject *s, const xy_argument *a)
{
    xy_str value;
    (void)a;
    return string_value(s, &value) && value.length == 0;
}

/* ---- names ---- */

static const xy_symbol *symbol_of(const subject *s)
{
    if (!s->node || !s->scene->analysis)
        return NULL;
    const xy_node *name = xy_name_node(s->node);
    const xy_symbol *symbol = name ? xy_info_of(s->scene->analysis, name)->symbol : NULL;
    return symbol ? symbol : xy_info_of(s->scene->analysis, s->node)->symbol;
}

static bool is_oracles(const xy_symbol *symbol)
{
    return symbol->kind == XY_SYM_BUILTIN || symbol->kind == XY_SYM_PSEUDOCOLUMN;
}

/* Of all defaults only that of an identity column has no text. */
static bool is_identity(const xy_symbol *symbol)
{
    return symbol && symbol->kind == XY_SYM_COLUMN && symbol->has_default && symbol->default_text.length == 0;
}

/* An identity column, or a variable declared with its %TYPE. */
static bool holds_identity(const xy_analysis *analysis, const xy_symbol *symbol)
{
    const xy_node *node = symbol && symbol->kind == XY_SYM_VARIABLE ? symbol->node : NULL;
    if (!node || node->kind != XY_NODE_VARIABLE_DECL)
        return is_identity(symbol);
    const xy_node *type = XY_AS(variable_decl, node)->type;
    return type->kind == XY_NODE_DATA_TYPE && XY_AS(data_type, type)->name && is_identity(xy_info_of(analysis, XY_AS(data_type, type)->name)->symbol);
}

/** Whole by the way it is made, or of an identity column, of which some targets make an integer. */
static bool is_whole(const xy_analysis *analysis, const xy_node *node)
{
    static const char *const closed[] = {"MAX", "MIN", "NVL", "COALESCE", "ABS", "MOD", "GREATEST", "LEAST"};
    const xy_binary *b;
    node = xy_without_parens(node);
    if (xy_info_of(analysis, node)->integral)
        return true;
    switch (node->kind) {
    case XY_NODE_NAME: return holds_identity(analysis, xy_info_of(analysis, node)->symbol);
    case XY_NODE_UNARY: return is_whole(analysis, XY_AS(unary, node)->operand);
    case XY_NODE_BINARY:
        b = XY_AS(binary, node);
        return (b->op == XY_BINARY_OP_ADD || b->op == XY_BINARY_OP_SUB || b->op == XY_BINARY_OP_MUL) && is_whole(analysis, b->left)
               && is_whole(analysis, b->right);
    case XY_NODE_CALL: break;
    default: return false;
    }
    const xy_symbol *callee = xy_info_of(analysis, XY_AS(call, node)->callee)->symbol;
    bool found = false;
    for (size_t i = 0; callee && callee->kind == XY_SYM_BUILTIN && i < sizeof closed / sizeof *closed; i++)
        found |= xy_str_equal(callee->name, xy_str_from(closed[i]));
    for (uint32_t i = 0; found && i < XY_AS(call, node)->args.count; i++)
        found = is_whole(analysis, XY_AS(call, node)->args.items[i]);
    return found;
}

static bool whole(const subject *s, const xy_argument *a)
{
    (void)a;
    return s->node && s->scene->analysis && is_whole(s->scene->analysis, s->node);
}

static bool declared(const subject *s, const xy_argument *a)
{
    const xy_symbol *symbol = symbol_of(s);
    (void)a;
    return symbol && !is_oracles(symbol);
}

static bool builtin(const subject *s, const xy_argument *a)
{
    const xy_symbol *symbol = symbol_of(s);
    (void)a;
    return symbol && is_oracles(symbol);
}

static bool unknown(const subject *s, const xy_argument *a)
{
    (void)a;
    return !symbol_of(s);
}

static bool has_symbol(const subject *s, const xy_argument *a)
{
    const xy_symbol *symbol = symbol_of(s);
    return symbol && (a->bits >> symbol->kind & 1);
}

static bool name_is(const subject *s, const xy_argument *a)
{
    const xy_node *node = s->node ? xy_name_node(s->node) : NULL;
    if (!node || node->kind != XY_NODE_NAME || !xy_is_oracles(s->scene, node))
        return false;
    xy_str name = xy_name_of(s->scene, node, NULL);
    for (uint32_t i = 0; name.length && i < a->value_count; i++)
        if (xy_name_fits(name, a->values[i]->text))
            return true;
    return false;
}

static bool text_is(const subject *s, const xy_argument *a)
{
    const xy_source *source = s->scene->source;
    uint32_t last = s->span.last;
    if (s->span.first >= last) /* a part that is left out */
        return among((xy_str){"", 0}, a);
    while (last > s->span.first + 1 && xy_token_is_trivia(source->tokens[last - 1].kind))
        last--;
    uint32_t start = source->tokens[s->span.first].offset, end = source->tokens[last - 1].offset + source->tokens[last - 1].length;
    return among((xy_str){source->text.data + start, end - start}, a);
}

/** One of its tokens is one of these words. */
static bool has_word(const subject *s, const xy_argument *a)
{
    for (uint32_t i = s->span.first; i < s->span.last; i++)
        if (xy_token_is_word(s->scene->source->tokens[i].kind) && among(xy_token_text(s->scene->source, i), a))
            return true;
    return false;
}

/** A quoted name that is not all upper case: another one than without its quotes. */
static bool own_case(const subject *s, const xy_argument *a)
{
    (void)a;
    for (uint32_t i = s->span.first; i < s->span.last; i++) {
        if (s->scene->source->tokens[i].kind != XY_TOKEN_QUOTED_WORD)
            continue;
        xy_str name = xy_token_name(s->scene->source, i, s->scene->arena);
        if (!xy_str_equal(name, xy_str_upper(s->scene->arena, name)))
            return true;
    }
    return false;
}

/* ---- place and shape ---- */

static bool kind_in(uint16_t kind, const uint16_t *kinds)
{
    for (; *kinds; kinds++)
        if (*kinds == kind)
            return true;
    return false;
}

static bool kind_is(const subject *s, const xy_argument *a)
{
    return s->node && (kind_in(s->node->kind, a->kinds) || kind_in(xy_without_parens(s->node)->kind, a->kinds));
}

static bool inside(const subject *s, const xy_argument *a)
{
    return s->node && xy_node_enclosing_any(s->node, a->kinds);
}

static const xy_node *parent_of(const xy_node *node)
{
    const xy_node *parent = node ? node->parent : NULL;
    while (parent && parent->kind == XY_NODE_PAREN)
        parent = parent->parent;
    return parent;
}

static bool directly_in(const subject *s, const xy_argument *a)
{
    const xy_node *parent = parent_of(s->node);
    return parent && kind_in(parent->kind, a->kinds);
}

static bool holds_node(const xy_node *parent, const xy_field_info *field, const xy_node *node)
{
    if (field->type == XY_FIELD_NODE)
        return xy_field_node(parent, field) == node;
    xy_nodes list = field->type == XY_FIELD_LIST ? xy_field_list(parent, field) : (xy_nodes){0};
    for (uint32_t i = 0; i < list.count; i++)
        if (list.items[i] == node)
            return true;
    return false;
}

static bool in_field(const subject *s, const xy_argument *a)
{
    const xy_node *node = s->node, *parent = node ? node->parent : NULL;
    while (parent && parent->kind == XY_NODE_PAREN) {
        node = parent;
        parent = parent->parent;
    }
    const xy_node_info *info = parent ? &xy_node_infos[parent->kind] : NULL;
    for (uint16_t i = 0; info && i < info->field_count; i++)
        if (holds_node(parent, &info->fields[i], node))
            return among(xy_str_from(info->fields[i].name), a);
    return false;
}

typedef struct search {
    const xy_scene *scene;
    const xy_argument *argument;
    bool found;
} search;

static bool search_kind(xy_node *node, void *data)
{
    search *s = data;
    s->found = s->found || kind_in(node->kind, s->argument->kinds);
    return !s->found && xy_node_each_child(node, search_kind, s);
}

static bool contains(const subject *s, const xy_argument *a)
{
    search found = {s->scene, a, false};
    if (s->node)
        xy_node_each_child(s->node, search_kind, &found);
    return found.found;
}

static bool search_name(xy_node *node, void *data)
{
    search *s = data;
    if (node->kind == XY_NODE_NAME)
        s->found = s->found || name_is(&(subject){.scene = s->scene, .node = node}, s->argument);
    return !s->found && xy_node_each_child(node, search_name, s);
}

static bool contains_name(const subject *s, const xy_argument *a)
{
    search found = {s->scene, a, false};
    if (s->node)
        search_name((xy_node *)(uintptr_t)s->node, &found);
    return found.found;
}

/** SQL statements, and what is SQL although no statement is round it (a view's query, a check constraint, an index expression). */
static bool in_sql(const subject *s, const xy_argument *a)
{
    static const uint16_t sql[] = {XY_NODE_SELECT, XY_NODE_QUERY_BLOCK, XY_NODE_INSERT, XY_NODE_INSERT_MULTI, XY_NODE_UPDATE, XY_NODE_DELETE, XY_NODE_MERGE, 0};
    static const uint16_t plsql[] = {XY_NODE_BLOCK,
                                     XY_NODE_ROUTINE,
                                     XY_NODE_CREATE_PACKAGE,
                                     XY_NODE_CREATE_PACKAGE_BODY,
                                     XY_NODE_CREATE_TYPE_BODY,
                                     XY_NODE_PROCEDURE_CALL,
                                     XY_NODE_ASSIGN,
                                     0};
    const xy_node *node = s->node;
    (void)a;
    if (!node)
        return false;
    for (node = node->parent; node; node = node->parent) {
        if (kind_in(node->kind, sql))
            return true;
        if (kind_in(node->kind, plsql) || (xy_node_in_group(node->kind, "Decl") && node->parent))
            return false;
    }
    return !xy_node_in_group(s->node->kind, "Stmt") || kind_in(s->node->kind, sql);
}

static bool in_plsql(const subject *s, const xy_argument *a)
{
    return s->node && !in_sql(s, a);
}

static bool is_statement(const subject *s, const xy_argument *a)
{
    const xy_node *parent = parent_of(s->node);
    (void)a;
    return parent && (parent->kind == XY_NODE_PROCEDURE_CALL || parent->kind == XY_NODE_CALL_STATEMENT);
}

static bool is_missing(const xy_node *node, const xy_field_info *f)
{
    switch ((xy_field_type)f->type) {
    case XY_FIELD_NODE: return !xy_field_node(node, f);
    case XY_FIELD_LIST: return xy_field_list(node, f).count == 0;
    case XY_FIELD_TOKEN: return xy_field_token(node, f) == XY_NO_TOKEN;
    case XY_FIELD_TOKENS: return xy_field_tokens(node, f).count == 0;
    case XY_FIELD_ENUM:
    case XY_FIELD_FLAG: return xy_field_byte(node, f) == 0;
    }
    return true;
}

static bool has_field(const xy_node *node, xy_str name)
{
    const xy_node_info *info = &xy_node_infos[node->kind];
    for (uint16_t i = 0; i < info->field_count; i++)
        if (xy_str_equal(xy_str_from(info->fields[i].name), name))
            return !is_missing(node, &info->fields[i]);
    return false;
}

static bool has(const subject *s, const xy_argument *a)
{
    for (uint32_t i = 0; i < a->value_count; i++)
        if (!s->node || !has_field(xy_without_parens(s->node), a->values[i]->text))
            return false;
    return true;
}

static bool lacks(const subject *s, const xy_argument *a)
{
    for (uint32_t i = 0; i < a->value_count; i++)
        if (!s->node || has_field(xy_without_parens(s->node), a->values[i]->text))
            return false;
    return true;
}

static bool field_is(const subject *s, const xy_argument *a)
{
    (void)s;
    (void)a;
    return false;
}

static bool count_is(const subject *s, const xy_argument *a)
{
    return s->is_list && s->list.count >= a->low && s->list.count <= a->high;
}

static bool named(const subject *s, const xy_argument *a)
{
    (void)a;
    return s->node && s->node->kind == XY_NODE_NAMED_ARGUMENT;
}

static const xy_info *info_of(const subject *s)
{
    return s->node && s->scene->analysis ? xy_info_of(s->scene->analysis, s->node) : NULL;
}
static bool is_method(const subject *s, const xy_argument *a)
{
    (void)a;
    return info_of(s) && info_of(s)->is_method;
}
static bool is_element(const subject *s, const xy_argument *a)
{
    (void)a;
    return info_of(s) && info_of(s)->is_element;
}
static bool is_call(const subject *s, const xy_argument *a)
{
    (void)a;
    return info_of(s) && info_of(s)->is_call;
}
static bool is_constructor(const subject *s, const xy_argument *a)
{
    (void)a;
    return info_of(s) && info_of(s)->is_constructor;
}

/* ---- target ---- */

static const char *text_of(const subject *s, xy_str text)
{
    return xy_arena_copy(s->scene->arena, text.data, text.length);
}
static bool option_is(const subject *s, const xy_argument *a)
{
    return among(xy_target_option(s->scene->target, text_of(s, a->name)), a);
}
static bool fact_is(const subject *s, const xy_argument *a)
{
    return among(xy_target_fact(s->scene->target, text_of(s, a->name)), a);
}
static bool version_is(const subject *s, const xy_argument *a)
{
    return s->scene->target->version >= a->low && s->scene->target->version <= a->high;
}

/* ---- the table ---- */

static const xy_predicate_info predicates[] = {
    {"type", SHAPE_VALUES, VALUE_FAMILY, has_type, NULL},
    {"converts_to", SHAPE_VALUES, VALUE_FAMILY, converts_to, NULL},
    {"same_family", SHAPE_TOGETHER, VALUE_TEXT, NULL, same_family},
    {"same", SHAPE_TOGETHER, VALUE_TEXT, NULL, same},
    {"not_null", SHAPE_VARIABLES, VALUE_TEXT, not_null, NULL},
    {"nullable", SHAPE_VARIABLES, VALUE_TEXT, nullable, NULL},
    {"always_null", SHAPE_VARIABLES, VALUE_TEXT, always_null, NULL},
    {"harmless", SHAPE_VARIABLES, VALUE_TEXT, harmless, NULL},
    {"integral", SHAPE_VARIABLES, VALUE_TEXT, integral, NULL},
    {"whole", SHAPE_VARIABLES, VALUE_TEXT, whole, NULL},
    {"literal", SHAPE_VARIABLES, VALUE_TEXT, is_literal, NULL},
    {"number", SHAPE_VARIABLES, VALUE_TEXT, is_number, NULL},
    {"integer", SHAPE_VARIABLES, VALUE_TEXT, is_integer, NULL},
    {"positive", SHAPE_VARIABLES, VALUE_TEXT, is_positive, NULL},
    {"nonzero", SHAPE_VARIABLES, VALUE_TEXT, is_nonzero, NULL},
    {"number_range", SHAPE_VALUES, VALUE_RANGE, in_number_range, NULL},
    {"format_has", SHAPE_VALUES, VALUE_TEXT, format_has, NULL},
    {"has_word", SHAPE_VALUES, VALUE_TEXT, has_word, NULL},
    {"empty_string", SHAPE_VARIABLES, VALUE_TEXT, empty_string, NULL},
    {"literal_value", SHAPE_VALUES, VALUE_TEXT, literal_value, NULL},
    {"precision", SHAPE_VALUES, VALUE_RANGE, precision_is, NULL},
    {"scale", SHAPE_VALUES, VALUE_RANGE, scale_is, NULL},
    {"literal_has", SHAPE_VALUES, VALUE_TEXT, literal_has, NULL},
    {"own_case", SHAPE_VARIABLES, VALUE_TEXT, own_case, NULL},
    {"declared", SHAPE_VARIABLES, VALUE_TEXT, declared, NULL},
    {"builtin", SHAPE_VARIABLES, VALUE_TEXT, builtin, NULL},
    {"unknown", SHAPE_VARIABLES, VALUE_TEXT, unknown, NULL},
    {"symbol", SHAPE_VALUES, VALUE_SYMBOL, has_symbol, NULL},
    {"name", SHAPE_VALUES, VALUE_TEXT, name_is, NULL},
    {"text", SHAPE_VALUES, VALUE_TEXT, text_is, NULL},
    {"kind", SHAPE_VALUES, VALUE_KIND, kind_is, NULL},
    {"inside", SHAPE_VALUES, VALUE_KIND, inside, NULL},
    {"directly_in", SHAPE_VALUES, VALUE_KIND, directly_in, NULL},
    {"in_field", SHAPE_VALUES, VALUE_TEXT, in_field, NULL},
    {"contains", SHAPE_VALUES, VALUE_KIND, contains, NULL},
    {"contains_name", SHAPE_VALUES, VALUE_TEXT, contains_name, NULL},
    {"in_sql", SHAPE_NONE, VALUE_TEXT, in_sql, NULL},
    {"in_plsql", SHAPE_NONE, VALUE_TEXT, in_plsql, NULL},
    {"is_statement", SHAPE_NONE, VALUE_TEXT, is_statement, NULL},
    {"has", SHAPE_VALUES, VALUE_TEXT, has, NULL},
    {"lacks", SHAPE_VALUES, VALUE_TEXT, lacks, NULL},
    {"count", SHAPE_VALUES, VALUE_RANGE, count_is, NULL},
    {"named", SHAPE_VARIABLES, VALUE_TEXT, named, NULL},
    {"is_method", SHAPE_VARIABLES, VALUE_TEXT, is_method, NULL},
    {"is_element", SHAPE_VARIABLES, VALUE_TEXT, is_element, NULL},
    {"is_call", SHAPE_VARIABLES, VALUE_TEXT, is_call, NULL},
    {"is_constructor", SHAPE_VARIABLES, VALUE_TEXT, is_constructor, NULL},
    {"option", SHAPE_NAMED, VALUE_TEXT, option_is, NULL},
    {"fact", SHAPE_NAMED, VALUE_TEXT, fact_is, NULL},
    {"version", SHAPE_VERSION, VALUE_RANGE, version_is, NULL},
    {"any", SHAPE_PARTS, VALUE_TEXT, field_is, NULL},
    {"all", SHAPE_PARTS, VALUE_TEXT, field_is, NULL},
    {"not", SHAPE_PARTS, VALUE_TEXT, field_is, NULL},
};

/* ---- asking ---- */

static subject subject_of(const xy_scene *scene, int variable, const xy_node *node, const xy_bindings *b)
{
    if (variable < 0)
        return (subject){.scene = scene, .node = node, .span = {node->first, node->last}};
    const xy_hole_value *value = &b->values[variable];
    bool is_list = !value->node && (b->lists[variable].count > 0 || value->span.first == value->span.last);
    return (subject){scene, value->node, value->span, b->lists[variable], is_list};
}

static bool argument_holds(const xy_predicate_info *info, const subject *s, const xy_argument *a)
{
    if (!s->is_list || info->values == VALUE_RANGE)
        return info->holds(s, a);
    bool any = info->holds == named || info->holds == has_word;
    for (uint32_t i = 0; i < s->list.count; i++) { /* each element, or any */
        const xy_node *node = s->list.items[i];
        bool one = info->holds(&(subject){.scene = s->scene, .node = node, .span = {node->first, node->last}}, a);
        if (one == any)
            return one;
    }
    return !any;
}

static bool predicate_holds(const xy_scene *scene, const xy_predicate *p, const xy_node *node, const xy_bindings *b);

static bool parts_hold(const xy_scene *scene, const xy_predicate *p, const xy_node *node, const xy_bindings *b)
{
    bool any = p->negated || p->info->name[1] == 'n'; /* `not` of a list: none of them */
    for (uint32_t i = 0; i < p->part_count; i++)
        if (predicate_holds(scene, &p->parts[i], node, b) == any)
            return any;
    return !any;
}

static bool predicate_holds(const xy_scene *scene, const xy_predicate *p, const xy_node *node, const xy_bindings *b)
{
    bool result = true;
    if (p->info->form == SHAPE_PARTS) {
        result = parts_hold(scene, p, node, b);
    } else if (p->info->together) {
        subject subjects[XY_RULE_MAX_VARIABLES];
        for (uint32_t i = 0; i < p->argument_count; i++)
            subjects[i] = subject_of(scene, p->arguments[i].variable, node, b);
        result = p->info->together(subjects, p->argument_count);
    } else {
        for (uint32_t i = 0; result && i < p->argument_count; i++) {
            subject s = subject_of(scene, p->arguments[i].variable, node, b);
            result = argument_holds(p->info, &s, &p->arguments[i]);
        }
    }
    return result != p->negated;
}

bool xy_predicates_hold(const xy_scene *scene, xy_predicates list, const xy_node *node, const xy_bindings *bindings)
{
    for (uint32_t i = 0; i < list.count; i++)
        if (!predicate_holds(scene, &list.items[i], node, bindings))
            return false;
    return true;
}

/* ---- reading ---- */

static const struct {
    const char *name;
    uint64_t bits;
} family_groups[] = {
    {"any_char", 1u << XY_FAMILY_VARCHAR | 1u << XY_FAMILY_CHAR | 1u << XY_FAMILY_CLOB},
    {"any_number", 1u << XY_FAMILY_INTEGER | 1u << XY_FAMILY_NUMBER | 1u << XY_FAMILY_FLOAT},
    {"any_datetime", 1u << XY_FAMILY_DATE | 1u << XY_FAMILY_TIMESTAMP | 1u << XY_FAMILY_TIMESTAMPTZ},
    {"any_interval", 1u << XY_FAMILY_INTERVAL_DS | 1u << XY_FAMILY_INTERVAL_YM},
    {"known", ((UINT64_C(1) << XY_FAMILY_COUNT) - 1) & ~UINT64_C(1)},
};

static const char *const symbol_names[XY_SYM_COUNT] = {
    [XY_SYM_TABLE] = "table",
    [XY_SYM_VIEW] = "view",
    [XY_SYM_MVIEW] = "materialized_view",
    [XY_SYM_COLUMN] = "column",
    [XY_SYM_SEQUENCE] = "sequence",
    [XY_SYM_SYNONYM] = "synonym",
    [XY_SYM_TYPE] = "type",
    [XY_SYM_PACKAGE] = "package",
    [XY_SYM_PROCEDURE] = "procedure",
    [XY_SYM_FUNCTION] = "function",
    [XY_SYM_PARAMETER] = "parameter",
    [XY_SYM_VARIABLE] = "variable",
    [XY_SYM_CONSTANT] = "constant",
    [XY_SYM_EXCEPTION] = "exception",
    [XY_SYM_CURSOR] = "cursor",
    [XY_SYM_LABEL] = "label",
    [XY_SYM_LOOP_INDEX] = "loop_index",
    [XY_SYM_LOOP_RECORD] = "loop_record",
    [XY_SYM_FIELD] = "field",
    [XY_SYM_CTE] = "with",
    [XY_SYM_ALIAS] = "alias",
    [XY_SYM_SELECT_ALIAS] = "select_alias",
    [XY_SYM_TRIGGER] = "trigger",
    [XY_SYM_INDEX] = "index",
    [XY_SYM_BUILTIN] = "builtin",
    [XY_SYM_PSEUDOCOLUMN] = "pseudocolumn",
};

static uint64_t family_bits(xy_loader *loader, const xy_yaml *value)
{
    for (size_t i = 0; i < sizeof family_groups / sizeof *family_groups; i++)
        if (xy_str_equal(value->text, xy_str_from(family_groups[i].name)))
            return family_groups[i].bits;
    for (int i = 0; i < XY_FAMILY_COUNT; i++)
        if (xy_str_equal(value->text, xy_str_from(xy_family_name((xy_family)i))))
            return UINT64_C(1) << i;
    xy_load_fail(loader, value, "unknown type family `%.*s`", XY_STR_ARG(value->text));
}

static uint64_t symbol_bits(xy_loader *loader, const xy_yaml *value)
{
    for (int i = 0; i < XY_SYM_COUNT; i++)
        if (symbol_names[i] && xy_str_equal(value->text, xy_str_from(symbol_names[i])))
            return UINT64_C(1) << i;
    xy_load_fail(loader, value, "unknown kind of symbol `%.*s`", XY_STR_ARG(value->text));
}

static void read_values(xy_loader *loader, const xy_predicate_info *info, const xy_yaml *value, xy_argument *a)
{
    if (info->values == VALUE_KIND) {
        a->kinds = xy_load_kinds(loader, value);
        return;
    }
    if (info->values == VALUE_RANGE) {
        xy_load_range(loader, value, &a->low, &a->high);
        return;
    }
    a->values = xy_load_values(loader, value, &a->value_count);
    for (uint32_t i = 0; i < a->value_count; i++) {
        if (info->values == VALUE_FAMILY)
            a->bits |= family_bits(loader, a->values[i]);
        else if (info->values == VALUE_SYMBOL)
            a->bits |= symbol_bits(loader, a->values[i]);
    }
}

static void read_variables(xy_loader *loader, const xy_yaml *value, xy_predicate *p)
{
    const xy_yaml **names = xy_load_values(loader, value, &p->argument_count);
    if (p->argument_count > XY_RULE_MAX_VARIABLES)
        xy_load_fail(loader, value, "too many variables");
    p->arguments = XY_NEW_ARRAY(loader->arena, xy_argument, p->argument_count + 1);
    for (uint32_t i = 0; i < p->argument_count; i++)
        p->arguments[i].variable = xy_load_variable(loader, names[i], names[i]->text);
}

/** Options and facts are named by target files; another name is a slip. */
static void check_known(xy_loader *loader, const xy_yaml *key, const xy_predicate_info *info)
{
    bool is_option = info->name[0] == 'o';
    for (xy_map_entry *e = xy_map_first(&loader->rules->targets); e; e = xy_map_next(e)) {
        const xy_target_file *file = xy_map_value(e);
        if (is_option ? xy_target_file_has_option(file, key->text) : xy_target_file_has_fact(file, key->text))
            return;
    }
    xy_load_fail(loader, key, "no target has the %s `%.*s`", info->name, XY_STR_ARG(key->text));
}

static void read_valued(xy_loader *loader, const xy_yaml *value, xy_predicate *p)
{
    bool map = value->kind == XY_YAML_MAP;
    p->argument_count = map ? value->count : 1;
    p->arguments = XY_NEW_ARRAY(loader->arena, xy_argument, p->argument_count + 1);
    if (!map) {
        if (p->info->form == SHAPE_NAMED)
            xy_load_fail(loader, value, "`%s` is written {name: value}", p->info->name);
        p->arguments[0].variable = -1;
        read_values(loader, p->info, value, &p->arguments[0]);
        return;
    }
    for (uint32_t i = 0; i < value->count; i++) {
        p->arguments[i].name = value->keys[i]->text;
        if (p->info->form == SHAPE_NAMED)
            check_known(loader, value->keys[i], p->info);
        p->arguments[i].variable = p->info->form == SHAPE_NAMED ? -1 : xy_load_variable(loader, value->keys[i], value->keys[i]->text);
        read_values(loader, p->info, value->items[i], &p->arguments[i]);
    }
}

static const xy_predicate_info *find_predicate(xy_loader *loader, const xy_yaml *key)
{
    for (size_t i = 0; i < sizeof predicates / sizeof *predicates; i++)
        if (xy_str_equal(key->text, xy_str_from(predicates[i].name)))
            return &predicates[i];
    xy_load_fail(loader, key, "unknown predicate `%.*s` (rules/README.md lists them)", XY_STR_ARG(key->text));
}

static void read_predicate(xy_loader *loader, const xy_yaml *item, xy_predicate *p, int depth)
{
    if (depth > XY_RULE_MAX_NESTING)
        xy_load_fail(loader, item, "too many levels");
    bool word = item->kind == XY_YAML_SCALAR;
    const xy_yaml *value = word ? NULL : item->kind == XY_YAML_MAP && item->count == 1 ? item->items[0] : NULL;
    if (!word && !value)
        xy_load_fail(loader, item, "a condition is a word or {predicate: arguments}");
    p->info = find_predicate(loader, word ? item : item->keys[0]);
    if (word != (p->info->form == SHAPE_NONE))
        xy_load_fail(loader, item, word ? "`%s` needs arguments" : "`%s` has no arguments", p->info->name);
    switch (p->info->form) {
    case SHAPE_NONE:
    case SHAPE_VERSION:
        p->argument_count = 1;
        p->arguments = XY_NEW(loader->arena, xy_argument);
        p->arguments[0].variable = -1;
        if (value)
            read_values(loader, p->info, value, &p->arguments[0]);
        break;
    case SHAPE_VARIABLES:
    case SHAPE_TOGETHER: read_variables(loader, value, p); break;
    case SHAPE_VALUES:
    case SHAPE_NAMED: read_valued(loader, value, p); break;
    case SHAPE_PARTS: {
        bool list = value->kind == XY_YAML_LIST;
        p->negated = p->info->name[0] == 'n';
        p->part_count = list ? value->count : 1;
        p->parts = XY_NEW_ARRAY(loader->arena, xy_predicate, p->part_count + 1);
        for (uint32_t i = 0; i < p->part_count; i++)
            read_predicate(loader, list ? value->items[i] : value, &p->parts[i], depth + 1);
        break;
    }
    }
}

xy_predicates xy_load_predicates(xy_loader *loader, const xy_yaml *list)
{
    if (list->kind != XY_YAML_LIST)
        xy_load_fail(loader, list, "conditions are a list");
    xy_predicates out = {XY_NEW_ARRAY(loader->arena, xy_predicate, list->count + 1), list->count};
    for (uint32_t i = 0; i < list->count; i++)
        read_predicate(loader, list->items[i], &out.items[i], 0);
    return out;
}
