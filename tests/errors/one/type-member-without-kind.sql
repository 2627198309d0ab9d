CREATE OR REPLACE TYPE o AS OBJECT (a NUMBER, MEMBER f RETURN NUMBER);
                                                       ^ `RETURN` does not fit here; expected `)`, `(` or `,`
                                                       ^ 此处不应出现 `RETURN`；应为 `)`、`(` 或 `,`
/
SELECT 'next' FROM dual;
