/* DML triggers: a trigger function and CREATE TRIGGER. (PL/SQL reference, CREATE TRIGGER; trap F21.) */
#include "pass/trigger.h"
#include "pass/ddl.h"
#include "syntax/keyword.h"

typedef xy_trigger trigger;

/* ---- correlation names ---- */

static bool names_row(const xy_context *ctx, const xy_create_trigger *node, xy_str word, bool new)
{
    const xy_referencing *referencing = node->referencing ? XY_AS(referencing, node->referencing) : NULL;
    uint32_t token = !referencing ? XY_NO_TOKEN : new ? referencing->new : referencing->old;
    xy_str name = token != XY_NO_TOKEN ? xy_token_name(ctx->source, token, ctx->arena) : new ? XY_STR("NEW") : XY_STR("OLD");
    return xy_str_equal(xy_str_upper(ctx->arena, word), name);
}

static const char *row_of(const xy_context *ctx, const xy_create_trigger *node, xy_str word)
{
    return names_row(ctx, node, word, true) ? "NEW" : names_row(ctx, node, word, false) ? "OLD" : NULL;
}

/* :NEW, in the case of the source. */
static void bind(xy_context *ctx, const xy_create_trigger *node, const xy_node *reference)
{
    uint32_t token = XY_AS(bind, reference)->variable;
    xy_str word = xy_token_bind(ctx->source, token);
    const char *row = row_of(ctx, node, word);
    if (!row) {
        xy_pass_flag(ctx, reference, "bind", NULL);
        return;
    }
    xy_str cased = xy_edit_case(ctx->edits, token, xy_str_from(row));
    xy_edit_token(ctx->edits, token, xy_arena_copy(ctx->arena, cased.data, cased.length), xy_rule_id(ctx->rule));
}

/* ---- INSERTING, UPDATING('C'), DELETING ---- */

static const char *operation_of(xy_context *ctx, const xy_node *expr)
{
    static const struct {
        const char *word, *operation;
    } words[] = {{"INSERTING", "INSERT"}, {"UPDATING", "UPDATE"}, {"DELETING", "DELETE"}};
    if (expr->kind != XY_NODE_NAME || XY_AS(name, expr)->parts.count != 1)
        return NULL;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (xy_ddl_is_word(ctx, XY_AS(name, expr)->parts.items[0], words[i].word))
            return words[i].operation;
    return NULL;
}

static void test_operation(xy_context *ctx, const xy_node *expr, const char *operation)
{
    xy_rope rope = {0};
    xy_rope_format(ctx->edits, &rope, "TG_OP = '%s'", operation);
    if (xy_precedence_needed(expr) > XY_PREC_COMPARE) {
        rope = (xy_rope){0};
        xy_rope_format(ctx->edits, &rope, "(TG_OP = '%s')", operation);
    }
    xy_edit_replace_node(ctx->edits, expr, XY_LAYER_OWN, rope, xy_rule_id(ctx->rule));
}

static xy_str updating_setting(xy_context *ctx, const trigger *t, xy_str column)
{
    xy_str table = xy_str_lower(ctx->arena, xy_ddl_last_part(ctx, t->table)), lower = xy_str_lower(ctx->arena, column);
    return xy_str_format(ctx->arena, "xinyi.updating_%08x_%08x", xy_str_hash(table), xy_str_hash(lower));
}

static void add_drop(xy_context *ctx, xy_rope *rope, xy_str name, xy_str table)
{
    xy_rope_build(ctx->edits, rope, "SET client_min_messages = warning;\nDROP TRIGGER IF EXISTS %S ON %S;\nRESET client_min_messages;\n", name, table);
}

/* PostgreSQL does not tell which columns a statement sets, but a statement trigger UPDATE OF c fires only when c is set: one of them
 * notes it in a setting, another one, whose name sorts before, clears it. PostgreSQL fires triggers by name: a digit comes before the letter with
 * which the author's begin. Several triggers of one table share them. */
static void add_updating_triggers(xy_context *ctx, const trigger *t, xy_str column)
{
    xy_str setting = updating_setting(ctx, t, column), table = xy_ddl_name(ctx, t->table), target = xy_pass_target_name(ctx, column);
    xy_str stem = xy_str_format(ctx->arena, "xy_%08x", xy_str_hash(setting));
    for (int on = 0; on < 2; on++) {
        xy_rope function = {0}, create = {0};
        const char *name = on ? "set" : "clear";
        xy_rope_format(ctx->edits, &function,
                       "CREATE OR REPLACE FUNCTION %.*s_%s() RETURNS trigger AS $$\nBEGIN\n  PERFORM set_config('%.*s', '%d', true);\n  RETURN NULL;\nEND;\n$$ "
                       "LANGUAGE plpgsql;",
                       XY_STR_ARG(stem), name, XY_STR_ARG(setting), on);
        xy_str trigger_name = xy_str_format(ctx->arena, "\"0_xy_%s_%.*s\"", on ? "b" : "a", XY_STR_ARG(stem));
        if (!xy_target_has(ctx->target, "replace_trigger"))
            add_drop(ctx, &create, trigger_name, table);
        xy_rope_format(ctx->edits, &create, "CREATE %sTRIGGER %.*s BEFORE UPDATE%s%.*s ON %.*s FOR EACH STATEMENT EXECUTE FUNCTION %.*s_%s();",
                       xy_target_has(ctx->target, "replace_trigger") ? "OR REPLACE " : "", XY_STR_ARG(trigger_name), on ? " OF " : "",
                       on ? (int)target.length : 0, target.data, XY_STR_ARG(table), XY_STR_ARG(stem), name);
        xy_plpgsql_after_unit(ctx, function);
        xy_plpgsql_after_unit(ctx, create);
    }
}

static void test_updating(xy_context *ctx, const trigger *t, const xy_node *call)
{
    const xy_call *c = XY_AS(call, call);
    const xy_node *argument = c->args.count == 1 ? c->args.items[0] : NULL;
    if (!argument || argument->kind != XY_NODE_STRING_LITERAL) {
        xy_pass_flag(ctx, call, "updating", NULL);
        return;
    }
    xy_str column = xy_str_upper(ctx->arena, xy_token_string(ctx->source, XY_AS(string_literal, argument)->value, ctx->arena));
    xy_str setting = updating_setting(ctx, t, column);
    if (!xy_map_get(&ctx->fresh_names, setting)) {
        xy_map_put(&ctx->fresh_names, setting, ctx);
        add_updating_triggers(ctx, t, column);
    }
    xy_rope rope = {0};
    xy_rope_format(ctx->edits, &rope, "(TG_OP = 'UPDATE' AND current_setting('%.*s', true) = '1')", XY_STR_ARG(setting));
    xy_edit_replace_node(ctx->edits, call, XY_LAYER_OWN, rope, xy_rule_id(ctx->rule));
}

/* ---- RETURN ---- */

static xy_rope return_line(xy_context *ctx, const trigger *t)
{
    xy_rope rope = {0};
    xy_rope_format(ctx->edits, &rope, "RETURN %s;", t->result);
    return rope;
}

static void return_at_end(xy_context *ctx, const trigger *t, xy_nodes stmts)
{
    const xy_node *last = stmts.count ? stmts.items[stmts.count - 1] : NULL;
    if (last && last->kind != XY_NODE_RETURN && last->kind != XY_NODE_RAISE)
        xy_plpgsql_after(ctx, last, XY_AFTER_REST, return_line(ctx, t));
}

static void returns(xy_context *ctx, const trigger *t, const xy_node *body)
{
    const xy_block *block = XY_AS(block, body);
    return_at_end(ctx, t, block->stmts);
    for (uint32_t i = 0; i < block->handlers.count; i++)
        return_at_end(ctx, t, XY_AS(handler, block->handlers.items[i])->stmts);
}

/* ---- the walk over body and condition ---- */

typedef struct walk {
    xy_context *ctx;
    const trigger *t;
    const xy_node *mutating; /* the last statement that was found to use the trigger's table */
} walk;

static bool is_autonomous(const xy_context *ctx, const xy_node *node)
{
    for (const xy_node *up = node; up; up = up->parent) {
        xy_nodes decls = up->kind == XY_NODE_BLOCK ? XY_AS(block, up)->decls : (xy_nodes){0};
        for (uint32_t i = 0; i < decls.count; i++)
            if (decls.items[i]->kind == XY_NODE_PRAGMA && xy_ddl_is_word(ctx, XY_AS(pragma, decls.items[i])->name, "AUTONOMOUS_TRANSACTION"))
                return true;
    }
    return false;
}

/* The trigger's own table in one of its statements: Oracle raises ORA-04091 when that statement begins, but for a single-row INSERT, which the trigger cannot
 * tell from others. An autonomous transaction sees the table as it was committed: flagged as such. */
static void mutating_table(xy_context *ctx, const trigger *t, const xy_node *table)
{
    const xy_node *statement = xy_plpgsql_statement(ctx, table);
    xy_rope line = {0};
    if (is_autonomous(ctx, table))
        return;
    if (!statement || xy_node_enclosing(table, XY_NODE_CURSOR_DECL) || !(t->updates || t->deletes)) {
        xy_pass_flag(ctx, table, "mutating", NULL);
        return;
    }
    xy_pass_flag(ctx, table, t->inserts ? "mutating-insert" : "mutating-raised", NULL);
    if (t->inserts)
        xy_rope_text(ctx->edits, &line, "IF TG_OP <> 'INSERT' THEN ");
    xy_rope_build(ctx->edits, &line, "PERFORM %s(4091);", xy_pass_runtime(ctx, "raise_ora"));
    if (t->inserts)
        xy_rope_text(ctx->edits, &line, " END IF;");
    xy_plpgsql_before(ctx, table, line);
}

static bool visit(xy_node *node, void *data)
{
    walk *w = data;
    xy_context *ctx = w->ctx;
    const char *operation = NULL;
    if (node->kind == XY_NODE_BIND) {
        bind(ctx, w->t->node, node);
    } else if (node->kind == XY_NODE_RETURN && !XY_AS(return, node)->value && xy_node_enclosing(node, XY_NODE_ROUTINE) == NULL) {
        xy_rope rope = {0};
        xy_rope_format(ctx->edits, &rope, " %s", w->t->result);
        xy_edit_insert(ctx->edits, node->first, XY_AFTER, rope, xy_rule_id(ctx->rule));
    } else if (node->kind == XY_NODE_CALL && (operation = operation_of(ctx, XY_AS(call, node)->callee))) {
        test_updating(ctx, w->t, node);
        return true;
    } else if ((operation = operation_of(ctx, node))) {
        test_operation(ctx, node, operation);
    } else if (node->kind == XY_NODE_TABLE_NAME && w->t->row) {
        const xy_symbol *table = xy_info_of(ctx->analysis, w->t->table)->symbol;
        bool mutating =
            xy_str_equal(xy_ddl_last_part(ctx, XY_AS(table_name, node)->name), xy_ddl_last_part(ctx, w->t->table)) && (!table || table->kind == XY_SYM_TABLE);
        if (mutating && xy_plpgsql_statement(ctx, node) != w->mutating)
            mutating_table(ctx, w->t, node);
        if (mutating)
            w->mutating = xy_plpgsql_statement(ctx, node);
    }
    return xy_node_each_child(node, visit, data);
}

/* WHEN (n.a > 0): correlation names without a colon. */
static bool visit_condition(xy_node *node, void *data)
{
    walk *w = data;
    if (node->kind == XY_NODE_NAME) {
        uint32_t token = XY_AS(name, node)->parts.items[0];
        const char *row = row_of(w->ctx, w->t->node, xy_token_text(w->ctx->source, token));
        if (row && XY_AS(name, node)->parts.count > 1)
            xy_edit_token(w->ctx->edits, token, row, xy_rule_id(w->ctx->rule));
    }
    return xy_node_each_child(node, visit_condition, data);
}

/* ---- header ---- */

void xy_trigger_read_events(xy_context *ctx, trigger *t)
{
    for (uint32_t i = 0; i < t->node->events.count; i++) {
        uint32_t event = XY_AS(trigger_event, t->node->events.items[i])->event;
        t->inserts = t->inserts || xy_ddl_is_word(ctx, event, "INSERT");
        t->updates = t->updates || xy_ddl_is_word(ctx, event, "UPDATE");
        t->deletes = t->deletes || xy_ddl_is_word(ctx, event, "DELETE");
    }
}

static const char *result_of(const trigger *t)
{
    if (!t->row || t->node->timing == XY_CREATE_TRIGGER_TIMING_AFTER)
        return "NULL";
    if (!t->deletes)
        return "NEW";
    return t->inserts || t->updates ? "COALESCE(NEW, OLD)" : "OLD";
}

void xy_trigger_add_events(xy_context *ctx, xy_rope *rope, const trigger *t)
{
    for (uint32_t i = 0; i < t->node->events.count; i++) {
        const xy_trigger_event *event = XY_AS(trigger_event, t->node->events.items[i]);
        xy_str word = xy_token_text(ctx->source, event->event);
        xy_rope_format(ctx->edits, rope, "%s%.*s", i ? " OR " : "", XY_STR_ARG(word));
        for (uint32_t c = 0; c < event->columns.count; c++) {
            xy_str column = xy_pass_target_name(ctx, xy_token_name(ctx->source, event->columns.items[c], ctx->arena));
            xy_rope_format(ctx->edits, rope, "%s%.*s", c ? ", " : " OF ", XY_STR_ARG(column));
        }
    }
}

/* The unit of this file that creates the trigger, or null. */
static const xy_create_trigger *trigger_named(xy_context *ctx, xy_str name)
{
    const xy_unit *unit = xy_units_named(ctx->units, XY_NODE_CREATE_TRIGGER, name, NULL);
    return unit ? XY_AS(create_trigger, unit->tree) : NULL;
}

/* Names behind FOLLOWS or PRECEDES: the last part of each. */
static xy_str ordered_name(xy_context *ctx, const xy_node *ordering, uint32_t *from)
{
    xy_str name = {0};
    uint32_t i = *from;
    for (; i != XY_NO_TOKEN && i < ordering->last && ctx->source->tokens[i].kind != XY_TOKEN_COMMA; i = xy_token_next(ctx->source, i))
        if (ctx->source->tokens[i].kind != XY_TOKEN_DOT)
            name = xy_token_name(ctx->source, i, ctx->arena);
    *from = i != XY_NO_TOKEN && i < ordering->last ? xy_token_next(ctx->source, i) : XY_NO_TOKEN;
    return name;
}

static xy_str firing_name(xy_context *ctx, xy_str name, unsigned depth)
{
    enum { DEEPEST = 8 };
    const xy_create_trigger *t = depth < DEEPEST ? trigger_named(ctx, name) : NULL;
    if (!t || !t->ordering || !xy_ddl_is_word(ctx, t->ordering->first, "FOLLOWS"))
        return name;
    xy_str best = name;
    for (uint32_t at = xy_token_next(ctx->source, t->ordering->first); at != XY_NO_TOKEN && at < t->ordering->last;) {
        xy_str other = firing_name(ctx, ordered_name(ctx, t->ordering, &at), depth + 1);
        if (xy_str_compare(xy_str_lower(ctx->arena, best), xy_str_lower(ctx->arena, other)) < 0)
            best = xy_str_format(ctx->arena, "%.*s__%.*s", XY_STR_ARG(other), XY_STR_ARG(name));
    }
    return best;
}

xy_str xy_pass_trigger_name(xy_context *ctx, const xy_node *name)
{
    return xy_trigger_name(ctx, xy_ddl_last_part(ctx, name));
}

xy_str xy_trigger_name(xy_context *ctx, xy_str name)
{
    return xy_pass_target_name(ctx, firing_name(ctx, name, 0));
}

/* A trigger's WHEN cannot ask for a row that one of its events lacks: such a condition stands in the function. */
typedef struct rows {
    xy_context *ctx;
    const trigger *t;
    bool new, old;
} rows;

static bool find_rows(xy_node *node, void *data)
{
    rows *r = data;
    if (node->kind == XY_NODE_NAME && XY_AS(name, node)->parts.count > 1) {
        const char *row = row_of(r->ctx, r->t->node, xy_token_text(r->ctx->source, XY_AS(name, node)->parts.items[0]));
        r->new |= row &&row[0] == 'N';
        r->old |= row && row[0] == 'O';
    }
    return xy_node_each_child(node, find_rows, data);
}

static bool when_fits(xy_context *ctx, const trigger *t)
{
    rows r = {.ctx = ctx, .t = t};
    find_rows(t->node->when, &r);
    return !(r.new && t->deletes) && !(r.old && t->inserts) && t->node->timing != XY_CREATE_TRIGGER_TIMING_INSTEAD_OF;
}

static void test_when(xy_context *ctx, const trigger *t)
{
    const xy_block *block = XY_AS(block, t->node->body);
    xy_rope rope = {0};
    if (!block->stmts.count)
        return;
    xy_rope_build(ctx->edits, &rope, "IF (%n) IS NOT TRUE THEN\n  RETURN %s;\nEND IF;", t->node->when, t->result);
    xy_plpgsql_before(ctx, block->stmts.items[0], rope);
}

void xy_trigger_create(xy_context *ctx, const trigger *t, xy_str name, const char *timing, bool row, xy_str function)
{
    xy_str table = xy_ddl_name(ctx, t->table);
    bool or_replace = XY_AS(create_prefix, t->node->prefix)->or_replace != XY_NO_TOKEN;
    xy_rope rope = {0};
    if (or_replace && !xy_target_has(ctx->target, "replace_trigger"))
        add_drop(ctx, &rope, name, table);
    or_replace = or_replace && xy_target_has(ctx->target, "replace_trigger");
    xy_rope_build(ctx->edits, &rope, "CREATE %sTRIGGER %S %s ", or_replace ? "OR REPLACE " : "", name, timing);
    xy_trigger_add_events(ctx, &rope, t);
    xy_rope_build(ctx->edits, &rope, " ON %S FOR EACH %s", table, row ? "ROW" : "STATEMENT");
    if (t->node->when && when_fits(ctx, t) && row) {
        xy_rope_text(ctx->edits, &rope, " WHEN (");
        xy_rope_node(ctx->edits, &rope, t->node->when);
        xy_rope_text(ctx->edits, &rope, ")");
    }
    xy_rope_build(ctx->edits, &rope, " EXECUTE FUNCTION %S();", function);
    xy_plpgsql_after_unit(ctx, rope);
    if (t->node->state != XY_NO_TOKEN && xy_ddl_is_word(ctx, t->node->state, "DISABLE")) {
        xy_rope disable = {0};
        xy_rope_build(ctx->edits, &disable, "ALTER TABLE %S DISABLE TRIGGER %S;", table, name);
        xy_plpgsql_after_unit(ctx, disable);
    }
}

/* FOLLOWS x: PostgreSQL fires triggers in the order of their names, so this one gets a name behind. */
static void check_order(xy_context *ctx, const trigger *t)
{
    if (!t->node->ordering)
        return;
    bool follows = xy_ddl_is_word(ctx, t->node->ordering->first, "FOLLOWS");
    xy_str own = xy_str_lower(ctx->arena, firing_name(ctx, xy_ddl_last_part(ctx, t->node->name), 0));
    for (uint32_t at = xy_token_next(ctx->source, t->node->ordering->first); at != XY_NO_TOKEN && at < t->node->ordering->last;) {
        xy_str other = xy_str_lower(ctx->arena, firing_name(ctx, ordered_name(ctx, t->node->ordering, &at), 0));
        int order = xy_str_compare(own, other);
        if (follows ? order < 0 : order > 0)
            xy_pass_flag(ctx, t->node->ordering, "order", NULL);
    }
}

void xy_trigger_check_rows(xy_context *ctx, const xy_create_trigger *node)
{
    const xy_symbol *before = xy_sema_before_trigger_met(ctx->catalog, xy_ddl_last_part(ctx, node->name));
    if (before)
        xy_pass_flag(ctx, node->name, "row-by-row", "name", xy_str_format(ctx->arena, "%.*s", XY_STR_ARG(before->name)).data, NULL);
}

void xy_trigger_translate_body(xy_context *ctx, const trigger *t, const xy_node *body)
{
    walk w = {ctx, t, false};
    visit((xy_node *)(uintptr_t)body, &w);
    returns(ctx, t, body);
}

static bool is_dml_event(const xy_context *ctx, uint32_t event)
{
    xy_str word = xy_token_text(ctx->source, event);
    return xy_str_equal_nocase(word, XY_STR("INSERT")) || xy_str_equal_nocase(word, XY_STR("UPDATE")) || xy_str_equal_nocase(word, XY_STR("DELETE"));
}

static bool is_dml(const xy_context *ctx, const xy_create_trigger *node)
{
    bool simple = node->body && node->body->kind == XY_NODE_BLOCK && node->timing != XY_CREATE_TRIGGER_TIMING_COMPOUND;
    for (uint32_t i = 0; i < node->events.count; i++) /* AFTER LOGON ON DATABASE: that is no table */
        simple = simple && is_dml_event(ctx, XY_AS(trigger_event, node->events.items[i])->event);
    return simple && node->on && node->on->kind == XY_NODE_NAME;
}

void xy_pass_trigger(xy_context *ctx, xy_node *node)
{
    static const char *const timings[] = {
        [XY_CREATE_TRIGGER_TIMING_BEFORE] = "BEFORE", [XY_CREATE_TRIGGER_TIMING_AFTER] = "AFTER", [XY_CREATE_TRIGGER_TIMING_INSTEAD_OF] = "INSTEAD OF"};
    trigger t = {.node = XY_AS(create_trigger, node)};
    if (xy_trigger_is_compound(t.node)) {
        xy_trigger_translate_compound(ctx, node);
        return;
    }
    if (!is_dml(ctx, t.node)) {
        xy_pass_flag(ctx, t.node->name, "system-event", NULL);
        return;
    }
    t.table = t.node->on;
    t.row = t.node->for_each_row != XY_NO_TOKEN || t.node->timing == XY_CREATE_TRIGGER_TIMING_INSTEAD_OF;
    xy_trigger_read_events(ctx, &t);
    t.result = result_of(&t);
    check_order(ctx, &t);
    xy_trigger_check_rows(ctx, t.node);
    if (t.node->when) {
        walk w = {ctx, &t, false};
        visit_condition(t.node->when, &w);
        if (!when_fits(ctx, &t))
            test_when(ctx, &t);
    }
    xy_trigger_translate_body(ctx, &t, t.node->body);
    xy_str name = xy_ddl_last_part(ctx, t.node->name), function = xy_ddl_beside(ctx, t.node->name, xy_ddl_derived_name(ctx, name, "_FN"));
    xy_rope header = {0};
    xy_rope_format(ctx->edits, &header, "CREATE OR REPLACE FUNCTION %.*s() RETURNS trigger ", XY_STR_ARG(function));
    xy_edit_replace(ctx->edits, node->first, t.node->body->first, XY_LAYER_OWN, header, xy_rule_id(ctx->rule));
    xy_body_translate(ctx, t.node->body, "AS ", " LANGUAGE plpgsql;", (xy_str){0});
    xy_trigger_create(ctx, &t, xy_trigger_name(ctx, name), timings[t.node->timing], t.row, function);
}

xy_str xy_trigger_table(xy_context *ctx, const xy_node *named)
{
    xy_str schema = {0};
    const xy_symbol *symbol = xy_catalog_trigger(ctx->catalog, xy_ddl_schema_part(ctx, named), xy_ddl_last_part(ctx, named), &schema);
    if (!symbol || !symbol->target_name.length)
        return (xy_str){0};
    const xy_symbol *table = xy_catalog_find(ctx->catalog, schema, symbol->target_name, true);
    return table ? xy_pass_symbol_name(ctx, table) : xy_pass_target_name(ctx, symbol->target_name);
}
