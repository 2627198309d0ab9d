BEGIN
  WHILE x < 3 LOOP
    x := x + 1;
  IF x = 2 THEN
    q(x);
  END IF;
END;
   ^ `;` does not fit here; expected LOOP; the `LOOP` of line 2 has no END LOOP
   ^ 此处不应出现 `;`；应为 LOOP；第 2 行的 `LOOP` 缺少 END LOOP
/
SELECT 'next' FROM dual;
