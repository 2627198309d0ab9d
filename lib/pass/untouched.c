/* What stands in the output as Oracle wrote it although the target does not know it: the pass `untouched`.
 *
 * The target's fact `native_nodes` lists the kinds of nodes that it reads as they stand, with their optional parts and the values of
 * enumerations. Any other node, part or value must have been changed by a rule or a pass, or have a finding: the list holds what is known
 * to be right, so that a construct that nobody thought of is reported and not passed on. */
#include "pass/native.h"
#include "pass/sql.h"

typedef struct look {
    xy_context *ctx;
    const xy_native *native;
    bool found;
} look;

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

/* "Kind.field=" with the words of the part, joined by "-". */
static xy_str value_key(const look *l, const xy_node *node, const xy_field_info *f, xy_span span)
{
    xy_buffer key;
    bool first = true;
    xy_buffer_init(&key, l->ctx->arena);
    xy_buffer_format(&key, "%s.%s=", xy_node_infos[node->kind].name, f->name);
    for (uint32_t i = span.first; i < span.last; i++) {
        if (xy_token_is_trivia(l->ctx->source->tokens[i].kind))
            continue;
        if (!first)
            xy_buffer_add_char(&key, '-');
        xy_buffer_add_str(&key, xy_str_upper(l->ctx->arena, xy_token_text(l->ctx->source, i)));
        first = false;
    }
    return xy_buffer_str(&key);
}

static bool is_native_part(const look *l, const xy_node *node, const xy_native_part *part, xy_span span)
{
    if (part->field->type == XY_FIELD_ENUM)
        return part->values >> xy_field_byte(node, part->field) & 1;
    return part->limited && xy_map_get(&l->native->words, value_key(l, node, part->field, span));
}

static void check_parts(look *l, const xy_node *node, const xy_native_kind *kind)
{
    for (uint16_t i = 0; i < kind->count; i++) {
        const xy_native_part *part = &kind->parts[i];
        xy_span span = span_of(node, part->field);
        if (span.first >= span.last || is_native_part(l, node, part, span))
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
        const xy_native_kind *kind = &l->native->kinds[node->kind];
        if (kind->known)
            check_parts(l, node, kind);
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
    look l = {.ctx = ctx, .native = ctx->target->native};
    if (l.native && ctx->status != XY_UNSUPPORTED_UNIT && ctx->status != XY_UNPARSED)
        xy_sql_walk(ctx->unit->tree, check, &l);
}
