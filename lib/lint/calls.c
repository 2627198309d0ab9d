/* Calls whose arguments no declaration takes; INTO with another number of targets than there are columns. */
#include "lint/check.h"

static bool is_routine(const xy_symbol *symbol)
{
    return symbol && (symbol->kind == XY_SYM_FUNCTION || symbol->kind == XY_SYM_PROCEDURE);
}

/* The first of the overloads that `symbol` is one of. */
static const xy_symbol *first_overload(const lint_unit *u, const xy_node *callee, const xy_symbol *symbol)
{
    const xy_symbol *first = symbol->owner && symbol->owner->members ? xy_map_get(symbol->owner->members, symbol->name) : NULL;
    if (!first) {
        xy_str name = symbol->name;
        first = xy_sema_lookup_plsql(u->a, callee, &name, 1);
    }
    for (const xy_symbol *o = first; o; o = o->next_overload)
        if (o == symbol)
            return first;
    return symbol;
}

static int parameter_named(const xy_symbol *routine, xy_str name)
{
    for (uint32_t i = 0; i < routine->param_count; i++)
        if (xy_str_equal(routine->params[i]->name, name))
            return (int)i;
    return -1;
}

/* By number and names alone: what types fit is the compiler's matter. */
static bool takes(const lint_unit *u, const xy_symbol *routine, xy_nodes args)
{
    enum { MOST = 256 };
    bool given[MOST] = {false};
    if (routine->param_count > MOST)
        return true;
    for (uint32_t i = 0; i < args.count; i++) {
        bool named = args.items[i]->kind == XY_NODE_NAMED_ARGUMENT;
        int p = named                      ? parameter_named(routine, xy_token_name(u->a->source, XY_AS(named_argument, args.items[i])->name, u->arena))
                : i < routine->param_count ? (int)i
                                           : -1;
        if (p < 0)
            return false;
        given[p] = true;
    }
    for (uint32_t i = 0; i < routine->param_count; i++)
        if (!given[i] && !routine->params[i]->has_default)
            return false;
    return true;
}

/* "BOOK(P_ID, P_NOTE := …)" */
static void add_signature(xy_buffer *out, const xy_symbol *routine)
{
    xy_buffer_add_str(out, routine->name);
    xy_buffer_add_char(out, '(');
    for (uint32_t i = 0; i < routine->param_count; i++)
        xy_buffer_format(out, "%s%.*s%s", i ? ", " : "", XY_STR_ARG(routine->params[i]->name), routine->params[i]->has_default ? " := …" : "");
    xy_buffer_add_char(out, ')');
}

static void check_arguments(const lint_unit *u, const xy_node *at, const xy_node *callee, xy_nodes args)
{
    enum { SHOWN = 3 };
    const xy_symbol *symbol = xy_info_of(u->a, callee)->symbol;
    xy_buffer declared;
    uint32_t overloads = 0;
    if (!is_routine(symbol) || symbol->declared_again || (symbol->owner && symbol->owner->declared_again))
        return; /* which of the versions is meant is not known */
    if (symbol->owner && symbol->owner->kind == XY_SYM_TYPE)
        return; /* methods have SELF, constructors their attributes */
    xy_buffer_init(&declared, u->arena);
    for (const xy_symbol *o = first_overload(u, callee, symbol); o; o = o->next_overload, overloads++) {
        if (takes(u, o, args))
            return;
        if (overloads < SHOWN) {
            xy_buffer_add_text(&declared, overloads ? "; " : "");
            add_signature(&declared, o);
        }
    }
    xy_buffer_add_text(&declared, overloads > SHOWN ? "; …" : "");
    lint_report(u, XY_MSG_WRONG_ARGUMENTS, at, "declared", xy_buffer_str(&declared), "name", symbol->name);
}

void lint_call(lint_unit *u, const xy_node *node)
{
    const xy_call *call = XY_AS(call, node);
    const xy_info *info = xy_info_of(u->a, node);
    if (call->callee->kind == XY_NODE_NAME && !XY_AS(name, call->callee)->dblink && !info->is_element && !info->is_method && !info->is_constructor)
        check_arguments(u, node, call->callee, call->args);
}

void lint_procedure_call(lint_unit *u, const xy_node *node)
{
    const xy_node *call = XY_AS(procedure_call, node)->call;
    if (call->kind == XY_NODE_NAME && !XY_AS(name, call)->dblink)
        check_arguments(u, call, call, (xy_nodes){0});
}

/* ---- INTO ---- */

/* Values that the targets take; 0 when that is not known. */
static uint32_t places(const lint_unit *u, const xy_into *into)
{
    if (into->targets.count != 1)
        return into->targets.count;
    const xy_type *type = xy_info_of(u->a, into->targets.items[0])->type;
    if (type && into->bulk != XY_NO_TOKEN)
        type = type->family == XY_FAMILY_COLLECTION ? type->element : NULL;
    if (!type || type->family == XY_FAMILY_UNKNOWN)
        return 0;
    return type->family == XY_FAMILY_RECORD ? type->field_count : 1;
}

void lint_into(lint_unit *u, const xy_node *node)
{
    xy_symbol *const *columns;
    uint32_t count = 0;
    const xy_node *into = node->kind == XY_NODE_FETCH ? XY_AS(fetch, node)->into : XY_AS(query_block, node)->into;
    bool known = false;
    if (!into || into->kind != XY_NODE_INTO)
        return;
    if (node->kind == XY_NODE_FETCH) {
        const xy_symbol *cursor = xy_info_of(u->a, XY_AS(fetch, node)->cursor)->symbol;
        known = cursor && cursor->kind == XY_SYM_CURSOR && cursor->columns_known;
        count = known ? cursor->column_count : 0;
    } else {
        known = xy_sema_query_columns(u->a, node, &columns, &count);
    }
    uint32_t targets = places(u, XY_AS(into, into));
    if (known && count && targets && targets != count)
        lint_report(u, XY_MSG_INTO_COUNT, into, "columns", xy_str_format(u->arena, "%u", count), "targets", xy_str_format(u->arena, "%u", targets));
}
