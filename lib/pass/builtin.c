/* Oracle's own functions and items of supplied packages that no rule has translated and that the target does not have, and functions
 * that nothing declares: the pass `builtin` reports them. What the target has with the same meaning under the same name are its facts `native_functions` and
 * `native_packages` (PACKAGE.ITEM or PACKAGE.*). Where PL/SQL is rewritten, calls that stand as statements are seen by call.c. */
#include "pass/dynamic.h"
#include "pass/sql.h"

#include "syntax/keyword.h"

typedef XY_VEC(const xy_node *) found;

static const xy_node *name_of(const xy_node *node)
{
    return node->kind == XY_NODE_CALL ? XY_AS(call, node)->callee : node;
}

static bool keeps_plsql(const xy_context *ctx)
{
    return xy_str_equal(xy_target_fact(ctx->target, "plsql"), XY_STR("native"));
}

static bool is_callee(const xy_context *ctx, const xy_node *node)
{
    return node->parent
           && ((node->parent->kind == XY_NODE_CALL && XY_AS(call, node->parent)->callee == node)
               || (node->parent->kind == XY_NODE_PROCEDURE_CALL && !keeps_plsql(ctx)));
}

/* Prefixes that Oracle's packages have and programs have not. */
static bool is_supplied_package(xy_str name)
{
    static const char *const prefixes[] = {"DBMS_", "UTL_", "OWA_", "SDO_", "CTX_", "APEX_"};
    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++) {
        xy_str prefix = xy_str_from(prefixes[i]);
        if (name.length > prefix.length && xy_str_equal((xy_str){name.data, prefix.length}, prefix))
            return true;
    }
    return false;
}

/* Names of types and exceptions have rules of their own. */
static bool is_value(const xy_node *name)
{
    switch (name->parent ? name->parent->kind : XY_NODE_HANDLER) {
    case XY_NODE_DATA_TYPE:
    case XY_NODE_HANDLER:
    case XY_NODE_RAISE:
    case XY_NODE_PRAGMA: return false;
    default: return true;
    }
}

/* A method of a type that Oracle brings along, or its constructor. */
static bool is_of_supplied_type(const xy_context *ctx, const xy_node *name)
{
    const xy_symbol *symbol = xy_info_of(ctx->analysis, name)->symbol;
    if (!symbol || !is_value(name))
        return false;
    if (symbol->kind == XY_SYM_TYPE)
        return symbol->supplied && name->parent->kind == XY_NODE_CALL;
    return symbol->kind == XY_SYM_BUILTIN && symbol->owner && symbol->owner->kind == XY_SYM_TYPE;
}

static bool is_oracles(xy_context *ctx, const xy_node *node)
{
    const xy_node *name = name_of(node);
    if (is_of_supplied_type(ctx, name))
        return true;
    const xy_symbol *symbol = name->kind == XY_NODE_NAME ? xy_info_of(ctx->analysis, name)->symbol : NULL;
    if (name->kind != XY_NODE_NAME || xy_info_of(ctx->analysis, node)->is_method || xy_info_of(ctx->analysis, name)->is_method)
        return false;
    const xy_token_list *parts = &XY_AS(name, name)->parts;
    if (!symbol && node->kind == XY_NODE_NAME && (xy_info_of(ctx->analysis, node)->in_sql || !is_value(node)))
        return false; /* in SQL it may be a column */
    if (!symbol)
        return parts->count > 1 && is_supplied_package(xy_token_name(ctx->source, parts->items[0], ctx->arena));
    return symbol->kind == XY_SYM_BUILTIN && (node->kind == XY_NODE_CALL || parts->count > 1);
}

/* The value before the last part of a name: a column, variable, parameter. */
static bool is_of_value(xy_context *ctx, const xy_node *name)
{
    const xy_token_list *parts = &XY_AS(name, name)->parts;
    xy_str words[8];
    if (parts->count < 2 || parts->count > 8)
        return false;
    for (uint32_t i = 0; i + 1 < parts->count; i++)
        words[i] = xy_token_name(ctx->source, parts->items[i], ctx->arena);
    const xy_symbol *symbol = xy_sema_lookup(ctx->analysis, name, words, parts->count - 1);
    return symbol && (symbol->kind == XY_SYM_COLUMN || symbol->kind == XY_SYM_VARIABLE || symbol->kind == XY_SYM_PARAMETER || symbol->kind == XY_SYM_FIELD);
}

/* A method of something whose type does not tell what it is: f(x).m(), a.col.m(). */
static bool is_unknown_method(xy_context *ctx, const xy_node *node)
{
    if (node->kind != XY_NODE_CALL || keeps_plsql(ctx) || xy_info_of(ctx->analysis, node)->is_method || xy_info_of(ctx->analysis, node)->is_element)
        return false;
    const xy_node *callee = XY_AS(call, node)->callee;
    if (xy_info_of(ctx->analysis, callee)->symbol || xy_info_of(ctx->analysis, callee)->is_method)
        return false;
    return callee->kind == XY_NODE_FIELD || (callee->kind == XY_NODE_NAME && is_of_value(ctx, callee));
}

/* ROLLUP (…), CUBE (…) in GROUP BY. */
static bool is_grouping(const xy_context *ctx, const xy_node *call)
{
    const xy_node *at = call->parent;
    while (at && xy_node_in_group(at->kind, "Expr"))
        at = at->parent;
    return at && at->kind == XY_NODE_GROUP_BY && xy_sql_in_words("ROLLUP CUBE", xy_sql_last_part(ctx, XY_AS(call, call)->callee));
}

/* In dynamic SQL: a part of the name is joined when the text runs. */
static bool is_joined(const xy_context *ctx, const xy_node *name)
{
    const xy_token_list *parts = &XY_AS(name, name)->parts;
    for (uint32_t i = 0; ctx->fragment && i < parts->count; i++)
        if (xy_dynamic_is_joined(xy_token_text(ctx->source, parts->items[i])))
            return true;
    return false;
}

/* A function of the author's that neither the files nor the catalog declare. A target that keeps PL/SQL looks names up as Oracle does. */
static bool is_unknown_function(const xy_context *ctx, const xy_node *node)
{
    if (node->kind != XY_NODE_CALL || keeps_plsql(ctx))
        return false;
    const xy_info *call = xy_info_of(ctx->analysis, node);
    const xy_node *callee = XY_AS(call, node)->callee;
    return callee->kind == XY_NODE_NAME && !xy_info_of(ctx->analysis, callee)->symbol && !call->symbol && !call->is_method && !call->is_element
           && !xy_info_of(ctx->analysis, callee)->is_method && !XY_AS(name, callee)->dblink && !is_joined(ctx, callee) && !is_grouping(ctx, node);
}

void xy_pass_builtin(xy_context *ctx, xy_node *node)
{
    if (is_callee(ctx, node) || (!is_oracles(ctx, node) && !is_unknown_method(ctx, node) && !is_unknown_function(ctx, node)))
        return;
    found *list = ctx->states[XY_STATE_BUILTINS];
    if (!list)
        list = ctx->states[XY_STATE_BUILTINS] = XY_NEW(ctx->arena, found);
    xy_vec_push(ctx->arena, list, node);
}

static bool listed(xy_context *ctx, const char *fact, xy_str name)
{
    xy_str words = xy_target_fact(ctx->target, fact);
    return xy_sql_in_words(xy_arena_copy(ctx->arena, words.data, words.length), name);
}

static bool is_native(xy_context *ctx, const xy_node *name)
{
    const xy_token_list *parts = &XY_AS(name, name)->parts;
    xy_str word = xy_token_name(ctx->source, parts->items[0], ctx->arena);
    if (parts->count == 1)
        return listed(ctx, "native_functions", word) || listed(ctx, "native_functions_added", word);
    uint32_t from = parts->count > 2 && xy_str_equal(word, XY_STR("SYS")) ? 1 : 0;
    xy_str package = xy_token_name(ctx->source, parts->items[from], ctx->arena), item = xy_token_name(ctx->source, parts->items[from + 1], ctx->arena);
    return listed(ctx, "native_packages", xy_str_format(ctx->arena, "%.*s.*", XY_STR_ARG(package)))
           || listed(ctx, "native_packages", xy_str_format(ctx->arena, "%.*s.%.*s", XY_STR_ARG(package), XY_STR_ARG(item)));
}

/* A conversion round the call is no translation of it: its name must not come out. */
static bool is_rewritten(const xy_context *ctx, const xy_node *node, const xy_node *name)
{
    if (ctx->fixed[node->id] || ctx->fixed[name->id])
        return true;
    uint32_t word = name->kind == XY_NODE_FIELD ? XY_AS(field, name)->field : name->first; /* what stands before a method may be rewritten */
    for (uint32_t i = word; i < name->last; i++)
        if (!xy_token_is_trivia(ctx->source->tokens[i].kind) && xy_edits_drops(ctx->edits, i))
            return true;
    return false;
}

/* A rule of its own has said what is wrong with it. */
static bool has_finding(const xy_context *ctx, const xy_node *name)
{
    uint32_t offset = ctx->source->tokens[name->first].offset;
    for (uint32_t i = 0; i < ctx->diags->list.count; i++) {
        const xy_diag *d = &ctx->diags->list.items[i];
        if (d->severity >= XY_REVIEW && d->offset == offset)
            return true;
    }
    return false;
}

/* Once for each name in a unit. */
static bool is_said(const xy_context *ctx, xy_map *said, const xy_node *name)
{
    xy_str text = xy_str_upper(ctx->arena, xy_sql_text(ctx, name));
    if (xy_map_get(said, text))
        return true;
    xy_map_put(said, text, (void *)(uintptr_t)name);
    return false;
}

void xy_pass_builtin_finish(xy_context *ctx)
{
    const found *list = ctx->states[XY_STATE_BUILTINS];
    xy_map said;
    xy_map_init(&said, ctx->arena);
    for (uint32_t i = 0; list && i < list->count; i++) {
        const xy_node *node = list->items[i], *name = name_of(node);
        bool oracles = is_oracles(ctx, node), method = !oracles && is_unknown_method(ctx, node);
        if (is_rewritten(ctx, node, name) || has_finding(ctx, name) || (!method && name->kind == XY_NODE_NAME && is_native(ctx, name)))
            continue;
        if (oracles || method)
            xy_sql_flag(ctx, name, method ? "unmapped-method" : "unmapped");
        else if (!is_said(ctx, &said, name))
            xy_sql_flag(ctx, name, "unknown-function");
    }
}
