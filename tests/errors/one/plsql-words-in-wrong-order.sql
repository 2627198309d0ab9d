DECLARE
  e EXEPTION_INIT PRAGMA;
                  ^ `PRAGMA` does not fit here; expected `;`, `:=` or `(`
                  ^ 此处不应出现 `PRAGMA`；应为 `;`、`:=` 或 `(`
BEGIN
  NULL;
END;
/
SELECT 'next' FROM dual;
