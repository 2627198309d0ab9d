/* The syntax tree: header common to all nodes, lists, the generated field table and loops over it.
 * Kinds, structs (xy_binary, xy_query_block …) and constructors come from grammar/nodes.yml: "gen/nodes.h". */
#ifndef XY_SYNTAX_NODE_H
#define XY_SYNTAX_NODE_H

#include "base/str.h"
#include "base/vec.h"
#include "text/source.h"

#define XY_NO_TOKEN UINT32_MAX

typedef struct xy_node xy_node;
/** Head of every node struct (first member `node`). */
struct xy_node {
    uint16_t kind;        /**< XY_NODE_… */
    uint16_t flags;       /**< XY_FLAG_… */
    uint32_t first, last; /**< tokens [first, last): first == last for an empty node */
    uint32_t id;          /**< dense number within the unit, index of analysis tables */
    xy_node *parent;      /**< set for the whole unit after parsing; null at the root */
};
enum { XY_FLAG_BROKEN = 1 /* a Bogus node lies below */, XY_FLAG_HOLE = 2 /* a variable of a pattern */ };

typedef struct xy_nodes { xy_node **items; uint32_t count; } xy_nodes;          /**< field type Kind[] */
typedef struct xy_token_list { uint32_t *items; uint32_t count; } xy_token_list; /**< field type token[] */

typedef struct xy_span { uint32_t first, last; } xy_span; /**< tokens [first, last); also bison's location type */

typedef enum xy_field_type { XY_FIELD_NODE, XY_FIELD_LIST, XY_FIELD_TOKEN, XY_FIELD_TOKENS, XY_FIELD_ENUM, XY_FIELD_FLAG } xy_field_type;

typedef struct xy_field_info { /* xy_field is the struct of node Field */
    const char        *name;
    uint16_t           offset;   /**< in the node's struct */
    uint8_t            type;     /**< xy_field_type */
    uint8_t            optional; /**< node or token may be missing */
    const uint16_t    *kinds;    /**< allowed kinds, ended by 0; null: any */
    const char *const *names;    /**< of the enumeration's values, ended by null */
} xy_field_info;

typedef struct xy_node_info {
    const char     *name, *group, *doc, *example, *start;
    uint16_t        size, field_count;
    const xy_field_info *fields;
} xy_node_info;

extern const xy_node_info xy_node_infos[]; /**< by kind; kind 0 is none */
extern const uint16_t     xy_node_kind_count;

/** The node's kind by name ("FunctionCall"), 0 when unknown. */
uint16_t xy_node_kind_named(xy_str name);
/** Calls visit for each child in source order; stops and returns false when visit returns false. */
bool     xy_node_each_child(const xy_node *node, bool (*visit)(xy_node *child, void *data), void *data);
/** Children of `node` into `out` (cleared first), in source order. */
typedef struct xy_node_vec { xy_node **items; uint32_t count, capacity; } xy_node_vec;
void     xy_node_children(const xy_node *node, xy_arena *arena, xy_node_vec *out);
/** Sets parent pointers and BROKEN flags below root (parent of root itself stays). */
void     xy_node_link(xy_node *root);
/** Nearest ancestor of kind (0-ended list of kinds by xy_node_enclosing_any), or null. */
xy_node *xy_node_enclosing(const xy_node *node, uint16_t kind);
/** Structure and token texts equal (names folded, trivia ignored). */
bool     xy_node_equal(const xy_source *sa, const xy_node *a, const xy_source *sb, const xy_node *b);
/** True when kind belongs to group ("Expr"). */
bool     xy_node_in_group(uint16_t kind, const char *group);
/** Indented text dump, or JSON. */
void     xy_node_dump(xy_buffer *out, const xy_source *source, const xy_node *node);
void     xy_node_dump_json(xy_buffer *out, const xy_source *source, const xy_node *node);

/** Significant-token helpers (skip trivia). Both return XY_NO_TOKEN outside the file. */
uint32_t xy_token_next(const xy_source *source, uint32_t token);
uint32_t xy_token_previous(const xy_source *source, uint32_t token);
bool     xy_token_is_trivia(uint16_t kind);

#include "gen/nodes.h" /* enum xy_node_kind, structs, xy_make_…(), XY_AS_… */

#endif
