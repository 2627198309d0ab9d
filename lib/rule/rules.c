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

const xy_rule_flag *xy_rules_find_flag(const xy_rules *rules, const xy_rule *rule, const char *id, const xy_rule **owner)
{
    const xy_rule_flag *flag = xy_rule_find_flag(rule, id);
    *owner = rule;
    for (uint32_t i = 0; !flag && i < rules->rules.count; i++) {
        *owner = rules->rules.items[i];
        flag = xy_rule_find_flag(*owner, id);
    }
    return flag;
}

/* ---- loading ---- */

static bool has_prefix(const char *name, const char *prefix)
{
    return strncmp(name, prefix, strlen(prefix)) == 0;
}

static bool load_target(xy_rules *rules, xy_str name, const xy_yaml *root)
{
    const xy_target_file *target = xy_target_file_read(&rules->arena, name, root, &rules->error);
    if (target)
        xy_map_put(&rules->targets, xy_target_file_name(target), (void *)(uintptr_t)target);
    return target != NULL;
}

/** Loads the files of the folder with target files, or the others, which are rule files. Targets come first: rules name them. */
static bool load_embedded(xy_rules *rules, const char *target_folder, bool targets)
{
    for (unsigned i = 0; i < xy_embedded_count; i++) {
        const xy_embedded *file = &xy_embedded_files[i];
        xy_str name = xy_str_from(file->name);
        if (!file->is_tree || has_prefix(file->name, target_folder) != targets)
            continue;
        const xy_yaml *root = xy_yaml_read(&rules->arena, file->data, file->size);
        if (!(targets ? load_target(rules, name, root) : xy_rules_load(rules, name, root)))
            return false;
    }
    return true;
}

static xy_status new_rules(xy_rules **out)
{
    if (!out)
        return XY_ERR_USAGE;
    xy_rules *rules = calloc(1, sizeof *rules);
    *out = rules;
    if (!rules)
        return XY_ERR_MEMORY;
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
    return load_embedded(rules, "targets/", true) ? XY_OK : XY_ERR_RULES;
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
    return load_embedded(*rules, "targets/", false) ? XY_OK : XY_ERR_RULES;
}

xy_status xy_rules_add(xy_rules *rules, const char *name, const char *text, size_t length)
{
    if (!rules || !name || (!text && length > 0))
        return XY_ERR_USAGE;
    if (length > INT32_MAX)
        return XY_ERR_LIMIT;
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
    free(rules);
}

/* ---- asking ---- */

size_t xy_rules_count(const xy_rules *rules)
{
    return rules ? rules->rules.count : 0;
}

static const char *text_of(xy_str s)
{
    return s.data ? s.data : "";
}

xy_status xy_rules_info(const xy_rules *rules, size_t index, xy_rule_info *info)
{
    static const char *const statuses[] = {[XY_CONVERTED] = "converted", [XY_NEEDS_REVIEW] = "review", [XY_UNSUPPORTED_UNIT] = "unsupported"};
    if (!rules || !info || index >= rules->rules.count)
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
    if (!rules || !code || setjmp(rules->guard.jump))
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
    xy_rule_choose(arena, rules, target, NULL);
    return true;
}
