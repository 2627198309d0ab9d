CREATE PACKAGE BODY p IS
  PROCEDURE q IS
  BEGIN
    x := 1;
  PROCEDURE r IS
            ^ `r` does not fit here; expected `;`, `:=` or `(`; the `BEGIN` of line 3 has no END
            ^ 此处不应出现 `r`；应为 `;`、`:=` 或 `(`；第 3 行的 `BEGIN` 缺少 END
  BEGIN
    NULL;
  END;
END;
/
SELECT 'next' FROM dual;
