-- trap: E01
-- oracle: FETCH FIRST n PERCENT rounds the number of rows up; WITH TIES adds the rows equal to the last
SET SERVEROUTPUT ON
CREATE TABLE score (id NUMBER(4) PRIMARY KEY, grp VARCHAR2(2), pts NUMBER(5,1));
BEGIN
  FOR i IN 1 .. 11 LOOP
    INSERT INTO score VALUES (i, CASE WHEN i > 7 THEN 'b' END, TRUNC(i / 3));
  END LOOP;
END;
/
DECLARE
  v_line VARCHAR2(200);
  v_pct NUMBER := 45;
  TYPE num_t IS TABLE OF NUMBER;
  v_ids num_t;
BEGIN
  FOR r IN (SELECT id FROM score ORDER BY id FETCH FIRST 25 PERCENT ROWS ONLY) LOOP
    v_line := v_line || ' ' || r.id;
  END LOOP;
  DBMS_OUTPUT.PUT_LINE('25:' || v_line);
  v_line := NULL;
  FOR r IN (SELECT id, pts FROM score ORDER BY pts DESC FETCH FIRST 10 PERCENT ROWS WITH TIES) LOOP
    v_line := v_line || ' ' || r.pts;
  END LOOP;
  DBMS_OUTPUT.PUT_LINE('ties:' || v_line);
  v_line := NULL;
  FOR r IN (WITH s AS (SELECT NVL(grp, 'a') AS g, SUM(pts) AS p FROM score GROUP BY grp) SELECT g, p FROM s WHERE NVL(p, 0) > 1 ORDER BY g FETCH FIRST (v_pct) PERCENT ROWS ONLY) LOOP
    v_line := v_line || ' ' || r.g || r.p;
  END LOOP;
  DBMS_OUTPUT.PUT_LINE('grouped:' || v_line);
  v_line := NULL;
  FOR r IN (SELECT s.id FROM (SELECT id FROM score WHERE NVL(grp, 'a') = 'a' ORDER BY id DESC FETCH FIRST v_pct PERCENT ROWS ONLY) s ORDER BY s.id) LOOP
    v_line := v_line || ' ' || r.id;
  END LOOP;
  DBMS_OUTPUT.PUT_LINE('inner:' || v_line);
  SELECT id BULK COLLECT INTO v_ids FROM (SELECT id FROM score ORDER BY id FETCH FIRST 0 PERCENT ROWS ONLY);
  DBMS_OUTPUT.PUT_LINE('none: ' || v_ids.COUNT);
END;
/
