BEGIN
  x := NVL(TO_NUMBER(SUBSTR(s, 1, 3)), 0;
                                        ^ `;` does not fit here; expected `)`, ON, `,` or an operator; the `(` of line 2 has no `)`
                                        ^ 此处不应出现 `;`；应为 `)`、ON、`,` 或运算符；第 2 行的 `(` 缺少 `)`
  y := (1 + 2) * 3;
END;
/
SELECT 'next' FROM dual;
