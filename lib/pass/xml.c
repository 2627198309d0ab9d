/* XMLTYPE: its functions (`xml-function`), the SQL/XML functions with a syntax of their own (`xml-syntax`), XMLSEQUENCE in FROM and the columns
 * of XMLTABLE (`xml-table`). Oracle's XMLTYPE is PostgreSQL's xml; what is read by a path goes through the runtime, because PostgreSQL's
 * xpath() wants a document with one root and gives the text of nodes with its entities. (Trap E15.) */
#include "pass/convert.h"

#include "syntax/keyword.h"
#include <string.h>

static void replace(xy_context *ctx, const xy_node *node, xy_rope rope)
{
    xy_edit_replace_expr(ctx->edits, node, XY_LAYER_OWN, rope, XY_PREC_PRIMARY, xy_sql_rule(ctx));
}

static const char *copied(xy_context *ctx, xy_str s)
{
    return xy_arena_copy(ctx->arena, s.data, s.length);
}

/* ---- methods: x.extract(…), f(…).getStringVal() ---- */

typedef enum method { NO_METHOD, TEXT_METHOD, NUMBER_METHOD, EXTRACT_METHOD, EXISTS_METHOD, OTHER_METHOD } method;

static const struct {
    const char *name;
    method method;
    bool only_xml;
} methods[] = {
    {"GETSTRINGVAL", TEXT_METHOD, true},
    {"GETCLOBVAL", TEXT_METHOD, true},
    {"GETNUMBERVAL", NUMBER_METHOD, true},
    {"EXTRACT", EXTRACT_METHOD, false},
    {"EXISTSNODE", EXISTS_METHOD, true},
    {"GETROOTELEMENT", OTHER_METHOD, true},
    {"TRANSFORM", OTHER_METHOD, false},
    {"GETBLOBVAL", OTHER_METHOD, true},
    {"ISFRAGMENT", OTHER_METHOD, true},
    {"GETNAMESPACE", OTHER_METHOD, true},
    {"CREATENONSCHEMABASEDXML", OTHER_METHOD, true},
    {"TOOBJECT", OTHER_METHOD, false},
};

static int find_method(xy_str name)
{
    for (size_t i = 0; i < sizeof methods / sizeof *methods; i++)
        if (xy_str_equal(name, xy_str_from(methods[i].name)))
            return (int)i;
    return -1;
}

/* Is the name without its last part an XMLTYPE, as far as it is known? */
static bool prefix_is_xml(xy_context *ctx, const xy_node *callee)
{
    const xy_token_list *parts = &XY_AS(name, callee)->parts;
    xy_str names[8];
    if (parts->count < 2 || parts->count > 8)
        return false;
    for (uint32_t i = 0; i + 1 < parts->count; i++)
        names[i] = xy_token_name(ctx->source, parts->items[i], ctx->arena);
    const xy_symbol *symbol = xy_sema_lookup(ctx->analysis, callee, names, parts->count - 1);
    return symbol && symbol->type && symbol->type->family == XY_FAMILY_XML;
}

static method method_of(xy_context *ctx, const xy_node *call, xy_rope *object);

static bool is_xml(xy_context *ctx, const xy_node *node)
{
    xy_rope unused = {0};
    node = xy_sql_bare(node);
    return xy_sql_family(ctx, node) == XY_FAMILY_XML || xy_sql_is_builtin(ctx, node, "VALUE") || xy_sql_is_builtin(ctx, node, "COLUMN_VALUE")
           || xy_sql_is_builtin(ctx, node, "EXTRACT") || (node->kind == XY_NODE_CALL && method_of(ctx, node, &unused) == EXTRACT_METHOD);
}

static method method_of(xy_context *ctx, const xy_node *call, xy_rope *object)
{
    const xy_node *callee = XY_AS(call, call)->callee;
    if (callee->kind == XY_NODE_FIELD) {
        int i = find_method(xy_token_name(ctx->source, XY_AS(field, callee)->field, ctx->arena));
        if (i < 0 || !(methods[i].only_xml || is_xml(ctx, XY_AS(field, callee)->object)))
            return NO_METHOD;
        xy_rope_node(ctx->edits, object, XY_AS(field, callee)->object);
        return methods[i].method;
    }
    if (callee->kind != XY_NODE_NAME || XY_AS(name, callee)->parts.count < 2 || xy_info_of(ctx->analysis, callee)->symbol)
        return NO_METHOD;
    int i = find_method(xy_sql_last_part(ctx, callee));
    if (i < 0 || !(methods[i].only_xml || prefix_is_xml(ctx, callee)))
        return NO_METHOD;
    const xy_token_list *parts = &XY_AS(name, callee)->parts;
    xy_rope_tokens(ctx->edits, object, parts->items[0], parts->items[parts->count - 2] + 1);
    return methods[i].method;
}

/* Namespaces as a last argument: only a literal without a default namespace, which XPath 1.0 has not. */
static void add_path(xy_context *ctx, xy_rope *rope, const xy_nodes *args, uint32_t path)
{
    xy_rope_build(ctx->edits, rope, ", %n", args->items[path]);
    if (path + 1 >= args->count)
        return;
    const xy_node *spaces = xy_sql_bare(args->items[path + 1]);
    xy_str text = spaces->kind == XY_NODE_STRING_LITERAL ? xy_token_string(ctx->source, XY_AS(string_literal, spaces)->value, ctx->arena) : (xy_str){0};
    const char *plain = text.length ? copied(ctx, text) : "xmlns=";
    if (strstr(plain, "xmlns="))
        xy_sql_flag(ctx, spaces, "namespace");
    xy_rope_build(ctx->edits, rope, ", %n", spaces);
}

static void write_method(xy_context *ctx, const xy_node *node, method what, xy_rope object)
{
    const xy_nodes *args = &XY_AS(call, node)->args;
    xy_rope rope = {0};
    if (what == OTHER_METHOD || ((what == EXTRACT_METHOD || what == EXISTS_METHOD) && args->count == 0)) {
        xy_sql_flag(ctx, node, "method");
        return;
    }
    switch (what) {
    case TEXT_METHOD: xy_rope_text(ctx->edits, &rope, "xmlserialize(CONTENT "); break;
    case NUMBER_METHOD: xy_rope_build(ctx->edits, &rope, "%s(xmlserialize(CONTENT ", xy_pass_runtime(ctx, "to_number")); break;
    case EXTRACT_METHOD: xy_rope_build(ctx->edits, &rope, "%s(", xy_pass_runtime(ctx, "xml_extract")); break;
    default: xy_rope_build(ctx->edits, &rope, "%s(", xy_pass_runtime(ctx, "xml_exists")); break;
    }
    xy_rope_join(ctx->edits, &rope, object);
    if (what == TEXT_METHOD || what == NUMBER_METHOD)
        xy_rope_text(ctx->edits, &rope, what == TEXT_METHOD ? " AS text)" : " AS text))");
    else {
        add_path(ctx, &rope, args, 0);
        xy_rope_text(ctx->edits, &rope, ")");
    }
    replace(ctx, node, rope);
}

/* ---- VALUE(t) of TABLE(XMLSEQUENCE(…)) t ---- */

static const xy_node *sequence_call(const xy_context *ctx, const xy_node *table)
{
    const xy_node *call = table->kind == XY_NODE_TABLE_FUNCTION ? XY_AS(table_function, table)->call : NULL;
    return call && xy_sql_is_builtin(ctx, call, "XMLSEQUENCE") && call->kind == XY_NODE_CALL && XY_AS(call, call)->args.count ? call : NULL;
}

static bool is_sequence_alias(xy_context *ctx, const xy_node *at, xy_str alias)
{
    for (const xy_node *node = at; node; node = node->parent) {
        if (node->kind != XY_NODE_QUERY_BLOCK)
            continue;
        xy_nodes from = XY_AS(query_block, node)->from;
        for (uint32_t i = 0; i < from.count; i++)
            if (sequence_call(ctx, from.items[i]) && XY_AS(table_function, from.items[i])->alias != XY_NO_TOKEN
                && xy_str_equal(xy_token_name(ctx->source, XY_AS(table_function, from.items[i])->alias, ctx->arena), alias))
                return true;
    }
    return false;
}

static void write_value(xy_context *ctx, const xy_node *node)
{
    const xy_node *arg = xy_sql_arg(node, 0);
    if (!arg || arg->kind != XY_NODE_NAME || !is_sequence_alias(ctx, node, xy_sql_last_part(ctx, arg)))
        return;
    xy_rope rope = {0};
    xy_rope_build(ctx->edits, &rope, "%n.column_value", arg);
    replace(ctx, node, rope);
}

/* ---- functions ---- */

static void write_path_function(xy_context *ctx, const xy_node *node, const char *entry)
{
    const xy_nodes *args = &XY_AS(call, node)->args;
    xy_rope rope = {0};
    xy_rope_build(ctx->edits, &rope, "%s(%n", xy_pass_runtime(ctx, entry), args->items[0]);
    add_path(ctx, &rope, args, 1);
    xy_rope_text(ctx->edits, &rope, ")");
    replace(ctx, node, rope);
}

static xy_str quoted_name(xy_context *ctx, xy_str name)
{
    return xy_str_format(ctx->arena, "\"%.*s\"", XY_STR_ARG(name));
}

/* The value as Oracle writes it into XML: dates in the form of XML Schema, numbers without needless zeros. */
static void add_content(xy_context *ctx, xy_rope *rope, const xy_node *value)
{
    switch (xy_convert_family(ctx, value)) {
    case XY_FAMILY_NUMBER:
    case XY_FAMILY_FLOAT: xy_convert_to_text(ctx, rope, value, false); break;
    case XY_FAMILY_DATE: xy_rope_build(ctx->edits, rope, "to_char(%n, 'YYYY-MM-DD')", value); break;
    case XY_FAMILY_TIMESTAMP: xy_rope_build(ctx->edits, rope, "to_char(%n, 'YYYY-MM-DD\"T\"HH24:MI:SS.US')", value); break;
    case XY_FAMILY_UNKNOWN:
        if (!is_xml(ctx, value))
            xy_sql_flag(ctx, value, "content");
        xy_rope_node(ctx->edits, rope, value);
        break;
    case XY_FAMILY_NULL: xy_rope_text(ctx->edits, rope, "NULL::text"); break;
    default: xy_rope_node(ctx->edits, rope, value);
    }
}

/* a AS "x", or b, whose name is B. */
static void add_named(xy_context *ctx, xy_rope *rope, const xy_nodes *args)
{
    for (uint32_t i = 0; i < args->count; i++) {
        const xy_node *item = args->items[i], *value = item->kind == XY_NODE_SELECT_ITEM ? XY_AS(select_item, item)->expr : item;
        xy_str name = xy_sql_item_name(ctx, item);
        if (!name.length && value->kind == XY_NODE_NAME)
            name = xy_sql_last_part(ctx, value);
        if (!name.length)
            xy_sql_flag(ctx, item, "content");
        xy_rope_text(ctx->edits, rope, i ? ", " : "");
        add_content(ctx, rope, value);
        xy_rope_build(ctx->edits, rope, " AS %S", quoted_name(ctx, name));
    }
}

static void write_forest(xy_context *ctx, const xy_node *node)
{
    xy_rope rope = {0};
    xy_rope_text(ctx->edits, &rope, "XMLFOREST(");
    add_named(ctx, &rope, &XY_AS(call, node)->args);
    xy_rope_text(ctx->edits, &rope, ")");
    replace(ctx, node, rope);
}

static bool has_cursor(const xy_node *node)
{
    const xy_node *arg = xy_sql_arg(node, 0);
    return arg && (arg->kind == XY_NODE_CURSOR_EXPRESSION || XY_AS(call, node)->args.count > 1);
}

void xy_pass_xml_function(xy_context *ctx, xy_node *node)
{
    xy_rope object = {0};
    method what = method_of(ctx, node, &object);
    uint32_t count = XY_AS(call, node)->args.count;
    if (what != NO_METHOD)
        write_method(ctx, node, what, object);
    else if (xy_sql_is_builtin(ctx, node, "VALUE"))
        write_value(ctx, node);
    else if (xy_sql_is_builtin(ctx, node, "EXTRACTVALUE") && count >= 2)
        write_path_function(ctx, node, "xml_value");
    else if (xy_sql_is_builtin(ctx, node, "EXISTSNODE") && count >= 2)
        write_path_function(ctx, node, "xml_exists");
    else if (xy_sql_is_builtin(ctx, node, "EXTRACT") && count >= 2)
        write_path_function(ctx, node, "xml_extract");
    else if (xy_sql_is_builtin(ctx, node, "XMLFOREST"))
        write_forest(ctx, node);
    else if (xy_sql_is_builtin(ctx, node, "XMLTYPE") && has_cursor(node))
        xy_sql_flag(ctx, node, "method");
}

/* ---- functions with a syntax of their own ---- */

static bool has_word(const xy_context *ctx, const xy_node *node, const char *word)
{
    for (uint32_t i = node->first; i < node->last; i++)
        if (xy_sql_word(ctx, i, word))
            return true;
    return false;
}

/* XMLELEMENT([NAME] e, [XMLATTRIBUTES(…),] contents): without content Oracle writes <e></e>, so an empty text comes first. */
static void write_element(xy_context *ctx, const xy_node *node)
{
    const xy_nodes *operands = &XY_AS(function_syntax, node)->operands;
    xy_rope rope = {0};
    if (operands->count == 0 || operands->items[0]->kind != XY_NODE_NAME
        || xy_sql_word(ctx, xy_token_previous(ctx->source, operands->items[0]->first), "EVALNAME")) {
        xy_sql_flag(ctx, node, "method");
        return;
    }
    xy_rope_build(ctx->edits, &rope, "XMLELEMENT(NAME %S", quoted_name(ctx, xy_sql_last_part(ctx, operands->items[0])));
    uint32_t next = 1;
    const xy_node *attributes = operands->count > 1 ? operands->items[1] : NULL;
    if (attributes && attributes->kind == XY_NODE_CALL && xy_str_equal(xy_sql_last_part(ctx, XY_AS(call, attributes)->callee), XY_STR("XMLATTRIBUTES"))) {
        xy_rope_text(ctx->edits, &rope, ", XMLATTRIBUTES(");
        add_named(ctx, &rope, &XY_AS(call, attributes)->args);
        xy_rope_text(ctx->edits, &rope, ")");
        next = 2;
    }
    xy_rope_text(ctx->edits, &rope, ", ''");
    for (; next < operands->count; next++) {
        const xy_node *value = operands->items[next];
        if (value->kind == XY_NODE_SELECT_ITEM) {
            xy_sql_flag(ctx, value, "content");
            continue;
        }
        xy_rope_text(ctx->edits, &rope, ", ");
        add_content(ctx, &rope, value);
    }
    xy_rope_text(ctx->edits, &rope, ")");
    replace(ctx, node, rope);
}

/* The literal is a path that XPath 1.0 understands: no XQuery words, variables or constructors. */
static bool is_path(xy_context *ctx, const xy_node *node)
{
    node = xy_sql_bare(node);
    if (node->kind != XY_NODE_STRING_LITERAL)
        return false;
    const char *text = copied(ctx, xy_token_string(ctx->source, XY_AS(string_literal, node)->value, ctx->arena));
    return text[0] == '/' && !strpbrk(text, "${<;") && !strstr(text, " return ") && !strstr(text, "fn:") && !strstr(text, "ora:");
}

static bool is_cast_operand(const xy_node *node)
{
    const xy_node *parent = node->parent;
    while (parent && parent->kind == XY_NODE_PAREN)
        parent = parent->parent;
    return parent && parent->kind == XY_NODE_CAST;
}

/* XMLQUERY('path' PASSING x RETURNING CONTENT), and XMLCAST of it, whose text is that of all its nodes. */
static void write_query(xy_context *ctx, const xy_node *node)
{
    const xy_nodes *operands = &XY_AS(function_syntax, node)->operands;
    xy_rope rope = {0};
    if (operands->count != 2 || !is_path(ctx, operands->items[0])) {
        xy_sql_flag(ctx, node, "query");
        return;
    }
    xy_rope_build(ctx->edits, &rope, "%s(%n, %n)", xy_pass_runtime(ctx, is_cast_operand(node) ? "xml_text" : "xml_extract"), operands->items[1],
                  operands->items[0]);
    replace(ctx, node, rope);
}

void xy_pass_xml_syntax(xy_context *ctx, xy_node *node)
{
    uint32_t name = XY_AS(function_syntax, node)->name;
    const xy_nodes *operands = &XY_AS(function_syntax, node)->operands;
    if (xy_sql_word(ctx, name, "XMLELEMENT"))
        write_element(ctx, node);
    else if (xy_sql_word(ctx, name, "XMLQUERY"))
        write_query(ctx, node);
    else if (xy_sql_word(ctx, name, "XMLEXISTS") && (operands->count != 2 || !is_path(ctx, operands->items[0])))
        xy_sql_flag(ctx, node, "query");
    else if (xy_sql_word(ctx, name, "XMLSERIALIZE") && (operands->count > 2 || has_word(ctx, node, "INDENT")))
        xy_sql_flag(ctx, node, "method");
}

void xy_pass_xml_cast(xy_context *ctx, xy_node *node)
{
    if (!xy_sql_word(ctx, node->first, "XMLCAST"))
        return;
    const xy_node *operand = xy_sql_bare(XY_AS(cast, node)->operand);
    bool query = operand->kind == XY_NODE_FUNCTION_SYNTAX && xy_sql_word(ctx, XY_AS(function_syntax, operand)->name, "XMLQUERY");
    xy_rope rope = {0};
    xy_rope_text(ctx->edits, &rope, "CAST(");
    if (query)
        xy_rope_node(ctx->edits, &rope, operand);
    else
        xy_rope_build(ctx->edits, &rope, "%s(%n, '.')", xy_pass_runtime(ctx, "xml_text"), operand);
    xy_rope_build(ctx->edits, &rope, " AS %n)", XY_AS(cast, node)->type);
    replace(ctx, node, rope);
}

/* ---- FROM ---- */

/* TABLE(XMLSEQUENCE(EXTRACT(x, path))) t */
static void write_sequence(xy_context *ctx, const xy_node *node, const xy_node *call)
{
    const xy_table_function *t = XY_AS(table_function, node);
    const xy_node *source = xy_sql_bare(xy_sql_arg(call, 0));
    xy_rope rope = {0}, object = {0};
    xy_str alias = t->alias != XY_NO_TOKEN ? xy_pass_target_name(ctx, xy_token_name(ctx->source, t->alias, ctx->arena)) : xy_pass_fresh_name(ctx, "xy_nodes");
    method what = source->kind == XY_NODE_CALL ? method_of(ctx, source, &object) : NO_METHOD;
    bool extract = source->kind == XY_NODE_CALL && xy_sql_is_builtin(ctx, source, "EXTRACT") && XY_AS(call, source)->args.count >= 2;
    xy_rope_build(ctx->edits, &rope, "%s(", xy_pass_runtime(ctx, "xml_nodes"));
    if (what == EXTRACT_METHOD && XY_AS(call, source)->args.count) {
        xy_rope_join(ctx->edits, &rope, object);
        add_path(ctx, &rope, &XY_AS(call, source)->args, 0);
    } else if (extract) {
        xy_rope_node(ctx->edits, &rope, XY_AS(call, source)->args.items[0]);
        add_path(ctx, &rope, &XY_AS(call, source)->args, 1);
    } else {
        xy_rope_build(ctx->edits, &rope, "%n, '/*'", source);
    }
    xy_rope_build(ctx->edits, &rope, ") AS %S(column_value)", alias);
    xy_edit_replace_node(ctx->edits, node, XY_LAYER_OWN, rope, xy_sql_rule(ctx));
    xy_edit_token(ctx->edits, XY_AS(name, XY_AS(call, call)->callee)->parts.items[0], "xml_nodes", xy_sql_rule(ctx));
}

/* A column of XMLTABLE whose node is empty is NULL in Oracle, '' in PostgreSQL: the path asks for one that has text. */
static void write_path_column(xy_context *ctx, const xy_node *node)
{
    const xy_path_column *column = XY_AS(path_column, node);
    const char *rule = xy_sql_rule(ctx);
    xy_str name = xy_token_name(ctx->source, column->name, ctx->arena), path;
    if (column->ordinality != XY_NO_TOKEN)
        return;
    bool xml = column->type && xy_sema_type_of(ctx->analysis, column->type) && xy_sema_type_of(ctx->analysis, column->type)->family == XY_FAMILY_XML;
    if (column->path && xy_sql_bare(column->path)->kind != XY_NODE_STRING_LITERAL) {
        xy_sql_flag(ctx, column->path, "query");
        return;
    }
    path = column->path ? xy_token_string(ctx->source, XY_AS(string_literal, xy_sql_bare(column->path))->value, ctx->arena) : name;
    if (!path.length || strpbrk(copied(ctx, path), "${;")) {
        xy_sql_flag(ctx, node, "query");
        return;
    }
    if (!xml && path.data[path.length - 1] != ')' && !column->default_) {
        xy_str step = xy_str_equal(path, XY_STR(".")) ? XY_STR("self::node()") : path;
        path = xy_str_format(ctx->arena, "%.*s[string()]", XY_STR_ARG(step));
    }
    xy_buffer text;
    xy_buffer_init(&text, ctx->arena);
    xy_buffer_add_char(&text, '\'');
    for (uint32_t i = 0; i < path.length; i++) {
        xy_buffer_add_char(&text, path.data[i]);
        if (path.data[i] == '\'')
            xy_buffer_add_char(&text, '\'');
    }
    xy_buffer_add_text(&text, "'");
    if (column->path) {
        xy_edit_token(ctx->edits, XY_AS(string_literal, xy_sql_bare(column->path))->value, copied(ctx, xy_buffer_str(&text)), rule);
    } else if (column->type) {
        xy_rope rope = {0};
        xy_rope_build(ctx->edits, &rope, " PATH %S", xy_buffer_str(&text));
        xy_edit_insert(ctx->edits, xy_token_previous(ctx->source, column->type->last), XY_AFTER, rope, rule);
    }
}

void xy_pass_xml_table(xy_context *ctx, xy_node *node)
{
    if (node->kind == XY_NODE_TABLE_FUNCTION) {
        const xy_node *call = sequence_call(ctx, node);
        if (call)
            write_sequence(ctx, node, call);
        return;
    }
    const xy_syntax_table *table = XY_AS(syntax_table, node);
    if (!xy_sql_word(ctx, table->name, "XMLTABLE"))
        return;
    for (uint32_t i = 0; i < table->columns.count; i++)
        if (table->columns.items[i]->kind == XY_NODE_PATH_COLUMN)
            write_path_column(ctx, table->columns.items[i]);
    if (table->operands.count < 2)
        xy_sql_flag(ctx, node, "no-document");
    if (table->operands.count && !is_path(ctx, table->operands.items[0]) && xy_sql_bare(table->operands.items[0])->kind == XY_NODE_STRING_LITERAL)
        xy_sql_flag(ctx, table->operands.items[0], "query");
}
