/* See flow.h. */
#include "sema/flow.h"

uint32_t sema_call_effects(uint32_t effects)
{
    if (effects & XY_EFFECT_AUTONOMOUS) /* its changes and its commit are not those of the caller's transaction */
        effects &= ~(uint32_t)(XY_EFFECT_WRITES | XY_EFFECT_WRITES_MANY | XY_EFFECT_COMMITS | XY_EFFECT_ROLLS_BACK | XY_EFFECT_SAVEPOINT | XY_EFFECT_DDL);
    return effects;
}

uint32_t sema_known_effects(const xy_symbol *routine)
{
    bool summarised = sema_of(routine)->calls || sema_of(routine)->local;
    return routine->effects | (summarised ? 0 : XY_EFFECT_UNKNOWN_CALL | XY_EFFECT_MAY_FAIL);
}

/* ---- composition ---- */

static flow nothing(const flow_walk *w)
{
    return (flow){0, w->calls.count, w->calls.count};
}

static void follow(flow_walk *w, uint32_t first, uint32_t last)
{
    for (uint32_t i = first; i < last; i++)
        w->calls.items[i].followed = true;
}

static bool may_fail(flow f)
{
    return (f.bits & XY_EFFECT_MAY_FAIL) || f.first < f.last; /* a call that is not known yet may */
}

static bool writes(flow f)
{
    return f.bits & XY_EFFECT_WRITES;
}

/* next was computed right after total: their calls are adjacent */
static void then(flow_walk *w, flow *total, flow next)
{
    if (may_fail(next)) {
        follow(w, total->first, next.first);
        if (writes(*total))
            total->bits |= XY_EFFECT_WRITES_MANY;
    }
    total->bits |= next.bits;
    total->last = next.last;
}

static void or_else(flow *total, flow next)
{
    total->bits |= next.bits;
    total->last = next.last;
}

static void repeated(flow_walk *w, flow *body)
{
    if (!may_fail(*body))
        return;
    follow(w, body->first, body->last);
    if (writes(*body))
        body->bits |= XY_EFFECT_WRITES_MANY;
}

void sema_flow_list(flow_walk *w, flow *total, xy_nodes list)
{
    for (uint32_t i = 0; i < list.count; i++)
        then(w, total, sema_flow(w, list.items[i]));
}

uint32_t sema_flow_close(const struct sema_calls *calls)
{
    uint32_t bits = calls->bits;
    for (uint32_t i = 0; i < calls->count; i++) {
        const sema_call *c = &calls->items[i];
        if (!c->callee) {
            if (c->certain)
                bits |= XY_EFFECT_UNKNOWN_CALL | XY_EFFECT_MAY_FAIL;
            else if (c->unsure)
                bits |= XY_EFFECT_SESSION;
            continue;
        }
        uint32_t effects = sema_call_effects(sema_known_effects(c->callee));
        if (c->quiet)
            effects &= ~(uint32_t)XY_EFFECT_NO_DATA;
        bits |= effects;
        if ((effects & XY_EFFECT_WRITES) && c->followed)
            bits |= XY_EFFECT_WRITES_MANY;
    }
    return bits;
}

/* ---- names and calls ---- */

static flow known_call(flow_walk *w, xy_symbol *callee)
{
    flow f = nothing(w);
    if (w->s && sema_of(callee)->local && !w->memo) { /* known when the memo is filled */
        sema_call c = {.callee = callee, .certain = true, .quiet = w->in_sql};
        xy_vec_push(w->arena, &w->calls, c);
        f.last = w->calls.count;
    } else {
        f.bits = sema_call_effects(sema_known_effects(callee)) & ~(uint32_t)(w->in_sql ? XY_EFFECT_NO_DATA : 0);
    }
    return f;
}

static flow of_symbol(flow_walk *w, xy_symbol *symbol)
{
    flow f = nothing(w);
    switch (symbol->kind) {
    case XY_SYM_FUNCTION:
    case XY_SYM_PROCEDURE: return known_call(w, symbol);
    case XY_SYM_BUILTIN:
    case XY_SYM_PSEUDOCOLUMN: f.bits = symbol->effects; break;
    case XY_SYM_CURSOR: /* of a package: it stays open between calls */
    case XY_SYM_VARIABLE:
        if (symbol->owner && symbol->owner->kind == XY_SYM_PACKAGE)
            f.bits = XY_EFFECT_PACKAGE_STATE;
        break;
    case XY_SYM_FIELD: return symbol->owner ? of_symbol(w, symbol->owner) : f;
    default: break;
    }
    return f;
}

static xy_str dotted(flow_walk *w, const xy_str *parts, uint32_t count)
{
    xy_buffer text;
    xy_buffer_init(&text, w->arena);
    for (uint32_t i = 0; i < count; i++) {
        if (i)
            xy_buffer_add_char(&text, '.');
        xy_buffer_add_str(&text, parts[i]);
    }
    return xy_buffer_str(&text);
}

static xy_symbol *find_local(const flow_walk *w, xy_str name)
{
    for (const sema_scope *scope = w->locals; scope; scope = scope->parent) {
        xy_symbol *symbol = scope->names ? xy_map_get(scope->names, name) : NULL;
        if (symbol)
            return symbol;
    }
    return NULL;
}

/* For the catalog: a name that may be a routine or package variable of any unit. */
static flow by_name(flow_walk *w, const xy_node *name, bool certain)
{
    flow f = nothing(w);
    xy_str parts[SEMA_MAX_PARTS];
    uint32_t n = sema_name_parts(&w->declarer, name, parts);
    xy_symbol *local = n ? find_local(w, parts[0]) : NULL;
    if (local && local->kind == XY_SYM_VARIABLE && certain)
        f.bits = XY_EFFECT_NO_DATA; /* an element, of an associative array for all that is known here */
    if (!n || (local && local->kind == XY_SYM_VARIABLE))
        return f;
    if (local) {
        sema_call c = {.callee = local, .handled = w->handled > 0, .certain = certain, .quiet = w->in_sql};
        xy_vec_push(w->arena, &w->calls, c);
        f.last = w->calls.count;
        return f;
    }
    xy_symbol *builtin = sema_catalog_builtin(w->catalog, parts[0]);
    if (w->in_sql && n == 1 && !certain) { /* a column, as a rule */
        if (builtin)
            f.bits = builtin->effects;
        else
            xy_vec_push(w->arena, &w->names, sema_catalog_sql_name(w->catalog, parts[0]));
        return f;
    }
    xy_symbol *value = n > 1 ? sema_catalog_builtin(w->catalog, parts[n - 1]) : NULL;
    if (value && (value->effects & XY_EFFECT_SEQUENCE))
        builtin = value; /* NEXTVAL of a sequence, of whatever schema */
    else if (builtin && builtin->kind == XY_SYM_PACKAGE && n > 1)
        builtin = builtin->members ? xy_map_get(builtin->members, parts[1]) : NULL;
    if (builtin && (builtin->kind == XY_SYM_BUILTIN || builtin->kind == XY_SYM_PSEUDOCOLUMN)) {
        f.bits = builtin->effects;
        return f;
    }
    sema_call c = {.name = dotted(w, parts, n), .handled = w->handled > 0, .certain = certain, .unsure = !w->in_sql, .quiet = w->in_sql};
    xy_vec_push(w->arena, &w->calls, c);
    f.last = w->calls.count;
    return f;
}

static flow of_name(flow_walk *w, const xy_node *node, bool certain)
{
    if (!w->s)
        return by_name(w, node, certain);
    xy_symbol *symbol = w->s->infos[node->id].symbol;
    flow f = nothing(w);
    if (symbol)
        return of_symbol(w, symbol);
    if (certain)
        f.bits = XY_EFFECT_UNKNOWN_CALL | XY_EFFECT_MAY_FAIL;
    else if (w->in_body && !w->in_sql)
        f.bits = XY_EFFECT_SESSION; /* as unsure calls of the catalog */
    return f;
}

typedef struct collector {
    flow_walk *w;
    flow total;
} collector;

static bool visit(xy_node *child, void *data)
{
    collector *c = data;
    then(c->w, &c->total, sema_flow(c->w, child));
    return true;
}

static flow of_children(flow_walk *w, const xy_node *node)
{
    collector c = {w, nothing(w)};
    if (node->kind != XY_NODE_BOGUS)
        xy_node_each_child(node, visit, &c);
    return c.total;
}

/* A missing element of an associative array is NO_DATA_FOUND. */
static uint32_t element_effects(const flow_walk *w, const xy_node *collection)
{
    const xy_type *type = w->s->infos[collection->id].type;
    bool dense = type && type->family == XY_FAMILY_COLLECTION && type->collection != XY_ASSOCIATIVE;
    return dense ? 0 : XY_EFFECT_NO_DATA;
}

static flow of_call(flow_walk *w, const xy_node *node)
{
    const xy_call *c = XY_AS(call, node);
    flow total = nothing(w);
    sema_flow_list(w, &total, c->args);
    const xy_info *info = w->s ? sema_info(w->s, node) : NULL;
    flow called = nothing(w);
    if (info && info->is_element)
        called.bits = XY_EFFECT_MAY_FAIL | element_effects(w, c->callee) | (info->symbol ? of_symbol(w, info->symbol).bits : 0);
    else if (info && (info->is_constructor || info->is_method))
        called.bits = info->is_method ? XY_EFFECT_MAY_FAIL : 0;
    else if (info && info->symbol)
        called = of_symbol(w, info->symbol);
    else if (c->callee->kind == XY_NODE_NAME)
        called = of_name(w, c->callee, true);
    else
        called = sema_flow(w, c->callee);
    then(w, &total, called);
    const xy_node *rest[] = {c->order, c->within, c->keep, c->over};
    for (size_t i = 0; i < sizeof rest / sizeof *rest; i++) {
        if (rest[i])
            then(w, &total, sema_flow(w, rest[i]));
    }
    return total;
}

/* ---- expressions ---- */

/* Sums and products fail only beyond 10 to the 125th, which is no reason to expect an error behind each of them. */
static bool operator_fails(uint8_t op)
{
    return op == XY_BINARY_OP_DIV || op == XY_BINARY_OP_POWER || op == XY_BINARY_OP_MOD || op >= XY_BINARY_OP_MULTISET_UNION;
}

static flow of_binary(flow_walk *w, const xy_node *node)
{
    XY_VEC(const xy_node *) chain = {0};
    for (; node->kind == XY_NODE_BINARY; node = XY_AS(binary, node)->left)
        xy_vec_push(w->scratch, &chain, node);
    flow total = sema_flow(w, node);
    for (uint32_t i = chain.count; i-- > 0;) {
        const xy_binary *b = XY_AS(binary, chain.items[i]);
        then(w, &total, sema_flow(w, b->right));
        if (operator_fails(b->op))
            total.bits |= XY_EFFECT_MAY_FAIL;
        if (w->memo)
            w->memo[chain.items[i]->id] = total.bits;
    }
    return total;
}

static flow of_query(flow_walk *w, const xy_node *node)
{
    bool outer = w->in_sql;
    w->in_sql = true;
    flow f = of_children(w, node);
    w->in_sql = outer;
    f.bits |= XY_EFFECT_READS | XY_EFFECT_MAY_FAIL | (sema_select_may_miss(w, node) ? XY_EFFECT_NO_DATA : 0);
    if (XY_AS(select, node)->for_update)
        f.bits |= XY_EFFECT_LOCKS;
    return f;
}

static flow of_failing(flow_walk *w, const xy_node *node)
{
    flow f = of_children(w, node);
    f.bits |= XY_EFFECT_MAY_FAIL;
    return f;
}

static flow of_lock(flow_walk *w, const xy_node *node)
{
    flow f = of_failing(w, node);
    f.bits |= XY_EFFECT_LOCKS;
    return f;
}

static flow of_plain_name(flow_walk *w, const xy_node *node)
{
    return of_name(w, node, false);
}

static flow of_field(flow_walk *w, const xy_node *node)
{
    flow f = sema_flow(w, XY_AS(field, node)->object);
    if (w->s && w->s->infos[node->id].symbol) {
        flow of = of_symbol(w, w->s->infos[node->id].symbol);
        or_else(&f, of);
    }
    return f;
}

static flow of_nothing(flow_walk *w, const xy_node *node)
{
    (void)node;
    return nothing(w);
}

/* ---- statements ---- */

static flow of_dml(flow_walk *w, const xy_node *node)
{
    bool outer = w->in_sql;
    w->in_sql = true;
    flow f = of_children(w, node);
    w->in_sql = outer;
    f.bits |= XY_EFFECT_WRITES | XY_EFFECT_MAY_FAIL;
    f.bits &= ~(uint32_t)XY_EFFECT_WRITES_MANY; /* one statement: all or nothing */
    return f;
}

/* A statement of FORALL is one change per element; those before the failing one stay. */
static flow of_forall(flow_walk *w, const xy_node *node)
{
    flow f = of_children(w, node);
    repeated(w, &f);
    return f;
}

static flow of_commit(flow_walk *w, const xy_node *node)
{
    flow f = of_nothing(w, node);
    f.bits = XY_EFFECT_COMMITS | XY_EFFECT_MAY_FAIL;
    return f;
}

static flow of_rollback(flow_walk *w, const xy_node *node)
{
    flow f = nothing(w);
    f.bits = XY_EFFECT_ROLLS_BACK | (XY_AS(rollback, node)->savepoint != XY_NO_TOKEN ? XY_EFFECT_SAVEPOINT : 0);
    return f;
}

static flow of_savepoint(flow_walk *w, const xy_node *node)
{
    flow f = of_nothing(w, node);
    f.bits = XY_EFFECT_SAVEPOINT;
    return f;
}

static flow of_raise(flow_walk *w, const xy_node *node)
{
    flow f = of_nothing(w, node);
    const xy_node *exception = XY_AS(raise, node)->exception;
    f.bits = XY_EFFECT_RAISES | XY_EFFECT_MAY_FAIL;
    if (exception && xy_str_equal_nocase(sema_node_text(w->source, exception), XY_STR("NO_DATA_FOUND")))
        f.bits |= XY_EFFECT_NO_DATA;
    return f;
}

/* The first word of a statement that is known as text: leading literal of a concatenation. */
static uint32_t dynamic_effects(const flow_walk *w, const xy_node *sql)
{
    static const struct {
        const char *word;
        uint32_t effects;
    } words[] = {
        {"SELECT", XY_EFFECT_READS},
        {"WITH", XY_EFFECT_READS},
        {"INSERT", XY_EFFECT_WRITES},
        {"UPDATE", XY_EFFECT_WRITES},
        {"DELETE", XY_EFFECT_WRITES},
        {"MERGE", XY_EFFECT_WRITES},
        {"ALTER SESSION", XY_EFFECT_SESSION},
        {"LOCK", XY_EFFECT_LOCKS},
        {"CREATE", XY_EFFECT_COMMITS | XY_EFFECT_WRITES | XY_EFFECT_DDL},
        {"DROP", XY_EFFECT_COMMITS | XY_EFFECT_WRITES | XY_EFFECT_DDL},
        {"TRUNCATE", XY_EFFECT_COMMITS | XY_EFFECT_WRITES | XY_EFFECT_DDL},
        {"ALTER", XY_EFFECT_COMMITS | XY_EFFECT_WRITES | XY_EFFECT_DDL},
        {"GRANT", XY_EFFECT_COMMITS | XY_EFFECT_WRITES | XY_EFFECT_DDL},
        {"REVOKE", XY_EFFECT_COMMITS | XY_EFFECT_WRITES | XY_EFFECT_DDL},
        {"COMMENT ", XY_EFFECT_COMMITS | XY_EFFECT_WRITES | XY_EFFECT_DDL},
        {"COMMIT", XY_EFFECT_COMMITS},
        {"ROLLBACK", XY_EFFECT_ROLLS_BACK},
    };
    while (sql->kind == XY_NODE_BINARY || sql->kind == XY_NODE_PAREN)
        sql = sql->kind == XY_NODE_PAREN ? XY_AS(paren, sql)->inner : XY_AS(binary, sql)->left;
    if (sql->kind != XY_NODE_STRING_LITERAL)
        return XY_EFFECT_UNKNOWN_CALL;
    xy_str text = xy_token_string(w->source, XY_AS(string_literal, sql)->value, w->scratch);
    while (text.length && (text.data[0] == ' ' || text.data[0] == '\t' || text.data[0] == '\n' || text.data[0] == '\r')) {
        text.data++;
        text.length--;
    }
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        xy_str word = xy_str_from(words[i].word);
        if (text.length >= word.length && xy_str_equal_nocase((xy_str){text.data, word.length}, word))
            return words[i].effects;
    }
    return XY_EFFECT_UNKNOWN_CALL;
}

static flow of_execute(flow_walk *w, const xy_node *node)
{
    flow f = of_children(w, node);
    const xy_node *into = XY_AS(execute_immediate, node)->into;
    f.bits |= XY_EFFECT_DYNAMIC | XY_EFFECT_MAY_FAIL | dynamic_effects(w, XY_AS(execute_immediate, node)->sql);
    if (into && XY_AS(into, into)->bulk == XY_NO_TOKEN)
        f.bits |= XY_EFFECT_NO_DATA;
    return f;
}

static flow of_open_for(flow_walk *w, const xy_node *node)
{
    const xy_node *source = XY_AS(open_for, node)->source;
    flow f = of_children(w, node);
    f.bits |= XY_EFFECT_READS | XY_EFFECT_MAY_FAIL;
    if (source && source->kind != XY_NODE_SELECT)
        f.bits |= XY_EFFECT_DYNAMIC;
    return f;
}

static flow of_reading(flow_walk *w, const xy_node *node)
{
    flow f = of_children(w, node);
    f.bits |= XY_EFFECT_READS | XY_EFFECT_MAY_FAIL;
    return f;
}

static flow of_fetch(flow_walk *w, const xy_node *node)
{
    flow f = of_reading(w, node);
    f.bits |= XY_EFFECT_FETCHES;
    return f;
}

static flow of_procedure_call(flow_walk *w, const xy_node *node)
{
    const xy_node *call = XY_AS(procedure_call, node)->call;
    flow f = call->kind == XY_NODE_NAME ? of_name(w, call, true) : sema_flow(w, call);
    if (call->kind == XY_NODE_NAME && w->s && w->s->infos[call->id].is_method)
        f.bits |= XY_EFFECT_MAY_FAIL;
    if (w->memo)
        w->memo[call->id] = f.bits;
    return f;
}

static bool fits(const flow_walk *w, const xy_node *target, const xy_node *value);

static flow of_assign(flow_walk *w, const xy_node *node)
{
    const xy_assign *a = XY_AS(assign, node);
    flow f = sema_flow(w, a->value);
    flow target = sema_flow(w, a->target);
    target.bits &= ~(uint32_t)XY_EFFECT_NO_DATA; /* an element that is not there is made */
    then(w, &f, target);
    if (!fits(w, a->target, a->value))
        f.bits |= XY_EFFECT_MAY_FAIL;
    return f;
}

static flow of_if(flow_walk *w, const xy_node *node)
{
    const xy_if *i = XY_AS(if, node);
    flow total = nothing(w);
    for (uint32_t b = 0; b < i->branches.count; b++) {
        const xy_node *branch = i->branches.items[b];
        flow one = nothing(w);
        if (branch->kind == XY_NODE_IF_BRANCH) {
            then(w, &one, sema_flow(w, XY_AS(if_branch, branch)->condition));
            sema_flow_list(w, &one, XY_AS(if_branch, branch)->stmts);
        }
        if (w->memo)
            w->memo[branch->id] = one.bits;
        or_else(&total, one);
    }
    flow last = nothing(w);
    sema_flow_list(w, &last, i->otherwise);
    or_else(&total, last);
    return total;
}

static flow of_case(flow_walk *w, const xy_node *node)
{
    const xy_case_statement *c = XY_AS(case_statement, node);
    flow total = nothing(w);
    if (c->operand)
        total = sema_flow(w, c->operand);
    for (uint32_t b = 0; b < c->branches.count; b++) {
        const xy_node *branch = c->branches.items[b];
        flow one = nothing(w);
        if (branch->kind == XY_NODE_CASE_BRANCH) {
            sema_flow_list(w, &one, XY_AS(case_branch, branch)->conditions);
            sema_flow_list(w, &one, XY_AS(case_branch, branch)->stmts);
        }
        if (w->memo)
            w->memo[branch->id] = one.bits;
        or_else(&total, one);
    }
    flow last = nothing(w);
    sema_flow_list(w, &last, c->otherwise);
    if (c->else_token == XY_NO_TOKEN)
        last.bits |= XY_EFFECT_MAY_FAIL; /* CASE_NOT_FOUND */
    or_else(&total, last);
    return total;
}

static flow of_loop(flow_walk *w, const xy_node *node)
{
    flow f = of_children(w, node);
    if (node->kind == XY_NODE_CURSOR_LOOP)
        f.bits |= XY_EFFECT_READS | XY_EFFECT_MAY_FAIL;
    repeated(w, &f);
    return f;
}

/* ---- blocks ---- */

static bool is_autonomous(const flow_walk *w, const xy_node *decl)
{
    return decl->kind == XY_NODE_PRAGMA && sema_token_is(w->source, XY_AS(pragma, decl)->name, "AUTONOMOUS_TRANSACTION");
}

static void declare_local(flow_walk *w, uint32_t token)
{
    if (w->s || !w->locals)
        return;
    xy_symbol *symbol = sema_symbol_new(w->scratch, XY_SYM_VARIABLE, xy_token_name(w->source, token, w->scratch));
    sema_scope_declare(w->scratch, w->locals, symbol);
}

static void declare_locals(flow_walk *w, const xy_node *decl)
{
    switch (decl->kind) {
    case XY_NODE_VARIABLE_DECL: declare_local(w, XY_AS(variable_decl, decl)->name); break;
    case XY_NODE_CURSOR_DECL: declare_local(w, XY_AS(cursor_decl, decl)->name); break;
    case XY_NODE_TYPE_DECL: declare_local(w, XY_AS(type_decl, decl)->name); break;
    case XY_NODE_SUBTYPE_DECL: declare_local(w, XY_AS(subtype_decl, decl)->name); break;
    case XY_NODE_EXCEPTION_DECL: declare_local(w, XY_AS(exception_decl, decl)->name); break;
    default: break;
    }
}

/* For the catalog: a nested routine is a routine of its own, known by its local name. */
static void declare_nested(flow_walk *w, const xy_node *decl)
{
    const xy_node *name = XY_AS(routine, decl)->name;
    xy_str parts[SEMA_MAX_PARTS];
    if (w->s || !w->locals || !w->catalog || sema_name_parts(&w->declarer, name, parts) != 1)
        return;
    xy_symbol *known = w->locals->names ? xy_map_get(w->locals->names, parts[0]) : NULL;
    if (known && known->kind == XY_SYM_PROCEDURE)
        return; /* forward declaration or overload: one symbol for all of the name */
    xy_symbol *symbol = sema_symbol_new(w->catalog->arena, XY_SYM_PROCEDURE, xy_str_copy(w->catalog->arena, parts[0]));
    sema_of(symbol)->home = w->catalog;
    symbol->nested = true;
    sema_scope_declare(w->scratch, w->locals, symbol);
}

static void summarise_nested(flow_walk *w, const xy_node *decl)
{
    xy_str parts[SEMA_MAX_PARTS];
    xy_symbol *symbol = sema_name_parts(&w->declarer, XY_AS(routine, decl)->name, parts) == 1 ? find_local(w, parts[0]) : NULL;
    if (!symbol || !XY_AS(routine, decl)->body || sema_of(symbol)->home != w->catalog)
        return;
    flow_walk inner = *w;
    inner.handled = 0;
    inner.calls.items = NULL;
    inner.calls.count = inner.calls.capacity = 0;
    inner.names.items = NULL;
    inner.names.count = inner.names.capacity = 0;
    sema_summarise_body(&inner, symbol, decl);
}

static void enter_locals(flow_walk *w, xy_nodes decls)
{
    if (w->s)
        return;
    w->locals = sema_scope_new(w->scratch, w->locals, SEMA_SCOPE_DECLS, NULL);
    for (uint32_t i = 0; i < decls.count; i++) {
        declare_locals(w, decls.items[i]);
        if (decls.items[i]->kind == XY_NODE_ROUTINE)
            declare_nested(w, decls.items[i]);
    }
    for (uint32_t i = 0; i < decls.count; i++) {
        if (decls.items[i]->kind == XY_NODE_ROUTINE)
            summarise_nested(w, decls.items[i]);
    }
}

/* Whether a value always fits into a variable: same plain type without a length, or a short literal. */
static bool fits_type(const flow_walk *w, const xy_type *to, const xy_node *value)
{
    const xy_type *from = w->s ? w->s->infos[value->id].type : NULL;
    if (value->kind == XY_NODE_NULL_LITERAL)
        return true;
    if (!to || !from || !sema_type_known(to) || w->s->infos[value->id].convert_to)
        return false;
    if (from->family == XY_FAMILY_NULL || from == to)
        return true;
    if (from->family != to->family && !(from->family == XY_FAMILY_NUMBER && to->family == XY_FAMILY_INTEGER && value->kind == XY_NODE_NUMBER_LITERAL)
        && !(from->family == XY_FAMILY_INTEGER && to->family == XY_FAMILY_NUMBER))
        return false;
    if (to->precision < 0)
        return true;
    if (xy_is_char_family(to->family)) /* a character takes up to 4 bytes */
        return from->precision >= 0
               && (to->length_chars || (value->kind != XY_NODE_STRING_LITERAL && !from->length_chars) ? from->precision <= to->precision
                                                                                                      : from->precision * 4 <= to->precision);
    if (to->family != XY_FAMILY_NUMBER)
        return true;
    return from->precision >= 0 && from->scale != SEMA_NO_SCALE && to->scale != SEMA_NO_SCALE && from->precision - from->scale <= to->precision - to->scale;
}

/* A variable of a constrained subtype or NOT NULL refuses values of its type. */
static bool refuses(const flow_walk *w, const xy_symbol *variable, const xy_node *value)
{
    if (!variable || (variable->kind != XY_SYM_VARIABLE && variable->kind != XY_SYM_PARAMETER))
        return false;
    return variable->constrained || variable->subtype || (variable->nullability == XY_NULL_NEVER && w->s->infos[value->id].nullability != XY_NULL_NEVER);
}

static bool fits(const flow_walk *w, const xy_node *target, const xy_node *value)
{
    if (w->s && refuses(w, w->s->infos[target->id].symbol, value))
        return false;
    return fits_type(w, w->s ? w->s->infos[target->id].type : NULL, value);
}

/* Can a declaration fail because its initial value is too long or too large? */
static bool initial_value_fits(const flow_walk *w, const xy_node *decl)
{
    const xy_node *value = XY_AS(variable_decl, decl)->default_;
    const xy_symbol *symbol = w->s ? w->s->infos[decl->id].symbol : NULL;
    const xy_type *type = symbol ? symbol->type : NULL;
    bool literal = value->kind == XY_NODE_NUMBER_LITERAL || value->kind == XY_NODE_BOOLEAN_LITERAL;
    if (value->kind == XY_NODE_STRING_LITERAL) /* its bytes are known; two of them are the quotes */
        literal = !type || !xy_is_char_family(type->family) || type->precision < 0 || sema_node_text(w->source, value).length <= (uint32_t)type->precision + 2;
    return literal || fits_type(w, type, value);
}

/* What opening the cursor does beside reading, which is said where it is opened. */
static flow of_cursor_query(flow_walk *w, const xy_node *decl)
{
    const xy_node *query = XY_AS(cursor_decl, decl)->query;
    flow f = query ? sema_flow(w, query) : nothing(w);
    f.bits &= ~(uint32_t)(XY_EFFECT_READS | XY_EFFECT_MAY_FAIL | XY_EFFECT_NO_DATA);
    return f;
}

static flow of_decls(flow_walk *w, xy_nodes decls)
{
    flow total = nothing(w);
    for (uint32_t i = 0; i < decls.count; i++) {
        const xy_node *decl = decls.items[i];
        if (decl->kind == XY_NODE_VARIABLE_DECL && XY_AS(variable_decl, decl)->default_) {
            flow value = sema_flow(w, XY_AS(variable_decl, decl)->default_);
            if (!initial_value_fits(w, decl))
                value.bits |= XY_EFFECT_MAY_FAIL;
            if (w->memo)
                w->memo[decl->id] = value.bits;
            then(w, &total, value);
        }
        if (decl->kind == XY_NODE_CURSOR_DECL)
            or_else(&total, of_cursor_query(w, decl));
        if (is_autonomous(w, decl))
            total.bits |= XY_EFFECT_AUTONOMOUS;
    }
    return total;
}

static bool catches_all(const flow_walk *w, xy_nodes handlers)
{
    for (uint32_t i = 0; i < handlers.count; i++) {
        if (handlers.items[i]->kind != XY_NODE_HANDLER)
            continue;
        xy_nodes names = XY_AS(handler, handlers.items[i])->exceptions;
        for (uint32_t j = 0; j < names.count; j++) {
            if (xy_str_equal_nocase(sema_node_text(w->source, names.items[j]), XY_STR("OTHERS")))
                return true;
        }
    }
    return false;
}

/* Handlers that end the transaction at once, or only raise another error, do not let see what the body did. */
static bool shows_nothing(const flow_walk *w, const xy_node *node)
{
    if (node->kind != XY_NODE_HANDLER || XY_AS(handler, node)->stmts.count == 0)
        return false;
    const xy_nodes *stmts = &XY_AS(handler, node)->stmts;
    const xy_node *first = stmts->items[0];
    if (first->kind == XY_NODE_ROLLBACK && XY_AS(rollback, first)->savepoint == XY_NO_TOKEN)
        return true;
    if (first->kind == XY_NODE_PROCEDURE_CALL && XY_AS(procedure_call, first)->call->kind == XY_NODE_CALL)
        return stmts->count == 1
               && xy_str_equal_nocase(sema_node_text(w->source, XY_AS(call, XY_AS(procedure_call, first)->call)->callee), XY_STR("RAISE_APPLICATION_ERROR"));
    return stmts->count == 1 && first->kind == XY_NODE_RAISE;
}

static bool lets_see(const flow_walk *w, xy_nodes handlers)
{
    for (uint32_t i = 0; i < handlers.count; i++)
        if (!shows_nothing(w, handlers.items[i]))
            return true;
    return false;
}

static flow of_handlers(flow_walk *w, xy_nodes handlers)
{
    flow total = nothing(w);
    for (uint32_t i = 0; i < handlers.count; i++) {
        flow one = nothing(w);
        if (handlers.items[i]->kind == XY_NODE_HANDLER)
            sema_flow_list(w, &one, XY_AS(handler, handlers.items[i])->stmts);
        if (w->memo)
            w->memo[handlers.items[i]->id] = one.bits;
        or_else(&total, one);
    }
    return total;
}

static flow of_block(flow_walk *w, const xy_node *node)
{
    const xy_block *b = XY_AS(block, node);
    sema_scope *outer = w->locals;
    bool inside = w->in_body;
    w->in_body = true;
    enter_locals(w, b->decls);
    flow total = of_decls(w, b->decls);
    flow body = nothing(w);
    bool handled = lets_see(w, b->handlers);
    w->handled += handled;
    sema_flow_list(w, &body, b->stmts);
    w->handled -= handled;
    if (b->handlers.count) {
        bool all = catches_all(w, b->handlers);
        bool wrote = writes(body);
        if (sema_stops_no_data(w->source, b->handlers)) {
            body.bits &= ~(uint32_t)XY_EFFECT_NO_DATA;
            for (uint32_t i = body.first; i < body.last; i++)
                w->calls.items[i].quiet = true;
        }
        flow handlers = of_handlers(w, b->handlers);
        if (all && body.first == body.last) /* calls that are not known yet keep their say */
            body.bits &= ~(uint32_t)(XY_EFFECT_MAY_FAIL | XY_EFFECT_RAISES);
        if (may_fail(handlers)) {
            follow(w, body.first, body.last);
            if (wrote)
                body.bits |= XY_EFFECT_WRITES_MANY;
        }
        or_else(&body, handlers);
    }
    then(w, &total, body);
    w->locals = outer;
    w->in_body = inside;
    return total;
}

/* Loops declare their index or record. */
static flow of_declaring_loop(flow_walk *w, const xy_node *node)
{
    sema_scope *outer = w->locals;
    if (!w->s) {
        w->locals = sema_scope_new(w->scratch, w->locals, SEMA_SCOPE_DECLS, NULL);
        declare_local(w, node->kind == XY_NODE_FOR_LOOP ? XY_AS(for_loop, node)->index : XY_AS(cursor_loop, node)->record);
    }
    flow f = of_loop(w, node);
    w->locals = outer;
    return f;
}

static flow of_declaring_forall(flow_walk *w, const xy_node *node)
{
    sema_scope *outer = w->locals;
    if (!w->s) {
        w->locals = sema_scope_new(w->scratch, w->locals, SEMA_SCOPE_DECLS, NULL);
        declare_local(w, XY_AS(forall, node)->index);
    }
    flow f = of_forall(w, node);
    w->locals = outer;
    return f;
}

typedef flow (*flow_rule)(flow_walk *w, const xy_node *node);

static const flow_rule rules[XY_NODE_COUNT] = {
    [XY_NODE_NAME] = of_plain_name,
    [XY_NODE_FIELD] = of_field,
    [XY_NODE_CALL] = of_call,
    [XY_NODE_BINARY] = of_binary,
    [XY_NODE_CAST] = of_failing,
    [XY_NODE_TREAT] = of_failing,
    [XY_NODE_FUNCTION_SYNTAX] = of_failing,
    [XY_NODE_SELECT] = of_query,
    [XY_NODE_INSERT] = of_dml,
    [XY_NODE_INSERT_MULTI] = of_dml,
    [XY_NODE_UPDATE] = of_dml,
    [XY_NODE_DELETE] = of_dml,
    [XY_NODE_MERGE] = of_dml,
    [XY_NODE_FORALL] = of_declaring_forall,
    [XY_NODE_COMMIT] = of_commit,
    [XY_NODE_ROLLBACK] = of_rollback,
    [XY_NODE_SAVEPOINT] = of_savepoint,
    [XY_NODE_RAISE] = of_raise,
    [XY_NODE_EXECUTE_IMMEDIATE] = of_execute,
    [XY_NODE_OPEN_FOR] = of_open_for,
    [XY_NODE_OPEN] = of_reading,
    [XY_NODE_FETCH] = of_fetch,
    [XY_NODE_CLOSE] = of_failing,
    [XY_NODE_LOCK_TABLE] = of_lock,
    [XY_NODE_SET_TRANSACTION] = of_failing,
    [XY_NODE_PIPE_ROW] = of_failing,
    [XY_NODE_PROCEDURE_CALL] = of_procedure_call,
    [XY_NODE_ASSIGN] = of_assign,
    [XY_NODE_IF] = of_if,
    [XY_NODE_CASE_STATEMENT] = of_case,
    [XY_NODE_LOOP] = of_loop,
    [XY_NODE_WHILE_LOOP] = of_loop,
    [XY_NODE_ITERATOR_LOOP] = of_loop,
    [XY_NODE_FOR_LOOP] = of_declaring_loop,
    [XY_NODE_CURSOR_LOOP] = of_declaring_loop,
    [XY_NODE_BLOCK] = of_block,
    [XY_NODE_TABLE_NAME] = of_nothing,
    [XY_NODE_DATA_TYPE] = of_nothing,
    [XY_NODE_ROUTINE] = of_nothing,
    [XY_NODE_CURSOR_DECL] = of_nothing,
};

flow sema_flow(flow_walk *w, const xy_node *node)
{
    flow f = rules[node->kind] ? rules[node->kind](w, node) : of_children(w, node);
    xy_family to = w->s ? (xy_family)w->s->infos[node->id].convert_to : XY_FAMILY_UNKNOWN;
    if (to != XY_FAMILY_UNKNOWN && !xy_is_char_family(to)) /* everything can be written as text */
        f.bits |= XY_EFFECT_MAY_FAIL;
    if (w->memo)
        w->memo[node->id] = f.bits;
    return f;
}
