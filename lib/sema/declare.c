/* Symbols from declarations: for a unit's own analysis, and for the catalog (texts copied, types looked up later). */
#include "sema/internal.h"

bool sema_token_is(const xy_source *source, uint32_t token, const char *word)
{
    return token != XY_NO_TOKEN && xy_str_equal_nocase(xy_token_text(source, token), xy_str_from(word));
}

xy_str sema_node_text(const xy_source *source, const xy_node *node)
{
    if (!node || node->first >= node->last)
        return (xy_str){0};
    uint32_t last = node->last - 1;
    while (last > node->first && xy_token_is_trivia(source->tokens[last].kind))
        last--;
    uint32_t from = source->tokens[node->first].offset;
    return (xy_str){source->text.data + from, source->tokens[last].offset + source->tokens[last].length - from};
}

static xy_str keep(const sema_declarer *d, xy_str text)
{
    return d->catalog && text.length ? xy_str_copy(d->env->arena, text) : text;
}

xy_str sema_token_name(const sema_declarer *d, uint32_t token)
{
    if (token == XY_NO_TOKEN)
        return (xy_str){0};
    return keep(d, xy_token_name(d->source, token, d->env->arena));
}

uint32_t sema_name_parts(const sema_declarer *d, const xy_node *name, xy_str parts[SEMA_MAX_PARTS])
{
    if (!name || name->kind != XY_NODE_NAME || XY_AS(name, name)->parts.count > SEMA_MAX_PARTS)
        return 0;
    xy_token_list tokens = XY_AS(name, name)->parts;
    for (uint32_t i = 0; i < tokens.count; i++)
        parts[i] = sema_token_name(d, tokens.items[i]);
    return tokens.count;
}

static void add_pending(sema_declarer *d, const xy_type **slot, const xy_node *data_type)
{
    sema_symbol *holder = sema_of(d->holder);
    sema_pending *pending = XY_NEW(d->env->arena, sema_pending);
    pending->slot = slot;
    pending->package = d->env->package;
    pending->schema = d->env->schema;
    sema_spec_read(d->source, data_type, d->env->arena, true, &pending->spec);
    pending->next = holder->pending;
    holder->pending = pending;
}

void sema_declare_type(sema_declarer *d, const xy_type **slot, const xy_node *data_type)
{
    sema_spec spec;
    *slot = sema_type(XY_FAMILY_UNKNOWN);
    if (!data_type || data_type->kind != XY_NODE_DATA_TYPE)
        return;
    if (d->catalog) {
        add_pending(d, slot, data_type);
        return;
    }
    sema_spec_read(d->source, data_type, d->env->arena, false, &spec);
    *slot = sema_spec_resolve(d->env, &spec);
    if (d->infos) {
        d->infos[data_type->id].type = *slot;
        d->infos[data_type->id].symbol = d->env->named;
        d->infos[XY_AS(data_type, data_type)->name->id].symbol = d->env->named;
    }
}

/* Oracle's own integer types that do not take all integers. SIMPLE_INTEGER takes all but NULL. */
static bool is_ranged_integer(const sema_declarer *d, const xy_node *type)
{
    static const char *const words[] = {"NATURAL", "NATURALN", "POSITIVE", "POSITIVEN", "SIGNTYPE"};
    xy_str parts[SEMA_MAX_PARTS];
    bool plain = type && type->kind == XY_NODE_DATA_TYPE && XY_AS(data_type, type)->anchor == XY_DATA_TYPE_ANCHOR_NONE;
    uint32_t count = plain ? sema_name_parts(d, XY_AS(data_type, type)->name, parts) : 0;
    for (size_t i = 0; count == 1 && i < sizeof words / sizeof *words; i++)
        if (xy_str_equal(parts[0], xy_str_from(words[i])))
            return true;
    return false;
}

/* The type of a variable, parameter or subtype, and the subtype that names it. */
static void declare_type_of(sema_declarer *d, xy_symbol *symbol, const xy_node *data_type)
{
    sema_declare_type(d, &symbol->type, data_type);
    symbol->constrained = is_ranged_integer(d, data_type);
    if (!data_type || data_type->kind != XY_NODE_DATA_TYPE || XY_AS(data_type, data_type)->anchor == XY_DATA_TYPE_ANCHOR_ROWTYPE)
        return;
    if (d->catalog)
        sema_of(d->holder)->pending->declared = symbol;
    else
        sema_take_subtype(symbol, d->env->named);
}

static void set_node(const sema_declarer *d, xy_symbol *symbol, const xy_node *node)
{
    symbol->node = d->catalog ? NULL : node;
}

static void set_default(const sema_declarer *d, xy_symbol *symbol, const xy_node *value)
{
    symbol->has_default = value != NULL;
    if (value)
        symbol->default_text = keep(d, sema_node_text(d->source, value));
}

/* ---- routines ---- */

xy_symbol *sema_declare_parameter(sema_declarer *d, const xy_node *node, xy_symbol *owner)
{
    const xy_parameter *p = XY_AS(parameter, node);
    xy_symbol *symbol = sema_symbol_new(d->env->arena, XY_SYM_PARAMETER, sema_token_name(d, p->name));
    symbol->owner = owner;
    symbol->mode = p->out == XY_NO_TOKEN ? XY_MODE_IN : p->in != XY_NO_TOKEN ? XY_MODE_INOUT : XY_MODE_OUT;
    symbol->nullability = XY_NULL_MAYBE;
    set_node(d, symbol, node);
    declare_type_of(d, symbol, p->type);
    set_default(d, symbol, p->default_);
    return symbol;
}

static void declare_params(sema_declarer *d, xy_symbol *symbol, xy_nodes params)
{
    symbol->params = params.count ? XY_NEW_ARRAY(d->env->arena, xy_symbol *, params.count) : NULL;
    for (uint32_t i = 0; i < params.count; i++) {
        if (params.items[i]->kind == XY_NODE_PARAMETER)
            symbol->params[symbol->param_count++] = sema_declare_parameter(d, params.items[i], symbol);
    }
}

static void read_clauses(const sema_declarer *d, xy_symbol *symbol, xy_nodes clauses)
{
    for (uint32_t i = 0; i < clauses.count; i++) {
        if (clauses.items[i]->kind != XY_NODE_ROUTINE_CLAUSE)
            continue;
        uint32_t head = XY_AS(routine_clause, clauses.items[i])->head;
        symbol->deterministic |= sema_token_is(d->source, head, "DETERMINISTIC");
        symbol->pipelined |= sema_token_is(d->source, head, "PIPELINED");
    }
}

xy_symbol *sema_declare_routine(sema_declarer *d, const xy_node *node, xy_symbol *owner)
{
    const xy_routine *r = XY_AS(routine, node);
    xy_str parts[SEMA_MAX_PARTS];
    uint32_t count = sema_name_parts(d, r->name, parts);
    xy_symbol_kind kind = r->kind == XY_ROUTINE_KIND_FUNCTION ? XY_SYM_FUNCTION : XY_SYM_PROCEDURE;
    xy_symbol *symbol = sema_symbol_new(d->env->arena, kind, count ? parts[count - 1] : (xy_str){0});
    xy_symbol *holder = d->holder;
    d->holder = symbol;
    if (count > 1)
        symbol->schema = parts[count - 2];
    symbol->owner = owner;
    symbol->nullability = kind == XY_SYM_FUNCTION ? XY_NULL_MAYBE : XY_NULL_UNKNOWN;
    set_node(d, symbol, node);
    declare_params(d, symbol, r->params);
    if (r->returns)
        sema_declare_type(d, &symbol->type, r->returns);
    read_clauses(d, symbol, r->clauses);
    sema_of(symbol)->forward = !r->body && !r->call_spec;
    d->holder = holder;
    return symbol;
}

static const sema_spec *pending_spec(const xy_symbol *routine, const xy_type *const *slot)
{
    for (const sema_pending *p = sema_of(routine)->pending; p; p = p->next) {
        if (p->slot == slot)
            return &p->spec;
    }
    return NULL;
}

/* Types that are not looked up yet are compared as they are written. */
static bool same_parameter(const xy_symbol *a, const xy_symbol *b, uint32_t i)
{
    const xy_symbol *x = a->params[i], *y = b->params[i];
    if (!xy_str_equal(x->name, y->name))
        return false;
    const sema_spec *xs = pending_spec(a, (const xy_type *const *)&x->type), *ys = pending_spec(b, (const xy_type *const *)&y->type);
    if (xs && ys && xs->part_count && ys->part_count)
        return xs->anchor == ys->anchor && xy_str_equal(xs->parts[xs->part_count - 1], ys->parts[ys->part_count - 1]);
    return !sema_type_known(x->type) || !sema_type_known(y->type) || x->type->family == y->type->family;
}

xy_symbol *sema_same_routine(xy_symbol *first, const xy_symbol *routine)
{
    for (xy_symbol *o = first; o; o = o->next_overload) {
        bool same = o != routine && o->kind == routine->kind && o->param_count == routine->param_count;
        for (uint32_t i = 0; same && i < o->param_count; i++)
            same = same_parameter(o, routine, i);
        if (same)
            return o;
    }
    return NULL;
}

/* ---- types ---- */

static void declare_fields(sema_declarer *d, xy_type *type, xy_nodes fields)
{
    xy_record_field *list = fields.count ? XY_NEW_ARRAY(d->env->arena, xy_record_field, fields.count) : NULL;
    type->fields = list;
    for (uint32_t i = 0; i < fields.count; i++) {
        const xy_node *node = fields.items[i];
        xy_record_field *field = &list[type->field_count];
        const xy_node *data_type = NULL;
        field->nullability = XY_NULL_MAYBE;
        if (node->kind == XY_NODE_VARIABLE_DECL) {
            field->name = sema_token_name(d, XY_AS(variable_decl, node)->name);
            data_type = XY_AS(variable_decl, node)->type;
            if (XY_AS(variable_decl, node)->default_)
                field->default_text = keep(d, sema_node_text(d->source, XY_AS(variable_decl, node)->default_));
            if (XY_AS(variable_decl, node)->not_null != XY_NO_TOKEN)
                field->nullability = XY_NULL_NEVER;
        } else if (node->kind == XY_NODE_ATTRIBUTE) {
            field->name = sema_token_name(d, XY_AS(attribute, node)->name);
            data_type = XY_AS(attribute, node)->type;
        } else {
            continue;
        }
        type->field_count++;
        field->node = d->catalog ? NULL : node;
        sema_declare_type(d, &field->type, data_type);
    }
}

static void declare_collection(sema_declarer *d, xy_type *type, const xy_node *node)
{
    const xy_collection_type *c = XY_AS(collection_type, node);
    type->collection = c->index_by ? XY_ASSOCIATIVE : c->kind == XY_COLLECTION_TYPE_KIND_VARRAY ? XY_VARRAY : XY_NESTED_TABLE;
    type->index = sema_type(XY_FAMILY_INTEGER);
    if (c->limit && c->limit->kind == XY_NODE_NUMBER_LITERAL)
        type->limit = sema_digits(xy_token_text(d->source, XY_AS(number_literal, c->limit)->value));
    sema_declare_type(d, &type->element, c->element);
    if (c->index_by)
        sema_declare_type(d, &type->index, c->index_by);
}

static void declare_methods(sema_declarer *d, xy_symbol *type_symbol, xy_nodes methods)
{
    for (uint32_t i = 0; i < methods.count; i++) {
        if (methods.items[i]->kind != XY_NODE_ROUTINE)
            continue;
        xy_symbol *method = sema_declare_routine(d, methods.items[i], type_symbol);
        method->is_public = true;
        sema_add_member(d->env->arena, &type_symbol->members, method);
    }
}

xy_type *sema_declare_definition(sema_declarer *d, const xy_node *definition, xy_symbol *type_symbol)
{
    xy_type *type = sema_type_new(d->env->arena, XY_FAMILY_UNKNOWN);
    type->name = type_symbol->name;
    type->symbol = type_symbol;
    switch (definition ? definition->kind : XY_NODE_NONE) {
    case XY_NODE_RECORD_TYPE:
        type->family = XY_FAMILY_RECORD;
        declare_fields(d, type, XY_AS(record_type, definition)->fields);
        break;
    case XY_NODE_OBJECT_TYPE:
        type->family = XY_FAMILY_OBJECT;
        declare_fields(d, type, XY_AS(object_type, definition)->attributes);
        declare_methods(d, type_symbol, XY_AS(object_type, definition)->methods);
        break;
    case XY_NODE_COLLECTION_TYPE:
        type->family = XY_FAMILY_COLLECTION;
        declare_collection(d, type, definition);
        break;
    case XY_NODE_REF_CURSOR_TYPE:
        type->family = XY_FAMILY_CURSOR;
        if (XY_AS(ref_cursor_type, definition)->returns)
            sema_declare_type(d, &type->element, XY_AS(ref_cursor_type, definition)->returns);
        break;
    default: break;
    }
    return type;
}

/* ---- other declarations ---- */

static xy_symbol *declare_variable(sema_declarer *d, const xy_node *node, xy_symbol *owner)
{
    const xy_variable_decl *v = XY_AS(variable_decl, node);
    xy_symbol_kind kind = v->constant != XY_NO_TOKEN ? XY_SYM_CONSTANT : XY_SYM_VARIABLE;
    xy_symbol *symbol = sema_symbol_new(d->env->arena, kind, sema_token_name(d, v->name));
    symbol->owner = owner;
    symbol->nullability = v->not_null != XY_NO_TOKEN ? XY_NULL_NEVER : XY_NULL_MAYBE;
    if (kind == XY_SYM_CONSTANT && v->default_ && v->default_->kind != XY_NODE_NULL_LITERAL) {
        bool literal = v->default_->kind == XY_NODE_NUMBER_LITERAL || v->default_->kind == XY_NODE_BOOLEAN_LITERAL
                       || v->default_->kind == XY_NODE_DATETIME_LITERAL || v->default_->kind == XY_NODE_INTERVAL_LITERAL;
        bool text =
            v->default_->kind == XY_NODE_STRING_LITERAL && xy_token_string(d->source, XY_AS(string_literal, v->default_)->value, d->env->arena).length > 0;
        if (literal || text)
            symbol->nullability = XY_NULL_NEVER;
    }
    set_node(d, symbol, node);
    d->holder = symbol;
    declare_type_of(d, symbol, v->type);
    set_default(d, symbol, v->default_);
    return symbol;
}

static xy_symbol *declare_cursor(sema_declarer *d, const xy_node *node, xy_symbol *owner)
{
    const xy_cursor_decl *c = XY_AS(cursor_decl, node);
    xy_symbol *symbol = sema_symbol_new(d->env->arena, XY_SYM_CURSOR, sema_token_name(d, c->name));
    symbol->owner = owner;
    sema_of(symbol)->forward = !c->query;
    set_node(d, symbol, node);
    d->holder = symbol;
    declare_params(d, symbol, c->params);
    symbol->type = sema_type(XY_FAMILY_UNKNOWN);
    if (c->returns)
        sema_declare_type(d, &symbol->type, c->returns);
    else if (c->query && d->catalog) {
        sema_query_text *query = XY_NEW(d->env->arena, sema_query_text);
        query->text = xy_str_copy(d->env->arena, sema_node_text(d->source, c->query));
        query->package = d->env->package;
        query->schema = d->env->schema;
        sema_of(symbol)->query = query;
    }
    return symbol;
}

static xy_symbol *declare_subtype(sema_declarer *d, const xy_node *node, xy_symbol *owner)
{
    const xy_subtype_decl *t = XY_AS(subtype_decl, node);
    xy_symbol *symbol = sema_symbol_new(d->env->arena, XY_SYM_TYPE, sema_token_name(d, t->name));
    symbol->owner = owner;
    symbol->nullability = t->not_null != XY_NO_TOKEN ? XY_NULL_NEVER : XY_NULL_UNKNOWN;
    set_node(d, symbol, node);
    d->holder = symbol;
    declare_type_of(d, symbol, t->type);
    symbol->constrained = symbol->constrained || t->not_null != XY_NO_TOKEN || t->range_low;
    return symbol;
}

static xy_symbol *declare_type(sema_declarer *d, const xy_node *node, xy_symbol *owner)
{
    const xy_type_decl *t = XY_AS(type_decl, node);
    xy_symbol *symbol = sema_symbol_new(d->env->arena, XY_SYM_TYPE, sema_token_name(d, t->name));
    symbol->owner = owner;
    set_node(d, symbol, node);
    d->holder = symbol;
    symbol->type = sema_declare_definition(d, t->definition, symbol);
    return symbol;
}

static xy_symbol *declare_exception(sema_declarer *d, const xy_node *node, xy_symbol *owner)
{
    xy_symbol *symbol = sema_symbol_new(d->env->arena, XY_SYM_EXCEPTION, sema_token_name(d, XY_AS(exception_decl, node)->name));
    symbol->owner = owner;
    symbol->type = sema_type(XY_FAMILY_EXCEPTION);
    set_node(d, symbol, node);
    return symbol;
}

xy_symbol *sema_declare(sema_declarer *d, const xy_node *decl, xy_symbol *owner)
{
    static const struct {
        uint16_t kind;
        xy_symbol *(*declare)(sema_declarer *, const xy_node *, xy_symbol *);
    } makers[] = {
        {XY_NODE_VARIABLE_DECL, declare_variable}, {XY_NODE_EXCEPTION_DECL, declare_exception}, {XY_NODE_CURSOR_DECL, declare_cursor},
        {XY_NODE_TYPE_DECL, declare_type},         {XY_NODE_SUBTYPE_DECL, declare_subtype},
    };
    xy_symbol *holder = d->holder, *symbol = NULL;
    for (size_t i = 0; i < sizeof makers / sizeof *makers && !symbol; i++) {
        if (makers[i].kind == decl->kind)
            symbol = makers[i].declare(d, decl, owner);
    }
    d->holder = holder;
    return symbol;
}

static int32_t signed_number(const xy_source *source, const xy_node *node)
{
    if (node->kind == XY_NODE_UNARY)
        return (XY_AS(unary, node)->op == XY_UNARY_OP_MINUS ? -1 : 1) * signed_number(source, XY_AS(unary, node)->operand);
    if (node->kind != XY_NODE_NUMBER_LITERAL)
        return 0;
    return sema_digits(xy_token_text(source, XY_AS(number_literal, node)->value));
}

void sema_declare_exception_init(sema_declarer *d, const xy_node *node, xy_map *names)
{
    const xy_pragma *p = XY_AS(pragma, node);
    xy_str parts[SEMA_MAX_PARTS];
    if (!names || !sema_token_is(d->source, p->name, "EXCEPTION_INIT") || p->args.count != 2)
        return;
    if (sema_name_parts(d, p->args.items[0], parts) != 1)
        return;
    xy_symbol *exception = xy_map_get(names, parts[0]);
    if (exception && exception->kind == XY_SYM_EXCEPTION)
        exception->ora_number = signed_number(d->source, p->args.items[1]);
}
