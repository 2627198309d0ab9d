CREATE OR REPLACE PACKAGE p IS
  FUNCTION f (a NUMBER) NUMBER;
                        ^ `NUMBER` does not fit here; expected `;`, IS or AS
                        ^ 此处不应出现 `NUMBER`；应为 `;`、IS 或 AS
  PROCEDURE q;
END;
/
SELECT 'next' FROM dual;
