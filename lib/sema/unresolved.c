/* Names that nothing is known of: what neither the files nor the catalog nor Oracle itself declares. What follows from another such name (columns of
 * an unknown table, fields of a variable of an unknown type) is not named again. */
#include "sema/walk.h"

typedef struct search {
    const sema *s;
    void (*found)(void *data, const xy_node *name, xy_unresolved_kind kind);
    void *data;
} search;

/* May a table with unknown columns, in the query or in one around it, have a column of this name? */
static bool maybe_column_at(const sema *s, const xy_node *name)
{
    for (const sema_scope *scope = sema_scope_at(s, name); scope; scope = scope->parent)
        if (scope->kind == SEMA_SCOPE_QUERY && scope->has_unknown)
            return true;
    return false;
}

static bool has_all_members(const xy_symbol *symbol)
{
    switch (symbol->kind) {
    case XY_SYM_ALIAS:
    case XY_SYM_CTE: return symbol->columns_known;
    case XY_SYM_TABLE:
    case XY_SYM_VIEW:
    case XY_SYM_MVIEW: return symbol->columns_known;
    case XY_SYM_PACKAGE: return sema_of(symbol)->has_spec;
    case XY_SYM_VARIABLE:
    case XY_SYM_PARAMETER:
    case XY_SYM_LOOP_RECORD: return symbol->type && symbol->type->family == XY_FAMILY_RECORD && symbol->type->field_count > 0;
    default: return false;
    }
}

static bool follows_from_another(const sema *s, const xy_node *name, bool callee)
{
    xy_str parts[SEMA_MAX_PARTS];
    uint32_t count = sema_name_parts(&s->declarer, name, parts);
    if (!count)
        return true; /* a substitution variable, too many parts */
    if (count == 1)
        return !callee && sema_info(s, name)->in_sql && maybe_column_at(s, name);
    if (s->extra[name->id] && !((xy_symbol *)s->extra[name->id])->columns_known)
        return true; /* the alias is known, its table is not */
    xy_symbol *first = xy_sema_lookup(s->a, name, parts, 1);
    if (first && first->kind == XY_SYM_BUILTIN)
        return true; /* an item of a supplied package that is not listed */
    return first && !has_all_members(first);
}

static const xy_node *callee_of(const xy_node *node)
{
    const xy_node *parent = node->parent;
    return parent && parent->kind == XY_NODE_CALL && XY_AS(call, parent)->callee == node ? parent : NULL;
}

static void look_at_name(const search *find, const xy_node *node)
{
    const xy_info *info = sema_info(find->s, node);
    const xy_node *parent = node->parent, *call = callee_of(node);
    if (info->symbol || XY_AS(name, node)->dblink)
        return;
    if (parent && parent->kind == XY_NODE_TABLE_NAME) {
        find->found(find->data, node, XY_UNRESOLVED_TABLE);
        return;
    }
    if (!info->type && !call)
        return; /* what a unit or an index is called is no use */
    if (call && (sema_info(find->s, call)->symbol || sema_info(find->s, call)->is_method))
        return;
    if (!follows_from_another(find->s, node, call != NULL)) {
        bool routine = call || (parent && parent->kind == XY_NODE_PROCEDURE_CALL);
        find->found(find->data, node, routine ? XY_UNRESOLVED_ROUTINE : XY_UNRESOLVED_NAME);
    }
}

static bool visit(xy_node *node, void *data)
{
    const search *find = data;
    if (node->kind == XY_NODE_NAME)
        look_at_name(find, node);
    const xy_info *info = sema_info(find->s, node);
    if (node->kind == XY_NODE_DATA_TYPE && XY_AS(data_type, node)->name && !info->symbol && info->type && info->type->family == XY_FAMILY_UNKNOWN)
        find->found(find->data, XY_AS(data_type, node)->name, XY_UNRESOLVED_TYPE);
    return node->kind == XY_NODE_BOGUS || xy_node_each_child(node, visit, data);
}

void xy_sema_each_unresolved(const xy_analysis *a, void (*found)(void *data, const xy_node *name, xy_unresolved_kind kind), void *data)
{
    search find = {a->details, found, data};
    if (a->unit->tree)
        visit(a->unit->tree, &find);
}
