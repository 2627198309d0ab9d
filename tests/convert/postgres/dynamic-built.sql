-- Texts that a body builds step by step are translated where they are written, when every way to the statement agrees.
CREATE TABLE visit (id NUMBER(6), nm VARCHAR2(30), dept NUMBER(3), seen DATE);
CREATE TABLE dept (no NUMBER(3), title VARCHAR2(20));
-- optional conditions, one of them a value in quotes; two statements execute the text
CREATE OR REPLACE PROCEDURE find_visits(x NUMBER, w VARCHAR2, o VARCHAR2) IS
  s VARCHAR2(200) := 'SELECT id, nm FROM visit WHERE id > :x AND seen < SYSDATE';
  v_where VARCHAR2(100);
  c SYS_REFCURSOR;
  i NUMBER;
  n VARCHAR2(30);
BEGIN
  IF w IS NOT NULL THEN
    s := s || ' AND nm = ''' || w || '''';
  END IF;
  IF o = 'x' THEN
    v_where := ' AND NVL(nm, ''-'') <> ''q''';
  END IF;
  s := s || v_where || ' ORDER BY id';
  OPEN c FOR s USING x;
  FETCH c INTO i, n;
  CLOSE c;
  EXECUTE IMMEDIATE s INTO i, n USING x;
END;
/
-- placeholders that are there only with their arguments: the ways with another number of them end in an error on both sides
CREATE OR REPLACE FUNCTION count_visits(p_id NUMBER, p_nm VARCHAR2) RETURN NUMBER IS
  s VARCHAR2(400);
  n NUMBER;
BEGIN
  s := 'SELECT COUNT(*) FROM visit WHERE dept = NVL(:d, dept)';
  IF p_nm IS NOT NULL THEN
    s := s || ' AND nm LIKE :n';
    EXECUTE IMMEDIATE s INTO n USING p_id, p_nm;
  ELSE
    EXECUTE IMMEDIATE s INTO n USING p_id;
  END IF;
  RETURN n;
END;
/
-- a table that comes with its condition, CASE in the text, a list made by a loop
CREATE OR REPLACE PROCEDURE list_visits(p_title VARCHAR2, p_days NUMBER) IS
  v_from VARCHAR2(100) := ' FROM visit v';
  v_where VARCHAR2(500) := ' WHERE v.seen >= TRUNC(SYSDATE) AND v.id > ' || p_days;
  v_list VARCHAR2(500);
  s VARCHAR2(1000);
  n NUMBER;
BEGIN
  IF p_title IS NOT NULL THEN
    v_from := v_from || ', dept d';
    v_where := v_where || ' AND d.no = v.dept AND NVL(d.title, ''?'') = ''' || p_title || '''';
  END IF;
  FOR i IN 1 .. 3 LOOP
    IF v_list IS NOT NULL THEN
      v_list := v_list || ', ';
    END IF;
    v_list := v_list || 'DECODE(v.id, ' || i || ', 1, 0)';
  END LOOP;
  s := 'SELECT COUNT(*)' || v_from || v_where || ' AND 1 IN (' || v_list || ')' || CASE WHEN p_days > 3 THEN ' AND NVL(v.dept, 0) > 1' END;
  EXECUTE IMMEDIATE s INTO n;
END;
/
-- ways that do not agree: the number of a placeholder depends on the way
CREATE OR REPLACE PROCEDURE disagree(p_nm VARCHAR2, p_id NUMBER, p_any NUMBER) IS
  s VARCHAR2(400) := 'SELECT 1 FROM visit WHERE 1 = 1';
  c SYS_REFCURSOR;
BEGIN
  IF p_nm IS NOT NULL THEN
    s := s || ' AND nm = :n';
  ELSE
    s := s || ' AND id = :i AND dept = :d';
  END IF;
  s := s || ' AND id <> :o';
  IF p_nm IS NOT NULL THEN
    OPEN c FOR s USING p_nm, p_any;
  ELSE
    OPEN c FOR s USING p_id, p_any, p_any;
  END IF;
END;
/
-- a text that comes from outside
CREATE OR REPLACE PROCEDURE outside(p_text VARCHAR2) IS
  s VARCHAR2(400) := p_text;
  n NUMBER;
BEGIN
  IF s IS NULL THEN
    s := 'SELECT NVL(MAX(id), 0) FROM visit';
  END IF;
  EXECUTE IMMEDIATE s INTO n;
END;
/
-- what an error interrupts is not known in the handler
CREATE OR REPLACE PROCEDURE interrupted IS
  s VARCHAR2(400) := 'SELECT NVL(MAX(id), 0)';
  n NUMBER;
BEGIN
  s := s || ' FROM visit';
  EXECUTE IMMEDIATE s INTO n;
EXCEPTION
  WHEN OTHERS THEN
    s := s || ' WHERE id > 0';
    EXECUTE IMMEDIATE s INTO n;
END;
/
