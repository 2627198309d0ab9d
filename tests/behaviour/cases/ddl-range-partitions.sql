-- trap: G03
-- oracle: range partitions are added above the last, dropped, split, merged, exchanged; ORA-14400 outside of all, ORA-14074 below the last
SET SERVEROUTPUT ON
CREATE TABLE 门诊记录 (
  id   NUMBER(8),
  日期 DATE,
  金额 NUMBER(10,2),
  CONSTRAINT 门诊记录_pk PRIMARY KEY (id, 日期)
)
PARTITION BY RANGE (日期)
(
  PARTITION p2022 VALUES LESS THAN (TO_DATE('2023-01-01', 'YYYY-MM-DD')), -- 2022 年及以前
  PARTITION p2023 VALUES LESS THAN (TO_DATE('2024-01-01', 'YYYY-MM-DD'))
);
CREATE TABLE 暂存 (id NUMBER(8), 日期 DATE, 金额 NUMBER(10,2), CONSTRAINT 暂存_pk PRIMARY KEY (id, 日期));
DECLARE
  e_no_partition EXCEPTION;
  PRAGMA EXCEPTION_INIT(e_no_partition, -14400);
  PROCEDURE put(p_id NUMBER, p_day VARCHAR2) IS
  BEGIN
    INSERT INTO 门诊记录 VALUES (p_id, TO_DATE(p_day, 'YYYY-MM-DD'), p_id * 10);
  EXCEPTION
    WHEN e_no_partition THEN DBMS_OUTPUT.PUT_LINE('no partition for ' || p_day);
  END;
  PROCEDURE show(p_what VARCHAR2) IS
    n NUMBER;
    p NUMBER;
  BEGIN
    SELECT COUNT(*) INTO n FROM 门诊记录;
    SELECT COUNT(*) INTO p FROM user_tab_partitions WHERE table_name = '门诊记录';
    DBMS_OUTPUT.PUT_LINE(p_what || ': ' || n || ' rows in ' || p || ' partitions');
  END;
BEGIN
  put(1, '2021-05-05');
  put(2, '2023-03-03');
  put(3, '2023-09-09');
  put(4, '2024-02-02');
  show('start');
  EXECUTE IMMEDIATE 'ALTER TABLE 门诊记录 ADD PARTITION p2024 VALUES LESS THAN (TO_DATE(''2025-01-01'', ''YYYY-MM-DD''))';
  put(4, '2024-02-02');
  show('added');
  BEGIN
    EXECUTE IMMEDIATE 'ALTER TABLE 门诊记录 ADD PARTITION p_low VALUES LESS THAN (DATE ''2020-01-01'')';
  EXCEPTION
    WHEN OTHERS THEN DBMS_OUTPUT.PUT_LINE('too low ' || SQLCODE);
  END;
  EXECUTE IMMEDIATE 'ALTER TABLE 门诊记录 SPLIT PARTITION p2023 AT (DATE ''2023-07-01'') INTO (PARTITION p2023a, PARTITION p2023b)';
  show('split');
  EXECUTE IMMEDIATE 'ALTER TABLE 门诊记录 TRUNCATE PARTITION p2023b';
  show('truncated');
  EXECUTE IMMEDIATE 'ALTER TABLE 门诊记录 DROP PARTITION p2022';
  show('dropped');
  put(5, '2022-01-01');
  show('below the first');
  EXECUTE IMMEDIATE 'ALTER TABLE 门诊记录 MERGE PARTITIONS p2023a, p2023b INTO PARTITION p2023';
  show('merged');
  INSERT INTO 暂存 VALUES (7, DATE '2024-12-31', 70);
  EXECUTE IMMEDIATE 'ALTER TABLE 门诊记录 EXCHANGE PARTITION p2024 WITH TABLE 暂存';
  FOR r IN (SELECT id FROM 门诊记录 WHERE 日期 >= DATE '2024-01-01') LOOP
    DBMS_OUTPUT.PUT_LINE('now in 2024: ' || r.id);
  END LOOP;
  FOR r IN (SELECT id FROM 暂存) LOOP
    DBMS_OUTPUT.PUT_LINE('now aside: ' || r.id);
  END LOOP;
  EXECUTE IMMEDIATE 'ALTER TABLE 门诊记录 RENAME PARTITION p2024 TO p_last';
  BEGIN
    UPDATE 门诊记录 SET 日期 = DATE '2023-01-01' WHERE id = 7;
  EXCEPTION
    WHEN OTHERS THEN DBMS_OUTPUT.PUT_LINE('may not move ' || SQLCODE);
  END;
  EXECUTE IMMEDIATE 'ALTER TABLE 门诊记录 ENABLE ROW MOVEMENT';
  UPDATE 门诊记录 SET 日期 = DATE '2023-01-01' WHERE id = 7;
  show('moved');
END;
/
