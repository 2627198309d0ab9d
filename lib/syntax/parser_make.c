/* See parser_make.h. */
#include "syntax/parser_make.h"

#define NONE XY_NO_TOKEN

xy_span xy_parser_span(xy_span first, xy_span last) { return (xy_span){first.first, last.last}; }

xy_node *xy_parser_extend(xy_node *node, xy_span span)
{
    node->first = span.first;
    node->last = span.last;
    return node;
}

xy_node *xy_parser_make_word(xy_builder *b, xy_span span)
{
    return xy_make_name(b, span, xy_tokens_one(b, span.first), NULL);
}

xy_token_list xy_parser_tokens3(xy_builder *b, xy_span first, xy_span second, xy_span third)
{
    return xy_tokens_add(b, xy_tokens_add(b, xy_tokens_one(b, first.first), second.first), third.first);
}

xy_nodes xy_parser_pair(xy_builder *b, xy_node *first, xy_node *second)
{
    return xy_list_add(b, xy_list_one(b, first), second);
}

/* ------------------------------------------------------------------ expressions */

/* The elements of `(a, b)`, `(a)` or of one expression without parentheses; a subquery has none. */
static xy_nodes elements(xy_builder *b, xy_node *right)
{
    switch (right->kind) {
    case XY_NODE_SUBQUERY: return xy_list_empty();
    case XY_NODE_ROW: return XY_AS(row, right)->items;
    case XY_NODE_PAREN: return xy_list_one(b, XY_AS(paren, right)->inner);
    default: return xy_list_one(b, right);
    }
}

static xy_node *query_of(xy_node *right)
{
    return right->kind == XY_NODE_SUBQUERY ? XY_AS(subquery, right)->query : NULL;
}

xy_node *xy_parser_make_in(xy_builder *b, xy_span span, xy_node *operand, uint32_t not_token, xy_node *right)
{
    return xy_make_in(b, span, operand, not_token, elements(b, right), query_of(right));
}

xy_node *xy_parser_make_quantified(xy_builder *b, xy_span span, uint32_t quantifier, xy_node *right)
{
    return xy_make_quantified(b, span, quantifier, elements(b, right), query_of(right));
}

static bool is_word(const xy_node *node)
{
    return node->kind == XY_NODE_NAME && XY_AS(name, node)->parts.count == 1 && !XY_AS(name, node)->dblink;
}

xy_node *xy_parser_make_argument(xy_builder *b, xy_span span, xy_node *left, xy_node *right)
{
    if (is_word(left))
        return xy_make_named_argument(b, span, XY_AS(name, left)->parts.items[0], right);
    return xy_make_keyed_argument(b, span, left, right);
}

xy_node *xy_parser_make_call(xy_builder *b, xy_span span, xy_node *callee, uint32_t quantifier, xy_nodes args)
{
    xy_node *nulls = NULL;
    xy_node *last = args.count ? args.items[args.count - 1] : NULL;
    if (last && last->kind == XY_NODE_CALL) {
        xy_call *inner = XY_AS(call, last);
        if (inner->nulls && !inner->over && last->last == inner->nulls->last) {
            nulls = inner->nulls;
            inner->nulls = NULL;
            last->last = xy_token_previous(b->source, nulls->first) + 1;
        }
    }
    return xy_make_call(b, span, callee, quantifier, args, NULL, NULL, nulls, NONE, NULL, NULL, NULL);
}

xy_node *xy_parser_call_order(xy_node *call, xy_span span, xy_node *order)
{
    XY_AS(call, call)->order = order;
    return xy_parser_extend(call, span);
}

xy_node *xy_parser_call_nulls(xy_node *call, xy_span span, xy_node *nulls)
{
    XY_AS(call, call)->nulls = nulls;
    return xy_parser_extend(call, span);
}

xy_node *xy_parser_call_overflow(xy_node *call, xy_span span, xy_node *overflow)
{
    XY_AS(call, call)->overflow = overflow;
    return xy_parser_extend(call, span);
}

xy_node *xy_parser_call_within(xy_node *call, xy_span span, xy_node *within)
{
    XY_AS(call, call)->within = within;
    return xy_parser_extend(call, span);
}

xy_node *xy_parser_call_keep(xy_node *call, xy_span span, xy_node *keep)
{
    XY_AS(call, call)->keep = keep;
    return xy_parser_extend(call, span);
}

xy_node *xy_parser_call_over(xy_node *call, xy_span span, xy_node *window)
{
    XY_AS(call, call)->over = window;
    return xy_parser_extend(call, span);
}

xy_node *xy_parser_name_window(xy_node *window, xy_span span, uint32_t name)
{
    XY_AS(window, window)->name = name;
    return xy_parser_extend(window, span);
}

/* ------------------------------------------------------------------ data types */

xy_node *xy_parser_make_type(xy_builder *b, xy_span span, uint32_t ref, xy_node *name, xy_nodes args, xy_token_list words, uint8_t anchor)
{
    return xy_make_data_type(b, span, ref, name, args, NONE, words, anchor, NULL, NONE);
}

xy_node *xy_parser_type_words(xy_builder *b, xy_node *type, xy_span span, xy_token_list words)
{
    xy_data_type *t = XY_AS(data_type, type);
    t->words = xy_tokens_join(b, t->words, words);
    return xy_parser_extend(type, span);
}

xy_node *xy_parser_type_unit(xy_node *type, uint32_t unit)
{
    XY_AS(data_type, type)->unit = unit;
    return type;
}

xy_node *xy_parser_type_charset(xy_node *type, xy_span span, xy_node *charset)
{
    XY_AS(data_type, type)->charset = charset;
    return xy_parser_extend(type, span);
}

/* ------------------------------------------------------------------ queries */

xy_node *xy_parser_make_select(xy_builder *b, xy_span span, xy_node *with, xy_node *body)
{
    return xy_make_select(b, span, with, body, NULL, NULL, NULL);
}

enum { TAIL_ORDER, TAIL_LIMIT, TAIL_FOR_UPDATE };

xy_nodes xy_parser_tail(xy_builder *b, xy_node *order, xy_node *limit, xy_node *for_update)
{
    return xy_list_add(b, xy_parser_pair(b, order, limit), for_update);
}

xy_node *xy_parser_finish_select(xy_builder *b, xy_span span, xy_node *with, xy_node *body, xy_nodes tail)
{
    return xy_make_select(b, span, with, body, tail.items[TAIL_ORDER], tail.items[TAIL_LIMIT], tail.items[TAIL_FOR_UPDATE]);
}

xy_node *xy_parser_for_update(xy_node *node, xy_span span, uint8_t mode, xy_node *seconds)
{
    xy_for_update *f = XY_AS(for_update, node);
    f->mode = mode;
    f->seconds = seconds;
    return xy_parser_extend(node, span);
}

/* ------------------------------------------------------------------ tables */

xy_token_list xy_parser_alias(xy_builder *b, uint32_t as, uint32_t alias)
{
    if (alias == NONE)
        return xy_tokens_empty();
    return xy_tokens_add(b, xy_tokens_one(b, as), alias);
}

uint32_t xy_parser_alias_as(xy_token_list alias) { return alias.count ? alias.items[0] : NONE; }
uint32_t xy_parser_alias_name(xy_token_list alias) { return alias.count ? alias.items[1] : NONE; }

xy_node *xy_parser_alias_table(xy_node *table, xy_span span, xy_token_list alias)
{
    xy_table_name *t = XY_AS(table_name, table);
    t->as = xy_parser_alias_as(alias);
    t->alias = xy_parser_alias_name(alias);
    return xy_parser_extend(table, span);
}

xy_node *xy_parser_flashback(xy_node *table, xy_node *flashback)
{
    XY_AS(table_name, table)->flashback = flashback;
    return table;
}

xy_node *xy_parser_derived_table(xy_builder *b, xy_span span, uint32_t lateral, xy_node *query, xy_token_list alias)
{
    return xy_make_derived_table(b, span, lateral, query, NULL, xy_parser_alias_as(alias), xy_parser_alias_name(alias));
}

xy_node *xy_parser_table_function(xy_builder *b, xy_span span, uint32_t keyword, xy_node *call, uint32_t outer, xy_token_list alias)
{
    return xy_make_table_function(b, span, NONE, keyword, call, outer, xy_parser_alias_as(alias), xy_parser_alias_name(alias));
}

xy_node *xy_parser_syntax_table(xy_node *table, xy_span span, xy_token_list alias)
{
    xy_syntax_table *t = XY_AS(syntax_table, table);
    t->as = xy_parser_alias_as(alias);
    t->alias = xy_parser_alias_name(alias);
    return xy_parser_extend(table, span);
}
