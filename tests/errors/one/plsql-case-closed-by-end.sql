BEGIN
  CASE a
    WHEN 1 THEN NULL;
  END;
     ^ `;` does not fit here; expected CASE
     ^ 此处不应出现 `;`；应为 CASE
END;
/
SELECT 'next' FROM dual;
