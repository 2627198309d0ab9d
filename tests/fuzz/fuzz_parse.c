/* Units and trees. Nothing lost: every token is in exactly one unit, and nodes lie inside their parents. Least change: a file of which a rule set
 * changes nothing is the concatenation of its units. Deterministic: a second run gives the same units, trees and messages. */
#include "fuzz.h"

typedef struct walk {
    const xy_unit *unit;
    uint64_t hash; /* of kinds and ranges in order */
} walk;

static bool check_node(xy_node *node, void *data)
{
    walk *w = data;
    const xy_unit *unit = w->unit;
    FUZZ_CHECK(node->first <= node->last && node->first >= unit->first && node->last <= unit->last);
    FUZZ_CHECK(node->id < unit->node_count);
    FUZZ_CHECK(!node->parent || (node->first >= node->parent->first && node->last <= node->parent->last));
    w->hash = (w->hash ^ node->kind ^ (uint64_t)node->first << 16 ^ (uint64_t)node->last << 40) * 0x100000001b3u;
    return xy_node_each_child(node, check_node, data);
}

/* A number that stands for all units and trees. */
static uint64_t check_units(const xy_source *source, const xy_units *units)
{
    walk w = {.hash = 0xcbf29ce484222325u};
    uint32_t token = 0;
    for (uint32_t i = 0; i < units->count; i++) {
        const xy_unit *unit = &units->items[i];
        FUZZ_CHECK(unit->first == token && unit->last > token && unit->start >= unit->first && unit->start <= unit->last);
        FUZZ_CHECK(unit->terminator == XY_NO_TOKEN || (unit->terminator >= unit->start && unit->terminator < unit->last));
        FUZZ_CHECK(unit->slash == XY_NO_TOKEN || (unit->slash >= unit->start && unit->slash < unit->last));
        token = unit->last;
        w.unit = unit;
        w.hash = (w.hash ^ unit->state ^ (uint64_t)unit->last << 8) * 0x100000001b3u;
        if (unit->tree)
            check_node(unit->tree, &w);
    }
    FUZZ_CHECK(token == source->token_count);
    return w.hash;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    xy_guard guard;
    xy_arena arena;
    xy_diags diags;
    xy_source source;
    xy_arena_init(&arena, &guard, NULL);
    if (setjmp(guard.jump) == 0) {
        uint64_t hashes[2];
        uint32_t messages[2];
        for (int run = 0; run < 2; run++) {
            xy_units units = {0};
            fuzz_lex(&source, &arena, &diags, data, size);
            xy_syntax_parse(&source, &arena, &units, &diags);
            hashes[run] = check_units(&source, &units);
            messages[run] = diags.list.count;
            fuzz_check_messages(&source, &diags);
        }
        FUZZ_CHECK(hashes[0] == hashes[1] && messages[0] == messages[1]);
    }
    xy_arena_free(&arena);
    return 0;
}
