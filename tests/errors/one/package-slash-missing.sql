CREATE OR REPLACE PACKAGE p IS
  PROCEDURE q (;
               ^ `;` does not fit here; expected a name or `)`; the `(` of line 2 has no `)`
               ^ 此处不应出现 `;`；应为名称或 `)`；第 2 行的 `(` 缺少 `)`
END;

CREATE OR REPLACE PACKAGE p2 IS
  PROCEDURE q;
END;
/
SELECT 'next' FROM dual;
