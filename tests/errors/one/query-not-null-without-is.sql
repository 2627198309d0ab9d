SELECT a FROM t WHERE NOT NULL a
                               ^ `a` does not fit here; expected `;` or an operator
                               ^ 此处不应出现 `a`；应为 `;` 或运算符
/
SELECT 'next' FROM dual;
