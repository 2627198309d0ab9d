BEGIN
BEGIN
  q(1);
END;
    ^ the statement ends here; expected a statement, a name, END or `(`; the `BEGIN` of line 1 has no END
    ^ 语句在此处结束；应为语句、名称、END 或 `(`；第 1 行的 `BEGIN` 缺少 END
/
SELECT 'next' FROM dual;
