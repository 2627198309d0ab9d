BEGIN
  q(1);
EXCEPTION
  q(2);
  ^ `q` does not fit here; expected `;`, `:=` or `(`
  ^ 此处不应出现 `q`；应为 `;`、`:=` 或 `(`
END;
/
SELECT 'next' FROM dual;
