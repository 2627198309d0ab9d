CREATE INDEX i t (a)
               ^ `t` does not fit here; expected ON
               ^ 此处不应出现 `t`；应为 ON
/
SELECT 'next' FROM dual;
