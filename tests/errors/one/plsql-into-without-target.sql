BEGIN
  SELECT a INTO FROM t;
                ^ `FROM` does not fit here; expected an expression
                ^ 此处不应出现 `FROM`；应为表达式
  b := 1;
END;
/
SELECT 'next' FROM dual;
