DECLARE
  TYPE r IS RECORD (a NUMBER, b NUMBER;
                                      ^ `;` does not fit here; expected `)`, `:=`, `(` or `,`
                                      ^ 此处不应出现 `;`；应为 `)`、`:=`、`(` 或 `,`
  v r;
BEGIN
  NULL;
END;
/
SELECT 'next' FROM dual;
