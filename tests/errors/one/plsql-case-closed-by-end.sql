BEGIN
  CASE a
    WHEN 1 THEN NULL;
  END;
     ^ `;` does not fit here; expected CASE; the `CASE` of line 2 has no END CASE
     ^ 此处不应出现 `;`；应为 CASE；第 2 行的 `CASE` 缺少 END CASE
END;
/
SELECT 'next' FROM dual;
