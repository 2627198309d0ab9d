DELETE FROM t WHERE a = 1 WHERE b = 2;
                          ^ `WHERE` does not fit here; expected `;` or an operator
                          ^ 此处不应出现 `WHERE`；应为 `;` 或运算符
SELECT 'next' FROM dual;
