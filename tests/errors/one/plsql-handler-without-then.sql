BEGIN
  NULL;
EXCEPTION
  WHEN OTHERS
    NULL;
    ^ `NULL` does not fit here; expected THEN
    ^ 此处不应出现 `NULL`；应为 THEN
END;
/
SELECT 'next' FROM dual;
