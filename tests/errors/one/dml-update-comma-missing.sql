UPDATE t SET a = 1 b = 2 WHERE c = 3;
                   ^ `b` does not fit here; expected `;`, FROM, `,` or an operator
                   ^ 此处不应出现 `b`；应为 `;`、FROM、`,` 或运算符
SELECT 'next' FROM dual;
