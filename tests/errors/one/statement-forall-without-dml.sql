BEGIN
  FORALL i IN 1 .. 3
    p(i);
    ^ `p` does not fit here; expected a DML statement or an operator
    ^ 此处不应出现 `p`；应为 DML 语句或运算符
  q(1);
END;
/
SELECT 'next' FROM dual;
