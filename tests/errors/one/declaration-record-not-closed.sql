DECLARE
  TYPE r IS RECORD (a NUMBER, b NUMBER;
                                      ^ `;` does not fit here; expected `)`, `:=`, `(` or `,`; the `(` of line 2 has no `)`
                                      ^ 此处不应出现 `;`；应为 `)`、`:=`、`(` 或 `,`；第 2 行的 `(` 缺少 `)`
  v r;
BEGIN
  NULL;
END;
/
SELECT 'next' FROM dual;
