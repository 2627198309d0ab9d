SELECT a FROM t UNION
                     ^ the statement ends here; expected a query or `(`
                     ^ 语句在此处结束；应为查询或 `(`
/
SELECT 'next' FROM dual;
