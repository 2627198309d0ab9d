CREATE OR REPLACE PROCEDURE p IS
  v NUMBER;
  v := 1;
    ^ `:=` does not fit here; expected a name
    ^ 此处不应出现 `:=`；应为名称
END;
/
SELECT 'next' FROM dual;
