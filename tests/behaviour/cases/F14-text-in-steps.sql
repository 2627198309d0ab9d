-- trap: F14, A02
-- oracle: SQL text built by several assignments: optional conditions with placeholders and quoted values, a joined table, a list made by a loop
SET SERVEROUTPUT ON
CREATE TABLE patient (id NUMBER(6) PRIMARY KEY, nm VARCHAR2(30), ward NUMBER(3), born DATE);
CREATE TABLE ward (no NUMBER(3) PRIMARY KEY, title VARCHAR2(20));
INSERT INTO ward VALUES (1, 'East');
INSERT INTO ward VALUES (2, NULL);
INSERT INTO patient VALUES (1, 'Ann', 1, DATE '1990-01-05');
INSERT INTO patient VALUES (2, 'Bo', 2, DATE '1980-02-06');
INSERT INTO patient VALUES (3, NULL, 1, NULL);
INSERT INTO patient VALUES (4, 'Cy', NULL, DATE '2000-03-07');
COMMIT;
CREATE OR REPLACE PROCEDURE find_patients(p_from NUMBER, p_nm VARCHAR2, p_ward VARCHAR2, p_sort VARCHAR2) IS
  s VARCHAR2(300) := 'SELECT p.id, NVL(p.nm, ''?'') FROM patient p';
  v_where VARCHAR2(200) := ' WHERE p.id >= :x AND NVL(p.born, SYSDATE) <= SYSDATE';
  c SYS_REFCURSOR;
  i NUMBER;
  n VARCHAR2(30);
  v_line VARCHAR2(100);
BEGIN
  IF p_ward IS NOT NULL THEN
    s := s || ', ward w';
    v_where := v_where || ' AND w.no = p.ward AND DECODE(w.title, NULL, ''none'', w.title) = ''' || p_ward || '''';
  END IF;
  IF p_nm IS NOT NULL THEN
    v_where := v_where || CHR(10) || '  AND INSTR(p.nm, ''' || p_nm || ''') > 0';
  END IF;
  s := s || v_where || ' ORDER BY ' || CASE WHEN p_sort = 'nm' THEN 'NVL(p.nm, ''~'') DESC' ELSE 'p.id' END;
  OPEN c FOR s USING p_from;
  LOOP
    FETCH c INTO i, n;
    EXIT WHEN c%NOTFOUND;
    v_line := v_line || ' ' || i || n;
  END LOOP;
  CLOSE c;
  DBMS_OUTPUT.PUT_LINE('[' || v_line || ' ]');
END;
/
CREATE OR REPLACE FUNCTION count_patients(p_ward NUMBER, p_nm VARCHAR2) RETURN NUMBER IS
  s VARCHAR2(400);
  v_list VARCHAR2(200);
  n NUMBER;
BEGIN
  FOR i IN 1 .. 4 LOOP
    IF v_list IS NOT NULL THEN
      v_list := v_list || ', ';
    END IF;
    v_list := v_list || 'NVL(' || i || ', 0)';
  END LOOP;
  s := 'SELECT COUNT(*) FROM patient WHERE id IN (' || v_list || ') AND NVL(ward, 0) = :w';
  IF p_nm IS NOT NULL THEN
    s := s || ' AND nm LIKE :n || ''%''';
    EXECUTE IMMEDIATE s INTO n USING p_ward, p_nm;
  ELSE
    EXECUTE IMMEDIATE s INTO n USING p_ward;
  END IF;
  RETURN n;
END;
/
BEGIN
  find_patients(1, NULL, NULL, NULL);
  find_patients(2, NULL, NULL, 'nm');
  find_patients(1, 'n', NULL, NULL);
  find_patients(1, NULL, 'East', 'nm');
  find_patients(1, 'B', 'none', NULL);
  DBMS_OUTPUT.PUT_LINE(count_patients(1, NULL) || ' ' || count_patients(1, 'A') || ' ' || count_patients(0, 'C') || ' ' || count_patients(9, NULL));
END;
/
