/* Records (trap F10): RECORD types become composite types of the unit's schema (`plsql-record-type`), variables of types with defaults start
 * with them (`plsql-record-variable`), INSERT … VALUES record and SET ROW (`plsql-record-dml`). */
#include "pass/ddl.h"
#include "pass/fragment.h"
#include "pass/place.h"
#include "pass/plpgsql_state.h"
#include "syntax/keyword.h"

/* ---- names ---- */

static bool is_routine(const xy_symbol *symbol)
{
    return symbol->kind == XY_SYM_PROCEDURE || symbol->kind == XY_SYM_FUNCTION;
}

xy_str xy_declared_type_name(xy_context *ctx, const xy_symbol *symbol)
{
    if (symbol->owner && symbol->owner->kind == XY_SYM_PACKAGE)
        return xy_pass_symbol_name(ctx, symbol);
    const xy_symbol *routine = symbol->owner;
    while (routine && is_routine(routine) && routine->owner && is_routine(routine->owner))
        routine = routine->owner;
    if (routine && routine->owner && routine->owner->kind == XY_SYM_PACKAGE) {
        xy_str name = xy_str_format(ctx->arena, "%.*s__%.*s", XY_STR_ARG(routine->name), XY_STR_ARG(symbol->name));
        return xy_str_format(ctx->arena, "%.*s.%.*s", XY_STR_ARG(xy_pass_package_schema(ctx, routine->owner)), XY_STR_ARG(xy_pass_target_name(ctx, name)));
    }
    return xy_plpgsql_unit_object(ctx, symbol->name);
}

xy_str xy_record_type_name(xy_context *ctx, const xy_type *type)
{
    if (!type->symbol)
        return (xy_str){0};
    return type->family == XY_FAMILY_OBJECT ? xy_pass_symbol_name(ctx, type->symbol) : xy_declared_type_name(ctx, type->symbol);
}

/* ---- defaults ---- */

bool xy_record_has_defaults(const xy_type *type)
{
    if (!type || type->family != XY_FAMILY_RECORD || type->rowtype)
        return false;
    for (uint32_t i = 0; i < type->field_count; i++)
        if (type->fields[i].default_text.length || xy_record_has_defaults(type->fields[i].type))
            return true;
    return false;
}

static void add_default(xy_context *ctx, const xy_record_field *field, const xy_symbol *of, xy_rope *out)
{
    xy_str text;
    if (field->default_text.length == 0) {
        if (xy_record_has_defaults(field->type))
            xy_record_default(ctx, field->type, out);
        else
            xy_rope_text(ctx->edits, out, "NULL");
        return;
    }
    if (!xy_pass_translate_default(ctx, field->default_text, of, field->type, &text)) {
        xy_pass_flag_token(ctx, ctx->unit->start, "record-default", "name", xy_arena_copy(ctx->arena, field->name.data, field->name.length), NULL);
        text = XY_STR("NULL");
    }
    xy_rope_str(ctx->edits, out, text);
}

void xy_record_default(xy_context *ctx, const xy_type *type, xy_rope *out)
{
    xy_rope_text(ctx->edits, out, "ROW(");
    for (uint32_t i = 0; i < type->field_count; i++) {
        if (i)
            xy_rope_text(ctx->edits, out, ", ");
        add_default(ctx, &type->fields[i], type->symbol, out);
    }
    xy_rope_build(ctx->edits, out, ")::%S", xy_pass_target_type(ctx, type));
}

/* ---- RECORD types ---- */

/* DROP TYPE would say that the type does not exist: a script's notices are what it prints. */
static void add_drop(xy_context *ctx, xy_str name, xy_rope *rope)
{
    xy_rope_build(ctx->edits, rope, "SET client_min_messages = warning;\nDROP TYPE IF EXISTS %S CASCADE;\nRESET client_min_messages;\n", name);
}

bool xy_declared_type_may_exist(const xy_context *ctx, xy_str name)
{
    if (name.length > 8 && xy_str_equal((xy_str){name.data, 8}, XY_STR("pg_temp.")))
        return true;
    uint32_t next = xy_token_next(ctx->source, ctx->unit->start);
    return next != XY_NO_TOKEN && xy_str_equal_nocase(xy_token_text(ctx->source, next), XY_STR("OR"));
}

static bool add_fields(xy_context *ctx, const xy_node *decl, const xy_type *type, xy_rope *rope)
{
    bool known = true;
    for (uint32_t i = 0; i < type->field_count; i++) {
        xy_str text = xy_pass_target_type(ctx, type->fields[i].type);
        if (text.length == 0) {
            xy_pass_flag(ctx, decl, "field-type", "name", xy_arena_copy(ctx->arena, type->fields[i].name.data, type->fields[i].name.length), NULL);
            known = false;
            text = xy_target_fact(ctx->target, "type_clob");
        }
        xy_rope_build(ctx->edits, rope, "%s%S %S", i ? ", " : "", xy_pass_target_name(ctx, type->fields[i].name), text);
    }
    return known;
}

static bool is_packaged(const xy_node *decl)
{
    uint16_t kind = decl->parent ? decl->parent->kind : 0;
    return kind == XY_NODE_CREATE_PACKAGE || kind == XY_NODE_CREATE_PACKAGE_BODY;
}

/* A variable that is kept in the session's state. */
static bool is_state(const xy_node *decl)
{
    return is_packaged(decl) || (decl->parent && decl->parent->kind == XY_NODE_COMPOUND_TRIGGER);
}

void xy_pass_record_type(xy_context *ctx, xy_node *node)
{
    const xy_type_decl *decl = XY_AS(type_decl, node);
    const xy_symbol *symbol = xy_info_of(ctx->analysis, node)->symbol;
    if (!decl->definition || decl->definition->kind != XY_NODE_RECORD_TYPE || !symbol || !symbol->type)
        return;
    xy_str name = xy_pass_target_type(ctx, symbol->type);
    xy_rope rope = {0};
    if (xy_declared_type_may_exist(ctx, name))
        add_drop(ctx, name, &rope);
    xy_rope_build(ctx->edits, &rope, "CREATE TYPE %S AS (", name);
    add_fields(ctx, node, symbol->type, &rope);
    xy_rope_text(ctx->edits, &rope, ")");
    if (is_packaged(node)) {
        xy_edit_replace_node(ctx->edits, node, XY_LAYER_OWN, rope, xy_rule_id(ctx->rule));
        return;
    }
    xy_rope_text(ctx->edits, &rope, ";");
    xy_plpgsql_before_unit(ctx, rope);
    xy_plpgsql_drop_declaration(ctx, node);
}

/* ---- cursor rows: a type made of the query's columns ---- */

/* "unit__cursor__row": a type for rows of the cursor that are kept, made before the unit when it is first asked for. */
static xy_str cursor_row_name(xy_context *ctx, const xy_symbol *cursor)
{
    const xy_symbol *routine = cursor->owner;
    if (routine && routine->kind == XY_SYM_PACKAGE) {
        xy_str name = xy_pass_target_name(ctx, xy_str_format(ctx->arena, "%.*s__ROW", XY_STR_ARG(cursor->name)));
        return xy_str_format(ctx->arena, "%.*s.%.*s", XY_STR_ARG(xy_pass_package_schema(ctx, routine)), XY_STR_ARG(name));
    }
    if (routine && is_routine(routine) && routine->owner && routine->owner->kind == XY_SYM_PACKAGE) {
        xy_str name = xy_str_format(ctx->arena, "%.*s__%.*s__ROW", XY_STR_ARG(routine->name), XY_STR_ARG(cursor->name));
        return xy_str_format(ctx->arena, "%.*s.%.*s", XY_STR_ARG(xy_pass_package_schema(ctx, routine->owner)), XY_STR_ARG(xy_pass_target_name(ctx, name)));
    }
    return xy_plpgsql_unit_object(ctx, xy_str_format(ctx->arena, "%.*s__ROW", XY_STR_ARG(cursor->name)));
}

static bool fields_are_known(xy_context *ctx, const xy_type *type)
{
    for (uint32_t i = 0; i < type->field_count; i++)
        if (xy_place_plain_type(ctx, type->fields[i].type).length == 0)
            return false;
    return type->field_count > 0;
}

static void create_row_type(xy_context *ctx, xy_str name, const xy_type *type, xy_rope *rope)
{
    if (xy_declared_type_may_exist(ctx, name))
        add_drop(ctx, name, rope);
    xy_rope_build(ctx->edits, rope, "CREATE TYPE %S AS (", name);
    for (uint32_t i = 0; i < type->field_count; i++)
        xy_rope_build(ctx->edits, rope, "%s%S %S", i ? ", " : "", xy_pass_target_name(ctx, type->fields[i].name),
                      xy_place_plain_type(ctx, type->fields[i].type));
    xy_rope_text(ctx->edits, rope, ");");
}

xy_str xy_record_cursor_row_type(xy_context *ctx, const xy_type *type)
{
    const xy_symbol *cursor = type->row_of;
    xy_rope rope = {0};
    if (!cursor || cursor->kind != XY_SYM_CURSOR || !fields_are_known(ctx, type))
        return (xy_str){0};
    xy_str name = cursor_row_name(ctx, cursor), key = xy_str_format(ctx->arena, "type %.*s", XY_STR_ARG(name));
    if ((cursor->owner && cursor->owner->kind == XY_SYM_PACKAGE) || xy_map_get(&ctx->fresh_names, key))
        return name;
    create_row_type(ctx, name, type, &rope);
    xy_map_put(&ctx->fresh_names, key, ctx);
    xy_plpgsql_before_unit(ctx, rope);
    return name;
}

void xy_record_packaged_row(xy_context *ctx, const xy_type *type, xy_rope *rope)
{
    create_row_type(ctx, cursor_row_name(ctx, type->row_of), type, rope);
}

bool xy_record_is_cursor_row(const xy_type *type)
{
    return type && type->family == XY_FAMILY_RECORD && type->rowtype && (!type->row_of || type->row_of->kind == XY_SYM_CURSOR);
}

/* ---- variables ---- */

void xy_pass_record_variable(xy_context *ctx, xy_node *node)
{
    const xy_variable_decl *decl = XY_AS(variable_decl, node);
    const xy_symbol *symbol = xy_info_of(ctx->analysis, node)->symbol;
    if (!symbol || !symbol->type || is_state(node) || (node->parent && node->parent->kind == XY_NODE_RECORD_TYPE))
        return;
    const char *rule = xy_rule_id(ctx->rule);
    xy_rope rope = {0};
    if (xy_record_is_cursor_row(symbol->type) && decl->type->kind == XY_NODE_DATA_TYPE) {
        xy_rope_str(ctx->edits, &rope, xy_edit_case(ctx->edits, decl->type->first, XY_STR("RECORD")));
        xy_edit_replace_node(ctx->edits, decl->type, XY_LAYER_WRAP, rope, rule);
        return;
    }
    if (decl->default_ || !xy_record_has_defaults(symbol->type))
        return;
    xy_rope_text(ctx->edits, &rope, " := ");
    xy_record_default(ctx, symbol->type, &rope);
    xy_edit_insert(ctx->edits, decl->type->last - 1, XY_AFTER, rope, rule);
}

/* An OUT parameter starts as a variable of its type does. */
void xy_pass_record_parameter(xy_context *ctx, xy_node *node)
{
    const xy_routine *routine = node->parent && node->parent->kind == XY_NODE_ROUTINE ? XY_AS(routine, node->parent) : NULL;
    const xy_symbol *symbol = xy_info_of(ctx->analysis, node)->symbol;
    xy_rope line = {0};
    if (!routine || !routine->body || !symbol || symbol->mode != XY_MODE_OUT || !xy_record_has_defaults(symbol->type)
        || !XY_AS(block, routine->body)->stmts.count)
        return;
    xy_rope_build(ctx->edits, &line, "%S := ", xy_pass_target_name(ctx, symbol->name));
    xy_record_default(ctx, symbol->type, &line);
    xy_rope_text(ctx->edits, &line, ";");
    xy_plpgsql_before(ctx, XY_AS(block, routine->body)->stmts.items[0], line);
}

/* An associative array without a value is empty, not NULL. */
void xy_pass_collection_variable(xy_context *ctx, xy_node *node)
{
    const xy_variable_decl *decl = XY_AS(variable_decl, node);
    const xy_symbol *symbol = xy_info_of(ctx->analysis, node)->symbol;
    if (!symbol || decl->default_ || is_state(node) || (node->parent && node->parent->kind == XY_NODE_RECORD_TYPE))
        return;
    if (xy_form_of(ctx, symbol->type) == XY_FORM_SPARSE)
        xy_edit_insert_text(ctx->edits, decl->type->last - 1, XY_AFTER, " := '{}'", xy_rule_id(ctx->rule));
}

/* ---- records without a type of their own on the target ---- */

bool xy_record_is_untyped(const xy_context *ctx, const xy_node *node)
{
    const xy_symbol *symbol = node->kind == XY_NODE_NAME ? xy_info_of(ctx->analysis, node)->symbol : NULL;
    if (!symbol)
        return false;
    return symbol->kind == XY_SYM_LOOP_RECORD || (symbol->kind == XY_SYM_VARIABLE && xy_record_is_cursor_row(symbol->type));
}

static bool add_fields_of(xy_context *ctx, const xy_node *record, xy_rope *rope)
{
    const xy_symbol *symbol = xy_info_of(ctx->analysis, record)->symbol;
    const xy_type *type = symbol ? symbol->type : NULL;
    for (uint32_t i = 0; type && i < type->field_count; i++)
        xy_rope_build(ctx->edits, rope, "%s%n.%S", i ? ", " : "", record, xy_pass_target_name(ctx, type->fields[i].name));
    return type && type->field_count;
}

/* A loop's record has no type that could be converted: its fields make a row of the type. */
bool xy_record_typed(xy_context *ctx, const xy_node *record, const xy_type *type, xy_rope *rope)
{
    xy_rope fields = {0};
    xy_str name = type && type->family == XY_FAMILY_RECORD ? xy_pass_target_type(ctx, type) : (xy_str){0};
    if (!xy_record_is_untyped(ctx, record) || !name.length || !add_fields_of(ctx, record, &fields))
        return false;
    xy_rope_text(ctx->edits, rope, "ROW(");
    xy_place_append(ctx, rope, &fields);
    xy_rope_build(ctx->edits, rope, ")::%S", name);
    return true;
}

const xy_symbol *xy_argument_parameter(xy_context *ctx, const xy_node *arg)
{
    const xy_node *named = arg->parent->kind == XY_NODE_NAMED_ARGUMENT ? arg->parent : NULL, *call = named ? named->parent : arg->parent;
    if (!call || call->kind != XY_NODE_CALL)
        return NULL;
    const xy_symbol *routine = xy_info_of(ctx->analysis, call)->symbol;
    if (!routine)
        routine = xy_info_of(ctx->analysis, XY_AS(call, call)->callee)->symbol;
    if (!routine || !is_routine(routine))
        return NULL;
    xy_str name = named ? xy_token_name(ctx->source, XY_AS(named_argument, named)->name, ctx->arena) : (xy_str){0};
    xy_nodes args = XY_AS(call, call)->args;
    for (uint32_t i = 0; i < routine->param_count; i++)
        if (named ? xy_str_equal(routine->params[i]->name, name) : i < args.count && args.items[i] == arg)
            return routine->params[i];
    return NULL;
}

void xy_pass_record_argument(xy_context *ctx, xy_node *node)
{
    xy_rope rope = {0};
    if (!node->parent || !xy_record_is_untyped(ctx, node))
        return;
    const xy_symbol *param = xy_argument_parameter(ctx, node);
    if (param && param->mode == XY_MODE_IN && xy_record_typed(ctx, node, param->type, &rope))
        xy_edit_replace_expr(ctx->edits, node, XY_LAYER_WRAP, rope, XY_PREC_CAST, xy_rule_id(ctx->rule));
}

/* ---- INSERT … VALUES record, SET ROW = record ---- */

/* The record's fields as values: (r).* or r.* */
static void add_all_fields(xy_context *ctx, const xy_node *record, xy_rope *rope)
{
    if (xy_record_is_untyped(ctx, record) && add_fields_of(ctx, record, rope))
        return;
    if (xy_place_is_plain(ctx, record)) {
        xy_rope_build(ctx->edits, rope, record->kind == XY_NODE_NAME && XY_AS(name, record)->parts.count == 1 ? "%n.*" : "(%n).*", record);
        return;
    }
    xy_rope_text(ctx->edits, rope, "(");
    xy_place_read(ctx, record, rope);
    xy_rope_text(ctx->edits, rope, ").*");
}

void xy_pass_record_values(xy_context *ctx, xy_node *node)
{
    const xy_node *record = XY_AS(values, node)->row;
    xy_rope rope = {0};
    if (!record)
        return;
    xy_rope_text(ctx->edits, &rope, "(");
    add_all_fields(ctx, record, &rope);
    xy_rope_text(ctx->edits, &rope, ")");
    xy_edit_replace_node(ctx->edits, record, XY_LAYER_WRAP, rope, xy_rule_id(ctx->rule));
}

void xy_pass_record_row(xy_context *ctx, xy_node *node)
{
    const xy_set_item *item = XY_AS(set_item, node);
    if (item->row == XY_NO_TOKEN)
        return;
    const xy_update *update = node->parent && node->parent->kind == XY_NODE_UPDATE ? XY_AS(update, node->parent) : NULL;
    const xy_node *target = update && update->target->kind == XY_NODE_TABLE_NAME ? XY_AS(table_name, update->target)->name : NULL;
    const xy_symbol *table = target ? xy_info_of(ctx->analysis, target)->symbol : NULL;
    if (!table)
        table = target ? xy_catalog_find(ctx->catalog, (xy_str){0}, xy_ddl_last_part(ctx, target), true) : NULL;
    if (!table || !table->column_count || !table->columns_known) {
        xy_pass_flag(ctx, node, "set-row", NULL);
        return;
    }
    xy_rope rope = {0};
    xy_rope_text(ctx->edits, &rope, "(");
    for (uint32_t i = 0; i < table->column_count; i++)
        xy_rope_build(ctx->edits, &rope, "%s%S", i ? ", " : "", xy_pass_target_name(ctx, table->columns[i]->name));
    xy_rope_text(ctx->edits, &rope, ") = (SELECT ");
    add_all_fields(ctx, item->value, &rope);
    xy_rope_text(ctx->edits, &rope, ")");
    xy_edit_replace_node(ctx->edits, node, XY_LAYER_OWN, rope, xy_rule_id(ctx->rule));
}
