/* What the parser's actions build trees with: node memory, ids and growing lists. */
#ifndef XY_SYNTAX_BUILDER_H
#define XY_SYNTAX_BUILDER_H

#include "syntax/node.h"

typedef struct xy_builder {
    xy_arena *arena;
    const xy_source *source;
    uint32_t next_id; /**< number of nodes made so far */
} xy_builder;

/** Zeroed node of `size` bytes with its kind, span and id set. */
xy_node *xy_node_new(xy_builder *builder, uint16_t kind, size_t size, xy_span span);
/** In debug builds checks children against the field table; returns node. */
xy_node *xy_node_checked(xy_node *node);

/** Nodes that xy_node_link has still to visit; kept from unit to unit, so that it is allocated once for a file. */
typedef struct xy_link_entry {
    xy_node *node;
    uint32_t depth;
} xy_link_entry;
typedef struct xy_link_stack {
    xy_link_entry *items;
    uint32_t count, capacity;
} xy_link_stack;
uint32_t xy_node_link_with(xy_node *root, xy_arena *arena, xy_link_stack *stack);

/** Marks a node of which a part that has no node of its own was skipped as an error. */
xy_node *xy_node_broken(xy_node *node);

/* Lists are built left-recursively. The memory grows by doubling, so that only powers of two are copied;
 * a list value is used up by the call that extends it. */
xy_nodes xy_list_empty(void);
xy_nodes xy_list_one(xy_builder *builder, xy_node *node);
xy_nodes xy_list_add(xy_builder *builder, xy_nodes list, xy_node *node);
xy_nodes xy_list_join(xy_builder *builder, xy_nodes list, xy_nodes more);
xy_token_list xy_tokens_empty(void);
xy_token_list xy_tokens_one(xy_builder *builder, uint32_t token);
xy_token_list xy_tokens_add(xy_builder *builder, xy_token_list list, uint32_t token);
xy_token_list xy_tokens_join(xy_builder *builder, xy_token_list list, xy_token_list more);

#endif
