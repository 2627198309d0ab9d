-- trap: B05
-- oracle: numbers that become text as piped rows, defaults of fields and parameters, elements of CAST(MULTISET)
SET SERVEROUTPUT ON
CREATE OR REPLACE TYPE tv AS TABLE OF VARCHAR2(20);
/
CREATE TABLE c (n NUMBER(6,2));
INSERT INTO c VALUES (0.5);
CREATE OR REPLACE FUNCTION rows_of RETURN tv PIPELINED IS
BEGIN
  FOR r IN (SELECT n FROM c) LOOP
    PIPE ROW (r.n);
  END LOOP;
  PIPE ROW (1 / 4);
  RETURN;
END;
/
CREATE OR REPLACE PROCEDURE show(x VARCHAR2 DEFAULT 3 / 4, y NUMBER) IS
BEGIN
  DBMS_OUTPUT.PUT_LINE(x || ' ' || y);
END;
/
DECLARE
  TYPE rt IS RECORD (x VARCHAR2(10) := 1 / 2, y NUMBER := '3');
  r rt;
  l tv;
BEGIN
  FOR q IN (SELECT column_value AS v FROM TABLE(rows_of) ORDER BY column_value) LOOP
    DBMS_OUTPUT.PUT_LINE(q.v);
  END LOOP;
  DBMS_OUTPUT.PUT_LINE(r.x || ' ' || r.y);
  SELECT CAST(MULTISET(SELECT n FROM c) AS tv) INTO l FROM dual;
  DBMS_OUTPUT.PUT_LINE(l(1));
  SELECT CAST(MULTISET(SELECT n FROM c UNION ALL SELECT 0.25 FROM dual) AS tv) INTO l FROM dual;
  DBMS_OUTPUT.PUT_LINE(l(1) || l(2));
  show(y => 1);
END;
/
