SELECT a FROM t LEFT u ON a = b
                     ^ `u` does not fit here; expected `;` or `,`
                     ^ 此处不应出现 `u`；应为 `;` 或 `,`
/
SELECT 'next' FROM dual;
