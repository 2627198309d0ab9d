BEGIN
  a := (1 + 2;
             ^ `;` does not fit here; expected `)`, `,` or an operator; the `(` of line 2 has no `)`
             ^ 此处不应出现 `;`；应为 `)`、`,` 或运算符；第 2 行的 `(` 缺少 `)`
  b := 3;
END;
/
SELECT 'next' FROM dual;
