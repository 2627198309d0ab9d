/* The rule engine: loading, matching, fixing, reporting. lib/rule and lib/target. */
#include "pass/pass.h"
#include "rule/rule_set.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

static xy_rules *rules;
static xy_guard guard;
static xy_arena arena;
static xy_diags diags;
static int status;
static xy_map runtime;
static bool orafce;

static void setup(void)
{
    cr_assert_eq(xy_rules_new_empty(&rules), XY_OK, "%s", xy_rules_error(rules));
    if (setjmp(guard.jump))
        cr_assert_fail("out of memory or limit");
    xy_arena_init(&arena, &guard, NULL);
}

static void teardown(void)
{
    xy_rules_free(rules);
    xy_arena_free(&arena);
}

TestSuite(rule, .init = setup, .fini = teardown);

#define TEXTS "message: {en: \"m {text}\", zh: \"消息\"}, doc: {en: d, zh: 说明}"

/** A rule file around the text of rules. */
static const char *file(const char *body)
{
    return xy_str_format(&arena, "targets: [postgres]\nrules:\n%s", body).data;
}

static void load(const char *body)
{
    const char *text = file(body);
    xy_status result = xy_rules_add(rules, "test.yml", text, strlen(text));
    cr_assert_eq(result, XY_OK, "%s", xy_rules_error(rules));
}

/** One rule with pattern and fix. */
static void rule(const char *id, const char *match, const char *rest)
{
    load(xy_str_format(&arena, "- {id: %s, code: XY9001, match: %s, %s, " TEXTS "}\n", id, match, rest).data);
}

static const char *convert_at(const char *target_name, const char *code, const char *given)
{
    xy_source source = {0}, given_source = {0};
    xy_units units = {0}, given_units = {0};
    xy_target target;
    xy_str error = {0};
    xy_buffer out;
    xy_catalog *catalog = xy_catalog_new(&arena, NULL);
    xy_diags_init(&diags, &arena);
    xy_map_init(&runtime, &arena);
    orafce = false;
    cr_assert(xy_rules_target(rules, &arena, xy_str_from(target_name), NULL, &target, &error), "%.*s", XY_STR_ARG(error));
    if (given) {
        xy_source_decode(&given_source, &arena, XY_STR("given"), xy_str_from(given), XY_ENCODING_UTF8, &diags);
        xy_syntax_lex(&given_source, &arena, &diags);
        xy_syntax_parse(&given_source, &arena, &given_units, &diags);
        for (uint32_t i = 0; i < given_units.count; i++)
            if (given_units.items[i].tree)
                xy_catalog_add_unit(catalog, &given_source, &given_units.items[i]);
    }
    xy_catalog_finish(catalog);
    xy_source_decode(&source, &arena, XY_STR("code"), xy_str_from(code), XY_ENCODING_UTF8, &diags);
    xy_syntax_lex(&source, &arena, &diags);
    xy_syntax_parse(&source, &arena, &units, &diags);
    xy_str first = diags.list.count ? diags.list.items[0].message_en : XY_STR("");
    cr_assert_eq(diags.list.count, 0u, "%s: %.*s", code, XY_STR_ARG(first));
    xy_buffer_init(&out, &arena);
    status = XY_CONVERTED;
    for (uint32_t i = 0; i < units.count; i++) {
        xy_unit *unit = &units.items[i];
        xy_edits *edits = xy_edits_new(&arena, &source);
        xy_context *ctx = XY_NEW(&arena, xy_context);
        if (unit->tree) {
            *ctx = (xy_context){.arena = &arena,
                                .source = &source,
                                .units = &units,
                                .unit = unit,
                                .catalog = catalog,
                                .target = &target,
                                .analysis = xy_sema_analyse(&arena, &source, unit, catalog, NULL),
                                .rules = rules,
                                .edits = edits,
                                .diags = &diags,
                                .status = XY_CONVERTED,
                                .needs_orafce = &orafce,
                                .runtime = runtime};
            xy_map_init(&ctx->fresh_names, &arena);
            xy_rules_run(rules, ctx);
            runtime = ctx->runtime;
            if (ctx->status > status)
                status = ctx->status;
        }
        xy_edits_render(edits, unit->first, unit->last, &out, NULL);
    }
    xy_buffer_add_char(&out, '\0');
    return out.data;
}

static const char *convert(const char *code)
{
    return convert_at("postgres", code, NULL);
}

#define EXPECT(code, text) cr_expect_str_eq(convert(code), text)
#define EXPECT_GIVEN(given, code, text) cr_expect_str_eq(convert_at("postgres", code, given), text)

/* ---- patterns ---- */

Test(rule, pattern_and_fix)
{
    rule("nvl", "\"NVL($a, $b)\"", "fix: \"COALESCE($a, $b)\"");
    EXPECT("SELECT nvl( sal /* x */, 0 ) FROM emp;", "SELECT coalesce( sal /* x */, 0 ) FROM emp;");
    EXPECT("SELECT NVL(a, NVL(b,1)) FROM t", "SELECT COALESCE(a, COALESCE(b,1)) FROM t");
    EXPECT("SELECT \"NVL\"(a, 1) FROM t", "SELECT COALESCE(a, 1) FROM t");
    EXPECT("SELECT sys.nvl(a, 1) FROM t", "SELECT coalesce(a, 1) FROM t");
    EXPECT("SELECT my.nvl(a, 0), nvl(1), nvl(a, b, c), \"nvl\"(a, b) FROM t", "SELECT my.nvl(a, 0), nvl(1), nvl(a, b, c), \"nvl\"(a, b) FROM t");
}

Test(rule, own_functions_are_left_alone)
{
    rule("soundex", "\"DBMS_X.CODE($a)\"", "fix: \"code($a)\"");
    EXPECT("SELECT dbms_x.code(1) FROM t", "SELECT code(1) FROM t");
    EXPECT_GIVEN("CREATE PACKAGE dbms_x IS FUNCTION code (a NUMBER) RETURN NUMBER; END;\n/\n", "SELECT dbms_x.code(1) FROM t", "SELECT dbms_x.code(1) FROM t");
}

Test(rule, repeated_variables_are_equal)
{
    rule("same", "\"NVL2($a, $a, $b)\"", "fix: \"COALESCE($a, $b)\"");
    EXPECT("SELECT NVL2(t.x, T.X, 0), NVL2(x, y, 0) FROM t", "SELECT COALESCE(t.x, 0), NVL2(x, y, 0) FROM t");
}

Test(rule, lists)
{
    rule("lists", "\"F($a, $...xs)\"", "fix: \"g($...xs, $a)\"");
    EXPECT("SELECT F(1, 2, 3), F(1) FROM t", "SELECT G(2, 3, 1), G(1) FROM t");
}

Test(rule, list_in_the_middle)
{
    rule("middle", "\"F($a, $...xs, $b)\"", "fix: \"f($b, $...xs, $a)\"");
    EXPECT("SELECT f(1, 2, 3, 4), f(1, 2), f(1) FROM t", "SELECT f(4, 2, 3, 1), f(2, 1), f(1) FROM t");
}

Test(rule, parentheses_do_not_matter)
{
    rule("paren", "\"NVL($a, 0) = 0\"", "fix: \"is_zero($a)\"");
    EXPECT("SELECT 1 FROM t WHERE (NVL(a, 0)) = (0)", "SELECT 1 FROM t WHERE IS_ZERO(a)");
}

Test(rule, absent_clauses_must_be_absent)
{
    rule("sum", "\"SUM($a)\"", "fix: \"total($a)\"");
    EXPECT("SELECT SUM(a), SUM(DISTINCT a), SUM(a) OVER (ORDER BY b) FROM t", "SELECT TOTAL(a), SUM(DISTINCT a), SUM(a) OVER (ORDER BY b) FROM t");
}

Test(rule, literals_by_value)
{
    rule("fmt", "\"TRUNC($d, 'MM')\"", "fix: \"date_trunc('month', $d)\"");
    EXPECT("SELECT TRUNC(d, 'MM'), TRUNC(d, q'[MM]'), TRUNC(d, 'mm') FROM t", "SELECT DATE_TRUNC('month', d), DATE_TRUNC('month', d), TRUNC(d, 'mm') FROM t");
}

Test(rule, name_with_variable)
{
    rule("seq", "\"$s.NEXTVAL\"", "fix: \"nextval('$s')\"");
    EXPECT("SELECT s.nextval FROM t", "SELECT nextval('$s') FROM t"); /* no variables inside strings */
    rule("seq", "\"$s.NEXTVAL\"", "fix: \"next($s)\"");
    EXPECT("SELECT his.s.NEXTVAL FROM t", "SELECT NEXT(his.s) FROM t");
}

Test(rule, statement_pattern)
{
    rule("put", "\"DBMS_OUTPUT.PUT_LINE($m);\"", "fix: \"RAISE NOTICE '%', $m;\"");
    EXPECT("BEGIN dbms_output.put_line('n=' || n); END;", "BEGIN raise notice '%', 'n=' || n; END;");
}

Test(rule, query_pattern)
{
    rule("dual", "\"SELECT $x FROM DUAL\"", "fix: \"SELECT $x\"");
    EXPECT("SELECT a + 1 AS b FROM dual;", "SELECT a + 1 AS b;");
    EXPECT("SELECT a FROM dual WHERE b = 1;", "SELECT a FROM dual WHERE b = 1;");
}

Test(rule, any_of_several_patterns)
{
    rule("any", "{any: [\"NVL($a, $b)\", \"IFNULL($a, $b)\"]}", "fix: \"COALESCE($a, $b)\"");
    EXPECT("SELECT nvl(a, 1), ifnull(a, 1) FROM t", "SELECT coalesce(a, 1), coalesce(a, 1) FROM t");
}

/* ---- precedence of fixes ---- */

Test(rule, fix_gets_parentheses_where_needed)
{
    rule("f", "\"F($a, $b)\"", "fix: \"$a + $b\"");
    EXPECT("SELECT F(a, b), F(a, b) * 2, -F(a, b), G(F(a, b)), 1 - F(1, F(2, 3)) FROM t",
           "SELECT a + b, (a + b) * 2, -(a + b), G(a + b), 1 - (1 + (2 + 3)) FROM t");
}

Test(rule, variables_get_parentheses_where_needed)
{
    rule("f", "\"F($a, $b)\"", "fix: \"$a * $b\"");
    EXPECT("SELECT F(a + 1, b), F((a), b || c), F(1, F(a, b)) FROM t", "SELECT (a + 1) * b, (a) * (b || c), 1 * (a * b) FROM t");
}

/* ---- kinds ---- */

Test(rule, kind_with_field_and_token_edit)
{
    rule("minus", "{kind: SetOperation, with: {op: minus}}", "fix: {replace: op_token, text: \"EXCEPT\"}");
    EXPECT("SELECT a FROM t minus SELECT a FROM u UNION SELECT a FROM v", "SELECT a FROM t except SELECT a FROM u UNION SELECT a FROM v");
}

Test(rule, kind_with_bind_and_delete)
{
    rule("between", "{kind: Between, lacks: not, bind: {x: operand, lo: low, hi: high}}", "fix: \"$x >= $lo AND $x <= $hi\"");
    EXPECT("SELECT 1 FROM t WHERE NOT a BETWEEN 1 AND 2", "SELECT 1 FROM t WHERE NOT (a >= 1 AND a <= 2)");
    rule("as", "{kind: SelectItem, has: [as]}", "fix: {delete: as}");
    EXPECT("SELECT a AS b FROM t", "SELECT a b FROM t");
}

Test(rule, kind_with_several_edits)
{
    rule("wrap", "{kind: IsNull, lacks: not, bind: {x: operand}}", "fix: {insert: node, before: \"(\", after: \" OR $x = '')\"}");
    EXPECT("SELECT 1 FROM t WHERE a IS NULL", "SELECT 1 FROM t WHERE (a IS NULL OR a = '')");
}

Test(rule, with_names_and_wildcards)
{
    rule("utl", "{kind: Call, with: {callee: [\"UTL_FILE.*\", SOUNDEX]}}", "status: unsupported");
    EXPECT("SELECT utl_file.fopen('a'), soundex(b), utl_http.x(1) FROM t", "SELECT utl_file.fopen('a'), soundex(b), utl_http.x(1) FROM t");
    cr_expect_eq(diags.list.count, 2u);
    cr_expect_eq(status, XY_UNSUPPORTED_UNIT);
}

/* ---- conditions ---- */

Test(rule, types)
{
    rule("dates", "\"$a - $b\"", "where: [{type: {a: date, b: date}}], fix: \"days($a, $b)\"");
    EXPECT_GIVEN("CREATE TABLE e (d1 DATE, d2 DATE, n NUMBER);", "SELECT d1 - d2, d1 - n, d1 - x FROM e", "SELECT days(d1, d2), d1 - n, d1 - x FROM e");
}

Test(rule, same_family_and_nullability)
{
    rule("nvl", "\"NVL($a, $b)\"", "where: [{same_family: [a, b]}, {nullable: a}], fix: \"COALESCE($a, $b)\"");
    EXPECT_GIVEN("CREATE TABLE e (s VARCHAR2(9), n NUMBER, m NUMBER NOT NULL);", "SELECT NVL(s, 'x'), NVL(n, 0), NVL(n, 'x'), NVL(m, 0) FROM e",
                 "SELECT COALESCE(s, 'x'), COALESCE(n, 0), NVL(n, 'x'), NVL(m, 0) FROM e");
}

Test(rule, literal_conditions)
{
    rule("m", "\"MOD($a, $b)\"", "where: [{nonzero: b}], fix: \"rem($a, $b)\"");
    EXPECT("SELECT MOD(a, 3), MOD(a, 0), MOD(a, -2), MOD(a, b), MOD(a, (5)) FROM t", "SELECT REM(a, 3), MOD(a, 0), REM(a, -2), MOD(a, b), REM(a, (5)) FROM t");
    rule("m", "\"MOD($a, $b)\"", "where: [{integer: b}, {positive: b}, {literal: [a, b]}], fix: \"x($a, $b)\"");
    EXPECT("SELECT MOD(1, 3), MOD(a, 3), MOD(1, 3.5), MOD(1, -3) FROM t", "SELECT X(1, 3), MOD(a, 3), MOD(1, 3.5), MOD(1, -3) FROM t");
    rule("m", "\"TRUNC($a, $f)\"", "where: [{literal_value: {f: [MM, MONTH]}}], fix: \"month($a)\"");
    EXPECT("SELECT TRUNC(d, 'month'), TRUNC(d, 'MM'), TRUNC(d, 'DD') FROM t", "SELECT MONTH(d), MONTH(d), TRUNC(d, 'DD') FROM t");
    rule("m", "\"$a = $b\"", "where: [{empty_string: b}], fix: \"$a IS NULL\"");
    EXPECT("SELECT 1 FROM t WHERE a = '' OR a = ' '", "SELECT 1 FROM t WHERE a IS NULL OR a = ' '");
}

Test(rule, place_conditions)
{
    rule("sysdate", "\"SYSDATE\"", "fix: [{where: [in_sql], text: \"statement_timestamp()\"}, {text: \"clock_timestamp()\"}]");
    EXPECT("UPDATE t SET d = sysdate", "UPDATE t SET d = statement_timestamp()");
    EXPECT("BEGIN v := SYSDATE; SELECT sysdate INTO v FROM t; END;", "BEGIN v := CLOCK_TIMESTAMP(); SELECT statement_timestamp() INTO v FROM t; END;");
    rule("sysdate", "\"SYSDATE\"", "where: [{inside: [Where]}, {not: [{inside: Exists}]}], fix: \"now()\"");
    EXPECT("SELECT sysdate FROM t WHERE a = sysdate AND EXISTS (SELECT 1 FROM u WHERE sysdate = b)",
           "SELECT sysdate FROM t WHERE a = now() AND EXISTS (SELECT 1 FROM u WHERE sysdate = b)");
    rule("sysdate", "\"SYSDATE\"", "where: [{directly_in: Binary}, {any: [{in_field: left}, {in_field: nothing}]}], fix: \"now()\"");
    EXPECT("SELECT sysdate, (sysdate) + 1, 1 + sysdate FROM t", "SELECT sysdate, (now()) + 1, 1 + sysdate FROM t");
}

Test(rule, counts_names_and_content)
{
    rule("d", "\"DECODE($a, $...xs)\"", "where: [{count: {xs: \"3..\"}}], fix: \"many($a)\"");
    EXPECT("SELECT DECODE(a, 1, 2), DECODE(a, 1, 2, 3) FROM t", "SELECT DECODE(a, 1, 2), MANY(a) FROM t");
    rule("d", "\"ABS($a)\"", "where: [{contains_name: {a: [ROWNUM]}}], fix: \"abs(0)\"");
    EXPECT("SELECT ABS(1 + ROWNUM), ABS(ROWNUM), ABS(1) FROM t", "SELECT ABS(0), ABS(0), ABS(1) FROM t");
    rule("d", "\"ABS($a)\"", "where: [{kind: {a: [Call, Binary]}}, {contains: {a: NumberLiteral}}], fix: \"abs(0)\"");
    EXPECT("SELECT ABS(1), ABS(a + 1), ABS(a + b), ABS(F(1)) FROM t", "SELECT ABS(1), ABS(0), ABS(a + b), ABS(0) FROM t");
    rule("d", "\"F($...xs)\"", "where: [{named: xs}], fix: \"g($...xs)\"");
    EXPECT("SELECT F(1, b => 2), F(1, 2) FROM t", "SELECT G(1, b => 2), F(1, 2) FROM t");
}

Test(rule, options_versions_and_facts)
{
    rule("o", "\"F($a)\"",
         "fix: [{where: [{version: \">= 15\"}], text: \"new($a)\"}, {where: [{fact: {fold: lower}}, {option: {runtime: orafce}}], text: \"oracle.old($a)\"}]");
    cr_expect_str_eq(convert_at("postgres:15", "SELECT F(a) FROM t", NULL), "SELECT NEW(a) FROM t");
    cr_expect_not(orafce);
    cr_expect_str_eq(convert_at("postgres:14", "SELECT F(a) FROM t", NULL), "SELECT oracle.old(a) FROM t");
    cr_expect(orafce);
}

Test(rule, targets_and_versions)
{
    load("- {id: a, targets: [postgres >= 16], match: \"F($a)\", fix: \"g($a)\", " TEXTS "}\n"
         "- {id: b, targets: [kingbase, postgres 12..13], match: \"F($a)\", fix: \"h($a)\", " TEXTS "}\n");
    cr_expect_str_eq(convert_at("postgres:16", "SELECT F(a) FROM t", NULL), "SELECT G(a) FROM t");
    cr_expect_str_eq(convert_at("postgres:15", "SELECT F(a) FROM t", NULL), "SELECT F(a) FROM t");
    cr_expect_str_eq(convert_at("postgres:13", "SELECT F(a) FROM t", NULL), "SELECT H(a) FROM t");
    cr_expect_str_eq(convert_at("kingbase", "SELECT F(a) FROM t", NULL), "SELECT H(a) FROM t");
    cr_expect_str_eq(convert_at("dameng", "SELECT F(a) FROM t", NULL), "SELECT F(a) FROM t");
}

/* ---- order, nesting, reports ---- */

Test(rule, the_more_specific_rule_wins)
{
    load("- {id: general, match: \"F($a, $b)\", fix: \"g($a, $b)\", " TEXTS "}\n"
         "- {id: special, match: \"F($a, 0)\", fix: \"z($a)\", " TEXTS "}\n"
         "- {id: first, priority: 5, match: \"F($a, $b)\", where: [{literal_value: {a: [\"9\"]}}], fix: \"p($b)\", " TEXTS "}\n");
    EXPECT("SELECT F(a, 1), F(a, 0), F(9, 0) FROM t", "SELECT G(a, 1), Z(a), P(0) FROM t");
    cr_expect_eq(diags.list.count, 0u);
}

Test(rule, what_a_fix_replaced_is_not_matched_again)
{
    load("- {id: outer, match: \"TO_CHAR(SYSDATE, $f)\", fix: \"today($f)\", " TEXTS "}\n"
         "- {id: inner, match: \"SYSDATE\", fix: \"now()\", " TEXTS "}\n"
         "- {id: format, match: \"UPPER($a)\", fix: \"up($a)\", " TEXTS "}\n");
    EXPECT("SELECT TO_CHAR(SYSDATE, UPPER(x)), TO_CHAR(d, SYSDATE) FROM t", "SELECT TODAY(UP(x)), TO_CHAR(d, NOW()) FROM t");
}

Test(rule, report_with_place_and_arguments)
{
    load("- {id: warn, code: XY9002, status: review, effort: 5, match: \"$a = ''\", message: {en: \"{a} against nothing in {text}\", zh: \"{a}\"}, advice: "
         "{en: look, zh: 看}, doc: {en: d, zh: 说明}}\n");
    EXPECT("SELECT 1 FROM t WHERE  x.y = '' ", "SELECT 1 FROM t WHERE  x.y = '' ");
    cr_assert_eq(diags.list.count, 1u);
    const xy_diag *d = &diags.list.items[0];
    cr_expect(xy_str_equal(d->message_en, XY_STR("x.y against nothing in x.y = ''")), "%.*s", XY_STR_ARG(d->message_en));
    cr_expect(xy_str_equal(d->code, XY_STR("XY9002")));
    cr_expect(xy_str_equal(d->rule, XY_STR("warn")));
    cr_expect_eq(d->severity, XY_REVIEW);
    cr_expect_eq(d->offset, 23u);
    cr_expect_eq(d->length, 8u);
    cr_expect_eq(d->effort, 5u);
    cr_expect_eq(status, XY_NEEDS_REVIEW);
}

Test(rule, runtime_functions_are_noted)
{
    rule("r", "\"F($a)\"", "fix: \"xinyi.f_two($a, 'xinyi.not_this()')\"");
    EXPECT("SELECT F(a) FROM t", "SELECT xinyi.f_two(a, 'xinyi.not_this()') FROM t");
    cr_expect_eq(xy_map_count(&runtime), 1u);
    cr_expect(xy_map_get(&runtime, XY_STR("f_two")));
}

Test(rule, a_later_rule_of_the_same_id_replaces)
{
    rule("x", "\"F($a)\"", "fix: \"one($a)\"");
    rule("x", "\"F($a)\"", "fix: \"two($a)\"");
    cr_expect_eq(xy_rules_count(rules), 1u);
    EXPECT("SELECT F(a) FROM t", "SELECT TWO(a) FROM t");
}

Test(rule, broken_statements_are_left_alone)
{
    rule("nvl", "\"NVL($a, $b)\"", "fix: \"COALESCE($a, $b)\"");
    xy_rule_info info;
    cr_expect_eq(xy_rules_info(rules, 0, &info), XY_OK);
    cr_expect_str_eq(info.id, "nvl");
    cr_expect_str_eq(info.targets, "postgres");
    cr_expect_str_eq(info.area, "test");
    cr_expect_eq(xy_rules_info(rules, 1, &info), XY_ERR_USAGE);
}

/* ---- errors ---- */

static void expect_error(const char *body, const char *message)
{
    const char *text = file(body);
    cr_expect_eq(xy_rules_add(rules, "test.yml", text, strlen(text)), XY_ERR_RULES, "%s", body);
    const char *error = xy_rules_error(rules) ? xy_rules_error(rules) : "(none)";
    cr_expect(strncmp(error, message, strlen(message)) == 0, "%s\n  instead of\n%s", error, message); /* the parser's words may follow */
    cr_expect_eq(xy_rules_count(rules), 0u);
}

#define GOOD "- {id: x, match: \"F($a)\", fix: \"g($a)\", " TEXTS

Test(rule, load_errors)
{
    expect_error("- {id: x, match: \"F($a)\", fix: \"g($b)\", " TEXTS "}", "test.yml:3:32: rule x: no pattern binds the variable $b");
    expect_error(GOOD ", colour: red}", "test.yml:3:100: rule x: unknown key `colour` in a rule");
    expect_error(GOOD ", where: [{blue: a}]}", "test.yml:3:109: rule x: unknown predicate `blue` (rules/README.md lists them)");
    expect_error(GOOD ", where: [{type: {a: colour}}]}", "test.yml:3:119: rule x: unknown type family `colour`");
    expect_error(GOOD ", where: [{not_null: q}]}", "test.yml:3:119: rule x: no pattern binds the variable $q");
    expect_error(GOOD ", where: [{inside: Nowhere}]}", "test.yml:3:117: rule x: unknown kind of node `Nowhere` (grammar/nodes.yml lists them)");
    expect_error(GOOD ", where: [in_sql, not_null]}", "test.yml:3:116: rule x: `not_null` needs arguments");
    expect_error(GOOD ", where: [{option: {colour: red}}]}", "test.yml:3:118: rule x: no target has the option `colour`");
    expect_error(GOOD ", where: [{fact: {colour: red}}]}", "test.yml:3:116: rule x: no target has the fact `colour`");
    expect_error(GOOD ", targets: [sybase]}", "test.yml:3:110: rule x: unknown target `sybase`");
    expect_error(GOOD ", targets: [\"postgres ~ 3\"]}", "test.yml:3:110: rule x: ` ~ 3` is no range of versions; write postgres >= 15 or postgres 12..14");
    expect_error(GOOD ", pass: nothing}", "test.yml:3:3: rule x: a rule has either a fix or a pass");
    expect_error(GOOD ", id: y}", "test.yml:3:100: the key `id` occurs twice");
    expect_error(GOOD ", tests: [{in: \"x\"}]}", "test.yml:3:108: rule x: a test is {in, out}, {same} or {refused}");
    expect_error(GOOD "}\n" GOOD "}", "test.yml:4:3: the id x occurs twice in this file");
    expect_error("- {id: x, match: \"F($a)\", pass: nothing, " TEXTS "}", "test.yml:3:33: rule x: unknown pass `nothing`");
    expect_error("- {id: x, match: F($a), fix: \"g($a)\", " TEXTS "}", "test.yml:3:18: rule x: SQL is written in quotes or as a block (|-)");
    expect_error("- {id: x, match: \"$a\", fix: \"g($a)\", " TEXTS "}", "test.yml:3:18: rule x: a pattern that is a variable alone would match everything: $a");
    expect_error("- {id: X, match: \"F($a)\"}", "test.yml:3:8: an id is made of small letters, digits and hyphens");
    expect_error("- {match: \"F($a)\"}", "test.yml:3:3: the key `id` is missing");
    expect_error("- {id: x, fix: \"1\"}", "test.yml:3:3: rule x: the key `match` is missing");
    expect_error("- {id: x, match: \"F($a)\", fix: \"g($a)\", message: {en: a}, doc: {en: d, zh: 说明}}",
                 "test.yml:3:50: rule x: the Chinese text (zh) is missing");
    expect_error("- {id: x, match: \"F($a)\", fix: \"g($a)\", message: {zh: a}, doc: {en: d, zh: 说明}}",
                 "test.yml:3:50: rule x: the English text (en) is missing");
    expect_error("- {id: x, match: \"F($a)\", fix: \"g($a)\", message: {en: \"{b}\", zh: a}, doc: {en: d, zh: 说明}}",
                 "test.yml:3:50: rule x: no pattern binds the variable $b");
    expect_error("- {id: x, match: \"F($a)\", status: review, " TEXTS "}", "test.yml:3:3: rule x: a rule that reports needs a code");
    expect_error("- {id: x, match: \"F($a)\", " TEXTS "}", "test.yml:3:3: rule x: a rule without fix and pass needs a status");
    expect_error("- {id: x, match: {kind: Binary, with: {op: plus}}, fix: \"1\", " TEXTS "}",
                 "test.yml:3:44: rule x: the field `op` of Binary has no value `plus`");
    expect_error("- {id: x, match: {kind: Binary, has: colour}, fix: \"1\", " TEXTS "}", "test.yml:3:38: rule x: Binary has no field `colour`");
    expect_error("- {id: x, match: {any: [\"F($a)\", \"G($b)\"]}, fix: \"h($a)\", " TEXTS "}",
                 "test.yml:3:50: rule x: the variable $a is not bound by every pattern");
    expect_error("- {id: x, match: \"F(\", fix: \"1\", " TEXTS "}", "test.yml:3:18: rule x: this pattern is no Oracle text that fits here: at byte 3: ");
    expect_error("- [", "test.yml:4:1: did not find expected node content");
}

/* ---- self tests, explanations, targets ---- */

static int reports;
static char last_report[1000];
static void count_report(void *user, const char *id, const char *text)
{
    (void)user;
    (void)id;
    reports++;
    snprintf(last_report, sizeof last_report, "%s", text);
}

Test(rule, self_tests)
{
    size_t passed, failed;
    load("- id: nvl\n  match: \"NVL($a, $b)\"\n  where: [{same_family: [a, b]}]\n  fix: \"COALESCE($a, $b)\"\n"
         "  message: {en: m, zh: 消息}\n  doc: {en: d, zh: 说明}\n  tests:\n"
         "  - {in: \"SELECT nvl(sal, 0) FROM emp\", out: \"SELECT coalesce(sal, 0) FROM emp\", given: \"emp(sal NUMBER)\"}\n"
         "  - {same: \"SELECT nvl(sal, 0) FROM emp\"}\n"
         "  - {in: \"SELECT nvl(1, 0) FROM emp\", out: \"SELECT wrong(1, 0) FROM emp\"}\n"
         "  - {refused: \"SELECT 1 FROM emp\"}\n");
    reports = 0;
    cr_expect_eq(xy_rules_test(rules, count_report, NULL, &passed, &failed), XY_OK);
    cr_expect_eq(passed, 2u);
    cr_expect_eq(failed, 2u);
    cr_expect_eq(reports, 2);
    cr_expect_str_eq(last_report, "test.yml:13:5: test failed: expected a finding for `SELECT 1 FROM emp`");
}

Test(rule, explain)
{
    rule("nvl", "\"NVL($a, $b)\"", "fix: \"COALESCE($a, $b)\"");
    cr_expect_str_eq(xy_explain(rules, "XY9001", "en"), "XY9001 nvl\n\nm {text}\n\nd\n");
    cr_expect_str_eq(xy_explain(rules, "nvl", "zh"), "XY9001 nvl\n\n消息\n\n说明\n");
    cr_expect_not_null(strstr(xy_explain(rules, "XY1401", "en"), "edit_conflict"));
    cr_expect_null(xy_explain(rules, "XY0000", "en"));
}

Test(rule, targets)
{
    xy_target target;
    xy_str error = {0};
    cr_expect(xy_rules_target(rules, &arena, XY_STR("postgres"), NULL, &target, &error));
    cr_expect_eq(target.version, 15u);
    cr_expect(xy_target_has(&target, "merge"));
    cr_expect_eq(xy_target_number(&target, "identifier_bytes", 0), 63);
    cr_expect(xy_target_option_is(&target, "runtime", "orafce"));
    cr_expect(xy_rules_target(rules, &arena, XY_STR("postgres:14"), NULL, &target, &error));
    cr_expect_not(xy_target_has(&target, "merge"));
    cr_expect_not(xy_rules_target(rules, &arena, XY_STR("postgres:11"), NULL, &target, &error));
    cr_expect(xy_str_equal(error, XY_STR("target postgres has the versions 12 to 18, not 11")), "%.*s", XY_STR_ARG(error));
    cr_expect_not(xy_rules_target(rules, &arena, XY_STR("mysql"), NULL, &target, &error));
    cr_expect(
        xy_str_equal(error, XY_STR("unknown target 'mysql'; known are dameng, gbase-8c, gbase-8s, gbase, highgo, kingbase-pg, kingbase, postgres, shentong")),
        "%.*s", XY_STR_ARG(error));
    cr_expect_not(xy_rules_target(rules, &arena, XY_STR("postgres:x"), NULL, &target, &error));
    xy_map options;
    xy_str value = XY_STR("nowhere");
    xy_map_init(&options, &arena);
    xy_map_put(&options, XY_STR("runtime"), &value);
    cr_expect_not(xy_rules_target(rules, &arena, XY_STR("postgres"), &options, &target, &error));
}

Test(rule, built_in_rules_pass_their_tests)
{
    xy_rules *all;
    size_t passed, failed;
    cr_assert_eq(xy_rules_new(&all), XY_OK, "%s", xy_rules_error(all));
    reports = 0;
    cr_expect_eq(xy_rules_test(all, count_report, NULL, &passed, &failed), XY_OK);
    cr_expect_eq(failed, 0u, "%zu failed, the last: %s", failed, last_report);
    cr_expect_gt(passed, 0u);
    xy_rules_free(all);
}
