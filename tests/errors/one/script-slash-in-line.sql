BEGIN
  q(1);
END /
    ^ `/` does not fit here; expected a name, SET or `;`
    ^ 此处不应出现 `/`；应为名称、SET 或 `;`
/
SELECT 'next' FROM dual;
