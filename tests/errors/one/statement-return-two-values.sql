CREATE OR REPLACE FUNCTION f RETURN NUMBER IS
BEGIN
  RETURN 1 2;
           ^ `2` does not fit here; expected `;` or an operator
           ^ 此处不应出现 `2`；应为 `;` 或运算符
END;
/
SELECT 'next' FROM dual;
