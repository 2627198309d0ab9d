DECLARE
  a VARCHAR2(10;
               ^ `;` does not fit here; expected a name, `)`, `,` or an operator; the `(` of line 2 has no `)`
               ^ 此处不应出现 `;`；应为名称、`)`、`,` 或运算符；第 2 行的 `(` 缺少 `)`
  b NUMBER;
BEGIN
  NULL;
END;
/
SELECT 'next' FROM dual;
