INSERT t VALUES (1)
       ^ `t` does not fit here; expected INTO
       ^ 此处不应出现 `t`；应为 INTO
/
SELECT 'next' FROM dual;
