/* Reading and storing values at places of PL/SQL: see place.h. */
#include "pass/place.h"
#include "pass/sql.h"
#include "syntax/keyword.h"

enum { MAX_PARTS = 8 };

/* One step from the base: a field, or an element when `key` is given. */
typedef struct step {
    xy_str field; /* as Oracle stores it */
    const xy_node *key;
    const xy_type *container, *type;
} step;

typedef struct place {
    const xy_node *node;
    const xy_node *base;            /* Name, or an expression that gives a collection or record */
    uint32_t base_first, base_last; /* tokens of a Name's variable */
    const xy_symbol *variable;      /* null for other expressions */
    const xy_type *base_type;
    XY_VEC(step) steps;
} place;

/* ---- from the tree to a place ---- */

static bool is_variable(const xy_symbol *symbol)
{
    switch (symbol->kind) {
    case XY_SYM_VARIABLE:
    case XY_SYM_CONSTANT:
    case XY_SYM_PARAMETER:
    case XY_SYM_LOOP_RECORD:
    case XY_SYM_LOOP_INDEX: return true;
    default: return false;
    }
}

/* The first `count` parts of the name, which denote `symbol`. */
static bool name_place(xy_context *ctx, const xy_node *node, uint32_t count, const xy_symbol *symbol, place *p)
{
    xy_token_list parts = XY_AS(name, node)->parts;
    const xy_symbol *chain[MAX_PARTS];
    uint32_t fields = 0;
    for (; symbol && symbol->kind == XY_SYM_FIELD && symbol->owner && fields < MAX_PARTS; symbol = symbol->owner)
        chain[fields++] = symbol;
    if (!symbol || !is_variable(symbol) || fields >= count)
        return false;
    p->base = node;
    p->variable = symbol;
    p->base_type = symbol->type;
    p->base_first = parts.items[0];
    p->base_last = parts.items[count - fields - 1] + 1;
    const xy_type *type = symbol->type;
    for (uint32_t i = fields; i-- > 0;) {
        step s = {xy_token_name(ctx->source, parts.items[count - i - 1], ctx->arena), NULL, type, chain[i]->type};
        xy_vec_push(ctx->arena, &p->steps, s);
        type = s.type;
    }
    return true;
}

static const xy_symbol *prefix_symbol(const xy_context *ctx, const xy_node *name, uint32_t count)
{
    xy_str names[MAX_PARTS];
    if (count == 0 || count > MAX_PARTS)
        return NULL;
    for (uint32_t i = 0; i < count; i++)
        names[i] = xy_token_name(ctx->source, XY_AS(name, name)->parts.items[i], ctx->arena);
    return xy_sema_lookup(ctx->analysis, name, names, count);
}

static const xy_type *type_at(const xy_context *ctx, const xy_node *node)
{
    return xy_info_of(ctx->analysis, node)->type;
}

static void other_place(const xy_context *ctx, const xy_node *node, place *p)
{
    p->base = node;
    p->base_type = type_at(ctx, node);
    p->base_first = node->first;
    p->base_last = node->last;
}

static bool find_place(xy_context *ctx, const xy_node *node, place *p);

static const xy_node *key_of(const xy_node *call)
{
    const xy_node *arg = XY_AS(call, call)->args.count == 1 ? XY_AS(call, call)->args.items[0] : NULL;
    return arg && xy_node_in_group(arg->kind, "Expr") ? arg : NULL;
}

static bool element_place(xy_context *ctx, const xy_node *node, place *p)
{
    const xy_node *key = key_of(node);
    const xy_node *callee = XY_AS(call, node)->callee;
    if (!key || !find_place(ctx, callee, p))
        return false;
    const xy_type *container = p->steps.count ? p->steps.items[p->steps.count - 1].type : p->base_type;
    if (!container || container->family != XY_FAMILY_COLLECTION)
        return false;
    step s = {{0}, key, container, container->element};
    xy_vec_push(ctx->arena, &p->steps, s);
    return true;
}

static bool field_place(xy_context *ctx, const xy_node *node, place *p)
{
    const xy_field *f = XY_AS(field, node);
    if (!find_place(ctx, f->object, p))
        return false;
    const xy_type *container = p->steps.count ? p->steps.items[p->steps.count - 1].type : p->base_type;
    step s = {xy_token_name(ctx->source, f->field, ctx->arena), NULL, container, type_at(ctx, node)};
    xy_vec_push(ctx->arena, &p->steps, s);
    return true;
}

/* :NEW.x and :host_variable: the target takes them as they are written (trigger.c), whether or not their table is known. */
static bool is_bind(const xy_node *node)
{
    while (node->kind == XY_NODE_FIELD)
        node = XY_AS(field, node)->object;
    return node->kind == XY_NODE_BIND;
}

static bool find_place(xy_context *ctx, const xy_node *node, place *p)
{
    const xy_info *info = xy_info_of(ctx->analysis, node);
    if (node->kind == XY_NODE_NAME && !XY_AS(name, node)->dblink && name_place(ctx, node, XY_AS(name, node)->parts.count, info->symbol, p))
        return true;
    if (node->kind == XY_NODE_CALL && info->is_element)
        return element_place(ctx, node, p);
    if (node->kind == XY_NODE_FIELD && !info->is_method && info->symbol && info->symbol->kind == XY_SYM_FIELD)
        return field_place(ctx, node, p);
    if ((node->kind == XY_NODE_NAME && !info->is_call) || is_bind(node))
        return false;
    other_place(ctx, node, p);
    return p->base_type != NULL;
}

/* What stands before a method: `v` of v.COUNT, `t(i)` of t(i).COUNT. */
static bool method_place(xy_context *ctx, const xy_node *callee, place *p)
{
    if (callee->kind == XY_NODE_FIELD)
        return find_place(ctx, XY_AS(field, callee)->object, p);
    uint32_t count = XY_AS(name, callee)->parts.count - 1;
    return name_place(ctx, callee, count, prefix_symbol(ctx, callee, count), p);
}

static bool is_method_name(const xy_context *ctx, const xy_node *node)
{
    return (node->kind == XY_NODE_NAME || node->kind == XY_NODE_FIELD) && xy_info_of(ctx->analysis, node)->symbol
           && xy_info_of(ctx->analysis, node)->symbol->kind == XY_SYM_BUILTIN;
}

static bool place_at(xy_context *ctx, const xy_node *node, place *p)
{
    *p = (place){.node = node};
    return is_method_name(ctx, node) ? method_place(ctx, node, p) : find_place(ctx, node, p);
}

static const xy_type *type_of(const place *p)
{
    return p->steps.count ? p->steps.items[p->steps.count - 1].type : p->base_type;
}

const xy_type *xy_place_type(xy_context *ctx, const xy_node *expr)
{
    place p;
    return place_at(ctx, expr, &p) ? type_of(&p) : type_at(ctx, expr);
}

/* ---- reading ---- */

typedef struct value {
    xy_rope rope;
    const xy_type *type;
    bool json;   /* encoded, of `type` */
    bool name;   /* a variable's name */
    bool dotted; /* a variable's field: name.field */
    bool loose;  /* binds less tightly than a name: */
    bool cast;   /* a cast, rather than an operator */
    bool unset;  /* encoded field: JSON's null when nothing was assigned */
} value;

static void add_value(xy_context *ctx, xy_rope *out, const value *v)
{
    if (v->loose)
        xy_rope_text(ctx->edits, out, "(");
    xy_place_append(ctx, out, &v->rope);
    if (v->loose)
        xy_rope_text(ctx->edits, out, ")");
}

/* A field's name as text for jsonb: what the target's row type calls it. */
static xy_str field_key(xy_context *ctx, xy_str field)
{
    xy_str name = xy_pass_target_name(ctx, field);
    if (name.length > 1 && name.data[0] == '"')
        name = (xy_str){name.data + 1, name.length - 2};
    return name;
}

static value base_value(xy_context *ctx, const place *p)
{
    value v = {.type = p->base_type};
    if (p->variable && xy_package_is_state(p->variable)) {
        xy_rope_str(ctx->edits, &v.rope, xy_package_getter(ctx, p->variable));
    } else if (p->variable) {
        xy_rope_tokens(ctx->edits, &v.rope, p->base_first, p->base_last);
        v.name = true;
    } else {
        xy_rope_operand(ctx->edits, &v.rope, p->base, XY_PREC_PRIMARY);
    }
    return v;
}

static void cast_text(xy_context *ctx, value *v, xy_rope text)
{
    xy_str type = xy_place_plain_type(ctx, v->type);
    v->rope = text;
    v->json = v->name = v->dotted = false;
    v->loose = v->cast = true;
    if (v->type && (v->type->family == XY_FAMILY_VARCHAR || v->type->family == XY_FAMILY_CLOB)) {
        v->loose = v->cast = false;
        return;
    }
    xy_rope_build(ctx->edits, &v->rope, "::%S", type);
}

static bool is_scalar(xy_context *ctx, const xy_type *type)
{
    return type && xy_form_of(ctx, type) == XY_FORM_VALUE && type->family != XY_FAMILY_UNKNOWN;
}

static value read_field(xy_context *ctx, const value *from, const step *s, bool last)
{
    value v = {.type = s->type};
    xy_str name = xy_pass_target_name(ctx, s->field);
    if (from->json && last && is_scalar(ctx, s->type)) {
        xy_rope text = {0};
        xy_rope_text(ctx->edits, &text, "(");
        xy_place_append(ctx, &text, &from->rope);
        xy_rope_build(ctx->edits, &text, " ->> '%S')", field_key(ctx, s->field));
        cast_text(ctx, &v, text);
        return v;
    }
    if (from->json) {
        add_value(ctx, &v.rope, from);
        xy_rope_build(ctx->edits, &v.rope, " -> '%S'", field_key(ctx, s->field));
        v.json = v.loose = v.unset = true;
        return v;
    }
    if (from->name) {
        xy_place_append(ctx, &v.rope, &from->rope);
        xy_rope_build(ctx->edits, &v.rope, ".%S", name);
        v.dotted = true;
        return v;
    }
    xy_rope_text(ctx->edits, &v.rope, "(");
    xy_place_append(ctx, &v.rope, &from->rope);
    xy_rope_build(ctx->edits, &v.rope, ").%S", name);
    return v;
}

static void add_call(xy_context *ctx, xy_rope *out, const char *function, const value *collection, const xy_node *key)
{
    xy_rope_build(ctx->edits, out, "%s(", xy_pass_runtime(ctx, function));
    xy_place_append(ctx, out, &collection->rope);
    xy_rope_build(ctx->edits, out, ", %n)", key);
}

/* The array's call with its subscript: beyond the limit of a VARRAY Oracle raises another error than between its last element and the limit. */
static void add_array_call(xy_context *ctx, xy_rope *out, const char *function, const value *array, const step *s)
{
    int64_t key;
    const xy_type *type = s->container;
    bool limited = type->collection == XY_VARRAY && type->limit > 0 && !(xy_sql_integer(ctx, s->key, &key) && key <= type->limit);
    xy_rope_build(ctx->edits, out, "%s(", xy_pass_runtime(ctx, function));
    xy_place_append(ctx, out, &array->rope);
    xy_rope_build(ctx->edits, out, ", %n", s->key);
    if (limited)
        xy_rope_build(ctx->edits, out, ", %d", (int)type->limit);
    xy_rope_text(ctx->edits, out, ")");
}

/* The elements of an encoded array as an array again. */
static value decoded_array(xy_context *ctx, const value *from)
{
    value v = {.type = from->type};
    const xy_type *element = from->type->element;
    xy_str type = xy_pass_target_type(ctx, element);
    bool record = xy_form_of(ctx, element) == XY_FORM_RECORD;
    xy_str x = xy_pass_fresh_name(ctx, "x"), held = from->unset ? xy_pass_fresh_name(ctx, "held") : (xy_str){0};
    if (from->unset)
        xy_rope_build(ctx->edits, &v.rope, "(SELECT CASE WHEN jsonb_typeof(%S) = 'array' THEN ", held);
    if (record)
        xy_rope_build(ctx->edits, &v.rope, "ARRAY(SELECT jsonb_populate_record(NULL::%S, %S) FROM jsonb_array_elements(", type, x);
    else
        xy_rope_build(ctx->edits, &v.rope, "ARRAY(SELECT %S::%S FROM jsonb_array_elements_text(", x, type);
    if (from->unset)
        xy_rope_str(ctx->edits, &v.rope, held);
    else
        xy_place_append(ctx, &v.rope, &from->rope);
    xy_rope_build(ctx->edits, &v.rope, ") AS %S)", x);
    if (from->unset) {
        xy_rope_text(ctx->edits, &v.rope, " END FROM (SELECT ");
        xy_place_append(ctx, &v.rope, &from->rope);
        xy_rope_build(ctx->edits, &v.rope, " AS %S) AS %S)", held, xy_pass_fresh_name(ctx, "holder"));
    }
    return v;
}

static value decoded(xy_context *ctx, const value *from)
{
    value v = {.type = from->type};
    xy_rope text = {0};
    if (!from->json)
        return *from;
    switch (xy_form_of(ctx, from->type)) {
    case XY_FORM_SPARSE:
    case XY_FORM_HOLES:
        v = *from;
        v.json = false;
        if (from->unset) {
            v = (value){.type = from->type};
            xy_rope_text(ctx->edits, &v.rope, "NULLIF(");
            xy_place_append(ctx, &v.rope, &from->rope);
            xy_rope_text(ctx->edits, &v.rope, ", 'null'::jsonb)");
        }
        return v;
    case XY_FORM_ARRAY: return decoded_array(ctx, from);
    case XY_FORM_RECORD:
        xy_rope_build(ctx->edits, &v.rope, "jsonb_populate_record(NULL::%S, ", xy_pass_target_type(ctx, from->type));
        xy_place_append(ctx, &v.rope, &from->rope);
        xy_rope_text(ctx->edits, &v.rope, ")");
        return v;
    case XY_FORM_VALUE: break;
    }
    xy_rope_text(ctx->edits, &text, "(");
    xy_place_append(ctx, &text, &from->rope);
    xy_rope_text(ctx->edits, &text, " #>> '{}')");
    cast_text(ctx, &v, text);
    return v;
}

static value read_element(xy_context *ctx, const value *collection, const step *s, bool last)
{
    value v = {.type = s->type}, from = *collection;
    xy_form form = xy_form_of(ctx, s->container);
    if (form == XY_FORM_ARRAY) {
        from = decoded(ctx, collection);
        add_array_call(ctx, &v.rope, "arr_get", &from, s);
        return v;
    }
    bool text = last && is_scalar(ctx, s->type);
    xy_rope rope = {0};
    if (form == XY_FORM_SPARSE)
        add_call(ctx, &rope, text ? "aa_get_text" : "aa_get", &from, s->key);
    else
        add_call(ctx, &rope, text ? "nt_get_text" : "nt_get", &from, s->key);
    if (text) {
        cast_text(ctx, &v, rope);
    } else {
        v.rope = rope;
        v.json = true;
    }
    return v;
}

static value read_steps(xy_context *ctx, const place *p, uint32_t count, bool keep_json)
{
    value v = base_value(ctx, p);
    for (uint32_t i = 0; i < count; i++) {
        bool last = i + 1 == count && !keep_json;
        v = p->steps.items[i].key ? read_element(ctx, &v, &p->steps.items[i], last) : read_field(ctx, &v, &p->steps.items[i], last);
    }
    return keep_json ? v : decoded(ctx, &v);
}

bool xy_place_read(xy_context *ctx, const xy_node *expr, xy_rope *out)
{
    place p;
    if (!place_at(ctx, expr, &p)) {
        if (is_method_name(ctx, expr))
            return false;
        xy_rope_operand(ctx->edits, out, expr, XY_PREC_PRIMARY);
        return true;
    }
    value v = read_steps(ctx, &p, p.steps.count, false);
    add_value(ctx, out, &v);
    return true;
}

void xy_place_objects(xy_context *ctx, const xy_node *expr, xy_place_object enter, void *data)
{
    place p;
    if (!place_at(ctx, expr, &p))
        return;
    for (uint32_t i = 0; i < p.steps.count; i++) {
        const step *s = &p.steps.items[i];
        if (s->key || !s->container || s->container->family != XY_FAMILY_OBJECT)
            continue;
        value v = read_steps(ctx, &p, i, false);
        xy_rope rope = {0};
        add_value(ctx, &rope, &v);
        enter(ctx, i == 0 ? p.variable : NULL, rope, data);
    }
}

/* ---- storing ---- */

static void add_stored(xy_context *ctx, xy_rope *out, const xy_type *type, const xy_place_value *v)
{
    if (v->node && xy_record_typed(ctx, v->node, type, out))
        return;
    if (v->node)
        xy_rope_node(ctx->edits, out, v->node);
    else if (v->rope)
        xy_place_append(ctx, out, v->rope);
    else
        xy_rope_str(ctx->edits, out, v->text);
}

/* to_jsonb(value::type): the cast rounds and checks as the element's type does. */
static void add_encoded(xy_context *ctx, xy_rope *out, const xy_type *type, const xy_place_value *v)
{
    xy_form form = xy_form_of(ctx, type);
    if (form == XY_FORM_SPARSE || form == XY_FORM_HOLES) {
        add_stored(ctx, out, type, v);
        return;
    }
    if (v->node && xy_record_is_untyped(ctx, v->node)) {
        xy_rope_text(ctx->edits, out, "to_jsonb(");
        add_stored(ctx, out, type, v);
        xy_rope_text(ctx->edits, out, ")");
        return;
    }
    if (v->node && xy_limit_applies(ctx, type, v->node)) {
        xy_rope_text(ctx->edits, out, "to_jsonb(");
        xy_limit_value(ctx, out, type, v->node);
        xy_rope_text(ctx->edits, out, ")");
        return;
    }
    bool text = type && (type->family == XY_FAMILY_VARCHAR || type->family == XY_FAMILY_CLOB || type->family == XY_FAMILY_CHAR);
    xy_str name = type ? (text ? xy_place_plain_type(ctx, type) : xy_pass_target_type(ctx, type)) : (xy_str){0};
    xy_rope_text(ctx->edits, out, "to_jsonb(");
    if (v->node)
        xy_rope_operand(ctx->edits, out, v->node, XY_PREC_CAST);
    else
        add_stored(ctx, out, type, v);
    if (name.length && v->node)
        xy_rope_build(ctx->edits, out, "::%S", name);
    xy_rope_text(ctx->edits, out, ")");
}

static bool is_integral_key(const xy_context *ctx, const xy_node *key)
{
    return xy_info_of(ctx->analysis, key)->integral || xy_family_of(ctx->analysis, key) == XY_FAMILY_INTEGER;
}

static bool has_text_keys(const xy_type *collection)
{
    return collection->index && xy_is_char_family(collection->index->family);
}

/* The key as jsonb stores it. */
static void add_text_key(xy_context *ctx, xy_rope *out, const step *s)
{
    if (!s->key) {
        xy_rope_build(ctx->edits, out, "'%S'", field_key(ctx, s->field));
    } else if (has_text_keys(s->container)) {
        xy_rope_node(ctx->edits, out, s->key);
    } else if (is_integral_key(ctx, s->key)) {
        xy_rope_build(ctx->edits, out, "%o::text", s->key, XY_PREC_CAST);
    } else {
        xy_rope_build(ctx->edits, out, "round(%n)::integer::text", s->key);
    }
}

/* The encoded element or field as it is, null when it is missing. */
static value peek(xy_context *ctx, const value *from, const step *s)
{
    value v = {.type = s->type, .json = true, .loose = true};
    if (s->key && xy_form_of(ctx, s->container) == XY_FORM_HOLES) {
        add_call(ctx, &v.rope, "nt_get", from, s->key);
        v.loose = false;
        return v;
    }
    add_value(ctx, &v.rope, from);
    xy_rope_text(ctx->edits, &v.rope, " -> ");
    add_text_key(ctx, &v.rope, s);
    if (s->key && has_text_keys(s->container) && s->key->kind != XY_NODE_NAME && s->key->kind != XY_NODE_STRING_LITERAL) {
        v = (value){.type = s->type, .json = true, .loose = true};
        add_value(ctx, &v.rope, from);
        xy_rope_build(ctx->edits, &v.rope, " -> %o", s->key, XY_PREC_PRIMARY);
    }
    if (s->key && xy_record_has_defaults(s->type)) {
        value whole = {.type = s->type, .json = true};
        xy_rope_text(ctx->edits, &whole.rope, "coalesce(");
        xy_place_append(ctx, &whole.rope, &v.rope);
        xy_rope_text(ctx->edits, &whole.rope, ", to_jsonb(");
        xy_record_default(ctx, s->type, &whole.rope);
        xy_rope_text(ctx->edits, &whole.rope, "))");
        return whole;
    }
    return v;
}

static bool is_path(xy_context *ctx, const place *p, uint32_t from)
{
    for (uint32_t i = from; i < p->steps.count; i++) {
        const step *s = &p->steps.items[i];
        bool creates = s->key && i + 1 < p->steps.count && xy_record_has_defaults(s->type);
        if (creates || (s->key && xy_form_of(ctx, s->container) != XY_FORM_SPARSE))
            return false;
    }
    return p->steps.count - from > 1;
}

/* The new value of the encoded container `from` after step i of the place got `v`. */
static void add_update(xy_context *ctx, xy_rope *out, const place *p, uint32_t i, const value *from, const xy_place_value *v)
{
    const step *s = &p->steps.items[i];
    bool last = i + 1 == p->steps.count;
    xy_form form = s->key ? xy_form_of(ctx, s->container) : XY_FORM_RECORD;
    if (is_path(ctx, p, i)) {
        xy_rope_build(ctx->edits, out, "%s(", xy_pass_runtime(ctx, "aa_set_path"));
        xy_place_append(ctx, out, &from->rope);
        xy_rope_text(ctx->edits, out, ", ARRAY[");
        for (uint32_t k = i; k < p->steps.count; k++) {
            if (k > i)
                xy_rope_text(ctx->edits, out, ", ");
            add_text_key(ctx, out, &p->steps.items[k]);
        }
        xy_rope_text(ctx->edits, out, "]::text[], ");
        add_encoded(ctx, out, p->steps.items[p->steps.count - 1].type, v);
        xy_rope_text(ctx->edits, out, ")");
        return;
    }
    if (form == XY_FORM_ARRAY) {
        value array = decoded(ctx, from);
        xy_rope_build(ctx->edits, out, "to_jsonb(%s(", xy_pass_runtime(ctx, "arr_set"));
        xy_place_append(ctx, out, &array.rope);
        xy_rope_build(ctx->edits, out, ", %n, ", s->key);
        if (!last)
            xy_pass_flag(ctx, p->node, "deep-element", NULL);
        if (v->node && xy_limit_applies(ctx, s->type, v->node))
            xy_limit_value(ctx, out, s->type, v->node);
        else if (v->node)
            xy_rope_build(ctx->edits, out, "%o::%S", v->node, XY_PREC_CAST, xy_pass_target_type(ctx, s->type));
        else
            add_stored(ctx, out, s->type, v);
        xy_rope_text(ctx->edits, out, "))");
        return;
    }
    xy_rope_build(ctx->edits, out, "%s(", xy_pass_runtime(ctx, form == XY_FORM_HOLES ? "nt_set" : "aa_set"));
    xy_place_append(ctx, out, &from->rope);
    if (s->key)
        xy_rope_build(ctx->edits, out, ", %n, ", s->key);
    else
        xy_rope_build(ctx->edits, out, ", '%S', ", field_key(ctx, s->field));
    if (last) {
        add_encoded(ctx, out, s->type, v);
    } else {
        value inner = peek(ctx, from, s);
        add_update(ctx, out, p, i + 1, &inner, v);
    }
    xy_rope_text(ctx->edits, out, ")");
}

/* Steps that the target's own assignment takes: fields of records, elements of arrays. */
static uint32_t native_steps(xy_context *ctx, const place *p)
{
    uint32_t n = 0;
    while (n < p->steps.count) {
        const step *s = &p->steps.items[n];
        if (s->key && xy_form_of(ctx, s->container) != XY_FORM_ARRAY)
            break;
        n++;
    }
    return n;
}

/* The target of an assignment: variable.field[element].field */
static void add_target(xy_context *ctx, xy_rope *out, const place *p, uint32_t count, const xy_rope *base)
{
    xy_place_append(ctx, out, base);
    for (uint32_t i = 0; i < count; i++) {
        const step *s = &p->steps.items[i];
        if (!s->key) {
            xy_rope_build(ctx->edits, out, ".%S", xy_pass_target_name(ctx, s->field));
            continue;
        }
        value v = read_steps(ctx, p, i, false);
        xy_rope_text(ctx->edits, out, "[");
        add_array_call(ctx, out, "arr_check", &v, s);
        xy_rope_text(ctx->edits, out, "]");
    }
}

static bool is_plain(xy_context *ctx, const place *p)
{
    return p->variable && !xy_package_is_state(p->variable) && native_steps(ctx, p) == p->steps.count;
}

/* Variables of a routine around are parameters of a lifted subprogram, and parameters have no length, precision or scale on the target. */
static bool loses_limits(xy_context *ctx, const place *p)
{
    bool element = p->steps.count && p->steps.items[p->steps.count - 1].key;
    if (!p->variable || (p->steps.count && !element))
        return false; /* fields are checked by their record's type */
    if (p->variable->kind == XY_SYM_PARAMETER && (element || (p->base_type && p->base_type->family == XY_FAMILY_COLLECTION)))
        return true;
    const xy_body *body = xy_plpgsql_body(ctx, p->node);
    const xy_node *owner = body ? body->owner : NULL, *decl = p->variable->node;
    return owner && decl && body->outer && (decl->first < owner->first || decl->last > owner->last);
}

bool xy_place_is_plain(xy_context *ctx, const xy_node *expr)
{
    place p;
    if (!place_at(ctx, expr, &p) || !p.variable)
        return true; /* a bind variable, a trigger's row: others see to it; or not known */
    if (!is_plain(ctx, &p) || p.steps.count > 1 || (loses_limits(ctx, &p) && xy_limit_applies(ctx, type_of(&p), NULL)))
        return false;
    return p.steps.count == 0 || !p.steps.items[0].key;
}

static void check_version(xy_context *ctx, const place *p, uint32_t native)
{
    if (native > 1 && !xy_target_has(ctx->target, "jsonb_subscript"))
        xy_pass_flag(ctx, p->node, "old-version", NULL);
}

/* An assignment converts, an argument only where no value is lost. */
static bool needs_cast(const xy_context *ctx, const xy_type *to, const xy_node *from)
{
    xy_family family = xy_family_of(ctx->analysis, from);
    bool literal = family == XY_FAMILY_NULL || from->kind == XY_NODE_STRING_LITERAL;
    bool wider = to && to->family == XY_FAMILY_NUMBER && family == XY_FAMILY_INTEGER;
    return !to || (to->family != family && !literal && !wider);
}

/* A value for a place that the target assigns itself. */
static void add_native(xy_context *ctx, xy_rope *out, const place *p, const xy_place_value *v)
{
    const xy_type *type = type_of(p);
    bool loses = loses_limits(ctx, p);
    if (loses && v->node && xy_limit_applies(ctx, type, v->node))
        xy_limit_value(ctx, out, type, v->node);
    else if (loses && v->rope && type && type->family == XY_FAMILY_COLLECTION && xy_form_of(ctx, type) == XY_FORM_ARRAY)
        xy_limit_array(ctx, out, type->element, v->rope);
    else
        add_stored(ctx, out, type, v);
}

static void store(xy_context *ctx, const place *p, const xy_place_value *v, xy_rope *out)
{
    uint32_t native = native_steps(ctx, p);
    bool package = p->variable && xy_package_is_state(p->variable);
    xy_rope base = {0};
    check_version(ctx, p, native);
    if (package && native > 0) { /* through a copy */
        xy_str copy = xy_plpgsql_temp(ctx, p->node, "xy_copy", p->base_type, NULL);
        xy_rope_build(ctx->edits, out, "%S := %S;\n", copy, xy_package_getter(ctx, p->variable));
        xy_rope_str(ctx->edits, &base, copy);
        add_target(ctx, out, p, native, &base);
        xy_rope_text(ctx->edits, out, " := ");
        if (native == p->steps.count) {
            add_stored(ctx, out, type_of(p), v);
        } else {
            value from = read_steps(ctx, p, native, true);
            add_update(ctx, out, p, native, &from, v);
        }
        xy_rope_build(ctx->edits, out, ";\nPERFORM %S(%S);", xy_package_setter(ctx, p->variable), copy);
        return;
    }
    if (package) {
        xy_rope_build(ctx->edits, out, "PERFORM %S(", xy_package_setter(ctx, p->variable));
        if (p->steps.count) {
            value from = read_steps(ctx, p, 0, true);
            add_update(ctx, out, p, 0, &from, v);
        } else if (v->node && needs_cast(ctx, p->base_type, v->node)) {
            xy_rope_operand(ctx->edits, out, v->node, XY_PREC_CAST);
            xy_rope_build(ctx->edits, out, "::%S", xy_place_plain_type(ctx, p->base_type));
        } else {
            add_stored(ctx, out, type_of(p), v);
        }
        xy_rope_text(ctx->edits, out, ");");
        return;
    }
    xy_rope_tokens(ctx->edits, &base, p->base_first, p->base_last);
    add_target(ctx, out, p, native, &base);
    xy_rope_text(ctx->edits, out, " := ");
    if (native == p->steps.count) {
        add_native(ctx, out, p, v);
    } else {
        value from = read_steps(ctx, p, native, true);
        add_update(ctx, out, p, native, &from, v);
    }
    xy_rope_text(ctx->edits, out, ";");
}

void xy_place_assign(xy_context *ctx, const xy_node *node, xy_place_value v, xy_rope *out)
{
    place p;
    if (place_at(ctx, node, &p) && p.variable) {
        store(ctx, &p, &v, out);
        return;
    }
    xy_rope_build(ctx->edits, out, "%n := ", node);
    add_stored(ctx, out, NULL, &v);
    xy_rope_text(ctx->edits, out, ";");
}

bool xy_place_assigner(xy_context *ctx, const xy_node *node, xy_str text, xy_rope *statement)
{
    place p;
    if (!place_at(ctx, node, &p) || !p.variable)
        return false;
    store(ctx, &p, &(xy_place_value){.text = text}, statement);
    return true;
}

xy_str xy_place_temp(xy_context *ctx, const xy_node *node)
{
    const xy_type *type = xy_place_type(ctx, node);
    xy_str name = xy_plpgsql_temp(ctx, node, "xy_value", type, type ? NULL : "text");
    xy_rope line = {0};
    xy_place_assign(ctx, node, (xy_place_value){.text = name}, &line);
    xy_plpgsql_after(ctx, node, XY_AFTER_COPY, line);
    return name;
}

/* ---- collections as rows and from arrays ---- */

void xy_place_from_array(xy_context *ctx, const xy_type *collection, const xy_node *source, xy_rope array, xy_rope *out)
{
    xy_form form = xy_form_of(ctx, collection);
    xy_rope checked = {0};
    if (form != XY_FORM_ARRAY && collection->element && xy_limit_applies(ctx, collection->element, source)) {
        xy_limit_array(ctx, &checked, collection->element, &array);
        array = checked;
    }
    if (form == XY_FORM_ARRAY) {
        xy_place_append(ctx, out, &array);
        return;
    }
    xy_rope_build(ctx->edits, out, "%s(", xy_pass_runtime(ctx, form == XY_FORM_SPARSE ? "aa_from_array" : "nt_new"));
    xy_place_append(ctx, out, &array);
    xy_rope_text(ctx->edits, out, ")");
}

void xy_place_rows(xy_context *ctx, const xy_node *collection, const xy_type *type, xy_str alias, xy_rope *out)
{
    xy_form form = xy_form_of(ctx, type);
    bool record = type && xy_form_of(ctx, type->element) == XY_FORM_RECORD;
    if (form == XY_FORM_ARRAY) {
        xy_rope_text(ctx->edits, out, "unnest(");
        xy_place_read(ctx, collection, out);
        xy_rope_build(ctx->edits, out, record ? ") AS %S" : ") AS %S(column_value)", alias);
        return;
    }
    const char *elements = xy_pass_runtime(ctx, form == XY_FORM_SPARSE ? "aa_elements" : "nt_elements");
    xy_str element = type && type->element ? xy_pass_target_type(ctx, type->element) : (xy_str){0};
    xy_rope_text(ctx->edits, out, record ? "(SELECT (jsonb_populate_record(NULL::" : "(SELECT (val #>> '{}')::");
    xy_rope_str(ctx->edits, out, element);
    xy_rope_build(ctx->edits, out, record ? ", val)).* FROM %s(" : " AS column_value FROM %s(", elements);
    xy_place_read(ctx, collection, out);
    xy_rope_build(ctx->edits, out, ")) AS %S", alias);
}

/* ---- the pass: places where a value is read or assigned ---- */

/* Is the node a part of a longer place, which is dealt with as a whole? */
static bool is_inner(const xy_context *ctx, const xy_node *node)
{
    const xy_node *parent = node->parent;
    if (!parent)
        return false;
    if (parent->kind == XY_NODE_FIELD)
        return XY_AS(field, parent)->object == node && xy_info_of(ctx->analysis, parent)->symbol;
    if (parent->kind != XY_NODE_CALL || XY_AS(call, parent)->callee != node)
        return false;
    return true;
}

static bool is_stored_to(const xy_node *node)
{
    const xy_node *parent = node->parent;
    if (!parent)
        return false;
    if (parent->kind == XY_NODE_ASSIGN)
        return XY_AS(assign, parent)->target == node;
    return parent->kind == XY_NODE_INTO;
}

static bool stands_as_written(const place *p)
{
    if (!p->variable)
        return p->steps.count == 0;
    if (xy_package_is_state(p->variable))
        return false;
    uint32_t fields = p->steps.count;
    for (uint32_t i = 0; i < fields; i++)
        if (p->steps.items[i].key)
            return false;
    return fields <= 1;
}

/* Reads of elements, nested fields and package variables. */
void xy_pass_place(xy_context *ctx, xy_node *node)
{
    place p;
    const xy_info *info = xy_info_of(ctx->analysis, node);
    if (is_inner(ctx, node) || is_stored_to(node) || info->is_method || info->is_constructor || !info->symbol)
        return;
    if (is_method_name(ctx, node) || !find_place(ctx, node, (p = (place){.node = node}, &p)) || stands_as_written(&p))
        return;
    value v = read_steps(ctx, &p, p.steps.count, false);
    xy_edit_replace_expr(ctx->edits, node, XY_LAYER_OWN, v.rope, v.cast ? XY_PREC_CAST : v.loose ? XY_PREC_OTHER : XY_PREC_PRIMARY, xy_rule_id(ctx->rule));
}

static void indent_lines(xy_context *ctx, xy_rope *rope, xy_str indent)
{
    for (uint32_t i = 0; i < rope->count; i++) {
        xy_buffer out;
        xy_str text = rope->items[i].text;
        if (rope->items[i].kind != XY_PIECE_TEXT || !text.length)
            continue;
        xy_buffer_init(&out, ctx->arena);
        for (uint32_t k = 0; k < text.length; k++) {
            xy_buffer_add_char(&out, text.data[k]);
            if (text.data[k] == '\n')
                xy_buffer_add_str(&out, indent);
        }
        rope->items[i].text = xy_buffer_str(&out);
    }
}

/* Does any part of what the place begins with have a meaning? A field that is not known of a variable that is counts as known. */
static bool is_known_place(const xy_context *ctx, const xy_node *node)
{
    if (node->kind == XY_NODE_FIELD)
        return is_known_place(ctx, XY_AS(field, node)->object);
    if (node->kind == XY_NODE_CALL)
        return is_known_place(ctx, XY_AS(call, node)->callee);
    if (node->kind != XY_NODE_NAME || xy_info_of(ctx->analysis, node)->symbol)
        return true;
    for (uint32_t count = XY_AS(name, node)->parts.count; count > 0; count--)
        if (prefix_symbol(ctx, node, count))
            return true;
    return false;
}

static void check_known(xy_context *ctx, const xy_node *node)
{
    if (!is_known_place(ctx, node))
        xy_pass_flag(ctx, node, "unknown-place", "place", xy_pass_node_text(ctx, node), NULL);
}

/* v(i) := x and its kind. */
void xy_pass_place_assign(xy_context *ctx, xy_node *node)
{
    const xy_assign *a = XY_AS(assign, node);
    place p;
    check_known(ctx, a->target);
    if (!place_at(ctx, a->target, &p) || !p.variable)
        return;
    if (is_plain(ctx, &p) && stands_as_written(&p)) {
        if (p.steps.count == 0 && loses_limits(ctx, &p) && xy_limit_applies(ctx, p.base_type, a->value)) {
            xy_rope rope = {0};
            xy_limit_value(ctx, &rope, p.base_type, a->value);
            xy_edit_replace_node(ctx->edits, a->value, XY_LAYER_WRAP, rope, xy_rule_id(ctx->rule));
        }
        return;
    }
    bool fields_only = is_plain(ctx, &p);
    for (uint32_t i = 0; i < p.steps.count; i++)
        fields_only = fields_only && !p.steps.items[i].key;
    if (fields_only) {
        check_version(ctx, &p, p.steps.count);
        return;
    }
    xy_rope rope = {0};
    store(ctx, &p, &(xy_place_value){.node = a->value}, &rope);
    uint32_t semicolon = xy_plpgsql_semicolon(ctx, node);
    indent_lines(ctx, &rope, xy_edit_indent(ctx->edits, node->first));
    xy_edit_replace(ctx->edits, node->first, semicolon == XY_NO_TOKEN ? node->last : semicolon + 1, XY_LAYER_OWN, rope, xy_rule_id(ctx->rule));
}

/* SELECT object INTO v: the target stores columns into fields, so the object is taken apart. */
static void expand_object(xy_context *ctx, const xy_node *into)
{
    const xy_query_block *block = into->parent && into->parent->kind == XY_NODE_QUERY_BLOCK ? XY_AS(query_block, into->parent) : NULL;
    if (!block || block->items.count != 1 || XY_AS(into, into)->targets.count != 1 || block->items.items[0]->kind != XY_NODE_SELECT_ITEM)
        return;
    const xy_select_item *item = XY_AS(select_item, block->items.items[0]);
    const xy_type *type = xy_place_type(ctx, XY_AS(into, into)->targets.items[0]);
    xy_rope rope = {0};
    if (!type || type->family != XY_FAMILY_OBJECT || xy_family_of(ctx->analysis, item->expr) != XY_FAMILY_OBJECT)
        return;
    xy_rope_build(ctx->edits, &rope, "(%n).*", item->expr);
    xy_edit_replace_node(ctx->edits, &item->node, XY_LAYER_WRAP, rope, xy_rule_id(ctx->rule));
}

/* INTO v(i), pkg.v, r.a.b: through a variable. */
void xy_pass_place_into(xy_context *ctx, xy_node *node)
{
    const xy_into *into = XY_AS(into, node);
    for (uint32_t i = 0; i < into->targets.count; i++)
        check_known(ctx, into->targets.items[i]);
    if (into->bulk != XY_NO_TOKEN)
        return;
    expand_object(ctx, node);
    if (node->parent && node->parent->kind == XY_NODE_FETCH)
        return; /* fetch.c */
    for (uint32_t i = 0; i < into->targets.count; i++) {
        if (xy_place_is_plain(ctx, into->targets.items[i]))
            continue;
        xy_rope rope = {0};
        xy_rope_str(ctx->edits, &rope, xy_place_temp(ctx, into->targets.items[i]));
        xy_edit_replace_node(ctx->edits, into->targets.items[i], XY_LAYER_OWN, rope, xy_rule_id(ctx->rule));
    }
}
