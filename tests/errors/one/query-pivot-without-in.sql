SELECT a FROM t PIVOT (SUM(a) FOR b (1, 2))
                                    ^ `(` does not fit here; expected `.`, `@` or IN
                                    ^ 此处不应出现 `(`；应为 `.`、`@` 或 IN
/
SELECT 'next' FROM dual;
