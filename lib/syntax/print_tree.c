/* Dumps of trees as indented text and as JSON: two printers over the field table.
 *
 *     QueryBlock
 *       items: SelectItem alias=`b`
 *         expr: Name parts=`a`
 *
 * Every field that is set is shown; a list gives one line per element. A node without any child also shows its text when the
 * fields do not hold all of it (Opaque, Bogus). Words of clauses that no field holds follow as +`WORD`. */
#include "syntax/node.h"

#include "base/json.h"

#include <string.h>

enum { MAX_SHOWN = 80 /* bytes of a token or text shown in the text dump */ };

/* ------------------------------------------------------------------ what of a node its fields show */

typedef struct shown {
    bool children;
    uint32_t tokens;
} shown;

static shown count_shown(const xy_node *node)
{
    shown s = {0};
    const xy_node_info *info = &xy_node_infos[node->kind];
    for (uint16_t i = 0; i < info->field_count; i++) {
        const xy_field_info *f = &info->fields[i];
        switch ((xy_field_type)f->type) {
        case XY_FIELD_NODE: s.children = s.children || xy_field_node(node, f); break;
        case XY_FIELD_LIST: s.children = s.children || xy_field_list(node, f).count; break;
        case XY_FIELD_TOKEN: s.tokens += xy_field_token(node, f) != XY_NO_TOKEN; break;
        case XY_FIELD_TOKENS: s.tokens += xy_field_tokens(node, f).count; break;
        case XY_FIELD_ENUM:
        case XY_FIELD_FLAG: break;
        }
    }
    return s;
}

static uint32_t count_tokens(const xy_source *source, const xy_node *node)
{
    uint32_t count = 0;
    for (uint32_t i = node->first; i < node->last; i++)
        count += !xy_token_is_trivia(source->tokens[i].kind);
    return count;
}

/* The node's text is needed to tell what it is. */
static bool needs_text(const xy_source *source, const xy_node *node)
{
    const xy_node_info *info = &xy_node_infos[node->kind];
    shown s = count_shown(node);
    bool has_enum = false;
    for (uint16_t i = 0; i < info->field_count; i++)
        has_enum = has_enum || info->fields[i].type == XY_FIELD_ENUM;
    uint32_t with_separators = s.tokens ? 2 * s.tokens - 1 : 1; /* a.b.c */
    return !s.children && !has_enum && count_tokens(source, node) > with_separators;
}

/* The node's tokens with one blank for trivia between them. */
static void add_text(xy_buffer *out, const xy_source *source, const xy_node *node)
{
    bool first = true, gap = false;
    for (uint32_t i = node->first; i < node->last; i++) {
        if (xy_token_is_trivia(source->tokens[i].kind)) {
            gap = true;
            continue;
        }
        if (gap && !first)
            xy_buffer_add_char(out, ' ');
        xy_buffer_add_str(out, xy_token_text(source, i));
        first = gap = false;
    }
}

/* ------------------------------------------------------------------ text */

typedef struct text_printer {
    xy_buffer *out;
    const xy_source *source;
    uint32_t depth;
} text_printer;

/* At most MAX_SHOWN bytes, cut between characters, on one line. */
static void add_short(xy_buffer *out, xy_str text)
{
    uint32_t length = text.length;
    if (length > MAX_SHOWN) {
        length = MAX_SHOWN;
        while (length > 0 && ((uint8_t)text.data[length] & 0xC0) == 0x80)
            length--;
    }
    for (uint32_t i = 0; i < length; i++)
        xy_buffer_add_char(out, text.data[i] == '\n' || text.data[i] == '\r' ? ' ' : text.data[i]);
    if (length < text.length)
        xy_buffer_add_text(out, "...");
}

static void print_text_token(text_printer *p, uint32_t token)
{
    xy_buffer_add_char(p->out, '`');
    add_short(p->out, xy_token_text(p->source, token));
    xy_buffer_add_char(p->out, '`');
}

/* A field that stands on the node's own line. */
static void print_text_attribute(text_printer *p, const xy_node *node, const xy_field_info *f)
{
    if (f->type == XY_FIELD_TOKEN && xy_field_token(node, f) != XY_NO_TOKEN) {
        xy_buffer_format(p->out, " %s=", f->name);
        print_text_token(p, xy_field_token(node, f));
    } else if (f->type == XY_FIELD_TOKENS && xy_field_tokens(node, f).count) {
        xy_token_list list = xy_field_tokens(node, f);
        xy_buffer_format(p->out, " %s=", f->name);
        for (uint32_t i = 0; i < list.count; i++)
            print_text_token(p, list.items[i]);
    } else if (f->type == XY_FIELD_ENUM) {
        xy_buffer_format(p->out, " %s=%s", f->name, f->names[xy_field_byte(node, f)]);
    } else if (f->type == XY_FIELD_FLAG && xy_field_byte(node, f)) {
        xy_buffer_format(p->out, " %s", f->name);
    }
}

static void print_text_node(text_printer *p, const char *label, const xy_node *node);

static void print_text_children(text_printer *p, const xy_node *node, const xy_field_info *f)
{
    if (f->type == XY_FIELD_NODE && xy_field_node(node, f))
        print_text_node(p, f->name, xy_field_node(node, f));
    if (f->type != XY_FIELD_LIST)
        return;
    xy_nodes list = xy_field_list(node, f);
    for (uint32_t i = 0; i < list.count; i++)
        print_text_node(p, f->name, list.items[i]);
}

static bool print_text_loose(uint32_t token, void *data)
{
    text_printer *p = data;
    xy_buffer_add_text(p->out, " +");
    print_text_token(p, token);
    return true;
}

static void print_text_node(text_printer *p, const char *label, const xy_node *node)
{
    const xy_node_info *info = &xy_node_infos[node->kind];
    for (uint32_t i = 0; i < p->depth; i++)
        xy_buffer_add_text(p->out, "  ");
    if (label)
        xy_buffer_format(p->out, "%s: ", label);
    xy_buffer_add_text(p->out, info->name);
    for (uint16_t i = 0; i < info->field_count; i++)
        print_text_attribute(p, node, &info->fields[i]);
    xy_node_each_loose_word(p->source, node, print_text_loose, p);
    if (needs_text(p->source, node)) {
        xy_buffer text;
        xy_buffer_init(&text, p->out->arena);
        add_text(&text, p->source, node);
        xy_buffer_add_text(p->out, " «");
        add_short(p->out, xy_buffer_str(&text));
        xy_buffer_add_text(p->out, "»");
    }
    xy_buffer_add_char(p->out, '\n');
    p->depth++;
    for (uint16_t i = 0; i < info->field_count; i++)
        print_text_children(p, node, &info->fields[i]);
    p->depth--;
}

void xy_node_dump(xy_buffer *out, const xy_source *source, const xy_node *node)
{
    text_printer p = {out, source, 0};
    print_text_node(&p, NULL, node);
}

/* ------------------------------------------------------------------ JSON */

typedef struct json_printer {
    xy_json json;
    const xy_source *source;
} json_printer;

static void print_json_node(json_printer *p, const xy_node *node);

/* The member of a field: an underscore keeps it apart from those that every node has. */
static const char *member(const json_printer *p, const xy_field_info *f)
{
    static const char *const taken[] = {"kind", "line", "column", "offset", "end", "text", "words"};
    for (size_t i = 0; i < sizeof taken / sizeof *taken; i++) {
        if (strcmp(f->name, taken[i]) == 0)
            return xy_str_format(p->json.out->arena, "%s_", f->name).data;
    }
    return f->name;
}

static void print_json_list(json_printer *p, const xy_node *node, const xy_field_info *f)
{
    xy_json_key(&p->json, member(p, f));
    xy_json_begin_array(&p->json);
    if (f->type == XY_FIELD_LIST) {
        xy_nodes list = xy_field_list(node, f);
        for (uint32_t i = 0; i < list.count; i++)
            print_json_node(p, list.items[i]);
    } else {
        xy_token_list list = xy_field_tokens(node, f);
        for (uint32_t i = 0; i < list.count; i++)
            xy_json_str(&p->json, xy_token_text(p->source, list.items[i]));
    }
    xy_json_end_array(&p->json);
}

static void print_json_field(json_printer *p, const xy_node *node, const xy_field_info *f)
{
    switch ((xy_field_type)f->type) {
    case XY_FIELD_NODE:
        if (xy_field_node(node, f)) {
            xy_json_key(&p->json, member(p, f));
            print_json_node(p, xy_field_node(node, f));
        }
        break;
    case XY_FIELD_TOKEN:
        if (xy_field_token(node, f) != XY_NO_TOKEN)
            xy_json_key_str(&p->json, member(p, f), xy_token_text(p->source, xy_field_token(node, f)));
        break;
    case XY_FIELD_LIST:
    case XY_FIELD_TOKENS: print_json_list(p, node, f); break;
    case XY_FIELD_ENUM: xy_json_key_text(&p->json, member(p, f), f->names[xy_field_byte(node, f)]); break;
    case XY_FIELD_FLAG: xy_json_key_bool(&p->json, member(p, f), xy_field_byte(node, f)); break;
    }
}

static void print_json_position(json_printer *p, const xy_node *node)
{
    uint32_t last = node->last > node->first ? node->last - 1 : node->first;
    xy_position at = xy_source_position(p->source, p->source->tokens[node->first].offset);
    uint32_t end = p->source->tokens[last].offset + (node->last > node->first ? p->source->tokens[last].length : 0);
    xy_json_key_number(&p->json, "line", at.line);
    xy_json_key_number(&p->json, "column", at.column);
    xy_json_key_number(&p->json, "offset", p->source->tokens[node->first].offset);
    xy_json_key_number(&p->json, "end", end);
}

typedef struct loose_words {
    json_printer *p;
    bool any;
} loose_words;

static bool add_json_loose(uint32_t token, void *data)
{
    loose_words *l = data;
    if (!l->any) {
        xy_json_key(&l->p->json, "words");
        xy_json_begin_array(&l->p->json);
    }
    l->any = true;
    xy_json_str(&l->p->json, xy_token_text(l->p->source, token));
    return true;
}

/* The words of clauses that no field holds. */
static void print_json_loose(json_printer *p, const xy_node *node)
{
    loose_words l = {p, false};
    xy_node_each_loose_word(p->source, node, add_json_loose, &l);
    if (l.any)
        xy_json_end_array(&p->json);
}

static void print_json_node(json_printer *p, const xy_node *node)
{
    const xy_node_info *info = &xy_node_infos[node->kind];
    xy_json_begin_object(&p->json);
    xy_json_key_text(&p->json, "kind", info->name);
    print_json_position(p, node);
    for (uint16_t i = 0; i < info->field_count; i++)
        print_json_field(p, node, &info->fields[i]);
    print_json_loose(p, node);
    if (needs_text(p->source, node)) {
        xy_buffer text;
        xy_buffer_init(&text, p->json.out->arena);
        add_text(&text, p->source, node);
        xy_json_key_str(&p->json, "text", xy_buffer_str(&text));
    }
    xy_json_end_object(&p->json);
}

void xy_node_dump_json(xy_buffer *out, const xy_source *source, const xy_node *node)
{
    json_printer p = {.source = source};
    xy_json_init(&p.json, out);
    print_json_node(&p, node);
}
