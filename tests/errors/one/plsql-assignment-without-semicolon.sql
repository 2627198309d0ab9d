BEGIN
  a := 1
  b := 2;
  ^ `b` does not fit here; expected `;` or an operator
  ^ 此处不应出现 `b`；应为 `;` 或运算符
END;
/
SELECT 'next' FROM dual;
