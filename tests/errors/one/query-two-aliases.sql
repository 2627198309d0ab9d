SELECT a b c FROM t
           ^ `c` does not fit here; expected `;`, FROM, INTO or `,`
           ^ 此处不应出现 `c`；应为 `;`、FROM、INTO 或 `,`
/
SELECT 'next' FROM dual;
