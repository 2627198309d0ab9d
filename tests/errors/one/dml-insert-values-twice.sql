INSERT INTO t (a) VALUES (1) VALUES (2);
                             ^ `VALUES` does not fit here; expected `;` or `,`
                             ^ 此处不应出现 `VALUES`；应为 `;` 或 `,`
SELECT 'next' FROM dual;
