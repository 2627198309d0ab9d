SELECT SUM(a) OVER (PARTITION a) FROM t
                              ^ `a` does not fit here; expected BY
                              ^ 此处不应出现 `a`；应为 BY
/
SELECT 'next' FROM dual;
