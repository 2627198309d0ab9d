SELECT a FROM WHERE b = 1
              ^ `WHERE` does not fit here; expected a name or `(`
              ^ 此处不应出现 `WHERE`；应为名称或 `(`
/
INSERT INTO t VALUES (1);
SELECT 'next' FROM dual;
