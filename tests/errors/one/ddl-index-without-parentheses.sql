CREATE INDEX i ON t a
                     ^ the statement ends here; expected `(`
                     ^ 语句在此处结束；应为 `(`
/
SELECT 'next' FROM dual;
