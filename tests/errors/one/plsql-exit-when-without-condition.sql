BEGIN
  LOOP
    EXIT WHEN;
             ^ `;` does not fit here; expected an expression
             ^ 此处不应出现 `;`；应为表达式
  END LOOP;
END;
/
SELECT 'next' FROM dual;
