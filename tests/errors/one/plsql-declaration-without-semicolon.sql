DECLARE
  a NUMBER
  b NUMBER;
  ^ `b` does not fit here; expected `;`, `:=` or `(`
  ^ 此处不应出现 `b`；应为 `;`、`:=` 或 `(`
BEGIN
  NULL;
END;
/
SELECT 'next' FROM dual;
