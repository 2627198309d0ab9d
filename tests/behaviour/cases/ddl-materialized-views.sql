-- trap: G08
-- oracle: ON COMMIT shows what is committed, ON DEMAND what was there at the last refresh, BUILD DEFERRED nothing before the first
SET SERVEROUTPUT ON
CREATE TABLE ward (id NUMBER(3) PRIMARY KEY, name VARCHAR2(10));
CREATE TABLE stay (id NUMBER(6) PRIMARY KEY, ward_id NUMBER(3), days NUMBER(4));
CREATE MATERIALIZED VIEW LOG ON stay WITH ROWID (ward_id, days) INCLUDING NEW VALUES;
CREATE MATERIALIZED VIEW days_now REFRESH FAST ON COMMIT AS
  SELECT ward_id, SUM(days) AS days, COUNT(*) AS cnt, COUNT(days) AS cd FROM stay GROUP BY ward_id;
CREATE MATERIALIZED VIEW "mv_病区" (病区, 天数)
  TABLESPACE users BUILD DEFERRED
  REFRESH COMPLETE ON DEMAND
  AS SELECT w.name, NVL(SUM(s.days), 0) FROM ward w, stay s /* 无住院也列出 */ WHERE w.id = s.ward_id(+) GROUP BY w.name;
CREATE MATERIALIZED VIEW stay_copy REFRESH FORCE AS SELECT * FROM stay;
INSERT INTO ward VALUES (1, '内科');
INSERT INTO ward VALUES (2, '外科');
COMMIT;
CREATE OR REPLACE PROCEDURE show(p_when VARCHAR2) IS
  n1 NUMBER; n2 NUMBER; n3 NUMBER;
BEGIN
  SELECT NVL(SUM(days), 0) INTO n1 FROM days_now;
  SELECT COUNT(*) INTO n2 FROM "mv_病区";
  SELECT COUNT(*) INTO n3 FROM stay_copy;
  DBMS_OUTPUT.PUT_LINE(p_when || ' ' || n1 || ' ' || n2 || ' ' || n3);
END;
/
DECLARE
  v_list VARCHAR2(100) := 'STAY_COPY, DAYS_NOW';
BEGIN
  show('start');
  INSERT INTO stay VALUES (1, 1, 3);
  INSERT INTO stay VALUES (2, 1, 4);
  show('before commit');
  COMMIT;
  show('after commit');
  DBMS_MVIEW.REFRESH(v_list, atomic_refresh => FALSE);
  show('copied');
  UPDATE stay SET days = 10 WHERE id = 2;
  DELETE FROM stay WHERE id = 1;
  COMMIT;
  show('changed');
  DBMS_MVIEW.REFRESH('"mv_病区"');
  FOR r IN (SELECT 病区, 天数 FROM "mv_病区" ORDER BY 天数) LOOP
    DBMS_OUTPUT.PUT_LINE(r.病区 || ' ' || r.天数);
  END LOOP;
END;
/
EXEC DBMS_MVIEW.REFRESH('stay_copy', 'C')
EXEC show('end')
