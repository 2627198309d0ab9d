-- trap: F02, F08
-- oracle: a procedure whose work is kept when it fails gets package variables, fields, named arguments and :NEW columns for its OUT parameters
SET SERVEROUTPUT ON
CREATE TABLE er (id NUMBER, v VARCHAR2(5));
CREATE TABLE tt (a NUMBER, b VARCHAR2(9));
CREATE OR REPLACE PROCEDURE p1(x IN OUT NUMBER, k NUMBER DEFAULT 2, y OUT VARCHAR2) IS
BEGIN
  x := x * k;
  y := 'd' || x;
  INSERT INTO er VALUES (x, y);
  IF x > 100 THEN
    RAISE_APPLICATION_ERROR(-20001, 'big ' || x);
  END IF;
END p1;
/
CREATE OR REPLACE PACKAGE pk IS
  a NUMBER := 30;
  b VARCHAR2(9) := 'keep';
END pk;
/
CREATE OR REPLACE TRIGGER ttr BEFORE INSERT ON tt FOR EACH ROW
BEGIN
  p1(:NEW.a, 2, :NEW.b);
EXCEPTION
  WHEN OTHERS THEN :NEW.b := 'bad';
END;
/
DECLARE
  TYPE t IS RECORD (a NUMBER := 30, b VARCHAR2(9));
  r t;
  a NUMBER := 30;
  b VARCHAR2(9) := 'keep';
BEGIN
  FOR i IN 1 .. 2 LOOP
    BEGIN
      p1(pk.a, 2, pk.b);
      DBMS_OUTPUT.PUT_LINE(pk.a || ' ' || pk.b);
    EXCEPTION
      WHEN OTHERS THEN DBMS_OUTPUT.PUT_LINE('! ' || pk.a || ' ' || pk.b);
    END;
    BEGIN
      p1(r.a, y => r.b);
      DBMS_OUTPUT.PUT_LINE(r.a || ' ' || r.b);
    EXCEPTION
      WHEN OTHERS THEN DBMS_OUTPUT.PUT_LINE('! ' || r.a || ' ' || r.b);
    END;
    BEGIN
      p1(y => b, x => a);
      DBMS_OUTPUT.PUT_LINE(a || ' ' || b);
    EXCEPTION
      WHEN OTHERS THEN DBMS_OUTPUT.PUT_LINE('! ' || a || ' ' || b);
    END;
  END LOOP;
END;
/
INSERT INTO tt VALUES (30, 'keep');
INSERT INTO tt VALUES (60, 'keep');
BEGIN
  FOR r IN (SELECT a || ' ' || b AS x FROM tt ORDER BY b DESC) LOOP DBMS_OUTPUT.PUT_LINE(r.x); END LOOP;
  FOR r IN (SELECT COUNT(*) AS n FROM er) LOOP DBMS_OUTPUT.PUT_LINE(r.n); END LOOP;
END;
/
