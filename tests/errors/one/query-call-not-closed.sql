SELECT TO_DATE('2020', 'YYYY' FROM dual
                              ^ `FROM` does not fit here; expected `)`, ON, `,` or an operator; the `(` of line 1 has no `)`
                              ^ 此处不应出现 `FROM`；应为 `)`、ON、`,` 或运算符；第 1 行的 `(` 缺少 `)`
/
SELECT 'next' FROM dual;
