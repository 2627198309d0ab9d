/* Calls: routines with overloads, built-in functions, constructors, and what only looks like a call: elements of collections. */
#include "sema/walk.h"

/* ---- built-ins: result types ---- */

static const xy_node *argument(xy_nodes args, uint32_t i)
{
    return i < args.count ? sema_argument_value(args.items[i]) : NULL;
}

static xy_family argument_family(const sema *s, xy_nodes args, uint32_t i)
{
    const xy_node *arg = argument(args, i);
    return arg ? sema_family_at(s, arg) : XY_FAMILY_UNKNOWN;
}

static bool is_clob_among(const sema *s, const sema_signature *signature, xy_nodes args)
{
    for (uint32_t i = 0; i < args.count && i < signature->count; i++) {
        if (signature->params[i].type == 'S' && argument_family(s, args, i) == XY_FAMILY_CLOB)
            return true;
    }
    return false;
}

/* NUMBER, or the floating type that numeric precedence makes of the arguments. */
static const xy_type *numeric_type(const sema *s, xy_nodes args)
{
    const xy_type *type = sema_type(XY_FAMILY_NUMBER);
    for (uint32_t i = 0; i < args.count; i++) {
        if (argument_family(s, args, i) == XY_FAMILY_FLOAT)
            type = sema_type_float(type, sema_type_at(s, argument(args, i)));
    }
    return type;
}

/* ROUND and TRUNC: a date with a format is a date, all else a number; of a number without digits an integer value. */
static const xy_type *rounded(sema *s, xy_nodes args)
{
    xy_family family = argument_family(s, args, 0);
    if (xy_is_datetime_family(family))
        return sema_type(XY_FAMILY_DATE);
    if (family == XY_FAMILY_UNKNOWN) /* a format model tells a date */
        return sema_type(args.count > 1 && xy_is_char_family(argument_family(s, args, 1)) ? XY_FAMILY_DATE : XY_FAMILY_UNKNOWN);
    if (family == XY_FAMILY_INTERVAL_DS || family == XY_FAMILY_INTERVAL_YM)
        return sema_type_at(s, argument(args, 0));
    const xy_node *digits = argument(args, 1);
    if (family == XY_FAMILY_FLOAT && !digits) /* with digits the result is a NUMBER */
        return sema_type_at(s, argument(args, 0));
    if (!digits)
        return sema_type_number(s->arena, -1, 0);
    if (digits->kind == XY_NODE_NUMBER_LITERAL && sema_type_is_integral(sema_type_at(s, digits)))
        return sema_type_number(s->arena, -1, sema_digits(sema_node_text(s->source, digits)));
    return sema_type(XY_FAMILY_NUMBER);
}

/* NVL, GREATEST, aggregates …: characters as VARCHAR2 whatever their length, numbers unified. */
static const xy_type *first_type(sema *s, xy_nodes args, uint32_t i)
{
    const xy_node *arg = argument(args, i);
    if (!arg)
        return sema_type(XY_FAMILY_UNKNOWN);
    const xy_type *type = sema_type_at(s, arg);
    return type->family == XY_FAMILY_NULL && i + 1 < args.count ? sema_type_at(s, argument(args, i + 1)) : type;
}

static const xy_type *unified(sema *s, xy_nodes args, uint32_t from)
{
    const xy_type *type = NULL;
    for (uint32_t i = from; i < args.count; i++)
        type = sema_type_unify(s->arena, type, sema_type_at(s, argument(args, i)));
    return type ? type : sema_type(XY_FAMILY_UNKNOWN);
}

/* NVL, NVL2, GREATEST and LEAST give VARCHAR2 even when all their values are CHAR. */
static const xy_type *as_varchar(sema *s, const xy_type *type)
{
    if (type->family != XY_FAMILY_CHAR)
        return type;
    xy_type *varying = XY_NEW(s->arena, xy_type);
    *varying = *type;
    varying->family = XY_FAMILY_VARCHAR;
    return varying;
}

/* NVL(number, …): the common number type; otherwise the first argument decides. */
static const xy_type *led_by_first(sema *s, xy_nodes args)
{
    const xy_type *type = first_type(s, args, 0);
    for (uint32_t i = 1; i < args.count; i++) {
        const xy_type *other = sema_type_at(s, argument(args, i));
        bool number = xy_is_number_family(type->family) && xy_is_number_family(other->family);
        bool text = xy_is_char_family(type->family) && xy_is_char_family(other->family);
        if (number || text)
            type = sema_type_unify(s->arena, type, other);
        else if (xy_is_number_family(type->family) && xy_is_char_family(other->family)) /* converted: digits of any number */
            type = type->family == XY_FAMILY_FLOAT ? type : sema_type(XY_FAMILY_NUMBER);
        else if (text || (xy_is_char_family(type->family) && other->family != XY_FAMILY_NULL))
            type = sema_type(XY_FAMILY_VARCHAR);
    }
    return as_varchar(s, type);
}

/* The number type that has room for another value, which is converted to it when it is text. */
static const xy_type *with_number(sema *s, const xy_type *type, const xy_node *value)
{
    const xy_type *other = sema_type_at(s, value);
    if (!xy_is_number_family(type->family))
        return type;
    if (xy_is_number_family(other->family))
        return sema_type_unify(s->arena, type, other);
    bool converted = xy_is_char_family(other->family) && type->family != XY_FAMILY_FLOAT;
    return converted ? sema_type(XY_FAMILY_NUMBER) : type;
}

/* DECODE: the first result decides; a NULL or character one makes the whole VARCHAR2. Numbers are unified. */
static const xy_type *decode_type(sema *s, xy_nodes args)
{
    const xy_node *first = argument(args, 2);
    if (!first)
        return sema_type(XY_FAMILY_UNKNOWN);
    const xy_type *type = sema_type_at(s, first);
    if (type->family == XY_FAMILY_NULL)
        return sema_type(XY_FAMILY_VARCHAR);
    if (xy_is_char_family(type->family))
        return sema_type(type->family == XY_FAMILY_CLOB ? XY_FAMILY_CLOB : XY_FAMILY_VARCHAR);
    for (uint32_t i = 4; i < args.count; i += 2)
        type = with_number(s, type, argument(args, i));
    return args.count % 2 == 0 ? with_number(s, type, argument(args, args.count - 1)) : type;
}

static bool is_named(const xy_symbol *symbol, const char *name)
{
    return symbol->owner == NULL && xy_str_equal(symbol->name, xy_str_from(name));
}

static const xy_type *number_type(const sema *s, const xy_type *type, const xy_symbol *symbol, xy_nodes args)
{
    static const char *const closed[] = {"SUM", "ABS", "MOD"}; /* integers stay integers */
    for (size_t i = 0; i < sizeof closed / sizeof *closed; i++) {
        bool integral = args.count > 0 && is_named(symbol, closed[i]);
        for (uint32_t a = 0; integral && a < args.count; a++)
            integral = sema_type_is_integral(sema_type_at(s, argument(args, a)));
        if (integral)
            return sema_type_integral();
    }
    if (type->family == XY_FAMILY_NUMBER && is_named(symbol, "SUM") && args.count) {
        const xy_type *of = sema_type_at(s, argument(args, 0));
        if (of->scale != SEMA_NO_SCALE && (of->family == XY_FAMILY_NUMBER || of->family == XY_FAMILY_INTEGER))
            return sema_type_number(s->arena, -1, of->scale);
    }
    return type;
}

/* What interpolation between two values gives: neither the digits nor the whole numbers of its arguments. */
static const xy_type *interpolated(const xy_type *type)
{
    bool number = type->family == XY_FAMILY_INTEGER || type->family == XY_FAMILY_NUMBER || xy_is_char_family(type->family);
    return number ? sema_type(XY_FAMILY_NUMBER) : type;
}

static const xy_type *result_type(sema *s, const xy_symbol *symbol, const sema_signature *signature, xy_nodes args)
{
    switch (signature->result) {
    case '1':
        if (is_named(symbol, "ROUND") || is_named(symbol, "TRUNC"))
            return rounded(s, args);
        return signature->count > 1 && signature->params[1].type == 'U' ? led_by_first(s, args) : first_type(s, args, 0);
    case '2':
        return is_named(symbol, "NVL2") && args.count == 3 ? as_varchar(s, with_number(s, first_type(s, args, 1), argument(args, 2))) : first_type(s, args, 0);
    case '3': return decode_type(s, args);
    case 'U': return unified(s, args, 0);
    case '^': /* UPPER and its like: SQL keeps CHAR, PL/SQL does not */
        if (s->in_sql && argument_family(s, args, 0) == XY_FAMILY_CHAR)
            return sema_type_at(s, argument(args, 0));
        return sema_type(is_clob_among(s, signature, args) ? XY_FAMILY_CLOB : XY_FAMILY_VARCHAR);
    case 'S': return sema_type(is_clob_among(s, signature, args) ? XY_FAMILY_CLOB : XY_FAMILY_VARCHAR);
    case 'M':
        if (args.count && argument_family(s, args, 0) == XY_FAMILY_UNKNOWN && strchr(signature->flags, 'a'))
            return sema_type(XY_FAMILY_UNKNOWN); /* SUM of an unknown: may be an interval or a float */
        if (args.count && (argument_family(s, args, 0) == XY_FAMILY_INTERVAL_DS || argument_family(s, args, 0) == XY_FAMILY_INTERVAL_YM))
            return sema_type_at(s, argument(args, 0));
        return number_type(s, numeric_type(s, args), symbol, args);
    case 'A': return sema_type(numeric_type(s, args)->family);
    case '$': /* a part of a LOB is no LOB */
        return sema_type(argument_family(s, args, 0) == XY_FAMILY_CLOB   ? XY_FAMILY_VARCHAR
                         : argument_family(s, args, 0) == XY_FAMILY_BLOB ? XY_FAMILY_RAW
                                                                         : XY_FAMILY_UNKNOWN);
    case '&': return args.count ? interpolated(sema_type_at(s, argument(args, 0))) : sema_type(XY_FAMILY_UNKNOWN);
    case 'I': return sema_type_integral();
    case 'V': return NULL;
    case 'G': return symbol->type; /* a named type (supplied.c) */
    case 'F':
        return is_named(symbol, "TO_BINARY_FLOAT") ? sema_type_float(sema_type(XY_FAMILY_NUMBER), sema_type(XY_FAMILY_NUMBER)) : sema_type(XY_FAMILY_FLOAT);
    default: return sema_type(sema_letter_family(signature->result));
    }
}

static const xy_type *method_type(const xy_symbol *method, const xy_type *collection)
{
    static const char *const index_methods[] = {"FIRST", "LAST", "NEXT", "PRIOR"};
    for (size_t i = 0; i < sizeof index_methods / sizeof *index_methods; i++) {
        if (xy_str_equal(method->name, xy_str_from(index_methods[i])))
            return collection->index ? collection->index : sema_type(XY_FAMILY_INTEGER);
    }
    return method->type;
}

void sema_set_builtin(sema *s, const xy_node *node, xy_symbol *symbol, xy_nodes args, const xy_type *container)
{
    xy_info *info = sema_info(s, node);
    sema_signature signature;
    const char *text = sema_of(symbol)->signature;
    if (symbol->kind == XY_SYM_PSEUDOCOLUMN && !text) { /* NEXTVAL, CURRVAL of a sequence */
        info->type = sema_type_integral();
        return;
    }
    if (!text)
        return;
    if (container && container->family == XY_FAMILY_COLLECTION && !symbol->owner) {
        info->is_method = true;
        info->type = method_type(symbol, container);
        return;
    }
    sema_signature_read(text, &signature);
    info->type = result_type(s, symbol, &signature, args);
}

/* ---- built-ins: conversions of arguments ---- */

static bool keeps(char letter, xy_family family)
{
    switch (letter) {
    case 'S': return xy_is_char_family(family);
    case 'M': return xy_is_number_family(family);
    case 'E': return xy_is_datetime_family(family);
    default: return false;
    }
}

/* A NULL has no conversion, but its type decides which of the target's functions of one name is meant. */
static void convert_to_number(sema *s, const xy_node *operand)
{
    if (sema_family_at(s, operand) == XY_FAMILY_NULL)
        s->infos[operand->id].convert_to = XY_FAMILY_NUMBER;
    else
        sema_convert(s, operand, XY_FAMILY_NUMBER);
}

static void convert_decode(sema *s, const xy_node *call, xy_nodes args)
{
    const xy_node *first = argument(args, 1);
    if (!first)
        return;
    const xy_type *key = sema_type_at(s, first);
    xy_family own = argument_family(s, args, 0);
    xy_family to = xy_is_char_family(key->family) || key->family == XY_FAMILY_NULL ? XY_FAMILY_VARCHAR : key->family;
    if (key->family == XY_FAMILY_NULL && !xy_is_char_family(own) && own != XY_FAMILY_UNKNOWN)
        to = own; /* compared as text or as it is: the same comes out */
    if (key->family != XY_FAMILY_NULL || xy_is_char_family(argument_family(s, args, 0)))
        sema_convert(s, argument(args, 0), to);
    for (uint32_t i = 1; i + 1 < args.count; i += 2)
        sema_convert(s, argument(args, i), to);
    const xy_type *result = sema_type_at(s, call);
    for (uint32_t i = 2; i < args.count; i += i + 2 == args.count ? 1 : 2)
        sema_convert_to_type(s, argument(args, i), result);
}

/* ROUND and TRUNC take a date or a number: a text is a number to them, and so is NULL. */
static void convert_rounded(sema *s, xy_nodes args)
{
    xy_family family = argument_family(s, args, 0);
    if (family == XY_FAMILY_TIMESTAMPTZ)
        sema_convert(s, argument(args, 0), XY_FAMILY_DATE);
    if (xy_is_datetime_family(family))
        return;
    for (uint32_t i = 0; i < args.count; i++)
        convert_to_number(s, argument(args, i));
}

static void convert_builtin(sema *s, const xy_node *call, const xy_symbol *symbol, xy_nodes args)
{
    sema_signature signature;
    if (is_named(symbol, "DECODE")) {
        convert_decode(s, call, args);
        return;
    }
    sema_signature_read(sema_of(symbol)->signature, &signature);
    for (uint32_t i = 0; i < args.count && signature.count; i++) {
        uint32_t p = i < signature.count ? i : signature.count - 1;
        if (args.items[i]->kind == XY_NODE_NAMED_ARGUMENT) {
            xy_str name = sema_token_name(&s->declarer, XY_AS(named_argument, args.items[i])->name);
            for (p = 0; p < signature.count && !xy_str_equal(signature.params[p].name, name);)
                p++;
            if (p == signature.count)
                continue;
        }
        const xy_node *arg = argument(args, i);
        char letter = signature.params[p].type;
        if (letter == 'U')
            sema_convert_to_type(s, arg, sema_type_at(s, call));
        else if (letter == 'M' || letter == 'N')
            convert_to_number(s, arg);
        else if (!keeps(letter, sema_family_at(s, arg)))
            sema_convert(s, arg, sema_letter_family(letter));
        if (signature.params[p].mode != XY_MODE_IN)
            sema_mark_written(s, arg, NULL);
    }
    if (is_named(symbol, "TRUNC") || is_named(symbol, "ROUND"))
        convert_rounded(s, args);
    if (is_named(symbol, "RAWTOHEX") && xy_is_char_family(argument_family(s, args, 0)) && s->infos[call->id].in_sql)
        s->infos[argument(args, 0)->id].convert_to = XY_FAMILY_UNKNOWN; /* SQL takes the bytes of a text; PL/SQL reads it as digits */
    if (is_named(symbol, "NVL2") && args.count == 3)
        sema_convert_to_type(s, argument(args, 2), sema_type_at(s, call));
    if (is_named(symbol, "NULLIF") && args.count == 2)
        sema_convert_comparison(s, argument(args, 0), argument(args, 1));
}

/* ---- routines ---- */

static int fit(const sema *s, const xy_node *arg, const xy_symbol *param)
{
    xy_family from = sema_family_at(s, arg), to = param->type ? param->type->family : XY_FAMILY_UNKNOWN;
    if (from == XY_FAMILY_UNKNOWN || to == XY_FAMILY_UNKNOWN || from == XY_FAMILY_NULL)
        return 2;
    if (from == to) {
        const xy_type *type = sema_type_at(s, arg);
        bool other = type->symbol && param->type->symbol && type->symbol != param->type->symbol;
        return other ? 1 : 4;
    }
    bool near = (xy_is_char_family(from) && xy_is_char_family(to)) || (xy_is_number_family(from) && xy_is_number_family(to))
                || (xy_is_datetime_family(from) && xy_is_datetime_family(to));
    if (to == XY_FAMILY_INTEGER && arg->kind == XY_NODE_NUMBER_LITERAL && sema_type_is_integral(sema_type_at(s, arg)))
        return 5; /* a literal without a point is a PLS_INTEGER first */
    if (near)
        return 3;
    bool scalar = (xy_is_char_family(from) && (xy_is_number_family(to) || xy_is_datetime_family(to)))
                  || (xy_is_char_family(to) && (xy_is_number_family(from) || xy_is_datetime_family(from)));
    return scalar ? 1 : -1;
}

static int find_param(const xy_symbol *routine, xy_str name)
{
    for (uint32_t i = 0; i < routine->param_count; i++) {
        if (xy_str_equal(routine->params[i]->name, name))
            return (int)i;
    }
    return -1;
}

/* Index of the parameter that argument i goes to, or -1. A method's first parameter may be SELF. */
static int param_of(sema *s, const xy_symbol *routine, xy_nodes args, uint32_t i)
{
    if (args.items[i]->kind == XY_NODE_NAMED_ARGUMENT)
        return find_param(routine, sema_token_name(&s->declarer, XY_AS(named_argument, args.items[i])->name));
    return i < routine->param_count ? (int)i : -1;
}

/* Sum of the fits; -1 when the arguments do not go with the parameters. */
static int score(sema *s, const xy_symbol *routine, xy_nodes args)
{
    int total = 0;
    uint64_t given = 0;
    if (args.count > routine->param_count)
        return -1;
    for (uint32_t i = 0; i < args.count; i++) {
        int p = param_of(s, routine, args, i);
        if (p < 0)
            return -1;
        int f = fit(s, sema_argument_value(args.items[i]), routine->params[p]);
        if (f < 0)
            return -1;
        total += f;
        if (p < 64)
            given |= 1ull << p;
    }
    for (uint32_t p = 0; p < routine->param_count && p < 64; p++) {
        if (!(given >> p & 1) && !routine->params[p]->has_default)
            return -1;
    }
    return total;
}

static bool same_kind_of_value(const xy_type *a, const xy_type *b)
{
    if (a == b || !a || !b)
        return a == b;
    bool named = a->symbol || b->symbol || a->family == XY_FAMILY_COLLECTION || a->family == XY_FAMILY_RECORD;
    return a->family == b->family && !named;
}

/* What is known of the call is the same for both: the value, and how each argument is passed. */
static bool same_use(sema *s, const xy_symbol *a, const xy_symbol *b, xy_nodes args)
{
    if (!same_kind_of_value(a->type, b->type))
        return false;
    for (uint32_t i = 0; i < args.count; i++) {
        int p = param_of(s, a, args, i), q = param_of(s, b, args, i);
        if (p < 0 || q < 0 || a->params[p]->mode != b->params[q]->mode || !same_kind_of_value(a->params[p]->type, b->params[q]->type))
            return false;
    }
    return true;
}

/* Another overload fits as well as the one that was chosen, and means something else: which one Oracle takes is not known. */
static bool is_ambiguous(sema *s, const xy_symbol *first, const xy_symbol *chosen, xy_nodes args)
{
    if (!first->next_overload)
        return false;
    int best = score(s, chosen, args);
    for (const xy_symbol *o = first; o && best >= 0; o = o->next_overload)
        if (o != chosen && o->kind == chosen->kind && score(s, o, args) == best && !same_use(s, chosen, o, args))
            return true;
    return false;
}

/* The overload that fits best; `other` are those that have no place there: procedures in expressions, functions as statements. */
static xy_symbol *choose_overload(sema *s, xy_symbol *first, xy_nodes args, xy_symbol_kind other)
{
    xy_symbol *best = first;
    int best_score = -1;
    if (!first->next_overload)
        return first;
    for (xy_symbol *o = first; o; o = o->next_overload) {
        int n = o->kind == other ? -1 : score(s, o, args);
        if (n > best_score) {
            best_score = n;
            best = o;
        }
    }
    return best;
}

/* A routine that is not known may have OUT parameters: what it is given may be anything afterwards. */
static void pass_to_unknown(sema *s, xy_nodes args)
{
    for (uint32_t i = 0; i < args.count; i++) {
        const xy_node *arg = sema_argument_value(args.items[i]);
        if (arg->kind == XY_NODE_NAME || arg->kind == XY_NODE_FIELD || arg->kind == XY_NODE_CALL)
            sema_mark_written(s, arg, NULL);
    }
}

static void pass_arguments(sema *s, xy_symbol *routine, xy_nodes args)
{
    if (score(s, routine, args) < 0) /* none of the overloads that are known fits */
        pass_to_unknown(s, args);
    for (uint32_t i = 0; i < args.count; i++) {
        int p = param_of(s, routine, args, i);
        if (p < 0)
            continue;
        const xy_symbol *param = routine->params[p];
        const xy_node *arg = sema_argument_value(args.items[i]);
        if (param->mode == XY_MODE_IN)
            sema_convert_to_type(s, arg, param->type);
        else
            sema_mark_written(s, arg, NULL);
    }
}

/* ---- the call ---- */

static void walk_clauses(sema *s, const xy_call *c)
{
    sema_walk(s, c->order);
    sema_walk(s, c->overflow);
    sema_walk(s, c->within);
    sema_walk(s, c->keep);
    sema_walk(s, c->over);
}

/* PERCENTILE_CONT and PERCENTILE_DISC give values of what WITHIN GROUP sorts by. */
static void set_ordered(sema *s, const xy_node *node, const xy_call *c, const xy_symbol *symbol)
{
    const char *signature = symbol && symbol->kind == XY_SYM_BUILTIN ? sema_of(symbol)->signature : NULL;
    char result = signature ? strchr(signature, '>')[1] : 0;
    if (!c->within || (result != '&' && result != '%'))
        return;
    xy_node *order = XY_AS(within_group, c->within)->order;
    const xy_node *item = order && XY_AS(order_by, order)->items.count == 1 ? XY_AS(order_by, order)->items.items[0] : NULL;
    if (!item || item->kind != XY_NODE_ORDER_ITEM)
        return;
    const xy_type *type = sema_type_at(s, XY_AS(order_item, item)->expr);
    s->infos[node->id].type = result == '&' ? interpolated(type) : type;
}

static bool is_value(const xy_symbol *symbol)
{
    switch (symbol->kind) {
    case XY_SYM_VARIABLE:
    case XY_SYM_CONSTANT:
    case XY_SYM_PARAMETER:
    case XY_SYM_FIELD:
    case XY_SYM_COLUMN:
    case XY_SYM_LOOP_RECORD: return true;
    default: return false;
    }
}

static void element(sema *s, const xy_node *node, xy_symbol *base, const xy_type *collection, xy_nodes args)
{
    xy_info *info = sema_info(s, node);
    info->is_element = true;
    info->symbol = base;
    info->type = collection->element;
    if (args.count == 1 && collection->index)
        sema_convert_to_type(s, sema_argument_value(args.items[0]), collection->index);
}

static void mark_deleted(xy_symbol *collection, const xy_symbol *method, xy_nodes args)
{
    if (collection && sema_of(collection)->local && args.count && xy_str_equal(method->name, XY_STR("DELETE")))
        collection->elements_deleted = true;
}

static bool is_changing(const xy_symbol *method)
{
    return xy_str_equal(method->name, XY_STR("DELETE")) || xy_str_equal(method->name, XY_STR("EXTEND")) || xy_str_equal(method->name, XY_STR("TRIM"));
}

static void method_call(sema *s, const xy_node *node, xy_symbol *method, xy_symbol *collection, const xy_type *type, xy_nodes args)
{
    sema_set_builtin(s, node, method, args, type);
    s->infos[node->id].symbol = method;
    mark_deleted(collection, method, args);
    if (collection && sema_of(collection)->local && is_changing(method))
        collection->is_written = true;
    if (args.count && type->index && !xy_str_equal(method->name, XY_STR("EXTEND")) && !xy_str_equal(method->name, XY_STR("TRIM")))
        sema_convert_to_type(s, sema_argument_value(args.items[0]), type->index);
}

static void routine_call(sema *s, const xy_node *node, const xy_node *callee, xy_symbol *first, xy_nodes args)
{
    xy_info *info = sema_info(s, node);
    bool statement = node->parent && (node->parent->kind == XY_NODE_PROCEDURE_CALL || node->parent->kind == XY_NODE_CALL_STATEMENT);
    xy_symbol *symbol = choose_overload(s, first, args, statement ? XY_SYM_FUNCTION : XY_SYM_PROCEDURE);
    info->symbol = symbol;
    s->infos[callee->id].symbol = symbol;
    if (is_ambiguous(s, first, symbol, args)) {
        info->type = sema_type(XY_FAMILY_UNKNOWN);
        pass_to_unknown(s, args);
        return;
    }
    info->type = symbol->type;
    pass_arguments(s, symbol, args);
}

/* ---- constructors ---- */

static int attribute_of(sema *s, const xy_type *type, xy_nodes args, uint32_t i)
{
    if (args.items[i]->kind != XY_NODE_NAMED_ARGUMENT)
        return i < type->field_count ? (int)i : -1;
    xy_str name = sema_token_name(&s->declarer, XY_AS(named_argument, args.items[i])->name);
    for (uint32_t f = 0; f < type->field_count; f++)
        if (xy_str_equal(type->fields[f].name, name))
            return (int)f;
    return -1;
}

/* As score(), for the constructor that takes all attributes. */
static int score_attributes(sema *s, const xy_type *type, xy_nodes args)
{
    int total = 0;
    if (!type || args.count != type->field_count)
        return -1;
    for (uint32_t i = 0; i < args.count; i++) {
        int f = attribute_of(s, type, args, i);
        xy_symbol attribute = {.type = f < 0 ? NULL : type->fields[f].type};
        int n = f < 0 ? -1 : fit(s, sema_argument_value(args.items[i]), &attribute);
        if (n < 0)
            return -1;
        total += n;
    }
    return total;
}

/* The CONSTRUCTOR FUNCTION that a call means, by number and types of its arguments; null: the constructor of the attributes. One with the
 * signature of the attributes hides that. */
static xy_symbol *own_constructor(sema *s, const xy_symbol *type, xy_nodes args)
{
    xy_symbol *first = type->members ? xy_map_get(type->members, type->name) : NULL;
    if (!first || (first->kind != XY_SYM_FUNCTION && first->kind != XY_SYM_PROCEDURE))
        return NULL;
    xy_symbol *best = choose_overload(s, first, args, XY_SYM_COUNT);
    int own = score(s, best, args);
    return own >= 0 && own >= score_attributes(s, type->type, args) ? best : NULL;
}

xy_symbol *xy_sema_own_constructor(const xy_analysis *a, const xy_symbol *type, xy_nodes args)
{
    return own_constructor(a->details, type, args);
}

static void convert_attributes(sema *s, const xy_type *type, xy_nodes args)
{
    for (uint32_t i = 0; i < args.count; i++) {
        int f = type->family == XY_FAMILY_COLLECTION ? -1 : attribute_of(s, type, args, i);
        const xy_type *to = type->family == XY_FAMILY_COLLECTION ? type->element : f >= 0 ? type->fields[f].type : NULL;
        sema_convert_to_type(s, sema_argument_value(args.items[i]), to);
    }
}

static void constructor(sema *s, const xy_node *node, xy_symbol *type, xy_nodes args)
{
    xy_info *info = sema_info(s, node);
    info->symbol = type;
    info->type = type->type;
    info->is_constructor = true;
    xy_symbol *own = own_constructor(s, type, args);
    if (own)
        pass_arguments(s, own, args);
    else if (type->type)
        convert_attributes(s, type->type, args);
}

/* The type's name within its own body: the CONSTRUCTOR FUNCTION is found first, and may not be the one that is meant. */
static bool inner_constructor(sema *s, const xy_node *node, const xy_symbol *symbol, xy_nodes args)
{
    const xy_symbol *type = symbol->owner;
    if (!type || type->kind != XY_SYM_TYPE || !type->type || !xy_str_equal(symbol->name, type->name) || own_constructor(s, type, args))
        return false;
    sema_info(s, node)->symbol = (xy_symbol *)(uintptr_t)symbol;
    sema_info(s, node)->type = type->type;
    convert_attributes(s, type->type, args);
    return true;
}

static void by_symbol(sema *s, const xy_node *node, const xy_node *callee, const sema_found *found, xy_nodes args)
{
    xy_symbol *symbol = found->symbol;
    const xy_type *type = found->type;
    xy_info *info = sema_info(s, node);
    if (symbol->kind == XY_SYM_BUILTIN && found->container && found->container->family == XY_FAMILY_COLLECTION && !symbol->owner) {
        method_call(s, node, symbol, found->holder ? found->holder : found->base, found->container, args);
    } else if (symbol->kind == XY_SYM_BUILTIN) {
        info->symbol = choose_overload(s, symbol, args, XY_SYM_COUNT);
        s->infos[callee->id].symbol = info->symbol;
        sema_set_builtin(s, node, info->symbol, args, NULL);
        convert_builtin(s, node, info->symbol, args);
    } else if (symbol->kind == XY_SYM_FUNCTION || symbol->kind == XY_SYM_PROCEDURE) {
        if (!inner_constructor(s, node, symbol, args))
            routine_call(s, node, callee, symbol, args);
    } else if (symbol->kind == XY_SYM_TYPE) {
        constructor(s, node, symbol, args);
    } else if (symbol->kind == XY_SYM_CURSOR) {
        info->symbol = symbol;
        info->type = symbol->type;
        pass_arguments(s, symbol, args);
    } else if (is_value(symbol) && type && type->family == XY_FAMILY_COLLECTION) {
        element(s, node, symbol, type, args);
    } else {
        info->symbol = symbol->kind == XY_SYM_PSEUDOCOLUMN ? NULL : symbol;
    }
}

/* Family of what a method is called of. */
static xy_family object_family(sema *s, const xy_node *callee)
{
    xy_str parts[SEMA_MAX_PARTS];
    if (callee->kind == XY_NODE_FIELD)
        return sema_family_at(s, XY_AS(field, callee)->object);
    uint32_t n = sema_name_parts(&s->declarer, callee, parts);
    sema_found found = n > 1 ? sema_find(&s->env, parts, n - 1, s->in_sql ? SEMA_FIND_SQL : 0) : (sema_found){0};
    return found.type ? found.type->family : XY_FAMILY_UNKNOWN;
}

/* Methods of XMLTYPE by their names, which hardly anything else has; EXTRACT only of what is known to be one. */
static void xml_method(sema *s, xy_node *node, const xy_call *c)
{
    static const struct {
        const char *name;
        uint8_t family;
    } results[] = {{"GETSTRINGVAL", XY_FAMILY_VARCHAR}, {"GETCLOBVAL", XY_FAMILY_CLOB}, {"GETNUMBERVAL", XY_FAMILY_NUMBER}, {"EXISTSNODE", XY_FAMILY_NUMBER}};
    bool field = c->callee->kind == XY_NODE_FIELD;
    xy_token_list parts = field ? (xy_token_list){0} : XY_AS(name, c->callee)->parts;
    if (!field && parts.count < 2)
        return;
    uint32_t word = field ? XY_AS(field, c->callee)->field : parts.items[parts.count - 1];
    for (size_t i = 0; i < sizeof results / sizeof *results; i++)
        if (sema_token_is(s->source, word, results[i].name))
            sema_set_family(s, node, (xy_family)results[i].family);
    if (sema_token_is(s->source, word, "EXTRACT") && object_family(s, c->callee) == XY_FAMILY_XML)
        sema_set_family(s, node, XY_FAMILY_XML);
}

/* VALUE(alias): the object of a row. */
static bool object_of_alias(sema *s, const xy_node *node, const xy_call *c)
{
    xy_str parts[SEMA_MAX_PARTS];
    const xy_node *arg = c->args.count == 1 ? c->args.items[0] : NULL;
    if (!s->in_sql || !arg || !sema_token_is(s->source, c->callee->first, "VALUE") || c->callee->last != c->callee->first + 1
        || sema_name_parts(&s->declarer, arg, parts) != 1)
        return false;
    const xy_symbol *alias = sema_find_alias(s->env.scope, parts[0]);
    if (!alias)
        return false;
    const xy_type *object = sema_of(alias)->object ? sema_of(alias)->object : alias->target ? sema_of(alias->target)->object : NULL;
    xy_symbol *function = sema_catalog_builtin(s->catalog, XY_STR("VALUE"));
    s->infos[arg->id].symbol = (xy_symbol *)(uintptr_t)alias;
    s->infos[arg->id].type = alias->type;
    s->infos[arg->id].in_sql = true;
    s->infos[arg->id].nullability = XY_NULL_MAYBE;
    s->infos[c->callee->id].symbol = function;
    s->a->name_count += 2;
    s->a->name_known += 2;
    sema_set(s, node, object, function);
    return true;
}

void sema_walk_call(sema *s, xy_node *node)
{
    const xy_call *c = XY_AS(call, node);
    sema_found found = {0};
    s->infos[c->callee->id].in_sql = s->in_sql;
    if (object_of_alias(s, node, c))
        return;
    sema_walk_list(s, c->args);
    if (c->callee->kind == XY_NODE_NAME) {
        xy_str parts[SEMA_MAX_PARTS];
        uint32_t n = sema_name_parts(&s->declarer, c->callee, parts);
        if (n && !XY_AS(name, c->callee)->dblink)
            found = sema_find(&s->env, parts, n, SEMA_FIND_CALLEE | (s->in_sql ? SEMA_FIND_SQL : 0));
        sema_set_found(s, c->callee, &found);
        s->infos[c->callee->id].is_call = false;
        s->a->name_count++;
        s->a->name_known += found.symbol != NULL;
    } else {
        sema_walk(s, c->callee);
        xy_info *callee = sema_info(s, c->callee);
        found = (sema_found){.symbol = callee->symbol, .type = callee->type, .base = callee->symbol};
        if (callee->is_method) {
            const xy_node *object = c->callee->kind == XY_NODE_FIELD ? XY_AS(field, c->callee)->object : c->callee;
            found.container = sema_type_at(s, object);
            found.base = s->infos[object->id].symbol;
        } else if (callee->type && callee->type->family == XY_FAMILY_COLLECTION) {
            element(s, node, callee->symbol, callee->type, c->args); /* t(i)(j), f(x)(i) */
            walk_clauses(s, c);
            return;
        }
    }
    if (c->callee->kind == XY_NODE_CURSOR_ATTRIBUTE && sema_token_is(s->source, XY_AS(cursor_attribute, c->callee)->attribute, "BULK_ROWCOUNT")) {
        sema_set(s, node, sema_type_at(s, c->callee), NULL);
        s->infos[node->id].nullability = XY_NULL_MAYBE;
    }
    if (found.symbol)
        by_symbol(s, node, c->callee, &found, c->args);
    else if (!s->in_sql)
        pass_to_unknown(s, c->args);
    if (!found.symbol && (c->callee->kind == XY_NODE_FIELD || c->callee->kind == XY_NODE_NAME))
        xml_method(s, node, c);
    walk_clauses(s, c);
    set_ordered(s, node, c, s->infos[node->id].symbol);
}
