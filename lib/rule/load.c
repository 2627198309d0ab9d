/* Reading rule files. Format: rules/README.md. Whatever is not understood is an error with its place. */
#include "rule/rule_set.h"
#include "syntax/keyword.h"

#include <stdio.h>
#include <string.h>

/* ---- errors and small values ---- */

_Noreturn void xy_load_fail(xy_loader *loader, const xy_yaml *at, const char *format, ...)
{
    char message[1024]; /* longer ones are cut: they quote what the user wrote */
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    if (loader->rule && loader->rule->id.length > 0)
        loader->rules->error = xy_yaml_error(loader->arena, loader->file, at, "rule %.*s: %s", XY_STR_ARG(loader->rule->id), message);
    else
        loader->rules->error = xy_yaml_error(loader->arena, loader->file, at, "%s", message);
    longjmp(loader->bad, 1);
}

static xy_str text_of(xy_loader *loader, const xy_yaml *value)
{
    if (value->kind != XY_YAML_SCALAR)
        xy_load_fail(loader, value, "a text is expected");
    return value->text;
}

/** Text that holds SQL: must be quoted or a block, for YAML cuts plain text at ` #` and reads `: ` its own way. */
static xy_str sql_of(xy_loader *loader, const xy_yaml *value)
{
    xy_str text = text_of(loader, value);
    if (!value->quoted)
        xy_load_fail(loader, value, "SQL is written in quotes or as a block (|-)");
    return text;
}

static void expect_map(xy_loader *loader, const xy_yaml *value)
{
    if (value->kind != XY_YAML_MAP)
        xy_load_fail(loader, value, "keys and values are expected");
}

static void expect_list(xy_loader *loader, const xy_yaml *value)
{
    if (value->kind != XY_YAML_LIST)
        xy_load_fail(loader, value, "a list is expected");
}

/** Refuses keys that are not in `known` (ended by null). */
static void check_keys(xy_loader *loader, const xy_yaml *map, const char *what, const char *const *known)
{
    expect_map(loader, map);
    for (uint32_t i = 0; i < map->count; i++) {
        bool found = false;
        for (const char *const *name = known; *name && !found; name++)
            found = xy_str_is(map->keys[i]->text, *name);
        if (!found)
            xy_load_fail(loader, map->keys[i], "unknown key `%.*s` in %s", XY_STR_ARG(map->keys[i]->text), what);
    }
}

const xy_yaml **xy_load_values(xy_loader *loader, const xy_yaml *value, uint32_t *count)
{
    bool list = value->kind == XY_YAML_LIST;
    *count = list ? value->count : 1;
    const xy_yaml **out = XY_NEW_ARRAY(loader->arena, const xy_yaml *, *count + 1);
    for (uint32_t i = 0; i < *count; i++) {
        out[i] = list ? value->items[i] : value;
        text_of(loader, out[i]);
    }
    return out;
}

const uint16_t *xy_load_kinds(xy_loader *loader, const xy_yaml *value)
{
    uint32_t count;
    const xy_yaml **names = xy_load_values(loader, value, &count);
    XY_VEC(uint16_t) kinds = {0};
    for (uint32_t i = 0; i < count; i++) {
        uint16_t one = xy_node_kind_named(names[i]->text);
        uint32_t before = kinds.count;
        if (one)
            xy_vec_push(loader->arena, &kinds, one);
        for (uint16_t kind = 1; !one && kind < xy_node_kind_count; kind++)
            if (xy_str_is(names[i]->text, xy_node_infos[kind].group))
                xy_vec_push(loader->arena, &kinds, kind);
        if (kinds.count == before)
            xy_load_fail(loader, names[i], "unknown kind of node `%.*s` (grammar/nodes.yml lists them)", XY_STR_ARG(names[i]->text));
    }
    xy_vec_push(loader->arena, &kinds, 0);
    return kinds.items;
}

/* ---- numbers and ranges ---- */

static bool scan_number(xy_str *text, uint32_t *number)
{
    uint32_t start = text->length;
    *number = 0;
    while (text->length > 0 && text->data[0] >= '0' && text->data[0] <= '9' && *number < 1000000) {
        *number = *number * 10 + (uint32_t)(text->data[0] - '0');
        text->data++;
        text->length--;
    }
    return text->length < start;
}

static void skip_blanks(xy_str *text)
{
    while (text->length > 0 && text->data[0] == ' ') {
        text->data++;
        text->length--;
    }
}

static bool skip_word(xy_str *text, const char *word)
{
    uint32_t length = (uint32_t)strlen(word);
    if (text->length < length || memcmp(text->data, word, length) != 0)
        return false;
    text->data += length;
    text->length -= length;
    skip_blanks(text);
    return true;
}

static bool scan_range(xy_str text, uint32_t *low, uint32_t *high)
{
    static const struct {
        const char *sign;
        int low, high;
    } signs[] = {{">=", 0, -1}, {"<=", -1, 0}, {">", 1, -1}, {"<", -1, -1}};
    uint32_t number;
    *low = 0;
    *high = UINT32_MAX;
    skip_blanks(&text);
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        if (!skip_word(&text, signs[i].sign))
            continue;
        if (!scan_number(&text, &number) || text.length > 0)
            return false;
        if (signs[i].sign[0] == '>')
            *low = number + (uint32_t)(signs[i].sign[1] == 0);
        else
            *high = number - (uint32_t)(signs[i].sign[1] == 0);
        return true;
    }
    bool has_low = scan_number(&text, low);
    if (text.length == 0) {
        *high = *low;
        return has_low;
    }
    if (!skip_word(&text, ".."))
        return false;
    return text.length == 0 ? has_low : scan_number(&text, high) && text.length == 0;
}

void xy_load_range(xy_loader *loader, const xy_yaml *at, uint32_t *low, uint32_t *high)
{
    if (!scan_range(text_of(loader, at), low, high))
        xy_load_fail(loader, at, "`%.*s` is no range; write 3, >= 3, < 3, 2..4, 2..", XY_STR_ARG(at->text));
}

static uint32_t number_of(xy_loader *loader, const xy_yaml *value)
{
    xy_str text = text_of(loader, value);
    uint32_t number;
    if (!scan_number(&text, &number) || text.length > 0)
        xy_load_fail(loader, value, "a number is expected");
    return number;
}

/* ---- texts for people ---- */

static void read_translated(xy_loader *loader, const xy_yaml *value, xy_str *en, xy_str *zh)
{
    static const char *const keys[] = {"en", "zh", NULL};
    check_keys(loader, value, "a text for people", keys);
    const xy_yaml *english = xy_yaml_get(value, "en"), *chinese = xy_yaml_get(value, "zh");
    if (!english || english->text.length == 0)
        xy_load_fail(loader, value, "the English text (en) is missing");
    if (!chinese || chinese->text.length == 0)
        xy_load_fail(loader, value, "the Chinese text (zh) is missing");
    *en = text_of(loader, english);
    *zh = text_of(loader, chinese);
}

static void read_required(xy_loader *loader, const xy_yaml *map, const char *key, xy_str *en, xy_str *zh)
{
    const xy_yaml *value = xy_yaml_get(map, key);
    if (!value)
        xy_load_fail(loader, map, "the key `%s` is missing", key);
    read_translated(loader, value, en, zh);
}

static xy_str read_code(xy_loader *loader, const xy_yaml *value)
{
    xy_str code = text_of(loader, value);
    bool good = code.length == 6 && code.data[0] == 'X' && code.data[1] == 'Y';
    for (uint32_t i = 2; good && i < 6; i++)
        good = code.data[i] >= '0' && code.data[i] <= '9';
    if (!good)
        xy_load_fail(loader, value, "a code is XY and four digits");
    return code;
}

/** Names in braces must be variables of the rule or `text`. */
static void check_message(xy_loader *loader, const xy_yaml *at, xy_str message)
{
    for (uint32_t i = 0; i < message.length; i++) {
        if (message.data[i] != '{')
            continue;
        uint32_t end = i + 1;
        while (end < message.length && message.data[end] != '}')
            end++;
        xy_str name = {message.data + i + 1, end - i - 1};
        if (!xy_str_equal(name, XY_STR("text")))
            xy_load_variable(loader, at, name);
        i = end;
    }
}

static xy_severity read_severity(xy_loader *loader, const xy_yaml *value)
{
    static const struct {
        const char *name;
        xy_severity severity;
    } names[] = {{"note", XY_NOTE}, {"review", XY_REVIEW}, {"unsupported", XY_UNSUPPORTED}};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (xy_str_equal(text_of(loader, value), xy_str_from(names[i].name)))
            return names[i].severity;
    xy_load_fail(loader, value, "a severity is note, review or unsupported");
}

/* ---- variables ---- */

int xy_load_variable(xy_loader *loader, const xy_yaml *at, xy_str text)
{
    xy_rule *rule = loader->rule;
    if (text.length > 0 && text.data[0] == '$')
        text = (xy_str){text.data + 1, text.length - 1};
    if (xy_str_equal(text, XY_STR("node")))
        return -1;
    for (uint32_t i = 0; i < rule->name_count; i++) {
        if (!xy_str_equal(rule->names[i], text))
            continue;
        for (uint32_t m = 0; m < rule->matcher_count; m++)
            if (!(rule->matchers[m].variables >> i & 1))
                xy_load_fail(loader, at, "the variable $%.*s is not bound by every pattern", XY_STR_ARG(text));
        return (int)i;
    }
    xy_load_fail(loader, at, "no pattern binds the variable $%.*s", XY_STR_ARG(text));
}

/** Registers a variable of `bind`. */
static int add_variable(xy_loader *loader, const xy_yaml *at)
{
    xy_rule *rule = loader->rule;
    for (uint32_t i = 0; i < rule->name_count; i++)
        if (xy_str_equal(rule->names[i], at->text))
            return (int)i;
    if (rule->name_count == XY_RULE_MAX_VARIABLES)
        xy_load_fail(loader, at, "too many variables");
    rule->names[rule->name_count] = at->text;
    return (int)rule->name_count++;
}

/* ---- match ---- */

static const xy_field_info *find_field(uint16_t kind, xy_str name)
{
    const xy_node_info *info = &xy_node_infos[kind];
    for (uint16_t i = 0; i < info->field_count; i++)
        if (xy_str_is(name, info->fields[i].name))
            return &info->fields[i];
    return NULL;
}

/** Fails unless every kind of the matcher has the field. */
static void check_field(xy_loader *loader, const xy_yaml *at, const xy_matcher *m, xy_str name)
{
    uint16_t one[2] = {m->pattern ? m->pattern->root->kind : 0, 0};
    const uint16_t *kinds = m->pattern ? one : m->kinds;
    for (; *kinds; kinds++)
        if (!find_field(*kinds, name))
            xy_load_fail(loader, at, "%s has no field `%.*s`", xy_node_infos[*kinds].name, XY_STR_ARG(name));
}

/** An enumeration's value must be one of its names. */
static void check_value(xy_loader *loader, const xy_matcher *m, xy_str field, const xy_yaml *value)
{
    for (const uint16_t *kind = m->kinds; *kind; kind++) {
        const xy_field_info *info = find_field(*kind, field);
        bool found = info->type != XY_FIELD_ENUM;
        for (const char *const *name = info->names; !found && *name; name++)
            found = xy_str_is(value->text, *name);
        if (!found)
            xy_load_fail(loader, value, "the field `%.*s` of %s has no value `%.*s`", XY_STR_ARG(field), xy_node_infos[*kind].name, XY_STR_ARG(value->text));
    }
}

static void read_with(xy_loader *loader, const xy_yaml *map, xy_matcher *m)
{
    expect_map(loader, map);
    for (uint32_t i = 0; i < map->count; i++) {
        xy_field_test *test = &m->tests[m->test_count++];
        test->field = map->keys[i]->text;
        check_field(loader, map->keys[i], m, test->field);
        test->values = xy_load_values(loader, map->items[i], &test->value_count);
        for (uint32_t v = 0; v < test->value_count; v++)
            check_value(loader, m, test->field, test->values[v]);
    }
}

static void read_presence(xy_loader *loader, const xy_yaml *value, xy_matcher *m, bool present)
{
    uint32_t count;
    const xy_yaml **fields = xy_load_values(loader, value, &count);
    for (uint32_t i = 0; i < count; i++) {
        check_field(loader, fields[i], m, fields[i]->text);
        m->tests[m->test_count++] = (xy_field_test){.field = fields[i]->text, .present = present, .absent = !present};
    }
}

static void read_bind(xy_loader *loader, const xy_yaml *map, xy_matcher *m)
{
    expect_map(loader, map);
    m->paths = XY_NEW_ARRAY(loader->arena, xy_binding_path, map->count + 1);
    for (uint32_t i = 0; i < map->count; i++) {
        xy_str path = text_of(loader, map->items[i]), first = path;
        for (first.length = 0; first.length < path.length && path.data[first.length] != '.';)
            first.length++;
        check_field(loader, map->items[i], m, first);
        int variable = add_variable(loader, map->keys[i]);
        m->variables |= UINT32_C(1) << variable;
        m->paths[m->path_count++] = (xy_binding_path){variable, path};
    }
}

static uint32_t count_of(const xy_yaml *value)
{
    return !value ? 0 : value->kind == XY_YAML_SCALAR ? 1 : value->count;
}

static void read_kind(xy_loader *loader, const xy_yaml *map, xy_matcher *m)
{
    const xy_yaml *with = xy_yaml_get(map, "with"), *has = xy_yaml_get(map, "has"), *lacks = xy_yaml_get(map, "lacks"), *bind = xy_yaml_get(map, "bind");
    m->kinds = xy_load_kinds(loader, xy_yaml_get(map, "kind"));
    m->tests = XY_NEW_ARRAY(loader->arena, xy_field_test, count_of(with) + count_of(has) + count_of(lacks) + 1);
    if (with)
        read_with(loader, with, m);
    if (has)
        read_presence(loader, has, m, true);
    if (lacks)
        read_presence(loader, lacks, m, false);
    if (bind)
        read_bind(loader, bind, m);
}

static void read_pattern(xy_loader *loader, const xy_yaml *value, const xy_yaml *start, xy_matcher *m)
{
    static const char *const starts[] = {"expression", "statement", "query", "table", "type", "declaration", "unit"};
    xy_rule *rule = loader->rule;
    xy_str error = {0};
    const char *name = NULL;
    for (size_t i = 0; start && i < sizeof starts / sizeof *starts; i++)
        if (xy_str_equal(text_of(loader, start), xy_str_from(starts[i])))
            name = starts[i];
    if (start && !name)
        xy_load_fail(loader, start, "`as` is expression, statement, query, table, type, declaration or unit");
    m->pattern = xy_pattern_compile(loader->arena, sql_of(loader, value), name, rule->names, &rule->name_count, &error);
    if (!m->pattern)
        xy_load_fail(loader, value, "%.*s", XY_STR_ARG(error));
    for (uint32_t i = 0; i < m->pattern->source->token_count; i++) {
        uint16_t kind = m->pattern->source->tokens[i].kind;
        int index = kind == XY_TOKEN_HOLE || kind == XY_TOKEN_HOLES ? xy_hole_index(xy_token_text(m->pattern->source, i), rule->names, rule->name_count) : -1;
        if (index >= 0)
            m->variables |= UINT32_C(1) << index;
    }
}

static void read_matcher(xy_loader *loader, const xy_yaml *value, xy_matcher *m)
{
    static const char *const keys[] = {"pattern", "as", "kind", "with", "has", "lacks", "bind", NULL};
    if (value->kind == XY_YAML_SCALAR) {
        read_pattern(loader, value, NULL, m);
        return;
    }
    check_keys(loader, value, "match", keys);
    const xy_yaml *pattern = xy_yaml_get(value, "pattern"), *kind = xy_yaml_get(value, "kind"), *as = xy_yaml_get(value, "as");
    if (!pattern == !kind)
        xy_load_fail(loader, value, "match has either a pattern or a kind");
    if (kind && as)
        xy_load_fail(loader, as, "`as` goes with a pattern");
    if (pattern && value->count > (as ? 2u : 1u))
        xy_load_fail(loader, value, "with, has, lacks and bind go with a kind");
    if (pattern)
        read_pattern(loader, pattern, as, m);
    else
        read_kind(loader, value, m);
}

static void read_match(xy_loader *loader, const xy_yaml *value)
{
    xy_rule *rule = loader->rule;
    const xy_yaml *any = xy_yaml_get(value, "any");
    if (any && value->count > 1)
        xy_load_fail(loader, value, "`any` stands alone in match");
    if (any)
        expect_list(loader, any);
    rule->matcher_count = any ? any->count : 1;
    rule->matchers = XY_NEW_ARRAY(loader->arena, xy_matcher, rule->matcher_count + 1);
    for (uint32_t i = 0; i < rule->matcher_count; i++)
        read_matcher(loader, any ? any->items[i] : value, &rule->matchers[i]);
}

/* ---- fix ---- */

static const char *const orafce_schemas[] = {"oracle",      "dbms_alert", "dbms_assert",  "dbms_output", "dbms_pipe",
                                             "dbms_random", "dbms_sql",   "dbms_utility", "utl_file",    "plunit"};

static bool token_is(const xy_source *s, uint32_t token, const char *word)
{
    return token != XY_NO_TOKEN && xy_str_equal_nocase(xy_token_text(s, token), xy_str_from(word));
}

/** Notes the functions of our runtime and of orafce that the template calls. */
static void note_needs(xy_loader *loader, const xy_source *s, xy_fix *fix)
{
    for (uint32_t i = 0; i < s->token_count; i++) {
        if (xy_token_is_trivia(s->tokens[i].kind) || s->tokens[i].kind == XY_TOKEN_STRING)
            continue;
        uint32_t dot = xy_token_next(s, i), name = dot == XY_NO_TOKEN ? dot : xy_token_next(s, dot);
        if (!token_is(s, dot, ".") || name == XY_NO_TOKEN)
            continue;
        if (token_is(s, i, "xinyi"))
            xy_vec_push(loader->arena, &fix->runtime, xy_str_lower(loader->arena, xy_token_text(s, name)));
        for (size_t o = 0; o < sizeof orafce_schemas / sizeof *orafce_schemas; o++)
            fix->orafce = fix->orafce || token_is(s, i, orafce_schemas[o]);
    }
}

static const xy_source *read_template(xy_loader *loader, const xy_yaml *value)
{
    xy_source *source = XY_NEW(loader->arena, xy_source);
    xy_diags diags;
    xy_diags_init(&diags, loader->arena);
    xy_source_decode(source, loader->arena, loader->file, sql_of(loader, value), XY_ENCODING_UTF8, &diags);
    xy_syntax_lex_pattern(source, loader->arena, &diags);
    for (uint32_t i = 0; i < diags.list.count; i++)
        if (diags.list.items[i].severity == XY_ERROR)
            xy_load_fail(loader, value, "%.*s", XY_STR_ARG(diags.list.items[i].message_en));
    for (uint32_t i = 0; i < source->token_count; i++) {
        xy_str text = xy_token_text(source, i);
        if (source->tokens[i].kind == XY_TOKEN_HOLE)
            xy_load_variable(loader, value, text);
        else if (source->tokens[i].kind == XY_TOKEN_HOLES)
            xy_load_variable(loader, value, (xy_str){text.data + 4, text.length - 4});
    }
    return source;
}

static void read_templates(xy_loader *loader, const xy_yaml *value, xy_step *step, xy_fix *fix)
{
    xy_rule *rule = loader->rule;
    const xy_source *source = read_template(loader, value);
    note_needs(loader, source, fix);
    step->templates = XY_NEW_ARRAY(loader->arena, xy_align *, rule->matcher_count + 1);
    for (uint32_t i = 0; i < rule->matcher_count; i++) {
        const xy_pattern *p = step->kind == XY_STEP_TEMPLATE ? rule->matchers[i].pattern : NULL;
        step->templates[i] = xy_align_new(loader->arena, p ? p->source : NULL, p ? p->root : NULL, source, rule->names, rule->name_count);
    }
}

/** Text to be inserted; null for none. */
static xy_align *read_insertion(xy_loader *loader, const xy_yaml *value, xy_fix *fix)
{
    if (!value)
        return NULL;
    const xy_source *source = read_template(loader, value);
    note_needs(loader, source, fix);
    return xy_align_new(loader->arena, NULL, NULL, source, loader->rule->names, loader->rule->name_count);
}

/** `node`, a field of the node, or `$x`. */
static void read_place(xy_loader *loader, const xy_yaml *value, xy_step *step)
{
    xy_str place = text_of(loader, value);
    step->variable = -1;
    if (xy_str_equal(place, XY_STR("node")))
        return;
    if (place.length > 0 && place.data[0] == '$') {
        step->variable = xy_load_variable(loader, value, place);
        return;
    }
    for (uint32_t i = 0; i < loader->rule->matcher_count; i++)
        check_field(loader, value, &loader->rule->matchers[i], place);
    step->field = place;
}

static void read_step(xy_loader *loader, const xy_yaml *map, xy_step *step, xy_fix *fix)
{
    static const struct {
        const char *key;
        xy_step_kind kind;
    } kinds[] = {{"replace", XY_STEP_REPLACE}, {"delete", XY_STEP_DELETE}, {"insert", XY_STEP_INSERT}};
    const xy_yaml *text = xy_yaml_get(map, "text"), *before = xy_yaml_get(map, "before"), *after = xy_yaml_get(map, "after"), *place = NULL;
    step->kind = XY_STEP_TEMPLATE;
    step->variable = -1;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        const xy_yaml *value = xy_yaml_get(map, kinds[i].key);
        if (value && place)
            xy_load_fail(loader, value, "one of replace, delete, insert is enough");
        if (value) {
            step->kind = kinds[i].kind;
            place = value;
        }
    }
    if (place)
        read_place(loader, place, step);
    bool texts = step->kind == XY_STEP_TEMPLATE || step->kind == XY_STEP_REPLACE, inserts = step->kind == XY_STEP_INSERT;
    if (!text == texts || (!before && !after) == inserts)
        xy_load_fail(loader, map, "`replace` has a text, `insert` has before or after or both, `delete` has none of them");
    if (text)
        read_templates(loader, text, step, fix);
    step->before = read_insertion(loader, before, fix);
    step->after = read_insertion(loader, after, fix);
}

static void read_alternative(xy_loader *loader, const xy_yaml *value, xy_fix *fix)
{
    static const char *const keys[] = {"where", "text", "replace", "delete", "insert", "before", "after", "edits", NULL};
    static const char *const step_keys[] = {"text", "replace", "delete", "insert", "before", "after", NULL};
    if (value->kind == XY_YAML_SCALAR) {
        fix->steps = XY_NEW(loader->arena, xy_step);
        fix->step_count = 1;
        fix->steps->variable = -1;
        read_templates(loader, value, fix->steps, fix);
        return;
    }
    check_keys(loader, value, "fix", keys);
    const xy_yaml *where = xy_yaml_get(value, "where"), *edits = xy_yaml_get(value, "edits");
    if (where)
        fix->where = xy_load_predicates(loader, where);
    if (edits)
        expect_list(loader, edits);
    if (edits && value->count > (where ? 2u : 1u))
        xy_load_fail(loader, value, "beside `edits` only `where` may stand");
    fix->step_count = edits ? edits->count : 1;
    fix->steps = XY_NEW_ARRAY(loader->arena, xy_step, fix->step_count + 1);
    for (uint32_t i = 0; i < fix->step_count; i++) {
        if (edits)
            check_keys(loader, edits->items[i], "an edit", step_keys);
        read_step(loader, edits ? edits->items[i] : value, &fix->steps[i], fix);
    }
}

static void read_fix(xy_loader *loader, const xy_yaml *value)
{
    xy_rule *rule = loader->rule;
    bool list = value->kind == XY_YAML_LIST;
    rule->fix_count = list ? value->count : 1;
    rule->fixes = XY_NEW_ARRAY(loader->arena, xy_fix, rule->fix_count + 1);
    for (uint32_t i = 0; i < rule->fix_count; i++)
        read_alternative(loader, list ? value->items[i] : value, &rule->fixes[i]);
}

/* ---- targets, flags, tests ---- */

static void read_targets(xy_loader *loader, const xy_yaml *value)
{
    xy_rule *rule = loader->rule;
    const xy_yaml **names = xy_load_values(loader, value, &rule->target_count);
    xy_buffer all;
    xy_buffer_init(&all, loader->arena);
    rule->targets = XY_NEW_ARRAY(loader->arena, xy_rule_target, rule->target_count + 1);
    for (uint32_t i = 0; i < rule->target_count; i++) {
        xy_rule_target *target = &rule->targets[i];
        xy_str text = names[i]->text;
        target->name = text;
        for (target->name.length = 0; target->name.length < text.length && !strchr(" <>=", text.data[target->name.length]);)
            target->name.length++;
        xy_str range = {text.data + target->name.length, text.length - target->name.length};
        target->last = UINT32_MAX;
        if (range.length > 0 && !scan_range(range, &target->first, &target->last))
            xy_load_fail(loader, names[i], "`%.*s` is no range of versions; write postgres >= 15 or postgres 12..14", XY_STR_ARG(range));
        if (!xy_map_get(&loader->rules->targets, target->name))
            xy_load_fail(loader, names[i], "unknown target `%.*s`", XY_STR_ARG(target->name));
        if (i > 0)
            xy_buffer_add_text(&all, ", ");
        xy_buffer_add_str(&all, text);
    }
    rule->targets_text = xy_str_copy(loader->arena, xy_buffer_str(&all));
}

static void read_flag(xy_loader *loader, const xy_yaml *key, const xy_yaml *map, xy_rule_flag *flag)
{
    static const char *const keys[] = {"severity", "code", "message", "advice", "doc", "effort", NULL};
    const xy_yaml *code = xy_yaml_get(map, "code"), *severity = xy_yaml_get(map, "severity"), *effort = xy_yaml_get(map, "effort");
    const xy_yaml *advice = xy_yaml_get(map, "advice"), *doc = xy_yaml_get(map, "doc");
    check_keys(loader, map, "a flag", keys);
    flag->id = xy_arena_copy(loader->arena, key->text.data, key->text.length);
    if (!severity)
        xy_load_fail(loader, map, "the key `severity` is missing");
    flag->severity = read_severity(loader, severity);
    xy_str text = code ? read_code(loader, code) : loader->rule->code;
    if (text.length == 0)
        xy_load_fail(loader, map, "the flag has no code, and the rule has none either");
    flag->code = xy_arena_copy(loader->arena, text.data, text.length);
    read_required(loader, map, "message", &flag->en, &flag->zh);
    if (advice)
        read_translated(loader, advice, &flag->advice_en, &flag->advice_zh);
    if (doc)
        read_translated(loader, doc, &flag->doc_en, &flag->doc_zh);
    if (effort)
        flag->effort = number_of(loader, effort);
}

static void read_flags(xy_loader *loader, const xy_yaml *map)
{
    xy_rule *rule = loader->rule;
    expect_map(loader, map);
    rule->flags = XY_NEW_ARRAY(loader->arena, xy_rule_flag, map->count + 1);
    for (uint32_t i = 0; i < map->count; i++)
        read_flag(loader, map->keys[i], map->items[i], &rule->flags[rule->flag_count++]);
}

static const xy_yaml *checked_flags(xy_loader *loader, const xy_yaml *value)
{
    uint32_t count;
    const xy_yaml **flags = value ? xy_load_values(loader, value, &count) : NULL;
    for (uint32_t i = 0; flags && i < count; i++) {
        const char *id = xy_arena_copy(loader->arena, flags[i]->text.data, flags[i]->text.length);
        if (!xy_rule_find_flag(loader->rule, id))
            xy_load_fail(loader, flags[i], "the rule has no flag `%s`", id);
    }
    return value;
}

static void read_test(xy_loader *loader, const xy_yaml *map, xy_rule_test *test)
{
    static const char *const keys[] = {"in", "out", "same", "refused", "at", "given", "target", "options", "flags", "with", NULL};
    const xy_yaml *in = xy_yaml_get(map, "in"), *out = xy_yaml_get(map, "out"), *same = xy_yaml_get(map, "same"), *refused = xy_yaml_get(map, "refused");
    const xy_yaml *given = xy_yaml_get(map, "given"), *target = xy_yaml_get(map, "target"), *at = xy_yaml_get(map, "at");
    check_keys(loader, map, "a test", keys);
    if (!in != !out || (in != NULL) + (same != NULL) + (refused != NULL) != 1)
        xy_load_fail(loader, map, "a test is {in, out}, {same} or {refused}");
    test->at = map;
    test->kind = in ? XY_TEST_OUT : same ? XY_TEST_SAME : XY_TEST_REFUSED;
    test->in = sql_of(loader, in ? in : same ? same : refused);
    test->out = out ? sql_of(loader, out) : test->in;
    test->given = given ? sql_of(loader, given) : (xy_str){0};
    test->place = at ? sql_of(loader, at) : (xy_str){0};
    test->target = target ? text_of(loader, target) : (xy_str){0};
    test->flags = checked_flags(loader, xy_yaml_get(map, "flags"));
    test->options = xy_yaml_get(map, "options");
    test->with = xy_yaml_get(map, "with");
    if (test->options)
        expect_map(loader, test->options);
}

static void read_tests(xy_loader *loader, const xy_yaml *list)
{
    xy_rule *rule = loader->rule;
    expect_list(loader, list);
    rule->tests = XY_NEW_ARRAY(loader->arena, xy_rule_test, list->count + 1);
    for (uint32_t i = 0; i < list->count; i++)
        read_test(loader, list->items[i], &rule->tests[rule->test_count++]);
}

/* ---- a rule ---- */

static void read_status(xy_loader *loader, const xy_yaml *value)
{
    static const struct {
        const char *name;
        xy_unit_status status;
        xy_severity severity;
    } names[] = {{"converted", XY_CONVERTED, XY_NOTE}, {"review", XY_NEEDS_REVIEW, XY_REVIEW}, {"unsupported", XY_UNSUPPORTED_UNIT, XY_UNSUPPORTED}};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (xy_str_equal(text_of(loader, value), xy_str_from(names[i].name))) {
            loader->rule->status = names[i].status;
            loader->rule->severity = names[i].severity;
            loader->rule->reports = names[i].status != XY_CONVERTED;
            return;
        }
    xy_load_fail(loader, value, "a status is converted, review or unsupported");
}

static int32_t read_priority(xy_loader *loader, const xy_yaml *value)
{
    xy_str text = text_of(loader, value);
    bool minus = text.length > 0 && text.data[0] == '-';
    uint32_t number;
    if (minus)
        text = (xy_str){text.data + 1, text.length - 1};
    if (!scan_number(&text, &number) || text.length > 0)
        xy_load_fail(loader, value, "a priority is a number");
    return minus ? -(int32_t)number : (int32_t)number;
}

static xy_str read_id(xy_loader *loader, const xy_yaml *map)
{
    const xy_yaml *value = xy_yaml_get(map, "id");
    if (!value)
        xy_load_fail(loader, map, "the key `id` is missing");
    xy_str id = text_of(loader, value);
    for (uint32_t i = 0; i < id.length; i++)
        if (!((id.data[i] >= 'a' && id.data[i] <= 'z') || (id.data[i] >= '0' && id.data[i] <= '9') || id.data[i] == '-'))
            xy_load_fail(loader, value, "an id is made of small letters, digits and hyphens");
    if (id.length == 0)
        xy_load_fail(loader, value, "the id is empty");
    return id;
}

/** What the rule does: fix, pass, or only a message. */
static void read_action(xy_loader *loader, const xy_yaml *map)
{
    xy_rule *rule = loader->rule;
    const xy_yaml *fix = xy_yaml_get(map, "fix"), *pass = xy_yaml_get(map, "pass"), *layer = xy_yaml_get(map, "layer");
    if (fix && pass)
        xy_load_fail(loader, map, "a rule has either a fix or a pass");
    if (fix)
        read_fix(loader, fix);
    if (pass) {
        rule->pass = xy_rule_find_pass(text_of(loader, pass));
        if (!rule->pass)
            xy_load_fail(loader, pass, "unknown pass `%.*s`", XY_STR_ARG(pass->text));
    }
    if (layer && !xy_str_equal(text_of(loader, layer), XY_STR("own")) && !xy_str_equal(layer->text, XY_STR("wrap")))
        xy_load_fail(loader, layer, "a layer is own or wrap");
    rule->layer = layer && layer->text.data[0] == 'w' ? XY_LAYER_WRAP : XY_LAYER_OWN;
    const xy_yaml *status = xy_yaml_get(map, "status"), *severity = xy_yaml_get(map, "severity");
    if (status)
        read_status(loader, status);
    else if (!fix && !pass)
        xy_load_fail(loader, map, "a rule without fix and pass needs a status");
    if (severity) {
        rule->severity = read_severity(loader, severity);
        rule->reports = true;
    }
}

static uint32_t weigh(const xy_predicate *p)
{
    uint32_t weight = 1;
    for (uint32_t i = 0; i < p->part_count; i++)
        weight += weigh(&p->parts[i]);
    return weight;
}

static void set_weight(xy_rule *rule)
{
    for (uint32_t i = 0; i < rule->matcher_count; i++) {
        const xy_matcher *m = &rule->matchers[i];
        uint32_t weight = m->pattern ? 2 * m->pattern->weight : 1 + m->test_count;
        rule->weight = weight > rule->weight ? weight : rule->weight;
    }
    for (uint32_t i = 0; i < rule->where.count; i++)
        rule->weight += weigh(&rule->where.items[i]);
}

static void read_texts(xy_loader *loader, const xy_yaml *map)
{
    xy_rule *rule = loader->rule;
    const xy_yaml *advice = xy_yaml_get(map, "advice"), *effort = xy_yaml_get(map, "effort"), *evidence = xy_yaml_get(map, "evidence");
    read_required(loader, map, "message", &rule->message_en, &rule->message_zh);
    read_required(loader, map, "doc", &rule->doc_en, &rule->doc_zh);
    check_message(loader, xy_yaml_get(map, "message"), rule->message_en);
    check_message(loader, xy_yaml_get(map, "message"), rule->message_zh);
    if (advice)
        read_translated(loader, advice, &rule->advice_en, &rule->advice_zh);
    if (effort)
        rule->effort = number_of(loader, effort);
    if (evidence)
        rule->evidence = text_of(loader, evidence);
}

static void read_needs(xy_loader *loader, const xy_yaml *list)
{
    uint32_t count;
    const xy_yaml **names = xy_load_values(loader, list, &count);
    for (uint32_t i = 0; i < count; i++)
        xy_vec_push(loader->arena, &loader->rule->needs, text_of(loader, names[i]));
}

static xy_rule *read_rule(xy_loader *loader, const xy_yaml *map, const xy_yaml *targets, xy_str area)
{
    static const char *const keys[] = {"id",       "code",   "targets", "priority", "match", "where",    "fix",   "pass",  "layer", "status",
                                       "severity", "effort", "message", "advice",   "doc",   "evidence", "flags", "needs", "tests", NULL};
    xy_rule *rule = XY_NEW(loader->arena, xy_rule);
    expect_map(loader, map);
    loader->rule = rule;
    rule->id = read_id(loader, map);
    check_keys(loader, map, "a rule", keys);
    rule->file = xy_str_copy(loader->arena, loader->file);
    rule->area = area;
    rule->status = XY_CONVERTED;
    rule->severity = XY_NOTE;
    const xy_yaml *code = xy_yaml_get(map, "code"), *own_targets = xy_yaml_get(map, "targets"), *match = xy_yaml_get(map, "match");
    const xy_yaml *where = xy_yaml_get(map, "where"), *flags = xy_yaml_get(map, "flags"), *tests = xy_yaml_get(map, "tests"),
                  *priority = xy_yaml_get(map, "priority");
    if (code)
        rule->code = read_code(loader, code);
    if (!own_targets && !targets)
        xy_load_fail(loader, map, "the key `targets` is missing");
    read_targets(loader, own_targets ? own_targets : targets);
    if (!match)
        xy_load_fail(loader, map, "the key `match` is missing");
    read_match(loader, match);
    if (where)
        rule->where = xy_load_predicates(loader, where);
    read_action(loader, map);
    if (rule->reports && !code)
        xy_load_fail(loader, map, "a rule that reports needs a code");
    read_texts(loader, map);
    if (flags)
        read_flags(loader, flags);
    if (xy_yaml_get(map, "needs"))
        read_needs(loader, xy_yaml_get(map, "needs"));
    if (tests)
        read_tests(loader, tests);
    if (priority)
        rule->priority = read_priority(loader, priority);
    set_weight(rule);
    loader->rule = NULL;
    return rule;
}

static xy_str area_of(xy_str file)
{
    uint32_t start = file.length, end;
    while (start > 0 && file.data[start - 1] != '/')
        start--;
    for (end = start; end < file.length && file.data[end] != '.';)
        end++;
    return (xy_str){file.data + start, end - start};
}

/** Adds a rule, or puts it in the place of the one with its id. */
static void add_rule(xy_rules *rules, xy_rule *rule)
{
    xy_rule *old = xy_map_put(&rules->by_id, rule->id, rule);
    rule->order = old ? old->order : rules->next_order++;
    for (uint32_t i = 0; old && i < rules->rules.count; i++)
        if (rules->rules.items[i] == old)
            rules->rules.items[i] = rule;
    if (!old)
        xy_vec_push(&rules->arena, &rules->rules, rule);
}

bool xy_rules_load(xy_rules *rules, xy_str file, const xy_yaml *root)
{
    static const char *const keys[] = {"area", "targets", "rules", NULL};
    xy_loader loader = {.rules = rules, .arena = &rules->arena, .file = file};
    if (setjmp(loader.bad))
        return false;
    check_keys(&loader, root, "a rule file", keys);
    const xy_yaml *list = xy_yaml_get(root, "rules"), *area = xy_yaml_get(root, "area"), *targets = xy_yaml_get(root, "targets");
    if (!list)
        xy_load_fail(&loader, root, "the key `rules` is missing");
    expect_list(&loader, list);
    xy_rule **read = XY_NEW_ARRAY(&rules->arena, xy_rule *, list->count + 1);
    xy_map ids;
    xy_map_init(&ids, &rules->arena);
    for (uint32_t i = 0; i < list->count; i++) {
        read[i] = read_rule(&loader, list->items[i], targets, xy_str_copy(&rules->arena, area ? text_of(&loader, area) : area_of(file)));
        if (xy_map_put(&ids, read[i]->id, read[i]))
            xy_load_fail(&loader, list->items[i], "the id %.*s occurs twice in this file", XY_STR_ARG(read[i]->id));
    }
    for (uint32_t i = 0; i < list->count; i++) /* all or none */
        add_rule(rules, read[i]);
    return true;
}
