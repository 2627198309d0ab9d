-- trap: F01
-- oracle: NO_DATA_FOUND leaving functions called from SQL: packaged, without arguments, in a view, with defaults and names, in dynamic SQL, through another function
SET SERVEROUTPUT ON
CREATE TABLE rate (cur VARCHAR2(3) PRIMARY KEY, val NUMBER(8,4));
INSERT INTO rate VALUES ('EUR', 7.8);
CREATE OR REPLACE PACKAGE fx IS
  FUNCTION rate_of(p_cur VARCHAR2, p_factor NUMBER DEFAULT 1) RETURN NUMBER;
  FUNCTION own RETURN NUMBER;
  FUNCTION safe(p_cur VARCHAR2) RETURN NUMBER;
  FUNCTION list RETURN VARCHAR2;
END;
/
CREATE OR REPLACE PACKAGE BODY fx IS
  TYPE t_cache IS TABLE OF NUMBER INDEX BY VARCHAR2(3);
  g_cache t_cache;
  FUNCTION lookup(p_cur VARCHAR2) RETURN NUMBER IS
    v NUMBER;
  BEGIN
    SELECT val INTO v FROM rate WHERE cur = p_cur;
    RETURN v;
  END;
  FUNCTION rate_of(p_cur VARCHAR2, p_factor NUMBER DEFAULT 1) RETURN NUMBER IS
  BEGIN
    RETURN lookup(p_cur) * p_factor;
  END;
  FUNCTION own RETURN NUMBER IS
  BEGIN
    RETURN g_cache('CNY');
  END;
  FUNCTION safe(p_cur VARCHAR2) RETURN NUMBER IS
  BEGIN
    RETURN lookup(p_cur);
  EXCEPTION
    WHEN NO_DATA_FOUND THEN RETURN -1;
  END;
  FUNCTION list RETURN VARCHAR2 IS
    s VARCHAR2(100);
  BEGIN
    FOR r IN (SELECT 'EUR' c FROM dual UNION ALL SELECT 'USD' FROM dual) LOOP
      SELECT s || '[' || rate_of(r.c) || ']' INTO s FROM dual;
    END LOOP;
    RETURN s;
  END;
END;
/
CREATE OR REPLACE VIEW v_rate AS SELECT 'USD' cur, fx.rate_of('USD', 2) val FROM dual;
DECLARE
  n NUMBER;
  k NUMBER;
BEGIN
  SELECT fx.rate_of(p_factor => 2, p_cur => 'EUR'), fx.rate_of('USD') INTO n, k FROM dual;
  DBMS_OUTPUT.PUT_LINE('named ' || n || ' missing [' || k || ']');
  SELECT fx.own INTO n FROM dual;
  DBMS_OUTPUT.PUT_LINE('own [' || n || ']');
  SELECT fx.safe('USD') INTO n FROM dual;
  DBMS_OUTPUT.PUT_LINE('safe ' || n);
  SELECT val INTO n FROM v_rate;
  DBMS_OUTPUT.PUT_LINE('view [' || n || ']');
  SELECT COUNT(*) INTO n FROM rate WHERE fx.rate_of(cur) > 7 AND fx.rate_of('XXX') IS NULL;
  DBMS_OUTPUT.PUT_LINE('where ' || n);
  DBMS_OUTPUT.PUT_LINE('list ' || fx.list);
  EXECUTE IMMEDIATE 'SELECT fx.rate_of(:1) FROM dual' INTO n USING 'USD';
  DBMS_OUTPUT.PUT_LINE('dynamic [' || n || ']');
  BEGIN
    n := fx.own;
    DBMS_OUTPUT.PUT_LINE('not reached');
  EXCEPTION
    WHEN NO_DATA_FOUND THEN DBMS_OUTPUT.PUT_LINE('raised');
  END;
END;
/
