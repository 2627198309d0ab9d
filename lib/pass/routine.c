/* Routines: the pass `plsql-routine` for CREATE PROCEDURE and CREATE FUNCTION, and the translation of one Routine node in place, which packages,
 * object types and nested subprograms use too.
 *
 * The header keeps the author's layout: modes, defaults and clauses are changed where they stand. The body is quoted by flush.c. */
#include "pass/routine.h"
#include "pass/ddl.h"
#include "pass/fragment.h"
#include "pass/plpgsql_state.h"
#include "pass/sql_function.h"
#include "pass/undo.h"

#include "syntax/keyword.h"
#include <string.h>

static const char result_name[] = "xy_result";

/* ---- facts about routines, for headers and calls alike ---- */

static bool is_out(const xy_symbol *param)
{
    return param->mode != XY_MODE_IN;
}

xy_call_form xy_call_form_of(const xy_symbol *routine)
{
    if (routine->kind == XY_SYM_PROCEDURE)
        return XY_CALL_PROCEDURE;
    for (uint32_t i = 0; i < routine->param_count; i++)
        if (is_out(routine->params[i]))
            return XY_CALL_FUNCTION_WITH_OUT;
    return XY_CALL_FUNCTION;
}

/* The target wants a default for every input parameter (of a procedure: for every parameter) that follows one with a default. */
bool xy_routine_drops_default(const xy_symbol *routine, uint32_t index)
{
    bool procedure = routine->kind == XY_SYM_PROCEDURE;
    for (uint32_t i = index + 1; i < routine->param_count; i++) {
        const xy_symbol *param = routine->params[i];
        if (!param->has_default && (procedure || param->mode != XY_MODE_OUT))
            return routine->params[index]->has_default;
    }
    return false;
}

/* Has the target OUT parameters for this kind of routine? If not, INOUT stands for them. */
bool xy_routine_has_out(const xy_context *ctx, const xy_symbol *routine)
{
    return routine->kind != XY_SYM_PROCEDURE || xy_target_has(ctx->target, "procedure_out");
}

xy_str xy_routine_result_name(void)
{
    return XY_STR(result_name);
}

/* ---- parameters ---- */

static const char *cased(xy_context *ctx, uint32_t model, const char *text)
{
    xy_str out = xy_edit_case(ctx->edits, model, xy_str_from(text));
    return xy_arena_copy(ctx->arena, out.data, out.length);
}

static void translate_mode(xy_context *ctx, const xy_parameter *param, bool out_is_inout)
{
    const char *rule = xy_rule_id(ctx->rule);
    if (param->in != XY_NO_TOKEN && param->out != XY_NO_TOKEN) {
        xy_rope rope = {0};
        xy_rope_text(ctx->edits, &rope, cased(ctx, param->out, "INOUT"));
        xy_edit_replace(ctx->edits, param->in, param->out + 1, XY_LAYER_OWN, rope, rule);
    } else if (param->out != XY_NO_TOKEN && out_is_inout) {
        xy_edit_token(ctx->edits, param->out, cased(ctx, param->out, "INOUT"), rule);
    }
    if (param->nocopy != XY_NO_TOKEN)
        xy_edit_delete(ctx->edits, param->nocopy, param->nocopy + 1, rule);
}

static void translate_default(xy_context *ctx, const xy_parameter *param, const xy_symbol *symbol, bool dropped)
{
    const char *rule = xy_rule_id(ctx->rule);
    if (param->assign == XY_NO_TOKEN) {
        xy_str text;
        if (dropped || !symbol || !symbol->has_default || symbol->mode == XY_MODE_OUT)
            return;
        /* declared with its default elsewhere, in the package specification */
        if (!xy_pass_translate_default(ctx, symbol->default_text, symbol, symbol->type, &text))
            text = symbol->default_text;
        xy_edit_insert_text(ctx->edits, param->node.last - 1, XY_AFTER, xy_str_format(ctx->arena, " DEFAULT %.*s", XY_STR_ARG(text)).data, rule);
    } else if (dropped) {
        xy_edit_delete(ctx->edits, param->assign, param->default_->last, rule);
    } else if (ctx->source->tokens[param->assign].kind == XY_TOKEN_ASSIGN) {
        xy_edit_token(ctx->edits, param->assign, "DEFAULT", rule);
    }
}

static void translate_params(xy_context *ctx, const xy_routine *routine, const xy_symbol *symbol)
{
    bool inout = routine->kind == XY_ROUTINE_KIND_PROCEDURE && !xy_target_has(ctx->target, "procedure_out");
    for (uint32_t i = 0; i < routine->params.count; i++) {
        const xy_parameter *param = XY_AS(parameter, routine->params.items[i]);
        const xy_symbol *known = symbol && i < symbol->param_count ? symbol->params[i] : NULL;
        bool dropped = known && xy_routine_drops_default(symbol, i);
        translate_mode(ctx, param, inout);
        translate_default(ctx, param, known, dropped);
        if (dropped)
            xy_pass_flag(ctx, &param->node, "default-moved", "name",
                         xy_arena_copy(ctx->arena, xy_token_text(ctx->source, param->name).data, xy_token_text(ctx->source, param->name).length), NULL);
    }
}

/* Parameters before and after the author's; parentheses where there were none. */
static void add_params(xy_context *ctx, const xy_routine *routine, xy_str before, xy_str after)
{
    const char *rule = xy_rule_id(ctx->rule);
    xy_rope rope = {0};
    bool both = before.length > 0 && after.length > 0;
    if (routine->params.count == 0) {
        uint32_t next = xy_token_next(ctx->source, routine->name->last - 1);
        xy_rope_build(ctx->edits, &rope, "%S%s%S", before, both ? ", " : "", after);
        if (next != XY_NO_TOKEN && ctx->source->tokens[next].kind == XY_TOKEN_LPAREN) {
            xy_edit_insert(ctx->edits, next, XY_AFTER, rope, rule);
            return;
        }
        xy_rope parens = {0};
        xy_rope_build(ctx->edits, &parens, "(%S%s%S)", before, both ? ", " : "", after);
        xy_edit_insert(ctx->edits, routine->name->last - 1, XY_AFTER, parens, rule);
        return;
    }
    /* inside the parentheses, but no part of the author's parameters: those may be written a second time */
    uint32_t open = xy_token_previous(ctx->source, routine->params.items[0]->first);
    uint32_t close = xy_token_next(ctx->source, routine->params.items[routine->params.count - 1]->last - 1);
    if (before.length > 0) {
        xy_rope_build(ctx->edits, &rope, "%S, ", before);
        xy_edit_insert(ctx->edits, open, XY_AFTER, rope, rule);
    }
    if (after.length > 0) {
        xy_rope tail = {0};
        xy_rope_build(ctx->edits, &tail, ", %S", after);
        xy_edit_insert(ctx->edits, close, XY_BEFORE, tail, rule);
    }
}

/* ---- result, clauses, body ---- */

static xy_str plain_type(xy_context *ctx, const xy_node *data_type)
{
    const xy_type *type = xy_sema_type_of(ctx->analysis, data_type);
    xy_str text = {0};
    if (type) {
        xy_type plain = *type;
        plain.precision = -1;
        plain.scale = INT32_MIN;
        text = xy_pass_target_type(ctx, &plain);
    }
    return text.length ? text : xy_edits_render_node(ctx->edits, data_type);
}

static bool has_out(const xy_routine *routine)
{
    for (uint32_t i = 0; i < routine->params.count; i++)
        if (XY_AS(parameter, routine->params.items[i])->out != XY_NO_TOKEN)
            return true;
    return false;
}

static xy_str join(xy_context *ctx, xy_str a, xy_str b)
{
    return a.length == 0 ? b : b.length == 0 ? a : xy_str_format(ctx->arena, "%.*s, %.*s", XY_STR_ARG(a), XY_STR_ARG(b));
}

/* Edits the result; returns the parameters to be added at the end. */
static xy_str translate_result(xy_context *ctx, const xy_routine *routine, const xy_routine_form *form)
{
    const char *rule = xy_rule_id(ctx->rule);
    if (routine->kind != XY_ROUTINE_KIND_FUNCTION || !routine->returns)
        return form->last_params;
    const xy_node *returns = routine->returns;
    if (form->as_procedure || has_out(routine)) {
        xy_str result = xy_str_format(ctx->arena, "%s %s %.*s", form->as_procedure ? "INOUT" : "OUT", result_name, XY_STR_ARG(plain_type(ctx, returns)));
        xy_edit_delete(ctx->edits, routine->return_token, returns->last, rule);
        if (form->result_first)
            return form->last_params;
        return join(ctx, form->last_params, result);
    }
    xy_edit_token(ctx->edits, routine->return_token, cased(ctx, routine->return_token, "RETURNS"), rule);
    if (form->returns.length > 0) {
        xy_rope rope = {0};
        xy_rope_str(ctx->edits, &rope, form->returns);
        xy_edit_replace_node(ctx->edits, returns, XY_LAYER_WRAP, rope, rule);
    }
    return form->last_params;
}

static bool clause_is(const xy_context *ctx, const xy_node *clause, const char *word)
{
    return xy_plpgsql_word_is(ctx, XY_AS(routine_clause, clause)->head, word);
}

/* A function may be promised to be free of side effects only where it is: the target calls such functions less often. */
const char *xy_routine_volatility(const xy_context *ctx, const xy_node *node)
{
    const xy_routine *routine = XY_AS(routine, node);
    const xy_symbol *symbol = xy_info_of(ctx->analysis, routine->name)->symbol;
    enum {
        CHANGES = XY_EFFECT_WRITES | XY_EFFECT_WRITES_MANY | XY_EFFECT_COMMITS | XY_EFFECT_ROLLS_BACK | XY_EFFECT_AUTONOMOUS | XY_EFFECT_PACKAGE_STATE
                  | XY_EFFECT_DYNAMIC | XY_EFFECT_UNKNOWN_CALL | XY_EFFECT_SAVEPOINT | XY_EFFECT_SEQUENCE | XY_EFFECT_SESSION | XY_EFFECT_LOCKS
    };
    bool deterministic = false;
    for (uint32_t i = 0; i < routine->clauses.count; i++)
        deterministic |= clause_is(ctx, routine->clauses.items[i], "DETERMINISTIC");
    if (!deterministic || !symbol || (symbol->effects & CHANGES))
        return "";
    return symbol->effects & XY_EFFECT_READS ? " STABLE" : " IMMUTABLE";
}

static const char *security(const xy_context *ctx, const xy_routine *routine, const xy_symbol *symbol)
{
    bool definer = xy_pass_option(ctx, "authid", "definer");
    for (uint32_t i = 0; i < routine->clauses.count; i++)
        if (clause_is(ctx, routine->clauses.items[i], "AUTHID")
            && xy_plpgsql_word_is(ctx, xy_token_next(ctx->source, XY_AS(routine_clause, routine->clauses.items[i])->head), "CURRENT_USER"))
            definer = false;
    bool ends_transactions = symbol && (symbol->effects & (XY_EFFECT_COMMITS | XY_EFFECT_ROLLS_BACK));
    return definer && !ends_transactions ? " SECURITY DEFINER" : "";
}

static void drop_clauses(xy_context *ctx, const xy_routine *routine)
{
    for (uint32_t i = 0; i < routine->clauses.count; i++)
        xy_edit_delete(ctx->edits, routine->clauses.items[i]->first, routine->clauses.items[i]->last, xy_rule_id(ctx->rule));
}

static void translate_head(xy_context *ctx, const xy_routine *routine, const xy_routine_form *form)
{
    const char *rule = xy_rule_id(ctx->rule);
    if (form->create)
        xy_edit_insert_text(ctx->edits, routine->node.first, XY_BEFORE, form->create, rule);
    if (form->as_procedure && routine->kind == XY_ROUTINE_KIND_FUNCTION)
        xy_edit_token(ctx->edits, routine->keyword, cased(ctx, routine->keyword, "PROCEDURE"), rule);
    if (form->name.length > 0) {
        xy_rope rope = {0};
        xy_rope_str(ctx->edits, &rope, form->name);
        xy_edit_replace_node(ctx->edits, routine->name, XY_LAYER_WRAP, rope, rule);
    }
}

/* ---- routines that return their error ---- */

xy_str xy_routine_kept_name(xy_context *ctx, const xy_symbol *routine, const xy_node *written)
{
    xy_str name = xy_pass_target_name(ctx, xy_str_format(ctx->arena, "%.*s__KEPT", XY_STR_ARG(routine->name))), schema = {0};
    if (routine->owner && routine->owner->kind == XY_SYM_PACKAGE)
        schema = xy_pass_package_schema(ctx, routine->owner);
    else if (written->kind == XY_NODE_NAME && XY_AS(name, written)->parts.count > 1)
        schema = xy_pass_target_name(ctx, xy_token_name(ctx->source, XY_AS(name, written)->parts.items[0], ctx->arena));
    return schema.length ? xy_str_format(ctx->arena, "%.*s.%.*s", XY_STR_ARG(schema), XY_STR_ARG(name)) : name;
}

static void add_kept_call(xy_context *ctx, const xy_routine *routine, const xy_rescue *r, xy_str kept, xy_rope *rope)
{
    xy_rope_build(ctx->edits, rope, "  CALL %S(%S, %S%s", kept, r->state, r->message, routine->kind == XY_ROUTINE_KIND_FUNCTION ? ", xy_result" : "");
    for (uint32_t i = 0; i < routine->params.count; i++)
        xy_rope_build(ctx->edits, rope, ", %S",
                      xy_pass_target_name(ctx, xy_token_name(ctx->source, XY_AS(parameter, routine->params.items[i])->name, ctx->arena)));
    xy_rope_text(ctx->edits, rope, ");\n");
}

/* The routine under its own name: it calls the one that keeps its work, and raises. */
static void add_raising(xy_context *ctx, const xy_node *node, xy_str name, xy_str kept, const xy_rescue *r, const char *tail)
{
    const xy_routine *routine = XY_AS(routine, node);
    bool function = routine->kind == XY_ROUTINE_KIND_FUNCTION, single = node->parent && node->parent->kind == XY_NODE_CREATE_ROUTINE;
    xy_rope rope = {0};
    xy_rope_build(ctx->edits, &rope, "CREATE OR REPLACE %s %S(", function ? "FUNCTION" : "PROCEDURE", name);
    for (uint32_t i = 0; i < routine->params.count; i++)
        xy_rope_build(ctx->edits, &rope, "%s%n", i ? ", " : "", routine->params.items[i]);
    xy_rope_text(ctx->edits, &rope, ")");
    if (function)
        xy_rope_build(ctx->edits, &rope, " RETURNS %S", plain_type(ctx, routine->returns));
    xy_rope_build(ctx->edits, &rope, " AS $$\nDECLARE\n  %S text;\n  %S text;\n", r->state, r->message);
    if (function)
        xy_rope_build(ctx->edits, &rope, "  xy_result %S;\n", plain_type(ctx, routine->returns));
    xy_rope_text(ctx->edits, &rope, "BEGIN\n");
    add_kept_call(ctx, routine, r, kept, &rope);
    xy_rope_build(ctx->edits, &rope, "  IF %S IS NOT NULL THEN\n    RAISE EXCEPTION USING ERRCODE = %S, MESSAGE = %S;\n  END IF;\n", r->state, r->state,
                  r->message);
    xy_rope_build(ctx->edits, &rope, "%sEND;\n$$%s", function ? "  RETURN xy_result;\n" : "", tail);
    if (single)
        xy_plpgsql_after_unit(ctx, rope);
    else
        xy_vec_push(ctx->arena, &xy_plpgsql_state(ctx)->behind, ((xy_plpgsql_behind){node, rope}));
}

static xy_rescue *new_rescue(xy_context *ctx, const xy_routine *routine)
{
    xy_rescue *rescue = XY_NEW(ctx->arena, xy_rescue);
    xy_plpgsql *state = xy_plpgsql_state(ctx);
    if (state->kept_state.length == 0) {
        state->kept_state = xy_pass_fresh_name(ctx, "xy_sqlstate");
        state->kept_message = xy_pass_fresh_name(ctx, "xy_sqlerrm");
    }
    rescue->state = state->kept_state;
    rescue->message = state->kept_message;
    if (xy_exception_is_ambiguous(ctx, XY_AS(block, routine->body))) {
        rescue->context = xy_pass_fresh_name(ctx, "xy_context");
        xy_plpgsql_declare(ctx, (const xy_node *)routine->body, true, rescue->context, XY_STR("text"));
    }
    return rescue;
}

/* Turns the form into that of the procedure that keeps the work, and adds the routine of the old name behind it. */
static void keep_work(xy_context *ctx, const xy_node *node, const xy_symbol *symbol, xy_routine_form *form, const char *tail)
{
    const xy_routine *routine = XY_AS(routine, node);
    xy_body *body = xy_plpgsql_body(ctx, node);
    if (!routine->body || !body || form->returns.length || form->first_params.length || !xy_sema_keeps_work(ctx->catalog, ctx->arena, symbol))
        return;
    xy_rescue *rescue = new_rescue(ctx, routine);
    xy_str name = form->name.length ? form->name : xy_ddl_name(ctx, routine->name);
    body->keeps = rescue;
    form->name = xy_routine_kept_name(ctx, symbol, routine->name);
    form->first_params = xy_str_format(ctx->arena, "INOUT %.*s text, INOUT %.*s text", XY_STR_ARG(rescue->state), XY_STR_ARG(rescue->message));
    form->as_procedure = true;
    if (routine->kind == XY_ROUTINE_KIND_FUNCTION) {
        form->first_params =
            xy_str_format(ctx->arena, "%.*s, INOUT %s %.*s", XY_STR_ARG(form->first_params), result_name, XY_STR_ARG(plain_type(ctx, routine->returns)));
        form->result_first = body->returns_by_out = true;
    }
    add_raising(ctx, node, name, form->name, rescue, tail);
}

/* OUT parameters that had to become INOUT begin with what the caller's variable holds; in Oracle they begin NULL. */
static xy_str with_empty_outs(xy_context *ctx, const xy_routine *routine, xy_str prologue)
{
    if (routine->kind != XY_ROUTINE_KIND_PROCEDURE || xy_target_has(ctx->target, "procedure_out"))
        return prologue;
    for (uint32_t i = 0; i < routine->params.count; i++) {
        const xy_parameter *param = XY_AS(parameter, routine->params.items[i]);
        if (param->out == XY_NO_TOKEN || param->in != XY_NO_TOKEN)
            continue;
        xy_str name = xy_pass_target_name(ctx, xy_token_name(ctx->source, param->name, ctx->arena));
        prologue = xy_str_format(ctx->arena, "%.*s%s%.*s := NULL;", XY_STR_ARG(prologue), prologue.length > 0 ? "\n" : "", XY_STR_ARG(name));
    }
    return prologue;
}

static void translate_routine(xy_context *ctx, const xy_node *node, const xy_routine_form *form, const char *tail)
{
    const xy_routine *routine = XY_AS(routine, node);
    const xy_symbol *symbol = xy_info_of(ctx->analysis, routine->name)->symbol;
    translate_head(ctx, routine, form);
    translate_params(ctx, routine, symbol);
    xy_str last = translate_result(ctx, routine, form);
    if (routine->params.count == 0 || form->first_params.length > 0 || last.length > 0)
        add_params(ctx, routine, form->first_params, last);
    if (routine->call_spec || !routine->body) {
        xy_pass_flag(ctx, node, "external", NULL);
        return;
    }
    drop_clauses(ctx, routine);
    xy_body_translate(ctx, routine->body, cased(ctx, routine->keyword, "AS "), tail, with_empty_outs(ctx, routine, form->prologue));
    xy_sql_function_add(ctx, node);
}

void xy_routine_translate(xy_context *ctx, const xy_node *node, const xy_routine_form *form)
{
    const xy_routine *routine = XY_AS(routine, node);
    const xy_symbol *symbol = xy_info_of(ctx->analysis, routine->name)->symbol;
    xy_routine_form own = *form;
    const char *tail = xy_str_format(ctx->arena, " LANGUAGE plpgsql%s%s;", xy_routine_volatility(ctx, node), security(ctx, routine, symbol)).data;
    if (symbol)
        keep_work(ctx, node, symbol, &own, tail);
    translate_routine(ctx, node, &own, tail);
}

/* Oracle replaces a routine by its name, PostgreSQL by its name and parameters: another version would stand beside the earlier one of this file. */
static void check_earlier(xy_context *ctx, const xy_create_routine *create)
{
    const xy_routine *now = XY_AS(routine, create->routine);
    const xy_unit *unit = xy_ddl_earlier(ctx, XY_NODE_CREATE_ROUTINE, xy_ddl_last_part(ctx, now->name));
    if (!unit)
        return;
    const xy_routine *before = XY_AS(routine, XY_AS(create_routine, unit->tree)->routine);
    if (now->is == XY_NO_TOKEN || before->is == XY_NO_TOKEN
        || !xy_ddl_same_words(ctx, now->name->first, now->name->last, before->name->first, before->name->last))
        return;
    if (!xy_ddl_same_words(ctx, now->name->last, now->is, before->name->last, before->is))
        xy_pass_flag(ctx, now->name, "replaced", "name", xy_pass_node_text(ctx, now->name), NULL);
}

/* ---- the pass ---- */

void xy_pass_routine(xy_context *ctx, xy_node *node)
{
    const xy_create_routine *create = XY_AS(create_routine, node);
    const xy_create_prefix *prefix = XY_AS(create_prefix, create->prefix);
    for (uint32_t i = 0; i < prefix->words.count; i++)
        xy_edit_delete(ctx->edits, prefix->words.items[i], prefix->words.items[i] + 1, xy_rule_id(ctx->rule));
    check_earlier(ctx, create);
    xy_routine_translate(ctx, create->routine, &(xy_routine_form){0});
}

void xy_pass_routine_finish(xy_context *ctx)
{
    xy_plpgsql_flush(ctx);
}
