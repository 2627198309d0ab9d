/* JSON functions on text (trap E15). The runtime evaluates SQL/JSON paths; from PostgreSQL 17 on JSON_TABLE is native. */
#include "pass/convert.h"

typedef struct json {
    xy_node *document, *path, *type;
    bool other;
} json;

/* Operands in source order: document, path, perhaps RETURNING type; anything else is a clause that is not translated. */
static json read_operands(xy_nodes operands)
{
    json j = {0};
    for (uint32_t i = 0; i < operands.count; i++) {
        xy_node *operand = operands.items[i];
        if (operand->kind == XY_NODE_DATA_TYPE)
            j.type = operand;
        else if (i == 0)
            j.document = operand;
        else if (i == 1)
            j.path = operand;
        else
            j.other = true;
    }
    return j;
}

static void write_call(xy_context *ctx, xy_rope *rope, const char *function, const xy_node *document, const xy_node *path, const xy_node *type)
{
    xy_rope_build(ctx->edits, rope, "%s(%n, ", xy_pass_runtime(ctx, function), document);
    if (path)
        xy_rope_build(ctx->edits, rope, "%n)", path);
    else
        xy_rope_text(ctx->edits, rope, "'$')");
    if (type)
        xy_rope_build(ctx->edits, rope, "::%n", type);
}

void xy_pass_json_function(xy_context *ctx, xy_node *node)
{
    static const struct {
        const char *name, *function;
    } functions[] = {{"JSON_VALUE", "json_value"}, {"JSON_QUERY", "json_query"}, {"JSON_EXISTS", "json_exists"}};
    const xy_function_syntax *call = XY_AS(function_syntax, node);
    for (size_t i = 0; i < sizeof functions / sizeof *functions; i++) {
        if (!xy_sql_word(ctx, call->name, functions[i].name))
            continue;
        json j = read_operands(call->operands);
        if (!j.document || j.other)
            xy_sql_flag(ctx, node, "clause");
        if (!j.document)
            return;
        xy_rope rope = {0};
        write_call(ctx, &rope, functions[i].function, j.document, j.path, j.type);
        xy_edit_replace_expr(ctx->edits, node, XY_LAYER_OWN, rope, j.type ? XY_PREC_CAST : XY_PREC_PRIMARY, xy_sql_rule(ctx));
        return;
    }
}

static bool is_simple_column(const xy_node *node)
{
    return node->kind == XY_NODE_PATH_COLUMN && XY_AS(path_column, node)->name != XY_NO_TOKEN && XY_AS(path_column, node)->nested.count == 0;
}

static void write_column(xy_context *ctx, xy_rope *rope, const xy_path_column *column)
{
    xy_str name = xy_pass_target_name(ctx, xy_token_name(ctx->source, column->name, ctx->arena));
    if (column->ordinality != XY_NO_TOKEN) {
        xy_rope_build(ctx->edits, rope, "xy_json.number AS %S", name);
        return;
    }
    xy_rope_build(ctx->edits, rope, "%s(xy_json.item::text, ", xy_pass_runtime(ctx, "json_value"));
    if (column->path)
        xy_rope_node(ctx->edits, rope, column->path);
    else
        xy_rope_str(ctx->edits, rope, xy_sql_quote(ctx, xy_str_format(ctx->arena, "$.%.*s", XY_STR_ARG(xy_token_name(ctx->source, column->name, ctx->arena)))));
    xy_rope_text(ctx->edits, rope, ")");
    if (column->type)
        xy_rope_build(ctx->edits, rope, "::%n", column->type);
    xy_rope_build(ctx->edits, rope, " AS %S", name);
}

/* JSON_TABLE (document, path COLUMNS (…)) as a lateral query over the path's items. */
void xy_pass_json_table(xy_context *ctx, xy_node *node)
{
    const xy_syntax_table *table = XY_AS(syntax_table, node);
    if (!xy_sql_word(ctx, table->name, "JSON_TABLE") || xy_target_has(ctx->target, "json_table"))
        return;
    json j = read_operands(table->operands);
    for (uint32_t i = 0; i < table->columns.count; i++)
        if (!is_simple_column(table->columns.items[i])) {
            xy_sql_flag(ctx, table->columns.items[i], "column");
            return;
        }
    if (!j.document)
        return;
    xy_rope rope = {0};
    xy_rope_text(ctx->edits, &rope, "LATERAL (SELECT ");
    for (uint32_t i = 0; i < table->columns.count; i++) {
        xy_rope_text(ctx->edits, &rope, i ? ", " : "");
        write_column(ctx, &rope, XY_AS(path_column, table->columns.items[i]));
    }
    xy_rope_build(ctx->edits, &rope, " FROM %s(%n, ", xy_pass_runtime(ctx, "json_items"), j.document);
    if (j.path)
        xy_rope_node(ctx->edits, &rope, j.path);
    else
        xy_rope_text(ctx->edits, &rope, "'$'");
    xy_rope_text(ctx->edits, &rope, ") WITH ORDINALITY AS xy_json(item, number))");
    uint32_t as, alias = xy_sql_alias_token(node, &as);
    if (alias != XY_NO_TOKEN)
        xy_rope_build(ctx->edits, &rope, " AS %t", alias);
    else
        xy_rope_build(ctx->edits, &rope, " AS %S", xy_pass_fresh_name(ctx, "xy_table"));
    xy_edit_replace_node(ctx->edits, node, XY_LAYER_OWN, rope, xy_sql_rule(ctx));
}
