/* Loops: bounds of FOR … REVERSE (`plsql-for-loop`); labels and GOTO (`plsql-label`, trap F18).
 *
 * PL/pgSQL has labels of loops and blocks only, and no GOTO. A jump ahead becomes EXIT of a block that ends at the label, or CONTINUE when
 * the label is the end of a loop; a jump back becomes CONTINUE of a loop that begins at the label. */
#include "pass/plpgsql_state.h"

#include "syntax/keyword.h"

/* ---- FOR ---- */

/* Oracle counts REVERSE 1 .. 3 down from 3; the target wants REVERSE 3 .. 1 (trap F04). */
void xy_pass_for_loop(xy_context *ctx, xy_node *node)
{
    if (node->kind == XY_NODE_ITERATOR_LOOP) {
        xy_pass_flag(ctx, node, "iterator", NULL);
        return;
    }
    const xy_for_loop *loop = XY_AS(for_loop, node);
    xy_rope rope = {0};
    if (loop->reverse == XY_NO_TOKEN)
        return;
    xy_rope_node(ctx->edits, &rope, loop->high);
    xy_rope_tokens(ctx->edits, &rope, loop->low->last, loop->high->first);
    xy_rope_node(ctx->edits, &rope, loop->low);
    xy_edit_replace(ctx->edits, loop->low->first, loop->high->last, XY_LAYER_OWN, rope, xy_rule_id(ctx->rule));
}

/* ---- labels ---- */

typedef struct label {
    xy_context *ctx;
    xy_str name;             /* as Oracle stores it */
    const xy_node *labeled;  /* the label with its statement */
    xy_nodes list;           /* the statements among which it stands */
    uint32_t index;          /* of the label in it */
    XY_VEC(xy_node *) jumps; /* GOTOs to it */
} label;

static bool is_loop(const xy_node *node)
{
    switch (node->kind) {
    case XY_NODE_LOOP:
    case XY_NODE_WHILE_LOOP:
    case XY_NODE_FOR_LOOP:
    case XY_NODE_CURSOR_LOOP:
    case XY_NODE_ITERATOR_LOOP: return true;
    default: return false;
    }
}

static bool collect_jumps(xy_node *node, void *data)
{
    label *l = data;
    if (node->kind == XY_NODE_GOTO && xy_str_equal(xy_token_name(l->ctx->source, XY_AS(goto, node)->label, l->ctx->arena), l->name))
        xy_vec_push(l->ctx->arena, &l->jumps, node);
    return xy_node_each_child(node, collect_jumps, l);
}

static bool is_inside(const xy_node *node, const xy_node *outer)
{
    return outer->first <= node->first && node->last <= outer->last;
}

/* Index of the statement of the list that holds the node; the list's count when none does. */
static uint32_t index_of(const label *l, const xy_node *node)
{
    for (uint32_t i = 0; i < l->list.count; i++)
        if (is_inside(node, l->list.items[i]))
            return i;
    return l->list.count;
}

static xy_str target_name(const label *l)
{
    return xy_pass_target_name(l->ctx, l->name);
}

static void replace_jumps(const label *l, const char *word, xy_str name)
{
    for (uint32_t i = 0; i < l->jumps.count; i++) {
        const xy_node *jump = l->jumps.items[i];
        uint32_t end = XY_AS(goto, jump)->label + 1;
        xy_rope rope = {0};
        xy_rope_build(l->ctx->edits, &rope, "%s%s%S", word, name.length ? " " : "", name);
        xy_edit_replace(l->ctx->edits, jump->first, end, XY_LAYER_OWN, rope, xy_rule_id(l->ctx->rule));
    }
}

static void drop_label(const label *l)
{
    uint32_t close = xy_token_next(l->ctx->source, XY_AS(labeled, l->labeled)->label);
    xy_edit_delete(l->ctx->edits, l->labeled->first, close + 1, xy_rule_id(l->ctx->rule));
}

/* Drops the label up to its statement; what is put before it stays at its place. */
static void take_label(const label *l)
{
    const xy_node *statement = XY_AS(labeled, l->labeled)->statement;
    if (statement)
        xy_edit_replace(l->ctx->edits, l->labeled->first, statement->first, XY_LAYER_OWN, (xy_rope){0}, xy_rule_id(l->ctx->rule));
    else
        drop_label(l);
}

/* Is there nothing but NULL from the label to the end of its list? */
static bool only_null_follows(const label *l)
{
    const xy_node *statement = XY_AS(labeled, l->labeled)->statement;
    if (statement && statement->kind != XY_NODE_NULL)
        return false;
    for (uint32_t i = l->index + 1; i < l->list.count; i++)
        if (l->list.items[i]->kind != XY_NODE_NULL)
            return false;
    return true;
}

static const xy_node *innermost_loop(const xy_node *node)
{
    for (node = node->parent; node && node->kind != XY_NODE_ROUTINE; node = node->parent)
        if (is_loop(node))
            return node;
    return NULL;
}

/* Name of the loop's own label, or one that is put before it. */
static xy_str loop_label(xy_context *ctx, const xy_node *loop)
{
    if (loop->parent && loop->parent->kind == XY_NODE_LABELED)
        return xy_pass_target_name(ctx, xy_token_name(ctx->source, XY_AS(labeled, loop->parent)->label, ctx->arena));
    xy_str name = xy_pass_fresh_name(ctx, "xy_loop");
    xy_rope rope = {0};
    xy_rope_build(ctx->edits, &rope, "<<%S>>\n%S", name, xy_edit_indent(ctx->edits, loop->first));
    xy_edit_insert(ctx->edits, loop->first, XY_BEFORE, rope, xy_rule_id(ctx->rule));
    return name;
}

/* The label ends a loop's body: jumps to it go on with the next round. */
static void jump_to_next_round(const label *l, const xy_node *loop)
{
    bool direct = true;
    for (uint32_t i = 0; i < l->jumps.count; i++)
        direct = direct && innermost_loop(l->jumps.items[i]) == loop;
    replace_jumps(l, "CONTINUE", direct ? (xy_str){0} : loop_label(l->ctx, loop));
    drop_label(l);
}

/* EXIT and CONTINUE without a label that would belong to a loop that is put around them. */
static bool finds_free_exit(xy_node *node, void *data)
{
    if (is_loop(node))
        return true;
    if (node->kind == XY_NODE_EXIT)
        return XY_AS(exit, node)->label != XY_NO_TOKEN;
    if (node->kind == XY_NODE_CONTINUE)
        return XY_AS(continue, node)->label != XY_NO_TOKEN;
    return xy_node_each_child(node, finds_free_exit, data);
}

static void group(const label *l, uint32_t first, uint32_t last, xy_str begin, xy_str end)
{
    xy_plpgsql_group g = {.first = l->list.items[first], .last = l->list.items[last], .begin = begin, .end = end};
    xy_vec_push(l->ctx->arena, &xy_plpgsql_state(l->ctx)->groups, g);
}

/* Jumps back: <<again>> LOOP … EXIT again; END LOOP; */
static bool jump_back(const label *l, uint32_t last)
{
    xy_str name = target_name(l);
    for (uint32_t i = l->index; i <= last; i++)
        if (!finds_free_exit(l->list.items[i], NULL))
            return false;
    replace_jumps(l, "CONTINUE", name);
    take_label(l);
    group(l, l->index, last, xy_str_format(l->ctx->arena, "<<%.*s>>\nLOOP", XY_STR_ARG(name)),
          xy_str_format(l->ctx->arena, "  EXIT %.*s;\nEND LOOP;", XY_STR_ARG(name)));
    return true;
}

/* Jumps ahead: <<done>> BEGIN … EXIT done; … END; and then what stood behind the label. */
static bool jump_ahead(const label *l, uint32_t first)
{
    const xy_node *statement = XY_AS(labeled, l->labeled)->statement;
    bool own = statement && (is_loop(statement) || statement->kind == XY_NODE_BLOCK);
    xy_str name = own ? xy_pass_fresh_name(l->ctx, "xy_block") : target_name(l);
    replace_jumps(l, "EXIT", name);
    group(l, first, l->index - 1, xy_str_format(l->ctx->arena, "<<%.*s>>\nBEGIN", XY_STR_ARG(name)), XY_STR("END;"));
    if (!own)
        drop_label(l);
    return true;
}

/* Statements of the list that hold the label's jumps: first and last. False when one is elsewhere, or there is none. */
static bool span_of_jumps(const label *l, uint32_t *first, uint32_t *last)
{
    *first = l->list.count;
    *last = 0;
    for (uint32_t i = 0; i < l->jumps.count; i++) {
        uint32_t at = index_of(l, l->jumps.items[i]);
        if (at == l->list.count)
            return false;
        *first = at < *first ? at : *first;
        *last = at > *last ? at : *last;
    }
    return l->jumps.count > 0;
}

/* Does the block or loop that this label needs cut through the one that another label of the list needs? */
static bool crosses_another(const label *l, uint32_t first, uint32_t last)
{
    uint32_t from = first < l->index ? first : l->index, to = last < l->index ? l->index - 1 : last;
    for (uint32_t i = 0; i < l->list.count; i++) {
        const xy_node *node = l->list.items[i];
        if (i == l->index || node->kind != XY_NODE_LABELED)
            continue;
        label other = {.ctx = l->ctx, .labeled = node, .list = l->list, .index = i};
        other.name = xy_token_name(l->ctx->source, XY_AS(labeled, node)->label, l->ctx->arena);
        collect_jumps((xy_node *)(uintptr_t)xy_plpgsql_body(l->ctx, node)->owner, &other);
        if (!span_of_jumps(&other, &first, &last))
            continue;
        uint32_t start = first < i ? first : i, end = last < i ? i - 1 : last;
        if ((from < start && start <= to && to < end) || (start < from && from <= end && end < to))
            return true;
    }
    return false;
}

static bool structure_jumps(const label *l)
{
    uint32_t first, last;
    if (!span_of_jumps(l, &first, &last))
        return false;
    const xy_node *holder = l->labeled->parent;
    if (only_null_follows(l) && is_loop(holder) && last < l->index) {
        jump_to_next_round(l, holder);
        return true;
    }
    if (crosses_another(l, first, last))
        return false;
    return first >= l->index ? jump_back(l, last) : last < l->index && jump_ahead(l, first);
}

void xy_pass_label(xy_context *ctx, xy_node *node)
{
    const xy_labeled *labeled = XY_AS(labeled, node);
    const xy_body *body = xy_plpgsql_body(ctx, node);
    label l = {.ctx = ctx, .labeled = node, .name = xy_token_name(ctx->source, labeled->label, ctx->arena)};
    bool own = labeled->statement && (is_loop(labeled->statement) || labeled->statement->kind == XY_NODE_BLOCK);
    if (!body)
        return;
    collect_jumps((xy_node *)(uintptr_t)body->owner, &l);
    if (l.jumps.count == 0) {
        if (!own && !(labeled->statement && labeled->statement->kind == XY_NODE_LABELED))
            drop_label(&l);
        return;
    }
    if (!xy_plpgsql_list(node, &l.list, &l.index) || !structure_jumps(&l)) {
        xy_pass_flag(ctx, l.jumps.items[0], "goto", "label", xy_arena_copy(ctx->arena, l.name.data, l.name.length), NULL);
        if (!own)
            drop_label(&l);
    }
}
