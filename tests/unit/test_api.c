/* Several targets over one reading of a source: what each gives alone, and results may be freed in any order. */
#include "unit.h"
#include "xinyi/xinyi.h"

#include <stdio.h>
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

/* Files of rules are read when a target wants them: whatever the order, their rules stand in that of the files. */
Test(api, rules_read_late)
{
    xy_rules *late = NULL, *whole = NULL;
    cr_assert_eq(xy_rules_new(&late), XY_OK);
    cr_assert_eq(xy_rules_new(&whole), XY_OK);
    size_t count = xy_rules_count(whole);
    xy_session *first = session_for(late, "postgres"), *second = session_for(late, "dameng"), *other = session_for(whole, "dameng");
    cr_assert_eq(xy_session_set(first, "preamble", "off"), XY_OK);
    xy_result *results[3];
    cr_assert_eq(xy_translate(first, "x.sql", source, strlen(source), &results[0]), XY_OK);
    cr_assert_eq(xy_translate(second, "x.sql", source, strlen(source), &results[1]), XY_OK);
    cr_assert_eq(xy_translate(other, "x.sql", source, strlen(source), &results[2]), XY_OK);
    expect_same(results[1], results[2], "dameng");
    for (size_t i = 0; i < 3; i++)
        xy_result_free(results[i]);
    cr_assert_gt(count, 0);
    cr_assert_eq(xy_rules_count(late), count);
    for (size_t i = 0; i < count; i++) {
        xy_rule_info a, b;
        cr_assert_eq(xy_rules_info(late, i, &a), XY_OK);
        cr_assert_eq(xy_rules_info(whole, i, &b), XY_OK);
        cr_assert_str_eq(a.id, b.id);
    }
    xy_session_free(first);
    xy_session_free(second);
    xy_session_free(other);
    xy_rules_free(late);
    xy_rules_free(whole);
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

/* ---- the caller is asked for objects ---- */

typedef struct dictionary {
    unsigned calls;
    char asked[1000];
} dictionary;

static const char *answer(void *user, const char *owner, const char *name, size_t *length)
{
    static const struct {
        const char *owner, *name, *text;
    } objects[] = {
        {"", "V", "CREATE VIEW v AS SELECT d, n FROM base;"},
        {"", "BASE", "CREATE TABLE base (d DATE, n NUMBER(5));"},
        {"HIS", "PATIENT",
         "{\"xinyi_catalog\": 1, \"objects\": [{\"kind\": \"table\", \"owner\": \"HIS\", \"name\": \"PATIENT\", \"columns\": [{\"name\": \"D\", "
         "\"type\": \"DATE\"}]}]}"},
        {"", "FEE", "CREATE PACKAGE fee AS FUNCTION day RETURN base.d%TYPE; END;"},
        {"", "BAD", "{\"xinyi_catalog\": 2}"},
    };
    dictionary *d = user;
    d->calls++;
    snprintf(d->asked + strlen(d->asked), sizeof d->asked - strlen(d->asked), "%s.%s ", owner, name);
    for (size_t i = 0; i < sizeof objects / sizeof *objects; i++)
        if (strcmp(objects[i].owner, owner) == 0 && strcmp(objects[i].name, name) == 0) {
            *length = strlen(objects[i].text);
            return objects[i].text;
        }
    return NULL;
}

static void expect_translation(xy_session *session, const char *from, const char *to)
{
    xy_result *result = NULL;
    cr_assert_eq(xy_translate(session, "x.sql", from, strlen(from), &result), XY_OK);
    cr_expect_str_eq(xy_result_text(result, NULL), to);
    xy_result_free(result);
}

Test(api, lookup)
{
    xy_rules *rules = NULL;
    dictionary d = {0};
    cr_assert_eq(xy_rules_new(&rules), XY_OK);
    xy_session *session = session_for(rules, "postgres"), *worker = session_for(rules, "postgres");
    cr_assert_eq(xy_session_set(session, "preamble", "off"), XY_OK);
    cr_assert_eq(xy_session_set(worker, "preamble", "off"), XY_OK);
    cr_assert_eq(xy_session_set_lookup(session, answer, &d), XY_OK);
    expect_translation(session, "SELECT d + 1 FROM v;\n", "SELECT d + interval '1 day' FROM v;\n");
    cr_expect_str_eq(d.asked, ".V .BASE "); /* columns of a table that is not known are not asked for; the view's own table is */
    expect_translation(session, "SELECT d + 1 FROM v;\n", "SELECT d + interval '1 day' FROM v;\n");
    cr_expect_eq(d.calls, 2, "nothing is asked for twice");
    expect_translation(session, "SELECT p.d + 1, fee.day + 1 FROM his.patient p;\n",
                       "SELECT p.d + interval '1 day', fee.day() + interval '1 day' FROM his.patient p;\n");
    d.asked[0] = '\0';
    expect_translation(
        session, "CREATE TABLE own (d DATE);\nSELECT d + 1, SYSDATE FROM own, bad;\n",
        "CREATE TABLE own (d TIMESTAMP(0));\nSELECT d + interval '1 day', DATE_TRUNC('second', STATEMENT_TIMESTAMP()::TIMESTAMP) FROM own, bad;\n");
    cr_expect_str_eq(d.asked, ".BAD ", "neither what the file declares nor what Oracle brings along: %s", d.asked);
    cr_expect_str_eq(xy_session_error(session), "lookup:1:1: this catalog lacks 'objects'");
    /* What a batch's declarations miss; a session that shares the catalog. */
    const char *view = "CREATE VIEW w AS SELECT d FROM his.patient;";
    cr_assert_eq(xy_session_declare(session, "w.sql", view, strlen(view)), XY_OK);
    cr_assert_eq(xy_session_declared(session), XY_OK);
    cr_assert_eq(xy_session_share_catalog(worker, session), XY_OK);
    expect_translation(worker, "SELECT d + 1 FROM w;\n", "SELECT d + interval '1 day' FROM w;\n");
    xy_session_free(worker);
    xy_session_free(session);
    xy_rules_free(rules);
}
