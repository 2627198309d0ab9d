SELECT CASE WHEN a = 1 THEN 2 FROM t
                              ^ `FROM` does not fit here; expected WHEN, END or an operator
                              ^ 此处不应出现 `FROM`；应为 WHEN、END 或运算符
/
SELECT 'next' FROM dual;
