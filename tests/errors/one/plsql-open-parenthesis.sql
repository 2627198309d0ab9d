BEGIN
  a := (1 + 2;
             ^ `;` does not fit here; expected `)`, `,` or an operator
             ^ 此处不应出现 `;`；应为 `)`、`,` 或运算符
  b := 3;
END;
/
SELECT 'next' FROM dual;
