UPDATE t a = 1
           ^ `=` does not fit here; expected SET
           ^ 此处不应出现 `=`；应为 SET
/
SELECT 'next' FROM dual;
