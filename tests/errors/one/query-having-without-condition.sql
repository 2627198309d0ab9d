SELECT a FROM t GROUP BY a HAVING;
                                 ^ `;` does not fit here; expected an expression
                                 ^ 此处不应出现 `;`；应为表达式
SELECT 'next' FROM dual;
