SELECT a FROM t WHERE
                     ^ the statement ends here; expected an expression
                     ^ 语句在此处结束；应为表达式
/
SELECT 'next' FROM dual;
