BEGIN
  IF a THEN
    b := 1;
  ELSE IF c THEN
    b := 2;
  END IF;
END;
   ^ `;` does not fit here; expected IF
   ^ 此处不应出现 `;`；应为 IF
/
SELECT 'next' FROM dual;
