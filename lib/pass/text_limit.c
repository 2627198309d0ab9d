/* Blanks at the end of a text that is too long for its place (traps D05, D06), the pass `text-limit`: the target cuts them off, Oracle raises. What is too
 * long by other characters is refused by the target, too, so only values that may end in blanks are checked, and only where their length is not known to fit.
 */
#include "pass/dynamic.h"
#include "pass/place.h"
#include "pass/sql.h"

/* What the end of a text may be; the higher one counts. */
typedef enum ending { NO_BLANK, ANY_CHARACTER /* what a variable happens to hold */, BLANK } ending;

enum { NOT_KNOWN = -1 };

/* What the declarations and literals tell of a text. */
typedef struct text_facts {
    int32_t longest; /* in characters, or NOT_KNOWN */
    ending end;
} text_facts;

static text_facts facts_of(xy_context *ctx, const xy_node *node);

static ending worse(ending a, ending b)
{
    return a > b ? a : b;
}

static text_facts of_literal(xy_context *ctx, const xy_node *node)
{
    xy_str text = xy_token_string(ctx->source, XY_AS(string_literal, node)->value, ctx->arena);
    text_facts facts = {0, text.length && text.data[text.length - 1] == ' ' ? BLANK : NO_BLANK};
    for (uint32_t i = 0; i < text.length; i++)
        facts.longest += ((unsigned char)text.data[i] & 0xC0) != 0x80;
    return facts;
}

/* A column, variable or field: what it was declared with. A parameter takes texts of any length. */
static text_facts of_declared(xy_context *ctx, const xy_node *node)
{
    const xy_info *info = xy_info_of(ctx->analysis, node);
    const xy_type *type = info->type;
    bool parameter = info->symbol && info->symbol->kind == XY_SYM_PARAMETER;
    if (!type || parameter || (type->family != XY_FAMILY_VARCHAR && type->family != XY_FAMILY_CHAR) || type->precision <= 0)
        return (text_facts){NOT_KNOWN, type && !xy_is_char_family(type->family) && type->family != XY_FAMILY_UNKNOWN ? NO_BLANK : ANY_CHARACTER};
    return (text_facts){type->precision, type->family == XY_FAMILY_CHAR ? BLANK : ANY_CHARACTER};
}

static text_facts of_concat(xy_context *ctx, const xy_node *node)
{
    text_facts left = facts_of(ctx, XY_AS(binary, node)->left), right = facts_of(ctx, XY_AS(binary, node)->right);
    bool known = left.longest != NOT_KNOWN && right.longest != NOT_KNOWN && left.longest + right.longest <= XY_LIMIT_LENGTH;
    bool left_ends = xy_sql_maybe_null(ctx, XY_AS(binary, node)->right);
    return (text_facts){known ? left.longest + right.longest : NOT_KNOWN, left_ends ? worse(left.end, right.end) : right.end};
}

static text_facts of_any(xy_context *ctx, xy_nodes values, uint32_t from)
{
    text_facts facts = {0, NO_BLANK};
    for (uint32_t i = from; i < values.count; i++) {
        text_facts one = facts_of(ctx, values.items[i]);
        facts.end = worse(facts.end, one.end);
        facts.longest = facts.longest == NOT_KNOWN || one.longest == NOT_KNOWN ? NOT_KNOWN : one.longest > facts.longest ? one.longest : facts.longest;
    }
    return facts;
}

static text_facts of_case(xy_context *ctx, const xy_node *node)
{
    const xy_case *c = XY_AS(case, node);
    text_facts facts = c->otherwise ? facts_of(ctx, c->otherwise) : (text_facts){0, NO_BLANK};
    for (uint32_t i = 0; i < c->whens.count; i++) {
        if (c->whens.items[i]->kind != XY_NODE_WHEN)
            continue;
        text_facts one = facts_of(ctx, XY_AS(when, c->whens.items[i])->result);
        facts.end = worse(facts.end, one.end);
        facts.longest = facts.longest == NOT_KNOWN || one.longest == NOT_KNOWN ? NOT_KNOWN : one.longest > facts.longest ? one.longest : facts.longest;
    }
    return facts;
}

/* RPAD(x, n) is n characters long, and ends in blanks when no other filling is given. */
static text_facts of_rpad(xy_context *ctx, const xy_node *call)
{
    int64_t n = NOT_KNOWN;
    const xy_node *filling = xy_sql_arg(call, 2), *length = xy_sql_arg(call, 1);
    if (!length || !xy_sql_integer(ctx, length, &n) || n > XY_LIMIT_LENGTH || n < 0)
        n = NOT_KNOWN;
    return (text_facts){(int32_t)n, filling ? facts_of(ctx, filling).end : BLANK};
}

static text_facts of_substr(xy_context *ctx, const xy_node *call)
{
    text_facts facts = facts_of(ctx, xy_sql_arg(call, 0));
    int64_t n;
    const xy_node *length = xy_sql_arg(call, 2);
    if (length && xy_sql_integer(ctx, length, &n) && n >= 0 && n <= XY_LIMIT_LENGTH && (facts.longest == NOT_KNOWN || n < facts.longest))
        facts.longest = (int32_t)n;
    if (facts.end == NO_BLANK && facts_of(ctx, xy_sql_arg(call, 0)).longest != 0)
        facts.end = ANY_CHARACTER; /* cut within the text */
    return facts;
}

static text_facts of_call(xy_context *ctx, const xy_node *node)
{
    xy_str name = xy_sql_builtin(ctx, node);
    xy_nodes args = XY_AS(call, node)->args;
    text_facts first = args.count ? facts_of(ctx, xy_sql_arg(node, 0)) : (text_facts){NOT_KNOWN, ANY_CHARACTER};
    if (!name.length || !args.count)
        return (text_facts){NOT_KNOWN, ANY_CHARACTER};
    if (xy_sql_in_words("TRIM RTRIM", name) && args.count == 1)
        return (text_facts){first.longest, NO_BLANK};
    if (xy_sql_in_words("UPPER LOWER INITCAP LTRIM", name))
        return first;
    if (xy_sql_in_words("NVL COALESCE", name))
        return of_any(ctx, args, 0);
    if (xy_sql_in_words("NVL2", name))
        return of_any(ctx, args, 1);
    if (xy_sql_in_words("RPAD", name))
        return of_rpad(ctx, node);
    if (xy_sql_in_words("SUBSTR", name))
        return of_substr(ctx, node);
    return (text_facts){NOT_KNOWN, ANY_CHARACTER};
}

static text_facts facts_of(xy_context *ctx, const xy_node *node)
{
    node = xy_sql_bare(node);
    if (xy_sql_is_null_literal(ctx, node))
        return (text_facts){0, NO_BLANK};
    switch (node->kind) {
    case XY_NODE_STRING_LITERAL: return of_literal(ctx, node);
    case XY_NODE_CASE: return of_case(ctx, node);
    case XY_NODE_NAME:
    case XY_NODE_FIELD: return of_declared(ctx, node);
    case XY_NODE_CALL: return xy_info_of(ctx->analysis, node)->is_element ? of_declared(ctx, node) : of_call(ctx, node);
    case XY_NODE_BINARY:
        if (XY_AS(binary, node)->op == XY_BINARY_OP_CONCAT)
            return of_concat(ctx, node);
        return (text_facts){NOT_KNOWN, NO_BLANK};
    default: return (text_facts){NOT_KNOWN, ANY_CHARACTER};
    }
}

/* Is the length checked already: a place that is written by a function or as JSON? */
static bool is_checked_by_place(xy_context *ctx, const xy_node *value)
{
    const xy_node *parent = value->parent;
    return parent && parent->kind == XY_NODE_ASSIGN && !xy_place_is_plain(ctx, XY_AS(assign, parent)->target);
}

/* The declaration of the variable that the value is assigned to, or null. */
static const xy_node *declaration_of_place(const xy_context *ctx, const xy_node *value)
{
    const xy_node *parent = value->parent;
    if (parent && parent->kind == XY_NODE_VARIABLE_DECL)
        return parent;
    const xy_symbol *symbol = parent && parent->kind == XY_NODE_ASSIGN ? xy_info_of(ctx->analysis, XY_AS(assign, parent)->target)->symbol : NULL;
    return symbol ? symbol->node : NULL;
}

void xy_pass_text_limit(xy_context *ctx, xy_node *node)
{
    unsigned limit = xy_info_of(ctx->analysis, node)->limit;
    if (!limit)
        return;
    int32_t n = (int32_t)(limit & XY_LIMIT_LENGTH);
    text_facts facts = facts_of(ctx, node);
    if (facts.end == NO_BLANK || (facts.longest != NOT_KNOWN && facts.longest <= n) || is_checked_by_place(ctx, node))
        return;
    if (facts.end == ANY_CHARACTER && ((limit & XY_LIMIT_COLUMN) || facts.longest == NOT_KNOWN))
        return;
    xy_sql_nodes *list = ctx->states[XY_STATE_TEXT_LIMITS];
    if (!list)
        list = ctx->states[XY_STATE_TEXT_LIMITS] = XY_NEW(ctx->arena, xy_sql_nodes);
    xy_vec_push(ctx->arena, list, node);
}

/* After the walk, when it is known which variables hold translated SQL: those have lost their length, for what they hold has another one. */
void xy_pass_text_limit_finish(xy_context *ctx)
{
    const xy_sql_nodes *list = ctx->states[XY_STATE_TEXT_LIMITS];
    for (uint32_t i = 0; list && i < list->count; i++) {
        const xy_node *node = list->items[i], *declaration = declaration_of_place(ctx, node);
        unsigned limit = xy_info_of(ctx->analysis, node)->limit;
        xy_rope before = {0}, after = {0};
        if (declaration && xy_dynamic_is_widened(ctx, declaration))
            continue;
        xy_rope_format(ctx->edits, &before, "%s(", xy_pass_runtime(ctx, limit & XY_LIMIT_COLUMN ? "fit_column" : "fit"));
        xy_rope_format(ctx->edits, &after, ", %d)", (int)(limit & XY_LIMIT_LENGTH));
        xy_edit_insert(ctx->edits, node->first, XY_BEFORE, before, xy_rule_id(ctx->rule));
        xy_edit_insert(ctx->edits, node->last - 1, XY_AFTER, after, xy_rule_id(ctx->rule));
    }
}
