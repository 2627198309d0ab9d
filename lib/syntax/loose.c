/* Loose words: tokens of a clause that the grammar reads and no field of the tree holds.
 *
 * The tree need not show every clause of the manual, but none may be lost from sight: what is neither in a field nor listed as `words` of
 * its kind (grammar/nodes.yml) is shown by dumps, compared by patterns and, on its way to a target, known to it or reported. */
#include "syntax/keyword.h"
#include "syntax/node.h"

/* A substitution variable that no rule of the grammar took stands for something that is not there yet: it is reported as such. */
static bool is_told(uint16_t kind)
{
    return kind != XY_TOKEN_SUBSTITUTION
           && (xy_token_is_word(kind) || kind == XY_TOKEN_NUMBER || kind == XY_TOKEN_STRING || kind == XY_TOKEN_BIND || kind == XY_TOKEN_INQUIRY);
}

static bool is_among(const uint16_t *kinds, uint16_t kind)
{
    for (; *kinds; kinds++)
        if (*kinds == kind)
            return true;
    return false;
}

static bool holds_token(const xy_node *node, const xy_field_info *f, uint32_t token)
{
    if (f->type == XY_FIELD_TOKEN)
        return xy_field_token(node, f) == token;
    if (f->type != XY_FIELD_TOKENS)
        return false;
    xy_token_list list = xy_field_tokens(node, f);
    for (uint32_t i = 0; i < list.count; i++)
        if (list.items[i] == token)
            return true;
    return false;
}

static bool is_in_field(const xy_node *node, uint32_t token)
{
    const xy_node_info *info = &xy_node_infos[node->kind];
    for (uint16_t i = 0; i < info->field_count; i++)
        if (holds_token(node, &info->fields[i], token))
            return true;
    return false;
}

typedef struct search {
    const xy_source *source;
    const xy_node *node;
    uint32_t at;
    bool (*visit)(uint32_t token, void *data);
    void *data;
} search;

/* Tokens from s->at up to `last`. */
static bool search_gap(search *s, uint32_t last)
{
    const uint16_t *words = xy_node_infos[s->node->kind].words;
    for (; s->at < last; s->at++) {
        uint16_t kind = s->source->tokens[s->at].resolved; /* 0 where the parser did not see it */
        if (is_told(kind) && !is_among(words, kind) && !is_in_field(s->node, s->at) && !s->visit(s->at, s->data))
            return false;
    }
    return true;
}

static bool pass_child(xy_node *child, void *data)
{
    search *s = data;
    if (child->first >= child->last)
        return true;
    if (!search_gap(s, child->first))
        return false;
    if (child->last > s->at)
        s->at = child->last;
    return true;
}

bool xy_node_each_loose_word(const xy_source *source, const xy_node *node, bool (*visit)(uint32_t token, void *data), void *data)
{
    search s = {source, node, node->first, visit, data};
    if (*xy_node_infos[node->kind].words == XY_ANY_WORD)
        return true;
    return xy_node_each_child(node, pass_child, &s) && search_gap(&s, node->last);
}

enum { MAX_COMPARED = 64 };

typedef struct words {
    const xy_source *source;
    uint32_t tokens[MAX_COMPARED], count;
} words;

static bool collect(uint32_t token, void *data)
{
    words *w = data;
    if (w->count < MAX_COMPARED)
        w->tokens[w->count] = token;
    w->count++;
    return true;
}

bool xy_node_loose_equal(const xy_source *sa, const xy_node *a, const xy_source *sb, const xy_node *b)
{
    words wa = {.source = sa}, wb = {.source = sb};
    xy_node_each_loose_word(sa, a, collect, &wa);
    xy_node_each_loose_word(sb, b, collect, &wb);
    if (wa.count != wb.count || wa.count > MAX_COMPARED)
        return false;
    for (uint32_t i = 0; i < wa.count; i++)
        if (!xy_token_equal(sa, wa.tokens[i], sb, wb.tokens[i]))
            return false;
    return true;
}
