SELECT ROW_NUMBER() OVER (ORDER BY a FROM t;
                                     ^ `FROM` does not fit here; expected `)`, `(`, `,` or an operator; the `(` of line 1 has no `)`
                                     ^ 此处不应出现 `FROM`；应为 `)`、`(`、`,` 或运算符；第 1 行的 `(` 缺少 `)`
SELECT 'next' FROM dual;
