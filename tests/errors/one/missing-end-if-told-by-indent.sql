BEGIN
  IF a = 1 THEN
    IF b = 2 THEN
      q(1);
  END IF;
END;
   ^ `;` does not fit here; expected IF; the `IF` of line 3 has no END IF
   ^ 此处不应出现 `;`；应为 IF；第 3 行的 `IF` 缺少 END IF
/
SELECT 'next' FROM dual;
