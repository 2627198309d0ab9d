BEGIN
  CASE a
    WHEN 1 THEN
      q(1);
    ELSE
      q(2);
  q(3);
END;
   ^ `;` does not fit here; expected CASE; the `CASE` of line 2 has no END CASE
   ^ 此处不应出现 `;`；应为 CASE；第 2 行的 `CASE` 缺少 END CASE
/
SELECT 'next' FROM dual;
