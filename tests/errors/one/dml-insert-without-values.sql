INSERT INTO t (a) (1, 2)
                   ^ `1` does not fit here; expected a query, VALUES or `(`
                   ^ 此处不应出现 `1`；应为查询、VALUES 或 `(`
/
SELECT 'next' FROM dual;
