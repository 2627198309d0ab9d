/* Cuts a file into units and feeds each to the parser, token by token. */
#include "syntax/driver.h"

#include "gen/messages.h"

typedef struct driver {
    xy_parser parser;
    const xy_source *source;
    xy_arena *arena;
    xy_diags *diags;
    uint16_t previous; /* resolved kind of the token before */
    xy_link_stack stack;
} driver;

static void driver_init(driver *d, const xy_source *source, xy_arena *arena, xy_diags *diags)
{
    *d = (driver){.source = source, .arena = arena, .diags = diags};
    d->parser = (xy_parser){.builder = {arena, source, 0}, .source = source, .diags = diags};
}

void xy_parser_grow(xy_parser *parser, void *states, ptrdiff_t state_bytes, void *values, ptrdiff_t value_bytes, void *spans, ptrdiff_t span_bytes,
                    ptrdiff_t *capacity)
{
    void *const stacks[] = {states, values, spans};
    const ptrdiff_t bytes[] = {state_bytes, value_bytes, span_bytes};
    if (*capacity >= YYMAXDEPTH) {
        parser->too_deep = true;
        return;
    }
    for (size_t i = 0; i < sizeof stacks / sizeof *stacks; i++) {
        void *old, *more = xy_arena_alloc(parser->builder.arena, 2 * (size_t)bytes[i]);
        memcpy(&old, stacks[i], sizeof old);
        memcpy(more, old, (size_t)bytes[i]);
        memcpy(stacks[i], &more, sizeof more);
    }
    *capacity *= 2;
}

void xy_yyerror(const xy_span *span, xy_parser *parser, const char *message)
{
    (void)span;
    (void)message;
    parser->too_deep = true;
}

static void report_too_deep(driver *d, uint32_t token)
{
    const xy_token *t = &d->source->tokens[token];
    xy_diags_add(d->diags, XY_MSG_TOO_DEEP, t->offset, t->length, "limit", xy_str_format(d->arena, "%d", XY_LIMIT_DEPTH).data, NULL);
}

/* ------------------------------------------------------------------ tokens */

static xy_push push(driver *d, uint32_t token, uint16_t kind)
{
    d->source->tokens[token].resolved = kind;
    d->previous = kind;
    return xy_parser_push(&d->parser, kind, token);
}

static uint16_t resolve(driver *d, uint32_t token)
{
    uint16_t kind = d->source->tokens[token].kind;
    if (kind < XY_TOKEN_FIRST_KEYWORD && kind != XY_TOKEN_SUBSTITUTION)
        return kind;
    return xy_resolve(&d->parser, token, d->previous, d->source->tokens[xy_token_after(d->source, token)].kind);
}

/* A variable in a list that holds items with their commas: what follows it is no alias, but begins the next item. */
static bool holds_items(const driver *d, uint32_t token)
{
    const xy_source *source = d->source;
    if (d->previous != XY_TOKEN_KW_SELECT && d->previous != XY_TOKEN_KW_DISTINCT && d->previous != XY_TOKEN_HINT && d->previous != XY_TOKEN_COMMA
        && d->previous != XY_TOKEN_KW_BY)
        return false;
    uint32_t next = xy_token_after(source, token);
    while (source->tokens[next].kind == XY_TOKEN_SUBSTITUTION)
        next = xy_token_after(source, next);
    uint16_t kind = source->tokens[next].kind, after = source->tokens[xy_token_after(source, next)].kind;
    return kind == XY_TOKEN_NUMBER || kind == XY_TOKEN_STRING || (kind == XY_TOKEN_KW_CASE && after != XY_TOKEN_COMMA && after != XY_TOKEN_KW_FROM)
           || (kind == XY_TOKEN_WORD && (after == XY_TOKEN_DOT || after == XY_TOKEN_LPAREN));
}

/* A hint where no clause takes one is a comment. A substitution variable where no name can stand holds `--` or nothing, to switch
 * a line off or on; the lines of scripts that do so are read as if they were on. */
static bool is_skipped(driver *d, uint32_t token)
{
    uint16_t kind = d->source->tokens[token].kind;
    return (kind == XY_TOKEN_HINT || kind == XY_TOKEN_SUBSTITUTION)
           && (!xy_parser_accepts(&d->parser, kind) || (kind == XY_TOKEN_SUBSTITUTION && holds_items(d, token)));
}

static xy_push push_end(driver *d, uint32_t token)
{
    d->parser.at_end = true;
    return xy_parser_push(&d->parser, XY_TOKEN_EOF, token);
}

/* ------------------------------------------------------------------ one unit */

typedef struct unit_end {
    xy_push result;
    uint32_t next; /* first token after what was pushed; where it failed when it failed */
} unit_end;

/* A lone slash or a SQL*Plus line ends every unit; so does a word that can stand in none (after `;`, which then was no end because
 * an END is missing). */
static bool is_boundary(driver *d, uint32_t token)
{
    const xy_source *source = d->source;
    if (token >= source->token_count || source->tokens[token].kind == XY_TOKEN_SQLPLUS || xy_token_is_lone_slash(source, token))
        return true;
    return d->previous == XY_TOKEN_SEMICOLON && xy_token_must_start_unit(source, token) && xy_token_starts_line(source, token)
           && !xy_parser_accepts(&d->parser, source->tokens[token].kind);
}

/* A statement without its `;`: it is complete, this token does not continue it, and begins another one at the start of a line. */
static bool begins_next(driver *d, uint32_t start, uint32_t token, uint16_t kind)
{
    /* CREATE PROCEDURE p without IS, then BEGIN: not a procedure without a body and a block. */
    if ((kind == XY_TOKEN_KW_BEGIN || kind == XY_TOKEN_KW_DECLARE) && xy_unit_is_plsql(d->source, start))
        return false;
    return (xy_token_is_word(kind) || kind == XY_TOKEN_LABEL_OPEN || kind == XY_TOKEN_AT) && xy_token_starts_line(d->source, token)
           && !xy_parser_accepts(&d->parser, kind) && xy_parser_accepts(&d->parser, XY_TOKEN_EOF) && xy_token_may_start_unit(d->source, token);
}

static unit_end finish(driver *d, uint32_t token)
{
    d->parser.quiet = d->parser.errors > 0;
    return (unit_end){push_end(d, token), token};
}

static unit_end push_unit(driver *d, uint32_t start)
{
    for (uint32_t i = start;; i = xy_token_after(d->source, i)) {
        if (i > start && is_boundary(d, i))
            return finish(d, i);
        if (is_skipped(d, i))
            continue;
        uint16_t kind = resolve(d, i);
        if (i > start && begins_next(d, start, i, kind))
            return finish(d, i);
        xy_push result = push(d, i, kind);
        if (result != XY_PUSH_MORE)
            return (unit_end){result, i};
        if (kind == XY_TOKEN_SEMICOLON && xy_parser_accepts(&d->parser, XY_TOKEN_EOF))
            return finish(d, i + 1);
    }
}

/* Links the tree. False, with a message, when it is too deep to walk. Chains are balanced only where the tree is deep: all others look
 * as the manual's grammar says. */
static bool link_tree(driver *d, xy_node *root, uint32_t token)
{
    enum { DEEP = XY_LIMIT_DEPTH / 5 };
    uint32_t depth = xy_node_link_with(root, d->arena, &d->stack);
    if (depth > DEEP) {
        xy_tree_balance(root, d->arena, &d->stack);
        depth = xy_node_link_with(root, d->arena, &d->stack);
    }
    if (depth > XY_LIMIT_DEPTH)
        report_too_deep(d, token);
    return depth <= XY_LIMIT_DEPTH;
}

static bool take_tree(driver *d, xy_unit *unit)
{
    xy_node *root = d->parser.root;
    if (!link_tree(d, root, unit->start))
        return false;
    unit->tree = root;
    unit->node_count = d->parser.builder.next_id;
    unit->state = d->parser.errors || root->flags & XY_FLAG_BROKEN ? XY_UNIT_RECOVERED : XY_UNIT_PARSED;
    return true;
}

/* The `;` of an SQL statement lies after its tree. */
static void find_terminator(driver *d, xy_unit *unit, uint32_t next)
{
    uint32_t last = xy_token_previous(d->source, next);
    if (last != XY_NO_TOKEN && last >= unit->tree->last && d->source->tokens[last].kind == XY_TOKEN_SEMICOLON && !xy_unit_is_plsql(d->source, unit->start))
        unit->terminator = last;
}

/* The lone slash after a PL/SQL unit, or after an SQL statement without `;`, is its end; else it runs the statement again. */
static void take_slash(driver *d, xy_unit *unit)
{
    uint32_t slash = unit->last == 0 ? XY_NO_TOKEN : xy_token_next(d->source, unit->last - 1);
    if (slash == XY_NO_TOKEN || !xy_token_is_lone_slash(d->source, slash) || unit->terminator != XY_NO_TOKEN)
        return;
    unit->slash = slash;
    if (!xy_unit_is_plsql(d->source, unit->start))
        unit->terminator = slash;
    unit->last = slash + 1;
}

/* After errors the end that the parser found may be a wrong END: then a piece of the same unit follows. */
static bool is_end_believable(driver *d, const xy_unit *unit, uint32_t next)
{
    const xy_source *source = d->source;
    uint32_t token = next == 0 ? XY_NO_TOKEN : xy_token_next(source, next - 1);
    if (d->parser.errors == 0 || !xy_unit_is_plsql(source, unit->start) || token == XY_NO_TOKEN)
        return true;
    return source->tokens[token].kind == XY_TOKEN_SQLPLUS || xy_token_is_lone_slash(source, token)
           || (xy_token_starts_line(source, token) && xy_token_may_start_unit(source, token));
}

static void parse_unit(driver *d, xy_unit *unit)
{
    xy_parser_begin(&d->parser);
    d->parser.builder.next_id = 0;
    d->parser.quiet = false;
    d->previous = 0;
    xy_parser_push(&d->parser, XY_TOKEN_MODE_UNIT, unit->start);
    unit_end end = push_unit(d, unit->start);
    unit->state = XY_UNIT_UNPARSED;
    if (end.result == XY_PUSH_ACCEPTED && is_end_believable(d, unit, end.next)) {
        unit->last = xy_token_previous(d->source, end.next) + 1; /* also of one that is too deep: it is complete */
        if (take_tree(d, unit))
            find_terminator(d, unit, end.next);
        take_slash(d, unit);
        return;
    }
    if (end.result == XY_PUSH_TOO_DEEP)
        report_too_deep(d, end.next);
    unit->last = xy_recover(d->source, unit->start, end.next, &unit->slash);
}

/* ------------------------------------------------------------------ units that are not parsed */

static void set_tree(driver *d, xy_unit *unit, xy_node *tree)
{
    unit->tree = tree;
    xy_node_link_with(tree, d->arena, &d->stack);
    unit->node_count = d->parser.builder.next_id;
}

static void take_script(driver *d, xy_unit *unit, uint32_t last)
{
    xy_span span = {unit->start, last};
    bool slash = xy_token_is_lone_slash(d->source, unit->start);
    unit->state = XY_UNIT_SCRIPT;
    unit->last = last;
    d->parser.builder.next_id = 0;
    set_tree(d, unit, slash ? xy_make_slash_command(&d->parser.builder, span, unit->start) : xy_make_sqlplus_command(&d->parser.builder, span, unit->start));
}

/* To the first `;` (foreign source: to a lone slash), or to where a unit must end. */
static uint32_t run_end(driver *d, uint32_t start, bool foreign)
{
    const xy_source *source = d->source;
    uint32_t i = xy_token_after(source, start);
    while (i < source->token_count && source->tokens[i].kind != XY_TOKEN_SQLPLUS && !xy_token_is_lone_slash(source, i)) {
        if (!foreign && source->tokens[i].kind == XY_TOKEN_SEMICOLON)
            break;
        i = xy_token_after(source, i);
    }
    return i;
}

static void take_run(driver *d, xy_unit *unit)
{
    const xy_source *source = d->source;
    uint32_t end = run_end(d, unit->start, xy_unit_is_foreign(source, unit->start));
    d->parser.builder.next_id = 0;
    unit->last = xy_token_previous(source, end) + 1;
    set_tree(d, unit, xy_unit_token_run(&d->parser.builder, unit->start, unit->last));
    if (end < source->token_count && source->tokens[end].kind == XY_TOKEN_SEMICOLON) {
        unit->terminator = end;
        unit->last = end + 1;
    }
    take_slash(d, unit);
}

/* ------------------------------------------------------------------ the file */

static uint32_t skip_trivia(const xy_source *source, uint32_t token)
{
    while (token < source->token_count && xy_token_is_trivia(source->tokens[token].kind))
        token++;
    return token;
}

static void take_unit(driver *d, xy_unit *unit)
{
    const xy_source *source = d->source;
    uint16_t kind = source->tokens[unit->start].kind;
    uint32_t script_end = XY_NO_TOKEN;
    if (kind == XY_TOKEN_SQLPLUS || xy_token_is_lone_slash(source, unit->start))
        script_end = unit->start + 1;
    else if (xy_token_starts_line(source, unit->start))
        script_end = xy_sqlplus_tokens(source, unit->start);
    if (script_end != XY_NO_TOKEN) {
        take_script(d, unit, script_end);
    } else if (kind == XY_TOKEN_SEMICOLON) { /* an empty statement */
        unit->state = XY_UNIT_BLANK;
        unit->terminator = unit->start;
        unit->last = unit->start + 1;
    } else if (xy_unit_is_admin(source, unit->start) || xy_unit_is_foreign(source, unit->start)) {
        take_run(d, unit);
    } else {
        parse_unit(d, unit);
    }
}

void xy_syntax_parse(const xy_source *source, xy_arena *arena, xy_units *units, xy_diags *diags)
{
    driver d;
    driver_init(&d, source, arena, diags);
    for (uint32_t at = 0; at < source->token_count;) {
        xy_unit unit = {.first = at, .start = skip_trivia(source, at), .terminator = XY_NO_TOKEN, .slash = XY_NO_TOKEN};
        if (unit.start == source->token_count) {
            unit.state = XY_UNIT_BLANK;
            unit.last = source->token_count;
        } else {
            take_unit(&d, &unit);
        }
        xy_vec_push(arena, units, unit);
        at = unit.last;
    }
    xy_units_index(source, arena, units);
}

/* ------------------------------------------------------------------ fragments */

/* Names that are variables of a pattern. */
static bool mark_hole(xy_node *node, void *data)
{
    const xy_source *source = data;
    if (node->kind == XY_NODE_NAME && node->last == node->first + 1) {
        uint16_t kind = source->tokens[node->first].kind;
        if (kind == XY_TOKEN_HOLE || kind == XY_TOKEN_HOLES)
            node->flags |= XY_FLAG_HOLE;
    }
    return xy_node_each_child(node, mark_hole, data);
}

static xy_push push_fragment(driver *d)
{
    for (uint32_t i = skip_trivia(d->source, 0); i < d->source->token_count; i = xy_token_after(d->source, i)) {
        if (is_skipped(d, i))
            continue;
        xy_push result = push(d, i, resolve(d, i));
        if (result == XY_PUSH_TOO_DEEP)
            report_too_deep(d, i);
        if (result != XY_PUSH_MORE)
            return result;
    }
    return push_end(d, d->source->token_count);
}

xy_node *xy_syntax_parse_fragment(const xy_source *source, xy_arena *arena, xy_start start, uint32_t *node_count, xy_diags *diags)
{
    driver d;
    xy_parser_memory memory;
    driver_init(&d, source, arena, diags);
    d.parser.memory = &memory;
    xy_parser_begin(&d.parser);
    xy_parser_push(&d.parser, (uint16_t)(XY_TOKEN_MODE_UNIT + start), skip_trivia(source, 0));
    if (push_fragment(&d) != XY_PUSH_ACCEPTED || d.parser.errors)
        return NULL;
    xy_node *root = d.parser.root;
    if (!link_tree(&d, root, root->first))
        return NULL;
    *node_count = d.parser.builder.next_id;
    mark_hole(root, (void *)(uintptr_t)source);
    return root;
}
