BEGIN
  p(1, 2,);
         ^ `)` does not fit here; expected an expression
         ^ 此处不应出现 `)`；应为表达式
  q(3);
END;
/
SELECT 'next' FROM dual;
