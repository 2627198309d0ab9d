SELECT a, FROM t
          ^ `FROM` does not fit here; expected an expression
          ^ 此处不应出现 `FROM`；应为表达式
/
SELECT 'next' FROM dual;
