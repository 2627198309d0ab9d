CREATE OR REPLACE PROCEDURE p IS
BEGIN
  FOR i IN 1 .. 3 LOOP
    IF i = 1 THEN
      q(i);
  END LOOP;
      ^ `LOOP` does not fit here; expected IF; the `IF` of line 4 has no END IF
      ^ 此处不应出现 `LOOP`；应为 IF；第 4 行的 `IF` 缺少 END IF
END p;
/
SELECT 'next' FROM dual;
