BEGIN
  a = 1;
    ^ `=` does not fit here; expected `;`, `:=` or `(`
    ^ 此处不应出现 `=`；应为 `;`、`:=` 或 `(`
END;
/
SELECT 'next' FROM dual;
