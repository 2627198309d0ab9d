-- trap: E11, B02
SET SERVEROUTPUT ON
-- oracle: in a recursive WITH the columns take their types once; NUMBER(8,2) and VARCHAR2(100) anchors take any number and longer paths
CREATE TABLE dep_tree (id NUMBER(6), up NUMBER(6), nm VARCHAR2(20), amt NUMBER(8,2));
INSERT INTO dep_tree VALUES (1, NULL, '总', 1.5);
INSERT INTO dep_tree VALUES (2, 1, '分', 2.25);
INSERT INTO dep_tree VALUES (3, 2, NULL, 3);
BEGIN
  FOR r IN (WITH t (id, lv, pth) AS (
              SELECT id, 1, CAST(nm AS VARCHAR2(100)) FROM dep_tree WHERE up IS NULL
              UNION ALL
              SELECT n.id, lv + 1, pth || '/' || n.nm FROM dep_tree n, t WHERE n.up = t.id)
            SELECT * FROM t ORDER BY id) LOOP
    DBMS_OUTPUT.PUT_LINE(r.id || ' ' || r.pth || ' ' || r.lv);
  END LOOP;
  FOR r IN (WITH t (id, tot) AS (
              SELECT id, amt FROM dep_tree WHERE up IS NULL
              UNION ALL
              SELECT n.id, t.tot + n.amt FROM dep_tree n JOIN t ON n.up = t.id)
            SELECT * FROM t ORDER BY id) LOOP
    DBMS_OUTPUT.PUT_LINE(r.id || ' ' || r.tot);
  END LOOP;
  FOR r IN (WITH t (x, f) AS (
              SELECT 1, 1 FROM dual
              UNION ALL
              SELECT x + 1, f / 2 FROM t WHERE x < 4)
            SELECT MIN(f) AS s FROM t) LOOP
    DBMS_OUTPUT.PUT_LINE(r.s);
  END LOOP;
END;
/
