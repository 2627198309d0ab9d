BEGIN
  IF a = 1 THEN
    FOR r IN c LOOP
      q(r.id);
  ELSE
  ^ `ELSE` does not fit here; expected a statement, a name, END or `(`; the `LOOP` of line 3 has no END LOOP
  ^ 此处不应出现 `ELSE`；应为语句、名称、END 或 `(`；第 3 行的 `LOOP` 缺少 END LOOP
    q(0);
  END IF;
END;
/
SELECT 'next' FROM dual;
