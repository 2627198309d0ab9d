SELECT a FROM (SELECT b FROM u
                              ^ the statement ends here; expected a name, `)`, AS or `(`
                              ^ 语句在此处结束；应为名称、`)`、AS 或 `(`
/
SELECT 'next' FROM dual;
