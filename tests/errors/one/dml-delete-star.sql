DELETE * FROM t
       ^ `*` does not fit here; expected a name, FROM or `(`
       ^ 此处不应出现 `*`；应为名称、FROM 或 `(`
/
SELECT 'next' FROM dual;
