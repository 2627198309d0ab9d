CREATE OR REPLACE PACKAGE BOBY p IS
                               ^ `p` does not fit here; expected IS or AS
                               ^ 此处不应出现 `p`；应为 IS 或 AS
  PROCEDURE q;
END;
/
SELECT 'next' FROM dual;
