-- trap: F09, F18, F26
-- oracle: nested procedures change outer variables, recursion with own locals, labels, EXIT/CONTINUE label, GOTO retry, loop variable hides outer
SET SERVEROUTPUT ON
CREATE OR REPLACE PROCEDURE walk(p_depth PLS_INTEGER, p_total IN OUT NOCOPY NUMBER) AS
  v_path VARCHAR2(50) := '>'; v_cnt PLS_INTEGER := 0; i PLS_INTEGER := 77;
  PROCEDURE visit(d PLS_INTEGER, tag VARCHAR2 DEFAULT '*') IS
    v_mark VARCHAR2(10) := tag || d;
    PROCEDURE note IS
    BEGIN
      v_path := v_path || v_mark;
      v_cnt := v_cnt + 1;
      p_total := p_total + d;
    END note;
  BEGIN
    note;
    IF d > 1 THEN
      visit(d - 1);
      visit(d - 2, '-');
    END IF;
    IF v_mark = '*2' THEN v_path := v_path || '!'; END IF;
  END visit;
  FUNCTION is_even(n PLS_INTEGER) RETURN BOOLEAN;
  FUNCTION is_odd(n PLS_INTEGER) RETURN BOOLEAN IS BEGIN RETURN CASE WHEN n = 0 THEN FALSE ELSE is_even(n - 1) END; END;
  FUNCTION is_even(n PLS_INTEGER) RETURN BOOLEAN IS BEGIN IF n = 0 THEN RETURN TRUE; END IF; RETURN is_odd(n - 1); END;
BEGIN
  visit(p_depth);
  DBMS_OUTPUT.PUT_LINE(v_path || ' ' || v_cnt || ' ' || p_total);
  <<rows_loop>>
  FOR i IN 1 .. 4 LOOP
    CONTINUE rows_loop WHEN is_even(i) AND i < 4;
    <<cols>>
    FOR j IN REVERSE 1 .. 3 LOOP
      IF j = 2 THEN CONTINUE; END IF;
      EXIT rows_loop WHEN i = 4;
      DBMS_OUTPUT.PUT_LINE(i || ',' || j || ',' || walk.i);
    END LOOP cols;
  END LOOP rows_loop;
  v_cnt := 0;
  <<retry>>
  v_cnt := v_cnt + 1;
  BEGIN
    IF v_cnt < 3 THEN RAISE PROGRAM_ERROR; END IF;
    DBMS_OUTPUT.PUT_LINE('done after ' || v_cnt || ' ' || i);
  EXCEPTION
    WHEN PROGRAM_ERROR THEN
      NULL;
  END;
  IF v_cnt < 3 THEN
    GOTO retry;
  END IF;
  WHILE TRUE LOOP
    v_cnt := v_cnt - 1;
    IF v_cnt <= 0 THEN GOTO finish; END IF;
  END LOOP;
  DBMS_OUTPUT.PUT_LINE('never');
  <<finish>>
  NULL;
END walk;
/
DECLARE
  t NUMBER := 1000;
BEGIN
  walk(3, t);
  DBMS_OUTPUT.PUT_LINE(t);
END;
/
