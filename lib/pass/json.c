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

/* ---- JSON_OBJECT, JSON_ARRAY and their aggregates: text as Oracle writes it, without blanks ---- */

typedef struct generator {
    const char *name;
    bool object, aggregate;
} generator;

static const generator generators[] = {
    {"JSON_OBJECT", true, false}, {"JSON_ARRAY", false, false}, {"JSON_OBJECTAGG", true, true}, {"JSON_ARRAYAGG", false, true}};

static const generator *generator_of(const xy_context *ctx, const xy_node *node)
{
    for (size_t i = 0; node->kind == XY_NODE_FUNCTION_SYNTAX && i < sizeof generators / sizeof *generators; i++)
        if (xy_sql_word(ctx, XY_AS(function_syntax, node)->name, generators[i].name))
            return &generators[i];
    return NULL;
}

static bool followed_by(const xy_context *ctx, const xy_node *node, const char *word)
{
    uint32_t next = xy_token_next(ctx->source, node->last - 1);
    return next != XY_NO_TOKEN && xy_sql_word(ctx, next, word);
}

/* Families of which it is known how Oracle writes their values. */
static bool has_known_form(xy_context *ctx, const xy_node *value)
{
    switch (xy_family_of(ctx->analysis, value)) {
    case XY_FAMILY_VARCHAR:
    case XY_FAMILY_CHAR:
    case XY_FAMILY_CLOB:
    case XY_FAMILY_INTEGER:
    case XY_FAMILY_NUMBER:
    case XY_FAMILY_DATE:
    case XY_FAMILY_BOOLEAN: return true;
    default: return value->kind == XY_NODE_NULL_LITERAL;
    }
}

static void write_item(xy_context *ctx, xy_rope *rope, const xy_node *value)
{
    bool query = value->kind == XY_NODE_FUNCTION_SYNTAX && xy_sql_word(ctx, XY_AS(function_syntax, value)->name, "JSON_QUERY");
    if (query || generator_of(ctx, value) || followed_by(ctx, value, "FORMAT") || value->kind == XY_NODE_NULL_LITERAL) {
        xy_rope_node(ctx->edits, rope, value);
        return;
    }
    if (!has_known_form(ctx, value))
        xy_sql_flag(ctx, value, "value");
    xy_rope_build(ctx->edits, rope, "%s(%n)", xy_pass_runtime(ctx, "json_item"), value);
}

/* The operands without RETURNING's type and ORDER BY. */
typedef struct content {
    xy_nodes values;
    const xy_node *order, *type;
    bool keeps_nulls, drops_nulls;
} content;

static content read_content(xy_context *ctx, const xy_function_syntax *call)
{
    content c = {.values = call->operands};
    while (c.values.count) {
        const xy_node *last = c.values.items[c.values.count - 1];
        if (last->kind == XY_NODE_DATA_TYPE)
            c.type = last;
        else if (last->kind == XY_NODE_ORDER_BY)
            c.order = last;
        else
            break;
        c.values.count--;
    }
    for (uint32_t i = call->name; i != XY_NO_TOKEN && i < call->node.last; i = xy_token_next(ctx->source, i)) {
        uint32_t on = xy_token_next(ctx->source, i);
        if (on == XY_NO_TOKEN || on >= call->node.last || !xy_sql_word(ctx, on, "ON"))
            continue;
        c.keeps_nulls |= xy_sql_word(ctx, i, "NULL");
        c.drops_nulls |= xy_sql_word(ctx, i, "ABSENT");
    }
    return c;
}

/* JSON_OBJECT(a, b), JSON_OBJECT(*) and 'a' : b take their keys from elsewhere. */
static bool has_keys(const xy_context *ctx, xy_nodes values)
{
    for (uint32_t i = 0; i < values.count; i += 2)
        if (!followed_by(ctx, values.items[i], "VALUE") && !followed_by(ctx, values.items[i], "IS"))
            return false;
    return values.count % 2 == 0;
}

static void write_keys(xy_context *ctx, xy_rope *rope, const generator *g, xy_nodes values)
{
    xy_rope_text(ctx->edits, rope, g->aggregate ? "array_agg(CAST(" : "ARRAY[");
    for (uint32_t i = 0; i < values.count; i += 2)
        xy_rope_build(ctx->edits, rope, i ? ", %n" : "%n", values.items[i]);
    xy_rope_text(ctx->edits, rope, g->aggregate ? " AS text)), " : "], ");
}

static bool generate(xy_context *ctx, xy_node *node)
{
    const generator *g = generator_of(ctx, node);
    if (!g)
        return false;
    content c = read_content(ctx, XY_AS(function_syntax, node));
    xy_rope rope = {0};
    const xy_type *type = c.type ? xy_sema_type_of(ctx->analysis, c.type) : NULL;
    if (g->object && !has_keys(ctx, c.values))
        return true; /* reported as it stands */
    if (c.type && (!type || !xy_is_char_family(type->family)))
        xy_sql_flag(ctx, node, "clause");
    if (c.values.count == 0) {
        xy_rope_text(ctx->edits, &rope, g->object ? "'{}'" : "'[]'");
    } else {
        xy_rope_build(ctx->edits, &rope, "%s(", xy_pass_runtime(ctx, g->object ? "json_object" : "json_array"));
        if (g->object)
            write_keys(ctx, &rope, g, c.values);
        xy_rope_text(ctx->edits, &rope, g->aggregate ? "array_agg(" : "ARRAY[");
        for (uint32_t i = g->object; i < c.values.count; i += 1 + g->object) {
            xy_rope_text(ctx->edits, &rope, i > 1 || (i == 1 && !g->object) ? ", " : "");
            write_item(ctx, &rope, c.values.items[i]);
        }
        if (c.order)
            xy_rope_build(ctx->edits, &rope, " %n", c.order);
        xy_rope_text(ctx->edits, &rope, g->aggregate ? ")" : "]");
        xy_rope_text(ctx->edits, &rope, (g->object ? c.drops_nulls : c.keeps_nulls) ? ", true)" : ")");
    }
    xy_edit_replace_expr(ctx->edits, node, XY_LAYER_OWN, rope, XY_PREC_PRIMARY, xy_sql_rule(ctx));
    return true;
}

void xy_pass_json_function(xy_context *ctx, xy_node *node)
{
    if (generate(ctx, node))
        return;
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
