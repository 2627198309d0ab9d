/* EXECUTE IMMEDIATE (`plsql-dynamic`, trap F14): the words of the statement, and the text that it executes.
 *
 * The text is translated when it is a literal or a concatenation with literals, there or in the only assignment of the variable that
 * holds it: what is not literal is stood for by a marker while the whole is parsed and translated, and the result is cut at the markers
 * again. Placeholders become $1, $2 …: by position in SQL, by name in blocks. */
#include "pass/dynamic.h"
#include "pass/fragment.h"
#include "pass/into_text.h"
#include "pass/place.h"
#include "pass/plpgsql_state.h"

#include "syntax/keyword.h"

#include <string.h>

/* ---- the parts of the text ---- */

typedef xy_dynamic_part part;
typedef xy_dynamic_parts parts;

/* By the marker. */
bool xy_dynamic_is_joined(xy_str word)
{
    for (uint32_t i = 0; i + 3 <= word.length; i++)
        if (memcmp(word.data + i, "xyq", 3) == 0)
            return true;
    return false;
}

static void collect_parts(xy_context *ctx, const xy_node *expr, parts *out)
{
    if (expr->kind == XY_NODE_PAREN) {
        collect_parts(ctx, XY_AS(paren, expr)->inner, out);
    } else if (expr->kind == XY_NODE_BINARY && XY_AS(binary, expr)->op == XY_BINARY_OP_CONCAT) {
        collect_parts(ctx, XY_AS(binary, expr)->left, out);
        collect_parts(ctx, XY_AS(binary, expr)->right, out);
    } else if (expr->kind == XY_NODE_STRING_LITERAL) {
        xy_vec_push(ctx->arena, out,
                    ((part){.node = expr, .literal = true, .text = xy_token_string(ctx->source, XY_AS(string_literal, expr)->value, ctx->arena)}));
    } else {
        xy_str fixed = xy_dynamic_fixed_text(ctx, expr);
        xy_str text = fixed.length ? fixed : xy_str_format(ctx->arena, "xyq%uxyq", out->count);
        xy_vec_push(ctx->arena, out, ((part){.node = expr, .literal = fixed.length > 0, .fixed = fixed.length > 0, .text = text}));
    }
}

static xy_str joined_text(xy_context *ctx, const parts *list)
{
    xy_buffer out;
    xy_buffer_init(&out, ctx->arena);
    for (uint32_t i = 0; i < list->count; i++)
        xy_buffer_add_str(&out, list->items[i].text);
    return xy_buffer_str(&out);
}

static bool has_literal(const parts *list)
{
    for (uint32_t i = 0; i < list->count; i++)
        if (list->items[i].literal && !list->items[i].fixed)
            return true;
    return false;
}

static bool is_word_byte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '$' || c == '#' || (unsigned char)c >= 0x80;
}

/* Is the part a piece of a longer word or inside quotes, so that it cannot bring SQL of its own? */
static bool is_glued(const parts *list, uint32_t i)
{
    const part *before = i > 0 ? &list->items[i - 1] : NULL, *after = i + 1 < list->count ? &list->items[i + 1] : NULL;
    char left = before && before->literal && before->text.length ? before->text.data[before->text.length - 1] : ' ';
    char right = after && after->literal && after->text.length ? after->text.data[0] : ' ';
    return is_word_byte(left) || left == '\'' || left == '"' || (is_word_byte(right) && right != ' ') || right == '"' || right == '\'';
}

/* ---- inside the translated text ---- */

typedef struct binds {
    xy_context *ctx; /* of the fragment */
    bool by_name, block;
    XY_VEC(xy_str) names;
    uint32_t count;
    bool open_part;    /* a marker stands where whole expressions or clauses may come in */
    uint32_t returned; /* RETURNING … INTO in it */
    bool ends;         /* the transaction ends in it */
    const parts *parts;
    const xy_analysis *outer;
    const xy_node *using; /* of the statement, or null */
    const xy_node *sql;   /* the expression of the text, in its statement; or null */
    xy_dynamic_text_value as_text;
    xy_dynamic_block made; /* a block that becomes a procedure: has a name then */
    const xy_node *only;   /* COMMIT or ROLLBACK that the text is, or null */
    bool native;           /* the target runs EXECUTE IMMEDIATE itself: only the text changes, its placeholders stay */
    bool changed;          /* the text comes out as another */
    void (*seen)(xy_context *inner, void *data);
    void *seen_data;
} binds;

static uint32_t bind_number(binds *b, uint32_t token)
{
    xy_str name = xy_str_upper(b->ctx->arena, xy_token_text(b->ctx->source, token));
    for (uint32_t i = 0; b->by_name && i < b->names.count; i++)
        if (xy_str_equal(b->names.items[i], name))
            return i + 1;
    xy_vec_push(b->ctx->arena, &b->names, name);
    return b->names.count;
}

/* The part that the name is the marker of, or -1. */
static int marked_part(const binds *b, const xy_node *node)
{
    if (node->kind != XY_NODE_NAME || XY_AS(name, node)->parts.count != 1)
        return -1;
    xy_str text = xy_token_text(b->ctx->source, XY_AS(name, node)->parts.items[0]);
    for (uint32_t i = 0; i < b->parts->count; i++)
        if (!b->parts->items[i].literal && xy_str_equal(text, b->parts->items[i].text))
            return (int)i;
    return -1;
}

/* May SQL come in with the part: it stands by itself and is no number? */
static bool is_open(const parts *list, uint32_t i, const xy_analysis *outer)
{
    return !list->items[i].literal && !is_glued(list, i) && !xy_is_number_family(xy_family_of(outer, list->items[i].node));
}

static bool brings_sql(const binds *b, const xy_node *node)
{
    int i = marked_part(b, node);
    if (i < 0)
        return false;
    bool object = node->parent
                  && (node->parent->kind == XY_NODE_TABLE_NAME || node->parent->kind == XY_NODE_DROP || node->parent->kind == XY_NODE_TRUNCATE
                      || node->parent->kind == XY_NODE_CREATE_TABLE || node->parent->kind == XY_NODE_ALTER_TABLE
                      || node->parent->kind == XY_NODE_CREATE_SEQUENCE || node->parent->kind == XY_NODE_CREATE_INDEX);
    return !object && is_open(b->parts, (uint32_t)i, b->outer);
}

/* Behind a table or its condition a part reads like an alias: whole clauses may come in there. */
static bool is_alias(const binds *b, const xy_node *node)
{
    uint32_t alias = node->kind == XY_NODE_TABLE_NAME      ? XY_AS(table_name, node)->alias
                     : node->kind == XY_NODE_DERIVED_TABLE ? XY_AS(derived_table, node)->alias
                     : node->kind == XY_NODE_PAREN_TABLE   ? XY_AS(paren_table, node)->alias
                                                           : XY_NO_TOKEN;
    xy_str text = alias == XY_NO_TOKEN ? (xy_str){0} : xy_token_text(b->ctx->source, alias);
    for (uint32_t i = 0; text.length && i < b->parts->count; i++)
        if (xy_str_equal(text, b->parts->items[i].text))
            return is_open(b->parts, i, b->outer);
    return false;
}

static bool find_open_part(xy_node *node, void *data)
{
    binds *b = data;
    b->open_part |= brings_sql(b, node) || is_alias(b, node);
    return xy_node_each_child(node, find_open_part, b);
}

/* COMMIT, ROLLBACK, or the call of a procedure that has one of them. */
static bool ends_transaction(const xy_context *ctx, const xy_node *node)
{
    enum { ENDS = XY_EFFECT_COMMITS | XY_EFFECT_ROLLS_BACK };
    switch (node->kind) {
    case XY_NODE_COMMIT: return true;
    case XY_NODE_ROLLBACK: return XY_AS(rollback, node)->savepoint == XY_NO_TOKEN;
    case XY_NODE_PROCEDURE_CALL:
    case XY_NODE_CALL_STATEMENT: return (xy_sema_effects(ctx->analysis, node) & ENDS) != 0;
    default: return false;
    }
}

static bool number_binds(xy_node *node, void *data)
{
    binds *b = data;
    b->ends |= ends_transaction(b->ctx, node);
    if (node->kind == XY_NODE_INTO && node->parent && node->parent->kind == XY_NODE_RETURNING) {
        xy_edit_delete(b->ctx->edits, node->first, node->last, "plsql-dynamic");
        b->returned++;
        return true;
    }
    if (node->kind == XY_NODE_BIND) {
        uint32_t token = XY_AS(bind, node)->variable;
        xy_str text =
            b->made.procedure.length ? xy_dynamic_block_parameter(b->ctx, b->ctx->source, token) : xy_str_format(b->ctx->arena, "$%u", bind_number(b, token));
        xy_edit_token(b->ctx->edits, token, xy_arena_copy(b->ctx->arena, text.data, text.length), "plsql-dynamic");
        b->count++;
    }
    b->open_part |= brings_sql(b, node) || is_alias(b, node);
    return xy_node_each_child(node, number_binds, b);
}

/* The query's values become text by INTO: PostgreSQL writes some in another way (trap B05). */
typedef struct text_values {
    binds *b;
    xy_symbol *const *columns;
    uint32_t count;
    const xy_symbol *cursor; /* that is opened for the text, or null */
} text_values;

static void note_text_values(const text_values *v, const xy_node *node)
{
    const xy_into *into = XY_AS(into, node);
    for (uint32_t i = 0; i < v->count && !v->b->as_text.target; i++) {
        const xy_node *target = xy_into_target(into, i, v->count);
        const xy_type *to = target ? xy_into_type(into, xy_info_of(v->b->outer, target)->type, i, v->count) : NULL;
        if (xy_into_has_another_text(v->columns[i]->type, to))
            v->b->as_text = (xy_dynamic_text_value){target, v->columns[i]->type};
    }
}

static bool find_fetches(xy_node *node, void *data)
{
    const text_values *v = data;
    const xy_fetch *fetch = node->kind == XY_NODE_FETCH ? XY_AS(fetch, node) : NULL;
    if (fetch && fetch->into && xy_info_of(v->b->outer, fetch->cursor)->symbol == v->cursor)
        note_text_values(v, fetch->into);
    return xy_node_each_child(node, find_fetches, data);
}

static void look_at_values(binds *b, const xy_analysis *inner, const xy_node *tree)
{
    const xy_node *statement = b->sql ? b->sql->parent : NULL;
    text_values v = {.b = b};
    if (!statement || tree->kind != XY_NODE_SELECT || !xy_sema_query_columns(inner, tree, &v.columns, &v.count))
        return;
    if (statement->kind == XY_NODE_EXECUTE_IMMEDIATE && XY_AS(execute_immediate, statement)->into)
        note_text_values(&v, XY_AS(execute_immediate, statement)->into);
    else if (statement->kind == XY_NODE_OPEN_FOR && (v.cursor = xy_info_of(b->outer, XY_AS(open_for, statement)->cursor)->symbol))
        find_fetches((xy_node *)(uintptr_t)b->outer->unit->tree, &v);
}

static void flag_text_value(xy_context *ctx, const xy_dynamic_text_value *value)
{
    if (value->target)
        xy_pass_flag(ctx, value->target, "into-text", "text", xy_pass_node_text(ctx, value->target), "type", xy_type_text(ctx->arena, value->type).data, NULL);
}

static void inside_text(xy_context *inner, void *data)
{
    binds *b = data;
    b->ctx = inner;
    const xy_node *tree = inner->unit->tree;
    while (tree->kind == XY_NODE_LABELED && XY_AS(labeled, tree)->statement)
        tree = XY_AS(labeled, tree)->statement;
    b->block = tree->kind == XY_NODE_BLOCK;
    b->by_name = b->block;
    b->only = tree->kind == XY_NODE_COMMIT || tree->kind == XY_NODE_ROLLBACK ? tree : NULL;
    if (!b->native) {
        look_at_values(b, inner->analysis, tree);
        number_binds(inner->unit->tree, b);
        return;
    }
    find_open_part(inner->unit->tree, b);
    if (b->seen)
        b->seen(inner, b->seen_data);
}

/* Types of the placeholders: in a block by name, else by position. */
static void type_binds(xy_context *ctx, const xy_source *source, const xy_type **types)
{
    const binds *b = ctx->bind_data;
    const xy_nodes none = {0}, *args = b->using ? &XY_AS(using, b->using)->args : &none;
    uint32_t position = 0;
    for (uint32_t i = 0; i < source->token_count; i++) {
        if (source->tokens[i].kind != XY_TOKEN_BIND)
            continue;
        uint32_t at = position++;
        if (b->made.procedure.length)
            for (at = 0; at < b->made.names.count; at++)
                if (xy_str_equal(b->made.names.items[at], xy_dynamic_block_parameter(ctx, source, i)))
                    break;
        types[i] = at < args->count ? xy_dynamic_argument_type(ctx, XY_AS(using_argument, args->items[at])->value) : NULL;
    }
}

/* ---- putting the result back ---- */

/* Position of `marker` in `text` at or after `from`, any case; its length when there is none. */
static uint32_t find_marker(xy_str text, uint32_t from, xy_str marker)
{
    for (uint32_t i = from; i + marker.length <= text.length; i++)
        if (xy_str_equal_nocase((xy_str){text.data + i, marker.length}, marker))
            return i;
    return text.length;
}

/* The cursor of a walk along the source map: everything that comes from before a place in the author's text is behind it. */
typedef struct map_walk {
    const xy_source_map *map;
    const uint32_t *least; /* of each run and those after it: the least offset that is copied from */
    uint32_t run;
} map_walk;

static map_walk start_walk(xy_context *ctx, const xy_source_map *map)
{
    uint32_t *least = XY_NEW_ARRAY(ctx->arena, uint32_t, map->count + 1);
    least[map->count] = UINT32_MAX;
    for (uint32_t i = map->count; i-- > 0;)
        least[i] = map->items[i].copied && map->items[i].source < least[i + 1] ? map->items[i].source : least[i + 1];
    return (map_walk){map, least, 0};
}

/* Where the author's text from `offset` on begins in the translated one; false where text was moved across that place. */
static bool walk_to(map_walk *walk, uint32_t offset, uint32_t *target)
{
    while (walk->run < walk->map->count) {
        const xy_map_run *run = &walk->map->items[walk->run];
        if (run->source >= offset)
            break;
        if (run->copied && run->source + run->length > offset) {
            *target = run->target + (offset - run->source);
            return walk->least[walk->run + 1] >= offset;
        }
        walk->run++;
    }
    const xy_map_run *last = walk->map->count ? &walk->map->items[walk->map->count - 1] : NULL;
    *target = walk->run < walk->map->count ? walk->map->items[walk->run].target : last ? last->target + last->length : 0;
    return walk->least[walk->run] >= offset;
}

/* `text`, what the literals [first, end) became together, is cut where each of them ends; what was moved across such an end belongs to the one before it. */
static void cut_literals(const parts *list, uint32_t first, uint32_t end, xy_str text, uint32_t at, uint32_t offset, map_walk *walk, xy_str *pieces)
{
    uint32_t open = first, done = 0;
    for (uint32_t i = first; i < end; i++) {
        uint32_t stop = at + text.length;
        offset += list->items[i].text.length;
        pieces[i] = (xy_str){text.data + done, 0};
        if (i + 1 < end && (!walk_to(walk, offset, &stop) || stop < at + done || stop > at + text.length))
            continue;
        pieces[open] = (xy_str){text.data + done, stop - at - done};
        done = stop - at;
        open = i + 1;
    }
}

/* Cuts the translated text at the markers, which must come in their order, and where the author's literals end; `pieces[i]` is the text of part i if it is a
 * literal. */
static bool cut_text(xy_context *ctx, const parts *list, xy_str text, const xy_source_map *map, xy_str *pieces)
{
    uint32_t at = 0, offset = 0, first = 0, start = 0;
    map_walk walk = start_walk(ctx, map);
    for (uint32_t i = 0; i <= list->count; i++) {
        bool end = i == list->count;
        if (!end && list->items[i].literal) {
            offset += list->items[i].text.length;
            continue;
        }
        uint32_t stop = end ? text.length : find_marker(text, at, list->items[i].text);
        if ((!end && stop == text.length) || (first == i && stop != at))
            return false;
        cut_literals(list, first, i, (xy_str){text.data + at, stop - at}, at, start, &walk, pieces);
        if (end)
            break;
        at = stop + list->items[i].text.length;
        start = offset += list->items[i].text.length;
        first = i + 1;
        if (find_marker(text, at, list->items[i].text) != text.length)
            return false;
    }
    return true;
}

static bool put_piece(xy_context *ctx, const part *p, xy_str piece)
{
    if (!p->literal || p->fixed || xy_str_equal(p->text, piece))
        return false;
    for (uint32_t j = 0; j + 1 < piece.length; j++)
        xy_plpgsql_state(ctx)->quotes_inside |= piece.data[j] == '$' && piece.data[j + 1] == '$';
    xy_edit_token(ctx->edits, XY_AS(string_literal, p->node)->value, xy_str_quote(ctx->arena, piece, '\'').data, xy_rule_id(ctx->rule));
    return true;
}

static bool put_back(xy_context *ctx, const parts *list, const xy_str *pieces)
{
    bool changed = false;
    for (uint32_t i = 0; i < list->count; i++)
        changed |= put_piece(ctx, &list->items[i], pieces[i]);
    return changed;
}

/* The author's text for a message, with … for what is joined at run time. */
static const char *text_argument(xy_context *ctx, const parts *list)
{
    xy_buffer out;
    xy_buffer_init(&out, ctx->arena);
    for (uint32_t i = 0; i < list->count; i++)
        xy_buffer_add_str(&out, list->items[i].literal ? list->items[i].text : XY_STR("…"));
    xy_str text = xy_buffer_str(&out);
    uint32_t length = text.length < 80 ? text.length : 80;
    while (length > 0 && length < text.length && ((unsigned char)text.data[length] & 0xC0) == 0x80)
        length--;
    return xy_arena_copy(ctx->arena, text.data, length);
}

static xy_str trimmed(xy_str text)
{
    while (text.length && ((unsigned char)text.data[text.length - 1] <= ' ' || text.data[text.length - 1] == ';'))
        text.length--;
    return text;
}

/* Translates the parts' text; `pieces` gets what becomes of each literal. False when the text is not understood. */
static bool translate_list(xy_context *ctx, const parts *list, binds *b, xy_str *pieces)
{
    xy_str text = joined_text(ctx, list), out;
    xy_source_map map = {0};
    b->parts = list;
    b->outer = ctx->analysis;
    ctx->bind_types = type_binds;
    ctx->bind_data = b;
    bool understood = xy_pass_translate_text_with(ctx, text, XY_START_UNIT, inside_text, b, &out, &map);
    ctx->bind_types = NULL;
    bool ended = text.length && text.data[text.length - 1] == ';';
    if (!understood || !cut_text(ctx, list, ended ? out : trimmed(out), &map, pieces))
        return false;
    for (uint32_t i = 0; i < list->count; i++)
        if (list->items[i].fixed && !xy_str_equal(list->items[i].text, pieces[i]))
            return false;
    return true;
}

/* Translates the literals of the expression in place; false (and flagged) when the text is not understood. */
static bool translate_parts(xy_context *ctx, const xy_node *expr, binds *b)
{
    parts list = {0};
    collect_parts(ctx, expr, &list);
    if (!has_literal(&list))
        return false;
    xy_str text = joined_text(ctx, &list);
    xy_str *pieces = XY_NEW_ARRAY(ctx->arena, xy_str, list.count);
    if (!b->native && xy_dynamic_block_begin(ctx, b->using, text, &b->made)) {
        ctx->block_head = xy_arena_copy(ctx->arena, b->made.head.data, b->made.head.length);
        ctx->block_tail = " LANGUAGE plpgsql;";
        ctx->text_names = b->made.names.items;
        ctx->text_name_count = b->made.names.count;
    } else {
        b->made.procedure = (xy_str){0};
    }
    bool understood = translate_list(ctx, &list, b, pieces);
    ctx->block_head = ctx->block_tail = NULL;
    ctx->text_name_count = 0;
    if (!understood) {
        b->made.procedure = (xy_str){0};
        xy_pass_flag(ctx, expr, "not-understood", "text", text_argument(ctx, &list), NULL);
        return true;
    }
    if (b->open_part)
        xy_pass_flag(ctx, expr, "open-part", "text", text_argument(ctx, &list), NULL);
    b->changed = put_back(ctx, &list, pieces);
    return true;
}

/* ---- a variable that holds the text ---- */

typedef struct search {
    xy_context *ctx;
    const xy_symbol *variable;
    const xy_node *value;
    uint32_t writes;
} search;

static bool find_writes(xy_node *node, void *data)
{
    search *s = data;
    if (node->kind == XY_NODE_ASSIGN && xy_info_of(s->ctx->analysis, XY_AS(assign, node)->target)->symbol == s->variable) {
        s->value = XY_AS(assign, node)->value;
        s->writes++;
    } else if (node->kind == XY_NODE_VARIABLE_DECL && s->variable->node == node && XY_AS(variable_decl, node)->default_) {
        s->value = XY_AS(variable_decl, node)->default_;
        s->writes++;
    } else if (node->kind == XY_NODE_NAME && xy_info_of(s->ctx->analysis, node)->symbol == s->variable) {
        s->writes += xy_dynamic_is_written(s->ctx, node) ? 2 : 0;
    }
    return xy_node_each_child(node, find_writes, s);
}

/* The only value that the local variable ever gets, or null. */
static const xy_node *only_value(xy_context *ctx, const xy_node *expr)
{
    const xy_symbol *symbol = expr->kind == XY_NODE_NAME ? xy_info_of(ctx->analysis, expr)->symbol : NULL;
    const xy_body *body = xy_plpgsql_body(ctx, expr);
    if (!symbol || !body || (symbol->kind != XY_SYM_VARIABLE && symbol->kind != XY_SYM_CONSTANT) || (symbol->owner && symbol->owner->kind == XY_SYM_PACKAGE))
        return NULL;
    search s = {.ctx = ctx, .variable = symbol};
    xy_node_each_child(body->owner, find_writes, &s);
    return s.writes == 1 ? s.value : NULL;
}

static bool already_translated(xy_context *ctx, const xy_node *value)
{
    xy_plpgsql *state = xy_plpgsql_state(ctx);
    for (uint32_t i = 0; i < state->dynamic_values.count; i++)
        if (state->dynamic_values.items[i] == value)
            return true;
    xy_vec_push(ctx->arena, &state->dynamic_values, value);
    return false;
}

/* The text is translated already, for another statement: it cannot be a block with parameters for both. */
static bool is_parametrised_block(xy_context *ctx, const xy_node *value, const xy_node *using)
{
    parts list = {0};
    xy_dynamic_block b = {0};
    collect_parts(ctx, value, &list);
    return xy_dynamic_block_begin(ctx, using, joined_text(ctx, &list), &b);
}

bool xy_dynamic_is_widened(xy_context *ctx, const xy_node *declaration)
{
    const xy_plpgsql *state = xy_plpgsql_state(ctx);
    for (uint32_t i = 0; i < state->dynamic_values.count; i++)
        if (state->dynamic_values.items[i] == declaration)
            return true;
    return false;
}

/* The translated text may be longer than the author's: the variable that holds it takes any length. */
static void widen(xy_context *ctx, const xy_symbol *symbol)
{
    const xy_type *type = symbol->type;
    xy_rope rope = {0};
    if (!type || already_translated(ctx, symbol->node) || type->family != XY_FAMILY_VARCHAR || symbol->node->kind != XY_NODE_VARIABLE_DECL)
        return;
    const xy_node *declared = XY_AS(variable_decl, symbol->node)->type;
    xy_rope_str(ctx->edits, &rope, xy_edit_case(ctx->edits, declared->first, xy_target_fact(ctx->target, "type_clob")));
    xy_edit_replace_node(ctx->edits, declared, XY_LAYER_WRAP, rope, xy_rule_id(ctx->rule));
}

/* ---- text that the body builds step by step ---- */

/* What a literal became, the same on every way that it is executed. */
typedef struct outcome {
    const part *part;
    xy_str piece;
    bool known, differs;
} outcome;

typedef XY_VEC(outcome) outcomes;

static outcome *outcome_of(xy_context *ctx, outcomes *list, const part *p)
{
    for (uint32_t i = 0; i < list->count; i++)
        if (list->items[i].part->node == p->node)
            return &list->items[i];
    xy_vec_push(ctx->arena, list, (outcome){.part = p});
    return &list->items[list->count - 1];
}

/* Blanks at the end of the whole text are cut off: where the literal is the last part, it may have lost some. */
static void note_piece(xy_context *ctx, outcomes *list, const part *p, xy_str piece)
{
    outcome *o = outcome_of(ctx, list, p);
    if (!o->known) {
        o->piece = piece;
        o->known = true;
        return;
    }
    bool longer = piece.length > o->piece.length;
    xy_str shorter = longer ? o->piece : piece, whole = longer ? piece : o->piece;
    xy_str rest = {whole.data + shorter.length, whole.length - shorter.length};
    o->differs |= !xy_str_equal(shorter, (xy_str){whole.data, shorter.length}) || xy_str_trim(rest).length > 0;
    o->piece = whole;
}

/* Findings that another way to the same statement has brought already. */
static void drop_repeated(xy_context *ctx, uint32_t from)
{
    uint32_t kept = from;
    for (uint32_t i = from; i < ctx->diags->list.count; i++) {
        const xy_diag *diag = &ctx->diags->list.items[i];
        bool repeated = false;
        for (uint32_t j = from; j < kept && !repeated; j++)
            repeated = xy_str_equal(diag->code, ctx->diags->list.items[j].code) && xy_str_equal(diag->message_en, ctx->diags->list.items[j].message_en);
        if (!repeated)
            ctx->diags->list.items[kept++] = *diag;
    }
    ctx->diags->list.count = kept;
}

static uint32_t argument_count(const xy_dynamic_use *use)
{
    return use->using ? XY_AS(using, use->using)->args.count : 0;
}

static bool has_open_part(const xy_context *ctx, const parts *list)
{
    for (uint32_t i = 0; i < list->count; i++)
        if (is_open(list, i, ctx->analysis))
            return true;
    return false;
}

/* A way on which the text is no statement, or has not as many placeholders as there are arguments, ends in an error on both sides: it says nothing
 * about the text of the others, unless a part of it may bring what is missing. */
static void translate_texts(xy_context *ctx, xy_dynamic_use *use, outcomes *list)
{
    uint32_t understood = 0;
    int status = ctx->status;
    for (uint32_t i = 0; i < use->texts.count; i++) {
        const parts *text = use->texts.items[i];
        xy_str *pieces = XY_NEW_ARRAY(ctx->arena, xy_str, text->count);
        binds b = {.using = use->using, .sql = use->sql};
        uint32_t found = ctx->diags->list.count;
        if (!translate_list(ctx, text, &b, pieces) || (!b.block && b.count != argument_count(use))) {
            use->unknown |= has_open_part(ctx, text);
            ctx->diags->list.count = found;
            ctx->status = status;
            continue;
        }
        status = ctx->status;
        use->open_part |= b.open_part;
        use->as_text = b.as_text.target ? b.as_text : use->as_text;
        use->block |= b.block;
        use->binds |= b.count > 0;
        use->ends |= b.ends || b.only;
        use->unknown |= understood > 0 && use->returned != b.returned;
        use->returned = b.returned;
        if (!understood++)
            use->shown = text_argument(ctx, text);
        for (uint32_t j = 0; j < text->count; j++)
            if (text->items[j].literal && !text->items[j].fixed)
                note_piece(ctx, list, &text->items[j], pieces[j]);
    }
    use->unknown |= understood == 0;
}

static bool each_literal(xy_context *ctx, const xy_dynamic_use *use, outcomes *list, bool (*visit)(outcome *o))
{
    bool any = false;
    for (uint32_t i = 0; i < use->texts.count; i++)
        for (uint32_t j = 0; j < use->texts.items[i]->count; j++)
            if (use->texts.items[i]->items[j].literal && !use->texts.items[i]->items[j].fixed)
                any |= visit(outcome_of(ctx, list, &use->texts.items[i]->items[j]));
    return any;
}

static bool is_spoilt(outcome *o)
{
    return !o->known || o->differs;
}

static bool spoil(outcome *o)
{
    bool news = !o->differs;
    o->differs = true;
    return news;
}

/* A text that is not translated leaves no other one that shares a literal with it translated. */
static void spoil_shared(xy_context *ctx, xy_dynamic_built *built, outcomes *list)
{
    for (bool more = true; more;) {
        more = false;
        for (uint32_t i = 0; i < built->uses.count; i++) {
            xy_dynamic_use *use = built->uses.items[i];
            if (!use->built || (!use->unknown && !each_literal(ctx, use, list, is_spoilt)))
                continue;
            use->unknown = true;
            more |= each_literal(ctx, use, list, spoil);
        }
    }
}

/* The one expression whose literals make up the whole text, as far as the old way goes. */
static bool stands_within(const xy_node *node, const xy_node *expr)
{
    while (node && node != expr)
        node = node->parent;
    return node != NULL;
}

static bool same_parts(const parts *a, const parts *b)
{
    bool same = a->count == b->count;
    for (uint32_t i = 0; same && i < a->count; i++)
        same = a->items[i].node == b->items[i].node;
    return same;
}

/* A loop is followed twice: one text may stand there several times. */
static bool is_built(xy_context *ctx, const xy_dynamic_use *use)
{
    const xy_node *value = only_value(ctx, use->sql), *whole = value ? value : use->sql;
    for (uint32_t i = 1; i < use->texts.count; i++)
        if (!same_parts(use->texts.items[0], use->texts.items[i]))
            return true;
    for (uint32_t i = 0; use->texts.count && i < use->texts.items[0]->count; i++)
        if (use->texts.items[0]->items[i].literal && !stands_within(use->texts.items[0]->items[i].node, whole))
            return true;
    return false;
}

/* Uses that share a literal with a built one are built too. */
static bool shares_literal(const xy_dynamic_use *use, const xy_dynamic_use *other)
{
    for (uint32_t i = 0; i < use->texts.count; i++)
        for (uint32_t j = 0; j < use->texts.items[i]->count; j++)
            for (uint32_t k = 0; use->texts.items[i]->items[j].literal && k < other->texts.count; k++)
                for (uint32_t l = 0; l < other->texts.items[k]->count; l++)
                    if (other->texts.items[k]->items[l].node == use->texts.items[i]->items[j].node)
                        return true;
    return false;
}

static void find_built(xy_context *ctx, xy_dynamic_built *built)
{
    for (uint32_t i = 0; i < built->uses.count; i++)
        built->uses.items[i]->built = !built->uses.items[i]->unknown && is_built(ctx, built->uses.items[i]);
    for (bool more = true; more;) {
        more = false;
        for (uint32_t i = 0; i < built->uses.count; i++)
            for (uint32_t j = 0; !built->uses.items[i]->built && j < built->uses.count; j++)
                if (built->uses.items[j]->built && shares_literal(built->uses.items[i], built->uses.items[j]))
                    more = built->uses.items[i]->built = true;
    }
}

/* Which variables hold text that came out as another. */
typedef struct widening {
    xy_context *ctx;
    const xy_dynamic_built *built;
    const outcomes *list;
    bool *changed; /* by variable */
    bool holds;    /* the expression that was looked through does */
    bool more;
} widening;

static bool find_changed(xy_node *node, void *data)
{
    widening *w = data;
    const xy_symbol *symbol = node->kind == XY_NODE_NAME ? xy_info_of(w->ctx->analysis, node)->symbol : NULL;
    for (uint32_t i = 0; symbol && i < w->built->variables.count; i++)
        w->holds |= w->changed[i] && w->built->variables.items[i] == symbol;
    for (uint32_t i = 0; node->kind == XY_NODE_STRING_LITERAL && i < w->list->count; i++) {
        const outcome *o = &w->list->items[i];
        w->holds |= o->part->node == node && o->known && !o->differs && !xy_str_equal(o->piece, o->part->text);
    }
    return xy_node_each_child(node, find_changed, w);
}

static bool look_at_value(xy_node *node, void *data)
{
    widening *w = data;
    const xy_symbol *target = node->kind == XY_NODE_ASSIGN ? xy_info_of(w->ctx->analysis, XY_AS(assign, node)->target)->symbol : NULL;
    xy_node *value = node->kind == XY_NODE_ASSIGN          ? XY_AS(assign, node)->value
                     : node->kind == XY_NODE_VARIABLE_DECL ? XY_AS(variable_decl, node)->default_
                                                           : NULL;
    for (uint32_t i = 0; value && i < w->built->variables.count; i++) {
        const xy_symbol *variable = w->built->variables.items[i];
        w->holds = false;
        if (w->changed[i] || (variable != target && variable->node != node))
            continue;
        find_changed(value, w);
        w->changed[i] = w->holds;
        w->more |= w->holds;
    }
    return xy_node_each_child(node, look_at_value, w);
}

static void widen_changed(xy_context *ctx, const xy_dynamic_built *built, const outcomes *list)
{
    widening w = {.ctx = ctx, .built = built, .list = list, .changed = XY_NEW_ARRAY(ctx->arena, bool, built->variables.count + 1)};
    for (w.more = true; w.more;) {
        w.more = false;
        look_at_value((xy_node *)(uintptr_t)built->body->block, &w);
    }
    for (uint32_t i = 0; i < built->variables.count; i++)
        if (w.changed[i])
            widen(ctx, built->variables.items[i]);
}

static void translate_built(xy_context *ctx, xy_dynamic_built *built)
{
    outcomes list = {0};
    uint32_t found = ctx->diags->list.count;
    bool changed = false;
    built->done = true;
    find_built(ctx, built);
    for (uint32_t i = 0; i < built->uses.count; i++)
        if (built->uses.items[i]->built)
            translate_texts(ctx, built->uses.items[i], &list);
    drop_repeated(ctx, found);
    spoil_shared(ctx, built, &list);
    for (uint32_t i = 0; i < list.count; i++)
        if (list.items[i].known && !list.items[i].differs)
            changed |= put_piece(ctx, list.items[i].part, list.items[i].piece);
    if (changed)
        widen_changed(ctx, built, &list);
}

/* The statement's text when it is built step by step, and then translated or flagged; else null. */
static const xy_dynamic_use *built_text(xy_context *ctx, const xy_node *sql, binds *b)
{
    const xy_body *body = xy_plpgsql_body(ctx, sql);
    xy_dynamic_built *built = body && !b->native ? xy_dynamic_built_texts(ctx, body) : NULL;
    if (built && !built->done)
        translate_built(ctx, built);
    for (uint32_t i = 0; built && i < built->uses.count; i++) {
        const xy_dynamic_use *use = built->uses.items[i];
        if (use->sql != sql || !use->built)
            continue;
        b->returned = use->returned;
        if (use->unknown)
            xy_pass_flag(ctx, sql, "unknown-text", NULL);
        else if (use->block && use->binds)
            xy_pass_flag(ctx, sql, "block-binds", NULL);
        if (!use->unknown && use->ends)
            xy_pass_flag(ctx, sql, "transaction", NULL);
        if (!use->unknown)
            flag_text_value(ctx, &use->as_text);
        if (!use->unknown && use->open_part)
            xy_pass_flag(ctx, sql, "open-part", "text", use->shown, NULL);
        return use;
    }
    return NULL;
}

static bool translate(xy_context *ctx, const xy_node *sql, binds *b)
{
    if (built_text(ctx, sql, b))
        return true;
    const xy_node *value = only_value(ctx, sql);
    if (value)
        widen(ctx, xy_info_of(ctx->analysis, sql)->symbol);
    if (value && already_translated(ctx, value)) {
        if (is_parametrised_block(ctx, value, b->using))
            xy_pass_flag(ctx, sql, "block-binds", NULL);
        return true;
    }
    if (translate_parts(ctx, value ? value : sql, b)) {
        if (b->block && b->count > 0 && b->made.procedure.length == 0)
            xy_pass_flag(ctx, sql, "block-binds", NULL);
        if (b->ends && !b->only)
            xy_pass_flag(ctx, sql, "transaction", NULL);
        flag_text_value(ctx, &b->as_text);
        return true;
    }
    xy_pass_flag(ctx, sql, "unknown-text", NULL);
    return false;
}

bool xy_dynamic_translate(xy_context *ctx, const xy_node *sql)
{
    binds b = {.sql = sql};
    return translate(ctx, sql, &b);
}

/* ---- the text alone, for targets that run EXECUTE IMMEDIATE themselves ---- */

/* The translated text may be longer than the variable that the author made for his own. */
static void widen_native(xy_context *ctx, const xy_node *variable, const xy_node *value)
{
    const xy_symbol *symbol = xy_info_of(ctx->analysis, variable)->symbol;
    const xy_type *type = symbol->type;
    parts list = {0};
    collect_parts(ctx, value, &list);
    if (!type || type->family != XY_FAMILY_VARCHAR || symbol->node->kind != XY_NODE_VARIABLE_DECL || type->precision < 0)
        return;
    const xy_node *declared = XY_AS(variable_decl, symbol->node)->type;
    if (declared->kind != XY_NODE_DATA_TYPE || XY_AS(data_type, declared)->args.count != 1 || (uint32_t)type->precision >= 2 * joined_text(ctx, &list).length)
        return;
    xy_edit_token(ctx->edits, XY_AS(data_type, declared)->args.items[0]->first, "32767", xy_rule_id(ctx->rule));
}

void xy_dynamic_translate_native(xy_context *ctx, const xy_node *sql, void (*seen)(xy_context *inner, void *data), void *data)
{
    binds b = {.native = true, .seen = seen, .seen_data = data};
    const xy_node *value = only_value(ctx, sql);
    if (value && already_translated(ctx, value))
        return;
    if (!translate_parts(ctx, value ? value : sql, &b))
        xy_pass_flag(ctx, sql, "unknown-text", NULL);
    if (value && b.changed)
        widen_native(ctx, sql, value);
}

/* ---- the statement ---- */

/* COMMIT and ROLLBACK are no dynamic SQL on the target: they become statements. */
static bool replace_transaction(xy_context *ctx, const xy_execute_immediate *execute, const binds *b)
{
    const xy_body *body = xy_plpgsql_body(ctx, &execute->node);
    xy_rope rope = {0};
    if (!b->only)
        return false;
    bool savepoint = b->only->kind == XY_NODE_ROLLBACK && XY_AS(rollback, b->only)->savepoint != XY_NO_TOKEN;
    if (savepoint || !body || body->autonomous || (body->kind != XY_BODY_PROCEDURE && body->kind != XY_BODY_ANONYMOUS)) {
        xy_pass_flag(ctx, execute->sql, "transaction", NULL);
        return true;
    }
    xy_rope_str(ctx->edits, &rope, xy_edit_case(ctx->edits, execute->node.first, b->only->kind == XY_NODE_COMMIT ? XY_STR("COMMIT") : XY_STR("ROLLBACK")));
    xy_edit_replace_node(ctx->edits, &execute->node, XY_LAYER_OWN, rope, xy_rule_id(ctx->rule));
    return true;
}

/* Arguments of UPDATE … RETURNING a INTO :b: they are OUT, and on the target stand behind INTO. False when there are none. */
static bool returning_targets(xy_context *ctx, const xy_nodes *args, xy_rope *targets, xy_rope *values)
{
    for (uint32_t i = 0; i < args->count; i++) {
        const xy_using_argument *arg = XY_AS(using_argument, args->items[i]);
        if (arg->out == XY_NO_TOKEN) {
            xy_rope_build(ctx->edits, values, "%s%n", values->count ? ", " : " USING ", arg->value);
            continue;
        }
        xy_rope_text(ctx->edits, targets, targets->count ? ", " : "");
        if (xy_place_is_plain(ctx, arg->value))
            xy_rope_node(ctx->edits, targets, arg->value);
        else
            xy_rope_str(ctx->edits, targets, xy_place_temp(ctx, arg->value));
    }
    return targets->count > 0;
}

static bool move_returning(xy_context *ctx, const xy_execute_immediate *execute, const binds *b)
{
    xy_rope rope = {0}, targets = {0}, values = {0};
    if (b->returned == 0 || !execute->using || execute->into || execute->returning
        || !returning_targets(ctx, &XY_AS(using, execute->using)->args, &targets, &values))
        return false;
    xy_rope_build(ctx->edits, &rope, "INTO ");
    xy_plpgsql_append(ctx, &rope, &targets);
    xy_plpgsql_append(ctx, &rope, &values);
    xy_edit_replace_node(ctx->edits, execute->using, XY_LAYER_OWN, rope, xy_rule_id(ctx->rule));
    return true;
}

static void edit_arguments(xy_context *ctx, const xy_nodes *args)
{
    for (uint32_t i = 0; i < args->count; i++) {
        const xy_using_argument *arg = XY_AS(using_argument, args->items[i]);
        if (arg->out != XY_NO_TOKEN)
            xy_pass_flag(ctx, &arg->node, "out-bind", NULL);
        else if (arg->in != XY_NO_TOKEN)
            xy_edit_delete(ctx->edits, arg->in, arg->in + 1, xy_rule_id(ctx->rule));
    }
}

void xy_pass_dynamic(xy_context *ctx, xy_node *node)
{
    const xy_execute_immediate *execute = XY_AS(execute_immediate, node);
    const char *rule = xy_rule_id(ctx->rule);
    uint32_t immediate = xy_token_next(ctx->source, node->first);
    binds b = {.using = execute->using, .sql = execute->sql};
    translate(ctx, execute->sql, &b);
    if (replace_transaction(ctx, execute, &b))
        return;
    if (b.made.procedure.length > 0) {
        xy_dynamic_block_call(ctx, execute, &b.made);
        return;
    }
    xy_edit_delete(ctx->edits, immediate, immediate + 1, rule);
    if (execute->into && XY_AS(into, execute->into)->bulk == XY_NO_TOKEN) {
        xy_str word = xy_edit_case(ctx->edits, execute->into->first, XY_STR(" STRICT"));
        xy_edit_insert_text(ctx->edits, execute->into->first, XY_AFTER, xy_arena_copy(ctx->arena, word.data, word.length), rule);
    }
    if (execute->returning && XY_AS(into, execute->returning)->bulk == XY_NO_TOKEN) {
        uint32_t word = xy_token_previous(ctx->source, execute->returning->first);
        xy_edit_delete(ctx->edits, word, word + 1, rule);
    }
    if (execute->using && !move_returning(ctx, execute, &b))
        edit_arguments(ctx, &XY_AS(using, execute->using)->args);
}
