SELECT a FROM t WHERE b = 12abc;
                            ^ `abc` does not fit here; expected `;` or an operator
                            ^ 此处不应出现 `abc`；应为 `;` 或运算符
SELECT 'next' FROM dual;
