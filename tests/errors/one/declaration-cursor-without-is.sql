DECLARE
  CURSOR c SELECT 1 FROM dual;
           ^ `SELECT` does not fit here; expected `;`, IS, AS or `(`
           ^ 此处不应出现 `SELECT`；应为 `;`、IS、AS 或 `(`
  v NUMBER;
BEGIN
  NULL;
END;
/
SELECT 'next' FROM dual;
