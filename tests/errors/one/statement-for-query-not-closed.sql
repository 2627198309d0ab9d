BEGIN
  FOR r IN (SELECT a FROM t LOOP
    q(r.a);
    ^ `q` does not fit here; expected `)` or `,`; the `(` of line 2 has no `)`
    ^ 此处不应出现 `q`；应为 `)` 或 `,`；第 2 行的 `(` 缺少 `)`
  END LOOP;
END;
/
SELECT 'next' FROM dual;
