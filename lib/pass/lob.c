/* Procedures of DBMS_LOB: the pass `lob`. A LOB is a value on the target, so what changes one becomes an assignment:
 *
 *     DBMS_LOB.WRITEAPPEND(v, n, s);   ->   v := xinyi.lob_writeappend(v, n, s);
 *
 * A LOB that was read from a row for update is the row's own in Oracle; here the variable holds a copy, and that is flagged. */
#include "pass/place.h"
#include "pass/plpgsql_state.h"
#include "pass/sql.h"

#include "syntax/keyword.h"
#include <string.h>

enum { MAX_ARGS = 6 };

typedef struct procedure {
    const char *name, *function; /**< of the runtime: the new value; null: no call */
    const char *params;          /**< names of its parameters, for calls with => */
    bool changes;                /**< writes into a LOB that exists */
    void (*write)(xy_context *ctx, const xy_node *const *args, xy_rope *out);
} procedure;

static void write_empty(xy_context *ctx, const xy_node *const *args, xy_rope *out)
{
    xy_rope value = {0};
    xy_rope_text(ctx->edits, &value, xy_sql_family(ctx, args[0]) == XY_FAMILY_BLOB ? "''::bytea" : "''");
    xy_place_assign(ctx, args[0], (xy_place_value){.rope = &value}, out);
}

static void write_null(xy_context *ctx, const xy_node *const *args, xy_rope *out)
{
    xy_place_assign(ctx, args[0], (xy_place_value){.text = XY_STR("NULL")}, out);
}

/* Opening only groups changes. */
static void write_nothing(xy_context *ctx, const xy_node *const *args, xy_rope *out)
{
    (void)args;
    xy_rope_str(ctx->edits, out, xy_edit_case(ctx->edits, args[0]->first, XY_STR("NULL;")));
}

/* READ(lob, amount, offset, buffer): the amount becomes what was read. */
static void write_read(xy_context *ctx, const xy_node *const *args, xy_rope *out)
{
    xy_rope value = {0}, length = {0};
    xy_rope_build(ctx->edits, &value, "%s(%n, %n, %n)", xy_pass_runtime(ctx, "lob_read"), args[0], args[1], args[2]);
    xy_rope_build(ctx->edits, &length, "%s(%n)", xy_pass_runtime(ctx, "lob_getlength"), args[3]);
    xy_place_assign(ctx, args[3], (xy_place_value){.rope = &value}, out);
    xy_rope_build(ctx->edits, out, "\n%S", xy_plpgsql_indent(ctx, args[0]));
    xy_place_assign(ctx, args[1], (xy_place_value){.rope = &length}, out);
}

static const procedure procedures[] = {
    {"CREATETEMPORARY", NULL, "LOB_LOC CACHE DUR", false, write_empty},
    {"FREETEMPORARY", NULL, "LOB_LOC", false, write_null},
    {"OPEN", NULL, "LOB_LOC OPEN_MODE", false, write_nothing},
    {"CLOSE", NULL, "LOB_LOC", false, write_nothing},
    {"READ", NULL, "LOB_LOC AMOUNT OFFSET BUFFER", false, write_read},
    {"APPEND", "lob_append", "DEST_LOB SRC_LOB", true, NULL},
    {"WRITEAPPEND", "lob_writeappend", "LOB_LOC AMOUNT BUFFER", true, NULL},
    {"WRITE", "lob_write", "LOB_LOC AMOUNT OFFSET BUFFER", true, NULL},
    {"TRIM", "lob_trim", "LOB_LOC NEWLEN", true, NULL},
    {"COPY", "lob_copy", "DEST_LOB SRC_LOB AMOUNT DEST_OFFSET SRC_OFFSET", true, NULL},
};

static const procedure *find(xy_context *ctx, const xy_node *callee)
{
    const xy_symbol *symbol = callee->kind == XY_NODE_NAME ? xy_info_of(ctx->analysis, callee)->symbol : NULL;
    if (!symbol || symbol->kind != XY_SYM_BUILTIN)
        return NULL;
    const xy_token_list *parts = &XY_AS(name, callee)->parts;
    if (parts->count < 2 || !xy_plpgsql_word_is(ctx, parts->items[parts->count - 2], "DBMS_LOB"))
        return NULL;
    for (size_t i = 0; i < sizeof procedures / sizeof *procedures; i++)
        if (xy_plpgsql_word_is(ctx, parts->items[parts->count - 1], procedures[i].name))
            return &procedures[i];
    return NULL;
}

static int position_of(xy_context *ctx, const char *params, uint32_t name)
{
    xy_str word = xy_token_name(ctx->source, name, ctx->arena);
    for (int i = 0; *params; i++) {
        size_t length = strcspn(params, " ");
        if (xy_str_equal(word, (xy_str){params, (uint32_t)length}))
            return i;
        params += length + (params[length] == ' ');
    }
    return -1;
}

/* The arguments in the order of the parameters; those that are left out stand at the end. */
static uint32_t order_arguments(xy_context *ctx, const procedure *p, const xy_nodes *given, const xy_node **args)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < given->count && i < MAX_ARGS; i++) {
        const xy_node *arg = given->items[i];
        bool named = arg->kind == XY_NODE_NAMED_ARGUMENT;
        int at = named ? position_of(ctx, p->params, XY_AS(named_argument, arg)->name) : (int)i;
        if (at < 0 || at >= MAX_ARGS)
            return 0;
        args[at] = named ? XY_AS(named_argument, arg)->value : arg;
        count = (uint32_t)at + 1 > count ? (uint32_t)at + 1 : count;
    }
    for (uint32_t i = 0; i < count; i++)
        if (!args[i])
            return 0;
    return count;
}

/* ---- LOBs of rows ---- */

typedef struct search {
    xy_context *ctx;
    const xy_symbol *variable;
    bool fetched, returned, locked;
} search;

/* The variable, parameter or loop record that the expression is or is a part of; null when it is not known. */
static const xy_symbol *base_of(xy_context *ctx, const xy_node *expr)
{
    const xy_symbol *symbol = xy_info_of(ctx->analysis, expr)->symbol;
    while (expr->kind == XY_NODE_FIELD || expr->kind == XY_NODE_CALL)
        expr = expr->kind == XY_NODE_FIELD ? XY_AS(field, expr)->object : XY_AS(call, expr)->callee;
    if (expr->kind != XY_NODE_NAME)
        return NULL;
    symbol = symbol && symbol->kind != XY_SYM_FIELD ? symbol : xy_info_of(ctx->analysis, expr)->symbol;
    if (!symbol || symbol->kind == XY_SYM_FIELD) {
        xy_str first = xy_token_name(ctx->source, XY_AS(name, expr)->parts.items[0], ctx->arena);
        symbol = xy_sema_lookup(ctx->analysis, expr, &first, 1);
    }
    return symbol;
}

static bool takes(const search *s, const xy_node *into)
{
    const xy_nodes *targets = &XY_AS(into, into)->targets;
    for (uint32_t i = 0; i < targets->count; i++)
        if (base_of(s->ctx, targets->items[i]) == s->variable)
            return true;
    return false;
}

static bool look(xy_node *node, void *data)
{
    search *s = data;
    if (node->kind == XY_NODE_FOR_UPDATE)
        s->locked = true;
    if (node->kind == XY_NODE_INTO && takes(s, node)) {
        s->returned |= node->parent && node->parent->kind == XY_NODE_RETURNING;
        s->fetched = true;
    }
    return xy_node_each_child(node, look, s);
}

static bool may_be_of_row(xy_context *ctx, const xy_node *lob)
{
    const xy_body *body = xy_plpgsql_body(ctx, lob);
    search s = {.ctx = ctx, .variable = base_of(ctx, lob)};
    if (!body || !s.variable)
        return true;
    bool packaged = s.variable->owner && s.variable->owner->kind == XY_SYM_PACKAGE;
    xy_node_each_child(packaged ? ctx->unit->tree : body->owner, look, &s);
    return s.returned || ((s.fetched || s.variable->kind == XY_SYM_LOOP_RECORD) && s.locked);
}

/* ---- the pass ---- */

void xy_pass_lob(xy_context *ctx, xy_node *node)
{
    const xy_node *call = XY_AS(procedure_call, node)->call, *args[MAX_ARGS] = {0};
    const procedure *p = call->kind == XY_NODE_CALL ? find(ctx, XY_AS(call, call)->callee) : NULL;
    uint32_t count = p ? order_arguments(ctx, p, &XY_AS(call, call)->args, args) : 0, semicolon = xy_plpgsql_semicolon(ctx, node);
    xy_rope rope = {0}, value = {0};
    if (count == 0 || (p->write == write_read && count < 4))
        return;
    if (p->changes && may_be_of_row(ctx, args[0]))
        xy_sql_flag(ctx, args[0], "row");
    if (p->write) {
        p->write(ctx, args, &rope);
    } else {
        xy_rope_build(ctx->edits, &value, "%s(", xy_pass_runtime(ctx, p->function));
        for (uint32_t i = 0; i < count; i++)
            xy_rope_build(ctx->edits, &value, "%s%n", i ? ", " : "", args[i]);
        xy_rope_text(ctx->edits, &value, ")");
        xy_place_assign(ctx, args[0], (xy_place_value){.rope = &value}, &rope);
    }
    xy_edit_replace(ctx->edits, node->first, semicolon == XY_NO_TOKEN ? node->last : semicolon + 1, XY_LAYER_OWN, rope, xy_rule_id(ctx->rule));
}
