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
