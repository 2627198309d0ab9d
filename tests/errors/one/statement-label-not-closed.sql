BEGIN
  <<l
  NULL;
  ^ `NULL` does not fit here; expected `>>`
  ^ 此处不应出现 `NULL`；应为 `>>`
END;
/
SELECT 'next' FROM dual;
