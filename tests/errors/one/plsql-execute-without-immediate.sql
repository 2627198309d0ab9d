BEGIN
  EXECUTE 'x';
          ^ `'x'` does not fit here; expected `;`, `:=` or `(`
          ^ 此处不应出现 `'x'`；应为 `;`、`:=` 或 `(`
  b := 1;
END;
/
SELECT 'next' FROM dual;
