/* The edit set: adding edits, refusing conflicts, looking edits up. Rendering is in render.c.
 *
 * Replacements are kept nested: two ranges are disjoint or one lies in the other. Both kinds of edits live in treaps (search trees
 * balanced by pseudo-random priorities), so adding and looking up take O(log n) whatever the order of addition. */
#include "edit/edit_set.h"

#include "syntax/keyword.h"
#include <stdlib.h>
#include <string.h>

/* A rendering that grows beyond this is one that doubles operands of operands: stop before memory does. */
enum { OUTPUT_FACTOR = 64, OUTPUT_FLOOR = 16 << 20 };

xy_edits *xy_edits_new(xy_arena *arena, const xy_source *source)
{
    xy_edits *edits = XY_NEW(arena, xy_edits);
    edits->arena = arena;
    edits->source = source;
    edits->newline = source->crlf ? XY_STR("\r\n") : XY_STR("\n");
    edits->output_limit = (size_t)source->text.length * OUTPUT_FACTOR + OUTPUT_FLOOR;
    if (edits->output_limit > INT32_MAX)
        edits->output_limit = INT32_MAX;
    return edits;
}

/* ---- treap ---- */

static int compare_keys(const uint32_t a[3], const uint32_t b[3])
{
    for (int i = 0; i < 3; i++)
        if (a[i] != b[i])
            return a[i] < b[i] ? -1 : 1;
    return 0;
}

static uint32_t mix(uint32_t x) /* spreads serial numbers over priorities */
{
    x ^= x >> 16;
    x *= 0x7FEB352Du;
    x ^= x >> 15;
    x *= 0x846CA68Bu;
    return x ^ x >> 16;
}

static void update(xy_edit *node)
{
    node->max_last = node->last;
    if (node->left && node->left->max_last > node->max_last)
        node->max_last = node->left->max_last;
    if (node->right && node->right->max_last > node->max_last)
        node->max_last = node->right->max_last;
}

static xy_edit *rotate_right(xy_edit *node)
{
    xy_edit *top = node->left;
    node->left = top->right;
    top->right = node;
    update(node);
    return top;
}

static xy_edit *rotate_left(xy_edit *node)
{
    xy_edit *top = node->right;
    node->right = top->left;
    top->left = node;
    update(node);
    return top;
}

static xy_edit *insert(xy_edit *root, xy_edit *node) /* depth: O(log n) expected */
{
    if (!root) {
        update(node);
        return node;
    }
    if (compare_keys(node->key, root->key) < 0) {
        root->left = insert(root->left, node);
        if (root->left->priority > root->priority)
            root = rotate_right(root);
    } else {
        root->right = insert(root->right, node);
        if (root->right->priority > root->priority)
            root = rotate_left(root);
    }
    update(root);
    return root;
}

static xy_edit *join(xy_edit *left, xy_edit *right)
{
    if (!left || !right)
        return left ? left : right;
    if (left->priority > right->priority) {
        left->right = join(left->right, right);
        update(left);
        return left;
    }
    right->left = join(left, right->left);
    update(right);
    return right;
}

static xy_edit *erase(xy_edit *root, const xy_edit *node)
{
    if (root == node)
        return join(root->left, root->right);
    if (compare_keys(node->key, root->key) < 0)
        root->left = erase(root->left, node);
    else
        root->right = erase(root->right, node);
    update(root);
    return root;
}

xy_edit *xy_edit_lower_bound(xy_edit *root, const uint32_t key[3])
{
    xy_edit *found = NULL;
    while (root) {
        if (compare_keys(root->key, key) < 0) {
            root = root->right;
        } else {
            found = root;
            root = root->left;
        }
    }
    return found;
}

/** The innermost replacement with tokens on both sides of the boundary before `token`: because ranges are nested, the last
 *  in key order. At most one branch on the way down is searched in vain. */
static xy_edit *innermost_across(xy_edit *root, uint32_t token)
{
    if (!root || root->max_last <= token)
        return NULL;
    if (root->first < token) {
        xy_edit *inner = innermost_across(root->right, token);
        if (inner)
            return inner;
        if (root->last > token)
            return root;
    }
    return innermost_across(root->left, token);
}

/* ---- looking up ---- */

static void replacement_key(uint32_t key[3], uint32_t first, uint32_t last, int layer)
{
    key[0] = first;
    key[1] = ~last;
    key[2] = layer == XY_LAYER_WRAP ? 0 : 1;
}

xy_edit *xy_edit_next(const xy_edits *edits, uint32_t token, uint32_t last)
{
    uint32_t key[3];
    replacement_key(key, token, last, XY_LAYER_WRAP);
    for (;;) {
        xy_edit *edit = xy_edit_lower_bound(edits->replacements, key);
        if (!edit || edit->first >= last)
            return NULL;
        if (edit->last <= last && !edit->active)
            return edit;
        memcpy(key, edit->key, sizeof key);
        if (edit->last > last)
            key[1] = ~last; /* the same start, but ending inside */
        else
            key[2]++;
    }
}

xy_edit *xy_edit_next_insertion(const xy_edits *edits, uint32_t token, xy_side side, uint32_t last)
{
    uint32_t key[3] = {token, (uint32_t)side, 0};
    xy_edit *edit = xy_edit_lower_bound(edits->insertions, key);
    return edit && edit->first < last ? edit : NULL;
}

xy_edit *xy_edit_exact(const xy_edits *edits, uint32_t first, uint32_t last)
{
    xy_edit *edit = first < last ? xy_edit_next(edits, first, last) : NULL;
    return edit && edit->first == first && edit->last == last ? edit : NULL;
}

bool xy_edits_replaces(const xy_edits *edits, uint32_t first, uint32_t last)
{
    return xy_edit_exact(edits, first, last) != NULL;
}

bool xy_edits_any_in(const xy_edits *edits, uint32_t first, uint32_t last)
{
    uint32_t key[3];
    replacement_key(key, first, last, XY_LAYER_WRAP);
    xy_edit *edit = xy_edit_lower_bound(edits->replacements, key);
    return (edit && edit->first < last) || xy_edit_next_insertion(edits, first, XY_BEFORE, last);
}

bool xy_edits_has_own(const xy_edits *edits, uint32_t token)
{
    uint32_t key[3];
    replacement_key(key, token, token + 1, XY_LAYER_OWN);
    const xy_edit *edit = xy_edit_lower_bound(edits->replacements, key);
    return edit && edit->first == token && edit->last == token + 1 && edit->layer == XY_LAYER_OWN;
}

static bool renders(const xy_edit *edit, uint32_t token)
{
    for (uint32_t i = 0; i < edit->rope.count; i++) {
        const xy_rope_piece *piece = &edit->rope.items[i];
        if (piece->kind == XY_PIECE_RANGE && piece->range.first <= token && token < piece->range.last)
            return true;
    }
    return false;
}

/* Is there a replacement around the token that does not render it? */
static bool is_replaced(const xy_edit *root, uint32_t token)
{
    if (!root || root->max_last <= token)
        return false;
    if (root->first <= token && token < root->last && !renders(root, token))
        return true;
    return is_replaced(root->left, token) || (root->first <= token && is_replaced(root->right, token));
}

bool xy_edits_drops(const xy_edits *edits, uint32_t token)
{
    return is_replaced(edits->replacements, token);
}

bool xy_edits_changes(const xy_edits *edits, uint32_t token)
{
    return xy_edits_drops(edits, token) || xy_edit_next_insertion(edits, token, XY_BEFORE, token + 1);
}

const xy_conflict *xy_edits_conflicts(const xy_edits *edits, uint32_t *count)
{
    *count = edits->conflicts.count;
    return edits->conflicts.items;
}

uint32_t xy_edits_dropped(const xy_edits *edits)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < edits->all.count; i++)
        count += !edits->all.items[i]->applied && !edits->all.items[i]->helper;
    return count;
}

/* ---- adding ---- */

static void add(xy_edits *edits, xy_edit *edit, xy_edit **root)
{
    edit->priority = mix(edit->serial + 1);
    *root = insert(*root, edit);
    xy_vec_push(edits->arena, &edits->all, edit);
}

static xy_edit *new_edit(xy_edits *edits, uint32_t first, uint32_t last, xy_rope rope, const char *rule)
{
    xy_edit *edit = XY_NEW(edits->arena, xy_edit);
    edit->first = first;
    edit->last = last;
    edit->rope = rope;
    edit->rule = rule;
    edit->serial = edits->all.count;
    return edit;
}

/** The edit that a new one over [first, last) would be in conflict with, or null. */
static const xy_edit *find_conflict(const xy_edits *edits, uint32_t first, uint32_t last, xy_layer layer)
{
    const xy_edit *left = innermost_across(edits->replacements, first);
    if (left && left->last < last)
        return left;
    const xy_edit *right = innermost_across(edits->replacements, last);
    if (right && right->first > first)
        return right;
    uint32_t key[3];
    replacement_key(key, first, last, (int)layer);
    const xy_edit *same = xy_edit_lower_bound(edits->replacements, key);
    return same && compare_keys(same->key, key) == 0 ? same : NULL;
}

bool xy_edit_is_comment(uint16_t kind)
{
    return kind == XY_TOKEN_LINE_COMMENT || kind == XY_TOKEN_BLOCK_COMMENT || kind == XY_TOKEN_HINT;
}

static int compare_spans(const void *a, const void *b)
{
    const xy_span *x = a, *y = b;
    return x->first < y->first ? -1 : x->first > y->first;
}

/** Finds the comments of the edit's range that its rope does not render. Replacing a comment itself means what it says. */
static void collect_comments(xy_edits *edits, xy_edit *edit)
{
    if (edit->last - edit->first == 1 && xy_edit_is_comment(edits->source->tokens[edit->first].kind))
        return;
    XY_VEC(xy_span) kept = {0};
    for (uint32_t i = 0; i < edit->rope.count; i++) {
        const xy_rope_piece *piece = &edit->rope.items[i];
        if (piece->kind == XY_PIECE_RANGE && piece->range.first < edit->last && piece->range.last > edit->first)
            xy_vec_push(edits->arena, &kept, piece->range);
    }
    if (kept.count > 1)
        qsort(kept.items, kept.count, sizeof *kept.items, compare_spans);
    XY_VEC(uint32_t) lost = {0};
    uint32_t token = edit->first;
    for (uint32_t i = 0; i <= kept.count; i++) {
        uint32_t gap_end = i < kept.count ? kept.items[i].first : edit->last;
        for (; token < gap_end && token < edit->last; token++)
            if (xy_edit_is_comment(edits->source->tokens[token].kind))
                xy_vec_push(edits->arena, &lost, token);
        if (i < kept.count && kept.items[i].last > token)
            token = kept.items[i].last;
    }
    edit->comments = (xy_token_list){lost.items, lost.count};
}

static bool replace(xy_edits *edits, uint32_t first, uint32_t last, xy_layer layer, xy_rope rope, xy_precedence precedence, const char *rule)
{
    const xy_edit *winner = find_conflict(edits, first, last, layer);
    if (winner) {
        xy_conflict conflict = {first, last, winner->rule, rule};
        xy_vec_push(edits->arena, &edits->conflicts, conflict);
        return false;
    }
    xy_edit *edit = new_edit(edits, first, last, rope, rule);
    edit->layer = (uint8_t)layer;
    edit->precedence = (uint8_t)precedence;
    replacement_key(edit->key, first, last, (int)layer);
    collect_comments(edits, edit);
    add(edits, edit, &edits->replacements);
    return true;
}

bool xy_edit_replace(xy_edits *edits, uint32_t first, uint32_t last, xy_layer layer, xy_rope rope, const char *rule)
{
    if (first >= last)
        return xy_edit_insert(edits, first, XY_BEFORE, rope, rule);
    return replace(edits, first, last, layer, rope, XY_PREC_ANY, rule);
}

bool xy_edit_take(xy_edits *edits, uint32_t first, uint32_t last, xy_rope rope, const char *rule)
{
    if (!xy_edit_replace(edits, first, last, XY_LAYER_WRAP, rope, rule))
        return false;
    edits->all.items[edits->all.count - 1]->comments = (xy_token_list){0};
    return true;
}

bool xy_edit_replace_node(xy_edits *edits, const xy_node *node, xy_layer layer, xy_rope rope, const char *rule)
{
    return xy_edit_replace(edits, node->first, node->last, layer, rope, rule);
}

bool xy_edit_replace_expr(xy_edits *edits, const xy_node *node, xy_layer layer, xy_rope rope, xy_precedence precedence, const char *rule)
{
    if (precedence < xy_precedence_needed(node)) {
        xy_rope wrapped = {0};
        xy_rope_text(edits, &wrapped, "(");
        xy_rope_join(edits, &wrapped, rope);
        xy_rope_text(edits, &wrapped, ")");
        rope = wrapped;
        precedence = XY_PREC_PRIMARY;
    }
    return replace(edits, node->first, node->last, layer, rope, precedence, rule);
}

bool xy_edit_token(xy_edits *edits, uint32_t token, const char *text, const char *rule)
{
    xy_rope rope = {0};
    xy_rope_text(edits, &rope, text);
    return xy_edit_replace(edits, token, token + 1, XY_LAYER_OWN, rope, rule);
}

bool xy_edit_insert(xy_edits *edits, uint32_t token, xy_side side, xy_rope rope, const char *rule)
{
    xy_edit *edit = new_edit(edits, token, token, rope, rule);
    edit->side = (uint8_t)side;
    edit->key[0] = token;
    edit->key[1] = (uint32_t)side;
    edit->key[2] = edit->serial;
    add(edits, edit, &edits->insertions);
    return true;
}

bool xy_edit_insert_text(xy_edits *edits, uint32_t token, xy_side side, const char *text, const char *rule)
{
    xy_rope rope = {0};
    xy_rope_text(edits, &rope, text);
    return xy_edit_insert(edits, token, side, rope, rule);
}

/* ---- deleting ---- */

static bool is_blank(const xy_source *source, uint32_t token)
{
    return source->tokens[token].kind == XY_TOKEN_WHITESPACE || source->tokens[token].kind == XY_TOKEN_NEWLINE;
}

/** Removes blank tokens [first, last) along with a deletion, unless an edit is there already. */
static void delete_blanks(xy_edits *edits, uint32_t first, uint32_t last, const char *rule)
{
    if (first >= last || find_conflict(edits, first, last, XY_LAYER_OWN))
        return;
    xy_rope rope = {0};
    xy_rope_separator(edits, &rope);
    replace(edits, first, last, XY_LAYER_OWN, rope, XY_PREC_ANY, rule);
    edits->all.items[edits->all.count - 1]->helper = true;
}

/** Going back from the start of a line: over one line end, or (not `one`) over all blank lines; and the blanks at the end of the line there. */
static uint32_t previous_line_end(const xy_source *source, uint32_t token, bool one)
{
    for (uint32_t line_ends = 0; token > 0 && is_blank(source, token - 1); token--)
        if (source->tokens[token - 1].kind == XY_TOKEN_NEWLINE && one && line_ends++)
            break;
    return token;
}

/** If only blanks stand between the deletion before and `first`: removes them and returns where that one starts. */
static uint32_t join_deletions(xy_edits *edits, uint32_t first, const char *rule)
{
    uint32_t before = first;
    while (before > 0 && is_blank(edits->source, before - 1))
        before--;
    if (edits->deleted.first == edits->deleted.last || before != edits->deleted.last)
        return first;
    delete_blanks(edits, before, first, rule);
    return edits->deleted.first;
}

bool xy_edit_delete(xy_edits *edits, uint32_t first, uint32_t last, const char *rule)
{
    const xy_source *source = edits->source;
    if (first >= last)
        return true;
    xy_rope rope = {0};
    xy_rope_separator(edits, &rope);
    if (!xy_edit_replace(edits, first, last, XY_LAYER_OWN, rope, rule))
        return false;
    uint32_t start = join_deletions(edits, first, rule), before = start, after = last;
    edits->deleted = (xy_span){start, last};
    while (before > 0 && source->tokens[before - 1].kind == XY_TOKEN_WHITESPACE)
        before--;
    bool starts_line = before == 0 || source->tokens[before - 1].kind == XY_TOKEN_NEWLINE;
    while (after < source->token_count && source->tokens[after].kind == XY_TOKEN_WHITESPACE)
        after++;
    bool ends_line = after >= source->token_count || source->tokens[after].kind == XY_TOKEN_NEWLINE;
    if (starts_line && !ends_line && after > last) {
        delete_blanks(edits, last, after, rule); /* what follows on the line moves to its start */
        return true;
    }
    if (starts_line) /* the line would stay empty, or begin with `;` */
        before = previous_line_end(source, before, ends_line);
    delete_blanks(edits, before, start, rule);
    return true;
}

/* ---- undoing ---- */

uint32_t xy_edits_mark(const xy_edits *edits)
{
    return edits->all.count;
}

void xy_edits_rollback(xy_edits *edits, uint32_t mark)
{
    edits->deleted = (xy_span){0, 0};
    while (edits->all.count > mark) {
        xy_edit *edit = edits->all.items[--edits->all.count];
        xy_edit **root = edit->first == edit->last ? &edits->insertions : &edits->replacements;
        *root = erase(*root, edit);
    }
}

/* ---- layout of the source ---- */

xy_str xy_edit_indent(const xy_edits *edits, uint32_t token)
{
    const xy_source *source = edits->source;
    uint32_t start = source->line_count ? source->lines[xy_source_line_index(source, source->tokens[token].offset)] : 0, end = start;
    while (end < source->text.length && (source->text.data[end] == ' ' || source->text.data[end] == '\t'))
        end++;
    return (xy_str){source->text.data + start, end - start};
}

xy_str xy_edit_newline(const xy_edits *edits)
{
    return edits->newline;
}
