SELECT a FROM t WHERE b LIKE ORDER BY a;
                             ^ `ORDER` does not fit here; expected an expression
                             ^ 此处不应出现 `ORDER`；应为表达式
SELECT 'next' FROM dual;
