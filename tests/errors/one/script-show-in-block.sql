BEGIN
  q(1);
END
SHOW ERRORS
     ^ `ERRORS` does not fit here; expected `;`
     ^ 此处不应出现 `ERRORS`；应为 `;`
/
SELECT 'next' FROM dual;
