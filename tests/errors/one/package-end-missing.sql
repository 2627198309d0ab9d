CREATE OR REPLACE PACKAGE p IS
  PROCEDURE q;
              ^ the statement ends here; expected a name or END
              ^ 语句在此处结束；应为名称或 END
/
SELECT 'next' FROM dual;
