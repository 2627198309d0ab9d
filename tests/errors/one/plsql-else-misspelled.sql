CREATE PACKAGE BODY p IS
  PROCEDURE q IS
  BEGIN
    IF x THEN
      NULL;
    ESLE
      NULL;
      ^ `NULL` does not fit here; expected `;`, `:=` or `(`
      ^ 此处不应出现 `NULL`；应为 `;`、`:=` 或 `(`
    END IF;
  END;
END;
/
SELECT 'next' FROM dual;
