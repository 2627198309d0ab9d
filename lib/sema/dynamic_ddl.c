/* DDL in literals: install scripts make tables by EXECUTE IMMEDIATE '…' when they are not there yet. What a block outside of any routine makes so
 * is declared as if it stood there, unless an object of that name is known already: the plain statement says more than one under a condition. */
#include "sema/internal.h"

typedef struct literal {
    const xy_source *source;
    const xy_node *node;
} literal;

static const xy_node *made_name(const xy_node *tree)
{
    switch (tree->kind) {
    case XY_NODE_CREATE_TABLE: return XY_AS(create_table, tree)->name;
    case XY_NODE_CREATE_VIEW: return XY_AS(create_view, tree)->name;
    case XY_NODE_CREATE_SEQUENCE: return XY_AS(create_sequence, tree)->name;
    default: return NULL;
    }
}

static bool is_new(xy_catalog *catalog, const xy_source *source, const xy_node *tree)
{
    sema_env env = {.catalog = catalog, .writable = catalog, .arena = catalog->arena};
    sema_declarer d = {.env = &env, .source = source, .catalog = true};
    xy_str schema, name;
    const xy_node *of = made_name(tree);
    return of && sema_object_name(&d, of, &schema, &name) && !xy_catalog_find(catalog, schema, name, false);
}

static bool is_ddl(const xy_source *source)
{
    uint32_t first = 0;
    while (first < source->token_count && xy_token_is_trivia(source->tokens[first].kind))
        first++;
    return first < source->token_count && (sema_token_is(source, first, "CREATE") || sema_token_is(source, first, "ALTER"));
}

static void declare(xy_catalog *catalog, xy_arena *scratch, void *data)
{
    const literal *l = data;
    xy_source source = {0};
    xy_diags diags;
    xy_diags_init(&diags, scratch);
    xy_str text = xy_token_string(l->source, XY_AS(string_literal, l->node)->value, scratch);
    xy_source_decode(&source, scratch, l->source->path, text, XY_ENCODING_UTF8, &diags);
    xy_syntax_lex_fragment(&source, scratch, &diags);
    if (!is_ddl(&source))
        return;
    xy_unit unit = {.last = source.token_count, .state = XY_UNIT_PARSED, .terminator = XY_NO_TOKEN, .slash = XY_NO_TOKEN};
    unit.tree = xy_syntax_parse_fragment(&source, scratch, XY_START_UNIT, &unit.node_count, &diags);
    if (!unit.tree || diags.list.count || (unit.tree->flags & XY_FLAG_BROKEN))
        return;
    if (unit.tree->kind == XY_NODE_ALTER_TABLE || is_new(catalog, &source, unit.tree))
        xy_catalog_add_unit(catalog, &source, &unit);
}

typedef struct search {
    xy_catalog *catalog;
    const xy_source *source;
} search;

static bool visit(xy_node *node, void *data)
{
    const search *s = data;
    if (node->kind != XY_NODE_EXECUTE_IMMEDIATE)
        return xy_node_each_child(node, visit, data);
    const xy_node *sql = XY_AS(execute_immediate, node)->sql;
    if (sql && sql->kind == XY_NODE_STRING_LITERAL) {
        literal l = {s->source, sql};
        sema_with_scratch(s->catalog, declare, &l);
    }
    return true;
}

void sema_catalog_add_dynamic(xy_catalog *catalog, const xy_source *source, const xy_node *tree)
{
    search s = {catalog, source};
    visit((xy_node *)(uintptr_t)tree, &s);
}
