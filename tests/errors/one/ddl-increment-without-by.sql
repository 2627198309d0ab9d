CREATE SEQUENCE s INCREMENT 1;
                            ^ `1` does not fit here; expected BY
                            ^ 此处不应出现 `1`；应为 BY
SELECT 'next' FROM dual;
