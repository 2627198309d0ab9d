-- trap: D07, F25
-- oracle: user functions whose names are built in elsewhere: left, right, age, format, md5, split_part
SET SERVEROUTPUT ON
CREATE OR REPLACE FUNCTION left(a VARCHAR2, n NUMBER) RETURN VARCHAR2 IS BEGIN RETURN 'L' || SUBSTR(a, 1, n); END;
/
CREATE OR REPLACE FUNCTION age(d DATE) RETURN NUMBER IS BEGIN RETURN TRUNC(MONTHS_BETWEEN(DATE '2024-06-01', d) / 12); END;
/
CREATE OR REPLACE FUNCTION format(a VARCHAR2) RETURN VARCHAR2 IS BEGIN RETURN 'F' || a; END;
/
CREATE OR REPLACE FUNCTION md5(a VARCHAR2) RETURN VARCHAR2 IS BEGIN RETURN 'mine'; END;
/
CREATE OR REPLACE FUNCTION split_part(a VARCHAR2, b VARCHAR2, n NUMBER) RETURN VARCHAR2 IS BEGIN RETURN 'sp' || n; END;
/
DECLARE
  v VARCHAR2(40);
BEGIN
  DBMS_OUTPUT.PUT_LINE(left('abc', 2) || ' ' || age(DATE '2000-01-01') || ' ' || format('x') || ' ' || md5('a') || ' ' || split_part('a,b', ',', 1));
  SELECT left('abc', 1) || format(md5('q')) INTO v FROM dual WHERE age(DATE '2000-06-02') = 23;
  DBMS_OUTPUT.PUT_LINE(v);
END;
/
