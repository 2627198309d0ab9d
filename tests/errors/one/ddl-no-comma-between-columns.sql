CREATE TABLE t (a NUMBER b NUMBER)
                         ^ `b` does not fit here; expected a string, `)`, AS or `(`
                         ^ 此处不应出现 `b`；应为字符串、`)`、AS 或 `(`
/
SELECT 'next' FROM dual;
