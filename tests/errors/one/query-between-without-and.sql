SELECT a FROM t WHERE a BETWEEN 1 OR 2
                                  ^ `OR` does not fit here; expected an operator
                                  ^ 此处不应出现 `OR`；应为运算符
/
SELECT 'next' FROM dual;
