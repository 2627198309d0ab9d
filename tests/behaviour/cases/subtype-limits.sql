-- trap: B03, F20
-- oracle: RANGE and NOT NULL of a subtype are checked at each assignment to a variable, parameter, result or package variable (ORA-06502), through %TYPE and subtypes of subtypes too
SET SERVEROUTPUT ON
CREATE OR REPLACE PACKAGE 温控 IS
  SUBTYPE t_step IS PLS_INTEGER RANGE -5 .. 5;
  SUBTYPE t_up IS t_step RANGE 0 .. 5;
  SUBTYPE t_name IS VARCHAR2(4) NOT NULL;
  SUBTYPE t_count IS POSITIVEN;
  SUBTYPE t_any IS VARCHAR2(4);
  g_step t_step := 1;
  g_sign SIGNTYPE := 0;
  FUNCTION next(p_step t_step) RETURN t_up;
  PROCEDURE label(p_name t_name, p_note t_any DEFAULT NULL);
END;
/
CREATE OR REPLACE PACKAGE BODY 温控 IS
  FUNCTION next(p_step t_step) RETURN t_up IS
  BEGIN
    RETURN p_step + 1;
  END;
  PROCEDURE label(p_name t_name, p_note t_any DEFAULT NULL) IS
  BEGIN
    DBMS_OUTPUT.PUT_LINE('label ' || p_name || p_note);
  END;
END;
/
DECLARE
  SUBTYPE t_half IS BINARY_INTEGER RANGE 0 .. 50;
  v_half  t_half;
  v_step  温控.t_step := -5;
  v_same  v_step%TYPE;
  v_count 温控.t_count := 1;
  v_name  温控.t_name := 'a';
  v_empty VARCHAR2(10);
  PROCEDURE try(p_what VARCHAR2) IS
    l_half t_half := 50;
  BEGIN
    CASE p_what
      WHEN 'rounded in' THEN l_half := 50.4;
      WHEN 'rounded out' THEN l_half := 50.5;
      WHEN 'null' THEN l_half := NULL;
      WHEN 'argument' THEN l_half := 温控.next(6);
      WHEN 'result' THEN l_half := 温控.next(-3);
      WHEN 'fits' THEN l_half := 温控.next(4);
      WHEN 'state' THEN 温控.g_step := 温控.g_step - 7;
      WHEN 'sign' THEN 温控.g_sign := 2;
      WHEN 'not null' THEN 温控.label(v_empty);
      WHEN 'label' THEN 温控.label('b');
      WHEN 'into' THEN SELECT 51 INTO l_half FROM dual;
    END CASE;
    DBMS_OUTPUT.PUT_LINE(p_what || ' [' || l_half || '] ' || 温控.g_step);
  EXCEPTION
    WHEN VALUE_ERROR THEN DBMS_OUTPUT.PUT_LINE(p_what || ' ' || SQLCODE);
  END;
BEGIN
  try('rounded in');
  try('rounded out');
  try('null');
  try('argument');
  try('result');
  try('fits');
  try('state');
  try('sign');
  try('not null');
  try('label');
  try('into');
  BEGIN
    v_same := 6;
    DBMS_OUTPUT.PUT_LINE('stored ' || v_same);
  EXCEPTION
    WHEN OTHERS THEN DBMS_OUTPUT.PUT_LINE('anchored ' || SQLCODE);
  END;
  BEGIN
    v_name := v_empty;
    DBMS_OUTPUT.PUT_LINE('stored ' || v_name);
  EXCEPTION
    WHEN OTHERS THEN DBMS_OUTPUT.PUT_LINE('empty ' || SQLCODE);
  END;
  BEGIN
    v_count := v_count - 1;
    DBMS_OUTPUT.PUT_LINE('stored ' || v_count);
  EXCEPTION
    WHEN OTHERS THEN DBMS_OUTPUT.PUT_LINE('count ' || SQLCODE);
  END;
  v_half := 7;
  DBMS_OUTPUT.PUT_LINE(v_half || ' ' || v_step || ' [' || v_same || '] ' || v_name || v_count);
END;
/
