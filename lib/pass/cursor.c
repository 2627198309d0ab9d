/* Cursors (traps F05, F13): declarations, OPEN, FETCH, attributes, cursor FOR loops.
 *
 * PL/pgSQL's FOUND is overwritten by the next statement and there is no %ROWCOUNT of a cursor, so a body that reads attributes keeps them in
 * variables, which each OPEN resets and each FETCH sets. An attribute that is read by the statement right behind the FETCH is FOUND itself. */
#include "pass/cursor.h"
#include "pass/ddl.h"
#include "pass/fragment.h"
#include "syntax/keyword.h"

enum { CURSOR_STATE = XY_STATE_CURSORS };

/* ---- which attributes are read ---- */

typedef struct tracked {
    const xy_symbol *symbol;
    const xy_body *body;
    bool found, rows, open, passed /* fetched from elsewhere too */;
    xy_str found_name, rows_name, open_name;
} tracked;

typedef struct cursors {
    XY_VEC(tracked *) list;
    unsigned char *states; /* XY_CURSOR_… by id of an attribute */
} cursors;

static const xy_node *name_of(const xy_node *cursor)
{
    return cursor->kind == XY_NODE_CALL ? XY_AS(call, cursor)->callee : cursor;
}

const xy_symbol *xy_cursor_symbol(const xy_context *ctx, const xy_node *cursor)
{
    return xy_info_of(ctx->analysis, name_of(cursor))->symbol;
}

bool xy_cursor_is_packaged(const xy_symbol *symbol)
{
    return symbol && symbol->kind == XY_SYM_CURSOR && symbol->owner && symbol->owner->kind == XY_SYM_PACKAGE;
}

static tracked *find(const cursors *all, const xy_symbol *symbol, const xy_body *body)
{
    for (uint32_t i = 0; i < all->list.count; i++)
        if (all->list.items[i]->symbol == symbol && all->list.items[i]->body == body)
            return all->list.items[i];
    return NULL;
}

static bool is_negated_or_plain(const xy_context *ctx, uint32_t attribute)
{
    return xy_plpgsql_word_is(ctx, attribute, "FOUND") || xy_plpgsql_word_is(ctx, attribute, "NOTFOUND");
}

static xy_nodes list_of(const xy_node *parent, const xy_node *child);

/* The statement before this one in its list. */
static const xy_node *statement_before(const xy_node *statement)
{
    xy_nodes list = statement->parent ? list_of(statement->parent, statement) : (xy_nodes){0};
    for (uint32_t i = 1; i < list.count; i++)
        if (list.items[i] == statement)
            return list.items[i - 1];
    return NULL;
}

/* The list of nodes of `parent` that holds the child. */
static xy_nodes list_of(const xy_node *parent, const xy_node *child)
{
    const xy_node_info *info = &xy_node_infos[parent->kind];
    for (uint32_t f = 0; f < info->field_count; f++) {
        if (info->fields[f].type != XY_FIELD_LIST)
            continue;
        xy_nodes list = xy_field_list(parent, &info->fields[f]);
        for (uint32_t i = 0; i < list.count; i++)
            if (list.items[i] == child)
                return list;
    }
    return (xy_nodes){0};
}

static bool all_plain(xy_context *ctx, const xy_node *into)
{
    xy_nodes targets = XY_AS(into, into)->targets;
    for (uint32_t i = 0; i < targets.count; i++)
        if (!xy_place_is_plain(ctx, targets.items[i]))
            return false;
    return XY_AS(into, into)->bulk == XY_NO_TOKEN;
}

/* Is the attribute read where FOUND still tells of the FETCH: in EXIT, CONTINUE or IF right behind it? */
static bool reads_fetch(xy_context *ctx, const xy_node *attribute, const xy_symbol *symbol)
{
    const xy_node *statement = xy_plpgsql_statement(ctx, attribute);
    bool simple = statement && (statement->kind == XY_NODE_EXIT || statement->kind == XY_NODE_CONTINUE || statement->kind == XY_NODE_IF);
    const xy_node *before = simple ? statement_before(statement) : NULL;
    if (!before || before->kind != XY_NODE_FETCH || !xy_plpgsql_is_unconditional(ctx, attribute))
        return false;
    const xy_fetch *fetch = XY_AS(fetch, before);
    return xy_cursor_symbol(ctx, fetch->cursor) == symbol && all_plain(ctx, fetch->into);
}

typedef struct survey {
    xy_context *ctx;
    cursors *all;
} survey;

static bool note_attributes(xy_node *node, void *data)
{
    survey *s = data;
    xy_context *ctx = s->ctx;
    if (node->kind == XY_NODE_CURSOR_ATTRIBUTE && !xy_plpgsql_is_implicit_cursor(ctx, XY_AS(cursor_attribute, node)->cursor)) {
        const xy_cursor_attribute *a = XY_AS(cursor_attribute, node);
        const xy_symbol *symbol = xy_cursor_symbol(ctx, a->cursor);
        const xy_body *body = xy_plpgsql_body(ctx, node);
        tracked *t = symbol && body ? find(s->all, symbol, body) : NULL;
        if (symbol && body && !t) {
            t = XY_NEW(ctx->arena, tracked);
            *t = (tracked){.symbol = symbol, .body = body};
            xy_vec_push(ctx->arena, &s->all->list, t);
        }
        if (t) {
            t->rows |= xy_plpgsql_word_is(ctx, a->attribute, "ROWCOUNT");
            t->open |= xy_plpgsql_word_is(ctx, a->attribute, "ISOPEN") && symbol->kind == XY_SYM_CURSOR && !xy_cursor_is_packaged(symbol);
            t->found |= is_negated_or_plain(ctx, a->attribute) && !reads_fetch(ctx, node, symbol);
        }
    }
    return xy_node_each_child(node, note_attributes, data);
}

bool xy_cursor_is_given(const xy_context *ctx, const xy_node *node, const xy_symbol *symbol)
{
    if (node->kind != XY_NODE_NAME || !node->parent || xy_info_of(ctx->analysis, node)->symbol != symbol)
        return false;
    const xy_node *parent = node->parent->kind == XY_NODE_NAMED_ARGUMENT ? node->parent->parent : node->parent;
    bool argument = parent && parent->kind == XY_NODE_CALL && XY_AS(call, parent)->callee != node; /* OPEN c(1) gives c nowhere */
    return parent && ((parent->kind == XY_NODE_ASSIGN && XY_AS(assign, parent)->target == node) || argument || parent->kind == XY_NODE_INTO);
}

/* Does it get another cursor there? */
static bool takes_cursor(xy_context *ctx, const xy_node *node)
{
    const xy_symbol *parameter = xy_argument_parameter(ctx, node);
    return node->parent->kind == XY_NODE_ASSIGN || node->parent->kind == XY_NODE_INTO || (parameter && parameter->mode != XY_MODE_IN);
}

/* Rows may have been fetched already from what it gets, or be fetched where it goes. */
static bool fetched_elsewhere(xy_context *ctx, const xy_node *node)
{
    const xy_node *from = node->parent->kind == XY_NODE_ASSIGN ? XY_AS(assign, node->parent)->value : node->parent;
    if (from->kind == XY_NODE_NAMED_ARGUMENT)
        from = from->parent;
    const xy_node *callee = from->kind == XY_NODE_CALL ? XY_AS(call, from)->callee : from;
    const xy_symbol *routine = xy_info_of(ctx->analysis, from)->symbol, *parameter = xy_argument_parameter(ctx, node);
    if (!routine)
        routine = xy_info_of(ctx->analysis, callee)->symbol;
    bool known = routine && (routine->kind == XY_SYM_FUNCTION || routine->kind == XY_SYM_PROCEDURE);
    return !known || (routine->effects & (XY_EFFECT_FETCHES | XY_EFFECT_UNKNOWN_CALL)) || (parameter && parameter->mode == XY_MODE_INOUT);
}

static bool note_passing(xy_node *node, void *data)
{
    survey *s = data;
    tracked *t = node->kind == XY_NODE_NAME && xy_info_of(s->ctx->analysis, node)->symbol
                     ? find(s->all, xy_info_of(s->ctx->analysis, node)->symbol, xy_plpgsql_body(s->ctx, node))
                     : NULL;
    if (t && xy_cursor_is_given(s->ctx, node, t->symbol))
        t->passed |= fetched_elsewhere(s->ctx, node);
    return xy_node_each_child(node, note_passing, data);
}

static bool is_variable(const xy_symbol *symbol)
{
    return symbol->kind == XY_SYM_CURSOR || symbol->kind == XY_SYM_VARIABLE || symbol->kind == XY_SYM_PARAMETER;
}

/* May the attribute, which is not %ISOPEN, be read while the cursor is not open? */
static bool may_be_closed(const cursors *all, const xy_node *attribute)
{
    return all->states[attribute->id] & (XY_CURSOR_CLOSED | XY_CURSOR_ELSEWHERE);
}

static bool note_closed(xy_node *node, void *data)
{
    survey *s = data;
    if (node->kind == XY_NODE_CURSOR_ATTRIBUTE && may_be_closed(s->all, node)) {
        const xy_symbol *symbol = xy_cursor_symbol(s->ctx, XY_AS(cursor_attribute, node)->cursor);
        tracked *t = find(s->all, symbol, xy_plpgsql_body(s->ctx, node));
        if (t)
            t->open |= symbol->kind == XY_SYM_CURSOR && !xy_cursor_is_packaged(symbol);
    }
    return xy_node_each_child(node, note_closed, data);
}

static void follow_cursors(survey *s)
{
    xy_context *ctx = s->ctx;
    s->all->states = XY_NEW_ARRAY(ctx->arena, unsigned char, ctx->unit->node_count + 1);
    for (uint32_t i = 0; i < s->all->list.count; i++) {
        const tracked *t = s->all->list.items[i];
        if (is_variable(t->symbol))
            xy_cursor_life(ctx, t->symbol, t->body, s->all->states);
    }
    note_closed(ctx->unit->tree, s);
}

static tracked *tracked_of(xy_context *ctx, const xy_node *cursor)
{
    const xy_symbol *symbol = xy_cursor_symbol(ctx, cursor);
    cursors *all = ctx->states[CURSOR_STATE];
    if (!all) {
        all = ctx->states[CURSOR_STATE] = XY_NEW(ctx->arena, cursors);
        survey s = {ctx, all};
        note_attributes(ctx->unit->tree, &s);
        if (all->list.count) {
            note_passing(ctx->unit->tree, &s);
            follow_cursors(&s);
        }
    }
    return symbol ? find(all, symbol, xy_plpgsql_body(ctx, cursor)) : NULL;
}

static xy_str variable(xy_context *ctx, tracked *t, xy_str *name, const char *suffix, const char *type)
{
    if (name->length == 0) {
        xy_str lower = xy_str_lower(ctx->arena, t->symbol->name);
        *name = xy_pass_target_name(ctx, xy_pass_fresh_name(ctx, xy_str_format(ctx->arena, "xy_%.*s_%s", XY_STR_ARG(lower), suffix).data));
        xy_plpgsql_declare(ctx, t->body->owner, true, *name, xy_str_from(type));
    }
    return *name;
}

static xy_str found_of(xy_context *ctx, tracked *t)
{
    return variable(ctx, t, &t->found_name, "found", "boolean");
}
static xy_str rows_of(xy_context *ctx, tracked *t)
{
    return variable(ctx, t, &t->rows_name, "rows", "integer := 0");
}
static xy_str open_of(xy_context *ctx, tracked *t)
{
    return variable(ctx, t, &t->open_name, "open", "boolean := false");
}

static void line(xy_context *ctx, const xy_node *at, bool after, xy_str text)
{
    xy_rope rope = {0};
    xy_rope_str(ctx->edits, &rope, text);
    if (after)
        xy_plpgsql_after(ctx, at, XY_AFTER_COUNT, rope);
    else
        xy_plpgsql_before(ctx, at, rope);
}

#define LINE(after, ...) line(ctx, node, after, xy_str_format(ctx->arena, __VA_ARGS__))

void xy_cursor_after_bulk(xy_context *ctx, const xy_node *fetch, xy_str count, xy_rope *out)
{
    tracked *t = tracked_of(ctx, XY_AS(fetch, fetch)->cursor);
    if (t && t->found)
        xy_rope_build(ctx->edits, out, "\n%S := FOUND;", found_of(ctx, t));
    if (t && t->rows)
        xy_rope_build(ctx->edits, out, "\n%S := %S + %S;", rows_of(ctx, t), rows_of(ctx, t), count);
}

/* ---- package cursors: functions, and a portal with a name of its own ---- */

xy_str xy_cursor_local(xy_context *ctx, const xy_node *cursor)
{
    const xy_symbol *symbol = xy_cursor_symbol(ctx, cursor);
    xy_str name = xy_pass_target_name(ctx, xy_str_format(ctx->arena, "XY_%.*s", XY_STR_ARG(symbol->name)));
    xy_str portal = xy_pass_symbol_name(ctx, symbol);
    xy_plpgsql_declare(ctx, cursor, true, name, xy_str_format(ctx->arena, "refcursor := '%.*s'", XY_STR_ARG(portal)));
    return name;
}

static void use_local(xy_context *ctx, const xy_node *cursor)
{
    xy_rope rope = {0};
    if (!xy_cursor_is_packaged(xy_cursor_symbol(ctx, cursor)))
        return;
    xy_rope_str(ctx->edits, &rope, xy_cursor_local(ctx, cursor));
    xy_edit_replace_node(ctx->edits, cursor, XY_LAYER_WRAP, rope, xy_rule_id(ctx->rule));
}

static bool calls_routine(xy_node *node, void *data)
{
    const xy_context *ctx = data;
    const xy_symbol *symbol = xy_node_in_group(node->kind, "Expr") ? xy_info_of(ctx->analysis, node)->symbol : NULL;
    if (symbol && (symbol->kind == XY_SYM_PROCEDURE || symbol->kind == XY_SYM_FUNCTION))
        return false;
    return xy_node_each_child(node, calls_routine, data);
}

static void add_result(xy_context *ctx, const xy_symbol *cursor, const xy_type *row, xy_rope *rope)
{
    if (row->row_of == cursor) {
        xy_rope_build(ctx->edits, rope, "SETOF %S", xy_record_cursor_row_type(ctx, row));
        return;
    }
    for (uint32_t i = 0; i < row->field_count; i++)
        xy_rope_build(ctx->edits, rope, "%s%S %S", i ? ", " : "TABLE (", xy_pass_target_name(ctx, row->fields[i].name),
                      xy_place_plain_type(ctx, row->fields[i].type));
    xy_rope_text(ctx->edits, rope, ")");
}

/* The text of an SQL function is checked when it is created: a cursor that calls routines, which may stand further down, is PL/pgSQL. */
static void cursor_function(xy_context *ctx, const xy_cursor_decl *decl, const xy_symbol *cursor, const xy_type *row, xy_rope *rope)
{
    bool calls = !calls_routine(decl->query, ctx);
    xy_str q = xy_pass_fresh_name(ctx, "xy_q");
    xy_rope_build(ctx->edits, rope, "CREATE OR REPLACE FUNCTION %S(", xy_pass_symbol_name(ctx, cursor));
    for (uint32_t i = 0; i < cursor->param_count; i++)
        xy_rope_build(ctx->edits, rope, "%s%S %S", i ? ", " : "", xy_pass_target_name(ctx, cursor->params[i]->name),
                      xy_place_plain_type(ctx, cursor->params[i]->type));
    xy_rope_text(ctx->edits, rope, ") RETURNS ");
    add_result(ctx, cursor, row, rope);
    xy_rope_text(ctx->edits, rope, calls ? " AS $$\n#variable_conflict use_column\nBEGIN\n  RETURN QUERY SELECT " : " AS $$\n  SELECT ");
    for (uint32_t i = 0; i < row->field_count; i++)
        xy_rope_build(ctx->edits, rope, "%s%S.c%d::%S", i ? ", " : "", q, (int)i + 1, xy_place_plain_type(ctx, row->fields[i].type));
    xy_rope_build(ctx->edits, rope, " FROM (%n) %S(", decl->query, q);
    for (uint32_t i = 0; i < row->field_count; i++)
        xy_rope_build(ctx->edits, rope, "%sc%d", i ? ", " : "", (int)i + 1);
    xy_rope_text(ctx->edits, rope, calls ? ");\nEND\n$$ LANGUAGE plpgsql" : ")\n$$ LANGUAGE sql");
}

/* The declaration in a package: a function that gives the rows. */
static void packaged_declaration(xy_context *ctx, const xy_node *node)
{
    const xy_cursor_decl *decl = XY_AS(cursor_decl, node);
    const xy_symbol *symbol = xy_info_of(ctx->analysis, node)->symbol;
    if (!decl->query) {
        xy_plpgsql_drop_declaration(ctx, node);
        return;
    }
    const xy_type *row = symbol ? symbol->type : NULL;
    if (!row || row->family != XY_FAMILY_RECORD || !row->field_count) {
        xy_pass_flag(ctx, node, "cursor-columns", NULL);
        return;
    }
    for (uint32_t i = 0; i < row->field_count; i++)
        if (xy_place_plain_type(ctx, row->fields[i].type).length == 0) {
            xy_pass_flag(ctx, node, "cursor-columns", NULL);
            return;
        }
    xy_rope rope = {0};
    if (row->row_of == symbol) {
        xy_record_packaged_row(ctx, row, &rope);
        xy_rope_text(ctx->edits, &rope, "\n");
    }
    cursor_function(ctx, decl, symbol, row, &rope);
    xy_edit_replace_node(ctx->edits, node, XY_LAYER_OWN, rope, xy_rule_id(ctx->rule));
}

/* ---- declarations ---- */

/* A portal is named after its cursor variable in old versions: two calls at a time would be at odds over the name. */
static void own_portal(xy_context *ctx, const xy_node *node)
{
    const xy_cursor_decl *decl = XY_AS(cursor_decl, node);
    const xy_node *block = xy_plpgsql_block(node);
    const xy_body *body = xy_plpgsql_body(ctx, node);
    if (xy_target_has(ctx->target, "cursor_own_portal") || !block || !body || body->kind == XY_BODY_ANONYMOUS || !XY_AS(block, block)->stmts.count)
        return;
    if (calls_routine((xy_node *)(uintptr_t)block, ctx))
        return;
    xy_rope rope = {0};
    xy_rope_build(ctx->edits, &rope, "%S := NULL;", xy_pass_target_name(ctx, xy_token_name(ctx->source, decl->name, ctx->arena)));
    xy_plpgsql_before(ctx, XY_AS(block, block)->stmts.items[0], rope);
}

static void translate_parameter(xy_context *ctx, const xy_parameter *p)
{
    const char *rule = xy_rule_id(ctx->rule);
    if (p->in != XY_NO_TOKEN)
        xy_edit_delete(ctx->edits, p->in, p->in + 1, rule);
    if (p->assign != XY_NO_TOKEN)
        xy_edit_delete(ctx->edits, p->assign, p->node.last, rule);
}

void xy_pass_cursor_declaration(xy_context *ctx, xy_node *node)
{
    const xy_cursor_decl *decl = XY_AS(cursor_decl, node);
    const char *rule = xy_rule_id(ctx->rule);
    bool packaged = node->parent && (node->parent->kind == XY_NODE_CREATE_PACKAGE || node->parent->kind == XY_NODE_CREATE_PACKAGE_BODY);
    if (packaged) {
        packaged_declaration(ctx, node);
        return;
    }
    if (!decl->query) {
        xy_plpgsql_drop_declaration(ctx, node);
        return;
    }
    xy_rope rope = {0};
    xy_rope_build(ctx->edits, &rope, "%t %t", decl->name, node->first);
    xy_edit_replace(ctx->edits, node->first, decl->name + 1, XY_LAYER_OWN, rope, rule);
    for (uint32_t i = 0; i < decl->params.count; i++)
        translate_parameter(ctx, XY_AS(parameter, decl->params.items[i]));
    uint32_t first = decl->is;
    if (decl->returns)
        first = xy_token_previous(ctx->source, decl->returns->first);
    xy_rope word = {0};
    xy_rope_str(ctx->edits, &word, xy_edit_case(ctx->edits, decl->is, XY_STR("FOR")));
    xy_edit_replace(ctx->edits, first, decl->is + 1, XY_LAYER_OWN, word, rule);
    own_portal(ctx, node);
}

/* ---- arguments ---- */

static bool is_given(const xy_context *ctx, const xy_symbol *cursor, xy_nodes args, uint32_t p)
{
    for (uint32_t i = 0; i < args.count; i++) {
        if (args.items[i]->kind != XY_NODE_NAMED_ARGUMENT) {
            if (i == p)
                return true;
        } else if (xy_str_equal(xy_token_name(ctx->source, XY_AS(named_argument, args.items[i])->name, ctx->arena), cursor->params[p]->name)) {
            return true;
        }
    }
    return false;
}

/* What the call leaves out: the target's cursors have no defaults. */
static xy_str missing_arguments(xy_context *ctx, const xy_node *at, const xy_symbol *cursor, xy_nodes args, const char *arrow)
{
    xy_buffer out;
    xy_buffer_init(&out, ctx->arena);
    for (uint32_t p = 0; cursor && p < cursor->param_count; p++) {
        xy_str text;
        if (is_given(ctx, cursor, args, p))
            continue;
        if (!xy_pass_translate_default(ctx, cursor->params[p]->default_text, cursor, cursor->params[p]->type, &text)) {
            xy_pass_flag(ctx, at, "cursor-default", NULL);
            text = XY_STR("NULL");
        }
        xy_buffer_format(&out, "%s%.*s %s %.*s", out.length ? ", " : "", XY_STR_ARG(xy_pass_target_name(ctx, cursor->params[p]->name)), arrow,
                         XY_STR_ARG(text));
    }
    return xy_buffer_str(&out);
}

/* The cursor with its arguments as OPEN and FOR of a bound cursor want them: names with :=, nothing left out, no empty list. */
static void translate_arguments(xy_context *ctx, const xy_node *cursor)
{
    const xy_symbol *symbol = xy_cursor_symbol(ctx, cursor);
    const char *rule = xy_rule_id(ctx->rule);
    xy_nodes args = cursor->kind == XY_NODE_CALL ? XY_AS(call, cursor)->args : (xy_nodes){0};
    xy_str missing = missing_arguments(ctx, cursor, symbol, args, ":=");
    xy_rope rope = {0};
    for (uint32_t i = 0; i < args.count; i++)
        if (args.items[i]->kind == XY_NODE_NAMED_ARGUMENT)
            xy_edit_token(ctx->edits, xy_token_next(ctx->source, XY_AS(named_argument, args.items[i])->name), ":=", rule);
    if (missing.length && args.count) {
        xy_rope_build(ctx->edits, &rope, ", %S", missing);
        xy_edit_insert(ctx->edits, args.items[args.count - 1]->last - 1, XY_AFTER, rope, rule);
    } else if (missing.length || (cursor->kind == XY_NODE_CALL && !args.count)) {
        xy_rope_node(ctx->edits, &rope, name_of(cursor));
        if (missing.length)
            xy_rope_build(ctx->edits, &rope, "(%S)", missing);
        xy_edit_replace_node(ctx->edits, cursor, XY_LAYER_WRAP, rope, rule);
    }
}

/* SELECT * FROM pkg.c(arguments) */
static void add_packaged_query(xy_context *ctx, const xy_node *cursor, xy_rope *rope)
{
    const xy_symbol *symbol = xy_cursor_symbol(ctx, cursor);
    xy_nodes args = cursor->kind == XY_NODE_CALL ? XY_AS(call, cursor)->args : (xy_nodes){0};
    xy_str missing = missing_arguments(ctx, cursor, symbol, args, "=>");
    xy_rope_build(ctx->edits, rope, "SELECT * FROM %S(", xy_pass_symbol_name(ctx, symbol));
    for (uint32_t i = 0; i < args.count; i++)
        xy_rope_build(ctx->edits, rope, i ? ", %n" : "%n", args.items[i]);
    xy_rope_build(ctx->edits, rope, "%s%S)", args.count && missing.length ? ", " : "", missing);
}

/* ---- OPEN, FETCH, CLOSE ---- */

static void after_open(xy_context *ctx, const xy_node *node, const xy_node *cursor)
{
    tracked *t = tracked_of(ctx, cursor);
    if (t && t->found)
        LINE(true, "%.*s := NULL;", XY_STR_ARG(found_of(ctx, t)));
    if (t && t->rows)
        LINE(true, "%.*s := 0;", XY_STR_ARG(rows_of(ctx, t)));
    if (t && t->open)
        LINE(true, "%.*s := true;", XY_STR_ARG(open_of(ctx, t)));
}

/* A variable that takes another cursor: its attributes start anew. */
static void after_taking(xy_context *ctx, const xy_node *node, tracked *t)
{
    if (t->found)
        LINE(true, "%.*s := NULL;", XY_STR_ARG(found_of(ctx, t)));
    if (t->rows)
        LINE(true, "%.*s := 0;", XY_STR_ARG(rows_of(ctx, t)));
}

/* `v := f(x)`, or v as an argument of a call. */
void xy_pass_cursor_variable(xy_context *ctx, xy_node *node)
{
    const xy_symbol *symbol = xy_info_of(ctx->analysis, node)->symbol;
    if (!symbol || !symbol->type || symbol->type->family != XY_FAMILY_CURSOR || !xy_cursor_is_given(ctx, node, symbol))
        return;
    const xy_node *statement = xy_plpgsql_statement(ctx, node);
    tracked *t = statement ? tracked_of(ctx, node) : NULL;
    if (t && takes_cursor(ctx, node))
        after_taking(ctx, node, t);
}

/* ---- cursors that Oracle keeps open when the transaction ends ---- */

/** Where the cursor is last used in the body, and whether a transaction ends while it is open. */
typedef struct life {
    xy_context *ctx;
    const xy_symbol *symbol;
    uint32_t open, last;
    bool ends;
} life;

static bool find_last_use(xy_node *node, void *data)
{
    life *l = data;
    bool fetch = node->kind == XY_NODE_FETCH && xy_cursor_symbol(l->ctx, XY_AS(fetch, node)->cursor) == l->symbol;
    bool close = node->kind == XY_NODE_CLOSE && xy_cursor_symbol(l->ctx, XY_AS(close, node)->cursor) == l->symbol;
    if ((fetch || close) && node->last > l->last)
        l->last = node->last;
    return xy_node_each_child(node, find_last_use, data);
}

static bool find_end(xy_node *node, void *data)
{
    life *l = data;
    bool ends = node->kind == XY_NODE_COMMIT || (node->kind == XY_NODE_ROLLBACK && XY_AS(rollback, node)->savepoint == XY_NO_TOKEN)
                || (node->kind == XY_NODE_PROCEDURE_CALL && (xy_sema_effects(l->ctx->analysis, node) & (XY_EFFECT_COMMITS | XY_EFFECT_ROLLS_BACK)));
    l->ends |= ends && node->first > l->open && node->first < l->last;
    return xy_node_each_child(node, find_end, data);
}

/* PostgreSQL closes cursors with their transaction. One that is closed where it was opened, with no COMMIT between, does not notice. */
static void check_life(xy_context *ctx, const xy_node *node, const xy_node *cursor)
{
    const xy_body *body = xy_plpgsql_body(ctx, node);
    life l = {ctx, xy_cursor_symbol(ctx, cursor), node->first, node->last, false};
    if (!body || !l.symbol)
        return;
    find_last_use((xy_node *)(uintptr_t)body->owner, &l);
    find_end((xy_node *)(uintptr_t)body->owner, &l);
    bool state = xy_cursor_is_packaged(l.symbol) || xy_package_is_state(l.symbol);
    unsigned char *states = XY_NEW_ARRAY(ctx->arena, unsigned char, ctx->unit->node_count + 1);
    if (l.ends || (state && (xy_cursor_life(ctx, l.symbol, body, states) & (XY_CURSOR_OPEN | XY_CURSOR_FETCHED))))
        xy_pass_flag(ctx, node, l.ends ? "commit" : "survives", "name", xy_pass_node_text(ctx, cursor), NULL);
}

void xy_pass_cursor_open(xy_context *ctx, xy_node *node)
{
    const xy_node *cursor = XY_AS(open, node)->cursor;
    if (xy_cursor_is_packaged(xy_cursor_symbol(ctx, cursor))) {
        xy_rope rope = {0};
        xy_rope_build(ctx->edits, &rope, "%S FOR ", xy_cursor_local(ctx, cursor));
        add_packaged_query(ctx, cursor, &rope);
        xy_edit_replace_node(ctx->edits, cursor, XY_LAYER_WRAP, rope, xy_rule_id(ctx->rule));
    } else {
        translate_arguments(ctx, cursor);
    }
    check_life(ctx, node, cursor);
    after_open(ctx, node, cursor);
}

typedef struct count {
    const xy_context *ctx;
    const xy_symbol *symbol;
    unsigned opens;
    bool given;
} count;

static bool count_opens(xy_node *node, void *data)
{
    count *c = data;
    if (node->kind == XY_NODE_OPEN_FOR && xy_cursor_symbol(c->ctx, XY_AS(open_for, node)->cursor) == c->symbol) {
        static const uint16_t loops[] = {XY_NODE_LOOP, XY_NODE_WHILE_LOOP, XY_NODE_FOR_LOOP, XY_NODE_CURSOR_LOOP, XY_NODE_ITERATOR_LOOP, 0};
        c->opens += xy_node_enclosing_any(node, loops) ? 2 : 1;
    }
    c->given |= xy_cursor_is_given(c->ctx, node, c->symbol);
    return xy_node_each_child(node, count_opens, data);
}

/* Oracle opens a cursor variable again without CLOSE; the target wants another portal then. */
static void new_portal(xy_context *ctx, const xy_node *node, const xy_node *cursor)
{
    const xy_symbol *symbol = xy_cursor_symbol(ctx, cursor);
    const xy_body *body = xy_plpgsql_body(ctx, node);
    count c = {ctx, symbol, 0, false};
    if (!symbol || !body || !xy_place_is_plain(ctx, cursor))
        return;
    count_opens((xy_node *)(uintptr_t)body->owner, &c);
    bool given = symbol->is_captured || (symbol->kind == XY_SYM_VARIABLE && symbol->owner && symbol->owner->kind == XY_SYM_PACKAGE) || symbol->has_default;
    given = given || (symbol->kind == XY_SYM_PARAMETER && (symbol->mode == XY_MODE_INOUT || !xy_target_has(ctx->target, "procedure_out")));
    if (c.opens < 2 && !given && !c.given)
        return;
    xy_rope rope = {0};
    xy_rope_build(ctx->edits, &rope, "%n := NULL;", cursor);
    xy_plpgsql_before(ctx, node, rope);
}

void xy_pass_cursor_open_for(xy_context *ctx, xy_node *node)
{
    const xy_open_for *open = XY_AS(open_for, node);
    const char *rule = xy_rule_id(ctx->rule);
    bool dynamic = !xy_node_in_group(open->source->kind, "Query");
    if (dynamic) {
        xy_str word = xy_edit_case(ctx->edits, node->first, XY_STR("EXECUTE "));
        xy_dynamic_translate(ctx, open->source);
        xy_edit_insert_text(ctx->edits, open->source->first, XY_BEFORE, xy_arena_copy(ctx->arena, word.data, word.length), rule);
        xy_nodes args = open->using ? XY_AS(using, open->using)->args : (xy_nodes){0};
        for (uint32_t i = 0; i < args.count; i++) {
            const xy_using_argument *arg = XY_AS(using_argument, args.items[i]);
            if (arg->in != XY_NO_TOKEN && arg->out == XY_NO_TOKEN)
                xy_edit_delete(ctx->edits, arg->in, arg->in + 1, rule);
        }
    }
    if (!xy_place_is_plain(ctx, open->cursor)) {
        xy_rope rope = {0};
        xy_rope_str(ctx->edits, &rope, xy_place_temp(ctx, open->cursor));
        xy_edit_replace_node(ctx->edits, open->cursor, XY_LAYER_WRAP, rope, rule);
    }
    new_portal(ctx, node, open->cursor);
    check_life(ctx, node, open->cursor);
    after_open(ctx, node, open->cursor);
}

void xy_pass_cursor_fetch(xy_context *ctx, xy_node *node)
{
    const xy_fetch *fetch = XY_AS(fetch, node);
    if (XY_AS(into, fetch->into)->bulk != XY_NO_TOKEN)
        return;
    tracked *t = tracked_of(ctx, fetch->cursor);
    use_local(ctx, fetch->cursor);
    xy_fetch_keep(ctx, node);
    if (t && t->found)
        LINE(true, "%.*s := FOUND;", XY_STR_ARG(found_of(ctx, t)));
    if (t && t->rows)
        LINE(true, "%.*s := %.*s + FOUND::integer;", XY_STR_ARG(rows_of(ctx, t)), XY_STR_ARG(rows_of(ctx, t)));
}

void xy_pass_cursor_close(xy_context *ctx, xy_node *node)
{
    const xy_node *cursor = XY_AS(close, node)->cursor;
    tracked *t = tracked_of(ctx, cursor);
    use_local(ctx, cursor);
    if (t && t->open)
        LINE(true, "%.*s := false;", XY_STR_ARG(open_of(ctx, t)));
}

/* ---- attributes ---- */

static void add_is_open(xy_context *ctx, const xy_node *attribute, tracked *t, xy_rope *rope)
{
    const cursors *all = ctx->states[CURSOR_STATE];
    const xy_node *cursor = XY_AS(cursor_attribute, attribute)->cursor;
    if (all->states[attribute->id] == XY_CURSOR_CLOSED) { /* the variable does not know of a FOR loop that an error has left */
        xy_rope_text(ctx->edits, rope, "false");
        return;
    }
    if (t->open) {
        xy_rope_str(ctx->edits, rope, open_of(ctx, t));
        return;
    }
    xy_rope_text(ctx->edits, rope, "EXISTS (SELECT FROM pg_catalog.pg_cursors WHERE name = ");
    if (xy_cursor_is_packaged(t->symbol))
        xy_rope_build(ctx->edits, rope, "'%S')", xy_pass_symbol_name(ctx, t->symbol));
    else
        xy_rope_build(ctx->edits, rope, "%n::text)", cursor);
}

static void is_open(xy_context *ctx, const xy_node *node, tracked *t)
{
    xy_rope rope = {0};
    add_is_open(ctx, node, t, &rope);
    xy_edit_replace_expr(ctx->edits, node, XY_LAYER_OWN, rope, XY_PREC_PRIMARY, xy_rule_id(ctx->rule));
}

/* What the attribute's variable holds; INVALID_CURSOR where the cursor may not be open. */
static void add_value(xy_context *ctx, const xy_node *node, tracked *t, xy_str variable, xy_rope *rope)
{
    if (!may_be_closed(ctx->states[CURSOR_STATE], node)) {
        xy_rope_str(ctx->edits, rope, variable);
        return;
    }
    xy_rope_build(ctx->edits, rope, "%s(", xy_pass_runtime(ctx, "of_open"));
    add_is_open(ctx, node, t, rope);
    xy_rope_build(ctx->edits, rope, ", %S)", variable);
}

/* The variables are those of this body: what was fetched elsewhere they do not know. */
static void check_elsewhere(xy_context *ctx, const xy_node *node, const tracked *t, unsigned bits)
{
    const cursors *all = ctx->states[CURSOR_STATE];
    if (t->symbol->kind != XY_SYM_VARIABLE || xy_package_is_state(t->symbol))
        if (all->states[node->id] & bits)
            xy_pass_flag(ctx, node, "elsewhere", "name", xy_pass_node_text(ctx, XY_AS(cursor_attribute, node)->cursor), NULL);
}

void xy_pass_cursor_attribute(xy_context *ctx, xy_node *node)
{
    const xy_cursor_attribute *a = XY_AS(cursor_attribute, node);
    xy_rope rope = {0};
    if (xy_plpgsql_is_implicit_cursor(ctx, a->cursor))
        return;
    tracked *t = tracked_of(ctx, a->cursor);
    if (!t) {
        xy_pass_flag(ctx, node, "unknown-cursor", NULL);
        return;
    }
    bool negated = xy_plpgsql_word_is(ctx, a->attribute, "NOTFOUND");
    if (xy_plpgsql_word_is(ctx, a->attribute, "ISOPEN")) {
        is_open(ctx, node, t);
        return;
    }
    if (xy_plpgsql_word_is(ctx, a->attribute, "ROWCOUNT")) {
        if ((t->symbol->kind == XY_SYM_PARAMETER && t->symbol->mode != XY_MODE_OUT) || t->passed)
            xy_pass_flag(ctx, node, "passed-cursor", NULL);
        else
            check_elsewhere(ctx, node, t, XY_CURSOR_ELSEWHERE | XY_CURSOR_FETCHED);
        add_value(ctx, node, t, rows_of(ctx, t), &rope);
        xy_edit_replace_expr(ctx->edits, node, XY_LAYER_OWN, rope, XY_PREC_PRIMARY, xy_rule_id(ctx->rule));
        return;
    }
    if (!negated && !xy_plpgsql_word_is(ctx, a->attribute, "FOUND")) {
        xy_pass_flag(ctx, node, "unknown-cursor", NULL);
        return;
    }
    xy_rope_text(ctx->edits, &rope, negated ? "NOT " : "");
    if (reads_fetch(ctx, node, t->symbol)) {
        xy_rope_text(ctx->edits, &rope, "FOUND");
    } else {
        check_elsewhere(ctx, node, t, XY_CURSOR_ELSEWHERE);
        add_value(ctx, node, t, found_of(ctx, t), &rope);
    }
    xy_edit_replace_expr(ctx->edits, node, XY_LAYER_OWN, rope, negated ? XY_PREC_NOT : XY_PREC_PRIMARY, xy_rule_id(ctx->rule));
}

/* ---- FOR loops ---- */

static bool declares(const xy_context *ctx, xy_nodes decls, xy_str name)
{
    for (uint32_t i = 0; i < decls.count; i++) {
        uint32_t token = decls.items[i]->kind == XY_NODE_VARIABLE_DECL ? XY_AS(variable_decl, decls.items[i])->name
                         : decls.items[i]->kind == XY_NODE_CURSOR_DECL ? XY_AS(cursor_decl, decls.items[i])->name
                                                                       : XY_NO_TOKEN;
        if (token != XY_NO_TOKEN && xy_str_equal(xy_token_name(ctx->source, token, ctx->arena), name))
            return true;
    }
    return false;
}

static uint32_t index_token(const xy_node *node)
{
    return node->kind == XY_NODE_CURSOR_LOOP ? XY_AS(cursor_loop, node)->record : node->kind == XY_NODE_FOR_LOOP ? XY_AS(for_loop, node)->index : XY_NO_TOKEN;
}

/* Does the name mean something else in this body around the loop, so that the record must be declared in a block of its own? */
static bool name_is_taken(xy_context *ctx, const xy_node *loop, xy_str name)
{
    const xy_body *body = xy_plpgsql_body(ctx, loop);
    for (const xy_node *node = loop->parent; node; node = node->parent) {
        if (node->kind == XY_NODE_BLOCK && declares(ctx, XY_AS(block, node)->decls, name))
            return true;
        uint32_t token = index_token(node);
        if (token != XY_NO_TOKEN && xy_str_equal(xy_token_name(ctx->source, token, ctx->arena), name))
            return true;
        if (body && node == body->owner)
            break;
    }
    const xy_symbol *routine = body ? body->symbol : NULL;
    for (uint32_t i = 0; routine && i < routine->param_count; i++)
        if (xy_str_equal(routine->params[i]->name, name))
            return true;
    return false;
}

/* Is the record's name also that of a table in some query? There the table is meant. */
static bool is_alias(xy_node *node, void *data)
{
    const struct {
        const xy_context *ctx;
        xy_str name;
    } *s = data;
    uint32_t as, alias = xy_node_in_group(node->kind, "Table") ? xy_sql_alias_token(node, &as) : XY_NO_TOKEN;
    if (alias != XY_NO_TOKEN && xy_str_equal(xy_token_name(s->ctx->source, alias, s->ctx->arena), s->name))
        return false;
    return xy_node_each_child(node, is_alias, data);
}

static void check_aliases(xy_context *ctx, const xy_node *loop, xy_str name)
{
    struct {
        const xy_context *ctx;
        xy_str name;
    } s = {ctx, name};
    xy_body *body = xy_plpgsql_body(ctx, loop);
    if (body && !body->use_column && !is_alias((xy_node *)(uintptr_t)body->owner, &s))
        body->use_column = true;
}

static void declare_record(xy_context *ctx, const xy_node *loop, uint32_t token)
{
    xy_str oracle = xy_token_name(ctx->source, token, ctx->arena), name = xy_pass_target_name(ctx, oracle);
    if (!name_is_taken(ctx, loop, oracle)) {
        xy_plpgsql_declare(ctx, loop, false, name, XY_STR("record"));
        return;
    }
    xy_rope begin = {0}, end = {0};
    xy_rope_build(ctx->edits, &begin, "DECLARE\n  %S record;\nBEGIN", name);
    xy_rope_text(ctx->edits, &end, "END;");
    xy_plpgsql_before(ctx, loop, begin);
    xy_plpgsql_after(ctx, loop, XY_AFTER_REST, end);
}

static void track_loop(xy_context *ctx, const xy_node *node, const xy_node *cursor)
{
    tracked *t = tracked_of(ctx, cursor);
    xy_nodes stmts = XY_AS(cursor_loop, node)->stmts;
    if (!t)
        return;
    if (t->rows) {
        LINE(false, "%.*s := 0;", XY_STR_ARG(rows_of(ctx, t)));
        if (stmts.count)
            line(ctx, stmts.items[0], false, xy_str_format(ctx->arena, "%.*s := %.*s + 1;", XY_STR_ARG(rows_of(ctx, t)), XY_STR_ARG(rows_of(ctx, t))));
    }
    if (t->found && stmts.count)
        line(ctx, stmts.items[0], false, xy_str_format(ctx->arena, "%.*s := true;", XY_STR_ARG(found_of(ctx, t))));
    if (t->open) {
        LINE(false, "%.*s := true;", XY_STR_ARG(open_of(ctx, t)));
        LINE(true, "%.*s := false;", XY_STR_ARG(open_of(ctx, t)));
    }
}

void xy_pass_cursor_loop(xy_context *ctx, xy_node *node)
{
    const xy_cursor_loop *loop = XY_AS(cursor_loop, node);
    xy_str name = xy_token_name(ctx->source, loop->record, ctx->arena);
    check_aliases(ctx, node, name);
    if (loop->source->kind == XY_NODE_SUBQUERY) {
        declare_record(ctx, node, loop->record);
        return;
    }
    if (xy_cursor_is_packaged(xy_cursor_symbol(ctx, loop->source))) {
        xy_rope rope = {0};
        declare_record(ctx, node, loop->record);
        add_packaged_query(ctx, loop->source, &rope);
        xy_edit_replace_node(ctx->edits, loop->source, XY_LAYER_WRAP, rope, xy_rule_id(ctx->rule));
    } else {
        translate_arguments(ctx, loop->source);
    }
    track_loop(ctx, node, loop->source);
}
