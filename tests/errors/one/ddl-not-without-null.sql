CREATE TABLE t (a NUMBER NOT);
                            ^ `)` does not fit here; expected DEFERRABLE, NULL or SUBSTITUTABLE
                            ^ 此处不应出现 `)`；应为 DEFERRABLE、NULL 或 SUBSTITUTABLE
SELECT 'next' FROM dual;
