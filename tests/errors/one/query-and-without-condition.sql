SELECT a FROM t WHERE a = 1 AND
                               ^ the statement ends here; expected an expression
                               ^ 语句在此处结束；应为表达式
/
SELECT 'next' FROM dual;
