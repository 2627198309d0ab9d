DECLARE
  v_try NUMBER := 0;
BEGIN
  <<again>>
  v_try := v_try + 1;
  IF v_try < 3 THEN
    GOTO again;
  END IF;
  IF v_try = 3 THEN
    GOTO done;
  END IF;
  v_try := 0;
  <<done>>
  NULL;
END;
/
