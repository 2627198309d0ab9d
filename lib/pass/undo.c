/* Trap F02: see undo.h. First a walk over the body finds out whether an error could be caught after the block has changed data; then, if so,
 * the body is cut into groups. */
#include "pass/undo.h"
#include "pass/transaction.h"

#include "syntax/keyword.h"

/* ---- what can go wrong after something was changed ---- */

/* Classes of errors, as far as statements and handlers can be told apart by them. */
enum { CLASS_NO_DATA = 1, CLASS_DUPLICATE = 2, CLASS_OTHER = 4, CLASS_ALL = 7 };

typedef struct walk {
    xy_context *ctx;
    unsigned mask;     /**< classes of errors that matter */
    bool dirty;        /**< data may have been changed since the start */
    bool jumped_dirty; /**< … on a way that leaves a loop or block early */
    bool lost;         /**< an error that matters may come while dirty */
    bool opaque;       /**< a call that changes several things, or that is not known */
    bool ends;         /**< ends transactions */
    bool call_ends;    /**< … in a called routine */
    bool fails;        /**< may raise an error at all */
} walk;

static void walk_list(walk *w, const xy_nodes *stmts);
static void walk_statement(walk *w, const xy_node *node);

static void fail(walk *w, unsigned classes)
{
    w->fails = true;
    if (w->dirty && (classes & w->mask))
        w->lost = true;
}

/* A piece of code without control flow of its own, with these effects and errors of these classes. */
static void walk_effects(walk *w, uint32_t effects, unsigned classes)
{
    if (effects & (XY_EFFECT_COMMITS | XY_EFFECT_ROLLS_BACK))
        w->ends = w->call_ends = true;
    if (effects & (XY_EFFECT_WRITES_MANY | XY_EFFECT_UNKNOWN_CALL)) {
        fail(w, CLASS_ALL);
        w->opaque = w->dirty = true;
    } else if (effects & XY_EFFECT_WRITES) {
        fail(w, classes);
        w->dirty = true;
    } else if (effects & (XY_EFFECT_MAY_FAIL | XY_EFFECT_RAISES)) {
        fail(w, classes);
    }
}

static void walk_expression(walk *w, const xy_node *expr)
{
    if (expr && !xy_sema_is_harmless(w->ctx->analysis, expr))
        walk_effects(w, xy_sema_effects(w->ctx->analysis, expr) | XY_EFFECT_MAY_FAIL, CLASS_ALL);
}

static void walk_expressions(walk *w, const xy_nodes *list)
{
    for (uint32_t i = 0; i < list->count; i++)
        walk_expression(w, list->items[i]);
}

/* Joins the ways through branches: each starts as `w` is now; `w` becomes their union. */
typedef struct fork {
    walk *w;
    bool start, any;
} fork;

static void fork_branch(fork *f, const xy_nodes *stmts)
{
    bool before = f->w->dirty;
    f->w->dirty = f->start;
    walk_list(f->w, stmts);
    f->any |= f->w->dirty;
    f->w->dirty = before;
}

static void walk_if(walk *w, const xy_if *node)
{
    fork f = {.w = w};
    for (uint32_t i = 0; i < node->branches.count; i++)
        walk_expression(w, XY_AS(if_branch, node->branches.items[i])->condition);
    f.start = f.any = w->dirty;
    for (uint32_t i = 0; i < node->branches.count; i++)
        fork_branch(&f, &XY_AS(if_branch, node->branches.items[i])->stmts);
    fork_branch(&f, &node->otherwise);
    w->dirty = f.any;
}

static void walk_case(walk *w, const xy_case_statement *node)
{
    fork f = {.w = w};
    walk_expression(w, node->operand);
    for (uint32_t i = 0; i < node->branches.count; i++)
        walk_expressions(w, &XY_AS(case_branch, node->branches.items[i])->conditions);
    if (node->else_token == XY_NO_TOKEN)
        fail(w, CLASS_OTHER); /* no branch fits */
    f.start = f.any = w->dirty;
    for (uint32_t i = 0; i < node->branches.count; i++)
        fork_branch(&f, &XY_AS(case_branch, node->branches.items[i])->stmts);
    fork_branch(&f, &node->otherwise);
    w->dirty = f.any;
}

static bool query_fails(xy_node *node, void *data)
{
    walk *w = data;
    switch (node->kind) {
    case XY_NODE_TABLE_FUNCTION:
    case XY_NODE_SYNTAX_TABLE: return false;
    case XY_NODE_SUBQUERY:
    case XY_NODE_EXISTS: break;
    case XY_NODE_STAR: return true;
    default:
        if (xy_node_in_group(node->kind, "Expr"))
            return xy_sema_is_harmless(w->ctx->analysis, node);
    }
    return xy_node_each_child(node, query_fails, w);
}

/* Can the query of a loop raise an error while rows are fetched? */
static bool source_is_harmless(walk *w, const xy_node *source)
{
    if (source->kind == XY_NODE_SUBQUERY)
        return query_fails((xy_node *)(uintptr_t)source, w);
    const xy_node *name = source->kind == XY_NODE_CALL ? XY_AS(call, source)->callee : source;
    const xy_symbol *cursor = xy_info_of(w->ctx->analysis, name)->symbol;
    if (source->kind == XY_NODE_CALL)
        for (uint32_t i = 0; i < XY_AS(call, source)->args.count; i++)
            if (!xy_sema_is_harmless(w->ctx->analysis, XY_AS(call, source)->args.items[i]))
                return false;
    if (!cursor || cursor->kind != XY_SYM_CURSOR || !cursor->node || cursor->node->kind != XY_NODE_CURSOR_DECL)
        return false;
    xy_node *query = XY_AS(cursor_decl, cursor->node)->query;
    return query && query_fails(query, w);
}

/* Twice, so that what one round leaves meets what the next one does. `header`: evaluated before each round, may be null. */
static void walk_loop(walk *w, const xy_nodes *stmts, const xy_node *header, bool header_fails)
{
    bool jumped = w->jumped_dirty;
    w->jumped_dirty = false;
    for (int round = 0; round < 2; round++) {
        walk_expression(w, header);
        if (header_fails)
            fail(w, CLASS_ALL);
        walk_list(w, stmts);
        w->dirty |= w->jumped_dirty;
    }
    if (header_fails)
        fail(w, CLASS_ALL);
    w->jumped_dirty |= jumped;
}

static bool others_last(const xy_context *ctx, const xy_block *block)
{
    if (block->handlers.count == 0)
        return false;
    const xy_handler *last = XY_AS(handler, block->handlers.items[block->handlers.count - 1]);
    const xy_name *name = last->exceptions.count == 1 ? XY_AS(name, last->exceptions.items[0]) : NULL;
    return name && name->parts.count == 1 && xy_plpgsql_word_is(ctx, name->parts.items[0], "OTHERS");
}

/* The handlers of a block do not see what its declarations raise: a value that is computed, or one that does not fit. */
static void walk_declaration(walk *w, const xy_node *decl)
{
    walk_expression(w, XY_AS(variable_decl, decl)->default_);
    if (xy_sema_effects(w->ctx->analysis, decl) & XY_EFFECT_MAY_FAIL)
        fail(w, CLASS_ALL);
}

static void walk_block(walk *w, const xy_block *block)
{
    for (uint32_t i = 0; i < block->decls.count; i++)
        if (block->decls.items[i]->kind == XY_NODE_VARIABLE_DECL && XY_AS(variable_decl, block->decls.items[i])->default_)
            walk_declaration(w, block->decls.items[i]);
    if (block->handlers.count == 0) {
        walk_list(w, &block->stmts);
        return;
    }
    walk inner = {.ctx = w->ctx, .mask = CLASS_ALL};
    walk_list(&inner, &block->stmts);
    w->ends |= inner.ends;
    w->call_ends |= inner.call_ends;
    w->opaque |= inner.opaque;
    bool before = w->dirty, after = (inner.ends ? false : before) | inner.dirty;
    /* an error reaches the handlers with what was done before the block, and with what the body did if it is not undone */
    w->dirty = before | inner.lost | inner.jumped_dirty;
    if (inner.fails && !others_last(w->ctx, block))
        fail(w, CLASS_ALL);
    fork f = {.w = w, .start = w->dirty, .any = after};
    for (uint32_t i = 0; i < block->handlers.count; i++)
        fork_branch(&f, &XY_AS(handler, block->handlers.items[i])->stmts);
    w->dirty = f.any;
    w->jumped_dirty |= inner.jumped_dirty;
}

/* The first word of the text that the expression builds, if it begins with a literal: "BEGIN", "INSERT"; empty when it is not known. */
static xy_str first_word(xy_context *ctx, const xy_node *expr)
{
    while (expr->kind == XY_NODE_BINARY || expr->kind == XY_NODE_PAREN)
        expr = expr->kind == XY_NODE_PAREN ? XY_AS(paren, expr)->inner : XY_AS(binary, expr)->left;
    if (expr->kind != XY_NODE_STRING_LITERAL)
        return (xy_str){0};
    xy_str text = xy_token_string(ctx->source, XY_AS(string_literal, expr)->value, ctx->arena);
    uint32_t first = 0, last;
    while (first < text.length && (unsigned char)text.data[first] <= ' ')
        first++;
    for (last = first; last < text.length && (text.data[last] | 0x20) >= 'a' && (text.data[last] | 0x20) <= 'z'; last++) {
    }
    return xy_str_upper(ctx->arena, (xy_str){text.data + first, last - first});
}

/* Dynamic SQL is one statement, and so changes all or nothing, unless it is a block or not known. */
static bool dynamic_is_one_statement(xy_context *ctx, const xy_node *node)
{
    static const char *const words[] = {"SELECT",   "INSERT", "UPDATE", "DELETE",  "MERGE", "CREATE", "DROP",   "ALTER",
                                        "TRUNCATE", "GRANT",  "REVOKE", "COMMENT", "LOCK",  "WITH",   "RENAME", "ANALYZE"};
    xy_str word = first_word(ctx, XY_AS(execute_immediate, node)->sql);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (xy_str_equal(word, xy_str_from(words[i])))
            return true;
    return false;
}

static void walk_dynamic(walk *w, const xy_node *node)
{
    xy_str word = first_word(w->ctx, XY_AS(execute_immediate, node)->sql);
    if (xy_str_equal(word, XY_STR("SELECT")) || xy_str_equal(word, XY_STR("WITH")))
        walk_effects(w, XY_EFFECT_MAY_FAIL, CLASS_ALL);
    else
        walk_effects(w, dynamic_is_one_statement(w->ctx, node) ? XY_EFFECT_WRITES : XY_EFFECT_WRITES_MANY, CLASS_ALL);
}

static unsigned classes_of(const xy_node *node)
{
    switch (node->kind) {
    case XY_NODE_SELECT: return CLASS_NO_DATA | CLASS_OTHER;
    case XY_NODE_INSERT:
    case XY_NODE_UPDATE:
    case XY_NODE_MERGE:
    case XY_NODE_INSERT_MULTI: return CLASS_DUPLICATE | CLASS_OTHER;
    case XY_NODE_DELETE:
    case XY_NODE_LOCK_TABLE:
    case XY_NODE_OPEN:
    case XY_NODE_CLOSE:
    case XY_NODE_FETCH: return CLASS_OTHER;
    default: return CLASS_ALL;
    }
}

static bool is_transaction_end(const xy_node *node)
{
    return node->kind == XY_NODE_COMMIT || (node->kind == XY_NODE_ROLLBACK && XY_AS(rollback, node)->savepoint == XY_NO_TOKEN);
}

/* One statement for each element; with SAVE EXCEPTIONS the error comes when all is done. */
static void walk_forall(walk *w, const xy_forall *node)
{
    xy_node *statement = node->statement;
    xy_nodes one = {&statement, 1};
    walk_expression(w, node->low);
    walk_expression(w, node->high);
    if (node->save == XY_NO_TOKEN) {
        walk_loop(w, &one, NULL, false);
        return;
    }
    w->dirty = true;
    fail(w, CLASS_ALL);
}

/* ---- calls of routines that return their error ---- */

static const xy_symbol *kept_callee(xy_context *ctx, const xy_node *call)
{
    const xy_node *callee = call->kind == XY_NODE_CALL ? XY_AS(call, call)->callee : call;
    const xy_symbol *routine = callee->kind == XY_NODE_NAME ? xy_info_of(ctx->analysis, callee)->symbol : NULL;
    if (!routine || !xy_sema_keeps_work(ctx->catalog, ctx->arena, routine))
        return NULL;
    const xy_token_list *parts = &XY_AS(name, callee)->parts; /* a synonym's name leads to no other routine than the one it stands for */
    return xy_str_equal(xy_token_name(ctx->source, parts->items[parts->count - 1], ctx->arena), routine->name) ? routine : NULL;
}

/* The call that a statement is, or whose result it only stores. */
static const xy_node *kept_call(xy_context *ctx, const xy_node *node)
{
    const xy_node *call = NULL;
    if (node->kind == XY_NODE_PROCEDURE_CALL)
        call = XY_AS(procedure_call, node)->call;
    else if (node->kind == XY_NODE_ASSIGN)
        call = XY_AS(assign, node)->value;
    return call && (call->kind == XY_NODE_CALL || call->kind == XY_NODE_NAME) && kept_callee(ctx, call) ? call : NULL;
}

static bool callee_ends(xy_context *ctx, const xy_node *call)
{
    return kept_callee(ctx, call)->effects & (XY_EFFECT_COMMITS | XY_EFFECT_ROLLS_BACK);
}

/* What it did before it failed stays, so that an error always finds work done. */
static void walk_kept(walk *w, const xy_node *call)
{
    if (call->kind == XY_NODE_CALL)
        walk_expressions(w, &XY_AS(call, call)->args);
    w->ends |= callee_ends(w->ctx, call);
    w->dirty = true;
    fail(w, CLASS_ALL);
}

const xy_rescue *xy_undo_kept_call(xy_context *ctx, const xy_node *call)
{
    const xy_plpgsql *state = xy_plpgsql_state(ctx);
    for (uint32_t i = 0; i < state->kept.count; i++)
        if (state->kept.items[i].call == call)
            return state->kept.items[i].rescue;
    return NULL;
}

static void walk_statement(walk *w, const xy_node *node)
{
    switch (node->kind) {
    case XY_NODE_LABELED:
        if (XY_AS(labeled, node)->statement)
            walk_statement(w, XY_AS(labeled, node)->statement);
        w->dirty |= w->jumped_dirty;
        break;
    case XY_NODE_NULL:
    case XY_NODE_SAVEPOINT: break;
    case XY_NODE_EXIT:
    case XY_NODE_CONTINUE:
    case XY_NODE_GOTO:
        if (node->kind != XY_NODE_GOTO)
            walk_expression(w, node->kind == XY_NODE_EXIT ? XY_AS(exit, node)->when : XY_AS(continue, node)->when);
        w->jumped_dirty |= w->dirty;
        break;
    case XY_NODE_RETURN: walk_expression(w, XY_AS(return, node)->value); break;
    case XY_NODE_RAISE: fail(w, CLASS_ALL); break;
    case XY_NODE_IF: walk_if(w, XY_AS(if, node)); break;
    case XY_NODE_CASE_STATEMENT: walk_case(w, XY_AS(case_statement, node)); break;
    case XY_NODE_LOOP: walk_loop(w, &XY_AS(loop, node)->stmts, NULL, false); break;
    case XY_NODE_WHILE_LOOP: walk_loop(w, &XY_AS(while_loop, node)->stmts, XY_AS(while_loop, node)->condition, false); break;
    case XY_NODE_FOR_LOOP:
        walk_expression(w, XY_AS(for_loop, node)->low);
        walk_expression(w, XY_AS(for_loop, node)->high);
        walk_loop(w, &XY_AS(for_loop, node)->stmts, NULL, false);
        break;
    case XY_NODE_CURSOR_LOOP: walk_loop(w, &XY_AS(cursor_loop, node)->stmts, NULL, !source_is_harmless(w, XY_AS(cursor_loop, node)->source)); break;
    case XY_NODE_ITERATOR_LOOP: walk_loop(w, &XY_AS(iterator_loop, node)->stmts, NULL, true); break;
    case XY_NODE_BLOCK: walk_block(w, XY_AS(block, node)); break;
    case XY_NODE_EXECUTE_IMMEDIATE: walk_dynamic(w, node); break;
    case XY_NODE_FORALL: walk_forall(w, XY_AS(forall, node)); break;
    default:
        if (kept_call(w->ctx, node)) {
            walk_kept(w, kept_call(w->ctx, node));
        } else if (is_transaction_end(node)) {
            w->ends = true;
            w->dirty = false;
        } else {
            walk_effects(w, xy_sema_effects(w->ctx->analysis, node), classes_of(node));
        }
    }
}

static void walk_list(walk *w, const xy_nodes *stmts)
{
    for (uint32_t i = 0; i < stmts->count; i++)
        walk_statement(w, stmts->items[i]);
}

/* ---- what the handlers let see ---- */

static bool always_raises(xy_context *ctx, const xy_nodes *stmts);

static bool statement_raises(xy_context *ctx, const xy_node *node)
{
    switch (node->kind) {
    case XY_NODE_RAISE: return true;
    case XY_NODE_PROCEDURE_CALL: {
        const xy_node *call = XY_AS(procedure_call, node)->call, *callee = call->kind == XY_NODE_CALL ? XY_AS(call, call)->callee : call;
        if (callee->kind != XY_NODE_NAME)
            return false;
        const xy_token_list *parts = &XY_AS(name, callee)->parts;
        return xy_plpgsql_word_is(ctx, parts->items[parts->count - 1], "RAISE_APPLICATION_ERROR");
    }
    case XY_NODE_IF: {
        const xy_if *branch = XY_AS(if, node);
        if (branch->else_token == XY_NO_TOKEN || !always_raises(ctx, &branch->otherwise))
            return false;
        for (uint32_t i = 0; i < branch->branches.count; i++)
            if (!always_raises(ctx, &XY_AS(if_branch, branch->branches.items[i])->stmts))
                return false;
        return true;
    }
    default: return false;
    }
}

static bool always_raises(xy_context *ctx, const xy_nodes *stmts)
{
    return stmts->count > 0 && statement_raises(ctx, stmts->items[stmts->count - 1]);
}

static bool list_returns(xy_node *node, void *data)
{
    return node->kind != XY_NODE_RETURN && node->kind != XY_NODE_EXIT && node->kind != XY_NODE_CONTINUE && node->kind != XY_NODE_GOTO
           && xy_node_each_child(node, list_returns, data);
}

/* Is it all the same whether the block's work is still there when this handler runs? It is when the handler undoes it at once, and when it
 * passes an error on without having looked: then whoever catches that error is asked. */
static bool is_indifferent(xy_context *ctx, const xy_handler *handler)
{
    if (handler->stmts.count == 0)
        return false;
    const xy_node *first = handler->stmts.items[0];
    if (first->kind == XY_NODE_ROLLBACK && XY_AS(rollback, first)->savepoint == XY_NO_TOKEN)
        return true;
    if (xy_transaction_block_savepoint(ctx, first))
        return true;
    uint32_t effects = 0;
    for (uint32_t i = 0; i < handler->stmts.count; i++)
        effects |= xy_sema_effects(ctx->analysis, handler->stmts.items[i]);
    bool looks = effects & (XY_EFFECT_READS | XY_EFFECT_COMMITS | XY_EFFECT_DYNAMIC | XY_EFFECT_UNKNOWN_CALL | XY_EFFECT_WRITES_MANY);
    return always_raises(ctx, &handler->stmts) && !looks && xy_node_each_child(&handler->node, list_returns, NULL);
}

static unsigned classes_caught(xy_context *ctx, const xy_handler *handler)
{
    static const struct {
        const char *name;
        unsigned classes;
    } names[] = {{"NO_DATA_FOUND", CLASS_NO_DATA}, {"TOO_MANY_ROWS", CLASS_NO_DATA}, {"DUP_VAL_ON_INDEX", CLASS_DUPLICATE}};
    unsigned classes = 0;
    for (uint32_t i = 0; i < handler->exceptions.count; i++) {
        const xy_name *name = XY_AS(name, handler->exceptions.items[i]);
        unsigned own = CLASS_ALL;
        for (size_t j = 0; j < sizeof names / sizeof *names; j++)
            if (xy_plpgsql_word_is(ctx, name->parts.items[name->parts.count - 1], names[j].name))
                own = names[j].classes;
        classes |= own;
    }
    return classes;
}

/* ---- cutting the body ---- */

typedef struct cut {
    xy_context *ctx;
    xy_rescue *rescue;
    bool *exact;
} cut;

static void cut_list(const cut *c, const xy_nodes *stmts);
static void split_block(xy_context *ctx, const xy_node *node, bool *exact);

static xy_str rescue_end(const cut *c)
{
    xy_str text = xy_rescue_text(c->ctx, c->rescue);
    xy_buffer out;
    xy_buffer_init(&out, c->ctx->arena);
    xy_buffer_add_text(&out, "EXCEPTION\n  WHEN OTHERS THEN\n    ");
    for (uint32_t i = 0; i < text.length; i++) {
        xy_buffer_add_char(&out, text.data[i]);
        if (text.data[i] == '\n')
            xy_buffer_add_text(&out, "    ");
    }
    xy_buffer_add_text(&out, "\nEND;");
    return xy_buffer_str(&out);
}

static void add_group(const cut *c, const xy_node *first, const xy_node *last)
{
    xy_plpgsql_group group = {.first = first, .last = last, .begin = XY_STR("BEGIN"), .end = rescue_end(c)};
    if (first)
        xy_vec_push(c->ctx->arena, &xy_plpgsql_state(c->ctx)->groups, group);
}

/* An IF whose first condition may fail: the condition is evaluated in a group of its own. */
static void cut_condition(const cut *c, const xy_node *statement, const xy_if_branch *branch)
{
    xy_context *ctx = c->ctx;
    const xy_type boolean = {.family = XY_FAMILY_BOOLEAN};
    xy_str name = xy_plpgsql_temp(ctx, statement, "xy_condition", &boolean, NULL);
    xy_plpgsql_group group = {.first = statement, .last = statement, .begin = XY_STR("BEGIN"), .end = rescue_end(c), .only_before = true};
    xy_rope head = {0};
    xy_rope_build(ctx->edits, &group.tail, "%S := %n;", name, branch->condition);
    xy_vec_push(ctx->arena, &xy_plpgsql_state(ctx)->groups, group);
    xy_rope_build(ctx->edits, &head, "%t %S %t", branch->keyword, name, branch->then);
    xy_edit_replace(ctx->edits, branch->keyword, branch->then + 1, XY_LAYER_OWN, head, xy_rule_id(ctx->rule));
}

static bool harmless(const cut *c, const xy_node *expr)
{
    return !expr || xy_sema_is_harmless(c->ctx->analysis, expr);
}

static void cut_if(const cut *c, const xy_node *node)
{
    const xy_if *statement = XY_AS(if, node);
    for (uint32_t i = 0; i < statement->branches.count; i++) {
        const xy_if_branch *branch = XY_AS(if_branch, statement->branches.items[i]);
        if (!harmless(c, branch->condition)) {
            if (i == 0)
                cut_condition(c, node, branch);
            else
                *c->exact = false;
        }
        cut_list(c, &branch->stmts);
    }
    cut_list(c, &statement->otherwise);
}

static void cut_case(const cut *c, const xy_case_statement *statement)
{
    *c->exact &= harmless(c, statement->operand) && statement->else_token != XY_NO_TOKEN;
    for (uint32_t i = 0; i < statement->branches.count; i++) {
        const xy_case_branch *branch = XY_AS(case_branch, statement->branches.items[i]);
        for (uint32_t j = 0; j < branch->conditions.count; j++)
            *c->exact &= harmless(c, branch->conditions.items[j]);
        cut_list(c, &branch->stmts);
    }
    cut_list(c, &statement->otherwise);
}

static void cut_block(const cut *c, const xy_node *node)
{
    const xy_block *block = XY_AS(block, node);
    for (uint32_t i = 0; i < block->decls.count; i++)
        if (block->decls.items[i]->kind == XY_NODE_VARIABLE_DECL)
            *c->exact &= harmless(c, XY_AS(variable_decl, block->decls.items[i])->default_);
    if (block->handlers.count == 0) {
        cut_list(c, &block->stmts);
        return;
    }
    xy_handling *h = xy_handling_of(c->ctx, node);
    walk w = {.ctx = c->ctx, .mask = CLASS_ALL};
    h->done = true;
    h->escape = c->rescue;
    walk_list(&w, &block->stmts);
    if (w.lost || w.ends)
        split_block(c->ctx, node, c->exact);
    for (uint32_t i = 0; i < block->handlers.count; i++)
        cut_list(c, &XY_AS(handler, block->handlers.items[i])->stmts);
}

/* The arguments may fail, before anything was done; a routine that ends transactions cannot be called in a group. */
static void cut_kept(const cut *c, const xy_node *node, const xy_node *call)
{
    if (!callee_ends(c->ctx, call))
        add_group(c, node, node);
    else if (call->kind == XY_NODE_CALL)
        for (uint32_t i = 0; i < XY_AS(call, call)->args.count; i++)
            *c->exact &= harmless(c, XY_AS(call, call)->args.items[i]);
    xy_vec_push(c->ctx->arena, &xy_plpgsql_state(c->ctx)->kept, ((xy_plpgsql_kept){call, c->rescue}));
}

/* A statement that changes several things: its parts are cut, its own conditions must not fail. */
static void cut_statement(const cut *c, const xy_node *node)
{
    walk w = {.ctx = c->ctx};
    switch (node->kind) {
    case XY_NODE_LABELED: cut_statement(c, XY_AS(labeled, node)->statement); break;
    case XY_NODE_IF: cut_if(c, node); break;
    case XY_NODE_CASE_STATEMENT: cut_case(c, XY_AS(case_statement, node)); break;
    case XY_NODE_LOOP: cut_list(c, &XY_AS(loop, node)->stmts); break;
    case XY_NODE_WHILE_LOOP:
        *c->exact &= harmless(c, XY_AS(while_loop, node)->condition);
        cut_list(c, &XY_AS(while_loop, node)->stmts);
        break;
    case XY_NODE_FOR_LOOP:
        *c->exact &= harmless(c, XY_AS(for_loop, node)->low) && harmless(c, XY_AS(for_loop, node)->high);
        cut_list(c, &XY_AS(for_loop, node)->stmts);
        break;
    case XY_NODE_CURSOR_LOOP:
        *c->exact &= source_is_harmless(&w, XY_AS(cursor_loop, node)->source);
        cut_list(c, &XY_AS(cursor_loop, node)->stmts);
        break;
    case XY_NODE_BLOCK: cut_block(c, node); break;
    case XY_NODE_FORALL: /* the pass for FORALL puts each turn into a group */
        *c->exact &= harmless(c, XY_AS(forall, node)->low) && harmless(c, XY_AS(forall, node)->high);
        xy_vec_push(c->ctx->arena, &xy_plpgsql_state(c->ctx)->rescued, ((xy_plpgsql_rescued){node, rescue_end(c)}));
        break;
    case XY_NODE_PROCEDURE_CALL:
    case XY_NODE_ASSIGN:
        if (kept_call(c->ctx, node)) {
            cut_kept(c, node, kept_call(c->ctx, node));
            break;
        }
        *c->exact = false;
        break;
    default: *c->exact = false; break; /* stands outside the groups: a called routine that ends transactions */
    }
}

static bool is_inert(const walk *w)
{
    return !w->fails && !w->dirty && !w->ends && !w->opaque;
}

static bool ends_by_itself(const xy_node *node)
{
    while (node->kind == XY_NODE_LABELED && XY_AS(labeled, node)->statement)
        node = XY_AS(labeled, node)->statement;
    return is_transaction_end(node);
}

static void cut_list(const cut *c, const xy_nodes *stmts)
{
    const xy_node *first = NULL, *last = NULL;
    for (uint32_t i = 0; i < stmts->count; i++) {
        const xy_node *node = stmts->items[i];
        walk w = {.ctx = c->ctx, .mask = CLASS_ALL};
        walk_statement(&w, node);
        if (is_inert(&w))
            continue;
        if (w.lost || w.ends) {
            add_group(c, first, last);
            first = NULL;
            if (!ends_by_itself(node))
                cut_statement(c, node);
            continue;
        }
        first = first ? first : node;
        last = node;
        if (w.dirty) {
            add_group(c, first, last);
            first = NULL;
        }
    }
    add_group(c, first, last);
}

static xy_rescue *new_rescue(xy_context *ctx, const xy_node *node, const xy_handling *h)
{
    xy_rescue *rescue = XY_NEW(ctx->arena, xy_rescue);
    rescue->label = xy_pass_fresh_name(ctx, "xy_body");
    rescue->state = xy_pass_fresh_name(ctx, "xy_sqlstate");
    rescue->message = xy_pass_fresh_name(ctx, "xy_sqlerrm");
    rescue->context = h->context;
    xy_plpgsql_declare(ctx, node, false, rescue->state, XY_STR("text"));
    xy_plpgsql_declare(ctx, node, false, rescue->message, XY_STR("text"));
    return rescue;
}

/* The error is raised without its context: what only the context tells goes into the state. */
xy_str xy_undo_raised_state(xy_context *ctx, const xy_rescue *rescue)
{
    if (rescue->context.length == 0)
        return rescue->state;
    return xy_str_format(ctx->arena, "%s(%.*s, %.*s, %.*s)", xy_pass_runtime(ctx, "raised_state"), XY_STR_ARG(rescue->state), XY_STR_ARG(rescue->message),
                         XY_STR_ARG(rescue->context));
}

static void split_block(xy_context *ctx, const xy_node *node, bool *exact)
{
    const xy_block *block = XY_AS(block, node);
    xy_handling *h = xy_handling_of(ctx, node);
    xy_plpgsql *state = xy_plpgsql_state(ctx);
    xy_plpgsql_group body = {.first = block->stmts.items[0], .last = block->stmts.items[block->stmts.count - 1]};
    xy_plpgsql_group handlers = {.first = block->handlers.items[0], .last = block->handlers.items[block->handlers.count - 1], .silent = true};
    h->split = true;
    h->rescue = new_rescue(ctx, node, h);
    body.begin = xy_str_format(ctx->arena, "<<%.*s>>\nBEGIN", XY_STR_ARG(h->rescue->label));
    body.end = xy_str_format(ctx->arena, "END %.*s;\nIF %.*s IS NOT NULL THEN\n  BEGIN\n    RAISE EXCEPTION USING ERRCODE = %.*s, MESSAGE = %.*s;",
                             XY_STR_ARG(h->rescue->label), XY_STR_ARG(h->rescue->state), XY_STR_ARG(xy_undo_raised_state(ctx, h->rescue)),
                             XY_STR_ARG(h->rescue->message));
    handlers.blanks = xy_split_blanks(ctx, block);
    xy_vec_push(ctx->arena, &state->groups, body);
    cut_list(&(cut){ctx, h->rescue, exact}, &block->stmts);
    xy_vec_push(ctx->arena, &state->groups, handlers);
    xy_vec_push(ctx->arena, &state->split_blocks, node);
}

/* ---- the decision ---- */

void xy_undo_decide(xy_context *ctx, const xy_node *node)
{
    const xy_block *block = XY_AS(block, node);
    xy_handling *h = xy_handling_of(ctx, node);
    bool exact = true;
    walk w = {.ctx = ctx};
    if (h->done || block->stmts.count == 0)
        return;
    h->done = true;
    for (uint32_t i = 0; i < block->handlers.count; i++)
        if (!is_indifferent(ctx, XY_AS(handler, block->handlers.items[i])))
            w.mask |= classes_caught(ctx, XY_AS(handler, block->handlers.items[i]));
    walk_list(&w, &block->stmts);
    if (w.lost || w.ends)
        split_block(ctx, node, &exact);
    if (w.call_ends)
        xy_pass_flag_token(ctx, block->exception, "transaction-in-handled-call", NULL);
    else if (w.opaque && w.mask)
        xy_pass_flag_token(ctx, block->exception, "called-work-undone", NULL);
    else if (!exact)
        xy_pass_flag_token(ctx, block->exception, "work-undone", NULL);
}

void xy_undo_keep(xy_context *ctx, const xy_node *node, xy_rescue *rescue)
{
    const xy_block *block = XY_AS(block, node);
    bool exact = true;
    walk w = {.ctx = ctx, .mask = CLASS_ALL};
    cut c = {ctx, rescue, &exact};
    walk_list(&w, &block->stmts);
    if (block->handlers.count == 0) {
        cut_list(&c, &block->stmts);
    } else {
        xy_handling *h = xy_handling_of(ctx, node);
        h->done = true;
        h->escape = rescue;
        if (w.lost || w.ends)
            split_block(ctx, node, &exact);
        for (uint32_t i = 0; i < block->handlers.count; i++)
            cut_list(&c, &XY_AS(handler, block->handlers.items[i])->stmts);
    }
    if (w.call_ends)
        xy_pass_flag_token(ctx, block->begin, "transaction-in-handled-call", NULL);
    else if (w.opaque)
        xy_pass_flag_token(ctx, block->begin, "called-work-undone", NULL);
    else if (!exact)
        xy_pass_flag_token(ctx, block->begin, "work-undone", NULL);
}

void xy_undo_after_handler(xy_context *ctx, const xy_handler *handler, xy_str lines)
{
    xy_vec_push(ctx->arena, &xy_plpgsql_state(ctx)->tails, ((xy_plpgsql_tail){handler->stmts.items[handler->stmts.count - 1], &handler->node, lines}));
}
