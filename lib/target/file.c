/* Target files: rules/targets/<name>.yml. Format: rules/README.md. */
#include "target/target.h"

#include "base/vec.h"
#include "base/yaml.h"

/** A fact or reserved word, perhaps from a version on. */
typedef struct dated {
    xy_str name, value, before;
    uint32_t since;
} dated;
typedef XY_VEC(dated) words;
/** A version as its vendor calls it: v8r6. */
typedef struct named_version {
    xy_str name;
    uint32_t number;
} named_version;
typedef struct option {
    xy_str name, value;
    const xy_yaml *values;
} option;
/** Another target that a version word (gbase:8s) or an option's value (database_mode=pg) of this one stands for. */
typedef struct variant {
    xy_str word;          /* what follows the colon */
    xy_str option, value; /* or an option of this target and its value */
    xy_str target;
} variant;

struct xy_target_file {
    xy_str name, extends;
    uint32_t version, least, most, base_version;
    words facts, reserved, functions, variables;
    XY_VEC(named_version) names;
    XY_VEC(option) options;
    XY_VEC(variant) variants;
};

typedef struct reader {
    xy_arena *arena;
    xy_str file;
    xy_str *error;
    xy_target_file *target;
} reader;

#define FAIL(r, at, ...) (*(r)->error = xy_yaml_error((r)->arena, (r)->file, (at), __VA_ARGS__), false)

/* ---- reading ---- */

static bool read_number(reader *r, const xy_yaml *value, uint32_t *number)
{
    *number = 0;
    bool good = value->kind == XY_YAML_SCALAR && value->text.length > 0 && value->text.length < 7;
    for (uint32_t i = 0; good && i < value->text.length; i++) {
        good = value->text.data[i] >= '0' && value->text.data[i] <= '9';
        *number = *number * 10 + (uint32_t)(value->text.data[i] - '0');
    }
    return good || FAIL(r, value, "a number is expected");
}

static bool read_text(reader *r, const xy_yaml *value, xy_str *text)
{
    *text = value->text;
    return value->kind == XY_YAML_SCALAR || FAIL(r, value, "a text is expected");
}

static bool expect_map(reader *r, const xy_yaml *value)
{
    return value->kind == XY_YAML_MAP || FAIL(r, value, "keys and values are expected");
}

static bool read_version_names(reader *r, const xy_yaml *map)
{
    if (!expect_map(r, map))
        return false;
    for (uint32_t i = 0; i < map->count; i++) {
        named_version name = {.name = map->keys[i]->text};
        if (!read_number(r, map->items[i], &name.number))
            return false;
        xy_vec_push(r->arena, &r->target->names, name);
    }
    return true;
}

static bool read_versions(reader *r, const xy_yaml *map)
{
    if (!expect_map(r, map))
        return false;
    for (uint32_t i = 0; i < map->count; i++) {
        xy_str key = map->keys[i]->text;
        if (xy_str_equal(key, XY_STR("names"))) {
            if (!read_version_names(r, map->items[i]))
                return false;
            continue;
        }
        uint32_t *number = xy_str_equal(key, XY_STR("default")) ? &r->target->version
                           : xy_str_equal(key, XY_STR("min"))   ? &r->target->least
                           : xy_str_equal(key, XY_STR("max"))   ? &r->target->most
                                                                : NULL;
        if (!number)
            return FAIL(r, map->keys[i], "unknown key `%.*s`; versions have default, min, max and names", XY_STR_ARG(key));
        if (!read_number(r, map->items[i], number))
            return false;
    }
    return r->target->version > 0 || FAIL(r, map, "versions need a default");
}

static bool read_dated(reader *r, const xy_yaml *value, dated *out)
{
    out->before = XY_STR("no");
    if (value->kind == XY_YAML_SCALAR)
        return read_text(r, value, &out->value);
    if (!expect_map(r, value))
        return false;
    out->value = XY_STR("yes");
    for (uint32_t i = 0; i < value->count; i++) {
        xy_str key = value->keys[i]->text;
        bool good = xy_str_equal(key, XY_STR("since"))    ? read_number(r, value->items[i], &out->since)
                    : xy_str_equal(key, XY_STR("value"))  ? read_text(r, value->items[i], &out->value)
                    : xy_str_equal(key, XY_STR("before")) ? read_text(r, value->items[i], &out->before)
                    : xy_str_equal(key, XY_STR("word"))   ? read_text(r, value->items[i], &out->name)
                                                          : FAIL(r, value->keys[i], "unknown key `%.*s`; known are since, value, before", XY_STR_ARG(key));
        if (!good)
            return false;
    }
    return true;
}

static bool read_facts(reader *r, const xy_yaml *map)
{
    if (!expect_map(r, map))
        return false;
    for (uint32_t i = 0; i < map->count; i++) {
        dated fact = {.name = map->keys[i]->text};
        if (!read_dated(r, map->items[i], &fact))
            return false;
        xy_vec_push(r->arena, &r->target->facts, fact);
    }
    return true;
}

/* Words in capitals, each perhaps from a version on. */
static bool read_words(reader *r, const xy_yaml *list, words *into)
{
    if (list->kind != XY_YAML_LIST)
        return FAIL(r, list, "a list of words is expected");
    for (uint32_t i = 0; i < list->count; i++) {
        dated word = {0};
        if (!read_dated(r, list->items[i], &word))
            return false;
        if (list->items[i]->kind == XY_YAML_SCALAR)
            word.name = word.value;
        if (word.name.length == 0)
            return FAIL(r, list->items[i], "a word from a version on is written {word: X, since: N}");
        word.name = xy_str_upper(r->arena, word.name);
        word.value = XY_STR("yes");
        xy_vec_push(r->arena, into, word);
    }
    return true;
}

static bool read_reserved(reader *r, const xy_yaml *list)
{
    return read_words(r, list, &r->target->reserved);
}
static bool read_functions(reader *r, const xy_yaml *list)
{
    return read_words(r, list, &r->target->functions);
}
static bool read_variables(reader *r, const xy_yaml *list)
{
    return read_words(r, list, &r->target->variables);
}

static bool is_translated(reader *r, const xy_yaml *value)
{
    const xy_yaml *en = xy_yaml_get(value, "en"), *zh = xy_yaml_get(value, "zh");
    return (value->kind == XY_YAML_MAP && value->count == 2 && en && zh && en->text.length && zh->text.length) || FAIL(r, value, "{en: …, zh: …} is expected");
}

static bool read_option(reader *r, const xy_yaml *value, option *out)
{
    if (value->kind == XY_YAML_SCALAR)
        return read_text(r, value, &out->value);
    if (!expect_map(r, value))
        return false;
    for (uint32_t i = 0; i < value->count; i++) {
        xy_str key = value->keys[i]->text;
        bool good = true;
        if (xy_str_equal(key, XY_STR("default")))
            good = read_text(r, value->items[i], &out->value);
        else if (xy_str_equal(key, XY_STR("values")))
            out->values = value->items[i];
        else if (xy_str_equal(key, XY_STR("doc")))
            good = is_translated(r, value->items[i]);
        else
            good = FAIL(r, value->keys[i], "unknown key `%.*s`; options have default, values and doc", XY_STR_ARG(key));
        if (!good)
            return false;
    }
    return true;
}

static bool read_options(reader *r, const xy_yaml *map)
{
    if (!expect_map(r, map))
        return false;
    for (uint32_t i = 0; i < map->count; i++) {
        option o = {.name = map->keys[i]->text};
        if (!read_option(r, map->items[i], &o))
            return false;
        xy_vec_push(r->arena, &r->target->options, o);
    }
    return true;
}

/* {8s: gbase-8s} for `--to gbase:8s`; {kingbase.database_mode=pg: kingbase-pg} for an option's value. */
static bool read_variants(reader *r, const xy_yaml *map)
{
    if (!expect_map(r, map))
        return false;
    for (uint32_t i = 0; i < map->count; i++) {
        variant v = {.word = map->keys[i]->text};
        for (uint32_t at = 0; at < v.word.length && v.value.length == 0; at++) {
            if (v.word.data[at] != '=')
                continue;
            v.option = (xy_str){v.word.data, at};
            v.value = (xy_str){v.word.data + at + 1, v.word.length - at - 1};
        }
        if (v.option.length > 0)
            v.word = (xy_str){0};
        if (!read_text(r, map->items[i], &v.target))
            return false;
        xy_vec_push(r->arena, &r->target->variants, v);
    }
    return true;
}

static bool read_name(reader *r, const xy_yaml *value)
{
    return read_text(r, value, &r->target->name);
}
static bool read_extends(reader *r, const xy_yaml *value)
{
    return read_text(r, value, &r->target->extends);
}
static bool read_base_version(reader *r, const xy_yaml *value)
{
    return read_number(r, value, &r->target->base_version);
}

static const struct key {
    const char *name;
    bool (*read)(reader *, const xy_yaml *);
} keys[] = {
    {"target", read_name},         {"title", is_translated},      {"extends", read_extends},   {"base_version", read_base_version},
    {"versions", read_versions},   {"facts", read_facts},         {"options", read_options},   {"reserved", read_reserved},
    {"functions", read_functions}, {"variables", read_variables}, {"variants", read_variants},
};

static bool read_key(reader *r, const xy_yaml *key, const xy_yaml *value)
{
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (xy_str_equal(key->text, xy_str_from(keys[i].name)))
            return keys[i].read(r, value);
    return FAIL(r, key, "unknown key `%.*s` in a target file", XY_STR_ARG(key->text));
}

const xy_target_file *xy_target_file_read(xy_arena *arena, xy_str file, const xy_yaml *root, xy_str *error)
{
    reader r = {.arena = arena, .file = file, .error = error, .target = XY_NEW(arena, xy_target_file)};
    if (!expect_map(&r, root))
        return NULL;
    for (uint32_t i = 0; i < root->count; i++)
        if (!read_key(&r, root->keys[i], root->items[i]))
            return NULL;
    bool complete = r.target->name.length > 0 && r.target->version > 0;
    return complete || FAIL(&r, root, "a target file needs the keys target and versions") ? r.target : NULL;
}

xy_str xy_target_file_name(const xy_target_file *file)
{
    return file->name;
}

bool xy_target_file_has_option(const xy_target_file *file, xy_str name)
{
    for (uint32_t i = 0; i < file->options.count; i++)
        if (xy_str_equal(file->options.items[i].name, name))
            return true;
    return false;
}

bool xy_target_file_has_fact(const xy_target_file *file, xy_str name)
{
    for (uint32_t i = 0; i < file->facts.count; i++)
        if (xy_str_equal(file->facts.items[i].name, name))
            return true;
    return false;
}

/* ---- preparing ---- */

static void put(xy_arena *arena, xy_map *map, xy_str name, xy_str value)
{
    xy_str *stored = XY_NEW(arena, xy_str);
    *stored = value;
    xy_map_put(map, name, stored);
}

static void inherit(xy_map *map, const xy_map *from)
{
    for (xy_map_entry *e = xy_map_first(from); e; e = xy_map_next(e))
        xy_map_put(map, xy_map_key(e), xy_map_value(e));
}

static void fill_words(xy_arena *arena, const words *list, uint32_t version, xy_map *map)
{
    for (uint32_t i = 0; i < list->count; i++)
        if (version >= list->items[i].since)
            put(arena, map, list->items[i].name, list->items[i].value);
}

static void fill(xy_arena *arena, const xy_target_file *file, xy_target *target)
{
    for (uint32_t i = 0; i < file->facts.count; i++) {
        const dated *fact = &file->facts.items[i];
        put(arena, &target->facts, fact->name, target->version >= fact->since ? fact->value : fact->before);
    }
    fill_words(arena, &file->reserved, target->version, &target->reserved);
    fill_words(arena, &file->functions, target->version, &target->functions);
    fill_words(arena, &file->variables, target->version, &target->variables);
    for (uint32_t i = 0; i < file->options.count; i++)
        put(arena, &target->options, file->options.items[i].name, file->options.items[i].value);
}

static xy_str known_names(xy_arena *arena, const xy_map *files)
{
    xy_buffer names;
    xy_buffer_init(&names, arena);
    for (xy_map_entry *e = xy_map_first(files); e; e = xy_map_next(e)) {
        if (names.length > 0)
            xy_buffer_add_text(&names, ", ");
        xy_buffer_add_str(&names, xy_map_key(e));
    }
    return xy_buffer_str(&names);
}

enum { MAX_BASES = 8 };

static bool prepare(xy_arena *arena, const xy_map *files, xy_str name, uint32_t version, xy_target *target, int depth, xy_str *error)
{
    const xy_target_file *file = xy_map_get(files, name);
    if (!file) {
        xy_str known = known_names(arena, files);
        *error = xy_str_format(arena, "unknown target '%.*s'; known are %.*s", XY_STR_ARG(name), XY_STR_ARG(known));
        return false;
    }
    *target = (xy_target){.name = file->name, .version = version ? version : file->version};
    if (target->version < file->least || (file->most && target->version > file->most)) {
        *error = xy_str_format(arena, "target %.*s has the versions %u to %u, not %u", XY_STR_ARG(file->name), file->least, file->most, target->version);
        return false;
    }
    xy_map_init(&target->facts, arena);
    xy_map_init(&target->options, arena);
    xy_map_init(&target->reserved, arena);
    xy_map_init(&target->functions, arena);
    xy_map_init(&target->variables, arena);
    if (file->extends.length > 0) {
        xy_target *base = XY_NEW(arena, xy_target);
        if (depth == MAX_BASES) {
            *error = xy_str_format(arena, "target %.*s extends itself", XY_STR_ARG(file->name));
            return false;
        }
        if (!prepare(arena, files, file->extends, file->base_version, base, depth + 1, error))
            return false;
        target->base = base;
        inherit(&target->facts, &base->facts);
        inherit(&target->options, &base->options);
        inherit(&target->reserved, &base->reserved);
        inherit(&target->functions, &base->functions);
        inherit(&target->variables, &base->variables);
    }
    fill(arena, file, target);
    return true;
}

/** The option's declaration in the file or those that it extends, or null. */
static const option *find_option(const xy_map *files, const xy_target_file *file, xy_str name)
{
    for (int depth = 0; file && depth <= MAX_BASES; depth++) {
        for (uint32_t i = 0; i < file->options.count; i++)
            if (xy_str_equal(file->options.items[i].name, name))
                return &file->options.items[i];
        file = file->extends.length > 0 ? xy_map_get(files, file->extends) : NULL;
    }
    return NULL;
}

/** An option of one target alone: `dameng.CALC_AS_DECIMAL` for the target dameng. */
static bool is_option_of(xy_str name, xy_str target)
{
    return name.length > target.length && name.data[target.length] == '.' && xy_str_equal((xy_str){name.data, target.length}, target);
}

static bool overlay(xy_arena *arena, const xy_map *files, const xy_map *options, xy_target *target, xy_str *error)
{
    for (xy_map_entry *e = xy_map_first(options); e; e = xy_map_next(e)) {
        const option *o = find_option(files, xy_map_get(files, target->name), xy_map_key(e));
        const xy_str *value = xy_map_value(e);
        bool allowed = o ? !o->values : !is_option_of(xy_map_key(e), target->name);
        for (uint32_t i = 0; !allowed && o && i < o->values->count; i++)
            allowed = xy_str_equal(o->values->items[i]->text, *value);
        if (!allowed) {
            xy_str name = xy_map_key(e);
            *error = o ? xy_str_format(arena, "option '%.*s' of target %.*s does not take the value '%.*s'", XY_STR_ARG(o->name), XY_STR_ARG(target->name),
                                       XY_STR_ARG(*value))
                       : xy_str_format(arena, "target %.*s has no option '%.*s'", XY_STR_ARG(target->name), XY_STR_ARG(name));
            return false;
        }
        put(arena, &target->options, xy_map_key(e), *value);
    }
    return true;
}

/** Reads what follows the colon: a number, or a name that the target's file gives one. 0 for neither. */
static uint32_t read_version(const xy_target_file *file, xy_str text)
{
    uint32_t number = 0;
    for (uint32_t i = 0; file && i < file->names.count; i++)
        if (xy_str_equal_nocase(file->names.items[i].name, text))
            return file->names.items[i].number;
    for (uint32_t i = 0; i < text.length; i++) {
        if (text.data[i] < '0' || text.data[i] > '9' || number > 99999)
            return 0;
        number = number * 10 + (uint32_t)(text.data[i] - '0');
    }
    return number;
}

/** The target that the version word, or the value of one of the options, stands for; null for this one. */
static const variant *find_variant(const xy_target_file *file, xy_str word, const xy_map *options)
{
    for (uint32_t i = 0; file && i < file->variants.count; i++) {
        const variant *v = &file->variants.items[i];
        const xy_str *value = options && v->option.length > 0 ? xy_map_get(options, v->option) : NULL;
        if (value ? xy_str_equal(*value, v->value) : v->word.length > 0 && xy_str_equal_nocase(v->word, word))
            return v;
    }
    return NULL;
}

bool xy_target_prepare(xy_arena *arena, const xy_map *files, xy_str name_and_version, const xy_map *options, xy_target *target, xy_str *error)
{
    xy_str name = name_and_version;
    uint32_t version = 0, colon = 0;
    while (colon < name.length && name.data[colon] != ':')
        colon++;
    xy_str after = colon < name.length ? (xy_str){name.data + colon + 1, name.length - colon - 1} : (xy_str){0};
    name.length = colon;
    const variant *other = find_variant(xy_map_get(files, name), after, options);
    if (other) {
        name = other->target;
    } else if (colon < name_and_version.length) {
        version = read_version(xy_map_get(files, name), after);
        if (version == 0) {
            *error = xy_str_format(arena, "'%.*s' is not a target; write NAME or NAME:VERSION, such as postgres:15", XY_STR_ARG(name_and_version));
            return false;
        }
    }
    return prepare(arena, files, name, version, target, 0, error) && (!options || overlay(arena, files, options, target, error));
}
