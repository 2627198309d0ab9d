-- trap: B03, F20
-- oracle: NATURAL, POSITIVE, SIGNTYPE and their N forms refuse values outside (ORA-06502); PLS_INTEGER overflows with ORA-01426; NUMBER(3) with ORA-06502
SET SERVEROUTPUT ON
CREATE OR REPLACE FUNCTION half(p_n POSITIVE) RETURN NATURAL IS
BEGIN
  RETURN TRUNC(p_n / 2) - 1;
END;
/
DECLARE
  a NATURAL := 0;
  b POSITIVEN := 1;
  c SIGNTYPE;
  d NATURALN := 5;
  e POSITIVE;
  f a%TYPE;
  i PLS_INTEGER := 2147483647;
  n NUMBER(3) := 999;
  PROCEDURE try(p_what VARCHAR2) IS
    x NATURAL := 0;
    y PLS_INTEGER := 2147483647;
    z NUMBER(3) := 999;
    q POSITIVEN := 1;
    s SIGNTYPE := 1;
  BEGIN
    CASE p_what
      WHEN 'natural' THEN x := x - 1;
      WHEN 'positiven null' THEN q := NULL;
      WHEN 'positiven' THEN q := q - 1;
      WHEN 'signtype' THEN s := 2;
      WHEN 'pls_integer' THEN y := y + 1;
      WHEN 'number' THEN z := z + 0.5;
      WHEN 'argument' THEN x := half(0);
      WHEN 'result' THEN x := half(1);
      WHEN 'into' THEN SELECT -5 INTO x FROM dual;
      WHEN 'fits' THEN x := half(7); s := -1; q := 1.6; z := z - 0.5;
    END CASE;
    DBMS_OUTPUT.PUT_LINE(p_what || ' stored ' || x || ' ' || q || ' ' || s || ' ' || z);
  EXCEPTION
    WHEN OTHERS THEN DBMS_OUTPUT.PUT_LINE(p_what || ' ' || SQLCODE);
  END;
BEGIN
  try('natural');
  try('positiven null');
  try('positiven');
  try('signtype');
  try('pls_integer');
  try('number');
  try('argument');
  try('result');
  try('into');
  try('fits');
  e := 3;
  c := NULL;
  BEGIN
    f := -1;
    DBMS_OUTPUT.PUT_LINE('stored');
  EXCEPTION
    WHEN VALUE_ERROR THEN DBMS_OUTPUT.PUT_LINE('anchored ' || SQLCODE);
  END;
  DBMS_OUTPUT.PUT_LINE(a || b || '[' || c || ']' || d || e);
END;
/
