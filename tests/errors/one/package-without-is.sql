CREATE OR REPLACE PACKAGE p
  PROCEDURE q;
  ^ `PROCEDURE` does not fit here; expected IS or AS
  ^ 此处不应出现 `PROCEDURE`；应为 IS 或 AS
END;
/
SELECT 'next' FROM dual;
