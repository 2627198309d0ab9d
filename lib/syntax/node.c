/* Loops over the field table: children, links, comparison; and building blocks of the parser's actions. */
#include "syntax/node.h"

#include "syntax/builder.h"

#include <assert.h>
#include <string.h>

uint16_t xy_node_kind_named(xy_str name)
{
    for (uint16_t kind = 1; kind < xy_node_kind_count; kind++) {
        if (xy_str_is(name, xy_node_infos[kind].name))
            return kind;
    }
    return 0;
}

bool xy_node_in_group(uint16_t kind, const char *group)
{
    return strcmp(xy_node_infos[kind].group, group) == 0;
}

/* ------------------------------------------------------------------ children */

/* The table has the fields in source order, but a few pairs of lists may be mixed (attributes and methods of an object type) or
 * swapped (START WITH after CONNECT BY). Each field is in order by itself. Mostly the fields come one after the other; where they
 * do not, children are merged from them. */
enum { MAX_FIELDS = 32 };

typedef struct merge {
    const xy_node *node;
    const xy_node_info *info;
    uint16_t field; /* of `children`, when they are in order */
    bool in_order;
    uint32_t done[MAX_FIELDS]; /* children taken from each field */
} merge;

static xy_nodes children_of(const xy_node *node, const xy_node_info *info, uint16_t child_field)
{
    const xy_child_place *place = &info->children[child_field];
    const void *at = (const char *)node + place->offset;
    if (place->is_list)
        return *(const xy_nodes *)at;
    xy_node **child = (xy_node **)(uintptr_t)at;
    return (xy_nodes){child, *child != NULL};
}

static bool fields_in_order(const xy_node *node, const xy_node_info *info)
{
    uint32_t at = 0;
    for (uint16_t i = 0; i < info->child_count; i++) {
        xy_nodes nodes = children_of(node, info, i);
        if (nodes.count && nodes.items[0]->first < at)
            return false;
        if (nodes.count)
            at = nodes.items[nodes.count - 1]->first;
    }
    return true;
}

static xy_node *next_merged(merge *m)
{
    xy_node *best = NULL;
    uint16_t from = 0;
    for (uint16_t i = 0; i < m->info->child_count; i++) {
        xy_nodes nodes = children_of(m->node, m->info, i);
        xy_node *head = m->done[i] < nodes.count ? nodes.items[m->done[i]] : NULL;
        if (head && (!best || head->first < best->first)) {
            best = head;
            from = i;
        }
    }
    if (best)
        m->done[from]++;
    return best;
}

static xy_node *next_child(merge *m)
{
    if (!m->in_order)
        return next_merged(m);
    for (; m->field < m->info->child_count; m->field++, m->done[0] = 0) {
        xy_nodes nodes = children_of(m->node, m->info, m->field);
        if (m->done[0] < nodes.count)
            return nodes.items[m->done[0]++];
    }
    return NULL;
}

static void merge_start(merge *m, const xy_node *node)
{
    m->node = node;
    m->info = &xy_node_infos[node->kind];
    assert(m->info->child_count <= MAX_FIELDS);
    m->field = 0;
    m->in_order = node->flags & XY_FLAG_ORDERED || m->info->child_count < 2 || fields_in_order(node, m->info);
    if (m->in_order)
        m->done[0] = 0;
    else
        memset(m->done, 0, sizeof m->done);
}

static bool each_merged(const xy_node *node, bool (*visit)(xy_node *child, void *data), void *data)
{
    merge m;
    merge_start(&m, node);
    for (xy_node *child = next_child(&m); child; child = next_child(&m)) {
        if (!visit(child, data))
            return false;
    }
    return true;
}

bool xy_node_each_child(const xy_node *node, bool (*visit)(xy_node *child, void *data), void *data)
{
    const xy_node_info *info = &xy_node_infos[node->kind];
    if (info->child_count > 1 && !(node->flags & XY_FLAG_ORDERED))
        return each_merged(node, visit, data);
    for (uint16_t i = 0; i < info->child_count; i++) { /* leaves have no list of places to step through */
        const xy_child_place *place = &info->children[i];
        const void *at = (const char *)node + place->offset;
        if (!place->is_list) {
            xy_node *child = *(xy_node *const *)at;
            if (child && !visit(child, data))
                return false;
            continue;
        }
        xy_nodes nodes = *(const xy_nodes *)at;
        for (uint32_t k = 0; k < nodes.count; k++) {
            if (!visit(nodes.items[k], data))
                return false;
        }
    }
    return true;
}

void xy_node_children(const xy_node *node, xy_arena *arena, xy_node_vec *out)
{
    merge m;
    merge_start(&m, node);
    out->count = 0;
    for (xy_node *child = next_child(&m); child; child = next_child(&m))
        xy_vec_push(arena, out, child);
}

/* ------------------------------------------------------------------ links */

static void mark_broken(xy_node *node)
{
    for (; node && !(node->flags & XY_FLAG_BROKEN); node = node->parent)
        node->flags |= XY_FLAG_BROKEN;
}

uint32_t xy_node_link_with(xy_node *root, xy_arena *arena, xy_link_stack *stack)
{
    uint32_t deepest = 0;
    stack->count = 0;
    xy_vec_push(arena, stack, ((xy_link_entry){root, 1}));
    while (stack->count > 0) {
        xy_link_entry top = stack->items[--stack->count];
        if (top.depth > deepest)
            deepest = top.depth;
        if (top.node->flags & XY_FLAG_BROKEN)
            mark_broken(top.node->parent);
        else if (top.node->kind == XY_NODE_BOGUS)
            mark_broken(top.node);
        merge m;
        merge_start(&m, top.node);
        top.node->flags = (uint16_t)(top.node->flags | (m.in_order ? XY_FLAG_ORDERED : 0));
        for (xy_node *child = next_child(&m); child; child = next_child(&m)) {
            child->parent = top.node;
            xy_vec_push(arena, stack, ((xy_link_entry){child, top.depth + 1}));
        }
    }
    return deepest;
}

uint32_t xy_node_link(xy_node *root, xy_arena *arena)
{
    xy_link_stack stack = {0};
    return xy_node_link_with(root, arena, &stack);
}

xy_node *xy_node_enclosing(const xy_node *node, uint16_t kind)
{
    const uint16_t kinds[] = {kind, 0};
    return xy_node_enclosing_any(node, kinds);
}

xy_node *xy_node_enclosing_any(const xy_node *node, const uint16_t *kinds)
{
    for (xy_node *up = node->parent; up; up = up->parent) {
        for (const uint16_t *kind = kinds; *kind; kind++) {
            if (up->kind == *kind)
                return up;
        }
    }
    return NULL;
}

bool xy_node_equal(const xy_source *sa, const xy_node *a, const xy_source *sb, const xy_node *b)
{
    if (a->kind != b->kind)
        return false;
    uint32_t i = a->first, j = b->first;
    for (;; i++, j++) {
        while (i < a->last && xy_token_is_trivia(sa->tokens[i].kind))
            i++;
        while (j < b->last && xy_token_is_trivia(sb->tokens[j].kind))
            j++;
        if (i >= a->last || j >= b->last)
            return i >= a->last && j >= b->last;
        if (!xy_token_equal(sa, i, sb, j))
            return false;
    }
}

/* ------------------------------------------------------------------ construction */

xy_node *xy_node_new(xy_builder *builder, uint16_t kind, size_t size, xy_span span)
{
    xy_node *node = xy_arena_alloc(builder->arena, size);
    node->kind = kind;
    node->first = span.first;
    node->last = span.last;
    node->id = builder->next_id++;
    return node;
}

xy_node *xy_node_broken(xy_node *node)
{
    node->flags |= XY_FLAG_BROKEN;
    return node;
}

#ifndef NDEBUG
static bool kind_fits(const xy_node *child, const xy_field_info *f)
{
    if (!child || !f->kinds)
        return true;
    for (const uint16_t *kind = f->kinds; *kind; kind++) {
        if (*kind == child->kind)
            return true;
    }
    return false;
}

static bool field_fits(const xy_node *node, const xy_field_info *f)
{
    if (f->type == XY_FIELD_NODE)
        return (f->optional || xy_field_node(node, f)) && kind_fits(xy_field_node(node, f), f);
    if (f->type == XY_FIELD_TOKEN)
        return f->optional || xy_field_token(node, f) != XY_NO_TOKEN;
    if (f->type != XY_FIELD_LIST)
        return true;
    xy_nodes list = xy_field_list(node, f);
    for (uint32_t i = 0; i < list.count; i++) {
        if (!list.items[i] || !kind_fits(list.items[i], f))
            return false;
    }
    return true;
}

/* A breakpoint here shows which rule made a wrong node. */
static void check_field(const xy_node *node, const xy_field_info *f)
{
    bool fits = field_fits(node, f);
    assert(fits && "a child of a kind that nodes.yml does not allow, or a required one is missing");
    (void)fits;
}
#endif

xy_node *xy_node_checked(xy_node *node)
{
#ifndef NDEBUG
    const xy_node_info *info = &xy_node_infos[node->kind];
    for (uint16_t i = 0; i < info->field_count; i++)
        check_field(node, &info->fields[i]);
#endif
    return node;
}

/* ------------------------------------------------------------------ lists */

static bool is_power_of_two(uint32_t n)
{
    return (n & (n - 1)) == 0;
}

/* `items` holds `count`; room for one more. A list's capacity is the power of two that holds it. */
static void *grow_list(xy_builder *builder, void *items, uint32_t count, size_t item_size)
{
    if (count > 0 && !is_power_of_two(count))
        return items;
    void *more = xy_arena_alloc(builder->arena, item_size * (count ? 2 * (size_t)count : 1));
    if (count)
        memcpy(more, items, item_size * count);
    return more;
}

xy_nodes xy_list_empty(void)
{
    return (xy_nodes){0};
}

xy_nodes xy_list_one(xy_builder *builder, xy_node *node)
{
    return xy_list_add(builder, xy_list_empty(), node);
}

xy_nodes xy_list_add(xy_builder *builder, xy_nodes list, xy_node *node)
{
    list.items = grow_list(builder, list.items, list.count, sizeof *list.items);
    list.items[list.count++] = node;
    return list;
}

xy_nodes xy_list_join(xy_builder *builder, xy_nodes list, xy_nodes more)
{
    for (uint32_t i = 0; i < more.count; i++)
        list = xy_list_add(builder, list, more.items[i]);
    return list;
}

xy_token_list xy_tokens_empty(void)
{
    return (xy_token_list){0};
}

xy_token_list xy_tokens_one(xy_builder *builder, uint32_t token)
{
    return xy_tokens_add(builder, xy_tokens_empty(), token);
}

xy_token_list xy_tokens_add(xy_builder *builder, xy_token_list list, uint32_t token)
{
    list.items = grow_list(builder, list.items, list.count, sizeof *list.items);
    list.items[list.count++] = token;
    return list;
}

xy_token_list xy_tokens_join(xy_builder *builder, xy_token_list list, xy_token_list more)
{
    for (uint32_t i = 0; i < more.count; i++)
        list = xy_tokens_add(builder, list, more.items[i]);
    return list;
}
