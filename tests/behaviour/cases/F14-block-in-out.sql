-- trap: F08, F14
-- oracle: a dynamic block that passes its IN OUT bind to a procedure with IN OUT and OUT parameters
SET SERVEROUTPUT ON
CREATE OR REPLACE PROCEDURE p2(x IN OUT NUMBER, y OUT VARCHAR2, z IN VARCHAR2 DEFAULT 'dz') IS
BEGIN
  x := x * 2;
  y := z || x;
END p2;
/
DECLARE
  a NUMBER := 7;
  b VARCHAR2(9);
BEGIN
  EXECUTE IMMEDIATE 'BEGIN p2(:x, :y, :z); :x := :x + 1; END;' USING IN OUT a, OUT b, IN 'dyn';
  DBMS_OUTPUT.PUT_LINE(a || b);
  EXECUTE IMMEDIATE 'BEGIN p2(:1, :2); END;' USING IN OUT a, OUT b;
  DBMS_OUTPUT.PUT_LINE(a || b);
END;
/
