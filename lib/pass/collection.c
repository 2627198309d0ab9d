/* Collections (trap F11): types, constructors, methods, set operators, TABLE(). How they are held: place.h. */
#include "pass/convert.h"
#include "pass/ddl.h"
#include "pass/place.h"
#include "pass/plpgsql_state.h"
#include "pass/sql.h"
#include "syntax/keyword.h"

/* ---- types: they have no object on the target ---- */

void xy_pass_collection_type(xy_context *ctx, xy_node *node)
{
    const xy_node *definition = XY_AS(type_decl, node)->definition;
    if (definition && definition->kind == XY_NODE_COLLECTION_TYPE)
        xy_plpgsql_drop_declaration(ctx, node);
}

/* CREATE TYPE … AS TABLE OF: the name is written out wherever it is used. */
void xy_pass_create_collection(xy_context *ctx, xy_node *node)
{
    const xy_create_type *create = XY_AS(create_type, node);
    if (!create->definition || create->definition->kind != XY_NODE_COLLECTION_TYPE)
        return;
    const xy_symbol *symbol = xy_catalog_find(ctx->catalog, (xy_str){0}, xy_ddl_last_part(ctx, create->name), true);
    xy_str type = symbol && symbol->type ? xy_pass_target_type(ctx, symbol->type) : (xy_str){0};
    uint32_t semicolon = xy_plpgsql_semicolon(ctx, node);
    xy_rope rope = {0};
    if (type.length == 0) {
        xy_pass_flag(ctx, node, "element-type", NULL);
        return;
    }
    xy_rope_build(ctx->edits, &rope, "-- %S: %S", xy_ddl_name(ctx, create->name), type);
    xy_edit_replace(ctx->edits, node->first, semicolon == XY_NO_TOKEN ? node->last : semicolon + 1, XY_LAYER_OWN, rope, xy_rule_id(ctx->rule));
}

/* ---- constructors ---- */

static void replace(xy_context *ctx, const xy_node *node, xy_rope rope, xy_precedence precedence)
{
    xy_edit_replace_expr(ctx->edits, node, XY_LAYER_OWN, rope, precedence, xy_rule_id(ctx->rule));
}

static void add_key(xy_context *ctx, const xy_node *arg, const xy_type *type, xy_rope *rope)
{
    bool text = type->index && xy_is_char_family(type->index->family);
    if (arg->kind == XY_NODE_NAMED_ARGUMENT)
        xy_rope_build(ctx->edits, rope, text ? "%t" : "%t::text", XY_AS(named_argument, arg)->name);
    else
        xy_rope_build(ctx->edits, rope, text ? "%o" : "%o::text", XY_AS(keyed_argument, arg)->key, text ? XY_PREC_ANY : XY_PREC_CAST);
}

/* t(1 => 'a', 2 => 'b') */
static void keyed_constructor(xy_context *ctx, const xy_node *node, const xy_type *type)
{
    xy_nodes args = XY_AS(call, node)->args;
    xy_rope rope = {0};
    xy_rope_text(ctx->edits, &rope, "jsonb_build_object(");
    for (uint32_t i = 0; i < args.count; i++) {
        const xy_node *arg = args.items[i];
        if (arg->kind != XY_NODE_NAMED_ARGUMENT && arg->kind != XY_NODE_KEYED_ARGUMENT) {
            xy_pass_flag(ctx, node, "constructor", NULL);
            return;
        }
        const xy_node *value = arg->kind == XY_NODE_NAMED_ARGUMENT ? XY_AS(named_argument, arg)->value : XY_AS(keyed_argument, arg)->value;
        xy_rope_text(ctx->edits, &rope, i ? ", " : "");
        add_key(ctx, arg, type, &rope);
        xy_rope_text(ctx->edits, &rope, ", ");
        if (xy_limit_applies(ctx, type->element, value))
            xy_limit_value(ctx, &rope, type->element, value);
        else
            xy_rope_build(ctx->edits, &rope, "%o::%S", value, XY_PREC_CAST, xy_place_plain_type(ctx, type->element));
    }
    xy_rope_text(ctx->edits, &rope, ")");
    replace(ctx, node, rope, XY_PREC_PRIMARY);
}

static void list_constructor(xy_context *ctx, const xy_node *node, const xy_type *type)
{
    xy_nodes args = XY_AS(call, node)->args;
    bool holes = xy_form_of(ctx, type) == XY_FORM_HOLES;
    xy_rope rope = {0};
    bool number = type->element && xy_is_number_family(type->element->family);
    xy_str element = number ? xy_pass_target_type(ctx, type->element) : xy_place_plain_type(ctx, type->element);
    if (element.length == 0) {
        xy_pass_flag(ctx, node, "element-type", NULL);
        return;
    }
    if (holes)
        xy_rope_build(ctx->edits, &rope, "%s(", xy_pass_runtime(ctx, "nt_new"));
    if (args.count == 0) {
        if (!holes)
            xy_rope_build(ctx->edits, &rope, "'{}'::%S[]", element);
    } else {
        xy_rope_text(ctx->edits, &rope, "ARRAY[");
        bool nested = type->element && xy_form_of(ctx, type->element) == XY_FORM_ARRAY; /* an array of arrays would have to be rectangular */
        for (uint32_t i = 0; i < args.count; i++) {
            xy_rope_text(ctx->edits, &rope, i ? ", " : "");
            if (!nested && !number && xy_limit_applies(ctx, type->element, args.items[i]))
                xy_limit_value(ctx, &rope, type->element, args.items[i]);
            else
                xy_rope_build(ctx->edits, &rope, nested ? "to_jsonb(%n)" : "%n", args.items[i]);
        }
        xy_rope_build(ctx->edits, &rope, "]::%S[]", nested ? xy_target_fact(ctx->target, "type_json") : element);
    }
    if (holes)
        xy_rope_text(ctx->edits, &rope, ")");
    replace(ctx, node, rope, holes ? XY_PREC_PRIMARY : XY_PREC_CAST);
}

static const xy_node *named_value(const xy_context *ctx, xy_nodes args, xy_str field)
{
    for (uint32_t i = 0; i < args.count; i++)
        if (args.items[i]->kind == XY_NODE_NAMED_ARGUMENT
            && xy_str_equal(xy_token_name(ctx->source, XY_AS(named_argument, args.items[i])->name, ctx->arena), field))
            return XY_AS(named_argument, args.items[i])->value;
    return NULL;
}

/* rec(1, 'a'), rec(a => 1) and the attribute values of an object. */
static void record_constructor(xy_context *ctx, const xy_node *node, const xy_type *type)
{
    xy_nodes args = XY_AS(call, node)->args;
    xy_rope rope = {0};
    xy_rope_text(ctx->edits, &rope, "ROW(");
    for (uint32_t i = 0; i < type->field_count; i++) {
        const xy_node *value = i < args.count && args.items[i]->kind != XY_NODE_NAMED_ARGUMENT ? args.items[i] : named_value(ctx, args, type->fields[i].name);
        xy_rope_text(ctx->edits, &rope, i ? ", " : "");
        bool text = type->fields[i].type && xy_is_char_family(type->fields[i].type->family); /* the cast cuts texts, and rounds numbers itself */
        if (value && text && xy_limit_applies(ctx, type->fields[i].type, value))
            xy_limit_value(ctx, &rope, type->fields[i].type, value);
        else if (value)
            xy_rope_node(ctx->edits, &rope, value);
        else
            xy_rope_text(ctx->edits, &rope, "NULL");
    }
    xy_rope_build(ctx->edits, &rope, ")::%S", xy_pass_target_type(ctx, type));
    replace(ctx, node, rope, XY_PREC_CAST);
}

void xy_pass_constructor(xy_context *ctx, xy_node *node)
{
    const xy_info *info = xy_info_of(ctx->analysis, node);
    if (!info->is_constructor || !info->type || (info->type->symbol && info->type->symbol->supplied))
        return; /* of a type that Oracle brings along: builtin.c says so */
    switch (xy_form_of(ctx, info->type)) {
    case XY_FORM_SPARSE: keyed_constructor(ctx, node, info->type); break;
    case XY_FORM_ARRAY:
    case XY_FORM_HOLES: list_constructor(ctx, node, info->type); break;
    case XY_FORM_RECORD:
        if (!xy_object_constructor(ctx, node, info->type))
            record_constructor(ctx, node, info->type);
        break;
    case XY_FORM_VALUE: break;
    }
}

/* ---- methods ---- */

typedef struct method {
    const char *name, *array, *sparse, *sparse_text, *holes; /* functions of the runtime by form; null: none */
    bool changes;                                            /* a statement: the collection gets a new value */
} method;

static const method methods[] = {
    {"COUNT", "arr_count", "aa_count", "aa_count", "nt_count", false},
    {"FIRST", "arr_first", "aa_first", "aa_first_text", "nt_first", false},
    {"LAST", "arr_last", "aa_last", "aa_last_text", "nt_last", false},
    {"NEXT", "arr_next", "aa_next", "aa_next", "nt_next", false},
    {"PRIOR", "arr_prior", "aa_prior", "aa_prior", "nt_prior", false},
    {"EXISTS", "arr_exists", "aa_exists", "aa_exists", "nt_exists", false},
    {"EXTEND", "arr_extend", NULL, NULL, "nt_extend", true},
    {"TRIM", "arr_trim", NULL, NULL, "nt_trim", true},
    {"DELETE", "arr_delete", "aa_delete", "aa_delete", "nt_delete", true},
};

static uint32_t method_token(const xy_node *callee)
{
    if (callee->kind == XY_NODE_FIELD)
        return XY_AS(field, callee)->field;
    xy_token_list parts = XY_AS(name, callee)->parts;
    return parts.items[parts.count - 1];
}

static const method *method_named(const xy_context *ctx, uint32_t token)
{
    for (size_t i = 0; i < sizeof methods / sizeof *methods; i++)
        if (xy_plpgsql_word_is(ctx, token, methods[i].name))
            return &methods[i];
    return NULL;
}

static const char *function_of(xy_context *ctx, const method *m, const xy_type *type)
{
    switch (xy_form_of(ctx, type)) {
    case XY_FORM_ARRAY: return m->array;
    case XY_FORM_HOLES: return m->holes;
    case XY_FORM_SPARSE: return type->index && xy_is_char_family(type->index->family) ? m->sparse_text : m->sparse;
    default: return NULL;
    }
}

/* The argument as an integer where the function takes nothing else. */
static void add_argument(xy_context *ctx, const method *m, const xy_node *arg, xy_rope *rope)
{
    xy_rope_text(ctx->edits, rope, ", ");
    bool count = m->changes && !xy_str_equal(xy_str_from(m->name), XY_STR("DELETE"));
    if (count && !xy_info_of(ctx->analysis, arg)->integral)
        xy_rope_build(ctx->edits, rope, "%o::integer", arg, XY_PREC_CAST);
    else
        xy_rope_node(ctx->edits, rope, arg);
}

static bool add_method(xy_context *ctx, const method *m, const xy_node *callee, xy_nodes args, const xy_type *type, xy_rope *rope)
{
    const char *function = function_of(ctx, m, type);
    bool limited = type->collection == XY_VARRAY && type->limit > 0 && xy_str_equal(xy_str_from(m->name), XY_STR("EXTEND"));
    if (!function)
        return false;
    xy_rope_build(ctx->edits, rope, "%s(", xy_pass_runtime(ctx, limited ? "arr_extend_limit" : function));
    if (!xy_place_read(ctx, callee, rope))
        return false;
    if (limited)
        xy_rope_build(ctx->edits, rope, ", %d", (int)type->limit);
    for (uint32_t i = 0; i < args.count; i++)
        add_argument(ctx, m, args.items[i], rope);
    xy_rope_text(ctx->edits, rope, ")");
    return true;
}

static void limit(xy_context *ctx, const xy_node *node, const xy_type *type)
{
    xy_rope rope = {0};
    if (type->collection == XY_VARRAY && type->limit > 0)
        xy_rope_build(ctx->edits, &rope, "%d", (int)type->limit);
    else
        xy_rope_text(ctx->edits, &rope, "NULL::integer");
    replace(ctx, node, rope, XY_PREC_CAST);
}

static bool is_callee(const xy_node *node)
{
    return node->parent && node->parent->kind == XY_NODE_CALL && XY_AS(call, node->parent)->callee == node;
}

static const xy_node *callee_of(const xy_node *node)
{
    return node->kind == XY_NODE_CALL ? XY_AS(call, node)->callee : node;
}

/* v.COUNT, t(i).NEXT(k) as values. */
void xy_pass_method(xy_context *ctx, xy_node *node)
{
    const xy_node *callee = callee_of(node);
    bool statement = node->parent && node->parent->kind == XY_NODE_PROCEDURE_CALL;
    if (is_callee(node) || statement || !xy_info_of(ctx->analysis, node)->is_method || (callee->kind != XY_NODE_NAME && callee->kind != XY_NODE_FIELD))
        return;
    uint32_t token = method_token(callee);
    const xy_type *type = xy_place_type(ctx, callee);
    const method *m = method_named(ctx, token);
    xy_rope rope = {0};
    if (!type || type->family != XY_FAMILY_COLLECTION) {
        xy_pass_flag(ctx, node, "method", NULL);
        return;
    }
    if (xy_plpgsql_word_is(ctx, token, "LIMIT")) {
        limit(ctx, node, type);
        return;
    }
    xy_nodes args = node->kind == XY_NODE_CALL ? XY_AS(call, node)->args : (xy_nodes){0};
    if (!m || m->changes || !add_method(ctx, m, callee, args, type, &rope)) {
        xy_pass_flag(ctx, node, "method", NULL);
        return;
    }
    replace(ctx, node, rope, XY_PREC_PRIMARY);
}

/* v.EXTEND; v.DELETE(i); as statements. */
void xy_pass_method_statement(xy_context *ctx, xy_node *node)
{
    const xy_node *call = XY_AS(procedure_call, node)->call, *callee = callee_of(call);
    bool method_call = xy_info_of(ctx->analysis, call)->is_method || xy_info_of(ctx->analysis, callee)->is_method;
    if (!method_call || (callee->kind != XY_NODE_NAME && callee->kind != XY_NODE_FIELD))
        return;
    const xy_type *type = xy_place_type(ctx, callee);
    const method *m = method_named(ctx, method_token(callee));
    xy_nodes args = call->kind == XY_NODE_CALL ? XY_AS(call, call)->args : (xy_nodes){0};
    xy_rope value = {0}, rope = {0};
    if (!type || type->family != XY_FAMILY_COLLECTION || !m || !m->changes || !add_method(ctx, m, callee, args, type, &value)) {
        xy_pass_flag(ctx, call, "method", NULL);
        return;
    }
    bool extends = args.count < 2 && xy_plpgsql_word_is(ctx, method_token(callee), "EXTEND");
    if (extends && xy_record_has_defaults(type->element))
        xy_pass_flag(ctx, call, "extended-defaults", NULL);
    xy_place_assign(ctx, callee, (xy_place_value){.rope = &value}, &rope);
    uint32_t semicolon = xy_plpgsql_semicolon(ctx, node);
    xy_edit_replace(ctx->edits, node->first, semicolon == XY_NO_TOKEN ? node->last : semicolon + 1, XY_LAYER_OWN, rope, xy_rule_id(ctx->rule));
}

/* ---- operators ---- */

static bool is_collection(const xy_context *ctx, const xy_node *node)
{
    return xy_family_of(ctx->analysis, node) == XY_FAMILY_COLLECTION;
}

static bool is_array(xy_context *ctx, const xy_node *node)
{
    return is_collection(ctx, node) && xy_form_of(ctx, xy_info_of(ctx->analysis, node)->type) == XY_FORM_ARRAY;
}

void xy_pass_multiset(xy_context *ctx, xy_node *node)
{
    static const struct {
        uint8_t op;
        const char *name;
    } operators[] = {{XY_BINARY_OP_MULTISET_UNION, "multiset_union"},
                     {XY_BINARY_OP_MULTISET_INTERSECT, "multiset_intersect"},
                     {XY_BINARY_OP_MULTISET_EXCEPT, "multiset_except"}};
    const xy_binary *b = XY_AS(binary, node);
    const char *name = NULL;
    for (size_t i = 0; i < sizeof operators / sizeof *operators; i++)
        if (operators[i].op == b->op)
            name = operators[i].name;
    bool compare = (b->op == XY_BINARY_OP_EQ || b->op == XY_BINARY_OP_NE) && is_collection(ctx, b->left) && is_collection(ctx, b->right);
    if (!name && !compare)
        return;
    if ((!is_array(ctx, b->left) && is_collection(ctx, b->left)) || (!is_array(ctx, b->right) && is_collection(ctx, b->right))) {
        xy_pass_flag(ctx, node, "set-operator", NULL);
        return;
    }
    bool distinct = b->quantifier != XY_NO_TOKEN && xy_plpgsql_word_is(ctx, b->quantifier, "DISTINCT");
    xy_rope rope = {0};
    if (compare)
        xy_rope_build(ctx->edits, &rope, b->op == XY_BINARY_OP_NE ? "NOT %s(%n, %n)" : "%s(%n, %n)", xy_pass_runtime(ctx, "arr_same"), b->left, b->right);
    else
        xy_rope_build(ctx->edits, &rope, "%s(%n, %n)", xy_pass_runtime(ctx, xy_str_format(ctx->arena, "%s%s", name, distinct ? "_distinct" : "").data), b->left,
                      b->right);
    replace(ctx, node, rope, compare && b->op == XY_BINARY_OP_NE ? XY_PREC_NOT : XY_PREC_PRIMARY);
}

void xy_pass_member_of(xy_context *ctx, xy_node *node)
{
    const xy_member_of *m = XY_AS(member_of, node);
    const xy_type *type = xy_info_of(ctx->analysis, m->collection)->type;
    xy_rope rope = {0};
    if (!is_array(ctx, m->collection)) {
        xy_pass_flag(ctx, node, "set-operator", NULL);
        return;
    }
    xy_rope_text(ctx->edits, &rope, m->not != XY_NO_TOKEN ? "NOT " : "");
    if (m->op == XY_MEMBER_OF_OP_SUBMULTISET)
        xy_rope_build(ctx->edits, &rope, "%s(%n, %n)", xy_pass_runtime(ctx, "submultiset"), m->operand, m->collection);
    else
        xy_rope_build(ctx->edits, &rope, "%s(%o::%S, %n)", xy_pass_runtime(ctx, "member_of"), m->operand, XY_PREC_CAST, xy_place_plain_type(ctx, type->element),
                      m->collection);
    replace(ctx, node, rope, m->not != XY_NO_TOKEN ? XY_PREC_NOT : XY_PREC_PRIMARY);
}

/* IS [NOT] EMPTY, IS [NOT] A SET */
void xy_pass_collection_condition(xy_context *ctx, xy_node *node)
{
    const xy_is_condition *c = XY_AS(is_condition, node);
    bool empty = xy_plpgsql_word_is(ctx, c->what, "EMPTY"), set = xy_plpgsql_word_is(ctx, c->what, "A");
    xy_rope rope = {0};
    if (!empty && !set)
        return;
    xy_form form = xy_form_of(ctx, xy_info_of(ctx->analysis, c->operand)->type);
    if (form == XY_FORM_ARRAY && empty) {
        xy_rope_build(ctx->edits, &rope, c->not != XY_NO_TOKEN ? "cardinality(%n) > 0" : "cardinality(%n) = 0", c->operand);
        replace(ctx, node, rope, XY_PREC_COMPARE);
    } else if (form == XY_FORM_HOLES && empty) {
        xy_rope_build(ctx->edits, &rope, c->not != XY_NO_TOKEN ? "%o -> 'e' <> '{}'" : "%o -> 'e' = '{}'", c->operand, XY_PREC_OTHER);
        replace(ctx, node, rope, XY_PREC_COMPARE);
    } else if (form == XY_FORM_ARRAY) {
        xy_rope_build(ctx->edits, &rope, c->not != XY_NO_TOKEN ? "NOT %s(%n)" : "%s(%n)", xy_pass_runtime(ctx, "is_a_set"), c->operand);
        replace(ctx, node, rope, c->not != XY_NO_TOKEN ? XY_PREC_NOT : XY_PREC_PRIMARY);
    } else {
        xy_pass_flag(ctx, node, "set-operator", NULL);
    }
}

/* ---- SQL: COLLECT, CAST(MULTISET(…)), TABLE() ---- */

void xy_pass_collect(xy_context *ctx, xy_node *node)
{
    const xy_call *call = XY_AS(call, node);
    if (!xy_sql_is_builtin(ctx, node, "COLLECT"))
        return;
    const xy_node *cast = node->parent && node->parent->kind == XY_NODE_CAST ? node->parent : NULL;
    const xy_type *type = cast ? xy_sema_type_of(ctx->analysis, XY_AS(cast, cast)->type) : NULL;
    if (type && xy_form_of(ctx, type) != XY_FORM_ARRAY) {
        xy_pass_flag(ctx, node, "set-operator", NULL);
        return;
    }
    const char *rule = xy_rule_id(ctx->rule);
    xy_edit_token(ctx->edits, call->callee->first, "coalesce(array_agg", rule);
    xy_edit_insert_text(ctx->edits, node->last - 1, XY_AFTER, ", '{}')", rule);
}

void xy_pass_cast_multiset(xy_context *ctx, xy_node *node)
{
    const xy_cast *cast = XY_AS(cast, node);
    const xy_type *type = xy_sema_type_of(ctx->analysis, cast->type);
    if (cast->multiset == XY_NO_TOKEN || !type || type->family != XY_FAMILY_COLLECTION)
        return;
    const xy_node *query = cast->operand->kind == XY_NODE_SUBQUERY ? (const xy_node *)XY_AS(subquery, cast->operand)->query : cast->operand;
    xy_str element = xy_place_plain_type(ctx, type->element);
    xy_rope array = {0}, rope = {0};
    if (xy_form_of(ctx, type->element) == XY_FORM_RECORD) {
        xy_str q = xy_pass_fresh_name(ctx, "xy_q");
        xy_rope_build(ctx->edits, &array, "ARRAY(SELECT ROW(%S.*)::%S FROM (%n) %S)", q, element, query, q);
    } else {
        xy_rope_build(ctx->edits, &array, "ARRAY(%n)::%S[]", query, element);
    }
    xy_place_from_array(ctx, type, NULL, array, &rope);
    replace(ctx, node, rope, xy_form_of(ctx, type) == XY_FORM_ARRAY ? XY_PREC_CAST : XY_PREC_PRIMARY);
}

static bool is_pipelined(const xy_context *ctx, const xy_node *call)
{
    const xy_symbol *symbol = xy_info_of(ctx->analysis, call)->symbol;
    return symbol && symbol->kind == XY_SYM_FUNCTION && symbol->pipelined;
}

void xy_pass_table_function(xy_context *ctx, xy_node *node)
{
    const xy_table_function *t = XY_AS(table_function, node);
    const xy_type *type = xy_info_of(ctx->analysis, t->call)->type;
    xy_rope rope = {0};
    if (t->outer != XY_NO_TOKEN && (!node->parent || node->parent->kind != XY_NODE_QUERY_BLOCK)) /* there: outer_join.c */
        xy_pass_flag(ctx, node, "table-outer", NULL);
    if (xy_sql_is_builtin(ctx, t->call, "XMLSEQUENCE"))
        return; /* xml.c */
    if (!type || type->family != XY_FAMILY_COLLECTION) {
        xy_pass_flag(ctx, node, "table-function", NULL);
        return;
    }
    xy_str alias = t->alias != XY_NO_TOKEN ? xy_pass_target_name(ctx, xy_token_name(ctx->source, t->alias, ctx->arena)) : xy_pass_fresh_name(ctx, "xy_t");
    if (is_pipelined(ctx, t->call)) {
        bool record = xy_form_of(ctx, type->element) == XY_FORM_RECORD;
        xy_rope_build(ctx->edits, &rope, record ? "%n AS %S" : "%n AS %S(column_value)", t->call, alias);
    } else {
        if (xy_form_of(ctx, type) != XY_FORM_ARRAY)
            xy_rope_text(ctx->edits, &rope, "LATERAL ");
        xy_place_rows(ctx, t->call, type, alias, &rope);
    }
    xy_edit_replace_node(ctx->edits, node, XY_LAYER_OWN, rope, xy_rule_id(ctx->rule));
}
