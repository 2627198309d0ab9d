list 1 *
l 2 last
LIST * LAST
del 1 *
c/old/it's new
change /a/b/
append text
input more text
connmgr list
info employees
ddl employees
tnsping db
cd /tmp
SELECT 'next' FROM dual;
unknown it is
CONNECT hr
SELECT a FROM t
CONNECT BY PRIOR a = b;
