ALTER TABLE t ADD COLUMN
                        ^ the statement ends here; expected a name
                        ^ 语句在此处结束；应为名称
/
SELECT 'next' FROM dual;
