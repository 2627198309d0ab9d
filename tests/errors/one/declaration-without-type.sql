DECLARE
  v;
   ^ `;` does not fit here; expected a name
   ^ 此处不应出现 `;`；应为名称
  w NUMBER;
BEGIN
  NULL;
END;
/
SELECT 'next' FROM dual;
