COMMENT ON COLUMN t.a 'x'
                      ^ `'x'` does not fit here; expected IS
                      ^ 此处不应出现 `'x'`；应为 IS
/
SELECT 'next' FROM dual;
