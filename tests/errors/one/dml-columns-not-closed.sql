INSERT INTO t (a, b VALUES (1, 2)
                    ^ `VALUES` does not fit here; expected `)` or `,`
                    ^ 此处不应出现 `VALUES`；应为 `)` 或 `,`
/
SELECT 'next' FROM dual;
