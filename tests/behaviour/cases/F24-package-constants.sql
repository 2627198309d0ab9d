-- trap: F24
-- oracle: static package constants in $IF, nested $IF, flags set again, $$PLSQL_LINE and $$PLSQL_UNIT_TYPE, branches inside expressions and parameter lists
SET SERVEROUTPUT ON
CREATE OR REPLACE PACKAGE 开关 IS
  调试 CONSTANT BOOLEAN := TRUE;
  level_no CONSTANT PLS_INTEGER := 2;
END;
/
ALTER SESSION SET PLSQL_CCFLAGS = 'big:100, small:-3, big:200';
CREATE OR REPLACE FUNCTION sized(p_n IN NUMBER $IF $$big > 150 $THEN , p_extra IN NUMBER DEFAULT 5 $END) RETURN NUMBER IS
BEGIN
  RETURN p_n $IF 开关.level_no = 2 $THEN * 2 $ELSE * 3 $END
         $IF $$big IS NOT NULL AND $$small < 0 $THEN + p_extra $END;
END;
/
CREATE OR REPLACE PACKAGE probe IS
  PROCEDURE show;
END;
/
CREATE OR REPLACE PACKAGE BODY probe IS
  -- this comment stays
  $IF 开关.调试 $THEN
  g_text VARCHAR2(20) := 'debug';
  $ELSE
  g_text VARCHAR2(20) := no_such_function('x');
  $END
  PROCEDURE show IS
  BEGIN
    DBMS_OUTPUT.PUT_LINE($$PLSQL_UNIT || ' ' || $$PLSQL_UNIT_TYPE || ' line ' || $$PLSQL_LINE || ' ' || g_text);
    $IF 开关.调试 $THEN
      $IF 开关.level_no >= 3 $THEN
      DBMS_OUTPUT.PUT_LINE('deep');
      $ELSIF 开关.level_no = 2 AND NOT $$unknown IS NOT NULL $THEN
      DBMS_OUTPUT.PUT_LINE('level two');
      $ELSE
      missing.call;
      $END
    $ELSE
      $IF TRUE $THEN missing.call; $END
    $END
    DBMS_OUTPUT.PUT_LINE('big ' || $$big || ' small ' || $$small || ' none [' || $$nothing || ']');
    IF $$nothing THEN
      DBMS_OUTPUT.PUT_LINE('never');
    END IF;
  END;
END;
/
ALTER SESSION SET PLSQL_CCFLAGS = 'big:1';
BEGIN
  probe.show;
  DBMS_OUTPUT.PUT_LINE(sized(10));
  DBMS_OUTPUT.PUT_LINE('big ' || $$big || ' small [' || $$small || ']' || ' unit [' || $$PLSQL_UNIT || '] line ' || $$PLSQL_LINE);
  $IF DBMS_DB_VERSION.VER_LE_11_2 $THEN
  DBMS_OUTPUT.PUT_LINE('old');
  $ELSIF DBMS_DB_VERSION.VERSION >= 12 AND NOT DBMS_DB_VERSION.VER_LE_12_1 $THEN
  DBMS_OUTPUT.PUT_LINE('new');
  $END
END;
/
