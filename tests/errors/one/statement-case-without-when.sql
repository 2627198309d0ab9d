BEGIN
  CASE a
    b := 1;
    ^ `b` does not fit here; expected WHEN, `(` or an operator
    ^ 此处不应出现 `b`；应为 WHEN、`(` 或运算符
  END CASE;
END;
/
SELECT 'next' FROM dual;
