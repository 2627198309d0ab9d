BEGIN
  p(a => );
         ^ `)` does not fit here; expected an expression
         ^ 此处不应出现 `)`；应为表达式
  q(2);
END;
/
SELECT 'next' FROM dual;
