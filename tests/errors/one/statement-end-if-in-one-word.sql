BEGIN
  IF a THEN
    b := 1;
  ENDIF;
END;
   ^ `;` does not fit here; expected IF
   ^ 此处不应出现 `;`；应为 IF
/
SELECT 'next' FROM dual;
