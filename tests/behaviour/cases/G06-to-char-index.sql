-- trap: G06
-- oracle: an index on TO_CHAR of a date, a unique one too
SET SERVEROUTPUT ON
CREATE TABLE shift_day (id NUMBER(4) PRIMARY KEY, d DATE);
CREATE INDEX shift_month ON shift_day (TO_CHAR(d, 'YYYYMM'));
CREATE UNIQUE INDEX shift_once ON shift_day (TO_CHAR(d, 'yyyy-mm-dd'));
INSERT INTO shift_day VALUES (1, TO_DATE('2024-02-29 08:00', 'YYYY-MM-DD HH24:MI'));
DECLARE
  n NUMBER;
BEGIN
  BEGIN
    INSERT INTO shift_day VALUES (2, TO_DATE('2024-02-29 20:00', 'YYYY-MM-DD HH24:MI'));
  EXCEPTION
    WHEN DUP_VAL_ON_INDEX THEN DBMS_OUTPUT.PUT_LINE('one a day');
  END;
  SELECT COUNT(*) INTO n FROM shift_day WHERE TO_CHAR(d, 'YYYYMM') = '202402';
  DBMS_OUTPUT.PUT_LINE('in February ' || n);
END;
/
