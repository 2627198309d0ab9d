/* CHAR against VARCHAR2 (trap D05): Oracle pads with blanks only when all values of a comparison are CHAR or literals; PostgreSQL takes the
 * blanks off whenever one is char(n). Where a VARCHAR2 takes part the CHAR becomes text with its blanks, and literals that are compared with it
 * in the same place get the blanks that padding would have given them. */
#include "pass/convert.h"

/* One value of a comparison. A column that a `*` brings has no expression. */
typedef struct side {
    const xy_node *expr;
    const xy_type *type;
} side;
typedef XY_VEC(side) sides;

static side side_of(const xy_context *ctx, const xy_node *expr)
{
    return (side){expr, xy_info_of(ctx->analysis, expr)->type};
}

static bool is_literal(const side *s)
{
    return s->expr && xy_sql_bare(s->expr)->kind == XY_NODE_STRING_LITERAL;
}

/* 'a' || 'b': literals are CHAR, and so is what is made of nothing but them. */
static bool joins_literals(const xy_node *expr)
{
    const xy_node *bare = xy_sql_bare(expr);
    if (bare->kind != XY_NODE_BINARY || XY_AS(binary, bare)->op != XY_BINARY_OP_CONCAT)
        return false;
    const xy_node *parts[] = {xy_sql_bare(XY_AS(binary, bare)->left), xy_sql_bare(XY_AS(binary, bare)->right)};
    for (int i = 0; i < 2; i++)
        if (parts[i]->kind != XY_NODE_STRING_LITERAL && !joins_literals(parts[i]))
            return false;
    return true;
}

/* With the conversion that Oracle makes of it in this place. */
static xy_family family_of(const xy_context *ctx, const side *s)
{
    if (is_literal(s))
        return XY_FAMILY_UNKNOWN;
    if (!s->expr)
        return s->type ? s->type->family : XY_FAMILY_UNKNOWN;
    uint8_t converted = xy_info_of(ctx->analysis, s->expr)->convert_to;
    if (!converted && joins_literals(s->expr))
        return XY_FAMILY_CHAR;
    return converted ? (xy_family)converted : xy_sql_family(ctx, s->expr);
}

static bool is_char(const xy_context *ctx, const side *s)
{
    return family_of(ctx, s) == XY_FAMILY_CHAR;
}

static bool is_text(const xy_context *ctx, const side *s)
{
    xy_family family = family_of(ctx, s);
    return family == XY_FAMILY_VARCHAR || family == XY_FAMILY_CLOB;
}

static bool any(const xy_context *ctx, const sides *list, bool (*test)(const xy_context *, const side *))
{
    for (uint32_t i = 0; i < list->count; i++)
        if (test(ctx, &list->items[i]))
            return true;
    return false;
}

/* ---- what is compared with what ---- */

/* Column `column` of the query's result: one value for each block of a set operation. */
static void add_query(xy_context *ctx, const xy_node *query, uint32_t column, sides *out)
{
    if (query->kind == XY_NODE_SET_OPERATION) {
        add_query(ctx, XY_AS(set_operation, query)->left, column, out);
        add_query(ctx, XY_AS(set_operation, query)->right, column, out);
        return;
    }
    if (query->kind == XY_NODE_PAREN_QUERY) {
        add_query(ctx, XY_AS(paren_query, query)->query, column, out);
        return;
    }
    if (query->kind == XY_NODE_SELECT) {
        add_query(ctx, XY_AS(select, query)->body, column, out);
        return;
    }
    if (query->kind != XY_NODE_QUERY_BLOCK)
        return;
    xy_nodes items = XY_AS(query_block, query)->items;
    for (uint32_t i = 0; i <= column && i < items.count; i++) {
        const xy_node *expr = items.items[i]->kind == XY_NODE_SELECT_ITEM ? XY_AS(select_item, items.items[i])->expr : items.items[i];
        if (expr->kind == XY_NODE_STAR)
            break;
        if (i == column) {
            xy_vec_push(ctx->arena, out, side_of(ctx, expr));
            return;
        }
    }
    xy_symbol *const *columns;
    uint32_t count;
    if (xy_sema_query_columns(ctx->analysis, query, &columns, &count) && column < count)
        xy_vec_push(ctx->arena, out, ((side){NULL, columns[column]->type}));
}

/* The expression, or its column when rows are compared; a query beside one value is the value that it gives. */
static void add_operand(xy_context *ctx, const xy_node *operand, uint32_t column, bool rows, sides *out)
{
    const xy_node *bare = xy_sql_bare(operand);
    if (rows && bare->kind == XY_NODE_ROW) {
        if (column < XY_AS(row, bare)->items.count)
            xy_vec_push(ctx->arena, out, side_of(ctx, XY_AS(row, bare)->items.items[column]));
    } else if (rows && bare->kind == XY_NODE_SUBQUERY) {
        add_query(ctx, XY_AS(subquery, bare)->query, column, out);
    } else {
        xy_vec_push(ctx->arena, out, side_of(ctx, operand));
    }
}

/* ---- edits ---- */

static void keep_blanks(xy_context *ctx, const xy_node *at, const side *s)
{
    xy_rope rope = {0};
    if (!s->expr) {
        xy_sql_flag(ctx, at, "mixed");
        return;
    }
    if (joins_literals(s->expr))
        return; /* text on the target already */
    xy_rope_build(ctx->edits, &rope, "%s(%n)", xy_pass_runtime(ctx, "to_text"), s->expr);
    xy_edit_replace_node(ctx->edits, s->expr, XY_LAYER_WRAP, rope, xy_sql_rule(ctx));
}

static uint32_t characters(xy_str text)
{
    uint32_t count = 0;
    for (size_t i = 0; i < text.length; i++)
        count += ((unsigned char)text.data[i] & 0xC0) != 0x80;
    return count;
}

/* As long as the CHAR that it is compared with; '' stays, it is NULL. */
static void pad_literal(xy_context *ctx, const side *s, int32_t length)
{
    xy_str text = xy_token_string(ctx->source, XY_AS(string_literal, xy_sql_bare(s->expr))->value, ctx->arena);
    uint32_t have = characters(text);
    if (text.length == 0 || have >= (uint32_t)length)
        return;
    xy_rope rope = {0};
    xy_rope_str(ctx->edits, &rope, xy_sql_quote(ctx, xy_str_format(ctx->arena, "%.*s%*s", XY_STR_ARG(text), (int)((uint32_t)length - have), "")));
    xy_edit_replace_node(ctx->edits, s->expr, XY_LAYER_WRAP, rope, xy_sql_rule(ctx));
}

/* Blanks at the end of a literal that is longer than the CHAR would have to go: too rare to be done here. */
static bool fits(const xy_context *ctx, const side *s, int32_t length)
{
    if (is_literal(s)) {
        xy_str text = xy_token_string(ctx->source, XY_AS(string_literal, xy_sql_bare(s->expr))->value, ctx->arena);
        return length > 0 && (characters(text) <= (uint32_t)length || text.data[text.length - 1] != ' ');
    }
    return !is_char(ctx, s) || (length > 0 && s->type && s->type->precision == length);
}

/* The CHAR `operand` meets a VARCHAR2: all that it is compared with in the same place must bear the comparison without padding. */
static void compare_as_text(xy_context *ctx, const xy_node *at, const side *operand, const sides *others)
{
    int32_t length = operand->type ? operand->type->precision : 0;
    keep_blanks(ctx, at, operand);
    for (uint32_t i = 0; i < others->count; i++) {
        const side *other = &others->items[i];
        if (!fits(ctx, other, length))
            xy_sql_flag(ctx, at, "mixed");
        else if (is_literal(other))
            pad_literal(ctx, other, length);
        else if (is_char(ctx, other))
            keep_blanks(ctx, at, other);
    }
}

/* CHAR in Oracle, but the target's function or operator gives text. */
static bool is_computed(const xy_context *ctx, const side *s)
{
    const xy_node *bare = s->expr && is_char(ctx, s) ? xy_sql_bare(s->expr) : NULL;
    if (bare && bare->kind == XY_NODE_BINARY)
        return XY_AS(binary, bare)->op == XY_BINARY_OP_CONCAT;
    return bare && bare->kind == XY_NODE_CALL && xy_sql_in_words("UPPER LOWER INITCAP", xy_sql_builtin(ctx, bare));
}

/* Compared as char(n), without its blanks. */
static void cut_blanks(xy_context *ctx, const side *s)
{
    xy_rope rope = {0};
    if (!is_computed(ctx, s))
        return;
    xy_rope_build(ctx->edits, &rope, "CAST(%n AS bpchar)", s->expr);
    xy_edit_replace_node(ctx->edits, s->expr, XY_LAYER_WRAP, rope, xy_sql_rule(ctx));
}

static bool is_padded(const xy_context *ctx, const side *s)
{
    return is_char(ctx, s) || is_literal(s);
}

/* Blanks and control characters are what padding can make a difference of. */
static bool ends_low(xy_str text)
{
    for (size_t i = 0; i < text.length; i++)
        if ((unsigned char)text.data[i] < ' ')
            return true;
    return text.length && text.data[text.length - 1] == ' ';
}

/* Literals alone are CHAR on both sides: all get the length of the longest. */
static void compare_literals(xy_context *ctx, const side *operand, const sides *others)
{
    uint32_t longest = 0;
    bool low = false;
    for (uint32_t i = 0; i <= others->count; i++) {
        const side *s = i < others->count ? &others->items[i] : operand;
        if (!is_literal(s))
            return;
        xy_str text = xy_token_string(ctx->source, XY_AS(string_literal, xy_sql_bare(s->expr))->value, ctx->arena);
        longest = characters(text) > longest ? characters(text) : longest;
        low = low || ends_low(text);
    }
    for (uint32_t i = 0; low && i <= others->count; i++)
        pad_literal(ctx, i < others->count ? &others->items[i] : operand, (int32_t)longest);
}

static void compare(xy_context *ctx, const xy_node *at, const side *operand, const sides *others)
{
    bool padded = is_padded(ctx, operand);
    if (is_literal(operand))
        compare_literals(ctx, operand, others);
    for (uint32_t i = 0; padded && i < others->count; i++)
        padded = is_padded(ctx, &others->items[i]);
    if (padded) {
        cut_blanks(ctx, operand);
        for (uint32_t i = 0; i < others->count; i++)
            cut_blanks(ctx, &others->items[i]);
    } else if (is_char(ctx, operand)) {
        if (any(ctx, others, is_text))
            compare_as_text(ctx, at, operand, others);
    } else if (is_text(ctx, operand)) {
        for (uint32_t i = 0; i < others->count; i++)
            if (is_char(ctx, &others->items[i]))
                keep_blanks(ctx, at, &others->items[i]);
    } else if (is_literal(operand) && at->kind == XY_NODE_IN && any(ctx, others, is_char) && any(ctx, others, is_text)) {
        xy_sql_flag(ctx, at, "mixed");
    }
}

/* ---- the forms of comparison ---- */

/* `query` is compared beside the nodes of the lists. */
typedef struct compared {
    const xy_node *operand, *query;
    const xy_nodes *lists;
    uint32_t list_count;
} compared;

static void compare_columns(xy_context *ctx, const xy_node *at, const compared *c)
{
    const xy_node *bare = xy_sql_bare(c->operand);
    bool rows = bare->kind == XY_NODE_ROW;
    uint32_t count = rows ? XY_AS(row, bare)->items.count : 1;
    for (uint32_t column = 0; column < count; column++) {
        sides others = {0}, operand = {0};
        add_operand(ctx, c->operand, column, rows, &operand);
        for (uint32_t i = 0; i < c->list_count; i++)
            for (uint32_t k = 0; k < c->lists[i].count; k++)
                add_operand(ctx, c->lists[i].items[k], column, rows, &others);
        if (c->query)
            add_query(ctx, c->query, column, &others);
        compare(ctx, at, &operand.items[0], &others);
    }
}

static void compare_binary(xy_context *ctx, const xy_node *node)
{
    const xy_binary *binary = XY_AS(binary, node);
    xy_node *right = binary->right;
    xy_nodes list = {.items = &right, .count = 1};
    compared c = {.operand = binary->left, .lists = &list, .list_count = 1};
    if (right->kind == XY_NODE_QUANTIFIED) {
        c.lists = &XY_AS(quantified, right)->list;
        c.query = XY_AS(quantified, right)->query;
    }
    compare_columns(ctx, node, &c);
}

/* CASE a WHEN b: all conditions, for the selector is computed once. */
static void compare_selector(xy_context *ctx, const xy_node *node, const xy_node *selector, xy_nodes branches)
{
    xy_nodes *lists = XY_NEW_ARRAY(ctx->arena, xy_nodes, branches.count + 1);
    for (uint32_t i = 0; i < branches.count; i++)
        lists[i] = branches.items[i]->kind == XY_NODE_WHEN ? XY_AS(when, branches.items[i])->conditions : XY_AS(case_branch, branches.items[i])->conditions;
    if (selector)
        compare_columns(ctx, node, &(compared){.operand = selector, .lists = lists, .list_count = branches.count});
}

void xy_pass_char_comparison(xy_context *ctx, xy_node *node)
{
    switch (node->kind) {
    case XY_NODE_BINARY: compare_binary(ctx, node); break;
    case XY_NODE_IN: {
        const xy_in *in = XY_AS(in, node);
        compare_columns(ctx, node, &(compared){.operand = in->operand, .query = in->query, .lists = &in->list, .list_count = 1});
        break;
    }
    case XY_NODE_BETWEEN: {
        xy_node *bounds[] = {XY_AS(between, node)->low, XY_AS(between, node)->high};
        xy_nodes list = {.items = bounds, .count = 2};
        compare_columns(ctx, node, &(compared){.operand = XY_AS(between, node)->operand, .lists = &list, .list_count = 1});
        break;
    }
    case XY_NODE_CASE: compare_selector(ctx, node, XY_AS(case, node)->operand, XY_AS(case, node)->whens); break;
    case XY_NODE_CASE_STATEMENT: compare_selector(ctx, node, XY_AS(case_statement, node)->operand, XY_AS(case_statement, node)->branches); break;
    case XY_NODE_CALL: {
        xy_node *other = xy_sql_arg(node, 1); /* NULLIF(a, b) */
        compare_columns(ctx, node, &(compared){.operand = xy_sql_arg(node, 0), .lists = &(xy_nodes){.items = &other, .count = 1}, .list_count = 1});
        break;
    }
    default: break;
    }
}

/* ---- joins that compare columns of one name ---- */

static const xy_type *column_type(const xy_symbol *table, xy_str name)
{
    while (table && (table->kind == XY_SYM_ALIAS || table->kind == XY_SYM_SYNONYM) && table->target)
        table = table->target;
    for (uint32_t i = 0; table && i < table->column_count; i++)
        if (xy_str_equal(table->columns[i]->name, name))
            return table->columns[i]->type;
    return NULL;
}

/* Has one of the block's tables the column as CHAR and another one as VARCHAR2? */
static bool mixes(xy_symbol *const *tables, uint32_t count, xy_str name)
{
    bool is_char = false, is_text = false;
    for (uint32_t i = 0; i < count; i++) {
        const xy_type *type = column_type(tables[i], name);
        is_char = is_char || (type && type->family == XY_FAMILY_CHAR);
        is_text = is_text || (type && type->family == XY_FAMILY_VARCHAR);
    }
    return is_char && is_text;
}

static void check_column(xy_context *ctx, const xy_node *node, xy_symbol *const *tables, uint32_t count, xy_str name)
{
    if (mixes(tables, count, name))
        xy_pass_flag(ctx, node, "column", "name", xy_arena_copy(ctx->arena, name.data, name.length), NULL);
}

/* JOIN … USING (c), NATURAL JOIN: both columns become one there, so neither can be converted in place. */
void xy_pass_char_join(xy_context *ctx, xy_node *node)
{
    const xy_join *join = XY_AS(join, node);
    const xy_node *block = node->parent;
    uint32_t count = 0;
    while (block && block->kind != XY_NODE_QUERY_BLOCK)
        block = block->parent;
    if (!block || (join->using.count == 0 && join->natural == XY_NO_TOKEN))
        return;
    xy_symbol *const *tables = xy_sema_block_tables(ctx->analysis, block, &count);
    for (uint32_t i = 0; i < join->using.count; i++)
        check_column(ctx, node, tables, count, xy_token_name(ctx->source, join->using.items[i], ctx->arena));
    const xy_symbol *first = join->natural != XY_NO_TOKEN && count > 0 ? tables[0] : NULL;
    while (first && (first->kind == XY_SYM_ALIAS || first->kind == XY_SYM_SYNONYM) && first->target)
        first = first->target;
    for (uint32_t i = 0; first && i < first->column_count; i++)
        check_column(ctx, node, tables, count, first->columns[i]->name);
}
