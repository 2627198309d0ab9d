-- trap: F15, F11
-- oracle: DBMS_ASSERT checks names and literals, UTL_RAW.CONCAT skips NULL, CARDINALITY of a NULL collection is NULL
SET SERVEROUTPUT ON
CREATE OR REPLACE TYPE num_list AS TABLE OF NUMBER;
/
DECLARE
  v_list  num_list := num_list(3, 4, 5);
  v_none  num_list;
  v_raw   RAW(10);
  v_cnt   NUMBER;
  TYPE names IS TABLE OF VARCHAR2(10);
  v_names names := names('a', 'b');
  PROCEDURE check_name(p_name VARCHAR2) IS
  BEGIN
    DBMS_OUTPUT.PUT_LINE('name ' || DBMS_ASSERT.SIMPLE_SQL_NAME(p_name));
  EXCEPTION
    WHEN OTHERS THEN DBMS_OUTPUT.PUT_LINE('no name ' || SQLCODE);
  END;
  PROCEDURE check_text(p_text VARCHAR2) IS
  BEGIN
    DBMS_OUTPUT.PUT_LINE('text ' || DBMS_ASSERT.ENQUOTE_LITERAL(p_text));
  EXCEPTION
    WHEN VALUE_ERROR THEN DBMS_OUTPUT.PUT_LINE('no text ' || SQLCODE);
  END;
BEGIN
  check_name('emp_1$');
  check_name('病人');
  check_name('"Odd name"');
  check_name('1a');
  check_name('a.b');
  check_name('a; drop table x');
  check_text('abc');
  check_text('''abc''');
  check_text('O''''Hara');
  check_text('O''Hara');
  DBMS_OUTPUT.PUT_LINE(DBMS_ASSERT.NOOP('any; thing'));
  v_raw := UTL_RAW.CONCAT(HEXTORAW('0A'), v_raw, HEXTORAW('FF10'));
  DBMS_OUTPUT.PUT_LINE(RAWTOHEX(v_raw));
  v_cnt := CARDINALITY(v_list);
  DBMS_OUTPUT.PUT_LINE(v_cnt || ' [' || CARDINALITY(v_none) || '] ' || CARDINALITY(v_names) || ' ' || CARDINALITY(num_list()));
  v_names.DELETE(1);
  DBMS_OUTPUT.PUT_LINE(CARDINALITY(v_names));
  SELECT CARDINALITY(num_list(1, 2)) INTO v_cnt FROM dual;
  DBMS_OUTPUT.PUT_LINE(v_cnt);
END;
/
