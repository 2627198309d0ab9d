/* Functions called in SQL whose NO_DATA_FOUND nobody handles: Oracle takes NULL for their value there, while in PL/SQL the exception goes
 * on to the caller. So such a function gets a second one beside it, for SQL, that calls it and gives NULL:
 *
 *     CREATE OR REPLACE FUNCTION get_price__sql(p_code text) RETURNS numeric AS $$
 *     BEGIN
 *       RETURN get_price(p_code);
 *     EXCEPTION
 *       WHEN no_data_found THEN RETURN NULL;
 *     END;
 *     $$ LANGUAGE plpgsql;
 *
 * The handler also undoes what the function did, which makes no difference as long as it does not change data. */
#include "pass/sql_function.h"
#include "pass/fragment.h"
#include "pass/place.h"
#include "pass/routine.h"

/* Functions that Oracle lets SQL call, and that stand on their own on the target. */
static bool may_be_called(const xy_symbol *routine)
{
    bool method = routine->owner && routine->owner->kind == XY_SYM_TYPE;
    return routine->kind == XY_SYM_FUNCTION && !routine->nested && !method && xy_call_form_of(routine) == XY_CALL_FUNCTION;
}

static bool keeps_work(const xy_symbol *routine)
{
    return !(routine->effects & (XY_EFFECT_WRITES | XY_EFFECT_COMMITS | XY_EFFECT_ROLLS_BACK));
}

/* Has the routine, or would it get, a function for SQL? */
static bool has_one(const xy_context *ctx, const xy_symbol *routine)
{
    return keeps_work(routine) && !routine->pipelined && xy_catalog_called_in_sql(ctx->catalog, routine->name);
}

static xy_str name_of(xy_context *ctx, const xy_symbol *routine)
{
    xy_symbol other = *routine;
    bool lower = false;
    for (uint32_t i = 0; i < routine->name.length; i++)
        lower |= routine->name.data[i] >= 'a' && routine->name.data[i] <= 'z';
    other.name = xy_str_format(ctx->arena, "%.*s%s", XY_STR_ARG(routine->name), lower ? "__sql" : "__SQL");
    return xy_pass_symbol_name(ctx, &other);
}

xy_str xy_sql_function_name(xy_context *ctx, const xy_node *call, const xy_symbol *routine)
{
    if (!xy_info_of(ctx->analysis, call)->in_sql || !may_be_called(routine) || !xy_sema_no_data_leaves(ctx->analysis, routine))
        return (xy_str){0};
    if (has_one(ctx, routine))
        return name_of(ctx, routine);
    xy_pass_flag(ctx, call, "no-data", "name", xy_pass_node_text(ctx, call), NULL);
    return (xy_str){0};
}

static xy_str type_of(xy_context *ctx, const xy_node *data_type)
{
    const xy_type *type = xy_sema_type_of(ctx->analysis, data_type);
    xy_str text = type ? xy_place_plain_type(ctx, type) : (xy_str){0};
    return text.length ? text : xy_edits_render_node(ctx->edits, data_type);
}

static void add_parameters(xy_context *ctx, const xy_routine *routine, const xy_symbol *symbol, xy_rope *rope)
{
    for (uint32_t i = 0; i < routine->params.count; i++) {
        const xy_parameter *p = XY_AS(parameter, routine->params.items[i]);
        const xy_symbol *known = i < symbol->param_count ? symbol->params[i] : NULL;
        xy_str text;
        xy_rope_build(ctx->edits, rope, "%s%S %S", i ? ", " : "", xy_pass_target_name(ctx, xy_token_name(ctx->source, p->name, ctx->arena)),
                      type_of(ctx, p->type));
        if (known && known->has_default && !xy_routine_drops_default(symbol, i)
            && xy_pass_translate_default(ctx, known->default_text, known, known->type, &text))
            xy_rope_build(ctx->edits, rope, " DEFAULT %S", text);
    }
}

void xy_sql_function_add(xy_context *ctx, const xy_node *node)
{
    const xy_routine *routine = XY_AS(routine, node);
    const xy_symbol *symbol = xy_info_of(ctx->analysis, routine->name)->symbol;
    if (!symbol || !routine->returns || !may_be_called(symbol) || !has_one(ctx, symbol) || !xy_sema_no_data_leaves(ctx->analysis, symbol))
        return;
    xy_rope rope = {0};
    xy_rope_build(ctx->edits, &rope, "\nCREATE OR REPLACE FUNCTION %S(", name_of(ctx, symbol));
    add_parameters(ctx, routine, symbol, &rope);
    xy_rope_build(ctx->edits, &rope, ") RETURNS %S AS $$\nBEGIN\n  RETURN %S(", type_of(ctx, routine->returns), xy_pass_symbol_name(ctx, symbol));
    for (uint32_t i = 0; i < symbol->param_count; i++)
        xy_rope_build(ctx->edits, &rope, "%s%S", i ? ", " : "", xy_pass_target_name(ctx, symbol->params[i]->name));
    xy_rope_build(ctx->edits, &rope, ");\nEXCEPTION\n  WHEN no_data_found THEN\n    RETURN NULL;\nEND;\n$$ LANGUAGE plpgsql%s;",
                  xy_routine_volatility(ctx, node));
    xy_plpgsql_after_unit(ctx, rope);
}
