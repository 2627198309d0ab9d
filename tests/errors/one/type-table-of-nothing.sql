CREATE OR REPLACE TYPE o AS TABLE OF;
                                    ^ `;` does not fit here; expected a name or `(`
                                    ^ 此处不应出现 `;`；应为名称或 `(`
/
SELECT 'next' FROM dual;
