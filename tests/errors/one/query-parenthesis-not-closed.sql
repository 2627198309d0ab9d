SELECT a FROM t WHERE b = (1
                            ^ the statement ends here; expected `)`, `,` or an operator; the `(` of line 1 has no `)`
                            ^ 语句在此处结束；应为 `)`、`,` 或运算符；第 1 行的 `(` 缺少 `)`
/
SELECT 'next' FROM dual;
