/* Dumps for `xinyi parse --types`: one line (or object) per name and expression, by position. */
#include "base/json.h"
#include "sema/walk.h"

#include <stdlib.h>

bool xy_symbol_is_object(xy_symbol_kind kind)
{
    switch (kind) {
    case XY_SYM_TABLE:
    case XY_SYM_VIEW:
    case XY_SYM_MVIEW:
    case XY_SYM_SEQUENCE:
    case XY_SYM_SYNONYM:
    case XY_SYM_TYPE:
    case XY_SYM_PACKAGE:
    case XY_SYM_PROCEDURE:
    case XY_SYM_FUNCTION: return true;
    default: return false;
    }
}

const char *xy_symbol_kind_name(xy_symbol_kind kind)
{
    static const char *const names[XY_SYM_COUNT] = {
        "table",    "view",      "materialized view", "column",       "sequence",  "synonym", "type",     "package",       "procedure",
        "function", "parameter", "variable",          "constant",     "exception", "cursor",  "label",    "loop index",    "loop record",
        "field",    "with name", "table alias",       "select alias", "trigger",   "index",   "built-in", "pseudo-column",
    };
    return (unsigned)kind < XY_SYM_COUNT ? names[kind] : "unknown";
}

static const char *null_text(xy_nullability nullability)
{
    static const char *const names[] = {"unknown", "never", "maybe", "always"};
    return names[nullability];
}

typedef struct entry {
    const xy_node *node;
    uint32_t depth;
} entry;
typedef struct collector {
    const sema *s;
    XY_VEC(entry) list;
    uint32_t depth;
} collector;

static bool is_shown(const sema *s, const xy_node *node)
{
    const xy_info *info = sema_info(s, node);
    return s->is_expr[node->kind] || info->symbol || (info->type && node->kind == XY_NODE_DATA_TYPE);
}

static bool collect(xy_node *node, void *data)
{
    collector *c = data;
    if (is_shown(c->s, node) && node->first < node->last) {
        entry e = {node, c->depth};
        xy_vec_push(c->s->arena, &c->list, e);
    }
    if (node->kind == XY_NODE_DATA_TYPE)
        return true; /* its name and numbers say no more */
    c->depth++;
    xy_node_each_child(node, collect, c);
    c->depth--;
    return true;
}

/* By place; an outer expression before its parts. */
static int by_position(const void *a, const void *b)
{
    const entry *x = a, *y = b;
    if (x->node->first != y->node->first)
        return x->node->first < y->node->first ? -1 : 1;
    return x->depth == y->depth ? 0 : x->depth < y->depth ? -1 : 1;
}

static void collect_all(collector *c, const xy_analysis *a)
{
    *c = (collector){.s = a->details};
    if (a->unit->tree)
        collect(a->unit->tree, c);
    if (c->list.count)
        qsort(c->list.items, c->list.count, sizeof *c->list.items, by_position);
}

/* The source text on one line, shortened in the middle. */
static xy_str one_line(const sema *s, const xy_node *node)
{
    enum { LIMIT = 60 };
    xy_str text = sema_node_text(s->source, node);
    xy_buffer out;
    bool blank = false;
    xy_buffer_init(&out, s->arena);
    for (uint32_t i = 0; i < text.length; i++) {
        char c = text.data[i];
        bool white = c == ' ' || c == '\n' || c == '\r' || c == '\t';
        if (white && blank)
            continue;
        blank = white;
        if (out.length >= LIMIT && ((unsigned char)c & 0xC0) != 0x80) {
            xy_buffer_add_text(&out, "…");
            break;
        }
        xy_buffer_add_char(&out, white ? ' ' : c);
    }
    return xy_buffer_str(&out);
}

static xy_str symbol_text(const sema *s, const xy_symbol *symbol)
{
    const xy_symbol *owner =
        symbol->kind == XY_SYM_COLUMN || symbol->kind == XY_SYM_FIELD || (symbol->owner && symbol->owner->kind == XY_SYM_PACKAGE) ? symbol->owner : NULL;
    if (owner && owner->name.length)
        return xy_str_format(s->arena, "%s %.*s.%.*s", xy_symbol_kind_name(symbol->kind), XY_STR_ARG(owner->name), XY_STR_ARG(symbol->name));
    return xy_str_format(s->arena, "%s %.*s", xy_symbol_kind_name(symbol->kind), XY_STR_ARG(symbol->name));
}

static void add_flags(xy_buffer *out, const xy_info *info)
{
    const struct {
        bool set;
        const char *text;
    } flags[] = {
        {info->in_sql, "sql"},
        {info->is_call, "call"},
        {info->is_element, "element"},
        {info->is_method, "method"},
        {info->is_constructor, "constructor"},
        {info->integral, "integral"},
        {info->maybe_column, "maybe-column"},
    };
    for (size_t i = 0; i < sizeof flags / sizeof *flags; i++) {
        if (flags[i].set)
            xy_buffer_format(out, " %s", flags[i].text);
    }
}

void xy_sema_dump(xy_buffer *out, const xy_analysis *a)
{
    collector c;
    collect_all(&c, a);
    for (uint32_t i = 0; i < c.list.count; i++) {
        const xy_node *node = c.list.items[i].node;
        const xy_info *info = sema_info(c.s, node);
        xy_position at = xy_source_position(a->source, a->source->tokens[node->first].offset);
        xy_buffer_format(out, "%u:%u %s `%.*s`", at.line, at.column, xy_node_infos[node->kind].name, XY_STR_ARG(one_line(c.s, node)));
        if (info->symbol)
            xy_buffer_format(out, " | %.*s", XY_STR_ARG(symbol_text(c.s, info->symbol)));
        if (info->type)
            xy_buffer_format(out, " | %.*s | null %s", XY_STR_ARG(xy_type_text(c.s->arena, info->type)), null_text(info->nullability));
        if (info->convert_to)
            xy_buffer_format(out, " | to %s", xy_family_name((xy_family)info->convert_to));
        add_flags(out, info);
        xy_buffer_add_char(out, '\n');
    }
}

void xy_sema_dump_json(xy_buffer *out, const xy_analysis *a)
{
    collector c;
    xy_json json;
    collect_all(&c, a);
    xy_json_init(&json, out);
    xy_json_begin_array(&json);
    for (uint32_t i = 0; i < c.list.count; i++) {
        const xy_node *node = c.list.items[i].node;
        const xy_info *info = sema_info(c.s, node);
        xy_position at = xy_source_position(a->source, a->source->tokens[node->first].offset);
        xy_json_begin_object(&json);
        xy_json_key_number(&json, "line", at.line);
        xy_json_key_number(&json, "column", at.column);
        xy_json_key_text(&json, "node", xy_node_infos[node->kind].name);
        xy_json_key_str(&json, "text", sema_node_text(a->source, node));
        if (info->symbol) {
            xy_json_key_text(&json, "symbol", xy_symbol_kind_name(info->symbol->kind));
            xy_json_key_str(&json, "name", info->symbol->name);
            if (info->symbol->owner)
                xy_json_key_str(&json, "owner", info->symbol->owner->name);
        }
        if (info->type) {
            xy_json_key_str(&json, "type", xy_type_text(c.s->arena, info->type));
            xy_json_key_text(&json, "null", null_text(info->nullability));
        }
        if (info->convert_to)
            xy_json_key_text(&json, "convert", xy_family_name((xy_family)info->convert_to));
        if (info->in_sql)
            xy_json_key_bool(&json, "sql", true);
        if (info->integral)
            xy_json_key_bool(&json, "integral", true);
        if (info->maybe_column)
            xy_json_key_bool(&json, "maybe_column", true);
        xy_json_end_object(&json);
    }
    xy_json_end_array(&json);
}
