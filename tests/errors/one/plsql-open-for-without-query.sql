BEGIN
  OPEN c FOR;
            ^ `;` does not fit here; expected an expression or a query
            ^ 此处不应出现 `;`；应为表达式或查询
  b := 1;
END;
/
SELECT 'next' FROM dual;
