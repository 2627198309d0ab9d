/* Bulk operations (trap F12): BULK COLLECT INTO of SELECT, FETCH, RETURNING and EXECUTE IMMEDIATE, FORALL with SAVE EXCEPTIONS and its attributes. */
#include "pass/cursor.h"
#include "syntax/keyword.h"

enum { BULK_STATE = XY_STATE_BULK };

static void text(xy_context *ctx, xy_rope *rope, const char *s)
{
    xy_rope_text(ctx->edits, rope, s);
}

static const char *rule_of(const xy_context *ctx)
{
    return xy_rule_id(ctx->rule);
}

/* ---- what is collected ---- */

/* One target of BULK COLLECT INTO. */
typedef struct target {
    const xy_node *node;
    const xy_type *type; /* of the collection */
    xy_form form;
    bool record;    /* its elements are records: all columns make one */
    xy_str element; /* type of the elements */
    bool plain;     /* a variable that is an array */
} target;

static bool look_at(xy_context *ctx, const xy_node *node, target *t)
{
    *t = (target){.node = node, .type = xy_place_type(ctx, node)};
    if (!t->type || t->type->family != XY_FAMILY_COLLECTION)
        return false;
    t->form = xy_form_of(ctx, t->type);
    t->record = xy_form_of(ctx, t->type->element) == XY_FORM_RECORD;
    t->element = t->type->element ? xy_pass_target_type(ctx, t->type->element) : (xy_str){0};
    t->plain = t->form == XY_FORM_ARRAY && xy_place_is_plain(ctx, node);
    return t->element.length > 0;
}

/* A rope of nothing but text. */
static xy_str flat_text(xy_context *ctx, const xy_rope *rope)
{
    xy_buffer out;
    xy_buffer_init(&out, ctx->arena);
    for (uint32_t i = 0; i < rope->count; i++)
        xy_buffer_add_str(&out, rope->items[i].text);
    return xy_buffer_str(&out);
}

/* Text of the collection made from column `column` of the rows `rows`. */
static xy_str aggregate(xy_context *ctx, const target *t, xy_str rows, unsigned column)
{
    xy_str value = t->record ? xy_str_format(ctx->arena, "ROW(%.*s.*)::%.*s", XY_STR_ARG(rows), XY_STR_ARG(t->element))
                             : xy_str_format(ctx->arena, "%.*s.c%u", XY_STR_ARG(rows), column);
    xy_str array = xy_str_format(ctx->arena, "array_agg(%.*s)", XY_STR_ARG(value));
    xy_rope plain = {0}, checked = {0};
    if (t->form != XY_FORM_ARRAY && xy_limit_applies(ctx, t->type->element, NULL)) {
        xy_rope_str(ctx->edits, &plain, array);
        xy_limit_array(ctx, &checked, t->type->element, &plain);
        array = flat_text(ctx, &checked);
    }
    switch (t->form) {
    case XY_FORM_SPARSE: return xy_str_format(ctx->arena, "%s(%.*s)", xy_pass_runtime(ctx, "aa_from_array"), XY_STR_ARG(array));
    case XY_FORM_HOLES: return xy_str_format(ctx->arena, "%s(coalesce(%.*s, '{}'))", xy_pass_runtime(ctx, "nt_new"), XY_STR_ARG(array));
    default: return xy_str_format(ctx->arena, "coalesce(%.*s, '{}')", XY_STR_ARG(array));
    }
}

static const char *count_function(const target *t)
{
    return t->form == XY_FORM_SPARSE ? "aa_count" : t->form == XY_FORM_HOLES ? "nt_count" : "arr_count";
}

static void count_rows(xy_context *ctx, const xy_node *statement, const target *t)
{
    const xy_body *body = xy_plpgsql_body(ctx, statement);
    xy_rope rope = {0};
    if (body && body->uses_rowcount) {
        xy_rope_build(ctx->edits, &rope, "%s(", xy_pass_runtime(ctx, count_function(t)));
        bool plain = t->node->kind == XY_NODE_NAME && XY_AS(name, t->node)->parts.count == 1;
        if (plain) /* the target's own place carries the text that is put after it: only its name is wanted */
            xy_rope_str(ctx->edits, &rope, xy_pass_target_name(ctx, xy_token_name(ctx->source, XY_AS(name, t->node)->parts.items[0], ctx->arena)));
        else
            xy_place_read(ctx, t->node, &rope);
        text(ctx, &rope, ")");
    }
    xy_plpgsql_set_rowcount(ctx, statement, rope);
}

/* c1, c2, … for the rows' columns; nothing when the rows are taken whole. */
static xy_str column_names(xy_context *ctx, uint32_t count, bool record)
{
    xy_buffer out;
    xy_buffer_init(&out, ctx->arena);
    for (uint32_t i = 0; i < count && !record; i++)
        xy_buffer_format(&out, "%sc%u", i ? ", " : "(", (unsigned)i + 1);
    if (!record)
        xy_buffer_add_char(&out, ')');
    return xy_buffer_str(&out);
}

/* Collections and their targets as "a, b" for SELECT a, b INTO x, y. False when a target is not known. */
static bool select_lists(xy_context *ctx, const xy_into *into, xy_str rows, xy_str *values, xy_rope *targets, bool *record)
{
    xy_buffer out;
    xy_buffer_init(&out, ctx->arena);
    for (uint32_t i = 0; i < into->targets.count; i++) {
        target t;
        if (!look_at(ctx, into->targets.items[i], &t))
            return false;
        *record = t.record && into->targets.count == 1;
        xy_str value = aggregate(ctx, &t, rows, i + 1);
        xy_buffer_format(&out, "%s%.*s", i ? ", " : "", XY_STR_ARG(value));
        text(ctx, targets, i ? ", " : "");
        if (xy_place_is_plain(ctx, t.node))
            xy_rope_node(ctx->edits, targets, t.node);
        else
            xy_rope_str(ctx->edits, targets, xy_place_temp(ctx, t.node));
    }
    *values = xy_buffer_str(&out);
    return true;
}

/* ---- SELECT … BULK COLLECT INTO ---- */

/* Is the row one object already, so that it is not to be put together? */
static bool gives_object(const xy_context *ctx, const xy_query_block *block)
{
    if (block->items.count != 1 || block->items.items[0]->kind != XY_NODE_SELECT_ITEM)
        return false;
    xy_family family = xy_family_of(ctx->analysis, XY_AS(select_item, block->items.items[0])->expr);
    return family == XY_FAMILY_OBJECT || family == XY_FAMILY_RECORD;
}

/* A cast to a row type cuts texts: is there a field whose text may be too long? Stars take rows as they are. */
static bool fields_need_checks(xy_context *ctx, const xy_query_block *block, const xy_type *record)
{
    if (block->items.count != record->field_count)
        return false;
    bool any = false;
    for (uint32_t i = 0; i < block->items.count; i++) {
        const xy_type *type = record->fields[i].type;
        if (block->items.items[i]->kind != XY_NODE_SELECT_ITEM || XY_AS(select_item, block->items.items[i])->expr->kind == XY_NODE_STAR)
            return false;
        any = any
              || (type && xy_is_char_family(type->family) && type->family != XY_FAMILY_CHAR
                  && xy_limit_applies(ctx, type, XY_AS(select_item, block->items.items[i])->expr));
    }
    return any;
}

static void checked_rows(xy_context *ctx, const xy_node *select, const target *t, xy_rope *array)
{
    xy_str q = xy_pass_fresh_name(ctx, "xy_q");
    const xy_type *record = t->type->element;
    text(ctx, array, "ARRAY(SELECT ROW(");
    for (uint32_t i = 0; i < record->field_count; i++) {
        const xy_type *type = record->fields[i].type;
        bool check = type && type->family == XY_FAMILY_VARCHAR && type->precision > 0;
        if (check)
            xy_rope_build(ctx->edits, array, "%s%s(%S.c%d::text, %d)", i ? ", " : "", xy_pass_runtime(ctx, "fit"), q, (int)i + 1, (int)type->precision);
        else
            xy_rope_build(ctx->edits, array, "%s%S.c%d", i ? ", " : "", q, (int)i + 1);
    }
    xy_rope_build(ctx->edits, array, ")::%S FROM (%n) %S%S)", t->element, select, q, column_names(ctx, record->field_count, false));
}

static void select_one(xy_context *ctx, const xy_node *select, const xy_query_block *block, const target *t)
{
    xy_rope array = {0}, value = {0}, rope = {0};
    if (t->record && !gives_object(ctx, block) && fields_need_checks(ctx, block, t->type->element)) {
        checked_rows(ctx, select, t, &array);
    } else if (t->record && !gives_object(ctx, block)) {
        xy_str q = xy_pass_fresh_name(ctx, "xy_q");
        xy_rope_build(ctx->edits, &array, "ARRAY(SELECT ROW(%S.*)::%S FROM (%n) %S)", q, t->element, select, q);
    } else {
        xy_rope_build(ctx->edits, &array, "ARRAY(%n)", select);
    }
    if (!t->plain && t->form == XY_FORM_ARRAY)
        xy_rope_build(ctx->edits, &array, "::%S", xy_place_plain_type(ctx, t->type));
    bool single = block->items.count == 1 && block->items.items[0]->kind == XY_NODE_SELECT_ITEM;
    xy_place_from_array(ctx, t->type, single ? XY_AS(select_item, block->items.items[0])->expr : NULL, array, &value);
    xy_place_assign(ctx, t->node, (xy_place_value){.rope = &value}, &rope);
    uint32_t semicolon = xy_plpgsql_semicolon(ctx, select);
    xy_edit_replace(ctx->edits, select->first, semicolon == XY_NO_TOKEN ? select->last : semicolon + 1, XY_LAYER_WRAP, rope, rule_of(ctx));
}

static void select_many(xy_context *ctx, const xy_node *select, const xy_into *into)
{
    xy_str q = xy_pass_fresh_name(ctx, "xy_q"), values;
    xy_rope targets = {0}, rope = {0};
    bool record = false;
    if (!select_lists(ctx, into, q, &values, &targets, &record)) {
        xy_pass_flag(ctx, &into->node, "element-type", NULL);
        return;
    }
    xy_rope_build(ctx->edits, &rope, "SELECT %S INTO ", values);
    xy_place_append(ctx, &rope, &targets);
    xy_rope_build(ctx->edits, &rope, " FROM (%n) %S%S", select, q, column_names(ctx, into->targets.count, record));
    xy_edit_replace_node(ctx->edits, select, XY_LAYER_WRAP, rope, rule_of(ctx));
}

static void collect_select(xy_context *ctx, const xy_node *node, const xy_query_block *block)
{
    const xy_into *into = XY_AS(into, node);
    const xy_node *select = xy_plpgsql_statement(ctx, node);
    target t;
    if (!select || !look_at(ctx, into->targets.items[0], &t)) {
        xy_pass_flag(ctx, node, "element-type", NULL);
        return;
    }
    xy_edit_delete(ctx->edits, node->first, node->last, rule_of(ctx));
    if (into->targets.count == 1)
        select_one(ctx, select, block, &t);
    else
        select_many(ctx, select, into);
    count_rows(ctx, select, &t);
}

/* ---- RETURNING … BULK COLLECT INTO ---- */

static void collect_returning(xy_context *ctx, const xy_node *node, const xy_node *statement)
{
    const xy_into *into = XY_AS(into, node);
    xy_str rows = xy_pass_fresh_name(ctx, "xy_rows"), values;
    xy_rope targets = {0}, head = {0}, tail = {0};
    bool record = false, forall = xy_node_enclosing(node, XY_NODE_FORALL) != NULL;
    target t;
    if (!look_at(ctx, into->targets.items[0], &t) || !select_lists(ctx, into, rows, &values, &targets, &record) || (forall && !t.plain)) {
        xy_pass_flag(ctx, node, "element-type", NULL);
        return;
    }
    xy_rope_build(ctx->edits, &head, "WITH %S%S AS (", rows, column_names(ctx, into->targets.count, record));
    xy_edit_insert(ctx->edits, statement->first, XY_BEFORE, head, rule_of(ctx));
    text(ctx, &tail, ") SELECT ");
    if (forall) { /* each turn adds its rows */
        for (uint32_t i = 0; i < into->targets.count; i++)
            if (look_at(ctx, into->targets.items[i], &t))
                xy_rope_build(ctx->edits, &tail, "%s%n || %S", i ? ", " : "", into->targets.items[i], aggregate(ctx, &t, rows, i + 1));
    } else {
        xy_rope_str(ctx->edits, &tail, values);
    }
    text(ctx, &tail, " INTO ");
    xy_place_append(ctx, &tail, &targets);
    xy_rope_build(ctx->edits, &tail, " FROM %S", rows);
    /* in the place of INTO …, not behind it: what is put behind a target would come out wherever the target is read again */
    xy_edit_replace(ctx->edits, xy_token_previous(ctx->source, node->first) + 1, node->last, XY_LAYER_OWN, tail, rule_of(ctx));
    if (!forall)
        count_rows(ctx, statement, &t);
}

/* ---- EXECUTE IMMEDIATE … BULK COLLECT INTO ---- */

static void collect_dynamic(xy_context *ctx, const xy_node *node, const xy_execute_immediate *execute)
{
    const xy_into *into = XY_AS(into, node);
    xy_str values;
    xy_rope targets = {0}, sql = {0}, rope = {0};
    bool record = false;
    if (!select_lists(ctx, into, XY_STR("xy_q"), &values, &targets, &record)) {
        xy_pass_flag(ctx, node, "element-type", NULL);
        return;
    }
    xy_str quoted = xy_sql_quote(ctx, xy_str_format(ctx->arena, "SELECT %.*s FROM (", XY_STR_ARG(values)));
    xy_rope_build(ctx->edits, &sql, "%S || %o || ') AS xy_q%S'", quoted, execute->sql, XY_PREC_OTHER, column_names(ctx, into->targets.count, record));
    xy_edit_replace_node(ctx->edits, execute->sql, XY_LAYER_WRAP, sql, rule_of(ctx));
    text(ctx, &rope, "INTO ");
    xy_place_append(ctx, &rope, &targets);
    xy_edit_replace_node(ctx->edits, node, XY_LAYER_OWN, rope, rule_of(ctx));
}

void xy_pass_bulk_into(xy_context *ctx, xy_node *node)
{
    const xy_into *into = XY_AS(into, node);
    const xy_node *parent = node->parent;
    if (into->bulk == XY_NO_TOKEN || !parent || !into->targets.count)
        return;
    if (parent->kind == XY_NODE_QUERY_BLOCK)
        collect_select(ctx, node, XY_AS(query_block, parent));
    else if (parent->kind == XY_NODE_RETURNING && parent->parent)
        collect_returning(ctx, node, parent->parent);
    else if (parent->kind == XY_NODE_EXECUTE_IMMEDIATE && XY_AS(execute_immediate, parent)->into == node)
        collect_dynamic(ctx, node, XY_AS(execute_immediate, parent));
    else if (parent->kind != XY_NODE_FETCH)
        xy_pass_flag(ctx, node, "element-type", NULL);
}

/* ---- FETCH … BULK COLLECT INTO ---- */

/* Where the rows of one target go while they come: the target itself, or an array. */
typedef struct sink {
    target t;
    xy_str array, element;
} sink;

static void add_line(xy_context *ctx, xy_rope *rope, xy_str indent, const char *line)
{
    xy_rope_build(ctx->edits, rope, "\n%S%s", indent, line);
}

void xy_pass_bulk_fetch(xy_context *ctx, xy_node *node)
{
    const xy_fetch *fetch = XY_AS(fetch, node);
    const xy_into *into = XY_AS(into, fetch->into);
    xy_str indent = xy_edit_indent(ctx->edits, node->first);
    xy_rope rope = {0};
    XY_VEC(sink) sinks = {0};
    if (into->bulk == XY_NO_TOKEN)
        return;
    for (uint32_t i = 0; i < into->targets.count; i++) {
        sink s = {0};
        if (!look_at(ctx, into->targets.items[i], &s.t)) {
            xy_pass_flag(ctx, into->targets.items[i], "element-type", NULL);
            return;
        }
        s.element = xy_plpgsql_temp(ctx, node, "xy_element", NULL, xy_arena_copy(ctx->arena, s.t.element.data, s.t.element.length));
        s.array = s.t.plain ? xy_edits_render_node(ctx->edits, s.t.node)
                            : xy_plpgsql_temp(ctx, node, "xy_array", NULL, xy_str_format(ctx->arena, "%.*s[]", XY_STR_ARG(s.t.element)).data);
        xy_vec_push(ctx->arena, &sinks, s);
    }
    xy_str count = xy_plpgsql_temp(ctx, node, "xy_count", NULL, "integer");
    xy_rope_build(ctx->edits, &rope, "%S := 0;", count);
    for (uint32_t i = 0; i < sinks.count; i++)
        xy_rope_build(ctx->edits, &rope, "\n%S%S := '{}';", indent, sinks.items[i].array);
    add_line(ctx, &rope, indent, "LOOP");
    if (fetch->limit)
        xy_rope_build(ctx->edits, &rope, "\n%S  EXIT WHEN %S >= %o;", indent, count, fetch->limit, XY_PREC_OTHER);
    xy_str cursor = xy_cursor_is_packaged(xy_cursor_symbol(ctx, fetch->cursor)) ? xy_cursor_local(ctx, fetch->cursor) : (xy_str){0};
    xy_rope_build(ctx->edits, &rope, "\n%S  FETCH ", indent);
    if (cursor.length)
        xy_rope_str(ctx->edits, &rope, cursor);
    else
        xy_rope_node(ctx->edits, &rope, fetch->cursor);
    text(ctx, &rope, " INTO ");
    for (uint32_t i = 0; i < sinks.count; i++)
        xy_rope_build(ctx->edits, &rope, "%s%S", i ? ", " : "", sinks.items[i].element);
    xy_rope_build(ctx->edits, &rope, ";\n%S  EXIT WHEN NOT FOUND;\n%S  %S := %S + 1;", indent, indent, count, count);
    for (uint32_t i = 0; i < sinks.count; i++)
        xy_rope_build(ctx->edits, &rope, "\n%S  %S := array_append(%S, %S);", indent, sinks.items[i].array, sinks.items[i].array, sinks.items[i].element);
    add_line(ctx, &rope, indent, "END LOOP;");
    xy_cursor_after_bulk(ctx, node, count, &rope);
    for (uint32_t i = 0; i < sinks.count; i++) {
        xy_rope array = {0}, value = {0};
        if (sinks.items[i].t.plain)
            continue;
        xy_rope_str(ctx->edits, &array, sinks.items[i].array);
        xy_place_from_array(ctx, sinks.items[i].t.type, NULL, array, &value);
        add_line(ctx, &rope, indent, "");
        xy_place_assign(ctx, sinks.items[i].t.node, (xy_place_value){.rope = &value}, &rope);
    }
    xy_rope rows = {0};
    xy_rope_str(ctx->edits, &rows, count);
    xy_plpgsql_set_rowcount(ctx, node, rows);
    uint32_t semicolon = xy_plpgsql_semicolon(ctx, node);
    xy_edit_replace(ctx->edits, node->first, semicolon == XY_NO_TOKEN ? node->last : semicolon + 1, XY_LAYER_OWN, rope, rule_of(ctx));
}

/* ---- FORALL ---- */

/* Variables of a body that keep what SQL%BULK_ROWCOUNT and SQL%BULK_EXCEPTIONS tell. */
typedef struct bulk {
    const xy_body *body;
    bool reads_counts, reads_errors;
    xy_str counts, errors;
} bulk;
typedef struct bulks {
    XY_VEC(bulk *) list;
} bulks;

static bool note_attributes(xy_node *node, void *data)
{
    const struct {
        xy_context *ctx;
        bulk *b;
    } *s = data;
    if (node->kind == XY_NODE_CURSOR_ATTRIBUTE) {
        uint32_t attribute = XY_AS(cursor_attribute, node)->attribute;
        s->b->reads_counts |= xy_plpgsql_word_is(s->ctx, attribute, "BULK_ROWCOUNT");
        s->b->reads_errors |= xy_plpgsql_word_is(s->ctx, attribute, "BULK_EXCEPTIONS");
    }
    return xy_node_each_child(node, note_attributes, data);
}

static bulk *bulk_of(xy_context *ctx, const xy_node *node)
{
    const xy_body *body = xy_plpgsql_body(ctx, node);
    bulks *all = ctx->states[BULK_STATE];
    if (!all)
        all = ctx->states[BULK_STATE] = XY_NEW(ctx->arena, bulks);
    for (uint32_t i = 0; i < all->list.count; i++)
        if (all->list.items[i]->body == body)
            return all->list.items[i];
    bulk *b = XY_NEW(ctx->arena, bulk);
    b->body = body;
    struct {
        xy_context *ctx;
        bulk *b;
    } s = {ctx, b};
    if (body)
        note_attributes((xy_node *)(uintptr_t)body->owner, &s);
    xy_vec_push(ctx->arena, &all->list, b);
    return b;
}

static xy_str counts_of(xy_context *ctx, bulk *b)
{
    if (b->counts.length == 0) {
        b->counts = xy_pass_fresh_name(ctx, "xy_bulk_rowcount");
        xy_plpgsql_declare(ctx, b->body->owner, true, b->counts, XY_STR("integer[]"));
    }
    return b->counts;
}

static xy_str errors_of(xy_context *ctx, bulk *b)
{
    if (b->errors.length == 0) {
        b->errors = xy_pass_fresh_name(ctx, "xy_bulk_errors");
        xy_plpgsql_declare(ctx, b->body->owner, true, b->errors, XY_STR("jsonb := '[]'"));
    }
    return b->errors;
}

static void add_bound(xy_context *ctx, const xy_node *bound, xy_rope *rope)
{
    bool integral = xy_info_of(ctx->analysis, bound)->integral || xy_family_of(ctx->analysis, bound) == XY_FAMILY_INTEGER;
    if (integral)
        xy_rope_node(ctx->edits, rope, bound);
    else
        xy_rope_build(ctx->edits, rope, "%o::integer", bound, XY_PREC_CAST);
}

/* The rows of INDICES OF and VALUES OF. */
static bool add_index_query(xy_context *ctx, const xy_forall *f, xy_rope *rope)
{
    const xy_type *type = xy_place_type(ctx, f->collection);
    bool values = f->mode == XY_FORALL_MODE_VALUES;
    xy_form form = type && type->family == XY_FAMILY_COLLECTION ? xy_form_of(ctx, type) : XY_FORM_VALUE;
    if (form == XY_FORM_VALUE || (form == XY_FORM_SPARSE && type->index && xy_is_char_family(type->index->family)))
        return false;
    if (form == XY_FORM_ARRAY) {
        text(ctx, rope, values ? "SELECT xy_u.e::integer FROM unnest(" : "SELECT xy_u.k FROM generate_subscripts(");
        xy_place_read(ctx, f->collection, rope);
        text(ctx, rope, values ? ") WITH ORDINALITY xy_u(e, k)" : ", 1) xy_u(k)");
    } else {
        xy_rope_build(ctx->edits, rope, values ? "SELECT (xy_u.val #>> '{}')::integer FROM %s(" : "SELECT xy_u.k::integer FROM %s(",
                      xy_pass_runtime(ctx, form == XY_FORM_SPARSE ? "aa_elements" : "nt_elements"));
        xy_place_read(ctx, f->collection, rope);
        text(ctx, rope, values ? ") xy_u" : ") xy_u(k, val)");
    }
    if (!values && f->low && f->high)
        xy_rope_build(ctx->edits, rope, form == XY_FORM_ARRAY ? " WHERE xy_u.k BETWEEN %o AND %o" : " WHERE xy_u.k::integer BETWEEN %o AND %o", f->low,
                      XY_PREC_OTHER, f->high, XY_PREC_OTHER);
    return true;
}

typedef struct forall {
    const xy_forall *f;
    xy_str indent, step; /* of the loop, and of what stands in it */
    bulk *b;
    bool sub_block; /* the index is declared in a block of its own */
    bool save;
    xy_str total, rows, turn;
    xy_str rescue; /* end of the group that each turn is; empty: none */
} forall;

/* Lines of their own at the indentation. */
static void add_lines(xy_context *ctx, xy_rope *rope, xy_str indent, xy_str lines)
{
    xy_buffer out;
    xy_buffer_init(&out, ctx->arena);
    for (uint32_t i = 0; i < lines.length; i++) {
        xy_buffer_add_char(&out, lines.data[i]);
        if (lines.data[i] == '\n')
            xy_buffer_add_str(&out, indent);
    }
    xy_rope_build(ctx->edits, rope, "\n%S%S", indent, xy_buffer_str(&out));
}

static void forall_head(xy_context *ctx, forall *a, xy_rope *rope)
{
    const xy_forall *f = a->f;
    xy_str index = xy_pass_target_name(ctx, xy_token_name(ctx->source, f->index, ctx->arena));
    if (a->total.length)
        xy_rope_build(ctx->edits, rope, "%S := 0;\n%S", a->total, a->indent);
    if (a->b->reads_counts)
        xy_rope_build(ctx->edits, rope, "%S := '{}';\n%S", counts_of(ctx, a->b), a->indent);
    if (a->save)
        xy_rope_build(ctx->edits, rope, "%S := '[]';\n%S%S := 0;\n%S", errors_of(ctx, a->b), a->indent, a->turn, a->indent);
    if (a->sub_block)
        xy_rope_build(ctx->edits, rope, "DECLARE\n%S  %S integer;\n%SBEGIN\n%S", a->indent, index, a->indent, a->indent);
    xy_rope_build(ctx->edits, rope, "FOR %S IN ", index);
    if (f->mode == XY_FORALL_MODE_RANGE) {
        add_bound(ctx, f->low, rope);
        text(ctx, rope, " .. ");
        add_bound(ctx, f->high, rope);
    } else if (!add_index_query(ctx, f, rope)) {
        xy_pass_flag(ctx, f->collection, "element-type", NULL);
    }
    text(ctx, rope, " LOOP");
    if (a->save)
        xy_rope_build(ctx->edits, rope, "\n%S  %S := %S + 1;", a->indent, a->turn, a->turn);
    if (a->save || a->rescue.length)
        xy_rope_build(ctx->edits, rope, "\n%S  BEGIN", a->indent);
}

static void forall_tail(xy_context *ctx, forall *a, xy_rope *rope)
{
    if (a->rows.length) {
        xy_rope_build(ctx->edits, rope, "\n%SGET DIAGNOSTICS %S = ROW_COUNT;", a->step, a->rows);
        if (a->total.length)
            xy_rope_build(ctx->edits, rope, "\n%S%S := %S + %S;", a->step, a->total, a->total, a->rows);
        if (a->b->reads_counts)
            xy_rope_build(ctx->edits, rope, "\n%S%S[%S] := %S;", a->step, counts_of(ctx, a->b),
                          xy_pass_target_name(ctx, xy_token_name(ctx->source, a->f->index, ctx->arena)), a->rows);
    }
    if (a->save)
        xy_rope_build(ctx->edits, rope,
                      "\n%S  EXCEPTION WHEN OTHERS THEN\n%S    %S := %S || jsonb_build_object('i', %S, 'c', abs(%s(SQLSTATE, SQLERRM)));\n%S  END;", a->indent,
                      a->indent, errors_of(ctx, a->b), errors_of(ctx, a->b), a->turn, xy_pass_runtime(ctx, "sqlcode"), a->indent);
    else if (a->rescue.length)
        add_lines(ctx, rope, xy_str_format(ctx->arena, "%.*s  ", XY_STR_ARG(a->indent)), a->rescue);
    xy_rope_build(ctx->edits, rope, "\n%SEND LOOP;", a->indent);
    if (a->sub_block)
        xy_rope_build(ctx->edits, rope, "\n%SEND;", a->indent);
}

void xy_pass_forall(xy_context *ctx, xy_node *node)
{
    const xy_forall *f = XY_AS(forall, node);
    xy_body *body = xy_plpgsql_body(ctx, node);
    forall a = {.f = f, .indent = xy_edit_indent(ctx->edits, node->first), .b = bulk_of(ctx, node)};
    if (!body)
        return;
    a.save = f->save != XY_NO_TOKEN;
    a.sub_block = f->mode != XY_FORALL_MODE_RANGE;
    const xy_plpgsql *state = xy_plpgsql_state(ctx);
    for (uint32_t i = 0; i < state->rescued.count; i++)
        if (state->rescued.items[i].forall == node)
            a.rescue = state->rescued.items[i].end;
    a.step = xy_str_format(ctx->arena, "%.*s%s", XY_STR_ARG(a.indent), a.save || a.rescue.length ? "    " : "  ");
    if (body->uses_rowcount)
        a.total = xy_plpgsql_temp(ctx, node, "xy_total", NULL, "bigint");
    if (body->uses_rowcount || a.b->reads_counts)
        a.rows = xy_plpgsql_temp(ctx, node, "xy_rows", NULL, "bigint");
    if (a.save)
        a.turn = xy_plpgsql_temp(ctx, node, "xy_turn", NULL, "integer");
    xy_rope head = {0}, tail = {0}, total = {0};
    forall_head(ctx, &a, &head);
    forall_tail(ctx, &a, &tail);
    uint32_t before = f->statement->first;
    bool same_line = true;
    for (uint32_t i = xy_token_previous(ctx->source, before) + 1; i < before; i++)
        same_line = same_line && ctx->source->tokens[i].kind != XY_TOKEN_NEWLINE;
    if (same_line)
        xy_rope_build(ctx->edits, &head, "\n%S", a.step);
    uint32_t last = xy_token_previous(ctx->source, before) + 1;
    xy_edit_replace(ctx->edits, node->first, same_line ? before : last, XY_LAYER_OWN, head, rule_of(ctx));
    uint32_t semicolon = xy_plpgsql_semicolon(ctx, node);
    if (semicolon != XY_NO_TOKEN)
        xy_edit_insert(ctx->edits, semicolon, XY_AFTER, tail, rule_of(ctx));
    xy_rope_str(ctx->edits, &total, a.total);
    xy_plpgsql_set_rowcount(ctx, node, total);
    if (a.save) {
        xy_rope line = {0};
        if (a.rescue.length)
            text(ctx, &line, "BEGIN\n");
        xy_rope_build(ctx->edits, &line, "IF jsonb_array_length(%S) > 0 THEN\n  PERFORM %s(24381);\nEND IF;", errors_of(ctx, a.b),
                      xy_pass_runtime(ctx, "raise_ora"));
        if (a.rescue.length)
            add_lines(ctx, &line, (xy_str){0}, a.rescue);
        xy_plpgsql_after(ctx, node, XY_AFTER_REST, line);
    }
}

/* ---- SQL%BULK_ROWCOUNT(i), SQL%BULK_EXCEPTIONS ---- */

static bool is_bulk(const xy_context *ctx, const xy_node *node, const char *attribute)
{
    return node->kind == XY_NODE_CURSOR_ATTRIBUTE && xy_plpgsql_word_is(ctx, XY_AS(cursor_attribute, node)->attribute, attribute);
}

static void replace(xy_context *ctx, const xy_node *node, xy_rope rope, xy_precedence precedence)
{
    xy_edit_replace_expr(ctx->edits, node, XY_LAYER_OWN, rope, precedence, rule_of(ctx));
}

static void bulk_error(xy_context *ctx, const xy_node *node, const xy_node *call, uint32_t field)
{
    const char *key = xy_plpgsql_word_is(ctx, field, "ERROR_INDEX") ? "i" : "c";
    xy_rope rope = {0};
    xy_rope_build(ctx->edits, &rope, "(%S -> (%o::integer - 1) ->> '%s')::integer", errors_of(ctx, bulk_of(ctx, node)), XY_AS(call, call)->args.items[0],
                  XY_PREC_CAST, key);
    replace(ctx, node, rope, XY_PREC_CAST);
}

void xy_pass_bulk_attribute(xy_context *ctx, xy_node *node)
{
    xy_rope rope = {0};
    if (node->kind == XY_NODE_CALL && is_bulk(ctx, XY_AS(call, node)->callee, "BULK_ROWCOUNT") && XY_AS(call, node)->args.count == 1) {
        xy_rope_build(ctx->edits, &rope, "%S[%o::integer]", counts_of(ctx, bulk_of(ctx, node)), XY_AS(call, node)->args.items[0], XY_PREC_CAST);
        replace(ctx, node, rope, XY_PREC_PRIMARY);
    } else if (node->kind == XY_NODE_FIELD && is_bulk(ctx, XY_AS(field, node)->object, "BULK_EXCEPTIONS")) {
        xy_rope_build(ctx->edits, &rope, "jsonb_array_length(%S)", errors_of(ctx, bulk_of(ctx, node)));
        replace(ctx, node, rope, XY_PREC_PRIMARY);
    } else if (node->kind == XY_NODE_FIELD && XY_AS(field, node)->object->kind == XY_NODE_CALL) {
        const xy_node *call = XY_AS(field, node)->object;
        if (is_bulk(ctx, XY_AS(call, call)->callee, "BULK_EXCEPTIONS") && XY_AS(call, call)->args.count == 1)
            bulk_error(ctx, node, call, XY_AS(field, node)->field);
    }
}
