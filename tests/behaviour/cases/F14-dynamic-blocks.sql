-- trap: F14
-- oracle: dynamic blocks with placeholders by name, OUT arguments, RETURNING in the text, typed placeholders, COMMIT as text
SET SERVEROUTPUT ON
CREATE TABLE 处方 (编号 NUMBER(6) PRIMARY KEY, 金额 NUMBER(8,2), 日期 DATE, 备注 VARCHAR2(20));
CREATE OR REPLACE PACKAGE pay IS
  g_last NUMBER;
  PROCEDURE charge(p_id IN NUMBER, p_amt IN OUT NUMBER, p_note OUT VARCHAR2);
  FUNCTION half(p IN NUMBER) RETURN NUMBER;
END;
/
CREATE OR REPLACE PACKAGE BODY pay IS
  PROCEDURE charge(p_id IN NUMBER, p_amt IN OUT NUMBER, p_note OUT VARCHAR2) IS
  BEGIN
    INSERT INTO 处方 VALUES (p_id, p_amt, DATE '2024-02-29', NULL);
    p_amt := p_amt * 2;
    p_note := 'no ' || p_id;
  END;
  FUNCTION half(p IN NUMBER) RETURN NUMBER IS
  BEGIN
    RETURN p / 2;
  END;
END;
/
CREATE OR REPLACE FUNCTION run_it(p_what IN VARCHAR2, p_val IN NUMBER) RETURN NUMBER IS
  v_res NUMBER;
BEGIN
  EXECUTE IMMEDIATE 'BEGIN :r := pay.' || p_what || '(:v); END;' USING OUT v_res, IN p_val;
  RETURN v_res;
END;
/
DECLARE
  TYPE t_rec IS RECORD (amt NUMBER := 12.5, note VARCHAR2(20));
  r      t_rec;
  v_sql  VARCHAR2(200);
  v_day  DATE;
  v_num  NUMBER;
  v_txt  VARCHAR2(30);
  v_flag BOOLEAN;
  v_code NUMBER;
BEGIN
  EXECUTE IMMEDIATE 'BEGIN pay.charge(:id, :amt, :note); END;' USING 1, IN OUT r.amt, OUT r.note;
  DBMS_OUTPUT.PUT_LINE(r.amt || ' ' || r.note);
  v_sql := 'DECLARE n PLS_INTEGER := 0; BEGIN FOR i IN 1 .. :top LOOP n := n + i; END LOOP; :sum := n / :div; END;';
  EXECUTE IMMEDIATE v_sql USING 4, OUT v_num, 4;
  DBMS_OUTPUT.PUT_LINE('sum ' || v_num);
  EXECUTE IMMEDIATE 'begin pay.g_last := :1; :2 := :1 + 1; end;' USING 41, OUT pay.g_last;
  DBMS_OUTPUT.PUT_LINE('last ' || pay.g_last);
  DBMS_OUTPUT.PUT_LINE('half ' || run_it('half', 7) || ' ' || run_it('half', 1));
  EXECUTE IMMEDIATE 'UPDATE 处方 SET 金额 = 金额 + :a, 备注 = :b WHERE 编号 = :c RETURNING 金额, 日期 INTO :d, :e'
    USING 0.5, 'x''y', 1, OUT v_num, OUT v_day;
  DBMS_OUTPUT.PUT_LINE(v_num || ' ' || TO_CHAR(v_day, 'YYYY-MM-DD'));
  EXECUTE IMMEDIATE 'SELECT 备注 || :s, :n / 2 FROM 处方 WHERE 日期 > :d - 1' INTO v_txt, v_num USING '/' || 3, 5, v_day;
  DBMS_OUTPUT.PUT_LINE(v_txt || ' ' || v_num);
  BEGIN
    EXECUTE IMMEDIATE 'BEGIN IF :x < 0 THEN RAISE_APPLICATION_ERROR(-20077, ''negative '' || :x); END IF; END;' USING -3;
  EXCEPTION
    WHEN OTHERS THEN
      DBMS_OUTPUT.PUT_LINE(SQLCODE);
  END;
  EXECUTE IMMEDIATE 'INSERT INTO 处方 (编号, 备注) VALUES (:1, :1)' USING 2, 'two';
  EXECUTE IMMEDIATE 'commit';
  DELETE FROM 处方;
  EXECUTE IMMEDIATE 'ROLLBACK';
  SELECT COUNT(*), MAX(备注) INTO v_num, v_txt FROM 处方;
  DBMS_OUTPUT.PUT_LINE('rows ' || v_num || ' ' || v_txt);
  FOR i IN 1 .. 3 LOOP
    EXECUTE IMMEDIATE 'BEGIN :n := :i * :i; END;' USING OUT v_num, i;
    DBMS_OUTPUT.PUT_LINE('square ' || v_num);
  END LOOP;
END;
/
