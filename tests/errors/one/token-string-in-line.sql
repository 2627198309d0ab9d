SELECT 'abc FROM t;
       ^ this string is not closed
       ^ 此字符串没有结束
SELECT 'next' FROM dual;
