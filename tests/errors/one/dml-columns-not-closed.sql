INSERT INTO t (a, b VALUES (1, 2)
                    ^ `VALUES` does not fit here; expected `)` or `,`; the `(` of line 1 has no `)`
                    ^ 此处不应出现 `VALUES`；应为 `)` 或 `,`；第 1 行的 `(` 缺少 `)`
/
SELECT 'next' FROM dual;
