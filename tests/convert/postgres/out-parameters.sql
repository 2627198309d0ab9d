CREATE OR REPLACE FUNCTION split_dose(p_mg IN NUMBER, p_rest OUT NUMBER, p_parts IN PLS_INTEGER := 2) RETURN NUMBER IS
BEGIN
  p_rest := p_mg - 2;
  RETURN p_parts;
END split_dose;
/
DECLARE
  v_rest NUMBER;
  v_part NUMBER;
BEGIN
  v_part := split_dose(5, v_rest);
  IF split_dose(p_mg => 9, p_rest => v_rest) > 1 AND v_rest = 7 THEN
    NULL;
  END IF;
END;
/
