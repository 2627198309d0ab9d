SELECT a FROM t CONNECT PRIOR a = b
                        ^ `PRIOR` does not fit here; expected BY
                        ^ 此处不应出现 `PRIOR`；应为 BY
/
SELECT 'next' FROM dual;
