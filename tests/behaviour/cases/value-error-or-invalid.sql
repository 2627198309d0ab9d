-- trap: F06, B05
-- oracle: a bad conversion raises INVALID_NUMBER (ORA-01722) in a SQL statement and VALUE_ERROR (ORA-06502) in PL/SQL
SET SERVEROUTPUT ON
CREATE TABLE raw_in (id NUMBER(4), txt VARCHAR2(20));
INSERT INTO raw_in VALUES (1, '12.5');
INSERT INTO raw_in VALUES (2, '12,5');
CREATE OR REPLACE PROCEDURE try(p_id NUMBER) IS
  v_n NUMBER; v_s VARCHAR2(5); v_t raw_in.txt%TYPE; v_p NUMBER(3,1);
BEGIN
  BEGIN
    SELECT TO_NUMBER(txt) INTO v_n FROM raw_in WHERE id = p_id;
    DBMS_OUTPUT.PUT_LINE('sql ' || v_n);
  EXCEPTION
    WHEN VALUE_ERROR THEN DBMS_OUTPUT.PUT_LINE('sql value_error');
    WHEN INVALID_NUMBER THEN DBMS_OUTPUT.PUT_LINE('sql invalid_number ' || SQLCODE);
  END;
  SELECT txt INTO v_t FROM raw_in WHERE id = p_id;
  BEGIN
    v_n := v_t;
    DBMS_OUTPUT.PUT_LINE('pl ' || v_n);
  EXCEPTION
    WHEN INVALID_NUMBER THEN DBMS_OUTPUT.PUT_LINE('pl invalid_number');
    WHEN VALUE_ERROR THEN DBMS_OUTPUT.PUT_LINE('pl value_error ' || SQLCODE);
  END;
  BEGIN
    v_s := v_t || '000';
    DBMS_OUTPUT.PUT_LINE('fits');
  EXCEPTION
    WHEN OTHERS THEN DBMS_OUTPUT.PUT_LINE('long ' || SQLCODE);
  END;
  BEGIN
    v_p := v_n * 10;
    DBMS_OUTPUT.PUT_LINE('p ' || v_p);
  EXCEPTION
    WHEN VALUE_ERROR THEN DBMS_OUTPUT.PUT_LINE('p value_error');
  END;
  BEGIN
    SELECT txt INTO v_s FROM (SELECT txt || 'xyz' txt FROM raw_in WHERE id = p_id);
    DBMS_OUTPUT.PUT_LINE('into fits');
  EXCEPTION
    WHEN VALUE_ERROR THEN DBMS_OUTPUT.PUT_LINE('into value_error');
  END;
  BEGIN
    UPDATE raw_in SET id = 99999 WHERE id = p_id;
  EXCEPTION
    WHEN VALUE_ERROR THEN DBMS_OUTPUT.PUT_LINE('upd value_error');
    WHEN OTHERS THEN DBMS_OUTPUT.PUT_LINE('upd ' || SQLCODE);
  END;
  BEGIN
    v_n := 1 / (p_id - p_id);
  EXCEPTION
    WHEN ZERO_DIVIDE THEN DBMS_OUTPUT.PUT_LINE('zero ' || SQLCODE);
  END;
END;
/
BEGIN
  try(1);
  try(2);
END;
/
