CREATE SYNONYM s t
                 ^ `t` does not fit here; expected `.`, `@`, FOR or SHARING
                 ^ 此处不应出现 `t`；应为 `.`、`@`、FOR 或 SHARING
/
SELECT 'next' FROM dual;
