/* The fact `native_nodes`: see native.h. */
#include "pass/native.h"

#include <assert.h>

static char here; /* value of the map's entries */

static void add_word(xy_native *n, xy_str word)
{
    for (uint32_t i = 0; i < word.length; i++)
        if (word.data[i] == '=') {
            xy_map_put(&n->words, (xy_str){word.data, i}, &here);     /* the part is known */
            xy_map_put(&n->words, (xy_str){word.data, i + 1}, &here); /* … with some values only */
        }
    xy_map_put(&n->words, word, &here);
}

static void add_words(xy_native *n, xy_str words)
{
    for (uint32_t start = 0, end; start < words.length; start = end + 1) {
        for (end = start; end < words.length && words.data[end] != ' ' && words.data[end] != '\n';)
            end++;
        if (end > start)
            add_word(n, (xy_str){words.data + start, end - start});
    }
}

static bool has(const xy_native *n, const xy_buffer *word)
{
    return xy_map_get(&n->words, xy_buffer_str(word)) != NULL;
}

/* The bits of those values of an enumeration that the fact lists; `key` holds "Kind.field=". */
static uint64_t listed_values(const xy_native *n, const xy_field_info *f, xy_buffer *key)
{
    uint64_t values = 0;
    size_t length = key->length;
    for (unsigned i = 0; f->type == XY_FIELD_ENUM && f->names[i]; i++) {
        assert(i < 64);
        xy_buffer_add_text(key, f->names[i]);
        values |= has(n, key) ? UINT64_C(1) << i : 0;
        key->length = length;
    }
    return values;
}

/* Does the field need a look? An enumeration always has a value: it is known unless only some values are listed. */
static bool read_part(const xy_native *n, const char *kind, const xy_field_info *f, xy_arena *arena, xy_native_part *part)
{
    xy_buffer key;
    xy_buffer_init(&key, arena);
    xy_buffer_format(&key, "%s.%s", kind, f->name);
    bool known = f->type == XY_FIELD_ENUM || !f->optional || has(n, &key);
    xy_buffer_add_char(&key, '=');
    *part = (xy_native_part){.field = f, .limited = known && has(n, &key)};
    if (part->limited)
        part->values = listed_values(n, f, &key);
    return f->type != XY_FIELD_FLAG && (!known || part->limited);
}

const xy_native *xy_native_read(xy_arena *arena, const xy_target *target)
{
    xy_str words = xy_target_fact(target, "native_nodes");
    if (words.length == 0)
        return NULL;
    xy_native *n = XY_NEW(arena, xy_native);
    xy_map_init(&n->words, arena);
    add_words(n, words);
    n->kinds = XY_NEW_ARRAY(arena, xy_native_kind, xy_node_kind_count);
    for (uint16_t kind = 1; kind < xy_node_kind_count; kind++) {
        const xy_node_info *info = &xy_node_infos[kind];
        xy_native_kind *k = &n->kinds[kind];
        k->known = xy_map_get(&n->words, xy_str_from(info->name)) != NULL;
        k->parts = XY_NEW_ARRAY(arena, xy_native_part, k->known ? info->field_count : 0);
        for (uint16_t i = 0; k->known && i < info->field_count; i++)
            k->count = (uint16_t)(k->count + read_part(n, info->name, &info->fields[i], arena, &k->parts[k->count]));
    }
    return n;
}
