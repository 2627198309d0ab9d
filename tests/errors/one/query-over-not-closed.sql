SELECT ROW_NUMBER() OVER (ORDER BY a FROM t;
                                     ^ `FROM` does not fit here; expected `)`, `(`, `,` or an operator
                                     ^ 此处不应出现 `FROM`；应为 `)`、`(`、`,` 或运算符
SELECT 'next' FROM dual;
