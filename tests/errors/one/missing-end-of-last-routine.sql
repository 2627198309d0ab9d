CREATE PACKAGE BODY k IS
  PROCEDURE b IS
  BEGIN
    y := 3;
END k;
      ^ the statement ends here; expected a name or END; the `BEGIN` of line 3 has no END
      ^ 语句在此处结束；应为名称或 END；第 3 行的 `BEGIN` 缺少 END
/
SELECT 'next' FROM dual;
