/* Queries: tables of a block, their columns, WITH names, joins, select lists, ordering. */
#include "sema/walk.h"

sema_scope *sema_query_scope(const sema *s, const xy_node *query)
{
    while (query && query->kind == XY_NODE_PAREN_QUERY)
        query = XY_AS(paren_query, query)->query;
    if (!query
        || (query->kind != XY_NODE_SELECT && query->kind != XY_NODE_QUERY_BLOCK && query->kind != XY_NODE_SET_OPERATION && query->kind != XY_NODE_VALUES))
        return NULL;
    return s->extra[query->id];
}

/* ---- row sources ---- */

static xy_symbol *new_alias(sema *s, sema_scope *scope, xy_str name, const xy_type *type, const xy_node *node)
{
    xy_symbol *alias = sema_local(s, XY_SYM_ALIAS, name, type, node);
    xy_vec_push(s->arena, &scope->tables, alias);
    return alias;
}

xy_symbol *sema_add_alias(sema *s, sema_scope *scope, xy_symbol *table, xy_str name, const xy_node *node)
{
    xy_symbol *alias = new_alias(s, scope, name, table ? table->type : NULL, node);
    alias->target = table;
    if (table) {
        alias->columns = table->columns;
        alias->column_count = table->column_count;
        alias->columns_known = table->columns_known;
    }
    scope->has_unknown |= !alias->columns_known;
    if (node) {
        s->infos[node->id].symbol = alias;
        s->infos[node->id].type = alias->type;
    }
    return alias;
}

static xy_symbol *add_columns_alias(sema *s, sema_scope *scope, xy_str name, const xy_node *node, sema_symbols columns, bool known)
{
    xy_symbol *alias = new_alias(s, scope, name, NULL, node);
    for (uint32_t i = 0; i < columns.count; i++) {
        if (!columns.items[i]->owner)
            columns.items[i]->owner = alias;
    }
    alias->columns = columns.items;
    alias->column_count = columns.count;
    alias->columns_known = known;
    alias->type = sema_row_type(s->arena, alias, columns.items, columns.count);
    s->infos[node->id].symbol = alias;
    s->infos[node->id].type = alias->type;
    sema_of(alias)->is_derived = true;
    scope->has_unknown |= !known;
    return alias;
}

static xy_str alias_name(sema *s, uint32_t token, xy_str otherwise)
{
    return token == XY_NO_TOKEN ? otherwise : sema_token_name(&s->declarer, token);
}

static void walk_table_name(sema *s, sema_scope *scope, xy_node *node)
{
    const xy_table_name *t = XY_AS(table_name, node);
    xy_str parts[SEMA_MAX_PARTS];
    uint32_t part_count = sema_name_parts(&s->declarer, t->name, parts);
    const xy_node *link = t->name->kind == XY_NODE_NAME ? XY_AS(name, t->name)->dblink : NULL;
    xy_symbol *table = link ? NULL : sema_find_table(&s->env, parts, part_count);
    if (part_count && (!table || !table->columns_known))
        xy_vec_push(s->arena, &s->missing, parts[part_count - 1]);
    s->infos[t->name->id].symbol = table;
    s->infos[t->name->id].in_sql = true;
    s->infos[t->name->id].type = table ? table->type : NULL;
    s->a->name_count++;
    s->a->name_known += table != NULL;
    xy_symbol *alias = sema_add_alias(s, scope, table, alias_name(s, t->alias, part_count ? parts[part_count - 1] : (xy_str){0}), node);
    if (part_count && t->alias != XY_NO_TOKEN)
        alias->target_name = parts[part_count - 1];
    sema_walk(s, t->sample);
}

/* (query) alias (names) */
static sema_symbols renamed(sema *s, sema_symbols columns, xy_token_list names)
{
    sema_symbols result = {0};
    for (uint32_t i = 0; i < columns.count; i++) {
        const xy_symbol *from = columns.items[i];
        xy_vec_push(s->arena, &result, sema_column_new(s->arena, NULL, sema_token_name(&s->declarer, names.items[i]), from->type, from->nullability));
    }
    return result;
}

/* Without LATERAL or APPLY the other tables of the block are not visible in it. */
static void walk_derived_in(sema *s, sema_scope *scope, xy_node *node, bool lateral)
{
    const xy_derived_table *t = XY_AS(derived_table, node);
    sema_scope *here = s->env.scope;
    s->infos[node->id].in_sql = true;
    if (!lateral)
        s->env.scope = scope->parent;
    sema_walk_select(s, t->query);
    s->env.scope = here;
    const sema_scope *query = sema_query_scope(s, t->query);
    sema_symbols columns = query ? query->columns : (sema_symbols){0};
    if (t->columns.count && t->columns.count == columns.count)
        columns = renamed(s, columns, t->columns);
    add_columns_alias(s, scope, alias_name(s, t->alias, (xy_str){0}), node, columns, query && query->columns_known);
}

static void walk_derived(sema *s, sema_scope *scope, xy_node *node)
{
    walk_derived_in(s, scope, node, XY_AS(derived_table, node)->lateral != XY_NO_TOKEN);
}

/* Columns of TABLE(collection): the fields of its elements, or COLUMN_VALUE. */
static sema_symbols element_columns(sema *s, const xy_type *type)
{
    sema_symbols columns = {0};
    const xy_type *element = type->element;
    if ((element->family == XY_FAMILY_RECORD || element->family == XY_FAMILY_OBJECT) && element->field_count) {
        for (uint32_t i = 0; i < element->field_count; i++) {
            const xy_record_field *f = &element->fields[i];
            xy_vec_push(s->arena, &columns, sema_column_new(s->arena, NULL, f->name, f->type, XY_NULL_MAYBE));
        }
    } else {
        xy_vec_push(s->arena, &columns, sema_column_new(s->arena, NULL, XY_STR("COLUMN_VALUE"), element, XY_NULL_MAYBE));
    }
    return columns;
}

static void walk_table_function(sema *s, sema_scope *scope, xy_node *node)
{
    const xy_table_function *t = XY_AS(table_function, node);
    sema_walk(s, t->call);
    const xy_type *type = t->call ? sema_type_at(s, t->call) : sema_type(XY_FAMILY_UNKNOWN);
    bool known = type->family == XY_FAMILY_COLLECTION && sema_type_known(type->element);
    sema_symbols columns = known ? element_columns(s, type) : (sema_symbols){0};
    xy_symbol *alias = add_columns_alias(s, scope, alias_name(s, t->alias, (xy_str){0}), node, columns, known);
    alias->outer_joined = t->outer != XY_NO_TOKEN;
    sema_of(alias)->object = known ? type->element : NULL;
}

static void path_columns(sema *s, xy_nodes nodes, sema_symbols *columns)
{
    for (uint32_t i = 0; i < nodes.count; i++) {
        if (nodes.items[i]->kind != XY_NODE_PATH_COLUMN) {
            sema_walk(s, nodes.items[i]);
            continue;
        }
        const xy_path_column *c = XY_AS(path_column, nodes.items[i]);
        sema_walk(s, c->type);
        sema_walk(s, c->path);
        sema_walk(s, c->default_);
        if (c->name != XY_NO_TOKEN) {
            bool number = c->ordinality != XY_NO_TOKEN;
            const xy_type *type = number ? sema_type(XY_FAMILY_NUMBER) : c->type ? sema_type_at(s, c->type) : sema_type(XY_FAMILY_XML);
            xy_vec_push(s->arena, columns,
                        sema_column_new(s->arena, NULL, sema_token_name(&s->declarer, c->name), type, number ? XY_NULL_NEVER : XY_NULL_MAYBE));
        }
        path_columns(s, c->nested, columns);
    }
}

static void walk_syntax_table(sema *s, sema_scope *scope, xy_node *node)
{
    const xy_syntax_table *t = XY_AS(syntax_table, node);
    sema_symbols columns = {0};
    sema_walk_list(s, t->operands);
    path_columns(s, t->columns, &columns);
    if (!columns.count)
        xy_vec_push(s->arena, &columns, sema_column_new(s->arena, NULL, XY_STR("COLUMN_VALUE"), sema_type(XY_FAMILY_XML), XY_NULL_MAYBE));
    xy_symbol *alias = add_columns_alias(s, scope, alias_name(s, t->alias, (xy_str){0}), node, columns, true);
    alias->outer_joined = t->outer != XY_NO_TOKEN;
}

/* ---- joins ---- */

static void make_outer(sema_scope *scope, uint32_t from, uint32_t to)
{
    for (uint32_t i = from; i < to; i++) {
        const xy_symbol *alias = scope->tables.items[i];
        uint32_t kept = 0;
        scope->tables.items[i]->outer_joined = true;
        for (uint32_t f = 0; f < scope->facts.count; f++) { /* what an inner join inside made not null may be null again */
            if (scope->facts.items[f].alias != alias)
                scope->facts.items[kept++] = scope->facts.items[f];
        }
        scope->facts.count = kept;
    }
}

static void add_using(sema *s, sema_scope *scope, xy_str name)
{
    xy_str *names = XY_NEW_ARRAY(s->arena, xy_str, scope->using_count + 1);
    if (scope->using_count)
        memcpy(names, scope->using_names, scope->using_count * sizeof *names);
    names[scope->using_count++] = name;
    scope->using_names = names;
}

static void natural_columns(sema *s, sema_scope *scope, uint32_t from, uint32_t middle)
{
    for (uint32_t i = middle; i < scope->tables.count; i++) {
        const xy_symbol *right = scope->tables.items[i];
        for (uint32_t c = 0; c < right->column_count; c++) {
            for (uint32_t j = from; j < middle; j++) {
                if (sema_find_column(scope->tables.items[j], right->columns[c]->name)) {
                    add_using(s, scope, right->columns[c]->name);
                    break;
                }
            }
        }
    }
}

/* What happens once both sides are in the scope. */
static void finish_join(sema *s, sema_scope *scope, const xy_join *join, uint32_t from, uint32_t middle)
{
    bool full = join->kind == XY_JOIN_KIND_FULL;
    if (full || join->kind == XY_JOIN_KIND_LEFT || join->kind == XY_JOIN_KIND_OUTER_APPLY)
        make_outer(scope, middle, scope->tables.count);
    if (full || join->kind == XY_JOIN_KIND_RIGHT)
        make_outer(scope, from, middle);
    for (uint32_t i = 0; i < join->using.count; i++)
        add_using(s, scope, sema_token_name(&s->declarer, join->using.items[i]));
    if (join->natural != XY_NO_TOKEN)
        natural_columns(s, scope, from, middle);
    sema_walk(s, join->on);
    if (join->on && join->kind == XY_JOIN_KIND_INNER)
        sema_null_facts(s, scope, join->on);
}

/* A chain of joins leans to the left: it is walked without recursion. */
static void walk_join(sema *s, sema_scope *scope, xy_node *node)
{
    XY_VEC(const xy_join *) chain = {0};
    uint32_t from = scope->tables.count;
    for (; node->kind == XY_NODE_JOIN; node = XY_AS(join, node)->left) {
        s->infos[node->id].in_sql = true;
        xy_vec_push(s->arena, &chain, XY_AS(join, node));
    }
    sema_walk_table(s, scope, node);
    for (uint32_t i = chain.count; i-- > 0;) {
        const xy_join *join = chain.items[i];
        uint32_t middle = scope->tables.count;
        bool apply = join->kind == XY_JOIN_KIND_CROSS_APPLY || join->kind == XY_JOIN_KIND_OUTER_APPLY;
        if (apply && join->right->kind == XY_NODE_DERIVED_TABLE)
            walk_derived_in(s, scope, join->right, true);
        else
            sema_walk_table(s, scope, join->right);
        finish_join(s, scope, join, from, middle);
    }
}

/* ---- PIVOT and UNPIVOT ---- */

typedef struct mention {
    sema *s;
    const xy_symbol *column;
    bool found;
} mention;

static bool visit_mention(xy_node *node, void *data)
{
    mention *m = data;
    if (m->s->infos[node->id].symbol == m->column)
        m->found = true;
    if (!m->found)
        xy_node_each_child(node, visit_mention, m);
    return !m->found;
}

static bool mentions(sema *s, const xy_symbol *column, xy_nodes nodes)
{
    mention m = {s, column, false};
    for (uint32_t i = 0; i < nodes.count && !m.found; i++)
        visit_mention(nodes.items[i], &m);
    return m.found;
}

static sema_scope *walk_inner_table(sema *s, sema_scope *scope, xy_node *table)
{
    sema_scope *inner = sema_scope_new(s->arena, scope->parent, SEMA_SCOPE_QUERY, table);
    sema_scope *here = s->env.scope;
    s->env.scope = inner;
    sema_walk_table(s, inner, table);
    s->env.scope = here;
    return inner;
}

static bool add_kept_columns(sema *s, const sema_scope *inner, sema_symbols *columns, xy_nodes used, xy_nodes also)
{
    bool known = true;
    for (uint32_t t = 0; t < inner->tables.count; t++) {
        const xy_symbol *alias = inner->tables.items[t];
        known &= alias->columns_known;
        for (uint32_t c = 0; c < alias->column_count; c++) {
            xy_symbol *column = alias->columns[c];
            xy_nullability nulls = alias->outer_joined ? XY_NULL_MAYBE : column->nullability;
            if (!mentions(s, column, used) && !mentions(s, column, also))
                xy_vec_push(s->arena, columns, sema_column_new(s->arena, NULL, column->name, column->type, nulls));
        }
    }
    return known;
}

static xy_str source_name(sema *s, const xy_node *expr)
{
    xy_str parts[SEMA_MAX_PARTS];
    uint32_t n = sema_name_parts(&s->declarer, expr, parts);
    if (n)
        return parts[n - 1];
    if (expr->kind == XY_NODE_FIELD)
        return sema_token_name(&s->declarer, XY_AS(field, expr)->field);
    return xy_str_upper(s->arena, sema_node_text(s->source, expr));
}

static xy_str item_name(sema *s, const xy_node *item)
{
    if (item->kind != XY_NODE_SELECT_ITEM)
        return source_name(s, item);
    const xy_select_item *i = XY_AS(select_item, item);
    return i->alias != XY_NO_TOKEN ? sema_token_name(&s->declarer, i->alias) : source_name(s, i->expr);
}

static void walk_pivot(sema *s, sema_scope *scope, xy_node *node)
{
    const xy_pivot *p = XY_AS(pivot, node);
    sema_scope *inner = walk_inner_table(s, scope, p->table), *here = s->env.scope;
    sema_symbols columns = {0};
    s->env.scope = inner;
    sema_walk_list(s, p->aggregates);
    sema_walk_list(s, p->columns);
    sema_walk_list(s, p->values);
    s->env.scope = here;
    bool known = add_kept_columns(s, inner, &columns, p->aggregates, p->columns) && p->xml == XY_NO_TOKEN;
    for (uint32_t v = 0; v < p->values.count; v++) {
        xy_str value = item_name(s, p->values.items[v]);
        for (uint32_t a = 0; a < p->aggregates.count; a++) {
            const xy_select_item *item = XY_AS(select_item, p->aggregates.items[a]);
            xy_str name = item->alias == XY_NO_TOKEN ? value : xy_str_format(s->arena, "%.*s_%.*s", XY_STR_ARG(value), XY_STR_ARG(item_name(s, &item->node)));
            xy_vec_push(s->arena, &columns, sema_column_new(s->arena, NULL, name, sema_type_at(s, item->expr), XY_NULL_MAYBE));
        }
    }
    add_columns_alias(s, scope, alias_name(s, p->alias, (xy_str){0}), node, columns, known);
}

/* A value's type is that of all columns that are folded into it. */
static const xy_type *folded_type(sema *s, const xy_unpivot *u, uint32_t position)
{
    const xy_type *type = NULL;
    for (uint32_t v = 0; v < u->values.count; v++) {
        const xy_unpivot_item *item = u->values.items[v]->kind == XY_NODE_UNPIVOT_ITEM ? XY_AS(unpivot_item, u->values.items[v]) : NULL;
        if (!item || position >= item->columns.count)
            return sema_type(XY_FAMILY_UNKNOWN);
        const xy_type *one = sema_type_at(s, item->columns.items[position]);
        type = type ? sema_type_unify(s->arena, type, one) : one;
    }
    return type ? type : sema_type(XY_FAMILY_UNKNOWN);
}

static void walk_unpivot(sema *s, sema_scope *scope, xy_node *node)
{
    const xy_unpivot *u = XY_AS(unpivot, node);
    sema_scope *inner = walk_inner_table(s, scope, u->table), *here = s->env.scope;
    sema_symbols columns = {0};
    s->env.scope = inner;
    sema_walk_list(s, u->values);
    s->env.scope = here;
    bool known = add_kept_columns(s, inner, &columns, u->values, (xy_nodes){0});
    const xy_unpivot_item *first = u->values.count && u->values.items[0]->kind == XY_NODE_UNPIVOT_ITEM ? XY_AS(unpivot_item, u->values.items[0]) : NULL;
    for (uint32_t i = 0; i < u->names.count; i++) {
        bool text = !first || i >= first->literals.count;
        const xy_type *type = text ? sema_type(XY_FAMILY_VARCHAR) : sema_type_at(s, first->literals.items[i]);
        xy_vec_push(s->arena, &columns, sema_column_new(s->arena, NULL, source_name(s, u->names.items[i]), type, XY_NULL_NEVER));
    }
    for (uint32_t i = 0; i < u->columns.count; i++) {
        const xy_type *type = folded_type(s, u, i);
        xy_nullability nulls = u->include_nulls != XY_NO_TOKEN || u->columns.count > 1 ? XY_NULL_MAYBE : XY_NULL_NEVER;
        xy_vec_push(s->arena, &columns, sema_column_new(s->arena, NULL, source_name(s, u->columns.items[i]), type, nulls));
    }
    add_columns_alias(s, scope, alias_name(s, u->alias, (xy_str){0}), node, columns, known);
}

/* Which columns come out depends on ROWS PER MATCH; pattern variables stand like aliases in the measures and conditions. */
static void walk_match(sema *s, sema_scope *scope, xy_node *node)
{
    const xy_match_recognize *m = XY_AS(match_recognize, node);
    sema_scope *inner = walk_inner_table(s, scope, m->table), *here = s->env.scope;
    inner->has_unknown = true;
    s->env.scope = inner;
    sema_walk_list(s, m->partition);
    sema_walk(s, m->order);
    sema_walk_list(s, m->measures);
    sema_walk_list(s, m->defines);
    s->env.scope = here;
    add_columns_alias(s, scope, alias_name(s, m->alias, (xy_str){0}), node, (sema_symbols){0}, false);
}

void sema_walk_table(sema *s, sema_scope *scope, xy_node *node)
{
    static const struct {
        uint16_t kind;
        void (*walk)(sema *, sema_scope *, xy_node *);
    } walkers[] = {
        {XY_NODE_TABLE_NAME, walk_table_name},
        {XY_NODE_DERIVED_TABLE, walk_derived},
        {XY_NODE_TABLE_FUNCTION, walk_table_function},
        {XY_NODE_SYNTAX_TABLE, walk_syntax_table},
        {XY_NODE_JOIN, walk_join},
        {XY_NODE_PIVOT, walk_pivot},
        {XY_NODE_UNPIVOT, walk_unpivot},
        {XY_NODE_MATCH_RECOGNIZE, walk_match},
    };
    s->infos[node->id].in_sql = true;
    if (node->kind == XY_NODE_PAREN_TABLE) {
        sema_walk_table(s, scope, XY_AS(paren_table, node)->inner);
        return;
    }
    for (size_t i = 0; i < sizeof walkers / sizeof *walkers; i++) {
        if (walkers[i].kind == node->kind) {
            walkers[i].walk(s, scope, node);
            return;
        }
    }
    scope->has_unknown = true; /* Bogus: tables that could not be read */
}

/* ---- select list ---- */

static bool is_merged(const sema_scope *scope, xy_str name)
{
    for (uint32_t i = 0; i < scope->using_count; i++) {
        if (xy_str_equal(scope->using_names[i], name))
            return true;
    }
    return false;
}

static void expand_alias(sema *s, sema_scope *scope, const xy_symbol *alias, bool skip_merged)
{
    scope->columns_known &= alias->columns_known;
    for (uint32_t i = 0; i < alias->column_count; i++) {
        const xy_symbol *from = alias->columns[i];
        if (skip_merged && is_merged(scope, from->name))
            continue;
        xy_nullability nulls = alias->outer_joined ? XY_NULL_MAYBE : from->nullability;
        for (uint32_t f = 0; f < scope->facts.count; f++) {
            if (scope->facts.items[f].alias == alias && scope->facts.items[f].column == from)
                nulls = XY_NULL_NEVER;
        }
        xy_vec_push(s->arena, &scope->columns, sema_column_new(s->arena, NULL, from->name, from->type, nulls));
    }
}

/* USING and NATURAL columns come first and once. */
static void expand_all(sema *s, sema_scope *scope)
{
    for (uint32_t i = 0; i < scope->using_count; i++) {
        bool seen = false;
        for (uint32_t j = 0; j < i; j++)
            seen |= xy_str_equal(scope->using_names[j], scope->using_names[i]);
        for (uint32_t t = 0; t < scope->tables.count && !seen; t++) {
            xy_symbol *column = sema_find_column(scope->tables.items[t], scope->using_names[i]);
            if (!column)
                continue;
            xy_nullability nulls = scope->tables.items[t]->outer_joined ? XY_NULL_MAYBE : column->nullability;
            xy_vec_push(s->arena, &scope->columns, sema_column_new(s->arena, NULL, column->name, column->type, nulls));
            break;
        }
    }
    for (uint32_t t = 0; t < scope->tables.count; t++)
        expand_alias(s, scope, scope->tables.items[t], true);
    if (!scope->tables.count)
        scope->columns_known = false;
}

static void walk_star(sema *s, sema_scope *scope, xy_node *node)
{
    const xy_star *star = XY_AS(star, node);
    xy_str parts[SEMA_MAX_PARTS];
    s->infos[node->id].in_sql = true;
    if (!star->qualifier) {
        expand_all(s, scope);
        return;
    }
    uint32_t n = sema_name_parts(&s->declarer, star->qualifier, parts);
    s->a->name_count++;
    for (const sema_scope *at = scope; at; at = at->parent) {
        for (uint32_t t = 0; n && at->kind == SEMA_SCOPE_QUERY && t < at->tables.count; t++) {
            xy_symbol *alias = at->tables.items[t];
            if (!xy_str_equal(alias->name, parts[n - 1]))
                continue;
            s->extra[node->id] = alias;
            s->infos[star->qualifier->id].symbol = alias;
            s->a->name_known++;
            expand_alias(s, scope, alias, false);
            return;
        }
    }
    scope->columns_known = false;
}

static void walk_item(sema *s, sema_scope *scope, xy_node *item)
{
    xy_node *expr = item->kind == XY_NODE_SELECT_ITEM ? XY_AS(select_item, item)->expr : item;
    s->infos[item->id].in_sql = true;
    if (expr->kind == XY_NODE_STAR) {
        walk_star(s, scope, expr);
        return;
    }
    sema_walk(s, expr);
    xy_symbol *column = sema_column_new(s->arena, NULL, item_name(s, item), sema_type_at(s, expr), s->infos[expr->id].nullability);
    column->node = item;
    sema_of(column)->local = true;
    xy_vec_push(s->arena, &scope->columns, column);
    if (item->kind == XY_NODE_SELECT_ITEM)
        s->infos[item->id].symbol = column;
}

/* Columns or expressions, each in the result as it is. ROLLUP, CUBE and GROUPING SETS have totals, even over no rows. */
static bool is_plain_grouping(const sema *s, const xy_node *group_by)
{
    if (!group_by)
        return false;
    xy_nodes items = XY_AS(group_by, group_by)->items;
    for (uint32_t i = 0; i < items.count; i++) {
        const xy_node *item = items.items[i];
        const xy_node *callee = item->kind == XY_NODE_CALL ? XY_AS(call, item)->callee : NULL;
        bool total = callee && (sema_token_is(s->source, callee->first, "ROLLUP") || sema_token_is(s->source, callee->first, "CUBE"));
        if (total || item->kind == XY_NODE_GROUPING_SETS || (item->kind == XY_NODE_ROW && !XY_AS(row, item)->items.count))
            return false;
    }
    return items.count > 0;
}

typedef struct alias_search {
    sema *s;
    const sema_scope *scope;
} alias_search;

/* What is no column in GROUP BY or HAVING may be an alias of the select list (23ai). */
static bool visit_group_alias(xy_node *node, void *data)
{
    alias_search *search = data;
    sema *s = search->s;
    xy_str parts[SEMA_MAX_PARTS];
    if (node->kind == XY_NODE_SELECT)
        return true;
    if (node->kind != XY_NODE_NAME || s->infos[node->id].symbol || sema_name_parts(&s->declarer, node, parts) != 1)
        return xy_node_each_child(node, visit_group_alias, data);
    for (uint32_t i = 0; i < search->scope->columns.count; i++) {
        const xy_symbol *column = search->scope->columns.items[i];
        const xy_node *item = column->node;
        bool named = item && item->kind == XY_NODE_SELECT_ITEM && XY_AS(select_item, item)->alias != XY_NO_TOKEN;
        if (!named || !xy_str_equal(column->name, parts[0]))
            continue;
        xy_symbol *alias = sema_local(s, XY_SYM_SELECT_ALIAS, column->name, column->type, item);
        alias->nullability = column->nullability;
        sema_set(s, node, column->type, alias);
        s->infos[node->id].integral = sema_type_is_integral(column->type);
        s->infos[node->id].nullability = column->nullability;
        s->a->name_known++;
        break;
    }
    return true;
}

static void null_totals(sema *s, sema_scope *scope, const xy_query_block *b)
{
    sema_null_totals(s, b);
    for (uint32_t i = 0; i < scope->columns.count; i++) {
        xy_symbol *column = scope->columns.items[i];
        const xy_node *expr = column->node && column->node->kind == XY_NODE_SELECT_ITEM ? XY_AS(select_item, column->node)->expr : column->node;
        if (expr)
            column->nullability = s->infos[expr->id].nullability;
    }
}

static void walk_block(sema *s, xy_node *node)
{
    const xy_query_block *b = XY_AS(query_block, node);
    sema_scope *scope = sema_enter(s, SEMA_SCOPE_QUERY, node);
    scope->columns_known = true;
    scope->grouped = is_plain_grouping(s, b->group_by);
    scope->super_groups = b->group_by && !scope->grouped;
    for (uint32_t i = 0; i < b->from.count; i++)
        sema_walk_table(s, scope, b->from.items[i]);
    if (b->where) {
        sema_walk(s, b->where);
        sema_null_facts(s, scope, XY_AS(where, b->where)->condition);
        sema_null_refresh(s, b->where);
    }
    sema_walk(s, b->hierarchy);
    sema_walk(s, b->group_by);
    sema_walk_list(s, b->windows);
    if (b->model) { /* its measures and aliases are columns, too */
        scope->has_unknown = true;
        scope->columns_known = false;
        sema_walk(s, b->model);
    }
    for (uint32_t i = 0; i < b->items.count; i++)
        walk_item(s, scope, b->items.items[i]);
    sema_walk(s, b->having);
    alias_search search = {s, scope};
    if (b->group_by)
        visit_group_alias(b->group_by, &search);
    if (b->having)
        visit_group_alias(b->having, &search);
    if (scope->super_groups)
        null_totals(s, scope, b);
    sema_walk(s, b->qualify);
    sema_walk_into(s, b->into, scope);
    sema_leave(s);
}

/* ---- set operations ---- */

static void unify_columns(sema *s, sema_scope *result, const sema_scope *right)
{
    if (!right || right->columns.count != result->columns.count)
        return;
    for (uint32_t i = 0; i < result->columns.count; i++) {
        xy_symbol *left = result->columns.items[i];
        xy_symbol *column =
            sema_column_new(s->arena, NULL, left->name, sema_type_unify(s->arena, left->type, right->columns.items[i]->type), left->nullability);
        xy_nullability other = right->columns.items[i]->nullability;
        if (other != column->nullability)
            column->nullability = other == XY_NULL_UNKNOWN || column->nullability == XY_NULL_UNKNOWN ? XY_NULL_UNKNOWN : XY_NULL_MAYBE;
        result->columns.items[i] = column;
    }
}

/* The columns of a recursive WITH name are those of its first branch. */
static void anchor_recursive(sema *s, const sema_scope *branch)
{
    xy_symbol *cte = s->recursive;
    s->recursive = NULL;
    if (!cte || !branch)
        return;
    for (uint32_t i = 0; i < cte->column_count && i < branch->columns.count; i++)
        cte->columns[i]->type = branch->columns.items[i]->type;
    cte->type = sema_row_type(s->arena, cte, cte->columns, cte->column_count);
}

static void walk_body(sema *s, xy_node *body)
{
    if (body->kind == XY_NODE_PAREN_QUERY)
        sema_walk_select(s, XY_AS(paren_query, body)->query);
    else
        sema_walk(s, body);
    s->infos[body->id].in_sql = true;
}

/* CHAR values of different lengths meet as VARCHAR2, with their blanks (trap D05). */
static void convert_branch(sema *s, const sema_scope *branch, const sema_scope *result)
{
    for (uint32_t i = 0; branch && i < branch->columns.count && i < result->columns.count; i++) {
        const xy_node *item = branch->columns.items[i]->node;
        const xy_type *type = result->columns.items[i]->type;
        if (item && item->kind == XY_NODE_SELECT_ITEM)
            item = XY_AS(select_item, item)->expr;
        if (item && type && type->family == XY_FAMILY_VARCHAR && sema_family_at(s, item) == XY_FAMILY_CHAR)
            sema_convert_to_type(s, item, type);
    }
}

static void walk_set_operation(sema *s, xy_node *node)
{
    XY_VEC(xy_node *) chain = {0};
    for (; node->kind == XY_NODE_SET_OPERATION; node = XY_AS(set_operation, node)->left)
        xy_vec_push(s->arena, &chain, node);
    walk_body(s, node);
    const sema_scope *left = sema_query_scope(s, node);
    anchor_recursive(s, left);
    for (uint32_t i = chain.count; i-- > 0;) {
        xy_node *right = XY_AS(set_operation, chain.items[i])->right;
        walk_body(s, right);
        sema_scope *result = sema_scope_new(s->arena, s->env.scope, SEMA_SCOPE_WITH, chain.items[i]);
        const sema_scope *other = sema_query_scope(s, right);
        for (uint32_t c = 0; left && c < left->columns.count; c++)
            xy_vec_push(s->arena, &result->columns, left->columns.items[c]);
        result->columns_known = left && other && left->columns_known && other->columns_known;
        unify_columns(s, result, other);
        if (result->columns_known) {
            convert_branch(s, left, result);
            convert_branch(s, other, result);
        }
        s->extra[chain.items[i]->id] = result;
        left = result;
    }
}

/* ---- WITH ---- */

static void name_columns(sema *s, xy_symbol *cte, const xy_common_table *t)
{
    sema_symbols columns = {0};
    for (uint32_t i = 0; i < t->columns.count; i++)
        xy_vec_push(s->arena, &columns,
                    sema_column_new(s->arena, cte, sema_token_name(&s->declarer, t->columns.items[i]), sema_type(XY_FAMILY_UNKNOWN), XY_NULL_UNKNOWN));
    cte->columns = columns.items;
    cte->column_count = columns.count;
    cte->columns_known = columns.count > 0;
    cte->type = sema_row_type(s->arena, cte, columns.items, columns.count);
}

static void take_columns(sema *s, xy_symbol *cte, const sema_scope *query)
{
    sema_symbols columns = {0};
    bool named = cte->column_count > 0;
    if (!query || (named && (!query->columns_known || query->columns.count != cte->column_count)))
        return;
    for (uint32_t i = 0; i < query->columns.count; i++) {
        const xy_symbol *from = query->columns.items[i];
        xy_str name = named ? cte->columns[i]->name : from->name;
        xy_vec_push(s->arena, &columns, sema_column_new(s->arena, cte, name, from->type, from->nullability));
    }
    cte->columns = columns.items;
    cte->column_count = columns.count;
    cte->columns_known = query->columns_known;
    cte->type = sema_row_type(s->arena, cte, columns.items, columns.count);
}

/* SEARCH … SET c numbers the rows; CYCLE … SET c TO 'Y' DEFAULT 'N' marks them. */
static void add_clause_column(sema *s, sema_symbols *columns, xy_symbol *cte, const xy_node *clause, const xy_type *type)
{
    for (uint32_t t = clause ? clause->first : 0; clause && t < clause->last; t = xy_token_next(s->source, t)) {
        if (!sema_token_is(s->source, t, "SET"))
            continue;
        xy_str name = sema_token_name(&s->declarer, xy_token_next(s->source, t));
        xy_vec_push(s->arena, columns, sema_column_new(s->arena, cte, name, type, XY_NULL_NEVER));
        return;
    }
}

static void add_clause_columns(sema *s, xy_symbol *cte, const xy_common_table *t)
{
    sema_symbols columns = {0};
    if (!t->search && !t->cycle)
        return;
    for (uint32_t i = 0; i < cte->column_count; i++)
        xy_vec_push(s->arena, &columns, cte->columns[i]);
    add_clause_column(s, &columns, cte, t->search, sema_type_integral());
    add_clause_column(s, &columns, cte, t->cycle, sema_type_varchar(s->arena, 1));
    cte->columns = columns.items;
    cte->column_count = columns.count;
    cte->type = sema_row_type(s->arena, cte, columns.items, columns.count);
}

static void walk_common_table(sema *s, sema_scope *scope, xy_node *node)
{
    const xy_common_table *t = XY_AS(common_table, node);
    xy_symbol *cte = sema_local(s, XY_SYM_CTE, sema_token_name(&s->declarer, t->name), NULL, node);
    xy_symbol *former = s->recursive;
    s->infos[node->id].symbol = cte;
    s->infos[node->id].in_sql = true;
    if (t->columns.count) { /* only a name with columns may refer to itself */
        name_columns(s, cte, t);
        sema_declare_in(s, scope, cte);
        s->recursive = cte;
    }
    sema_walk_select(s, t->query);
    s->recursive = former;
    take_columns(s, cte, sema_query_scope(s, t->query));
    add_clause_columns(s, cte, t);
    s->infos[node->id].type = cte->type;
    if (!t->columns.count)
        sema_declare_in(s, scope, cte);
}

static void walk_with(sema *s, sema_scope *scope, const xy_node *node)
{
    const xy_with *w = XY_AS(with, node);
    s->infos[node->id].in_sql = true;
    sema_walk_decls(s, w->routines, NULL);
    for (uint32_t i = 0; i < w->items.count; i++) {
        if (w->items.items[i]->kind == XY_NODE_COMMON_TABLE)
            walk_common_table(s, scope, w->items.items[i]);
    }
}

/* ---- Select ---- */

static const xy_node *first_block(const xy_node *body)
{
    for (;;) {
        switch (body->kind) {
        case XY_NODE_SET_OPERATION: body = XY_AS(set_operation, body)->left; break;
        case XY_NODE_PAREN_QUERY: body = XY_AS(select, XY_AS(paren_query, body)->query)->body; break;
        default: return body;
        }
    }
}

/* Names that ORDER BY may use beside the columns of the block: explicit aliases; after a set operation all result columns. */
static void declare_order_names(sema *s, sema_scope *order, const sema_scope *result, bool all)
{
    for (uint32_t i = 0; result && i < result->columns.count; i++) {
        const xy_symbol *column = result->columns.items[i];
        const xy_node *item = column->node;
        bool named = item && item->kind == XY_NODE_SELECT_ITEM && XY_AS(select_item, item)->alias != XY_NO_TOKEN;
        if (!named && !all)
            continue;
        if (order->names && xy_map_get(order->names, column->name))
            continue;
        xy_symbol *alias = sema_local(s, XY_SYM_SELECT_ALIAS, column->name, column->type, item);
        alias->nullability = column->nullability;
        sema_declare_in(s, order, alias);
    }
}

static void walk_order(sema *s, xy_node *select)
{
    const xy_select *q = XY_AS(select, select);
    const xy_node *body = q->body;
    sema_scope *here = s->env.scope;
    const sema_scope *result = sema_query_scope(s, body);
    bool block = body->kind == XY_NODE_QUERY_BLOCK;
    if (block && s->extra[body->id])
        s->env.scope = s->extra[body->id];
    if (q->order) {
        sema_scope *order = sema_enter(s, SEMA_SCOPE_ORDER, q->order);
        declare_order_names(s, order, result, !block || first_block(body) != body);
        sema_walk(s, q->order);
    }
    if (block && s->extra[body->id])
        s->env.scope = s->extra[body->id];
    sema_walk(s, q->for_update);
    s->env.scope = here;
    sema_walk(s, q->limit);
}

void sema_walk_select(sema *s, xy_node *node)
{
    if (!node)
        return;
    if (node->kind != XY_NODE_SELECT) {
        sema_walk(s, node);
        return;
    }
    const xy_select *q = XY_AS(select, node);
    sema_state state = sema_inside_sql(s);
    sema_scope *scope = sema_enter(s, SEMA_SCOPE_WITH, node);
    s->infos[node->id].in_sql = true;
    xy_symbol *recursive = s->recursive;
    if (q->with) {
        s->recursive = NULL;
        walk_with(s, scope, q->with);
        s->recursive = recursive;
    }
    walk_body(s, q->body);
    s->recursive = NULL;
    walk_order(s, node);
    const sema_scope *result = sema_query_scope(s, q->body);
    if (result) {
        scope->columns = result->columns;
        scope->columns_known = result->columns_known;
    }
    sema_restore(s, state);
}

/* ---- conversions of results ---- */

/* May something be put round the select item? Not where the query compares or sorts what it gives, or takes it from several blocks. */
static bool is_item_of_plain_block(const xy_node *item)
{
    const xy_node *block = item->kind == XY_NODE_SELECT_ITEM ? item->parent : NULL;
    if (!block || block->kind != XY_NODE_QUERY_BLOCK || XY_AS(query_block, block)->quantifier != XY_NO_TOKEN)
        return false;
    return block->parent && block->parent->kind == XY_NODE_SELECT && !XY_AS(select, block->parent)->order;
}

/* One branch of a set operation that compares rows: only a conversion that keeps different values different, and equal ones equal, may come before it. */
static void convert_compared(sema *s, const xy_node *block, xy_symbol *const *columns, uint32_t count)
{
    const sema_scope *scope = sema_query_scope(s, block);
    for (uint32_t i = 0; scope && scope->columns_known && scope->columns.count == count && i < count; i++) {
        const xy_node *item = scope->columns.items[i]->node;
        const xy_type *type = columns[i] ? columns[i]->type : NULL;
        if (!item || item->kind != XY_NODE_SELECT_ITEM || !type)
            continue;
        const xy_node *value = XY_AS(select_item, item)->expr;
        if (xy_is_number_family(sema_family_at(s, value)) && xy_is_char_family(type->family))
            sema_convert_to_type(s, value, type);
    }
}

static void convert_branches(sema *s, const xy_node *body, xy_symbol *const *columns, uint32_t count, bool compared)
{
    for (; body->kind == XY_NODE_SET_OPERATION; body = XY_AS(set_operation, body)->left) {
        const xy_set_operation *o = XY_AS(set_operation, body);
        compared |= o->op != XY_SET_OPERATION_OP_UNION || o->all == XY_NO_TOKEN;
        convert_branches(s, o->right, columns, count, compared);
    }
    if (body->kind == XY_NODE_PAREN_QUERY && XY_AS(paren_query, body)->query->kind == XY_NODE_SELECT)
        convert_branches(s, XY_AS(select, XY_AS(paren_query, body)->query)->body, columns, count, compared);
    else if (compared)
        convert_compared(s, body, columns, count);
    else if (body->kind == XY_NODE_QUERY_BLOCK)
        sema_convert_query(s, body, columns, count);
}

void sema_convert_query(sema *s, const xy_node *query, xy_symbol *const *columns, uint32_t count)
{
    if (query->kind == XY_NODE_SELECT && XY_AS(select, query)->body->kind == XY_NODE_SET_OPERATION) {
        convert_branches(s, XY_AS(select, query)->body, columns, count, false);
        return;
    }
    const sema_scope *scope = sema_query_scope(s, query);
    if (!scope || !scope->columns_known || scope->columns.count != count)
        return;
    for (uint32_t i = 0; i < count; i++) {
        const xy_node *item = scope->columns.items[i]->node;
        if (!item || !columns[i] || !columns[i]->type)
            continue;
        if (is_item_of_plain_block(item))
            sema_convert_stored(s, XY_AS(select_item, item)->expr, columns[i]->type, true);
        else
            sema_convert_to_type(s, item->kind == XY_NODE_SELECT_ITEM ? XY_AS(select_item, item)->expr : item, columns[i]->type);
    }
}

/* VALUES (…), (…) as a query: columns by position. */
static void walk_values(sema *s, xy_node *node)
{
    xy_nodes rows = XY_AS(values, node)->rows;
    sema_scope *result = sema_scope_new(s->arena, s->env.scope, SEMA_SCOPE_WITH, node);
    result->columns_known = rows.count > 0;
    for (uint32_t r = 0; r < rows.count; r++) {
        if (rows.items[r]->kind != XY_NODE_ROW)
            continue;
        xy_nodes items = XY_AS(row, rows.items[r])->items;
        sema_walk_list(s, items);
        for (uint32_t i = 0; i < items.count; i++) {
            xy_nullability nulls = s->infos[items.items[i]->id].nullability;
            const xy_type *type = sema_type_at(s, items.items[i]);
            if (r == 0) {
                xy_vec_push(s->arena, &result->columns, sema_column_new(s->arena, NULL, xy_str_format(s->arena, "COLUMN%u", i + 1), type, nulls));
            } else if (i < result->columns.count) {
                xy_symbol *column = result->columns.items[i];
                column->type = sema_type_unify(s->arena, column->type, type);
                column->nullability = column->nullability == nulls ? nulls : XY_NULL_MAYBE;
            }
        }
    }
    s->extra[node->id] = result;
}

static void walk_paren_query(sema *s, xy_node *node)
{
    sema_walk_select(s, XY_AS(paren_query, node)->query);
}

/* Tables are walked with the scope of their query; here only what stands outside of one (LOCK TABLE, broken trees). */
static void walk_loose_table(sema *s, xy_node *node)
{
    sema_scope *scope = sema_enter(s, SEMA_SCOPE_QUERY, NULL);
    sema_walk_table(s, scope, node);
    sema_leave(s);
}

const sema_walker sema_query_walkers[XY_NODE_COUNT] = {
    [XY_NODE_SELECT] = sema_walk_select,
    [XY_NODE_QUERY_BLOCK] = walk_block,
    [XY_NODE_SET_OPERATION] = walk_set_operation,
    [XY_NODE_PAREN_QUERY] = walk_paren_query,
    [XY_NODE_VALUES] = walk_values,
    [XY_NODE_TABLE_NAME] = walk_loose_table,
    [XY_NODE_DERIVED_TABLE] = walk_loose_table,
    [XY_NODE_TABLE_FUNCTION] = walk_loose_table,
    [XY_NODE_SYNTAX_TABLE] = walk_loose_table,
    [XY_NODE_JOIN] = walk_loose_table,
    [XY_NODE_PAREN_TABLE] = walk_loose_table,
    [XY_NODE_PIVOT] = walk_loose_table,
    [XY_NODE_UNPIVOT] = walk_loose_table,
    [XY_NODE_MATCH_RECOGNIZE] = walk_loose_table,
};
