BEGIN
  IF a = 1 THEN
    q(1);
EXCEPTION
  WHEN OTHERS THEN
  ^ `WHEN` does not fit here; expected `;`, `:=` or `(`; the `IF` of line 2 has no END IF
  ^ 此处不应出现 `WHEN`；应为 `;`、`:=` 或 `(`；第 2 行的 `IF` 缺少 END IF
    NULL;
END;
/
SELECT 'next' FROM dual;
