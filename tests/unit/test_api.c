/* Several targets over one reading of a source: what each gives alone, and results may be freed in any order. */
#include "unit.h"
#include "xinyi/xinyi.h"

#include <stdlib.h>

enum { TARGETS = 3 };
static const char *const targets[TARGETS] = {"dameng", "postgres", "kingbase"};
/* The view stands before its table, and the variable is one of SQL*Plus: the targets read and order them differently. */
static const char source[] = "DEFINE n = 7\nCREATE VIEW v AS SELECT a / &n AS c FROM t;\nCREATE TABLE t (a DATE, b VARCHAR2(&n));\nSELECT (a FROM t;\n";

static xy_session *session_for(const xy_rules *rules, const char *target)
{
    xy_session *session = NULL;
    cr_assert_eq(xy_session_new(&session, rules), XY_OK);
    cr_assert_eq(xy_session_set(session, "target", target), XY_OK);
    return session;
}

static void expect_same(const xy_result *a, const xy_result *b, const char *target)
{
    cr_expect_str_eq(xy_result_text(a, NULL), xy_result_text(b, NULL), "%s", target);
    cr_assert_eq(xy_result_unit_count(a), xy_result_unit_count(b), "%s", target);
    for (size_t i = 0; i < xy_result_unit_count(a); i++) {
        xy_unit_info x, y;
        xy_result_unit(a, i, &x);
        xy_result_unit(b, i, &y);
        cr_expect(x.status == y.status && x.line == y.line && x.target_line == y.target_line && x.diagnostic_count == y.diagnostic_count, "%s: unit %zu",
                  target, i);
    }
}

/* Frees the results beginning with that of target `first`; those still there keep their text. */
static void free_from(xy_result **results, size_t first)
{
    for (size_t i = 0; i < TARGETS; i++) {
        xy_result_free(results[(first + i) % TARGETS]);
        if (i + 1 < TARGETS)
            cr_expect_gt(strlen(xy_result_text(results[(first + i + 1) % TARGETS], NULL)), 20);
    }
}

Test(api, several_targets)
{
    xy_rules *rules = NULL;
    xy_session *sessions[TARGETS];
    cr_assert_eq(xy_rules_new(&rules), XY_OK);
    for (size_t i = 0; i < TARGETS; i++)
        sessions[i] = session_for(rules, targets[i]);
    for (size_t first = 0; first < TARGETS; first++) {
        xy_result *results[TARGETS], *alone;
        cr_assert_eq(xy_translate_all(sessions, TARGETS, "x.sql", source, strlen(source), results), XY_OK);
        for (size_t i = 0; i < TARGETS; i++) {
            cr_assert_eq(xy_translate(sessions[i], "x.sql", source, strlen(source), &alone), XY_OK);
            expect_same(results[i], alone, targets[i]);
            xy_result_free(alone);
        }
        free_from(results, first);
    }
    cr_assert_eq(xy_session_set(sessions[1], "target", "nowhere"), XY_OK);
    xy_result *none[TARGETS];
    cr_expect_eq(xy_translate_all(sessions, TARGETS, "x.sql", source, strlen(source), none), XY_ERR_USAGE);
    cr_expect(!none[0] && !none[1] && !none[2]);
    for (size_t i = 0; i < TARGETS; i++)
        xy_session_free(sessions[i]);
    xy_rules_free(rules);
}

Test(api, shared_declarations)
{
    static const char plain[] = "CREATE TABLE t (a NUMBER);\n";
    xy_rules *rules = NULL;
    cr_assert_eq(xy_rules_new(&rules), XY_OK);
    xy_session *postgres = session_for(rules, "postgres"), *dameng = session_for(rules, "dameng"), *kingbase = session_for(rules, "kingbase");
    cr_assert_eq(xy_session_check_target(dameng), XY_OK);
    cr_assert_eq(xy_session_check_target(kingbase), XY_OK);
    cr_assert_eq(xy_session_declare(postgres, "t.sql", plain, strlen(plain)), XY_OK);
    cr_expect(xy_session_may_share(dameng, postgres));
    cr_assert_eq(xy_session_declare(postgres, "x.sql", source, strlen(source)), XY_OK);
    cr_expect_not(xy_session_may_share(dameng, postgres), "DIsql has the variables that psql lacks");
    cr_expect(xy_session_may_share(kingbase, postgres));
    xy_session_free(postgres);
    xy_session_free(dameng);
    xy_session_free(kingbase);
    xy_rules_free(rules);
}
