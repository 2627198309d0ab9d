-- trap: F08, F09
-- oracle: a nested procedure that changes an outer variable gets integers, texts and package variables for its parameters
SET SERVEROUTPUT ON
CREATE OR REPLACE PACKAGE pv IS
  a NUMBER := 30;
  b VARCHAR2(9) := 'keep';
END pv;
/
DECLARE
  a PLS_INTEGER := 3;
  b CHAR(8);
  t VARCHAR2(5) := '7';
  g NUMBER := 1;
  PROCEDURE w(x IN OUT NUMBER, y OUT VARCHAR2, k NUMBER DEFAULT 2) IS
  BEGIN
    g := g + 1;
    x := x * k;
    y := 'd' || x || '/' || g;
  END w;
BEGIN
  w(a, b);
  w(t, b, 1.5);
  DBMS_OUTPUT.PUT_LINE(a || b || t || ' ' || g);
  w(pv.a, pv.b);
  DBMS_OUTPUT.PUT_LINE(pv.a || ' ' || pv.b || ' ' || g);
END;
/
