CREATE OR REPLACE PACKAGE p IS
  PROCEDURE q (;
               ^ `;` does not fit here; expected a name or `)`
               ^ 此处不应出现 `;`；应为名称或 `)`
END;

CREATE OR REPLACE PACKAGE p2 IS
  PROCEDURE q;
END;
/
SELECT 'next' FROM dual;
