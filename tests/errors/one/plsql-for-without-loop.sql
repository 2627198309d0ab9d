BEGIN
  FOR i IN 1 .. 10
    NULL;
    ^ `NULL` does not fit here; expected LOOP, BY, `,` or an operator
    ^ 此处不应出现 `NULL`；应为 LOOP、BY、`,` 或运算符
  END LOOP;
END;
/
SELECT 'next' FROM dual;
