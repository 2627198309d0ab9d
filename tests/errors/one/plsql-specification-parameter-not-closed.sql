CREATE PACKAGE p IS
  PROCEDURE q (a NUMBER;
                       ^ `;` does not fit here; expected `)`, `:=`, `(` or `,`; the `(` of line 2 has no `)`
                       ^ 此处不应出现 `;`；应为 `)`、`:=`、`(` 或 `,`；第 2 行的 `(` 缺少 `)`
  PROCEDURE r;
END;
/
SELECT 'next' FROM dual;
