-- trap: F08, F09
-- oracle: nested called by nested, integers and text
SET SERVEROUTPUT ON
CREATE OR REPLACE PACKAGE pv IS a NUMBER := 30; b VARCHAR2(9) := 'keep'; TYPE l IS TABLE OF NUMBER INDEX BY PLS_INTEGER; m l; END pv;
/
CREATE TABLE tt (a NUMBER, b VARCHAR2(9));
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
  FUNCTION fw(x IN OUT NUMBER, y OUT VARCHAR2) RETURN NUMBER IS
  BEGIN
    g := g + 10;
    x := x + 1;
    y := 'f' || x;
    RETURN g;
  END fw;
BEGIN
  w(a, b);
  w(t, b, 1.5);
  DBMS_OUTPUT.PUT_LINE(a || b || t || ' ' || g);
END;
/
