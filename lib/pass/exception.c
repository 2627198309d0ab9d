/* Exceptions: handlers (`plsql-handlers`), RAISE (`plsql-raise`), RAISE_APPLICATION_ERROR (`plsql-raise-application-error`), SQLCODE and SQLERRM
 * (`plsql-sqlcode`). What happens to the work of a block whose handler runs is decided in undo.c.
 *
 * A handler becomes a condition where PostgreSQL raises one for this error and no other. Where it uses one condition for several errors
 * of Oracle, all handlers of the block are written as one WHEN OTHERS that asks for the code. */
#include "pass/errors.h"
#include "pass/plpgsql_state.h"
#include "pass/undo.h"

#include "syntax/keyword.h"
#include <string.h>

/* ---- what a name of an exception stands for ---- */

typedef struct meaning {
    const xy_error_info *info; /**< of a number in the table, or null */
    int number;                /**< n of ORA-n; 0: a user's exception without number */
    xy_str state;              /**< SQLSTATE with which translated code raises it */
    bool user;                 /**< declared, not predefined */
    bool known;
} meaning;

static bool is_others(const xy_context *ctx, const xy_node *name)
{
    return XY_AS(name, name)->parts.count == 1 && xy_plpgsql_word_is(ctx, XY_AS(name, name)->parts.items[0], "OTHERS");
}

typedef struct ordinal {
    const xy_context *ctx;
    xy_str name;
    uint32_t before, count;
} ordinal;

static bool count_same_name(xy_node *node, void *data)
{
    ordinal *o = data;
    if (node->kind == XY_NODE_EXCEPTION_DECL && node->first < o->before
        && xy_str_equal(xy_token_name(o->ctx->source, XY_AS(exception_decl, node)->name, o->ctx->arena), o->name))
        o->count++;
    return xy_node_each_child(node, count_same_name, o);
}

/* "FEE.E_NO_COPY" for a packaged exception, "UNIT.E.1" for the second local one of this name in its unit. */
static xy_str qualified_name(xy_context *ctx, const xy_symbol *exception)
{
    if (exception->owner && exception->owner->kind == XY_SYM_PACKAGE)
        return xy_str_format(ctx->arena, "%.*s.%.*s", XY_STR_ARG(exception->owner->name), XY_STR_ARG(exception->name));
    ordinal o = {.ctx = ctx, .name = exception->name, .before = exception->node ? exception->node->first : 0};
    count_same_name(ctx->unit->tree, &o);
    return xy_str_format(ctx->arena, "%.*s.%.*s.%u", XY_STR_ARG(xy_unit_name(ctx->unit, ctx->source, ctx->arena)), XY_STR_ARG(exception->name), o.count);
}

xy_str xy_exception_sqlstate(xy_context *ctx, const xy_symbol *exception)
{
    if (exception->ora_number != 0)
        return xy_error_state(ctx->arena, exception->ora_number);
    return xy_error_user_state(ctx->arena, qualified_name(ctx, exception));
}

/* "PKG.E" from the last two parts of a name that is not known. */
static xy_str written_name(xy_context *ctx, const xy_name *name)
{
    uint32_t n = name->parts.count;
    xy_str last = xy_token_name(ctx->source, name->parts.items[n - 1], ctx->arena);
    if (n < 2)
        return last;
    return xy_str_format(ctx->arena, "%.*s.%.*s", XY_STR_ARG(xy_token_name(ctx->source, name->parts.items[n - 2], ctx->arena)), XY_STR_ARG(last));
}

static meaning meaning_of(xy_context *ctx, const xy_node *node)
{
    const xy_name *name = XY_AS(name, node);
    const xy_symbol *symbol = xy_info_of(ctx->analysis, node)->symbol;
    meaning m = {.known = true};
    if (symbol && symbol->kind == XY_SYM_EXCEPTION && symbol->ora_number == 0 && (symbol->node || symbol->owner)) {
        m.user = true;
        m.state = xy_exception_sqlstate(ctx, symbol);
        return m;
    }
    if (symbol && symbol->kind == XY_SYM_EXCEPTION && symbol->ora_number != 0) {
        m.number = symbol->ora_number < 0 ? -symbol->ora_number : symbol->ora_number;
        m.user = symbol->node || (symbol->owner && symbol->owner->kind == XY_SYM_PACKAGE);
        m.info = xy_error_numbered(m.number);
    } else {
        m.info = xy_error_named(xy_token_name(ctx->source, name->parts.items[name->parts.count - 1], ctx->arena));
        m.number = m.info ? m.info->number : 0;
        m.known = m.info != NULL;
    }
    m.state = m.number ? xy_error_state(ctx->arena, m.number) : xy_error_user_state(ctx->arena, written_name(ctx, name));
    return m;
}

static int sqlcode_of(const meaning *m)
{
    return m->number == 1403 || m->number == 100 ? 100 : -m->number;
}

static bool needs_guard(const meaning *m)
{
    return m->info && m->info->shared;
}

/* ---- conditions and tests ---- */

static bool is_native_state(const xy_error_info *info, xy_str state)
{
    for (int i = 0; info && i < XY_ERROR_STATES && info->native[i].state; i++)
        if (xy_str_equal(state, xy_str_from(info->native[i].state)))
            return true;
    return false;
}

static xy_str source_text(xy_context *ctx, const xy_node *node)
{
    const xy_token *first = &ctx->source->tokens[node->first], *last = &ctx->source->tokens[node->last - 1];
    return (xy_str){ctx->source->text.data + first->offset, last->offset + last->length - first->offset};
}

/* "unique_violation", "SQLSTATE 'U1A2B' -- e_full", "duplicate_table OR duplicate_object OR SQLSTATE 'Z0955'". */
static xy_str condition_text(xy_context *ctx, const xy_node *name, const meaning *m)
{
    xy_buffer out;
    xy_buffer_init(&out, ctx->arena);
    for (int i = 0; m->info && i < XY_ERROR_STATES && m->info->native[i].condition; i++)
        xy_buffer_format(&out, "%s%s", out.length ? " OR " : "", m->info->native[i].condition);
    if (!is_native_state(m->info, m->state)) {
        xy_buffer_format(&out, "%sSQLSTATE '%.*s'", out.length ? " OR " : "", XY_STR_ARG(m->state));
        if (m->user || !m->info)
            xy_buffer_format(&out, " /* %.*s */", XY_STR_ARG(source_text(ctx, name)));
    }
    return xy_buffer_str(&out);
}

static const char *code_call(xy_context *ctx, const char *function, xy_str context)
{
    const char *name = xy_pass_runtime(ctx, function);
    if (context.length > 0)
        return xy_str_format(ctx->arena, "%s(SQLSTATE, SQLERRM, %.*s)", name, XY_STR_ARG(context)).data;
    return xy_str_format(ctx->arena, "%s(SQLSTATE, SQLERRM)", name).data;
}

static void add_item(xy_buffer *list, xy_str item)
{
    xy_buffer_format(list, "%s%.*s", list->length ? ", " : "", XY_STR_ARG(item));
}

static xy_str in_list(xy_context *ctx, const char *what, const xy_buffer *list)
{
    xy_str items = xy_buffer_str(list);
    if (memchr(items.data, ',', items.length))
        return xy_str_format(ctx->arena, "%s IN (%.*s)", what, XY_STR_ARG(items));
    return xy_str_format(ctx->arena, "%s = %.*s", what, XY_STR_ARG(items));
}

/* "SQLSTATE IN ('P0002', 'U1A2B') OR xinyi.sqlcode(…) = -2292" */
static xy_str test_text(xy_context *ctx, const xy_handler *handler, xy_str context)
{
    xy_buffer states, codes;
    xy_buffer_init(&states, ctx->arena);
    xy_buffer_init(&codes, ctx->arena);
    for (uint32_t i = 0; i < handler->exceptions.count; i++) {
        meaning m = meaning_of(ctx, handler->exceptions.items[i]);
        if (needs_guard(&m)) {
            add_item(&codes, xy_str_format(ctx->arena, "%d", sqlcode_of(&m)));
            continue;
        }
        for (int j = 0; m.info && j < XY_ERROR_STATES && m.info->native[j].state; j++)
            add_item(&states, xy_str_format(ctx->arena, "'%s'", m.info->native[j].state));
        if (!is_native_state(m.info, m.state))
            add_item(&states, xy_str_format(ctx->arena, "'%.*s'", XY_STR_ARG(m.state)));
    }
    xy_str by_code = {0}, by_state = {0};
    if (codes.length)
        by_code = in_list(ctx, code_call(ctx, "sqlcode", context), &codes);
    if (states.length)
        by_state = in_list(ctx, "SQLSTATE", &states);
    if (!codes.length || !states.length)
        return codes.length ? by_code : by_state;
    return xy_str_format(ctx->arena, "%.*s OR %.*s", XY_STR_ARG(by_state), XY_STR_ARG(by_code));
}

/* ---- does a block need the context of its error? ---- */

static bool is_error_function(const xy_context *ctx, const xy_node *node)
{
    static const char *const words[] = {"SQLCODE", "SQLERRM", "FORMAT_ERROR_STACK", "FORMAT_ERROR_BACKTRACE"};
    if (node->kind != XY_NODE_NAME)
        return false;
    const xy_name *name = XY_AS(name, node);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (xy_plpgsql_word_is(ctx, name->parts.items[name->parts.count - 1], words[i]))
            return true;
    return false;
}

static bool find_error_function(xy_node *node, void *data)
{
    return !is_error_function(data, node) && xy_node_each_child(node, find_error_function, data);
}

static bool uses_error_function(xy_context *ctx, const xy_node *node)
{
    return !xy_node_each_child(node, find_error_function, ctx);
}

static bool arguments_are_harmless(const xy_context *ctx, const xy_nodes *args)
{
    for (uint32_t i = 0; i < args->count; i++)
        if (!xy_sema_is_harmless(ctx->analysis, args->items[i]))
            return false;
    return true;
}

static bool has_limit(const xy_symbol *variable)
{
    return !variable || !variable->type || variable->type->precision >= 0 || variable->type->family == XY_FAMILY_INTEGER;
}

/* Does the value always fit into the variable, having its type? */
static bool has_its_type(const xy_context *ctx, const xy_node *value, const xy_node *variable)
{
    const xy_type *from = xy_info_of(ctx->analysis, value)->type, *to = xy_info_of(ctx->analysis, variable)->type;
    const xy_symbol *symbol = xy_info_of(ctx->analysis, variable)->symbol;
    if (!from || !to || from->family != to->family || (symbol && (symbol->subtype || symbol->constrained)))
        return false;
    return to->family == XY_FAMILY_RECORD || (to->family != XY_FAMILY_INTEGER && to->precision < 0)
           || (from->precision == to->precision && from->scale == to->scale && from->length_chars == to->length_chars);
}

/* A value that does not fit into a variable behind INTO is VALUE_ERROR, a failure of the statement is not. */
static bool into_fits(const xy_context *ctx, const xy_node *into)
{
    xy_nodes targets = XY_AS(into, into)->targets;
    const xy_query_block *block = into->parent && into->parent->kind == XY_NODE_QUERY_BLOCK ? XY_AS(query_block, into->parent) : NULL;
    if (!block || block->items.count != targets.count)
        return targets.count == 1 && xy_family_of(ctx->analysis, targets.items[0]) == XY_FAMILY_RECORD;
    for (uint32_t i = 0; i < targets.count; i++) {
        const xy_node *item = block->items.items[i];
        if (item->kind != XY_NODE_SELECT_ITEM || !has_its_type(ctx, XY_AS(select_item, item)->expr, targets.items[i]))
            return false;
    }
    return true;
}

/* May the change of the table run PL/SQL, whose errors are not those of the statement? */
static bool runs_trigger(const xy_context *ctx, const xy_node *target)
{
    return target->kind != XY_NODE_TABLE_NAME || xy_catalog_may_fire(ctx->catalog, xy_info_of(ctx->analysis, XY_AS(table_name, target)->name)->symbol);
}

/* A function of the user's own, in SQL. */
static bool is_own_function(const xy_context *ctx, const xy_node *node)
{
    const xy_node *name = node->kind == XY_NODE_CALL ? XY_AS(call, node)->callee : node;
    const xy_symbol *symbol = name->kind == XY_NODE_NAME ? xy_info_of(ctx->analysis, name)->symbol : NULL;
    return symbol && symbol->kind == XY_SYM_FUNCTION;
}

/* Stops at something that fails with one number in SQL and another one in PL/SQL. */
static bool find_ambiguity(xy_node *node, void *data)
{
    xy_context *ctx = data;
    switch (node->kind) {
    case XY_NODE_PROCEDURE_CALL: {
        const xy_node *call = XY_AS(procedure_call, node)->call, *callee = call->kind == XY_NODE_CALL ? XY_AS(call, call)->callee : call;
        const xy_symbol *symbol = xy_info_of(ctx->analysis, callee)->symbol;
        if (!symbol || symbol->kind != XY_SYM_BUILTIN)
            return false;
        return call->kind != XY_NODE_CALL || arguments_are_harmless(ctx, &XY_AS(call, call)->args);
    }
    case XY_NODE_EXECUTE_IMMEDIATE:
    case XY_NODE_UPDATE:
    case XY_NODE_MERGE:
    case XY_NODE_FORALL: return false;
    case XY_NODE_INSERT:
        if (runs_trigger(ctx, XY_AS(insert, node)->target))
            return false;
        break;
    case XY_NODE_INSERT_INTO:
        if (runs_trigger(ctx, XY_AS(insert_into, node)->target))
            return false;
        break;
    case XY_NODE_DELETE:
        if (runs_trigger(ctx, XY_AS(delete, node)->target))
            return false;
        break;
    case XY_NODE_ASSIGN: return !(xy_sema_effects(ctx->analysis, node) & XY_EFFECT_MAY_FAIL);
    case XY_NODE_VARIABLE_DECL:
        if (XY_AS(variable_decl, node)->default_ && has_limit(xy_info_of(ctx->analysis, node)->symbol))
            return false;
        break;
    case XY_NODE_INTO: return into_fits(ctx, node);
    default: break;
    }
    bool expression = xy_node_in_group(node->kind, "Expr");
    if (expression && !xy_info_of(ctx->analysis, node)->in_sql)
        return xy_sema_is_harmless(ctx->analysis, node);
    return !(expression && is_own_function(ctx, node)) && xy_node_each_child(node, find_ambiguity, data);
}

bool xy_exception_is_ambiguous(xy_context *ctx, const xy_block *block)
{
    for (uint32_t i = 0; i < block->stmts.count; i++)
        if (!find_ambiguity(block->stmts.items[i], ctx))
            return true;
    return false;
}

/* ---- handlers ---- */

static bool block_is_guarded(xy_context *ctx, const xy_block *block)
{
    for (uint32_t i = 0; i < block->handlers.count; i++) {
        const xy_handler *handler = XY_AS(handler, block->handlers.items[i]);
        for (uint32_t j = 0; j < handler->exceptions.count; j++) {
            if (is_others(ctx, handler->exceptions.items[j]))
                continue;
            meaning m = meaning_of(ctx, handler->exceptions.items[j]);
            if (needs_guard(&m))
                return true;
        }
    }
    return false;
}

static bool handlers_use_error_functions(xy_context *ctx, const xy_block *block)
{
    for (uint32_t i = 0; i < block->handlers.count; i++)
        if (uses_error_function(ctx, block->handlers.items[i]))
            return true;
    return false;
}

xy_handling *xy_handling_of(xy_context *ctx, const xy_node *node)
{
    xy_plpgsql *state = xy_plpgsql_state(ctx);
    if (!state->handlings[node->id]) {
        const xy_block *block = XY_AS(block, node);
        xy_handling *h = XY_NEW(ctx->arena, xy_handling);
        state->handlings[node->id] = h;
        h->guarded = block_is_guarded(ctx, block);
        if (h->guarded || (handlers_use_error_functions(ctx, block) && xy_exception_is_ambiguous(ctx, block))) {
            h->context = xy_pass_fresh_name(ctx, "xy_context");
            xy_plpgsql_declare(ctx, node, false, h->context, XY_STR("text"));
        }
    }
    return state->handlings[node->id];
}

xy_str xy_rescue_text(xy_context *ctx, const xy_rescue *rescue)
{
    xy_str context = {0};
    if (rescue->context.length > 0)
        context = xy_str_format(ctx->arena, ", %.*s = PG_EXCEPTION_CONTEXT", XY_STR_ARG(rescue->context));
    if (rescue->label.length == 0) {
        xy_str state = rescue->context.length == 0
                           ? (xy_str){0}
                           : xy_str_format(ctx->arena, "%.*s := %.*s;\n", XY_STR_ARG(rescue->state), XY_STR_ARG(xy_undo_raised_state(ctx, rescue)));
        return xy_str_format(ctx->arena, "GET STACKED DIAGNOSTICS %.*s = RETURNED_SQLSTATE, %.*s = MESSAGE_TEXT%.*s;\n%.*sRETURN;", XY_STR_ARG(rescue->state),
                             XY_STR_ARG(rescue->message), XY_STR_ARG(context), XY_STR_ARG(state));
    }
    return xy_str_format(ctx->arena, "GET STACKED DIAGNOSTICS %.*s = RETURNED_SQLSTATE, %.*s = MESSAGE_TEXT%.*s;\nEXIT %.*s;", XY_STR_ARG(rescue->state),
                         XY_STR_ARG(rescue->message), XY_STR_ARG(context), XY_STR_ARG(rescue->label));
}

static xy_str context_line(xy_context *ctx, const xy_handling *h)
{
    if (h->context.length == 0 || h->split)
        return (xy_str){0};
    return xy_str_format(ctx->arena, "GET STACKED DIAGNOSTICS %.*s = PG_EXCEPTION_CONTEXT;", XY_STR_ARG(h->context));
}

static bool has_others(const xy_context *ctx, const xy_block *block)
{
    const xy_handler *last = XY_AS(handler, block->handlers.items[block->handlers.count - 1]);
    return last->exceptions.count > 0 && is_others(ctx, last->exceptions.items[0]);
}

static void flag_unknown(xy_context *ctx, const xy_node *name, const meaning *m)
{
    if (!m->known)
        xy_pass_flag(ctx, name, "unknown-exception", "name", xy_arena_copy(ctx->arena, source_text(ctx, name).data, source_text(ctx, name).length), NULL);
    else if (m->number && !m->info && !xy_error_is_application(m->number))
        xy_pass_flag(ctx, name, "never-raised", "number", xy_str_format(ctx->arena, "ORA-%05d", m->number).data, NULL);
}

static void write_conditions(xy_context *ctx, const xy_handling *h, const xy_handler *handler)
{
    const char *rule = xy_rule_id(ctx->rule);
    for (uint32_t i = 0; i < handler->exceptions.count; i++) {
        const xy_node *name = handler->exceptions.items[i];
        if (is_others(ctx, name))
            continue;
        meaning m = meaning_of(ctx, name);
        xy_str text = condition_text(ctx, name, &m);
        flag_unknown(ctx, name, &m);
        if (xy_str_equal_nocase(text, source_text(ctx, name)))
            continue;
        xy_rope rope = {0};
        xy_rope_str(ctx->edits, &rope, text);
        xy_edit_replace_node(ctx->edits, name, XY_LAYER_OWN, rope, rule);
    }
    xy_str context = context_line(ctx, h);
    if (context.length > 0 && uses_error_function(ctx, &handler->node)) {
        xy_str indent = xy_plpgsql_indent(ctx, &handler->node);
        xy_rope rope = {0};
        xy_rope_build(ctx->edits, &rope, "\n%S  %S", indent, context);
        xy_edit_insert(ctx->edits, handler->then, XY_AFTER, rope, rule);
    }
}

/* Handler number i as a branch of the IF in WHEN OTHERS. */
static void write_branch(xy_context *ctx, const xy_handling *h, const xy_handler *handler, uint32_t i)
{
    const char *rule = xy_rule_id(ctx->rule);
    xy_str indent = xy_plpgsql_indent(ctx, &handler->node), context = context_line(ctx, h);
    bool others = is_others(ctx, handler->exceptions.items[0]);
    xy_rope rope = {0};
    for (uint32_t j = 0; j < handler->exceptions.count && !others; j++) {
        meaning m = meaning_of(ctx, handler->exceptions.items[j]);
        flag_unknown(ctx, handler->exceptions.items[j], &m);
    }
    if (i == 0) {
        xy_rope_build(ctx->edits, &rope, "WHEN OTHERS THEN\n%S  ", indent);
        if (context.length > 0)
            xy_rope_build(ctx->edits, &rope, "%S\n%S  ", context, indent);
        xy_rope_build(ctx->edits, &rope, "IF %S THEN", test_text(ctx, handler, h->context));
    } else if (others) {
        xy_rope_text(ctx->edits, &rope, "  ELSE");
    } else {
        xy_rope_build(ctx->edits, &rope, "  ELSIF %S THEN", test_text(ctx, handler, h->context));
    }
    xy_edit_replace(ctx->edits, handler->node.first, handler->then + 1, XY_LAYER_OWN, rope, rule);
    if (handler->stmts.count > 0)
        xy_vec_push(ctx->arena, &xy_plpgsql_state(ctx)->groups,
                    ((xy_plpgsql_group){.first = handler->stmts.items[0], .last = handler->stmts.items[handler->stmts.count - 1]}));
}

static void add_indented(xy_buffer *out, xy_str text, const char *indent)
{
    xy_buffer_add_text(out, indent);
    for (uint32_t i = 0; i < text.length; i++) {
        xy_buffer_add_char(out, text.data[i]);
        if (text.data[i] == '\n')
            xy_buffer_add_text(out, indent);
    }
}

/* What follows the last handler: END IF of the tests, and the way out for errors that nobody takes. */
static void write_rest(xy_context *ctx, const xy_handling *h, const xy_block *block)
{
    const xy_handler *last = XY_AS(handler, block->handlers.items[block->handlers.count - 1]);
    bool others = has_others(ctx, block);
    xy_str out = h->escape ? xy_rescue_text(ctx, h->escape) : XY_STR("RAISE;");
    xy_buffer text;
    if (last->stmts.count == 0 || (!h->guarded && (others || !h->escape)))
        return;
    xy_buffer_init(&text, ctx->arena);
    if (h->guarded && !others) {
        xy_buffer_add_text(&text, "  ELSE\n");
        add_indented(&text, out, "    ");
        xy_buffer_add_text(&text, "\n");
    }
    if (h->guarded) {
        xy_buffer_add_text(&text, "  END IF;");
    } else {
        xy_buffer_add_text(&text, "WHEN OTHERS THEN\n");
        add_indented(&text, out, "  ");
    }
    xy_undo_after_handler(ctx, last, xy_buffer_str(&text));
}

void xy_pass_handlers(xy_context *ctx, xy_node *node)
{
    const xy_block *block = XY_AS(block, node);
    const xy_body *body = xy_plpgsql_body(ctx, node);
    if (body && body->block == node && body->keeps)
        xy_undo_keep(ctx, node, body->keeps);
    if (block->handlers.count == 0)
        return;
    xy_undo_decide(ctx, node);
    const xy_handling *h = xy_handling_of(ctx, node);
    for (uint32_t i = 0; i < block->handlers.count; i++) {
        const xy_handler *handler = XY_AS(handler, block->handlers.items[i]);
        if (h->guarded)
            write_branch(ctx, h, handler, i);
        else
            write_conditions(ctx, h, handler);
    }
    write_rest(ctx, h, block);
}

/* ---- RAISE ---- */

static const char *quoted_text(xy_context *ctx, xy_str text)
{
    xy_buffer out;
    xy_buffer_init(&out, ctx->arena);
    for (uint32_t i = 0; i < text.length; i++) {
        xy_buffer_add_char(&out, text.data[i]);
        if (text.data[i] == '\'')
            xy_buffer_add_char(&out, '\'');
    }
    xy_buffer_add_char(&out, 0);
    return out.data;
}

static xy_str raise_text(xy_context *ctx, const xy_node *name, const meaning *m)
{
    bool native =
        m->info && is_native_state(m->info, m->state) && m->info->native[0].condition && xy_str_equal(m->state, xy_str_from(m->info->native[0].state));
    xy_str what = native ? xy_str_from(m->info->native[0].condition) : xy_str_format(ctx->arena, "SQLSTATE '%.*s'", XY_STR_ARG(m->state));
    if (m->number == 0)
        return xy_str_format(ctx->arena, "%.*s USING MESSAGE = '%s'", XY_STR_ARG(what), quoted_text(ctx, source_text(ctx, name)));
    const char *text = m->info ? m->info->text : "";
    return xy_str_format(ctx->arena, "%.*s USING MESSAGE = 'ORA-%05d: %s'", XY_STR_ARG(what), m->number == 100 ? 1403 : m->number,
                         quoted_text(ctx, xy_str_from(text)));
}

void xy_pass_raise(xy_context *ctx, xy_node *node)
{
    const xy_node *name = XY_AS(raise, node)->exception;
    if (!name)
        return;
    meaning m = meaning_of(ctx, name);
    xy_rope rope = {0};
    if (!m.known)
        flag_unknown(ctx, name, &m);
    xy_rope_str(ctx->edits, &rope, raise_text(ctx, name, &m));
    xy_edit_replace_node(ctx->edits, name, XY_LAYER_OWN, rope, xy_rule_id(ctx->rule));
}

/* ---- RAISE_APPLICATION_ERROR ---- */

static bool literal_number(xy_context *ctx, const xy_node *node, int *number)
{
    int sign = 1;
    while (node->kind == XY_NODE_UNARY || node->kind == XY_NODE_PAREN) {
        if (node->kind == XY_NODE_UNARY && XY_AS(unary, node)->op == XY_UNARY_OP_MINUS)
            sign = -sign;
        node = node->kind == XY_NODE_PAREN ? XY_AS(paren, node)->inner : XY_AS(unary, node)->operand;
    }
    if (node->kind != XY_NODE_NUMBER_LITERAL)
        return false;
    xy_str text = xy_token_text(ctx->source, XY_AS(number_literal, node)->value);
    *number = 0;
    for (uint32_t i = 0; i < text.length; i++) {
        if (text.data[i] < '0' || text.data[i] > '9' || *number > 100000)
            return false;
        *number = *number * 10 + (text.data[i] - '0');
    }
    *number *= sign;
    return true;
}

/* The argument by position or by name; null when it is not given. */
static const xy_node *argument(xy_context *ctx, const xy_call *call, uint32_t position, const char *name)
{
    for (uint32_t i = 0; i < call->args.count; i++) {
        const xy_node *arg = call->args.items[i];
        if (arg->kind != XY_NODE_NAMED_ARGUMENT) {
            if (i == position)
                return arg;
        } else if (xy_plpgsql_word_is(ctx, XY_AS(named_argument, arg)->name, name)) {
            return XY_AS(named_argument, arg)->value;
        }
    }
    return NULL;
}

void xy_pass_raise_application_error(xy_context *ctx, xy_node *node)
{
    const xy_node *target = XY_AS(procedure_call, node)->call;
    int number;
    xy_rope rope = {0};
    if (target->kind != XY_NODE_CALL)
        return;
    const xy_node *callee = XY_AS(call, target)->callee;
    if (callee->kind != XY_NODE_NAME)
        return;
    const xy_token_list *parts = &XY_AS(name, callee)->parts;
    if (!xy_plpgsql_word_is(ctx, parts->items[parts->count - 1], "RAISE_APPLICATION_ERROR"))
        return;
    const xy_node *code = argument(ctx, XY_AS(call, target), 0, "NUM"), *text = argument(ctx, XY_AS(call, target), 1, "MSG");
    if (!code || !text) {
        xy_pass_flag(ctx, node, "arguments", NULL);
        return;
    }
    if (!literal_number(ctx, code, &number) || !xy_error_is_application(number) || number > 0) {
        const char *function = xy_pass_runtime(ctx, "raise_application_error");
        xy_rope_build(ctx->edits, &rope, "PERFORM %s(%n, %n)", function, code, text);
        xy_edit_replace_node(ctx->edits, target, XY_LAYER_OWN, rope, xy_rule_id(ctx->rule));
        return;
    }
    xy_rope_build(ctx->edits, &rope, "RAISE EXCEPTION USING ERRCODE = '%S', MESSAGE = ", xy_error_state(ctx->arena, number));
    if (text->kind == XY_NODE_STRING_LITERAL || xy_null_of(ctx->analysis, text) == XY_NULL_NEVER) {
        xy_rope_build(ctx->edits, &rope, "'ORA-%d: ' || %o", -number, text, XY_PREC_OTHER);
    } else {
        xy_rope_build(ctx->edits, &rope, "concat('ORA-%d: ', %n)", -number, text);
    }
    xy_edit_replace_node(ctx->edits, target, XY_LAYER_OWN, rope, xy_rule_id(ctx->rule));
}

/* ---- SQLCODE, SQLERRM ---- */

/* The handler in whose statements the node stands, within its own body; null outside. */
static const xy_node *enclosing_handler(xy_context *ctx, const xy_node *node)
{
    const xy_body *body = xy_plpgsql_body(ctx, node);
    for (; node && body && node != body->owner; node = node->parent)
        if (node->kind == XY_NODE_HANDLER)
            return node;
    return NULL;
}

static bool is_shadowed(const xy_context *ctx, const xy_node *name)
{
    const xy_symbol *symbol = xy_info_of(ctx->analysis, name)->symbol;
    return symbol && symbol->kind != XY_SYM_BUILTIN && symbol->kind != XY_SYM_PSEUDOCOLUMN;
}

/* The value outside a handler is that of no error, as long as nobody calls the routine from a handler. */
static void outside_handler(xy_context *ctx, const xy_node *node, bool code, xy_rope *rope)
{
    const xy_body *body = xy_plpgsql_body(ctx, node);
    if (!body || body->kind != XY_BODY_ANONYMOUS)
        xy_pass_flag(ctx, node, "outside-handler", "name", code ? "SQLCODE" : "SQLERRM", NULL);
    xy_rope_text(ctx->edits, rope, code ? "0" : "'ORA-0000: normal, successful completion'");
}

void xy_pass_sqlcode(xy_context *ctx, xy_node *node)
{
    const xy_name *name = XY_AS(name, node);
    xy_rope rope = {0};
    if (!is_error_function(ctx, node) || is_shadowed(ctx, node))
        return;
    uint32_t last = name->parts.items[name->parts.count - 1];
    bool single = name->parts.count == 1;
    if (node->parent && node->parent->kind == XY_NODE_CALL && XY_AS(call, node->parent)->callee == node) {
        if (!single || !xy_plpgsql_word_is(ctx, last, "SQLERRM") || XY_AS(call, node->parent)->args.count != 1)
            return;
        xy_rope_build(ctx->edits, &rope, "%s(%n)", xy_pass_runtime(ctx, "sqlerrm"), XY_AS(call, node->parent)->args.items[0]);
        xy_edit_replace_node(ctx->edits, node->parent, XY_LAYER_OWN, rope, xy_rule_id(ctx->rule));
        return;
    }
    bool code = xy_plpgsql_word_is(ctx, last, "SQLCODE");
    const xy_node *handler = enclosing_handler(ctx, node);
    if (!single && !xy_plpgsql_word_is(ctx, name->parts.items[name->parts.count - 2], "DBMS_UTILITY"))
        return;
    if (!handler || !handler->parent || handler->parent->kind != XY_NODE_BLOCK) {
        outside_handler(ctx, node, code, &rope);
    } else {
        const xy_handling *h = xy_handling_of(ctx, handler->parent);
        if (xy_plpgsql_word_is(ctx, last, "FORMAT_ERROR_BACKTRACE"))
            xy_pass_flag(ctx, node, "backtrace", NULL);
        xy_rope_text(ctx->edits, &rope, code_call(ctx, code ? "sqlcode" : "sqlerrm", h->context));
    }
    xy_edit_replace_node(ctx->edits, node, XY_LAYER_OWN, rope, xy_rule_id(ctx->rule));
}
