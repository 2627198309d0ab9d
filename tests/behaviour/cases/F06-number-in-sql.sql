-- trap: F06
-- oracle: a PL/SQL error inside a function that a SQL statement calls keeps its number and its handler
SET SERVEROUTPUT ON
CREATE TABLE ks (a NUMBER, v VARCHAR2(10));
INSERT INTO ks VALUES (1, 'abc');
COMMIT;
CREATE OR REPLACE FUNCTION kf(p_kind NUMBER) RETURN NUMBER IS
  n NUMBER(3); s VARCHAR2(3); t VARCHAR2(10) := 'abc';
BEGIN
  IF p_kind = 1 THEN s := 'toolong';
  ELSIF p_kind = 2 THEN n := 1000;
  ELSIF p_kind = 3 THEN n := TO_NUMBER(t);
  ELSIF p_kind = 4 THEN SELECT TO_NUMBER(v) INTO n FROM ks;
  ELSIF p_kind = 5 THEN n := 1 / (p_kind - 5);
  END IF;
  RETURN 0;
END;
/
DECLARE
  d NUMBER;
BEGIN
  FOR i IN 1 .. 5 LOOP
    BEGIN
      SELECT kf(i) INTO d FROM ks;
      DBMS_OUTPUT.PUT_LINE('none');
    EXCEPTION
      WHEN VALUE_ERROR THEN DBMS_OUTPUT.PUT_LINE(i || ' value ' || SQLCODE);
      WHEN INVALID_NUMBER THEN DBMS_OUTPUT.PUT_LINE(i || ' number ' || SQLCODE);
      WHEN OTHERS THEN DBMS_OUTPUT.PUT_LINE(i || ' other ' || SQLCODE);
    END;
    BEGIN
      UPDATE ks SET a = kf(i);
    EXCEPTION
      WHEN VALUE_ERROR THEN DBMS_OUTPUT.PUT_LINE(i || ' value');
      WHEN OTHERS THEN DBMS_OUTPUT.PUT_LINE(i || ' other ' || SQLCODE);
    END;
    BEGIN
      d := kf(i);
    EXCEPTION
      WHEN INVALID_NUMBER THEN DBMS_OUTPUT.PUT_LINE(i || ' number');
      WHEN OTHERS THEN DBMS_OUTPUT.PUT_LINE(i || ' other ' || SQLCODE);
    END;
  END LOOP;
END;
/
