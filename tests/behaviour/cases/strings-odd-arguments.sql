-- trap: D01, D02, A08, D10
SET SERVEROUTPUT ON
-- oracle: string functions with zero, negative, fractional and NULL arguments
CREATE TABLE s1 (id NUMBER(2), t VARCHAR2(20), n NUMBER);
INSERT INTO s1 VALUES (1, 'abcabc', -2);
DECLARE
  v VARCHAR2(20);
  n NUMBER;
  t VARCHAR2(20);
BEGIN
  SELECT t, n INTO t, n FROM s1;
  DBMS_OUTPUT.PUT_LINE('[' || SUBSTR(t, n) || '][' || SUBSTR(t, 2.9, 2.9) || '][' || SUBSTR(t, -9) || '][' || SUBSTR(t, 0, 2) || '][' || SUBSTR(t, -3, 2) || '][' || SUBSTR(t, 7) || ']');
  DBMS_OUTPUT.PUT_LINE(INSTR(t, 'b', -1) || INSTR(t, 'b', -3) || INSTR(t, 'c', 1, 2) || INSTR(t, 'z') || INSTR(t, 'a', 0) || NVL(TO_CHAR(INSTR(t, v)), 'n'));
  DBMS_OUTPUT.PUT_LINE('[' || LPAD(t, 4) || '][' || LPAD(t, 8, 'xy') || '][' || RPAD(t, 0) || '][' || RPAD(t, 8, '') || '][' || LPAD('', 5, 'x') || ']');
  DBMS_OUTPUT.PUT_LINE('[' || LTRIM('  0012', '0 ') || '][' || RTRIM('1.500', '0') || '][' || TRIM(LEADING '0' FROM '00120') || '][' || TRIM('x' FROM 'xxaxx') || '][' || TRIM(v FROM 'ab') || ']');
  DBMS_OUTPUT.PUT_LINE(REPLACE('a.b.c', '.', '--') || REPLACE('abc', v) || REPLACE('aXbX', 'X', v) || REPLACE(v, 'a', 'b') || '|');
  DBMS_OUTPUT.PUT_LINE(TRANSLATE('2-A/7', '0123456789-/', '##########') || ' ' || TRANSLATE('abc', 'ab', 'x') || ' [' || TRANSLATE('abc', 'abc', '') || ']');
  DBMS_OUTPUT.PUT_LINE(INITCAP('o''neil mc-donald x2y') || ' ' || UPPER('éa') || ' ' || LOWER('ÀÉ'));
  DBMS_OUTPUT.PUT_LINE(ASCII('A') || CHR(66) || ASCII('') || ' ' || LENGTH('中文ab') || LENGTHB('中文ab') || ' ' || SUBSTRB('abc', 2, 1));
  DBMS_OUTPUT.PUT_LINE(CONCAT('a', NULL) || CONCAT(NULL, NULL) || CONCAT(1, 2) || CONCAT(.5, 'x'));
  DBMS_OUTPUT.PUT_LINE(GREATEST('apple', 'Banana', 'banana') || LEAST('b', 'B'));
  DBMS_OUTPUT.PUT_LINE(NVL(LENGTH(''), -1) || ' ' || NVL(LENGTH(TRIM(' ')), -1) || ' ' || LENGTH(' ') || ' ' || NVL(SUBSTR('abc', 2, -1), 'nul') || ' ' || NVL(SUBSTR('abc', 1, 0), 'nul'));
  DBMS_OUTPUT.PUT_LINE(SOUNDEX('Robert') || SOUNDEX('Rupert'));
END;
/
