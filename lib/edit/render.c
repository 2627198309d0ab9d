/* Rendering: copies tokens and puts the edits' ropes in their places. A stack of frames stands for the nesting, so the depth is
 * bounded by memory, not by the C stack.
 *
 * Text is written through one gate, which keeps two promises: nothing is swallowed by a line comment whose line end was
 * deleted, and tokens that were apart do not grow together where a separator stands. */
#include "edit/edit_set.h"

#include "base/status.h"
#include "syntax/keyword.h"
#include <string.h>

typedef enum phase { PHASE_BEFORE, PHASE_TOKEN, PHASE_AFTER } phase;

/** Either a range of tokens being copied (edit: whose rope asked for it, or null) or an edit's rope being written. */
struct xy_render_frame {
    bool is_rope, close; /**< close: write `)` at the end of the range */
    uint8_t phase;
    xy_edit *edit;
    uint32_t at, last; /**< tokens, or pieces of the rope */
    uint32_t serial;   /**< next insertion at the token */
};

typedef struct writer {
    xy_edits *edits;
    xy_buffer *out;
    xy_source_map *map;
    size_t start;
    bool whole;            /**< output, not a look at a node */
    bool separate;         /**< a separator was passed */
    size_t replaced;       /**< length of the output at the end of the last replacement */
    bool in_comment;       /**< the last thing written is a line comment without its line end */
    uint32_t comment_base; /**< token whose line gives the indentation after it */
} writer;

/* ---- the gate ---- */

static bool is_word_byte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '$' || c == '#' || c == '\'' || c == '"'
           || (unsigned char)c >= 0x80;
}

static bool is_operator_byte(char c)
{
    return c != 0 && strchr("+-*/<>=!~^|&%?:@.", c);
}

/** Would two tokens that end and begin with these bytes become one (or a comment)? */
static bool would_join(char left, char right)
{
    return (is_word_byte(left) && is_word_byte(right)) || (is_operator_byte(left) && is_operator_byte(right));
}

static void put(writer *w, xy_str text, bool copied, uint32_t source, const char *rule)
{
    if (w->out->length - w->start + text.length > w->edits->output_limit)
        xy_guard_fail(w->edits->arena->guard, XY_ERR_LIMIT);
    if (w->map)
        xy_source_map_add(w->edits->arena, w->map, (xy_map_run){(uint32_t)(w->out->length - w->start), text.length, source, copied, rule});
    xy_buffer_add_str(w->out, text);
}

static void end_comment_line(writer *w, uint32_t source)
{
    w->in_comment = false;
    put(w, w->edits->newline, false, source, NULL);
    xy_str indent = xy_edit_indent(w->edits, w->comment_base);
    if (indent.length > 0)
        put(w, indent, false, source, NULL);
}

static void write_text(writer *w, xy_str text, bool copied, uint32_t source, const char *rule)
{
    if (text.length == 0)
        return;
    if (w->in_comment) {
        uint32_t i = 0;
        while (i < text.length && (text.data[i] == ' ' || text.data[i] == '\t'))
            i++;
        if (i < text.length && (text.data[i] == '\n' || text.data[i] == '\r'))
            w->in_comment = false;
        else if (i < text.length)
            end_comment_line(w, source);
    } else if (w->separate && w->out->length > w->start && would_join(w->out->data[w->out->length - 1], text.data[0])) {
        put(w, XY_STR(" "), false, source, NULL);
    }
    w->separate = false;
    put(w, text, copied, source, rule);
}

/** The line comment that ends the tokens before `last`, blanks apart, or XY_NO_TOKEN. */
static uint32_t trailing_comment(const xy_source *source, uint32_t first, uint32_t last)
{
    while (last > first && source->tokens[last - 1].kind == XY_TOKEN_WHITESPACE)
        last--;
    if (last == first || !xy_edit_is_comment(source->tokens[last - 1].kind))
        return XY_NO_TOKEN;
    xy_str text = xy_token_text(source, last - 1);
    return text.length > 1 && text.data[0] == '-' ? last - 1 : XY_NO_TOKEN;
}

static void copy_tokens(writer *w, uint32_t first, uint32_t last)
{
    const xy_source *source = w->edits->source;
    if (first >= last)
        return;
    uint32_t offset = source->tokens[first].offset, end = source->tokens[last - 1].offset + source->tokens[last - 1].length;
    w->separate |= w->replaced == w->out->length; /* DECODE(…)alias: the replacement may end with a word */
    write_text(w, (xy_str){source->text.data + offset, end - offset}, true, offset, NULL);
    uint32_t comment = trailing_comment(source, first, last);
    if (comment != XY_NO_TOKEN) {
        w->in_comment = true;
        w->comment_base = comment;
    }
}

/** A comment, or the text that an edit puts in its place. */
static void write_comment(writer *w, uint32_t token)
{
    xy_edit *edit = xy_edit_exact(w->edits, token, token + 1);
    if (!edit) {
        copy_tokens(w, token, token + 1);
        return;
    }
    edit->applied |= w->whole;
    for (uint32_t i = 0; i < edit->rope.count; i++)
        if (edit->rope.items[i].kind == XY_PIECE_TEXT)
            write_text(w, edit->rope.items[i].text, false, w->edits->source->tokens[token].offset, edit->rule);
}

/** Is the line that is being written a line comment of a replacement's own (`-- name: type`)? */
static bool in_own_comment(const writer *w)
{
    size_t at = w->out->length;
    while (at > w->start && w->out->data[at - 1] != '\n')
        at--;
    while (at < w->out->length && (w->out->data[at] == ' ' || w->out->data[at] == '\t'))
        at++;
    return at + 1 < w->out->length && w->out->data[at] == '-' && w->out->data[at + 1] == '-';
}

/** Comments of a replaced range that no rendered range holds. */
static void write_comments(writer *w, const xy_edit *edit)
{
    const xy_source *source = w->edits->source;
    for (uint32_t i = 0; i < edit->comments.count; i++) {
        uint32_t token = edit->comments.items[i], offset = source->tokens[token].offset;
        bool blank = w->out->length == w->start || strchr(" \t\r\n", w->out->data[w->out->length - 1]);
        if (!w->in_comment && in_own_comment(w)) {
            w->in_comment = true;
            w->comment_base = edit->first;
        }
        if (w->in_comment)
            end_comment_line(w, offset);
        else if (!blank)
            put(w, XY_STR(" "), false, offset, NULL);
        write_comment(w, token);
        if (w->in_comment)
            w->comment_base = edit->first;
    }
}

/* ---- frames ---- */

static void push(xy_edits *edits, xy_render_frame frame)
{
    xy_vec_push(edits->arena, &edits->frames, frame);
}

static void push_rope(writer *w, xy_edit *edit)
{
    edit->active = true;
    edit->applied |= w->whole;
    push(w->edits, (xy_render_frame){.is_rope = true, .edit = edit, .last = edit->rope.count});
}

static void step_rope(writer *w, xy_render_frame *frame)
{
    xy_edits *edits = w->edits;
    xy_edit *edit = frame->edit;
    uint32_t offset = edits->source->tokens[edit->first].offset;
    if (frame->at == frame->last) {
        if (edit->first < edit->last) {
            write_comments(w, edit);
            w->replaced = edit->rope.count > 0 ? w->out->length : w->replaced;
        }
        edit->active = false;
        edits->frames.count--;
        return;
    }
    const xy_rope_piece *piece = &edit->rope.items[frame->at++];
    if (piece->kind == XY_PIECE_TEXT) {
        write_text(w, piece->text, false, offset, edit->rule);
    } else if (piece->kind == XY_PIECE_SEPARATOR) {
        w->separate = true;
    } else {
        const xy_edit *inner = xy_edit_exact(edits, piece->range.first, piece->range.last);
        uint8_t binding = inner && inner->precedence ? inner->precedence : piece->own;
        bool parens = binding < piece->needed;
        if (parens)
            write_text(w, XY_STR("("), false, edits->source->tokens[piece->range.first].offset, edit->rule);
        push(edits, (xy_render_frame){.edit = edit, .at = piece->range.first, .last = piece->range.last, .close = parens});
    }
}

/** Starts the next insertion at the frame's token and side, if there is one. Those at the ends of a replaced range were written around
 *  the replacement, not again inside it. */
static bool step_insertion(writer *w, xy_render_frame *frame, xy_side side)
{
    const xy_edit *owner = frame->edit;
    if (owner && owner->first < owner->last && (side == XY_BEFORE ? owner->first : owner->last - 1) == frame->at)
        return false;
    const uint32_t key[3] = {frame->at, (uint32_t)side, frame->serial};
    xy_edit *edit = xy_edit_lower_bound(w->edits->insertions, key);
    if (!edit || edit->first != frame->at || edit->side != side)
        return false;
    frame->serial = edit->serial + 1;
    if (!edit->active)
        push_rope(w, edit);
    return true;
}

/** Copies up to the next token that an edit concerns. */
static void step_copy(writer *w, xy_render_frame *frame)
{
    xy_edits *edits = w->edits;
    const xy_edit *next = xy_edit_next(edits, frame->at, frame->last), *insertion = NULL;
    uint32_t stop = next ? next->first : frame->last;
    if (edits->insertions)
        insertion = xy_edit_next_insertion(edits, frame->at, XY_BEFORE, frame->last);
    if (insertion && insertion->first < stop)
        stop = insertion->first;
    copy_tokens(w, frame->at, stop);
    frame->at = stop;
}

static void end_range(writer *w, xy_render_frame *frame)
{
    if (frame->close)
        write_text(w, XY_STR(")"), false, w->edits->source->tokens[frame->last - 1].offset, frame->edit->rule);
    w->edits->frames.count--;
}

static void step_range(writer *w, xy_render_frame *frame)
{
    xy_edits *edits = w->edits;
    switch ((phase)frame->phase) {
    case PHASE_BEFORE:
        if (frame->serial == 0)
            step_copy(w, frame);
        if (frame->at == frame->last)
            end_range(w, frame);
        else if (!step_insertion(w, frame, XY_BEFORE))
            frame->phase = PHASE_TOKEN;
        break;
    case PHASE_TOKEN: {
        xy_edit *edit = xy_edit_next(edits, frame->at, frame->last);
        frame->phase = PHASE_AFTER;
        frame->serial = 0;
        if (edit && edit->first == frame->at) {
            frame->at = edit->last - 1; /* insertions after the range follow it */
            push_rope(w, edit);         /* moves the stack: frame is no longer valid */
        } else {
            copy_tokens(w, frame->at, frame->at + 1);
        }
        break;
    }
    case PHASE_AFTER:
        if (!step_insertion(w, frame, XY_AFTER)) {
            frame->at++;
            frame->phase = PHASE_BEFORE;
            frame->serial = 0;
        }
        break;
    }
}

static void render(writer *w, uint32_t first, uint32_t last)
{
    xy_edits *edits = w->edits;
    uint32_t base = edits->frames.count;
    push(edits, (xy_render_frame){.at = first, .last = last});
    while (edits->frames.count > base) {
        xy_render_frame *frame = &edits->frames.items[edits->frames.count - 1];
        if (frame->is_rope)
            step_rope(w, frame);
        else
            step_range(w, frame);
    }
}

/** True when the source goes on with a line end (or ends) after `token`, blanks apart. */
static bool line_ends_at(const xy_source *source, uint32_t token)
{
    while (token < source->token_count && source->tokens[token].kind == XY_TOKEN_WHITESPACE)
        token++;
    return token >= source->token_count || source->tokens[token].kind == XY_TOKEN_NEWLINE;
}

void xy_edits_render(xy_edits *edits, uint32_t first, uint32_t last, xy_buffer *out, xy_source_map *map)
{
    writer w = {.edits = edits, .out = out, .map = map, .start = out->length, .whole = true};
    render(&w, first, last);
    if (w.in_comment && last < edits->source->token_count && !line_ends_at(edits->source, last))
        end_comment_line(&w, edits->source->tokens[last].offset);
}

xy_str xy_edits_render_node(xy_edits *edits, const xy_node *node)
{
    xy_buffer out;
    xy_buffer_init(&out, edits->arena);
    writer w = {.edits = edits, .out = &out};
    render(&w, node->first, node->last);
    if (w.in_comment)
        end_comment_line(&w, edits->source->tokens[node->first].offset);
    return xy_buffer_str(&out);
}
