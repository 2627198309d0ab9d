/* The list of diagnostics and the filling of messages: see diag.h. */
#include "diag/diag.h"

#include <string.h>

enum { MAX_ARGUMENTS = 8 };

void xy_diags_init(xy_diags *diags, xy_arena *arena)
{
    memset(diags, 0, sizeof *diags);
    diags->arena = arena;
}

static const xy_str *find_value(const xy_str (*pairs)[2], unsigned count, xy_str name)
{
    for (unsigned i = 0; i < count; i++) {
        if (xy_str_equal(pairs[i][0], name))
            return &pairs[i][1];
    }
    return NULL;
}

/* Braces around a name that is no argument stay as they are. */
xy_str xy_message_fill(xy_arena *arena, const char *pattern, const xy_str (*pairs)[2], unsigned count)
{
    xy_buffer out;
    xy_buffer_init(&out, arena);
    for (const char *p = pattern; *p;) {
        const char *close = *p == '{' ? strchr(p, '}') : NULL;
        const xy_str *value = close ? find_value(pairs, count, (xy_str){p + 1, (uint32_t)(close - p - 1)}) : NULL;
        if (value) {
            xy_buffer_add_str(&out, *value);
            p = close + 1;
        } else {
            size_t length = 1 + strcspn(p + 1, "{");
            xy_buffer_add(&out, p, length);
            p += length;
        }
    }
    return xy_buffer_str(&out);
}

void xy_diags_add(xy_diags *diags, int id, uint32_t offset, uint32_t length, ...)
{
    const xy_message *message = &xy_messages[id];
    xy_arena *arena = diags->arena;
    xy_str pairs[MAX_ARGUMENTS][2];
    unsigned count = 0;
    va_list arguments;
    va_start(arguments, length);
    for (const char *name; count < MAX_ARGUMENTS && (name = va_arg(arguments, const char *)); count++) {
        pairs[count][0] = xy_str_from(name);
        pairs[count][1] = xy_str_from(va_arg(arguments, const char *));
    }
    va_end(arguments);
    const xy_str(*values)[2] = (const xy_str(*)[2])pairs;
    xy_diag diag = {
        .code = xy_str_from(message->code),
        .severity = message->severity,
        .offset = offset,
        .length = length,
        .message_en = xy_message_fill(arena, message->en, values, count),
        .message_zh = xy_message_fill(arena, message->zh, values, count),
        .advice_en = xy_message_fill(arena, message->advice_en, values, count),
        .advice_zh = xy_message_fill(arena, message->advice_zh, values, count),
    };
    xy_vec_push(arena, &diags->list, diag);
}
