-- FETCH past the end leaves its variables alone: a copy is made where that can be seen
CREATE TABLE t (a NUMBER(4), b VARCHAR2(10));
CREATE PACKAGE k IS
  last_a NUMBER;
END;
/
CREATE OR REPLACE PROCEDURE unseen(o OUT NUMBER) IS
  CURSOR c IS SELECT a, b FROM t;
  a NUMBER(4); b VARCHAR2(10); r t%ROWTYPE; x NUMBER; y NUMBER; z VARCHAR2(10); w VARCHAR2(10);
BEGIN
  OPEN c;
  LOOP
    FETCH c INTO a, b;
    EXIT WHEN c%NOTFOUND;
    DBMS_OUTPUT.PUT_LINE(b);
  END LOOP;
  CLOSE c;
  OPEN c;
  FETCH c INTO r;
  WHILE c%FOUND LOOP
    DBMS_OUTPUT.PUT_LINE(r.b);
    FETCH c INTO r;
  END LOOP;
  CLOSE c;
  OPEN c;
  FETCH c INTO x, b;
  IF c%NOTFOUND THEN
    CLOSE c;
    RETURN;
  END IF;
  DBMS_OUTPUT.PUT_LINE(b);
  CLOSE c;
  OPEN c;
  FETCH c INTO y, z;
  CLOSE c;
  OPEN c;
  FETCH c INTO o, w;
  CLOSE c;
  DBMS_OUTPUT.PUT_LINE(y);
END;
/
CREATE OR REPLACE PROCEDURE seen(o IN OUT NUMBER) IS
  CURSOR c IS SELECT a, b FROM t;
  a NUMBER(4); b VARCHAR2(10) := 'none'; r t%ROWTYPE;
BEGIN
  OPEN c;
  LOOP
    FETCH c INTO a, b;
    EXIT WHEN c%NOTFOUND;
  END LOOP;
  CLOSE c;
  DBMS_OUTPUT.PUT_LINE(b);
  OPEN c;
  FETCH c INTO o, a;
  FETCH c INTO k.last_a, r.b;
  CLOSE c;
  FOR i IN 1 .. 2 LOOP
    OPEN c;
    FETCH c INTO r;
    CLOSE c;
    DBMS_OUTPUT.PUT_LINE(r.a);
  END LOOP;
END;
/
