-- trap: F06, F13
-- oracle: defaults that name constants of their package; the initial value of a variable that is too large is ORA-06502
SET SERVEROUTPUT ON
CREATE TABLE tariff (code VARCHAR2(5) PRIMARY KEY, fee NUMBER(6,2));
INSERT INTO tariff VALUES ('XRAY', 80);
INSERT INTO tariff VALUES ('BLOOD', 12.5);
COMMIT;
CREATE OR REPLACE PACKAGE bill IS
  c_low CONSTANT NUMBER := 20;
  TYPE t_sum IS RECORD (n NUMBER := c_low + 1, txt VARCHAR2(10));
  CURSOR c_fees(p_min NUMBER := c_low) IS SELECT code, fee FROM tariff WHERE fee >= p_min ORDER BY code;
  PROCEDURE show(p_min NUMBER DEFAULT c_low);
END bill;
/
CREATE OR REPLACE PACKAGE BODY bill IS
  PROCEDURE show(p_min NUMBER DEFAULT c_low) IS
  BEGIN
    FOR r IN c_fees LOOP
      DBMS_OUTPUT.PUT_LINE('by default ' || r.code || ' ' || p_min);
    END LOOP;
    FOR r IN c_fees(0) LOOP
      DBMS_OUTPUT.PUT_LINE(r.code || ' ' || r.fee);
    END LOOP;
  END show;
END bill;
/
DECLARE
  s bill.t_sum;
  n NUMBER;
  FUNCTION cut(p NUMBER) RETURN NUMBER IS
    v NUMBER(2) := p;
  BEGIN
    RETURN v;
  EXCEPTION
    WHEN VALUE_ERROR THEN RETURN -1;
  END cut;
BEGIN
  bill.show;
  DBMS_OUTPUT.PUT_LINE(s.n);
  n := cut(50);
  DBMS_OUTPUT.PUT_LINE(n);
  n := cut(500);
  DBMS_OUTPUT.PUT_LINE('not reached');
EXCEPTION
  WHEN OTHERS THEN DBMS_OUTPUT.PUT_LINE('failed ' || SQLCODE || ' ' || n);
END;
/
