BEGIN
  q(1;
     ^ `;` does not fit here; expected `)`, ON, `,` or an operator
     ^ 此处不应出现 `;`；应为 `)`、ON、`,` 或运算符
END;

CREATE TABLE t (a NUMBER);
SELECT 'next' FROM dual;
