COMMENT ON t IS 'x'
           ^ `t` does not fit here; expected another keyword
           ^ 此处不应出现 `t`；应为其他关键字
/
SELECT 'next' FROM dual;
