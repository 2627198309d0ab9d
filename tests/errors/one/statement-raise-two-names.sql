BEGIN
  RAISE a b;
          ^ `b` does not fit here; expected `;`
          ^ 此处不应出现 `b`；应为 `;`
  q(1);
END;
/
SELECT 'next' FROM dual;
