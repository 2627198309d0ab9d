BEGIN
  WHILE a < 1
    a := 2;
    ^ `a` does not fit here; expected LOOP or an operator
    ^ 此处不应出现 `a`；应为 LOOP 或运算符
  END LOOP;
END;
/
SELECT 'next' FROM dual;
