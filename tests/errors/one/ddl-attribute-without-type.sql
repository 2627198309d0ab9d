CREATE TYPE t AS OBJECT (a)
                          ^ `)` does not fit here; expected a name
                          ^ 此处不应出现 `)`；应为名称
/
SELECT 'next' FROM dual;
