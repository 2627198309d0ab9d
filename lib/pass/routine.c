/* Routines: the pass `plsql-routine` for CREATE PROCEDURE and CREATE FUNCTION, and the translation of one Routine node in place, which packages,
 * object types and nested subprograms use too.
 *
 * The header keeps the author's layout: modes, defaults and clauses are changed where they stand. The body is quoted by flush.c. */
#include "pass/plpgsql_state.h"
#include "pass/fragment.h"
#include "pass/routine.h"
#include "pass/sql_function.h"

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
        if (!xy_pass_translate_text(ctx, symbol->default_text, XY_START_EXPRESSION, &text))
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
        const xy_symbol    *known = symbol && i < symbol->param_count ? symbol->params[i] : NULL;
        bool                dropped = known && xy_routine_drops_default(symbol, i);
        translate_mode(ctx, param, inout);
        translate_default(ctx, param, known, dropped);
        if (dropped)
            xy_pass_flag(ctx, &param->node, "default-moved", "name", xy_arena_copy(ctx->arena, xy_token_text(ctx->source, param->name).data, xy_token_text(ctx->source, param->name).length), NULL);
    }
}

/* Parameters before and after the author's; parentheses where there were none. */
static void add_params(xy_context *ctx, const xy_routine *routine, xy_str before, xy_str after)
{
    const char *rule = xy_rule_id(ctx->rule);
    xy_rope     rope = {0};
    bool        both = before.length > 0 && after.length > 0;
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
    if (before.length > 0) {
        xy_rope_build(ctx->edits, &rope, "%S, ", before);
        xy_edit_insert(ctx->edits, routine->params.items[0]->first, XY_BEFORE, rope, rule);
    }
    if (after.length > 0) {
        xy_rope tail = {0};
        xy_rope_build(ctx->edits, &tail, ", %S", after);
        xy_edit_insert(ctx->edits, routine->params.items[routine->params.count - 1]->last - 1, XY_AFTER, tail, rule);
    }
}

/* ---- result, clauses, body ---- */

static xy_str plain_type(xy_context *ctx, const xy_node *data_type)
{
    const xy_type *type = xy_sema_type_of(ctx->analysis, data_type);
    xy_str         text = {0};
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
    const xy_symbol  *symbol = xy_info_of(ctx->analysis, routine->name)->symbol;
    enum { CHANGES = XY_EFFECT_WRITES | XY_EFFECT_WRITES_MANY | XY_EFFECT_COMMITS | XY_EFFECT_ROLLS_BACK | XY_EFFECT_AUTONOMOUS |
                     XY_EFFECT_PACKAGE_STATE | XY_EFFECT_DYNAMIC | XY_EFFECT_UNKNOWN_CALL | XY_EFFECT_SAVEPOINT };
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
        if (clause_is(ctx, routine->clauses.items[i], "AUTHID") &&
            xy_plpgsql_word_is(ctx, xy_token_next(ctx->source, XY_AS(routine_clause, routine->clauses.items[i])->head), "CURRENT_USER"))
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

void xy_routine_translate(xy_context *ctx, const xy_node *node, const xy_routine_form *form)
{
    const xy_routine *routine = XY_AS(routine, node);
    const xy_symbol  *symbol = xy_info_of(ctx->analysis, routine->name)->symbol;
    translate_head(ctx, routine, form);
    translate_params(ctx, routine, symbol);
    xy_str last = translate_result(ctx, routine, form);
    if (routine->params.count == 0 || form->first_params.length > 0 || last.length > 0)
        add_params(ctx, routine, form->first_params, last);
    if (routine->call_spec || !routine->body) {
        xy_pass_flag(ctx, node, "external", NULL);
        return;
    }
    const char *tail = xy_str_format(ctx->arena, " LANGUAGE plpgsql%s%s;", xy_routine_volatility(ctx, node), security(ctx, routine, symbol)).data;
    drop_clauses(ctx, routine);
    xy_body_translate(ctx, routine->body, cased(ctx, routine->keyword, "AS "), tail, form->prologue);
    xy_sql_function_add(ctx, node);
}

/* ---- the pass ---- */

void xy_pass_routine(xy_context *ctx, xy_node *node)
{
    const xy_create_routine *create = XY_AS(create_routine, node);
    const xy_create_prefix  *prefix = XY_AS(create_prefix, create->prefix);
    for (uint32_t i = 0; i < prefix->words.count; i++)
        xy_edit_delete(ctx->edits, prefix->words.items[i], prefix->words.items[i] + 1, xy_rule_id(ctx->rule));
    xy_routine_translate(ctx, create->routine, &(xy_routine_form){0});
}

void xy_pass_routine_finish(xy_context *ctx)
{
    xy_plpgsql_flush(ctx);
}
