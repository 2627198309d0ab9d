-- trap: B05, A08
-- oracle: ROUND and TRUNC take a text as a number, and a NULL literal in a number's place calls the same function
SET SERVEROUTPUT ON
CREATE TABLE reading (v VARCHAR2(10), n NUMBER);
INSERT INTO reading VALUES ('12.56', 34.25);
DECLARE
  a NUMBER; b NUMBER; c NUMBER; d VARCHAR2(10); e DATE; t VARCHAR2(10) := '7.5';
BEGIN
  SELECT ROUND(v), ROUND(v, 1), TRUNC('2.57', '1') INTO a, b, c FROM reading;
  DBMS_OUTPUT.PUT_LINE(a || ' ' || b || ' ' || c);
  SELECT ROUND(n, SUBSTR(v, 1, 1)), TRUNC(v), ROUND('2.5') INTO a, b, c FROM reading;
  DBMS_OUTPUT.PUT_LINE(a || ' ' || b || ' ' || c);
  SELECT SUBSTR(v, NULL), ADD_MONTHS(SYSDATE, NULL), SUM(NULL) INTO d, e, a FROM reading GROUP BY v;
  DBMS_OUTPUT.PUT_LINE('[' || d || '][' || e || '][' || a || ']');
  DBMS_OUTPUT.PUT_LINE(ROUND(t) || ' ' || TRUNC(t) || ' [' || ROUND(NULL) || ']');
END;
/
