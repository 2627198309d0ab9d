/* Nullability: never, maybe, always or unknown, for each expression from its parts.
 *
 * A query's WHERE clause makes columns not null (facts): a row is kept only when its condition is true, which no comparison with
 * NULL is. Local variables that get only values that are never null are found by a fix point over the unit. */
#include "sema/walk.h"

xy_nullability sema_null_strict(xy_nullability a, xy_nullability b)
{
    if (a == XY_NULL_ALWAYS || b == XY_NULL_ALWAYS)
        return XY_NULL_ALWAYS;
    if (a == XY_NULL_MAYBE || b == XY_NULL_MAYBE)
        return XY_NULL_MAYBE;
    return a == XY_NULL_NEVER && b == XY_NULL_NEVER ? XY_NULL_NEVER : XY_NULL_UNKNOWN;
}

/* Null only when all are: NVL, COALESCE, || */
xy_nullability sema_null_any(xy_nullability a, xy_nullability b)
{
    if (a == XY_NULL_NEVER || b == XY_NULL_NEVER)
        return XY_NULL_NEVER;
    if (a == XY_NULL_ALWAYS && b == XY_NULL_ALWAYS)
        return XY_NULL_ALWAYS;
    return a == XY_NULL_UNKNOWN || b == XY_NULL_UNKNOWN ? XY_NULL_UNKNOWN : XY_NULL_MAYBE;
}

/* One of several results (CASE, DECODE, UNION). */
static xy_nullability one_of(xy_nullability a, xy_nullability b)
{
    if (a == b)
        return a;
    return a == XY_NULL_UNKNOWN || b == XY_NULL_UNKNOWN ? XY_NULL_UNKNOWN : XY_NULL_MAYBE;
}

static xy_nullability at(const sema *s, const xy_node *node)
{
    return node ? s->infos[node->id].nullability : XY_NULL_UNKNOWN;
}

static const xy_node *plain(const xy_node *node)
{
    while (node && node->kind == XY_NODE_PAREN)
        node = XY_AS(paren, node)->inner;
    return node;
}

/* ---- names ---- */

/* Where in its query a column stands. */
typedef struct place {
    const sema_scope *scope;
    bool before_where /* CONNECT BY and its like see rows that WHERE drops */, before_groups;
} place;

static bool owns_table(const sema_scope *scope, const xy_symbol *alias)
{
    for (uint32_t i = 0; i < scope->tables.count; i++) {
        if (scope->tables.items[i] == alias)
            return true;
    }
    return false;
}

static place place_of(const sema *s, const xy_node *node, const xy_symbol *alias)
{
    place p = {0};
    for (const xy_node *up = node->parent; up; up = up->parent) {
        switch (up->kind) {
        case XY_NODE_HIERARCHY: p.before_where = p.before_groups = true; break;
        case XY_NODE_WHERE:
        case XY_NODE_JOIN:
        case XY_NODE_GROUP_BY: p.before_groups = true; break;
        case XY_NODE_UNARY: p.before_where |= XY_AS(unary, up)->op == XY_UNARY_OP_PRIOR || XY_AS(unary, up)->op == XY_UNARY_OP_CONNECT_BY_ROOT; break;
        case XY_NODE_QUERY_BLOCK:
        case XY_NODE_UPDATE:
        case XY_NODE_DELETE:
        case XY_NODE_SELECT:
            p.scope = s->extra[up->id];
            if (up->kind == XY_NODE_SELECT && XY_AS(select, up)->body->kind == XY_NODE_QUERY_BLOCK) /* ORDER BY */
                p.scope = s->extra[XY_AS(select, up)->body->id];
            if (p.scope && owns_table(p.scope, alias))
                return p;
            p = (place){0};
            break;
        default: break;
        }
    }
    return (place){0};
}

static bool is_fact(const sema_scope *scope, const xy_symbol *alias, const xy_symbol *column)
{
    for (uint32_t i = 0; i < scope->facts.count; i++) {
        if (scope->facts.items[i].alias == alias && scope->facts.items[i].column == column)
            return true;
    }
    return false;
}

static xy_nullability of_column(const sema *s, const xy_node *node, const xy_symbol *column)
{
    const xy_symbol *alias = s->extra[node->id];
    if (!alias)
        return column->nullability;
    place p = place_of(s, node, alias);
    if (p.scope && p.scope->super_groups && !p.before_groups)
        return XY_NULL_MAYBE; /* ROLLUP and its like set columns to NULL in their totals */
    if (column->nullability == XY_NULL_NEVER && !alias->outer_joined)
        return XY_NULL_NEVER;
    if (p.scope && !p.before_where && is_fact(p.scope, alias, column))
        return XY_NULL_NEVER;
    return alias->outer_joined ? XY_NULL_MAYBE : column->nullability;
}

/* The record of a cursor loop holds a row as long as nothing is assigned to it. */
static xy_nullability of_field(const xy_symbol *field)
{
    const xy_symbol *record = field;
    while (record->kind == XY_SYM_FIELD && record->owner)
        record = record->owner;
    bool changed = record->kind == XY_SYM_LOOP_RECORD && record->is_written;
    return changed && field->nullability == XY_NULL_NEVER ? XY_NULL_MAYBE : field->nullability;
}

static xy_nullability of_symbol(const sema *s, const xy_node *node, const xy_symbol *symbol)
{
    switch (symbol->kind) {
    case XY_SYM_COLUMN: return of_column(s, node, symbol);
    case XY_SYM_LOOP_INDEX: return symbol->is_written ? XY_NULL_MAYBE : symbol->nullability; /* MUTABLE */
    case XY_SYM_FIELD: return of_field(symbol);
    case XY_SYM_PSEUDOCOLUMN: { /* of a row that an outer join may not have */
        const xy_symbol *alias = s->extra[node->id];
        return alias && alias->outer_joined ? XY_NULL_MAYBE : symbol->nullability;
    }
    case XY_SYM_VARIABLE:
    case XY_SYM_CONSTANT:
    case XY_SYM_PARAMETER: return sema_of(symbol)->never_null ? XY_NULL_NEVER : symbol->nullability;
    default: return symbol->nullability;
    }
}

static void null_name(sema *s, const xy_node *node)
{
    xy_info *info = sema_info(s, node);
    if (info->symbol && !info->maybe_column)
        info->nullability = of_symbol(s, node, info->symbol);
}

static void null_field(sema *s, const xy_node *node)
{
    xy_info *info = sema_info(s, node);
    if (info->symbol)
        info->nullability = of_symbol(s, node, info->symbol);
}

/* ---- literals and operators ---- */

static void null_string(sema *s, const xy_node *node)
{
    s->infos[node->id].nullability = sema_family_at(s, node) == XY_FAMILY_NULL ? XY_NULL_ALWAYS : XY_NULL_NEVER;
}

static void never(sema *s, const xy_node *node)
{
    s->infos[node->id].nullability = XY_NULL_NEVER;
}
static void always(sema *s, const xy_node *node)
{
    s->infos[node->id].nullability = XY_NULL_ALWAYS;
}
static void maybe(sema *s, const xy_node *node)
{
    s->infos[node->id].nullability = XY_NULL_MAYBE;
}

static void as(sema *s, const xy_node *node, const xy_node *from)
{
    s->infos[node->id].nullability = at(s, from);
}

static void null_paren(sema *s, const xy_node *node)
{
    as(s, node, XY_AS(paren, node)->inner);
}
static void null_unary(sema *s, const xy_node *node)
{
    uint8_t op = XY_AS(unary, node)->op;
    as(s, node, XY_AS(unary, node)->operand);
    if (op == XY_UNARY_OP_PRIOR && at(s, node) == XY_NULL_NEVER)
        maybe(s, node); /* a root has no prior row */
}
static void null_collate(sema *s, const xy_node *node)
{
    as(s, node, XY_AS(collate, node)->operand);
}
static void null_named(sema *s, const xy_node *node)
{
    as(s, node, XY_AS(named_argument, node)->value);
}
static void null_zone(sema *s, const xy_node *node)
{
    as(s, node, XY_AS(at_time_zone, node)->operand);
}
static void null_interval(sema *s, const xy_node *node)
{
    as(s, node, XY_AS(interval_expression, node)->operand);
}
static void null_extract(sema *s, const xy_node *node)
{
    as(s, node, XY_AS(extract, node)->source);
}
static void null_charset(sema *s, const xy_node *node)
{
    as(s, node, XY_AS(charset_argument, node)->value);
}
/* What cannot be converted gives the default. */
static void null_conversion(sema *s, const xy_node *node)
{
    const xy_conversion_default *c = XY_AS(conversion_default, node);
    s->infos[node->id].nullability = c->default_ ? one_of(at(s, c->value), at(s, c->default_)) : XY_NULL_UNKNOWN;
}
static void null_outer(sema *s, const xy_node *node)
{
    as(s, node, XY_AS(outer_join, node)->column);
}

static void null_cast(sema *s, const xy_node *node)
{
    const xy_cast *c = XY_AS(cast, node);
    as(s, node, c->operand);
    if (c->default_)
        s->infos[node->id].nullability = one_of(at(s, c->operand), at(s, c->default_));
    if (c->multiset != XY_NO_TOKEN)
        never(s, node);
}

/* TRIM may leave nothing, which is NULL. */
static void null_trim(sema *s, const xy_node *node)
{
    xy_nullability source = at(s, XY_AS(trim, node)->source);
    s->infos[node->id].nullability = source == XY_NULL_ALWAYS ? XY_NULL_ALWAYS : XY_NULL_MAYBE;
}

static void null_binary(sema *s, const xy_node *node)
{
    const xy_binary *b = XY_AS(binary, node);
    xy_nullability left = at(s, b->left), right = at(s, b->right);
    if (b->op == XY_BINARY_OP_CONCAT)
        s->infos[node->id].nullability = sema_null_any(left, right);
    else if (b->op == XY_BINARY_OP_AND || b->op == XY_BINARY_OP_OR)
        s->infos[node->id].nullability = left == XY_NULL_NEVER && right == XY_NULL_NEVER       ? XY_NULL_NEVER
                                         : left == XY_NULL_UNKNOWN || right == XY_NULL_UNKNOWN ? XY_NULL_UNKNOWN
                                                                                               : XY_NULL_MAYBE;
    else
        s->infos[node->id].nullability = sema_null_strict(left, right);
}

static void null_between(sema *s, const xy_node *node)
{
    const xy_between *b = XY_AS(between, node);
    s->infos[node->id].nullability = sema_null_strict(at(s, b->operand), sema_null_strict(at(s, b->low), at(s, b->high)));
}

static void null_like(sema *s, const xy_node *node)
{
    s->infos[node->id].nullability = sema_null_strict(at(s, XY_AS(like, node)->operand), at(s, XY_AS(like, node)->pattern));
}

static void null_in(sema *s, const xy_node *node)
{
    const xy_in *in = XY_AS(in, node);
    xy_nullability result = in->query ? XY_NULL_UNKNOWN : at(s, in->operand);
    for (uint32_t i = 0; i < in->list.count; i++)
        result =
            at(s, in->list.items[i]) == XY_NULL_NEVER ? result : sema_null_strict(result == XY_NULL_ALWAYS ? XY_NULL_ALWAYS : XY_NULL_MAYBE, XY_NULL_MAYBE);
    s->infos[node->id].nullability = result;
}

/* A list is as null as its worst item; of a query nothing is known. */
static void null_quantified(sema *s, const xy_node *node)
{
    const xy_quantified *q = XY_AS(quantified, node);
    xy_nullability result = q->query ? XY_NULL_UNKNOWN : XY_NULL_NEVER;
    for (uint32_t i = 0; i < q->list.count; i++)
        result = at(s, q->list.items[i]) == XY_NULL_NEVER || result == XY_NULL_UNKNOWN ? result : XY_NULL_MAYBE;
    s->infos[node->id].nullability = result;
}

static void null_case(sema *s, const xy_node *node)
{
    const xy_case *c = XY_AS(case, node);
    xy_nullability result = c->otherwise ? at(s, c->otherwise) : XY_NULL_ALWAYS;
    for (uint32_t i = 0; i < c->whens.count; i++) {
        const xy_node *when = c->whens.items[i];
        result = one_of(result, when->kind == XY_NODE_WHEN ? at(s, XY_AS(when, when)->result) : XY_NULL_UNKNOWN);
    }
    s->infos[node->id].nullability = result;
}

/* ---- subqueries ---- */

static bool has_row_always(const xy_node *select);

/* An aggregate query without GROUP BY has exactly one row; HAVING might drop it. */
static bool is_single_row_block(const xy_node *body)
{
    if (body->kind != XY_NODE_QUERY_BLOCK)
        return body->kind == XY_NODE_PAREN_QUERY && has_row_always(XY_AS(paren_query, body)->query);
    const xy_query_block *b = XY_AS(query_block, body);
    return !b->group_by && !b->having && !b->hierarchy && !b->qualify;
}

static bool has_row_always(const xy_node *select)
{
    const xy_select *q = XY_AS(select, select);
    return !q->limit && is_single_row_block(q->body);
}

typedef struct aggregate_search {
    const sema *s;
    bool found;
} aggregate_search;

static bool is_aggregate(const sema *s, const xy_node *node)
{
    const xy_symbol *symbol = node->kind == XY_NODE_CALL ? s->infos[node->id].symbol : NULL;
    const char *text = symbol && symbol->kind == XY_SYM_BUILTIN ? sema_of(symbol)->signature : NULL;
    sema_signature signature;
    if (!text || XY_AS(call, node)->over)
        return false;
    sema_signature_read(text, &signature);
    return strchr(signature.flags, 'a') != NULL;
}

static bool visit_aggregate(xy_node *node, void *data)
{
    aggregate_search *search = data;
    if (node->kind == XY_NODE_SELECT)
        return true;
    if (is_aggregate(search->s, node))
        search->found = true;
    else
        xy_node_each_child(node, visit_aggregate, data);
    return !search->found;
}

static void null_subquery(sema *s, const xy_node *node)
{
    const xy_node *query = XY_AS(subquery, node)->query;
    const sema_scope *scope = sema_query_scope(s, query);
    xy_info *info = sema_info(s, node);
    info->nullability = XY_NULL_MAYBE;
    if (!scope || query->kind != XY_NODE_SELECT || !scope->columns_known || scope->columns.count != 1 || !has_row_always(query))
        return;
    const xy_node *item = scope->columns.items[0]->node;
    aggregate_search search = {s, false};
    if (item)
        visit_aggregate((xy_node *)(uintptr_t)item, &search);
    if (search.found)
        info->nullability = scope->columns.items[0]->nullability;
}

/* ---- calls ---- */

static const xy_node *argument(xy_nodes args, uint32_t i)
{
    return i < args.count ? sema_argument_value(args.items[i]) : NULL;
}

static xy_nullability strict_arguments(const sema *s, xy_nodes args)
{
    xy_nullability result = XY_NULL_NEVER;
    for (uint32_t i = 0; i < args.count; i++)
        result = sema_null_strict(result, at(s, argument(args, i)));
    return result;
}

static xy_nullability any_argument(const sema *s, xy_nodes args)
{
    xy_nullability result = XY_NULL_ALWAYS;
    for (uint32_t i = 0; i < args.count; i++)
        result = sema_null_any(result, at(s, argument(args, i)));
    return result;
}

static xy_nullability null_decode(const sema *s, xy_nodes args)
{
    xy_nullability result = args.count % 2 == 0 ? at(s, argument(args, args.count - 1)) : XY_NULL_ALWAYS;
    for (uint32_t i = 2; i < args.count; i += 2)
        result = one_of(result, at(s, argument(args, i)));
    return result;
}

static bool is_positive_literal(const sema *s, const xy_node *node)
{
    return node && node->kind == XY_NODE_NUMBER_LITERAL && sema_digits(sema_node_text(s->source, node)) > 0;
}

/* LPAD(x, 5): not null when x is not; SUBSTR(x, 1): likewise. */
static bool keeps_text(const sema *s, const xy_symbol *symbol, xy_nodes args)
{
    bool pad = xy_str_equal(symbol->name, XY_STR("LPAD")) || xy_str_equal(symbol->name, XY_STR("RPAD"));
    bool substr = xy_str_equal(symbol->name, XY_STR("SUBSTR"));
    if (pad)
        return args.count >= 2 && is_positive_literal(s, argument(args, 1));
    return substr && args.count >= 2 && sema_node_text(s->source, argument(args, 1)).length == 1 && sema_node_text(s->source, argument(args, 1)).data[0] == '1'
           && (args.count == 2 || is_positive_literal(s, argument(args, 2)));
}

/* TO_CHAR(0, 'FMB9') is NULL: a model with B prints nothing for zero. */
static bool may_print_nothing(const sema *s, const xy_symbol *symbol, xy_nodes args)
{
    bool text = xy_str_equal(symbol->name, XY_STR("TO_CHAR")) || xy_str_equal(symbol->name, XY_STR("TO_NCHAR"));
    const xy_node *model = text ? argument(args, 1) : NULL;
    if (!model || xy_is_datetime_family(sema_family_at(s, argument(args, 0))))
        return false;
    if (model->kind != XY_NODE_STRING_LITERAL)
        return true;
    xy_str value = xy_token_string(s->source, XY_AS(string_literal, model)->value, s->arena);
    return value.length && (memchr(value.data, 'B', value.length) || memchr(value.data, 'b', value.length));
}

/* In a query with GROUP BY each group has rows: MAX of what is never null is not null. */
static bool in_grouped_block(const sema *s, const xy_node *node)
{
    const xy_node *block = xy_node_enclosing(node, XY_NODE_QUERY_BLOCK);
    const sema_scope *scope = block ? s->extra[block->id] : NULL;
    return scope && scope->grouped;
}

static xy_nullability of_builtin(const sema *s, const xy_node *node, const xy_symbol *symbol, xy_nodes args)
{
    sema_signature signature;
    if (!sema_of(symbol)->signature)
        return symbol->nullability;
    sema_signature_read(sema_of(symbol)->signature, &signature);
    if (!symbol->owner && xy_str_equal(symbol->name, XY_STR("DECODE")))
        return null_decode(s, args);
    if (!symbol->owner && xy_str_equal(symbol->name, XY_STR("NVL2")) && args.count == 3)
        return one_of(at(s, argument(args, 1)), at(s, argument(args, 2)));
    if (!symbol->owner && may_print_nothing(s, symbol, args))
        return XY_NULL_MAYBE;
    bool grouped = strchr(signature.flags, 'a') && node->kind == XY_NODE_CALL && !XY_AS(call, node)->over && in_grouped_block(s, node);
    switch (signature.null_rule) {
    case '!': return XY_NULL_NEVER;
    case '=': return strict_arguments(s, args);
    case '|': return any_argument(s, args);
    case '~': return XY_NULL_MAYBE;
    case '?':
        if (keeps_text(s, symbol, args))
            return strict_arguments(s, args);
        if (grouped)
            return args.count ? sema_null_strict(at(s, argument(args, 0)), XY_NULL_NEVER) : XY_NULL_MAYBE;
        return XY_NULL_MAYBE;
    default: return XY_NULL_UNKNOWN;
    }
}

static void null_call(sema *s, const xy_node *node)
{
    xy_info *info = sema_info(s, node);
    const xy_symbol *symbol = info->symbol;
    if (info->is_constructor)
        info->nullability = XY_NULL_NEVER;
    else if (info->is_element)
        info->nullability = XY_NULL_MAYBE;
    else if (symbol && symbol->kind == XY_SYM_BUILTIN)
        info->nullability = of_builtin(s, node, symbol, XY_AS(call, node)->args);
    else if (symbol)
        info->nullability = symbol->kind == XY_SYM_FUNCTION ? XY_NULL_MAYBE : XY_NULL_UNKNOWN;
}

static void null_new(sema *s, const xy_node *node)
{
    never(s, node);
}

static void null_attribute(sema *s, const xy_node *node)
{
    const xy_cursor_attribute *c = XY_AS(cursor_attribute, node);
    bool open = sema_token_is(s->source, c->attribute, "ISOPEN");
    s->infos[node->id].nullability = open ? XY_NULL_NEVER : XY_NULL_MAYBE; /* before the first FETCH or statement */
}

typedef void (*null_rule)(sema *s, const xy_node *node);

static const null_rule rules[XY_NODE_COUNT] = {
    [XY_NODE_NAME] = null_name,
    [XY_NODE_FIELD] = null_field,
    [XY_NODE_BIND] = maybe,
    [XY_NODE_NUMBER_LITERAL] = never,
    [XY_NODE_STRING_LITERAL] = null_string,
    [XY_NODE_DATETIME_LITERAL] = never,
    [XY_NODE_INTERVAL_LITERAL] = never,
    [XY_NODE_NULL_LITERAL] = always,
    [XY_NODE_BOOLEAN_LITERAL] = never,
    [XY_NODE_PAREN] = null_paren,
    [XY_NODE_UNARY] = null_unary,
    [XY_NODE_BINARY] = null_binary,
    [XY_NODE_BETWEEN] = null_between,
    [XY_NODE_LIKE] = null_like,
    [XY_NODE_IN] = null_in,
    [XY_NODE_IS_NULL] = never,
    [XY_NODE_EXISTS] = never,
    [XY_NODE_QUANTIFIED] = null_quantified,
    [XY_NODE_CASE] = null_case,
    [XY_NODE_SUBQUERY] = null_subquery,
    [XY_NODE_CALL] = null_call,
    [XY_NODE_CAST] = null_cast,
    [XY_NODE_TRIM] = null_trim,
    [XY_NODE_EXTRACT] = null_extract,
    [XY_NODE_COLLATE] = null_collate,
    [XY_NODE_NAMED_ARGUMENT] = null_named,
    [XY_NODE_CHARSET_ARGUMENT] = null_charset,
    [XY_NODE_CONVERSION_DEFAULT] = null_conversion,
    [XY_NODE_AT_TIME_ZONE] = null_zone,
    [XY_NODE_INTERVAL_EXPRESSION] = null_interval,
    [XY_NODE_OUTER_JOIN] = null_outer,
    [XY_NODE_NEW] = null_new,
    [XY_NODE_CURSOR_ATTRIBUTE] = null_attribute,
    [XY_NODE_CURSOR_EXPRESSION] = never,
};

void sema_null_node(sema *s, const xy_node *node)
{
    const xy_symbol *symbol = s->infos[node->id].symbol;
    /* A built-in without parentheses: SYSDATE, ROWNUM, t.COUNT. */
    if ((node->kind == XY_NODE_NAME || node->kind == XY_NODE_FIELD) && symbol && symbol->kind == XY_SYM_BUILTIN)
        s->infos[node->id].nullability = of_builtin(s, node, symbol, (xy_nodes){0});
    else if (rules[node->kind])
        rules[node->kind](s, node);
    if (s->infos[node->id].nulled)
        s->infos[node->id].nullability = XY_NULL_MAYBE;
}

/* ---- totals ---- */

typedef struct total_marks {
    sema *s;
    const xy_node *key;
} total_marks;

/* The arguments of an aggregate are values of rows, not of groups. */
static bool visit_total(xy_node *node, void *data)
{
    total_marks *marks = data;
    if (is_aggregate(marks->s, node))
        return true;
    if (xy_node_equal(marks->s->source, node, marks->s->source, marks->key))
        marks->s->infos[node->id].nulled = true;
    else
        xy_node_each_child(node, visit_total, data);
    return true;
}

static void mark_totals(sema *s, const xy_query_block *block, const xy_node *key)
{
    xy_nodes inner = {0};
    if (key->kind == XY_NODE_ROW)
        inner = XY_AS(row, key)->items;
    else if (key->kind == XY_NODE_GROUPING_SETS)
        inner = XY_AS(grouping_sets, key)->items;
    else if (key->kind == XY_NODE_CALL && (sema_token_is(s->source, key->first, "ROLLUP") || sema_token_is(s->source, key->first, "CUBE")))
        inner = XY_AS(call, key)->args;
    for (uint32_t i = 0; i < inner.count; i++)
        mark_totals(s, block, inner.items[i]);
    if (inner.count || key->kind == XY_NODE_NAME)
        return; /* columns: see of_column */
    total_marks marks = {s, plain(key)};
    for (uint32_t i = 0; i < block->items.count; i++)
        visit_total(block->items.items[i], &marks);
    if (block->having)
        visit_total(block->having, &marks);
}

void sema_null_totals(sema *s, const xy_query_block *block)
{
    xy_nodes items = XY_AS(group_by, block->group_by)->items;
    for (uint32_t i = 0; i < items.count; i++)
        mark_totals(s, block, items.items[i]);
    for (uint32_t i = 0; i < block->items.count; i++)
        sema_null_refresh(s, block->items.items[i]);
    if (block->having)
        sema_null_refresh(s, block->having);
}

/* ---- again, after something was learned ---- */

static bool visit_refresh(xy_node *child, void *data)
{
    sema_null_refresh(data, child);
    return true;
}

static void refresh_chain(sema *s, xy_node *node)
{
    XY_VEC(xy_node *) chain = {0};
    for (; node->kind == XY_NODE_BINARY; node = XY_AS(binary, node)->left)
        xy_vec_push(s->arena, &chain, node);
    sema_null_refresh(s, node);
    for (uint32_t i = chain.count; i-- > 0;) {
        sema_null_refresh(s, XY_AS(binary, chain.items[i])->right);
        null_binary(s, chain.items[i]);
    }
}

void sema_null_refresh(sema *s, xy_node *root)
{
    if (root->kind == XY_NODE_BINARY) {
        refresh_chain(s, root);
        return;
    }
    xy_node_each_child(root, visit_refresh, s);
    if (s->is_expr[root->kind])
        sema_null_node(s, root);
}

/* ---- facts of a condition ---- */

enum { MAX_FACTS = 200 };

/* A column that is compared as it is: the comparison is not true when it is null. */
static void add_fact(sema *s, sema_scope *scope, const xy_node *operand)
{
    operand = plain(operand);
    if (!operand || operand->kind != XY_NODE_NAME || scope->facts.count >= MAX_FACTS)
        return;
    const xy_symbol *alias = s->extra[operand->id], *column = s->infos[operand->id].symbol;
    if (!alias || !column || column->kind != XY_SYM_COLUMN)
        return;
    if (owns_table(scope, alias)) {
        sema_fact fact = {alias, column};
        xy_vec_push(s->arena, &scope->facts, fact);
    }
}

static bool visit_outer(xy_node *node, void *data)
{
    bool *found = data;
    *found |= node->kind == XY_NODE_OUTER_JOIN;
    if (!*found)
        xy_node_each_child(node, visit_outer, data);
    return !*found;
}

/* With (+) the condition may be false and the row is kept all the same. */
static bool is_outer_condition(const xy_node *condition)
{
    bool found = false;
    visit_outer((xy_node *)(uintptr_t)condition, &found);
    return found;
}

static bool is_comparison(uint8_t op)
{
    return op >= XY_BINARY_OP_EQ && op <= XY_BINARY_OP_GE;
}

/* ALL of a query without rows is true for NULL too. */
static bool may_compare_nothing(const sema *s, const xy_node *right)
{
    right = plain(right);
    return right && right->kind == XY_NODE_QUANTIFIED && XY_AS(quantified, right)->query && sema_token_is(s->source, right->first, "ALL");
}

void sema_null_facts(sema *s, sema_scope *scope, const xy_node *condition)
{
    condition = plain(condition);
    while (condition && condition->kind == XY_NODE_BINARY && XY_AS(binary, condition)->op == XY_BINARY_OP_AND) {
        sema_null_facts(s, scope, XY_AS(binary, condition)->right);
        condition = plain(XY_AS(binary, condition)->left);
    }
    if (!condition || is_outer_condition(condition))
        return;
    switch (condition->kind) {
    case XY_NODE_IS_NULL:
        if (XY_AS(is_null, condition)->not != XY_NO_TOKEN)
            add_fact(s, scope, XY_AS(is_null, condition)->operand);
        break;
    case XY_NODE_BINARY:
        if (is_comparison(XY_AS(binary, condition)->op) && !may_compare_nothing(s, XY_AS(binary, condition)->right)) {
            add_fact(s, scope, XY_AS(binary, condition)->left);
            add_fact(s, scope, XY_AS(binary, condition)->right);
        }
        break;
    case XY_NODE_BETWEEN: add_fact(s, scope, XY_AS(between, condition)->operand); break;
    case XY_NODE_LIKE: add_fact(s, scope, XY_AS(like, condition)->operand); break;
    case XY_NODE_IN: /* NOT IN over an empty subquery is true for NULL too */
        if (!XY_AS(in, condition)->query || XY_AS(in, condition)->not == XY_NO_TOKEN)
            add_fact(s, scope, XY_AS(in, condition)->operand);
        break;
    default: break;
    }
}

/* ---- variables that are never null ---- */

static bool is_candidate(const xy_symbol *symbol)
{
    if (symbol->kind == XY_SYM_PARAMETER || sema_of(symbol)->package_level || symbol->nullability == XY_NULL_NEVER)
        return false;
    const xy_type *type = symbol->type;
    return type
           && (xy_is_number_family(type->family) || xy_is_char_family(type->family) || xy_is_datetime_family(type->family)
               || type->family == XY_FAMILY_BOOLEAN);
}

static bool drop_failing(sema *s)
{
    bool dropped = false;
    for (uint32_t i = 0; i < s->assignments.count; i++) {
        const sema_assignment *a = &s->assignments.items[i];
        if (sema_of(a->variable)->never_null && (!a->value || s->infos[a->value->id].nullability != XY_NULL_NEVER)) {
            sema_of(a->variable)->never_null = false;
            dropped = true;
        }
    }
    return dropped;
}

/* A variable without initial value, or one that something writes in a way that is not seen, cannot be one: no need to look further. */
static void drop_hopeless(const sema *s)
{
    for (uint32_t i = 0; i < s->assignments.count; i++) {
        const sema_assignment *a = &s->assignments.items[i];
        if (!a->value || s->infos[a->value->id].nullability == XY_NULL_ALWAYS || s->infos[a->value->id].nullability == XY_NULL_UNKNOWN)
            sema_of(a->variable)->never_null = false;
    }
}

static uint32_t count_candidates(const sema *s)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < s->variables.count; i++)
        n += sema_of(s->variables.items[i])->never_null;
    return n;
}

/* Optimistic: all candidates count as never null until an assignment says otherwise; what is left supports itself. */
void sema_null_variables(sema *s, xy_node *root)
{
    enum { MAX_ROUNDS = 8 };
    for (uint32_t i = 0; i < s->variables.count; i++)
        sema_of(s->variables.items[i])->never_null = is_candidate(s->variables.items[i]);
    drop_hopeless(s);
    if (!count_candidates(s)) {
        if (s->row_written)
            sema_null_refresh(s, root);
        return;
    }
    for (int round = 0; round < MAX_ROUNDS; round++) {
        sema_null_refresh(s, root);
        if (!drop_failing(s))
            return;
    }
    for (uint32_t i = 0; i < s->variables.count; i++) /* no fix point in sight: claim nothing */
        sema_of(s->variables.items[i])->never_null = false;
    sema_null_refresh(s, root);
}
