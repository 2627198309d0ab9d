/* Statements: assignments, DML, cursors, loops, blocks; what they write. */
#include "sema/walk.h"

/* ---- what is written ---- */

static xy_symbol *variable_of(const sema *s, const xy_node *target)
{
    for (;;) {
        xy_symbol *symbol = s->infos[target->id].symbol;
        switch (target->kind) {
        case XY_NODE_PAREN: target = XY_AS(paren, target)->inner; break;
        case XY_NODE_FIELD: target = XY_AS(field, target)->object; break;
        case XY_NODE_CALL: target = XY_AS(call, target)->callee; break;
        default: return symbol;
        }
    }
}

/* The variable and, for rec.a.b, every record field on the way. */
void sema_mark_written(sema *s, const xy_node *target, const xy_node *value)
{
    xy_symbol *symbol = s->infos[target->id].symbol;
    bool whole = symbol && (symbol->kind == XY_SYM_VARIABLE || symbol->kind == XY_SYM_PARAMETER) && target->kind == XY_NODE_NAME;
    if (whole && sema_of(symbol)->local) {
        sema_assignment a = {symbol, value};
        xy_vec_push(s->arena, &s->assignments, a);
    }
    for (int round = 0; round < 2; round++) {
        for (; symbol; symbol = symbol->kind == XY_SYM_FIELD ? symbol->owner : NULL) {
            if (!sema_of(symbol)->local)
                continue;
            symbol->is_written = true;
            s->row_written |= symbol->kind == XY_SYM_LOOP_RECORD;
        }
        symbol = variable_of(s, target);
    }
}

static void walk_target(sema *s, xy_node *target, const xy_node *value)
{
    sema_walk(s, target);
    sema_mark_written(s, target, value);
}

const xy_node *xy_into_target(const xy_into *into, uint32_t i, uint32_t count)
{
    bool each = into->targets.count == count;
    return each || into->targets.count == 1 ? into->targets.items[each ? i : 0] : NULL;
}

const xy_type *xy_into_type(const xy_into *into, const xy_type *target, uint32_t i, uint32_t count)
{
    if (target && into->bulk != XY_NO_TOKEN)
        target = target->family == XY_FAMILY_COLLECTION ? target->element : NULL;
    if (target && into->targets.count == 1 && target->family == XY_FAMILY_RECORD)
        return target->field_count == count ? target->fields[i].type : NULL;
    return into->targets.count == count ? target : NULL;
}

static const xy_type *stored_type(const sema *s, const xy_into *into, uint32_t i, uint32_t count)
{
    const xy_node *target = xy_into_target(into, i, count);
    return xy_into_type(into, target ? sema_type_at(s, target) : NULL, i, count);
}

/* The texts of BULK COLLECT are checked by its pass, as elements. */
static void store(sema *s, const xy_node *value, const xy_type *type, const xy_into *into)
{
    if (into->bulk == XY_NO_TOKEN)
        sema_convert_stored(s, value, type, false);
    else
        sema_convert_to_type(s, value, type);
}

/* May a select item be converted in its place? Not where the query sorts or compares what it gives. */
static bool converts_in_place(const xy_node *into)
{
    const xy_node *block = into->parent, *select = block ? block->parent : NULL;
    if (!select || select->kind != XY_NODE_SELECT || block->kind != XY_NODE_QUERY_BLOCK)
        return false;
    return !XY_AS(select, select)->order && XY_AS(query_block, block)->quantifier == XY_NO_TOKEN;
}

void sema_walk_into(sema *s, xy_node *node, const sema_scope *values)
{
    if (!node || node->kind != XY_NODE_INTO)
        return;
    const xy_into *into = XY_AS(into, node);
    sema_state state = sema_outside_sql(s);
    bool paired = values && values->columns_known && into->bulk == XY_NO_TOKEN && into->targets.count == values->columns.count;
    bool only = node->parent && node->parent->parent && node->parent->parent->kind != XY_NODE_SET_OPERATION; /* the values of this block */
    for (uint32_t i = 0; i < into->targets.count; i++) {
        const xy_node *item = paired ? values->columns.items[i]->node : NULL;
        if (item && item->kind == XY_NODE_SELECT_ITEM)
            item = XY_AS(select_item, item)->expr;
        walk_target(s, into->targets.items[i], only ? item : NULL);
    }
    for (uint32_t i = 0; values && values->columns_known && converts_in_place(node) && i < values->columns.count; i++) {
        const xy_node *item = values->columns.items[i]->node;
        if (item && item->kind == XY_NODE_SELECT_ITEM)
            store(s, XY_AS(select_item, item)->expr, stored_type(s, into, i, values->columns.count), into);
    }
    sema_restore(s, state);
}

static void walk_into_node(sema *s, xy_node *node)
{
    sema_walk_into(s, node, NULL);
}

static void walk_assign(sema *s, xy_node *node)
{
    const xy_assign *a = XY_AS(assign, node);
    sema_walk(s, a->value);
    walk_target(s, a->target, a->value);
    sema_convert_stored(s, a->value, sema_type_at(s, a->target), false);
}

/* ---- DML ---- */

static xy_symbol *target_table(const sema_scope *scope)
{
    return scope->tables.count ? scope->tables.items[0] : NULL;
}

/* Names of the target's own columns: nothing else is meant by them. */
static void walk_column_list(sema *s, xy_symbol *target, xy_nodes columns, xy_symbol **found)
{
    for (uint32_t i = 0; i < columns.count; i++) {
        xy_node *node = columns.items[i];
        xy_str parts[SEMA_MAX_PARTS];
        uint32_t n = sema_name_parts(&s->declarer, node, parts);
        xy_symbol *column = n && target ? sema_find_column(target, parts[n - 1]) : NULL;
        xy_info *info = sema_info(s, node);
        info->in_sql = true;
        s->a->name_count++;
        s->a->name_known += column != NULL;
        if (n)
            s->extra[node->id] = target;
        if (column) {
            info->symbol = column;
            info->type = column->type;
            info->nullability = column->nullability;
        }
        found[i] = column;
    }
}

typedef struct columns {
    xy_symbol **items;
    uint32_t count;
} columns;

static columns listed_columns(sema *s, xy_symbol *target, xy_nodes list)
{
    if (!list.count) /* none listed: all, in order */
        return target && target->columns_known ? (columns){target->columns, target->column_count} : (columns){0};
    columns result = {XY_NEW_ARRAY(s->arena, xy_symbol *, list.count), list.count};
    walk_column_list(s, target, list, result.items);
    return result;
}

static void walk_values(sema *s, const xy_node *node, columns to)
{
    const xy_values *v = XY_AS(values, node);
    s->infos[node->id].in_sql = true;
    for (uint32_t r = 0; r < v->rows.count; r++) {
        if (v->rows.items[r]->kind != XY_NODE_ROW)
            continue;
        xy_nodes items = XY_AS(row, v->rows.items[r])->items;
        s->infos[v->rows.items[r]->id].in_sql = true;
        sema_walk_list(s, items);
        for (uint32_t i = 0; i < items.count && i < to.count && items.count == to.count; i++) {
            if (to.items[i])
                sema_convert_stored(s, items.items[i], to.items[i]->type, true);
        }
    }
    sema_walk(s, v->row);
}

static void walk_returning(sema *s, xy_node *node)
{
    if (!node || node->kind != XY_NODE_RETURNING)
        return;
    const xy_returning *r = XY_AS(returning, node);
    s->infos[node->id].in_sql = true;
    sema_walk_list(s, r->exprs);
    sema_walk_into(s, r->into, NULL);
    const xy_into *into = r->into ? XY_AS(into, r->into) : NULL;
    for (uint32_t i = 0; into && i < r->exprs.count; i++)
        store(s, r->exprs.items[i], stored_type(s, into, i, r->exprs.count), into);
}

static sema_scope *enter_dml(sema *s, xy_node *node, xy_node *target)
{
    sema_scope *scope = sema_enter(s, SEMA_SCOPE_QUERY, node);
    s->in_sql = true;
    s->infos[node->id].in_sql = true;
    sema_walk_table(s, scope, target);
    return scope;
}

static void walk_insert(sema *s, xy_node *node)
{
    const xy_insert *i = XY_AS(insert, node);
    sema_state state = sema_inside_sql(s);
    sema_scope *scope = enter_dml(s, node, i->target);
    columns to = listed_columns(s, target_table(scope), i->columns);
    s->env.scope = scope->parent; /* the target's columns are not visible in the values */
    if (i->source && i->source->kind == XY_NODE_VALUES)
        walk_values(s, i->source, to);
    else
        sema_walk(s, i->source);
    if (i->source && i->source->kind == XY_NODE_SELECT)
        sema_convert_query(s, i->source, to.items, to.count);
    s->env.scope = scope;
    walk_returning(s, i->returning);
    sema_restore(s, state);
}

static void walk_insert_into(sema *s, xy_node *node, sema_scope *source)
{
    const xy_insert_into *i = XY_AS(insert_into, node);
    s->env.scope = source;
    sema_scope *scope = enter_dml(s, node, i->target);
    columns to = listed_columns(s, target_table(scope), i->columns);
    s->env.scope = source;
    if (i->values)
        walk_values(s, i->values, to);
}

/* In a multi-table insert the result columns of the query are what conditions and values refer to. */
static void walk_insert_multi(sema *s, xy_node *node)
{
    const xy_insert_multi *m = XY_AS(insert_multi, node);
    sema_state state = sema_inside_sql(s);
    sema_walk_select(s, m->query);
    sema_scope *scope = sema_enter(s, SEMA_SCOPE_QUERY, node);
    const sema_scope *query = sema_query_scope(s, m->query);
    xy_symbol *alias = sema_add_alias(s, scope, NULL, (xy_str){0}, NULL);
    if (query) {
        alias->columns = query->columns.items;
        alias->column_count = query->columns.count;
        alias->columns_known = query->columns_known;
    }
    scope->has_unknown = !alias->columns_known;
    for (uint32_t b = 0; b < m->branches.count; b++) {
        const xy_insert_branch *branch = XY_AS(insert_branch, m->branches.items[b]);
        sema_walk(s, branch->condition);
        for (uint32_t i = 0; i < branch->intos.count; i++)
            walk_insert_into(s, branch->intos.items[i], scope);
    }
    for (uint32_t i = 0; i < m->otherwise.count; i++)
        walk_insert_into(s, m->otherwise.items[i], scope);
    sema_restore(s, state);
}

static void convert_set(sema *s, const xy_set_item *item)
{
    if (item->targets.count == 1) {
        sema_convert_stored(s, item->value, sema_type_at(s, item->targets.items[0]), true);
    } else if (item->value->kind == XY_NODE_SUBQUERY) {
        xy_symbol **to = XY_NEW_ARRAY(s->arena, xy_symbol *, item->targets.count + 1);
        for (uint32_t i = 0; i < item->targets.count; i++)
            to[i] = s->infos[item->targets.items[i]->id].symbol;
        sema_convert_query(s, XY_AS(subquery, item->value)->query, to, item->targets.count);
    }
}

static void walk_set(sema *s, xy_node *node, xy_symbol *target)
{
    if (node->kind != XY_NODE_SET_ITEM)
        return;
    const xy_set_item *item = XY_AS(set_item, node);
    s->infos[node->id].in_sql = true;
    if (item->targets.count) {
        xy_symbol **found = XY_NEW_ARRAY(s->arena, xy_symbol *, item->targets.count);
        walk_column_list(s, target, item->targets, found);
    }
    sema_walk(s, item->value);
    if (item->value)
        convert_set(s, item);
}

static void walk_where(sema *s, sema_scope *scope, xy_node *where)
{
    if (!where || where->kind != XY_NODE_WHERE)
        return;
    sema_walk(s, where);
    sema_null_facts(s, scope, XY_AS(where, where)->condition);
    sema_null_refresh(s, where);
}

static void walk_update(sema *s, xy_node *node)
{
    const xy_update *u = XY_AS(update, node);
    sema_state state = sema_inside_sql(s);
    sema_scope *scope = enter_dml(s, node, u->target);
    walk_where(s, scope, u->where);
    for (uint32_t i = 0; i < u->sets.count; i++)
        walk_set(s, u->sets.items[i], target_table(scope));
    scope->facts.count = 0; /* RETURNING sees the new values */
    walk_returning(s, u->returning);
    sema_restore(s, state);
}

static void walk_delete(sema *s, xy_node *node)
{
    const xy_delete *d = XY_AS(delete, node);
    sema_state state = sema_inside_sql(s);
    sema_scope *scope = enter_dml(s, node, d->target);
    walk_where(s, scope, d->where);
    walk_returning(s, d->returning);
    sema_restore(s, state);
}

static void walk_merge(sema *s, xy_node *node)
{
    const xy_merge *m = XY_AS(merge, node);
    sema_state state = sema_inside_sql(s);
    sema_scope *scope = enter_dml(s, node, m->target);
    xy_symbol *target = target_table(scope);
    sema_walk_table(s, scope, m->source);
    sema_walk(s, m->on);
    for (uint32_t b = 0; b < m->branches.count; b++) {
        xy_node *branch = m->branches.items[b];
        s->infos[branch->id].in_sql = true;
        if (branch->kind == XY_NODE_MERGE_UPDATE) {
            const xy_merge_update *u = XY_AS(merge_update, branch);
            for (uint32_t i = 0; i < u->sets.count; i++)
                walk_set(s, u->sets.items[i], target);
            sema_walk(s, u->where);
            sema_walk(s, u->delete_where);
        } else if (branch->kind == XY_NODE_MERGE_INSERT) {
            const xy_merge_insert *i = XY_AS(merge_insert, branch);
            walk_values(s, i->values, listed_columns(s, target, i->columns));
            sema_walk(s, i->where);
        }
    }
    walk_returning(s, m->returning);
    sema_restore(s, state);
}

static void walk_in_sql(sema *s, xy_node *node)
{
    sema_state state = sema_inside_sql(s);
    sema_walk_children(s, node);
    sema_restore(s, state);
}

/* ---- calls ---- */

static void walk_procedure_call(sema *s, xy_node *node)
{
    xy_node *call = XY_AS(procedure_call, node)->call;
    if (call->kind == XY_NODE_NAME) { /* a method such as t.EXTEND changes its collection */
        sema_walk(s, call);
        xy_str parts[SEMA_MAX_PARTS];
        uint32_t n = sema_name_parts(&s->declarer, call, parts);
        const xy_info *info = sema_info(s, call);
        if (info->is_method && n > 1) {
            sema_found found = sema_find(&s->env, parts, n - 1, 0);
            if (found.symbol && sema_of(found.symbol)->local)
                found.symbol->is_written = true;
            if (found.base && sema_of(found.base)->local)
                found.base->is_written = true;
        }
        return;
    }
    sema_walk(s, call);
}

static void walk_return(sema *s, xy_node *node)
{
    xy_node *value = XY_AS(return, node)->value;
    sema_walk(s, value);
    if (value && s->routine)
        sema_convert_to_type(s, value, s->routine->type);
}

static void walk_pipe_row(sema *s, xy_node *node)
{
    xy_node *value = XY_AS(pipe_row, node)->value;
    const xy_type *rows = s->routine ? s->routine->type : NULL;
    sema_walk(s, value);
    if (value && rows && rows->family == XY_FAMILY_COLLECTION && rows->element)
        sema_convert_to_type(s, value, rows->element);
}

/* ---- control ---- */

static void walk_case_statement(sema *s, xy_node *node)
{
    const xy_case_statement *c = XY_AS(case_statement, node);
    sema_walk(s, c->operand);
    for (uint32_t i = 0; i < c->branches.count; i++) {
        sema_walk(s, c->branches.items[i]);
        if (!c->operand || c->branches.items[i]->kind != XY_NODE_CASE_BRANCH)
            continue;
        xy_nodes conditions = XY_AS(case_branch, c->branches.items[i])->conditions;
        for (uint32_t j = 0; j < conditions.count; j++)
            sema_convert_comparison(s, c->operand, conditions.items[j]);
    }
    sema_walk_list(s, c->otherwise);
}

static void walk_labeled(sema *s, xy_node *node)
{
    const xy_labeled *l = XY_AS(labeled, node);
    xy_symbol *label = sema_local(s, XY_SYM_LABEL, sema_token_name(&s->declarer, l->label), NULL, node);
    sema_declare_in(s, s->env.scope, label);
    s->infos[node->id].symbol = label;
    xy_vec_push(s->arena, &s->labels, label);
    sema_walk(s, l->statement);
    s->labels.count = 0;
}

static void walk_loop(sema *s, xy_node *node)
{
    sema_enter(s, SEMA_SCOPE_DECLS, node);
    sema_walk_children(s, node);
    sema_leave(s);
}

static xy_symbol *declare_index(sema *s, uint32_t token, const xy_type *type, const xy_node *node)
{
    xy_symbol *index = sema_local(s, XY_SYM_LOOP_INDEX, sema_token_name(&s->declarer, token), type, node);
    index->nullability = XY_NULL_NEVER;
    sema_declare_in(s, s->env.scope, index);
    s->infos[node->id].symbol = index;
    return index;
}

static void walk_for_loop(sema *s, xy_node *node)
{
    const xy_for_loop *f = XY_AS(for_loop, node);
    sema_symbols labels = s->labels;
    s->labels.count = 0; /* they qualify the index, not what the bounds may hold */
    sema_walk(s, f->low);
    sema_walk(s, f->high);
    sema_convert(s, f->low, XY_FAMILY_INTEGER);
    sema_convert(s, f->high, XY_FAMILY_INTEGER);
    s->labels = labels;
    sema_enter(s, SEMA_SCOPE_DECLS, node);
    declare_index(s, f->index, sema_type(XY_FAMILY_INTEGER), node);
    sema_walk_list(s, f->stmts);
    sema_leave(s);
}

static void walk_forall(sema *s, xy_node *node)
{
    const xy_forall *f = XY_AS(forall, node);
    sema_walk(s, f->low);
    sema_walk(s, f->high);
    sema_walk(s, f->collection);
    sema_enter(s, SEMA_SCOPE_DECLS, node);
    declare_index(s, f->index, sema_type(XY_FAMILY_INTEGER), node);
    sema_walk(s, f->statement);
    sema_leave(s);
}

/* A range counts in PLS_INTEGER unless the iterand declares a type; what VALUES OF gives are the elements. */
static const xy_type *iterand_type(const sema *s, const xy_iterand *it, xy_nodes controls)
{
    if (it->type)
        return sema_type_at(s, it->type);
    if (!controls.count || controls.items[0]->kind != XY_NODE_ITERATION_CONTROL)
        return sema_type(XY_FAMILY_UNKNOWN);
    const xy_iteration_control *c = XY_AS(iteration_control, controls.items[0]);
    const xy_type *of = sema_type_at(s, c->low);
    switch (c->kind) {
    case XY_ITERATION_CONTROL_KIND_RANGE: return sema_type(XY_FAMILY_INTEGER);
    case XY_ITERATION_CONTROL_KIND_INDICES:
        return of->index ? of->index : sema_type(of->family == XY_FAMILY_COLLECTION ? XY_FAMILY_INTEGER : XY_FAMILY_UNKNOWN);
    case XY_ITERATION_CONTROL_KIND_VALUES: return of->element ? of->element : sema_type(XY_FAMILY_UNKNOWN);
    default: return sema_type(XY_FAMILY_UNKNOWN);
    }
}

/* Bounds and indices are never null; elements and computed values may be. */
static xy_nullability iterand_nullability(xy_nodes controls)
{
    for (uint32_t i = 0; i < controls.count; i++) {
        uint8_t kind =
            controls.items[i]->kind == XY_NODE_ITERATION_CONTROL ? XY_AS(iteration_control, controls.items[i])->kind : XY_ITERATION_CONTROL_KIND_SINGLE;
        if (kind != XY_ITERATION_CONTROL_KIND_RANGE && kind != XY_ITERATION_CONTROL_KIND_INDICES)
            return XY_NULL_MAYBE;
    }
    return XY_NULL_NEVER;
}

static void walk_iterator_loop(sema *s, xy_node *node)
{
    const xy_iterator_loop *l = XY_AS(iterator_loop, node);
    sema_walk_list(s, l->controls);
    sema_enter(s, SEMA_SCOPE_DECLS, node);
    for (uint32_t i = 0; i < l->iterands.count; i++) {
        if (l->iterands.items[i]->kind != XY_NODE_ITERAND)
            continue;
        const xy_iterand *it = XY_AS(iterand, l->iterands.items[i]);
        sema_walk(s, it->type);
        declare_index(s, it->name, iterand_type(s, it, l->controls), &it->node)->nullability = iterand_nullability(l->controls);
    }
    sema_walk_list(s, l->stmts);
    sema_leave(s);
}

/* ---- cursors ---- */

/* The row that a cursor, cursor variable or query gives; null when not known. */
static const xy_type *row_of_source(sema *s, const xy_node *source)
{
    if (source->kind == XY_NODE_SUBQUERY) {
        const sema_scope *scope = sema_query_scope(s, XY_AS(subquery, source)->query);
        return scope && scope->columns_known ? sema_row_type(s->arena, NULL, scope->columns.items, scope->columns.count) : NULL;
    }
    const xy_symbol *symbol = s->infos[source->id].symbol;
    const xy_type *type = s->infos[source->id].type;
    if (symbol && symbol->kind == XY_SYM_CURSOR)
        return symbol->type && symbol->type->family == XY_FAMILY_RECORD ? symbol->type : NULL;
    return type && type->family == XY_FAMILY_CURSOR ? type->element : NULL;
}

static void walk_cursor_loop(sema *s, xy_node *node)
{
    const xy_cursor_loop *l = XY_AS(cursor_loop, node);
    sema_symbols labels = s->labels;
    s->labels.count = 0;
    sema_walk(s, l->source);
    s->labels = labels;
    const xy_type *row = row_of_source(s, l->source);
    sema_enter(s, SEMA_SCOPE_DECLS, node);
    xy_symbol *record = sema_local(s, XY_SYM_LOOP_RECORD, sema_token_name(&s->declarer, l->record), row ? row : sema_type(XY_FAMILY_UNKNOWN), node);
    record->nullability = XY_NULL_NEVER;
    sema_declare_in(s, s->env.scope, record);
    s->infos[node->id].symbol = record;
    s->infos[node->id].type = record->type;
    sema_walk_list(s, l->stmts);
    sema_leave(s);
}

static void walk_fetch(sema *s, xy_node *node)
{
    const xy_fetch *f = XY_AS(fetch, node);
    sema_walk(s, f->cursor);
    sema_walk_into(s, f->into, NULL);
    sema_walk(s, f->limit);
}

static void walk_open_for(sema *s, xy_node *node)
{
    const xy_open_for *o = XY_AS(open_for, node);
    sema_walk(s, o->cursor);
    sema_mark_written(s, o->cursor, NULL);
    sema_walk(s, o->source);
    sema_walk(s, o->using);
}

static void walk_using_argument(sema *s, xy_node *node)
{
    const xy_using_argument *u = XY_AS(using_argument, node);
    sema_walk(s, u->value);
    if (u->out != XY_NO_TOKEN)
        sema_mark_written(s, u->value, NULL);
}

/* ---- blocks ---- */

static void walk_block(sema *s, xy_node *node)
{
    const xy_block *b = XY_AS(block, node);
    sema_enter(s, SEMA_SCOPE_DECLS, node);
    sema_walk_decls(s, b->decls, s->routine);
    sema_walk_list(s, b->stmts);
    sema_walk_list(s, b->handlers);
    sema_leave(s);
}

/* Names of exceptions: not counted as expressions of a value. */
static void walk_handler(sema *s, xy_node *node)
{
    const xy_handler *h = XY_AS(handler, node);
    for (uint32_t i = 0; i < h->exceptions.count; i++) {
        if (xy_str_equal_nocase(sema_node_text(s->source, h->exceptions.items[i]), XY_STR("OTHERS")))
            continue;
        sema_walk(s, h->exceptions.items[i]);
    }
    sema_walk_list(s, h->stmts);
}

const sema_walker sema_statement_walkers[XY_NODE_COUNT] = {
    [XY_NODE_ASSIGN] = walk_assign,
    [XY_NODE_INSERT] = walk_insert,
    [XY_NODE_INSERT_MULTI] = walk_insert_multi,
    [XY_NODE_UPDATE] = walk_update,
    [XY_NODE_DELETE] = walk_delete,
    [XY_NODE_MERGE] = walk_merge,
    [XY_NODE_LOCK_TABLE] = walk_in_sql,
    [XY_NODE_INTO] = walk_into_node,
    [XY_NODE_PROCEDURE_CALL] = walk_procedure_call,
    [XY_NODE_RETURN] = walk_return,
    [XY_NODE_PIPE_ROW] = walk_pipe_row,
    [XY_NODE_CASE_STATEMENT] = walk_case_statement,
    [XY_NODE_LABELED] = walk_labeled,
    [XY_NODE_LOOP] = walk_loop,
    [XY_NODE_WHILE_LOOP] = walk_loop,
    [XY_NODE_FOR_LOOP] = walk_for_loop,
    [XY_NODE_FORALL] = walk_forall,
    [XY_NODE_ITERATOR_LOOP] = walk_iterator_loop,
    [XY_NODE_CURSOR_LOOP] = walk_cursor_loop,
    [XY_NODE_FETCH] = walk_fetch,
    [XY_NODE_OPEN_FOR] = walk_open_for,
    [XY_NODE_USING_ARGUMENT] = walk_using_argument,
    [XY_NODE_BLOCK] = walk_block,
    [XY_NODE_HANDLER] = walk_handler,
};
