BEGIN
  FOR i 1 .. 10 LOOP
        ^ `1` does not fit here; expected a name or `,`
        ^ 此处不应出现 `1`；应为名称或 `,`
    NULL;
  END LOOP;
END;
/
SELECT 'next' FROM dual;
