CREATE PACKAGE p IS
  PROCEDURE q (a NUMBER;
                       ^ `;` does not fit here; expected `)`, `:=`, `(` or `,`
                       ^ 此处不应出现 `;`；应为 `)`、`:=`、`(` 或 `,`
  PROCEDURE r;
END;
/
SELECT 'next' FROM dual;
