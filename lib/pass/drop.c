/* DROP, TRUNCATE, RENAME. (Trap G10.) */
#include "pass/ddl.h"
#include "pass/trigger.h"
#include "syntax/keyword.h"

static bool has_kind(const xy_context *ctx, xy_token_list tokens, const char *word)
{
    for (uint32_t i = 0; i < tokens.count; i++)
        if (xy_ddl_is_word(ctx, tokens.items[i], word))
            return true;
    return false;
}

static void replace_all(xy_context *ctx, const xy_node *node, xy_str text)
{
    xy_rope rope = {0};
    xy_rope_str(ctx->edits, &rope, text);
    xy_edit_replace_node(ctx->edits, node, XY_LAYER_OWN, rope, xy_rule_id(ctx->rule));
}

/* IF EXISTS of 23ai, which PostgreSQL writes in the same place. */
static const char *if_exists(const xy_context *ctx, const xy_drop *drop)
{
    uint32_t word = xy_token_next(ctx->source, drop->kind.items[drop->kind.count - 1]);
    return word < drop->name->first ? "IF EXISTS " : "";
}

static void drop_package(xy_context *ctx, const xy_node *node, const xy_drop *drop)
{
    if (has_kind(ctx, drop->kind, "BODY")) {
        xy_pass_flag(ctx, node, "package-body", NULL);
        return;
    }
    const xy_symbol *symbol = xy_info_of(ctx->analysis, drop->name)->symbol;
    xy_str schema = symbol && symbol->kind == XY_SYM_PACKAGE ? xy_pass_package_schema(ctx, symbol) : xy_ddl_name(ctx, drop->name);
    replace_all(ctx, node, xy_str_format(ctx->arena, "DROP SCHEMA %s%.*s CASCADE", if_exists(ctx, drop), XY_STR_ARG(schema)));
}

static void drop_synonym(xy_context *ctx, const xy_node *node, const xy_drop *drop)
{
    xy_str name = xy_ddl_name(ctx, drop->name);
    replace_all(ctx, node, xy_str_format(ctx->arena, "DROP VIEW IF EXISTS %.*s", XY_STR_ARG(name)));
}

static void drop_trigger(xy_context *ctx, const xy_node *node, const xy_drop *drop)
{
    xy_str table = xy_trigger_table(ctx, drop->name);
    if (!table.length) {
        xy_pass_flag(ctx, node, "trigger-table", NULL);
        return;
    }
    xy_str name = xy_trigger_name(ctx, xy_ddl_last_part(ctx, drop->name));
    replace_all(ctx, node, xy_str_format(ctx->arena, "DROP TRIGGER %s%.*s ON %.*s", if_exists(ctx, drop), XY_STR_ARG(name), XY_STR_ARG(table)));
}

/* CASCADE CONSTRAINTS PURGE -> CASCADE */
static void drop_options(xy_context *ctx, const xy_drop *drop)
{
    for (uint32_t i = 0; i < drop->options.count; i++) {
        uint32_t token = drop->options.items[i];
        if (!xy_ddl_is_word(ctx, token, "CASCADE"))
            xy_edit_delete(ctx->edits, token, token + 1, xy_rule_id(ctx->rule));
    }
}

void xy_pass_drop(xy_context *ctx, xy_node *node)
{
    const xy_drop *drop = XY_AS(drop, node);
    if (!drop->name)
        return;
    if (has_kind(ctx, drop->kind, "PACKAGE"))
        drop_package(ctx, node, drop);
    else if (has_kind(ctx, drop->kind, "SYNONYM"))
        drop_synonym(ctx, node, drop);
    else if (has_kind(ctx, drop->kind, "TRIGGER"))
        drop_trigger(ctx, node, drop);
    else
        drop_options(ctx, drop);
    if ((has_kind(ctx, drop->kind, "TABLE") || (has_kind(ctx, drop->kind, "VIEW") && !has_kind(ctx, drop->kind, "MATERIALIZED")))
        && xy_ddl_has_views(ctx, drop->name))
        xy_ddl_views_away(ctx, drop->name);
}

void xy_pass_truncate(xy_context *ctx, xy_node *node)
{
    xy_token_list options = XY_AS(truncate, node)->options;
    for (uint32_t i = 0; i < options.count; i++)
        if (!xy_ddl_is_word(ctx, options.items[i], "CASCADE"))
            xy_edit_delete(ctx->edits, options.items[i], options.items[i] + 1, xy_rule_id(ctx->rule));
}

void xy_pass_rename(xy_context *ctx, xy_node *node)
{
    const xy_rename_object *rename = XY_AS(rename_object, node);
    xy_str old = xy_ddl_name(ctx, rename->old), new = xy_ddl_name(ctx, rename->new);
    const xy_symbol *symbol = xy_info_of(ctx->analysis, rename->old)->symbol;
    const char *kind = "TABLE";
    if (symbol && symbol->kind == XY_SYM_VIEW)
        kind = "VIEW";
    else if (symbol && symbol->kind == XY_SYM_SEQUENCE)
        kind = "SEQUENCE";
    replace_all(ctx, node, xy_str_format(ctx->arena, "ALTER %s %.*s RENAME TO %.*s", kind, XY_STR_ARG(old), XY_STR_ARG(new)));
}
