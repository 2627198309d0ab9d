BEGIN
  q(1;
     ^ `;` does not fit here; expected `)`, ON, `,` or an operator; the `(` of line 2 has no `)`
     ^ 此处不应出现 `;`；应为 `)`、ON、`,` 或运算符；第 2 行的 `(` 缺少 `)`
END;

CREATE TABLE t (a NUMBER);
SELECT 'next' FROM dual;
