/* Package variables and constants (trap F07): a constant is an immutable function, a variable a pair of functions over the session's state,
 * which neither ROLLBACK nor a caught error undoes. */
#include "pass/ddl.h"
#include "pass/package.h"
#include "pass/types.h"
#include "syntax/keyword.h"

static bool in_compound_trigger(const xy_symbol *symbol)
{
    return symbol->node && symbol->node->parent && symbol->node->parent->kind == XY_NODE_COMPOUND_TRIGGER;
}

bool xy_package_is_state(const xy_symbol *symbol)
{
    bool value = symbol->kind == XY_SYM_VARIABLE || symbol->kind == XY_SYM_CONSTANT;
    return value && ((symbol->owner && symbol->owner->kind == XY_SYM_PACKAGE) || in_compound_trigger(symbol));
}

/* Schema of the functions that stand for the variable: the package's, or one named after the compound trigger. */
static xy_str schema_of(xy_context *ctx, const xy_symbol *symbol)
{
    if (in_compound_trigger(symbol))
        return xy_pass_package_schema(ctx, xy_info_of(ctx->analysis, symbol->node->parent->parent)->symbol);
    return xy_pass_package_schema(ctx, symbol->owner);
}

static xy_str function_name(xy_context *ctx, const xy_symbol *symbol, const char *prefix)
{
    xy_str name = xy_pass_target_name(ctx, xy_str_format(ctx->arena, "%s%.*s", prefix, XY_STR_ARG(symbol->name)));
    return xy_str_format(ctx->arena, "%.*s.%.*s", XY_STR_ARG(schema_of(ctx, symbol)), XY_STR_ARG(name));
}

xy_str xy_package_getter(xy_context *ctx, const xy_symbol *symbol)
{
    return xy_str_format(ctx->arena, "%.*s()", XY_STR_ARG(function_name(ctx, symbol, "")));
}

xy_str xy_package_setter(xy_context *ctx, const xy_symbol *symbol)
{
    return function_name(ctx, symbol, "XY_SET_");
}

/* Each way to a package's variable makes sure first that the package is initialised. */
static xy_str initialising(xy_context *ctx, const xy_symbol *symbol)
{
    if (in_compound_trigger(symbol))
        return (xy_str){0};
    return xy_str_format(ctx->arena, "  PERFORM %.*s.xy_init();\n", XY_STR_ARG(schema_of(ctx, symbol)));
}

/* Name of the value in the session's state: 'pkg.v' without quotes in it. */
static xy_str state_key(xy_context *ctx, xy_str name)
{
    xy_buffer out;
    xy_buffer_init(&out, ctx->arena);
    for (uint32_t i = 0; i < name.length; i++)
        if (name.data[i] != '"' && name.data[i] != '\'')
            xy_buffer_add_char(&out, name.data[i]);
    return xy_buffer_str(&out);
}

static bool uses_settings(const xy_context *ctx)
{
    return xy_pass_option(ctx, "package-state", "guc");
}

static const char *function(xy_context *ctx, bool set)
{
    return xy_pass_runtime(ctx, uses_settings(ctx) ? (set ? "guc_set" : "guc_get") : set ? "state_set" : "state_get");
}

void xy_package_add_guard(xy_context *ctx, const xy_symbol *package, xy_rope *rope)
{
    xy_str key = state_key(ctx, xy_pass_package_schema(ctx, package));
    if (uses_settings(ctx))
        xy_rope_build(ctx->edits, rope, "  IF %s('%S') IS NOT NULL THEN\n", xy_pass_runtime(ctx, "guc_get"), key);
    else
        xy_rope_build(ctx->edits, rope, "  IF %s('%S') THEN\n", xy_pass_runtime(ctx, "state_has"), key);
    xy_rope_build(ctx->edits, rope, "    RETURN;\n  END IF;\n  PERFORM %s('%S', '1');\n", function(ctx, true), key);
}

/* ---- constants ---- */

/* Can the value never change: literals and constants of packages, combined by operators? */
static bool is_immutable(xy_context *ctx, const xy_node *expr)
{
    const xy_symbol *symbol = xy_info_of(ctx->analysis, expr)->symbol;
    switch (expr->kind) {
    case XY_NODE_NUMBER_LITERAL:
    case XY_NODE_STRING_LITERAL:
    case XY_NODE_DATETIME_LITERAL:
    case XY_NODE_INTERVAL_LITERAL:
    case XY_NODE_NULL_LITERAL:
    case XY_NODE_BOOLEAN_LITERAL: return true;
    case XY_NODE_PAREN: return is_immutable(ctx, XY_AS(paren, expr)->inner);
    case XY_NODE_UNARY: return is_immutable(ctx, XY_AS(unary, expr)->operand);
    case XY_NODE_BINARY: return is_immutable(ctx, XY_AS(binary, expr)->left) && is_immutable(ctx, XY_AS(binary, expr)->right);
    case XY_NODE_NAME:
        return symbol && symbol->kind == XY_SYM_CONSTANT && xy_package_is_state(symbol) && symbol->node && XY_AS(variable_decl, symbol->node)->default_
               && is_immutable(ctx, XY_AS(variable_decl, symbol->node)->default_);
    default: return false;
    }
}

static bool is_constant(xy_context *ctx, const xy_symbol *symbol, const xy_variable_decl *decl)
{
    return symbol->kind == XY_SYM_CONSTANT && decl->default_ && is_immutable(ctx, decl->default_);
}

bool xy_package_is_initialised(xy_context *ctx, const xy_symbol *symbol, const xy_node *node)
{
    const xy_variable_decl *decl = XY_AS(variable_decl, node);
    return !is_constant(ctx, symbol, decl) && (decl->default_ || xy_record_has_defaults(symbol->type));
}

/* ---- declarations ---- */

static void declare_constant(xy_context *ctx, const xy_symbol *symbol, const xy_variable_decl *decl, xy_str type, xy_rope *rope)
{
    xy_rope_build(ctx->edits, rope, "CREATE OR REPLACE FUNCTION %S RETURNS %S AS $$\n  SELECT %o::%S\n$$ LANGUAGE sql IMMUTABLE",
                  xy_package_getter(ctx, symbol), xy_place_plain_type(ctx, symbol->type), decl->default_, XY_PREC_CAST, type);
}

static void declare_getter(xy_context *ctx, const xy_symbol *symbol, xy_str type, xy_rope *rope)
{
    xy_rope_build(ctx->edits, rope, "CREATE OR REPLACE FUNCTION %S RETURNS %S AS $$\nBEGIN\n%S  RETURN %s('%S')::%S;\nEND;\n$$ LANGUAGE plpgsql STABLE",
                  xy_package_getter(ctx, symbol), xy_place_plain_type(ctx, symbol->type), initialising(ctx, symbol), function(ctx, false),
                  state_key(ctx, function_name(ctx, symbol, "")), type);
}

/* The local variable checks and rounds as the packaged one does. */
static void declare_setter(xy_context *ctx, const xy_symbol *symbol, const xy_variable_decl *decl, xy_str type, xy_rope *rope)
{
    xy_rope_build(ctx->edits, rope,
                  ";\nCREATE OR REPLACE FUNCTION %S(value %S) RETURNS void AS $$\nDECLARE\n  checked %S%s := value;\nBEGIN\n%S  PERFORM %s('%S', "
                  "checked::text);\nEND;\n$$ LANGUAGE plpgsql",
                  xy_package_setter(ctx, symbol), xy_place_plain_type(ctx, symbol->type), type, decl->not_null != XY_NO_TOKEN ? " NOT NULL" : "",
                  initialising(ctx, symbol), function(ctx, true), state_key(ctx, function_name(ctx, symbol, "")));
}

void xy_package_variable(xy_context *ctx, const xy_node *node)
{
    const xy_variable_decl *decl = XY_AS(variable_decl, node);
    const xy_symbol *symbol = xy_info_of(ctx->analysis, node)->symbol;
    xy_str type = symbol ? xy_pass_target_type(ctx, symbol->type) : (xy_str){0};
    xy_rope rope = {0};
    if (type.length == 0 || !xy_package_is_state(symbol)) {
        xy_pass_flag(ctx, node, "variable-type", "name",
                     xy_arena_copy(ctx->arena, xy_token_text(ctx->source, decl->name).data, xy_token_text(ctx->source, decl->name).length), NULL);
        return;
    }
    if (is_constant(ctx, symbol, decl)) {
        declare_constant(ctx, symbol, decl, type, &rope);
    } else {
        declare_getter(ctx, symbol, type, &rope);
        xy_str domain = xy_pass_domain(ctx, decl->type);
        declare_setter(ctx, symbol, decl, domain.length ? domain : type, &rope);
    }
    xy_edit_replace_node(ctx->edits, node, XY_LAYER_OWN, rope, xy_rule_id(ctx->rule));
}

void xy_package_add_initial_values(xy_context *ctx, xy_nodes decls, xy_rope *rope)
{
    for (uint32_t i = 0; i < decls.count; i++) {
        const xy_symbol *symbol = xy_info_of(ctx->analysis, decls.items[i])->symbol;
        if (decls.items[i]->kind != XY_NODE_VARIABLE_DECL || !symbol || !xy_package_is_initialised(ctx, symbol, decls.items[i]))
            continue;
        const xy_variable_decl *decl = XY_AS(variable_decl, decls.items[i]);
        xy_rope_build(ctx->edits, rope, "  PERFORM %S(", xy_package_setter(ctx, symbol));
        if (decl->default_)
            xy_rope_build(ctx->edits, rope, "%o::%S", decl->default_, XY_PREC_CAST, xy_place_plain_type(ctx, symbol->type));
        else
            xy_record_default(ctx, symbol->type, rope);
        xy_rope_text(ctx->edits, rope, ");\n");
    }
}
