WITH x (SELECT 1 FROM dual) SELECT * FROM x
        ^ `SELECT` does not fit here; expected a name
        ^ 此处不应出现 `SELECT`；应为名称
/
SELECT 'next' FROM dual;
