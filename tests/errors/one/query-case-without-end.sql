SELECT CASE WHEN a = 1 THEN 2 FROM t
                              ^ `FROM` does not fit here; expected WHEN, END or an operator; the `CASE` of line 1 has no END
                              ^ 此处不应出现 `FROM`；应为 WHEN、END 或运算符；第 1 行的 `CASE` 缺少 END
/
SELECT 'next' FROM dual;
