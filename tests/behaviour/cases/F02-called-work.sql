-- trap: F02, F03
-- oracle: what a called routine did before it failed stays when the caller handles the error: nested calls, functions, OUT arguments, handlers in the callee, COMMIT inside
SET SERVEROUTPUT ON
CREATE TABLE 日志 (编号 NUMBER(6) PRIMARY KEY, 内容 VARCHAR2(30));
CREATE TABLE stock (item VARCHAR2(5) PRIMARY KEY, qty NUMBER(4) CHECK (qty >= 0));
INSERT INTO stock VALUES ('A', 5);
INSERT INTO stock VALUES ('B', 1);
COMMIT;
CREATE OR REPLACE PACKAGE shop IS
  e_none EXCEPTION;
  PROCEDURE note(p_id IN NUMBER, p_text IN VARCHAR2);
  PROCEDURE take(p_id IN NUMBER, p_item IN VARCHAR2, p_qty IN NUMBER DEFAULT 1);
  PROCEDURE order_all(p_id IN NUMBER, p_done OUT NUMBER);
  FUNCTION ship(p_id IN NUMBER, p_item IN VARCHAR2) RETURN NUMBER;
  PROCEDURE careful(p_id IN NUMBER);
  PROCEDURE batch(p_from IN NUMBER, p_to IN NUMBER);
END;
/
CREATE OR REPLACE PACKAGE BODY shop IS
  PROCEDURE note(p_id IN NUMBER, p_text IN VARCHAR2) IS
  BEGIN
    INSERT INTO 日志 VALUES (p_id, p_text);
  END;
  PROCEDURE take(p_id IN NUMBER, p_item IN VARCHAR2, p_qty IN NUMBER DEFAULT 1) IS
  BEGIN
    note(p_id, 'take ' || p_item);
    UPDATE stock SET qty = qty - p_qty WHERE item = p_item;
    IF SQL%ROWCOUNT = 0 THEN
      RAISE e_none;
    END IF;
  END;
  PROCEDURE order_all(p_id IN NUMBER, p_done OUT NUMBER) IS
  BEGIN
    p_done := 0;
    take(p_id, 'A', p_qty => 2);
    p_done := 1;
    take(p_id + 1, 'B');
    p_done := 2;
    take(p_id + 2, 'B');
    p_done := 3;
  END;
  FUNCTION ship(p_id IN NUMBER, p_item IN VARCHAR2) RETURN NUMBER IS
    v_left NUMBER;
  BEGIN
    note(p_id, 'ship');
    UPDATE stock SET qty = qty - 1 WHERE item = p_item;
    SELECT qty INTO v_left FROM stock WHERE item = p_item;
    RETURN v_left;
  END;
  PROCEDURE careful(p_id IN NUMBER) IS
  BEGIN
    note(p_id, 'careful');
    take(p_id + 1, 'Z');
  EXCEPTION
    WHEN e_none THEN
      note(p_id + 2, 'none');
      RAISE_APPLICATION_ERROR(-20010, 'careful failed');
  END;
  PROCEDURE batch(p_from IN NUMBER, p_to IN NUMBER) IS
  BEGIN
    FOR i IN p_from .. p_to LOOP
      note(i, 'batch');
      IF MOD(i, 2) = 0 THEN
        COMMIT;
      END IF;
    END LOOP;
    note(p_from, 'again');
  END;
END;
/
DECLARE
  v_done NUMBER := -1;
  v_left NUMBER;
  PROCEDURE show(p_what IN VARCHAR2) IS
  BEGIN
    FOR r IN (SELECT LISTAGG(编号 || ':' || 内容, ', ') WITHIN GROUP (ORDER BY 编号) AS t FROM 日志) LOOP
      DBMS_OUTPUT.PUT_LINE(p_what || ' [' || r.t || ']');
    END LOOP;
    FOR r IN (SELECT item, qty FROM stock ORDER BY item) LOOP
      DBMS_OUTPUT.PUT_LINE(r.item || '=' || r.qty);
    END LOOP;
    DELETE FROM 日志;
  END;
BEGIN
  BEGIN
    shop.order_all(10, v_done);
  EXCEPTION
    WHEN OTHERS THEN
      DBMS_OUTPUT.PUT_LINE('order ' || SQLCODE || ' done ' || v_done);
  END;
  show('order');
  BEGIN
    v_left := shop.ship(20, 'A');
    DBMS_OUTPUT.PUT_LINE('left ' || v_left);
    v_left := shop.ship(21, 'Z');
    DBMS_OUTPUT.PUT_LINE('left ' || v_left);
  EXCEPTION
    WHEN NO_DATA_FOUND THEN
      DBMS_OUTPUT.PUT_LINE('ship failed, left ' || v_left);
  END;
  show('ship');
  BEGIN
    shop.careful(30);
  EXCEPTION
    WHEN shop.e_none THEN
      DBMS_OUTPUT.PUT_LINE('never');
    WHEN OTHERS THEN
      DBMS_OUTPUT.PUT_LINE('careful ' || SQLCODE);
  END;
  show('careful');
  BEGIN
    shop.batch(41, 43);
  EXCEPTION
    WHEN DUP_VAL_ON_INDEX THEN
      DBMS_OUTPUT.PUT_LINE('batch twice');
      ROLLBACK;
  END;
  show('batch');
  BEGIN
    shop.take(50, 'A', 'x');
  EXCEPTION
    WHEN VALUE_ERROR THEN
      DBMS_OUTPUT.PUT_LINE('argument');
  END;
  show('argument');
END;
/
