BEGIN
  FETCH c r;
          ^ `r` does not fit here; expected INTO or `(`
          ^ 此处不应出现 `r`；应为 INTO 或 `(`
  b := 1;
END;
/
SELECT 'next' FROM dual;
