-- trap: F07, F11, F06
-- oracle: ward beds: record collections, defaults, nested errors
SET SERVEROUTPUT ON
CREATE TABLE ward (ward_id NUMBER(4) PRIMARY KEY, name VARCHAR2(20) NOT NULL, beds NUMBER(3) DEFAULT 2 NOT NULL);
CREATE TABLE stay (id NUMBER(8) PRIMARY KEY, ward_id NUMBER(4) NOT NULL, patient VARCHAR2(20), d_in DATE, d_out DATE);
INSERT INTO ward VALUES (1, 'Heart', 2);
INSERT INTO ward VALUES (2, 'Bone', 1);
INSERT INTO ward VALUES (3, 'Eye', 3);
INSERT INTO stay VALUES (1, 1, 'Li', DATE '2024-01-01', NULL);
INSERT INTO stay VALUES (2, 1, 'Wang', DATE '2024-01-03', DATE '2024-01-09');
INSERT INTO stay VALUES (3, 2, 'Zhao', DATE '2024-01-02', NULL);
COMMIT;
CREATE OR REPLACE PACKAGE ward_api IS
  c_max CONSTANT PLS_INTEGER := 3;
  SUBTYPE t_name IS VARCHAR2(20);
  TYPE t_row IS RECORD (ward_id ward.ward_id%TYPE, name t_name := 'none', free NUMBER DEFAULT -1, tags VARCHAR2(10));
  TYPE t_rows IS TABLE OF t_row;
  TYPE t_by_name IS TABLE OF t_row INDEX BY VARCHAR2(20);
  e_full EXCEPTION;
  PRAGMA EXCEPTION_INIT(e_full, -20101);
  FUNCTION load_all(p_from IN NUMBER DEFAULT 1, p_to IN NUMBER) RETURN t_rows;
  PROCEDURE admit(p_patient IN VARCHAR2, p_ward IN OUT NOCOPY NUMBER, p_id OUT NUMBER);
  FUNCTION used(p_ward NUMBER) RETURN NUMBER;
  FUNCTION used(p_name VARCHAR2) RETURN NUMBER;
END ward_api;
/
CREATE OR REPLACE PACKAGE BODY ward_api IS
  g_calls PLS_INTEGER := 0;
  g_last  t_row;
  CURSOR c_free(p_min NUMBER DEFAULT 1) RETURN ward%ROWTYPE IS
    SELECT w.* FROM ward w WHERE w.beds - used(w.ward_id) >= p_min ORDER BY w.ward_id;

  FUNCTION used(p_ward NUMBER) RETURN NUMBER IS
    v NUMBER;
  BEGIN
    SELECT COUNT(*) INTO v FROM stay WHERE ward_id = p_ward AND d_out IS NULL;
    RETURN v;
  END;
  FUNCTION used(p_name VARCHAR2) RETURN NUMBER IS
    v NUMBER;
  BEGIN
    SELECT ward_id INTO v FROM ward WHERE name = p_name;
    RETURN used(v);
  EXCEPTION
    WHEN NO_DATA_FOUND THEN RETURN NULL;
  END;
  FUNCTION load_all(p_from IN NUMBER DEFAULT 1, p_to IN NUMBER) RETURN t_rows IS
    v_rows t_rows := t_rows();
    v_one t_row;
  BEGIN
    g_calls := g_calls + 1;
    FOR r IN (SELECT * FROM ward WHERE ward_id BETWEEN p_from AND p_to ORDER BY ward_id DESC) LOOP
      v_rows.EXTEND;
      v_rows(v_rows.LAST).ward_id := r.ward_id;
      IF r.beds > 1 THEN
        v_rows(v_rows.LAST).name := r.name;
      ELSE
        v_rows(v_rows.LAST).name := 'single';
      END IF;
      v_rows(v_rows.LAST).free := r.beds - used(r.ward_id);
      g_last := v_rows(v_rows.LAST);
    END LOOP;
    v_one.tags := g_calls;
    v_rows.EXTEND;
    v_rows(v_rows.COUNT) := v_one;
    RETURN v_rows;
  END;
  PROCEDURE admit(p_patient IN VARCHAR2, p_ward IN OUT NOCOPY NUMBER, p_id OUT NUMBER) IS
    v_w ward%ROWTYPE;
    PROCEDURE check_limit(p_w NUMBER) IS
    BEGIN
      IF used(p_w) >= c_max THEN
        RAISE e_full;
      END IF;
    END;
  BEGIN
    IF p_ward IS NULL THEN
      OPEN c_free(p_min => 2);
      FETCH c_free INTO v_w;
      IF c_free%NOTFOUND THEN
        CLOSE c_free;
        OPEN c_free;
        FETCH c_free INTO v_w;
        IF c_free%NOTFOUND THEN
          CLOSE c_free;
          RAISE_APPLICATION_ERROR(-20101, 'no bed for ' || p_patient);
        END IF;
      END IF;
      CLOSE c_free;
      p_ward := v_w.ward_id;
    END IF;
    check_limit(p_ward);
    SELECT NVL(MAX(id), 0) + 1 INTO p_id FROM stay;
    INSERT INTO stay VALUES (p_id, p_ward, p_patient, DATE '2024-02-01', NULL);
  END;
BEGIN
  g_last.name := 'init';
END ward_api;
/
DECLARE
  v_rows ward_api.t_rows;
  v_by ward_api.t_by_name;
  v_key VARCHAR2(20);
  v_ward NUMBER;
  v_id NUMBER;
BEGIN
  v_rows := ward_api.load_all(p_to => 3);
  DBMS_OUTPUT.PUT_LINE('rows ' || v_rows.COUNT);
  FOR i IN 1 .. v_rows.COUNT LOOP
    DBMS_OUTPUT.PUT_LINE(i || ' ' || NVL(TO_CHAR(v_rows(i).ward_id), '-') || ' ' || v_rows(i).name || ' ' || v_rows(i).free || ' [' || v_rows(i).tags || ']');
    v_by(NVL(v_rows(i).name, 'null')) := v_rows(i);
  END LOOP;
  v_key := v_by.FIRST;
  WHILE v_key IS NOT NULL LOOP
    DBMS_OUTPUT.PUT_LINE(v_key || '=' || v_by(v_key).ward_id);
    v_key := v_by.NEXT(v_key);
  END LOOP;
  DBMS_OUTPUT.PUT_LINE('used ' || ward_api.used('Heart') || ' ' || ward_api.used(2) || ' [' || ward_api.used('Nose') || ']');
  FOR i IN 1 .. 6 LOOP
    BEGIN
      v_ward := NULL;
      ward_api.admit('P' || i, v_ward, v_id);
      DBMS_OUTPUT.PUT_LINE('P' || i || ' in ' || v_ward || ' as ' || v_id);
    EXCEPTION
      WHEN ward_api.e_full THEN
        DBMS_OUTPUT.PUT_LINE('full ' || SQLCODE || ' ' || SQLERRM || ' ' || NVL(TO_CHAR(v_ward), 'null'));
    END;
  END LOOP;
  v_ward := 3;
  BEGIN
    ward_api.admit(p_id => v_id, p_ward => v_ward, p_patient => 'Q');
    DBMS_OUTPUT.PUT_LINE('not here');
  EXCEPTION
    WHEN OTHERS THEN DBMS_OUTPUT.PUT_LINE('code ' || SQLCODE);
  END;
  ROLLBACK;
  SELECT COUNT(*) INTO v_id FROM stay;
  DBMS_OUTPUT.PUT_LINE('stays ' || v_id);
  BEGIN
    DBMS_OUTPUT.PUT_LINE(v_by('missing').free);
  EXCEPTION
    WHEN NO_DATA_FOUND THEN DBMS_OUTPUT.PUT_LINE('no such ward ' || SQLCODE);
  END;
END;
/
