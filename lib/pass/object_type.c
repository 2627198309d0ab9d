/* Object types (trap F27): a composite type, and a schema of its name for the methods, which take the object as their first argument `self`.
 * Inheritance and references to objects have no counterpart. */
#include "pass/ddl.h"
#include "pass/place.h"
#include "pass/plpgsql_state.h"
#include "pass/sql.h"
#include "syntax/keyword.h"

static const char *rule_of(const xy_context *ctx)
{
    return xy_rule_id(ctx->rule);
}

static void replace(xy_context *ctx, const xy_node *node, xy_rope rope, xy_precedence precedence)
{
    xy_edit_replace_expr(ctx->edits, node, XY_LAYER_OWN, rope, precedence, rule_of(ctx));
}

/* ---- names ---- */

/* Schema of the type's methods: its name, with the owner's before it as for packages. */
static xy_str methods_schema(xy_context *ctx, const xy_symbol *type)
{
    return xy_pass_package_schema(ctx, type);
}

static bool is_method(const xy_symbol *symbol)
{
    return symbol && (symbol->kind == XY_SYM_FUNCTION || symbol->kind == XY_SYM_PROCEDURE) && symbol->owner && symbol->owner->kind == XY_SYM_TYPE;
}

static bool is_constructor(const xy_symbol *symbol)
{
    return is_method(symbol) && xy_str_equal(symbol->name, symbol->owner->name);
}

static xy_str method_name(xy_context *ctx, const xy_symbol *method)
{
    xy_str name = is_constructor(method) ? XY_STR("new") : xy_pass_target_name(ctx, method->name);
    return xy_str_format(ctx->arena, "%.*s.%.*s", XY_STR_ARG(methods_schema(ctx, method->owner)), XY_STR_ARG(name));
}

static bool has_qualifier(const xy_context *ctx, const xy_node *routine, const char *word)
{
    xy_token_list list = XY_AS(routine, routine)->qualifiers;
    for (uint32_t i = 0; i < list.count; i++)
        if (xy_plpgsql_word_is(ctx, list.items[i], word))
            return true;
    return false;
}

/* The unit of this file that declares the type, or null. */
static const xy_object_type *declaration_of(xy_context *ctx, const xy_symbol *type)
{
    const xy_unit *unit = NULL;
    while ((unit = xy_units_named(ctx->units, XY_NODE_CREATE_TYPE, type->name, unit))) {
        const xy_node *definition = XY_AS(create_type, unit->tree)->definition;
        if (definition && definition->kind == XY_NODE_OBJECT_TYPE)
            return XY_AS(object_type, definition);
    }
    return NULL;
}

/* Name of the type's MAP (or ORDER) method on the target; empty when there is none. */
static xy_str comparing_method(xy_context *ctx, const xy_symbol *type, const char *kind)
{
    const xy_object_type *object = type ? declaration_of(ctx, type) : NULL;
    for (uint32_t i = 0; object && i < object->methods.count; i++) {
        if (!has_qualifier(ctx, object->methods.items[i], kind))
            continue;
        xy_str name = xy_pass_target_name(ctx, xy_ddl_last_part(ctx, XY_AS(routine, object->methods.items[i])->name));
        return xy_str_format(ctx->arena, "%.*s.%.*s", XY_STR_ARG(methods_schema(ctx, type)), XY_STR_ARG(name));
    }
    return (xy_str){0};
}

/* ---- the type ---- */

static uint32_t end_of(const xy_context *ctx, const xy_node *node)
{
    uint32_t semicolon = xy_plpgsql_semicolon(ctx, node);
    return semicolon == XY_NO_TOKEN ? node->last : semicolon;
}

void xy_pass_create_object(xy_context *ctx, xy_node *node)
{
    const xy_create_type *create = XY_AS(create_type, node);
    if (!create->definition || create->definition->kind != XY_NODE_OBJECT_TYPE)
        return;
    const xy_object_type *object = XY_AS(object_type, create->definition);
    const xy_symbol *symbol = xy_catalog_find(ctx->catalog, (xy_str){0}, xy_ddl_last_part(ctx, create->name), true);
    xy_str name = xy_ddl_name(ctx, create->name);
    xy_rope rope = {0};
    if (object->under || !symbol || symbol->kind != XY_SYM_TYPE) {
        xy_pass_flag(ctx, create->name, "inheritance", NULL);
        return;
    }
    xy_str schema = methods_schema(ctx, symbol);
    if (XY_AS(create_prefix, create->prefix)->or_replace != XY_NO_TOKEN) {
        xy_rope_text(ctx->edits, &rope, "SET client_min_messages = warning;\n");
        if (object->methods.count)
            xy_rope_build(ctx->edits, &rope, "DROP SCHEMA IF EXISTS %S CASCADE;\n", schema);
        xy_rope_build(ctx->edits, &rope, "DROP TYPE IF EXISTS %S;\nRESET client_min_messages;\n", name);
    }
    xy_rope_build(ctx->edits, &rope, "CREATE TYPE %S AS (", name);
    for (uint32_t i = 0; i < object->attributes.count; i++) {
        const xy_attribute *a = XY_AS(attribute, object->attributes.items[i]);
        xy_rope_build(ctx->edits, &rope, "%s%S %n", i ? ", " : "", xy_pass_target_name(ctx, xy_token_name(ctx->source, a->name, ctx->arena)), a->type);
    }
    xy_rope_text(ctx->edits, &rope, ")");
    if (object->methods.count)
        xy_rope_build(ctx->edits, &rope, ";\nCREATE SCHEMA IF NOT EXISTS %S", schema);
    if (xy_plpgsql_semicolon(ctx, node) == XY_NO_TOKEN && ctx->unit->slash != XY_NO_TOKEN && ctx->unit->terminator != ctx->unit->slash)
        xy_rope_text(ctx->edits, &rope, ";"); /* the slash that ends the unit goes */
    xy_edit_replace(ctx->edits, node->first, end_of(ctx, node), XY_LAYER_OWN, rope, rule_of(ctx));
}

/* ---- the body ---- */

static bool return_self(xy_node *node, void *data)
{
    xy_context *ctx = data;
    if (node->kind == XY_NODE_RETURN && !XY_AS(return, node)->value)
        xy_edit_insert_text(ctx->edits, node->first, XY_AFTER, " self", rule_of(ctx));
    return xy_node_each_child(node, return_self, data);
}

/* RETURN SELF AS RESULT: the object is a variable of the body. */
static void constructor_body(xy_context *ctx, const xy_routine *r, xy_str type)
{
    xy_rope rope = {0};
    xy_rope_build(ctx->edits, &rope, "RETURNS %S ", type);
    xy_edit_replace(ctx->edits, r->return_token, r->is, XY_LAYER_OWN, rope, rule_of(ctx));
    xy_plpgsql_declare(ctx, r->body, true, XY_STR("self"), type);
    return_self(r->body, ctx);
}

static void method(xy_context *ctx, const xy_node *node, const xy_symbol *type)
{
    const xy_routine *r = XY_AS(routine, node);
    const xy_symbol *symbol = xy_info_of(ctx->analysis, r->name)->symbol;
    bool is_static = has_qualifier(ctx, node, "STATIC"), constructor = has_qualifier(ctx, node, "CONSTRUCTOR"),
         procedure = r->kind == XY_ROUTINE_KIND_PROCEDURE;
    bool explicit_self = r->params.count && xy_plpgsql_word_is(ctx, XY_AS(parameter, r->params.items[0])->name, "SELF");
    xy_str object = xy_pass_symbol_name(ctx, type);
    xy_routine_form form = {.create = "CREATE OR REPLACE "};
    if (!symbol || !is_method(symbol) || !r->body) {
        xy_pass_flag(ctx, node, "method", NULL);
        return;
    }
    form.name = method_name(ctx, symbol);
    if (!is_static && !constructor && !explicit_self)
        form.first_params = xy_str_format(ctx->arena, procedure ? "INOUT self %.*s" : "self %.*s", XY_STR_ARG(object));
    if (explicit_self && !procedure && XY_AS(parameter, r->params.items[0])->out != XY_NO_TOKEN)
        xy_pass_flag(ctx, node, "method", NULL);
    if (r->qualifiers.count) {
        xy_rope none = {0};
        xy_edit_replace(ctx->edits, node->first, r->keyword, XY_LAYER_OWN, none, rule_of(ctx));
    }
    if (constructor)
        constructor_body(ctx, r, object);
    xy_routine_translate(ctx, node, &form);
}

void xy_pass_type_body(xy_context *ctx, xy_node *node)
{
    const xy_create_type_body *body = XY_AS(create_type_body, node);
    const xy_symbol *type = xy_info_of(ctx->analysis, node)->symbol;
    xy_rope none = {0};
    if (!type || type->kind != XY_SYM_TYPE || !body->decls.count) {
        xy_pass_flag(ctx, body->name, "inheritance", NULL);
        return;
    }
    uint32_t first = body->decls.items[0]->first;
    while (first > body->name->last && xy_token_is_trivia(ctx->source->tokens[first - 1].kind))
        first--;
    xy_edit_replace(ctx->edits, node->first, first, XY_LAYER_OWN, none, rule_of(ctx));
    for (uint32_t i = 0; i < body->decls.count; i++)
        if (body->decls.items[i]->kind == XY_NODE_ROUTINE)
            method(ctx, body->decls.items[i], type);
    uint32_t last = xy_plpgsql_semicolon(ctx, body->decls.items[body->decls.count - 1]), end = xy_plpgsql_semicolon(ctx, node);
    if (last != XY_NO_TOKEN && end != XY_NO_TOKEN && end > last)
        xy_edit_replace(ctx->edits, xy_token_next(ctx->source, last), end + 1, XY_LAYER_OWN, none, rule_of(ctx));
}

/* ---- constructors ---- */

static void call_constructor(xy_context *ctx, const xy_node *call, const xy_symbol *type)
{
    xy_nodes args = XY_AS(call, call)->args;
    xy_rope rope = {0};
    xy_rope_build(ctx->edits, &rope, "%S.new(", methods_schema(ctx, type));
    for (uint32_t i = 0; i < args.count; i++)
        xy_rope_build(ctx->edits, &rope, i ? ", %n" : "%n", args.items[i]);
    xy_rope_text(ctx->edits, &rope, ")");
    replace(ctx, call, rope, XY_PREC_PRIMARY);
}

bool xy_object_constructor(xy_context *ctx, const xy_node *call, const xy_type *type)
{
    xy_nodes args = XY_AS(call, call)->args;
    if (type->family != XY_FAMILY_OBJECT || !type->symbol)
        return false;
    if (xy_sema_own_constructor(ctx->analysis, type->symbol, args)) {
        call_constructor(ctx, call, type->symbol);
        return true;
    }
    if (args.count != type->field_count)
        xy_pass_flag(ctx, call, "constructor", NULL);
    return false;
}

/* money_t(…) inside of the type's own body, where the name means the constructor. */
static bool own_constructor(xy_context *ctx, const xy_node *node, const xy_symbol *symbol)
{
    if (node->kind != XY_NODE_CALL || !is_constructor(symbol))
        return false;
    xy_nodes args = XY_AS(call, node)->args;
    const xy_type *type = symbol->owner->type;
    if (xy_sema_own_constructor(ctx->analysis, symbol->owner, args)) {
        call_constructor(ctx, node, symbol->owner);
        return true;
    }
    if (!type || type->field_count != args.count) {
        xy_pass_flag(ctx, node, "constructor", NULL);
        return true;
    }
    xy_rope rope = {0};
    xy_rope_text(ctx->edits, &rope, "ROW(");
    for (uint32_t i = 0; i < args.count; i++)
        xy_rope_build(ctx->edits, &rope, i ? ", %n" : "%n", args.items[i]);
    xy_rope_build(ctx->edits, &rope, ")::%S", xy_pass_symbol_name(ctx, symbol->owner));
    replace(ctx, node, rope, XY_PREC_CAST);
    return true;
}

/* ---- calls of methods ---- */

enum { MAX_PARTS = 8 };

/* What a method is called on that is named alone in another one. */
static const xy_symbol self_variable = {.kind = XY_SYM_PARAMETER, .name = {"SELF", 4}};

/* Oracle raises SELF_IS_NULL for a method of a NULL object in PL/SQL. The rope is what the method is called on. */
static void add_checked(xy_context *ctx, const xy_node *callee, const xy_symbol *variable, xy_rope *object, xy_rope *rope)
{
    bool there = xy_info_of(ctx->analysis, callee)->in_sql || xy_object_is_there(ctx, variable);
    if (!there)
        xy_rope_build(ctx->edits, rope, "%s(", xy_pass_runtime(ctx, "self_of"));
    xy_place_append(ctx, rope, object);
    if (!there)
        xy_rope_text(ctx->edits, rope, ")");
}

/* Adds what the method is called on; false when it is a static method, called on its type. `variable` gets the variable that it is, if it is one. */
static bool add_object(xy_context *ctx, const xy_node *callee, const xy_symbol *symbol, xy_rope *rope, const xy_symbol **variable)
{
    if (callee->kind == XY_NODE_FIELD) {
        const xy_node *object = XY_AS(field, callee)->object;
        if (!xy_info_of(ctx->analysis, object)->is_element || !xy_place_read(ctx, object, rope))
            xy_rope_node(ctx->edits, rope, object);
        return true;
    }
    xy_token_list parts = XY_AS(name, callee)->parts;
    if (parts.count == 1) {
        bool is_static = symbol->node && symbol->node->kind == XY_NODE_ROUTINE && has_qualifier(ctx, symbol->node, "STATIC");
        if (is_static)
            return false;
        xy_rope_text(ctx->edits, rope, "self");
        *variable = &self_variable;
        return true;
    }
    xy_str names[MAX_PARTS];
    for (uint32_t i = 0; i + 1 < parts.count && i < MAX_PARTS; i++)
        names[i] = xy_token_name(ctx->source, parts.items[i], ctx->arena);
    const xy_symbol *prefix = parts.count <= MAX_PARTS ? xy_sema_lookup(ctx->analysis, callee, names, parts.count - 1) : NULL;
    if (prefix && prefix->kind == XY_SYM_TYPE)
        return false;
    *variable = prefix;
    if (prefix && prefix->kind == XY_SYM_FIELD && prefix->owner && prefix->owner->kind == XY_SYM_TYPE)
        xy_rope_text(ctx->edits, rope, "self.");
    xy_rope_tokens(ctx->edits, rope, parts.items[0], parts.items[parts.count - 2] + 1);
    return true;
}

static void add_call(xy_context *ctx, const xy_node *callee, xy_nodes args, const xy_symbol *symbol, xy_rope *rope)
{
    xy_rope object = {0};
    const xy_symbol *variable = NULL;
    bool has_object = add_object(ctx, callee, symbol, &object, &variable);
    xy_rope_build(ctx->edits, rope, "%S(", method_name(ctx, symbol));
    if (has_object && symbol->kind == XY_SYM_FUNCTION)
        add_checked(ctx, callee, variable, &object, rope);
    else
        xy_place_append(ctx, rope, &object);
    for (uint32_t i = 0; i < args.count; i++)
        xy_rope_build(ctx->edits, rope, has_object || i ? ", %n" : "%n", args.items[i]);
    xy_rope_text(ctx->edits, rope, ")");
}

static const xy_node *callee_of(const xy_node *node)
{
    return node->kind == XY_NODE_CALL ? XY_AS(call, node)->callee : node;
}

static const xy_symbol *method_of(const xy_context *ctx, const xy_node *node)
{
    const xy_symbol *symbol = xy_info_of(ctx->analysis, node)->symbol;
    if (!is_method(symbol))
        symbol = xy_info_of(ctx->analysis, callee_of(node))->symbol;
    return is_method(symbol) ? symbol : NULL;
}

void xy_pass_object_method(xy_context *ctx, xy_node *node)
{
    const xy_node *parent = node->parent, *callee = callee_of(node);
    const xy_symbol *symbol = method_of(ctx, node);
    bool inner =
        parent
        && ((parent->kind == XY_NODE_CALL && XY_AS(call, parent)->callee == node) || parent->kind == XY_NODE_PROCEDURE_CALL || parent->kind == XY_NODE_ROUTINE);
    if (!symbol || inner || (callee->kind != XY_NODE_NAME && callee->kind != XY_NODE_FIELD) || own_constructor(ctx, node, symbol))
        return;
    xy_rope rope = {0};
    add_call(ctx, callee, node->kind == XY_NODE_CALL ? XY_AS(call, node)->args : (xy_nodes){0}, symbol, &rope);
    replace(ctx, node, rope, XY_PREC_PRIMARY);
}

/* VALUE(t) of TABLE(collection) t: the row of t is the object, for arrays of objects and pipelined functions of them. */
void xy_pass_object_value(xy_context *ctx, xy_node *node)
{
    const xy_call *call = XY_AS(call, node);
    if (call->args.count != 1 || !xy_sql_is_builtin(ctx, node, "VALUE"))
        return;
    const xy_symbol *alias = xy_info_of(ctx->analysis, call->args.items[0])->symbol;
    if (!alias || alias->kind != XY_SYM_ALIAS || !alias->node || alias->node->kind != XY_NODE_TABLE_FUNCTION || !alias->name.length)
        return;
    const xy_node *source = XY_AS(table_function, alias->node)->call;
    const xy_type *type = xy_info_of(ctx->analysis, source)->type;
    const xy_symbol *function = xy_info_of(ctx->analysis, source)->symbol;
    bool rows = function && function->kind == XY_SYM_FUNCTION && function->pipelined;
    if (!type || type->family != XY_FAMILY_COLLECTION || (!rows && xy_form_of(ctx, type) != XY_FORM_ARRAY))
        return;
    xy_rope rope = {0};
    xy_rope_node(ctx->edits, &rope, call->args.items[0]);
    xy_rope_text(ctx->edits, &rope, xy_form_of(ctx, type->element) == XY_FORM_RECORD ? "" : ".column_value");
    replace(ctx, node, rope, XY_PREC_PRIMARY);
}

/* The object of a procedure is a place, which no function may stand round. */
static void check_before(xy_context *ctx, const xy_node *statement, const xy_node *callee, const xy_symbol *symbol)
{
    xy_rope object = {0}, line = {0};
    const xy_symbol *variable = NULL;
    if (!add_object(ctx, callee, symbol, &object, &variable) || xy_object_is_there(ctx, variable))
        return;
    xy_rope_text(ctx->edits, &line, "IF ");
    xy_place_append(ctx, &line, &object);
    xy_rope_build(ctx->edits, &line, " IS NOT DISTINCT FROM NULL THEN PERFORM %s(30625); END IF;", xy_pass_runtime(ctx, "raise_ora"));
    xy_plpgsql_before(ctx, statement, line);
}

void xy_pass_object_procedure(xy_context *ctx, xy_node *node)
{
    const xy_node *call = XY_AS(procedure_call, node)->call, *callee = callee_of(call);
    const xy_symbol *symbol = method_of(ctx, call);
    xy_rope rope = {0};
    if (!symbol || (callee->kind != XY_NODE_NAME && callee->kind != XY_NODE_FIELD))
        return;
    if (callee->kind == XY_NODE_FIELD)
        xy_pass_flag(ctx, call, "object-place", NULL);
    else
        check_before(ctx, node, callee, symbol);
    xy_rope_text(ctx->edits, &rope, "CALL ");
    add_call(ctx, callee, call->kind == XY_NODE_CALL ? XY_AS(call, call)->args : (xy_nodes){0}, symbol, &rope);
    xy_edit_replace_node(ctx->edits, call, XY_LAYER_OWN, rope, rule_of(ctx));
}

/* ---- attributes ---- */

/* Attributes of the object itself in a type's body, and of objects in columns. */
void xy_pass_object_attribute(xy_context *ctx, xy_node *node)
{
    const xy_symbol *symbol = xy_info_of(ctx->analysis, node)->symbol, *owner = symbol ? symbol->owner : NULL;
    xy_token_list parts = XY_AS(name, node)->parts;
    xy_rope rope = {0};
    if (!symbol || symbol->kind != XY_SYM_FIELD || !owner)
        return;
    if (owner->kind == XY_SYM_TYPE && xy_node_enclosing(node, XY_NODE_CREATE_TYPE_BODY) && parts.count == 1) {
        xy_rope_build(ctx->edits, &rope, "self.%t", parts.items[0]);
        replace(ctx, node, rope, XY_PREC_PRIMARY);
    } else if (owner->kind == XY_SYM_COLUMN && parts.count >= 2) {
        bool set = node->parent && node->parent->kind == XY_NODE_SET_ITEM && XY_AS(set_item, node->parent)->value != node;
        uint32_t column = parts.items[parts.count - 2], attribute = parts.items[parts.count - 1];
        if (set) {
            xy_rope_build(ctx->edits, &rope, "%t.%t", column, attribute);
            xy_edit_replace_node(ctx->edits, node, XY_LAYER_WRAP, rope, rule_of(ctx));
            return;
        }
        xy_rope_text(ctx->edits, &rope, "(");
        xy_rope_tokens(ctx->edits, &rope, parts.items[0], column + 1);
        xy_rope_build(ctx->edits, &rope, ").%t", attribute);
        replace(ctx, node, rope, XY_PREC_PRIMARY);
    }
}

/* ---- comparisons ---- */

static const xy_symbol *object_type_of(const xy_context *ctx, const xy_node *expr)
{
    const xy_type *type = xy_info_of(ctx->analysis, expr)->type;
    return type && type->family == XY_FAMILY_OBJECT ? type->symbol : NULL;
}

void xy_pass_object_comparison(xy_context *ctx, xy_node *node)
{
    const xy_binary *b = XY_AS(binary, node);
    bool comparison = b->op == XY_BINARY_OP_EQ || b->op == XY_BINARY_OP_NE || b->op == XY_BINARY_OP_LT || b->op == XY_BINARY_OP_LE || b->op == XY_BINARY_OP_GT
                      || b->op == XY_BINARY_OP_GE;
    const xy_symbol *type = comparison ? object_type_of(ctx, b->left) : NULL;
    if (!type || !object_type_of(ctx, b->right))
        return;
    xy_str map = comparing_method(ctx, type, "MAP");
    if (!map.length) {
        bool equality = b->op == XY_BINARY_OP_EQ || b->op == XY_BINARY_OP_NE;
        if (!equality || comparing_method(ctx, type, "ORDER").length || !declaration_of(ctx, type))
            xy_pass_flag(ctx, node, "comparison", NULL);
        return;
    }
    const xy_node *sides[] = {b->left, b->right};
    for (int i = 0; i < 2; i++) {
        xy_rope rope = {0};
        xy_rope_build(ctx->edits, &rope, "%S(%n)", map, sides[i]);
        xy_edit_replace_expr(ctx->edits, sides[i], XY_LAYER_WRAP, rope, XY_PREC_PRIMARY, rule_of(ctx));
    }
}

void xy_pass_object_order(xy_context *ctx, xy_node *node)
{
    const xy_node *expr = XY_AS(order_item, node)->expr;
    const xy_symbol *type = object_type_of(ctx, expr);
    xy_str map = type ? comparing_method(ctx, type, "MAP") : (xy_str){0};
    xy_rope rope = {0};
    if (!type)
        return;
    if (!map.length) {
        xy_pass_flag(ctx, node, "comparison", NULL);
        return;
    }
    xy_rope_build(ctx->edits, &rope, "%S(%n)", map, expr);
    xy_edit_replace_expr(ctx->edits, expr, XY_LAYER_WRAP, rope, XY_PREC_PRIMARY, rule_of(ctx));
}

/* A row whose fields are all NULL is NULL for the target, but not for Oracle. */
void xy_pass_object_null(xy_context *ctx, xy_node *node)
{
    const xy_is_null *n = XY_AS(is_null, node);
    xy_rope rope = {0};
    if (!object_type_of(ctx, n->operand))
        return;
    xy_rope_build(ctx->edits, &rope, n->not != XY_NO_TOKEN ? "%o IS DISTINCT FROM NULL" : "%o IS NOT DISTINCT FROM NULL", n->operand, XY_PREC_OTHER);
    replace(ctx, node, rope, XY_PREC_IS);
}
