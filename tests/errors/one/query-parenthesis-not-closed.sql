SELECT a FROM t WHERE b = (1
                            ^ the statement ends here; expected `)`, `,` or an operator
                            ^ 语句在此处结束；应为 `)`、`,` 或运算符
/
SELECT 'next' FROM dual;
