BEGIN
  IF a = 1
    b := 2;
    ^ `b` does not fit here; expected THEN or an operator
    ^ 此处不应出现 `b`；应为 THEN 或运算符
  END IF;
END;
/
SELECT 'next' FROM dual;
