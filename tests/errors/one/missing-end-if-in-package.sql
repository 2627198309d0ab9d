CREATE OR REPLACE PACKAGE BODY k IS
  PROCEDURE a IS
  BEGIN
    IF x = 1 THEN
      y := 2;
  END a;
      ^ `a` does not fit here; expected IF; the `IF` of line 4 has no END IF
      ^ 此处不应出现 `a`；应为 IF；第 4 行的 `IF` 缺少 END IF

  PROCEDURE b IS
  BEGIN
    y := 3;
  END b;

  PROCEDURE c IS
  BEGIN
    IF x = 2 THEN
      y := 4;
    END IF;
  END c;
END k;
/
SELECT 'next' FROM dual;
