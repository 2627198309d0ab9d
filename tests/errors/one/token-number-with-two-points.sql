SELECT 1.2.3 FROM dual;
          ^ `.3` does not fit here; expected a name, `;`, FROM or INTO
          ^ 此处不应出现 `.3`；应为名称、`;`、FROM 或 INTO
SELECT 'next' FROM dual;
