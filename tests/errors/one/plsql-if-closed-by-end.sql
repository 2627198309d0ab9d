BEGIN
  IF a = 1 THEN
    b := 2;
  END;
     ^ `;` does not fit here; expected IF
     ^ 此处不应出现 `;`；应为 IF
END;
/
SELECT 'next' FROM dual;
