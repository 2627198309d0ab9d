-- trap: D05, B04, F11, F27
-- oracle: text literals are CHAR: compared with padding, DUMP shows type 96; NULLIF compares as =; a VARRAY subscript beyond the limit is ORA-06532, beyond COUNT ORA-06533; a NULL object has no attributes to assign
SET SERVEROUTPUT ON
CREATE TYPE t_amount AS OBJECT (n NUMBER, cur VARCHAR2(3));
/
CREATE TABLE code_pair (id NUMBER(2), c CHAR(3), v VARCHAR2(3));
INSERT INTO code_pair VALUES (1, 'a', 'a');
INSERT INTO code_pair VALUES (2, 'abc', 'abc');
DECLARE
  TYPE t_three IS VARRAY(3) OF NUMBER;
  l t_three := t_three(1, 2);
  o t_amount;
  p t_amount := t_amount(1, 'EUR');
  k PLS_INTEGER := 3;
  n NUMBER;
  s VARCHAR2(100);
  PROCEDURE put(i PLS_INTEGER) IS
  BEGIN
    l(i) := 9;
    DBMS_OUTPUT.PUT_LINE('put ' || i);
  EXCEPTION WHEN OTHERS THEN DBMS_OUTPUT.PUT_LINE(i || ' ' || SQLCODE);
  END;
BEGIN
  SELECT COUNT(*) INTO n FROM dual WHERE 'a' = 'a ' AND 'ab' <> 'a ' AND 'a ' IN ('b', 'a');
  DBMS_OUTPUT.PUT_LINE('padded ' || n);
  SELECT COUNT(*) INTO n FROM code_pair WHERE NULLIF(c, v) IS NULL;
  DBMS_OUTPUT.PUT_LINE('nullif ' || n);
  SELECT DUMP('a ') INTO s FROM dual;
  DBMS_OUTPUT.PUT_LINE(s);
  SELECT COUNT(*) INTO n FROM code_pair WHERE id > /* at least */ = 2 AND id ^ = 3 AND id < = 2;
  DBMS_OUTPUT.PUT_LINE('signs ' || n);
  put(2);
  put(k);
  put(k + 1);
  put(0);
  p.n := p.n + 1;
  DBMS_OUTPUT.PUT_LINE(p.n || p.cur);
  BEGIN
    o.n := 5;
    DBMS_OUTPUT.PUT_LINE('assigned');
  EXCEPTION WHEN ACCESS_INTO_NULL THEN DBMS_OUTPUT.PUT_LINE('null object ' || SQLCODE);
  END;
  o := t_amount(NULL, NULL);
  o.n := 5;
  DBMS_OUTPUT.PUT_LINE(o.n);
END;
/
