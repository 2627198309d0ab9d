CREATE OR REPLACE TYPE o AS VARRAY OF NUMBER;
                                   ^ `OF` does not fit here; expected `(`
                                   ^ 此处不应出现 `OF`；应为 `(`
/
SELECT 'next' FROM dual;
