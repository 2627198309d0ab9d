SELECT a FROM t
 WHERE b IN (SELECT c FROM u WHERE d = (1 + 2)
 ORDER BY a
           ^ the statement ends here; expected `)`, `(`, `,` or an operator; the `(` of line 2 has no `)`
           ^ 语句在此处结束；应为 `)`、`(`、`,` 或运算符；第 2 行的 `(` 缺少 `)`
/
SELECT 'next' FROM dual;
