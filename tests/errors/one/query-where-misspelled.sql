SELECT a FROM t x WHRE b = 1;
                  ^ `WHRE` does not fit here; expected `;` or `,`; did you mean WHERE?
                  ^ 此处不应出现 `WHRE`；应为 `;` 或 `,`；是否应为 WHERE？
SELECT 'next' FROM dual;
