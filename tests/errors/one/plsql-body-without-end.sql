CREATE PACKAGE BODY p IS
  PROCEDURE q IS
  BEGIN
    x := 1;
  PROCEDURE r IS
            ^ `r` does not fit here; expected `;`, `:=` or `(`
            ^ 此处不应出现 `r`；应为 `;`、`:=` 或 `(`
  BEGIN
    NULL;
  END;
END;
/
SELECT 'next' FROM dual;
