WHENEVE SQLERROR EXIT
^ this is not understood as an Oracle statement; it was left as it is
^ 无法将此内容识别为 Oracle 语句，已原样保留
PROMPT it's done
SELECT 'next' FROM dual;
