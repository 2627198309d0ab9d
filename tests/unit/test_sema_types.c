/* Types, nullability and implicit conversions of expressions. Marks: see sema_helper.h. */
#include "sema_helper.h"

#include <stdio.h>

#define T                                                                                                                                                      \
    "CREATE TABLE t (a NUMBER(5) NOT NULL, n NUMBER, m NUMBER(8,2) NOT NULL, b VARCHAR2(20), k VARCHAR2(5) NOT NULL, d DATE, e DATE NOT NULL, "                \
    "ts TIMESTAMP, tz TIMESTAMP WITH TIME ZONE, c CHAR(3), cl CLOB, r RAW(16), f BINARY_DOUBLE, iv INTERVAL DAY TO SECOND, p FLOAT);\n"
#define CASE(text, expected)                                                                                                                                   \
    {                                                                                                                                                          \
        __LINE__, text, expected                                                                                                                               \
    }
#define EXPR(expr, expected)                                                                                                                                   \
    {                                                                                                                                                          \
        __LINE__, T "SELECT /*^^*/" expr " FROM t;", expected                                                                                                  \
    }
#define WHERE(before, marked, expected)                                                                                                                        \
    {                                                                                                                                                          \
        __LINE__, T "SELECT 1 FROM t WHERE " before "/*^*/" marked ";", expected                                                                               \
    }

Test(sema_types, literals)
{
    static const sema_case cases[] = {
        EXPR("1", "? | number(1) | never | integral"),
        EXPR("1.50", "? | number(3,2) | never"),
        EXPR(".5", "? | number(1,1) | never"),
        EXPR("1e3", "? | number | never"),
        EXPR("1.5f", "? | float | never"),
        EXPR("'abc'", "? | varchar(3 char) | never"),
        EXPR("'门诊'", "? | varchar(2 char) | never"),
        EXPR("q'[it's]'", "? | varchar(4 char) | never"),
        EXPR("N'x'", "? | varchar(1 char) | never"),
        EXPR("''", "? | null | always"),
        EXPR("NULL", "? | null | always"),
        EXPR("DATE '2024-01-01'", "? | date | never"),
        EXPR("TIMESTAMP '2024-01-01 10:00:00'", "? | timestamp | never"),
        EXPR("TIMESTAMP '2024-01-01 10:00:00 +08:00'", "? | timestamptz | never"),
        EXPR("INTERVAL '1' DAY", "? | interval_ds(2) | never"),
        EXPR("INTERVAL '1' YEAR", "? | interval_ym(2) | never"),
        EXPR("-1", "? | number(1) | never | integral"),
        CASE("BEGIN x := /*^^*/TRUE; END;\n/", "? | boolean | never"),
        CASE("BEGIN x := /*^^*/$$PLSQL_LINE; END;\n/", "? | integer | ? | integral"),
    };
    SEMA_CHECK(cases);
}

Test(sema_types, operators)
{
    static const sema_case cases[] = {
        EXPR("a + 1", "? | number | never"), /* a number column is no integer type elsewhere */
        EXPR("n + 1", "? | number | maybe"),
        EXPR("1 + 2 * 3", "? | number | never | integral"),
        EXPR("1 / 2", "? | number | never"),
        EXPR("m * m", "? | number | never"),
        EXPR("n + NULL", "? | number | always"),
        EXPR("f + 1", "? | float | maybe"),
        EXPR("b + 1", "? | number | maybe"),
        EXPR("nowhere_f(1) + 1", "? | unknown | ?"),
        EXPR("d + 1", "? | date | maybe"),
        EXPR("1 + d", "? | date | maybe"),
        EXPR("e - 1", "? | date | never"),
        EXPR("e - d", "? | number | maybe"),
        EXPR("e - e", "? | number | never"),
        EXPR("ts - ts", "? | interval_ds | maybe"),
        EXPR("ts - d", "? | interval_ds | maybe"),
        EXPR("ts + 1", "? | date | maybe"),
        EXPR("d + iv", "? | date | maybe"),
        EXPR("ts + iv", "? | timestamp(6) | maybe"),
        EXPR("tz - tz", "? | interval_ds | maybe"),
        EXPR("iv * 2", "? | interval_ds | maybe"),
        EXPR("iv + iv", "? | interval_ds | maybe"),
        EXPR("d - '1'", "? | date | maybe"),
        EXPR("sysdate - d", "? | number | maybe"),
        EXPR("(sysdate - e) * 24", "? | number | never"),
        EXPR("b || k", "? | varchar(25) | never"),
        EXPR("b || b", "? | varchar(40) | maybe"),
        EXPR("b || NULL", "? | varchar | maybe"),
        EXPR("NULL || ''", "? | varchar | always"),
        EXPR("b || 1", "? | varchar | never"),
        EXPR("cl || 'x'", "? | clob | never"),
        EXPR("ROWNUM + 1", "? | number | never | integral"),
        EXPR("COUNT(*) * 2", "? | number | never | integral"),
        EXPR("COUNT(*) / 2", "? | number | never"),
        EXPR("(ts - ts) DAY TO SECOND", "? | interval_ds(2) | maybe"),
        EXPR("ts AT TIME ZONE 'UTC'", "? | timestamptz | maybe"),
        CASE("DECLARE i PLS_INTEGER; BEGIN x := /*^^*/i + 1; END;\n/", "? | integer | maybe | integral"),
        CASE("DECLARE i PLS_INTEGER; BEGIN x := /*^^*/i / 2; END;\n/", "? | number | maybe"),
        CASE("DECLARE i PLS_INTEGER; BEGIN x := /*^^*/i ** 2; END;\n/", "? | number | maybe"),
        CASE("DECLARE i PLS_INTEGER; BEGIN x := /*^^*/i > 2; END;\n/", "? | boolean | maybe"),
        CASE("DECLARE i PLS_INTEGER; BEGIN x := /*^^*/i IS NULL; END;\n/", "? | boolean | never"),
        CASE("DECLARE i PLS_INTEGER; BEGIN x := /*^^*/NOT (i > 2 AND i < 9); END;\n/", "? | boolean | maybe"),
    };
    SEMA_CHECK(cases);
}

Test(sema_types, choices)
{
    static const sema_case cases[] = {
        EXPR("NVL(n, 0)", "built-in NVL | number | never"),
        EXPR("NVL(b, 'x')", "built-in NVL | varchar | never"),
        EXPR("NVL(b, k)", "built-in NVL | varchar(20) | never"),
        EXPR("NVL(d, sysdate)", "built-in NVL | date | never"),
        EXPR("NVL(n, n)", "built-in NVL | number | maybe"),
        EXPR("NVL(b, 0)", "built-in NVL | varchar | never"),
        EXPR("NVL(COUNT(*), 0)", "built-in NVL | number | never | integral"),
        EXPR("NVL2(n, 'a', 'b')", "built-in NVL2 | varchar(1 char) | never"),
        EXPR("COALESCE(n, a, 0)", "built-in COALESCE | number | never"),
        EXPR("COALESCE(b, cl)", "built-in COALESCE | clob | maybe"),
        EXPR("NULLIF(a, 1)", "built-in NULLIF | number(5) | maybe"),
        EXPR("DECODE(a, 1, 'x', 2, 'y', 'z')", "built-in DECODE | varchar | never"),
        EXPR("DECODE(a, 1, 'x')", "built-in DECODE | varchar | maybe"),
        EXPR("DECODE(a, 1, NULL, 5)", "built-in DECODE | varchar | maybe"),
        EXPR("DECODE(b, 'x', 1, 0)", "built-in DECODE | number(1) | never | integral"),
        EXPR("DECODE(b, 'x', m, 0)", "built-in DECODE | number | never"),
        EXPR("DECODE(a, 1, d, e)", "built-in DECODE | date | maybe"),
        EXPR("CASE WHEN a = 1 THEN 'x' ELSE 'yy' END", "? | varchar(2 char) | never"),
        EXPR("CASE WHEN a = 1 THEN 'x' END", "? | varchar(1 char) | maybe"),
        EXPR("CASE a WHEN 1 THEN n ELSE 0 END", "? | number | maybe"),
        EXPR("CASE WHEN a = 1 THEN 1 ELSE 0 END", "? | number(1) | never | integral"),
        EXPR("CASE WHEN a = 1 THEN NULL ELSE d END", "? | date | maybe"),
        EXPR("GREATEST(a, 1)", "built-in GREATEST | number | never"),
        EXPR("LEAST(n, 1)", "built-in LEAST | number | maybe"),
        EXPR("GREATEST(d, sysdate)", "built-in GREATEST | date | maybe"),
        CASE(T "SELECT /*^^*/(SELECT MAX(n) FROM t) FROM dual;", "? | number | maybe"),
        CASE(T "SELECT /*^^*/(SELECT COUNT(*) FROM t) FROM dual;", "? | number | never | integral"),
        CASE(T "SELECT /*^^*/(SELECT k FROM t WHERE a = 1) FROM dual;", "? | varchar(5) | maybe"),
        CASE(T "SELECT /*^*/z.v FROM (SELECT a v FROM t UNION ALL SELECT n FROM t) z;", "column Z.V | number | maybe"),
        CASE(T "SELECT /*^*/z.v FROM (SELECT k v FROM t UNION ALL SELECT 'abcdefgh' FROM t) z;", "column Z.V | varchar | never"),
    };
    SEMA_CHECK(cases);
}

Test(sema_types, functions)
{
    static const sema_case cases[] = {
        EXPR("SUBSTR(b, 2)", "built-in SUBSTR | varchar | maybe"),
        EXPR("SUBSTR(k, 1, 3)", "built-in SUBSTR | varchar | never"),
        EXPR("SUBSTR(k, 2, 3)", "built-in SUBSTR | varchar | maybe"),
        EXPR("SUBSTR(cl, 1, 3)", "built-in SUBSTR | clob | maybe"),
        EXPR("LENGTH(k)", "built-in LENGTH | number | never | integral"),
        EXPR("LENGTH(b)", "built-in LENGTH | number | maybe | integral"),
        EXPR("INSTR(k, 'x')", "built-in INSTR | number | never | integral"),
        EXPR("UPPER(k)", "built-in UPPER | varchar | never"),
        EXPR("TRIM(k)", "built-in TRIM | varchar | maybe"),
        EXPR("TRIM(BOTH 'x' FROM k)", "? | varchar | maybe"),
        EXPR("REPLACE(k, 'x')", "built-in REPLACE | varchar | maybe"),
        EXPR("LPAD(a, 5, '0')", "built-in LPAD | varchar | never"),
        EXPR("LPAD(k, a, '0')", "built-in LPAD | varchar | maybe"),
        EXPR("TO_CHAR(e, 'YYYY')", "built-in TO_CHAR | varchar | never"),
        EXPR("TO_CHAR(n)", "built-in TO_CHAR | varchar | maybe"),
        EXPR("TO_NUMBER(b)", "built-in TO_NUMBER | number | maybe"),
        EXPR("TO_DATE('2024', 'YYYY')", "built-in TO_DATE | date | never"),
        EXPR("TO_TIMESTAMP('2024', 'YYYY')", "built-in TO_TIMESTAMP | timestamp | never"),
        EXPR("TRUNC(e)", "built-in TRUNC | date | never"),
        EXPR("TRUNC(e, 'MM')", "built-in TRUNC | date | never"),
        EXPR("TRUNC(ts)", "built-in TRUNC | date | maybe"),
        EXPR("TRUNC(m, 1)", "built-in TRUNC | number | never"),
        EXPR("ROUND(m)", "built-in ROUND | number | never"),
        EXPR("ROUND(f)", "built-in ROUND | float | maybe"),
        EXPR("MOD(a, 2)", "built-in MOD | number | never"),
        EXPR("ABS(n)", "built-in ABS | number | maybe"),
        EXPR("ADD_MONTHS(e, 1)", "built-in ADD_MONTHS | date | never"),
        EXPR("MONTHS_BETWEEN(e, d)", "built-in MONTHS_BETWEEN | number | maybe"),
        EXPR("LAST_DAY(e)", "built-in LAST_DAY | date | never"),
        EXPR("EXTRACT(YEAR FROM e)", "? | number | never"),
        EXPR("SYSDATE", "built-in SYSDATE | date | never"),
        EXPR("SYSTIMESTAMP", "built-in SYSTIMESTAMP | timestamptz | never"),
        EXPR("LOCALTIMESTAMP", "built-in LOCALTIMESTAMP | timestamp | never"),
        EXPR("USER", "built-in USER | varchar | never"),
        EXPR("SYS_CONTEXT('USERENV', 'X')", "built-in SYS_CONTEXT | varchar | maybe"),
        EXPR("SYS_GUID()", "built-in SYS_GUID | raw | never"),
        EXPR("CAST(b AS NUMBER(5,2))", "? | number(5,2) | maybe"),
        EXPR("CAST(a AS VARCHAR2(9))", "? | varchar(9) | never"),
        EXPR("COUNT(*)", "built-in COUNT | number | never | integral"),
        EXPR("COUNT(n)", "built-in COUNT | number | never | integral"),
        EXPR("SUM(n)", "built-in SUM | number | maybe"),
        EXPR("SUM(m)", "built-in SUM | number | maybe"),
        EXPR("AVG(a)", "built-in AVG | number | maybe"),
        EXPR("MAX(b)", "built-in MAX | varchar(20) | maybe"),
        EXPR("MIN(e)", "built-in MIN | date | maybe"),
        EXPR("LISTAGG(k, ',') WITHIN GROUP (ORDER BY k)", "built-in LISTAGG | varchar | maybe"),
        EXPR("ROW_NUMBER() OVER (ORDER BY a)", "built-in ROW_NUMBER | number | never | integral"),
        EXPR("LAG(e) OVER (ORDER BY a)", "built-in LAG | date | maybe"),
        EXPR("SUM(m) OVER (PARTITION BY k)", "built-in SUM | number | maybe"),
        EXPR("REGEXP_SUBSTR(b, 'x')", "built-in REGEXP_SUBSTR | varchar | maybe"),
        EXPR("EMPTY_CLOB()", "built-in EMPTY_CLOB | clob | never"),
        EXPR("RAWTOHEX(r)", "built-in RAWTOHEX | varchar | maybe"),
        EXPR("SUM(CASE WHEN a = 1 THEN 1 ELSE 0 END)", "built-in SUM | number | maybe | integral"),
        EXPR("MAX(1)", "built-in MAX | number(1) | maybe | integral"),
        EXPR("NULLIF(COUNT(*), 0)", "built-in NULLIF | number | maybe | integral"),
        EXPR("MOD(LENGTH(k), 2)", "built-in MOD | number | never | integral"),
        EXPR("CEIL(m)", "built-in CEIL | number | never"),
        CASE(T "SELECT /*^*/z.v FROM (SELECT COUNT(*) v FROM t) z;", "column Z.V | number | never | integral"),
        CASE(T "CREATE VIEW w AS SELECT k, COUNT(*) v FROM t GROUP BY k; SELECT /*^*/v FROM w;", "column W.V | number | never | integral"),
        CASE(T "BEGIN FOR r IN (SELECT COUNT(*) v FROM t) LOOP x := /*^*/r.v; END LOOP; END;\n/", "field R.V | number | never | integral"),
        EXPR("my_function(1)", "? | unknown | ?"),
        CASE(T "SELECT /*^^*/MAX(m) FROM t GROUP BY k;", "built-in MAX | number(8,2) | never"),
        CASE(T "SELECT /*^^*/SUM(m) FROM t GROUP BY ROLLUP(k);", "built-in SUM | number | maybe"),
        CASE(T "SELECT a, /*^*/LEVEL FROM t CONNECT BY PRIOR a = n;", "pseudo-column LEVEL | number | never | integral"),
        CASE(T "SELECT /*^^*/SYS_CONNECT_BY_PATH(k, '/') FROM t CONNECT BY PRIOR a = n;", "built-in SYS_CONNECT_BY_PATH | varchar | maybe"),
        CASE(T "SELECT /*^^*/CONNECT_BY_ROOT k FROM t CONNECT BY PRIOR a = n;", "? | varchar(5) | never"),
        CASE("BEGIN x := /*^^*/dbms_random.value(1, 2); END;\n/", "built-in DBMS_RANDOM.VALUE | number | never"),
        CASE("BEGIN x := /*^*/dbms_utility.get_time; END;\n/", "built-in DBMS_UTILITY.GET_TIME | number | never | integral"),
        CASE("DECLARE c CLOB; BEGIN x := /*^^*/dbms_lob.substr(c, 10, 1); END;\n/", "built-in DBMS_LOB.SUBSTR | varchar | maybe"),
    };
    SEMA_CHECK(cases);
}

Test(sema_types, facts_of_conditions)
{
    static const sema_case cases[] = {
        CASE(T "SELECT /*^*/b FROM t WHERE b IS NOT NULL;", "column T.B | varchar(20) | never"),
        CASE(T "SELECT /*^*/b FROM t WHERE b = 'x';", "column T.B | varchar(20) | never"),
        CASE(T "SELECT /*^*/b FROM t WHERE a = 1 AND (b LIKE 'x%' AND d > sysdate);", "column T.B | varchar(20) | never"),
        CASE(T "SELECT /*^*/b FROM t WHERE b = 'x' OR a = 1;", "column T.B | varchar(20) | maybe"),
        CASE(T "SELECT /*^*/b FROM t WHERE NOT b = 'x';", "column T.B | varchar(20) | maybe"),
        CASE(T "SELECT /*^*/b FROM t WHERE b IN ('x', 'y');", "column T.B | varchar(20) | never"),
        CASE(T "SELECT /*^*/b FROM t WHERE b NOT IN (SELECT k FROM t);", "column T.B | varchar(20) | maybe"),
        CASE(T "SELECT /*^*/b FROM t WHERE UPPER(b) = 'X';", "column T.B | varchar(20) | maybe"),
        CASE(T "SELECT /*^*/y.b FROM t x LEFT JOIN t y ON x.a = y.a WHERE y.b = 'x';", "column T.B | varchar(20) | never"),
        CASE(T "SELECT /*^*/z.b FROM (SELECT * FROM t WHERE b = 'x') z;", "column Z.B | varchar(20) | never"),
        CASE(T "SELECT /*^*/y.b FROM t x JOIN t y ON x.b = y.b;", "column T.B | varchar(20) | never"),
        CASE(T "SELECT /*^*/y.b FROM t x LEFT JOIN t y ON x.b = y.b;", "column T.B | varchar(20) | maybe"),
        CASE(T "SELECT /*^*/x.b FROM t x, t y WHERE x.b = y.b(+);", "column T.B | varchar(20) | maybe"),
        CASE(T "SELECT /*^*/y.b FROM t x, t y WHERE x.b = y.b(+) AND y.b = 'x';", "column T.B | varchar(20) | never"),
        CASE(T "SELECT /*^*/y.b FROM t x LEFT JOIN (t y JOIN t z ON y.b = z.b) ON x.a = y.a;", "column T.B | varchar(20) | maybe"),
        CASE(T "SELECT 1 FROM t WHERE b = 'x' CONNECT BY PRIOR /*^*/b = k;", "column T.B | varchar(20) | maybe"),
        CASE(T "SELECT 1 FROM t WHERE b = 'x' START WITH /*^*/b = k CONNECT BY PRIOR a = n;", "column T.B | varchar(20) | maybe"),
        CASE(T "SELECT /*^*/k FROM t GROUP BY ROLLUP(k);", "column T.K | varchar(5) | maybe"),
        CASE(T "SELECT /*^*/k FROM t GROUP BY k;", "column T.K | varchar(5) | never"),
        CASE(T "SELECT 1 FROM t WHERE /*^*/k = 'x' GROUP BY CUBE(k);", "column T.K | varchar(5) | never"),
        CASE("CREATE TABLE q (a NUMBER NOT NULL DEFERRABLE INITIALLY DEFERRED); SELECT /*^*/a FROM q;", "column Q.A | number | maybe"),
        CASE("CREATE TABLE q (a NUMBER, CONSTRAINT p PRIMARY KEY (a)); ALTER TABLE q DROP CONSTRAINT p; SELECT /*^*/a FROM q;", "column Q.A | number | maybe"),
        CASE("CREATE TABLE q (a NUMBER, CONSTRAINT p PRIMARY KEY (a)); ALTER TABLE q DISABLE CONSTRAINT p; SELECT /*^*/a FROM q;",
             "column Q.A | number | maybe"),
        CASE("CREATE TABLE q (a NUMBER, CONSTRAINT p PRIMARY KEY (a)); ALTER TABLE q DISABLE PRIMARY KEY; SELECT /*^*/a FROM q;",
             "column Q.A | number | maybe"),
        CASE("CREATE TABLE q (a NUMBER CONSTRAINT p NOT NULL); ALTER TABLE q DROP CONSTRAINT p; SELECT /*^*/a FROM q;", "column Q.A | number | maybe"),
    };
    SEMA_CHECK(cases);
}

Test(sema_types, variables_that_are_never_null)
{
    static const sema_case cases[] = {
        CASE("DECLARE n NUMBER := 0; BEGIN n := n + 1; x := /*^*/n; END;\n/", "variable N | number | never"),
        CASE("DECLARE n NUMBER; BEGIN n := 1; x := /*^*/n; END;\n/", "variable N | number | maybe"),
        CASE("DECLARE n NUMBER := 0; BEGIN n := NULL; x := /*^*/n; END;\n/", "variable N | number | maybe"),
        CASE("DECLARE n NUMBER := 0; BEGIN n := f(1); x := /*^*/n; END;\n/", "variable N | number | maybe"),
        CASE(T "DECLARE n NUMBER := 0; BEGIN SELECT COUNT(*) INTO n FROM t; x := /*^*/n; END;\n/", "variable N | number | never"),
        CASE(T "DECLARE n NUMBER := 0; BEGIN SELECT MAX(a) INTO n FROM t; x := /*^*/n; END;\n/", "variable N | number | maybe"),
        CASE("DECLARE s VARCHAR2(9) := 'a'; BEGIN s := s || '1'; x := /*^*/s; END;\n/", "variable S | varchar(9) | never"),
        CASE("DECLARE a NUMBER := 1; b NUMBER := 1; BEGIN a := b; b := a + 1; x := /*^*/a; END;\n/", "variable A | number | never"),
        CASE("DECLARE a NUMBER := 1; b NUMBER := 1; BEGIN a := b; b := a + 1; b := NULL; x := /*^*/a; END;\n/", "variable A | number | maybe"),
        CASE("DECLARE n NUMBER := 0; PROCEDURE p (v OUT NUMBER) IS BEGIN NULL; END; BEGIN p(n); x := /*^*/n; END;\n/", "variable N | number | maybe"),
        CASE("DECLARE n NUMBER := 0; BEGIN nowhere(n); x := /*^*/n; END;\n/", "variable N | number | maybe"),
        CASE("DECLARE n NUMBER := 0; BEGIN nowhere.p(1, v => n); x := /*^*/n; END;\n/", "variable N | number | maybe"),
        CASE("CREATE PACKAGE BODY k IS n NUMBER := 0; PROCEDURE p IS BEGIN x := /*^*/n; END; END;\n/", "variable K.N | number | maybe"),
        CASE("CREATE PROCEDURE p (n NUMBER DEFAULT 1) IS BEGIN x := /*^*/n; END;\n/", "parameter P.N | number | maybe"),
    };
    SEMA_CHECK(cases);
}

Test(sema_types, conversions)
{
    static const sema_case cases[] = {
        WHERE("", "b = 1", "column T.B | varchar(20) | never | to number"),
        WHERE("a = ", "'1'", "? | varchar(1 char) | never | to number"),
        WHERE("d = ", "'2024-01-01'", "? | varchar(10 char) | never | to date"),
        WHERE("ts > ", "'2024-01-01'", "? | varchar(10 char) | never | to timestamp"),
        WHERE("ts > ", "d", "column T.D | date | never | to timestamp"),
        WHERE("a BETWEEN ", "'1' AND 2", "? | varchar(1 char) | never | to number"),
        WHERE("a IN (1, ", "'2')", "? | varchar(1 char) | never | to number"),
        WHERE("", "n LIKE '1%'", "column T.N | number | never | to varchar"),
        WHERE("b = ", "'x'", "? | varchar(1 char) | never"),
        WHERE("b = ", "c", "column T.C | char(3) | never"),
        WHERE("a = ", "n", "column T.N | number | never"),
        WHERE("b = 'x' AND (a, b) IN ((1, 'y'), (", "'2', 'z'))", "? | varchar(1 char) | never | to number"),
        WHERE("a IN (SELECT ", "k FROM t)", "column T.K | varchar(5) | never | to number"),
        WHERE("a = ANY (1, ", "'2')", "? | varchar(1 char) | never | to number"),
        CASE(T "SELECT /*^*/b + 1 FROM t;", "column T.B | varchar(20) | maybe | to number"),
        CASE(T "SELECT 'x' || /*^*/n FROM t;", "column T.N | number | maybe | to varchar"),
        CASE(T "SELECT 'x' || /*^*/d FROM t;", "column T.D | date | maybe | to varchar"),
        CASE(T "SELECT SUBSTR(/*^*/n, 1) FROM t;", "column T.N | number | maybe | to varchar"),
        CASE(T "SELECT LPAD(/*^*/a, 3) FROM t;", "column T.A | number(5) | never | to varchar"),
        CASE(T "SELECT ADD_MONTHS(/*^*/'2024', 1) FROM t;", "? | varchar(4 char) | never | to date"),
        CASE(T "SELECT NVL(n, /*^*/'0') FROM t;", "? | varchar(1 char) | never | to number"),
        CASE(T "SELECT NVL(b, /*^*/0) FROM t;", "? | number(1) | never | to varchar | integral"),
        CASE(T "SELECT DECODE(/*^*/n, '1', 2) FROM t;", "column T.N | number | maybe | to varchar"),
        CASE(T "SELECT DECODE(b, 1, 2, /*^*/'3', 4) FROM t;", "? | varchar(1 char) | never | to number"),
        CASE(T "SELECT DECODE(a, 1, 'x', /*^*/n) FROM t;", "column T.N | number | maybe | to varchar"),
        CASE(T "SELECT SUM(/*^*/b) FROM t;", "column T.B | varchar(20) | maybe | to number"),
        CASE(T "SELECT GREATEST(a, /*^*/b) FROM t;", "column T.B | varchar(20) | maybe | to number"),
        CASE(T "INSERT INTO t (a) VALUES (/*^*/'1');", "? | varchar(1 char) | never | to number"),
        CASE(T "INSERT INTO t (b) VALUES (/*^*/sysdate);", "built-in SYSDATE | date | never | to varchar"),
        CASE(T "INSERT INTO t (b) SELECT /*^*/a FROM t;", "column T.A | number(5) | never | to varchar"),
        CASE(T "UPDATE t SET b = /*^*/a;", "column T.A | number(5) | never | to varchar"),
        CASE(T "UPDATE t SET (b, n) = (SELECT /*^*/a, n FROM t);", "column T.A | number(5) | never | to varchar"),
        CASE(T "DECLARE v VARCHAR2(9); BEGIN SELECT /*^*/a INTO v FROM t; END;\n/", "column T.A | number(5) | never | to varchar"),
        CASE("DECLARE v VARCHAR2(9); BEGIN v := /*^*/1; END;\n/", "? | number(1) | never | to varchar | integral"),
        CASE("DECLARE v NUMBER; BEGIN v := /*^*/'1'; END;\n/", "? | varchar(1 char) | never | to number"),
        CASE("DECLARE v DATE := /*^*/'01-JAN-24'; BEGIN NULL; END;\n/", "? | varchar(9 char) | never | to date"),
        CASE("CREATE PROCEDURE p (v VARCHAR2) IS BEGIN NULL; END;\n/\nBEGIN p(/*^*/1); END;\n/", "? | number(1) | never | to varchar | integral"),
        CASE("CREATE PROCEDURE p (u DATE, v VARCHAR2) IS BEGIN NULL; END;\n/\nBEGIN p(v => /*^*/1, u => sysdate); END;\n/",
             "? | number(1) | never | to varchar | integral"),
        CASE("CREATE FUNCTION f RETURN VARCHAR2 IS BEGIN RETURN /*^*/1; END;\n/", "? | number(1) | never | to varchar | integral"),
        CASE("BEGIN dbms_output.put_line(/*^*/1); END;\n/", "? | number(1) | never | to varchar | integral"),
        CASE("BEGIN dbms_output.put_line(a => /*^*/sysdate); END;\n/", "built-in SYSDATE | date | never | to varchar"),
        CASE("BEGIN raise_application_error(-20001, /*^*/1); END;\n/", "? | number(1) | never | to varchar | integral"),
        CASE("DECLARE v VARCHAR2(9); BEGIN IF /*^*/v > 1 THEN NULL; END IF; END;\n/", "variable V | varchar(9) | maybe | to number"),
        CASE("DECLARE v VARCHAR2(9); BEGIN CASE v WHEN /*^*/1 THEN NULL; END CASE; END;\n/", "? | number(1) | never | integral"),
        CASE("DECLARE v VARCHAR2(9); BEGIN CASE /*^*/v WHEN 1 THEN NULL; END CASE; END;\n/", "variable V | varchar(9) | maybe | to number"),
        CASE("DECLARE TYPE t IS TABLE OF DATE INDEX BY VARCHAR2(9); v t; BEGIN v(/*^*/1) := NULL; END;\n/", "? | number(1) | never | to varchar | integral"),
        CASE("BEGIN FOR i IN 1 .. /*^*/'3' LOOP NULL; END LOOP; END;\n/", "? | varchar(1 char) | never | to number"),
        CASE(T "SELECT a || CASE WHEN a = 1 THEN 'x' ELSE /*^*/'' END FROM t;", "? | null | always"),
        CASE(T "MERGE INTO t USING t u ON (t.a = u.a) WHEN MATCHED THEN UPDATE SET b = /*^*/u.n;", "column T.N | number | maybe | to varchar"),
    };
    SEMA_CHECK(cases);
}

/* ---- declared types ---- */

Test(sema_types, declared)
{
    static const struct {
        const char *declared, *expected;
    } types[] = {
        {"NUMBER", "number"},
        {"NUMBER(5)", "number(5)"},
        {"NUMBER(5,2)", "number(5,2)"},
        {"NUMBER(*,0)", "number(38)"},
        {"NUMBER(5,-2)", "number(5,-2)"},
        {"INTEGER", "number(38)"},
        {"SMALLINT", "number(38)"},
        {"DECIMAL(6,1)", "number(6,1)"},
        {"FLOAT", "number"},
        {"FLOAT(10)", "number"},
        {"DOUBLE PRECISION", "number"},
        {"PLS_INTEGER", "integer"},
        {"BINARY_INTEGER", "integer"},
        {"NATURAL", "integer"},
        {"BINARY_FLOAT", "float"},
        {"BINARY_DOUBLE", "float"},
        {"VARCHAR2(20)", "varchar(20)"},
        {"VARCHAR2(20 CHAR)", "varchar(20 char)"},
        {"VARCHAR2(20 BYTE)", "varchar(20)"},
        {"NVARCHAR2(20)", "nvarchar(20)"},
        {"CHAR", "char(1)"},
        {"CHAR(3)", "char(3)"},
        {"NCHAR(3)", "nchar(3)"},
        {"CHARACTER VARYING(7)", "varchar(7)"},
        {"LONG", "clob"},
        {"CLOB", "clob"},
        {"NCLOB", "nclob"},
        {"RAW(16)", "raw(16)"},
        {"LONG RAW", "blob"},
        {"BLOB", "blob"},
        {"DATE", "date"},
        {"TIMESTAMP", "timestamp(6)"},
        {"TIMESTAMP(3)", "timestamp(3)"},
        {"TIMESTAMP(3) WITH TIME ZONE", "timestamptz(3)"},
        {"TIMESTAMP WITH LOCAL TIME ZONE", "timestamptz(6)"},
        {"INTERVAL DAY TO SECOND", "interval_ds(2)"},
        {"INTERVAL DAY(3) TO SECOND(2)", "interval_ds(3)"},
        {"INTERVAL YEAR TO MONTH", "interval_ym(2)"},
        {"BOOLEAN", "boolean"},
        {"ROWID", "rowid"},
        {"UROWID", "rowid"},
        {"SYS_REFCURSOR", "cursor"},
        {"XMLTYPE", "xml"},
        {"utl_file.file_type", "object FILE_TYPE"},
        {"nowhere_t", "unknown"},
        {"dbms_sql.varchar2_table", "collection VARCHAR2_TABLE associative of varchar"},
        {"STANDARD.NUMBER", "number"},
    };
    for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
        char text[200];
        sema_script script;
        xy_analysis *a = NULL;
        snprintf(text, sizeof text, "DECLARE v %s; BEGIN x := /*^*/v; END;\n/", types[i].declared);
        sema_load(&script, NULL, text);
        const xy_node *node = sema_marked(&script, &a);
        xy_str found = node ? xy_type_text(&script.arena, xy_info_of(a, node)->type) : XY_STR("(none)");
        cr_expect(xy_str_equal(found, xy_str_from(types[i].expected)), "%s: expected %s, found %.*s", types[i].declared, types[i].expected, XY_STR_ARG(found));
        sema_free(&script);
    }
}

/* Types that Oracle brings along: their methods, attributes and what their packages give. */
Test(sema_types, supplied)
{
    static const sema_case cases[] = {
        CASE("DECLARE o JSON_OBJECT_T; BEGIN v := /*^^*/o.get('k').to_number; END;\n/", "built-in JSON_ELEMENT_T.TO_NUMBER | number | maybe"),
        CASE("DECLARE o JSON_OBJECT_T; BEGIN v := /*^^*/o.get_keys()(1); END;\n/", "built-in JSON_OBJECT_T.GET_KEYS | varchar | maybe"),
        CASE("BEGIN v := /*^^*/JSON_OBJECT_T.parse('{}'); END;\n/", "built-in JSON_OBJECT_T.PARSE | object JSON_OBJECT_T | maybe"),
        CASE("BEGIN v := /*^^*/ANYDATA.convertNumber(1); END;\n/", "built-in ANYDATA.CONVERTNUMBER | object ANYDATA | never"),
        CASE("DECLARE a SYS.ANYDATA; BEGIN v := /*^^*/a.accessNumber(); END;\n/", "built-in ANYDATA.ACCESSNUMBER | number | maybe"),
        CASE("DECLARE d DBMS_SQL.DESC_TAB; BEGIN v := /*^^*/d(1).col_name; END;\n/", "field D.COL_NAME | varchar | maybe"),
        CASE("DECLARE d DBMS_SQL.DESC_TAB3; BEGIN v := /*^^*/d(1).col_type_name; END;\n/", "field D.COL_TYPE_NAME | varchar | maybe"),
        CASE("BEGIN v := /*^^*/UTL_FILE.FOPEN('d', 'f', 'r'); END;\n/", "built-in UTL_FILE.FOPEN | object FILE_TYPE | never"),
        CASE("DECLARE g SDO_GEOMETRY; BEGIN v := /*^^*/g.sdo_point.x; END;\n/", "field SDO_POINT.X | number | maybe"),
        CASE("BEGIN v := /*^^*/HTTPURITYPE('http://a.example').getclob(); END;\n/", "built-in HTTPURITYPE.GETCLOB | clob | maybe"),
    };
    SEMA_CHECK(cases);
}
