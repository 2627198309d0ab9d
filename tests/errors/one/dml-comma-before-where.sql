UPDATE t SET a = 1, WHERE b = 2
                    ^ `WHERE` does not fit here; expected a name or `(`
                    ^ 此处不应出现 `WHERE`；应为名称或 `(`
/
SELECT 'next' FROM dual;
