CREATE PROCEDURE p (a NUMBER IN) IS
                             ^ `IN` does not fit here; expected `)`, `:=`, `(` or `,`
                             ^ 此处不应出现 `IN`；应为 `)`、`:=`、`(` 或 `,`
BEGIN
  NULL;
END;
/
SELECT 'next' FROM dual;
