/* YAML files as trees. libyaml takes duplicate keys and resolves anchors silently; both hide mistakes in rule files, so the tree is
 * built here from its events. */
#include "base/yaml.h"

#include "base/status.h"
#include "base/vec.h"
#include <string.h>
#include <yaml.h>

enum { MAX_DEPTH = 64 };

typedef struct reader {
    xy_arena *arena;
    xy_str file;
    yaml_parser_t parser;
    xy_str *error;
    bool failed;
} reader;

static xy_str describe(xy_arena *arena, xy_str file, size_t line, size_t column, const char *message)
{
    return xy_str_format(arena, "%.*s:%zu:%zu: %s", XY_STR_ARG(file), line, column, message);
}

static void fail(reader *r, yaml_mark_t mark, const char *message)
{
    if (!r->failed)
        *r->error = describe(r->arena, r->file, mark.line + 1, mark.column + 1, message);
    r->failed = true;
}

static bool next_event(reader *r, yaml_event_t *event)
{
    memset(event, 0, sizeof *event);
    if (r->failed)
        return false;
    if (yaml_parser_parse(&r->parser, event))
        return true;
    fail(r, r->parser.problem_mark, r->parser.problem ? r->parser.problem : "this is not YAML");
    return false;
}

static uint16_t column_of(size_t column)
{
    return column < UINT16_MAX ? (uint16_t)column : UINT16_MAX; /* there are thousands of nodes, and a column only shows a place */
}

static xy_yaml *new_node(reader *r, xy_yaml_kind kind, yaml_mark_t mark)
{
    xy_yaml *node = XY_NEW(r->arena, xy_yaml);
    node->kind = (uint8_t)kind;
    node->line = (uint32_t)mark.line + 1;
    node->column = column_of(mark.column + 1);
    return node;
}

static xy_yaml *read_value(reader *r, yaml_event_t *event, int depth);

static xy_yaml *read_scalar(reader *r, const yaml_event_t *event)
{
    xy_yaml *node = new_node(r, XY_YAML_SCALAR, event->start_mark);
    node->quoted = event->data.scalar.style != YAML_PLAIN_SCALAR_STYLE;
    node->text = xy_str_copy(r->arena, (xy_str){(const char *)event->data.scalar.value, (uint32_t)event->data.scalar.length});
    if (event->data.scalar.anchor || event->data.scalar.tag)
        fail(r, event->start_mark, "anchors and tags are not used in these files");
    return node;
}

static void add_item(reader *r, xy_yaml *node, xy_yaml *key, xy_yaml *item)
{
    uint32_t capacity = node->capacity;
    if (node->count == capacity) {
        if (node->kind == XY_YAML_MAP)
            node->keys = xy_vec_grow(r->arena, node->keys, node->count, &capacity, sizeof *node->keys);
        capacity = node->capacity;
        node->items = xy_vec_grow(r->arena, node->items, node->count, &capacity, sizeof *node->items);
        node->capacity = capacity;
    }
    if (key)
        node->keys[node->count] = key;
    node->items[node->count++] = item;
}

static xy_yaml *read_list(reader *r, const yaml_event_t *start, int depth)
{
    xy_yaml *node = new_node(r, XY_YAML_LIST, start->start_mark);
    yaml_event_t event;
    if (start->data.sequence_start.anchor || start->data.sequence_start.tag)
        fail(r, start->start_mark, "anchors and tags are not used in these files");
    while (next_event(r, &event) && event.type != YAML_SEQUENCE_END_EVENT)
        add_item(r, node, NULL, read_value(r, &event, depth + 1));
    yaml_event_delete(&event);
    return node;
}

static void check_new_key(reader *r, const xy_yaml *map, const xy_yaml *key, yaml_mark_t mark)
{
    for (uint32_t i = 0; i < map->count; i++)
        if (xy_str_equal(map->keys[i]->text, key->text))
            fail(r, mark, xy_str_format(r->arena, "the key `%.*s` occurs twice", XY_STR_ARG(key->text)).data);
}

static xy_yaml *read_map(reader *r, const yaml_event_t *start, int depth)
{
    xy_yaml *node = new_node(r, XY_YAML_MAP, start->start_mark);
    yaml_event_t event;
    if (start->data.mapping_start.anchor || start->data.mapping_start.tag)
        fail(r, start->start_mark, "anchors and tags are not used in these files");
    while (next_event(r, &event) && event.type != YAML_MAPPING_END_EVENT) {
        yaml_mark_t mark = event.start_mark;
        if (event.type != YAML_SCALAR_EVENT) {
            fail(r, mark, "a key must be a word");
            break;
        }
        xy_yaml *key = read_scalar(r, &event);
        yaml_event_delete(&event);
        check_new_key(r, node, key, mark);
        if (!next_event(r, &event))
            break;
        add_item(r, node, key, read_value(r, &event, depth + 1));
    }
    yaml_event_delete(&event);
    return node;
}

/** Takes over `event`. */
static xy_yaml *read_value(reader *r, yaml_event_t *event, int depth)
{
    xy_yaml *node = NULL;
    if (depth > MAX_DEPTH)
        fail(r, event->start_mark, "too many levels");
    else if (event->type == YAML_SCALAR_EVENT)
        node = read_scalar(r, event);
    else if (event->type == YAML_SEQUENCE_START_EVENT)
        node = read_list(r, event, depth);
    else if (event->type == YAML_MAPPING_START_EVENT)
        node = read_map(r, event, depth);
    else
        fail(r, event->start_mark, "aliases are not used in these files");
    yaml_mark_t mark = event->start_mark;
    yaml_event_delete(event);
    return node ? node : new_node(r, XY_YAML_SCALAR, mark);
}

static xy_yaml *read_document(reader *r)
{
    xy_yaml *root = NULL;
    yaml_event_t event;
    while (next_event(r, &event) && event.type != YAML_STREAM_END_EVENT) {
        bool structure = event.type == YAML_STREAM_START_EVENT || event.type == YAML_DOCUMENT_START_EVENT || event.type == YAML_DOCUMENT_END_EVENT;
        if (structure) {
            yaml_event_delete(&event);
        } else if (root) {
            fail(r, event.start_mark, "a file holds one document");
            yaml_event_delete(&event);
        } else {
            root = read_value(r, &event, 0);
        }
    }
    yaml_event_delete(&event);
    return root ? root : new_node(r, XY_YAML_MAP, (yaml_mark_t){0, 0, 0});
}

xy_yaml *xy_yaml_parse(xy_arena *arena, xy_str file, xy_str text, xy_str *error)
{
    reader r = {.arena = arena, .file = file, .error = error};
    /* Running out of memory in the arena must not leak libyaml's own: take the jump here and pass it on. */
    xy_guard local, *outer = arena->guard;
    if (setjmp(local.jump)) {
        arena->guard = outer;
        yaml_parser_delete(&r.parser);
        xy_guard_fail(outer, local.status);
    }
    if (!yaml_parser_initialize(&r.parser)) {
        *error = describe(arena, file, 1, 1, "out of memory");
        return NULL;
    }
    arena->guard = &local;
    yaml_parser_set_input_string(&r.parser, (const unsigned char *)text.data, text.length);
    xy_yaml *root = read_document(&r);
    arena->guard = outer;
    yaml_parser_delete(&r.parser);
    return r.failed ? NULL : root;
}

/* ---- trees made by xy_gen ---- */

typedef struct tree_reader {
    xy_arena *arena;
    const unsigned char *at, *end;
} tree_reader;

static uint32_t read_number(tree_reader *r)
{
    if (r->end - r->at < 4)
        xy_guard_fail(r->arena->guard, XY_ERR_INTERNAL);
    uint32_t number = (uint32_t)r->at[0] | (uint32_t)r->at[1] << 8 | (uint32_t)r->at[2] << 16 | (uint32_t)r->at[3] << 24;
    r->at += 4;
    return number;
}

static xy_yaml *read_tree(tree_reader *r)
{
    static const uint8_t kinds[] = {XY_YAML_SCALAR, XY_YAML_SCALAR, XY_YAML_LIST, XY_YAML_MAP};
    if (r->at >= r->end || *r->at > 3)
        xy_guard_fail(r->arena->guard, XY_ERR_INTERNAL);
    unsigned char tag = *r->at++;
    xy_yaml *node = XY_NEW(r->arena, xy_yaml);
    node->kind = kinds[tag];
    node->quoted = tag == 1;
    node->line = read_number(r);
    node->column = column_of(read_number(r));
    uint32_t count = read_number(r);
    if (count > (size_t)(r->end - r->at))
        xy_guard_fail(r->arena->guard, XY_ERR_INTERNAL);
    if (node->kind == XY_YAML_SCALAR) {
        node->text = (xy_str){(const char *)r->at, count};
        r->at += count + 1;
        return node;
    }
    node->count = node->capacity = count;
    node->items = xy_arena_alloc_raw(r->arena, sizeof *node->items * count * (node->kind == XY_YAML_MAP ? 2 : 1));
    if (node->kind == XY_YAML_MAP)
        node->keys = node->items + count;
    for (uint32_t i = 0; i < count; i++) {
        if (node->kind == XY_YAML_MAP)
            node->keys[i] = read_tree(r);
        node->items[i] = read_tree(r);
    }
    return node;
}

xy_yaml *xy_yaml_read(xy_arena *arena, const char *data, size_t size)
{
    tree_reader r = {arena, (const unsigned char *)data, (const unsigned char *)data + size};
    return read_tree(&r);
}

const xy_yaml *xy_yaml_get(const xy_yaml *map, const char *key)
{
    for (uint32_t i = 0; map && map->kind == XY_YAML_MAP && i < map->count; i++)
        if (xy_str_is(map->keys[i]->text, key))
            return map->items[i];
    return NULL;
}

xy_str xy_yaml_error(xy_arena *arena, xy_str file, const xy_yaml *at, const char *format, ...)
{
    va_list arguments;
    char message[1024]; /* longer ones are cut: they quote what the user wrote */
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    return describe(arena, file, at ? at->line : 1, at ? at->column : 1, message);
}
