BEGIN
  IF a THEN THEN
            ^ `THEN` does not fit here; expected a statement, a name or `(`
            ^ 此处不应出现 `THEN`；应为语句、名称或 `(`
    b := 1;
  END IF;
END;
/
SELECT 'next' FROM dual;
