CREATE OR REPLACE TYPE o AS OBJECT (a NUMBER b NUMBER);
                                             ^ `b` does not fit here; expected `)`, `(` or `,`
                                             ^ 此处不应出现 `b`；应为 `)`、`(` 或 `,`
/
SELECT 'next' FROM dual;
