DECLARE
  SUBTYPE s IS PLS_INTEGER RANGE 1 ..;
                                     ^ `;` does not fit here; expected an expression
                                     ^ 此处不应出现 `;`；应为表达式
  v s;
BEGIN
  NULL;
END;
/
SELECT 'next' FROM dual;
