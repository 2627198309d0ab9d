-- trap: F09
-- oracle: hand-derived: nested subprograms read the index and the records of the loops around them
SET SERVEROUTPUT ON
CREATE TABLE q (id NUMBER(3), nm VARCHAR2(10));
INSERT INTO q VALUES (1, 'one');
INSERT INTO q VALUES (2, 'two');
CREATE OR REPLACE PROCEDURE p IS
  t VARCHAR2(50);
  CURSOR c IS SELECT id * 2 dbl, nm FROM q ORDER BY id;
BEGIN
  FOR i IN REVERSE 1 .. 2 LOOP
    DECLARE
      FUNCTION sq RETURN NUMBER IS BEGIN RETURN i * i; END;
      PROCEDURE add_it IS BEGIN t := t || '/' || (i + sq); END;
    BEGIN
      add_it;
    END;
  END LOOP;
  FOR r IN (SELECT id, nm FROM q ORDER BY id) LOOP
    DECLARE
      i NUMBER := 10;
      FUNCTION lbl RETURN VARCHAR2 IS BEGIN RETURN r.nm || (r.id + i); END;
    BEGIN
      t := t || ' ' || lbl;
    END;
  END LOOP;
  FOR x IN c LOOP
    DECLARE
      FUNCTION d RETURN VARCHAR2 IS BEGIN RETURN x.nm || x.dbl; END;
    BEGIN
      t := t || ' ' || d;
    END;
  END LOOP;
  DBMS_OUTPUT.PUT_LINE(t);
END;
/
BEGIN
  p;
END;
/
