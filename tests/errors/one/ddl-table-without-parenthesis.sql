CREATE TABLE t a NUMBER)
               ^ `a` does not fit here; expected `;`, AS, ON or `(`
               ^ 此处不应出现 `a`；应为 `;`、AS、ON 或 `(`
/
SELECT 'next' FROM dual;
