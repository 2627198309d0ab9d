CREATE MATERIALIZED v AS SELECT 1 a FROM dual;
                    ^ `v` does not fit here; expected VIEW
                    ^ 此处不应出现 `v`；应为 VIEW
SELECT 'next' FROM dual;
