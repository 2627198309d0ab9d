/* Variables of SQL*Plus where only a name can stand become variables of psql: there, too, their text is put in before the server reads the statement. Not
 * inside PL/SQL, whose body is a string to psql, and not where the text might be an expression, which would have to be translated. (Trap D09.) */
#include "pass/pass.h"
#include "syntax/driver.h"

/* The name in `&name`, `&&name` or `&name.`; empty for a variable that is part of a longer word, where psql knows no end of its variable. */
static xy_str variable_name(xy_str text)
{
    uint32_t start = 0, end;
    while (start < text.length && text.data[start] == '&')
        start++;
    for (end = start; end < text.length; end++) {
        char c = text.data[end];
        bool fits = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (unsigned char)c >= 0x80;
        if (!fits)
            break;
    }
    bool whole = end == text.length || (end + 1 == text.length && text.data[end] == '.');
    return start > 0 && end > start && whole ? (xy_str){text.data + start, end - start} : (xy_str){0};
}

/* What statements that define, change, comment or grant are about is a name, and so is each part of a qualified one. A single word elsewhere may stand for
 * an expression, a list or a query. */
static bool only_names_fit(const xy_node *name)
{
    if (XY_AS(name, name)->parts.count > 1)
        return true;
    switch (name->parent ? name->parent->kind : XY_NODE_NULL) {
    case XY_NODE_GRANT:
    case XY_NODE_CREATE_TABLE:
    case XY_NODE_CREATE_VIEW:
    case XY_NODE_CREATE_MATERIALIZED_VIEW:
    case XY_NODE_CREATE_SEQUENCE:
    case XY_NODE_CREATE_SYNONYM:
    case XY_NODE_CREATE_INDEX:
    case XY_NODE_ALTER_TABLE:
    case XY_NODE_DROP:
    case XY_NODE_COMMENT_ON: return true;
    default: return false;
    }
}

xy_str xy_pass_script_variable_text(xy_context *ctx, uint32_t token)
{
    if (ctx->source->tokens[token].kind != XY_TOKEN_SUBSTITUTION || ctx->fragment || xy_unit_is_plsql(ctx->source, ctx->unit->start)
        || !xy_str_equal(xy_target_fact(ctx->target, "script_variables"), XY_STR("psql")))
        return (xy_str){0};
    xy_str name = xy_str_lower(ctx->arena, variable_name(xy_token_text(ctx->source, token)));
    return name.length ? xy_str_format(ctx->arena, ":%.*s", XY_STR_ARG(name)) : name;
}

void xy_pass_script_variable(xy_context *ctx, xy_node *node)
{
    xy_token_list parts = XY_AS(name, node)->parts;
    for (uint32_t i = 0; i < parts.count && only_names_fit(node); i++) {
        xy_str text = xy_pass_script_variable_text(ctx, parts.items[i]);
        if (!text.length)
            continue;
        xy_edit_token(ctx->edits, parts.items[i], text.data, xy_rule_id(ctx->rule));
        xy_pass_flag_token(ctx, parts.items[i], "value", "name", text.data + 1, NULL);
    }
}
