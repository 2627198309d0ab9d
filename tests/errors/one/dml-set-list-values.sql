UPDATE t SET (a, b) = 1, 2 WHERE c = 3
                         ^ `2` does not fit here; expected a name or `(`
                         ^ 此处不应出现 `2`；应为名称或 `(`
/
SELECT 'next' FROM dual;
