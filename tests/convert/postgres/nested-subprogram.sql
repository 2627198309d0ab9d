CREATE OR REPLACE PROCEDURE count_beds(p_ward VARCHAR2) IS
  v_total NUMBER := 0;
  -- adds to the total of the routine around it
  PROCEDURE add_bed(p_count NUMBER) IS
  BEGIN
    v_total := v_total + p_count;
  END;
  FUNCTION label RETURN VARCHAR2 IS
  BEGIN
    RETURN 'ward ' || p_ward;
  END;
BEGIN
  add_bed(3);
  DBMS_OUTPUT.PUT_LINE(label || ': ' || v_total);
END;
/

-- A default of the subprogram reads the loop around it, itself or through another one: refused.
CREATE OR REPLACE PROCEDURE 编号 IS
BEGIN
  FOR k IN 1 .. 2 LOOP
    DECLARE
      FUNCTION half(a NUMBER DEFAULT k) RETURN NUMBER IS BEGIN RETURN a / 2; END;
    BEGIN
      DBMS_OUTPUT.PUT_LINE(half || ' ' || half(5));
    END;
  END LOOP;
END;
/
CREATE OR REPLACE PROCEDURE 编号2(n NUMBER) IS
  FUNCTION base RETURN NUMBER IS BEGIN RETURN n; END;
  PROCEDURE show(a NUMBER DEFAULT base()) IS BEGIN DBMS_OUTPUT.PUT_LINE(a); END;
BEGIN
  show;
END;
/
