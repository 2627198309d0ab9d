-- trap: F11
-- oracle: a collection field of a record in an associative array is NULL until it is assigned
SET SERVEROUTPUT ON
DECLARE
  TYPE t_nums IS TABLE OF NUMBER;
  TYPE t_rec IS RECORD (nm VARCHAR2(10), list t_nums, d DATE);
  TYPE t_map IS TABLE OF t_rec INDEX BY PLS_INTEGER;
  m t_map;
  r t_rec;
BEGIN
  m(1).nm := 'a';
  m(2).list := t_nums(5);
  FOR i IN 1 .. 2 LOOP
    IF m(i).list IS NULL THEN DBMS_OUTPUT.PUT_LINE(i || ' none'); ELSE DBMS_OUTPUT.PUT_LINE(i || ' ' || m(i).list.COUNT); END IF;
    IF m(i).nm IS NULL AND m(i).d IS NULL THEN DBMS_OUTPUT.PUT_LINE(i || ' noname'); END IF;
    r := m(i);
    IF r.list IS NULL THEN DBMS_OUTPUT.PUT_LINE(i || ' none'); END IF;
  END LOOP;
END;
/
