-- trap: F08, F09
-- oracle: nested, package variables
SET SERVEROUTPUT ON
CREATE OR REPLACE PACKAGE pv IS a NUMBER := 30; b VARCHAR2(9) := 'keep'; TYPE l IS TABLE OF NUMBER INDEX BY PLS_INTEGER; m l; END pv;
/
CREATE TABLE tt (a NUMBER, b VARCHAR2(9));
DECLARE
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
  w(pv.a, pv.b);
  DBMS_OUTPUT.PUT_LINE(pv.a || ' ' || pv.b || ' ' || g);
END;
/
