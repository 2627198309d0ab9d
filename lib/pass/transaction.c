/* COMMIT, ROLLBACK, SAVEPOINT (`plsql-transaction`, trap F03).
 *
 * COMMIT and ROLLBACK stay in procedures and anonymous blocks. PL/pgSQL has no savepoints, but its blocks with handlers are such: what lies between
 * SAVEPOINT and ROLLBACK TO of one list of statements becomes a block that an error of its own makes undone:
 *
 *     BEGIN  …  RAISE SQLSTATE 'XY001';  EXCEPTION WHEN SQLSTATE 'XY001' THEN what follows ROLLBACK TO in its branch  END;
 *
 * A handler that begins with ROLLBACK TO a savepoint at the start of its own block has what it asks for already. */
#include "pass/transaction.h"

#include "syntax/keyword.h"

static xy_str savepoint_name(const xy_context *ctx, uint32_t token)
{
    return xy_token_name(ctx->source, token, ctx->arena);
}

static bool is_savepoint(const xy_context *ctx, const xy_node *node, xy_str name)
{
    return node->kind == XY_NODE_SAVEPOINT && xy_str_equal(savepoint_name(ctx, XY_AS(savepoint, node)->name), name);
}

static xy_nodes list_around(const xy_node *node, uint32_t *index)
{
    xy_nodes list = {0};
    if (!xy_plpgsql_list(node, &list, index))
        list.count = 0;
    return list;
}

/* The statement with the labels before it. */
static const xy_node *with_labels(const xy_node *node)
{
    while (node->parent && node->parent->kind == XY_NODE_LABELED)
        node = node->parent;
    return node;
}

/* ---- a handler that begins with ROLLBACK TO ---- */

static const xy_node *savepoint_of_block(const xy_context *ctx, const xy_node *block, xy_str name)
{
    const xy_nodes *stmts = &XY_AS(block, block)->stmts;
    uint32_t index;
    if (stmts->count > 0 && is_savepoint(ctx, stmts->items[0], name))
        return stmts->items[0];
    xy_nodes list = list_around(with_labels(block), &index);
    return list.count && index > 0 && is_savepoint(ctx, list.items[index - 1], name) ? list.items[index - 1] : NULL;
}

const xy_node *xy_transaction_block_savepoint(const xy_context *ctx, const xy_node *rollback)
{
    const xy_node *handler = rollback->parent;
    if (rollback->kind != XY_NODE_ROLLBACK || XY_AS(rollback, rollback)->savepoint == XY_NO_TOKEN || !handler || handler->kind != XY_NODE_HANDLER)
        return NULL;
    if (XY_AS(handler, handler)->stmts.items[0] != rollback || !handler->parent || handler->parent->kind != XY_NODE_BLOCK)
        return NULL;
    return savepoint_of_block(ctx, handler->parent, savepoint_name(ctx, XY_AS(rollback, rollback)->savepoint));
}

/* ---- ROLLBACK TO in the list of its SAVEPOINT ---- */

/* The list that holds SAVEPOINT `name` before the statement that `rollback` is or lies in; only branches of IF and CASE between. */
static bool find_savepoint(const xy_context *ctx, const xy_node *rollback, xy_nodes *list, uint32_t *from, uint32_t *to)
{
    xy_str name = savepoint_name(ctx, XY_AS(rollback, rollback)->savepoint);
    for (const xy_node *node = with_labels(rollback);;) {
        uint32_t index;
        *list = list_around(node, &index);
        if (list->count == 0)
            return false;
        for (uint32_t i = index; i-- > 0;)
            if (is_savepoint(ctx, list->items[i], name)) {
                *from = i;
                *to = index;
                return true;
            }
        const xy_node *branch = node->parent;
        if (branch->kind == XY_NODE_IF_BRANCH || branch->kind == XY_NODE_CASE_BRANCH)
            branch = branch->parent;
        if (branch->kind != XY_NODE_IF && branch->kind != XY_NODE_CASE_STATEMENT)
            return false;
        node = with_labels(branch);
    }
}

/* Statement behind the last ROLLBACK TO of the same savepoint that stands in the list itself before `to`; else the one behind the SAVEPOINT. */
static uint32_t start_of_region(const xy_context *ctx, const xy_nodes *list, uint32_t from, uint32_t to)
{
    xy_str name = savepoint_name(ctx, XY_AS(savepoint, list->items[from])->name);
    uint32_t start = from + 1;
    for (uint32_t i = from + 1; i < to; i++)
        if (list->items[i]->kind == XY_NODE_ROLLBACK && XY_AS(rollback, list->items[i])->savepoint != XY_NO_TOKEN
            && xy_str_equal(savepoint_name(ctx, XY_AS(rollback, list->items[i])->savepoint), name))
            start = i + 1;
    return start;
}

static bool ends_transaction(xy_context *ctx, const xy_nodes *list, uint32_t from, uint32_t to)
{
    for (uint32_t i = from; i <= to; i++)
        if (xy_sema_effects(ctx->analysis, list->items[i]) & XY_EFFECT_COMMITS)
            return true;
    return false;
}

/* What follows the node in its own list, up to the list `outer`: it runs after the undoing. */
static void add_rest(xy_context *ctx, const xy_node *rollback, const xy_nodes *outer, xy_rope *rope)
{
    for (const xy_node *node = with_labels(rollback);;) {
        uint32_t index;
        xy_nodes list = list_around(node, &index);
        if (list.items == outer->items)
            return;
        if (index + 1 < list.count) {
            uint32_t end = xy_plpgsql_semicolon(ctx, list.items[list.count - 1]);
            xy_rope_text(ctx->edits, rope, "\n    ");
            xy_rope_tokens(ctx->edits, rope, list.items[index + 1]->first, end == XY_NO_TOKEN ? list.items[list.count - 1]->last : end + 1);
        }
        node = node->parent->kind == XY_NODE_IF || node->parent->kind == XY_NODE_CASE_STATEMENT ? node->parent : node->parent->parent;
        node = with_labels(node);
    }
}

/* Leaves out what follows in the same branch: it stands in the handler now. */
static void drop_rest(xy_context *ctx, const xy_node *rollback, const xy_nodes *outer)
{
    uint32_t index;
    xy_nodes list = list_around(with_labels(rollback), &index);
    if (list.items == outer->items || index + 1 >= list.count)
        return;
    uint32_t semicolon = xy_plpgsql_semicolon(ctx, rollback), end = xy_plpgsql_semicolon(ctx, list.items[list.count - 1]);
    xy_rope rope = {0};
    xy_rope_tokens(ctx->edits, &rope, semicolon, semicolon + 1);
    xy_edit_replace(ctx->edits, semicolon, end == XY_NO_TOKEN ? list.items[list.count - 1]->last : end + 1, XY_LAYER_OWN, rope, xy_rule_id(ctx->rule));
}

static bool region_holds_handlers(const xy_node *rollback, const xy_nodes *list, uint32_t to)
{
    for (const xy_node *node = rollback; node && node != list->items[to]; node = node->parent)
        if (node->kind == XY_NODE_HANDLER || node->kind == XY_NODE_BLOCK)
            return true;
    return false;
}

static bool roll_back_to(xy_context *ctx, const xy_node *node)
{
    xy_nodes list;
    uint32_t from, to;
    if (!find_savepoint(ctx, node, &list, &from, &to) || region_holds_handlers(node, &list, to))
        return false;
    uint32_t start = start_of_region(ctx, &list, from, to);
    if (ends_transaction(ctx, &list, start, to))
        return false;
    xy_plpgsql *state = xy_plpgsql_state(ctx);
    xy_str signal = xy_str_format(ctx->arena, "XY%03u", ++state->savepoint_serial);
    xy_plpgsql_group group = {.first = list.items[start], .last = list.items[to], .begin = XY_STR("BEGIN"), .end = XY_STR("END;")};
    xy_rope raise = {0};
    xy_rope_build(ctx->edits, &group.tail, "EXCEPTION\n  WHEN SQLSTATE '%S' THEN", signal);
    uint32_t pieces = group.tail.count;
    add_rest(ctx, node, &list, &group.tail);
    if (group.tail.count == pieces)
        xy_rope_text(ctx->edits, &group.tail, "\n    NULL;");
    xy_vec_push(ctx->arena, &state->groups, group);
    xy_rope_build(ctx->edits, &raise, "RAISE SQLSTATE '%S'", signal);
    xy_edit_replace(ctx->edits, node->first, XY_AS(rollback, node)->savepoint + 1, XY_LAYER_OWN, raise, xy_rule_id(ctx->rule));
    drop_rest(ctx, node, &list);
    return true;
}

/* ---- words ---- */

static void replace_by(xy_context *ctx, const xy_node *node, const char *text)
{
    uint32_t end = xy_plpgsql_semicolon(ctx, node);
    xy_rope rope = {0};
    xy_str word = xy_edit_case(ctx->edits, node->first, xy_str_from(text));
    xy_rope_str(ctx->edits, &rope, word);
    xy_edit_replace(ctx->edits, node->first, end == XY_NO_TOKEN || end >= node->last ? node->last : end, XY_LAYER_OWN, rope, xy_rule_id(ctx->rule));
}

/* Only the first word is PL/pgSQL's: COMMIT WORK WRITE NOWAIT … */
static void keep_first_word(xy_context *ctx, const xy_node *node)
{
    uint32_t end = xy_plpgsql_semicolon(ctx, node), next = xy_token_next(ctx->source, node->first);
    if (end != XY_NO_TOKEN && next != XY_NO_TOKEN && next < end)
        xy_edit_delete(ctx->edits, next, end, xy_rule_id(ctx->rule));
}

/* ---- ROLLBACK and what earlier statements of the script did ---- */

static bool finds_change(xy_node *node, void *data)
{
    switch (node->kind) {
    case XY_NODE_INSERT:
    case XY_NODE_UPDATE:
    case XY_NODE_DELETE:
    case XY_NODE_MERGE:
    case XY_NODE_INSERT_MULTI: return false;
    default: return xy_node_each_child(node, finds_change, data);
    }
}

static bool finds_commit(xy_node *node, void *data)
{
    return node->kind != XY_NODE_COMMIT && xy_node_each_child(node, finds_commit, data);
}

/* Oracle's script is one transaction up to COMMIT or DDL; on the target each statement outside of a block is one. */
static bool earlier_work_is_open(const xy_context *ctx)
{
    for (const xy_unit *unit = ctx->unit; unit > ctx->units->items;) {
        xy_node *tree = (--unit)->tree;
        if (!tree)
            continue;
        bool statement = xy_node_in_group(tree->kind, "Stmt") || tree->kind == XY_NODE_SELECT;
        bool script = tree->kind == XY_NODE_SQLPLUS_COMMAND || tree->kind == XY_NODE_SLASH_COMMAND;
        if (script)
            continue;
        if (!statement || tree->kind == XY_NODE_COMMIT || tree->kind == XY_NODE_ROLLBACK || !finds_commit(tree, NULL))
            return false;
        if (!finds_change(tree, NULL))
            return true;
    }
    return false;
}

/* ---- the pass ---- */

static void end_of_transaction(xy_context *ctx, const xy_node *node, const xy_body *body)
{
    if (body->autonomous) {
        replace_by(ctx, node, "NULL");
        return;
    }
    if (body->kind == XY_BODY_FUNCTION || body->kind == XY_BODY_TRIGGER)
        xy_pass_flag(ctx, node, "in-function", NULL);
    if (node->kind == XY_NODE_ROLLBACK && body->kind == XY_BODY_ANONYMOUS && earlier_work_is_open(ctx))
        xy_pass_flag(ctx, node, "earlier-work", NULL);
    keep_first_word(ctx, node);
}

void xy_pass_transaction(xy_context *ctx, xy_node *node)
{
    const xy_body *body = xy_plpgsql_body(ctx, node);
    if (!body)
        return;
    if (node->kind == XY_NODE_SAVEPOINT) {
        replace_by(ctx, node, "NULL");
    } else if (node->kind == XY_NODE_COMMIT || XY_AS(rollback, node)->savepoint == XY_NO_TOKEN) {
        end_of_transaction(ctx, node, body);
    } else if (xy_transaction_block_savepoint(ctx, node)) {
        if (xy_handling_of(ctx, node->parent->parent)->split)
            xy_pass_flag(ctx, node, "savepoint", NULL);
        replace_by(ctx, node, "NULL");
    } else if (!roll_back_to(ctx, node)) {
        xy_pass_flag(ctx, node, "savepoint", NULL);
        replace_by(ctx, node, "NULL");
    }
}
