CREATE OR REPLACE PACKAGE p IS
  a NUMBER
  PROCEDURE q;
  ^ `PROCEDURE` does not fit here; expected `;`, `:=` or `(`
  ^ 此处不应出现 `PROCEDURE`；应为 `;`、`:=` 或 `(`
END;
/
SELECT 'next' FROM dual;
