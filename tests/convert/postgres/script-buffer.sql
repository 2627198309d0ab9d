-- what ends a statement and what runs it in SQL*Plus: `.` alone, `/`, RUN; a statement that ends because the next one begins
SELECT 1 FROM dual
.
/
BEGIN
  p(1);
END;
.
RUN
SELECT 2 FROM dual
.
PROMPT it's not run; "above"
SELECT 3 FROM dual;
/
SELECT 4 FROM dual
CREATE VIEW v AS SELECT 5 a FROM dual;
REM it's a "remark"; with ' and ;
EXEC p( -
  2)
RUN
SELECT &&x..a FROM &&s..t;
