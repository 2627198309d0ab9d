-- trap: B01, B03, B04, B07
-- oracle: PLS_INTEGER division gives NUMBER, assignment rounds half away, MOD/REMAINDER/POWER of negatives, || with + left to right, NULL arithmetic
SET SERVEROUTPUT ON
DECLARE
  i PLS_INTEGER := 7; j PLS_INTEGER := 2; k INTEGER := -2.5; m NUMBER(5,2) := 1.005; n NUMBER(4,-2) := 1251;
  d NUMBER := -7.5; f BINARY_DOUBLE := 2.5; s VARCHAR2(40); c CONSTANT NUMBER := 0.1;
  x SIMPLE_INTEGER := 3;
BEGIN
  DBMS_OUTPUT.PUT_LINE(i / j || ' ' || TRUNC(i / j) || ' ' || ROUND(i / j) || ' ' || k || ' ' || m || ' ' || n);
  j := i / j;  DBMS_OUTPUT.PUT_LINE(j);
  j := -2.5;   DBMS_OUTPUT.PUT_LINE(j);
  j := f;      DBMS_OUTPUT.PUT_LINE('bd ' || x);
  DBMS_OUTPUT.PUT_LINE(MOD(d, 2) || ' ' || REMAINDER(7, 4) || ' ' || REMAINDER(6, 4) || ' ' || MOD(5, 0) || ' ' || MOD(-5, 3) || ' ' || TRUNC(d) || ' ' || FLOOR(d) || ' ' || CEIL(d) || ' ' || ROUND(d) || ' ' || ROUND(1250, -2) || ' ' || TRUNC(1299, -2) || ' ' || SIGN(d));
  DBMS_OUTPUT.PUT_LINE(-2 ** 2 || ' ' || 2 ** (-1) || ' ' || POWER(-8, 3));
  s := 1 + 2 || 3 + 4;
  DBMS_OUTPUT.PUT_LINE(s);
  s := 'a' || 1 * 2 || c || NULL || 10 / 4;
  DBMS_OUTPUT.PUT_LINE(s || ' ' || (c + c + c) || ' ' || c * 10 || ' ' || 1e-5 || ' ' || 123456789012345678901234567890 || ' ' || 1E20);
  IF d + NULL IS NULL AND NOT NVL(d > NULL, FALSE) AND NULLIF(0.10, 0.1) IS NULL THEN DBMS_OUTPUT.PUT_LINE('nulls'); END IF;
  IF 0.1 + 0.2 = 0.3 THEN DBMS_OUTPUT.PUT_LINE('decimal'); END IF;
  FOR q IN -1.5 .. 1.5 LOOP s := s || '/' || q; END LOOP;
  DBMS_OUTPUT.PUT_LINE(s);
  FOR q IN REVERSE 3 .. 1 LOOP DBMS_OUTPUT.PUT_LINE('never'); END LOOP;
  n := 0;
  FOR q IN REVERSE 1 .. i LOOP i := 2; n := n + q * 100; EXIT WHEN q < 6; END LOOP;
  DBMS_OUTPUT.PUT_LINE(n || ' ' || i);
  DBMS_OUTPUT.PUT_LINE(BITAND(13, 6) || ' ' || LENGTH(1/4) || ' ' || GREATEST(2, 10) || ' ' || LEAST('2', '10') || ' ' || TO_CHAR(255, 'fmXX') || ' ' || ABS(-.5));
END;
/
