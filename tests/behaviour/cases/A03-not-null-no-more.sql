-- trap: A03
-- oracle: what is declared NOT NULL can be NULL all the same: behind outer joins, in totals, of samples of one row, in records that are written;
--         a || NULL is a
SET SERVEROUTPUT ON
CREATE TABLE dept (id NUMBER(3) NOT NULL, name VARCHAR2(10) NOT NULL);
CREATE TABLE emp (id NUMBER(3) NOT NULL, dept NUMBER(3), city VARCHAR2(10), pay NUMBER(5) NOT NULL, code VARCHAR2(5) NOT NULL);
ALTER TABLE emp MODIFY (code NULL);
INSERT INTO dept VALUES (1, 'sales');
INSERT INTO dept VALUES (2, 'stores');
INSERT INTO emp VALUES (10, 1, 'Bern', 100, 'a');
INSERT INTO emp VALUES (11, NULL, NULL, 200, NULL);
DECLARE
  n NUMBER := 0;
  TYPE names IS TABLE OF VARCHAR2(10);
BEGIN
  FOR r IN (SELECT e.id, CASE WHEN d.ROWID IS NULL THEN 'none' ELSE d.name END AS dept, e.code || '!' AS code, d.name || '.' AS dotted
              FROM emp e LEFT JOIN dept d ON d.id = e.dept ORDER BY e.id) LOOP
    DBMS_OUTPUT.PUT_LINE(r.id || ' ' || r.dept || ' ' || r.code || ' ' || r.dotted);
  END LOOP;
  FOR r IN (SELECT 'x' || NVL(city, '-') || 'x' AS city, COUNT(*) AS c FROM emp GROUP BY ROLLUP(NVL(city, '-')) ORDER BY COUNT(*), NVL(city, '-')) LOOP
    DBMS_OUTPUT.PUT_LINE(r.city || ' ' || r.c);
  END LOOP;
  FOR r IN (SELECT id, 'sd' || STDDEV_SAMP(pay) AS sd FROM emp GROUP BY id ORDER BY id) LOOP
    DBMS_OUTPUT.PUT_LINE(r.id || ' ' || r.sd);
  END LOOP;
  FOR r IN (SELECT id, name FROM dept ORDER BY id) LOOP
    r.name := NULL;
    DBMS_OUTPUT.PUT_LINE(r.id || ' ' || r.name || '.');
  END LOOP;
  SELECT COUNT(*) INTO n FROM (SELECT city || 'x' AS c FROM emp WHERE city <> ALL (SELECT name FROM dept WHERE id > 5)) WHERE c = 'x';
  DBMS_OUTPUT.PUT_LINE('all of nothing ' || n);
END;
/
