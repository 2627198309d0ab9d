-- trap: E09, E14
-- oracle: NEXTVAL in the branches of INSERT ALL is one value for each row of the query, in all branches, CURRVAL too
SET SERVEROUTPUT ON
CREATE TABLE orders (id NUMBER, what VARCHAR2(10));
CREATE TABLE items (id NUMBER, order_id NUMBER, qty NUMBER);
CREATE SEQUENCE order_seq START WITH 5;
INSERT ALL
  INTO orders VALUES (order_seq.NEXTVAL, what)
  INTO items VALUES (order_seq.NEXTVAL * 10, order_seq.CURRVAL, n)
SELECT 'a' AS what, 1 AS n FROM dual UNION ALL SELECT 'b', 2 FROM dual;
INSERT ALL
  INTO orders (id, what) VALUES (order_seq.NEXTVAL, 'c')
  INTO items (id, order_id) VALUES (0, order_seq.NEXTVAL)
SELECT * FROM dual;
INSERT ALL
  INTO orders VALUES (order_seq.NEXTVAL, 'd')
  INTO orders VALUES (order_seq.NEXTVAL, 'e')
SELECT 1 FROM dual;
BEGIN
  FOR r IN (SELECT id, what FROM orders ORDER BY what) LOOP
    DBMS_OUTPUT.PUT_LINE(r.what || ' ' || r.id);
  END LOOP;
  FOR r IN (SELECT o.what, i.id, i.qty FROM items i JOIN orders o ON o.id = i.order_id ORDER BY o.what) LOOP
    DBMS_OUTPUT.PUT_LINE(r.what || ' ' || r.id || ' ' || r.qty);
  END LOOP;
  INSERT ALL
    INTO orders VALUES (order_seq.NEXTVAL, n)
    INTO items VALUES (order_seq.CURRVAL, order_seq.CURRVAL, n)
  SELECT 9 AS n FROM dual;
  DBMS_OUTPUT.PUT_LINE(SQL%ROWCOUNT || ' rows, ' || order_seq.CURRVAL);
END;
/
