BEGIN
END;
    ^ the statement ends here; expected a statement, a name, END or `(`
    ^ 语句在此处结束；应为语句、名称、END 或 `(`
/
SELECT 'next' FROM dual;
