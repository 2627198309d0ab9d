/* Calls of routines: procedures by CALL (`plsql-call`), functions without parentheses (`plsql-parentheses`), functions with OUT parameters
 * (`plsql-out-function`), arguments that must have the parameter's type (trap F08, F25).
 *
 * An OUT argument must be a variable of the target: what is none there (an element, a packaged variable) goes through a temporary one. */
#include "pass/call.h"
#include "pass/convert.h"
#include "pass/fragment.h"
#include "pass/place.h"
#include "pass/routine.h"
#include "pass/sql_function.h"
#include "pass/undo.h"

#include "syntax/keyword.h"
#include <string.h>

enum { MAX_PARAMS = 256 };

/* ---- the call and its arguments ---- */

typedef struct call {
    xy_context *ctx;
    const xy_node *node;   /* Call or Name */
    const xy_node *callee; /* Name or Field */
    xy_nodes args;
    const xy_symbol *routine; /* or null */
    xy_str name;              /* on the target, when it differs; else empty */
    xy_str extra;             /* arguments before the author's; may be empty */
    bool by_call;             /* a function that is a procedure on the target */
    const xy_rescue *rescue;  /* where its error goes when it returns one (undo.h), or null */
} call;

static call look_at(xy_context *ctx, const xy_node *node)
{
    call c = {.ctx = ctx, .node = node, .callee = node};
    if (node->kind == XY_NODE_CALL) {
        c.callee = XY_AS(call, node)->callee;
        c.args = XY_AS(call, node)->args;
    }
    const xy_symbol *symbol = xy_info_of(ctx->analysis, c.callee)->symbol;
    if (!symbol)
        symbol = xy_info_of(ctx->analysis, node)->symbol;
    bool routine = symbol && (symbol->kind == XY_SYM_PROCEDURE || symbol->kind == XY_SYM_FUNCTION);
    c.routine = routine && symbol->param_count <= MAX_PARAMS ? symbol : NULL;
    if (c.routine && c.routine->nested)
        xy_nested_call(ctx, node, c.routine, &c.name, &c.extra, &c.by_call);
    c.rescue = c.routine ? xy_undo_kept_call(ctx, node) : NULL;
    if (c.rescue) {
        c.name = xy_routine_kept_name(ctx, c.routine, c.callee);
        c.extra = xy_str_format(ctx->arena, "%.*s, %.*s", XY_STR_ARG(c.rescue->state), XY_STR_ARG(c.rescue->message));
        c.by_call = c.routine->kind == XY_SYM_FUNCTION;
    }
    return c;
}

static bool is_named(const xy_node *arg)
{
    return arg->kind == XY_NODE_NAMED_ARGUMENT;
}

static const xy_node *value_of(const xy_node *arg)
{
    return is_named(arg) ? XY_AS(named_argument, arg)->value : arg;
}

/* Index of the parameter that takes argument i, or -1. */
static int param_of(const call *c, uint32_t i)
{
    const xy_node *arg = c->args.items[i];
    if (!c->routine)
        return -1;
    if (!is_named(arg))
        return i < c->routine->param_count ? (int)i : -1;
    xy_str name = xy_token_name(c->ctx->source, XY_AS(named_argument, arg)->name, c->ctx->arena);
    for (uint32_t p = 0; p < c->routine->param_count; p++)
        if (xy_str_equal(c->routine->params[p]->name, name))
            return (int)p;
    return -1;
}

static const xy_symbol *param(const call *c, uint32_t i)
{
    int p = param_of(c, i);
    return p < 0 ? NULL : c->routine->params[p];
}

static bool is_given(const call *c, uint32_t p)
{
    for (uint32_t i = 0; i < c->args.count; i++)
        if (param_of(c, i) == (int)p)
            return true;
    return false;
}

/* ---- arguments ---- */

static xy_str plain_type(xy_context *ctx, const xy_type *type)
{
    xy_type plain = *type;
    plain.precision = -1;
    plain.scale = INT32_MIN;
    return xy_pass_target_type(ctx, &plain);
}

static bool is_local(const xy_symbol *symbol)
{
    bool variable = symbol && (symbol->kind == XY_SYM_VARIABLE || symbol->kind == XY_SYM_PARAMETER);
    return variable && !(symbol->owner && symbol->owner->kind == XY_SYM_PACKAGE);
}

/* Can the target write into the argument itself? A local variable, or a field of a local record. */
static bool is_plain_target(xy_context *ctx, const xy_node *arg)
{
    if (arg->kind != XY_NODE_NAME)
        return false;
    const xy_symbol *symbol = xy_info_of(ctx->analysis, arg)->symbol;
    const xy_name *name = XY_AS(name, arg);
    if (is_local(symbol))
        return true;
    if (!symbol || symbol->kind != XY_SYM_FIELD || name->parts.count != 2)
        return false;
    xy_str first = xy_token_name(ctx->source, name->parts.items[0], ctx->arena);
    return is_local(xy_sema_lookup(ctx->analysis, arg, &first, 1));
}

/* The target passes IN OUT arguments only when the types are the same. */
static bool same_type(xy_context *ctx, const xy_type *a, const xy_type *b)
{
    if (!a || !b || a->family == XY_FAMILY_UNKNOWN || b->family == XY_FAMILY_UNKNOWN)
        return true;
    return xy_str_equal(plain_type(ctx, a), plain_type(ctx, b));
}

/* A date where the argument is text, or the other way round, comes out in the session's format. */
static void check_format(const call *c, const xy_symbol *p, const xy_node *arg)
{
    const xy_type *type = xy_info_of(c->ctx->analysis, arg)->type;
    if (p->type && type && xy_convert_by_session(c->ctx, p->type->family, type->family))
        xy_pass_flag(c->ctx, arg, "session-format", "text", xy_pass_node_text(c->ctx, arg), NULL);
}

/* What the formal parameter of type `from` gives, as Oracle converts it to the type of the argument. */
static xy_str given_back(xy_context *ctx, const xy_type *from, const xy_node *arg, xy_str value)
{
    const xy_type *to = xy_info_of(ctx->analysis, arg)->type;
    const char *function = NULL;
    if (!from || !to)
        return value;
    if (xy_is_char_family(to->family) && !xy_is_char_family(from->family))
        function = from->family == XY_FAMILY_DATE        ? "date_to_text"
                   : from->family == XY_FAMILY_TIMESTAMP ? "timestamp_to_text"
                   : from->family == XY_FAMILY_NUMBER    ? "num_to_text"
                   : xy_is_number_family(from->family)   ? "to_text"
                                                         : NULL;
    else if (from->family == XY_FAMILY_CHAR && to->family == XY_FAMILY_VARCHAR)
        function = "char_to_text"; /* with its blanks */
    else if (xy_is_char_family(from->family))
        function = xy_is_number_family(to->family) ? "to_number" : to->family == XY_FAMILY_DATE ? "to_date" : NULL;
    return function ? xy_str_format(ctx->arena, "%s(%.*s)", xy_pass_runtime(ctx, function), XY_STR_ARG(value)) : value;
}

static bool needs_temp(const call *c, const xy_symbol *p, const xy_node *arg)
{
    if (p->mode == XY_MODE_IN || !p->type || p->type->family == XY_FAMILY_UNKNOWN)
        return false;
    if (c->rescue || !is_plain_target(c->ctx, arg)) /* a routine that returns its error has not changed the variable */
        return true;
    return !same_type(c->ctx, p->type, xy_info_of(c->ctx->analysis, arg)->type);
}

static xy_str temp_for(const call *c, const xy_symbol *p)
{
    xy_str stem = xy_str_format(c->ctx->arena, "xy_%.*s", XY_STR_ARG(xy_str_lower(c->ctx->arena, p->name)));
    return xy_plpgsql_temp(c->ctx, c->node, stem.data, NULL, plain_type(c->ctx, p->type).data);
}

static xy_rope copy_in(const call *c, xy_str temp, const xy_type *type, const xy_node *arg)
{
    xy_rope line = {0};
    xy_rope value = {0};
    xy_rope_build(c->ctx->edits, &line, "%S := ", temp);
    if (!xy_convert_to_family(c->ctx, &value, arg, type->family))
        xy_rope_node(c->ctx->edits, &value, arg);
    xy_rope_build(c->ctx->edits, &value, ";");
    xy_place_append(c->ctx, &line, &value);
    return line;
}

/* A NUMBER for an integer parameter is rounded as in Oracle; the target would not find the routine. */
static void cast_argument(const call *c, const xy_symbol *p, const xy_node *arg)
{
    const xy_info *info = xy_info_of(c->ctx->analysis, arg);
    bool number = info->type && (info->type->family == XY_FAMILY_NUMBER || info->type->family == XY_FAMILY_FLOAT);
    if (p->mode != XY_MODE_IN || !p->type || p->type->family != XY_FAMILY_INTEGER || !number || info->integral || info->convert_to)
        return;
    xy_rope rope = {0};
    xy_rope_build(c->ctx->edits, &rope, "%o::%S", arg, XY_PREC_CAST, plain_type(c->ctx, p->type));
    xy_edit_replace_expr(c->ctx->edits, arg, XY_LAYER_WRAP, rope, XY_PREC_CAST, xy_rule_id(c->ctx->rule));
}

/* The argument stands in another text (its copy into a temporary), so the edit takes the token before it along. */
static void put_temp(const call *c, const xy_node *arg, xy_str temp)
{
    uint32_t before = xy_token_previous(c->ctx->source, arg->first);
    bool paren = c->ctx->source->tokens[before].kind == XY_TOKEN_LPAREN;
    xy_rope rope = {0};
    xy_rope_build(c->ctx->edits, &rope, "%t%s%S", before, paren ? "" : " ", temp);
    xy_edit_replace(c->ctx->edits, before, arg->last, XY_LAYER_OWN, rope, xy_rule_id(c->ctx->rule));
}

/* ", p_day => 'monday'" for parameters that are left out and whose default the routine could not keep. */
static xy_str moved_defaults(const call *c)
{
    xy_buffer out;
    xy_buffer_init(&out, c->ctx->arena);
    for (uint32_t p = 0; c->routine && p < c->routine->param_count; p++) {
        const xy_symbol *symbol = c->routine->params[p];
        xy_str text;
        if (is_given(c, p) || !xy_routine_drops_default(c->routine, p))
            continue;
        if (!xy_pass_translate_default(c->ctx, symbol->default_text, symbol, symbol->type, &text)) {
            xy_pass_flag(c->ctx, c->node, "default", NULL);
            text = symbol->default_text;
        }
        xy_buffer_format(&out, "%s%.*s => %.*s", out.length ? ", " : "", XY_STR_ARG(xy_pass_target_name(c->ctx, symbol->name)), XY_STR_ARG(text));
    }
    return xy_buffer_str(&out);
}

static xy_str join(xy_context *ctx, xy_str a, xy_str b)
{
    return a.length == 0 ? b : b.length == 0 ? a : xy_str_format(ctx->arena, "%.*s, %.*s", XY_STR_ARG(a), XY_STR_ARG(b));
}

/* ---- edits in place ---- */

static void edit_name(const call *c)
{
    xy_rope rope = {0};
    if (c->name.length == 0 || c->callee == c->node) /* without parentheses: edit_list */
        return;
    xy_rope_str(c->ctx->edits, &rope, c->name);
    xy_edit_replace_node(c->ctx->edits, c->callee, XY_LAYER_WRAP, rope, xy_rule_id(c->ctx->rule));
}

/* Adds the arguments that the author did not write, and parentheses where there are none. */
static void edit_list(const call *c)
{
    const char *rule = xy_rule_id(c->ctx->rule);
    xy_str moved = moved_defaults(c);
    xy_rope rope = {0};
    if (c->node->kind != XY_NODE_CALL) {
        bool packaged = c->routine && c->routine->owner && c->routine->owner->kind == XY_SYM_PACKAGE && !c->routine->nested;
        if (c->name.length > 0 || packaged)
            xy_rope_str(c->ctx->edits, &rope, c->name.length > 0 ? c->name : xy_pass_symbol_name(c->ctx, c->routine));
        else
            xy_rope_node(c->ctx->edits, &rope, c->node);
        xy_rope_build(c->ctx->edits, &rope, "(%S)", join(c->ctx, c->extra, moved));
        xy_edit_replace_expr(c->ctx->edits, c->node, XY_LAYER_OWN, rope, XY_PREC_PRIMARY, rule);
        return;
    }
    if (c->args.count == 0) {
        xy_rope_str(c->ctx->edits, &rope, join(c->ctx, c->extra, moved));
        xy_edit_insert(c->ctx->edits, xy_token_next(c->ctx->source, c->callee->last - 1), XY_AFTER, rope, rule);
        return;
    }
    /* at the parentheses: what stands at an argument goes with it into a temporary */
    if (c->extra.length > 0) {
        xy_rope_build(c->ctx->edits, &rope, "%S, ", c->extra);
        xy_edit_insert(c->ctx->edits, xy_token_previous(c->ctx->source, c->args.items[0]->first), XY_AFTER, rope, rule);
    }
    if (moved.length > 0) {
        xy_rope tail = {0};
        xy_rope_build(c->ctx->edits, &tail, ", %S", moved);
        xy_edit_insert(c->ctx->edits, xy_token_next(c->ctx->source, c->args.items[c->args.count - 1]->last - 1), XY_BEFORE, tail, rule);
    }
}

/* An error that the routine returns leaves the body before anything else is done. */
static void add_check(const call *c, xy_rope *line)
{
    xy_rope_build(c->ctx->edits, line, "IF %S IS NOT NULL THEN\n  ", c->rescue->state);
    if (c->rescue->label.length)
        xy_rope_build(c->ctx->edits, line, "EXIT %S;\nEND IF;", c->rescue->label);
    else
        xy_rope_text(c->ctx->edits, line, "RETURN;\nEND IF;");
}

static void edit_arguments(const call *c)
{
    for (uint32_t i = 0; i < c->args.count; i++) {
        const xy_symbol *p = param(c, i);
        const xy_node *arg = value_of(c->args.items[i]);
        if (!p)
            continue;
        if (!needs_temp(c, p, arg)) {
            cast_argument(c, p, arg);
            continue;
        }
        xy_str temp = temp_for(c, p);
        xy_rope line = {0};
        check_format(c, p, arg);
        if (p->mode == XY_MODE_INOUT)
            xy_plpgsql_before(c->ctx, c->node, copy_in(c, temp, p->type, arg));
        put_temp(c, arg, temp);
        xy_assign_text(c->ctx, arg, given_back(c->ctx, p->type, arg, temp), &line);
        xy_plpgsql_after(c->ctx, c->node, XY_AFTER_COPY, line);
    }
}

/* ---- CALL ---- */

static bool is_raise_application_error(const call *c)
{
    if (c->callee->kind != XY_NODE_NAME)
        return false;
    const xy_token_list *parts = &XY_AS(name, c->callee)->parts;
    return xy_plpgsql_word_is(c->ctx, parts->items[parts->count - 1], "RAISE_APPLICATION_ERROR");
}

/* Routines that end transactions work only where nothing around them is one transaction. */
static void check_transaction(const call *c)
{
    const xy_body *body = xy_plpgsql_body(c->ctx, c->node);
    bool ends = c->routine && (c->routine->effects & (XY_EFFECT_COMMITS | XY_EFFECT_ROLLS_BACK)) && !(c->routine->effects & XY_EFFECT_AUTONOMOUS);
    if (ends && body && (body->kind == XY_BODY_FUNCTION || body->kind == XY_BODY_TRIGGER))
        xy_pass_flag(c->ctx, c->node, "ends-transaction", NULL);
}

static void remember_builtin(xy_context *ctx, const xy_node *node)
{
    xy_vec_push(ctx->arena, &xy_plpgsql_state(ctx)->builtin_calls, node);
}

void xy_pass_call(xy_context *ctx, xy_node *node)
{
    const xy_node *target = XY_AS(procedure_call, node)->call;
    const xy_info *info = xy_info_of(ctx->analysis, target);
    call c = look_at(ctx, target);
    const xy_info *callee = xy_info_of(ctx->analysis, c.callee);
    if (info->is_method || callee->is_method || is_raise_application_error(&c) || !xy_plpgsql_body(ctx, node))
        return;
    if (callee->symbol && callee->symbol->kind == XY_SYM_BUILTIN) {
        remember_builtin(ctx, node);
        return;
    }
    if (c.routine && c.routine->owner && c.routine->owner->kind == XY_SYM_TYPE)
        return; /* methods: object_type.c */
    if (!c.routine)
        xy_pass_flag(ctx, target, "unknown-procedure", "name", xy_pass_node_text(ctx, c.callee), NULL);
    const xy_node *block = xy_plpgsql_block(node);
    xy_str word = xy_edit_case(ctx->edits, block && XY_AS(block, block)->begin != XY_NO_TOKEN ? XY_AS(block, block)->begin : target->first, XY_STR("CALL "));
    xy_rope rope = {0}; /* part of the call, so that lines before the statement come before it */
    xy_rope_build(ctx->edits, &rope, "%S%n", word, target);
    xy_edit_replace_node(ctx->edits, target, XY_LAYER_WRAP, rope, xy_rule_id(ctx->rule));
    edit_name(&c);
    edit_list(&c);
    if (c.rescue) {
        xy_rope check = {0};
        add_check(&c, &check);
        xy_plpgsql_after(ctx, node, XY_AFTER_COUNT, check);
    }
    edit_arguments(&c);
    check_transaction(&c);
}

/* Calls of Oracle's packages that no rule has translated. */
void xy_pass_call_finish(xy_context *ctx)
{
    const xy_plpgsql *state = xy_plpgsql_state(ctx);
    for (uint32_t i = 0; i < state->builtin_calls.count; i++) {
        const xy_node *node = state->builtin_calls.items[i], *target = XY_AS(procedure_call, node)->call;
        const xy_node *callee = target->kind == XY_NODE_CALL ? XY_AS(call, target)->callee : target;
        bool translated = xy_edits_replaces(ctx->edits, node->first, node->last) || xy_edits_replaces(ctx->edits, target->first, target->last);
        uint32_t semicolon = xy_plpgsql_semicolon(ctx, node);
        translated |= semicolon != XY_NO_TOKEN && xy_edits_replaces(ctx->edits, node->first, semicolon + 1);
        if (!translated && !xy_edits_any_in(ctx->edits, callee->first, callee->last))
            xy_pass_flag(ctx, callee, "builtin-procedure", "name", xy_pass_node_text(ctx, callee), NULL);
    }
}

/* ---- functions ---- */

/* In SQL another function may stand for the routine. */
static void name_for_sql(call *c)
{
    if (c->name.length == 0)
        c->name = xy_sql_function_name(c->ctx, c->node, c->routine);
}

static bool is_callee(const xy_node *node)
{
    return node->parent && node->parent->kind == XY_NODE_CALL && XY_AS(call, node->parent)->callee == node;
}

void xy_pass_parentheses(xy_context *ctx, xy_node *node)
{
    const xy_info *info = xy_info_of(ctx->analysis, node);
    if (!info->is_call || is_callee(node) || (node->parent && node->parent->kind == XY_NODE_PROCEDURE_CALL))
        return;
    call c = look_at(ctx, node);
    if (!c.routine || c.by_call || xy_call_form_of(c.routine) != XY_CALL_FUNCTION || (c.routine->owner && c.routine->owner->kind == XY_SYM_TYPE))
        return;
    name_for_sql(&c);
    edit_name(&c);
    edit_list(&c);
}

/* Adds the target of OUT parameter p: the argument, or a temporary variable and a line that copies it behind. */
static void add_target(const call *c, xy_rope *list, xy_rope *copies, const xy_symbol *p, const xy_node *arg)
{
    xy_context *ctx = c->ctx;
    xy_rope_text(ctx->edits, list, list->count ? ", " : "");
    if (arg && is_plain_target(ctx, arg) && same_type(ctx, p->type, xy_info_of(ctx->analysis, arg)->type)) {
        xy_rope_node(ctx->edits, list, arg);
        return;
    }
    xy_str temp = temp_for(c, p);
    xy_rope_str(ctx->edits, list, temp);
    if (arg) {
        check_format(c, p, arg);
        xy_rope_text(ctx->edits, copies, "\n");
        xy_assign_text(ctx, arg, given_back(ctx, p->type, arg, temp), copies);
    }
}

static const xy_node *argument_for(const call *c, uint32_t p)
{
    for (uint32_t i = 0; i < c->args.count; i++)
        if (param_of(c, i) == (int)p)
            return value_of(c->args.items[i]);
    return NULL;
}

/* A record can't be one of several targets of INTO. */
static bool gives_record(const call *c)
{
    const xy_type *result = c->routine->type;
    for (uint32_t p = 0; p < c->routine->param_count; p++)
        if (c->routine->params[p]->mode != XY_MODE_IN && c->routine->params[p]->type && xy_form_of(c->ctx, c->routine->params[p]->type) == XY_FORM_RECORD)
            return true;
    return result && xy_form_of(c->ctx, result) == XY_FORM_RECORD;
}

/* The targets by way of one record that holds them all: `r := xy_out.r;`, `result := xy_out.xy_result;` behind. */
static void targets_by_row(const call *c, xy_str result, xy_rope *targets, xy_rope *copies)
{
    xy_context *ctx = c->ctx;
    xy_str row = xy_plpgsql_temp(ctx, c->node, "xy_out", NULL, "record");
    xy_rope_str(ctx->edits, targets, row);
    for (uint32_t p = 0; p < c->routine->param_count; p++) {
        const xy_symbol *param = c->routine->params[p];
        const xy_node *arg = param->mode != XY_MODE_IN ? argument_for(c, p) : NULL;
        xy_str field = xy_str_format(ctx->arena, "%.*s.%.*s", XY_STR_ARG(row), XY_STR_ARG(xy_pass_target_name(ctx, param->name)));
        if (!arg)
            continue;
        check_format(c, param, arg);
        field = given_back(ctx, param->type, arg, field);
        xy_rope_text(ctx->edits, copies, "\n");
        if (is_plain_target(ctx, arg))
            xy_rope_build(ctx->edits, copies, "%n := %S;", arg, field);
        else
            xy_assign_text(ctx, arg, field, copies);
    }
    xy_rope_build(ctx->edits, copies, "\n%S := %S.xy_result;", result, row);
}

/* SELECT * INTO targets, result FROM f(in arguments); */
static xy_rope select_line(const call *c, xy_str result, xy_rope *copies)
{
    xy_context *ctx = c->ctx;
    xy_rope line = {0}, targets = {0}, args = {0};
    bool by_row = gives_record(c);
    if (by_row)
        targets_by_row(c, result, &targets, copies);
    for (uint32_t p = 0; p < c->routine->param_count && !by_row; p++)
        if (c->routine->params[p]->mode != XY_MODE_IN)
            add_target(c, &targets, copies, c->routine->params[p], argument_for(c, p));
    xy_str first = c->extra, last = moved_defaults(c);
    bool any = first.length > 0;
    xy_rope_str(ctx->edits, &args, first);
    for (uint32_t i = 0; i < c->args.count; i++) {
        const xy_symbol *p = param(c, i);
        if (p && p->mode == XY_MODE_OUT)
            continue;
        xy_rope_text(ctx->edits, &args, any ? ", " : "");
        xy_rope_node(ctx->edits, &args, c->args.items[i]);
        any = true;
        if (p)
            cast_argument(c, p, value_of(c->args.items[i]));
    }
    if (last.length)
        xy_rope_build(ctx->edits, &args, "%s%S", any ? ", " : "", last);
    xy_rope_text(ctx->edits, &line, "SELECT * INTO ");
    xy_plpgsql_append(ctx, &line, &targets);
    if (!by_row)
        xy_rope_build(ctx->edits, &line, ", %S", result);
    xy_rope_text(ctx->edits, &line, " FROM ");
    if (c->name.length)
        xy_rope_str(ctx->edits, &line, c->name);
    else
        xy_rope_node(ctx->edits, &line, c->callee);
    xy_rope_text(ctx->edits, &line, "(");
    xy_plpgsql_append(ctx, &line, &args);
    xy_rope_text(ctx->edits, &line, ")");
    return line;
}

/* CALL f(extra, arguments, result); for a nested function that changes variables around it. */
static xy_rope call_line(const call *c, xy_str result)
{
    xy_context *ctx = c->ctx;
    xy_rope line = {0};
    bool named = c->args.count > 0 && is_named(c->args.items[c->args.count - 1]), first = c->extra.length == 0;
    xy_rope_build(ctx->edits, &line, "CALL %S(%S", c->name, c->extra);
    if (c->rescue)
        xy_rope_build(ctx->edits, &line, ", %S", result);
    for (uint32_t i = 0; i < c->args.count; i++) {
        const xy_symbol *p = param(c, i);
        xy_rope_text(ctx->edits, &line, first ? "" : ", ");
        xy_rope_node(ctx->edits, &line, c->args.items[i]);
        first = false;
        if (p && needs_temp(c, p, value_of(c->args.items[i])))
            xy_pass_flag(ctx, c->node, "out-argument", NULL);
        else if (p)
            cast_argument(c, p, value_of(c->args.items[i]));
    }
    if (c->rescue)
        xy_rope_text(ctx->edits, &line, ")");
    else
        xy_rope_build(ctx->edits, &line, "%s%s%S)", first ? "" : ", ", named ? "xy_result => " : "", result);
    return line;
}

/* `v := f(a, b)` as a statement of its own, when v takes the result directly. */
static const xy_node *whole_assignment(xy_context *ctx, const call *c)
{
    const xy_node *parent = c->node->parent;
    bool whole = parent && parent->kind == XY_NODE_ASSIGN && XY_AS(assign, parent)->value == c->node;
    return whole && !c->by_call && is_plain_target(ctx, XY_AS(assign, parent)->target) && !xy_info_of(ctx->analysis, c->node)->convert_to ? parent : NULL;
}

static void replace_assignment(const call *c, const xy_node *assign)
{
    xy_context *ctx = c->ctx;
    xy_rope copies = {0}, target = {0};
    xy_rope_node(ctx->edits, &target, XY_AS(assign, assign)->target);
    xy_rope line = select_line(c, xy_edits_render_node(ctx->edits, XY_AS(assign, assign)->target), &copies);
    xy_edit_replace(ctx->edits, assign->first, c->node->last, XY_LAYER_OWN, line, xy_rule_id(ctx->rule));
    if (copies.count)
        xy_plpgsql_after(ctx, assign, XY_AFTER_COPY, copies);
}

typedef struct tally {
    xy_context *ctx;
    unsigned count;
} tally;

/* Calls of functions that become statements. */
static bool count_out_functions(xy_node *node, void *data)
{
    tally *t = data;
    const xy_info *info = xy_info_of(t->ctx->analysis, node);
    if (!is_callee(node) && (node->kind == XY_NODE_CALL || (node->kind == XY_NODE_NAME && info->is_call))) {
        call c = look_at(t->ctx, node);
        t->count += c.routine && c.routine->kind == XY_SYM_FUNCTION && (c.by_call || xy_call_form_of(c.routine) == XY_CALL_FUNCTION_WITH_OUT);
    }
    return xy_node_each_child(node, count_out_functions, data);
}

/* The WHILE loop that can become LOOP, the call, EXIT WHEN the condition does not hold; null: there is none, or it holds other such calls. */
static const xy_node *loop_to_open(xy_context *ctx, const xy_node *node)
{
    const xy_node *loop = xy_plpgsql_while(ctx, node);
    tally t = {ctx, 0};
    if (!loop || !XY_AS(while_loop, loop)->stmts.count)
        return NULL;
    count_out_functions(XY_AS(while_loop, loop)->condition, &t);
    return t.count == 1 ? loop : NULL;
}

static void open_loop(xy_context *ctx, const xy_node *node, xy_rope line)
{
    const xy_while_loop *loop = XY_AS(while_loop, node);
    xy_rope_build(ctx->edits, &line, "\nEXIT WHEN (%n) IS NOT TRUE;", loop->condition);
    xy_plpgsql_before(ctx, loop->stmts.items[0], line);
    xy_edit_replace(ctx->edits, node->first, loop->loop, XY_LAYER_OWN, (xy_rope){0}, xy_rule_id(ctx->rule));
}

/* The ELSIF that can become ELSE, the call, IF …; null: there is none, or its condition holds other such calls. */
static const xy_node *branch_to_nest(xy_context *ctx, const xy_node *node)
{
    const xy_node *branch = xy_plpgsql_elsif(ctx, node);
    tally t = {ctx, 0};
    if (!branch)
        return NULL;
    count_out_functions(XY_AS(if_branch, branch)->condition, &t);
    return t.count == 1 ? branch : NULL;
}

static void nest_branch(xy_context *ctx, const xy_node *branch, xy_rope line)
{
    const char *rule = xy_rule_id(ctx->rule);
    const xy_node *whole = branch->parent;
    uint32_t keyword = XY_AS(if_branch, branch)->keyword, end = xy_token_previous(ctx->source, xy_plpgsql_semicolon(ctx, whole));
    xy_str indent = xy_plpgsql_indent(ctx, whole);
    xy_rope rope = {0}, tail = {0};
    xy_rope_build(ctx->edits, &rope, "%S\n%S  ", xy_edit_case(ctx->edits, keyword, XY_STR("ELSE")), indent);
    xy_plpgsql_append(ctx, &rope, &line);
    xy_rope_build(ctx->edits, &rope, "\n%S  %S", indent, xy_edit_case(ctx->edits, keyword, XY_STR("IF")));
    xy_edit_replace(ctx->edits, keyword, keyword + 1, XY_LAYER_OWN, rope, rule);
    xy_rope_build(ctx->edits, &tail, "%S\n%S", xy_edit_case(ctx->edits, keyword, XY_STR("END IF;")), indent);
    xy_edit_insert(ctx->edits, xy_token_previous(ctx->source, end), XY_BEFORE, tail, rule);
}

void xy_pass_out_function(xy_context *ctx, xy_node *node)
{
    const xy_info *info = xy_info_of(ctx->analysis, node);
    if (is_callee(node) || (node->kind == XY_NODE_NAME && !info->is_call) || (node->parent && node->parent->kind == XY_NODE_PROCEDURE_CALL))
        return;
    call c = look_at(ctx, node);
    if (!c.routine || c.routine->kind != XY_SYM_FUNCTION)
        return;
    if (!c.by_call && xy_call_form_of(c.routine) != XY_CALL_FUNCTION_WITH_OUT) {
        if (node->kind == XY_NODE_CALL && !info->is_element && !info->is_method) {
            name_for_sql(&c);
            edit_name(&c);
            if (c.extra.length || moved_defaults(&c).length)
                edit_list(&c);
            edit_arguments(&c);
        }
        return;
    }
    const xy_node *loop = loop_to_open(ctx, node), *branch = branch_to_nest(ctx, node);
    if (!loop && !branch && !xy_plpgsql_is_unconditional(ctx, node)) {
        xy_pass_flag(ctx, node, "out-function", NULL);
        return;
    }
    const xy_node *assign = whole_assignment(ctx, &c);
    if (assign) {
        replace_assignment(&c, assign);
        return;
    }
    xy_rope copies = {0}, rope = {0};
    xy_str type = c.routine->type ? plain_type(ctx, c.routine->type) : (xy_str){0};
    xy_str result = xy_plpgsql_temp(ctx, node, "xy_value", NULL, type.length ? type.data : "text");
    xy_rope line = c.by_call ? call_line(&c, result) : select_line(&c, result, &copies);
    xy_rope_text(ctx->edits, &line, ";");
    if (c.rescue) {
        xy_rope_text(ctx->edits, &line, "\n");
        add_check(&c, &line);
    }
    xy_plpgsql_append(ctx, &line, &copies);
    xy_rope_str(ctx->edits, &rope, result);
    xy_edit_replace_node(ctx->edits, node, XY_LAYER_OWN, rope, xy_rule_id(ctx->rule));
    if (loop)
        open_loop(ctx, loop, line);
    else if (branch)
        nest_branch(ctx, branch, line);
    else
        xy_plpgsql_before(ctx, node, line);
}
