SELECT a FROM t FETCH 5 ROWS ONLY;
                      ^ `5` does not fit here; expected `;` or `,`
                      ^ 此处不应出现 `5`；应为 `;` 或 `,`
SELECT 'next' FROM dual;
