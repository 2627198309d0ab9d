/* NO_DATA_FOUND on its way out of routines. Oracle makes the value of a function NULL when that exception leaves it and the function was
 * called in SQL; in PL/SQL it goes on to the caller. So it must be known which functions it may leave, and which are called in SQL at all.
 */
#include "sema/flow.h"

#include "syntax/keyword.h"

/* ---- where it comes from ---- */

static const xy_symbol *builtin_called(const flow_walk *w, const xy_node *call)
{
    const xy_node *callee = XY_AS(call, call)->callee;
    if (w->s)
        return w->s->infos[call->id].symbol;
    if (callee->kind != XY_NODE_NAME || XY_AS(name, callee)->parts.count != 1)
        return NULL;
    return sema_catalog_builtin(w->catalog, xy_token_name(w->source, XY_AS(name, callee)->parts.items[0], w->scratch));
}

typedef struct search {
    const flow_walk *w;
    bool found;
} search;

static bool find_aggregate(xy_node *node, void *data)
{
    search *s = data;
    if (node->kind == XY_NODE_SELECT)
        return true;
    if (node->kind == XY_NODE_CALL && !XY_AS(call, node)->over) {
        const xy_symbol *symbol = builtin_called(s->w, node);
        const char *text = symbol && symbol->kind == XY_SYM_BUILTIN ? sema_of(symbol)->signature : NULL;
        sema_signature signature;
        if (text) {
            sema_signature_read(text, &signature);
            s->found |= strchr(signature.flags, 'a') != NULL;
        }
    }
    return !s->found && xy_node_each_child(node, find_aggregate, s);
}

static bool is_dual(const flow_walk *w, const xy_query_block *b)
{
    const xy_node *from = b->from.count == 1 && !b->where ? b->from.items[0] : NULL;
    return from && from->kind == XY_NODE_TABLE_NAME && xy_str_equal_nocase(sema_node_text(w->source, from), XY_STR("DUAL"));
}

/* Aggregates without GROUP BY give one row for no rows, and DUAL has one. */
static bool has_one_row(const flow_walk *w, const xy_query_block *b)
{
    search s = {w, false};
    if (b->group_by || b->having || b->hierarchy || b->qualify)
        return false;
    if (is_dual(w, b))
        return true;
    for (uint32_t i = 0; i < b->items.count && !s.found; i++)
        find_aggregate(b->items.items[i], &s);
    return s.found;
}

bool sema_select_may_miss(const flow_walk *w, const xy_node *select)
{
    const xy_node *body = XY_AS(select, select)->body;
    while (body && body->kind == XY_NODE_SET_OPERATION)
        body = XY_AS(set_operation, body)->left;
    if (!body || body->kind != XY_NODE_QUERY_BLOCK)
        return false;
    const xy_query_block *b = XY_AS(query_block, body);
    return b->into && XY_AS(into, b->into)->bulk == XY_NO_TOKEN && (body != XY_AS(select, select)->body || XY_AS(select, select)->limit || !has_one_row(w, b));
}

/* ---- where it is caught ---- */

static bool find_raise(xy_node *node, void *data)
{
    search *s = data;
    s->found |= node->kind == XY_NODE_RAISE && !XY_AS(raise, node)->exception;
    return !s->found && xy_node_each_child(node, find_raise, s);
}

/* RAISE without a name gives on what was caught. */
static bool gives_on(xy_nodes stmts)
{
    search s = {NULL, false};
    for (uint32_t i = 0; i < stmts.count && !s.found; i++)
        find_raise(stmts.items[i], &s);
    return s.found;
}

static const xy_handler *handler_of(const xy_source *source, xy_nodes handlers, xy_str exception)
{
    for (uint32_t i = 0; i < handlers.count; i++) {
        if (handlers.items[i]->kind != XY_NODE_HANDLER)
            continue;
        xy_nodes names = XY_AS(handler, handlers.items[i])->exceptions;
        for (uint32_t j = 0; j < names.count; j++)
            if (xy_str_equal_nocase(sema_node_text(source, names.items[j]), exception))
                return XY_AS(handler, handlers.items[i]);
    }
    return NULL;
}

bool sema_stops_no_data(const xy_source *source, xy_nodes handlers)
{
    const xy_handler *handler = handler_of(source, handlers, XY_STR("NO_DATA_FOUND"));
    if (!handler)
        handler = handler_of(source, handlers, XY_STR("OTHERS"));
    return handler && !gives_on(handler->stmts);
}

/* ---- what is called in SQL ---- */

typedef struct note {
    xy_catalog *catalog;
    const xy_source *source;
    bool in_sql;
} note;

sema_sql_name *sema_catalog_sql_name(xy_catalog *catalog, xy_str name)
{
    sema_sql_name *entry = xy_map_get(&catalog->sql_names, name);
    if (entry)
        return entry;
    entry = XY_NEW(catalog->arena, sema_sql_name);
    entry->name = xy_str_copy(catalog->arena, name);
    xy_map_put(&catalog->sql_names, entry->name, entry);
    return entry;
}

static void note_name(note *n, const xy_node *name)
{
    xy_token_list parts = XY_AS(name, name)->parts;
    char text[128];
    uint32_t token = parts.items[parts.count - 1];
    xy_str written = xy_token_text(n->source, token);
    if (written.length > sizeof text)
        return; /* longer than any name of Oracle's */
    for (uint32_t i = 0; i < written.length; i++)
        text[i] = (char)(written.data[i] >= 'a' && written.data[i] <= 'z' ? written.data[i] - 'a' + 'A' : written.data[i]);
    xy_str key = {text, written.length};
    if (n->source->tokens[token].kind == XY_TOKEN_QUOTED_WORD)
        key = xy_token_name(n->source, token, n->catalog->arena);
    sema_catalog_sql_name(n->catalog, key);
}

static bool note_node(xy_node *node, void *data)
{
    note n = *(note *)data;
    switch (node->kind) {
    case XY_NODE_SELECT:
    case XY_NODE_INSERT:
    case XY_NODE_INSERT_MULTI:
    case XY_NODE_UPDATE:
    case XY_NODE_DELETE:
    case XY_NODE_MERGE: n.in_sql = true; break;
    case XY_NODE_NAME:
        if (n.in_sql)
            note_name(&n, node);
        break;
    case XY_NODE_DATA_TYPE:
    case XY_NODE_BOGUS: return true;
    default: break;
    }
    return xy_node_each_child(node, note_node, &n);
}

void sema_catalog_note_sql(xy_catalog *catalog, const xy_source *source, const xy_node *tree)
{
    static const uint16_t programs[] = {
        XY_NODE_BLOCK,          XY_NODE_LABELED,     XY_NODE_CREATE_ROUTINE,  XY_NODE_CREATE_PACKAGE, XY_NODE_CREATE_PACKAGE_BODY,
        XY_NODE_CREATE_TRIGGER, XY_NODE_CREATE_TYPE, XY_NODE_CREATE_TYPE_BODY};
    note n = {catalog, source, true};
    for (size_t i = 0; i < sizeof programs / sizeof *programs; i++)
        n.in_sql &= tree->kind != programs[i];
    note_node((xy_node *)(uintptr_t)tree, &n);
}

bool xy_catalog_called_in_sql(const xy_catalog *catalog, xy_str name)
{
    for (; catalog; catalog = catalog->parent)
        if (xy_map_get(&catalog->sql_names, name))
            return true;
    return false;
}

/* ---- the question ---- */

/* What the catalog holds of a routine that is analysed: units elsewhere see that one. */
static const xy_symbol *twin_of(const xy_analysis *a, const xy_symbol *routine)
{
    const xy_symbol *package = routine->owner;
    if (package && package->kind != XY_SYM_PACKAGE)
        return NULL;
    if (package)
        package = xy_catalog_find(a->catalog, package->schema, package->name, true);
    else
        return xy_catalog_find(a->catalog, routine->schema, routine->name, true);
    xy_symbol *first = package && package->kind == XY_SYM_PACKAGE && package->members ? xy_map_get(package->members, routine->name) : NULL;
    return first == routine ? first : first ? sema_same_routine(first, routine) : NULL;
}

bool xy_sema_no_data_leaves(const xy_analysis *a, const xy_symbol *routine)
{
    const xy_symbol *twin = routine->nested ? NULL : twin_of(a, routine);
    return (routine->effects | (twin && twin->kind == XY_SYM_FUNCTION ? twin->effects : 0)) & XY_EFFECT_NO_DATA;
}
