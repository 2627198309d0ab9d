CREATE PROCEDURE p
BEGIN
^ `BEGIN` does not fit here; expected `;`, IS, AS or `(`
^ 此处不应出现 `BEGIN`；应为 `;`、IS、AS 或 `(`
  NULL;
END;
/
SELECT 'next' FROM dual;
