FOO BAR;
^ this is not understood as an Oracle statement; it was left as it is
SELECT 1 FROM dual;
CREATE OR REPLACE PROCEDURE p IS
BEGIN
  NULL;
SELECT 1 FROM dual;
                   ^ the statement ends here; expected a statement, a name, END or `(`; the `BEGIN` of line 4 has no END
CREATE OR REPLACE PROCEDURE q IS
BEGIN
  NULL;
END;
/
BEGIN
  NULL;
       ^ the statement ends here; expected a statement, a name, END or `(`; the `BEGIN` of line 12 has no END
/
SELECT 1 FROM dual
  WHERE 1 = 1 AND
                 ^ the statement ends here; expected an expression
