BEGIN
  LOOP
    EXIT;
  END IF;
      ^ `IF` does not fit here; expected LOOP
      ^ 此处不应出现 `IF`；应为 LOOP
END;
/
SELECT 'next' FROM dual;
