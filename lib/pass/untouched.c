/* What stands in the output as Oracle wrote it although the target does not know it: the pass `untouched`.
 *
 * The target's fact `native_nodes` lists the kinds of nodes that it reads as they stand, with their optional parts and the values of
 * enumerations. Any other node, part or value must have been changed by a rule or a pass, or have a finding: the list holds what is known
 * to be right, so that a construct that nobody thought of is reported and not passed on. */
#include "pass/sql.h"

#include <string.h>

typedef struct look {
    xy_context *ctx;
    xy_map native; /* words of the fact */
    int8_t *kinds; /* by kind: 0 not looked up, 1 native, -1 not */
    bool found;
} look;

static char here; /* value of the map's entries */

static void add_word(look *l, xy_str word)
{
    for (uint32_t i = 0; i < word.length; i++)
        if (word.data[i] == '=') {
            xy_map_put(&l->native, (xy_str){word.data, i}, &here);     /* the part is known */
            xy_map_put(&l->native, (xy_str){word.data, i + 1}, &here); /* … with some values only */
        }
    xy_map_put(&l->native, word, &here);
}

static void read_fact(look *l)
{
    xy_str words = xy_target_fact(l->ctx->target, "native_nodes");
    xy_map_init(&l->native, l->ctx->arena);
    for (uint32_t start = 0, end; start < words.length; start = end + 1) {
        for (end = start; end < words.length && words.data[end] != ' ' && words.data[end] != '\n';)
            end++;
        if (end > start)
            add_word(l, (xy_str){words.data + start, end - start});
    }
}

static bool is_native_kind(look *l, uint16_t kind)
{
    if (!l->kinds[kind])
        l->kinds[kind] = xy_map_get(&l->native, xy_str_from(xy_node_infos[kind].name)) ? 1 : -1;
    return l->kinds[kind] > 0;
}

/* ---- was it changed? ---- */

static bool any_changed(look *l, uint32_t first, uint32_t last)
{
    for (uint32_t i = first; i < last; i++)
        if (!xy_token_is_trivia(l->ctx->source->tokens[i].kind) && xy_edits_changes(l->ctx->edits, i))
            return true;
    return false;
}

typedef struct gaps {
    look *l;
    uint32_t at;
    bool changed, any;
} gaps;

static void close_gap(gaps *g, uint32_t last)
{
    for (; g->at < last; g->at++) {
        if (xy_token_is_trivia(g->l->ctx->source->tokens[g->at].kind))
            continue;
        g->any = true;
        g->changed = g->changed || xy_edits_changes(g->l->ctx->edits, g->at);
    }
}

static bool skip_child(xy_node *child, void *data)
{
    gaps *g = data;
    if (child->first < child->last) {
        close_gap(g, child->first);
        g->at = child->last > g->at ? child->last : g->at;
    }
    return true;
}

/* A token of the node itself, not of what it holds. A node that has none is its parent's matter. */
static bool own_changed(look *l, const xy_node *node)
{
    gaps g = {l, node->first, false, false};
    xy_node_each_child(node, skip_child, &g);
    close_gap(&g, node->last);
    return g.changed || !g.any;
}

static bool has_finding(const look *l, uint32_t first, uint32_t last)
{
    const xy_token *tokens = l->ctx->source->tokens;
    uint32_t start = tokens[first].offset, end = tokens[last - 1].offset + tokens[last - 1].length;
    for (uint32_t i = 0; i < l->ctx->diags->list.count; i++) {
        const xy_diag *d = &l->ctx->diags->list.items[i];
        if (d->severity >= XY_REVIEW && d->offset < end && d->offset + d->length > start)
            return true;
    }
    return false;
}

static void report(look *l, const xy_node *node, uint32_t first, uint32_t last)
{
    xy_node part = *node;
    if (has_finding(l, first, last))
        return;
    part.first = first;
    part.last = last;
    l->found = true;
    xy_sql_flag(l->ctx, &part, "untouched");
}

/* ---- parts and values ---- */

static xy_span span_of(const xy_node *node, const xy_field_info *f)
{
    xy_nodes list;
    xy_token_list tokens;
    switch ((xy_field_type)f->type) {
    case XY_FIELD_NODE: return xy_field_node(node, f) ? (xy_span){xy_field_node(node, f)->first, xy_field_node(node, f)->last} : (xy_span){0, 0};
    case XY_FIELD_LIST: list = xy_field_list(node, f); return list.count ? (xy_span){list.items[0]->first, list.items[list.count - 1]->last} : (xy_span){0, 0};
    case XY_FIELD_TOKEN: return xy_field_token(node, f) != XY_NO_TOKEN ? (xy_span){xy_field_token(node, f), xy_field_token(node, f) + 1} : (xy_span){0, 0};
    case XY_FIELD_TOKENS:
        tokens = xy_field_tokens(node, f);
        return tokens.count ? (xy_span){tokens.items[0], tokens.items[tokens.count - 1] + 1} : (xy_span){0, 0};
    default: return (xy_span){node->first, node->last};
    }
}

/* Words of a part, joined by "-"; the name of an enumeration's value. */
static void add_value(const look *l, const xy_node *node, const xy_field_info *f, xy_span span, xy_buffer *key)
{
    bool first = true;
    if (f->type == XY_FIELD_ENUM) {
        xy_buffer_add_text(key, f->names[xy_field_byte(node, f)]);
        return;
    }
    for (uint32_t i = span.first; i < span.last; i++) {
        if (xy_token_is_trivia(l->ctx->source->tokens[i].kind))
            continue;
        if (!first)
            xy_buffer_add_char(key, '-');
        xy_buffer_add_str(key, xy_str_upper(l->ctx->arena, xy_token_text(l->ctx->source, i)));
        first = false;
    }
}

static bool is_native_part(look *l, const xy_node *node, const xy_field_info *f, xy_span span)
{
    xy_buffer key;
    xy_buffer_init(&key, l->ctx->arena);
    xy_buffer_add_text(&key, xy_node_infos[node->kind].name);
    xy_buffer_add_char(&key, '.');
    xy_buffer_add_text(&key, f->name);
    bool known = f->type == XY_FIELD_ENUM || !f->optional || xy_map_get(&l->native, xy_buffer_str(&key));
    xy_buffer_add_char(&key, '=');
    if (!known || !xy_map_get(&l->native, xy_buffer_str(&key)))
        return known;
    add_value(l, node, f, span, &key);
    return xy_map_get(&l->native, xy_buffer_str(&key));
}

static void check_parts(look *l, const xy_node *node)
{
    const xy_node_info *info = &xy_node_infos[node->kind];
    for (uint16_t i = 0; i < info->field_count; i++) {
        const xy_field_info *f = &info->fields[i];
        xy_span span = span_of(node, f);
        if (f->type == XY_FIELD_FLAG || span.first >= span.last || is_native_part(l, node, f, span))
            continue;
        if (!any_changed(l, span.first, span.last) && !own_changed(l, node))
            report(l, node, span.first, span.last);
    }
}

static bool check(xy_node *node, void *data)
{
    look *l = data;
    if (node->kind == XY_NODE_BOGUS || node->first >= node->last)
        return true;
    if (!l->ctx->fixed[node->id]) {
        if (is_native_kind(l, node->kind))
            check_parts(l, node);
        else if (!own_changed(l, node))
            report(l, node, node->first, node->last);
    }
    return true;
}

void xy_pass_untouched(xy_context *ctx, xy_node *node)
{
    (void)ctx; /* everything happens at the end, when all others have made their edits */
    (void)node;
}

void xy_pass_untouched_finish(xy_context *ctx)
{
    look l = {.ctx = ctx};
    if (ctx->status == XY_UNSUPPORTED_UNIT || ctx->status == XY_UNPARSED || !xy_target_fact(ctx->target, "native_nodes").length)
        return;
    l.kinds = XY_NEW_ARRAY(ctx->arena, int8_t, xy_node_kind_count);
    read_fact(&l);
    xy_sql_walk(ctx->unit->tree, check, &l);
}
