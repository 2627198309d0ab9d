BEGIN
  IF a b THEN
       ^ `b` does not fit here; expected THEN, `(` or an operator
    x := 1;
  END IF;
  y := ;
       ^ `;` does not fit here; expected an expression
  FOR i IN 1 .. LOOP
    NULL;
    ^ `NULL` does not fit here; expected LOOP, BY, `(` or `,`
  END LOOP;
  z := 2;
END;
   ^ `;` does not fit here; expected LOOP
/
CREATE OR REPLACE PROCEDURE p IS
  v NUMBER;
  w VARCHAR2(10) = 1;
                 ^ `=` does not fit here; expected `;` or `:=`
BEGIN
  LOOP
    NULL;
END;
   ^ `;` does not fit here; expected LOOP; the `LOOP` of line 16 has no END LOOP
/
CREATE OR REPLACE PACKAGE BODY q IS
  PROCEDURE r IS
  BEGIN
    SELECT a INTO b FROM;
                        ^ `;` does not fit here; expected a name or `(`
  END;
  FUNCTION s RETURN IS
                    ^ `IS` does not fit here; expected a name
  BEGIN
    RETURN 1;
  END;
END;
/
SELECT 1 FROM dual;
