CREATE FUNCTION f RETURNS NUMBER IS
                  ^ `RETURNS` does not fit here; expected `;`, IS, AS or `(`; did you mean RETURN?
                  ^ 此处不应出现 `RETURNS`；应为 `;`、IS、AS 或 `(`；是否应为 RETURN？
BEGIN
  RETURN 1;
END;
/
SELECT 'next' FROM dual;
