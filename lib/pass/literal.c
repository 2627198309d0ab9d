/* Literals that PostgreSQL writes otherwise (traps D09, B08), casts (B05, C06), and conditions with IS. */
#include "pass/convert.h"

#include <stdlib.h>
#include <string.h>

/* ---- strings ---- */

enum { LITERAL_STATE = XY_STATE_LITERALS };

typedef struct literals {
    const char *rule;
    xy_sql_nodes nodes;
} literals;

/* q'[…]', N'…', nq'{…}' are plain strings. They are written after the walk: the text of dynamic SQL is somebody else's business. */
void xy_pass_string_literal(xy_context *ctx, xy_node *node)
{
    uint32_t token = XY_AS(string_literal, node)->value;
    literals *found = ctx->states[LITERAL_STATE];
    char first = xy_token_text(ctx->source, token).data[0];
    if (first == '\'' || ((first == 'q' || first == 'Q') && xy_target_has(ctx->target, "q_quotes")))
        return;
    if (!found) {
        found = ctx->states[LITERAL_STATE] = XY_NEW(ctx->arena, literals);
        found->rule = xy_sql_rule(ctx);
    }
    xy_vec_push(ctx->arena, &found->nodes, node);
}

void xy_pass_string_literal_finish(xy_context *ctx)
{
    literals *found = ctx->states[LITERAL_STATE];
    for (uint32_t i = 0; found && i < found->nodes.count; i++) {
        uint32_t token = XY_AS(string_literal, found->nodes.items[i])->value;
        xy_str text = xy_token_string(ctx->source, token, ctx->arena);
        if (text.length == 0 || xy_edits_any_in(ctx->edits, token, token + 1))
            continue;
        xy_rope rope = {0};
        xy_rope_str(ctx->edits, &rope, xy_sql_quote(ctx, text));
        xy_edit_replace(ctx->edits, token, token + 1, XY_LAYER_OWN, rope, found->rule);
    }
}

/* 1E-100: products of such numbers are 0 on Oracle, which has 1E-130 for its smallest number, and the target goes on. */
static bool nearly_zero(xy_context *ctx, xy_str text)
{
    for (uint32_t i = 0; i + 1 < text.length; i++)
        if ((text.data[i] == 'e' || text.data[i] == 'E') && text.data[i + 1] == '-')
            return atoi(xy_arena_copy(ctx->arena, text.data + i + 2, text.length - i - 2)) > 65;
    return false;
}

/* 1.5f and 2d */
void xy_pass_float_literal(xy_context *ctx, xy_node *node)
{
    xy_str text = xy_token_text(ctx->source, XY_AS(number_literal, node)->value);
    char last = text.data[text.length - 1];
    bool is_float = last == 'f' || last == 'F', is_double = last == 'd' || last == 'D';
    if (!is_float && !is_double) {
        if (nearly_zero(ctx, text))
            xy_sql_flag(ctx, node, "tiny");
        return;
    }
    xy_rope rope = {0};
    text.length--;
    bool sign = xy_target_has(ctx->target, "cast_sign");
    xy_rope_build(ctx->edits, &rope, sign ? "%S::%s" : "CAST(%S AS %s)", text, is_float ? "real" : "double precision");
    xy_edit_replace_expr(ctx->edits, node, XY_LAYER_OWN, rope, sign ? XY_PREC_CAST : XY_PREC_PRIMARY, xy_sql_rule(ctx));
}

/* ---- CAST ---- */

void xy_pass_cast(xy_context *ctx, xy_node *node)
{
    const xy_cast *cast = XY_AS(cast, node);
    const xy_type *type = cast->multiset == XY_NO_TOKEN ? xy_sema_type_of(ctx->analysis, cast->type) : NULL;
    if (!type)
        return;
    xy_family from = xy_convert_family(ctx, cast->operand), to = type->family;
    xy_rope rope = {0};
    if (cast->default_ && xy_is_number_family(to)) {
        xy_rope_build(ctx->edits, &rope, "%s(%n, %n)", xy_pass_runtime(ctx, "to_number_default"), cast->operand, cast->default_);
        xy_edit_replace_expr(ctx->edits, node, XY_LAYER_OWN, rope, XY_PREC_PRIMARY, xy_sql_rule(ctx));
        return;
    }
    if (cast->default_) {
        xy_sql_flag(ctx, node, "default");
        return;
    }
    if (cast->format.count && (xy_is_datetime_family(to) || xy_is_char_family(to))) {
        const char *function = xy_is_char_family(to)       ? "to_char"
                               : to == XY_FAMILY_DATE      ? "to_date"
                               : to == XY_FAMILY_TIMESTAMP ? "to_timestamp"
                                                           : "to_timestamp_tz";
        xy_rope_build(ctx->edits, &rope, "%s(%n, %n)", xy_pass_runtime(ctx, function), cast->operand, cast->format.items[0]);
        xy_edit_replace_expr(ctx->edits, node, XY_LAYER_OWN, rope, XY_PREC_PRIMARY, xy_sql_rule(ctx));
        return;
    }
    if (from == XY_FAMILY_TIMESTAMPTZ && (to == XY_FAMILY_TIMESTAMP || to == XY_FAMILY_DATE))
        xy_sql_flag(ctx, node, "zone");
    if (from != XY_FAMILY_UNKNOWN && !xy_is_number_family(to))
        xy_convert_operand(ctx, cast->operand, to);
}

/* ---- IS NAN, IS INFINITE, IS JSON ---- */

void xy_pass_is_condition(xy_context *ctx, xy_node *node)
{
    const xy_is_condition *is = XY_AS(is_condition, node);
    bool not = is->not != XY_NO_TOKEN, nan = xy_sql_word(ctx, is->what, "NAN"), infinite = xy_sql_word(ctx, is->what, "INFINITE");
    xy_rope rope = {0};
    if (nan)
        xy_rope_build(ctx->edits, &rope, not ? "%o <> 'NaN'" : "%o = 'NaN'", is->operand, XY_PREC_OTHER);
    else if (infinite)
        xy_rope_build(ctx->edits, &rope, not ? "abs(%n) <> 'Infinity'" : "abs(%n) = 'Infinity'", is->operand);
    else if (xy_sql_word(ctx, is->what, "JSON") && !xy_target_has(ctx->target, "is_json"))
        xy_rope_build(ctx->edits, &rope, not ? "NOT %s(%n)" : "%s(%n)", xy_pass_runtime(ctx, "is_json"), is->operand);
    else
        return;
    xy_edit_replace_expr(ctx->edits, node, XY_LAYER_OWN, rope, nan || infinite ? XY_PREC_COMPARE : not ? XY_PREC_NOT : XY_PREC_PRIMARY, xy_sql_rule(ctx));
}

/* ---- CASE in a condition of PL/pgSQL ---- */

/* Functions that become a CASE. */
static const char case_functions[] = "DECODE NVL2 GREATEST LEAST STDDEV VARIANCE";

typedef struct open_case {
    xy_context *ctx;
    bool found;
} open_case;

static bool enter_open(xy_node *node, void *data)
{
    open_case *c = data;
    switch (node->kind) {
    case XY_NODE_CASE: c->found = true; return false;
    case XY_NODE_CALL: {
        xy_str name = xy_sql_builtin(c->ctx, node);
        c->found = c->found || (name.length && xy_sql_in_words(case_functions, name));
        return false;
    }
    case XY_NODE_PAREN:
    case XY_NODE_SUBQUERY:
    case XY_NODE_ROW:
    case XY_NODE_EXISTS: return false;
    default: return !c->found;
    }
}

static void enclose(xy_context *ctx, xy_node *condition)
{
    open_case c = {ctx, false};
    if (condition)
        xy_sql_walk(condition, enter_open, &c);
    if (!c.found)
        return;
    xy_edit_insert_text(ctx->edits, condition->first, XY_BEFORE, "(", xy_sql_rule(ctx));
    xy_edit_insert_text(ctx->edits, condition->last - 1, XY_AFTER, ")", xy_sql_rule(ctx));
}

/* PL/pgSQL reads a condition up to the first THEN, even one of a CASE inside it, unless that stands in parentheses. */
void xy_pass_case_in_condition(xy_context *ctx, xy_node *node)
{
    if (node->kind == XY_NODE_IF_BRANCH) {
        enclose(ctx, XY_AS(if_branch, node)->condition);
    } else if (node->kind == XY_NODE_CASE_BRANCH) {
        xy_nodes conditions = XY_AS(case_branch, node)->conditions;
        for (uint32_t i = 0; i < conditions.count; i++)
            enclose(ctx, conditions.items[i]);
    } else {
        enclose(ctx, XY_AS(case_statement, node)->operand);
    }
}

/* ---- ALTER SESSION ---- */

/* Parameters that the runtime reads from settings of its own. */
static const char nls_parameters[] =
    "NLS_DATE_FORMAT NLS_TIMESTAMP_FORMAT NLS_TIMESTAMP_TZ_FORMAT NLS_DATE_LANGUAGE NLS_NUMERIC_CHARACTERS NLS_CURRENCY NLS_ISO_CURRENCY NLS_DUAL_CURRENCY "
    "NLS_LANGUAGE NLS_TERRITORY";

/* Parameters of the compiler: they do nothing on the target. What PLSQL_CCFLAGS chooses was chosen when the file was read. */
static const char compiler_parameters[] = "PLSQL_CCFLAGS PLSQL_OPTIMIZE_LEVEL PLSQL_WARNINGS PLSQL_CODE_TYPE PLSQL_DEBUG PLSCOPE_SETTINGS";

typedef struct parameter {
    uint32_t name, value;
} parameter;

/* Reads NAME = value pairs behind SET. */
static bool read_parameter(const xy_context *ctx, uint32_t *token, uint32_t last, parameter *p)
{
    p->name = *token;
    uint32_t equals = xy_token_next(ctx->source, p->name);
    p->value = equals < last ? xy_token_next(ctx->source, equals) : XY_NO_TOKEN;
    if (equals >= last || !xy_sql_word(ctx, equals, "=") || p->value >= last)
        return false;
    *token = xy_token_next(ctx->source, p->value);
    return true;
}

static void write_parameter(xy_context *ctx, xy_rope *rope, const parameter *p, bool first)
{
    xy_str name = xy_str_upper(ctx->arena, xy_token_text(ctx->source, p->name)), value = xy_token_text(ctx->source, p->value);
    bool quoted = value.length && value.data[0] == '\'';
    xy_str literal = quoted ? value : xy_sql_quote(ctx, value);
    xy_rope_text(ctx->edits, rope, first ? "SELECT " : ", ");
    if (xy_sql_in_words(nls_parameters, name))
        xy_rope_build(ctx->edits, rope, "set_config('xinyi.%S', %S, false)", xy_str_lower(ctx->arena, name), literal);
    else if (xy_str_equal(name, XY_STR("CURRENT_SCHEMA")))
        xy_rope_build(ctx->edits, rope, "set_config('search_path', %S || ', public', false)",
                      xy_sql_quote(ctx, xy_pass_target_name(ctx, xy_token_name(ctx->source, p->value, ctx->arena))));
    else
        xy_rope_build(ctx->edits, rope, "set_config('TimeZone', %S, false)", literal);
}

/* '.,': the decimal sign of which numbers are written without a format model. */
static bool is_point(xy_str value)
{
    return value.length > 1 && value.data[0] == '\'' && value.data[1] == '.';
}

static void comment_out(xy_context *ctx, const xy_node *node)
{
    xy_edit_insert_text(ctx->edits, node->first, XY_BEFORE, "/* ", xy_sql_rule(ctx));
    xy_edit_insert_text(ctx->edits, node->last - 1, XY_AFTER, " */", xy_sql_rule(ctx));
}

void xy_pass_alter_session(xy_context *ctx, xy_node *node)
{
    const xy_alter_object *alter = XY_AS(alter_object, node);
    if (alter->kind.count != 1 || !xy_sql_word(ctx, alter->kind.items[0], "SESSION") || alter->options.count != 1)
        return;
    uint32_t token = alter->options.items[0]->first, last = alter->options.items[0]->last;
    xy_rope rope = {0};
    bool any = false, dropped = false, known = xy_sql_word(ctx, token, "SET");
    token = xy_token_next(ctx->source, token);
    while (known && token != XY_NO_TOKEN && token < last) {
        parameter p;
        known = read_parameter(ctx, &token, last, &p);
        xy_str name = known ? xy_str_upper(ctx->arena, xy_token_text(ctx->source, p.name)) : (xy_str){0};
        if (known && xy_sql_in_words(compiler_parameters, name)) {
            dropped = true;
            continue;
        }
        known = known && (xy_sql_in_words(nls_parameters, name) || xy_sql_in_words("CURRENT_SCHEMA TIME_ZONE", name));
        if (known)
            write_parameter(ctx, &rope, &p, !any);
        if (known && xy_str_equal(name, XY_STR("NLS_NUMERIC_CHARACTERS")) && !is_point(xy_token_text(ctx->source, p.value)))
            xy_sql_flag(ctx, node, "decimal-sign");
        any = any || known;
    }
    if (known && !any && dropped)
        comment_out(ctx, node);
    else if (known && any) {
        xy_edit_replace_node(ctx->edits, node, XY_LAYER_OWN, rope, xy_sql_rule(ctx));
        if (ctx->fragment) /* in a script it is a transaction of its own */
            xy_sql_flag(ctx, node, "rolled-back");
    } else
        xy_sql_flag(ctx, node, "parameter");
}
