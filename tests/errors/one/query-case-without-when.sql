SELECT CASE a = 1 THEN 2 END FROM t
                  ^ `THEN` does not fit here; expected WHEN or an operator
                  ^ 此处不应出现 `THEN`；应为 WHEN 或运算符
/
SELECT 'next' FROM dual;
