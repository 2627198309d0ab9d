BEGIN
  p(f(1)));
         ^ `)` does not fit here; expected `;`, `:=` or `(`
         ^ 此处不应出现 `)`；应为 `;`、`:=` 或 `(`
  q(2);
END;
/
SELECT 'next' FROM dual;
