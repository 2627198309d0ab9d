FOO BAR;
^ this is not understood as an Oracle statement; it was left as it is
SELECT 1 FROM dual;
CREATE OR REPLACE PROCEDURE p IS
BEGIN
  NULL;
SELECT 1 FROM dual;
CREATE OR REPLACE PROCEDURE q IS
^ `CREATE` does not fit here; expected a statement, a name, END or `(`
BEGIN
  NULL;
END;
/
BEGIN
  NULL;
/
^ `/` does not fit here; expected a statement, a name, END or `(`
SELECT 1 FROM dual
  WHERE 1 = 1 AND
                 ^ the text ends here; expected an expression
