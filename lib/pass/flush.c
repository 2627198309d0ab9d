/* Puts the lines that the PL/pgSQL passes asked for in place: bodies in quotes, declarations, lines around statements, sub-blocks.
 *
 * Everything waits for the end of the walk, because only then it is known whether a block needs the word DECLARE or a label, and because
 * insertions at one token come out in the order in which they are added. */
#include "pass/call.h"
#include "pass/plpgsql_state.h"

#include "syntax/keyword.h"
#include <string.h>

static const char indent_step[] = "  ";

static bool is_comment(const xy_context *ctx, uint32_t token)
{
    uint16_t kind = ctx->source->tokens[token].kind;
    return xy_token_is_trivia(kind) && kind != XY_TOKEN_WHITESPACE && kind != XY_TOKEN_NEWLINE;
}

/* The token behind which a line can be put: `token`, or the comment that ends its line. */
static uint32_t line_end(const xy_context *ctx, uint32_t token)
{
    uint32_t at = token, comment = token;
    while (++at < ctx->source->token_count && xy_token_is_trivia(ctx->source->tokens[at].kind)) {
        if (ctx->source->tokens[at].kind == XY_TOKEN_NEWLINE)
            return comment;
        if (is_comment(ctx, at)) {
            xy_str text = xy_token_text(ctx->source, at);
            comment = at;
            if (memchr(text.data, '\n', text.length))
                return token;
        }
    }
    return token;
}

static bool in_group(const xy_plpgsql_group *group, const xy_node *statement)
{
    return !group->only_before && group->first->first <= statement->first && statement->last <= group->last->last;
}

static xy_str step_of(xy_context *ctx, const xy_plpgsql_group *group)
{
    return xy_str_format(ctx->arena, "%*s", (int)(group->blanks ? group->blanks : strlen(indent_step)), "");
}

/* Notes in each body which groups are its own: looking through those of the whole unit would take too long in large packages. */
static void file_groups(xy_context *ctx, xy_plpgsql *state)
{
    for (; state->filed_groups < state->groups.count; state->filed_groups++) {
        xy_body *body = xy_plpgsql_body(ctx, state->groups.items[state->filed_groups].first);
        xy_vec_push(ctx->arena, &body->groups, state->filed_groups);
    }
}

/* Indentation of a statement's line, with that of the groups around it; `until`: only the groups before this one. */
static xy_str indent_of(xy_context *ctx, const xy_node *statement, const xy_plpgsql_group *until)
{
    xy_plpgsql *state = xy_plpgsql_state(ctx);
    const xy_body *body = xy_plpgsql_body(ctx, statement);
    xy_buffer out;
    file_groups(ctx, state);
    xy_buffer_init(&out, ctx->arena);
    xy_buffer_add_str(&out, xy_edit_indent(ctx->edits, statement->first));
    for (uint32_t i = 0; body && i < body->groups.count; i++) {
        const xy_plpgsql_group *group = &state->groups.items[body->groups.items[i]];
        if (group == until)
            break;
        if (in_group(group, statement))
            xy_buffer_add_str(&out, step_of(ctx, group));
    }
    return xy_buffer_str(&out);
}

xy_str xy_plpgsql_indent(xy_context *ctx, const xy_node *node)
{
    return indent_of(ctx, node, NULL);
}

/* The text with `indent` after each of its line ends. */
static xy_str indented(xy_context *ctx, xy_str text, xy_str indent)
{
    xy_buffer out;
    if (!memchr(text.data ? text.data : "", '\n', text.length))
        return text;
    xy_buffer_init(&out, ctx->arena);
    for (uint32_t i = 0; i < text.length; i++) {
        xy_buffer_add_char(&out, text.data[i]);
        if (text.data[i] == '\n')
            xy_buffer_add_str(&out, indent);
    }
    return xy_buffer_str(&out);
}

static void append_rope(xy_context *ctx, xy_rope *rope, const xy_rope *more, xy_str indent)
{
    for (uint32_t i = 0; i < more->count; i++) {
        xy_rope_piece piece = more->items[i];
        if (piece.kind == XY_PIECE_TEXT)
            piece.text = indented(ctx, piece.text, indent);
        xy_vec_push(ctx->arena, rope, piece);
    }
}

static void append_lines(xy_context *ctx, xy_rope *rope, xy_str lines, xy_str indent)
{
    xy_rope one = {0};
    xy_rope_text(ctx->edits, &one, xy_str_format(ctx->arena, "%.*s", XY_STR_ARG(lines)).data);
    append_rope(ctx, rope, &one, indent);
}

static void new_line(xy_context *ctx, xy_rope *rope, xy_str indent)
{
    xy_rope_text(ctx->edits, rope, "\n");
    xy_rope_str(ctx->edits, rope, indent);
}

static void insert(xy_context *ctx, uint32_t token, xy_side side, xy_rope rope, const char *rule)
{
    xy_edit_insert(ctx->edits, token, side, rope, rule);
}

static uint32_t end_of(const xy_context *ctx, const xy_node *statement)
{
    uint32_t semicolon = xy_plpgsql_semicolon(ctx, statement);
    return line_end(ctx, semicolon == XY_NO_TOKEN ? statement->last - 1 : semicolon);
}

/* ---- lines and groups around statements ---- */

static void shift_lines(xy_context *ctx, const xy_plpgsql_group *group, const char *rule)
{
    uint32_t end = end_of(ctx, group->last);
    for (uint32_t i = group->first->first; i <= end; i++) {
        bool line = ctx->source->tokens[i].kind == XY_TOKEN_NEWLINE && ctx->source->tokens[i + 1].kind != XY_TOKEN_NEWLINE;
        if (line && i < end)
            xy_edit_insert_text(ctx->edits, i, XY_AFTER, step_of(ctx, group).data, rule);
    }
}

static void begin_groups(xy_context *ctx, xy_plpgsql *state, const char *rule)
{
    for (uint32_t i = 0; i < state->groups.count; i++) {
        const xy_plpgsql_group *group = &state->groups.items[i];
        xy_str indent = indent_of(ctx, group->first, group);
        xy_rope rope = {0};
        if (group->silent)
            continue;
        if (group->begin.length > 0) {
            append_lines(ctx, &rope, group->begin, indent);
            new_line(ctx, &rope, indent);
        }
        xy_rope_str(ctx->edits, &rope, step_of(ctx, group));
        insert(ctx, group->first->first, XY_BEFORE, rope, rule);
        if (!group->only_before)
            shift_lines(ctx, group, rule);
    }
}

static void put_lines_before(xy_context *ctx, xy_plpgsql *state)
{
    for (uint32_t i = 0; i < state->before.count; i++) {
        const xy_plpgsql_line *line = &state->before.items[i];
        xy_str indent = indent_of(ctx, line->statement, NULL);
        xy_rope rope = {0};
        append_rope(ctx, &rope, &line->rope, indent);
        new_line(ctx, &rope, indent);
        insert(ctx, line->statement->first, XY_BEFORE, rope, line->rule);
    }
}

/* A condition that is evaluated in a sub-block of its own before its statement: the end of that sub-block. */
static void end_groups_before(xy_context *ctx, xy_plpgsql *state, const char *rule)
{
    for (uint32_t i = 0; i < state->groups.count; i++) {
        const xy_plpgsql_group *group = &state->groups.items[i];
        xy_rope rope = {0};
        if (!group->only_before)
            continue;
        xy_str indent = indent_of(ctx, group->first, group);
        append_rope(ctx, &rope, &group->tail, indent);
        new_line(ctx, &rope, indent);
        append_lines(ctx, &rope, group->end, indent);
        new_line(ctx, &rope, indent);
        insert(ctx, group->first->first, XY_BEFORE, rope, rule);
    }
}

static void put_lines_after(xy_context *ctx, xy_plpgsql *state)
{
    for (unsigned order = XY_AFTER_COUNT; order <= XY_AFTER_REST; order++)
        for (uint32_t i = 0; i < state->after.count; i++) {
            const xy_plpgsql_line *line = &state->after.items[i];
            if (line->order != order || (line->diagnostics && state->counted[line->statement->id]))
                continue;
            xy_str indent = indent_of(ctx, line->statement, NULL);
            xy_rope rope = {0};
            new_line(ctx, &rope, indent);
            append_rope(ctx, &rope, &line->rope, indent);
            insert(ctx, end_of(ctx, line->statement), XY_AFTER, rope, line->rule);
        }
}

static void end_groups(xy_context *ctx, xy_plpgsql *state, const char *rule)
{
    for (uint32_t i = state->groups.count; i-- > 0;) {
        const xy_plpgsql_group *group = &state->groups.items[i];
        xy_str indent = indent_of(ctx, group->first, group);
        xy_rope rope = {0};
        if (group->only_before || group->silent)
            continue;
        if (group->tail.count > 0) {
            new_line(ctx, &rope, indent);
            append_rope(ctx, &rope, &group->tail, indent);
        }
        if (group->end.length > 0) {
            new_line(ctx, &rope, indent);
            append_lines(ctx, &rope, group->end, indent);
        }
        insert(ctx, end_of(ctx, group->last), XY_AFTER, rope, rule);
    }
}

static void put_tails(xy_context *ctx, xy_plpgsql *state, const char *rule)
{
    for (uint32_t i = 0; i < state->tails.count; i++) {
        const xy_plpgsql_tail *tail = &state->tails.items[i];
        xy_str indent = indent_of(ctx, tail->model, NULL);
        xy_rope rope = {0};
        new_line(ctx, &rope, indent);
        append_lines(ctx, &rope, tail->lines, indent);
        insert(ctx, end_of(ctx, tail->statement), XY_AFTER, rope, rule);
    }
}

/* Handlers that stand behind the body: their lines move to the right, and the blocks around them end before END. */
static void close_split_block(xy_context *ctx, const xy_node *node, const char *rule)
{
    const xy_block *block = XY_AS(block, node);
    uint32_t start = end_of(ctx, block->stmts.items[block->stmts.count - 1]) + 1, end = block->end;
    xy_str indent = indent_of(ctx, node, NULL);
    uint32_t blanks = xy_split_blanks(ctx, block);
    xy_str shift = xy_str_format(ctx->arena, "%*s", (int)blanks, ""), inner = xy_str_format(ctx->arena, "%*s", (int)(blanks - strlen(indent_step)), "");
    while (end > start && ctx->source->tokens[end - 1].kind != XY_TOKEN_NEWLINE)
        end--;
    for (uint32_t i = start; i + 1 < end; i++)
        if (ctx->source->tokens[i].kind == XY_TOKEN_NEWLINE && ctx->source->tokens[i + 1].kind != XY_TOKEN_NEWLINE)
            xy_edit_insert_text(ctx->edits, i, XY_AFTER, shift.data, rule);
    xy_rope rope = {0};
    xy_rope_build(ctx->edits, &rope, "%SEND;\n%S%SEND IF;\n%S", shift, indent, inner, indent);
    insert(ctx, block->end, XY_BEFORE, rope, rule);
}

uint32_t xy_split_blanks(xy_context *ctx, const xy_block *block)
{
    uint32_t statement = xy_edit_indent(ctx->edits, block->stmts.items[0]->first).length;
    uint32_t own = xy_edit_indent(ctx->edits, block->end).length, step = (uint32_t)strlen(indent_step);
    return (statement > own ? statement - own : 0) + step;
}

/* ---- declarations ---- */

static uint32_t remaining_declarations(xy_plpgsql *state, const xy_block *block)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < block->decls.count; i++)
        count += !state->dropped[block->decls.items[i]->id];
    return count;
}

static uint32_t added_declarations(const xy_plpgsql *state, const xy_node *block)
{
    return state->declared[block->id] ? state->declared[block->id]->count : 0;
}

static uint32_t begin_token(const xy_block *block)
{
    return block->begin != XY_NO_TOKEN ? block->begin : block->end;
}

/* `word`: the block gets the word DECLARE here, because it has none. */
static void add_declarations(xy_context *ctx, xy_plpgsql *state, const xy_node *node, bool word, const char *rule)
{
    uint32_t begin = begin_token(XY_AS(block, node));
    xy_str indent = indent_of(ctx, node, NULL);
    xy_rope rope = {0};
    if (word) {
        xy_rope_str(ctx->edits, &rope, xy_edit_case(ctx->edits, begin, XY_STR("DECLARE")));
        new_line(ctx, &rope, indent);
    }
    for (uint32_t i = 0; i < added_declarations(state, node); i++) {
        const xy_plpgsql_declaration *d = &state->declared[node->id]->items[i];
        xy_rope_build(ctx->edits, &rope, "%s%S %S;", indent_step, d->name, d->rest);
        new_line(ctx, &rope, indent);
    }
    insert(ctx, begin, XY_BEFORE, rope, rule);
}

/* A block that stays a block: its DECLARE comes or goes with its declarations. */
static void finish_block(xy_context *ctx, xy_plpgsql *state, const xy_node *node, const char *rule)
{
    const xy_block *block = XY_AS(block, node);
    bool word = block->declare != XY_NO_TOKEN;
    uint32_t added = added_declarations(state, node);
    if (word && added == 0 && block->decls.count > 0 && remaining_declarations(state, block) == 0)
        xy_edit_delete(ctx->edits, block->declare, block->declare + 1, rule);
    if (added > 0)
        add_declarations(ctx, state, node, !word, rule);
}

/* ---- bodies in quotes ---- */

static bool contains(xy_str text, const char *part)
{
    size_t length = strlen(part);
    for (size_t i = 0; i + length <= text.length; i++)
        if (memcmp(text.data + i, part, length) == 0)
            return true;
    return false;
}

/* A dollar quote that does not occur in the tokens of the body. */
static xy_str quote_for(xy_context *ctx, const xy_plpgsql *state, const xy_node *node)
{
    xy_str quote = XY_STR("$$");
    bool used = state->quotes_inside;
    for (uint32_t i = node->first; i < node->last && !used; i++)
        used = ctx->source->tokens[i].kind != XY_TOKEN_INQUIRY && contains(xy_token_text(ctx->source, i), "$$");
    for (unsigned serial = 0; used; serial++) {
        quote = serial == 0 ? XY_STR("$body$") : xy_str_format(ctx->arena, "$body%u$", serial);
        used = false;
        for (uint32_t i = node->first; i < node->last && !used; i++)
            used = contains(xy_token_text(ctx->source, i), xy_str_format(ctx->arena, "%.*s", XY_STR_ARG(quote)).data);
    }
    return quote;
}

static bool label_is_written(const xy_context *ctx, const xy_body *body)
{
    const xy_node *parent = body->block ? body->block->parent : NULL;
    return parent && parent->kind == XY_NODE_LABELED && ctx->unit->tree->kind == XY_NODE_LABELED;
}

/* head$$, options and label of the body. */
static void text_head(xy_context *ctx, const xy_plpgsql_text *text, xy_body *body, xy_str quote, xy_str indent, xy_rope *rope)
{
    xy_rope_build(ctx->edits, rope, "%s%S", text->head, quote);
    if (body && (body->use_column || xy_plpgsql_names_clash(ctx, body)))
        xy_rope_text(ctx->edits, rope, "\n#variable_conflict use_column");
    if (body && body->label.length > 0 && !label_is_written(ctx, body)) {
        new_line(ctx, rope, indent);
        xy_rope_build(ctx->edits, rope, "<<%S>>", body->label);
    }
}

static void finish_text(xy_context *ctx, xy_plpgsql *state, const xy_plpgsql_text *text, const char *rule)
{
    const xy_node *node = text->block;
    const xy_block *block = XY_AS(block, node);
    xy_body *body = xy_plpgsql_body(ctx, node);
    xy_str quote = quote_for(ctx, state, node);
    xy_str indent = xy_edit_indent(ctx->edits, body && body->owner->kind == XY_NODE_ROUTINE ? body->owner->first : text->start);
    uint32_t added = added_declarations(state, node), remaining = remaining_declarations(state, block);
    bool declare = added + remaining > 0;
    xy_rope rope = {0};

    if (body)
        xy_plpgsql_qualify(ctx, body);
    text_head(ctx, text, body, quote, indent, &rope);
    if (block->declare == text->start) {
        if (declare) {
            new_line(ctx, &rope, indent);
            xy_rope_str(ctx->edits, &rope, xy_edit_case(ctx->edits, block->declare, XY_STR("DECLARE")));
        }
        xy_edit_replace(ctx->edits, block->declare, block->declare + 1, XY_LAYER_OWN, rope, rule);
    } else {
        new_line(ctx, &rope, indent);
        insert(ctx, text->start, XY_BEFORE, rope, rule);
        if (block->declare != XY_NO_TOKEN && !declare)
            xy_edit_delete(ctx->edits, block->declare, block->declare + 1, rule);
    }
    if (added > 0)
        add_declarations(ctx, state, node, block->declare == XY_NO_TOKEN, rule);
    if (text->prologue.length > 0) {
        xy_rope prologue = {0};
        xy_str inner = xy_str_format(ctx->arena, "%.*s%s", XY_STR_ARG(indent), indent_step);
        new_line(ctx, &prologue, inner);
        append_lines(ctx, &prologue, text->prologue, inner);
        insert(ctx, line_end(ctx, begin_token(block)), XY_AFTER, prologue, rule);
    }
    uint32_t end = xy_plpgsql_semicolon(ctx, node);
    xy_rope tail = {0};
    if (end == XY_NO_TOKEN) {
        xy_rope_text(ctx->edits, &tail, ";");
        end = node->last - 1;
    }
    new_line(ctx, &tail, indent);
    xy_rope_build(ctx->edits, &tail, "%S%s", quote, text->tail);
    insert(ctx, end, XY_AFTER, tail, rule);
}

static const xy_plpgsql_text *text_of(const xy_plpgsql *state, const xy_node *block)
{
    return state->texts[block->id];
}

typedef struct visit {
    xy_context *ctx;
    xy_plpgsql *state;
    const char *rule;
} visit;

static bool visit_block(xy_node *node, void *data)
{
    visit *v = data;
    if (node->kind == XY_NODE_BLOCK) {
        const xy_plpgsql_text *text = text_of(v->state, node);
        if (text)
            finish_text(v->ctx, v->state, text, v->rule);
        else
            finish_block(v->ctx, v->state, node, v->rule);
    }
    return xy_node_each_child(node, visit_block, v);
}

/* ---- around the unit ---- */

/* The first of the comment lines that stand directly above the unit. */
static uint32_t unit_start(const xy_context *ctx)
{
    uint32_t at = ctx->unit->start, start = at, lines = 0;
    while (at > ctx->unit->first) {
        at--;
        if (ctx->source->tokens[at].kind == XY_TOKEN_NEWLINE && ++lines > 1)
            break;
        if (is_comment(ctx, at)) {
            start = at;
            lines = 0;
        }
    }
    return start;
}

/* Tokens of a nested subprogram with the comments above it. */
static xy_span lifted_span(const xy_context *ctx, const xy_node *node)
{
    uint32_t first = node->first, lines = 0, end = xy_plpgsql_semicolon(ctx, node);
    for (uint32_t at = first; at > 0 && xy_token_is_trivia(ctx->source->tokens[at - 1].kind); at--) {
        if (is_comment(ctx, at - 1)) {
            first = at - 1;
            lines = 0;
        } else if (ctx->source->tokens[at - 1].kind == XY_TOKEN_NEWLINE && ++lines > 1) {
            break;
        }
    }
    return (xy_span){first, end == XY_NO_TOKEN ? node->last : end + 1};
}

/* Takes the subprogram out. The range is wider than what is put elsewhere, or it would be empty there too; and insertions at the ends of a
 * replaced range stay. */
static void take_out(xy_context *ctx, xy_span span, const char *rule)
{
    xy_rope rest = {0};
    uint32_t first = span.first, last = span.last + 1;
    while (first > 0 && ctx->source->tokens[first - 1].kind == XY_TOKEN_WHITESPACE)
        first--;
    if (first == span.first && first > 0 && ctx->source->tokens[first - 1].kind == XY_TOKEN_NEWLINE)
        first--;
    if (ctx->source->tokens[span.last].kind != XY_TOKEN_NEWLINE)
        xy_rope_tokens(ctx->edits, &rest, span.last, last);
    xy_edit_take(ctx->edits, first, last, rest, rule);
}

/* The outermost routine around a nested subprogram: its own text. */
static const xy_body *outermost_body(xy_context *ctx, const xy_node *node)
{
    const xy_body *body = xy_plpgsql_body(ctx, node);
    while (body && body->outer)
        body = body->outer;
    return body;
}

/* Before the unit; behind its routine in a package, whose schema must exist. */
static void put_lifted(xy_context *ctx, xy_plpgsql *state, const char *rule)
{
    for (uint32_t i = 0; i < state->lifted.count; i++) {
        const xy_node *node = state->lifted.items[i];
        const xy_body *body = outermost_body(ctx, node);
        xy_span span = lifted_span(ctx, node);
        bool inside = body->owner->parent && body->owner->parent->kind != XY_NODE_CREATE_ROUTINE;
        xy_rope rope = {0};
        xy_rope_text(ctx->edits, &rope, inside ? "\n\n" : "");
        xy_rope_tokens(ctx->edits, &rope, span.first, span.last);
        xy_rope_text(ctx->edits, &rope, inside ? "" : "\n\n");
        if (inside)
            insert(ctx, xy_plpgsql_semicolon(ctx, body->owner), XY_AFTER, rope, rule);
        else
            insert(ctx, unit_start(ctx), XY_BEFORE, rope, rule);
        for (const xy_node *ahead = xy_nested_ahead(ctx, node); ahead; ahead = xy_nested_ahead(ctx, ahead))
            span.last = xy_plpgsql_semicolon(ctx, ahead) + 1;
        take_out(ctx, span, rule);
    }
}

static void put_behind(xy_context *ctx, xy_plpgsql *state, const char *rule)
{
    for (uint32_t i = 0; i < state->behind.count; i++) {
        xy_rope rope = {0};
        xy_rope_text(ctx->edits, &rope, "\n");
        append_rope(ctx, &rope, &state->behind.items[i].rope, (xy_str){0});
        insert(ctx, xy_plpgsql_semicolon(ctx, state->behind.items[i].node), XY_AFTER, rope, rule);
    }
}

static void put_before_unit(xy_context *ctx, xy_plpgsql *state, const char *rule)
{
    for (uint32_t i = 0; i < state->before_unit.count; i++) {
        xy_rope rope = state->before_unit.items[i];
        xy_rope_text(ctx->edits, &rope, "\n");
        insert(ctx, unit_start(ctx), XY_BEFORE, rope, rule);
    }
}

static void put_after_unit(xy_context *ctx, xy_plpgsql *state, const char *rule)
{
    uint32_t end = xy_plpgsql_semicolon(ctx, ctx->unit->tree);
    for (uint32_t i = 0; i < state->after_unit.count; i++) {
        xy_rope rope = {0};
        xy_rope_text(ctx->edits, &rope, "\n");
        append_rope(ctx, &rope, &state->after_unit.items[i], (xy_str){0});
        insert(ctx, end == XY_NO_TOKEN ? ctx->unit->tree->last - 1 : end, XY_AFTER, rope, rule);
    }
}

void xy_plpgsql_flush(xy_context *ctx)
{
    xy_plpgsql *state = ctx->routine;
    if (!state || state->flushed)
        return;
    state->flushed = true;
    visit v = {ctx, state, xy_rule_id(ctx->rule)};
    begin_groups(ctx, state, v.rule);
    put_lines_before(ctx, state);
    end_groups_before(ctx, state, v.rule);
    put_lines_after(ctx, state);
    end_groups(ctx, state, v.rule);
    put_tails(ctx, state, v.rule);
    for (uint32_t i = 0; i < state->split_blocks.count; i++)
        close_split_block(ctx, state->split_blocks.items[i], v.rule);
    visit_block(ctx->unit->tree, &v);
    put_before_unit(ctx, state, v.rule); /* types, which parameters of lifted subprograms may have */
    put_behind(ctx, state, v.rule);
    put_lifted(ctx, state, v.rule);
    put_after_unit(ctx, state, v.rule);
}
