BEGIN
  SELECT a BULK INTO b FROM t WHERE c = 1 = 2;
                                          ^ `=` does not fit here; expected `;` or an operator
                                          ^ 此处不应出现 `=`；应为 `;` 或运算符
  q(1);
END;
/
SELECT 'next' FROM dual;
