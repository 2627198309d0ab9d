UPDATE t SET a 1
               ^ `1` does not fit here; expected `(`
               ^ 此处不应出现 `1`；应为 `(`
/
SELECT 'next' FROM dual;
