-- trap: F02, F08
-- oracle: package variables
SET SERVEROUTPUT ON
CREATE TABLE er (id NUMBER, v VARCHAR2(5));

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
CREATE OR REPLACE FUNCTION fu(x IN OUT NUMBER, y OUT VARCHAR2) RETURN NUMBER IS
BEGIN
  x := x * 2;
  y := 'd' || x;
  INSERT INTO er VALUES (x, y);
  IF x > 100 THEN
    RAISE_APPLICATION_ERROR(-20001, 'big ' || x);
  END IF;
  RETURN x + 1;
END fu;
/
CREATE OR REPLACE PACKAGE pk IS
  a NUMBER := 30; b VARCHAR2(9) := 'keep';
  PROCEDURE q(x IN OUT NUMBER, y OUT VARCHAR2);
  PROCEDURE go;
END pk;
/
CREATE OR REPLACE PACKAGE BODY pk IS
  a2 NUMBER := 30; b2 VARCHAR2(9) := 'keep';
  PROCEDURE q(x IN OUT NUMBER, y OUT VARCHAR2) IS
  BEGIN
    x := x * 2;
    y := 'd' || x;
    INSERT INTO er VALUES (x, y);
    IF x > 100 THEN
      RAISE_APPLICATION_ERROR(-20001, 'big ' || x);
    END IF;
  END q;
  PROCEDURE go IS
  BEGIN
    FOR i IN 1 .. 2 LOOP
      BEGIN
        q(a2, b2);
        DBMS_OUTPUT.PUT_LINE(a2 || ' ' || b2);
      EXCEPTION
        WHEN OTHERS THEN DBMS_OUTPUT.PUT_LINE('! ' || a2 || ' ' || b2);
      END;
    END LOOP;
  END go;
END pk;
/
DECLARE
  z NUMBER;
BEGIN
  FOR i IN 1 .. 2 LOOP
    BEGIN
      p1(pk.a, 2, pk.b);
      DBMS_OUTPUT.PUT_LINE(pk.a || ' ' || pk.b);
    EXCEPTION
      WHEN OTHERS THEN DBMS_OUTPUT.PUT_LINE('! ' || pk.a || ' ' || pk.b);
    END;
  END LOOP;
  FOR r IN (SELECT COUNT(*) AS n FROM er) LOOP DBMS_OUTPUT.PUT_LINE(r.n); END LOOP;
END;
/
