CREATE TABLE t (a NUMBER CHECK a > 0);
                               ^ `a` does not fit here; expected `(`
                               ^ 此处不应出现 `a`；应为 `(`
SELECT 'next' FROM dual;
