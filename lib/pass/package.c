/* Packages (trap F07): a schema with the package's name, whose functions and procedures are the package's routines.
 *
 * Each member is rewritten where it stands, so that comments and order stay. What the specification only declares goes: the routine
 * comes with the body. The initialisation part is the function xy_init(), which each way into the package calls first. */
#include "pass/package.h"
#include "pass/ddl.h"
#include "pass/plpgsql_state.h"
#include "syntax/keyword.h"

enum { INIT_STATE = XY_STATE_PACKAGE_INIT };

/* The initialisation part of a body: written after the walk. */
typedef struct init_part {
    const xy_create_package_body *body;
    xy_str schema;
    xy_rope first;
} init_part;

const xy_symbol *xy_package_symbol(xy_context *ctx, const xy_node *unit)
{
    const xy_node *name = unit->kind == XY_NODE_CREATE_PACKAGE ? XY_AS(create_package, unit)->name : XY_AS(create_package_body, unit)->name;
    xy_token_list parts = XY_AS(name, name)->parts;
    xy_str schema = parts.count > 1 ? xy_token_name(ctx->source, parts.items[parts.count - 2], ctx->arena) : (xy_str){0};
    const xy_symbol *symbol = xy_info_of(ctx->analysis, name)->symbol;
    if (!symbol)
        symbol = xy_catalog_find(ctx->catalog, schema, xy_token_name(ctx->source, parts.items[parts.count - 1], ctx->arena), false);
    return symbol && symbol->kind == XY_SYM_PACKAGE ? symbol : NULL;
}

/* ---- head and end ---- */

static void replace(xy_context *ctx, uint32_t first, uint32_t last, xy_rope rope)
{
    xy_edit_replace(ctx->edits, first, last, XY_LAYER_OWN, rope, xy_rule_id(ctx->rule));
}

/* The unit of this file that declares the package, or its body: by its whole name. */
static const xy_unit *other_unit(const xy_context *ctx, uint16_t kind, xy_str name)
{
    uint32_t schema = 0; /* length of what stands before the last part */
    for (uint32_t i = 0; i < name.length; i++)
        if (name.data[i] == '.')
            schema = i + 1;
    xy_str last = {name.data + schema, name.length - schema};
    const xy_unit *unit = NULL;
    while ((unit = xy_units_named(ctx->units, kind, last, unit)))
        if (xy_str_equal(xy_unit_name(unit, ctx->source, ctx->arena), name))
            return unit;
    return NULL;
}

static void replace_head(xy_context *ctx, const xy_node *unit, uint32_t is, xy_str schema, bool create)
{
    xy_rope rope = {0};
    if (create)
        xy_rope_build(ctx->edits, &rope, "CREATE SCHEMA IF NOT EXISTS %S;", schema);
    replace(ctx, unit->first, is + 1, rope);
}

static uint32_t end_of(const xy_context *ctx, const xy_node *unit)
{
    uint32_t semicolon = xy_plpgsql_semicolon(ctx, unit);
    return semicolon == XY_NO_TOKEN ? unit->last : semicolon + 1;
}

/* ---- routines ---- */

static bool same_signature(xy_context *ctx, const xy_symbol *a, const xy_symbol *b)
{
    if (a->param_count != b->param_count)
        return false;
    for (uint32_t i = 0; i < a->param_count; i++)
        if (!xy_str_equal(xy_place_plain_type(ctx, a->params[i]->type), xy_place_plain_type(ctx, b->params[i]->type)))
            return false;
    return true;
}

/* Overloads that the target cannot tell apart. */
static void check_overloads(xy_context *ctx, const xy_node *node, const xy_symbol *routine)
{
    const xy_symbol *first = routine->owner && routine->owner->members ? xy_map_get(routine->owner->members, routine->name) : NULL;
    for (const xy_symbol *o = first; o; o = o->next_overload)
        if (o != routine && o->node != routine->node && o->param_count == routine->param_count && !xy_str_equal(o->name, (xy_str){0}) && o->node
            && same_signature(ctx, o, routine))
            xy_pass_flag(ctx, node, "overload", NULL);
}

static void routine(xy_context *ctx, const xy_node *node, const xy_symbol *package, bool has_init_part)
{
    const xy_routine *r = XY_AS(routine, node);
    const xy_symbol *symbol = xy_info_of(ctx->analysis, r->name)->symbol;
    if (!r->body && !r->call_spec) {
        xy_plpgsql_drop_declaration(ctx, node);
        return;
    }
    xy_str schema = xy_pass_package_schema(ctx, package);
    uint32_t last = XY_AS(name, r->name)->parts.items[XY_AS(name, r->name)->parts.count - 1];
    xy_str name = xy_pass_target_name(ctx, xy_token_name(ctx->source, last, ctx->arena));
    xy_routine_form form = {.create = "CREATE OR REPLACE ", .name = xy_str_format(ctx->arena, "%.*s.%.*s", XY_STR_ARG(schema), XY_STR_ARG(name))};
    if (has_init_part && symbol && symbol->is_public)
        form.prologue = xy_str_format(ctx->arena, "PERFORM %.*s.xy_init();", XY_STR_ARG(schema));
    if (symbol && symbol->pipelined && symbol->type && symbol->type->element)
        form.returns = xy_str_format(ctx->arena, "SETOF %.*s", XY_STR_ARG(xy_place_plain_type(ctx, symbol->type->element)));
    if (symbol)
        check_overloads(ctx, node, symbol);
    xy_routine_translate(ctx, node, &form);
}

/* ---- members ---- */

typedef struct members {
    bool state, initialised;
} members;

static members look_at(xy_context *ctx, xy_nodes decls)
{
    members m = {false, false};
    for (uint32_t i = 0; i < decls.count; i++) {
        const xy_symbol *symbol = xy_info_of(ctx->analysis, decls.items[i])->symbol;
        if (decls.items[i]->kind != XY_NODE_VARIABLE_DECL || !symbol)
            continue;
        bool initialised = xy_package_is_initialised(ctx, symbol, decls.items[i]);
        m.initialised |= initialised;
        m.state |= initialised || symbol->kind == XY_SYM_VARIABLE;
    }
    return m;
}

static void translate_members(xy_context *ctx, xy_nodes decls, const xy_symbol *package, bool has_init_part)
{
    for (uint32_t i = 0; i < decls.count; i++) {
        const xy_node *decl = decls.items[i];
        if (decl->kind == XY_NODE_ROUTINE)
            routine(ctx, decl, package, has_init_part);
        else if (decl->kind == XY_NODE_VARIABLE_DECL)
            xy_package_variable(ctx, decl);
    }
}

static void add_init_head(xy_context *ctx, xy_str schema, xy_rope *rope)
{
    xy_rope_build(ctx->edits, rope, "CREATE OR REPLACE FUNCTION %S.xy_init() RETURNS void AS $$\n", schema);
}

/* ---- specification ---- */

/* What the earlier version of this file has, and this one has not or has otherwise, stays or stands in the way. */
static void check_earlier(xy_context *ctx, const xy_node *node)
{
    const xy_node *name = XY_AS(create_package, node)->name;
    const xy_unit *unit = xy_ddl_earlier(ctx, XY_NODE_CREATE_PACKAGE, xy_ddl_last_part(ctx, name));
    const xy_node *before = unit ? XY_AS(create_package, unit->tree)->name : NULL;
    if (before && xy_ddl_same_words(ctx, name->first, name->last, before->first, before->last)
        && !xy_ddl_same_words(ctx, name->last, node->last, before->last, unit->tree->last))
        xy_pass_flag(ctx, name, "replaced", "name", xy_pass_node_text(ctx, name), NULL);
}

void xy_pass_package(xy_context *ctx, xy_node *node)
{
    const xy_create_package *p = XY_AS(create_package, node);
    const xy_symbol *package = xy_package_symbol(ctx, node);
    if (!package) {
        xy_pass_flag(ctx, p->name, "unknown-package", NULL);
        return;
    }
    xy_str schema = xy_pass_package_schema(ctx, package);
    members m = look_at(ctx, p->decls);
    xy_rope rope = {0};
    check_earlier(ctx, node);
    replace_head(ctx, node, p->is, schema, true);
    translate_members(ctx, p->decls, package, false);
    if (m.initialised) {
        xy_rope_build(ctx->edits, &rope, "CREATE OR REPLACE FUNCTION %S.xy_init_spec() RETURNS void AS $$\nBEGIN\n", schema);
        xy_package_add_initial_values(ctx, p->decls, &rope);
        xy_rope_text(ctx->edits, &rope, "END;\n$$ LANGUAGE plpgsql;");
    }
    if (m.state && !other_unit(ctx, XY_NODE_CREATE_PACKAGE_BODY, xy_unit_name(ctx->unit, ctx->source, ctx->arena))) {
        xy_rope_text(ctx->edits, &rope, m.initialised ? "\n" : "");
        add_init_head(ctx, schema, &rope);
        xy_rope_text(ctx->edits, &rope, "BEGIN\n");
        xy_package_add_guard(ctx, package, &rope);
        if (m.initialised)
            xy_rope_build(ctx->edits, &rope, "  PERFORM %S.xy_init_spec();\n", schema);
        xy_rope_text(ctx->edits, &rope, "END;\n$$ LANGUAGE plpgsql;");
    }
    replace(ctx, p->end, end_of(ctx, node), rope);
}

/* ---- body ---- */

/* Has the specification variables with initial values? */
static bool specification_initialises(const xy_symbol *package, bool *state)
{
    bool found = false;
    if (!package->members)
        return false;
    for (const xy_map_entry *e = xy_map_first(package->members); e; e = xy_map_next(e)) {
        const xy_symbol *symbol = xy_map_value(e);
        if (!symbol->is_public || !xy_package_is_state(symbol))
            continue;
        bool variable = symbol->kind == XY_SYM_VARIABLE;
        *state |= variable;
        found |= variable && (symbol->has_default || xy_record_has_defaults(symbol->type));
    }
    return found;
}

static void initialisation(xy_context *ctx, const xy_create_package_body *p, const xy_symbol *package, const members *m)
{
    xy_str schema = xy_pass_package_schema(ctx, package);
    bool state = m->state, spec = specification_initialises(package, &state);
    bool has_part = p->begin != XY_NO_TOKEN;
    xy_rope head = {0}, first = {0}, tail = {0};
    uint32_t end = end_of(ctx, &p->node);
    if (!has_part && !state) {
        replace(ctx, p->end, end, head);
        return;
    }
    xy_package_add_guard(ctx, package, &first);
    if (spec)
        xy_rope_build(ctx->edits, &first, "  PERFORM %S.xy_init_spec();\n", schema);
    xy_package_add_initial_values(ctx, p->decls, &first);
    if (!has_part) {
        add_init_head(ctx, schema, &head);
        xy_rope_text(ctx->edits, &head, "BEGIN\n");
        xy_place_append(ctx, &head, &first);
        xy_rope_text(ctx->edits, &head, "END;\n$$ LANGUAGE plpgsql;");
        replace(ctx, p->end, end, head);
        return;
    }
    init_part *part = ctx->states[INIT_STATE] = XY_NEW(ctx->arena, init_part);
    *part = (init_part){p, schema, first};
    xy_rope_text(ctx->edits, &tail, "END;\n$init$ LANGUAGE plpgsql;");
    replace(ctx, p->end, end, tail);
}

/* The head of the initialisation part waits for the variables that other passes declare in it. */
static void finish_init_part(xy_context *ctx, const init_part *part)
{
    const xy_plpgsql_declarations *declared = xy_plpgsql_state(ctx)->declared[part->body->node.id];
    xy_rope head = {0}, lines = {0};
    xy_rope_build(ctx->edits, &head, "CREATE OR REPLACE FUNCTION %S.xy_init() RETURNS void AS $init$\n", part->schema);
    for (uint32_t i = 0; declared && i < declared->count; i++)
        xy_rope_build(ctx->edits, &head, "%s  %S %S;\n", i ? "" : "DECLARE\n", declared->items[i].name, declared->items[i].rest);
    xy_edit_insert(ctx->edits, part->body->begin, XY_BEFORE, head, xy_rule_id(ctx->rule));
    xy_rope_text(ctx->edits, &lines, "\n");
    xy_place_append(ctx, &lines, &part->first);
    xy_edit_insert(ctx->edits, part->body->begin, XY_AFTER, lines, xy_rule_id(ctx->rule));
}

void xy_pass_package_body(xy_context *ctx, xy_node *node)
{
    const xy_create_package_body *p = XY_AS(create_package_body, node);
    const xy_symbol *package = xy_package_symbol(ctx, node);
    if (!package) {
        xy_pass_flag(ctx, p->name, "unknown-package", NULL);
        return;
    }
    bool has_spec = other_unit(ctx, XY_NODE_CREATE_PACKAGE, xy_unit_name(ctx->unit, ctx->source, ctx->arena)) || package->has_init || package->members;
    replace_head(ctx, node, p->is, xy_pass_package_schema(ctx, package), !has_spec);
    translate_members(ctx, p->decls, package, p->begin != XY_NO_TOKEN);
    members m = look_at(ctx, p->decls);
    initialisation(ctx, p, package, &m);
}

void xy_pass_package_finish(xy_context *ctx)
{
    const init_part *part = ctx->states[INIT_STATE];
    ctx->states[INIT_STATE] = NULL;
    if (part)
        finish_init_part(ctx, part);
    xy_plpgsql_flush(ctx);
}

/* ---- references to routines of packages ---- */

static bool is_routine(const xy_symbol *symbol)
{
    return symbol && (symbol->kind == XY_SYM_PROCEDURE || symbol->kind == XY_SYM_FUNCTION) && symbol->owner && symbol->owner->kind == XY_SYM_PACKAGE
           && !symbol->nested;
}

/* Is this the name of a declaration rather than a reference? */
static bool is_declaration(const xy_node *node)
{
    return node->parent && node->parent->kind == XY_NODE_ROUTINE && (const xy_node *)XY_AS(routine, node->parent)->name == node;
}

/* `settle(…)` and `owner.fee.settle(…)` are fee.settle(…) on the target. */
void xy_pass_package_reference(xy_context *ctx, xy_node *node)
{
    const xy_symbol *symbol = xy_info_of(ctx->analysis, node)->symbol;
    xy_token_list parts = XY_AS(name, node)->parts;
    bool whole_call = xy_info_of(ctx->analysis, node)->is_call; /* without parentheses: call.c writes name and parentheses */
    if (!is_routine(symbol) || is_declaration(node) || XY_AS(name, node)->dblink || whole_call)
        return;
    if (parts.count == 1 && xy_edits_replaces(ctx->edits, node->first, node->last))
        return; /* a call that got its parentheses: plsql-parentheses and plsql-call write the package's name themselves */
    xy_str schema = xy_pass_package_schema(ctx, symbol->owner);
    xy_rope rope = {0};
    if (parts.count == 1) {
        xy_str name = xy_token_text(ctx->source, parts.items[0]), wanted = xy_pass_target_name(ctx, symbol->name);
        xy_rope_build(ctx->edits, &rope, "%S.%S", schema, xy_str_equal_nocase(name, wanted) ? name : wanted);
        replace(ctx, parts.items[0], parts.items[0] + 1, rope);
        return;
    }
    bool same = parts.count == 2 && xy_str_equal_nocase(xy_token_text(ctx->source, parts.items[0]), schema);
    if (same)
        return;
    xy_rope_str(ctx->edits, &rope, schema);
    replace(ctx, parts.items[0], parts.items[parts.count - 2] + 1, rope);
}
