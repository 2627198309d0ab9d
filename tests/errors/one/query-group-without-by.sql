SELECT a FROM t GROUP a
                      ^ `a` does not fit here; expected BY
                      ^ 此处不应出现 `a`；应为 BY
/
SELECT 'next' FROM dual;
