/* Units and trees: every token is in exactly one unit, and nodes lie inside their parents. */
#include "fuzz.h"
#include "syntax/parse.h"

static bool check_node(xy_node *node, void *data)
{
    const xy_unit *unit = data;
    FUZZ_CHECK(node->first <= node->last && node->first >= unit->first && node->last <= unit->last);
    FUZZ_CHECK(node->id < unit->node_count);
    FUZZ_CHECK(!node->parent || (node->first >= node->parent->first && node->last <= node->parent->last));
    return xy_node_each_child(node, check_node, data);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    xy_guard guard;
    xy_arena arena;
    xy_diags diags;
    xy_source source;
    xy_units units = {0};
    xy_arena_init(&arena, &guard, NULL);
    if (setjmp(guard.jump) == 0) {
        xy_diags_init(&diags, &arena);
        xy_source_decode(&source, &arena, XY_STR("fuzz"), (xy_str){(const char *)data, (uint32_t)size}, XY_ENCODING_AUTO, &diags);
        xy_syntax_lex(&source, &arena, &diags);
        xy_syntax_parse(&source, &arena, &units, &diags);
        uint32_t token = 0;
        for (uint32_t i = 0; i < units.count; i++) {
            FUZZ_CHECK(units.items[i].first == token && units.items[i].last > token);
            token = units.items[i].last;
            if (units.items[i].tree)
                check_node(units.items[i].tree, &units.items[i]);
        }
        FUZZ_CHECK(token == source.token_count);
    }
    xy_arena_free(&arena);
    return 0;
}
