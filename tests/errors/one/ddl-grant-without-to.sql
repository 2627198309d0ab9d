GRANT SELECT ON t u
                  ^ `u` does not fit here; expected `.`, `@` or TO
                  ^ 此处不应出现 `u`；应为 `.`、`@` 或 TO
/
SELECT 'next' FROM dual;
