DECLARE
  x NUMBER;
BEGIN
  BEGIN
    q(x);
  EXCEPTION
    WHEN OTHERS THEN
      NULL;
END;
    ^ the statement ends here; expected a statement, a name, END or `(`; the `BEGIN` of line 4 has no END
    ^ 语句在此处结束；应为语句、名称、END 或 `(`；第 4 行的 `BEGIN` 缺少 END
/
SELECT 'next' FROM dual;
