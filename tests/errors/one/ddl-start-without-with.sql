CREATE SEQUENCE s START 1
                        ^ `1` does not fit here; expected WITH
                        ^ 此处不应出现 `1`；应为 WITH
/
SELECT 'next' FROM dual;
