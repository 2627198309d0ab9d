CREATE OR REPLACE PACKAGE BODY p IS
  FUNCTION f (a NUMBER) RETRUN NUMBER IS
                        ^ `RETRUN` does not fit here; expected `;`, IS or AS; did you mean RETURN?
                        ^ 此处不应出现 `RETRUN`；应为 `;`、IS 或 AS；是否应为 RETURN？
  BEGIN
    RETURN 1;
  END;
END;
/
SELECT 'next' FROM dual;
