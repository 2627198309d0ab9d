-- trap: F02, F05, F06
-- oracle: a handler inside a loop keeps the work before the failing statement, counters, and the loop goes on
SET SERVEROUTPUT ON
CREATE TABLE import_row (id NUMBER(4), txt VARCHAR2(20));
CREATE TABLE charge (id NUMBER(4) PRIMARY KEY, amt NUMBER(6,2) NOT NULL CHECK (amt > 0));
CREATE TABLE err (id NUMBER(4), code NUMBER);
INSERT INTO import_row VALUES (1, '12.5');
INSERT INTO import_row VALUES (2, 'abc');
INSERT INTO import_row VALUES (1, '3');
INSERT INTO import_row VALUES (3, '-4');
INSERT INTO import_row VALUES (4, NULL);
INSERT INTO import_row VALUES (5, '99999.99');
INSERT INTO import_row VALUES (6, ' 7 ');
DECLARE
  v_done NUMBER := 0;
  v_amt  NUMBER;
  v_cnt  NUMBER;
  e_null EXCEPTION;
  PRAGMA EXCEPTION_INIT(e_null, -1400);
  e_check EXCEPTION;
  PRAGMA EXCEPTION_INIT(e_check, -2290);
BEGIN
  FOR r IN (SELECT ROWNUM rn, id, txt FROM import_row) LOOP
    BEGIN
      INSERT INTO err VALUES (r.id, 0);
      v_amt := TO_NUMBER(r.txt);
      INSERT INTO charge VALUES (r.id, v_amt);
      v_done := v_done + SQL%ROWCOUNT;
      UPDATE err SET code = 1 WHERE id = r.id AND code = 0;
    EXCEPTION
      WHEN DUP_VAL_ON_INDEX THEN
        UPDATE err SET code = -1 WHERE id = r.id AND code = 0;
        DBMS_OUTPUT.PUT_LINE('dup ' || r.id || ' rows ' || SQL%ROWCOUNT);
      WHEN e_null OR e_check THEN
        UPDATE err SET code = SQLCODE WHERE id = r.id AND code = 0;
      WHEN VALUE_ERROR THEN
        UPDATE err SET code = SQLCODE WHERE id = r.id AND code = 0;
      WHEN OTHERS THEN
        UPDATE err SET code = SQLCODE WHERE id = r.id AND code = 0;
    END;
  END LOOP;
  FOR r IN (SELECT id, code FROM err ORDER BY id, code) LOOP
    DBMS_OUTPUT.PUT_LINE(r.id || ' ' || r.code);
  END LOOP;
  SELECT COUNT(*), SUM(amt) INTO v_cnt, v_amt FROM charge;
  DBMS_OUTPUT.PUT_LINE('done ' || v_done || ' rows ' || v_cnt || ' sum ' || v_amt);
END;
/
