BEGIN
  SELECT a FROM t INTO b;
                  ^ `INTO` does not fit here; expected a name, `;`, AS or `(`
                  ^ 此处不应出现 `INTO`；应为名称、`;`、AS 或 `(`
  q(1);
END;
/
SELECT 'next' FROM dual;
