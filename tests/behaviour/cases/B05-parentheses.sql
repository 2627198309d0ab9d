-- trap: B05, B07
-- oracle: a value in parentheses converts like the value itself
SET SERVEROUTPUT ON
CREATE TABLE pp (id NUMBER, v VARCHAR2(10), n NUMBER(6,2), c CHAR(4));
INSERT INTO pp VALUES (1, '05', 0.5, 'ab');
CREATE OR REPLACE PROCEDURE ps(x VARCHAR2, y VARCHAR2 DEFAULT 'd') IS BEGIN DBMS_OUTPUT.PUT_LINE(x || '/' || y); END;
/
CREATE OR REPLACE FUNCTION fs(x VARCHAR2) RETURN VARCHAR2 IS BEGIN RETURN '<' || x || '>'; END;
/
DECLARE
  a NUMBER := 0.5; s VARCHAR2(10) := '5'; n NUMBER; d DATE := DATE '2024-01-02';
  TYPE t IS TABLE OF VARCHAR2(10); l t := t((a), 'x');
BEGIN
  s := (a); DBMS_OUTPUT.PUT_LINE(s);
  s := ((a) + 1); DBMS_OUTPUT.PUT_LINE(s);
  DBMS_OUTPUT.PUT_LINE((a));
  DBMS_OUTPUT.PUT_LINE('x' || (a) || ((a)));
  ps((a)); ps('q', (a)); ps(y => (a), x => (a * 2));
  DBMS_OUTPUT.PUT_LINE(fs((a)) || fs((1 / 4)));
  n := ('7'); DBMS_OUTPUT.PUT_LINE(n + ('1'));
  IF s = (1.5) THEN DBMS_OUTPUT.PUT_LINE('eq'); END IF;
  INSERT INTO pp (id, v) VALUES ((2), (a));
  UPDATE pp SET v = (n), c = (a) WHERE id = ('2');
  SELECT (v), (n), (c) INTO s, l(1), l(2) FROM pp WHERE (v) = (5);
  DBMS_OUTPUT.PUT_LINE(s || l(1) || l(2) || '|');
  FOR r IN (SELECT v || '.' || c AS x, NVL((n), 0) AS y, CASE WHEN id = 1 THEN (n) END AS z, COALESCE((v), 'q') || (n) AS w FROM pp ORDER BY id) LOOP
    DBMS_OUTPUT.PUT_LINE(r.x || r.y || (r.z) || r.w);
  END LOOP;
  EXECUTE IMMEDIATE 'INSERT INTO pp (id, v) VALUES (:a, :b)' USING (3), (a);
  FOR r IN (SELECT v FROM pp WHERE id = 3) LOOP DBMS_OUTPUT.PUT_LINE((r.v)); END LOOP;
  DBMS_OUTPUT.PUT_LINE(TO_CHAR((d) + (1), 'MM-DD') || ((d) - (DATE '2024-01-01')));
END;
/
