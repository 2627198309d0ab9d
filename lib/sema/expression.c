/* Expressions: what names denote, and the type of each expression from its parts. */
#include "sema/walk.h"

#include <ctype.h>

const xy_node *sema_argument_value(const xy_node *argument)
{
    return argument->kind == XY_NODE_NAMED_ARGUMENT ? XY_AS(named_argument, argument)->value : argument;
}

/* ---- names ---- */

void sema_use(sema *s, xy_symbol *symbol)
{
    sema_symbol *own = sema_of(symbol);
    if (!own->local)
        return;
    symbol->use_count++;
    if (!own->package_level && own->routine != s->routine && s->routine && symbol->kind != XY_SYM_PROCEDURE && symbol->kind != XY_SYM_FUNCTION)
        symbol->is_captured = true;
}

/* The variable that holds a field: its use counts too. */
static void use_base(sema *s, xy_symbol *symbol)
{
    while (symbol->kind == XY_SYM_FIELD && symbol->owner) {
        symbol = symbol->owner;
        sema_use(s, symbol);
    }
}

void sema_set_found(sema *s, const xy_node *node, const sema_found *found)
{
    xy_info *info = sema_info(s, node);
    xy_symbol *symbol = found->symbol;
    s->extra[node->id] = found->alias;
    info->maybe_column = found->maybe_column;
    if (!symbol)
        return;
    info->symbol = symbol;
    info->type = found->type;
    sema_use(s, symbol);
    use_base(s, symbol);
    if (found->base && found->base != symbol)
        sema_use(s, found->base);
    if (symbol->kind == XY_SYM_FUNCTION || symbol->kind == XY_SYM_PROCEDURE)
        info->is_call = true;
    if (symbol->kind == XY_SYM_BUILTIN || symbol->kind == XY_SYM_PSEUDOCOLUMN)
        sema_set_builtin(s, node, symbol, (xy_nodes){0}, found->container);
}

/* Without parentheses the overload without required parameters is meant. */
static void choose_parameterless(sema_found *found)
{
    for (xy_symbol *o = found->symbol; o; o = o->next_overload) {
        bool fits = true;
        for (uint32_t i = 0; i < o->param_count; i++)
            fits &= o->params[i]->has_default;
        if (fits) {
            found->symbol = o;
            found->type = o->type;
            return;
        }
    }
}

void sema_resolve_name(sema *s, xy_node *node, unsigned flags)
{
    xy_str parts[SEMA_MAX_PARTS];
    uint32_t n = sema_name_parts(&s->declarer, node, parts);
    sema_found found = {0};
    if (n && !XY_AS(name, node)->dblink)
        found = sema_find(&s->env, parts, n, flags);
    if (found.symbol && found.symbol->next_overload && !(flags & SEMA_FIND_CALLEE))
        choose_parameterless(&found);
    sema_set_found(s, node, &found);
}

static void walk_name(sema *s, xy_node *node)
{
    sema_resolve_name(s, node, s->in_sql ? SEMA_FIND_SQL : 0);
}

static void walk_bind(sema *s, xy_node *node)
{
    const xy_type *given = s->bind_types ? s->bind_types[XY_AS(bind, node)->variable] : NULL;
    if (given)
        s->infos[node->id].type = given;
    if (!s->binds)
        return;
    xy_str name = xy_str_upper(s->arena, xy_token_bind(s->source, XY_AS(bind, node)->variable));
    xy_symbol *symbol = xy_map_get(s->binds, name);
    if (symbol) {
        sema_use(s, symbol);
        sema_set(s, node, symbol->type, symbol);
    }
}

/* SQL%BULK_EXCEPTIONS(i).ERROR_CODE */
static bool is_bulk_error(const sema *s, const xy_node *object)
{
    const xy_node *callee = object->kind == XY_NODE_CALL ? XY_AS(call, object)->callee : NULL;
    return callee && callee->kind == XY_NODE_CURSOR_ATTRIBUTE && sema_token_is(s->source, XY_AS(cursor_attribute, callee)->attribute, "BULK_EXCEPTIONS");
}

static void walk_field(sema *s, xy_node *node)
{
    const xy_field *f = XY_AS(field, node);
    sema_walk(s, f->object);
    if (is_bulk_error(s, f->object)) {
        sema_set(s, node, sema_type_integral(), NULL);
        s->infos[node->id].nullability = XY_NULL_MAYBE;
        return;
    }
    const xy_type *type = s->infos[f->object->id].type;
    xy_symbol *owner = s->infos[f->object->id].symbol;
    xy_str name = sema_token_name(&s->declarer, f->field);
    bool value = type && sema_type_known(type);
    if (value && (!owner || owner->kind == XY_SYM_FUNCTION || owner->kind == XY_SYM_TYPE || owner->kind == XY_SYM_BUILTIN))
        owner = sema_local(s, XY_SYM_VARIABLE, (xy_str){0}, type, f->object); /* the result of a call */
    xy_symbol *member = owner ? sema_member(&s->env, owner, type, name) : NULL;
    if (!member)
        return;
    sema_found found = {.symbol = member, .type = member->type, .base = owner, .container = type};
    sema_set_found(s, node, &found);
    s->infos[node->id].is_method = member->kind == XY_SYM_BUILTIN && type && type->family == XY_FAMILY_COLLECTION;
}

/* ---- literals ---- */

static void walk_number(sema *s, xy_node *node)
{
    xy_str text = xy_token_text(s->source, XY_AS(number_literal, node)->value);
    uint32_t digits = 0, decimals = 0;
    bool dot = false;
    for (uint32_t i = 0; i < text.length; i++) {
        char c = text.data[i];
        if (isdigit((unsigned char)c)) {
            digits++;
            decimals += dot;
        } else if (c == '.') {
            dot = true;
        } else if ((c & 0xDF) == 'F' || (c & 0xDF) == 'D') {
            xy_type *type = sema_type_new(s->arena, XY_FAMILY_FLOAT);
            type->binary_float = (c & 0xDF) == 'F';
            sema_set(s, node, type, NULL);
            return;
        } else { /* an exponent: no statement about the scale */
            sema_set_family(s, node, XY_FAMILY_NUMBER);
            return;
        }
    }
    xy_type *type = sema_type_new(s->arena, XY_FAMILY_NUMBER);
    type->precision = (int32_t)digits;
    type->scale = (int32_t)decimals;
    type->integral = !dot;
    sema_set(s, node, type, NULL);
}

static uint32_t characters(xy_str text)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < text.length; i++)
        n += ((unsigned char)text.data[i] & 0xC0) != 0x80;
    return n;
}

static void walk_string(sema *s, xy_node *node)
{
    xy_str value = xy_token_string(s->source, XY_AS(string_literal, node)->value, s->arena);
    if (value.length)
        sema_set(s, node, sema_type_varchar(s->arena, (int32_t)characters(value)), NULL);
    else
        sema_set_family(s, node, XY_FAMILY_NULL);
}

/* TIMESTAMP '2024-01-01 00:00:00 +08:00' has a time zone: a sign, or letters of a region, after the time. */
static bool has_zone(xy_str value)
{
    bool time = false;
    for (uint32_t i = 0; i < value.length; i++) {
        char c = value.data[i];
        time |= c == ':';
        if (time && (c == '+' || c == '-' || isalpha((unsigned char)c)))
            return true;
    }
    return false;
}

static void walk_datetime(sema *s, xy_node *node)
{
    const xy_datetime_literal *d = XY_AS(datetime_literal, node);
    bool date = sema_token_is(s->source, d->type, "DATE");
    bool zone = !date && has_zone(xy_token_string(s->source, d->value, s->arena));
    sema_set_family(s, node, date ? XY_FAMILY_DATE : zone ? XY_FAMILY_TIMESTAMPTZ : XY_FAMILY_TIMESTAMP);
}

static bool is_year_month(const sema *s, uint32_t field)
{
    return sema_token_is(s->source, field, "YEAR") || sema_token_is(s->source, field, "MONTH");
}

/* DAY(3) TO SECOND(2): digits of the first field, then of the fraction; SECOND(2, 3) has both. */
static void set_interval(sema *s, xy_node *node, uint32_t from, uint32_t to, xy_token_list precisions)
{
    xy_type *type = sema_type_new(s->arena, is_year_month(s, from) ? XY_FAMILY_INTERVAL_YM : XY_FAMILY_INTERVAL_DS);
    type->precision = 2;
    if (type->family == XY_FAMILY_INTERVAL_DS)
        type->scale = 6;
    for (uint32_t i = 0; i < precisions.count; i++) {
        int32_t digits = sema_digits(xy_token_text(s->source, precisions.items[i]));
        if (i > 0 || (to != XY_NO_TOKEN && precisions.items[i] > to))
            type->scale = digits;
        else
            type->precision = digits;
    }
    sema_set(s, node, type, NULL);
}

static void walk_interval(sema *s, xy_node *node)
{
    const xy_interval_literal *i = XY_AS(interval_literal, node);
    set_interval(s, node, i->from, i->to, i->precisions);
}

static void walk_interval_expression(sema *s, xy_node *node)
{
    const xy_interval_expression *i = XY_AS(interval_expression, node);
    sema_walk_children(s, node);
    set_interval(s, node, i->from, i->to, i->precisions);
}

static void walk_null(sema *s, xy_node *node)
{
    sema_set_family(s, node, XY_FAMILY_NULL);
}
static void walk_boolean(sema *s, xy_node *node)
{
    sema_set_family(s, node, XY_FAMILY_BOOLEAN);
}

static void walk_inquiry(sema *s, xy_node *node)
{
    static const struct {
        const char *name;
        xy_family family;
    } predefined[] = {{"$$PLSQL_LINE", XY_FAMILY_INTEGER},
                      {"$$PLSQL_UNIT", XY_FAMILY_VARCHAR},
                      {"$$PLSQL_UNIT_TYPE", XY_FAMILY_VARCHAR},
                      {"$$PLSQL_UNIT_OWNER", XY_FAMILY_VARCHAR}};
    static const xy_family families[] = {[XY_INQUIRY_NULL] = XY_FAMILY_NULL, [XY_INQUIRY_BOOLEAN] = XY_FAMILY_BOOLEAN, [XY_INQUIRY_NUMBER] = XY_FAMILY_INTEGER};
    uint32_t name = XY_AS(inquiry, node)->name;
    for (size_t i = 0; i < sizeof predefined / sizeof *predefined; i++)
        if (sema_token_is(s->source, name, predefined[i].name)) {
            sema_set_family(s, node, predefined[i].family);
            return;
        }
    sema_set_family(s, node, families[xy_source_inquiry(s->source, name).kind]);
}

/* ---- operators ---- */

static void copy_value(sema *s, const xy_node *node, const xy_node *from)
{
    s->infos[node->id].type = sema_type_at(s, from);
}

static void walk_paren(sema *s, xy_node *node)
{
    sema_walk(s, XY_AS(paren, node)->inner);
    copy_value(s, node, XY_AS(paren, node)->inner);
}

static void to_number(sema *s, const xy_node *operand)
{
    if (xy_is_char_family(sema_family_at(s, operand)))
        sema_convert(s, operand, XY_FAMILY_NUMBER);
}

static void walk_unary(sema *s, xy_node *node)
{
    const xy_unary *u = XY_AS(unary, node);
    sema_walk(s, u->operand);
    xy_family family = sema_family_at(s, u->operand);
    if (u->op == XY_UNARY_OP_NOT) {
        sema_set_family(s, node, XY_FAMILY_BOOLEAN);
        return;
    }
    copy_value(s, node, u->operand);
    if (u->op == XY_UNARY_OP_PLUS || u->op == XY_UNARY_OP_MINUS) {
        to_number(s, u->operand);
        if (xy_is_char_family(family) || family == XY_FAMILY_NULL)
            sema_set_family(s, node, XY_FAMILY_NUMBER);
    }
}

typedef enum operand_class { CLASS_UNKNOWN, CLASS_NULL, CLASS_NUMBER, CLASS_DATE, CLASS_TIMESTAMP, CLASS_INTERVAL, CLASS_OTHER } operand_class;

/* In arithmetic a character operand counts as the NUMBER it is converted to. */
static operand_class class_of(xy_family family)
{
    static const uint8_t classes[XY_FAMILY_COUNT] = {
        [XY_FAMILY_NULL] = CLASS_NULL,
        [XY_FAMILY_INTEGER] = CLASS_NUMBER,
        [XY_FAMILY_NUMBER] = CLASS_NUMBER,
        [XY_FAMILY_FLOAT] = CLASS_NUMBER,
        [XY_FAMILY_VARCHAR] = CLASS_NUMBER,
        [XY_FAMILY_CHAR] = CLASS_NUMBER,
        [XY_FAMILY_CLOB] = CLASS_NUMBER,
        [XY_FAMILY_DATE] = CLASS_DATE,
        [XY_FAMILY_TIMESTAMP] = CLASS_TIMESTAMP,
        [XY_FAMILY_TIMESTAMPTZ] = CLASS_TIMESTAMP,
        [XY_FAMILY_INTERVAL_DS] = CLASS_INTERVAL,
        [XY_FAMILY_INTERVAL_YM] = CLASS_INTERVAL,
        [XY_FAMILY_RAW] = CLASS_OTHER,
        [XY_FAMILY_BLOB] = CLASS_OTHER,
        [XY_FAMILY_BOOLEAN] = CLASS_OTHER,
        [XY_FAMILY_RECORD] = CLASS_OTHER,
        [XY_FAMILY_COLLECTION] = CLASS_OTHER,
        [XY_FAMILY_CURSOR] = CLASS_OTHER,
        [XY_FAMILY_ROWID] = CLASS_OTHER,
    };
    return (operand_class)classes[family];
}

static const xy_type *number_result(sema *s, uint8_t op, const xy_type *a, const xy_type *b)
{
    if (a->family == XY_FAMILY_FLOAT || b->family == XY_FAMILY_FLOAT)
        return sema_type_float(a, b);
    bool scaled = a->family != XY_FAMILY_FLOAT && xy_is_number_family(a->family) && xy_is_number_family(b->family) && a->scale != SEMA_NO_SCALE
                  && b->scale != SEMA_NO_SCALE;
    if (!scaled || op == XY_BINARY_OP_DIV || op == XY_BINARY_OP_POWER)
        return sema_type(XY_FAMILY_NUMBER);
    if (op == XY_BINARY_OP_MUL)
        return sema_type_number(s->arena, -1, a->scale + b->scale);
    return sema_type_number(s->arena, -1, a->scale > b->scale ? a->scale : b->scale);
}

/* PLS_INTEGER arithmetic stays PLS_INTEGER, with integer literals too. */
static bool stays_integer(const sema *s, const xy_binary *b)
{
    bool left = sema_family_at(s, b->left) == XY_FAMILY_INTEGER, right = sema_family_at(s, b->right) == XY_FAMILY_INTEGER;
    bool left_literal = b->left->kind == XY_NODE_NUMBER_LITERAL && sema_type_is_integral(sema_type_at(s, b->left));
    bool right_literal = b->right->kind == XY_NODE_NUMBER_LITERAL && sema_type_is_integral(sema_type_at(s, b->right));
    return (left && (right || right_literal)) || (right && left_literal);
}

static xy_family timestamp_minus(operand_class a, operand_class b)
{
    return a == CLASS_DATE && b == CLASS_DATE ? XY_FAMILY_NUMBER : XY_FAMILY_INTERVAL_DS;
}

/* SQL Language Reference, "Matrix of Datetime Arithmetic". A computed interval has no declared digits. */
static const xy_type *datetime_result(sema *s, uint8_t op, const xy_node *left, const xy_node *right)
{
    const xy_type *lt = sema_type_at(s, left), *rt = sema_type_at(s, right);
    operand_class a = class_of(lt->family), b = class_of(rt->family);
    bool adate = a == CLASS_DATE || a == CLASS_TIMESTAMP, bdate = b == CLASS_DATE || b == CLASS_TIMESTAMP;
    if (op == XY_BINARY_OP_MUL || op == XY_BINARY_OP_DIV) {
        bool scaled = a == CLASS_INTERVAL && b == CLASS_NUMBER, turned = b == CLASS_INTERVAL && a == CLASS_NUMBER && op == XY_BINARY_OP_MUL;
        return sema_type(scaled ? lt->family : turned ? rt->family : XY_FAMILY_UNKNOWN);
    }
    if (adate && bdate)
        return sema_type(op == XY_BINARY_OP_SUB ? timestamp_minus(a, b) : XY_FAMILY_UNKNOWN);
    if (adate && b == CLASS_NUMBER)
        return sema_type(XY_FAMILY_DATE);
    if (bdate && a == CLASS_NUMBER)
        return sema_type(op == XY_BINARY_OP_ADD ? XY_FAMILY_DATE : XY_FAMILY_UNKNOWN);
    if (adate && b == CLASS_INTERVAL)
        return lt;
    if (a == CLASS_INTERVAL && bdate)
        return op == XY_BINARY_OP_ADD ? rt : sema_type(XY_FAMILY_UNKNOWN);
    if (a == CLASS_INTERVAL && b == CLASS_INTERVAL)
        return sema_type(lt->family);
    if (adate && b == CLASS_NULL) /* d - NULL: days as well as dates would do */
        return op == XY_BINARY_OP_ADD ? sema_type(XY_FAMILY_DATE) : sema_type(XY_FAMILY_UNKNOWN);
    if (bdate && a == CLASS_NULL && op == XY_BINARY_OP_ADD)
        return sema_type(XY_FAMILY_DATE);
    return sema_type(XY_FAMILY_UNKNOWN);
}

static void arithmetic(sema *s, const xy_node *node, const xy_binary *b)
{
    const xy_type *lt = sema_type_at(s, b->left), *rt = sema_type_at(s, b->right);
    operand_class left = class_of(lt->family), right = class_of(rt->family);
    if (left == CLASS_UNKNOWN || right == CLASS_UNKNOWN) {
        sema_set_family(s, node, XY_FAMILY_UNKNOWN);
        return;
    }
    to_number(s, b->left);
    to_number(s, b->right);
    bool numbers = (left == CLASS_NUMBER || left == CLASS_NULL) && (right == CLASS_NUMBER || right == CLASS_NULL);
    if (!numbers) {
        sema_set(s, node, datetime_result(s, b->op, b->left, b->right), NULL);
        return;
    }
    bool closed = b->op == XY_BINARY_OP_ADD || b->op == XY_BINARY_OP_SUB || b->op == XY_BINARY_OP_MUL;
    if (closed && stays_integer(s, b))
        sema_set_family(s, node, XY_FAMILY_INTEGER);
    else if (closed && sema_type_is_integral(lt) && sema_type_is_integral(rt))
        sema_set(s, node, sema_type_integral(), NULL);
    else
        sema_set(s, node, number_result(s, b->op, lt, rt), NULL);
}

static bool is_char_or_literal(const sema *s, const xy_node *operand)
{
    return sema_family_at(s, operand) == XY_FAMILY_CHAR || operand->kind == XY_NODE_STRING_LITERAL;
}

/* In SQL CHAR and CHAR give CHAR, and a literal is CHAR; PL/SQL's operator gives VARCHAR2. */
static bool stays_char(const sema *s, const xy_binary *b)
{
    bool one = sema_family_at(s, b->left) == XY_FAMILY_CHAR || sema_family_at(s, b->right) == XY_FAMILY_CHAR;
    return s->in_sql && one && is_char_or_literal(s, b->left) && is_char_or_literal(s, b->right) && sema_type_at(s, b->left)->precision >= 0
           && sema_type_at(s, b->right)->precision >= 0;
}

static void concatenation(sema *s, const xy_node *node, const xy_binary *b)
{
    const xy_type *lt = sema_type_at(s, b->left), *rt = sema_type_at(s, b->right);
    if (stays_char(s, b)) {
        xy_type *type = sema_type_new(s->arena, XY_FAMILY_CHAR);
        type->precision = lt->precision + rt->precision;
        sema_set(s, node, type, NULL);
        return;
    }
    sema_convert(s, b->left, XY_FAMILY_VARCHAR);
    sema_convert(s, b->right, XY_FAMILY_VARCHAR);
    if (lt->family == XY_FAMILY_CLOB || rt->family == XY_FAMILY_CLOB)
        sema_set_family(s, node, XY_FAMILY_CLOB);
    else if (lt->family == XY_FAMILY_VARCHAR && rt->family == XY_FAMILY_VARCHAR && lt->precision >= 0 && rt->precision >= 0
             && lt->length_chars == rt->length_chars) {
        xy_type *type = sema_type_new(s->arena, XY_FAMILY_VARCHAR);
        type->precision = lt->precision + rt->precision;
        type->length_chars = lt->length_chars;
        sema_set(s, node, type, NULL);
    } else
        sema_set_family(s, node, XY_FAMILY_VARCHAR);
}

static void combine(sema *s, const xy_node *node, const xy_binary *b)
{
    switch (b->op) {
    case XY_BINARY_OP_ADD:
    case XY_BINARY_OP_SUB:
    case XY_BINARY_OP_MUL:
    case XY_BINARY_OP_DIV:
    case XY_BINARY_OP_POWER:
    case XY_BINARY_OP_MOD: arithmetic(s, node, b); break;
    case XY_BINARY_OP_VECTOR_DISTANCE: sema_set_family(s, node, XY_FAMILY_FLOAT); break;
    case XY_BINARY_OP_CONCAT: concatenation(s, node, b); break;
    case XY_BINARY_OP_AND:
    case XY_BINARY_OP_OR: sema_set_family(s, node, XY_FAMILY_BOOLEAN); break;
    case XY_BINARY_OP_MULTISET_UNION:
    case XY_BINARY_OP_MULTISET_INTERSECT:
    case XY_BINARY_OP_MULTISET_EXCEPT: sema_set(s, node, sema_type_at(s, b->left), NULL); break;
    default:
        sema_convert_comparison(s, b->left, b->right);
        sema_set_family(s, node, XY_FAMILY_BOOLEAN);
        break;
    }
}

/* Chains such as a || b || c lean to the left and may be very long: no recursion along them. */
static void walk_binary(sema *s, xy_node *node)
{
    XY_VEC(xy_node *) chain = {0};
    xy_node *left = node;
    for (; left->kind == XY_NODE_BINARY; left = XY_AS(binary, left)->left)
        xy_vec_push(s->arena, &chain, left);
    sema_walk(s, left);
    for (uint32_t i = chain.count; i-- > 0;) {
        const xy_binary *b = XY_AS(binary, chain.items[i]);
        s->infos[chain.items[i]->id].in_sql = s->in_sql;
        sema_walk(s, b->right);
        combine(s, chain.items[i], b);
        s->infos[chain.items[i]->id].integral = sema_type_is_integral(s->infos[chain.items[i]->id].type);
        if (i) { /* the outermost is finished by sema_walk */
            sema_null_node(s, chain.items[i]);
            s->a->expr_count++;
            s->a->expr_typed += sema_family_at(s, chain.items[i]) != XY_FAMILY_UNKNOWN;
        }
    }
}

/* ---- conditions ---- */

static void walk_between(sema *s, xy_node *node)
{
    const xy_between *b = XY_AS(between, node);
    sema_walk_children(s, node);
    sema_convert_comparison(s, b->operand, b->low);
    sema_convert_comparison(s, b->operand, b->high);
    sema_set_family(s, node, XY_FAMILY_BOOLEAN);
}

static void walk_like(sema *s, xy_node *node)
{
    const xy_like *l = XY_AS(like, node);
    sema_walk_children(s, node);
    sema_convert(s, l->operand, XY_FAMILY_VARCHAR);
    sema_convert(s, l->pattern, XY_FAMILY_VARCHAR);
    sema_set_family(s, node, XY_FAMILY_BOOLEAN);
}

static void compare_columns(sema *s, const xy_node *operand, const xy_node *query)
{
    const sema_scope *scope = sema_query_scope(s, query);
    const xy_row *row = operand->kind == XY_NODE_ROW ? XY_AS(row, operand) : NULL;
    uint32_t n = row ? row->items.count : 1;
    if (!scope || !scope->columns_known || scope->columns.count != n)
        return;
    for (uint32_t i = 0; i < n; i++) {
        const xy_node *item = scope->columns.items[i]->node;
        if (item)
            sema_convert_comparison(s, row ? row->items.items[i] : operand, item->kind == XY_NODE_SELECT_ITEM ? XY_AS(select_item, item)->expr : item);
    }
}

static void walk_in(sema *s, xy_node *node)
{
    const xy_in *in = XY_AS(in, node);
    sema_walk(s, in->operand);
    sema_walk_list(s, in->list);
    sema_walk_select(s, in->query);
    for (uint32_t i = 0; i < in->list.count; i++)
        sema_convert_comparison(s, in->operand, in->list.items[i]);
    if (in->query)
        compare_columns(s, in->operand, in->query);
    sema_set_family(s, node, XY_FAMILY_BOOLEAN);
}

static void walk_quantified(sema *s, xy_node *node)
{
    const xy_quantified *q = XY_AS(quantified, node);
    sema_walk_list(s, q->list);
    sema_walk_select(s, q->query);
    if (q->list.count)
        sema_set(s, node, sema_type_at(s, q->list.items[0]), NULL);
    const sema_scope *scope = q->query ? sema_query_scope(s, q->query) : NULL;
    if (scope && scope->columns_known && scope->columns.count == 1)
        sema_set(s, node, scope->columns.items[0]->type, NULL);
}

static void walk_condition(sema *s, xy_node *node)
{
    sema_walk_children(s, node);
    sema_set_family(s, node, XY_FAMILY_BOOLEAN);
}

static void walk_exists(sema *s, xy_node *node)
{
    sema_walk_select(s, XY_AS(exists, node)->query);
    sema_set_family(s, node, XY_FAMILY_BOOLEAN);
}

static void walk_outer_join(sema *s, xy_node *node)
{
    xy_node *column = XY_AS(outer_join, node)->column;
    sema_walk(s, column);
    xy_symbol *alias = column->kind == XY_NODE_NAME ? s->extra[column->id] : NULL;
    if (alias)
        alias->outer_joined = true;
    copy_value(s, node, column);
    s->infos[node->id].symbol = s->infos[column->id].symbol;
}

/* ---- CASE ---- */

static void walk_case(sema *s, xy_node *node)
{
    const xy_case *c = XY_AS(case, node);
    const xy_type *type = NULL;
    sema_walk(s, c->operand);
    for (uint32_t i = 0; i < c->whens.count; i++) {
        if (c->whens.items[i]->kind != XY_NODE_WHEN) {
            type = sema_type(XY_FAMILY_UNKNOWN);
            continue;
        }
        const xy_when *when = XY_AS(when, c->whens.items[i]);
        s->infos[c->whens.items[i]->id].in_sql = s->in_sql;
        sema_walk_list(s, when->conditions);
        for (uint32_t j = 0; c->operand && j < when->conditions.count; j++)
            sema_convert_comparison(s, c->operand, when->conditions.items[j]);
        sema_walk(s, when->result);
        type = sema_type_unify(s->arena, type, sema_type_at(s, when->result));
    }
    sema_walk(s, c->otherwise);
    if (c->otherwise)
        type = sema_type_unify(s->arena, type, sema_type_at(s, c->otherwise));
    for (uint32_t i = 0; type && i < c->whens.count; i++) {
        if (c->whens.items[i]->kind == XY_NODE_WHEN)
            sema_convert_to_type(s, XY_AS(when, c->whens.items[i])->result, type);
    }
    if (c->otherwise && type)
        sema_convert_to_type(s, c->otherwise, type);
    sema_set(s, node, type, NULL);
}

/* ---- queries as expressions ---- */

static void walk_subquery(sema *s, xy_node *node)
{
    xy_node *query = XY_AS(subquery, node)->query;
    sema_walk_select(s, query);
    const sema_scope *scope = sema_query_scope(s, query);
    if (!scope || !scope->columns_known)
        return;
    if (scope->columns.count != 1) { /* a row: SET (a, b) = (SELECT …), a cursor loop */
        sema_set(s, node, sema_row_type(s->arena, NULL, scope->columns.items, scope->columns.count), NULL);
        return;
    }
    sema_set(s, node, scope->columns.items[0]->type, NULL);
}

static void walk_cursor_expression(sema *s, xy_node *node)
{
    xy_node *query = XY_AS(cursor_expression, node)->query;
    sema_walk_select(s, query);
    const sema_scope *scope = sema_query_scope(s, query);
    xy_type *type = sema_type_new(s->arena, XY_FAMILY_CURSOR);
    if (scope && scope->columns_known)
        type->element = sema_row_type(s->arena, NULL, scope->columns.items, scope->columns.count);
    sema_set(s, node, type, NULL);
}

/* ---- functions with a syntax of their own ---- */

/* CAST(MULTISET(query) AS type): the only column is stored as an element. */
static void convert_elements(sema *s, const xy_node *operand, const xy_type *type)
{
    if (operand->kind != XY_NODE_SUBQUERY || !type || type->family != XY_FAMILY_COLLECTION || !type->element)
        return;
    xy_symbol *element = sema_column_new(s->arena, NULL, XY_STR("COLUMN_VALUE"), type->element, XY_NULL_UNKNOWN);
    sema_convert_query(s, XY_AS(subquery, operand)->query, &element, 1);
}

static void walk_cast(sema *s, xy_node *node)
{
    const xy_cast *c = XY_AS(cast, node);
    sema_walk(s, c->operand);
    sema_walk(s, c->type);
    sema_walk(s, c->default_);
    sema_walk_list(s, c->format);
    sema_set(s, node, sema_type_at(s, c->type), NULL);
    if (c->multiset != XY_NO_TOKEN && c->operand)
        convert_elements(s, c->operand, sema_type_at(s, c->type));
}

static void walk_treat(sema *s, xy_node *node)
{
    sema_walk_children(s, node);
    sema_set(s, node, sema_type_at(s, XY_AS(treat, node)->type), NULL);
}

static void walk_extract(sema *s, xy_node *node)
{
    const xy_extract *e = XY_AS(extract, node);
    bool text = sema_token_is(s->source, e->field, "TIMEZONE_REGION") || sema_token_is(s->source, e->field, "TIMEZONE_ABBR");
    bool second = sema_token_is(s->source, e->field, "SECOND");
    sema_walk_children(s, node);
    if (text)
        sema_set_family(s, node, XY_FAMILY_VARCHAR);
    else
        sema_set(s, node, second ? sema_type(XY_FAMILY_NUMBER) : sema_type_number(s->arena, -1, 0), NULL);
}

static void walk_trim(sema *s, xy_node *node)
{
    const xy_trim *t = XY_AS(trim, node);
    sema_walk_children(s, node);
    if (t->chars)
        sema_convert(s, t->chars, XY_FAMILY_VARCHAR);
    sema_convert(s, t->source, XY_FAMILY_VARCHAR);
    sema_set_family(s, node, sema_family_at(s, t->source) == XY_FAMILY_CLOB ? XY_FAMILY_CLOB : XY_FAMILY_VARCHAR);
}

static void walk_cursor_attribute(sema *s, xy_node *node)
{
    const xy_cursor_attribute *c = XY_AS(cursor_attribute, node);
    bool count = sema_token_is(s->source, c->attribute, "ROWCOUNT") || sema_token_is(s->source, c->attribute, "BULK_ROWCOUNT");
    bool bulk = sema_token_is(s->source, c->attribute, "BULK_EXCEPTIONS");
    bool implicit = c->cursor && c->cursor->kind == XY_NODE_NAME && xy_str_equal_nocase(sema_node_text(s->source, c->cursor), XY_STR("SQL"));
    if (!implicit)
        sema_walk(s, c->cursor);
    sema_set(s, node, count ? sema_type_integral() : sema_type(bulk ? XY_FAMILY_UNKNOWN : XY_FAMILY_BOOLEAN), NULL);
}

static void walk_at_time_zone(sema *s, xy_node *node)
{
    sema_walk_children(s, node);
    sema_set_family(s, node, XY_FAMILY_TIMESTAMPTZ);
}

static void walk_collate(sema *s, xy_node *node)
{
    sema_walk(s, XY_AS(collate, node)->operand);
    copy_value(s, node, XY_AS(collate, node)->operand);
}

static void walk_new(sema *s, xy_node *node)
{
    sema_walk(s, XY_AS(new, node)->call);
    copy_value(s, node, XY_AS(new, node)->call);
}

/* What functions with a syntax of their own give when they name no type, and whether that may be null. */
static const struct {
    const char *name;
    uint8_t family, nullability;
} syntax_functions[] = {
    {"XMLELEMENT", XY_FAMILY_XML, XY_NULL_NEVER},
    {"XMLFOREST", XY_FAMILY_XML, XY_NULL_MAYBE},
    {"XMLAGG", XY_FAMILY_XML, XY_NULL_MAYBE},
    {"XMLQUERY", XY_FAMILY_XML, XY_NULL_MAYBE},
    {"XMLROOT", XY_FAMILY_XML, XY_NULL_MAYBE},
    {"XMLPARSE", XY_FAMILY_XML, XY_NULL_MAYBE},
    {"XMLCOLATTVAL", XY_FAMILY_XML, XY_NULL_MAYBE},
    {"XMLPI", XY_FAMILY_XML, XY_NULL_MAYBE},
    {"XMLSERIALIZE", XY_FAMILY_CLOB, XY_NULL_MAYBE},
    {"XMLCAST", XY_FAMILY_UNKNOWN, XY_NULL_MAYBE},
    {"XMLEXISTS", XY_FAMILY_BOOLEAN, XY_NULL_UNKNOWN},
    {"JSON_EXISTS", XY_FAMILY_BOOLEAN, XY_NULL_UNKNOWN},
    {"JSON_SCALAR", XY_FAMILY_JSON, XY_NULL_MAYBE},
    {"JSON_EQUAL", XY_FAMILY_BOOLEAN, XY_NULL_UNKNOWN},
    {"JSON_VALUE", XY_FAMILY_VARCHAR, XY_NULL_MAYBE},
    {"JSON_QUERY", XY_FAMILY_VARCHAR, XY_NULL_MAYBE},
    {"JSON_SERIALIZE", XY_FAMILY_VARCHAR, XY_NULL_MAYBE},
    {"JSON_MERGEPATCH", XY_FAMILY_VARCHAR, XY_NULL_MAYBE},
    {"JSON_TRANSFORM", XY_FAMILY_VARCHAR, XY_NULL_MAYBE},
    {"JSON_OBJECT", XY_FAMILY_VARCHAR, XY_NULL_NEVER},
    {"JSON_ARRAY", XY_FAMILY_VARCHAR, XY_NULL_NEVER},
    {"JSON_OBJECTAGG", XY_FAMILY_VARCHAR, XY_NULL_MAYBE},
    {"JSON_ARRAYAGG", XY_FAMILY_VARCHAR, XY_NULL_MAYBE},
    {"VALIDATE_CONVERSION", XY_FAMILY_NUMBER, XY_NULL_NEVER},
};

/* RETURNING NUMBER, AS VARCHAR2(10): a type among the operands is that of the result, but for what a conversion is tried to. */
static void walk_function_syntax(sema *s, xy_node *node)
{
    const xy_function_syntax *f = XY_AS(function_syntax, node);
    const xy_type *named = NULL;
    sema_walk_children(s, node);
    for (uint32_t i = 0; i < f->operands.count; i++) {
        if (f->operands.items[i]->kind == XY_NODE_DATA_TYPE)
            named = sema_type_at(s, f->operands.items[i]);
    }
    for (size_t i = 0; i < sizeof syntax_functions / sizeof *syntax_functions; i++) {
        if (!sema_token_is(s->source, f->name, syntax_functions[i].name))
            continue;
        xy_family family = (xy_family)syntax_functions[i].family;
        bool document = family == XY_FAMILY_VARCHAR && f->operands.count && sema_family_at(s, f->operands.items[0]) == XY_FAMILY_JSON;
        if (family == XY_FAMILY_NUMBER)
            sema_set(s, node, sema_type_integral(), NULL);
        else if (document && !named) /* JSON gives JSON or text, as the release has it */
            sema_set_family(s, node, XY_FAMILY_UNKNOWN);
        else
            sema_set(s, node, named ? named : sema_type(family), NULL);
        s->infos[node->id].nullability = syntax_functions[i].nullability;
    }
    if (f->operands.count == 1 && (sema_token_is(s->source, f->name, "RUNNING") || sema_token_is(s->source, f->name, "FINAL")))
        copy_value(s, node, f->operands.items[0]);
}

static void walk_named_argument(sema *s, xy_node *node)
{
    sema_walk(s, XY_AS(named_argument, node)->value);
    copy_value(s, node, XY_AS(named_argument, node)->value);
}

static void walk_charset_argument(sema *s, xy_node *node)
{
    sema_walk(s, XY_AS(charset_argument, node)->value);
    copy_value(s, node, XY_AS(charset_argument, node)->value);
}

static void walk_conversion_default(sema *s, xy_node *node)
{
    sema_walk_children(s, node);
    copy_value(s, node, XY_AS(conversion_default, node)->value);
}

static void walk_keyed_argument(sema *s, xy_node *node)
{
    sema_walk_children(s, node);
    copy_value(s, node, XY_AS(keyed_argument, node)->value);
}

static void walk_nothing(sema *s, xy_node *node)
{
    (void)s;
    (void)node;
}

const sema_walker sema_expression_walkers[XY_NODE_COUNT] = {
    [XY_NODE_NAME] = walk_name,
    [XY_NODE_BIND] = walk_bind,
    [XY_NODE_FIELD] = walk_field,
    [XY_NODE_STAR] = walk_nothing,
    [XY_NODE_NUMBER_LITERAL] = walk_number,
    [XY_NODE_STRING_LITERAL] = walk_string,
    [XY_NODE_DATETIME_LITERAL] = walk_datetime,
    [XY_NODE_INTERVAL_LITERAL] = walk_interval,
    [XY_NODE_NULL_LITERAL] = walk_null,
    [XY_NODE_BOOLEAN_LITERAL] = walk_boolean,
    [XY_NODE_INQUIRY] = walk_inquiry,
    [XY_NODE_PAREN] = walk_paren,
    [XY_NODE_SUBQUERY] = walk_subquery,
    [XY_NODE_UNARY] = walk_unary,
    [XY_NODE_BINARY] = walk_binary,
    [XY_NODE_BETWEEN] = walk_between,
    [XY_NODE_LIKE] = walk_like,
    [XY_NODE_IN] = walk_in,
    [XY_NODE_IS_NULL] = walk_condition,
    [XY_NODE_IS_CONDITION] = walk_condition,
    [XY_NODE_EXISTS] = walk_exists,
    [XY_NODE_QUANTIFIED] = walk_quantified,
    [XY_NODE_MEMBER_OF] = walk_condition,
    [XY_NODE_OUTER_JOIN] = walk_outer_join,
    [XY_NODE_CASE] = walk_case,
    [XY_NODE_CALL] = sema_walk_call,
    [XY_NODE_NAMED_ARGUMENT] = walk_named_argument,
    [XY_NODE_CAST] = walk_cast,
    [XY_NODE_TREAT] = walk_treat,
    [XY_NODE_EXTRACT] = walk_extract,
    [XY_NODE_TRIM] = walk_trim,
    [XY_NODE_CURSOR_EXPRESSION] = walk_cursor_expression,
    [XY_NODE_CURSOR_ATTRIBUTE] = walk_cursor_attribute,
    [XY_NODE_AT_TIME_ZONE] = walk_at_time_zone,
    [XY_NODE_INTERVAL_EXPRESSION] = walk_interval_expression,
    [XY_NODE_COLLATE] = walk_collate,
    [XY_NODE_CHARSET_ARGUMENT] = walk_charset_argument,
    [XY_NODE_CONVERSION_DEFAULT] = walk_conversion_default,
    [XY_NODE_KEYED_ARGUMENT] = walk_keyed_argument,
    [XY_NODE_CURRENT_OF] = walk_condition,
    [XY_NODE_NEW] = walk_new,
    [XY_NODE_FUNCTION_SYNTAX] = walk_function_syntax,
};
