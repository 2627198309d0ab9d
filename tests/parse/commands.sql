@@ install_types
@ install_tables.sql one two
START install_data
STA install_more
! ls -l
$ dir
acc pwd PROMPT 'password: ' HIDE
ACCEPT pwd CHAR
APPEND more
ARCHIVE LOG LIST
ATTRIBUTE t.a FORMAT 999
BRE ON dept SKIP 1
BTITLE LEFT 'it''s page ' SQL.PNO
BTI OFF
CHANGE /a/b/
CL SCR
CLEAR BREAKS
COL name FORMAT A30 -
  HEADING "The name" -
  NEW_VALUE nm
COMP SUM OF a ON REPORT
CONN scott/tiger@db
CONNECT / AS SYSDBA
COPY FROM scott/tiger@a -
  TO scott/tiger@b -
  APPEND t USING SELECT * FROM t
DEF owner = HIS
DEFINE
DEL 3
DESC his.fee
DESCRIBE t
DISC
ED my.sql
exec p(1, -
  'it''s')
EXECUTE :x := f(2);
EXIT SQL.SQLCODE
GET my.sql
HELP SET
HIST LIST
HO ls
INPUT more
L
LIST 3
OERR ora 942
PASSW scott
PAU press return, it's done
PRI x
PRINT
PRO it's -- not a comment
PROMPT
QUIT 3
RECOVER DATABASE
REM it's a remark -----
REMARK more
REPF OFF
REPH PAGE LEFT 'it''s'
R
SAV my.sql REPLACE
SET SERVEROUT ON SIZE 1000000 FORMAT WRAPPED
SET SQLBLANKLINES ON FEED OFF
SHO ERR
SHOW PARAMETERS
SHUTDOWN IMMEDIATE
SPO out.log APPEND
SPOOL OFF
STARTUP
STORE SET f.sql
TIMI START t
TTI 'it''s title'
UNDEF a b
VAR x NUMBER
VARIABLE y VARCHAR2(10) = 'a'
WHENEVER SQLERROR EXIT SQL.SQLCODE ROLLBACK
WHENEVER OSERROR CONTINUE
XQUERY for $i in 1 return $i
/* a remark */ PROMPT it's behind a comment
/* two
   lines */ SET FEEDBACK OFF
SELECT 'last' FROM dual;
