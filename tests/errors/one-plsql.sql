BEGIN
  IF a = 1
    b := 2;
    ^ `b` does not fit here; expected THEN or an operator
  END IF;
END;
/
BEGIN
  IF a = 1 THEN
    b := 2;
  END;
     ^ `;` does not fit here; expected IF
END;
/
BEGIN
  a = 1;
    ^ `=` does not fit here; expected `;`, `:=` or `(`
END;
/
BEGIN
  a := 1
  b := 2;
  ^ `b` does not fit here; expected `;` or an operator
END;
/
BEGIN
  a := (1 + 2;
             ^ `;` does not fit here; expected `)`, `,` or an operator
  b := 3;
END;
/
BEGIN
  FOR i IN 1 .. 10
    NULL;
    ^ `NULL` does not fit here; expected LOOP, BY, `,` or an operator
  END LOOP;
END;
/
BEGIN
  FOR i 1 .. 10 LOOP
        ^ `1` does not fit here; expected a name or `,`
    NULL;
  END LOOP;
END;
/
BEGIN
  WHILE a < 1
    a := 2;
    ^ `a` does not fit here; expected LOOP or an operator
  END LOOP;
END;
/
BEGIN
  LOOP
    EXIT WHEN;
             ^ `;` does not fit here; expected an expression
  END LOOP;
END;
/
BEGIN
  SELECT a INTO FROM t;
                ^ `FROM` does not fit here; expected an expression
  b := 1;
END;
/
BEGIN
  FETCH c r;
          ^ `r` does not fit here; expected INTO or `(`
  b := 1;
END;
/
BEGIN
  OPEN c FOR;
            ^ `;` does not fit here; expected an expression or a query
  b := 1;
END;
/
BEGIN
  EXECUTE 'x';
          ^ `'x'` does not fit here; expected `;`, `:=` or `(`
  b := 1;
END;
/
BEGIN
  RAISE_APPLICATION_ERROR(-20001, 'x';
                                     ^ `;` does not fit here; expected `)`, ON, `,` or an operator
  b := 1;
END;
/
BEGIN
  NULL;
EXCEPTION
  WHEN OTHERS
    NULL;
    ^ `NULL` does not fit here; expected THEN
END;
/
BEGIN
  NULL;
EXCEPTION
  OTHERS THEN NULL;
  ^ `OTHERS` does not fit here; expected `;`, `:=` or `(`
END;
/
BEGIN
END;
    ^ the statement ends here; expected a statement, a name, END or `(`
/
DECLARE
  a NUMBER
  b NUMBER;
  ^ `b` does not fit here; expected `;`, `:=` or `(`
BEGIN
  NULL;
END;
/
DECLARE
  a VARCHAR2(10;
               ^ `;` does not fit here; expected a name, `)`, `,` or an operator
  b NUMBER;
BEGIN
  NULL;
END;
/
DECLARE
  CURSOR c AS SELECT 1 FROM dual;
  TYPE t IS TABLE NUMBER;
                  ^ `NUMBER` does not fit here; expected OF
BEGIN
  NULL;
END;
/
DECLARE
  e EXEPTION_INIT PRAGMA;
                  ^ `PRAGMA` does not fit here; expected `;`, `:=` or `(`
BEGIN
  NULL;
END;
/
CREATE PROCEDURE p (a IN, b NUMBER) IS
                        ^ `,` does not fit here; expected a name
BEGIN
  NULL;
END;
/
CREATE PROCEDURE p (a NUMBER IN) IS
                             ^ `IN` does not fit here; expected `)`, `:=`, `(` or `,`
BEGIN
  NULL;
END;
/
CREATE PROCEDURE p
BEGIN
^ `BEGIN` does not fit here; expected `;`, IS, AS or `(`
  NULL;
END;
/
CREATE FUNCTION f RETURNS NUMBER IS
                  ^ `RETURNS` does not fit here; expected `;`, IS, AS or `(`
BEGIN
  RETURN 1;
END;
/
CREATE PACKAGE p IS
  PROCEDURE q (a NUMBER;
                       ^ `;` does not fit here; expected `)`, `:=`, `(` or `,`
  PROCEDURE r;
END;
/
CREATE PACKAGE BODY p IS
  PROCEDURE q IS
  BEGIN
    x := 1;
  PROCEDURE r IS
            ^ `r` does not fit here; expected `;`, `:=` or `(`
  BEGIN
    NULL;
  END;
END;
/
CREATE PACKAGE BODY p IS
  PROCEDURE q IS
  BEGIN
    IF x THEN
      NULL;
    ESLE
      NULL;
      ^ `NULL` does not fit here; expected `;`, `:=` or `(`
    END IF;
  END;
END;
/
BEGIN
  CASE a
    WHEN 1 THEN NULL;
  END;
     ^ `;` does not fit here; expected CASE
END;
/
BEGIN
  GOTO 1;
       ^ `1` does not fit here; expected `;`, `:=` or `(`
  b := 1;
END;
/
