CREATE PACKAGE BODY k IS
  PROCEDURE a IS
  BEGIN
    IF x = 1 THEN
      y := 2;
    END IF;

  PROCEDURE b IS
            ^ `b` does not fit here; expected `;`, `:=` or `(`; the `BEGIN` of line 3 has no END
            ^ 此处不应出现 `b`；应为 `;`、`:=` 或 `(`；第 3 行的 `BEGIN` 缺少 END
  BEGIN
    y := 3;
  END b;
END k;
/
SELECT 'next' FROM dual;
