SELECT 'a' 'b' FROM t
           ^ `'b'` does not fit here; expected a name, `;`, FROM or INTO
           ^ 此处不应出现 `'b'`；应为名称、`;`、FROM 或 INTO
/
SELECT 'next' FROM dual;
