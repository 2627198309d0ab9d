-- trap: F12, F14, F06
-- oracle: bulk import with errors, dynamic SQL
SET SERVEROUTPUT ON
CREATE TABLE lab_raw (rid NUMBER, code VARCHAR2(10), val VARCHAR2(20), taken VARCHAR2(20));
CREATE TABLE lab_res (rid NUMBER(6) PRIMARY KEY, code VARCHAR2(4) NOT NULL, val NUMBER(6,2), taken DATE, CONSTRAINT lab_val CHECK (val >= 0));
CREATE TABLE lab_err (rid NUMBER, msg VARCHAR2(200), n NUMBER);
INSERT INTO lab_raw VALUES (1, 'HB', '13.5', '2024-01-02');
INSERT INTO lab_raw VALUES (2, 'HB', 'high', '2024-01-03');
INSERT INTO lab_raw VALUES (3, 'TOOLONG', '1', '2024-01-04');
INSERT INTO lab_raw VALUES (4, 'K', '-1', '2024-01-05');
INSERT INTO lab_raw VALUES (5, NULL, '4.444', '2024-01-06');
INSERT INTO lab_raw VALUES (1, 'NA', '140', '2024-01-07');
INSERT INTO lab_raw VALUES (7, 'NA', '140.005', '2024-13-07');
INSERT INTO lab_raw VALUES (8, 'CA', NULL, '2024-01-08');
COMMIT;
CREATE OR REPLACE PACKAGE lab_imp AS
  TYPE t_stat IS RECORD (ok PLS_INTEGER := 0, bad PLS_INTEGER := 0);
  TYPE t_tab IS TABLE OF lab_res%ROWTYPE INDEX BY PLS_INTEGER;
  bulk_errors EXCEPTION;
  PRAGMA EXCEPTION_INIT(bulk_errors, -24381);
  PROCEDURE run(p_limit IN PLS_INTEGER := 3, p_stat OUT t_stat);
  FUNCTION count_of(p_table IN VARCHAR2, p_where IN VARCHAR2 DEFAULT NULL) RETURN NUMBER;
END lab_imp;
/
CREATE OR REPLACE PACKAGE BODY lab_imp AS
  CURSOR c_raw IS SELECT rid, code, val, taken FROM lab_raw ORDER BY rid, code;
  TYPE t_raw IS TABLE OF c_raw%ROWTYPE;

  PROCEDURE note(p_rid NUMBER, p_msg VARCHAR2) IS
  BEGIN
    INSERT INTO lab_err VALUES (p_rid, p_msg, (SELECT COUNT(*) + 1 FROM lab_err));
  END note;

  FUNCTION convert_row(p IN t_raw, i IN PLS_INTEGER, r OUT lab_res%ROWTYPE) RETURN BOOLEAN IS
  BEGIN
    r.rid := p(i).rid;
    r.code := p(i).code;
    r.val := TO_NUMBER(p(i).val);
    r.taken := TO_DATE(p(i).taken, 'YYYY-MM-DD');
    RETURN TRUE;
  EXCEPTION
    WHEN VALUE_ERROR THEN
      note(p(i).rid, 'value ' || p(i).code || '/' || p(i).val);
      RETURN FALSE;
    WHEN OTHERS THEN
      note(p(i).rid, 'other ' || SQLCODE);
      RETURN FALSE;
  END convert_row;

  PROCEDURE run(p_limit IN PLS_INTEGER := 3, p_stat OUT t_stat) IS
    v_raw t_raw;
    v_tab t_tab;
    v_row lab_res%ROWTYPE;
    v_n PLS_INTEGER := 0;
  BEGIN
    OPEN c_raw;
    LOOP
      FETCH c_raw BULK COLLECT INTO v_raw LIMIT p_limit;
      DBMS_OUTPUT.PUT_LINE('chunk ' || v_raw.COUNT || ' total ' || c_raw%ROWCOUNT);
      v_tab.DELETE;
      v_n := 0;
      FOR i IN 1 .. v_raw.COUNT LOOP
        IF convert_row(v_raw, i, v_row) THEN
          v_n := v_n + 1;
          v_tab(v_n) := v_row;
        ELSE
          p_stat.bad := p_stat.bad + 1;
        END IF;
      END LOOP;
      BEGIN
        FORALL k IN INDICES OF v_tab SAVE EXCEPTIONS
          INSERT INTO lab_res VALUES v_tab(k);
        p_stat.ok := p_stat.ok + SQL%ROWCOUNT;
      EXCEPTION
        WHEN bulk_errors THEN
          DBMS_OUTPUT.PUT_LINE('bulk errors ' || SQL%BULK_EXCEPTIONS.COUNT || ' rows ' || SQL%ROWCOUNT);
          FOR e IN 1 .. SQL%BULK_EXCEPTIONS.COUNT LOOP
            note(v_tab(SQL%BULK_EXCEPTIONS(e).ERROR_INDEX).rid, 'ora' || SQL%BULK_EXCEPTIONS(e).ERROR_CODE);
            p_stat.bad := p_stat.bad + 1;
          END LOOP;
          p_stat.ok := p_stat.ok + v_tab.COUNT - SQL%BULK_EXCEPTIONS.COUNT;
      END;
      EXIT WHEN c_raw%NOTFOUND;
    END LOOP;
    CLOSE c_raw;
  END run;

  FUNCTION count_of(p_table IN VARCHAR2, p_where IN VARCHAR2 DEFAULT NULL) RETURN NUMBER IS
    v NUMBER;
  BEGIN
    EXECUTE IMMEDIATE 'SELECT COUNT(*) FROM ' || p_table || CASE WHEN p_where IS NOT NULL THEN ' WHERE ' || p_where END INTO v;
    RETURN v;
  EXCEPTION
    WHEN OTHERS THEN
      IF SQLCODE = -942 THEN
        RETURN -1;
      END IF;
      RAISE;
  END count_of;
END lab_imp;
/
DECLARE
  s lab_imp.t_stat;
  n NUMBER;
BEGIN
  lab_imp.run(p_stat => s);
  DBMS_OUTPUT.PUT_LINE('ok ' || s.ok || ' bad ' || s.bad);
  FOR r IN (SELECT * FROM lab_err ORDER BY n) LOOP
    DBMS_OUTPUT.PUT_LINE(r.n || ' ' || r.rid || ' ' || r.msg);
  END LOOP;
  FOR r IN (SELECT * FROM lab_res ORDER BY rid) LOOP
    DBMS_OUTPUT.PUT_LINE(r.rid || ' ' || r.code || ' ' || r.val || ' ' || TO_CHAR(r.taken, 'MM-DD'));
  END LOOP;
  DBMS_OUTPUT.PUT_LINE(lab_imp.count_of('lab_res') || ' ' || lab_imp.count_of('lab_res', 'rid > 1') || ' ' || lab_imp.count_of('lab_none'));
  EXECUTE IMMEDIATE 'UPDATE lab_res SET val = val * :f WHERE rid = :id RETURNING val INTO :v' USING 2, 1 RETURNING INTO n;
  DBMS_OUTPUT.PUT_LINE('new ' || n || ' rows ' || SQL%ROWCOUNT);
  EXECUTE IMMEDIATE 'BEGIN :x := :x + :y; END;' USING IN OUT n, 5;
  DBMS_OUTPUT.PUT_LINE('n ' || n);
END;
/
