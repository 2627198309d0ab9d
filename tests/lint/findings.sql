-- Each line has exactly the findings that its comment names.
CREATE TABLE t (id NUMBER PRIMARY KEY, name VARCHAR2(10), d DATE, c CHAR(2), ts TIMESTAMP);
CREATE OR REPLACE FUNCTION f (p_a NUMBER, p_b VARCHAR2 DEFAULT 'x') RETURN NUMBER IS BEGIN RETURN p_a + LENGTH(p_b); END;
/
CREATE OR REPLACE PACKAGE p AS
  PROCEDURE m (a NUMBER);
  PROCEDURE m (a NUMBER, b DATE);
  PROCEDURE n;
  CURSOR public_cursor RETURN t%ROWTYPE;
  g_public NUMBER;
END;
/
CREATE OR REPLACE PACKAGE BODY p AS
  g_private NUMBER; -- XY1509
  g_used NUMBER;
  CURSOR public_cursor RETURN t%ROWTYPE IS SELECT * FROM t;
  PROCEDURE m (a NUMBER) IS BEGIN g_used := a; END;
  PROCEDURE m (a NUMBER, b DATE) IS BEGIN g_used := a; g_public := 1; END; -- XY1510
  PROCEDURE n IS BEGIN NULL; END;
  PROCEDURE later (a NUMBER) IS BEGIN NULL; END;
END;
/
CREATE OR REPLACE PROCEDURE nulls (name VARCHAR2) IS
  v NUMBER;
BEGIN
  SELECT 1 INTO v FROM t WHERE d = NULL; -- XY1501
  SELECT 1 INTO v FROM t WHERE (NULL) <> d; -- XY1501
  IF v = NULL OR v IS NULL THEN v := NULL; END IF; -- XY1501
  UPDATE t SET d = NULL WHERE c = ''; -- XY1502
  IF t.name != '' OR name = ' ' THEN NULL; END IF; -- XY1502
  v := f(p_a => NULL, p_b => '');
  v := CASE v WHEN NULL THEN 1 END;
  v := DECODE(v, NULL, 1);
END;
/
CREATE OR REPLACE PROCEDURE types (p_text VARCHAR2, p_date DATE, p_number NUMBER, ok BOOLEAN) IS
  v NUMBER;
BEGIN
  SELECT COUNT(*) INTO v FROM t WHERE name = 5; -- XY1505
  SELECT COUNT(*) INTO v FROM t WHERE id = p_text; -- XY1505
  SELECT COUNT(*) INTO v FROM t WHERE id = '5' AND id = ' -1.5' AND c = name AND d < ts AND name = p_text;
  SELECT COUNT(*) INTO v FROM t WHERE id = 'x'; -- XY1505
  SELECT COUNT(*) INTO v FROM t WHERE d >= '2020-01-01'; -- XY1505
  SELECT COUNT(*) INTO v FROM t WHERE d >= DATE '2020-01-01' AND d = TO_DATE(p_text, 'YYYY') AND TO_CHAR(d) = '2020' AND id = TO_NUMBER(p_text);
  IF p_date = p_number THEN v := unknown_thing; END IF; -- XY1505
  IF p_text = unknown_thing OR ok = (p_number = 1) THEN v := 1; END IF;
END;
/
CREATE OR REPLACE PROCEDURE shadows (id NUMBER, other NUMBER) IS
  name VARCHAR2(10);
BEGIN
  DELETE FROM t WHERE id = id; -- XY1506
  UPDATE t SET name = name WHERE t.id = other; -- XY1506
  UPDATE t SET name = shadows.name WHERE id = shadows.id;
  INSERT INTO t (id, name) VALUES (id, name);
  DELETE FROM t a WHERE EXISTS (SELECT 1 FROM t b WHERE a.d = b.d);
  DELETE FROM t WHERE d = d;
END;
/
CREATE OR REPLACE FUNCTION flow (n NUMBER) RETURN NUMBER IS
BEGIN
  IF n = 1 THEN
    RETURN 1;
    p.n; -- XY1508
  ELSE
    RAISE NO_DATA_FOUND;
    NULL;
  END IF;
  FOR i IN 1 .. n LOOP
    EXIT WHEN i = 3;
    CONTINUE;
    p.n; -- XY1508
    p.n;
  END LOOP;
  LOOP
    EXIT;
  END LOOP;
  GOTO fine;
  <<fine>>
  RAISE_APPLICATION_ERROR(-20001, 'x');
  RETURN 2; -- XY1508
EXCEPTION
  WHEN NO_DATA_FOUND OR TOO_MANY_ROWS THEN RETURN 3;
  WHEN too_many_rows THEN RETURN 4; -- XY1507
  WHEN OTHERS THEN RETURN 5;
  WHEN ZERO_DIVIDE THEN RETURN 6; -- XY1507
END;
/
CREATE OR REPLACE FUNCTION conditional RETURN NUMBER IS
BEGIN
  $IF $$x $THEN RETURN 1; $ELSE RETURN 2; $END
  RETURN 3;
END;
/
CREATE OR REPLACE PROCEDURE unused (p_used NUMBER, p_out OUT NUMBER, p_not NUMBER) IS -- XY1510
  v_not NUMBER; -- XY1509
  v_written NUMBER;
  v_anchor NUMBER;
  v_anchored v_anchor%TYPE;
  CURSOR c_not IS SELECT 1 AS one FROM dual; -- XY1511
  CURSOR c_row IS SELECT * FROM t;
  CURSOR c_open (q NUMBER) IS SELECT id FROM t WHERE id = q;
  CURSOR c_loop (q NUMBER) IS SELECT id FROM t; -- XY1510
  r c_row%ROWTYPE;
  TYPE rec IS RECORD (a NUMBER, b NUMBER);
  x rec;
  v_bind NUMBER;
  v_maybe NUMBER;
  e EXCEPTION;
BEGIN
  v_written := p_used;
  v_anchored := 1;
  p_out := 1;
  r.id := 1;
  x.a := 1;
  OPEN c_open(1);
  FOR l IN c_loop(1) LOOP NULL; END LOOP;
  EXECUTE IMMEDIATE 'BEGIN x(:1); END;' USING v_bind;
  UPDATE unknown_table SET a = v_maybe;
END;
/
CREATE OR REPLACE PROCEDURE arguments IS
  v NUMBER;
BEGIN
  v := f(1) + f(1, 'x') + f(p_b => 'x', p_a => 1) + f(1, p_b => 'x');
  v := f(1, 'x', 2); -- XY1504
  v := f(p_c => 1); -- XY1504
  v := f(p_b => 'x'); -- XY1504
  p.m(1);
  p.m(1, SYSDATE);
  p.m; -- XY1504
  p.m(a => 1, c => 2); -- XY1504
  p.n;
  p.n(1); -- XY1504
  remote_proc@link(1, 2);
  unknown_proc(1, 2, 3);
END;
/
CREATE OR REPLACE PROCEDURE counts IS
  a NUMBER; b VARCHAR2(10); r t%ROWTYPE;
  TYPE t_rows IS TABLE OF t%ROWTYPE;
  TYPE t_ids IS TABLE OF t.id%TYPE;
  rs t_rows; ids t_ids;
  CURSOR c IS SELECT id, name FROM t;
BEGIN
  SELECT id, name INTO a, b FROM t;
  SELECT id, name INTO a FROM t; -- XY1512
  SELECT id INTO a, b FROM t; -- XY1512
  SELECT * INTO r FROM t;
  SELECT id, name INTO r FROM t; -- XY1512
  SELECT * BULK COLLECT INTO rs FROM t;
  SELECT id BULK COLLECT INTO ids FROM t;
  SELECT id, name BULK COLLECT INTO ids FROM t; -- XY1512
  SELECT * INTO a FROM unknown_table;
  OPEN c;
  FETCH c INTO a, b;
  FETCH c INTO a; -- XY1512
END;
/
