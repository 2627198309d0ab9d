/* What stands in the output as Oracle wrote it although the target does not know it: the pass `untouched`.
 *
 * The target's fact `native_nodes` lists the kinds of nodes that it reads as they stand, with their optional parts and the values of
 * enumerations. Any other node, part or value must have been changed by a rule or a pass, or have a finding: the list holds what is known
 * to be right, so that a construct that nobody thought of is reported and not passed on.
 * So it is with the words of clauses that no field of the tree holds (xy_node_each_loose_word): "Kind+WORD" in the fact (or
 * "Kind+SOME-WORDS") says that the target or what rewrites the node knows it. Nobody can have looked at others but a pattern that has them. */
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

static void report(look *l, const xy_node *node, uint32_t first, uint32_t last, const char *flag)
{
    xy_node part = *node;
    if (has_finding(l, first, last))
        return;
    part.first = first;
    part.last = last;
    l->found = true;
    xy_sql_flag(l->ctx, &part, flag);
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
            report(l, node, span.first, span.last, "untouched");
    }
}

/* ---- words that no field holds ---- */

enum { LONGEST_PHRASE = 4 };

typedef struct loose {
    look *l;
    const xy_node *node;
    uint32_t *items; /* the node's loose words */
    uint32_t count, capacity;
} loose;

static bool add_loose(uint32_t token, void *data)
{
    loose *w = data;
    xy_vec_push(w->l->ctx->arena, w, token);
    return true;
}

/* Do the words from item `at` on follow each other without another token between them? */
static uint32_t run_length(const loose *w, uint32_t at)
{
    uint32_t n = 1;
    while (at + n < w->count && xy_token_next(w->l->ctx->source, w->items[at + n - 1]) == w->items[at + n])
        n++;
    return n;
}

/* "Kind+WORD" or "Kind+SOME-WORDS" in the fact. */
static bool is_known_phrase(const loose *w, uint32_t at, uint32_t length)
{
    xy_context *ctx = w->l->ctx;
    xy_buffer key;
    xy_buffer_init(&key, ctx->arena);
    xy_buffer_add_text(&key, xy_node_infos[w->node->kind].name);
    for (uint32_t i = 0; i < length; i++) {
        xy_buffer_add_char(&key, i ? '-' : '+');
        xy_buffer_add_str(&key, xy_str_upper(ctx->arena, xy_token_text(ctx->source, w->items[at + i])));
    }
    return xy_map_get(&w->l->native->words, xy_buffer_str(&key)) != NULL;
}

/* Number of words from item `at` on, of `run`, that are known as a phrase. */
static uint32_t known_words(const loose *w, uint32_t at, uint32_t run)
{
    for (uint32_t n = run < LONGEST_PHRASE ? run : LONGEST_PHRASE; n > 0; n--)
        if (is_known_phrase(w, at, n))
            return n;
    return 0;
}

/* One finding for a run of words of which some are unknown. */
static void check_run(const loose *w, uint32_t at, uint32_t run)
{
    uint32_t known = 1;
    for (uint32_t i = at; known && i < at + run; i += known)
        known = known_words(w, i, at + run - i);
    if (!known)
        report(w->l, w->node, w->items[at], w->items[at + run - 1] + 1, "clause");
}

static void check_words(look *l, const xy_node *node)
{
    loose w = {.l = l, .node = node};
    xy_node_each_loose_word(l->ctx->source, node, add_loose, &w);
    for (uint32_t at = 0, run; at < w.count; at += run) {
        run = run_length(&w, at);
        check_run(&w, at, run);
    }
}

/* "Kind:Parent": known as a part of that kind of node only. */
static bool is_native_below(const look *l, const xy_node *node)
{
    if (!node->parent)
        return false;
    xy_str key = xy_str_format(l->ctx->arena, "%s:%s", xy_node_infos[node->kind].name, xy_node_infos[node->parent->kind].name);
    return xy_map_get(&l->native->words, key) != NULL;
}

static bool check(xy_node *node, void *data)
{
    look *l = data;
    if (node->kind == XY_NODE_BOGUS || node->first >= node->last)
        return true;
    if (!(l->ctx->fixed[node->id] & XY_COMPARED))
        check_words(l, node);
    if (!(l->ctx->fixed[node->id] & XY_FIXED)) {
        const xy_native_kind *kind = &l->native->kinds[node->kind];
        if (kind->known)
            check_parts(l, node, kind);
        else if (!is_native_below(l, node) && !own_changed(l, node))
            report(l, node, node->first, node->last, "untouched");
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
