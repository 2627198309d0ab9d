/* How tightly expressions bind in PostgreSQL ("Operator Precedence" in its manual), as tables. The other targets are no stricter:
 * where PostgreSQL needs no parentheses they need none, with one exception that costs nothing (`||` binds like `+` in Oracle's family). */
#include "edit/edit.h"

enum { OP_ANY = 255 };

typedef enum operand_side { SIDE_BOTH_TIGHTER, SIDE_LEFT_EQUAL, SIDE_BOTH_EQUAL } operand_side;

/** A node that is an operator: its binding and what its operands need. */
typedef struct operator_node {
    uint16_t kind;
    uint8_t op; /**< value of the field `op`, or OP_ANY */
    uint8_t binding;
    uint8_t sides; /**< non-associative, left-associative, or associative by nature (AND, OR) */
} operator_node;

static const operator_node operator_nodes[] = {
    {XY_NODE_BINARY, XY_BINARY_OP_ADD, XY_PREC_ADD, SIDE_LEFT_EQUAL},
    {XY_NODE_BINARY, XY_BINARY_OP_SUB, XY_PREC_ADD, SIDE_LEFT_EQUAL},
    {XY_NODE_BINARY, XY_BINARY_OP_MUL, XY_PREC_MULTIPLY, SIDE_LEFT_EQUAL},
    {XY_NODE_BINARY, XY_BINARY_OP_DIV, XY_PREC_MULTIPLY, SIDE_LEFT_EQUAL},
    {XY_NODE_BINARY, XY_BINARY_OP_MOD, XY_PREC_MULTIPLY, SIDE_LEFT_EQUAL},
    {XY_NODE_BINARY, XY_BINARY_OP_CONCAT, XY_PREC_OTHER, SIDE_LEFT_EQUAL},
    {XY_NODE_BINARY, XY_BINARY_OP_POWER, XY_PREC_POWER, SIDE_LEFT_EQUAL},
    {XY_NODE_BINARY, XY_BINARY_OP_EQ, XY_PREC_COMPARE, SIDE_BOTH_TIGHTER},
    {XY_NODE_BINARY, XY_BINARY_OP_NE, XY_PREC_COMPARE, SIDE_BOTH_TIGHTER},
    {XY_NODE_BINARY, XY_BINARY_OP_LT, XY_PREC_COMPARE, SIDE_BOTH_TIGHTER},
    {XY_NODE_BINARY, XY_BINARY_OP_LE, XY_PREC_COMPARE, SIDE_BOTH_TIGHTER},
    {XY_NODE_BINARY, XY_BINARY_OP_GT, XY_PREC_COMPARE, SIDE_BOTH_TIGHTER},
    {XY_NODE_BINARY, XY_BINARY_OP_GE, XY_PREC_COMPARE, SIDE_BOTH_TIGHTER},
    {XY_NODE_BINARY, XY_BINARY_OP_AND, XY_PREC_AND, SIDE_BOTH_EQUAL},
    {XY_NODE_BINARY, XY_BINARY_OP_OR, XY_PREC_OR, SIDE_BOTH_EQUAL},
    {XY_NODE_BINARY, OP_ANY, XY_PREC_OTHER, SIDE_LEFT_EQUAL},
    {XY_NODE_UNARY, XY_UNARY_OP_NOT, XY_PREC_NOT, SIDE_BOTH_EQUAL},
    {XY_NODE_UNARY, OP_ANY, XY_PREC_UNARY, SIDE_BOTH_EQUAL},
    {XY_NODE_BETWEEN, OP_ANY, XY_PREC_RANGE, SIDE_BOTH_TIGHTER},
    {XY_NODE_LIKE, OP_ANY, XY_PREC_RANGE, SIDE_BOTH_TIGHTER},
    {XY_NODE_IN, OP_ANY, XY_PREC_RANGE, SIDE_BOTH_TIGHTER},
    {XY_NODE_MEMBER_OF, OP_ANY, XY_PREC_RANGE, SIDE_BOTH_TIGHTER},
    {XY_NODE_IS_NULL, OP_ANY, XY_PREC_IS, SIDE_BOTH_TIGHTER},
    {XY_NODE_IS_CONDITION, OP_ANY, XY_PREC_IS, SIDE_BOTH_TIGHTER},
    {XY_NODE_COLLATE, OP_ANY, XY_PREC_COLLATE, SIDE_BOTH_EQUAL},
    {XY_NODE_AT_TIME_ZONE, OP_ANY, XY_PREC_AT_ZONE, SIDE_BOTH_EQUAL},
    {XY_NODE_INTERVAL_EXPRESSION, OP_ANY, XY_PREC_PRIMARY, SIDE_BOTH_EQUAL},
    {XY_NODE_FIELD, OP_ANY, XY_PREC_PRIMARY, SIDE_BOTH_EQUAL},
    {XY_NODE_OUTER_JOIN, OP_ANY, XY_PREC_PRIMARY, SIDE_BOTH_EQUAL},
    {XY_NODE_CURSOR_ATTRIBUTE, OP_ANY, XY_PREC_PRIMARY, SIDE_BOTH_EQUAL},
};

static const operator_node *find_operator(const xy_node *node)
{
    int op = node->kind == XY_NODE_BINARY ? XY_AS(binary, node)->op : node->kind == XY_NODE_UNARY ? XY_AS(unary, node)->op : OP_ANY;
    for (size_t i = 0; i < sizeof operator_nodes / sizeof *operator_nodes; i++) {
        const operator_node *o = &operator_nodes[i];
        if (o->kind == node->kind && (o->op == OP_ANY || o->op == op))
            return o;
    }
    return NULL;
}

xy_precedence xy_precedence_of(const xy_node *node)
{
    const operator_node *o = find_operator(node);
    return o ? (xy_precedence)o->binding : XY_PREC_PRIMARY;
}

xy_precedence xy_precedence_needed(const xy_node *node)
{
    const xy_node *parent = node->parent;
    if (!parent)
        return XY_PREC_ANY;
    if (parent->kind == XY_NODE_CALL)
        return XY_AS(call, parent)->callee == node ? XY_PREC_PRIMARY : XY_PREC_ANY;
    if (parent->kind == XY_NODE_IN && XY_AS(in, parent)->operand != node)
        return XY_PREC_ANY; /* in the list */
    const operator_node *o = find_operator(parent);
    if (!o)
        return XY_PREC_ANY;
    bool tighter = o->sides == SIDE_BOTH_TIGHTER || (o->sides == SIDE_LEFT_EQUAL && node->first != parent->first);
    return (xy_precedence)(o->binding + tighter);
}

/* ---- operators of target text ---- */

typedef struct operator_token {
    xy_str text;
    uint8_t infix, prefix; /**< XY_PREC_ANY: not used so */
} operator_token;

#define OPERATOR(text, infix, prefix)                                                                                                                          \
    {                                                                                                                                                          \
        {(text), sizeof(text) - 1}, XY_PREC_##infix, XY_PREC_##prefix                                                                                          \
    }
static const operator_token operator_tokens[] = {
    OPERATOR("OR", OR, ANY),       OPERATOR("AND", AND, ANY),       OPERATOR("NOT", ANY, NOT),         OPERATOR("IS", IS, ANY),
    OPERATOR("ISNULL", IS, ANY),   OPERATOR("NOTNULL", IS, ANY),    OPERATOR("=", COMPARE, ANY),       OPERATOR("<", COMPARE, ANY),
    OPERATOR(">", COMPARE, ANY),   OPERATOR("<=", COMPARE, ANY),    OPERATOR(">=", COMPARE, ANY),      OPERATOR("<>", COMPARE, ANY),
    OPERATOR("!=", COMPARE, ANY),  OPERATOR("BETWEEN", RANGE, ANY), OPERATOR("IN", RANGE, ANY),        OPERATOR("LIKE", RANGE, ANY),
    OPERATOR("ILIKE", RANGE, ANY), OPERATOR("SIMILAR", RANGE, ANY), OPERATOR("+", ADD, UNARY),         OPERATOR("-", ADD, UNARY),
    OPERATOR("*", MULTIPLY, ANY),  OPERATOR("/", MULTIPLY, ANY),    OPERATOR("%", MULTIPLY, ANY),      OPERATOR("^", POWER, ANY),
    OPERATOR("**", POWER, ANY),    OPERATOR("AT", AT_ZONE, ANY),    OPERATOR("COLLATE", COLLATE, ANY), OPERATOR("::", CAST, ANY),
    OPERATOR("||", OTHER, ANY),    OPERATOR("~", OTHER, OTHER),     OPERATOR("!~", OTHER, ANY),        OPERATOR("~*", OTHER, ANY),
    OPERATOR("!~*", OTHER, ANY),   OPERATOR("->", OTHER, ANY),      OPERATOR("->>", OTHER, ANY),       OPERATOR("#>", OTHER, ANY),
    OPERATOR("#>>", OTHER, ANY),   OPERATOR("@>", OTHER, ANY),      OPERATOR("<@", OTHER, ANY),        OPERATOR("&", OTHER, ANY),
    OPERATOR("|", OTHER, ANY),     OPERATOR("#", OTHER, ANY),       OPERATOR("<<", OTHER, ANY),        OPERATOR(">>", OTHER, ANY),
    OPERATOR("&&", OTHER, ANY),    OPERATOR("?", OTHER, ANY),       OPERATOR("@", OTHER, OTHER),       OPERATOR("OPERATOR", OTHER, ANY),
};

xy_precedence xy_precedence_of_operator(xy_str token, bool prefix)
{
    for (size_t i = 0; i < sizeof operator_tokens / sizeof *operator_tokens; i++)
        if (xy_str_equal_nocase(operator_tokens[i].text, token))
            return (xy_precedence)(prefix ? operator_tokens[i].prefix : operator_tokens[i].infix);
    return XY_PREC_ANY;
}
