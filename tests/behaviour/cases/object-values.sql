-- trap: F27, F17, F13
-- oracle: object types with inheritance, pipelined, ref cursor
SET SERVEROUTPUT ON
CREATE OR REPLACE TYPE shape_t AS OBJECT (
  name VARCHAR2(20),
  MEMBER FUNCTION area RETURN NUMBER,
  MEMBER PROCEDURE grow(SELF IN OUT NOCOPY shape_t, p_by NUMBER),
  STATIC FUNCTION make(p_name VARCHAR2) RETURN shape_t
) NOT FINAL;
/
CREATE OR REPLACE TYPE BODY shape_t AS
  MEMBER FUNCTION area RETURN NUMBER IS
  BEGIN
    RETURN 0;
  END;
  MEMBER PROCEDURE grow(SELF IN OUT NOCOPY shape_t, p_by NUMBER) IS
  BEGIN
    SELF.name := SELF.name || '+' || p_by;
  END;
  STATIC FUNCTION make(p_name VARCHAR2) RETURN shape_t IS
  BEGIN
    RETURN shape_t(UPPER(p_name));
  END;
END;
/
CREATE OR REPLACE TYPE money_t AS OBJECT (
  amount NUMBER(10,2), cur VARCHAR2(3),
  CONSTRUCTOR FUNCTION money_t(p NUMBER) RETURN SELF AS RESULT,
  MAP MEMBER FUNCTION key RETURN NUMBER,
  MEMBER FUNCTION plus(p money_t) RETURN money_t
);
/
CREATE OR REPLACE TYPE BODY money_t AS
  CONSTRUCTOR FUNCTION money_t(p NUMBER) RETURN SELF AS RESULT IS
  BEGIN
    amount := p;
    cur := 'CNY';
    RETURN;
  END;
  MAP MEMBER FUNCTION key RETURN NUMBER IS
  BEGIN
    RETURN amount;
  END;
  MEMBER FUNCTION plus(p money_t) RETURN money_t IS
  BEGIN
    RETURN money_t(SELF.amount + p.amount, cur);
  END;
END;
/
CREATE OR REPLACE TYPE money_tab AS TABLE OF money_t;
/
CREATE OR REPLACE FUNCTION series(p_n NUMBER) RETURN money_tab PIPELINED IS
BEGIN
  FOR i IN 1 .. p_n LOOP
    PIPE ROW (money_t(i * 1.5));
  END LOOP;
  RETURN;
END;
/
DECLARE
  s shape_t := shape_t.make('box');
  m money_t := money_t(10);
  k money_t := money_t(5.555, 'USD');
  t money_tab := money_tab();
  n NUMBER;
BEGIN
  s.grow(3);
  DBMS_OUTPUT.PUT_LINE(s.name || ' ' || s.area());
  m := m.plus(k);
  DBMS_OUTPUT.PUT_LINE(m.amount || m.cur || ' ' || k.amount);
  IF m > k THEN
    DBMS_OUTPUT.PUT_LINE('greater');
  END IF;
  FOR r IN (SELECT amount, cur FROM TABLE(series(3)) WHERE amount > 1.5) LOOP
    DBMS_OUTPUT.PUT_LINE(r.amount || r.cur);
    t.EXTEND;
    t(t.COUNT) := money_t(r.amount, r.cur);
  END LOOP;
  SELECT SUM(x.amount) INTO n FROM TABLE(t) x;
  DBMS_OUTPUT.PUT_LINE('sum ' || n);
  t(1).amount := 100;
  DBMS_OUTPUT.PUT_LINE(t(1).plus(t(2)).amount);
END;
/
