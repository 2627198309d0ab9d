-- trap: C08
-- oracle: intervals become text and text becomes intervals where the other type is wanted: assignments, arguments, comparisons, columns
SET SERVEROUTPUT ON
CREATE TABLE leave (a INTERVAL DAY TO SECOND, b INTERVAL YEAR TO MONTH, s VARCHAR2(30));
INSERT INTO leave VALUES ('1 02:03:04', '1-2', INTERVAL '5' HOUR);
INSERT INTO leave VALUES ('0 00:30:00', '-0-3', INTERVAL '2' YEAR);
DECLARE
  a INTERVAL DAY TO SECOND;
  b INTERVAL YEAR TO MONTH;
  c VARCHAR2(30) := '1 00:00:01';
  n NUMBER;
  FUNCTION f(p VARCHAR2) RETURN VARCHAR2 IS BEGIN RETURN '<' || p || '>'; END;
  FUNCTION g RETURN VARCHAR2 IS BEGIN RETURN b; END;
BEGIN
  a := c;
  b := '2-3';
  DBMS_OUTPUT.PUT_LINE(a);
  DBMS_OUTPUT.PUT_LINE(f(a) || f(b) || g);
  IF a > '0 23:59:59' THEN DBMS_OUTPUT.PUT_LINE('longer than a day'); END IF;
  FOR r IN (SELECT a, b, s, SUBSTR(a, 1, 3) AS days FROM leave ORDER BY a) LOOP
    DBMS_OUTPUT.PUT_LINE(r.a || ' ' || r.b || ' ' || r.s || ' ' || r.days);
  END LOOP;
  UPDATE leave SET s = a WHERE a > '0 01:00:00' AND b = '01-02';
  DBMS_OUTPUT.PUT_LINE(SQL%ROWCOUNT);
  SELECT COUNT(*) INTO n FROM leave WHERE a LIKE '+01%' AND s = '+01 02:03:04.000000';
  DBMS_OUTPUT.PUT_LINE(n);
END;
/
