CREATE PROCEDURE p (a IN, b NUMBER) IS
                        ^ `,` does not fit here; expected a name
                        ^ 此处不应出现 `,`；应为名称
BEGIN
  NULL;
END;
/
SELECT 'next' FROM dual;
