-- trap: F07, F10, F11, F12, F13
-- oracle: package state of records and collections, nested collections, rows of cursors, RETURNING BULK COLLECT
SET SERVEROUTPUT ON
CREATE TABLE emp (id NUMBER(4) PRIMARY KEY, name VARCHAR2(10), sal NUMBER(8,2), hired DATE);
INSERT INTO emp VALUES (1,'Ann',100,DATE '2020-01-01');
INSERT INTO emp VALUES (2,'Bob',200,DATE '2021-02-02');
INSERT INTO emp VALUES (3,'Cid',300.5,DATE '2022-03-03');
CREATE OR REPLACE PACKAGE hr AS
  TYPE t_emp IS RECORD (id emp.id%TYPE, name emp.name%TYPE, bonus NUMBER := 10);
  TYPE t_emps IS TABLE OF t_emp;
  TYPE t_map IS TABLE OF emp%ROWTYPE INDEX BY PLS_INTEGER;
  TYPE t_dates IS TABLE OF DATE INDEX BY VARCHAR2(10);
  g_cache t_map;
  g_rec t_emp;
  g_list t_emps := t_emps();
  g_when DATE := DATE '2024-05-06';
  CURSOR c_all RETURN emp%ROWTYPE;
  PROCEDURE load;
  FUNCTION get(p_id NUMBER) RETURN emp%ROWTYPE;
  PROCEDURE fill(p_list IN OUT t_emps, p_map OUT t_map);
END hr;
/
CREATE OR REPLACE PACKAGE BODY hr AS
  CURSOR c_all RETURN emp%ROWTYPE IS SELECT * FROM emp ORDER BY id;
  PROCEDURE load IS
  BEGIN
    FOR r IN c_all LOOP
      g_cache(r.id) := r;
    END LOOP;
    g_rec.name := 'zed';
    g_rec.bonus := g_rec.bonus + 1;
    g_list.EXTEND;
    g_list(1) := g_rec;
    g_list(1).name := 'yo';
  END;
  FUNCTION get(p_id NUMBER) RETURN emp%ROWTYPE IS
  BEGIN
    RETURN g_cache(p_id);
  END;
  PROCEDURE fill(p_list IN OUT t_emps, p_map OUT t_map) IS
    v t_emp;
  BEGIN
    FOR r IN (SELECT id, name FROM emp ORDER BY id) LOOP
      v.id := r.id; v.name := r.name;
      p_list.EXTEND;
      p_list(p_list.LAST) := v;
    END LOOP;
    SELECT * BULK COLLECT INTO p_map FROM emp ORDER BY id DESC;
  END;
END hr;
/
DECLARE
  v_l hr.t_emps := hr.t_emps();
  v_m hr.t_map;
  v_e emp%ROWTYPE;
  v_d hr.t_dates;
  k VARCHAR2(10);
BEGIN
  hr.load;
  v_e := hr.get(2);
  DBMS_OUTPUT.PUT_LINE(v_e.name || ' ' || v_e.sal || ' ' || hr.g_rec.bonus || ' ' || hr.g_list(1).name || ' ' || hr.g_list.COUNT);
  DBMS_OUTPUT.PUT_LINE(hr.get(3).name || ' ' || hr.g_cache.COUNT || ' ' || hr.g_cache(1).name || TO_CHAR(hr.g_when, ' YYYY-MM'));
  hr.fill(v_l, v_m);
  DBMS_OUTPUT.PUT_LINE(v_l.COUNT || v_l(2).name || v_l(3).bonus || ' ' || v_m(1).name || ' ' || v_m.LAST);
  FOR i IN 1 .. v_l.COUNT LOOP
    v_l(i).bonus := v_l(i).bonus * i;
    DBMS_OUTPUT.PUT_LINE(i || ' ' || v_l(i).name || ' ' || v_l(i).bonus);
  END LOOP;
  v_d('a') := DATE '2024-01-02';
  v_d('b') := v_d('a') + 1;
  k := v_d.FIRST;
  WHILE k IS NOT NULL LOOP
    DBMS_OUTPUT.PUT_LINE(k || TO_CHAR(v_d(k), ' YYYY-MM-DD'));
    k := v_d.NEXT(k);
  END LOOP;
  hr.g_cache.DELETE;
  BEGIN
    v_e := hr.get(1);
  EXCEPTION WHEN NO_DATA_FOUND THEN DBMS_OUTPUT.PUT_LINE('gone');
  END;
  BEGIN
    DBMS_OUTPUT.PUT_LINE(v_l(9).name);
  EXCEPTION WHEN SUBSCRIPT_BEYOND_COUNT THEN DBMS_OUTPUT.PUT_LINE('beyond');
  END;
END;
/
DECLARE
  CURSOR c (p NUMBER DEFAULT 0) IS SELECT id, name FROM emp WHERE id > p ORDER BY id;
  TYPE t_rows IS TABLE OF c%ROWTYPE;
  TYPE t_names IS TABLE OF emp.name%TYPE INDEX BY PLS_INTEGER;
  TYPE t_mat IS TABLE OF t_names INDEX BY PLS_INTEGER;
  v_rows t_rows;
  v_names t_names;
  m t_mat;
  v_ids SYS.ODCINUMBERLIST := SYS.ODCINUMBERLIST(1, 3);
  n NUMBER;
  TYPE t_tab IS TABLE OF NUMBER;
  TYPE t_tt IS TABLE OF t_tab;
  tt t_tt := t_tt(t_tab(1, 2), t_tab(3));
BEGIN
  OPEN c;
  FETCH c BULK COLLECT INTO v_rows;
  CLOSE c;
  DBMS_OUTPUT.PUT_LINE(v_rows.COUNT || v_rows(1).name);
  m(1)(2) := 'x';
  m(1)(5) := 'y';
  DBMS_OUTPUT.PUT_LINE(m(1).COUNT || m(1)(5) || m.COUNT);
  tt(1)(2) := 7;
  tt.EXTEND;
  tt(3) := t_tab();
  tt(3).EXTEND(2);
  tt(3)(1) := 9;
  DBMS_OUTPUT.PUT_LINE(tt(1)(2) || ' ' || tt(3).COUNT || ' ' || tt(3)(1) || tt(2)(1));
  UPDATE emp SET sal = sal + 1 WHERE id < 3 RETURNING name BULK COLLECT INTO v_names;
  DBMS_OUTPUT.PUT_LINE(v_names.COUNT || v_names(2) || SQL%ROWCOUNT);
  SELECT COUNT(*) INTO n FROM TABLE(v_ids);
  DBMS_OUTPUT.PUT_LINE(n);
END;
/
