-- trap: F13, F05
-- oracle: strong and weak ref cursors as OUT and IN parameters, fetch into scalars and rowtypes, %ROWCOUNT follows the cursor, reopening, cursor snapshot at OPEN
SET SERVEROUTPUT ON
CREATE TABLE q (id NUMBER(4), st VARCHAR2(5));
INSERT INTO q VALUES (1, 'wait');
INSERT INTO q VALUES (2, 'wait');
INSERT INTO q VALUES (3, 'done');
CREATE OR REPLACE PACKAGE qp IS
  TYPE rc_q IS REF CURSOR RETURN q%ROWTYPE;
  PROCEDURE get(p_st VARCHAR2, rc OUT rc_q);
  FUNCTION weak(p NUMBER) RETURN SYS_REFCURSOR;
  PROCEDURE eat(rc IN rc_q, p_title VARCHAR2);
END;
/
CREATE OR REPLACE PACKAGE BODY qp IS
  PROCEDURE get(p_st VARCHAR2, rc OUT rc_q) IS
  BEGIN
    OPEN rc FOR SELECT * FROM q WHERE st = NVL(p_st, st) ORDER BY id;
  END;
  FUNCTION weak(p NUMBER) RETURN SYS_REFCURSOR IS
    c SYS_REFCURSOR;
  BEGIN
    IF p = 1 THEN
      OPEN c FOR SELECT COUNT(*), MIN(st) FROM q;
    ELSIF p = 2 THEN
      OPEN c FOR 'SELECT id, st FROM q WHERE id > :x AND st <> :y ORDER BY id DESC' USING p - 1, 'gone';
    END IF;
    RETURN c;
  END;
  PROCEDURE eat(rc IN rc_q, p_title VARCHAR2) IS
    r q%ROWTYPE;
  BEGIN
    LOOP
      FETCH rc INTO r;
      EXIT WHEN rc%NOTFOUND;
      DBMS_OUTPUT.PUT_LINE(p_title || ' ' || r.id || r.st);
    END LOOP;
    CLOSE rc;
  END;
END;
/
DECLARE
  c qp.rc_q; w SYS_REFCURSOR; a NUMBER; b VARCHAR2(10); r q%ROWTYPE;
BEGIN
  qp.get(NULL, c);
  FETCH c INTO r;
  DELETE FROM q WHERE id = 3;
  qp.eat(c, 'rest');
  qp.get('wait', rc => c);
  IF c%ISOPEN THEN DBMS_OUTPUT.PUT_LINE('open ' || c%ROWCOUNT); END IF;
  qp.eat(p_title => 'wait', rc => c);
  IF NOT c%ISOPEN THEN DBMS_OUTPUT.PUT_LINE('closed'); END IF;
  w := qp.weak(1);
  FETCH w INTO a, b;
  CLOSE w;
  DBMS_OUTPUT.PUT_LINE(a || b);
  w := qp.weak(2);
  LOOP
    FETCH w INTO r;
    EXIT WHEN w%NOTFOUND;
    DBMS_OUTPUT.PUT_LINE(r.id || '/' || w%ROWCOUNT);
  END LOOP;
  OPEN w FOR SELECT 5 FROM dual;
  FETCH w INTO a;
  DBMS_OUTPUT.PUT_LINE(a);
  CLOSE w;
  w := qp.weak(3);
  BEGIN
    FETCH w INTO a;
  EXCEPTION
    WHEN INVALID_CURSOR THEN DBMS_OUTPUT.PUT_LINE('invalid');
  END;
END;
/
