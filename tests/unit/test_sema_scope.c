/* Name resolution: which symbol a name denotes. Marks: see sema_helper.h. */
#include "sema_helper.h"

#define T "CREATE TABLE t (a NUMBER(5) NOT NULL, b VARCHAR2(20), d DATE, c CHAR(3));\n"
#define U "CREATE TABLE u (a NUMBER(5) NOT NULL, x NUMBER, y VARCHAR2(5));\n"
#define HIS "CREATE TABLE 病人 (病人id NUMBER(18) NOT NULL, 姓名 VARCHAR2(100));\n"
#define SEQ "CREATE SEQUENCE s;\n"
#define CASE(text, expected)                                                                                                                                   \
    {                                                                                                                                                          \
        __LINE__, text, expected                                                                                                                               \
    }

Test(sema_scope, columns_and_variables)
{
    static const sema_case cases[] = {
        CASE(T "SELECT /*^*/a FROM t;", "column T.A | number(5) | never"),
        CASE(T "SELECT t./*^*/a FROM t;", "(no such node)"),
        CASE(T "SELECT /*^*/t.a FROM t;", "column T.A | number(5) | never"),
        CASE(T "SELECT /*^*/x.b FROM t x;", "column T.B | varchar(20) | maybe"),
        CASE(T "SELECT /*^*/t.b FROM t x;", "? | unknown | ?"),
        CASE(T "SELECT /*^*/his.t.a FROM his.t;", "column T.A | number(5) | never"),
        CASE(T "SELECT /*^*/A FROM t;", "column T.A | number(5) | never"),
        CASE(T "SELECT /*^*/\"A\" FROM t;", "column T.A | number(5) | never"),
        CASE(T "SELECT /*^*/\"a\" FROM t;", "? | unknown | ?"),
        /* in SQL a column wins over a variable, outside it does not exist */
        CASE(T "DECLARE a VARCHAR2(9); n NUMBER; BEGIN SELECT /*^*/a INTO n FROM t; END;\n/", "column T.A | number(5) | never"),
        CASE(T "DECLARE a VARCHAR2(9); n NUMBER; BEGIN SELECT t.a INTO n FROM t WHERE b = /*^*/n; END;\n/", "variable N | number | maybe"),
        CASE(T "DECLARE a NUMBER; BEGIN SELECT b INTO /*^*/a FROM t; END;\n/", "variable A | number | maybe"),
        CASE(T "DECLARE b DATE; BEGIN b := /*^*/b; END;\n/", "variable B | date | maybe"),
        CASE(T "CREATE PROCEDURE p (a DATE) IS n NUMBER; BEGIN SELECT /*^*/p.a INTO n FROM t; END;\n/", "parameter P.A | date | maybe"),
        CASE(T "CREATE PROCEDURE p (a DATE) IS n NUMBER; BEGIN SELECT /*^*/a INTO n FROM t; END;\n/", "column T.A | number(5) | never"),
        CASE(T "CREATE PROCEDURE p (b DATE) IS BEGIN DELETE t WHERE d < /*^*/p.b; END;\n/", "parameter P.B | date | maybe"),
        /* correlation, outward and not sideways */
        CASE(T U "SELECT 1 FROM t WHERE EXISTS (SELECT 1 FROM u WHERE u.x = /*^*/t.a);", "column T.A | number(5) | never"),
        CASE(T U "SELECT 1 FROM t WHERE EXISTS (SELECT 1 FROM u WHERE u.x = /*^*/a);", "column U.A | number(5) | never"),
        CASE(T U "SELECT 1 FROM t WHERE EXISTS (SELECT 1 FROM u WHERE u.y = /*^*/b);", "column T.B | varchar(20) | maybe"),
        CASE(T U "SELECT 1 FROM t, (SELECT /*^*/b FROM u) z;", "? | unknown | ?"),
        CASE(T U "SELECT 1 FROM t CROSS APPLY (SELECT /*^*/b FROM u) z;", "column T.B | varchar(20) | maybe"),
        CASE(T U "SELECT 1 FROM t, LATERAL (SELECT /*^*/b FROM u) z;", "column T.B | varchar(20) | maybe"),
        CASE(T U "SELECT /*^*/z.m FROM (SELECT a AS m FROM t) z;", "column Z.M | number(5) | never"),
        CASE(T U "SELECT /*^*/m FROM (SELECT a AS m FROM t);", "column M | number(5) | never"),
        CASE(T U "SELECT /*^*/z.b FROM (SELECT t.* FROM t) z;", "column Z.B | varchar(20) | maybe"),
        CASE(T U "SELECT /*^*/y FROM t, u;", "column U.Y | varchar(5) | maybe"),
        /* WITH */
        CASE(T "WITH w AS (SELECT a, b k FROM t) SELECT /*^*/k FROM w;", "column W.K | varchar(20) | maybe"),
        CASE(T "WITH w (p, q) AS (SELECT a, b FROM t) SELECT /*^*/w.p FROM w;", "column W.P | number(5) | never"),
        CASE(T "WITH w AS (SELECT a FROM t), v AS (SELECT a + 1 n FROM w) SELECT /*^*/n FROM v;", "column V.N | number | never"),
        CASE(T "WITH t AS (SELECT b AS a FROM t) SELECT /*^*/a FROM t;", "column T.A | varchar(20) | maybe"),
        CASE(T "WITH w (n) AS (SELECT a FROM t UNION ALL SELECT n + 1 FROM w WHERE /*^*/n < 9) SELECT n FROM w;", "column W.N | number(5) | never"),
        /* ORDER BY: aliases first */
        CASE(T "SELECT nvl(b, 'x') a FROM t ORDER BY /*^*/a;", "select alias A | varchar | never"),
        CASE(T "SELECT a FROM t ORDER BY /*^*/d;", "column T.D | date | maybe"),
        CASE(T "SELECT a k FROM t ORDER BY /*^*/k + 1;", "select alias K | number(5) | never"),
        CASE(T "SELECT nvl(b, 'x') d FROM t WHERE /*^*/d > sysdate;", "column T.D | date | never"),
        CASE(T U "SELECT b m FROM t UNION SELECT y FROM u ORDER BY /*^*/m;", "select alias M | varchar(20) | maybe"),
        /* joins */
        CASE(T U "SELECT /*^*/a FROM t JOIN u USING (a);", "column T.A | number(5) | never"),
        CASE(T U "SELECT 1 FROM t JOIN u ON t.a > 0 OR t.a = /*^*/u.x;", "column U.X | number | maybe"),
        CASE(T U "SELECT /*^*/u.a FROM t LEFT JOIN u ON t.a = u.a;", "column U.A | number(5) | maybe"),
        CASE(T U "SELECT /*^*/u.a FROM t, u WHERE t.a = u.a(+);", "column U.A | number(5) | maybe"),
        CASE(T U "SELECT /*^*/t.a FROM t RIGHT JOIN u ON t.a = u.a;", "column T.A | number(5) | maybe"),
        CASE(T U "SELECT /*^*/z.a FROM (SELECT * FROM t NATURAL JOIN u) z;", "column Z.A | number(5) | never"),
        /* DML */
        CASE(T "INSERT INTO t (/*^*/a) VALUES (1);", "column T.A | number(5) | never"),
        CASE(T "DECLARE a DATE; BEGIN INSERT INTO t (d) VALUES (/*^*/a); END;\n/", "variable A | date | maybe"),
        CASE(T "UPDATE t x SET /*^*/x.b = 'q';", "column T.B | varchar(20) | maybe"),
        CASE(T "UPDATE t SET b = 'q' WHERE /*^*/a = 1;", "column T.A | number(5) | never"),
        CASE(T U "UPDATE t SET b = (SELECT y FROM u WHERE u.a = /*^*/t.a);", "column T.A | number(5) | never"),
        CASE(T "DELETE t WHERE /*^*/d IS NULL;", "column T.D | date | maybe"),
        CASE(T U "MERGE INTO t USING u ON (t.a = u.a) WHEN MATCHED THEN UPDATE SET /*^*/b = u.y;", "column T.B | varchar(20) | maybe"),
        CASE(T U "MERGE INTO t USING (SELECT a, y k FROM u) z ON (t.a = z.a) WHEN NOT MATCHED THEN INSERT (a, b) VALUES (z.a, /*^*/z.k);",
             "column Z.K | varchar(5) | maybe"),
        CASE(T "DECLARE v DATE; BEGIN UPDATE t SET b = 'x' RETURNING /*^*/d INTO v; END;\n/", "column T.D | date | maybe"),
        CASE(T U "INSERT ALL INTO t (a) VALUES (/*^*/k) SELECT x k FROM u;", "column K | number | maybe"),
        /* Chinese names */
        CASE(HIS "SELECT /*^*/姓名 FROM 病人;", "column 病人.姓名 | varchar(100) | maybe"),
        CASE(HIS "SELECT p.姓名 FROM 病人 p WHERE /*^*/p.病人ID = 1;", "column 病人.病人ID | number(18) | never"),
        CASE(HIS "CREATE PROCEDURE 登记 (病人id_In NUMBER) IS v 病人.姓名%TYPE; BEGIN SELECT 姓名 INTO v FROM 病人 WHERE 病人id = /*^*/病人id_In; END;\n/",
             "parameter 登记.病人ID_IN | number | maybe"),
    };
    SEMA_CHECK(cases);
}

Test(sema_scope, unknown_tables)
{
    static const sema_case cases[] = {
        CASE("SELECT /*^*/a FROM nowhere;", "? | unknown | ?"),
        CASE(T "SELECT /*^*/b FROM t, nowhere;", "column T.B | varchar(20) | maybe"),
        CASE(T "SELECT /*^*/n.b FROM t, nowhere n;", "? | unknown | ?"),
        /* a variable that might be hidden by a column of the unknown table: named, but of no certain type */
        CASE("DECLARE v NUMBER; n NUMBER; BEGIN SELECT 1 INTO n FROM nowhere WHERE x = /*^*/v; END;\n/", "variable V | unknown | ?"),
        CASE("CREATE PROCEDURE p (v NUMBER) IS n NUMBER; BEGIN SELECT 1 INTO n FROM nowhere WHERE x = /*^*/p.v; END;\n/", "parameter P.V | number | maybe"),
        CASE("SELECT /*^*/sysdate FROM nowhere;", "built-in SYSDATE | date | never"),
        CASE("SELECT /*^*/rownum FROM nowhere;", "pseudo-column ROWNUM | number | never | integral"),
        CASE(T "SELECT /*^*/a FROM t@remote;", "? | unknown | ?"),
    };
    SEMA_CHECK(cases);
}

Test(sema_scope, blocks_and_routines)
{
    static const sema_case cases[] = {
        CASE("DECLARE v NUMBER; BEGIN DECLARE v DATE; BEGIN v := /*^*/v; END; END;\n/", "variable V | date | maybe"),
        CASE("<<o>> DECLARE v NUMBER; BEGIN DECLARE v DATE; BEGIN v := /*^*/o.v; END; END;\n/", "variable V | number | maybe"),
        CASE("BEGIN <<l>> FOR i IN 1 .. 3 LOOP FOR i IN 1 .. 2 LOOP x := /*^*/l.i; END LOOP; END LOOP; END;\n/", "loop index I | integer | never | integral"),
        CASE("DECLARE i DATE; BEGIN FOR i IN 1 .. 3 LOOP NULL; END LOOP; i := /*^*/i; END;\n/", "variable I | date | maybe"),
        CASE("DECLARE i DATE; BEGIN FOR i IN 1 .. 3 LOOP x := /*^*/i; END LOOP; END;\n/", "loop index I | integer | never | integral"),
        CASE("CREATE PROCEDURE p (v NUMBER) IS w DATE; BEGIN w := /*^*/p.w; END;\n/", "variable P.W | date | maybe"),
        CASE("CREATE PROCEDURE p (v NUMBER) IS PROCEDURE q (v DATE) IS BEGIN x := /*^*/p.v; END; BEGIN NULL; END;\n/", "parameter P.V | number | maybe"),
        CASE("CREATE PROCEDURE p (v NUMBER) IS PROCEDURE q (v DATE) IS BEGIN x := /*^*/v; END; BEGIN NULL; END;\n/", "parameter Q.V | date | maybe"),
        CASE("CREATE FUNCTION f RETURN DATE IS BEGIN RETURN NULL; END;\n/\nBEGIN x := /*^*/f; END;\n/", "function F | date | maybe"),
        CASE("CREATE FUNCTION f RETURN DATE IS BEGIN RETURN NULL; END;\n/\nBEGIN x := /*^^*/f(); END;\n/", "function F | date | maybe"),
        CASE("CREATE FUNCTION f RETURN DATE IS BEGIN RETURN NULL; END;\n/\nSELECT /*^*/f FROM dual;", "function F | date | maybe"),
        CASE("CREATE FUNCTION his.f RETURN DATE IS BEGIN RETURN NULL; END;\n/\nBEGIN x := /*^*/his.f; END;\n/", "function F | date | maybe"),
        CASE("CREATE PROCEDURE q IS BEGIN NULL; END;\n/\nBEGIN /*^*/q; END;\n/", "procedure Q | unknown | ?"),
        CASE("DECLARE PROCEDURE a; PROCEDURE b IS BEGIN /*^*/a; END; PROCEDURE a IS BEGIN NULL; END; BEGIN NULL; END;\n/", "procedure A | unknown | ?"),
        CASE("DECLARE FUNCTION f RETURN NUMBER IS BEGIN RETURN 1; END; BEGIN x := /*^*/f; END;\n/", "function F | number | maybe"),
        CASE("CREATE PROCEDURE p IS nvl DATE; BEGIN x := /*^*/nvl; END;\n/", "variable P.NVL | date | maybe"),
        CASE("BEGIN RAISE /*^*/no_data_found; END;\n/", "exception NO_DATA_FOUND | exception | ?"),
        CASE("DECLARE no_data_found EXCEPTION; BEGIN NULL; EXCEPTION WHEN /*^*/no_data_found THEN NULL; END;\n/", "exception NO_DATA_FOUND | exception | ?"),
        CASE("DECLARE v NUMBER; BEGIN v := /*^*/sqlcode; END;\n/", "built-in SQLCODE | integer | never | integral"),
        CASE("BEGIN v := /*^*/user; END;\n/", "built-in USER | varchar | never"),
        CASE("CREATE TABLE x (user_name VARCHAR2(9)); BEGIN v := /*^*/standard.sysdate; END;\n/", "? | unknown | ?"),
        CASE("BEGIN /*^*/dbms_output.put_line('x'); END;\n/", "built-in DBMS_OUTPUT.PUT_LINE | unknown | ?"),
        CASE(SEQ "BEGIN v := /*^*/s.nextval; END;\n/", "pseudo-column S.NEXTVAL | number | never | integral"),
        CASE(SEQ "INSERT INTO t VALUES (/*^*/his.s.currval);", "pseudo-column S.CURRVAL | number | never | integral"),
    };
    SEMA_CHECK(cases);
}

#define PKG                                                                                                                                                    \
    "CREATE PACKAGE pk IS g NUMBER(3); c CONSTANT VARCHAR2(5) := 'x'; TYPE r IS RECORD (m DATE, n NUMBER(2));\n"                                               \
    "  TYPE tt IS TABLE OF r INDEX BY PLS_INTEGER; v r; ts tt; e EXCEPTION; FUNCTION f (a NUMBER) RETURN DATE; FUNCTION f (a VARCHAR2) RETURN NUMBER;\n"       \
    "  FUNCTION g0 RETURN BOOLEAN; PROCEDURE q (a NUMBER, b OUT VARCHAR2); CURSOR cu (k NUMBER) IS SELECT a, b FROM t WHERE a = k; END;\n/\n"
#define BODY(text) "CREATE PACKAGE BODY pk IS priv DATE; FUNCTION f (a NUMBER) RETURN DATE IS BEGIN RETURN NULL; END;\n" text "\nEND;\n/\n"

Test(sema_scope, packages)
{
    static const sema_case cases[] = {
        CASE(T PKG "BEGIN x := /*^*/pk.g; END;\n/", "variable PK.G | number(3) | maybe"),
        CASE(T PKG "BEGIN x := /*^*/pk.c; END;\n/", "constant PK.C | varchar(5) | never"),
        CASE(T PKG "BEGIN x := /*^*/his.pk.g; END;\n/", "variable PK.G | number(3) | maybe"),
        CASE(T PKG "BEGIN x := /*^*/pk.v.m; END;\n/", "field V.M | date | maybe"),
        CASE(T PKG "BEGIN x := /*^^*/pk.ts(1).n; END;\n/", "field TS.N | number(2) | maybe"),
        CASE(T PKG "BEGIN x := /*^^*/pk.f(1); END;\n/", "function PK.F | date | maybe"),
        CASE(T PKG "BEGIN x := /*^^*/pk.f('1'); END;\n/", "function PK.F | number | maybe"),
        CASE(T PKG "BEGIN x := /*^*/pk.g0; END;\n/", "function PK.G0 | boolean | maybe"),
        CASE(T PKG "BEGIN RAISE /*^*/pk.e; END;\n/", "exception PK.E | exception | ?"),
        CASE(T PKG "DECLARE z pk.r; BEGIN x := /*^*/z.m; END;\n/", "field Z.M | date | maybe"),
        CASE(T PKG "BEGIN FOR z IN pk.cu(1) LOOP x := /*^*/z.b; END LOOP; END;\n/", "field Z.B | varchar(20) | maybe"),
        CASE(T PKG "DECLARE z pk.cu%ROWTYPE; BEGIN x := /*^*/z.a; END;\n/", "field Z.A | number(5) | maybe"),
        CASE(T PKG BODY("PROCEDURE h IS BEGIN x := /*^*/g; END;"), "variable PK.G | number(3) | maybe"),
        CASE(T PKG BODY("PROCEDURE h IS BEGIN x := /*^*/priv; END;"), "variable PK.PRIV | date | maybe"),
        CASE(T PKG BODY("PROCEDURE h IS BEGIN x := /*^*/pk.priv; END;"), "variable PK.PRIV | date | maybe"),
        CASE(T PKG BODY("") "BEGIN x := /*^*/pk.priv; END;\n/", "? | unknown | ?"),
        CASE(T PKG BODY("PROCEDURE h IS g DATE; BEGIN x := /*^*/g; END;"), "variable H.G | date | maybe"),
        CASE(T PKG BODY("PROCEDURE h IS g DATE; BEGIN x := /*^*/pk.g; END;"), "variable PK.G | number(3) | maybe"),
        CASE(T PKG BODY("PROCEDURE h IS BEGIN x := /*^^*/f(1); END;"), "function PK.F | date | maybe"),
        CASE(T PKG "SELECT /*^*/pk.g0 FROM t;", "function PK.G0 | boolean | maybe"),
        CASE(T "CREATE PACKAGE BODY lone IS PROCEDURE z IS BEGIN NULL; END; END;\n/\nBEGIN /*^*/lone.z; END;\n/", "procedure LONE.Z | unknown | ?"),
        CASE(T PKG "CREATE SYNONYM sp FOR his.pk; BEGIN x := /*^*/sp.g; END;\n/", "variable PK.G | number(3) | maybe"),
        CASE(T "CREATE PUBLIC SYNONYM st FOR his.t; SELECT /*^*/st.a FROM st;", "column T.A | number(5) | never"),
        CASE(T "SELECT /*^*/v1.k FROM v1; CREATE VIEW v1 AS SELECT a k FROM t;", "column V1.K | number(5) | never"),
        CASE("SELECT /*^*/k FROM v2; CREATE VIEW v2 AS SELECT * FROM v1; CREATE VIEW v1 AS SELECT a k FROM t;" T, "column V2.K | number(5) | never"),
        CASE(T "CREATE VIEW v1 (p, q) AS SELECT a, b FROM t; SELECT /*^*/q FROM v1;", "column V1.Q | varchar(20) | maybe"),
        CASE(T "CREATE TABLE n AS SELECT a, b || 'x' k FROM t; SELECT /*^*/k FROM n;", "column N.K | varchar | never"),
        CASE(T "ALTER TABLE t ADD (z DATE); SELECT /*^*/z FROM t;", "column T.Z | date | maybe"),
        CASE(T "ALTER TABLE t MODIFY (b VARCHAR2(50) NOT NULL); SELECT /*^*/b FROM t;", "column T.B | varchar(50) | never"),
        CASE(T "ALTER TABLE t RENAME COLUMN b TO bb; SELECT /*^*/bb FROM t;", "column T.BB | varchar(20) | maybe"),
        CASE(T "ALTER TABLE t DROP COLUMN b; SELECT /*^*/b FROM t;", "? | unknown | ?"),
        CASE("CREATE TABLE k (a NUMBER, b NUMBER, CONSTRAINT pk PRIMARY KEY (a)); SELECT /*^*/a FROM k;", "column K.A | number | never"),
        CASE("CREATE TABLE k (a NUMBER); ALTER TABLE k ADD CONSTRAINT pk PRIMARY KEY (a); SELECT /*^*/a FROM k;", "column K.A | number | never"),
        CASE("CREATE TABLE k (a NUMBER NOT NULL DISABLE); SELECT /*^*/a FROM k;", "column K.A | number | maybe"),
        CASE("CREATE TABLE k (a NUMBER, CHECK (a IS NOT NULL)); SELECT /*^*/a FROM k;", "column K.A | number | never"),
    };
    SEMA_CHECK(cases);
}

#define COL                                                                                                                                                    \
    "DECLARE TYPE nt IS TABLE OF VARCHAR2(9); TYPE aa IS TABLE OF DATE INDEX BY VARCHAR2(10); TYPE rt IS RECORD (k NUMBER(4), l nt);\n"                        \
    "  TYPE rr IS TABLE OF rt; TYPE mm IS TABLE OF nt INDEX BY PLS_INTEGER; n nt; m aa; r rt; q rr; z mm; row_ t%ROWTYPE; BEGIN\n"

Test(sema_scope, records_and_collections)
{
    static const sema_case cases[] = {
        CASE(T COL "x := /*^^*/n(1); END;\n/", "variable N | varchar(9) | maybe"),
        CASE(T COL "x := /*^^*/m('k'); END;\n/", "variable M | date | maybe"),
        CASE(T COL "x := /*^*/r.k; END;\n/", "field R.K | number(4) | maybe"),
        CASE(T COL "x := /*^^*/r.l(2); END;\n/", "field R.L | varchar(9) | maybe"),
        CASE(T COL "x := /*^^*/q(1).k; END;\n/", "field Q.K | number(4) | maybe"),
        CASE(T COL "x := /*^^*/q(1).l(2); END;\n/", "field Q.L | varchar(9) | maybe"),
        CASE(T COL "x := /*^^*/z(1)(2); END;\n/", "variable Z | varchar(9) | maybe"),
        CASE(T COL "x := /*^*/n.count; END;\n/", "built-in COUNT | integer | never | integral"),
        CASE(T COL "x := /*^*/m.first; END;\n/", "built-in FIRST | varchar(10) | maybe"),
        CASE(T COL "x := /*^^*/n.exists(3); END;\n/", "built-in EXISTS | boolean | never"),
        CASE(T COL "x := /*^^*/m.next('a'); END;\n/", "built-in NEXT | varchar(10) | maybe"),
        CASE(T COL "x := /*^*/q.last; END;\n/", "built-in LAST | integer | maybe | integral"),
        CASE(T COL "x := /*^^*/q(1).l.count; END;\n/", "built-in COUNT | integer | never | integral"),
        CASE(T COL "x := /*^*/row_.b; END;\n/", "field ROW_.B | varchar(20) | maybe"),
        CASE(T COL "x := /*^*/row_.a; END;\n/", "field ROW_.A | number(5) | maybe"),
        CASE(T COL "n := /*^^*/nt('a', 'b'); END;\n/", "type NT | collection NT table of varchar(9) | never"),
        CASE(T COL "SELECT b BULK COLLECT INTO /*^*/n FROM t; END;\n/", "variable N | collection NT table of varchar(9) | maybe"),
        CASE(T COL "UPDATE t SET b = /*^^*/n(1) WHERE a = 1; END;\n/", "variable N | varchar(9) | maybe"),
        CASE(T COL "FOR i IN 1 .. n.count LOOP x := /*^^*/n(i); END LOOP; END;\n/", "variable N | varchar(9) | maybe"),
        CASE("CREATE TYPE ot AS OBJECT (x NUMBER(3), MEMBER FUNCTION len RETURN DATE);\n/\nDECLARE o ot; BEGIN v := /*^*/o.x; END;\n/",
             "field O.X | number(3) | maybe"),
        CASE("CREATE TYPE ot AS OBJECT (x NUMBER(3), MEMBER FUNCTION len RETURN DATE);\n/\nDECLARE o ot; BEGIN v := /*^^*/o.len(); END;\n/",
             "function OT.LEN | date | maybe"),
        CASE("CREATE TYPE ot AS OBJECT (x NUMBER(3));\n/\nCREATE TYPE ut UNDER ot (y DATE);\n/\nDECLARE o ut; BEGIN v := /*^*/o.x; END;\n/",
             "field O.X | number(3) | maybe"),
        CASE("CREATE TYPE ot AS OBJECT (x NUMBER(3));\n/\nCREATE TYPE lt AS TABLE OF ot;\n/\nDECLARE l lt; BEGIN FOR r IN (SELECT c.x k FROM TABLE(l) c) LOOP "
             "v := /*^*/r.k; END LOOP; END;\n/",
             "field R.K | number(3) | maybe"),
        CASE("CREATE TYPE lt AS TABLE OF VARCHAR2(7);\n/\nDECLARE l lt; BEGIN FOR r IN (SELECT /*^*/column_value k FROM TABLE(l)) LOOP NULL; END LOOP; END;\n/",
             "column COLUMN_VALUE | varchar(7) | maybe"),
        CASE("CREATE TYPE ot AS OBJECT (x NUMBER(3), MEMBER PROCEDURE s);\n/\nCREATE TYPE BODY ot AS MEMBER PROCEDURE s IS BEGIN v := /*^*/x; END; END;\n/",
             "field OT.X | number(3) | maybe"),
        CASE(
            "CREATE TYPE ot AS OBJECT (x NUMBER(3), MEMBER PROCEDURE s);\n/\nCREATE TYPE BODY ot AS MEMBER PROCEDURE s IS BEGIN v := /*^*/self.x; END; END;\n/",
            "field SELF.X | number(3) | maybe"),
    };
    SEMA_CHECK(cases);
}

Test(sema_scope, cursors_and_loops)
{
    static const sema_case cases[] = {
        CASE(T "DECLARE CURSOR c (k NUMBER) IS SELECT a FROM t WHERE a = /*^*/k; BEGIN NULL; END;\n/", "parameter C.K | number | maybe"),
        CASE(T "DECLARE CURSOR c (a DATE) IS SELECT b FROM t WHERE d = /*^*/c.a; BEGIN NULL; END;\n/", "parameter C.A | date | maybe"),
        CASE(T "DECLARE CURSOR c IS SELECT a, b k FROM t; BEGIN FOR r IN c LOOP x := /*^*/r.k; END LOOP; END;\n/", "field R.K | varchar(20) | maybe"),
        CASE(T "DECLARE CURSOR c IS SELECT a, b k FROM t; r c%ROWTYPE; BEGIN x := /*^*/r.a; END;\n/", "field R.A | number(5) | maybe"),
        CASE(T "BEGIN FOR r IN (SELECT a, d FROM t) LOOP x := /*^*/r.a; END LOOP; END;\n/", "field R.A | number(5) | never"),
        CASE(T "BEGIN FOR r IN (SELECT * FROM t) LOOP x := /*^*/r.d; END LOOP; END;\n/", "field R.D | date | maybe"),
        CASE(T "DECLARE r NUMBER; BEGIN FOR r IN (SELECT a FROM t) LOOP NULL; END LOOP; x := /*^*/r; END;\n/", "variable R | number | maybe"),
        CASE(T "DECLARE TYPE rc IS REF CURSOR RETURN t%ROWTYPE; c rc; r c%ROWTYPE; BEGIN x := /*^*/r.b; END;\n/", "field R.B | varchar(20) | maybe"),
        CASE(T "DECLARE CURSOR c IS SELECT a FROM t; BEGIN x := /*^^*/c%NOTFOUND; END;\n/", "? | boolean | maybe"),
        CASE(T "BEGIN x := /*^^*/SQL%ROWCOUNT; END;\n/", "? | number | maybe | integral"),
        CASE(T "DECLARE v t.b%TYPE; w v%TYPE; BEGIN x := /*^*/w; END;\n/", "variable W | varchar(20) | maybe"),
        CASE(T "CREATE PROCEDURE p (v his.t.d%TYPE) IS BEGIN x := /*^*/v; END;\n/", "parameter P.V | date | maybe"),
        CASE("DECLARE SUBTYPE n IS NUMBER(3); v n; BEGIN x := /*^*/v; END;\n/", "variable V | number(3) | maybe"),
        CASE("DECLARE SUBTYPE n IS VARCHAR2; v n(7); BEGIN x := /*^*/v; END;\n/", "variable V | varchar(7) | maybe"),
        CASE("DECLARE v NUMBER NOT NULL := 1; BEGIN x := /*^*/v; END;\n/", "variable V | number | never"),
    };
    SEMA_CHECK(cases);
}

#define TRG(on, body) T "CREATE TRIGGER r " on " ON t FOR EACH ROW BEGIN " body " END;\n/\n"

Test(sema_scope, triggers)
{
    static const sema_case cases[] = {
        CASE(TRG("BEFORE INSERT", "x := /*^^*/:new.b;"), "field NEW.B | varchar(20) | maybe"),
        CASE(TRG("BEFORE INSERT", "x := /*^^*/:NEW.a;"), "field NEW.A | number(5) | maybe"),
        CASE(TRG("AFTER UPDATE", "x := /*^^*/:NEW.a;"), "field NEW.A | number(5) | never"),
        CASE(TRG("BEFORE DELETE", "x := /*^^*/:OLD.a;"), "field OLD.A | number(5) | never"),
        CASE(TRG("BEFORE INSERT OR DELETE", "x := /*^^*/:OLD.a;"), "field OLD.A | number(5) | maybe"),
        CASE(TRG("BEFORE INSERT OR UPDATE", "IF /*^*/inserting THEN NULL; END IF;"), "built-in INSERTING | boolean | never"),
        CASE(TRG("BEFORE INSERT OR UPDATE", "IF /*^^*/updating('B') THEN NULL; END IF;"), "built-in UPDATING | boolean | never"),
        CASE(T "CREATE TRIGGER r BEFORE INSERT ON t REFERENCING NEW AS n FOR EACH ROW WHEN (/*^*/n.a > 0) BEGIN NULL; END;\n/",
             "field N.A | number(5) | maybe"),
        CASE(T "CREATE TRIGGER r BEFORE INSERT ON t REFERENCING NEW AS n FOR EACH ROW BEGIN x := /*^^*/:n.d; END;\n/", "field N.D | date | maybe"),
        CASE(T "CREATE TRIGGER r FOR INSERT ON t COMPOUND TRIGGER v DATE; AFTER EACH ROW IS BEGIN x := /*^*/v; END AFTER EACH ROW; END r;\n/",
             "variable V | date | maybe"),
    };
    SEMA_CHECK(cases);
}
