-- trap: B01
-- oracle: NUMBER keeps 20 base-100 digits (39 or 40 significant decimals); quotients, averages, roots and their products are rounded to them
SET SERVEROUTPUT ON
CREATE TABLE visits (id NUMBER(6), fee NUMBER(10,2), days NUMBER(4), amount NUMBER, came DATE, gone DATE);
INSERT INTO visits VALUES (1, 100, 3, 10, DATE '2024-01-01', DATE '2024-01-01' + 5/24);
INSERT INTO visits VALUES (2, 0.5, 7, 20, DATE '2024-01-01', DATE '2024-01-02' + 45/86400);
INSERT INTO visits VALUES (3, 99999999.99, 9999, 0.5, DATE '2024-01-01', DATE '2025-01-01');
DECLARE
  v NUMBER;
  w NUMBER(5,2);
  i PLS_INTEGER;
  s VARCHAR2(200);
BEGIN
  DBMS_OUTPUT.PUT_LINE(1/3);
  DBMS_OUTPUT.PUT_LINE(-2/3);
  DBMS_OUTPUT.PUT_LINE(100/7);
  v := 10/3;
  DBMS_OUTPUT.PUT_LINE(v || ' ' || v * 3 || ' ' || TRUNC(v * 3));
  IF 1/3 * 3 = 1 THEN s := 'equal'; ELSE s := 'different'; END IF;
  DBMS_OUTPUT.PUT_LINE('1/3*3 ' || s || ' ' || TRUNC(2/3 * 3));
  w := 200/7;
  i := 7/2;
  DBMS_OUTPUT.PUT_LINE(w || ' ' || i);
  DBMS_OUTPUT.PUT_LINE(SQRT(2));
  DBMS_OUTPUT.PUT_LINE(SQRT(16) || ' ' || SQRT(0.25));
  FOR r IN (SELECT id, fee / days AS rate, ROUND(fee / days, 2) AS rounded, fee / 4 AS quarter, amount / 3 AS third,
                   TRUNC((gone - came) * 24) AS hours, ROUND((gone - came) * 24 * 60) AS minutes, ROUND((gone - came) * 86400) AS seconds,
                   TRUNC(MONTHS_BETWEEN(gone, came) / 12) AS years
              FROM visits ORDER BY id) LOOP
    DBMS_OUTPUT.PUT_LINE(r.id || ': ' || r.rate);
    DBMS_OUTPUT.PUT_LINE(r.rounded || ' ' || r.quarter || ' ' || r.hours || ' ' || r.minutes || ' ' || r.seconds || ' ' || r.years);
    DBMS_OUTPUT.PUT_LINE(r.third);
  END LOOP;
  SELECT AVG(amount) INTO v FROM visits;
  DBMS_OUTPUT.PUT_LINE(v);
  SELECT AVG(days) INTO v FROM visits WHERE id < 3;
  DBMS_OUTPUT.PUT_LINE(v);
  SELECT AVG(amount) INTO v FROM visits WHERE id > 3;
  DBMS_OUTPUT.PUT_LINE('[' || v || ']');
  SELECT ROUND(AVG(fee), 2), MEDIAN(amount) INTO w, v FROM visits WHERE id < 3;
  DBMS_OUTPUT.PUT_LINE(w || ' ' || v);
  SELECT MAX(AVG(amount)) INTO v FROM visits GROUP BY MOD(id, 2);
  DBMS_OUTPUT.PUT_LINE(v);
  SELECT COUNT(*) INTO i FROM visits WHERE fee / days > 33.33;
  DBMS_OUTPUT.PUT_LINE(i);
  BEGIN
    v := w / (i - i);
  EXCEPTION
    WHEN ZERO_DIVIDE THEN DBMS_OUTPUT.PUT_LINE('zero ' || SQLCODE);
  END;
END;
/
