/* Every node of grammar/nodes.yml has an example: it parses with its start symbol and holds the node. */
#include "syntax/parse.h"
#include "unit.h"

static const struct {
    const char *name;
    xy_start start;
} starts[] = {
    {"unit", XY_START_UNIT}, {"expression", XY_START_EXPRESSION},   {"statement", XY_START_STATEMENT}, {"query", XY_START_QUERY}, {"table", XY_START_TABLE},
    {"type", XY_START_TYPE}, {"declaration", XY_START_DECLARATION},
};

static xy_start start_named(const char *name)
{
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++) {
        if (strcmp(starts[i].name, name) == 0)
            return starts[i].start;
    }
    cr_expect_fail("unknown start symbol %s", name);
    return XY_START_UNIT;
}

typedef struct search {
    uint16_t kind;
    bool found;
} search;

static bool look(xy_node *node, void *data)
{
    search *s = data;
    s->found = s->found || node->kind == s->kind;
    return xy_node_each_child(node, look, data);
}

static void check_tree(xy_node *tree, uint16_t kind, const xy_node_info *info)
{
    search s = {.kind = kind};
    look(tree, &s);
    cr_expect(s.found, "%s: the tree of \"%s\" does not hold it", info->name, info->example);
    if (kind != XY_NODE_BOGUS)
        cr_expect_not(tree->flags & XY_FLAG_BROKEN, "%s: \"%s\" is broken", info->name, info->example);
}

/* A unit is cut out of a file as in a translation. */
static void check_unit(xy_source *source, xy_arena *arena, xy_diags *diags, uint16_t kind, const xy_node_info *info)
{
    xy_units units = {0};
    xy_syntax_parse(source, arena, &units, diags);
    bool parsed = units.count > 0 && units.items[0].tree;
    cr_expect(parsed, "%s: \"%s\" did not parse", info->name, info->example);
    if (parsed)
        check_tree(units.items[0].tree, kind, info);
}

static void check_fragment(xy_source *source, xy_arena *arena, xy_diags *diags, uint16_t kind, const xy_node_info *info)
{
    uint32_t count;
    xy_node *tree = xy_syntax_parse_fragment(source, arena, start_named(info->start), &count, diags);
    cr_expect(tree, "%s: \"%s\" did not parse", info->name, info->example);
    if (tree)
        check_tree(tree, kind, info);
}

Test(examples, parse_and_hold_their_node)
{
    UNIT_ARENA(arena);
    for (uint16_t kind = 1; kind < xy_node_kind_count; kind++) {
        const xy_node_info *info = &xy_node_infos[kind];
        xy_source source;
        xy_diags diags;
        xy_diags_init(&diags, &arena);
        xy_source_decode(&source, &arena, xy_str_from(info->name), xy_str_from(info->example), XY_ENCODING_UTF8, &diags);
        xy_syntax_lex(&source, &arena, &diags);
        if (start_named(info->start) == XY_START_UNIT)
            check_unit(&source, &arena, &diags, kind, info);
        else
            check_fragment(&source, &arena, &diags, kind, info);
        if (kind != XY_NODE_BOGUS && diags.list.count)
            cr_expect_fail("%s: %.*s", info->name, XY_STR_ARG(diags.list.items[0].message_en));
    }
    xy_arena_free(&arena);
}
