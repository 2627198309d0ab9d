DECLARE
  v NUMBER := ;
              ^ `;` does not fit here; expected an expression
              ^ 此处不应出现 `;`；应为表达式
  w NUMBER;
BEGIN
  NULL;
END;
/
SELECT 'next' FROM dual;
