CREATE OR REPLACE FUNCTION rows_in(p_year NUMBER, p_id NUMBER) RETURN NUMBER IS
  v_cnt NUMBER;
BEGIN
  EXECUTE IMMEDIATE 'SELECT NVL(SUM(n), 0) FROM stat_' || p_year || ' WHERE id = :id' INTO v_cnt USING p_id;
  RETURN v_cnt;
END;
/
