SELECT a /* b */ c */ FROM t;
                   ^ `*` does not fit here; expected `;`, FROM, INTO or `,`
                   ^ 此处不应出现 `*`；应为 `;`、FROM、INTO 或 `,`
SELECT 'next' FROM dual;
