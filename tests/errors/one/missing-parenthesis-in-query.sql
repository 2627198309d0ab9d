SELECT a, (SELECT MAX(b)
             FROM u
            WHERE u.c = t.c AND (u.d = 1 OR u.e = 2)
  FROM t WHERE f IN (1, 2);
  ^ `FROM` does not fit here; expected `)` or an operator; the `(` of line 1 has no `)`
  ^ 此处不应出现 `FROM`；应为 `)` 或运算符；第 1 行的 `(` 缺少 `)`
SELECT 'next' FROM dual;
