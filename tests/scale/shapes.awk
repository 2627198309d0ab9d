# Oracle source of one shape, of a size that grows with n: awk -f shapes.awk -v shape=inserts -v n=1000
# Each shape makes one thing many times, so that work that is not linear in it shows.

function inserts(i) { for (i = 0; i < n; i++) print "INSERT INTO 收费 (id, name, at) VALUES (" i ", '项目" i "', SYSDATE);" }

function tables(i) {
    for (i = 0; i < n; i++)
        print "CREATE TABLE t" i " (id NUMBER(10) PRIMARY KEY, name VARCHAR2(20), at DATE DEFAULT SYSDATE);\nCOMMENT ON TABLE t" i " IS '表';"
}

function views(i) {
    print "CREATE TABLE v0 (id NUMBER, name VARCHAR2(20));"
    for (i = 1; i <= n; i++)
        print "CREATE OR REPLACE VIEW v" i " AS SELECT NVL(id, 0) id, name FROM v" (i % 50 == 1 ? 0 : i - 1) " WHERE ROWNUM < 9;"
}

function routine(i) {
    return "  PROCEDURE p" i "(a IN NUMBER, b OUT NUMBER) IS\n    v NUMBER;\n  BEGIN\n    SELECT MAX(id) INTO v FROM t WHERE id = a;\n" \
           "    UPDATE t SET id = id + 1 WHERE id = a;\n    g := g + v;\n    b := NVL(v, 0);\n" (i ? "    p" (i - 1) "(v, b);\n" : "") \
           "  EXCEPTION\n    WHEN OTHERS THEN\n      b := SQLCODE;\n  END p" i ";\n"
}

function package(i) {
    print "CREATE OR REPLACE PACKAGE BODY pk AS\n  g NUMBER := 0;"
    for (i = 0; i < n; i++)
        print routine(i)
    print "END pk;\n/"
}

function procedures(i) {
    for (i = 0; i < n; i++)
        print "CREATE OR REPLACE " substr(routine(i), 3) "/"
}

function triggers(i) {
    for (i = 0; i < n; i++)
        print "CREATE OR REPLACE TRIGGER g" i " BEFORE INSERT ON t" i " FOR EACH ROW" (i ? " FOLLOWS g" (i - i % 3) : "") \
              "\nBEGIN\n  SELECT s.NEXTVAL INTO :NEW.id FROM dual;\nEND;\n/"
}

function constants(i) {
    print "CREATE OR REPLACE PACKAGE pc AS"
    for (i = 0; i < n; i++)
        print "  c" i " CONSTANT VARCHAR2(20) := 'x' || " i ";"
    print "END pc;\n/\nCREATE OR REPLACE PROCEDURE use_pc IS\n  v VARCHAR2(99);\nBEGIN"
    for (i = 0; i < n; i++)
        print "  v := pc.c" i ";"
    print "END;\n/"
}

function statements(i) { # of one body
    print "CREATE OR REPLACE PROCEDURE long_one IS\n  v NUMBER;\nBEGIN"
    for (i = 0; i < n; i++)
        print "  BEGIN\n    SELECT id INTO v FROM t WHERE id = " i ";\n  EXCEPTION\n    WHEN NO_DATA_FOUND THEN\n      INSERT INTO t (id) VALUES (" i ");\n" \
              "  END;\n  IF v > " i " THEN\n    v := v / 2;\n  END IF;"
    print "END;\n/"
}

function in_list(i) {
    printf "SELECT * FROM t WHERE id IN (0"
    for (i = 1; i < n; i++)
        printf ", " i
    print ");"
}

function columns(i) {
    printf "SELECT 1"
    for (i = 0; i < n; i++)
        printf ",\n  NVL(t.c" i ", 0) + DECODE(t.d" i ", 1, 'a', 'b') AS e" i
    print " FROM t;"
}

function comments(i) { for (i = 0; i < n; i++) print "-- 说明 " i "\n/* " i " */ SELECT " i " /* 中 */ FROM dual; -- 尾" }

function broken(i) { for (i = 0; i < n; i++) print "SELECT id FROM FROM t WHERE;\nSELECT 1 FROM dual;" }

function sqlplus(i) { for (i = 0; i < n; i++) print "PROMPT step " i "\nDEFINE v" i " = " i "\nALTER SESSION SET NLS_DATE_FORMAT = 'YYYY-MM-DD';\nSELECT '" i "' FROM dual WHERE SYSDATE > '2020-01-01';" }

function repeated(piece, count, i) { for (i = 0; i < count; i++) printf "%s", piece }

function chains() { # of one operator: no nesting, however long
    printf "CREATE TABLE t (a NUMBER, b VARCHAR2(10));\nSELECT b"
    repeated(" || b || 'x'", 2 * n)
    printf " FROM t WHERE a = 1"
    repeated(" OR a = 2 AND b = 'x'", 4 * n)
    printf ";\nSELECT a FROM t"
    repeated(" UNION ALL SELECT 1 FROM dual", 2 * n)
    printf ";\nBEGIN\n  IF 1 = 1 THEN NULL;\n"
    repeated("  ELSIF 2 = 1 THEN NULL;\n", 4 * n)
    print "  END IF;\nEND;\n/"
}

BEGIN {
    if (shape == "inserts") inserts()
    else if (shape == "tables") tables()
    else if (shape == "views") views()
    else if (shape == "package") package()
    else if (shape == "procedures") procedures()
    else if (shape == "triggers") triggers()
    else if (shape == "constants") constants()
    else if (shape == "statements") statements()
    else if (shape == "in_list") in_list()
    else if (shape == "columns") columns()
    else if (shape == "comments") comments()
    else if (shape == "broken") broken()
    else if (shape == "sqlplus") sqlplus()
    else if (shape == "chains") chains()
    else exit 2
}
