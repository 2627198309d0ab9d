-- trap: F02, F05, F06, F14, F19
-- oracle: where errors are raised and caught: declarations, handlers, loops, returns, own exceptions of one name, dynamic blocks
SET SERVEROUTPUT ON
CREATE TABLE er (id NUMBER PRIMARY KEY, v VARCHAR2(5));
CREATE OR REPLACE FUNCTION f1(p NUMBER) RETURN VARCHAR2 IS
  v NUMBER(2) := p;
BEGIN
  IF p = 5 THEN RETURN 'five'; END IF;
  FOR i IN 1 .. 3 LOOP
    BEGIN
      IF i = p THEN RAISE TOO_MANY_ROWS; END IF;
      IF p = 0 THEN RETURN 'in ' || i; END IF;
    EXCEPTION
      WHEN TOO_MANY_ROWS THEN
        IF i = 2 THEN RETURN 'two'; END IF;
        RAISE ZERO_DIVIDE;
    END;
  END LOOP;
  IF p > 3 THEN RETURN NULL; END IF;
EXCEPTION
  WHEN ZERO_DIVIDE THEN
    RETURN 'div ' || v || SQLCODE;
  WHEN VALUE_ERROR THEN
    RETURN 'never';
END f1;
/
CREATE OR REPLACE PROCEDURE p1(x IN OUT NUMBER, y OUT VARCHAR2, z IN VARCHAR2 DEFAULT 'dz') IS
BEGIN
  x := x * 2;
  y := z || x;
  INSERT INTO er VALUES (x, y);
  IF x > 100 THEN
    RAISE_APPLICATION_ERROR(-20001, 'big ' || x);
  END IF;
END p1;
/
DECLARE
  e EXCEPTION;
  e2 EXCEPTION;
  PRAGMA EXCEPTION_INIT(e2, -20001);
  a NUMBER := 30;
  b VARCHAR2(9) := 'keep';
  ok BOOLEAN;
  PROCEDURE inner_one IS
    e EXCEPTION;
  BEGIN
    RAISE e;
  END;
BEGIN
  FOR i IN -1 .. 5 LOOP
    BEGIN
      DBMS_OUTPUT.PUT_LINE(i || ' ' || f1(i));
    EXCEPTION
      WHEN OTHERS THEN DBMS_OUTPUT.PUT_LINE(i || ' x' || SQLCODE);
    END;
  END LOOP;
  BEGIN
    DBMS_OUTPUT.PUT_LINE(f1(123));
  EXCEPTION
    WHEN VALUE_ERROR THEN DBMS_OUTPUT.PUT_LINE('outer ' || SQLCODE);
  END;
  BEGIN
    inner_one;
  EXCEPTION
    WHEN e THEN DBMS_OUTPUT.PUT_LINE('wrong');
    WHEN OTHERS THEN DBMS_OUTPUT.PUT_LINE('other e ' || SQLCODE || SQLERRM);
  END;
  FOR i IN 1 .. 3 LOOP
    BEGIN
      p1(a, b);
      DBMS_OUTPUT.PUT_LINE(a || ' ' || b);
    EXCEPTION
      WHEN e2 THEN DBMS_OUTPUT.PUT_LINE('e2 ' || a || ' ' || b || ' ' || SQLERRM);
      WHEN DUP_VAL_ON_INDEX THEN DBMS_OUTPUT.PUT_LINE('dup ' || a || ' ' || b);
    END;
  END LOOP;
  SELECT COUNT(*), MAX(v) INTO a, b FROM er;
  DBMS_OUTPUT.PUT_LINE(a || b);
  ok := a > 2 OR NULL;
  DBMS_OUTPUT.PUT_LINE(CASE ok WHEN TRUE THEN 't' WHEN FALSE THEN 'f' ELSE 'n' END || CASE WHEN NOT ok THEN 'f' WHEN ok THEN 't' ELSE 'n' END);
  a := 7;
  EXECUTE IMMEDIATE 'BEGIN p1(:x, :y, :z); :x := :x + 1; END;' USING IN OUT a, OUT b, IN 'dyn';
  DBMS_OUTPUT.PUT_LINE(a || b);
  BEGIN
    BEGIN
      RAISE e;
    EXCEPTION
      WHEN e THEN
        BEGIN
          RAISE NO_DATA_FOUND;
        EXCEPTION
          WHEN NO_DATA_FOUND THEN NULL;
        END;
        DBMS_OUTPUT.PUT_LINE('again');
        RAISE;
    END;
  EXCEPTION
    WHEN e THEN DBMS_OUTPUT.PUT_LINE('same e');
    WHEN NO_DATA_FOUND THEN DBMS_OUTPUT.PUT_LINE('ndf');
  END;
  DECLARE
    n NUMBER(1) := 10;
  BEGIN
    NULL;
  EXCEPTION
    WHEN OTHERS THEN DBMS_OUTPUT.PUT_LINE('not here');
  END;
EXCEPTION
  WHEN VALUE_ERROR THEN
    ROLLBACK;
    SELECT COUNT(*) INTO a FROM er;
    DBMS_OUTPUT.PUT_LINE('end ' || a || ' ' || SQLERRM(100));
END;
/
