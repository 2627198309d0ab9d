-- trap: B08
-- oracle: NANVL of numbers is the number; of a BINARY_DOUBLE NaN the second
SET SERVEROUTPUT ON
DECLARE
  n NUMBER := 4; d BINARY_DOUBLE := BINARY_DOUBLE_NAN; r VARCHAR2(20);
BEGIN
  SELECT NANVL(1, 2) || '/' || NANVL(2.5, 0) INTO r FROM dual;
  DBMS_OUTPUT.PUT_LINE(r || ' ' || NANVL(n, 0) || ' ' || TO_CHAR(NANVL(d, 7), '90.0'));
  IF d IS NAN AND n IS NOT NAN THEN DBMS_OUTPUT.PUT_LINE('nan'); END IF;
END;
/
