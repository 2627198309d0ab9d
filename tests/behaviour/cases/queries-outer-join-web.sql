-- trap: E02
-- oracle: (+) over several tables: chained, two conditions on one table, constants, BETWEEN, IS NULL without (+)
SET SERVEROUTPUT ON
CREATE TABLE pt (pid NUMBER(3), nm VARCHAR2(10), born DATE);
CREATE TABLE vis (vid NUMBER(3), pid NUMBER(3), dep VARCHAR2(4), seen DATE, fee NUMBER(6,2));
CREATE TABLE dept (dep VARCHAR2(4), dname VARCHAR2(12), boss NUMBER(3));
CREATE TABLE rate (dep VARCHAR2(4), lo DATE, hi DATE, pct NUMBER(3));
INSERT INTO pt VALUES (1, '王芳', DATE '1980-01-01');
INSERT INTO pt VALUES (2, '李雷', DATE '1990-05-05');
INSERT INTO pt VALUES (3, '赵六', NULL);
INSERT INTO vis VALUES (10, 1, 'ENT', DATE '2024-03-01', 20);
INSERT INTO vis VALUES (11, 1, 'EYE', DATE '2024-03-05', NULL);
INSERT INTO vis VALUES (12, 2, 'ICU', DATE '2024-04-01', 900);
INSERT INTO dept VALUES ('ENT', '耳鼻喉', 1);
INSERT INTO dept VALUES ('EYE', '眼科', NULL);
INSERT INTO rate VALUES ('ENT', DATE '2024-01-01', DATE '2024-03-02', 50);
INSERT INTO rate VALUES ('EYE', DATE '2024-01-01', DATE '2024-03-02', 80);
DECLARE
  v_n NUMBER;
BEGIN
  FOR r IN (SELECT p.nm, v.vid, d.dname, b.nm AS boss, t.pct
              FROM pt p, vis v, dept d, pt b, rate t
             WHERE p.pid = v.pid(+)
               AND v.dep = d.dep(+)
               AND d.boss = b.pid(+)
               AND v.dep = t.dep(+)
               AND v.seen BETWEEN t.lo(+) AND t.hi(+)
             ORDER BY p.pid, v.vid) LOOP
    DBMS_OUTPUT.PUT_LINE(r.nm || '|' || r.vid || '|' || r.dname || '|' || r.boss || '|' || r.pct);
  END LOOP;
  FOR r IN (SELECT p.pid, v.vid
              FROM pt p, vis v
             WHERE v.pid(+) = p.pid
               AND v.fee(+) > 10
               AND v.dep(+) IN ('ENT', 'EYE')
               AND NVL(v.fee, 0) < 100
             ORDER BY 1, 2) LOOP
    DBMS_OUTPUT.PUT_LINE(r.pid || ' ' || NVL(TO_CHAR(r.vid), '-'));
  END LOOP;
  SELECT COUNT(*) INTO v_n FROM pt p, vis v WHERE p.pid = v.pid(+) AND v.dep(+) = 'ICU' AND v.vid IS NULL;
  DBMS_OUTPUT.PUT_LINE('no icu ' || v_n);
  SELECT COUNT(*) INTO v_n FROM pt p, vis v, dept d WHERE p.pid = v.pid(+) AND v.dep = d.dep AND p.nm <> '王芳';
  DBMS_OUTPUT.PUT_LINE('inner wins ' || v_n);
  SELECT COUNT(*) INTO v_n FROM pt p, (SELECT pid, MAX(fee) AS f FROM vis GROUP BY pid) m, dept d
   WHERE p.pid = m.pid(+) AND d.dep(+) = DECODE(m.f, 20, 'ENT', 'X') AND UPPER(d.dname(+)) IS NOT NULL;
  DBMS_OUTPUT.PUT_LINE('inline ' || v_n);
  UPDATE vis v SET fee = (SELECT NVL(MAX(t.pct), 1) FROM dept d, rate t WHERE d.dep = v.dep AND d.dep = t.dep(+) AND t.pct(+) > 60) WHERE fee IS NULL OR fee = 20;
  SELECT SUM(fee) INTO v_n FROM vis;
  DBMS_OUTPUT.PUT_LINE('fees ' || v_n);
END;
/
