BEGIN
  LOOP
    EXIT;
  END IF;
      ^ `IF` does not fit here; expected LOOP; the `LOOP` of line 2 has no END LOOP
      ^ 此处不应出现 `IF`；应为 LOOP；第 2 行的 `LOOP` 缺少 END LOOP
END;
/
SELECT 'next' FROM dual;
