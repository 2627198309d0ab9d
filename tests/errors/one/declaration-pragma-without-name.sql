DECLARE
  PRAGMA;
        ^ `;` does not fit here; expected a name
        ^ 此处不应出现 `;`；应为名称
  v NUMBER;
BEGIN
  NULL;
END;
/
SELECT 'next' FROM dual;
