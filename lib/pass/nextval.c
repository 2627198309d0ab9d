/* Sequences (trap E14): NEXTVAL is taken once per row of its query, INSERT or UPDATE, however often it is named; CURRVAL beside it sees it.
 *
 * The first mention in a row becomes nextval(), later ones currval(), for a select list is computed from left to right. The values of an
 * INSERT are computed in the order of the table's columns, whatever the order in the statement: such a VALUES becomes a SELECT. */
#include "pass/ddl.h"
#include "pass/sql.h"

typedef struct mention {
    xy_node *node;
    bool next;
} mention;
typedef struct mentions {
    xy_context *ctx;
    XY_VEC(mention) list;
} mentions;

bool xy_sequence_mention(const xy_context *ctx, const xy_node *node, bool *next)
{
    if (node->kind != XY_NODE_NAME || XY_AS(name, node)->parts.count < 2)
        return false;
    xy_token_list parts = XY_AS(name, node)->parts;
    uint32_t last = parts.items[parts.count - 1];
    *next = xy_sql_word(ctx, last, "NEXTVAL");
    if (!*next && !xy_sql_word(ctx, last, "CURRVAL"))
        return false;
    const xy_symbol *symbol = xy_info_of(ctx->analysis, node)->symbol;
    return !symbol || symbol->kind == XY_SYM_SEQUENCE || symbol->kind == XY_SYM_PSEUDOCOLUMN || symbol->kind == XY_SYM_BUILTIN;
}

static bool enter_mention(xy_node *node, void *data)
{
    mentions *m = data;
    mention found = {.node = node};
    if (xy_sequence_mention(m->ctx, node, &found.next))
        xy_vec_push(m->ctx->arena, &m->list, found);
    return true;
}

/* What is one row: the select list, the VALUES row, the SET list; null for an expression of PL/SQL. */
static xy_node *row_of(xy_node *node)
{
    for (xy_node *at = node; at; at = at->parent) {
        switch (at->kind) {
        case XY_NODE_QUERY_BLOCK:
        case XY_NODE_VALUES:
        case XY_NODE_UPDATE:
        case XY_NODE_MERGE_INSERT:
        case XY_NODE_MERGE_UPDATE:
        case XY_NODE_INSERT_INTO: return at;
        default: break;
        }
    }
    return NULL;
}

bool xy_same_sequence(const xy_context *ctx, const xy_node *a, const xy_node *b)
{
    xy_token_list x = XY_AS(name, a)->parts, y = XY_AS(name, b)->parts;
    if (x.count != y.count)
        return false;
    for (uint32_t i = 0; i + 1 < x.count; i++)
        if (!xy_str_equal(xy_token_name(ctx->source, x.items[i], ctx->arena), xy_token_name(ctx->source, y.items[i], ctx->arena)))
            return false;
    return true;
}

/* Position of the mention among those of its sequence in the row, and whether the row takes a new value at all. */
static uint32_t position(const xy_context *ctx, const mentions *all, const xy_node *node, bool *takes, uint32_t *count)
{
    uint32_t position = 0;
    *takes = false;
    *count = 0;
    for (uint32_t i = 0; i < all->list.count; i++) {
        const mention *m = &all->list.items[i];
        if (!xy_same_sequence(ctx, m->node, node))
            continue;
        if (m->node == node)
            position = *count;
        *takes = *takes || m->next;
        ++*count;
    }
    return position;
}

xy_str xy_sequence_call(xy_context *ctx, const xy_node *node, bool next)
{
    xy_token_list parts = XY_AS(name, node)->parts;
    xy_buffer name;
    xy_buffer_init(&name, ctx->arena);
    for (uint32_t i = 0; i + 1 < parts.count; i++) {
        if (i)
            xy_buffer_add_char(&name, '.');
        xy_buffer_add_str(&name, xy_pass_target_name(ctx, xy_token_name(ctx->source, parts.items[i], ctx->arena)));
    }
    /* a synonym is written out: nextval() takes the name as text */
    const xy_symbol *symbol = xy_info_of(ctx->analysis, node)->symbol;
    const xy_symbol *sequence = symbol && symbol->target ? symbol->target : symbol;
    xy_str written = xy_token_name(ctx->source, parts.items[parts.count >= 2 ? parts.count - 2 : 0], ctx->arena);
    bool own = xy_pass_owner_schema(ctx, sequence, parts.count - 1).length > 0;
    if (sequence && sequence->kind == XY_SYM_SEQUENCE && (own || !xy_str_equal(sequence->name, written))) {
        xy_buffer_init(&name, ctx->arena);
        xy_buffer_add_str(&name, xy_pass_symbol_name(ctx, sequence));
    }
    xy_str function = xy_edit_case(ctx->edits, parts.items[parts.count - 1], next ? XY_STR("nextval") : XY_STR("currval"));
    xy_str quoted = xy_sql_quote(ctx, xy_buffer_str(&name));
    return xy_str_format(ctx->arena, "%.*s(%.*s)", XY_STR_ARG(function), XY_STR_ARG(quoted));
}

static void write_call(xy_context *ctx, xy_node *node, bool next)
{
    xy_token_list parts = XY_AS(name, node)->parts;
    xy_rope rope = {0};
    xy_rope_str(ctx->edits, &rope, xy_sequence_call(ctx, node, next));
    if (xy_sql_names_column(node))
        xy_rope_build(ctx->edits, &rope, " AS %t", parts.items[parts.count - 1]);
    xy_edit_replace_node(ctx->edits, node, XY_LAYER_OWN, rope, xy_sql_rule(ctx));
}

static void values_to_select(xy_context *ctx, const xy_node *row)
{
    const xy_values *values = XY_AS(values, row);
    if (values->rows.count != 1 || values->rows.items[0]->kind != XY_NODE_ROW || !row->parent || row->parent->kind != XY_NODE_INSERT)
        return;
    const xy_row *list = XY_AS(row, values->rows.items[0]);
    xy_rope rope = {0};
    xy_rope_text(ctx->edits, &rope, "SELECT ");
    for (uint32_t i = 0; i < list->items.count; i++)
        xy_rope_build(ctx->edits, &rope, i ? ", %n" : "%n", list->items.items[i]);
    xy_edit_replace_node(ctx->edits, row, XY_LAYER_OWN, rope, xy_sql_rule(ctx));
}

void xy_pass_nextval(xy_context *ctx, xy_node *node)
{
    bool next;
    if (!xy_sequence_mention(ctx, node, &next))
        return;
    xy_node *row = xy_info_of(ctx->analysis, node)->in_sql ? row_of(node) : NULL;
    mentions all = {.ctx = ctx};
    xy_sql_walk(row ? row : node, enter_mention, &all);
    bool takes;
    uint32_t count, at = position(ctx, &all, node, &takes, &count);
    bool shared = takes && count > 1;
    if (shared && at == 0 && row->kind == XY_NODE_VALUES)
        values_to_select(ctx, row);
    else if (shared && at == 0 && row->kind != XY_NODE_QUERY_BLOCK && row->kind != XY_NODE_VALUES)
        xy_sql_flag(ctx, node, "shared");
    write_call(ctx, node, shared ? at == 0 : next);
}
