SELECT q'{a}]' FROM t;
       ^ this q-quoted string is not closed by }'
       ^ 此 q 引用字符串没有以 }' 结束
SELECT 'next' FROM dual;
