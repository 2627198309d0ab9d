INSERT INTO t (a) VALUES 1
                         ^ `1` does not fit here; expected a name or `(`
                         ^ 此处不应出现 `1`；应为名称或 `(`
/
SELECT 'next' FROM dual;
