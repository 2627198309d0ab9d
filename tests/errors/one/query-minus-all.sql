SELECT a FROM t MINUS ALL ORDER BY a
                          ^ `ORDER` does not fit here; expected a query or `(`
                          ^ 此处不应出现 `ORDER`；应为查询或 `(`
/
SELECT 'next' FROM dual;
