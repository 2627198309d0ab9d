/* SQL text that a body builds step by step (`s := '…'; IF … THEN s := s || '…'; END IF; OPEN c FOR s`): which texts can reach each statement that
 * executes one.
 *
 * The body is followed once with a value for each of its text variables: a sequence of literals, of parts that only a run knows, and of alternatives,
 * one for each way that led there. Variables that changed at the same place share their choice. A loop is followed for no, one and two rounds: what the
 * second adds to the first, the others add again. The texts are then written out for each combination of choices; when there are too many, for all
 * first and all last alternatives, and for these with each single choice changed. */
#include "pass/dynamic.h"
#include "pass/plpgsql_state.h"
#include "pass/sql.h"

#include "syntax/keyword.h"

enum { MAX_TEXTS = 64, MAX_CHOICES = 40, MAX_ELEMENTS = 20000, MAX_PARTS = 400 };

/* A place where the ways come together; its alternatives are numbered. */
typedef struct choice {
    uint32_t arity, taken;
    bool seen;
} choice;

typedef struct element element;

typedef struct value {
    bool unknown;
    const element **items;
    uint32_t count;
} value;

struct element {
    xy_dynamic_part part; /* when there is no choice */
    choice *choice;
    value *alternatives; /* [choice->arity] */
};

typedef struct state {
    bool dead;
    value *values; /* by variable */
} state;

typedef XY_VEC(state) states;

typedef struct loop loop;
struct loop {
    loop *outer;
    states left, next;
};

typedef struct variable {
    const xy_symbol *symbol;
    bool other_writes; /* by something else than an assignment of this body */
} variable;

typedef struct builder {
    xy_context *ctx;
    const xy_body *body;
    XY_VEC(variable) variables;
    xy_dynamic_built *out;
    state now;
    loop *loops;
    uint32_t elements;
    bool failed;
} builder;

xy_str xy_dynamic_fixed_text(xy_context *ctx, const xy_node *expr)
{
    static const struct {
        const char *number, *text;
    } blanks[] = {{"9", "\t"}, {"10", "\n"}, {"13", "\r"}, {"32", " "}};
    if (expr->kind != XY_NODE_CALL || XY_AS(call, expr)->args.count != 1 || !xy_sql_word(ctx, XY_AS(call, expr)->callee->first, "CHR"))
        return (xy_str){0};
    const xy_node *arg = XY_AS(call, expr)->args.items[0];
    for (size_t i = 0; arg->kind == XY_NODE_NUMBER_LITERAL && i < sizeof blanks / sizeof *blanks; i++)
        if (xy_str_equal(xy_token_text(ctx->source, arg->first), xy_str_from(blanks[i].number)))
            return xy_str_from(blanks[i].text);
    return (xy_str){0};
}

/* ---- the variables ---- */

/* Procedures of Oracle that only read their arguments. */
static bool only_reads(const xy_context *ctx, const xy_node *callee)
{
    static const char *const readers[] = {"DBMS_OUTPUT", "RAISE_APPLICATION_ERROR", "DBMS_APPLICATION_INFO", "HTP", "DBMS_SYSTEM"};
    for (size_t i = 0; i < sizeof readers / sizeof *readers; i++)
        if (xy_sql_word(ctx, callee->first, readers[i]))
            return true;
    return false;
}

/* May the place change here, other than by an assignment? What a procedure that is not known does with its arguments is not known either. */
bool xy_dynamic_is_written(xy_context *ctx, const xy_node *name)
{
    const xy_node *node = name, *parent = name->parent;
    switch (parent ? parent->kind : XY_NODE_COUNT) {
    case XY_NODE_INTO:
    case XY_NODE_FIELD: return true;
    case XY_NODE_USING_ARGUMENT: return XY_AS(using_argument, parent)->out != XY_NO_TOKEN;
    case XY_NODE_NAMED_ARGUMENT: parent = parent->parent; break;
    default: break;
    }
    if (!parent || parent->kind != XY_NODE_CALL || XY_AS(call, parent)->callee == node)
        return false;
    const xy_symbol *routine = xy_info_of(ctx->analysis, XY_AS(call, parent)->callee)->symbol;
    if (!routine || (routine->kind != XY_SYM_PROCEDURE && routine->kind != XY_SYM_FUNCTION))
        return parent->parent && parent->parent->kind == XY_NODE_PROCEDURE_CALL && !only_reads(ctx, XY_AS(call, parent)->callee);
    for (uint32_t i = 0; i < routine->param_count; i++) {
        bool named = node->parent != parent;
        bool meant = named ? xy_str_equal(routine->params[i]->name, xy_token_name(ctx->source, XY_AS(named_argument, node->parent)->name, ctx->arena))
                           : i < XY_AS(call, parent)->args.count && XY_AS(call, parent)->args.items[i] == node;
        if (meant)
            return routine->params[i]->mode != XY_MODE_IN;
    }
    return false;
}

static variable *variable_of(builder *b, const xy_symbol *symbol)
{
    for (uint32_t i = 0; symbol && i < b->variables.count; i++)
        if (b->variables.items[i].symbol == symbol)
            return &b->variables.items[i];
    return NULL;
}

static const xy_symbol *text_variable(const builder *b, const xy_node *name)
{
    const xy_symbol *symbol = name->kind == XY_NODE_NAME ? xy_info_of(b->ctx->analysis, name)->symbol : NULL;
    if (!symbol || (symbol->kind != XY_SYM_VARIABLE && symbol->kind != XY_SYM_CONSTANT) || (symbol->owner && symbol->owner->kind == XY_SYM_PACKAGE))
        return NULL;
    if (!symbol->node || symbol->node->kind != XY_NODE_VARIABLE_DECL || !symbol->type || xy_plpgsql_body(b->ctx, symbol->node) != b->body)
        return NULL;
    return symbol->type->family == XY_FAMILY_VARCHAR || symbol->type->family == XY_FAMILY_CLOB ? symbol : NULL;
}

static bool survey(xy_node *node, void *data)
{
    builder *b = data;
    const xy_symbol *symbol = text_variable(b, node);
    if (symbol) {
        variable *v = variable_of(b, symbol);
        if (!v) {
            xy_vec_push(b->ctx->arena, &b->variables, (variable){.symbol = symbol});
            v = &b->variables.items[b->variables.count - 1];
        }
        bool assigned = node->parent && node->parent->kind == XY_NODE_ASSIGN && XY_AS(assign, node->parent)->target == node;
        v->other_writes |= xy_dynamic_is_written(b->ctx, node) || (assigned && xy_plpgsql_body(b->ctx, node) != b->body);
    }
    return xy_node_each_child(node, survey, b);
}

static int tracked(builder *b, const xy_symbol *symbol)
{
    const variable *v = variable_of(b, symbol);
    return v && !v->other_writes ? (int)(v - b->variables.items) : -1;
}

/* ---- values ---- */

static state copy_of(const builder *b, const state *from)
{
    state to = {.dead = from->dead, .values = XY_NEW_ARRAY(b->ctx->arena, value, b->variables.count + 1)};
    for (uint32_t i = 0; i < b->variables.count; i++)
        to.values[i] = from->values[i];
    return to;
}

static value joined(builder *b, value left, value right)
{
    value out = {.count = left.count + right.count};
    b->elements += out.count;
    b->failed |= b->elements > MAX_ELEMENTS;
    if (b->failed)
        return (value){.unknown = true};
    out.items = XY_NEW_ARRAY(b->ctx->arena, const element *, out.count + 1);
    for (uint32_t i = 0; i < out.count; i++)
        out.items[i] = i < left.count ? left.items[i] : right.items[i - left.count];
    return out;
}

static value single(builder *b, element e)
{
    element *kept = XY_NEW(b->ctx->arena, element);
    value out = {.items = XY_NEW(b->ctx->arena, const element *), .count = 1};
    *kept = e;
    out.items[0] = kept;
    return out;
}

static bool same_value(value left, value right)
{
    if (left.unknown != right.unknown || left.count != right.count)
        return false;
    for (uint32_t i = 0; i < left.count; i++)
        if (left.items[i] != right.items[i])
            return false;
    return true;
}

/* What the alternatives begin with in common, then the choice among the rest. */
static value one_of(builder *b, choice *c, const value *alternatives)
{
    value first = alternatives[0], prefix = {.items = first.items}, *rests = XY_NEW_ARRAY(b->ctx->arena, value, c->arity);
    bool same = true;
    for (uint32_t i = 0; i < c->arity; i++) {
        if (alternatives[i].unknown)
            return (value){.unknown = true};
        same &= same_value(first, alternatives[i]);
    }
    if (same)
        return first;
    for (bool more = true; more; prefix.count += more)
        for (uint32_t i = 0; more && i < c->arity; i++)
            more = prefix.count < alternatives[i].count && alternatives[i].items[prefix.count] == first.items[prefix.count];
    for (uint32_t i = 0; i < c->arity; i++)
        rests[i] = (value){.items = alternatives[i].items + prefix.count, .count = alternatives[i].count - prefix.count};
    return joined(b, prefix, single(b, (element){.choice = c, .alternatives = rests}));
}

/* The states become one. */
static state merged(builder *b, const states *ways)
{
    choice *c = XY_NEW(b->ctx->arena, choice);
    value *alternatives = XY_NEW_ARRAY(b->ctx->arena, value, ways->count + 1);
    state out = {.dead = true, .values = XY_NEW_ARRAY(b->ctx->arena, value, b->variables.count + 1)};
    for (uint32_t i = 0; i < ways->count; i++)
        c->arity += !ways->items[i].dead;
    out.dead = c->arity == 0;
    for (uint32_t v = 0; !out.dead && v < b->variables.count; v++) {
        for (uint32_t i = 0, n = 0; i < ways->count; i++)
            if (!ways->items[i].dead)
                alternatives[n++] = ways->items[i].values[v];
        out.values[v] = one_of(b, c, alternatives);
    }
    return out;
}

static value value_of(builder *b, const xy_node *expr);

static value value_of_case(builder *b, const xy_case *c)
{
    choice *way = XY_NEW(b->ctx->arena, choice);
    value *alternatives = XY_NEW_ARRAY(b->ctx->arena, value, c->whens.count + 1);
    for (uint32_t i = 0; i < c->whens.count; i++)
        if (c->whens.items[i]->kind == XY_NODE_WHEN)
            alternatives[way->arity++] = value_of(b, XY_AS(when, c->whens.items[i])->result);
    alternatives[way->arity++] = c->otherwise ? value_of(b, c->otherwise) : (value){0};
    return one_of(b, way, alternatives);
}

static value value_of(builder *b, const xy_node *expr)
{
    xy_context *ctx = b->ctx;
    int v = expr->kind == XY_NODE_NAME ? tracked(b, xy_info_of(ctx->analysis, expr)->symbol) : -1;
    if (v >= 0 && !b->now.values[v].unknown)
        return b->now.values[v];
    switch (expr->kind) {
    case XY_NODE_PAREN: return value_of(b, XY_AS(paren, expr)->inner);
    case XY_NODE_NULL_LITERAL: return (value){0};
    case XY_NODE_CASE: return value_of_case(b, XY_AS(case, expr));
    case XY_NODE_STRING_LITERAL:
        return single(b,
                      (element){.part = {.node = expr, .literal = true, .text = xy_token_string(ctx->source, XY_AS(string_literal, expr)->value, ctx->arena)}});
    case XY_NODE_BINARY:
        if (XY_AS(binary, expr)->op == XY_BINARY_OP_CONCAT)
            return joined(b, value_of(b, XY_AS(binary, expr)->left), value_of(b, XY_AS(binary, expr)->right));
        break;
    default: break;
    }
    xy_str fixed = xy_dynamic_fixed_text(b->ctx, expr);
    return single(b, (element){.part = {.node = expr, .literal = fixed.length > 0, .fixed = fixed.length > 0, .text = fixed}});
}

/* ---- the way through the body ---- */

static void follow(builder *b, const xy_node *node);

static void follow_list(builder *b, xy_nodes list)
{
    for (uint32_t i = 0; i < list.count && !b->now.dead && !b->failed; i++)
        follow(b, list.items[i]);
}

static void follow_branch(builder *b, const state *start, xy_nodes list, states *ends)
{
    b->now = copy_of(b, start);
    follow_list(b, list);
    xy_vec_push(b->ctx->arena, ends, b->now);
}

static void follow_if(builder *b, const xy_if *node)
{
    states ends = {0};
    state start = b->now;
    for (uint32_t i = 0; i < node->branches.count; i++)
        if (node->branches.items[i]->kind == XY_NODE_IF_BRANCH)
            follow_branch(b, &start, XY_AS(if_branch, node->branches.items[i])->stmts, &ends);
    follow_branch(b, &start, node->otherwise, &ends);
    b->now = merged(b, &ends);
}

static void follow_case(builder *b, const xy_case_statement *node)
{
    states ends = {0};
    state start = b->now;
    for (uint32_t i = 0; i < node->branches.count; i++)
        if (node->branches.items[i]->kind == XY_NODE_CASE_BRANCH)
            follow_branch(b, &start, XY_AS(case_branch, node->branches.items[i])->stmts, &ends);
    if (node->else_token != XY_NO_TOKEN)
        follow_branch(b, &start, node->otherwise, &ends);
    b->now = merged(b, &ends);
}

static void follow_loop(builder *b, const xy_node *node, xy_nodes stmts)
{
    enum { ROUNDS = 2 };
    loop here = {.outer = b->loops};
    states ends = {0};
    if (node->kind != XY_NODE_LOOP)
        xy_vec_push(b->ctx->arena, &ends, b->now);
    b->loops = &here;
    for (int round = 0; round < ROUNDS; round++) {
        here.next.count = 0;
        b->now = copy_of(b, &b->now);
        follow_list(b, stmts);
        xy_vec_push(b->ctx->arena, &here.next, b->now);
        b->now = merged(b, &here.next);
        if (node->kind != XY_NODE_LOOP)
            xy_vec_push(b->ctx->arena, &ends, b->now);
    }
    b->loops = here.outer;
    for (uint32_t i = 0; i < here.left.count; i++)
        xy_vec_push(b->ctx->arena, &ends, here.left.items[i]);
    b->now = merged(b, &ends);
}

/* EXIT or CONTINUE, of any loop around it when it names one. */
static void leave_loop(builder *b, bool labelled, bool conditional, bool next)
{
    for (loop *l = b->loops; l; l = labelled ? l->outer : NULL)
        xy_vec_push(b->ctx->arena, next ? &l->next : &l->left, copy_of(b, &b->now));
    b->now.dead |= !conditional;
}

typedef struct changes {
    builder *b;
    state *at;
} changes;

static bool forget_assigned(xy_node *node, void *data)
{
    changes *c = data;
    int v = node->kind == XY_NODE_ASSIGN ? tracked(c->b, xy_info_of(c->b->ctx->analysis, XY_AS(assign, node)->target)->symbol) : -1;
    if (v >= 0)
        c->at->values[v] = (value){.unknown = true};
    return xy_node_each_child(node, forget_assigned, c);
}

/* A handler may be reached from any place of the block: what the block assigns is not known there. */
static void follow_block(builder *b, const xy_block *node)
{
    states ends = {0};
    state start = copy_of(b, &b->now);
    follow_list(b, node->decls);
    changes c = {b, &start};
    for (uint32_t i = 0; node->handlers.count && i < node->stmts.count; i++)
        forget_assigned(node->stmts.items[i], &c);
    for (uint32_t i = 0; i < b->variables.count; i++) /* declared here */
        if (!start.values[i].unknown && start.values[i].count == 0)
            start.values[i] = b->now.values[i].unknown ? start.values[i] : b->now.values[i];
    follow_list(b, node->stmts);
    xy_vec_push(b->ctx->arena, &ends, b->now);
    for (uint32_t i = 0; i < node->handlers.count; i++)
        if (node->handlers.items[i]->kind == XY_NODE_HANDLER)
            follow_branch(b, &start, XY_AS(handler, node->handlers.items[i])->stmts, &ends);
    b->now = merged(b, &ends);
}

static xy_dynamic_use *use_of(builder *b, const xy_node *sql, const xy_node *using)
{
    for (uint32_t i = 0; i < b->out->uses.count; i++)
        if (b->out->uses.items[i]->sql == sql)
            return b->out->uses.items[i];
    xy_dynamic_use *use = XY_NEW(b->ctx->arena, xy_dynamic_use);
    use->sql = sql;
    use->using = using;
    xy_vec_push(b->ctx->arena, &b->out->uses, use);
    return use;
}

static void write_texts(builder *b, xy_dynamic_use *use, value text);

static void assign(builder *b, const xy_symbol *symbol, const xy_node *to)
{
    int v = tracked(b, symbol);
    if (v >= 0)
        b->now.values[v] = to ? value_of(b, to) : (value){0};
}

static bool follow_child(xy_node *node, void *data)
{
    follow(data, node);
    return true;
}

static void follow(builder *b, const xy_node *node)
{
    const xy_analysis *a = b->ctx->analysis;
    switch (node->kind) {
    case XY_NODE_ROUTINE: return;
    case XY_NODE_ASSIGN: assign(b, xy_info_of(a, XY_AS(assign, node)->target)->symbol, XY_AS(assign, node)->value); return;
    case XY_NODE_VARIABLE_DECL:
        for (uint32_t i = 0; i < b->variables.count; i++)
            if (b->variables.items[i].symbol->node == node)
                assign(b, b->variables.items[i].symbol, XY_AS(variable_decl, node)->default_);
        return;
    case XY_NODE_IF: follow_if(b, XY_AS(if, node)); return;
    case XY_NODE_CASE_STATEMENT: follow_case(b, XY_AS(case_statement, node)); return;
    case XY_NODE_LOOP: follow_loop(b, node, XY_AS(loop, node)->stmts); return;
    case XY_NODE_WHILE_LOOP: follow_loop(b, node, XY_AS(while_loop, node)->stmts); return;
    case XY_NODE_FOR_LOOP: follow_loop(b, node, XY_AS(for_loop, node)->stmts); return;
    case XY_NODE_CURSOR_LOOP: follow_loop(b, node, XY_AS(cursor_loop, node)->stmts); return;
    case XY_NODE_ITERATOR_LOOP: follow_loop(b, node, XY_AS(iterator_loop, node)->stmts); return;
    case XY_NODE_BLOCK: follow_block(b, XY_AS(block, node)); return;
    case XY_NODE_EXIT: leave_loop(b, XY_AS(exit, node)->label != XY_NO_TOKEN, XY_AS(exit, node)->when != NULL, false); return;
    case XY_NODE_CONTINUE: leave_loop(b, XY_AS(continue, node)->label != XY_NO_TOKEN, XY_AS(continue, node)->when != NULL, true); return;
    case XY_NODE_RAISE:
    case XY_NODE_RETURN: b->now.dead = true; return;
    case XY_NODE_GOTO: b->failed = true; return;
    case XY_NODE_EXECUTE_IMMEDIATE: {
        const xy_execute_immediate *e = XY_AS(execute_immediate, node);
        write_texts(b, use_of(b, e->sql, e->using), value_of(b, e->sql));
        return;
    }
    case XY_NODE_OPEN_FOR: {
        const xy_open_for *o = XY_AS(open_for, node);
        if (!xy_node_in_group(o->source->kind, "Query"))
            write_texts(b, use_of(b, o->source, o->using), value_of(b, o->source));
        return;
    }
    default: xy_node_each_child(node, follow_child, b);
    }
}

/* ---- the texts of a value ---- */

typedef XY_VEC(choice *) choices;

static void find_choices(xy_arena *arena, value v, choices *out)
{
    for (uint32_t i = 0; i < v.count && out->count <= MAX_CHOICES; i++) {
        choice *c = v.items[i]->choice;
        if (!c)
            continue;
        if (!c->seen) {
            c->seen = true;
            xy_vec_push(arena, out, c);
        }
        for (uint32_t j = 0; j < c->arity; j++)
            find_choices(arena, v.items[i]->alternatives[j], out);
    }
}

static uint32_t occurrences(const xy_dynamic_parts *parts, const xy_node *node)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < parts->count; i++)
        count += parts->items[i].node == node;
    return count;
}

/* A part that only a run knows has the same marker on every way, so that findings about it are the same too. */
static void write_parts(xy_arena *arena, value v, xy_dynamic_parts *out)
{
    for (uint32_t i = 0; i < v.count && out->count <= MAX_PARTS; i++) {
        const element *e = v.items[i];
        if (e->choice) {
            write_parts(arena, e->alternatives[e->choice->taken], out);
            continue;
        }
        xy_dynamic_part part = e->part;
        if (!part.literal)
            part.text = xy_str_format(arena, "xyq%ux%uxyq", part.node->id, occurrences(out, part.node));
        xy_vec_push(arena, out, part);
    }
}

static void write_text(builder *b, xy_dynamic_use *use, value v)
{
    xy_dynamic_parts *parts = XY_NEW(b->ctx->arena, xy_dynamic_parts);
    write_parts(b->ctx->arena, v, parts);
    if (parts->count > MAX_PARTS || use->texts.count > 8 * MAX_TEXTS)
        use->unknown = true;
    else if (parts->count)
        xy_vec_push(b->ctx->arena, &use->texts, parts);
}

static void write_all(builder *b, xy_dynamic_use *use, value v, const choices *list, uint32_t from)
{
    if (from == list->count) {
        write_text(b, use, v);
        return;
    }
    for (uint32_t i = 0; i < list->items[from]->arity; i++) {
        list->items[from]->taken = i;
        write_all(b, use, v, list, from + 1);
    }
}

/* All others first, or all others last. */
static void write_each(builder *b, xy_dynamic_use *use, value v, const choices *list, bool last)
{
    for (uint32_t i = 0; i < list->count; i++)
        list->items[i]->taken = last ? list->items[i]->arity - 1 : 0;
    for (uint32_t i = 0; i < list->count; i++) {
        uint32_t before = list->items[i]->taken;
        for (uint32_t j = 0; j < list->items[i]->arity; j++) {
            list->items[i]->taken = j;
            if (j != before || i == 0)
                write_text(b, use, v);
        }
        list->items[i]->taken = before;
    }
}

static void write_texts(builder *b, xy_dynamic_use *use, value text)
{
    choices list = {0};
    uint64_t texts = 1;
    if (text.unknown)
        use->unknown = true;
    find_choices(b->ctx->arena, text, &list);
    use->unknown |= list.count > MAX_CHOICES;
    for (uint32_t i = 0; i < list.count; i++) {
        list.items[i]->seen = false;
        list.items[i]->taken = 0;
        texts = texts > MAX_TEXTS ? texts : texts * list.items[i]->arity;
    }
    if (use->unknown)
        return;
    if (texts <= MAX_TEXTS) {
        write_all(b, use, text, &list, 0);
    } else {
        write_each(b, use, text, &list, false);
        write_each(b, use, text, &list, true);
    }
}

/* ---- the body ---- */

xy_dynamic_built *xy_dynamic_built_texts(xy_context *ctx, const xy_body *body)
{
    xy_plpgsql *shared = xy_plpgsql_state(ctx);
    for (uint32_t i = 0; i < shared->built.count; i++)
        if (shared->built.items[i]->body == body)
            return shared->built.items[i];
    xy_dynamic_built *built = XY_NEW(ctx->arena, xy_dynamic_built);
    built->body = body;
    xy_vec_push(ctx->arena, &shared->built, built);
    if (!body->block)
        return built;
    builder b = {.ctx = ctx, .body = body, .out = built};
    survey((xy_node *)(uintptr_t)body->block, &b);
    b.now.values = XY_NEW_ARRAY(ctx->arena, value, b.variables.count + 1);
    follow(&b, body->block);
    if (b.failed)
        built->uses.count = 0;
    for (uint32_t i = 0; i < b.variables.count; i++)
        if (!b.variables.items[i].other_writes)
            xy_vec_push(ctx->arena, &built->variables, b.variables.items[i].symbol);
    return built;
}
