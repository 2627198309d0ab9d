SELECT a \ b FROM t;
         ^ the character \ cannot stand here
         ^ 此处不允许出现字符 \
SELECT 'next' FROM dual;
