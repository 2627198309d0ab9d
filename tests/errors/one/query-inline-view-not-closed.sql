SELECT a FROM (SELECT b FROM u
                              ^ the statement ends here; expected a name, `)`, AS or `(`; the `(` of line 1 has no `)`
                              ^ 语句在此处结束；应为名称、`)`、AS 或 `(`；第 1 行的 `(` 缺少 `)`
/
SELECT 'next' FROM dual;
