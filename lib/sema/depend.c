/* What a unit uses: objects of the catalog with how they are used, names that nothing is known of, effects. For `xinyi parse --deps`. */
#include "base/json.h"
#include "sema/walk.h"

typedef enum use_kind { USES, READS, WRITES, CALLS, TYPES, REFERENCES, USE_COUNT } use_kind;

static const char *const use_names[USE_COUNT] = {"uses", "reads", "writes", "calls", "types", "references"};

typedef struct dependency {
    const xy_symbol *object; /* null: not known */
    xy_str name;
    uint32_t how; /* bits by use_kind */
    uint32_t *lines;
    uint32_t line_count;
} dependency;

typedef struct uses {
    const sema *s;
    const xy_symbol *own; /* the object that the unit makes */
    XY_VEC(dependency) list;
} uses;

/* The object of the catalog that a symbol belongs to: the table of a column, the package of a routine. Null for what is the unit's own. */
static const xy_symbol *object_of(const sema *s, const xy_symbol *symbol)
{
    if (symbol->kind == XY_SYM_PSEUDOCOLUMN)
        symbol = symbol->target; /* NEXTVAL of a sequence */
    for (int depth = 0; symbol && symbol->owner && depth < SEMA_MAX_PARTS; depth++)
        symbol = symbol->owner;
    if (!symbol || symbol->nested || !xy_symbol_is_object(symbol->kind))
        return NULL;
    const xy_symbol *object = xy_catalog_find(s->catalog, symbol->schema, symbol->name, false);
    return object && object->kind == symbol->kind ? object : NULL;
}

static bool writes(const xy_node *table)
{
    const xy_node *parent = table->parent;
    switch (parent ? parent->kind : XY_NODE_COUNT) {
    case XY_NODE_INSERT: return true; /* a query that gives the rows is a Select */
    case XY_NODE_INSERT_INTO: return true;
    case XY_NODE_UPDATE: return XY_AS(update, parent)->target == table;
    case XY_NODE_DELETE: return XY_AS(delete, parent)->target == table;
    case XY_NODE_MERGE: return XY_AS(merge, parent)->target == table;
    default: return false;
    }
}

static use_kind kind_of(const xy_node *node, const xy_symbol *object)
{
    const xy_node *parent = node->parent;
    uint16_t kind = parent ? parent->kind : XY_NODE_COUNT;
    if (kind == XY_NODE_DATA_TYPE || object->kind == XY_SYM_TYPE)
        return TYPES;
    if (kind == XY_NODE_TABLE_NAME)
        return writes(parent) ? WRITES : parent->parent && parent->parent->kind == XY_NODE_CREATE_INDEX ? USES : READS;
    if (kind == XY_NODE_CONSTRAINT)
        return REFERENCES;
    bool routine = object->kind == XY_SYM_PACKAGE || object->kind == XY_SYM_PROCEDURE || object->kind == XY_SYM_FUNCTION;
    return routine ? CALLS : object->kind == XY_SYM_SEQUENCE ? READS : USES;
}

static dependency *find_use(uses *u, const xy_symbol *object, xy_str name)
{
    for (uint32_t i = 0; i < u->list.count; i++) {
        dependency *known = &u->list.items[i];
        if (object ? known->object == object : !known->object && xy_str_equal(known->name, name))
            return known;
    }
    dependency fresh = {.object = object, .name = name};
    xy_vec_push(u->s->arena, &u->list, fresh);
    return &u->list.items[u->list.count - 1];
}

static void note(uses *u, const xy_node *node, const xy_symbol *object, xy_str name, use_kind how)
{
    dependency *found = find_use(u, object, name);
    uint32_t line = xy_source_position(u->s->source, u->s->source->tokens[node->first].offset).line;
    found->how |= 1u << how;
    if (found->line_count && found->lines[found->line_count - 1] == line)
        return;
    if (!(found->line_count & (found->line_count - 1))) { /* full: powers of two */
        uint32_t *grown = XY_NEW_ARRAY(u->s->arena, uint32_t, found->line_count ? found->line_count * 2 : 1);
        if (found->line_count)
            memcpy(grown, found->lines, found->line_count * sizeof *grown);
        found->lines = grown;
    }
    found->lines[found->line_count++] = line;
}

static bool visit(xy_node *node, void *data)
{
    uses *u = data;
    if (node->kind == XY_NODE_NAME || node->kind == XY_NODE_DATA_TYPE) {
        const xy_symbol *symbol = sema_info(u->s, node)->symbol;
        bool column = symbol && symbol->kind == XY_SYM_COLUMN && node->kind == XY_NODE_NAME; /* its table stands in FROM */
        const xy_symbol *object = symbol && !column ? object_of(u->s, symbol) : NULL;
        if (object && object != u->own)
            note(u, node, object, object->name, node->kind == XY_NODE_DATA_TYPE ? TYPES : kind_of(node, object));
    }
    return xy_node_each_child(node, visit, u);
}

static void note_unresolved(void *data, const xy_node *name, xy_unresolved_kind kind)
{
    uses *u = data;
    (void)kind;
    note(u, name, NULL, xy_str_upper(u->s->arena, sema_node_text(u->s->source, name)), USES);
}

/* ---- effects ---- */

static const struct {
    uint32_t bit;
    const char *name;
} effect_names[] = {
    {XY_EFFECT_READS, "reads"},
    {XY_EFFECT_WRITES, "writes"},
    {XY_EFFECT_COMMITS, "commits"},
    {XY_EFFECT_ROLLS_BACK, "rolls back"},
    {XY_EFFECT_SAVEPOINT, "savepoint"},
    {XY_EFFECT_RAISES, "raises"},
    {XY_EFFECT_MAY_FAIL, "may fail"},
    {XY_EFFECT_NO_DATA, "no data"},
    {XY_EFFECT_AUTONOMOUS, "autonomous"},
    {XY_EFFECT_PACKAGE_STATE, "package state"},
    {XY_EFFECT_SEQUENCE, "sequence"},
    {XY_EFFECT_SESSION, "session"},
    {XY_EFFECT_LOCKS, "locks"},
    {XY_EFFECT_DYNAMIC, "dynamic SQL"},
    {XY_EFFECT_UNKNOWN_CALL, "unknown call"},
};

static void effects_json(xy_json *json, uint32_t effects)
{
    xy_json_key(json, "effects");
    xy_json_begin_array(json);
    for (size_t i = 0; i < sizeof effect_names / sizeof *effect_names; i++)
        if (effects & effect_names[i].bit)
            xy_json_text(json, effect_names[i].name);
    xy_json_end_array(json);
}

void xy_sema_effects_text(xy_buffer *out, uint32_t effects)
{
    const char *separator = "";
    for (size_t i = 0; i < sizeof effect_names / sizeof *effect_names; i++) {
        if (!(effects & effect_names[i].bit))
            continue;
        xy_buffer_format(out, "%s%s", separator, effect_names[i].name);
        separator = ", ";
    }
    if (!*separator)
        xy_buffer_add_text(out, "none");
}

/* ---- writing ---- */

static xy_str qualified(const sema *s, const xy_symbol *object)
{
    if (!object->schema.length)
        return object->name;
    return xy_str_format(s->arena, "%.*s.%.*s", XY_STR_ARG(object->schema), XY_STR_ARG(object->name));
}

static void how_json(xy_json *json, const dependency *use)
{
    if (use->object) {
        xy_json_key(json, "how");
        xy_json_begin_array(json);
        for (int k = 0; k < USE_COUNT; k++)
            if (use->how >> k & 1)
                xy_json_text(json, use_names[k]);
        xy_json_end_array(json);
    }
    xy_json_key(json, "lines");
    xy_json_begin_array(json);
    for (uint32_t i = 0; i < use->line_count; i++)
        xy_json_number(json, use->lines[i]);
    xy_json_end_array(json);
}

static void use_json(xy_json *json, const sema *s, const dependency *use)
{
    xy_json_begin_object(json);
    if (use->object)
        xy_json_key_text(json, "kind", xy_symbol_kind_name(use->object->kind));
    xy_json_key_str(json, "name", use->object ? qualified(s, use->object) : use->name);
    how_json(json, use);
    xy_json_end_object(json);
}

static uint32_t line_of_unit(const xy_analysis *a)
{
    return xy_source_position(a->source, a->source->tokens[a->unit->tree->first].offset).line;
}

static void write_users(xy_buffer *out, const uses *u, const xy_analysis *a, xy_str kind, xy_str name)
{
    for (uint32_t i = 0; i < u->list.count; i++) {
        const dependency *use = &u->list.items[i];
        if (use->object)
            xy_buffer_format(out, "\"kind\":\"%s\",", xy_symbol_kind_name(use->object->kind));
        xy_buffer_add_text(out, "\"name\":");
        xy_json_write_string(out, use->object ? qualified(u->s, use->object) : use->name);
        xy_buffer_add_char(out, '\t');
        xy_json json;
        xy_json_init(&json, out);
        xy_json_begin_object(&json);
        xy_json_key_str(&json, "kind", kind);
        xy_json_key_str(&json, "name", name);
        xy_json_key_str(&json, "file", a->source->path);
        xy_json_key_number(&json, "line", line_of_unit(a));
        how_json(&json, use);
        xy_json_end_object(&json);
        xy_buffer_add_char(out, '\n');
    }
}

static void uses_json(xy_json *json, const uses *u, const char *key, bool known)
{
    xy_json_key(json, key);
    xy_json_begin_array(json);
    for (uint32_t i = 0; i < u->list.count; i++)
        if ((u->list.items[i].object != NULL) == known)
            use_json(json, u->s, &u->list.items[i]);
    xy_json_end_array(json);
}

static void write_json(xy_buffer *out, const uses *u, const xy_analysis *a, xy_str kind, xy_str name)
{
    xy_json json;
    xy_json_init(&json, out);
    xy_json_begin_object(&json);
    xy_json_key_str(&json, "kind", kind);
    xy_json_key_str(&json, "name", name);
    xy_json_key_str(&json, "file", a->source->path);
    xy_json_key_number(&json, "line", line_of_unit(a));
    uses_json(&json, u, "uses", true);
    uses_json(&json, u, "unresolved", false);
    effects_json(&json, xy_sema_effects(a, a->unit->tree));
    xy_json_key(&json, "routines");
    xy_json_begin_array(&json);
    for (uint32_t i = 0; i < u->s->routines.count; i++) {
        xy_json_begin_object(&json);
        xy_json_key_str(&json, "name", u->s->routines.items[i]->name);
        effects_json(&json, u->s->routines.items[i]->effects);
        xy_json_end_object(&json);
    }
    xy_json_end_array(&json);
    xy_json_end_object(&json);
}

static void write_text(xy_buffer *out, const uses *u, xy_str kind, xy_str name)
{
    xy_buffer_format(out, "%.*s %.*s\n", XY_STR_ARG(kind), XY_STR_ARG(name));
    for (uint32_t i = 0; i < u->list.count; i++) {
        const dependency *use = &u->list.items[i];
        if (use->object) {
            const char *separator = "  ";
            for (int k = 0; k < USE_COUNT; k++) {
                if (!(use->how >> k & 1))
                    continue;
                xy_buffer_format(out, "%s%s", separator, use_names[k]);
                separator = ", ";
            }
            xy_buffer_format(out, " %s %.*s:", xy_symbol_kind_name(use->object->kind), XY_STR_ARG(qualified(u->s, use->object)));
        } else {
            xy_buffer_format(out, "  unresolved %.*s:", XY_STR_ARG(use->name));
        }
        for (uint32_t l = 0; l < use->line_count; l++)
            xy_buffer_format(out, " %u", use->lines[l]);
        xy_buffer_add_char(out, '\n');
    }
    for (uint32_t i = 0; i < u->s->routines.count; i++) {
        xy_buffer_format(out, "  effects of %.*s: ", XY_STR_ARG(u->s->routines.items[i]->name));
        xy_sema_effects_text(out, u->s->routines.items[i]->effects);
        xy_buffer_add_char(out, '\n');
    }
}

/* One edge a line, and the unit itself when it uses nothing. */
static void write_dot(xy_buffer *out, const uses *u, xy_str name)
{
    xy_buffer_add_text(out, "  ");
    xy_json_write_string(out, name);
    xy_buffer_add_text(out, ";\n");
    for (uint32_t i = 0; i < u->list.count; i++) {
        const dependency *use = &u->list.items[i];
        for (int k = 0; k < USE_COUNT; k++) {
            if (!(use->how >> k & 1))
                continue;
            xy_buffer_add_text(out, "  ");
            xy_json_write_string(out, name);
            xy_buffer_add_text(out, " -> ");
            xy_json_write_string(out, use->object ? qualified(u->s, use->object) : use->name);
            xy_buffer_format(out, use->object ? " [label=\"%s\"];\n" : " [label=\"unresolved\", style=dashed];\n", use_names[k]);
        }
    }
}

void xy_sema_depend(xy_buffer *out, const xy_analysis *a, xy_str kind, xy_str name, xy_depend_format format)
{
    uses u = {.s = a->details};
    const xy_info *made = xy_info_of(a, a->unit->tree);
    u.own = made->symbol ? object_of(u.s, made->symbol) : NULL;
    visit(a->unit->tree, &u);
    xy_sema_each_unresolved(a, note_unresolved, &u);
    if (!u.list.count && !u.s->routines.count && !u.own)
        return; /* a setting, a grant of nothing that is known */
    if (!name.length)
        name = xy_str_format(u.s->arena, "%.*s:%u", XY_STR_ARG(a->source->path), line_of_unit(a));
    switch (format) {
    case XY_DEPEND_JSON: write_json(out, &u, a, kind, name); break;
    case XY_DEPEND_TEXT: write_text(out, &u, kind, name); break;
    case XY_DEPEND_DOT: write_dot(out, &u, name); break;
    case XY_DEPEND_USERS: write_users(out, &u, a, kind, name); break;
    }
}
