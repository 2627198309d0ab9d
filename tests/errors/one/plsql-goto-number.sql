BEGIN
  GOTO 1;
       ^ `1` does not fit here; expected `;`, `:=` or `(`
       ^ 此处不应出现 `1`；应为 `;`、`:=` 或 `(`
  b := 1;
END;
/
SELECT 'next' FROM dual;
