-- trap: F05, F13
-- oracle: hand-derived: an attribute of a cursor that is not open raises INVALID_CURSOR: never opened, closed, left by an error, a cursor variable, a cursor of a package
SET SERVEROUTPUT ON
CREATE TABLE q (id NUMBER(3));
INSERT INTO q VALUES (1);
INSERT INTO q VALUES (2);
CREATE OR REPLACE PACKAGE pk IS
  PROCEDURE show(p_open BOOLEAN);
END;
/
CREATE OR REPLACE PACKAGE BODY pk IS
  CURSOR c IS SELECT id FROM q ORDER BY id;
  PROCEDURE show(p_open BOOLEAN) IS
    v NUMBER;
  BEGIN
    IF p_open THEN
      OPEN c;
      FETCH c INTO v;
      CLOSE c;
    END IF;
    BEGIN
      IF c%FOUND THEN DBMS_OUTPUT.PUT_LINE('found'); END IF;
    EXCEPTION
      WHEN INVALID_CURSOR THEN DBMS_OUTPUT.PUT_LINE('package ' || v);
    END;
  END;
END;
/
CREATE OR REPLACE PROCEDURE tell(p_open NUMBER) IS
  CURSOR c IS SELECT id FROM q ORDER BY id;
  v NUMBER;
BEGIN
  IF p_open > 0 THEN
    OPEN c;
    FETCH c INTO v;
  END IF;
  IF p_open = 2 THEN
    CLOSE c;
  END IF;
  BEGIN
    DBMS_OUTPUT.PUT_LINE('rows ' || c%ROWCOUNT);
    IF c%FOUND THEN DBMS_OUTPUT.PUT_LINE('found ' || v); END IF;
  EXCEPTION
    WHEN INVALID_CURSOR THEN DBMS_OUTPUT.PUT_LINE('invalid ' || SQLCODE);
  END;
  IF c%ISOPEN THEN CLOSE c; END IF;
END;
/
DECLARE
  CURSOR c IS SELECT id FROM q ORDER BY id;
  w SYS_REFCURSOR;
  v NUMBER;
BEGIN
  tell(0);
  tell(1);
  tell(2);
  pk.show(FALSE);
  pk.show(TRUE);
  BEGIN
    FOR r IN c LOOP
      v := 1 / (r.id - 1);
    END LOOP;
  EXCEPTION
    WHEN ZERO_DIVIDE THEN
      BEGIN
        v := c%ROWCOUNT;
      EXCEPTION
        WHEN INVALID_CURSOR THEN DBMS_OUTPUT.PUT_LINE('loop left');
      END;
  END;
  BEGIN
    v := w%ROWCOUNT;
  EXCEPTION
    WHEN INVALID_CURSOR THEN DBMS_OUTPUT.PUT_LINE('no cursor');
  END;
  OPEN w FOR SELECT id FROM q ORDER BY id;
  FETCH w INTO v;
  DBMS_OUTPUT.PUT_LINE(v || ' ' || w%ROWCOUNT);
  CLOSE w;
  BEGIN
    IF w%NOTFOUND THEN DBMS_OUTPUT.PUT_LINE('not found'); END IF;
  EXCEPTION
    WHEN INVALID_CURSOR THEN DBMS_OUTPUT.PUT_LINE('closed');
  END;
END;
/
