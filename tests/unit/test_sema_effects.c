/* Effects of statements and routines, use of variables, questions to the analysis. */
#include "sema_helper.h"

enum {
    READS = XY_EFFECT_READS,
    WRITES = XY_EFFECT_WRITES,
    MANY = XY_EFFECT_WRITES_MANY,
    COMMITS = XY_EFFECT_COMMITS,
    BACK = XY_EFFECT_ROLLS_BACK,
    RAISES = XY_EFFECT_RAISES,
    AUTONOMOUS = XY_EFFECT_AUTONOMOUS,
    STATE = XY_EFFECT_PACKAGE_STATE,
    DYNAMIC = XY_EFFECT_DYNAMIC,
    UNKNOWN = XY_EFFECT_UNKNOWN_CALL,
    SAVEPOINT = XY_EFFECT_SAVEPOINT,
    FAILS = XY_EFFECT_MAY_FAIL,
    DDL = XY_EFFECT_DDL,
    MISSES = XY_EFFECT_NO_DATA
};

#define T "CREATE TABLE t (a NUMBER NOT NULL, b VARCHAR2(20));\n"

typedef struct effect_case {
    int line;
    const char *text;
    unsigned expected;
} effect_case;
#define CASE(text, expected)                                                                                                                                   \
    {                                                                                                                                                          \
        __LINE__, text, expected                                                                                                                               \
    }

/* The effects of the last unit's only routine or block. */
static void check(const effect_case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        sema_script script;
        sema_load(&script, NULL, cases[i].text);
        uint32_t last = 0;
        for (uint32_t u = 0; u < script.units.count; u++) {
            if (script.units.items[u].tree)
                last = u;
        }
        xy_analysis *a = sema_analyse_unit(&script, last);
        const xy_node *tree = script.units.items[last].tree;
        cr_assert(tree, "line %d: %s", cases[i].line, cases[i].text);
        unsigned found = xy_sema_effects(a, tree);
        if (tree->kind == XY_NODE_CREATE_ROUTINE)
            found = xy_info_of(a, tree)->symbol->effects;
        cr_expect_eq(found, cases[i].expected, "line %d: expected %#x, found %#x: %s", cases[i].line, cases[i].expected, found, cases[i].text);
        sema_free(&script);
    }
}

#define BLOCK(stmts, expected) CASE(T "DECLARE v NUMBER; w NUMBER; s VARCHAR2(9); BEGIN " stmts " END;\n/", expected)

Test(sema_effects, statements)
{
    static const effect_case cases[] = {
        BLOCK("NULL;", 0),
        BLOCK("v := 1;", 0),
        BLOCK("v := w;", 0),
        BLOCK("v := w / 2;", FAILS),
        BLOCK("s := 'abc';", FAILS), /* 3 characters are up to 12 bytes */
        BLOCK("s := 'ab';", 0),
        BLOCK("v := s;", FAILS),
        BLOCK("IF v = 1 THEN w := 2; END IF;", 0),
        BLOCK("SELECT a INTO v FROM t;", READS | FAILS | MISSES),
        BLOCK("SELECT MAX(a) INTO v FROM t;", READS | FAILS),
        BLOCK("SELECT MAX(a) INTO v FROM t GROUP BY b;", READS | FAILS | MISSES),
        BLOCK("SELECT MAX(a) OVER () INTO v FROM t;", READS | FAILS | MISSES),
        BLOCK("SELECT 1 INTO v FROM dual;", READS | FAILS),
        BLOCK("BEGIN SELECT a INTO v FROM t; EXCEPTION WHEN no_data_found THEN NULL; END;", READS | FAILS),
        BLOCK("BEGIN SELECT a INTO v FROM t; EXCEPTION WHEN OTHERS THEN RAISE; END;", READS | RAISES | FAILS | MISSES),
        BLOCK("BEGIN SELECT a INTO v FROM t; EXCEPTION WHEN no_data_found THEN NULL; WHEN OTHERS THEN RAISE; END;", READS | RAISES | FAILS),
        BLOCK("INSERT INTO t VALUES (1, 'x');", WRITES | FAILS),
        BLOCK("INSERT INTO t SELECT * FROM t;", READS | WRITES | FAILS),
        BLOCK("UPDATE t SET a = 1; v := 1;", WRITES | FAILS),
        BLOCK("UPDATE t SET a = 1; DELETE t;", WRITES | MANY | FAILS),
        BLOCK("UPDATE t SET a = 1; v := w / 2;", WRITES | MANY | FAILS),
        BLOCK("v := w / 2; UPDATE t SET a = 1;", WRITES | FAILS),
        BLOCK("IF v = 1 THEN UPDATE t SET a = 1; ELSE DELETE t; END IF;", WRITES | FAILS),
        BLOCK("FOR i IN 1 .. 3 LOOP DELETE t; END LOOP;", WRITES | MANY | FAILS),
        BLOCK("COMMIT;", COMMITS | FAILS),
        BLOCK("ROLLBACK;", BACK),
        BLOCK("SAVEPOINT a; ROLLBACK TO a;", BACK | SAVEPOINT),
        BLOCK("RAISE no_data_found;", RAISES | FAILS | MISSES),
        BLOCK("raise_application_error(-20001, 'x');", RAISES | FAILS),
        BLOCK("dbms_output.put_line('x');", XY_EFFECT_SESSION),
        BLOCK("EXECUTE IMMEDIATE s;", DYNAMIC | UNKNOWN | FAILS),
        BLOCK("EXECUTE IMMEDIATE 'DELETE t WHERE a = ' || v;", DYNAMIC | WRITES | FAILS),
        BLOCK("EXECUTE IMMEDIATE 'TRUNCATE TABLE t';", DYNAMIC | WRITES | COMMITS | DDL | FAILS),
        BLOCK("nowhere(1);", UNKNOWN | FAILS),
        BLOCK("nowhere;", UNKNOWN | FAILS),
        BLOCK("BEGIN DELETE t; EXCEPTION WHEN OTHERS THEN NULL; END;", WRITES),
        BLOCK("BEGIN RAISE no_data_found; EXCEPTION WHEN no_data_found THEN NULL; END;", RAISES | FAILS),
    };
    check(cases, sizeof cases / sizeof *cases);
}

#define P(body) "CREATE PROCEDURE p IS PRAGMA AUTONOMOUS_TRANSACTION; BEGIN " body " END;\n/\n"

Test(sema_effects, calls)
{
    static const effect_case cases[] = {
        CASE(T "CREATE PROCEDURE p IS BEGIN q; END;\n/\nCREATE PROCEDURE q IS BEGIN DELETE t; END;\n/\nBEGIN p; END;\n/", WRITES | FAILS),
        CASE(T "CREATE PROCEDURE p IS BEGIN q; q; END;\n/\nCREATE PROCEDURE q IS BEGIN DELETE t; END;\n/\nBEGIN p; END;\n/", WRITES | MANY | FAILS),
        CASE(T "CREATE PROCEDURE p IS BEGIN p; COMMIT; END;\n/\nBEGIN p; END;\n/", COMMITS | FAILS),
        CASE(T "CREATE PROCEDURE p IS BEGIN r; END;\n/\nCREATE PROCEDURE r IS BEGIN p; ROLLBACK; END;\n/\nBEGIN p; END;\n/", BACK),
        CASE(T "CREATE PACKAGE k IS v NUMBER; FUNCTION f RETURN NUMBER; END;\n/\nCREATE PACKAGE BODY k IS FUNCTION f RETURN NUMBER IS BEGIN RETURN v; END; "
               "END;\n/\n"
               "DECLARE n NUMBER; BEGIN n := k.f; END;\n/",
             STATE),
        CASE(T "CREATE PACKAGE k IS v NUMBER; END;\n/\nDECLARE n NUMBER; BEGIN n := k.v; END;\n/", STATE),
        CASE(T P("INSERT INTO t VALUES (1, 'x'); COMMIT;") "BEGIN p; END;\n/", AUTONOMOUS | FAILS),
        CASE(T "CREATE PROCEDURE p IS PROCEDURE i IS BEGIN DELETE t; END; BEGIN i; END;\n/\nBEGIN p; END;\n/", WRITES | FAILS),
        CASE(T "DECLARE PROCEDURE i IS BEGIN DELETE t; END; BEGIN i; END;\n/", WRITES | FAILS),
        CASE(T "DECLARE PROCEDURE i IS BEGIN DELETE t; END; BEGIN NULL; END;\n/", 0),
        CASE(T "CREATE FUNCTION f RETURN NUMBER IS n NUMBER; BEGIN SELECT a INTO n FROM t; RETURN n; END;\n/", READS | FAILS | MISSES),
        CASE(T "CREATE FUNCTION f RETURN NUMBER IS n NUMBER; BEGIN SELECT a INTO n FROM t; RETURN n; END;\n/\nDECLARE n NUMBER; BEGIN n := f; END;\n/",
             READS | FAILS | MISSES),
        CASE(T "CREATE FUNCTION f RETURN NUMBER IS n NUMBER; BEGIN SELECT a INTO n FROM t; RETURN n; END;\n/\nDECLARE n NUMBER; BEGIN DELETE t WHERE a = f(); "
               "END;\n/",
             READS | WRITES | FAILS),
        CASE(T "CREATE FUNCTION f RETURN NUMBER IS BEGIN RETURN 1; END;\n/", 0),
        CASE(T "CREATE FUNCTION f RETURN NUMBER IS BEGIN DELETE t; RETURN 1; END;\n/\nDECLARE n NUMBER; BEGIN SELECT f INTO n FROM dual; END;\n/",
             READS | WRITES | FAILS),
    };
    check(cases, sizeof cases / sizeof *cases);
}

/* ---- use of variables ---- */

static const xy_symbol *variable_at_mark(sema_script *script, const char *text)
{
    xy_analysis *a = NULL;
    sema_load(script, NULL, text);
    const xy_node *node = sema_marked(script, &a);
    return node ? xy_info_of(a, node)->symbol : NULL;
}

typedef struct use_case {
    const char *text;
    bool written, captured, deleted;
} use_case;

Test(sema_effects, use_of_variables)
{
    static const use_case cases[] = {
        {"DECLARE v NUMBER; BEGIN x := /*^*/v; END;\n/", false, false, false},
        {"DECLARE v NUMBER; BEGIN v := 1; x := /*^*/v; END;\n/", true, false, false},
        {"DECLARE v NUMBER; BEGIN SELECT 1 INTO v FROM dual; x := /*^*/v; END;\n/", true, false, false},
        {"DECLARE v NUMBER; PROCEDURE p IS BEGIN v := 1; END; BEGIN x := /*^*/v; END;\n/", true, true, false},
        {"CREATE PROCEDURE q IS v NUMBER; PROCEDURE p IS BEGIN x := v; END; BEGIN x := /*^*/v; END;\n/", false, true, false},
        {"CREATE PROCEDURE q (v OUT NUMBER) IS BEGIN NULL; END;\n/\nDECLARE v NUMBER; BEGIN q(v); x := /*^*/v; END;\n/", true, false, false},
        {"DECLARE TYPE r IS RECORD (a NUMBER); v r; BEGIN v.a := 1; x := /*^*/v; END;\n/", true, false, false},
        {"DECLARE TYPE r IS TABLE OF NUMBER; v r; BEGIN v(1) := 1; x := /*^*/v; END;\n/", true, false, false},
        {"DECLARE TYPE r IS TABLE OF NUMBER; v r; BEGIN v.DELETE(1); x := /*^*/v; END;\n/", true, false, true},
        {"DECLARE TYPE r IS TABLE OF NUMBER; v r; BEGIN v.EXTEND; x := /*^*/v; END;\n/", true, false, false},
        {"DECLARE TYPE r IS TABLE OF NUMBER; v r; BEGIN v.DELETE; x := /*^*/v; END;\n/", true, false, false},
        {"DECLARE v NUMBER; BEGIN EXECUTE IMMEDIATE 's' USING OUT v; x := /*^*/v; END;\n/", true, false, false},
        {"DECLARE v SYS_REFCURSOR; BEGIN OPEN v FOR SELECT 1 FROM dual; x := /*^*/v; END;\n/", true, false, false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        sema_script script;
        const xy_symbol *symbol = variable_at_mark(&script, cases[i].text);
        cr_assert(symbol, "%s", cases[i].text);
        cr_expect_eq(symbol->is_written, cases[i].written, "written: %s", cases[i].text);
        cr_expect_eq(symbol->is_captured, cases[i].captured, "captured: %s", cases[i].text);
        cr_expect_eq(symbol->elements_deleted, cases[i].deleted, "deleted: %s", cases[i].text);
        sema_free(&script);
    }
}

/* ---- questions ---- */

Test(sema_effects, tables_and_columns_of_a_query)
{
    sema_script script;
    sema_load(&script, NULL, T "SELECT x.*, z.n, 1 one FROM t x, (SELECT a + 1 n FROM t) z, nowhere;");
    xy_analysis *a = sema_analyse_unit(&script, 1);
    const xy_node *block = XY_AS(select, script.units.items[1].tree)->body;
    uint32_t count;
    xy_symbol *const *tables = xy_sema_block_tables(a, block, &count);
    cr_assert_eq(count, 3);
    UNIT_STR(tables[0]->name, "X");
    UNIT_STR(tables[0]->target->name, "T");
    cr_expect(tables[0]->columns_known);
    UNIT_STR(tables[1]->name, "Z");
    cr_expect_null(tables[1]->target);
    cr_expect_not(tables[2]->columns_known);
    xy_symbol *const *columns;
    cr_expect(xy_sema_query_columns(a, block, &columns, &count));
    cr_assert_eq(count, 4);
    UNIT_STR(columns[1]->name, "B");
    UNIT_STR(columns[2]->name, "N");
    UNIT_STR(columns[3]->name, "ONE");
    sema_free(&script);
}

Test(sema_effects, lookup_from_a_place)
{
    sema_script script;
    xy_analysis *a = NULL;
    sema_load(&script, NULL, T "DECLARE v NUMBER; BEGIN DECLARE w DATE; BEGIN x := /*^*/w; END; END;\n/");
    const xy_node *at = sema_marked(&script, &a);
    xy_str v[] = {XY_STR("V")}, w[] = {XY_STR("W")}, none[] = {XY_STR("NONE")};
    cr_assert(at);
    cr_expect_eq(xy_sema_lookup(a, at, v, 1)->kind, XY_SYM_VARIABLE);
    cr_expect_eq(xy_sema_lookup(a, at, w, 1), xy_info_of(a, at)->symbol);
    cr_expect_null(xy_sema_lookup(a, at, none, 1));
    cr_expect_null(xy_sema_lookup(a, script.units.items[1].tree, w, 1));
    sema_free(&script);
}

Test(sema_effects, child_catalog_leaves_its_parent_alone)
{
    sema_script parent;
    sema_load(&parent, NULL,
              "CREATE TABLE t (a NUMBER PRIMARY KEY, b VARCHAR2(20));\nCREATE PACKAGE k IS v NUMBER; END;\n/\nCREATE VIEW w AS SELECT a FROM t;");
    xy_catalog *child = xy_catalog_new(&parent.arena, parent.catalog);
    xy_source source = {0};
    xy_units units = {0};
    const char *text =
        "ALTER TABLE t ADD (z DATE);\nALTER TABLE t DROP PRIMARY KEY;\nCREATE PACKAGE BODY k IS p DATE; END;\n/\nCREATE VIEW w AS SELECT z FROM t;";
    xy_source_decode(&source, &parent.arena, XY_STR("test"), xy_str_from(text), XY_ENCODING_UTF8, &parent.diags);
    xy_syntax_lex(&source, &parent.arena, &parent.diags);
    xy_syntax_parse(&source, &parent.arena, &units, &parent.diags);
    for (uint32_t i = 0; i < units.count; i++)
        xy_catalog_add_unit(child, &source, &units.items[i]);
    xy_catalog_finish(child);
    xy_str none = {0};
    cr_expect_eq(xy_catalog_find(parent.catalog, none, XY_STR("T"), true)->column_count, 2);
    cr_expect_eq(xy_catalog_find(child, none, XY_STR("T"), true)->column_count, 3);
    cr_expect_eq(xy_catalog_find(parent.catalog, none, XY_STR("T"), true)->columns[0]->nullability, XY_NULL_NEVER);
    cr_expect_eq(xy_catalog_find(child, none, XY_STR("T"), true)->columns[0]->nullability, XY_NULL_MAYBE);
    UNIT_STR(xy_catalog_find(parent.catalog, none, XY_STR("W"), true)->columns[0]->name, "A");
    UNIT_STR(xy_catalog_find(child, none, XY_STR("W"), true)->columns[0]->name, "Z");
    cr_expect_null(xy_map_get(xy_catalog_find(parent.catalog, none, XY_STR("K"), true)->members, XY_STR("P")));
    cr_expect_not_null(xy_map_get(xy_catalog_find(child, none, XY_STR("K"), true)->members, XY_STR("P")));
    cr_expect_not_null(xy_map_get(xy_catalog_find(child, none, XY_STR("K"), true)->members, XY_STR("V")));
    sema_free(&parent);
}

/* Broken and odd input never stops the analysis. */
Test(sema_effects, robustness)
{
    static const char *const texts[] = {
        "",
        ";",
        "SELECT",
        "SELECT FROM WHERE;",
        "CREATE VIEW v AS SELECT * FROM v;",
        "CREATE VIEW a AS SELECT * FROM b;\nCREATE VIEW b AS SELECT * FROM a;\nSELECT x FROM a;",
        "CREATE SYNONYM a FOR b;\nCREATE SYNONYM b FOR a;\nSELECT x FROM a;",
        "DECLARE v v%TYPE; BEGIN v := v; END;\n/",
        "CREATE PACKAGE p IS v p.v%TYPE; END;\n/\nBEGIN x := p.v; END;\n/",
        "CREATE TYPE t UNDER t (a NUMBER);\n/\nDECLARE v t; BEGIN v.a := 1; END;\n/",
        "CREATE PACKAGE BODY p IS PROCEDURE q IS BEGIN x y z; END; END;\n/",
        "BEGIN a.b.c.d.e.f.g.h.i.j := 1; END;\n/",
        "WITH w (a) AS (SELECT 1 FROM w) SELECT * FROM w;",
        "INSERT INTO (SELECT 1 FROM dual) VALUES (1, 2, 3);",
        "DECLARE PROCEDURE p; BEGIN p; END;\n/",
        "SELECT a FROM t PIVOT (SUM(x) FOR y IN (1, 2));",
        "CREATE TRIGGER r BEFORE INSERT ON nowhere BEGIN :new.x := :old.y; END;\n/",
        "ALTER TABLE nowhere ADD (a NUMBER);",
        "DROP TABLE nowhere;",
        "CREATE TABLE t (a nowhere.b%TYPE, PRIMARY KEY (z));",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        sema_script script;
        sema_load(&script, NULL, texts[i]);
        for (uint32_t u = 0; u < script.units.count; u++) {
            xy_analysis *a = sema_analyse_unit(&script, u);
            xy_buffer out;
            xy_buffer_init(&out, &script.arena);
            xy_sema_dump(&out, a);
            xy_sema_dump_json(&out, a);
        }
        sema_free(&script);
    }
}

/* A chain of a thousand views, each defined before the one it reads. */
Test(sema_effects, long_chain_of_views)
{
    sema_script script;
    xy_buffer text;
    xy_arena arena;
    xy_guard guard;
    if (setjmp(guard.jump))
        cr_assert_fail("guard");
    xy_arena_init(&arena, &guard, NULL);
    xy_buffer_init(&text, &arena);
    for (int i = 0; i < 1000; i++)
        xy_buffer_format(&text, "CREATE VIEW v%d AS SELECT * FROM v%d;\n", i, i + 1);
    xy_buffer_add_text(&text, "CREATE VIEW v1000 AS SELECT 1 k FROM dual;");
    xy_buffer_add_char(&text, 0);
    sema_load(&script, NULL, text.data);
    const xy_symbol *view = xy_catalog_find(script.catalog, (xy_str){0}, XY_STR("V0"), true);
    cr_assert_eq(view->column_count, 1);
    UNIT_STR(view->columns[0]->name, "K");
    sema_free(&script);
    xy_arena_free(&arena);
}
