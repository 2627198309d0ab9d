SELCET a FROM t;
^ this is not understood as an Oracle statement; it was left as it is; did you mean SELECT?
^ 无法将此内容识别为 Oracle 语句，已原样保留；是否应为 SELECT？
SELECT 'next' FROM dual;
