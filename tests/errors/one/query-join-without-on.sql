SELECT a FROM t JOIN u WHERE a = 1
                       ^ `WHERE` does not fit here; expected a name, AS, ON or `(`
                       ^ 此处不应出现 `WHERE`；应为名称、AS、ON 或 `(`
/
SELECT 'next' FROM dual;
