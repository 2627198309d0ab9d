-- trap: E03, A03, E06
-- oracle: CONNECT BY over a join with siblings order, path, root, leaf, level filters and aggregates
SET SERVEROUTPUT ON
CREATE TABLE unit (id NUMBER(4) PRIMARY KEY, up NUMBER(4), nm VARCHAR2(20), live CHAR(1));
CREATE TABLE staff (unit_id NUMBER(4), cnt NUMBER(4));
INSERT INTO unit VALUES (1, NULL, '总院', 'Y');
INSERT INTO unit VALUES (2, 1, '内科', 'Y');
INSERT INTO unit VALUES (3, 1, '外科', 'N');
INSERT INTO unit VALUES (4, 2, 'heart', 'Y');
INSERT INTO unit VALUES (5, 3, 'bone', 'Y');
INSERT INTO unit VALUES (6, 2, 'asthma', 'Y');
INSERT INTO unit VALUES (7, NULL, 'branch', 'Y');
INSERT INTO staff VALUES (4, 10);
INSERT INTO staff VALUES (5, 4);
INSERT INTO staff VALUES (6, 3);
INSERT INTO staff VALUES (7, 1);
DECLARE
  v_n NUMBER;
  v_s VARCHAR2(200);
BEGIN
  FOR r IN (SELECT LPAD('.', (LEVEL - 1) * 2, '.') || nm AS line, LEVEL AS lv, CONNECT_BY_ISLEAF AS leaf,
                   SYS_CONNECT_BY_PATH(id, '/') AS pth, CONNECT_BY_ROOT nm AS root, PRIOR nm AS boss
              FROM unit
             START WITH up IS NULL
           CONNECT BY PRIOR id = up
             ORDER SIBLINGS BY nm) LOOP
    DBMS_OUTPUT.PUT_LINE(r.line || ' ' || r.lv || r.leaf || ' ' || r.pth || ' ' || r.root || ' ' || NVL(r.boss, '-'));
  END LOOP;
  SELECT COUNT(*) INTO v_n FROM unit WHERE live = 'Y' START WITH id = 1 CONNECT BY up = PRIOR id;
  DBMS_OUTPUT.PUT_LINE('where after ' || v_n);
  SELECT COUNT(*) INTO v_n FROM unit START WITH id = 1 CONNECT BY up = PRIOR id AND live = 'Y';
  DBMS_OUTPUT.PUT_LINE('pruned ' || v_n);
  FOR r IN (SELECT root_id, SUM(cnt) AS total, MAX(lv) AS deep
              FROM (SELECT CONNECT_BY_ROOT u.id AS root_id, u.id, LEVEL lv
                      FROM unit u
                   CONNECT BY PRIOR u.id = u.up) x, staff s
             WHERE x.id = s.unit_id(+)
             GROUP BY root_id
            HAVING SUM(cnt) > 3
             ORDER BY root_id) LOOP
    DBMS_OUTPUT.PUT_LINE(r.root_id || ' ' || r.total || ' ' || r.deep);
  END LOOP;
  FOR r IN (SELECT id, LEVEL lv FROM unit START WITH nm = 'heart' CONNECT BY id = PRIOR up ORDER BY lv DESC) LOOP
    v_s := v_s || r.id || ':' || r.lv || ' ';
  END LOOP;
  DBMS_OUTPUT.PUT_LINE('up ' || v_s);
  SELECT LISTAGG(SUBSTR(SYS_CONNECT_BY_PATH(nm, '>'), 2), ';') WITHIN GROUP (ORDER BY id) INTO v_s
    FROM unit WHERE CONNECT_BY_ISLEAF = 1 AND LEVEL > 2 START WITH id = 1 CONNECT BY PRIOR id = up;
  DBMS_OUTPUT.PUT_LINE(v_s);
  DELETE FROM unit WHERE id IN (SELECT id FROM unit START WITH id = 3 CONNECT BY PRIOR id = up);
  DBMS_OUTPUT.PUT_LINE('deleted ' || SQL%ROWCOUNT);
END;
/
