-- trap: F01, F06
-- oracle: NO_DATA_FOUND that leaves a function called from SQL becomes NULL for that row; called from PL/SQL it propagates
SET SERVEROUTPUT ON
CREATE TABLE price_list (code VARCHAR2(10) PRIMARY KEY, price NUMBER(8,2));
CREATE TABLE order_line (id NUMBER(4) PRIMARY KEY, code VARCHAR2(10), qty NUMBER(4));
INSERT INTO price_list VALUES ('A', 2.5);
INSERT INTO order_line VALUES (1, 'A', 4);
INSERT INTO order_line VALUES (2, 'X', 1);
CREATE OR REPLACE FUNCTION get_price(p_code IN VARCHAR2) RETURN NUMBER IS
  v_price price_list.price%TYPE;
BEGIN
  SELECT price INTO v_price FROM price_list WHERE code = p_code;
  RETURN v_price;
END get_price;
/
DECLARE
  v NUMBER;
BEGIN
  FOR r IN (SELECT id, qty * get_price(code) amt FROM order_line ORDER BY id) LOOP
    DBMS_OUTPUT.PUT_LINE(r.id || ' ' || NVL(TO_CHAR(r.amt), 'no price'));
  END LOOP;
  SELECT get_price('Z') INTO v FROM dual;
  DBMS_OUTPUT.PUT_LINE('dual [' || v || ']');
  UPDATE order_line SET qty = NVL(get_price(code), 0);
  DBMS_OUTPUT.PUT_LINE('upd ' || SQL%ROWCOUNT);
  BEGIN
    v := get_price('Z');
    DBMS_OUTPUT.PUT_LINE('not reached');
  EXCEPTION
    WHEN NO_DATA_FOUND THEN DBMS_OUTPUT.PUT_LINE('plsql no data');
  END;
END;
/
