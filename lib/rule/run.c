/* Applying rules to a unit: one walk in pre-order. The bridge to the passes: the only file here, with selftest.c, that knows them. */
#include "rule/rule_set.h"

#include "pass/native.h"
#include "pass/pass.h"
#include "syntax/keyword.h"
#include <stdlib.h>
#include <string.h>

const void *xy_rule_find_pass(xy_str name)
{
    for (const xy_pass *pass = xy_passes; pass->name; pass++)
        if (xy_str_equal(xy_str_from(pass->name), name))
            return pass;
    return NULL;
}

/* ---- the index ---- */

/** A way to match that a kind of node may fit. */
typedef struct entry {
    const xy_rule *rule;
    const xy_matcher *matcher;
    uint32_t number; /**< of the matcher in its rule */
    uint32_t hash;   /**< of the last part of the name that the node must have; 0: any */
    uint32_t pass;   /**< number of the rule in `passes`, when it has a pass */
    bool plain;      /**< the rule calls its pass for each node of the kind and does nothing else */
} entry;

enum { BUCKETS = 64, FEW_NAMES = 16 };

/** The entries of a kind, in order. Where many ask for a name, each bucket lists those that a node whose name's hash falls into it may fit. */
typedef struct entries {
    entry *items;
    uint32_t count, capacity;
    uint32_t *listed; /**< numbers of entries, bucket after bucket; null: look at all */
    uint32_t *starts; /**< of the buckets in `listed`, and its end */
} entries;

typedef struct xy_rule_index {
    entries *by_kind;
    const xy_rule **passes; /**< rules with passes, in order */
    uint32_t pass_count;
} xy_rule_index;

/** Hash of an unquoted or quoted name as Oracle stores it; never 0. */
static uint32_t name_hash(const xy_source *source, uint32_t token)
{
    xy_str text = xy_token_text(source, token);
    bool quoted = text.length > 1 && text.data[0] == '"';
    uint32_t hash = 2166136261u;
    if (quoted)
        text = (xy_str){text.data + 1, text.length - 2};
    for (uint32_t i = 0; i < text.length; i++) {
        unsigned char c = (unsigned char)text.data[i];
        if (!quoted && c >= 'a' && c <= 'z')
            c = (unsigned char)(c - 32);
        hash = (hash ^ c) * 16777619u;
    }
    return hash ? hash : 1;
}

/** Hash of the last part of the name that the node is, calls or holds; 0 for none. */
static uint32_t node_hash(const xy_source *source, const xy_node *node)
{
    if (node->kind == XY_NODE_PROCEDURE_CALL)
        node = XY_AS(procedure_call, node)->call;
    if (node->kind == XY_NODE_CALL)
        node = XY_AS(call, node)->callee;
    if (node->kind != XY_NODE_NAME || XY_AS(name, node)->parts.count == 0)
        return 0;
    xy_token_list parts = XY_AS(name, node)->parts;
    return name_hash(source, parts.items[parts.count - 1]);
}

static uint32_t pattern_hash(const xy_pattern *pattern)
{
    const xy_node *root = pattern->root;
    if (root->kind == XY_NODE_PROCEDURE_CALL)
        root = XY_AS(procedure_call, root)->call;
    if (root->kind == XY_NODE_CALL)
        root = XY_AS(call, root)->callee;
    if (root->kind != XY_NODE_NAME)
        return 0;
    xy_token_list parts = XY_AS(name, root)->parts;
    uint32_t last = parts.count ? parts.items[parts.count - 1] : XY_NO_TOKEN;
    bool variable = last == XY_NO_TOKEN || pattern->source->tokens[last].kind == XY_TOKEN_HOLE;
    return variable ? 0 : name_hash(pattern->source, last);
}

/** Most passes are asked about each node of a kind and mostly have nothing to do: such rules take the short way. */
static bool is_plain(const xy_rule *rule, const xy_matcher *m)
{
    return rule->pass && !m->pattern && !m->test_count && !m->path_count && !rule->where.count && !rule->fix_count && !rule->reports && !rule->needs.count
           && rule->status == XY_CONVERTED;
}

static void add_entry(xy_arena *arena, xy_rule_index *index, uint16_t kind, entry e)
{
    xy_vec_push(arena, &index->by_kind[kind], e);
}

static void add_rule(xy_arena *arena, xy_rule_index *index, const xy_rule *rule)
{
    for (uint32_t i = 0; i < rule->matcher_count; i++) {
        const xy_matcher *m = &rule->matchers[i];
        if (m->pattern) {
            add_entry(arena, index, m->pattern->root->kind, (entry){rule, m, i, pattern_hash(m->pattern), index->pass_count, false});
            continue;
        }
        for (const uint16_t *kind = m->kinds; *kind; kind++)
            add_entry(arena, index, *kind, (entry){rule, m, i, 0, index->pass_count, is_plain(rule, m)});
    }
    if (rule->pass)
        index->passes[index->pass_count++] = rule;
}

static void make_buckets(xy_arena *arena, entries *all)
{
    uint32_t named = 0, count = 0;
    for (uint32_t i = 0; i < all->count; i++)
        named += all->items[i].hash != 0;
    if (named < FEW_NAMES)
        return;
    all->starts = XY_NEW_ARRAY(arena, uint32_t, BUCKETS + 1);
    all->listed = XY_NEW_ARRAY(arena, uint32_t, (size_t)(all->count - named) * BUCKETS + named);
    for (uint32_t bucket = 0; bucket < BUCKETS; bucket++) {
        all->starts[bucket] = count;
        for (uint32_t i = 0; i < all->count; i++)
            if (!all->items[i].hash || all->items[i].hash % BUCKETS == bucket)
                all->listed[count++] = i;
    }
    all->starts[BUCKETS] = count;
}

static int compare_rules(const void *a, const void *b)
{
    const xy_rule *x = *(const xy_rule *const *)a, *y = *(const xy_rule *const *)b;
    if (x->priority != y->priority)
        return x->priority > y->priority ? -1 : 1;
    if (x->weight != y->weight)
        return x->weight > y->weight ? -1 : 1;
    return x->order < y->order ? -1 : x->order > y->order;
}

static bool applies(const xy_rule *rule, const xy_target *target)
{
    for (uint32_t i = 0; i < rule->target_count; i++)
        if (xy_target_matches(target, rule->targets[i].name, rule->targets[i].first, rule->targets[i].last))
            return true;
    return false;
}

/* Is the rule one that the user's server makes needless (option `settled`: ids, with blanks between them)? Passes do more than one thing. */
static bool is_settled(const xy_rule *rule, const xy_target *target)
{
    xy_str ids = xy_target_option(target, "settled");
    for (uint32_t from = 0, to; !rule->pass && from < ids.length; from = to + 1) {
        for (to = from; to < ids.length && !xy_char_is_blank(ids.data[to]);)
            to++;
        if (xy_str_equal((xy_str){ids.data + from, to - from}, rule->id))
            return true;
    }
    return false;
}

void xy_rule_choose(xy_arena *arena, const xy_rules *rules, xy_target *target, const xy_map *only)
{
    xy_rule_index *index = XY_NEW(arena, xy_rule_index);
    index->by_kind = XY_NEW_ARRAY(arena, entries, xy_node_kind_count);
    xy_rule_list all = xy_rules_list(rules);
    const xy_rule **chosen = XY_NEW_ARRAY(arena, const xy_rule *, all.count + 1);
    uint32_t count = 0;
    for (uint32_t i = 0; i < all.count; i++)
        if (applies(all.items[i], target) && !is_settled(all.items[i], target) && (!only || xy_map_get(only, all.items[i]->id)))
            chosen[count++] = all.items[i];
    if (count > 1)
        qsort(chosen, count, sizeof *chosen, compare_rules);
    index->passes = XY_NEW_ARRAY(arena, const xy_rule *, count + 1);
    for (uint32_t i = 0; i < count; i++)
        add_rule(arena, index, chosen[i]);
    for (uint16_t kind = 1; kind < xy_node_kind_count; kind++)
        make_buckets(arena, &index->by_kind[kind]);
    target->rules = index;
    target->native = xy_native_read(arena, target);
}

/* ---- the walk ---- */

typedef struct walk {
    xy_context *ctx;
    const xy_rule_index *index;
    xy_scene scene;
    uint8_t *fixed;     /**< by node id: a fix was applied to it, or it is part of what a fix replaced */
    uint32_t conflicts; /**< reported so far */
    bool *used;         /**< by number of the pass rule */
} walk;

static void worsen(xy_context *ctx, xy_unit_status status)
{
    static const int rank[] = {[XY_SKIPPED] = 0, [XY_CONVERTED] = 1, [XY_NEEDS_REVIEW] = 2, [XY_UNSUPPORTED_UNIT] = 3, [XY_UNPARSED] = 4};
    if (rank[status] > rank[ctx->status])
        ctx->status = (int)status;
}

static void report_new_conflicts(walk *w, const xy_conflict *all, uint32_t count)
{
    for (; w->conflicts < count; w->conflicts++) {
        const xy_conflict *c = &all[w->conflicts];
        const xy_token *first = &w->ctx->source->tokens[c->first], *last = &w->ctx->source->tokens[c->last - 1];
        xy_diags_add(w->ctx->diags, XY_MSG_EDIT_CONFLICT, first->offset, last->offset + last->length - first->offset, "winner", c->winner, "loser", c->loser,
                     NULL);
        worsen(w->ctx, XY_UNSUPPORTED_UNIT);
    }
}

/** Edits that were refused since the last time become findings: half of a rewriting must not run, so the unit is left as a comment. */
static void report_conflicts(walk *w)
{
    uint32_t count;
    const xy_conflict *all = xy_edits_conflicts(w->ctx->edits, &count);
    if (w->conflicts < count)
        report_new_conflicts(w, all, count);
}

/* ---- matching by kind ---- */

static const xy_field_info *find_field(const xy_node *node, xy_str name)
{
    const xy_node_info *info = &xy_node_infos[node->kind];
    for (uint16_t i = 0; i < info->field_count; i++)
        if (xy_str_is(name, info->fields[i].name))
            return &info->fields[i];
    return NULL;
}

/** Tokens of a field; first == last when it is missing. Node and list are set where the field has them. */
static xy_hole_value field_value(const xy_node *node, const xy_field_info *f, xy_nodes *list)
{
    xy_hole_value value = {0};
    *list = (xy_nodes){0};
    switch ((xy_field_type)f->type) {
    case XY_FIELD_NODE:
        value.node = xy_field_node(node, f);
        if (value.node)
            value.span = (xy_span){value.node->first, value.node->last};
        break;
    case XY_FIELD_LIST:
        *list = xy_field_list(node, f);
        if (list->count > 0)
            value.span = (xy_span){list->items[0]->first, list->items[list->count - 1]->last};
        break;
    case XY_FIELD_TOKEN:
        if (xy_field_token(node, f) != XY_NO_TOKEN)
            value.span = (xy_span){xy_field_token(node, f), xy_field_token(node, f) + 1};
        break;
    case XY_FIELD_TOKENS: {
        xy_token_list tokens = xy_field_tokens(node, f);
        if (tokens.count > 0)
            value.span = (xy_span){tokens.items[0], tokens.items[tokens.count - 1] + 1};
        break;
    }
    case XY_FIELD_ENUM:
    case XY_FIELD_FLAG: break;
    }
    return value;
}

static bool value_fits(const xy_scene *scene, const xy_node *node, const xy_field_info *f, xy_str wanted)
{
    xy_nodes list;
    xy_hole_value value = field_value(node, f, &list);
    const xy_node *name = NULL;
    if (f->type == XY_FIELD_ENUM)
        return xy_str_is(wanted, f->names[xy_field_byte(node, f)]);
    if (f->type == XY_FIELD_FLAG)
        return xy_str_equal(wanted, xy_field_byte(node, f) ? XY_STR("true") : XY_STR("false"));
    if (value.node) {
        xy_str text = xy_name_of(scene, value.node, &name);
        return text.length > 0 && xy_name_fits(text, wanted) && xy_is_oracles(scene, name);
    }
    uint32_t word = 0; /* tokens: the words in order */
    for (uint32_t i = value.span.first; i < value.span.last; i++) {
        xy_str text = xy_token_text(scene->source, i);
        if (xy_token_is_trivia(scene->source->tokens[i].kind))
            continue;
        if (word > 0 && word < wanted.length && wanted.data[word] == ' ')
            word++;
        xy_str rest = {wanted.data + word, wanted.length - word > text.length ? text.length : wanted.length - word};
        if (!xy_str_equal_nocase(text, rest))
            return false;
        word += text.length;
    }
    return word > 0 && word == wanted.length;
}

static bool test_holds(const xy_scene *scene, const xy_field_test *test, const xy_node *node)
{
    const xy_field_info *f = find_field(node, test->field);
    xy_nodes list;
    if (test->present || test->absent) {
        bool there = f->type == XY_FIELD_ENUM || f->type == XY_FIELD_FLAG ? xy_field_byte(node, f) != 0 : field_value(node, f, &list).span.last > 0;
        return there == test->present;
    }
    for (uint32_t i = 0; i < test->value_count; i++)
        if (value_fits(scene, node, f, test->values[i]->text))
            return true;
    return false;
}

/** Follows "where.condition" or "args.0"; false when something on the way is missing. */
static bool follow(const xy_node *node, xy_str path, xy_hole_value *value, xy_nodes *list)
{
    *value = (xy_hole_value){.node = node, .span = {node->first, node->last}};
    *list = (xy_nodes){0};
    xy_token_list tokens = {0};
    for (uint32_t start = 0, end; start < path.length; start = end + 1) {
        for (end = start; end < path.length && path.data[end] != '.';)
            end++;
        xy_str step = {path.data + start, end - start};
        if (step.data[0] >= '0' && step.data[0] <= '9') {
            uint32_t index = (uint32_t)strtoul(step.data, NULL, 10);
            if (index >= (tokens.count > 0 ? tokens.count : list->count))
                return false;
            if (tokens.count > 0) {
                *value = (xy_hole_value){.span = {tokens.items[index], tokens.items[index] + 1}};
                tokens.count = 0;
                continue;
            }
            const xy_node *item = list->items[index];
            *value = (xy_hole_value){.node = item, .span = {item->first, item->last}};
            *list = (xy_nodes){0};
            continue;
        }
        const xy_field_info *f = value->node ? find_field(value->node, step) : NULL;
        if (!f)
            return false;
        tokens = f->type == XY_FIELD_TOKENS ? xy_field_tokens(value->node, f) : (xy_token_list){0};
        *value = field_value(value->node, f, list);
    }
    return value->node || value->span.last > 0 || list->items;
}

static bool match_kind(const xy_scene *scene, const xy_matcher *m, const xy_node *node, xy_bindings *b)
{
    for (uint32_t i = 0; i < m->test_count; i++)
        if (!test_holds(scene, &m->tests[i], node))
            return false;
    for (uint32_t i = 0; i < m->path_count; i++) {
        int variable = m->paths[i].variable;
        if (!follow(node, m->paths[i].path, &b->values[variable], &b->lists[variable]))
            return false;
        b->bound |= UINT32_C(1) << variable;
    }
    return true;
}

/* ---- diagnostics ---- */

enum { QUOTE_LENGTH = 60 };

/** Source text on one line, cut when long. */
static xy_str quote(const xy_context *ctx, xy_span span)
{
    xy_buffer out;
    bool blank = false;
    xy_buffer_init(&out, ctx->diags->arena);
    for (uint32_t i = span.first; i < span.last; i++) {
        if (xy_token_is_trivia(ctx->source->tokens[i].kind)) {
            blank = true;
            continue;
        }
        if (blank && out.length > 0)
            xy_buffer_add_char(&out, ' ');
        blank = false;
        xy_buffer_add_str(&out, xy_token_text(ctx->source, i));
        if (out.length > QUOTE_LENGTH) {
            xy_buffer_add_text(&out, " …");
            break;
        }
    }
    return xy_buffer_str(&out);
}

static void report(walk *w, const xy_rule *rule, const xy_node *node, const xy_bindings *b)
{
    xy_context *ctx = w->ctx;
    xy_arena *arena = ctx->diags->arena;
    xy_str pairs[XY_RULE_MAX_VARIABLES + 1][2];
    unsigned count = 0;
    for (uint32_t i = 0; i < rule->name_count; i++)
        if (b->bound >> i & 1) {
            pairs[count][0] = rule->names[i];
            pairs[count++][1] = quote(ctx, b->values[i].span);
        }
    pairs[count][0] = XY_STR("text");
    pairs[count++][1] = quote(ctx, (xy_span){node->first, node->last});
    const xy_str(*filled)[2] = (const xy_str(*)[2])pairs;
    const xy_token *first = &ctx->source->tokens[node->first], *last = &ctx->source->tokens[node->last > node->first ? node->last - 1 : node->first];
    xy_diag diag = {.code = rule->code,
                    .rule = rule->id,
                    .severity = rule->severity,
                    .offset = first->offset,
                    .length = last->offset + last->length - first->offset,
                    .message_en = xy_message_fill(arena, rule->message_en.data, filled, count),
                    .message_zh = xy_message_fill(arena, rule->message_zh.data, filled, count),
                    .advice_en = rule->advice_en,
                    .advice_zh = rule->advice_zh,
                    .effort = rule->effort};
    xy_vec_push(arena, &ctx->diags->list, diag);
}

/* ---- fixes ---- */

/** Where a step of a fix acts; false when that part of the node is missing. */
static bool place_of(const xy_step *step, const xy_node *node, const xy_bindings *b, xy_node *place)
{
    xy_nodes list;
    xy_hole_value value = {.node = node, .span = {node->first, node->last}};
    if (step->variable >= 0)
        value = b->values[step->variable];
    else if (step->field.length > 0)
        value = field_value(node, find_field(node, step->field), &list);
    *place = value.node ? *value.node : (xy_node){.first = value.span.first, .last = value.span.last};
    return place->first < place->last;
}

static bool apply_step(walk *w, const entry *e, const xy_step *step, const xy_node *node, const xy_bindings *b)
{
    xy_edits *edits = w->ctx->edits;
    const char *id = xy_rule_id(e->rule);
    const xy_align *align = step->templates ? step->templates[e->number] : NULL;
    xy_node place;
    if (step->kind == XY_STEP_TEMPLATE) {
        xy_rope rope = xy_align_rope(edits, align, node, b->values);
        if (xy_node_in_group(node->kind, "Expr"))
            return xy_edit_replace_expr(edits, node, e->rule->layer, rope, xy_align_precedence(align), id);
        return xy_edit_replace_node(edits, node, e->rule->layer, rope, id);
    }
    if (!place_of(step, node, b, &place))
        return true;
    if (step->kind == XY_STEP_DELETE)
        return xy_edit_delete(edits, place.first, place.last, id);
    xy_rope rope = {0};
    if (step->kind == XY_STEP_REPLACE)
        rope = xy_align_rope(edits, align, &place, b->values);
    if (step->before)
        rope = xy_align_rope(edits, step->before, &place, b->values);
    if (step->kind == XY_STEP_INSERT)
        xy_rope_tokens(edits, &rope, place.first, place.last);
    if (step->after)
        xy_rope_join(edits, &rope, xy_align_rope(edits, step->after, &place, b->values));
    return xy_edit_replace(edits, place.first, place.last, e->rule->layer, rope, id);
}

static void note_needs(walk *w, const xy_fix *fix)
{
    for (uint32_t i = 0; i < fix->runtime.count; i++)
        xy_pass_runtime(w->ctx, fix->runtime.items[i].data);
    if (fix->orafce && xy_pass_option(w->ctx, "runtime", "orafce"))
        xy_pass_orafce(w->ctx);
}

/** Applies the first alternative whose conditions hold, wholly or not at all. False when none holds. */
static bool apply_fix(walk *w, const entry *e, const xy_node *node, const xy_bindings *b)
{
    for (uint32_t i = 0; i < e->rule->fix_count; i++) {
        const xy_fix *fix = &e->rule->fixes[i];
        if (!xy_predicates_hold(&w->scene, fix->where, node, b))
            continue;
        uint32_t mark = xy_edits_mark(w->ctx->edits);
        bool good = true;
        for (uint32_t s = 0; good && s < fix->step_count; s++)
            good = apply_step(w, e, &fix->steps[s], node, b);
        if (!good) {
            xy_edits_rollback(w->ctx->edits, mark);
            report_conflicts(w);
            return true;
        }
        note_needs(w, fix);
        w->fixed[node->id] |= XY_FIXED;
        for (uint32_t n = 0; n < b->structure.count; n++)
            w->fixed[b->structure.items[n]->id] |= XY_FIXED | XY_COMPARED;
        return true;
    }
    return false;
}

static void call_pass(walk *w, const entry *e, xy_node *node)
{
    const xy_pass *pass = e->rule->pass;
    w->used[e->pass] = true;
    pass->apply(w->ctx, node);
    report_conflicts(w);
}

static void clear_unbound(const xy_rule *rule, xy_bindings *b)
{
    for (uint32_t i = 0; i < rule->name_count; i++)
        if (!(b->bound >> i & 1)) {
            b->values[i] = (xy_hole_value){0};
            b->lists[i] = (xy_nodes){0};
        }
}

/** A note on something that the file's prologue says already: once is enough. */
static bool is_announced(const walk *w, const xy_rule *rule)
{
    for (uint32_t i = 0; i < rule->needs.count; i++)
        if (!xy_map_get(&w->ctx->runtime, rule->needs.items[i]))
            return false;
    return rule->needs.count > 0 && rule->severity == XY_NOTE;
}

/** Tries one entry; true when its rule was applied. */
static bool try_entry(walk *w, const entry *e, xy_node *node)
{
    if (e->plain) {
        w->ctx->rule = e->rule;
        call_pass(w, e, node);
        return true;
    }
    xy_bindings bindings; /* big, and most tries fail: only what a match leaves open is cleared */
    bindings.bound = 0;
    bindings.structure = (xy_node_vec){0};
    bool matches = e->matcher->pattern ? xy_pattern_match(&w->scene, e->matcher->pattern, node, &bindings) : match_kind(&w->scene, e->matcher, node, &bindings);
    if (!matches)
        return false;
    clear_unbound(e->rule, &bindings);
    if (!xy_predicates_hold(&w->scene, e->rule->where, node, &bindings))
        return false;
    w->ctx->rule = e->rule;
    if (e->rule->fix_count > 0 && !apply_fix(w, e, node, &bindings))
        return false;
    if (e->rule->pass)
        call_pass(w, e, node);
    if (e->rule->reports && !is_announced(w, e->rule))
        report(w, e->rule, node, &bindings);
    for (uint32_t i = 0; i < e->rule->needs.count; i++)
        xy_pass_runtime(w->ctx, e->rule->needs.items[i].data);
    if (!e->rule->pass || e->rule->status != XY_CONVERTED) /* a pass says itself what it did: it may have had nothing to do */
        worsen(w->ctx, e->rule->status);
    return true;
}

static bool visit(xy_node *node, void *data)
{
    walk *w = data;
    if (node->kind == XY_NODE_BOGUS)
        return true;
    const entries *all = &w->index->by_kind[node->kind];
    bool broken = node->flags & XY_FLAG_BROKEN, consumed = w->fixed[node->id];
    uint32_t hash = all->count > 0 ? node_hash(w->scene.source, node) : 0, bucket = hash % BUCKETS;
    uint32_t first = all->listed ? all->starts[bucket] : 0, last = all->listed ? all->starts[bucket + 1] : all->count;
    const xy_rule *done = NULL; /* a rule acts once on a node, whichever of its patterns fits */
    for (uint32_t i = first; !consumed && i < last; i++) {
        const entry *e = &all->items[all->listed ? all->listed[i] : i];
        bool fixes = e->rule->fix_count > 0;
        if (e->rule == done || (e->hash && e->hash != hash) || (fixes && (broken || w->fixed[node->id])))
            continue;
        if (try_entry(w, e, node))
            done = e->rule;
    }
    return xy_node_each_child(node, visit, w);
}

void xy_rules_run(const xy_rules *rules, struct xy_context *ctx)
{
    const xy_rule_index *index = ctx->target->rules;
    (void)rules;
    if (!ctx->unit->tree || !index)
        return;
    walk w = {.ctx = ctx, .index = index, .scene = {ctx->arena, ctx->source, ctx->analysis, ctx->target}};
    w.fixed = XY_NEW_ARRAY(ctx->arena, uint8_t, ctx->unit->node_count + 1);
    ctx->fixed = w.fixed;
    w.used = XY_NEW_ARRAY(ctx->arena, bool, index->pass_count + 1);
    visit(ctx->unit->tree, &w);
    for (uint32_t i = 0; i < index->pass_count; i++) {
        const xy_pass *pass = index->passes[i]->pass;
        if (!w.used[i] || !pass->finish)
            continue;
        ctx->rule = index->passes[i];
        pass->finish(ctx);
        report_conflicts(&w);
    }
}
