SELECT a FROM t WHERE a IN (1, 2
                                ^ the statement ends here; expected `)`, `,` or an operator
                                ^ 语句在此处结束；应为 `)`、`,` 或运算符
/
SELECT 'next' FROM dual;
