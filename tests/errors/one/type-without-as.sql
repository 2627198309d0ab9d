CREATE OR REPLACE TYPE o OBJECT (a NUMBER);
                         ^ `OBJECT` does not fit here; expected `;`, IS or AS
                         ^ 此处不应出现 `OBJECT`；应为 `;`、IS 或 AS
/
SELECT 'next' FROM dual;
