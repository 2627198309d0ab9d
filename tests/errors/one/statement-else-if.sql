BEGIN
  IF a THEN
    b := 1;
  ELSE IF c THEN
    b := 2;
  END IF;
END;
   ^ `;` does not fit here; expected IF; the `IF` of line 2 has no END IF
   ^ 此处不应出现 `;`；应为 IF；第 2 行的 `IF` 缺少 END IF
/
SELECT 'next' FROM dual;
