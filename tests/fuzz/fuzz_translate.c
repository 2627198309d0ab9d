/* The whole translation through the public API. Least change: with an empty rule set the decoded text comes out as it went in. Deterministic: a second
 * session gives the same text. */
#include "fuzz.h"
#include "xinyi/xinyi.h"

static xy_rules *rules, *no_rules;

static void check_diagnostics(const xy_result *result)
{
    for (size_t unit = 0; unit < xy_result_unit_count(result); unit++) {
        xy_unit_info info;
        xy_result_unit(result, unit, &info);
        for (size_t i = 0; i < info.diagnostic_count; i++) {
            xy_diagnostic diagnostic;
            xy_result_diagnostic(result, unit, i, &diagnostic);
            FUZZ_CHECK(diagnostic.line > 0 && diagnostic.column > 0 && diagnostic.code && diagnostic.message && diagnostic.caret);
        }
    }
}

/* The text of a result, or null when a limit was passed. */
static xy_result *translated(xy_session *session, const char *target, const char *text, size_t size)
{
    xy_result *result;
    if (target)
        FUZZ_CHECK(xy_session_set(session, "target", target) == XY_OK);
    xy_status status = xy_translate(session, "fuzz.sql", text, size, &result);
    FUZZ_CHECK(status == XY_OK || status == XY_ERR_LIMIT);
    return status == XY_OK ? result : NULL;
}

/* The decoded text, as promise 3 wants it out of an empty rule set. */
static void check_identity(const char *text, size_t size, const char *output, size_t length)
{
    xy_guard guard;
    xy_arena arena;
    xy_diags diags;
    xy_source source;
    xy_arena_init(&arena, &guard, NULL);
    if (setjmp(guard.jump) == 0) {
        fuzz_lex(&source, &arena, &diags, (const uint8_t *)text, size);
        FUZZ_CHECK(xy_str_equal(source.text, (xy_str){output, (uint32_t)length}));
    }
    xy_arena_free(&arena);
}

static void translate(const xy_rules *with, const char *target, const char *text, size_t size)
{
    xy_session *sessions[2];
    xy_result *results[2];
    const char *outputs[2] = {0};
    size_t lengths[2] = {0};
    for (int i = 0; i < 2; i++) {
        FUZZ_CHECK(xy_session_new(&sessions[i], with) == XY_OK);
        results[i] = translated(sessions[i], target, text, size);
        if (results[i])
            outputs[i] = xy_result_text(results[i], &lengths[i]);
    }
    FUZZ_CHECK(!results[0] == !results[1] && lengths[0] == lengths[1]);
    if (results[0]) {
        FUZZ_CHECK(memcmp(outputs[0], outputs[1], lengths[0]) == 0);
        if (!target)
            check_identity(text, size, outputs[0], lengths[0]);
        check_diagnostics(results[0]);
    }
    for (int i = 0; i < 2; i++) {
        xy_result_free(results[i]);
        xy_session_free(sessions[i]);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const targets[] = {"postgres", "postgres:12", "kingbase", "dameng"};
    if (!rules)
        FUZZ_CHECK(xy_rules_new(&rules) == XY_OK && xy_rules_new_empty(&no_rules) == XY_OK);
    if (size < 1)
        return 0;
    translate(no_rules, NULL, (const char *)data + 1, size - 1);
    translate(rules, targets[data[0] % 4], (const char *)data + 1, size - 1);
    return 0;
}
