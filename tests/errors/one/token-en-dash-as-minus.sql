SELECT fee – 3 FROM t;
           ^ the character – is taken as part of a name; Oracle does not read it as -
           ^ 字符 – 被当作名称的一部分；Oracle 不会把它当作 -
SELECT 'next' FROM dual;
