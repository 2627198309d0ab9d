CREATE OR REPLACE FUNCTION rows_in(p_year NUMBER, p_id NUMBER) RETURN NUMBER IS
  v_cnt NUMBER;
BEGIN
  EXECUTE IMMEDIATE 'SELECT NVL(SUM(n), 0) FROM stat_' || p_year || ' WHERE id = :id' INTO v_cnt USING p_id;
  RETURN v_cnt;
END;
/
-- A sum over a table that is not known may be of a date: said.
CREATE OR REPLACE PROCEDURE next_day_of(p_table VARCHAR2, p_day OUT DATE) IS
BEGIN
  EXECUTE IMMEDIATE 'SELECT MAX(b) + 1 FROM ' || p_table INTO p_day;
END;
/
