BEGIN
  NULL;
EXCEPTION
  OTHERS THEN NULL;
  ^ `OTHERS` does not fit here; expected `;`, `:=` or `(`
  ^ 此处不应出现 `OTHERS`；应为 `;`、`:=` 或 `(`
END;
/
SELECT 'next' FROM dual;
