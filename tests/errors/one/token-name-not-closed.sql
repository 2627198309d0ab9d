SELECT "a FROM t;
       ^ this quoted name is not closed on its line
       ^ 此带双引号的名称在本行内未结束
SELECT 'next' FROM dual;
