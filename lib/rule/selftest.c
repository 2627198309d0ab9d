/* The tests inside rule files: each runs its rule alone (and those named in `with`) on a small source. */
#include "rule/rule_set.h"

#include "pass/pass.h"
#include <string.h>

typedef struct run {
    xy_rules *rules;
    const xy_rule *rule;
    const xy_rule_test *test;
    xy_arena *arena;
    xy_diags diags; /**< of the rule */
    xy_buffer text;
    xy_str problem;
} run;

static bool fail(run *r, const char *format, xy_str a)
{
    r->problem = xy_str_format(r->arena, format, XY_STR_ARG(a));
    return false;
}

/* ---- preparing ---- */

static void set_option(run *r, xy_map *options, const xy_yaml *key, const xy_yaml *value)
{
    xy_str *stored = XY_NEW(r->arena, xy_str);
    *stored = value->text;
    xy_map_put(options, key->text, stored);
}

/** The test's target, or the rule's first one at its first version. */
static xy_str target_name(const run *r)
{
    const xy_rule_target *first = &r->rule->targets[0];
    if (r->test->target.length > 0)
        return r->test->target;
    return first->first > 0 ? xy_str_format(r->arena, "%.*s:%u", XY_STR_ARG(first->name), first->first) : first->name;
}

static bool prepare_target(run *r, xy_target *target)
{
    xy_map options, only;
    xy_str error = {0};
    xy_map_init(&options, r->arena);
    xy_map_init(&only, r->arena);
    for (uint32_t i = 0; r->test->options && i < r->test->options->count; i++)
        set_option(r, &options, r->test->options->keys[i], r->test->options->items[i]);
    if (!xy_target_prepare(r->arena, &r->rules->targets, target_name(r), &options, target, &error))
        return fail(r, "%.*s", error);
    xy_map_put(&only, r->rule->id, r);
    for (uint32_t i = 0; r->test->with && i < r->test->with->count; i++)
        xy_map_put(&only, r->test->with->items[i]->text, r);
    xy_rule_choose(r->arena, r->rules, target, &only);
    return true;
}

static bool parse(run *r, xy_str text, xy_source *source, xy_units *units)
{
    xy_diags diags;
    xy_diags_init(&diags, r->arena);
    xy_source_decode(source, r->arena, XY_STR("test"), text, XY_ENCODING_UTF8, &diags);
    xy_syntax_lex(source, r->arena, &diags);
    xy_syntax_parse(source, r->arena, units, &diags);
    for (uint32_t i = 0; i < diags.list.count; i++)
        if (diags.list.items[i].severity == XY_ERROR)
            return fail(r, "the source does not parse: %.*s", diags.list.items[i].message_en);
    for (uint32_t i = 0; i < units->count; i++)
        if (units->items[i].state == XY_UNIT_UNPARSED || units->items[i].state == XY_UNIT_RECOVERED)
            return fail(r, "the source does not parse: %.*s", text);
    return true;
}

static void declare(run *r, xy_catalog *catalog, const xy_source *source, const xy_units *units)
{
    for (uint32_t i = 0; i < units->count; i++)
        if (units->items[i].tree)
            xy_catalog_add_unit(catalog, source, &units->items[i]);
    (void)r;
}

/** `given: "emp(sal NUMBER)"` is short for a CREATE TABLE. */
static xy_str given_text(const run *r)
{
    xy_str given = r->test->given;
    bool whole = given.length > 7 && xy_str_equal_nocase((xy_str){given.data, 7}, XY_STR("CREATE "));
    return whole || given.length == 0 ? given : xy_str_format(r->arena, "CREATE TABLE %.*s", XY_STR_ARG(given));
}

/* ---- running ---- */

static void run_unit(run *r, const xy_source *source, const xy_units *units, const xy_unit *unit, const xy_catalog *catalog, const xy_target *target)
{
    bool orafce = false;
    xy_edits *edits = xy_edits_new(r->arena, source);
    xy_context *ctx = XY_NEW(r->arena, xy_context);
    if (unit->tree) {
        xy_analysis *analysis = xy_sema_analyse(r->arena, source, unit, catalog, NULL);
        *ctx = (xy_context){.arena = r->arena,
                            .source = source,
                            .units = units,
                            .unit = unit,
                            .analysis = analysis,
                            .catalog = catalog,
                            .target = target,
                            .rules = r->rules,
                            .edits = edits,
                            .diags = &r->diags,
                            .status = XY_CONVERTED,
                            .needs_orafce = &orafce};
        xy_map_init(&ctx->runtime, r->arena);
        xy_map_init(&ctx->fresh_names, r->arena);
        xy_rules_run(r->rules, ctx);
    }
    xy_edits_render(edits, unit->first, unit->last, &r->text, NULL);
}

static bool has_finding(const run *r, xy_str text)
{
    for (uint32_t i = 0; i < r->diags.list.count; i++)
        if (xy_str_equal(r->diags.list.items[i].message_en, text))
            return true;
    return false;
}

/** Findings with the message of flag `id`: its text up to the first argument. */
static bool has_flag(const run *r, xy_str id)
{
    const xy_rule_flag *flag = xy_rule_find_flag(r->rule, xy_arena_copy(r->arena, id.data, id.length));
    for (uint32_t i = 0; flag && i < r->diags.list.count; i++) {
        xy_str message = r->diags.list.items[i].message_en;
        uint32_t length = 0;
        while (length < flag->en.length && flag->en.data[length] != '{')
            length++;
        if (message.length >= length && memcmp(message.data, flag->en.data, length) == 0)
            return true;
    }
    return flag && has_finding(r, flag->en);
}

static bool check_place(run *r, const xy_source *source)
{
    for (uint32_t i = 0; i < r->diags.list.count; i++) {
        const xy_diag *d = &r->diags.list.items[i];
        if (xy_str_equal((xy_str){source->text.data + d->offset, d->length}, r->test->place))
            return true;
    }
    return fail(r, "no finding at `%.*s`", r->test->place);
}

static bool check_flags(run *r)
{
    const xy_yaml *flags = r->test->flags;
    uint32_t count = flags ? flags->kind == XY_YAML_LIST ? flags->count : 1 : 0;
    for (uint32_t i = 0; i < count; i++) {
        const xy_yaml *flag = flags->kind == XY_YAML_LIST ? flags->items[i] : flags;
        if (!has_flag(r, flag->text))
            return fail(r, "the flag `%.*s` was not raised", flag->text);
    }
    return true;
}

static bool check(run *r, const xy_source *source)
{
    xy_str got = xy_buffer_str(&r->text);
    if (!xy_str_equal(got, r->test->out)) {
        r->problem = xy_str_format(r->arena, "expected\n    %.*s\n  but got\n    %.*s", XY_STR_ARG(r->test->out), XY_STR_ARG(got));
        return false;
    }
    if (r->test->place.length > 0 && !check_place(r, source))
        return false;
    if (!check_flags(r))
        return false;
    if (r->test->kind == XY_TEST_REFUSED && r->diags.list.count == 0)
        return fail(r, "expected a finding for `%.*s`", r->test->in);
    bool expects = r->test->kind == XY_TEST_REFUSED || r->test->flags || r->test->place.length > 0;
    expects = expects || (r->test->kind == XY_TEST_OUT && r->rule->reports);
    for (uint32_t i = 0; !expects && i < r->diags.list.count; i++)
        if (r->diags.list.items[i].severity > XY_NOTE)
            return fail(r, "unexpected finding: %.*s", r->diags.list.items[i].message_en);
    return true;
}

static bool run_test(run *r)
{
    xy_target target;
    xy_source source = {0}, given = {0};
    xy_units units = {0}, given_units = {0};
    xy_catalog *catalog = xy_catalog_new(r->arena, NULL);
    if (!prepare_target(r, &target) || !parse(r, r->test->in, &source, &units))
        return false;
    if (r->test->given.length > 0) {
        if (!parse(r, given_text(r), &given, &given_units))
            return false;
        declare(r, catalog, &given, &given_units);
    }
    declare(r, catalog, &source, &units);
    xy_catalog_finish(catalog);
    for (uint32_t i = 0; i < units.count; i++)
        run_unit(r, &source, &units, &units.items[i], catalog, &target);
    return check(r, &source);
}

typedef void (*reporter)(void *user, const char *rule, const char *text);

/** Runs one test in its own arena. */
static bool test_passes(xy_rules *rules, const xy_rule *rule, const xy_rule_test *test, reporter report, void *user)
{
    xy_guard guard;
    xy_arena arena;
    run r = {.rules = rules, .rule = rule, .test = test, .arena = &arena};
    xy_arena_init(&arena, &guard, NULL);
    if (setjmp(guard.jump)) {
        if (report)
            report(user, rule->id.data, xy_status_text((xy_status)guard.status));
        xy_arena_free(&arena);
        return false;
    }
    xy_diags_init(&r.diags, &arena);
    xy_buffer_init(&r.text, &arena);
    bool passes = run_test(&r);
    if (!passes && report) {
        xy_str text = xy_yaml_error(&arena, rule->file, test->at, "test failed");
        report(user, rule->id.data, xy_str_format(&arena, "%.*s: %.*s", XY_STR_ARG(text), XY_STR_ARG(r.problem)).data);
    }
    xy_arena_free(&arena);
    return passes;
}

xy_status xy_rules_test(xy_rules *rules, void (*report)(void *user, const char *rule, const char *text), void *user, size_t *passed, size_t *failed)
{
    size_t counts[2] = {0, 0};
    if (!rules)
        return XY_ERR_USAGE;
    if (!xy_rules_complete(rules))
        return XY_ERR_RULES;
    for (uint32_t i = 0; i < rules->rules.count; i++) {
        const xy_rule *rule = rules->rules.items[i];
        for (uint32_t t = 0; t < rule->test_count; t++)
            counts[test_passes(rules, rule, &rule->tests[t], report, user)]++;
        if (rule->test_count == 0 && !rule->pass) {
            counts[0]++;
            if (report)
                report(user, rule->id.data, "the rule has no tests");
        }
    }
    if (passed)
        *passed = counts[1];
    if (failed)
        *failed = counts[0];
    return XY_OK;
}
