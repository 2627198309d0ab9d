-- trap: E13
-- oracle: a constant in GROUP BY is a constant, not a position; a constant in ORDER BY that is no integer orders nothing
SET SERVEROUTPUT ON
CREATE TABLE g (n NUMBER, b VARCHAR2(5));
INSERT INTO g VALUES (1, 'x');
INSERT INTO g VALUES (2, 'y');
INSERT INTO g VALUES (3, 'y');
DECLARE
  c NUMBER := 0;
BEGIN
  FOR r IN (SELECT MAX(n) AS m FROM g GROUP BY 1) LOOP
    DBMS_OUTPUT.PUT_LINE('max ' || r.m);
  END LOOP;
  FOR r IN (SELECT MAX(n) AS m FROM g WHERE n > 9 GROUP BY 1) LOOP
    DBMS_OUTPUT.PUT_LINE('never');
  END LOOP;
  FOR r IN (SELECT b, COUNT(*) AS k FROM g GROUP BY 'x', b, NULL ORDER BY 'x', NULL, b) LOOP
    DBMS_OUTPUT.PUT_LINE(r.b || ' ' || r.k);
  END LOOP;
  FOR r IN (SELECT b, COUNT(*) AS k FROM g GROUP BY ROLLUP(2, b) ORDER BY 2, 1) LOOP
    c := c + 1;
    DBMS_OUTPUT.PUT_LINE(NVL(r.b, '-') || ' ' || r.k);
  END LOOP;
END;
/
