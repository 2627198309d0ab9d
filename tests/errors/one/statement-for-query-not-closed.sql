BEGIN
  FOR r IN (SELECT a FROM t LOOP
    q(r.a);
    ^ `q` does not fit here; expected `)` or `,`
    ^ 此处不应出现 `q`；应为 `)` 或 `,`
  END LOOP;
END;
/
SELECT 'next' FROM dual;
