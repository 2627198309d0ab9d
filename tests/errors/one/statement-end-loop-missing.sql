BEGIN
  FOR i IN 1 .. 3 LOOP
    b := 1;
END;
   ^ `;` does not fit here; expected LOOP
   ^ 此处不应出现 `;`；应为 LOOP
/
SELECT 'next' FROM dual;
