/* Aligning fix templates with patterns, and making ropes of them. See align.h. */
#include "edit/align.h"

#include "edit/edit_set.h"
#include "edit/template.h"
#include "syntax/keyword.h"
#include <string.h>

/** A step of the aligned template: one pattern token is kept, or pattern tokens [p0, p1) become template tokens [t0, t1). */
typedef struct step {
    uint32_t p0, p1, t0, t1;
    uint8_t needed; /**< a kept variable: what its place needs, when its surroundings changed */
    bool keep;
} step;

/** A piece of the whole template: text, or the variable `hole`. */
typedef struct part {
    xy_str text;
    int16_t hole, comma_of;
    uint8_t needed;
} part;

struct xy_align {
    const xy_source *pattern_source, *fix_source;
    xy_piece_tokens pattern, fix;
    XY_VEC(step) steps; /**< empty: the whole template is written always */
    XY_VEC(part) parts;
    xy_precedence binding;
    uint32_t hole_count;
};

xy_precedence xy_align_precedence(const xy_align *align)
{
    return align->binding;
}

/* ---- when the rule is loaded ---- */

static xy_str piece_text(const xy_source *source, const xy_piece_token *token)
{
    return (xy_str){source->text.data + token->offset, token->end - token->offset};
}

static bool same_token(const xy_align *a, uint32_t p, uint32_t t)
{
    const xy_piece_token *x = &a->pattern.items[p], *y = &a->fix.items[t];
    if (x->hole >= 0 || y->hole >= 0)
        return x->hole == y->hole && x->is_list == y->is_list;
    xy_str left = piece_text(a->pattern_source, x), right = piece_text(a->fix_source, y);
    bool exact = x->kind == XY_TOKEN_STRING || x->kind == XY_TOKEN_QUOTED_WORD;
    return exact ? xy_str_equal(left, right) : xy_str_equal_nocase(left, right);
}

/** The variables of both sides in order are the same. */
static bool same_holes(const xy_align *a)
{
    uint32_t p = 0, t = 0;
    for (;;) {
        while (p < a->pattern.count && a->pattern.items[p].hole < 0)
            p++;
        while (t < a->fix.count && a->fix.items[t].hole < 0)
            t++;
        if (p == a->pattern.count || t == a->fix.count)
            return p == a->pattern.count && t == a->fix.count;
        if (!same_token(a, p++, t++))
            return false;
    }
}

/** Longest common sequence of pattern tokens [p0, p1) and template tokens [t0, t1): kept[t] = p. */
static void align_segment(xy_arena *arena, const xy_align *a, const step *s, uint32_t *kept)
{
    uint32_t m = s->p1 - s->p0, n = s->t1 - s->t0, width = n + 1;
    uint32_t *best = XY_NEW_ARRAY(arena, uint32_t, (size_t)(m + 1) * width); /* of the tails from (p, t) */
    for (uint32_t p = m; p-- > 0;)
        for (uint32_t t = n; t-- > 0;) {
            uint32_t skip_p = best[(p + 1) * width + t], skip_t = best[p * width + t + 1];
            best[p * width + t] = same_token(a, s->p0 + p, s->t0 + t) ? best[(p + 1) * width + t + 1] + 1 : skip_p > skip_t ? skip_p : skip_t;
        }
    for (uint32_t p = 0, t = 0; p < m && t < n;) {
        if (same_token(a, s->p0 + p, s->t0 + t))
            kept[s->t0 + t++] = s->p0 + p++;
        else if (best[(p + 1) * width + t] >= best[p * width + t + 1])
            p++;
        else
            t++;
    }
}

/** Which pattern token each template token is: variables first, then what lies between them. */
static uint32_t *find_kept(xy_arena *arena, const xy_align *a)
{
    uint32_t *kept = XY_NEW_ARRAY(arena, uint32_t, a->fix.count + 1);
    memset(kept, 0xFF, sizeof *kept * (a->fix.count + 1)); /* XY_NO_TOKEN */
    step segment = {0};
    for (;;) {
        while (segment.p1 < a->pattern.count && a->pattern.items[segment.p1].hole < 0)
            segment.p1++;
        while (segment.t1 < a->fix.count && a->fix.items[segment.t1].hole < 0)
            segment.t1++;
        align_segment(arena, a, &segment, kept);
        if (segment.t1 == a->fix.count)
            return kept;
        kept[segment.t1] = segment.p1;
        segment.p0 = ++segment.p1;
        segment.t0 = ++segment.t1;
    }
}

/** What the place of the kept variable needs, or ANY when the tokens round it are those of the pattern. */
static uint8_t needed_when_changed(const xy_align *a, const uint32_t *kept, uint32_t t)
{
    uint32_t p = kept[t];
    bool left = t == 0 ? p == 0 : p > 0 && kept[t - 1] == p - 1;
    bool right = t + 1 == a->fix.count ? p + 1 == a->pattern.count : kept[t + 1] == p + 1;
    return left && right ? (uint8_t)XY_PREC_ANY : (uint8_t)xy_template_needed(a->fix_source, a->fix, t);
}

static void make_steps(xy_arena *arena, xy_align *a)
{
    const uint32_t *kept = find_kept(arena, a);
    uint32_t p = 0, t = 0;
    while (p < a->pattern.count || t < a->fix.count) {
        step s = {.p0 = p, .t0 = t};
        s.keep = t < a->fix.count && kept[t] == p;
        if (s.keep) {
            s.p1 = ++p;
            s.needed = a->fix.items[t].hole >= 0 && !a->fix.items[t].is_list ? needed_when_changed(a, kept, t) : (uint8_t)XY_PREC_ANY;
            s.t1 = ++t;
        } else {
            while (t < a->fix.count && kept[t] == XY_NO_TOKEN)
                t++;
            p = t < a->fix.count ? kept[t] : a->pattern.count;
            s.p1 = p;
            s.t1 = t;
        }
        xy_vec_push(arena, &a->steps, s);
    }
}

/** Cuts the template into texts and variables; the comma of a list that may be empty is a text of its own. */
static void make_parts(xy_arena *arena, xy_align *a)
{
    bool trims = a->pattern_source != NULL; /* text to be inserted keeps its blanks */
    uint32_t start = a->fix.count && trims ? a->fix.items[0].offset : 0;
    for (uint32_t t = 0; t < a->fix.count; t++) {
        const xy_piece_token *token = &a->fix.items[t];
        if (token->hole < 0 && token->comma_of < 0)
            continue;
        uint32_t next = t + 1 < a->fix.count ? a->fix.items[t + 1].offset : token->end;
        if (token->offset > start)
            xy_vec_push(arena, &a->parts, ((part){.text = {a->fix_source->text.data + start, token->offset - start}, .hole = -1, .comma_of = -1}));
        part p = {.hole = token->hole, .comma_of = token->comma_of};
        if (token->hole >= 0)
            p.needed = (uint8_t)xy_template_needed(a->fix_source, a->fix, t);
        else
            p.text = (xy_str){a->fix_source->text.data + token->offset, next - token->offset};
        xy_vec_push(arena, &a->parts, p);
        start = token->hole >= 0 ? token->end : next;
    }
    uint32_t end = !trims ? a->fix_source->text.length : a->fix.count ? a->fix.items[a->fix.count - 1].end : 0;
    if (end > start)
        xy_vec_push(arena, &a->parts, ((part){.text = {a->fix_source->text.data + start, end - start}, .hole = -1, .comma_of = -1}));
}

xy_align *xy_align_new(xy_arena *arena, const xy_source *pattern, const xy_node *root, const xy_source *fix, const xy_str *names, uint32_t name_count)
{
    xy_align *a = XY_NEW(arena, xy_align);
    a->pattern_source = pattern;
    a->fix_source = fix;
    a->hole_count = name_count;
    a->fix = xy_template_tokens(arena, fix, 0, fix->token_count, names, name_count);
    if (pattern && root) {
        a->pattern = xy_template_tokens(arena, pattern, root->first, root->last, names, name_count);
        uint32_t after = xy_token_next(pattern, root->last - 1);
        bool pattern_ends = after < pattern->token_count && pattern->tokens[after].kind == XY_TOKEN_SEMICOLON;
        if (pattern_ends && a->fix.count > 0 && a->fix.items[a->fix.count - 1].kind == XY_TOKEN_SEMICOLON)
            a->fix.count--; /* the node does not include it: it stays */
    }
    a->binding = xy_template_bind(fix, a->fix);
    make_parts(arena, a);
    if (a->pattern.count > 0 && same_holes(a))
        make_steps(arena, a);
    return a;
}

/* ---- at a match ---- */

typedef struct application {
    xy_edits *edits;
    const xy_align *align;
    const xy_hole_value *values;
    const xy_node *matched;
    xy_span *places; /**< code tokens of each pattern token */
    xy_rope rope;
    xy_span kept;    /**< tokens to be copied that are not in the rope yet */
    uint32_t cursor; /**< end of what was used of the code */
} application;

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static uint32_t skip_trivia(const xy_source *source, uint32_t token)
{
    while (token < source->token_count && xy_token_is_trivia(source->tokens[token].kind))
        token++;
    return token;
}

/** Finds the code tokens of each pattern token. False when the code has others too (parentheses, optional words) or an empty
 *  list, so that keeping single tokens could tear it apart. */
static bool find_places(application *a)
{
    const xy_source *source = a->edits->source;
    const xy_align *align = a->align;
    uint32_t token = a->matched->first;
    a->places = XY_NEW_ARRAY(a->edits->arena, xy_span, align->pattern.count + 1);
    for (uint32_t p = 0; p < align->pattern.count; p++) {
        const xy_piece_token *piece = &align->pattern.items[p];
        token = skip_trivia(source, token);
        if (token >= a->matched->last)
            return false;
        if (piece->hole >= 0) {
            const xy_hole_value *value = &a->values[piece->hole];
            if (value->span.first != token || value->span.last <= token)
                return false;
            a->places[p] = value->span;
            token = value->span.last;
        } else {
            bool same =
                source->tokens[token].kind == piece->kind || xy_str_equal_nocase(xy_token_text(source, token), piece_text(align->pattern_source, piece));
            if (!same && !(is_letter(xy_token_text(source, token).data[0]) && is_letter(align->pattern_source->text.data[piece->offset]))
                && source->tokens[token].kind != XY_TOKEN_QUOTED_WORD)
                return false;
            a->places[p] = (xy_span){token, token + 1};
            token++;
        }
    }
    return skip_trivia(source, token) >= a->matched->last;
}

/** The word whose case inserted words take, or XY_NO_TOKEN: of the replaced tokens, else the nearest one that stays before them, else
 *  the first of the match. */
static uint32_t find_model(const application *a, uint32_t p0, uint32_t p1)
{
    const xy_piece_tokens *pattern = &a->align->pattern;
    uint32_t model = XY_NO_TOKEN;
    for (uint32_t p = 0; p < pattern->count; p++) {
        bool word =
            pattern->items[p].hole < 0 && is_letter(xy_token_text(a->edits->source, a->places[p].first).data[0]) && pattern->items[p].kind != XY_TOKEN_STRING;
        if (!word)
            continue;
        if (p >= p1 && model != XY_NO_TOKEN)
            break;
        model = a->places[p].first;
        if (p >= p0)
            break;
    }
    return model;
}

/** Adds template text: words in the model's case, further lines indented like the code. */
static void add_text(application *a, xy_str text, uint32_t model)
{
    if (model != XY_NO_TOKEN)
        text = xy_edit_case(a->edits, model, text);
    if (!memchr(text.data, '\n', text.length)) {
        xy_rope_str(a->edits, &a->rope, text);
        return;
    }
    xy_str indent = xy_edit_indent(a->edits, a->matched->first);
    xy_buffer lines;
    xy_buffer_init(&lines, a->edits->arena);
    for (uint32_t i = 0; i < text.length; i++) {
        if (text.data[i] != '\n') {
            xy_buffer_add_char(&lines, text.data[i]);
            continue;
        }
        xy_buffer_add_str(&lines, xy_edit_newline(a->edits));
        xy_buffer_add_str(&lines, indent);
    }
    xy_rope_str(a->edits, &a->rope, xy_buffer_str(&lines));
}

static void flush_kept(application *a)
{
    xy_rope_tokens(a->edits, &a->rope, a->kept.first, a->kept.last);
    a->kept.first = a->kept.last = a->cursor;
}

static void add_hole(application *a, const xy_hole_value *value, uint8_t needed)
{
    if (value->node)
        xy_rope_operand(a->edits, &a->rope, value->node, (xy_precedence)needed);
    else if (value->text.length > 0)
        xy_rope_str(a->edits, &a->rope, value->text);
    else
        xy_rope_tokens(a->edits, &a->rope, value->span.first, value->span.last);
}

static void keep(application *a, const step *s)
{
    xy_span place = a->places[s->p0];
    if (s->needed == XY_PREC_ANY) {
        a->kept.last = place.last;
        a->cursor = place.last;
        return;
    }
    a->kept.last = place.first;
    flush_kept(a);
    xy_rope_separator(a->edits, &a->rope);
    add_hole(a, &a->values[a->align->pattern.items[s->p0].hole], s->needed);
    xy_rope_separator(a->edits, &a->rope);
    a->cursor = place.last;
    a->kept = (xy_span){place.last, place.last};
}

static bool only_blanks(const xy_source *source, uint32_t first, uint32_t last)
{
    for (; first < last; first++)
        if (xy_edit_is_comment(source->tokens[first].kind))
            return false;
    return true;
}

/** Bytes between token `index - 1` and token `index`. */
static xy_str gap_before(const xy_source *source, xy_piece_tokens tokens, uint32_t index)
{
    uint32_t start = index > 0 && index <= tokens.count ? tokens.items[index - 1].end : 0;
    uint32_t end = index > 0 && index < tokens.count ? tokens.items[index].offset : start;
    return (xy_str){source->text.data + start, end - start};
}

static xy_str pattern_gap(const xy_align *a, uint32_t index)
{
    return gap_before(a->pattern_source, a->pattern, index);
}
static xy_str fix_gap(const xy_align *a, uint32_t index)
{
    return gap_before(a->fix_source, a->fix, index);
}

/** The blanks of the code between `first` and `last` stay when the template has blanks there like the pattern, or when they hold
 *  comments; otherwise those of the template are written. */
static void seam(application *a, uint32_t first, uint32_t last, xy_str of_fix, xy_str of_pattern)
{
    bool same = (of_fix.length == 0) == (of_pattern.length == 0);
    if (same || !only_blanks(a->edits->source, first, last))
        xy_rope_tokens(a->edits, &a->rope, first, last);
    else
        xy_rope_str(a->edits, &a->rope, of_fix);
    xy_rope_separator(a->edits, &a->rope);
}

static void replace(application *a, const step *s)
{
    const xy_source *source = a->edits->source;
    const xy_align *align = a->align;
    bool adds = s->t0 < s->t1, drops = s->p0 < s->p1;
    uint32_t next = s->p1 < align->pattern.count ? a->places[s->p1].first : a->matched->last;
    xy_span old = drops ? (xy_span){a->places[s->p0].first, a->places[s->p1 - 1].last} : (xy_span){a->cursor, a->cursor};
    a->kept.last = a->cursor;
    flush_kept(a);
    if (!adds) { /* one gap is enough where the tokens were */
        seam(a, a->cursor, old.first, (xy_str){0}, XY_STR(" "));
        seam(a, old.last, next, fix_gap(align, s->t0), pattern_gap(align, s->p1));
    } else {
        xy_str text = {align->fix_source->text.data + align->fix.items[s->t0].offset, align->fix.items[s->t1 - 1].end - align->fix.items[s->t0].offset};
        if (drops)
            seam(a, a->cursor, old.first, fix_gap(align, s->t0), pattern_gap(align, s->p0));
        else
            xy_rope_str(a->edits, &a->rope, fix_gap(align, s->t0));
        xy_rope_separator(a->edits, &a->rope);
        add_text(a, text, find_model(a, s->p0, s->p1));
    }
    for (uint32_t token = old.first; token < old.last; token++) /* comments between the replaced tokens stay here */
        if (xy_edit_is_comment(source->tokens[token].kind)) {
            xy_rope_str(a->edits, &a->rope, XY_STR(" "));
            xy_rope_tokens(a->edits, &a->rope, token, token + 1);
        }
    if (adds)
        seam(a, old.last, next, fix_gap(align, s->t1), pattern_gap(align, s->p1));
    a->cursor = next;
    a->kept = (xy_span){next, next};
}

static bool in_variable(const application *a, uint32_t token)
{
    for (uint32_t i = 0; i < a->align->hole_count; i++)
        if (a->values[i].span.first <= token && token < a->values[i].span.last)
            return true;
    return false;
}

/** The first word of the match that is no variable's; without a pattern only a key word, for names are the user's. */
static uint32_t first_word(const application *a)
{
    const xy_source *source = a->edits->source;
    for (uint32_t token = a->matched->first; token < a->matched->last; token++) {
        if (in_variable(a, token))
            continue;
        bool keyword = source->tokens[token].resolved >= XY_TOKEN_FIRST_KEYWORD && source->tokens[token].kind >= XY_TOKEN_FIRST_KEYWORD;
        bool word = source->tokens[token].kind != XY_TOKEN_STRING && is_letter(xy_token_text(source, token).data[0]);
        if (word && !xy_token_is_trivia(source->tokens[token].kind) && (keyword || a->align->pattern.count > 0))
            return token;
    }
    return XY_NO_TOKEN;
}

/** Writes the whole template. */
static void write_parts(application *a)
{
    const xy_align *align = a->align;
    uint32_t model = first_word(a);
    for (uint32_t i = 0; i < align->parts.count; i++) {
        const part *p = &align->parts.items[i];
        if (p->hole >= 0) {
            add_hole(a, &a->values[p->hole], p->needed);
        } else if (p->comma_of < 0 || a->values[p->comma_of].span.first < a->values[p->comma_of].span.last) {
            if (i > 0)
                xy_rope_separator(a->edits, &a->rope);
            add_text(a, p->text, model);
        }
    }
}

xy_rope xy_align_rope(xy_edits *edits, const xy_align *align, const xy_node *matched, const xy_hole_value *values)
{
    application a = {.edits = edits, .align = align, .values = values, .matched = matched, .cursor = matched->first};
    a.kept = (xy_span){matched->first, matched->first};
    if (align->steps.count == 0 || !find_places(&a)) {
        write_parts(&a);
        return a.rope;
    }
    for (uint32_t i = 0; i < align->steps.count; i++) {
        if (align->steps.items[i].keep)
            keep(&a, &align->steps.items[i]);
        else
            replace(&a, &align->steps.items[i]);
    }
    a.kept.last = matched->last;
    flush_kept(&a);
    return a.rope;
}
