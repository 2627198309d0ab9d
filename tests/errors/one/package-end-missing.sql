CREATE OR REPLACE PACKAGE p IS
  PROCEDURE q;
              ^ the statement ends here; expected a name or END; the `PACKAGE` of line 1 has no END
              ^ 语句在此处结束；应为名称或 END；第 1 行的 `PACKAGE` 缺少 END
/
SELECT 'next' FROM dual;
