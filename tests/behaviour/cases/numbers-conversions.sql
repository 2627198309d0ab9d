-- trap: B01, B05, B07, B03
SET SERVEROUTPUT ON
-- oracle: text and numbers mixed: concatenation, comparison, arithmetic, assignment
CREATE TABLE n1 (id NUMBER(3), txt VARCHAR2(10), q NUMBER(5), amt NUMBER(8,2));
INSERT INTO n1 VALUES (1, '010', 3, 2.5);
INSERT INTO n1 VALUES (2, ' 9 ', 2, 0.75);
INSERT INTO n1 VALUES (3, '1e2', 7, -3);
DECLARE
  v_t VARCHAR2(10) := 12.50;
  v_n NUMBER := '0.50';
  v_i PLS_INTEGER := 7;
  v_j INTEGER := 2.5;
  v_k NUMBER(3,1);
  n   NUMBER;
BEGIN
  FOR r IN (SELECT id, txt + 1 a, txt * q b, q / 2 c, txt || q || amt d, -amt || 'x' e FROM n1 WHERE txt > 8.5 ORDER BY TO_NUMBER(txt)) LOOP
    DBMS_OUTPUT.PUT_LINE(r.id || ' ' || r.a || ' ' || r.b || ' ' || r.c || ' ' || r.d || ' ' || r.e);
  END LOOP;
  DBMS_OUTPUT.PUT_LINE(v_t || ' ' || v_n || ' ' || v_i / 2 || ' ' || v_j || ' ' || (v_i + '3') || ' ' || v_i * .1 || ' ' || 1 / 3);
  SELECT COUNT(*) INTO n FROM n1 WHERE txt = 10;
  DBMS_OUTPUT.PUT_LINE(n);
  SELECT COUNT(*) INTO n FROM n1 WHERE txt IN (9, 100);
  DBMS_OUTPUT.PUT_LINE(n);
  SELECT SUM(txt), MAX(txt), ROUND(AVG(q), 3) || '', COUNT(*) / 2 || '' INTO n, v_t, v_k, v_n FROM n1;
  DBMS_OUTPUT.PUT_LINE(n || ' ' || v_t || ' ' || v_k || ' ' || v_n);
  v_k := 12.349;
  DBMS_OUTPUT.PUT_LINE(v_k || ' ' || ROUND(-2.5) || ROUND(2.5) || TRUNC(-2.7) || FLOOR(-2.1) || CEIL(2.1) || ' ' || ROUND(1250, -2) || ' ' || TRUNC(1299.99, -2) || ' ' || MOD(-7, 3) || MOD(7, -3) || ' ' || REMAINDER(7, 4) || ' ' || MOD(5, 0));
  DBMS_OUTPUT.PUT_LINE(1 + 2 || 3 + 4);
  DBMS_OUTPUT.PUT_LINE(2 ** 3 || ' ' || -2 ** 2 || ' ' || POWER(2, -1) || ' ' || SIGN(-.3) || ' ' || ABS(-.3));
  DBMS_OUTPUT.PUT_LINE(TO_CHAR(1234567.891) || ' ' || TO_CHAR(-.05) || ' ' || TO_CHAR(1e10) || ' ' || TO_CHAR(100) || ' ' || 0.10 || ' ' || 1.0 || ' ' || 5e-3);
  DBMS_OUTPUT.PUT_LINE(TO_NUMBER('  12  ') || TO_NUMBER('-.5') || ' ' || TO_NUMBER('1,234.50', '9,999.99') || ' ' || TO_NUMBER('$12', '$99') || ' ' || TO_NUMBER('12-', '99MI') || ' ' || TO_NUMBER('<7>', '9PR') || ' ' || TO_NUMBER('ff', 'xx'));
  IF '10' > 9 AND NOT ('10' > '9') THEN
    DBMS_OUTPUT.PUT_LINE('mixed compare');
  END IF;
  v_t := 1 / 4;
  v_t := v_t || v_t;
  DBMS_OUTPUT.PUT_LINE(v_t || ' ' || NVL(v_n, 0) * '2' || ' ' || NULLIF(v_i, 7.0) || ' ' || COALESCE(NULL, v_i / 4) || ' ' || LENGTH(v_i / 4) || ' ' || LENGTH(123.450));
  DBMS_OUTPUT.PUT_LINE(SUBSTR(20240229, 5, 2) || ' ' || INSTR(12.5, '.') || ' ' || LPAD(7, 3, 0) || ' ' || REPLACE(1.5, '.', ',') || ' ' || RPAD(5, 3, '0') || ' ' || UPPER(1e3));
  n := 10 / 4 * 4;
  DBMS_OUTPUT.PUT_LINE(n || ' ' || 7 / 2 * 2 || ' ' || (CASE WHEN v_i > 5 THEN 1 ELSE 2.5 END) / 2);
END;
/
