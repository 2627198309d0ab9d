BEGIN
  NULL
END;
^ `END` does not fit here; expected `;`
^ 此处不应出现 `END`；应为 `;`
/
SELECT 'next' FROM dual;
