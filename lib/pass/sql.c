/* Shared by the passes for queries, expressions and DML: see sql.h. */
#include "pass/sql.h"

#include "syntax/keyword.h"

#include <string.h>

const char *xy_sql_rule(const xy_context *ctx)
{
    return xy_rule_id(ctx->rule);
}

xy_node *xy_sql_bare(const xy_node *node)
{
    while (node && node->kind == XY_NODE_PAREN)
        node = XY_AS(paren, node)->inner;
    return (xy_node *)(uintptr_t)node;
}

bool xy_sql_word(const xy_context *ctx, uint32_t token, const char *word)
{
    return token != XY_NO_TOKEN && xy_str_equal_nocase(xy_token_text(ctx->source, token), xy_str_from(word));
}

bool xy_sql_in_words(const char *words, xy_str name)
{
    for (const char *p = words; *p;) {
        size_t length = strcspn(p, " ");
        if (length == name.length && memcmp(p, name.data, length) == 0)
            return true;
        p += length;
        p += strspn(p, " ");
    }
    return false;
}

xy_str xy_sql_text(const xy_context *ctx, const xy_node *node)
{
    uint32_t start = ctx->source->tokens[node->first].offset;
    const xy_token *end = &ctx->source->tokens[node->last - 1];
    return (xy_str){ctx->source->text.data + start, end->offset + end->length - start};
}

void xy_sql_flag(xy_context *ctx, const xy_node *node, const char *flag)
{
    enum { LONGEST = 60 };
    xy_str text = xy_sql_text(ctx, node);
    bool cut = text.length > LONGEST;
    while (text.length > LONGEST || (cut && text.length && ((unsigned char)text.data[text.length] & 0xC0) == 0x80))
        text.length--;
    xy_str shown = xy_str_format(ctx->arena, cut ? "%.*s …" : "%.*s", XY_STR_ARG(text));
    xy_pass_flag(ctx, node, flag, "text", shown.data, NULL);
}

xy_str xy_sql_quote(xy_context *ctx, xy_str text)
{
    return xy_str_quote(ctx->arena, text, '\'');
}

/* ------------------------------------------------------------------ names and builtins */

xy_str xy_sql_last_part(const xy_context *ctx, const xy_node *name)
{
    if (!name || name->kind != XY_NODE_NAME || XY_AS(name, name)->parts.count == 0)
        return (xy_str){0};
    xy_token_list parts = XY_AS(name, name)->parts;
    return xy_token_name(ctx->source, parts.items[parts.count - 1], ctx->arena);
}

static bool is_oracles(const xy_symbol *symbol)
{
    return !symbol || symbol->kind == XY_SYM_BUILTIN || symbol->kind == XY_SYM_PSEUDOCOLUMN;
}

bool xy_sql_is_pseudo(const xy_context *ctx, const xy_node *node, const char *word)
{
    if (!node || node->kind != XY_NODE_NAME || XY_AS(name, node)->dblink)
        return false;
    xy_token_list parts = XY_AS(name, node)->parts;
    return parts.count == 1 && xy_sql_word(ctx, parts.items[0], word) && is_oracles(xy_info_of(ctx->analysis, node)->symbol);
}

xy_str xy_sql_builtin(const xy_context *ctx, const xy_node *node)
{
    const xy_node *callee = node && node->kind == XY_NODE_CALL ? XY_AS(call, node)->callee : node;
    if (!callee || callee->kind != XY_NODE_NAME || XY_AS(name, callee)->dblink)
        return (xy_str){0};
    xy_token_list parts = XY_AS(name, callee)->parts;
    bool standard = parts.count == 2 && xy_sql_word(ctx, parts.items[0], "STANDARD");
    if ((parts.count != 1 && !standard) || !is_oracles(xy_info_of(ctx->analysis, callee)->symbol) || !is_oracles(xy_info_of(ctx->analysis, node)->symbol))
        return (xy_str){0};
    if (xy_info_of(ctx->analysis, node)->is_element || xy_token_text(ctx->source, parts.items[parts.count - 1]).data[0] == '"')
        return (xy_str){0};
    return xy_sql_last_part(ctx, callee);
}

bool xy_sql_is_builtin(const xy_context *ctx, const xy_node *node, const char *name)
{
    return xy_str_equal(xy_sql_builtin(ctx, node), xy_str_from(name));
}

xy_node *xy_sql_arg(const xy_node *call, uint32_t i)
{
    if (!call || call->kind != XY_NODE_CALL || i >= XY_AS(call, call)->args.count)
        return NULL;
    xy_node *arg = XY_AS(call, call)->args.items[i];
    return arg->kind == XY_NODE_NAMED_ARGUMENT ? XY_AS(named_argument, arg)->value : arg;
}

static const char aggregates[] =
    "COUNT SUM AVG MIN MAX STDDEV STDDEV_POP STDDEV_SAMP VARIANCE VAR_POP VAR_SAMP MEDIAN STATS_MODE LISTAGG WM_CONCAT COLLECT XMLAGG "
    "CORR COVAR_POP COVAR_SAMP REGR_SLOPE REGR_INTERCEPT REGR_COUNT REGR_R2 REGR_AVGX REGR_AVGY REGR_SXX REGR_SYY REGR_SXY "
    "APPROX_COUNT_DISTINCT PERCENTILE_CONT PERCENTILE_DISC GROUPING GROUPING_ID GROUP_ID ANY_VALUE BIT_AND_AGG BIT_OR_AGG JSON_ARRAYAGG JSON_OBJECTAGG";

bool xy_sql_is_aggregate(const xy_context *ctx, const xy_node *node)
{
    if (!node || node->kind != XY_NODE_CALL || XY_AS(call, node)->over)
        return false;
    xy_str name = xy_sql_builtin(ctx, node);
    return name.length && (xy_sql_in_words(aggregates, name) || XY_AS(call, node)->within);
}

/* ------------------------------------------------------------------ values */

bool xy_sql_is_null_literal(const xy_context *ctx, const xy_node *node)
{
    node = xy_sql_bare(node);
    if (!node)
        return false;
    if (node->kind == XY_NODE_STRING_LITERAL)
        return xy_token_string(ctx->source, XY_AS(string_literal, node)->value, ctx->arena).length == 0;
    return node->kind == XY_NODE_NULL_LITERAL;
}

static bool digits_only(xy_str text)
{
    for (uint32_t i = 0; i < text.length; i++)
        if (text.data[i] < '0' || text.data[i] > '9')
            return false;
    return text.length > 0 && text.length <= 18;
}

bool xy_sql_integer(const xy_context *ctx, const xy_node *node, int64_t *value)
{
    node = xy_sql_bare(node);
    int64_t sign = 1;
    while (node && node->kind == XY_NODE_UNARY && XY_AS(unary, node)->op <= XY_UNARY_OP_MINUS) {
        sign = XY_AS(unary, node)->op == XY_UNARY_OP_MINUS ? -sign : sign;
        node = xy_sql_bare(XY_AS(unary, node)->operand);
    }
    if (!node || node->kind != XY_NODE_NUMBER_LITERAL)
        return false;
    xy_str text = xy_token_text(ctx->source, XY_AS(number_literal, node)->value);
    if (!digits_only(text))
        return false;
    *value = 0;
    for (uint32_t i = 0; i < text.length; i++)
        *value = *value * 10 + (text.data[i] - '0');
    *value *= sign;
    return true;
}

bool xy_sql_maybe_null(const xy_context *ctx, const xy_node *node)
{
    return xy_null_of(ctx->analysis, node) != XY_NULL_NEVER;
}

xy_family xy_sql_family(const xy_context *ctx, const xy_node *node)
{
    return xy_family_of(ctx->analysis, node);
}

/* Functions whose translation has an integer type in PostgreSQL. */
static const char integer_functions[] =
    "COUNT LENGTH LENGTHB LENGTHC INSTR INSTRB ROW_NUMBER RANK DENSE_RANK NTILE GROUPING GROUPING_ID ASCII REGEXP_COUNT REGEXP_INSTR VSIZE "
    "APPROX_COUNT_DISTINCT ORA_HASH";
/* Functions of the type of their arguments. */
static const char argument_functions[] = "MAX MIN SUM NVL COALESCE NULLIF ABS GREATEST LEAST LAG LEAD FIRST_VALUE LAST_VALUE NTH_VALUE MOD ANY_VALUE";

static xy_integral both(xy_integral a, xy_integral b)
{
    if (a == XY_INTEGRAL_NO || b == XY_INTEGRAL_NO)
        return XY_INTEGRAL_NO;
    return a == XY_INTEGRAL_YES && b == XY_INTEGRAL_YES ? XY_INTEGRAL_YES : XY_INTEGRAL_MAYBE;
}

static xy_integral combine(const xy_context *ctx, xy_integral so_far, const xy_node *value)
{
    if (!value || xy_sql_is_null_literal(ctx, value))
        return so_far;
    return both(so_far, xy_sql_integral(ctx, value));
}

static xy_integral integral_call(const xy_context *ctx, const xy_node *node)
{
    xy_str name = xy_sql_builtin(ctx, node);
    const xy_call *call = XY_AS(call, node);
    if (name.length == 0) {
        xy_family family = xy_sql_family(ctx, node);
        return family == XY_FAMILY_INTEGER                                                  ? XY_INTEGRAL_YES
               : family == XY_FAMILY_UNKNOWN || xy_info_of(ctx->analysis, node)->is_element ? XY_INTEGRAL_MAYBE
                                                                                            : XY_INTEGRAL_NO;
    }
    if (xy_sql_in_words(integer_functions, name))
        return XY_INTEGRAL_YES;
    xy_integral result = XY_INTEGRAL_YES;
    if (xy_str_equal(name, XY_STR("DECODE"))) {
        for (uint32_t i = 2; i < call->args.count; i += 2)
            result = combine(ctx, result, call->args.items[i]);
        return call->args.count % 2 == 0 && call->args.count > 3 ? combine(ctx, result, call->args.items[call->args.count - 1]) : result;
    }
    bool first_only = xy_str_equal(name, XY_STR("NULLIF")) || xy_str_equal(name, XY_STR("NTH_VALUE"));
    if (xy_str_equal(name, XY_STR("NVL2")))
        return both(xy_sql_integral(ctx, xy_sql_arg(node, 1)), xy_sql_integral(ctx, xy_sql_arg(node, 2)));
    if (!xy_sql_in_words(argument_functions, name))
        return XY_INTEGRAL_NO;
    for (uint32_t i = 0; i < (first_only ? 1 : call->args.count); i++)
        result = combine(ctx, result, xy_sql_arg(node, i));
    return result;
}

static xy_integral integral_name(const xy_context *ctx, const xy_node *node)
{
    if (xy_info_of(ctx->analysis, node)->integral) /* a column made from COUNT(*), say */
        return XY_INTEGRAL_YES;
    static const char *const pseudo[] = {"ROWNUM", "LEVEL", "CONNECT_BY_ISLEAF", "CONNECT_BY_ISCYCLE", NULL};
    for (const char *const *word = pseudo; *word; word++)
        if (xy_sql_is_pseudo(ctx, node, *word))
            return XY_INTEGRAL_YES;
    xy_token_list parts = XY_AS(name, node)->parts;
    if (parts.count > 1 && (xy_sql_word(ctx, parts.items[parts.count - 1], "NEXTVAL") || xy_sql_word(ctx, parts.items[parts.count - 1], "CURRVAL")))
        return XY_INTEGRAL_YES;
    xy_family family = xy_sql_family(ctx, node);
    if (family == XY_FAMILY_INTEGER)
        return XY_INTEGRAL_YES;
    if (family == XY_FAMILY_UNKNOWN)
        return XY_INTEGRAL_MAYBE;
    const xy_symbol *symbol = xy_info_of(ctx->analysis, node)->symbol;
    if (family != XY_FAMILY_NUMBER)
        return XY_INTEGRAL_NO;
    if (!symbol)
        return XY_INTEGRAL_MAYBE;
    switch (symbol->kind) {
    case XY_SYM_VARIABLE:
    case XY_SYM_CONSTANT:
    case XY_SYM_PARAMETER:
    case XY_SYM_FUNCTION: return XY_INTEGRAL_NO;
    case XY_SYM_COLUMN: /* of a view or inline view it may be a COUNT(*), which is bigint there */
        return symbol->owner && symbol->owner->kind == XY_SYM_TABLE ? XY_INTEGRAL_NO : XY_INTEGRAL_MAYBE;
    default: return XY_INTEGRAL_MAYBE;
    }
}

static xy_integral integral_case(const xy_context *ctx, const xy_node *node)
{
    const xy_case *c = XY_AS(case, node);
    xy_integral result = combine(ctx, XY_INTEGRAL_YES, c->otherwise);
    for (uint32_t i = 0; i < c->whens.count; i++)
        result = combine(ctx, result, XY_AS(when, c->whens.items[i])->result);
    return result;
}

static xy_integral integral_binary(const xy_context *ctx, const xy_node *node)
{
    const xy_binary *binary = XY_AS(binary, node);
    switch (binary->op) {
    case XY_BINARY_OP_ADD:
    case XY_BINARY_OP_SUB:
    case XY_BINARY_OP_MUL:
    case XY_BINARY_OP_MOD:
        if (xy_is_datetime_family(xy_sql_family(ctx, binary->left)) || xy_is_datetime_family(xy_sql_family(ctx, binary->right)))
            return XY_INTEGRAL_NO;
        return both(xy_sql_integral(ctx, binary->left), xy_sql_integral(ctx, binary->right));
    default: return XY_INTEGRAL_NO; /* division and power are made numeric; the others are no numbers */
    }
}

xy_integral xy_sql_integral(const xy_context *ctx, const xy_node *node)
{
    node = xy_sql_bare(node);
    if (!node)
        return XY_INTEGRAL_MAYBE;
    if (xy_is_number_family(xy_info_of(ctx->analysis, node)->convert_to))
        return XY_INTEGRAL_NO; /* wrapped by the conversion pass */
    int64_t value;
    switch (node->kind) {
    case XY_NODE_NUMBER_LITERAL: return xy_sql_integer(ctx, node, &value) ? XY_INTEGRAL_YES : XY_INTEGRAL_NO;
    case XY_NODE_UNARY: return xy_sql_integral(ctx, XY_AS(unary, node)->operand);
    case XY_NODE_BINARY: return integral_binary(ctx, node);
    case XY_NODE_CALL: return integral_call(ctx, node);
    case XY_NODE_NAME: return integral_name(ctx, node);
    case XY_NODE_CASE: return integral_case(ctx, node);
    case XY_NODE_CURSOR_ATTRIBUTE: return XY_INTEGRAL_YES;
    case XY_NODE_STRING_LITERAL:
    case XY_NODE_EXTRACT:
    case XY_NODE_DATETIME_LITERAL:
    case XY_NODE_INTERVAL_LITERAL: return XY_INTEGRAL_NO;
    default: return XY_INTEGRAL_MAYBE;
    }
}

/* A value that may differ at the second evaluation, or costs or does something. */
static bool must_not_repeat(const xy_context *ctx, const xy_node *node)
{
    static const char random[] = "SYS_GUID SYS_GUID";
    switch (node->kind) {
    case XY_NODE_SUBQUERY:
    case XY_NODE_CURSOR_EXPRESSION:
    case XY_NODE_NEW: return true;
    case XY_NODE_CALL:
        if (xy_info_of(ctx->analysis, node)->is_element)
            return false;
        return xy_sql_builtin(ctx, node).length == 0 || xy_sql_in_words(random, xy_sql_builtin(ctx, node));
    case XY_NODE_NAME: {
        xy_token_list parts = XY_AS(name, node)->parts;
        const xy_info *info = xy_info_of(ctx->analysis, node);
        if (info->is_call && !is_oracles(info->symbol))
            return true;
        return parts.count > 1 && xy_sql_word(ctx, parts.items[parts.count - 1], "NEXTVAL");
    }
    default: return false;
    }
}

bool xy_sql_is_repeatable(const xy_context *ctx, const xy_node *node)
{
    return !xy_sql_any(ctx, node, false, must_not_repeat);
}

/* ------------------------------------------------------------------ walking */

typedef struct walk {
    xy_sql_visit enter;
    void *data;
    bool block;
} walk;

static bool walk_child(xy_node *child, void *data)
{
    walk *w = data;
    if (w->block && (child->kind == XY_NODE_SELECT || child->kind == XY_NODE_QUERY_BLOCK))
        return true;
    if (w->enter(child, w->data))
        xy_node_each_child(child, walk_child, w);
    return true;
}

static void walk_all(xy_node *node, walk w)
{
    if (node && w.enter(node, w.data))
        xy_node_each_child(node, walk_child, &w);
}

void xy_sql_walk(xy_node *node, xy_sql_visit enter, void *data)
{
    walk_all(node, (walk){enter, data, false});
}

void xy_sql_walk_block(xy_node *node, xy_sql_visit enter, void *data)
{
    walk_all(node, (walk){enter, data, true});
}

typedef struct search {
    const xy_context *ctx;
    bool (*test)(const xy_context *, const xy_node *);
    bool found;
} search;

static bool search_enter(xy_node *node, void *data)
{
    search *s = data;
    s->found = s->found || s->test(s->ctx, node);
    return !s->found;
}

bool xy_sql_any(const xy_context *ctx, const xy_node *node, bool block, bool (*test)(const xy_context *, const xy_node *))
{
    search s = {ctx, test, false};
    walk_all((xy_node *)(uintptr_t)node, (walk){search_enter, &s, block});
    return s.found;
}

void xy_sql_conjuncts(xy_context *ctx, xy_node *condition, xy_sql_nodes *out)
{
    /* AND chains are left-deep: collect from the right, then turn round, so that a long chain needs no recursion. */
    uint32_t start = out->count;
    while (condition->kind == XY_NODE_BINARY && XY_AS(binary, condition)->op == XY_BINARY_OP_AND) {
        const xy_binary *and = XY_AS(binary, condition);
        if (and->right->kind == XY_NODE_BINARY && XY_AS(binary, and->right)->op == XY_BINARY_OP_AND) {
            xy_sql_nodes right = {0};
            xy_sql_conjuncts(ctx, and->right, &right);
            for (uint32_t i = right.count; i > 0; i--)
                xy_vec_push(ctx->arena, out, right.items[i - 1]);
        } else {
            xy_vec_push(ctx->arena, out, and->right);
        }
        condition = and->left;
    }
    xy_vec_push(ctx->arena, out, condition);
    for (uint32_t i = start, j = out->count - 1; i < j; i++, j--) {
        xy_node *swap = out->items[i];
        out->items[i] = out->items[j];
        out->items[j] = swap;
    }
}

/* ------------------------------------------------------------------ tables */

uint32_t xy_sql_alias_token(const xy_node *table, uint32_t *as)
{
    const xy_node_info *info = &xy_node_infos[table->kind];
    uint32_t alias = XY_NO_TOKEN;
    *as = XY_NO_TOKEN;
    for (uint16_t i = 0; i < info->field_count; i++) {
        const xy_field_info *field = &info->fields[i];
        if (field->type != XY_FIELD_TOKEN)
            continue;
        uint32_t token = *(const uint32_t *)(const void *)((const char *)table + field->offset);
        if (strcmp(field->name, "alias") == 0)
            alias = token;
        else if (strcmp(field->name, "as") == 0)
            *as = token;
    }
    return alias;
}

bool xy_sql_is_dual(const xy_context *ctx, const xy_node *table)
{
    if (!table || table->kind != XY_NODE_TABLE_NAME)
        return false;
    const xy_name *name = XY_AS(name, XY_AS(table_name, table)->name);
    uint32_t count = name->parts.count;
    if (name->dblink || count > 2 || !xy_sql_word(ctx, name->parts.items[count - 1], "DUAL"))
        return false;
    return count == 1 || xy_sql_word(ctx, name->parts.items[0], "SYS");
}

static xy_str folded_alias(const xy_context *ctx, const xy_node *table)
{
    uint32_t as, alias = xy_sql_alias_token(table, &as);
    if (alias != XY_NO_TOKEN)
        return xy_token_name(ctx->source, alias, ctx->arena);
    return table->kind == XY_NODE_TABLE_NAME ? xy_sql_last_part(ctx, XY_AS(table_name, table)->name) : (xy_str){0};
}

xy_str xy_sql_table_alias(xy_context *ctx, const xy_node *table)
{
    xy_str name = folded_alias(ctx, table);
    return name.length ? xy_pass_target_name(ctx, name) : name;
}

int xy_sql_table_of(const xy_context *ctx, const xy_node *name, xy_nodes tables, bool *known)
{
    *known = true;
    xy_token_list parts = XY_AS(name, name)->parts;
    if (parts.count > 1) {
        for (uint32_t back = 1; back < parts.count && back < 3; back++) { /* t.c, also t.c.attribute */
            xy_str qualifier = xy_token_name(ctx->source, parts.items[parts.count - 1 - back], ctx->arena);
            for (uint32_t i = 0; i < tables.count; i++)
                if (xy_str_equal(qualifier, folded_alias(ctx, tables.items[i])))
                    return (int)i;
        }
        return -1;
    }
    const xy_symbol *symbol = xy_info_of(ctx->analysis, name)->symbol;
    const xy_symbol *owner = xy_sema_column_table(ctx->analysis, name);
    if (owner)
        for (uint32_t i = 0; i < tables.count; i++)
            if (xy_str_equal(owner->name, folded_alias(ctx, tables.items[i])))
                return (int)i;
    if (symbol && symbol->kind != XY_SYM_COLUMN && symbol->kind != XY_SYM_FIELD)
        return -1;
    if (owner)
        return -1; /* a table of an outer block */
    *known = false;
    return -1;
}

/* ------------------------------------------------------------------ columns of queries */

xy_query_block *xy_sql_first_block(const xy_node *query)
{
    for (;;) {
        switch (query ? query->kind : XY_NODE_NONE) {
        case XY_NODE_SELECT: query = XY_AS(select, query)->body; break;
        case XY_NODE_SET_OPERATION: query = XY_AS(set_operation, query)->left; break;
        case XY_NODE_PAREN_QUERY: query = XY_AS(paren_query, query)->query; break;
        case XY_NODE_QUERY_BLOCK: return XY_AS(query_block, query);
        default: return NULL;
        }
    }
}

xy_select *xy_sql_select_of(const xy_node *block)
{
    xy_node *parent = block->parent;
    return parent && parent->kind == XY_NODE_SELECT && XY_AS(select, parent)->body == block ? XY_AS(select, parent) : NULL;
}

bool xy_sql_names_column(const xy_node *expr)
{
    const xy_node *item = expr->parent;
    if (!item || item->kind != XY_NODE_SELECT_ITEM || XY_AS(select_item, item)->alias != XY_NO_TOKEN)
        return false;
    const xy_node *block = item->parent, *select = block ? block->parent : NULL;
    if (!select || block->kind != XY_NODE_QUERY_BLOCK || XY_AS(query_block, block)->into)
        return false;
    const xy_node *user = select->kind == XY_NODE_SELECT ? select->parent : NULL;
    return !user || !(user->kind == XY_NODE_INSERT || user->kind == XY_NODE_EXISTS || user->kind == XY_NODE_IN || user->kind == XY_NODE_SUBQUERY);
}

xy_str xy_sql_item_name(const xy_context *ctx, const xy_node *item)
{
    if (item->kind != XY_NODE_SELECT_ITEM)
        return (xy_str){0};
    const xy_select_item *select_item = XY_AS(select_item, item);
    if (select_item->alias != XY_NO_TOKEN)
        return xy_token_name(ctx->source, select_item->alias, ctx->arena);
    return xy_sql_last_part(ctx, xy_sql_bare(select_item->expr));
}

static bool star_columns(xy_context *ctx, const xy_query_block *block, const xy_star *star, xy_sql_names *out)
{
    xy_str qualifier = star->qualifier ? xy_sql_last_part(ctx, star->qualifier) : (xy_str){0};
    bool found = false;
    for (uint32_t i = 0; i < block->from.count; i++) {
        if (qualifier.length && !xy_str_equal(qualifier, folded_alias(ctx, block->from.items[i])))
            continue;
        if (!xy_sql_table_columns(ctx, block->from.items[i], out))
            return false;
        found = true;
    }
    return found;
}

bool xy_sql_query_columns(xy_context *ctx, const xy_node *select, xy_sql_names *out)
{
    const xy_query_block *block = xy_sql_first_block(select);
    if (!block)
        return false;
    for (uint32_t i = 0; i < block->items.count; i++) {
        xy_node *item = block->items.items[i];
        xy_node *expr = item->kind == XY_NODE_SELECT_ITEM ? XY_AS(select_item, item)->expr : item;
        if (expr->kind == XY_NODE_STAR) {
            if (!star_columns(ctx, block, XY_AS(star, expr), out))
                return false;
            continue;
        }
        xy_str name = xy_sql_item_name(ctx, item);
        if (name.length == 0)
            name = xy_str_upper(ctx->arena, xy_sql_text(ctx, expr));
        xy_vec_push(ctx->arena, out, name);
    }
    return true;
}

static bool symbol_columns(xy_context *ctx, const xy_symbol *symbol, xy_sql_names *out)
{
    while (symbol && (symbol->kind == XY_SYM_ALIAS || symbol->kind == XY_SYM_SYNONYM) && symbol->target)
        symbol = symbol->target;
    if (!symbol || symbol->column_count == 0)
        return false;
    for (uint32_t i = 0; i < symbol->column_count; i++)
        xy_vec_push(ctx->arena, out, symbol->columns[i]->name);
    return true;
}

bool xy_sql_table_columns(xy_context *ctx, const xy_node *table, xy_sql_names *out)
{
    switch (table->kind) {
    case XY_NODE_DERIVED_TABLE: return xy_sql_query_columns(ctx, XY_AS(derived_table, table)->query, out);
    case XY_NODE_TABLE_NAME: return symbol_columns(ctx, xy_info_of(ctx->analysis, XY_AS(table_name, table)->name)->symbol, out);
    case XY_NODE_PAREN_TABLE: return xy_sql_table_columns(ctx, XY_AS(paren_table, table)->inner, out);
    case XY_NODE_JOIN: {
        const xy_join *join = XY_AS(join, table);
        return !join->natural && join->using.count == 0 && xy_sql_table_columns(ctx, join->left, out) && xy_sql_table_columns(ctx, join->right, out);
    }
    default: return false;
    }
}

static bool holds_name(const xy_sql_names *names, xy_str name)
{
    for (uint32_t i = 0; i < names->count; i++)
        if (xy_str_equal(names->items[i], name))
            return true;
    return false;
}

bool xy_sql_holds_key(const xy_symbol *table, const xy_sql_names *columns)
{
    for (uint32_t k = 0; k < table->key_count; k++) {
        uint32_t matched = 0;
        for (uint32_t c = 0; c < table->keys[k].column_count; c++)
            matched += holds_name(columns, table->keys[k].columns[c]->name);
        if (matched > 0 && matched == table->keys[k].column_count)
            return true;
    }
    return false;
}
