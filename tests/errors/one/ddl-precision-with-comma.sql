CREATE TABLE t (a NUMBER(5,) )
                           ^ `)` does not fit here; expected an expression
                           ^ 此处不应出现 `)`；应为表达式
/
SELECT 'next' FROM dual;
