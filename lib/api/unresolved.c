/* Names of a file that nothing is known of, for lists over the whole batch. */
#include "api/api.h"

typedef struct noting {
    xy_result *result;
    const xy_analysis *analysis;
} noting;

/* The name as Oracle stores it, dotted. */
static const char *folded(xy_result *result, const xy_node *name)
{
    xy_buffer out;
    xy_token_list parts = XY_AS(name, name)->parts;
    xy_buffer_init(&out, &result->arena);
    for (uint32_t i = 0; i < parts.count; i++) {
        xy_buffer_add_text(&out, i ? "." : "");
        xy_buffer_add_str(&out, xy_token_name(&result->source, parts.items[i], &result->arena));
    }
    xy_buffer_add_char(&out, '\0');
    return xy_buffer_str(&out).data;
}

static void note(void *data, const xy_node *name, xy_unresolved_kind kind)
{
    static const char *const kinds[] = {"table", "routine", "type", "name"};
    const noting *n = data;
    if (name->kind != XY_NODE_NAME)
        return;
    xy_position at = xy_source_position(&n->result->source, n->result->source.tokens[name->first].offset);
    xy_unresolved_name one = {folded(n->result, name), kinds[kind], at.line, at.column};
    xy_vec_push(&n->result->arena, &n->result->unresolved, one);
}

void xy_result_note_unresolved(xy_result *result, const xy_analysis *analysis)
{
    noting n = {result, analysis};
    xy_sema_each_unresolved(analysis, note, &n);
}

size_t xy_result_unresolved_count(const xy_result *result)
{
    return result->unresolved.count;
}

void xy_result_unresolved(const xy_result *result, size_t index, xy_unresolved_name *name)
{
    *name = result->unresolved.items[index];
}
