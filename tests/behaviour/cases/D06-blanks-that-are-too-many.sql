-- trap: D05, D06, F06
-- oracle: blanks at the end count against a declared length: ORA-06502 in PL/SQL, ORA-12899 for a column; none are cut
SET SERVEROUTPUT ON
CREATE TABLE bl (id NUMBER(3), v VARCHAR2(5), c CHAR(3));
INSERT INTO bl VALUES (1, 'ab', 'x');
CREATE TABLE src (id NUMBER(3), w CHAR(9));
INSERT INTO src VALUES (1, 'ab');
DECLARE
  TYPE t_rec IS RECORD (f VARCHAR2(5), id NUMBER(3));
  r    t_rec;
  c    CHAR(4);
  v    VARCHAR2(20) := 'ab    ';
  v5   VARCHAR2(5) := 'old';
BEGIN
  BEGIN
    v5 := v;
    DBMS_OUTPUT.PUT_LINE('took');
  EXCEPTION WHEN VALUE_ERROR THEN DBMS_OUTPUT.PUT_LINE('variable ' || SQLCODE || v5);
  END;
  BEGIN
    c := v;
    DBMS_OUTPUT.PUT_LINE('took');
  EXCEPTION WHEN VALUE_ERROR THEN DBMS_OUTPUT.PUT_LINE('char ' || SQLCODE || c);
  END;
  BEGIN
    r.f := NVL(v5, 'x') || '   ';
    DBMS_OUTPUT.PUT_LINE('took');
  EXCEPTION WHEN VALUE_ERROR THEN DBMS_OUTPUT.PUT_LINE('field ' || SQLCODE || r.f);
  END;
  BEGIN
    v5 := CASE WHEN c IS NULL THEN RPAD('a', 6) ELSE 'b' END;
    DBMS_OUTPUT.PUT_LINE('took');
  EXCEPTION WHEN VALUE_ERROR THEN DBMS_OUTPUT.PUT_LINE('case ' || SQLCODE || v5);
  END;
  BEGIN
    SELECT v || '      ' INTO v5 FROM bl WHERE id = 1;
    DBMS_OUTPUT.PUT_LINE('took');
  EXCEPTION WHEN VALUE_ERROR THEN DBMS_OUTPUT.PUT_LINE('into ' || SQLCODE || v5);
  END;
  BEGIN
    SELECT w, id INTO r FROM src;
    DBMS_OUTPUT.PUT_LINE('took');
  EXCEPTION WHEN VALUE_ERROR THEN DBMS_OUTPUT.PUT_LINE('record ' || SQLCODE);
  END;
  BEGIN
    UPDATE bl SET v = v || '    ' WHERE id = 1;
    DBMS_OUTPUT.PUT_LINE('took');
  EXCEPTION WHEN OTHERS THEN DBMS_OUTPUT.PUT_LINE('update ' || SQLCODE);
  END;
  BEGIN
    INSERT INTO bl (id, c) VALUES (2, 'abc ');
    DBMS_OUTPUT.PUT_LINE('took');
  EXCEPTION WHEN OTHERS THEN DBMS_OUTPUT.PUT_LINE('insert ' || SQLCODE);
  END;
  BEGIN
    INSERT INTO bl (id, v) SELECT id + 2, w FROM src;
    DBMS_OUTPUT.PUT_LINE('took');
  EXCEPTION WHEN OTHERS THEN DBMS_OUTPUT.PUT_LINE('insert select ' || SQLCODE);
  END;
  BEGIN
    MERGE INTO bl t USING src s ON (t.id = s.id)
    WHEN MATCHED THEN UPDATE SET t.v = s.w
    WHEN NOT MATCHED THEN INSERT (id, v) VALUES (s.id, s.w);
    DBMS_OUTPUT.PUT_LINE('took');
  EXCEPTION WHEN OTHERS THEN DBMS_OUTPUT.PUT_LINE('merge ' || SQLCODE);
  END;
  BEGIN
    UPDATE bl SET c = 'y' WHERE id = 1 RETURNING v || '     ' INTO v5;
    DBMS_OUTPUT.PUT_LINE('took');
  EXCEPTION WHEN VALUE_ERROR THEN DBMS_OUTPUT.PUT_LINE('returning ' || SQLCODE || v5);
  END;
  DECLARE
    d VARCHAR2(3) := v;
  BEGIN
    DBMS_OUTPUT.PUT_LINE('took ' || d);
  EXCEPTION WHEN OTHERS THEN DBMS_OUTPUT.PUT_LINE('wrong handler');
  END;
EXCEPTION WHEN VALUE_ERROR THEN DBMS_OUTPUT.PUT_LINE('declaration ' || SQLCODE);
END;
/
DECLARE
  v5 VARCHAR2(5);
  c  CHAR(5);
BEGIN
  v5 := 'ab   ';
  c := v5;
  UPDATE bl SET v = v5, c = 'z ' WHERE id = 1;
  FOR q IN (SELECT v, LENGTH(v) l, LENGTH(c) m FROM bl ORDER BY id) LOOP
    DBMS_OUTPUT.PUT_LINE('[' || q.v || '] ' || q.l || ' ' || q.m || ' ' || LENGTH(c));
  END LOOP;
END;
/
