/* See parser_make.h. */
#include "syntax/parser_make.h"

#define NONE XY_NO_TOKEN

xy_span xy_parser_span(xy_span first, xy_span last)
{
    return (xy_span){first.first, last.last};
}

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

/* LAST_VALUE(f(a) IGNORE NULLS), LAG(f(a) IGNORE NULLS, 1): the inner call took what belongs to the outer one. */
static xy_node *take_nulls(xy_builder *b, xy_node *argument)
{
    if (argument->kind != XY_NODE_CALL)
        return NULL;
    xy_call *inner = XY_AS(call, argument);
    xy_node *nulls = inner->nulls;
    if (!nulls || inner->over || argument->last != nulls->last)
        return NULL;
    inner->nulls = NULL;
    argument->last = xy_token_previous(b->source, nulls->first) + 1;
    return nulls;
}

xy_node *xy_parser_make_call(xy_builder *b, xy_span span, xy_node *callee, uint32_t quantifier, xy_nodes args)
{
    xy_node *nulls = NULL;
    for (uint32_t i = 0; i < args.count && !nulls; i++)
        nulls = take_nulls(b, args.items[i]);
    return xy_make_call(b, span, callee, quantifier, args, NULL, NULL, nulls, NONE, NULL, NULL, NULL);
}

xy_node *xy_parser_call_order(xy_node *call, xy_span span, xy_node *order)
{
    XY_AS(call, call)->order = order;
    return xy_parser_extend(call, span);
}

xy_node *xy_parser_frame_exclude(xy_node *frame, xy_span span, uint8_t exclude)
{
    XY_AS(frame, frame)->exclude = exclude;
    return xy_parser_extend(frame, span);
}

xy_node *xy_parser_call_from(xy_node *call, xy_span span, uint32_t which)
{
    XY_AS(call, call)->from_last = which;
    return xy_parser_extend(call, span);
}

xy_node *xy_parser_call_nulls(xy_node *call, xy_span span, xy_node *nulls)
{
    XY_AS(call, call)->nulls = nulls;
    return xy_parser_extend(call, span);
}

xy_node *xy_parser_call_arguments(xy_builder *b, xy_node *call, xy_span span, xy_nodes more)
{
    xy_call *c = XY_AS(call, call);
    c->args = xy_list_join(b, c->args, more);
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
    return xy_make_select(b, span, with, body, NULL, NULL, NULL, NULL);
}

enum { TAIL_ORDER, TAIL_LIMIT, TAIL_FOR_UPDATE };

xy_nodes xy_parser_tail(xy_builder *b, xy_node *order, xy_node *limit, xy_node *for_update)
{
    return xy_list_add(b, xy_parser_pair(b, order, limit), for_update);
}

xy_node *xy_parser_finish_select(xy_builder *b, xy_span span, xy_node *with, xy_node *body, xy_nodes tail)
{
    return xy_make_select(b, span, with, body, tail.items[TAIL_ORDER], tail.items[TAIL_LIMIT], tail.items[TAIL_FOR_UPDATE], NULL);
}

xy_node *xy_parser_restrict_select(xy_node *select, xy_span span, xy_node *restriction)
{
    XY_AS(select, select)->restriction = restriction;
    return xy_parser_extend(select, span);
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

uint32_t xy_parser_alias_as(xy_token_list alias)
{
    return alias.count ? alias.items[0] : NONE;
}
uint32_t xy_parser_alias_name(xy_token_list alias)
{
    return alias.count ? alias.items[1] : NONE;
}

xy_node *xy_parser_alias_table(xy_node *table, xy_span span, xy_token_list alias)
{
    xy_table_name *t = XY_AS(table_name, table);
    t->as = xy_parser_alias_as(alias);
    t->alias = xy_parser_alias_name(alias);
    return xy_parser_extend(table, span);
}

xy_node *xy_parser_flashback(xy_node *table, xy_node *flashback)
{
    if (table->kind == XY_NODE_DERIVED_TABLE)
        XY_AS(derived_table, table)->flashback = flashback;
    else
        XY_AS(table_name, table)->flashback = flashback;
    return table;
}

xy_node *xy_parser_derived_table(xy_builder *b, xy_span span, uint32_t lateral, xy_node *query, xy_token_list alias)
{
    return xy_make_derived_table(b, span, lateral, query, NULL, NULL, xy_parser_alias_as(alias), xy_parser_alias_name(alias), xy_tokens_empty());
}

xy_node *xy_parser_table_function(xy_builder *b, xy_span span, uint32_t keyword, xy_node *call, uint32_t outer, xy_token_list alias)
{
    return xy_make_table_function(b, span, NONE, keyword, call, outer, xy_parser_alias_as(alias), xy_parser_alias_name(alias));
}

xy_node *xy_parser_join_partition(xy_node *join, xy_node *partition)
{
    XY_AS(join, join)->partition = partition;
    return join;
}

xy_node *xy_parser_syntax_table(xy_node *table, xy_span span, uint32_t outer, xy_token_list alias)
{
    xy_syntax_table *t = XY_AS(syntax_table, table);
    t->outer = outer;
    t->as = xy_parser_alias_as(alias);
    t->alias = xy_parser_alias_name(alias);
    return xy_parser_extend(table, span);
}

/* ------------------------------------------------------------------ PL/SQL */

xy_node *xy_parser_query_of(xy_builder *b, xy_node *expression)
{
    if (expression->kind != XY_NODE_SUBQUERY)
        return expression;
    xy_span span = {expression->first, expression->last};
    return xy_parser_make_select(b, span, NULL, xy_make_paren_query(b, span, XY_AS(subquery, expression)->query));
}

/* One control without options over one iterand without type: the loops that every version has. */
static bool is_plain(const xy_iterand *iterand, const xy_iteration_control *control)
{
    bool old = control->kind == XY_ITERATION_CONTROL_KIND_RANGE || (control->kind == XY_ITERATION_CONTROL_KIND_SINGLE && control->reverse == NONE);
    return old && control->options.count == 0 && !iterand->type && iterand->mode == NONE;
}

xy_node *xy_parser_make_for(xy_builder *b, xy_span span, xy_nodes iterands, xy_nodes controls, uint32_t loop, xy_nodes stmts, uint32_t end, uint32_t end_label)
{
    const xy_iterand *iterand = XY_AS(iterand, iterands.items[0]);
    const xy_iteration_control *control = XY_AS(iteration_control, controls.items[0]);
    if (iterands.count > 1 || controls.count > 1 || !is_plain(iterand, control))
        return xy_make_iterator_loop(b, span, iterands, controls, loop, stmts, end, end_label);
    if (control->kind == XY_ITERATION_CONTROL_KIND_RANGE)
        return xy_make_for_loop(b, span, iterand->name, control->reverse, control->low, control->high, loop, stmts, end, end_label);
    return xy_make_cursor_loop(b, span, iterand->name, control->low, loop, stmts, end, end_label);
}

xy_node *xy_parser_prefix_word(xy_builder *b, xy_node *prefix, xy_span span, uint32_t word)
{
    xy_create_prefix *p = XY_AS(create_prefix, prefix);
    p->words = xy_tokens_add(b, p->words, word);
    return xy_parser_extend(prefix, span);
}

xy_node *xy_parser_routine_clause(xy_builder *b, xy_node *routine, xy_span span, xy_node *clause)
{
    xy_routine *r = XY_AS(routine, routine);
    r->clauses = xy_list_add(b, r->clauses, clause);
    return xy_parser_extend(routine, span);
}

xy_node *xy_parser_routine_body(xy_node *routine, xy_span span, uint32_t is, xy_node *body)
{
    XY_AS(routine, routine)->is = is;
    XY_AS(routine, routine)->body = body;
    return xy_parser_extend(routine, span);
}

xy_node *xy_parser_routine_call_spec(xy_node *routine, xy_span span, uint32_t is, xy_node *spec)
{
    XY_AS(routine, routine)->is = is;
    XY_AS(routine, routine)->call_spec = spec;
    return xy_parser_extend(routine, span);
}

xy_node *xy_parser_routine_qualifiers(xy_node *routine, xy_span span, xy_token_list qualifiers)
{
    XY_AS(routine, routine)->qualifiers = qualifiers;
    return xy_parser_extend(routine, span);
}

xy_token_list xy_parser_referencing(xy_builder *b, xy_token_list list, unsigned which, uint32_t name)
{
    while (list.count < 3)
        list = xy_tokens_add(b, list, NONE);
    list.items[which] = name;
    return list;
}

xy_node *xy_parser_make_object_type(xy_builder *b, xy_span span, xy_node *under, xy_nodes items, xy_token_list modifiers)
{
    xy_nodes attributes = xy_list_empty(), methods = xy_list_empty(), pragmas = xy_list_empty();
    for (uint32_t i = 0; i < items.count; i++) {
        if (items.items[i]->kind == XY_NODE_ATTRIBUTE)
            attributes = xy_list_add(b, attributes, items.items[i]);
        else if (items.items[i]->kind == XY_NODE_ROUTINE)
            methods = xy_list_add(b, methods, items.items[i]);
        else if (items.items[i]->kind == XY_NODE_PRAGMA)
            pragmas = xy_list_add(b, pragmas, items.items[i]);
    }
    return xy_make_object_type(b, span, under, attributes, methods, pragmas, modifiers);
}

xy_node *xy_parser_finish_type(xy_node *type, xy_span span, xy_node *definition)
{
    XY_AS(create_type, type)->definition = definition;
    return xy_parser_extend(type, span);
}
