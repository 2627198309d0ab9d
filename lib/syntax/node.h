/* The syntax tree: header common to all nodes, lists, the generated field table and loops over it.
 * Kinds, structs (xy_binary, xy_query_block …) and constructors come from grammar/nodes.yml: "gen/nodes.h". */
#ifndef XY_SYNTAX_NODE_H
#define XY_SYNTAX_NODE_H

#include "base/str.h"
#include "base/vec.h"
#include "gen/tokens.h" /* enum xy_token_kind */
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
enum {
    XY_FLAG_BROKEN = 1, /**< a Bogus node lies below */
    XY_FLAG_HOLE = 2,   /**< a variable of a pattern */
    XY_FLAG_ORDERED = 4 /**< the children stand in the order of the fields; set with the links, so that later walks need not look */
};

typedef struct xy_nodes {
    xy_node **items;
    uint32_t count;
} xy_nodes; /**< field type Kind[] */
typedef struct xy_token_list {
    uint32_t *items;
    uint32_t count;
} xy_token_list; /**< field type token[] */

typedef struct xy_span {
    uint32_t first, last;
} xy_span; /**< tokens [first, last); also bison's location type */

typedef enum xy_field_type { XY_FIELD_NODE, XY_FIELD_LIST, XY_FIELD_TOKEN, XY_FIELD_TOKENS, XY_FIELD_ENUM, XY_FIELD_FLAG } xy_field_type;

typedef struct xy_field_info { /* xy_field is the struct of node Field */
    const char *name;
    uint16_t offset;          /**< in the node's struct */
    uint8_t type;             /**< xy_field_type */
    uint8_t optional;         /**< node or token may be missing */
    const uint16_t *kinds;    /**< allowed kinds, ended by 0; null: any */
    const char *const *names; /**< of the enumeration's values, ended by null */
} xy_field_info;

/** Where a node's struct holds a child, or a list of them: all that a walk needs of the field. */
typedef struct xy_child_place {
    uint16_t offset, is_list;
} xy_child_place;

typedef struct xy_node_info {
    const char *name, *group, *doc, *example, *start;
    uint16_t size, field_count;
    const xy_field_info *fields;
    uint16_t child_count; /**< fields that hold nodes */
    const xy_child_place *children;
    const uint16_t *words; /**< kinds of the keywords that say nothing beyond kind and fields, ended by 0; or XY_ANY_WORD */
} xy_node_info;
#define XY_ANY_WORD UINT16_MAX /**< first of `words`: the node is a run of tokens that is read as a whole */

extern const xy_node_info xy_node_infos[]; /**< by kind; kind 0 is none */
extern const uint16_t xy_node_kind_count;

/* Fields by table, for loops over a node's info->fields. */
static inline const void *xy_field_at(const xy_node *node, const xy_field_info *f)
{
    return (const char *)node + f->offset;
}
static inline xy_node *xy_field_node(const xy_node *node, const xy_field_info *f)
{
    return *(xy_node *const *)xy_field_at(node, f);
}
static inline xy_nodes xy_field_list(const xy_node *node, const xy_field_info *f)
{
    return *(const xy_nodes *)xy_field_at(node, f);
}
static inline uint32_t xy_field_token(const xy_node *node, const xy_field_info *f)
{
    return *(const uint32_t *)xy_field_at(node, f);
}
static inline xy_token_list xy_field_tokens(const xy_node *node, const xy_field_info *f)
{
    return *(const xy_token_list *)xy_field_at(node, f);
}
/** Of an enumeration or a flag. */
static inline uint8_t xy_field_byte(const xy_node *node, const xy_field_info *f)
{
    return *(const uint8_t *)xy_field_at(node, f);
}

/** The node's kind by name ("FunctionCall"), 0 when unknown. */
uint16_t xy_node_kind_named(xy_str name);
/** Calls visit for each child in source order; stops and returns false when visit returns false. */
bool xy_node_each_child(const xy_node *node, bool (*visit)(xy_node *child, void *data), void *data);
/** Children of `node` into `out` (cleared first), in source order. */
typedef struct xy_node_vec {
    xy_node **items;
    uint32_t count, capacity;
} xy_node_vec;
void xy_node_children(const xy_node *node, xy_arena *arena, xy_node_vec *out);
/** Sets parent pointers and BROKEN flags below root (parent of root itself stays). Returns the depth of the tree. Not recursive:
 *  the parser uses it to refuse trees deeper than XY_LIMIT_DEPTH, so that all later walks may recurse. */
uint32_t xy_node_link(xy_node *root, xy_arena *arena);
/** Nearest ancestor of kind (0-ended list of kinds by xy_node_enclosing_any), or null. */
xy_node *xy_node_enclosing(const xy_node *node, uint16_t kind);
xy_node *xy_node_enclosing_any(const xy_node *node, const uint16_t *kinds);
/** Same kind and same tokens: names folded as Oracle does, literals by value, operators by meaning, trivia ignored. */
bool xy_node_equal(const xy_source *sa, const xy_node *a, const xy_source *sb, const xy_node *b);
/** True when kind belongs to group ("Expr"). */
bool xy_node_in_group(uint16_t kind, const char *group);
/** Calls visit for each loose word: a word, literal or variable of the node's own that neither a field nor a child holds and that is not one
 *  of its kind's `words`, part of a clause that the tree does not show. Stops and returns false when visit returns false. */
bool xy_node_each_loose_word(const xy_source *source, const xy_node *node, bool (*visit)(uint32_t token, void *data), void *data);
/** Have both nodes, of one kind, the same loose words? */
bool xy_node_loose_equal(const xy_source *sa, const xy_node *a, const xy_source *sb, const xy_node *b);
/** Indented text dump, or JSON. */
void xy_node_dump(xy_buffer *out, const xy_source *source, const xy_node *node);
void xy_node_dump_json(xy_buffer *out, const xy_source *source, const xy_node *node);

/** Significant-token helpers (skip trivia). Both return XY_NO_TOKEN outside the file. */
uint32_t xy_token_next(const xy_source *source, uint32_t token);
uint32_t xy_token_previous(const xy_source *source, uint32_t token);
static inline bool xy_token_is_trivia(uint16_t kind)
{
    return kind >= XY_TOKEN_FIRST_TRIVIA && kind < XY_TOKEN_FIRST_KEYWORD;
}
/** A WORD, quoted word, keyword, or substitution variable: what a name can be made of. */
bool xy_token_is_word(uint16_t kind);
/** Nothing but blanks stands on its line before it (comments that end on the line count as something). */
bool xy_token_starts_line(const xy_source *source, uint32_t token);
/** A `/` alone on its line. */
bool xy_token_is_lone_slash(const xy_source *source, uint32_t token);
/** Same meaning, as in xy_node_equal. */
bool xy_token_equal(const xy_source *sa, uint32_t a, const xy_source *sb, uint32_t b);

#include "gen/nodes.h" /* enum xy_node_kind, structs, xy_make_…(), XY_AS_… */

#endif
