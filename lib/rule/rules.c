/* Rule sets: the public functions of xinyi.h about rules, and preparing a target. */
#include "rule/rule_set.h"

#include "base/embedded.h"
#include <stdlib.h>
#include <string.h>

const char *xy_rule_id(const xy_rule *rule)
{
    return rule->id.data; /* ends with a NUL: copied by the YAML reader */
}

const xy_rule_flag *xy_rule_find_flag(const xy_rule *rule, const char *id)
{
    for (uint32_t i = 0; i < rule->flag_count; i++)
        if (strcmp(rule->flags[i].id, id) == 0)
            return &rule->flags[i];
    return NULL;
}

/* ---- loading ---- */

static bool has_prefix(const char *name, const char *prefix)
{
    return strncmp(name, prefix, strlen(prefix)) == 0;
}

static bool is_target_file(const xy_embedded *file)
{
    return file->is_tree && has_prefix(file->name, "targets/");
}

/** Targets come first: rules name them. */
static bool read_targets(xy_rules *rules)
{
    for (unsigned i = 0; i < xy_embedded_count; i++) {
        const xy_embedded *file = &xy_embedded_files[i];
        if (!is_target_file(file))
            continue;
        const xy_yaml *root = xy_yaml_read(&rules->arena, file->data, file->size);
        const xy_target_file *target = xy_target_file_read(&rules->arena, xy_str_from(file->name), root, &rules->error);
        if (!target)
            return false;
        xy_map_put(&rules->targets, xy_target_file_name(target), (void *)(uintptr_t)target);
    }
    return true;
}

static int by_order(const void *a, const void *b)
{
    const xy_rule *x = *(xy_rule *const *)a, *y = *(xy_rule *const *)b;
    return x->order < y->order ? -1 : x->order > y->order;
}

enum { RULES_OF_A_FILE = 1 << 16 }; /* more than any holds */

typedef bool (*choice)(const xy_embedded *file, const void *what);

/** The rules' order is that of the files, whenever these are read. */
static bool read_file(xy_rules *rules, unsigned number)
{
    const xy_embedded *file = &xy_embedded_files[number];
    rules->next_order = number * RULES_OF_A_FILE;
    bool fine = xy_rules_load(rules, xy_str_from(file->name), xy_yaml_read(&rules->arena, file->data, file->size));
    rules->unread[number] = !fine;
    rules->next_order = xy_embedded_count * RULES_OF_A_FILE;
    return fine;
}

static void copy_list(xy_rules *rules)
{
    xy_rule **copy = XY_NEW_ARRAY(&rules->arena, xy_rule *, rules->rules.count);
    memcpy(copy, rules->rules.items, rules->rules.count * sizeof *copy);
    rules->rules = (xy_rule_list){copy, rules->rules.count, rules->rules.count};
}

static bool read_files(xy_rules *rules, choice is_wanted, const void *what)
{
    bool fine = true, any = false;
    for (unsigned i = 0; fine && i < xy_embedded_count; i++) {
        if (!rules->unread[i] || !is_wanted(&xy_embedded_files[i], what))
            continue;
        if (!any && rules->rules.count > 0) /* others may hold the list as it was */
            copy_list(rules);
        any = true;
        fine = read_file(rules, i);
    }
    if (any && rules->rules.count > 1)
        qsort(rules->rules.items, rules->rules.count, sizeof(xy_rule *), by_order);
    return fine;
}

static bool read_guarded(xy_rules *rules, choice is_wanted, const void *what)
{
    if (setjmp(rules->guard.jump)) {
        rules->error = xy_str_from(xy_status_text((xy_status)rules->guard.status));
        return false;
    }
    return read_files(rules, is_wanted, what);
}

/** Reads the unread built-in files that are wanted; false with rules->error. Callers that jump by rules->guard set it afterwards. */
static bool read_wanted(const xy_rules *shared, choice is_wanted, const void *what)
{
    xy_rules *rules = (xy_rules *)(uintptr_t)shared;
    if (!rules->unread)
        return true;
    pthread_mutex_lock(&rules->lock);
    bool fine = read_guarded(rules, is_wanted, what);
    pthread_mutex_unlock(&rules->lock);
    return fine;
}

static bool is_any(const xy_embedded *file, const void *what)
{
    (void)file;
    (void)what;
    return true;
}

static bool has_flag(const xy_embedded *file, const void *id)
{
    for (const char *const *flag = file->flags; *flag; flag++)
        if (strcmp(*flag, id) == 0)
            return true;
    return false;
}

static bool is_for(const xy_embedded *file, const void *target)
{
    for (const char *const *name = file->targets; *name; name++)
        if (xy_target_matches(target, (xy_str){*name, (uint32_t)strcspn(*name, " <>=")}, 0, 0)) /* ranges of versions are looked at when rules are chosen */
            return true;
    return false;
}

bool xy_rules_complete(const xy_rules *rules)
{
    return read_wanted(rules, is_any, NULL);
}

xy_rule_list xy_rules_list(const xy_rules *shared)
{
    xy_rules *rules = (xy_rules *)(uintptr_t)shared;
    pthread_mutex_lock(&rules->lock);
    xy_rule_list list = rules->rules;
    pthread_mutex_unlock(&rules->lock);
    return list;
}

static xy_status new_rules(xy_rules **out)
{
    if (!out)
        return XY_ERR_USAGE;
    xy_rules *rules = calloc(1, sizeof *rules);
    *out = rules;
    if (!rules)
        return XY_ERR_MEMORY;
    pthread_mutex_init(&rules->lock, NULL);
    xy_arena_init(&rules->arena, &rules->guard, NULL);
    if (setjmp(rules->guard.jump)) {
        xy_status status = (xy_status)rules->guard.status;
        xy_rules_free(rules);
        *out = NULL;
        return status;
    }
    xy_arena_begin_large(&rules->arena);
    xy_map_init(&rules->by_id, &rules->arena);
    xy_map_init(&rules->targets, &rules->arena);
    return read_targets(rules) ? XY_OK : XY_ERR_RULES;
}

xy_status xy_rules_new_empty(xy_rules **rules)
{
    return new_rules(rules);
}

xy_status xy_rules_new(xy_rules **rules)
{
    xy_status status = new_rules(rules);
    if (status != XY_OK)
        return status;
    if (setjmp((*rules)->guard.jump))
        return (xy_status)(*rules)->guard.status;
    bool *unread = XY_NEW_ARRAY(&(*rules)->arena, bool, xy_embedded_count + 1);
    for (unsigned i = 0; i < xy_embedded_count; i++)
        unread[i] = xy_embedded_files[i].is_tree && !is_target_file(&xy_embedded_files[i]);
    (*rules)->unread = unread;
    return XY_OK;
}

xy_status xy_rules_add(xy_rules *rules, const char *name, const char *text, size_t length)
{
    if (!rules || !name || (!text && length > 0))
        return XY_ERR_USAGE;
    if (length > INT32_MAX)
        return XY_ERR_LIMIT;
    if (!xy_rules_complete(rules)) /* what is added comes last and may replace what is there */
        return XY_ERR_RULES;
    if (setjmp(rules->guard.jump))
        return (xy_status)rules->guard.status;
    xy_str file = xy_str_copy(&rules->arena, xy_str_from(name));
    xy_str copy = xy_str_copy(&rules->arena, (xy_str){text ? text : "", (uint32_t)length});
    rules->error = (xy_str){0};
    const xy_yaml *root = xy_yaml_parse(&rules->arena, file, copy, &rules->error);
    return root && xy_rules_load(rules, file, root) ? XY_OK : XY_ERR_RULES;
}

const char *xy_rules_error(const xy_rules *rules)
{
    return rules && rules->error.length > 0 ? rules->error.data : NULL;
}

void xy_rules_free(xy_rules *rules)
{
    if (!rules)
        return;
    xy_arena_free(&rules->arena);
    pthread_mutex_destroy(&rules->lock);
    free(rules);
}

const xy_rule_flag *xy_rules_find_flag(const xy_rules *rules, const xy_rule *rule, const char *id, const xy_rule **owner)
{
    const xy_rule_flag *flag = xy_rule_find_flag(rule, id);
    *owner = rule;
    if (flag || !read_wanted(rules, has_flag, id))
        return flag;
    xy_rule_list all = xy_rules_list(rules);
    for (uint32_t i = 0; !flag && i < all.count; i++) {
        *owner = all.items[i];
        flag = xy_rule_find_flag(*owner, id);
    }
    return flag;
}

/* ---- asking ---- */

bool xy_rules_any(const xy_rules *rules)
{
    return rules->unread || xy_rules_list(rules).count > 0;
}

size_t xy_rules_count(const xy_rules *rules)
{
    return rules && xy_rules_complete(rules) ? rules->rules.count : 0;
}

static const char *text_of(xy_str s)
{
    return s.data ? s.data : "";
}

xy_status xy_rules_info(const xy_rules *rules, size_t index, xy_rule_info *info)
{
    static const char *const statuses[] = {[XY_CONVERTED] = "converted", [XY_NEEDS_REVIEW] = "review", [XY_UNSUPPORTED_UNIT] = "unsupported"};
    if (!rules || !info || index >= xy_rules_count(rules))
        return XY_ERR_USAGE;
    const xy_rule *r = rules->rules.items[index];
    *info = (xy_rule_info){.id = text_of(r->id),
                           .code = text_of(r->code),
                           .area = text_of(r->area),
                           .file = text_of(r->file),
                           .targets = text_of(r->targets_text),
                           .status = statuses[r->status],
                           .message_en = text_of(r->message_en),
                           .message_zh = text_of(r->message_zh),
                           .doc_en = text_of(r->doc_en),
                           .doc_zh = text_of(r->doc_zh),
                           .evidence = text_of(r->evidence),
                           .effort = r->effort,
                           .test_count = r->test_count};
    return XY_OK;
}

static void add_paragraph(xy_buffer *out, const char *head, xy_str text)
{
    if (text.length == 0)
        return;
    if (out->length > 0)
        xy_buffer_add_text(out, "\n\n");
    xy_buffer_add_text(out, head);
    xy_buffer_add_str(out, text);
}

static void explain_rule(xy_buffer *out, const xy_rule *rule, bool chinese)
{
    xy_str head = xy_str_format(out->arena, "%s%s%s", text_of(rule->code), rule->code.length ? " " : "", text_of(rule->id));
    add_paragraph(out, "", head);
    add_paragraph(out, "", chinese ? rule->message_zh : rule->message_en);
    add_paragraph(out, "", chinese ? rule->doc_zh : rule->doc_en);
    add_paragraph(out, chinese ? "处理建议：" : "What to do: ", chinese ? rule->advice_zh : rule->advice_en);
    add_paragraph(out, chinese ? "依据：" : "Evidence: ", rule->evidence);
}

static void explain_flag(xy_buffer *out, const xy_rule *rule, const xy_rule_flag *flag, bool chinese)
{
    add_paragraph(out, "", xy_str_format(out->arena, "%s %s/%s", flag->code, text_of(rule->id), flag->id));
    add_paragraph(out, "", chinese ? flag->zh : flag->en);
    add_paragraph(out, "", chinese ? flag->doc_zh : flag->doc_en);
    add_paragraph(out, chinese ? "处理建议：" : "What to do: ", chinese ? flag->advice_zh : flag->advice_en);
}

static void explain_message(xy_buffer *out, const xy_message *m, bool chinese)
{
    add_paragraph(out, "", xy_str_format(out->arena, "%s %s", m->code, m->id));
    add_paragraph(out, "", xy_str_from(chinese ? m->zh : m->en));
    add_paragraph(out, "", xy_str_from(chinese ? m->doc_zh : m->doc_en));
    add_paragraph(out, chinese ? "处理建议：" : "What to do: ", xy_str_from(chinese ? m->advice_zh : m->advice_en));
}

const char *xy_explain(xy_rules *rules, const char *code, const char *language)
{
    if (!rules || !code || !xy_rules_complete(rules) || setjmp(rules->guard.jump))
        return NULL;
    bool chinese = language && strcmp(language, "zh") == 0;
    xy_str wanted = xy_str_from(code);
    xy_buffer out;
    xy_buffer_init(&out, &rules->arena);
    for (unsigned i = 0; i < xy_message_count; i++)
        if (xy_str_equal_nocase(xy_str_from(xy_messages[i].code), wanted))
            explain_message(&out, &xy_messages[i], chinese);
    for (uint32_t i = 0; i < rules->rules.count; i++) {
        const xy_rule *rule = rules->rules.items[i];
        bool whole = xy_str_equal(rule->id, wanted);
        if (whole || xy_str_equal_nocase(rule->code, wanted))
            explain_rule(&out, rule, chinese);
        for (uint32_t f = 0; f < rule->flag_count; f++)
            if (whole || xy_str_equal_nocase(xy_str_from(rule->flags[f].code), wanted))
                explain_flag(&out, rule, &rule->flags[f], chinese);
    }
    if (out.length == 0)
        return NULL;
    xy_buffer_add_text(&out, "\n");
    xy_buffer_add_char(&out, '\0');
    return out.data;
}

bool xy_rules_target(const xy_rules *rules, xy_arena *arena, xy_str name_and_version, const xy_map *options, xy_target *target, xy_str *error)
{
    if (!xy_target_prepare(arena, &rules->targets, name_and_version, options, target, error))
        return false;
    if (!read_wanted(rules, is_for, target)) {
        *error = rules->error;
        return false;
    }
    xy_rule_choose(arena, rules, target, NULL);
    return true;
}
