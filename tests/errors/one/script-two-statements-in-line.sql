SELECT a FROM t; SELECT b FORM t;
                               ^ `t` does not fit here; expected `;`, FROM, INTO or `,`; is `FORM` before it meant to be FROM?
                               ^ 此处不应出现 `t`；应为 `;`、FROM、INTO 或 `,`；前面的 `FORM` 是否应为 FROM？
SELECT 'next' FROM dual;
