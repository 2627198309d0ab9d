-- trap: E05, A10
-- oracle: set operators of one chain run left to right, INTERSECT is not stronger; NULL rows are equal; ORDER BY by position and alias
SET SERVEROUTPUT ON
CREATE TABLE y23 (code VARCHAR2(4), n NUMBER(4));
CREATE TABLE y24 (code VARCHAR2(4), n NUMBER(4));
INSERT INTO y23 VALUES ('A', 1);
INSERT INTO y23 VALUES ('B', 2);
INSERT INTO y23 VALUES (NULL, NULL);
INSERT INTO y23 VALUES ('A', 1);
INSERT INTO y24 VALUES ('B', 2);
INSERT INTO y24 VALUES ('C', 3);
INSERT INTO y24 VALUES (NULL, NULL);
DECLARE
  PROCEDURE show(t VARCHAR2) IS BEGIN DBMS_OUTPUT.PUT_LINE(t); END;
BEGIN
  FOR r IN (SELECT code c, n FROM y23 MINUS SELECT code, n FROM y24 UNION SELECT 'Z', 26 FROM dual INTERSECT SELECT code, n FROM y23 ORDER BY 1) LOOP
    show('1 ' || r.c || r.n);
  END LOOP;
  FOR r IN (SELECT code FROM y23 UNION ALL SELECT code FROM y24 MINUS SELECT 'A' FROM dual ORDER BY code DESC) LOOP
    show('2 ' || NVL(r.code, 'null'));
  END LOOP;
  FOR r IN (SELECT code, SUM(n) s FROM (SELECT code, n FROM y23 UNION SELECT code, n FROM y24) GROUP BY code HAVING COUNT(*) > 0
            UNION ALL SELECT '合计', SUM(n) FROM y24 ORDER BY s NULLS FIRST, 1) LOOP
    show('3 ' || r.code || ' ' || r.s);
  END LOOP;
  FOR r IN (SELECT TO_CHAR(n) v, NULL d FROM y24 WHERE code = 'B' UNION ALL SELECT 'x', DATE '2024-01-01' FROM dual ORDER BY v) LOOP
    show('4 ' || r.v || ' ' || TO_CHAR(r.d, 'YYYY'));
  END LOOP;
  FOR r IN (SELECT CAST('ab' AS CHAR(4)) k FROM dual UNION SELECT 'ab' FROM dual ORDER BY 1) LOOP
    show('5 [' || r.k || ']');
  END LOOP;
END;
/
