/* Long chains of one associative operator (`a OR b OR …`, `a || b || …`, UNION ALL) are no nesting, but the grammar builds them
 * leaning to the left, one level for each link. Where a tree is deep, such chains are built again as balanced trees: same operands
 * and operators in the same order, log2 of the links deep, so that walks over trees may recurse however long a chain is. */
#include "syntax/builder.h"
#include "syntax/driver.h"

enum { SHORTEST_CHAIN = 64 };

/* Both kinds of links in one view: the places of the operands and of the operator's tokens. */
typedef struct link {
    xy_node **left, **right;
    uint32_t *token, *word;
} link;

static const uint8_t associative[] = {XY_BINARY_OP_OR, XY_BINARY_OP_AND, XY_BINARY_OP_CONCAT, XY_BINARY_OP_ADD, XY_BINARY_OP_MUL};

static bool is_associative(const xy_node *node)
{
    if (node->kind == XY_NODE_SET_OPERATION)
        return XY_AS(set_operation, node)->op != XY_SET_OPERATION_OP_MINUS && XY_AS(set_operation, node)->op != XY_SET_OPERATION_OP_EXCEPT;
    if (node->kind != XY_NODE_BINARY)
        return false;
    for (size_t i = 0; i < sizeof associative / sizeof *associative; i++)
        if (XY_AS(binary, node)->op == associative[i])
            return true;
    return false;
}

static link link_of(xy_node *node)
{
    if (node->kind == XY_NODE_SET_OPERATION) {
        xy_set_operation *s = XY_AS(set_operation, node);
        return (link){&s->left, &s->right, &s->op_token, &s->all};
    }
    xy_binary *b = XY_AS(binary, node);
    return (link){&b->left, &b->right, &b->op_token, &b->quantifier};
}

static bool is_same_operator(const xy_node *a, const xy_node *b)
{
    if (a->kind != b->kind)
        return false;
    if (a->kind == XY_NODE_BINARY)
        return XY_AS(binary, a)->op == XY_AS(binary, b)->op;
    const xy_set_operation *s = XY_AS(set_operation, a), *t = XY_AS(set_operation, b);
    return s->op == t->op && (s->all == XY_NO_TOKEN) == (t->all == XY_NO_TOKEN);
}

static uint32_t chain_length(xy_node *top)
{
    uint32_t length = 1;
    for (xy_node *left = *link_of(top).left; is_same_operator(left, top); left = *link_of(left).left)
        length++;
    return length;
}

/* A chain laid out: link i joins operands i and i + 1. */
typedef struct chain {
    xy_node **links, **operands;
    uint32_t *tokens, *words;
} chain;

static chain lay_out(xy_arena *arena, xy_node *top, uint32_t length)
{
    chain c = {xy_arena_alloc(arena, length * sizeof *c.links), xy_arena_alloc(arena, (length + 1) * sizeof *c.operands),
               xy_arena_alloc(arena, length * sizeof *c.tokens), xy_arena_alloc(arena, length * sizeof *c.words)};
    for (uint32_t i = length; i-- > 0; top = *link_of(top).left) {
        link l = link_of(top);
        c.links[i] = top;
        c.operands[i + 1] = *l.right;
        c.tokens[i] = *l.token;
        c.words[i] = *l.word;
        c.operands[i] = *l.left;
    }
    return c;
}

/* Links [first, last) as one tree. The node at the top of the whole chain has to stay there, for its parent points to it: the
 * top comes first, and the nodes are used up from the end of `links`, where it is. */
static xy_node *build(const chain *c, uint32_t first, uint32_t last, uint32_t *unused)
{
    if (first == last)
        return c->operands[first];
    uint32_t middle = first + (last - first) / 2;
    xy_node *node = c->links[--*unused];
    link l = link_of(node);
    *l.token = c->tokens[middle];
    *l.word = c->words[middle];
    *l.left = build(c, first, middle, unused);
    *l.right = build(c, middle + 1, last, unused);
    node->first = (*l.left)->first;
    node->last = (*l.right)->last;
    return node;
}

static void balance_chain(xy_arena *arena, xy_node *top)
{
    uint32_t length = chain_length(top);
    if (length < SHORTEST_CHAIN)
        return;
    xy_span span = {top->first, top->last};
    chain c = lay_out(arena, top, length);
    build(&c, 0, length, &length);
    top->first = span.first;
    top->last = span.last;
}

typedef struct pending {
    xy_arena *arena;
    xy_link_stack *stack;
} pending;

static bool push_child(xy_node *child, void *data)
{
    pending *p = data;
    xy_vec_push(p->arena, p->stack, ((xy_link_entry){child, 0}));
    return true;
}

void xy_tree_balance(xy_node *root, xy_arena *arena, xy_link_stack *stack)
{
    pending p = {arena, stack};
    stack->count = 0;
    push_child(root, &p);
    while (stack->count > 0) {
        xy_node *node = stack->items[--stack->count].node;
        if (is_associative(node))
            balance_chain(arena, node);
        xy_node_each_child(node, push_child, &p);
    }
}
